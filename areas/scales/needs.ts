import { calculated, derived, scale } from '#kernel/fields/builders.ts'
import type { Text } from '#kernel/language/text.ts'

/**
 * The common ladder of needs of protection, 0–5. A classification model uses three to six of its rungs under its own
 * names; since the rung is what is stored, values made with different versions of the model can be compared.
 */
export const rungs: readonly Text[] = [
  { sv: 'Ingen eller försumbar', en: 'None or negligible' },
  { sv: 'Måttlig', en: 'Moderate' },
  { sv: 'Betydande', en: 'Significant' },
  { sv: 'Allvarlig', en: 'Serious' },
  { sv: 'Mycket allvarlig', en: 'Very serious' },
  { sv: 'Synnerligen allvarlig', en: 'Exceptionally serious' },
]
export const highestRung = rungs.length - 1

/** The aspects whose need flows on from what carries to what is carried by: konfidentialitet, riktighet, tillgänglighet, spårbarhet. */
export const aspects = ['confidentiality', 'integrity', 'availability', 'traceability'] as const
export type Aspect = (typeof aspects)[number]

export const aspectNames: Readonly<Record<Aspect, Text>> = {
  confidentiality: { sv: 'Konfidentialitet', en: 'Confidentiality' },
  integrity: { sv: 'Riktighet', en: 'Integrity' },
  availability: { sv: 'Tillgänglighet', en: 'Availability' },
  traceability: { sv: 'Spårbarhet', en: 'Traceability' },
}

/** A need per aspect, as rungs; null where nothing is known. */
export type Need = Readonly<Record<Aspect, number | null>>

const protection = { first: 0, tone: 'protection' } as const
export const needScale = (label: Text) => scale(label, rungs, protection)
export const needOf = (aspect: Aspect) => needScale(aspectNames[aspect])

/** The highest of the needs; null where none is known. */
export const highest = (need: Partial<Record<Aspect, number | null>>): number | null => {
  const known = aspects.flatMap((aspect) => need[aspect] ?? [])
  return known.length ? Math.max(...known) : null
}

const level = derived(needScale({ sv: 'Skyddsnivå', en: 'Protection level' }), { from: [...aspects], by: highest })

/** The needs that follow from the classification in force. */
export const needFields = {
  confidentiality: calculated(needOf('confidentiality')),
  integrity: calculated(needOf('integrity')),
  availability: calculated(needOf('availability')),
  traceability: calculated(needOf('traceability')),
  level,
}

const inherited = (aspect: Text) =>
  calculated(needScale({ sv: `Ärvd ${aspect.sv.toLowerCase()}`, en: `Inherited ${aspect.en.toLowerCase()}` }))
const byHand = (aspect: Text) => needScale({ sv: `${aspect.sv}, satt för hand`, en: `${aspect.en}, set by hand` })

/** What holds for an aspect: the value set by hand where there is one, otherwise what is inherited. */
const holding = <A extends Aspect>(aspect: A) => {
  const name = `${aspect.charAt(0).toUpperCase()}${aspect.slice(1)}`
  return derived(needOf(aspect), {
    from: [`set${name}`, `inherited${name}`],
    by: (record: Record<string, number | null>) => record[`set${name}`] ?? record[`inherited${name}`] ?? null,
  })
}

/** The needs of what carries information: inherited, set by hand with a reason (aggregation may raise them), and what holds. */
export const carrierFields = {
  inheritedConfidentiality: inherited(aspectNames.confidentiality),
  inheritedIntegrity: inherited(aspectNames.integrity),
  inheritedAvailability: inherited(aspectNames.availability),
  inheritedTraceability: inherited(aspectNames.traceability),
  setConfidentiality: byHand(aspectNames.confidentiality),
  setIntegrity: byHand(aspectNames.integrity),
  setAvailability: byHand(aspectNames.availability),
  setTraceability: byHand(aspectNames.traceability),
  confidentiality: holding('confidentiality'),
  integrity: holding('integrity'),
  availability: holding('availability'),
  traceability: holding('traceability'),
  level,
}

/** A need set by hand stands beside the inherited one with its reason (mängden eller sammanställningen kan höja det). */
export const reasonedByHand = (record: {
  readonly setConfidentiality: number | null
  readonly setIntegrity: number | null
  readonly setAvailability: number | null
  readonly setTraceability: number | null
  readonly setGrounds: string | null
}): Text | null =>
  [record.setConfidentiality, record.setIntegrity, record.setAvailability, record.setTraceability].some((value) => value !== null) &&
  !record.setGrounds?.trim()
    ? {
        sv: 'Skriv varför skyddsbehovet är satt för hand, till exempel att mängden uppgifter gör dem mer skyddsvärda.',
        en: 'Write why the need is set by hand, for example that the amount of information makes it more worth protecting.',
      }
    : null
