import { actionWorkflow } from '#areas/actions/action.workflow.ts'
import { type Wording, wordingIn } from '#areas/reporting/server/wording.ts'
import { responses } from '#areas/risk/responses.ts'
import { risk as riskRegister } from '#areas/risk/risk.register.ts'
import { riskSentence, shortened } from '#areas/risk/risk.sentence.ts'
import { riskWorkflow } from '#areas/risk/risk.workflow.ts'
import { consequenceLadder, likelihoodLadder, namedBy, riskLadder } from '#areas/scales/risk.ts'
import { shapeOf } from '#kernel/fields/field.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import type { BriefGrid } from '../brief.ts'
import { formatDate, formatValue } from '../paper/format.ts'
import type { Movement, MovementKind } from './movement.ts'
import { type ActionTold, isOpen, type RiskTold, type Standing } from './standing.ts'

/** How many open risks of each level there were on a day. */
export interface CountOn {
  readonly day: string
  readonly levels: ReadonlyMap<number | null, number>
}

/** How many characters of people's own words have room in a row of many: of each part of the sentence, of a title, of a reason. */
export interface Lengths {
  readonly part: number
  readonly title: number
  readonly why: number
}
export const usualLengths: Lengths = { part: 110, title: 90, why: 180 }

/** What a report on risks is written from. */
export interface RiskTelling extends Wording {
  readonly standing: Standing
  readonly day: string
  readonly previousDay: string
  readonly moved: readonly Movement[]
  /** The earliest first, the day itself last. */
  readonly trend: readonly CountOn[]
  readonly authority: string
  readonly longest: Lengths
  /** The level in the words of the method in force. */
  readonly levelName: (level: number | null) => string
  readonly label: (text: Text) => string
}

/** What an axis of the method calls its levels, lowest first. */
export function axisNames(telling: RiskTelling, axis: 'consequence' | 'likelihood'): { level: number; name: string }[] {
  const ladder = axis === 'consequence' ? consequenceLadder : likelihoodLadder
  return (telling.standing.method?.[axis] ?? [])
    .toSorted((one, other) => one.level - other.level)
    .map(({ level, name }) => ({ level, name: say(namedBy(name, ladder[level - 1]), telling.language) }))
}

export function tellingOf(
  given: Pick<RiskTelling, 'standing' | 'previousDay' | 'moved' | 'trend' | 'authority'> & { readonly language: Language },
): RiskTelling {
  const { language, standing } = given
  return {
    ...wordingIn(language, { value: formatValue, date: formatDate }),
    ...given,
    longest: usualLengths,
    day: standing.day,
    levelName: (level) =>
      level === null
        ? say({ sv: 'Inte värderad', en: 'Not valued' }, language)
        : say(namedBy(standing.method?.levels.find((each) => each.level === level)?.name, riskLadder[level - 1]), language),
    label: (text) => say(text, language),
  }
}

/** `16 Mycket hög`. */
export const valueInWords = ({ levelName }: RiskTelling, value: number | null, level: number | null): string =>
  value === null ? levelName(level) : `${value} ${levelName(level)}`

export const stateInWords = ({ label }: RiskTelling, state: string): string => {
  const states: Readonly<Record<string, { readonly label: Text }>> = riskWorkflow.states
  return states[state] ? label(states[state].label) : state
}

export const actionState = ({ label }: RiskTelling, state: string): string => {
  const states: Readonly<Record<string, { readonly label: Text }>> = actionWorkflow.states
  return states[state] ? label(states[state].label) : state
}

export const responseInWords = ({ label }: RiskTelling, response: string | null): string | null =>
  response && Object.hasOwn(responses, response) ? label(responses[response as keyof typeof responses]) : null

/** The risk as the lead of a row: its reference and title, and below that what may happen. */
export function riskCell(telling: RiskTelling, risk: RiskTold, withSentence = true): string {
  const sentence = withSentence ? riskSentence(risk, telling.language, telling.longest.part) : null
  return [titleCell(telling, risk), ...(sentence ? [sentence] : [])].join('\n')
}

export const titleCell = ({ longest }: RiskTelling, risk: RiskTold): string => `${risk.reference} ${shortened(risk.title, longest.title)}`

/** From now to target, a line each. */
export function levelsCell(telling: RiskTelling, risk: RiskTold): string {
  const { say: words } = telling
  return [
    valueInWords(telling, risk.value, risk.level),
    ...(risk.targetLevel === null ? [] : [`→ ${valueInWords(telling, risk.targetValue, risk.targetLevel)}`]),
    ...(risk.material ? [words('Bedömd som väsentlig', 'Judged material')] : []),
  ].join('\n')
}

/** Who decides and by when, or what has been decided. */
export function decisionCell(telling: RiskTelling, risk: RiskTold): string {
  const { say: words, date, day } = telling
  const decider = risk.decider ?? words('Ingen utpekad', 'Nobody named')
  if (risk.state === 'identified') return words('Ska analyseras', 'To be analysed')
  if (risk.state === 'analysed') {
    if (!risk.decideBy) return decider
    const late = risk.decideBy < day
    return `${decider}\n${late ? words('Skulle ha beslutats', 'Was due') : words('Senast', 'By')} ${date(risk.decideBy)}`
  }
  if (risk.state === 'accepted')
    return `${words('Accepterad', 'Accepted')}${risk.acceptedUntil ? `\n${words('till', 'until')} ${date(risk.acceptedUntil)}` : ''}`
  const response = responseInWords(telling, risk.response)
  return [
    stateInWords(telling, risk.state),
    ...(response ? [response] : []),
    ...(risk.decidedOn ? [`${words('Beslut', 'Decided')} ${date(risk.decidedOn)}`] : []),
  ].join('\n')
}

const finished = ({ state }: ActionTold) => state === 'done' || state === 'effectChecked'

/** Whether an action should have been done by the day. */
export const isLate = (action: ActionTold, day: string): boolean => action.due !== null && action.due < day && !finished(action)

/** What is being done about a risk: the nearest first, at most so many. */
export function actionsCell(telling: RiskTelling, risk: RiskTold, most: number): string {
  const { say: words, date, day, standing, longest } = telling
  const of = standing.actions.filter(({ risks }) => risks.includes(risk.id))
  const waiting = of.filter((one) => !finished(one)).toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'))
  const done = of.length - waiting.length
  const told = waiting.slice(0, most).map((one) => {
    const due = one.due ? `, ${isLate(one, day) ? words('försenad sedan', 'late since') : words('klar', 'due')} ${date(one.due)}` : ''
    return `${shortened(one.label, longest.title)}${due}`
  })
  const rest = waiting.length - told.length
  return (
    [
      ...told,
      ...(rest > 0 ? [words(`och ${rest} till`, `and ${rest} more`)] : []),
      ...(done > 0 ? [words(`${done} ${done === 1 ? 'genomförd' : 'genomförda'}`, `${done} done`)] : []),
    ].join('\n') || words('Ingen åtgärd', 'No action')
  )
}

const kinds: Readonly<Record<MovementKind, Text>> = {
  risen: { sv: 'Ökat', en: 'Risen' },
  fallen: { sv: 'Minskat', en: 'Fallen' },
  new: { sv: 'Ny', en: 'New' },
  closed: { sv: 'Avslutad', en: 'Closed' },
}
const order: readonly MovementKind[] = ['risen', 'new', 'fallen', 'closed']

/** The movements worth the most attention first: what rises before what falls, and the serious before the slight. */
export const inOrder = (moved: readonly Movement[]): Movement[] =>
  moved.toSorted(
    (one, other) =>
      order.indexOf(one.kind) - order.indexOf(other.kind) ||
      (other.risk.level ?? other.before?.level ?? 0) - (one.risk.level ?? one.before?.level ?? 0) ||
      one.risk.reference.localeCompare(other.risk.reference),
  )

/** `två har ökat, en har tillkommit`; null where nothing has moved. */
export function movementInWords(telling: RiskTelling): string | null {
  const { moved, say: words, number, list } = telling
  const parts = (
    [
      ['risen', words('har ökat', 'have risen')],
      ['fallen', words('har minskat', 'have fallen')],
      ['new', words('har tillkommit', 'are new')],
      ['closed', words('har avslutats', 'have been closed')],
    ] as const
  ).flatMap(([kind, deed]) => {
    const count = moved.filter((one) => one.kind === kind).length
    const single = telling.language === 'en' && count === 1
    return count ? [`${number(count, 'en')} ${single ? deed.replace(/^have/, 'has').replace(/^are/, 'is') : deed}`] : []
  })
  return parts.length ? list(parts) : null
}

const kindShape = shapeOf(riskRegister.fields.kind)
const kindOptions: Readonly<Record<string, Text>> = kindShape.kind === 'choice' ? kindShape.options : {}

/** Why it moved: in the words of the one who changed it, or for a new one where it came from. */
function whyCell({ say: words, longest }: RiskTelling, { kind, risk: of, why }: Movement): string {
  if (why) return shortened(why, longest.why)
  const from = kind === 'new' && of.kind ? kindOptions[of.kind] : undefined
  return from ? words(`Uppkom vid: ${from.sv.toLowerCase()}`, `Arose from: ${from.en.toLowerCase()}`) : '–'
}

export function movementGrid(telling: RiskTelling, moved: readonly Movement[]): BriefGrid {
  const { say: words, label } = telling
  const from = ({ kind, risk, before }: Movement): string => {
    if (kind === 'new') return valueInWords(telling, risk.value, risk.level)
    const was = before ? valueInWords(telling, before.value, before.level) : '–'
    return kind === 'closed' ? words(`var ${was}`, `was ${was}`) : `${was}\n→ ${valueInWords(telling, risk.value, risk.level)}`
  }
  return {
    lead: true,
    columns: [
      { heading: words('Risk', 'Risk'), share: 0.38 },
      { heading: words('Rörelse', 'Movement'), share: 0.11 },
      { heading: words('Värde', 'Value'), share: 0.17 },
      { heading: words('Varför', 'Why'), share: 0.34 },
    ],
    rows: moved.map((movement) => [
      titleCell(telling, movement.risk),
      label(kinds[movement.kind]),
      from(movement),
      whyCell(telling, movement),
    ]),
  }
}

export const kroner = ({ value }: RiskTelling, sum: number | null): string => (sum === null ? '–' : value(sum, 'sek'))

/** What an option costs: once and per year. */
export function costInWords(telling: RiskTelling, option: { costOnce: number | null; costYearly: number | null }): string {
  const { say: words } = telling
  const parts = [
    ...(option.costOnce === null ? [] : [kroner(telling, option.costOnce)]),
    ...(option.costYearly === null ? [] : [`${kroner(telling, option.costYearly)} ${words('per år', 'a year')}`]),
  ]
  return parts.join('\n') || '–'
}

export const openIn = ({ standing }: RiskTelling): RiskTold[] => standing.risks.filter(isOpen)
export const overdue = ({ state, decideBy }: RiskTold, day: string): boolean => state === 'analysed' && decideBy !== null && decideBy < day
export const endsBy = ({ state, acceptedUntil }: RiskTold, until: string): boolean =>
  state === 'accepted' && acceptedUntil !== null && acceptedUntil <= until
