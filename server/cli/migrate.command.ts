import { say } from '#kernel/language/text.ts'
import { openDatabase } from '../database/launcher.ts'
import { migrateDatabase, schemasOf } from '../start.ts'
import type { Command } from './command.ts'

/** Brings the tables to this version without starting the server. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: { sv: 'För databasen till den här versionen', en: 'Brings the database to this version' },
  usage: { sv: 'varna migrate', en: 'varna migrate' },
  async run(_args, { settings, out }) {
    const database = await openDatabase(settings)
    try {
      const done = await migrateDatabase(database, schemasOf(settings))
      out(
        done.length
          ? done.join('\n')
          : say({ sv: 'Databasen är redan i den här versionen.', en: 'The database is already at this version.' }, settings.language),
      )
      return 0
    } finally {
      await database.close()
    }
  },
}
