import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server of the journeys answers, without a final slash. */
    address: string
    /** Where the server of the journeys hands over its e-mail: nobody is there unless a journey listens. */
    mailPort: number
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => (typeof found === 'object' && found ? resolve(found.port) : reject(new Error('No free port'))))
    })
  })

/** The environment of a person who has just cloned the project: no setting of the one who runs the tests reaches the server. */
const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VARNA_|DATABASE_URL$|PORT$|HOST$|NODE_ENV$|VITEST)/.test(name)))

async function whenHealthy(address: string, server: ChildProcess, said: () => string): Promise<void> {
  for (const started = Date.now(); Date.now() - started < 240_000; await wait(200)) {
    if (server.exitCode !== null) throw new Error(`The server stopped before it answered:\n${said()}`)
    const answer = await fetch(`${address}/api/health`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`The server did not answer within four minutes:\n${said()}`)
}

/** Builds the pages if they are stale and starts the real server on a new folder of data with the demonstration in it; stops it afterwards. */
export default async function journeyServer(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // A server that already runs may be walked through instead, while a journey is being written.
  if (process.env.JOURNEYS_AT) {
    project.provide('address', process.env.JOURNEYS_AT)
    project.provide('mailPort', Number(process.env.JOURNEYS_MAIL_PORT ?? 0))
    return undefined
  }
  // Built as a person's own pages are: under the environment of a test the bundle would be another one.
  execFileSync(process.execPath, ['tools/ready.mjs', 'start'], { cwd: root, env: cleanEnvironment(), stdio: 'inherit' })
  const data = await mkdtemp(path.join(tmpdir(), 'varna-journeys-'))
  // Started as root, PostgreSQL runs as another user, who has to reach the folder.
  await chmod(data, 0o755)
  const [port, mailPort] = [await freePort(), await freePort()]
  const address = `http://127.0.0.1:${port}`
  const pieces: Buffer[] = []
  const server = spawn(process.execPath, ['server/main.ts', 'start'], {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      VARNA_DATA: data,
      PORT: String(port),
      VARNA_MAIL_URL: `smtp://127.0.0.1:${mailPort}`,
      VARNA_CLOCK_SECONDS: '3',
      NODE_NO_WARNINGS: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  server.stderr.on('data', (piece: Buffer) => pieces.push(piece))
  const said = () => Buffer.concat(pieces).toString('utf8')
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await Promise.race([ended, wait(40_000)])
      if (server.exitCode === null) server.kill('SIGKILL')
    }
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await whenHealthy(address, server, said)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('address', address)
  project.provide('mailPort', mailPort)
  return stop
}
