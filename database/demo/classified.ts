import { modelOn } from './models.ts'
import { create, type Moment, move, swedish, update, workday } from './script.ts'

/** A yearly classification: the values as the owner and the information security function agreed on them at a meeting. */
export interface Classified {
  readonly asset: string
  readonly owner: string
  readonly unit: string
  readonly on: string
  /** Confidentiality, integrity, availability. */
  readonly need: readonly [number, number, number]
  readonly grounds?: string
  readonly reviewBy: string
  readonly occasion: 'new' | 'review' | 'changed' | 'model'
  readonly why: string
}

export const classificationKey = (asset: string, on: string) => `kl-${asset}-${on}`

export const broughtValues = ({ on, need, grounds, reviewBy }: Pick<Classified, 'on' | 'need' | 'grounds' | 'reviewBy'>) => ({
  classifiedOn: on,
  broughtConfidentiality: need[0],
  broughtIntegrity: need[1],
  broughtAvailability: need[2],
  ...(grounds ? { grounds } : {}),
  reviewBy,
})

/** What was agreed the same day: written down by the information security function, decided by each information owner. */
export const classifiedTogether = (all: readonly Classified[], today?: string): Moment[] => {
  const days = [...Map.groupBy(all, ({ on }) => workday(on))]
  return days.flatMap(([day, same]) => [
    ...[...Map.groupBy(same, ({ why }) => why)].map(
      ([why, alike], index): Moment => ({
        at: swedish(day, `10:${String(10 + index)}`),
        actor: 'ciso',
        reason: why,
        steps: alike.map((each) =>
          create('classification', classificationKey(each.asset, each.on), {
            asset: `@${each.asset}`,
            model: `@${modelOn(day, today)}`,
            unit: `@${each.unit}`,
            owner: `@${each.owner}`,
            occasion: each.occasion,
            ...broughtValues(each),
          }),
        ),
      }),
    ),
    ...[...Map.groupBy(same, ({ owner, why }) => `${owner} ${why}`).values()].flatMap((alike, index): Moment[] =>
      alike[0]
        ? [
            {
              at: swedish(day, `14:${String(10 + index)}`),
              actor: alike[0].owner,
              reason: alike[0].why,
              steps: alike.map((each) => move(classificationKey(each.asset, each.on), 'decide')),
            },
          ]
        : [],
    ),
  ])
}

/** A planned classification of a campaign that only confirms the values there were. */
export const confirmedInCampaign = (all: readonly Classified[], key: (asset: string) => string): Moment[] =>
  all.flatMap((each) => {
    const day = workday(each.on)
    return [
      { at: swedish(day, '10:31'), actor: 'ciso', reason: each.why, steps: [move(key(each.asset), 'start')] },
      { at: swedish(day, '10:32'), actor: 'ciso', reason: each.why, steps: [update(key(each.asset), broughtValues(each))] },
      { at: swedish(day, '14:31'), actor: each.owner, reason: each.why, steps: [move(key(each.asset), 'decide')] },
    ]
  })
