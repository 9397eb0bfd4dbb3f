import { capital } from '#areas/reporting/server/wording.ts'
import { levelBy } from '#areas/scales/risk-value.ts'
import type { HeatMap } from '../brief.ts'
import type { ReportChart } from '../report.ts'
import type { RiskTold } from './standing.ts'
import { axisNames, openIn, type RiskTelling } from './telling.ts'

/** Where the open risks lie in the matrix of the method; nothing where there is no method or no risk is valued. */
export function heatMap(telling: RiskTelling): HeatMap[] {
  const { say, standing, many, date, day, levelName, number } = telling
  const { method } = standing
  const placed = openIn(telling).filter(({ consequence, likelihood }) => consequence !== null && likelihood !== null)
  if (!method || !placed.length) return []
  const rows = axisNames(telling, 'consequence').reverse()
  const columns = axisNames(telling, 'likelihood')
  const cells = rows.map((row) =>
    columns.map((column) => ({
      level: levelBy(method, row.level, column.level) ?? 0,
      count: placed.filter((risk) => risk.consequence === row.level && risk.likelihood === column.level).length,
    })),
  )
  const told = rows.flatMap((row, at) =>
    columns.flatMap((column, place) => {
      const count = cells[at]?.[place]?.count ?? 0
      return count
        ? [
            say(
              `konsekvens ${row.name.toLowerCase()} och sannolikhet ${column.name.toLowerCase()}: ${number(count, 'en')}`,
              `consequence ${row.name.toLowerCase()} and likelihood ${column.name.toLowerCase()}: ${number(count)}`,
            ),
          ]
        : []
    }),
  )
  return [
    {
      kind: 'heat',
      title: say(
        `Så ligger ${many(placed.length, 'den öppna risken', 'öppna risker')}`,
        `Where ${many(placed.length, 'the open risk lies', 'open risks lie')}`,
      ),
      alt: say(
        `Matris över de öppna riskerna den ${date(day)}. ${capital(told.join('; '))}.`,
        `Matrix of the open risks on ${date(day)}. ${capital(told.join('; '))}.`,
      ),
      side: say('Konsekvens', 'Consequence'),
      bottom: say('Sannolikhet', 'Likelihood'),
      rows: rows.map(({ name }) => name),
      columns: columns.map(({ name }) => name),
      cells,
      key: method.levels.toSorted((one, other) => one.level - other.level).map(({ level }) => ({ level, name: levelName(level) })),
    },
  ]
}

/** The way of one risk through the matrix: without measures, now and when the actions are done; nothing where it has not been valued. */
export function pathOf(telling: RiskTelling, risk: RiskTold): HeatMap[] {
  const { say, standing, levelName } = telling
  const { method } = standing
  const steps = [
    {
      name: say('Utan åtgärder', 'Without measures'),
      mark: say('Utan', 'Without'),
      at: [risk.inherentConsequence, risk.inherentLikelihood],
    },
    { name: say('Nu', 'Now'), mark: say('Nu', 'Now'), at: [risk.consequence, risk.likelihood] },
    {
      name: say('När åtgärderna är klara', 'When the actions are done'),
      mark: say('Mål', 'Target'),
      at: [risk.targetConsequence, risk.targetLikelihood],
    },
  ].filter(({ at: [consequence, likelihood] }) => consequence !== null && likelihood !== null)
  if (!method || !steps.length) return []
  const rows = axisNames(telling, 'consequence').reverse()
  const columns = axisNames(telling, 'likelihood')
  const nameIn = (axis: typeof rows, level: number | null | undefined) =>
    (axis.find((one) => one.level === level)?.name ?? '–').toLowerCase()
  const told = steps.map(({ name, at: [consequence, likelihood] }) =>
    say(
      `${name}: konsekvens ${nameIn(rows, consequence)}, sannolikhet ${nameIn(columns, likelihood)}`,
      `${name}: consequence ${nameIn(rows, consequence)}, likelihood ${nameIn(columns, likelihood)}`,
    ),
  )
  return [
    {
      kind: 'heat',
      title: say('Så flyttar sig risken', 'How the risk moves'),
      alt: say(`Matris med riskens plats. ${told.join('; ')}.`, `Matrix with the place of the risk. ${told.join('; ')}.`),
      side: say('Konsekvens', 'Consequence'),
      bottom: say('Sannolikhet', 'Likelihood'),
      rows: rows.map(({ name }) => name),
      columns: columns.map(({ name }) => name),
      cells: rows.map((row) =>
        columns.map((column) => {
          const here = steps.filter(({ at: [consequence, likelihood] }) => consequence === row.level && likelihood === column.level)
          const words = here.map(({ mark }) => mark).join(', ')
          return { level: levelBy(method, row.level, column.level) ?? 0, count: here.length, ...(words ? { words } : {}) }
        }),
      ),
      key: method.levels.toSorted((one, other) => one.level - other.level).map(({ level }) => ({ level, name: levelName(level) })),
    },
  ]
}

/** From this level risks are high: the third rung of the common ladder. */
const highFrom = 3

const months = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

/** How many high risks there have been, quarter by quarter; nothing where there is only one day to tell of. */
export function trendOfHigh(telling: RiskTelling): ReportChart[] {
  const { say, trend, date, language, previousDay } = telling
  const all = trend.map(({ day, levels }) => ({
    day,
    count: [...levels].reduce((sum, [level, count]) => sum + (level !== null && level >= highFrom ? count : 0), 0),
    total: [...levels.values()].reduce((sum, count) => sum + count, 0),
  }))
  const known = all.slice(all.findIndex(({ total }) => total > 0))
  const last = known.at(-1)
  // Compared with the same day as the rest of the report: against another the finding would contradict it.
  const then = known.slice(0, -1).findLast((one) => one.day <= previousDay) ?? known[0]
  if (!then || !last || known.length < 2 || !last.total) return []
  const went = last.count > then.count ? say('har ökat', 'has risen') : say('har minskat', 'has fallen')
  return [
    {
      kind: 'trend',
      title:
        last.count === then.count
          ? say(
              `Lika många höga risker som den ${date(then.day)}: ${last.count}`,
              `As many high risks as on ${date(then.day)}: ${last.count}`,
            )
          : say(
              `Antalet höga risker ${went} från ${then.count} till ${last.count} sedan den ${date(then.day)}`,
              `The number of high risks ${went} from ${then.count} to ${last.count} since ${date(then.day)}`,
            ),
      alt: say(
        `Kurva över antalet öppna risker som är höga eller högre. ${known.map((one) => `${capital(date(one.day))}: ${one.count}`).join('; ')}.`,
        `Line of the number of open risks that are high or above. ${known.map((one) => `${date(one.day)}: ${one.count}`).join('; ')}.`,
      ),
      unit: 'count',
      points: known.map(({ day, count }) => ({
        label: `${months[language][Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`,
        value: count,
      })),
    },
  ]
}
