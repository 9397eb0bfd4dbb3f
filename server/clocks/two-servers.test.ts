import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { does, type Samples, samplesIn } from '#database/samples.ts'
import { migratedBed, type TestBed, testSettings } from '#database/testing.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { usualChoice } from '#kernel/notices/choice.ts'
import { type SmtpBed, smtpBed } from '#kernel/testing/smtp-bed.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const yesterday = addDays(dayIn(new Date()), -1)

let bed: TestBed
let samples: Samples
let smtp: SmtpBed
let unit = ''
const running = new Set<ChildProcess>()

/** A server of its own process, on the database of the test; it has looked at the clocks when it has answered. */
async function startServer(): Promise<ChildProcess> {
  const settings = testSettings(bed.schemas.live)
  const server = spawn(process.execPath, [main, 'start'], {
    env: {
      ...process.env,
      PORT: '0',
      VARNA_DATA: settings.data,
      VARNA_SCHEMA: settings.schema,
      VARNA_APP_ROLE: settings.appRole,
      VARNA_LOADER_ROLE: settings.loaderRole,
      VARNA_MAIL_URL: smtp.url,
      VARNA_URL: 'https://varna.example',
      VARNA_CLOCK_SECONDS: '1',
      NODE_NO_WARNINGS: '1',
      ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(server)
  server.once('exit', () => running.delete(server))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece.toString()
      if (said.includes('https://varna.example')) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', () => reject(new Error(`the server stopped: ${said}`)))
  })
  return server
}

const stop = async (server: ChildProcess, signal: NodeJS.Signals) => {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill(signal)
  await once(server, 'exit')
}

async function lateActions(many: number, name: string): Promise<string[]> {
  const { register } = bed.catalogue
  const { id: owner } = await samples.makeMinimal(register('person'), {
    name,
    email: `${name}@trygghetsverket.example`,
    unit,
    employedFrom: '2020-01-01',
  })
  await bed.asOwner('insert into {live}.notice_choice (person, value) values ($1, $2)', [
    owner,
    JSON.stringify({ ...usualChoice, quiet: { from: '00:00', to: '00:00', daysOff: false } }),
  ])
  const made: string[] = []
  for (let count = 0; count < many; count += 1)
    made.push((await samples.makeMinimal(register('action'), { unit, owner, due: yesterday })).id)
  await does(
    bed,
    samples.actor,
    made.map((id) => ({ do: 'move', register: register('action'), id, version: 1, move: 'decide' })),
  )
  return made
}

const mailOf = (ids: readonly string[]) => bed.asOwner<{ mail: string }>('select mail from {live}.notice where record = any ($1)', [ids])

/** Waits until something is so; a test that waits in vain is broken off. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200))
}

const timesSaid = (id: string) =>
  smtp.received.reduce((sum, { raw }) => sum + (raw.split(`https://varna.example/actions/${id}\r\n`).length - 1), 0)

beforeAll(async () => {
  // What the one responsible is told when an action is made is not what is counted here.
  bed = { ...(await migratedBed()), effects: [] }
  samples = await samplesIn(bed)
  unit = (await samples.makeMinimal(bed.catalogue.register('unit'), { name: 'Enheten' })).id
  smtp = await smtpBed()
})
afterAll(async () => {
  for (const server of running) await stop(server, 'SIGKILL')
  await smtp.close()
  await bed.close()
})

test('of two servers on one database each clock fires once, and each notice is sent once', async () => {
  const first = await lateActions(12, 'tuva')
  const servers = await Promise.all([startServer(), startServer()])
  const second = await lateActions(12, 'nils')
  const all = [...first, ...second]
  await until(async () => {
    const mail = await mailOf(all)
    return mail.length >= all.length && mail.every((each) => each.mail === 'sent')
  })
  expect(await mailOf(all)).toHaveLength(all.length)
  expect(all.map(timesSaid)).toEqual(all.map(() => 1))
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(smtp.received.length)
  await Promise.all(servers.map((server) => stop(server, 'SIGTERM')))
})

test('a server killed while it sends has lost nothing: the next one sends it, once', async () => {
  const doomed = await startServer()
  // The other end has the whole letter, but has not yet said that it takes it, when the sender dies.
  const killed = new Promise<void>((resolve) => {
    smtp.answer = async () => {
      await stop(doomed, 'SIGKILL')
      resolve()
      return new Error('nobody is there any more')
    }
  })
  const ids = await lateActions(3, 'sara')
  await killed
  smtp.answer = async () => null
  // What the clocks say is kept with what they remember: all three, or none and then all three.
  expect([0, 3]).toContain((await mailOf(ids)).length)
  expect(ids.map(timesSaid)).toEqual([0, 0, 0])
  // The time for which the dead server had taken the letter passes.
  await bed.asOwner(`update {live}.notice set next_attempt = now() where mail = 'waiting' and letter is not null`)
  const next = await startServer()
  await until(async () => {
    const mail = await mailOf(ids)
    return mail.length >= ids.length && mail.every((each) => each.mail === 'sent')
  })
  expect(ids.map(timesSaid)).toEqual([1, 1, 1])
  await stop(next, 'SIGTERM')
})
