import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Role } from '#kernel/access/roles.ts'
import { type Clock, systemClock } from '#kernel/clocks/clock.ts'
import { buildApp } from '#server/app.ts'
import { openIdentity } from '#server/identity/identity.ts'
import type { Services } from '#server/services.ts'
import { does, type Samples, samplesIn } from './samples.ts'
import type { TestBed } from './testing.ts'

/** What a request was answered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  readonly bytes: Buffer
  /** The body as JSON; whoever reads it says what it is. */
  readonly json: () => Record<string, unknown>
}

/** One who is signed in, and asks. */
export interface Browser {
  readonly person: string
  readonly ask: (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  /** Sends a file as a form does, with the form's other parts after it. */
  readonly send: (
    url: string,
    bytes: Uint8Array,
    name: string,
    headers?: Record<string, string>,
    parts?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
}

export interface HttpBed {
  readonly bed: TestBed
  readonly samples: Samples
  readonly app: FastifyInstance
  /** The unit everything lies in unless a test says otherwise. */
  readonly unit: string
  /** Makes a person with assignments and signs him in. */
  readonly signIn: (name: string, roles: readonly Role[], unit?: string) => Promise<Browser>
  readonly stranger: Browser['ask']
  readonly close: () => Promise<void>
}

/** The whole server on a database of its own, asked without a network. */
export async function httpBed(bed: TestBed, clock: Clock = systemClock, given?: Samples): Promise<HttpBed> {
  const samples = given ?? (await samplesIn(bed))
  const identity = openIdentity(bed.store, clock)
  const services: Services = {
    catalogue: bed.catalogue,
    store: bed.store,
    clock,
    identity,
    effects: bed.effects,
    announce: () => identity.forget(),
    loopback: true,
    metricsToken: null,
    url: 'https://varna.example',
    mails: false,
  }
  const app = await buildApp(services, {
    logLevel: process.env.VARNA_TEST_LOG ?? 'silent',
    pages: null,
    version: 'test',
    setup: { code: null },
  })
  const unit = (await samples.makeMinimal(bed.catalogue.register('unit'), { name: 'Enheten för prov' })).id

  const asking =
    (cookie: string): Browser['ask'] =>
    async (method, url, body, headers = {}) => {
      const typed = body === undefined ? {} : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }
      const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
      const reply = await app.inject({ method, url, headers: { ...type, ...(cookie ? { cookie } : {}), ...headers }, ...typed })
      return {
        status: reply.statusCode,
        headers: reply.headers,
        body: reply.body,
        bytes: reply.rawPayload,
        json: () => JSON.parse(reply.body) as Record<string, unknown>,
      }
    }

  return {
    bed,
    samples,
    app,
    unit,
    stranger: asking(''),
    signIn: async (name, roles, at = unit) => {
      const { register } = bed.catalogue
      const { id: person } = await samples.makeMinimal(register('person'), { name, unit: at })
      for (const role of roles) {
        if (role === 'employee') continue
        await does(bed, samples.actor, [
          { do: 'create', register: register('assignment'), values: { person, role, unit: at, validFrom: '2020-01-01' } },
        ])
      }
      identity.forget()
      const { secret } = await identity.open(person)
      const ask = asking(`varna-session=${secret}`)
      return {
        person,
        ask,
        send: (url, bytes, file, headers = {}, parts = {}) => {
          const edge = 'edge-of-a-part'
          const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file}"\r\ncontent-type: application/octet-stream\r\n\r\n`
          const others = Object.entries(parts).map(
            ([name, value]) => `\r\n--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`,
          )
          return ask('POST', url, Buffer.concat([Buffer.from(head), bytes, Buffer.from(`${others.join('')}\r\n--${edge}--\r\n`)]), {
            'content-type': `multipart/form-data; boundary=${edge}`,
            ...headers,
          })
        },
      }
    },
    close: async () => {
      await app.close()
      await bed.close()
    },
  }
}
