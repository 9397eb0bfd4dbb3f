import { roles } from '#kernel/access/roles.ts'
import { dayInWords } from '#kernel/clocks/words.ts'
import type { Language, Text } from '#kernel/language/text.ts'
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

type Recipient = keyof typeof recipients

/** A hand-over as it is told: names in words, days in Sweden as `2026-03-03`. */
export interface HandOver {
  readonly purpose: Purpose
  readonly basis: Basis | null
  readonly role: Recipient | null
  readonly person: string | null
  /** Whom the person deputises for. */
  readonly insteadOf: string | null
  readonly value: number | null
  readonly threshold: number | null
  /** Working days. */
  readonly within: number | null
  readonly since: string
  readonly answerBy: string | null
  readonly acknowledgedOn: string | null
  readonly endedOn: string | null
  readonly state: 'open' | 'acknowledged' | 'done' | 'passedOn'
}

/** The day it is, and the working days left to a day: negative when it has passed. */
export interface Now {
  readonly today: string
  readonly workingDaysTo: (day: string) => number
}

/** The one in the capacity, as the subject of a sentence. */
const subjects: Readonly<Record<Recipient, Text>> = {
  manager: { sv: 'chefen', en: 'the manager' },
  'risk-owner': { sv: 'riskägaren', en: 'the risk owner' },
  'department-head': { sv: 'avdelningschefen', en: 'the head of department' },
  'director-general': { sv: 'generaldirektören', en: 'the director-general' },
  ciso: { sv: 'informationssäkerhetschefen', en: 'the chief information security officer' },
  'head-of-security': { sv: 'säkerhetschefen', en: 'the head of security' },
  'risk-function': { sv: 'riskfunktionen', en: 'the risk function' },
  dpo: { sv: 'dataskyddsombudet', en: 'the data protection officer' },
  preparedness: { sv: 'beredskapssamordnaren', en: 'the preparedness coordinator' },
}
const somebody: Text = { sv: 'den som har mandat', en: 'whoever holds the mandate' }

/** The one in a capacity, within a sentence: `avdelningschefen`. */
export const subjectOf = (role: Recipient | null): Text => (role ? subjects[role] : somebody)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const workingDays = (count: number): Text => ({
  sv: count === 1 ? '1 arbetsdag' : `${count} arbetsdagar`,
  en: count === 1 ? '1 working day' : `${count} working days`,
})

const deeds: Readonly<Record<Purpose, Text>> = {
  analyse: { sv: 'analyserar risken', en: 'analyses the risk' },
  decide: { sv: 'beslutar', en: 'decides' },
  know: { sv: 'ska känna till risken', en: 'is to know of the risk' },
}

/** Why it goes to whom it goes: the first half of the sentence, before the colon. */
function ground({ basis, value, threshold, purpose }: HandOver): Text | null {
  const at: Text = { sv: value === null ? 'Värdet' : `Värde ${value}`, en: value === null ? 'The value' : `Value ${value}` }
  const limit: Text = {
    sv: threshold === null ? 'gränsen' : `gränsen ${threshold}`,
    en: threshold === null ? 'the limit' : `the limit ${threshold}`,
  }
  switch (basis) {
    case 'nearest':
      return { sv: 'Närmaste verksamhetsansvarig', en: 'Nearest operational manager' }
    case 'withinMandate':
      return threshold === null
        ? { sv: `${at.sv} ligger inom mandatet`, en: `${at.en} is within the mandate` }
        : { sv: `${at.sv} är under ${limit.sv}`, en: `${at.en} is below ${limit.en}` }
    case 'beyondMandate':
    case 'toldFrom':
      return { sv: `${at.sv} når ${limit.sv}`, en: `${at.en} reaches ${limit.en}` }
    case 'ownRisk':
      return threshold === null
        ? { sv: 'Ingen beslutar ensam om sin egen risk', en: 'Nobody decides alone on a risk of his own' }
        : {
            sv: `Ingen beslutar ensam om sin egen risk från värdet ${threshold}`,
            en: `Nobody decides alone on a risk of his own from the value ${threshold}`,
          }
    case 'noHolder':
      return { sv: 'Nivån under saknar någon som kan besluta', en: 'The level below has nobody who can decide' }
    case 'raised':
      return { sv: 'Den som skulle besluta har lyft risken', en: 'The one who was to decide has raised the risk' }
    case 'takenOver':
      return { sv: 'En överordnad har tagit över beslutet', en: 'A superior has taken over the decision' }
    case 'notDecided':
      return purpose === 'analyse'
        ? { sv: 'Risken analyserades inte i tid', en: 'The risk was not analysed in time' }
        : { sv: 'Inget beslut kom i tid', en: 'No decision came in time' }
    case 'material':
      return threshold === null
        ? { sv: 'Risken är väsentlig', en: 'The risk is material' }
        : {
            sv: `Risken är väsentlig, ${at.sv.toLowerCase()} når ${limit.sv}`,
            en: `The risk is material, ${at.en.toLowerCase()} reaches ${limit.en}`,
          }
    default:
      return null
  }
}

/** The rule by which a risk was handed over: `Värde 12 når gränsen 10: avdelningschefen beslutar, inom 5 arbetsdagar.` */
export function ruleInWords(handOver: HandOver, language: Language): string {
  const { role, purpose, within } = handOver
  const why = ground(handOver)?.[language]
  const deed = `${subjectOf(role)[language]} ${deeds[purpose][language]}`
  const time =
    within === null || purpose === 'know'
      ? ''
      : language === 'sv'
        ? `, inom ${workingDays(within).sv}`
        : `, within ${workingDays(within).en}`
  return why ? `${why}: ${deed}${time}.` : `${capital(deed)}${time}.`
}

/** With whom a risk lies, since when, and by when: `Ligger hos Karin Wikdahl sedan den 3 mars, senast den 10 mars (om 2 arbetsdagar).` */
function placeInWords(
  { person, insteadOf, since, answerBy, purpose }: HandOver,
  { today, workingDaysTo }: Now,
  language: Language,
): string {
  const sv = language === 'sv'
  if (!person) return sv ? 'Ingen person är utpekad ännu.' : 'Nobody has been named yet.'
  const deputy = insteadOf ? (sv ? `, som ersätter ${insteadOf},` : `, who deputises for ${insteadOf},`) : ''
  const from = dayInWords(since, today)[language]
  if (purpose === 'know') return sv ? `${person}${deputy} fick veta det ${from}.` : `${person}${deputy} was told on ${from}.`
  const lies = sv ? `Ligger hos ${person}${deputy} sedan ${from}` : `With ${person}${deputy} since ${from}`
  if (!answerBy) return `${lies}.`
  const by = dayInWords(answerBy, today)[language]
  const left = workingDaysTo(answerBy)
  if (answerBy < today) {
    const late = workingDays(Math.max(1, -left))[language]
    return sv ? `${lies}. Skulle ha varit klart ${by} (för ${late} sedan).` : `${lies}. Was due by ${by} (${late} ago).`
  }
  const when = answerBy === today ? (sv ? 'i dag' : 'today') : sv ? `om ${workingDays(left).sv}` : `in ${workingDays(left).en}`
  return sv ? `${lies}, senast ${by} (${when}).` : `${lies}, by ${by} (${when}).`
}

/** Who decides, by which rule, with whom it lies and by when. */
export const escalationInWords = (handOver: HandOver, now: Now, language: Language): string =>
  `${ruleInWords(handOver, language)} ${placeInWords(handOver, now, language)}`

/** What came of a hand-over: acknowledged, passed on, done. */
function outcomeInWords({ state, acknowledgedOn, endedOn, answerBy }: HandOver, { today }: Now, language: Language): string[] {
  const sv = language === 'sv'
  const on = (day: string) => dayInWords(day, today)[language]
  const said: string[] = []
  if (acknowledgedOn) said.push(sv ? `Bekräftade ${on(acknowledgedOn)}.` : `Acknowledged on ${on(acknowledgedOn)}.`)
  if (state === 'passedOn')
    said.push(endedOn ? (sv ? `Gick vidare ${on(endedOn)}.` : `Passed on ${on(endedOn)}.`) : sv ? 'Gick vidare.' : 'Passed on.')
  if (state === 'done') said.push(endedOn ? (sv ? `Klart ${on(endedOn)}.` : `Done ${on(endedOn)}.`) : sv ? 'Klart.' : 'Done.')
  if (state === 'open' && !acknowledgedOn) said.push(sv ? 'Har inte bekräftat än.' : 'Has not acknowledged yet.')
  if ((state === 'open' || state === 'acknowledged') && answerBy) said.push(sv ? `Senast ${on(answerBy)}.` : `By ${on(answerBy)}.`)
  return said
}

const received: Readonly<Record<Purpose, Text>> = {
  analyse: { sv: 'fick risken för att analysera den', en: 'was handed the risk to analyse it' },
  decide: { sv: 'fick risken för beslut', en: 'was handed the risk for decision' },
  know: { sv: 'fick veta om risken', en: 'was told of the risk' },
}

/** A hand-over as a piece of the story: who, as what, why, and what came of it. */
export function handOverInWords(
  handOver: HandOver,
  now: Now,
  language: Language,
): { readonly deed: string; readonly why: string; readonly outcome: string } {
  const { person, insteadOf, role, purpose } = handOver
  const sv = language === 'sv'
  const who = person ?? (sv ? 'Ingen' : 'Nobody')
  const as = role ? `, ${recipients[role][language]}` : ''
  const deputy = insteadOf ? (sv ? `, ersätter ${insteadOf}` : `, deputising for ${insteadOf}`) : ''
  return {
    deed: `${who}${as}${deputy}${as || deputy ? ',' : ''} ${received[purpose][language]}.`,
    why: ruleInWords(handOver, language),
    outcome: outcomeInWords(handOver, now, language).join(' '),
  }
}
