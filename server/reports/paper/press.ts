import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Text } from '#kernel/language/text.ts'
import type { Brief } from '../brief.ts'
import type { Report } from '../report.ts'
import type { PressAnswer, PressOrder } from './press.child.ts'
import { PaperRefusal } from './refusal.ts'
import { words } from './words.ts'

/** How far the setting of a report has come: a part of the whole (0–1) and what is being done. */
export interface PaperProgress {
  share: number
  doing: Text
}

/** How long (ms) the press is kept warm after its last order, and the longest time it may take over one. */
export const pressTimes = { idle: 30_000, longest: 120_000 }

interface Waiting {
  resolve: (file: Uint8Array) => void
  reject: (refusal: PaperRefusal) => void
  onProgress: (progress: PaperProgress) => void
  watch: NodeJS.Timeout
}

interface Press {
  child: ChildProcess
  waiting: Map<number, Waiting>
  idle?: NodeJS.Timeout
}

let press: Press | undefined
let orders = 0

/**
 * Sets a report in a process of its own, so that the server goes on answering and its memory stays small: a typesetter's
 * memory does not come back from a thread. The process stays warm for the next order, keeps no other process from
 * ending, and is let go when nothing has been asked of it for a while.
 */
export function print(
  format: PressOrder['format'],
  report: Report | Brief,
  onProgress: (progress: PaperProgress) => void = () => {},
): Promise<Uint8Array> {
  press ??= startPress()
  const running = press
  clearTimeout(running.idle)
  const id = ++orders
  onProgress({ share: 0.05, doing: words.reading })
  return new Promise((resolve, reject) => {
    const watch = setTimeout(() => stopPress(running, new PaperRefusal(words.tooSlow)), pressTimes.longest)
    running.waiting.set(id, { resolve, reject, onProgress, watch })
    hold(running)
    running.child.send({ id, format, report } satisfies PressOrder)
  })
}

/** Whether a press is kept warm just now. */
export const pressIsWarm = (): boolean => press !== undefined

/** Lets the press go at once; orders under way are refused. */
export function closePress(): Promise<void> {
  return press ? stopPress(press, new PaperRefusal(words.failed, false)) : Promise.resolve()
}

function startPress(): Press {
  const child = fork(fileURLToPath(new URL('./press.child.ts', import.meta.url)), [], {
    execArgv: [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const started: Press = { child, waiting: new Map() }
  child.on('message', (answer: PressAnswer) => receive(started, answer))
  child.on('error', (error) => stopPress(started, new PaperRefusal(words.failed, false, error)))
  child.on('exit', () => stopPress(started, new PaperRefusal(words.failed, false)))
  return started
}

/** Keeps this process alive until the press has answered. */
function hold(running: Press): void {
  running.child.ref()
  running.child.channel?.ref()
}

/** Lets this process end, and with it the press, while the press has nothing to do. */
function release(running: Press): void {
  running.child.unref()
  running.child.channel?.unref()
}

function receive(running: Press, answer: PressAnswer): void {
  const waiting = running.waiting.get(answer.id)
  if (!waiting) return
  if ('step' in answer) {
    const setting = answer.step === 'setting'
    waiting.onProgress({
      share: setting ? 0.2 : 0.95,
      doing: setting ? words.setting : words.closing,
    })
    return
  }
  running.waiting.delete(answer.id)
  clearTimeout(waiting.watch)
  if (running.waiting.size === 0) rest(running)
  if ('file' in answer) waiting.resolve(answer.file)
  else waiting.reject(new PaperRefusal(answer.refusal.text, answer.refusal.mendable, answer.refusal.detail))
}

function rest(running: Press): void {
  release(running)
  running.idle = setTimeout(() => stopPress(running, new PaperRefusal(words.failed, false)), pressTimes.idle)
  running.idle.unref()
}

async function stopPress(running: Press, refusal: PaperRefusal): Promise<void> {
  if (press === running) press = undefined
  clearTimeout(running.idle)
  for (const waiting of running.waiting.values()) {
    clearTimeout(waiting.watch)
    waiting.reject(refusal)
  }
  running.waiting.clear()
  const { child } = running
  if (child.exitCode !== null || child.signalCode !== null) return
  hold(running)
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
