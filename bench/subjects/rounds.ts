import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from '../figure.ts'
import type { Round, Subject } from './subject.ts'

const child = fileURLToPath(new URL('./subject.child.ts', import.meta.url))

/** How often and how long each subject is measured; `VARNA_BENCH_SECONDS` shortens a trial. */
export const rounds = 5
export const seconds = Number(process.env.VARNA_BENCH_SECONDS ?? 2)

const running = new Set<ChildProcess>()

/** Ends every process that measures. */
export const endSubjects = (): void => {
  for (const one of running) one.kill()
}

interface Told {
  readonly ready?: boolean
  readonly round?: Round
  readonly fault?: string
}

const told = (process: ChildProcess, order: object) =>
  new Promise<Told>((resolve, reject) => {
    const gone = () => reject(new Error('a measuring process ended'))
    process.once('exit', gone)
    process.once('message', (answer: Told) => {
      process.off('exit', gone)
      if (answer.fault) reject(new Error(answer.fault))
      else resolve(answer)
    })
    process.send(order)
  })

/** What each subject came to, round by round. */
export type Rounds<Name extends string> = Record<Name, Round[]>

/**
 * Measures the subjects in turn, round after round, so that a busy moment of the machine strikes them all alike. Each has a
 * process of its own and the machine to itself while it runs.
 */
export async function interleave<Name extends string>(
  subjects: Record<Name, Subject>,
  callers: number,
  times = rounds,
): Promise<Rounds<Name>> {
  const names = Object.keys(subjects) as Name[]
  const processes = new Map<Name, ChildProcess>()
  const results = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Rounds<Name>
  try {
    for (const name of names) {
      const started = fork(child, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      running.add(started)
      processes.set(name, started)
      await told(started, { open: subjects[name], callers })
      await told(started, { seconds: Math.min(1, seconds) })
    }
    for (let time = 0; time < times; time += 1) {
      for (const name of names) {
        const process = processes.get(name)
        const answer = process && (await told(process, { seconds }))
        if (answer?.round) results[name].push(answer.round)
      }
    }
    return results
  } finally {
    for (const process of processes.values()) {
      running.delete(process)
      process.removeAllListeners('exit')
      process.kill()
    }
  }
}

/** The median, over the rounds, of how much of the other's throughput the one reached in the same round. */
export const ratio = (one: readonly Round[], other: readonly Round[]): number =>
  median(one.map(({ perSecond }, index) => perSecond / (other[index]?.perSecond ?? Number.NaN)))

export const perSecond = (measured: readonly Round[]): number => median(measured.map((round) => round.perSecond))
export const p99 = (measured: readonly Round[]): number => median(measured.map((round) => round.p99))
