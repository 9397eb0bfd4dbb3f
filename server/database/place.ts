import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Text } from '#kernel/language/text.ts'
import { startError } from '../settings/start-error.ts'
import { type Account, canReach, databaseAccount } from './account.ts'

/** Where everything of one embedded database lies. */
export interface Place {
  /** The folder VARNA_DATA. */
  readonly data: string
  /** The folder that holds the cluster: VARNA_DATA itself, unless the database account cannot reach it. */
  readonly home: string
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  /** PostgreSQL's log. */
  readonly log: string
  /** One file for each process that uses the database. */
  readonly run: string
  /** Held while the database is started or stopped. */
  readonly lock: string
  readonly account: Account
}

/** Tells the person who starts something one line. */
export type Tell = (line: Text) => void

/** A folder that the database account can always reach, for data folders that it cannot. */
const systemHome = '/var/lib/varna'

/** Makes the data folder if need be; call before taking the lock in it. */
export function prepareDataFolder(folder: string): string {
  try {
    makeFolders(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    mkdirSync(path.join(folder, 'run'), { recursive: true, mode: 0o700 })
    return realpathSync(folder)
  } catch (error) {
    throw startError(
      {
        sv: `Datamappen ${folder} går inte att skriva i: ge Värna rätt till den, eller välj en annan mapp med VARNA_DATA.`,
        en: `The data folder ${folder} cannot be written: give Värna the right to it, or choose another folder with VARNA_DATA.`,
      },
      error,
    )
  }
}

/**
 * Makes a folder and those above it. What root makes lets the database account through, whatever the umask; what others
 * make is their own. (Node's recursive mkdir never returns below /proc and its like.)
 */
function makeFolders(folder: string) {
  if (existsSync(folder)) return
  const parent = path.dirname(folder)
  if (parent !== folder) makeFolders(parent)
  try {
    mkdirSync(folder)
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Decides where the database lies, and as whom it runs. Call under the lock, since it may choose a new place. */
export function findPlace(data: string, tell: Tell): Place {
  const pointer = path.join(data, 'postgres.location')
  const pointed = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : data
  if (!existsSync(pointed)) {
    throw startError({
      sv: `Databasen ska ligga i ${pointed} enligt ${pointer}, men den mappen finns inte: återställ den från en säkerhetskopia, eller ta bort ${pointer} för att börja med en tom databas.`,
      en: `The database is to be in ${pointed} according to ${pointer}, but that folder does not exist: restore it from a backup, or remove ${pointer} to begin with an empty database.`,
    })
  }
  const home = realpathSync(pointed)
  const cluster = path.join(home, 'postgres')
  const owner = existsSync(path.join(cluster, 'PG_VERSION')) ? statSync(cluster).uid : undefined
  const account = databaseAccount(owner)
  refuseForeign(cluster, owner, account)
  if (canReach(account, home)) return placeAt(data, home, account)
  if (owner !== undefined || home !== data) {
    throw startError({
      sv: `Kontot ${account.name}, som databasen körs med, kommer inte åt ${home} längre: ge det rätt att passera mapparna dit (chmod o+x).`,
      en: `The account ${account.name}, which the database runs as, no longer reaches ${home}: give it the right to pass the folders on the way (chmod o+x).`,
    })
  }
  return placeAt(data, moveHome(data, pointer, account, tell), account)
}

const placeAt = (data: string, home: string, account: Account): Place => ({
  data,
  home,
  cluster: path.join(home, 'postgres'),
  log: path.join(data, 'postgres.log'),
  run: path.join(data, 'run'),
  lock: lockOf(data),
  account,
})

export const lockOf = (data: string) => path.join(data, 'run', 'lock')

function refuseForeign(cluster: string, owner: number | undefined, account: Account) {
  if (owner === undefined || owner === account.uid) return
  throw startError({
    sv: `Databasen i ${cluster} tillhör en annan användare (uid ${owner}): starta Värna som den användaren, eller välj en annan mapp med VARNA_DATA.`,
    en: `The database in ${cluster} belongs to another user (uid ${owner}): start Värna as that user, or choose another folder with VARNA_DATA.`,
  })
}

function moveHome(data: string, pointer: string, account: Account, tell: Tell): string {
  const name = `${path.basename(data)}-${shortHash(data)}`
  const older = existsSync(systemHome) ? readdirSync(systemHome).filter((each) => each.startsWith(name)) : []
  const home = path.join(systemHome, `${name}-${randomBytes(3).toString('hex')}`)
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    for (const folder of [systemHome, home]) chmodSync(folder, 0o755)
    if (!canReach(account, home)) throw new Error(`${account.name} cannot reach ${home}`)
  } catch (error) {
    throw startError(
      {
        sv: `Databasen körs med kontot ${account.name}, som varken når ${data} eller ${systemHome}: välj en mapp som det når med VARNA_DATA.`,
        en: `The database runs as the account ${account.name}, which reaches neither ${data} nor ${systemHome}: choose a folder that it reaches with VARNA_DATA.`,
      },
      error,
    )
  }
  writeFileSync(pointer, `${realpathSync(home)}\n`)
  tell({
    sv: `Databasen läggs i ${home}, eftersom kontot ${account.name} inte når ${data}.`,
    en: `The database is placed in ${home}, since the account ${account.name} does not reach ${data}.`,
  })
  for (const each of older) {
    tell({
      sv: `En tidigare databas för samma mapp ligger kvar i ${path.join(systemHome, each)} och kan tas bort om den inte behövs.`,
      en: `An earlier database for the same folder remains in ${path.join(systemHome, each)} and can be removed if it is not needed.`,
    })
  }
  return realpathSync(home)
}

/** The longest path of a Unix socket that every system takes, less the name of PostgreSQL's socket in it. */
const longestFolder = 100 - '/.s.PGSQL.5432'.length

/** Makes the private folder of the socket: beside the cluster, or where the path would be too long, in the system's folder for temporary files. */
export function socketFolder(place: Place): string {
  const beside = path.join(place.home, 'socket')
  const folder = Buffer.byteLength(beside) <= longestFolder ? beside : path.join(tmpdir(), `varna-${shortHash(place.home)}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (place.account.other) chownSync(folder, place.account.uid, place.account.gid)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const stats = lstatSync(folder)
  if (stats.isDirectory() && stats.uid === place.account.uid) {
    if ((stats.mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
    return folder
  }
  throw startError({
    sv: `Mappen ${folder} ska innehålla databasens anslutning men tillhör någon annan: ta bort den, eller välj en kortare sökväg med VARNA_DATA.`,
    en: `The folder ${folder} is to hold the connection to the database but belongs to someone else: remove it, or choose a shorter path with VARNA_DATA.`,
  })
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10)
