import { sql } from 'kysely'
import { risk as riskRegister } from '#areas/risk/risk.register.ts'
import { scopesFor } from '#kernel/access/access.ts'
import { addMonths, addYears, dayIn, endOf } from '#kernel/clocks/clock.ts'
import { versionsOf } from '#kernel/history/history.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import { forbidden, notFound } from '#kernel/problems/problem.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import type { Services } from '../../services.ts'
import type { Brief, BriefSection } from '../brief.ts'
import { formatDate } from '../paper/format.ts'
import type { Reading } from '../records.ts'
import { directorSections, mostPages, rooms } from './director.ts'
import { functionSections } from './function.ts'
import { type Movement, movements, withReasons } from './movement.ts'
import { oneSections, type Step, sheets } from './one.ts'
import { isOpen, isSerious, narrowed, type RiskTold, readRisks, readStanding, type Standing, unitAndBelow } from './standing.ts'
import { type CountOn, inOrder, openIn, type RiskTelling, stateInWords, tellingOf, valueInWords } from './telling.ts'
import { unitSections } from './unit.ts'

/** The reports on risks: for the director-general, for the risk function, of a unit, of one risk. */
export const riskReports = {
  director: { sv: 'Risker till generaldirektören', en: 'Risks for the director-general' },
  function: { sv: 'Riskrapport till riskfunktionen', en: 'Risk report to the risk function' },
  unit: { sv: 'Enhetens risker', en: 'Risks of the unit' },
  risk: { sv: 'En risk på en sida', en: 'One risk on a page' },
} as const satisfies Record<string, Text>
export type RiskReportKind = keyof typeof riskReports

export interface RiskQuestion {
  readonly kind: RiskReportKind
  /** The moment the report looks back to; null for now. */
  readonly asOf: Date | null
  readonly language: Language
  /** How far back it compares. */
  readonly since: 'quarter' | 'year'
  /** The identity of the unit, or of the risk, that the report is about. */
  readonly about: string | null
}

/** A report ready for paper, with what was read for it; what is promised to be short also with less in it, where the most has no room. */
export interface RiskReport {
  readonly brief: Brief
  readonly shorter: readonly Brief[]
  /** So many pages it has room on at most, where it is promised to be short. */
  readonly pages: number
  readonly telling: RiskTelling
  /** The risks with a secrecy marking that it tells of. */
  readonly secret: readonly string[]
}

/** Refuses those who do not see the whole: a report counted from a part of the authority would be taken for the whole of it. */
export function mayReadWhole(actor: Pick<Actor, 'roles'>): boolean {
  const scopes = scopesFor(riskRegister.access, 'read')
  return actor.roles.some((role) => role === 'system' || scopes[role] === 'all')
}

const refuseParts = () =>
  forbidden({
    sv: 'Rapporten räknas ur hela myndighetens risker. Din roll ser bara en del av dem. Du kan hämta rapporten om en enhet eller om en risk.',
    en: 'The report is counted from the risks of the whole authority. Your role sees only a part of them. You can get the report of a unit or of one risk.',
  })

/** How many quarters the trend goes back. */
const quarters = 6

/** The open risks by level, as the transaction sees them; of some units where they are given. */
async function countOn(tx: Transaction, day: string, units: ReadonlySet<string> | null): Promise<CountOn> {
  const rows = await tx.rows<{ level: number | null; count: number }>(
    sql`select t.level::integer as level, count(*)::integer as count from risk t where t.withdrawn_at is null and t.state <> 'closed'
      ${units ? sql`and t.unit = any (${[...units]}::uuid[])` : sql``} group by 1`,
  )
  return { day, levels: new Map(rows.map(({ level, count }) => [level, count])) }
}

/** The most movements whose reasons are looked up: more are told of in no report. */
const mostMoved = 60

interface Read {
  readonly standing: Standing
  readonly moved: readonly Movement[]
  readonly story: readonly Step[]
  readonly trend: readonly CountOn[]
  readonly unit: string | null
}

const decisive = new Set(['analyse', 'treat', 'accept', 'raise', 'takeOver', 'takeBack', 'reopen', 'callBack', 'close'])

async function storyOf(reading: Reading, id: string, until: Date | null): Promise<Step[]> {
  const { services, tx } = reading
  const rows = await versionsOf(tx, services.store, services.catalogue, services.catalogue.register('risk'), id, null)
  return rows
    .filter(({ move, at }) => move !== null && decisive.has(move) && (!until || new Date(at) <= until))
    .map(({ at, by, move, reason }) => ({ on: dayIn(new Date(at)), by: by?.label ?? null, move: move ?? '', reason }))
    .reverse()
}

/** Reads what the report tells of, in snapshots of the days it compares; all as the one who asks. */
async function read(services: Services, actor: Actor, question: RiskQuestion, day: string, previousDay: string): Promise<Read> {
  const { store } = services
  const { asOf, language, kind, about } = question
  const reading = (tx: Transaction, on: string): Reading => ({ services, tx, day: on, language })
  if (kind === 'risk') {
    return store.read(actor, asOf, async (tx) => {
      const standing = await readStanding(reading(tx, day), about)
      if (!about || !standing.risks.length) throw notFound()
      return { standing, moved: [], story: await storyOf(reading(tx, day), about, asOf), trend: [], unit: null }
    })
  }
  const before = await store.read(actor, endOf(previousDay), (tx) => readRisks(reading(tx, previousDay)))
  const now = await store.read(actor, asOf, async (tx) => {
    const whole = await readStanding(reading(tx, day))
    const units = kind === 'unit' ? unitAndBelow(whole, about ?? '') : null
    const unit = about === null ? null : (whole.units.get(about)?.name ?? null)
    if (kind === 'unit' && unit === null) throw notFound()
    const standing = units ? narrowed(whole, (risk) => risk.unit !== null && units.has(risk.unit.id)) : whole
    const ordered = inOrder(movements(before, standing.risks))
    const told = await withReasons(reading(tx, day), ordered.slice(0, mostMoved), endOf(previousDay), asOf)
    return { standing, moved: [...told, ...ordered.slice(mostMoved)], unit, units, counted: await countOn(tx, day, units) }
  })
  const days = Array.from({ length: quarters }, (_, index) => addMonths(day, -3 * (quarters - index)))
  const earlier: CountOn[] = []
  for (const on of days) earlier.push(await store.read(actor, endOf(on), (tx) => countOn(tx, on, now.units)))
  return { standing: now.standing, moved: now.moved, unit: now.unit, story: [], trend: [...earlier, now.counted] }
}

const words = {
  subtitle: { sv: 'Riskrapport', en: 'Risk report' },
  risk: { sv: 'Risk', en: 'Risk' },
  asOf: { sv: 'Läget den', en: 'Position on' },
  compared: { sv: 'Jämfört med', en: 'Compared with' },
  open: { sv: 'Öppna risker', en: 'Open risks' },
  serious: { sv: 'Allvarliga', en: 'Serious' },
  unit: { sv: 'Enhet', en: 'Unit' },
  owner: { sv: 'Riskägare', en: 'Risk owner' },
  value: { sv: 'Riskvärde', en: 'Risk value' },
  state: { sv: 'Läge', en: 'State' },
  decider: { sv: 'Beslutar', en: 'Decides' },
  decideBy: { sv: 'Beslut senast', en: 'Decide by' },
  reviewBy: { sv: 'Omprövas senast', en: 'Review by' },
  marking: {
    sv: 'Innehåller uppgifter med sekretessmarkering: {provisions}.',
    en: 'Holds information with a secrecy marking: {provisions}.',
  },
  note: { sv: 'Så här såg det ut den {day}.', en: 'As it stood on {day}.' },
  noteFor: { sv: 'Visar det som {name} har rätt att läsa.', en: 'Shows what {name} may read.' },
} satisfies Record<string, Text>

const fact = (language: Language, label: Text, value: string | null) => (value ? [{ label: say(label, language), value }] : [])

function factsOf(telling: RiskTelling, { kind, language }: RiskQuestion, unit: string | null): Brief['facts'] {
  const { date, day, previousDay, standing } = telling
  const [risk] = standing.risks
  if (kind === 'risk' && risk)
    return [
      ...fact(language, words.unit, risk.unit?.label ?? null),
      ...fact(language, words.owner, risk.owner),
      ...fact(language, words.value, valueInWords(telling, risk.value, risk.level)),
      ...fact(language, words.state, stateInWords(telling, risk.state)),
      ...fact(language, words.decider, risk.state === 'analysed' ? risk.decider : null),
      ...fact(language, words.decideBy, risk.state === 'analysed' && risk.decideBy ? date(risk.decideBy) : null),
      ...fact(language, words.reviewBy, risk.reviewBy ? date(risk.reviewBy) : null),
      ...fact(language, words.asOf, date(day)),
    ]
  const open = openIn(telling)
  return [
    ...fact(language, words.asOf, date(day)),
    ...fact(language, words.open, String(open.length)),
    ...fact(language, words.compared, date(previousDay)),
    ...fact(language, words.serious, String(open.filter((one) => isSerious(standing.method, one)).length)),
    ...fact(language, words.unit, kind === 'unit' ? unit : null),
  ]
}

function sectionsOf(telling: RiskTelling, { kind }: RiskQuestion, { unit, story }: Read): BriefSection[] {
  const [risk] = telling.standing.risks
  if (kind === 'risk' && risk) return oneSections(telling, risk, story)
  if (kind === 'unit') return unitSections(telling, unit ?? '')
  return kind === 'function' ? functionSections(telling) : directorSections(telling)
}

const filled = (text: Text, language: Language, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), say(text, language))

/** The provisions of the markings, where something told of has one. */
function markingOf(told: readonly RiskTold[], language: Language): string | null {
  const provisions = [...new Set(told.flatMap(({ marking }) => marking ?? []))].sort()
  return provisions.length ? filled(words.marking, language, { provisions: provisions.join(', ') }) : null
}

/** Reads and writes a report on risks from the records, as they stood on a day and as far as the one who asks may see them. */
export async function riskReport(services: Services, actor: Actor, question: RiskQuestion): Promise<RiskReport> {
  const { kind, language, asOf, since } = question
  if ((kind === 'director' || kind === 'function') && !mayReadWhole(actor)) throw refuseParts()
  const now = services.clock.now()
  const day = dayIn(asOf ?? now)
  const previousDay = since === 'year' ? addYears(day, -1) : addMonths(day, -3)
  const found = await read(services, actor, question, day, previousDay)
  const authority = (await services.identity.authority())?.name ?? say({ sv: 'Myndigheten', en: 'The authority' }, language)
  const telling = tellingOf({ ...found, language, authority, previousDay })
  const [risk] = found.standing.risks
  const told = kind === 'risk' ? found.standing.risks : [...found.standing.risks.filter(isOpen), ...found.moved.map((one) => one.risk)]
  const brief: Brief = {
    kind: 'brief',
    authority,
    title:
      kind === 'risk' && risk
        ? risk.title
        : kind === 'unit'
          ? `${say(riskReports.unit, language)}: ${found.unit ?? ''}`
          : say(riskReports[kind], language),
    subtitle: kind === 'risk' && risk ? `${say(words.risk, language)} ${risk.reference}` : say(words.subtitle, language),
    marking: markingOf(told, language),
    language,
    facts: factsOf(telling, question, found.unit),
    sections: sectionsOf(telling, question, found),
    note: [
      filled(words.note, language, { day: formatDate(day, language) }),
      ...(actor.person ? [filled(words.noteFor, language, { name: actor.name })] : []),
    ].join(' '),
    madeAt: now.toISOString(),
  }
  const lesser =
    kind === 'director'
      ? rooms.slice(1).map((room) => directorSections(telling, room))
      : kind === 'risk' && risk
        ? sheets.slice(1).map((sheet) => oneSections(telling, risk, found.story, sheet))
        : []
  return {
    telling,
    shorter: lesser.map((sections) => ({ ...brief, sections })),
    pages: kind === 'risk' ? 1 : mostPages,
    brief,
    secret: [...new Set(told.filter(({ marking }) => marking).map(({ id }) => id))],
  }
}
