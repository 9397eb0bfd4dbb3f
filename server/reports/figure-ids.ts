import { varnaFigures, varnaMatters } from '#areas/server/figures.ts'
import type { Asker } from '#kernel/figures/server/ask.ts'
import { recordsOf } from '#kernel/figures/server/measure.ts'
import { invalid } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'

/** What a figure is asked with on a day: the actor of the transaction asks. */
export const askerOf = (services: Services, person: string | null, today: string): Asker => ({
  catalogue: services.catalogue,
  history: services.store.schemas.history,
  today,
  person,
})

/** The records behind a figure, or behind a sentence of the position (`waiting.…`, `late.…`), as the transaction sees them. */
export async function figureIds(services: Services, tx: Transaction, key: string, today: string): Promise<string[]> {
  const found = varnaFigures.get(key) ?? varnaMatters.get(key)
  if (!found) {
    throw invalid([
      {
        field: 'figure',
        code: 'unknown-figure',
        message: { sv: `Det finns ingen siffra som heter "${key}".`, en: `There is no figure called "${key}".` },
      },
    ])
  }
  return recordsOf(tx, askerOf(services, tx.actor.person, today), found)
}
