import { sql } from 'kysely'
import type { Figure } from '#kernel/figures/figure.ts'
import { countingRecords } from '#kernel/figures/server/builders.ts'

export const cooperationFigures: Figure[] = [
  countingRecords({
    key: 'cooperation.forums',
    label: { sv: 'Forum som myndigheten deltar i', en: 'Forums the authority takes part in' },
    definition: {
      sv: 'Antalet forum för samverkan om informationssäkerhet, med andra och inom myndigheten, som myndigheten deltar i denna dag.',
      en: 'The number of forums for cooperation on information security, with others and within the authority, in which the authority takes part on this day.',
    },
    better: 'neither',
    of: 'forums',
    records: (ask) =>
      sql`select t.id from forum t where t.withdrawn_at is null and (t.active_from is null or t.active_from <= ${ask.today}::date) and (t.active_to is null or t.active_to >= ${ask.today}::date)`,
  }),
]
