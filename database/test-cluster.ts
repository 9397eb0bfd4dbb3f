import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openDatabase } from '#server/database/launcher.ts'
import { testSettings } from './testing.ts'

/**
 * Starts one embedded cluster for a whole run of tests and puts it away afterwards; each file of tests has schemas of its own in it.
 * With TEST_DATABASE_URL the run uses that server instead.
 */
export default async function testCluster(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => undefined
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-test-'))
  // Started as root, PostgreSQL runs as another user, who has to reach the folder.
  await chmod(folder, 0o755)
  process.env.VARNA_TEST_DATA = folder
  const settings = testSettings('varna')
  const database = await openDatabase(settings)
  const owner = new pg.Client(database.config('owner'))
  await owner.connect()
  // A test's data need not survive a power cut.
  for (const role of [settings.appRole, settings.loaderRole])
    await owner.query(`alter role ${pg.escapeIdentifier(role)} set synchronous_commit = off`)
  await owner.query('alter role current_user set synchronous_commit = off')
  await owner.end()
  return async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
