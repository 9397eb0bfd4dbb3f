import { parseArgs } from 'node:util'
import { demonstrationName, loadStory } from '#database/demo/load.ts'
import { story } from '#database/demo/story.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { say } from '#kernel/language/text.ts'
import { isUnused } from '#kernel/store/unused.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

/** Plays the demonstration authority into an empty database. */
export const demoCommand: Command = {
  name: 'demo',
  summary: { sv: 'Lägger in demonstrationsmyndigheten i en tom databas', en: 'Loads the demonstration authority into an empty database' },
  usage: { sv: 'varna demo [--employees 1600]', en: 'varna demo [--employees 1600]' },
  async run(args, { settings, out }) {
    const { values } = parseArgs({ args, options: { employees: { type: 'string', default: '1600' } } })
    const employees = Number(values.employees)
    if (!Number.isInteger(employees) || employees < 100 || employees > 200_000)
      throw startError({
        sv: 'Ange antalet anställda som ett heltal mellan 100 och 200000.',
        en: 'State the number of employees as a whole number between 100 and 200000.',
      })
    return withServices(settings, async (services, database, schemas) => {
      if (!(await isUnused(database.config('owner'), schemas)))
        throw startError({
          sv: 'Databasen är inte tom: demonstrationen läggs bara in i en ny. Välj en annan mapp med VARNA_DATA.',
          en: 'The database is not empty: the demonstration is only loaded into a new one. Choose another folder with VARNA_DATA.',
        })
      await loadStory(database, services.catalogue, schemas, story({ employees, today: dayIn(services.clock.now()) }), demonstrationName)
      out(say({ sv: `${demonstrationName} är inlagt.`, en: `${demonstrationName} is loaded.` }, settings.language))
      return 0
    })
  },
}
