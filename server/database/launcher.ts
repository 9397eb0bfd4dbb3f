import pg, { type ClientConfig } from 'pg'
import { say } from '#kernel/language/text.ts'
import type { Settings } from '../settings/settings.ts'
import { startError } from '../settings/start-error.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { ensureCluster, ownerName } from './cluster.ts'
import { countSignedIn, signIn, withLock } from './lock.ts'
import { findPlace, lockOf, type Place, prepareDataFolder, type Tell } from './place.ts'
import { ensurePostmaster, findPostmaster, stopPostmaster } from './postmaster.ts'
import { ensureRoles } from './roles.ts'

export { ensureRoles } from './roles.ts'
export { superviseDatabase } from './supervision.ts'

/** As whom one connects: the owner of the tables, the web server, or the loader of the demonstration. */
export type DatabaseRole = 'owner' | 'app' | 'loader'

/** A database that is open to this process. */
export interface Database {
  readonly kind: 'embedded' | 'server'
  /** The connection settings for `pg`. */
  config(role: DatabaseRole): ClientConfig
  /** Starts the embedded database again if it has died; true when it had. Another server is left to those who run it. */
  revive(): Promise<boolean>
  /** Leaves the database. The last process to leave the embedded one stops it. */
  close(): Promise<void>
}

/** The parts of the settings that decide which database is opened. */
export type DatabaseSettings = Pick<Settings, 'data' | 'databaseUrl' | 'schema' | 'appRole' | 'loaderRole' | 'postgres' | 'language'>

/** The name of the embedded database. */
const databaseName = 'varna'

/** Opens the database of the settings: the server of DATABASE_URL, or the embedded one, made and started if need be. The roles exist afterwards. */
export async function openDatabase(
  settings: DatabaseSettings,
  tell: Tell = (line) => console.error(say(line, settings.language)),
): Promise<Database> {
  return settings.databaseUrl === undefined ? openEmbedded(settings, tell) : openServer(settings, settings.databaseUrl)
}

async function openEmbedded(settings: DatabaseSettings, tell: Tell): Promise<Database> {
  const data = prepareDataFolder(settings.data)
  const opened = await withLock(lockOf(data), async () => {
    const place = findPlace(data, tell)
    const binaries = findBinaries(settings.postgres, place.account)
    await ensureCluster(place, binaries)
    const signOut = signIn(place.run)
    try {
      const { socket } = await ensurePostmaster(place, binaries)
      await prepareDatabase(socket, settings)
      return { place, binaries, socket, signOut }
    } catch (error) {
      signOut()
      if (countSignedIn(place.run) === 0) await stopPostmaster(place)
      throw error
    }
  })
  return embedded(settings, opened)
}

interface Opened {
  readonly place: Place
  readonly binaries: Binaries
  readonly socket: string
  readonly signOut: () => void
}

function embedded(settings: DatabaseSettings, { place, binaries, socket, signOut }: Opened): Database {
  const users = { owner: ownerName, app: settings.appRole, loader: settings.loaderRole }
  let closing: Promise<void> | undefined
  const isUp = () => findPostmaster(place.cluster) !== undefined
  return {
    kind: 'embedded',
    config: (role) => connection(socket, users[role]),
    async revive() {
      if (closing !== undefined || isUp()) return false
      return withLock(place.lock, async () => {
        if (closing !== undefined || isUp()) return false
        await ensurePostmaster(place, binaries)
        return true
      })
    },
    close() {
      closing ??= withLock(place.lock, async () => {
        signOut()
        if (countSignedIn(place.run) === 0) await stopPostmaster(place)
      })
      return closing
    },
  }
}

const connection = (socket: string, user: string, database = databaseName): ClientConfig => ({
  host: socket,
  port: 5432,
  user,
  database,
  application_name: 'varna',
})

/** Makes the database and the roles in a new cluster; also after a start that was killed in between. */
async function prepareDatabase(socket: string, settings: DatabaseSettings) {
  try {
    await asClient(connection(socket, ownerName), (client) => ensureRoles(client, settings))
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error
    await asClient(connection(socket, ownerName, 'postgres'), (client) => client.query(`create database ${databaseName}`))
    await asClient(connection(socket, ownerName), (client) => ensureRoles(client, settings))
  }
}

async function openServer(settings: DatabaseSettings, address: string): Promise<Database> {
  try {
    await asClient({ connectionString: address, application_name: 'varna' }, async (client) => {
      await refuseOld(client)
      await ensureRoles(client, settings)
    })
  } catch (error) {
    throw unreachable(error, address)
  }
  const roles = { owner: undefined, app: settings.appRole, loader: settings.loaderRole }
  return {
    kind: 'server',
    config: (role) => ({ connectionString: actingAs(address, roles[role]), application_name: 'varna' }),
    revive: async () => false,
    close: async () => {},
  }
}

/** The same address, with every statement run as another role. An owner who is a member of the role may do so. */
function actingAs(address: string, role: string | undefined): string {
  if (role === undefined) return address
  const url = new URL(address)
  const options = url.searchParams.get('options')
  url.searchParams.set('options', [options, `-c role=${role}`].filter(Boolean).join(' '))
  return url.href
}

async function refuseOld(client: pg.Client) {
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (major >= 15) return
  throw startError({
    sv: `Databasservern i DATABASE_URL kör PostgreSQL ${major}: Värna behöver version 15 eller senare.`,
    en: `The database server in DATABASE_URL runs PostgreSQL ${major}: Värna needs version 15 or later.`,
  })
}

function unreachable(error: unknown, address: string): unknown {
  const { hostname, pathname } = new URL(address)
  const where = hostname || 'localhost'
  const code = codeOf(error)
  if (code === '3D000') {
    return startError(
      {
        sv: `Databasen ${pathname.slice(1)} finns inte på ${where}: skapa den, eller rätta DATABASE_URL.`,
        en: `The database ${pathname.slice(1)} does not exist on ${where}: create it, or correct DATABASE_URL.`,
      },
      error,
    )
  }
  if (code.startsWith('28')) {
    return startError(
      {
        sv: `Databasservern ${where} godtar inte användaren eller lösenordet i DATABASE_URL: rätta dem.`,
        en: `The database server ${where} does not accept the user or the password in DATABASE_URL: correct them.`,
      },
      error,
    )
  }
  if (/^(E[A-Z]+|57P0\d|08\d\d\d)$/.test(code)) {
    return startError(
      {
        sv: `Databasservern ${where} svarar inte (${code}): kontrollera att den är igång och att DATABASE_URL stämmer.`,
        en: `The database server ${where} does not answer (${code}): check that it runs and that DATABASE_URL is right.`,
      },
      error,
    )
  }
  return error
}

async function asClient<Result>(config: ClientConfig, act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config })
  // A connection that dies between statements would otherwise end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await act(client)
  } finally {
    await client.end().catch(() => {})
  }
}

const codeOf = (error: unknown): string => {
  // Several addresses tried in vain give one error that holds the others.
  const one = error instanceof AggregateError ? error.errors[0] : error
  return one instanceof Error && 'code' in one && typeof one.code === 'string' ? one.code : ''
}
