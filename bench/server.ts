import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What `npm start` gives Node, so that the measured server is the one that is used. */
const startWords = () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

/** A port that nobody has just now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** A server of the product in a process of its own. */
export interface Server {
  readonly port: number
  /** Seconds from the command to the first answer at /api/health. */
  readonly started: number
  /** Megabytes of memory the process holds, without its database. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

const running = new Set<ChildProcess>()

/** Ends the servers that still run, if the run is broken off. */
export const endServers = (): void => {
  for (const { pid } of running) if (pid) process.kill(-pid, 'SIGTERM')
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * Starts the server on a data folder and waits until it answers: with Node itself, or with `npm start` where the whole way
 * from the command is to be measured.
 */
export async function startServer(
  data: string,
  how: 'node' | 'npm' = 'node',
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const port = await freePort()
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VARNA_|DATABASE_URL|PORT|HOST)/.test(name)))
  const env = { ...own, PORT: String(port), VARNA_DATA: data, VARNA_LOG: 'error', ...settings }
  const [program, words] = how === 'npm' ? ['npm', ['start', '--silent']] : [process.execPath, startWords()]
  const began = performance.now()
  const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], detached: true })
  running.add(child)
  let ended = false
  const end = new Promise<void>((resolve) =>
    child.once('exit', () => {
      ended = true
      resolve()
    }),
  )
  while (!(await answers(port))) {
    if (ended) throw new Error('the server ended before it answered')
    if (performance.now() - began > 300_000) throw new Error('the server has not answered for five minutes')
    await pause(10)
  }
  return {
    port,
    started: (performance.now() - began) / 1000,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    stop: async () => {
      if (child.pid) process.kill(-child.pid, 'SIGTERM')
      await end
      // Of `npm start`, npm ends before the server has put its database away.
      while (child.pid && isAlive(-child.pid)) await pause(20)
      running.delete(child)
    },
  }
}
