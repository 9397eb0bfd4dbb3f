import { roles } from '#kernel/access/roles.ts'
import type { Text } from '#kernel/language/text.ts'
import { mandateLabels } from './mandates.ts'
import { toldRoles } from './risk-method.content.ts'

/** What a risk is handed over for. */
export const purposes = {
  analyse: { sv: 'Analysera', en: 'Analyse' },
  decide: { sv: 'Besluta', en: 'Decide' },
  know: { sv: 'Känna till', en: 'Know of it' },
} as const
export type Purpose = keyof typeof purposes

/** In which capacity somebody is handed a risk. */
export const recipients = {
  ...mandateLabels,
  ...(Object.fromEntries(toldRoles.map((role) => [role, roles[role].label])) as Readonly<Record<(typeof toldRoles)[number], Text>>),
} as const

/** The rules by which a risk is handed over. */
export const bases = {
  nearest: { sv: 'Närmaste verksamhetsansvarig', en: 'Nearest operational manager' },
  withinMandate: { sv: 'Inom mandatet', en: 'Within the mandate' },
  beyondMandate: { sv: 'Värdet når gränsen för mandatet', en: 'The value reaches the limit of the mandate' },
  ownRisk: { sv: 'Ingen beslutar ensam om sin egen risk', en: 'Nobody decides alone on a risk of his own' },
  noHolder: { sv: 'Nivån under saknar någon som kan besluta', en: 'The level below has nobody who can decide' },
  raised: { sv: 'Lyft av den som skulle besluta', en: 'Raised by the one who was to decide' },
  takenOver: { sv: 'Övertagen av överordnad', en: 'Taken over by a superior' },
  notDecided: { sv: 'Inget beslut i tid', en: 'No decision in time' },
  material: { sv: 'Väsentlig risk', en: 'Material risk' },
  toldFrom: { sv: 'Ska känna till risker från ett visst värde', en: 'Is to know of risks from a certain value' },
} as const
export type Basis = keyof typeof bases
