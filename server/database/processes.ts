import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What is known of a running process: its command, and when it started in the system's own measure. A zombie does not count as running. */
export interface RunningProcess {
  readonly command: string
  /** Together with the process id this tells a process from a later one with the same id. */
  readonly started: string
}

/** Looks a process up, whoever owns it. */
export function runningProcess(pid: number): RunningProcess | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

function fromProc(pid: number): RunningProcess | undefined {
  let line: string
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  // The command stands in parentheses and may itself hold parentheses and spaces: proc(5).
  const end = line.lastIndexOf(')')
  const fields = line.slice(end + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return { command: line.slice(line.indexOf('(') + 1, end), started: fields[19] ?? '' }
}

function fromPs(pid: number): RunningProcess | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const [state = '', ...rest] = line.split(/\s+/)
    if (state === '' || state.startsWith('Z')) return undefined
    return { started: rest.slice(0, 5).join(' '), command: rest.slice(5).join(' ').split('/').at(-1) ?? '' }
  } catch {
    return undefined
  }
}

/** Waits until something holds, looking every `every` milliseconds; false when it did not within `within` milliseconds. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, within: number, every = 10): Promise<boolean> {
  const end = performance.now() + within
  for (;;) {
    if (await holds()) return true
    if (performance.now() >= end) return false
    await pause(every)
  }
}

/** Waits a number of milliseconds. */
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
