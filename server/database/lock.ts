import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startError } from '../settings/start-error.ts'
import { pause, runningProcess } from './processes.ts'

/** Does something while no other process (nor another call in this one) does anything under the same lock. */
export async function withLock<Result>(file: string, act: () => Promise<Result>, patience = 180_000): Promise<Result> {
  const release = await takeLock(file, patience)
  try {
    return await act()
  } finally {
    release()
  }
}

/**
 * Node has no file locks of its own; SQLite's are those of the operating system. They are released when the process
 * dies in any way, which a lock file with a process id in it is not.
 */
async function takeLock(file: string, patience: number): Promise<() => void> {
  const end = performance.now() + patience
  const lock = new DatabaseSync(file, { timeout: 0 })
  for (;;) {
    try {
      lock.exec('begin exclusive')
      return () => lock.close()
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) {
        lock.close()
        throw isBusy(error) ? tooLong(file) : error
      }
    }
    await pause(20)
  }
}

const sqliteBusy = 5
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy

const tooLong = (file: string) =>
  startError({
    sv: `En annan process håller på att starta eller stoppa databasen och blir inte klar (${file}): se efter vilken och avsluta den.`,
    en: `Another process is starting or stopping the database and does not finish (${file}): find out which and end it.`,
  })

/** Signs this process in as a user of the database; the file bears its process id. Returns how to sign out. */
export function signIn(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${process.pid}.${randomBytes(3).toString('hex')}`)
  writeFileSync(file, `${runningProcess(process.pid)?.started ?? ''}\n`)
  return () => rmSync(file, { force: true })
}

/** How many live users the database has. Those who died without signing out are struck off. */
export function countSignedIn(folder: string): number {
  let count = 0
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    const pid = Number(/^(\d+)\./.exec(name)?.[1])
    if (!Number.isSafeInteger(pid)) continue
    if (runningProcess(pid)?.started === readFileSync(file, 'utf8').trim()) count++
    else rmSync(file, { force: true })
  }
  return count
}
