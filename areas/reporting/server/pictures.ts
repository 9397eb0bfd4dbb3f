import { levelInWords, movementOf } from './prose/evaluation.ts'
import type { Telling } from './telling.ts'
import { valueIn } from './telling.ts'
import { capital } from './wording.ts'

/** A table of ready-worded cells. */
export interface TableShown {
  readonly caption: string
  readonly columns: { heading: string; align?: 'left' | 'right' }[]
  readonly rows: string[][]
}

/** A picture of a few points, whose title says what it shows. */
export interface ChartShown {
  readonly title: string
  readonly alt: string
  readonly kind: 'bars' | 'trend'
  readonly unit: 'share' | 'count'
  readonly points: { label: string; value: number; previous?: number }[]
}

export interface Pictures {
  readonly tables: TableShown[]
  readonly charts: ChartShown[]
}

const none: Pictures = { tables: [], charts: [] }

/** A figure on some days, the earliest first. */
export type Series = readonly { readonly day: string; readonly value: number | null }[]

const levels = [
  { key: 'extreme', sv: 'Extrem', en: 'Extreme' },
  { key: 'very-high', sv: 'Mycket hög', en: 'Very high' },
  { key: 'high', sv: 'Hög', en: 'High' },
  { key: 'medium', sv: 'Medel', en: 'Medium' },
  { key: 'low', sv: 'Låg', en: 'Low' },
]

function risks(telling: Telling): Pictures {
  const { say, language, day, date, value } = telling
  const open = valueIn(telling, 'security-risks.open')
  if (!open) return none
  // The fifth level is shown only by those who use it.
  const rows = levels
    .map((level) => ({ key: level.key, label: level[language], ...telling.figure(`security-risks.open-by-level.${level.key}`) }))
    .filter(({ key, value: now, previous }) => key !== 'extreme' || Boolean(now) || Boolean(previous))
  const hasBefore = rows.some(({ previous }) => previous !== null)
  const high = (rows[0]?.value ?? 0) + (rows[1]?.value ?? 0)
  const points = rows.map(({ label, value: now, previous }) => ({
    label,
    value: now ?? 0,
    ...(hasBefore ? { previous: previous ?? 0 } : {}),
  }))
  const counted = points.map(({ label, value: now }) => `${label.toLowerCase()} ${value(now, 'count')}`).join(', ')
  return {
    charts: [
      {
        title: say(
          `${capital(telling.number(high, 'en'))} av ${telling.number(open, 'en')} ${open === 1 ? 'öppen risk' : 'öppna risker'} ligger på någon av de två högsta nivåerna`,
          `${capital(telling.number(high))} of ${telling.many(open, 'one open risk', 'open risks')} ${high === 1 ? 'is' : 'are'} at one of the two highest levels`,
        ),
        alt: say(
          `Liggande staplar för risknivåerna den ${date(day)}: ${counted}.`,
          `Horizontal bars for the risk levels on ${date(day)}: ${counted}.`,
        ),
        kind: 'bars',
        unit: 'count',
        points,
      },
    ],
    tables: [],
  }
}

function training(telling: Telling, series: Series): Pictures {
  const { say, value } = telling
  const known = series.flatMap(({ day, value: share }) => (share === null ? [] : [{ day, share }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2) return none
  const [from, to] = [value(first.share, 'share'), value(last.share, 'share')]
  const year = (day: string) => day.slice(0, 4)
  const moved =
    last.share > first.share
      ? say(
          `Andelen med giltig utbildning har ökat från ${from} till ${to} sedan ${year(first.day)}`,
          `The share with valid training has grown from ${from} to ${to} since ${year(first.day)}`,
        )
      : last.share < first.share
        ? say(
            `Andelen med giltig utbildning har minskat från ${from} till ${to} sedan ${year(first.day)}`,
            `The share with valid training has fallen from ${from} to ${to} since ${year(first.day)}`,
          )
        : say(
            `Andelen med giltig utbildning är densamma som ${year(first.day)}`,
            `The share with valid training is the same as in ${year(first.day)}`,
          )
  const counted = known.map(({ day, share }) => `${telling.date(day)} ${value(share, 'share')}`).join(', ')
  return {
    tables: [],
    charts: [
      {
        title: moved,
        alt: say(
          `Linje med andelen medarbetare som har en giltig säkerhetsutbildning: ${counted}.`,
          `Line of the share of employees with valid security training: ${counted}.`,
        ),
        kind: 'trend',
        unit: 'share',
        points: known.map(({ day, share }) => ({ label: year(day), value: share })),
      },
    ],
  }
}

function incidentKinds(telling: Telling): Pictures {
  const { say, facts, number, value } = telling
  const [commonest] = facts.incidentKinds
  const total = facts.incidentKinds.reduce((sum, { count }) => sum + count, 0)
  if (!commonest || facts.incidentKinds.length < 2) return none
  const points = facts.incidentKinds.map(({ kind, count }) => ({ label: capital(telling.choice('incident', 'kind', kind)), value: count }))
  const counted = points.map(({ label, value: count }) => `${label} ${value(count, 'count')}`).join(', ')
  const isTied = facts.incidentKinds[1]?.count === commonest.count
  return {
    tables: [],
    charts: [
      {
        title: isTied
          ? say('Granskade händelser efter typ', 'Reviewed events by kind')
          : say(
              `Vanligast var ${telling.choice('incident', 'kind', commonest.kind)}: ${number(commonest.count, 'en')} av ${number(total, 'en')} granskade händelser`,
              `The commonest kind was ${telling.choice('incident', 'kind', commonest.kind)}: ${number(commonest.count)} of ${number(total)} reviewed events`,
            ),
        alt: say(
          `Liggande staplar för årets händelser efter typ: ${counted}.`,
          `Horizontal bars for the events of the year by kind: ${counted}.`,
        ),
        kind: 'bars',
        unit: 'count',
        points,
      },
    ],
  }
}

function evaluated(telling: Telling): Pictures {
  const { say, facts, value } = telling
  const [latest, before] = facts.rounds
  if (!latest || !before || facts.areas.length === 0) return none
  const words = { better: say('bättre', 'better'), worse: say('sämre', 'worse'), unchanged: say('oförändrat', 'unchanged') }
  return {
    charts: [],
    tables: [
      {
        caption: say(
          `Andel av frågorna som är på plats, område för område: ${before.name} (${levelInWords(telling, before.level)}) och ${latest.name} (${levelInWords(telling, latest.level)})`,
          `Share of the questions in place, area by area: ${before.name} (${levelInWords(telling, before.level)}) and ${latest.name} (${levelInWords(telling, latest.level)})`,
        ),
        columns: [
          { heading: say('Område', 'Area') },
          { heading: before.heldOn.slice(0, 4), align: 'right' },
          { heading: latest.heldOn.slice(0, 4), align: 'right' },
          { heading: say('Bedömning', 'Judgement') },
        ],
        rows: facts.areas.map((area) => {
          const movement = movementOf(area)
          return [
            area.area,
            area.before === null ? '–' : value(area.before, 'share'),
            value(area.now, 'share'),
            movement ? words[movement] : say('ny', 'new'),
          ]
        }),
      },
    ],
  }
}

/** The tables and pictures of a section, made only where there is something to show. */
export function picturesOf(key: string, telling: Telling, completion: Series): Pictures {
  switch (key) {
    case 'security-risks':
      return risks(telling)
    case 'awareness':
      return training(telling, completion)
    case 'incidents':
      return incidentKinds(telling)
    case 'evaluation':
      return evaluated(telling)
    default:
      return none
  }
}
