import type { ClientConfig } from 'pg'
import { endOf } from '#kernel/clocks/clock.ts'
import type { Actor } from '#kernel/store/context.ts'
import { openDatabase } from '#server/database/launcher.ts'
import { schemasOf } from '#server/start.ts'
import { requestText } from '../connection.ts'
import { asOwner, benchSettings, dataFolder, prepare, sessions } from '../scale/prepare.ts'
import { ciso, idOf, lookBack, size } from '../scale/sql.ts'
import { type Server, startServer } from '../server.ts'
import type { Target } from '../subjects/subject.ts'

/** The measured database with a server of its own, and what is needed to ask either. */
export interface Bed {
  readonly server: Server
  /** The application's role, as the kernel connects. */
  readonly app: ClientConfig
  /** The owner, whom row-level security does not bind: the bare driver with nothing in its way. */
  readonly bare: ClientConfig
  /** The application's role with the context set once for the connection: the bare driver under the same guards. */
  readonly guarded: ClientConfig
  readonly actor: Actor
  readonly asOf: string
  readonly asOfDay: string
  readonly cookie: string
  readonly headCookie: string
  /** The text of a request by the chief information security officer. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => string
  readonly ids: readonly string[]
  readonly targets: (share: number, of: number) => Promise<Target[]>
  readonly close: () => Promise<void>
}

const cookieOf = (index: 0 | 1) => `varna-session=${sessions[index].secret}`

/** Opens the measured database, made first if need be, and starts a server on it. */
export async function openBed(say: (line: string) => void): Promise<Bed> {
  await prepare(say)
  const settings = benchSettings()
  const server = await startServer(dataFolder)
  const database = await openDatabase(settings)
  const { live } = schemasOf(settings)
  const actor: Actor = {
    person: idOf(ciso.kind, ciso.number),
    name: 'Informationssäkerhetschef',
    roles: ['employee', 'ciso'],
    mandates: [{ role: 'ciso', unit: idOf(1, 1) }],
  }
  const path = `-c search_path=${live},public`
  const context = `-c varna.actor=${actor.person} -c varna.roles=${actor.roles.join(',')} -c varna.mandates=${JSON.stringify(actor.mandates)}`
  return {
    server,
    app: database.config('app'),
    bare: { ...database.config('owner'), options: path },
    guarded: { ...database.config('app'), options: `${path} ${context}` },
    actor,
    asOf: endOf(lookBack).toISOString(),
    asOfDay: lookBack,
    cookie: cookieOf(0),
    headCookie: cookieOf(1),
    get: (address, headers = {}) => requestText('GET', address, { cookie: cookieOf(0), ...headers }),
    // Every fortieth record is withdrawn and every fiftieth secret, whose reading is logged: neither is an everyday read.
    ids: Array.from({ length: 400 }, (_, index) => ((index * 7919) % size.risks) + 1)
      .filter((number) => number % 40 !== 0 && number % 50 !== 0)
      .map((number) => idOf(5, number)),
    targets: (share, of) =>
      asOwner(async (owner, schema) => {
        const { rows } = await owner.query<Target>(
          schema(
            `select id, version from {live}.risk where withdrawn_at is null and marking is null and abs(hashtext(id::text)) % $2 = $1 order by id limit 8000`,
          ),
          [share, of],
        )
        return rows
      }),
    close: async () => {
      await database.close()
      await server.stop()
    },
  }
}
