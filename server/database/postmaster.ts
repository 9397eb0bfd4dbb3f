import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startError } from '../settings/start-error.ts'
import { runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { bareEnvironment } from './cluster.ts'
import { type Place, socketFolder } from './place.ts'
import { pause, runningProcess, waitUntil } from './processes.ts'

/** The running PostgreSQL server of a cluster, as its own pid file tells. */
export interface Postmaster {
  readonly pid: number
  readonly socket: string
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby'
}

/** How the embedded server runs: reached through a private socket only, and no acknowledged write is ever lost. */
const options = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  random_page_cost: '1.1',
  // The log must not gather what people have written: neither statements nor the values in them.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const patience = 10_000
/** Recovery after a power cut reads back at most the log since the last checkpoint. */
const recoveryPatience = 120_000
const largestLog = 10_000_000

/** The running server of the cluster, or nothing when there is none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFile(cluster)
  const pid = Number(lines[0])
  if (!isPostmasterOf(cluster, pid)) return undefined
  const status = lines[7]?.trim()
  return {
    pid,
    socket: lines[4] ?? '',
    status: status === 'ready' || status === 'stopping' || status === 'standby' ? status : 'starting',
  }
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!runningProcess(pid)?.command.startsWith('postgres')) return false
  if (process.platform !== 'linux') return true
  try {
    // A server works in its own data directory; an unrelated one may have got the process id of ours.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return true
  }
}

/** Starts the server unless one runs, and waits until it answers. Call under the lock. */
export async function ensurePostmaster(place: Place, binaries: Binaries): Promise<Postmaster> {
  const end = performance.now() + patience
  for (;;) {
    const found = findPostmaster(place.cluster)
    if (found?.status === 'ready') return found
    if (found !== undefined) await waitUntil(() => isSettled(place.cluster), recoveryPatience)
    else {
      const complaint = await startPostmaster(place, binaries)
      if (complaint === undefined) continue
      // The processes of a killed server may need a moment to notice, and hold its memory until then.
      if (performance.now() > end) throw couldNotStart(place, complaint)
      await pause(100)
    }
    if (performance.now() > end + recoveryPatience) throw couldNotStart(place, '')
  }
}

const isSettled = (cluster: string) => [undefined, 'ready'].includes(findPostmaster(cluster)?.status)

/** Starts the server in a session of its own, so that Ctrl-C in the terminal reaches us and not it. The answer is why it could not, or nothing. */
async function startPostmaster(place: Place, binaries: Binaries): Promise<string | undefined> {
  const socket = socketFolder(place)
  forgetDead(place.cluster, socket)
  turnLog(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const before = statSync(place.log).size
  const settings = Object.entries({ ...options, unix_socket_directories: socket })
  const words = ['-D', place.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = spawn(path.join(binaries.bin, 'postgres'), words, {
    ...runAs(place.account),
    cwd: '/',
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = false
  child.on('error', () => {
    ended = true
  })
  child.on('exit', () => {
    ended = true
  })
  child.unref()
  await waitUntil(() => ended || findPostmaster(place.cluster)?.status === 'ready', recoveryPatience, 5)
  return ended ? lastComplaint(place.log, before) : undefined
}

/**
 * A pid file whose process is dead, not yet reaped or by now another program would stop the server from starting.
 * Its first line is changed to a process that cannot exist; the rest stays, since PostgreSQL judges by it whether
 * processes of the dead server still use its memory.
 */
function forgetDead(cluster: string, socket: string) {
  const [pid, ...rest] = pidFile(cluster)
  if (pid !== undefined && rest.length >= 6) {
    writeFileSync(path.join(cluster, 'postmaster.pid'), [impossiblePid, ...rest].join('\n'))
  }
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(path.join(socket, name), { force: true })
}

const impossiblePid = '2147483646'

/** Keeps the log from growing without end: past a size the old one is laid aside, one at a time. */
function turnLog(file: string) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`)
}

function lastComplaint(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString('utf8').trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error/.test(line))?.replace(/^.*?(FATAL|PANIC): +/, '') ?? lines.at(-1) ?? ''
}

const couldNotStart = (place: Place, complaint: string) =>
  startError({
    sv: `Databasen i ${place.cluster} startar inte${complaint ? ` (${complaint})` : ''}: se ${place.log}.`,
    en: `The database in ${place.cluster} does not start${complaint ? ` (${complaint})` : ''}: see ${place.log}.`,
  })

/** Stops the server: open transactions are rolled back, everything acknowledged is written. Call under the lock. */
export async function stopPostmaster(place: Place): Promise<void> {
  const found = findPostmaster(place.cluster)
  if (found === undefined) return
  try {
    process.kill(found.pid, 'SIGINT')
  } catch {
    return
  }
  await waitUntil(() => findPostmaster(place.cluster) === undefined, 60_000)
}
