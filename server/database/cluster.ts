import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { startError } from '../settings/start-error.ts'
import { runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

/** The superuser of the embedded cluster, who owns the tables. Reached only through the private socket. */
export const ownerName = 'varna_owner'

/** What a PostgreSQL program sees of our environment: nothing that could steer it. */
export const bareEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC' }

/** Makes the cluster unless it is there, and refuses one that another major version made. Call under the lock. */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<void> {
  clearHalfMade(place)
  const version = path.join(place.cluster, 'PG_VERSION')
  if (!existsSync(version)) {
    refuseOccupied(place)
    return makeCluster(place, binaries)
  }
  const made = Number(readFileSync(version, 'utf8'))
  if (made === binaries.major) return
  throw startError({
    sv: `Databasen i ${place.cluster} är gjord av PostgreSQL ${made}, men här körs PostgreSQL ${binaries.major}: peka ut mappen med program av version ${made} med VARNA_POSTGRES, så startar Värna som förut, eller börja i en ny datamapp med VARNA_DATA.`,
    en: `The database in ${place.cluster} was made by PostgreSQL ${made}, but PostgreSQL ${binaries.major} runs here: name the folder with programs of version ${made} with VARNA_POSTGRES, and Värna starts as before, or begin in a new data folder with VARNA_DATA.`,
  })
}

const halfMade = 'postgres.making-'

/** A start that was killed while it made the cluster leaves only such folders, never a cluster. */
function clearHalfMade(place: Place) {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(halfMade)) rmSync(path.join(place.home, name), { recursive: true, force: true, maxRetries: 20 })
  }
}

function refuseOccupied(place: Place) {
  if (!existsSync(place.cluster)) return
  try {
    rmdirSync(place.cluster)
  } catch (error) {
    throw startError(
      {
        sv: `Mappen ${place.cluster} är inte en databas men är inte heller tom: flytta den, eller välj en annan mapp med VARNA_DATA.`,
        en: `The folder ${place.cluster} is not a database, but it is not empty either: move it, or choose another folder with VARNA_DATA.`,
      },
      error,
    )
  }
}

/** Made under another name and renamed when whole, since PostgreSQL cannot use a cluster whose making was cut short. */
async function makeCluster(place: Place, binaries: Binaries) {
  const making = path.join(place.home, halfMade + randomBytes(4).toString('hex'))
  mkdirSync(making, { mode: 0o700 })
  if (place.account.other) chownSync(making, place.account.uid, place.account.gid)
  let complaint = ''
  for (const letters of [...letterLocales]) {
    complaint = await initdb(place, binaries, making, letters)
    if (!complaint.includes('locale')) break
  }
  if (!existsSync(path.join(making, 'global/pg_control')) || complaint !== '') {
    rmSync(making, { recursive: true, force: true, maxRetries: 5 })
    throw startError({
      sv: `Databasen gick inte att skapa i ${place.cluster}: ${complaint || 'initdb avslutades i förtid'}`,
      en: `The database could not be made in ${place.cluster}: ${complaint || 'initdb ended too early'}`,
    })
  }
  renameSync(making, place.cluster)
  // The initdb of a killed start may have lived on for a moment and put files back.
  clearHalfMade(place)
  const folder = openSync(place.home, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Locales that know å, ä and ö as letters, the best first. Without one pg_trgm drops them from the words it indexes. */
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C']

/** Runs initdb; the answer is what it complains of, or nothing. */
function initdb(place: Place, binaries: Binaries, folder: string, letters: string): Promise<string> {
  const words = [
    ...['-D', folder, '--username', ownerName, '--auth', 'trust', '--data-checksums', '--no-instructions'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--lc-ctype', letters],
    ...(binaries.major >= 17 ? ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'] : []),
  ]
  return new Promise((resolve) => {
    const child = spawn(path.join(binaries.bin, 'initdb'), words, {
      ...runAs(place.account),
      cwd: '/',
      env: bareEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (status) => resolve(status === 0 ? '' : firstError(said)))
  })
}

const firstError = (said: string) =>
  (said.split('\n').find((line) => /error|FATAL/.test(line)) ?? said.trim().split('\n')[0] ?? '').replace(/^initdb: error: /, '') ||
  'initdb'
