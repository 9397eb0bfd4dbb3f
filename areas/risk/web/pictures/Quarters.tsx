import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { counted, fill } from '#kernel/language/text.ts'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { Drawing, LevelMark, Picture } from '#web/design/Picture.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { PicturesAnswer, Quarter } from '../../pictures.ts'
import { trendFinding } from './findings.ts'
import { stepOf, useLevelName, useRiskList } from './parts.tsx'

const words = {
  note: {
    sv: 'Öppna risker i slutet av varje kvartal, efter den risknivå de hade då. Den sista stapeln är dagens.',
    en: 'Open risks at the end of each quarter, by the risk level they had then. The last column is of the day.',
  },
  drawing: { sv: 'Öppna risker per kvartal och risknivå', en: 'Open risks by quarter and risk level' },
  quarter: { sv: 'kv {n} {year}', en: 'Q{n} {year}' },
  day: { sv: 'Dag', en: 'Day' },
  sum: { sv: 'Alla', en: 'All' },
  columnOne: { sv: '{day}: 1 öppen risk ({levels})', en: '{day}: 1 open risk ({levels})' },
  column: { sv: '{day}: {n} öppna risker ({levels})', en: '{day}: {n} open risks ({levels})' },
  axis: { sv: 'Antal öppna risker', en: 'Number of open risks' },
}

const height = 260
const room = { top: 22, bottom: 38, left: 4 }
/** Words beside the last column need room; on a narrow page they stand in the table alone. */
const wide = 520

const key = (level: number | null) => (level === null ? 'none' : String(level))

/** How many risks were open at the end of each quarter, by level. */
export function Quarters({ answer }: { readonly answer: PicturesAnswer }) {
  const say = useSay()
  const levelName = useLevelName(answer.method)
  const { quarters } = answer
  const present = new Set(quarters.flatMap(({ levels }) => levels.map(({ level }) => level)))
  // The most serious at the bottom, where its changes are seen best.
  const levels = [...present].toSorted((one, other) => (other ?? -1) - (one ?? -1))
  return (
    <Picture
      title={say(trendFinding(answer))}
      note={say(words.note)}
      table={<QuarterTable quarters={quarters} levels={levels} nameOf={levelName} today={answer.today} />}
    >
      <Drawing height={height} label={say(words.drawing)}>
        {(width) => <Columns width={width} quarters={quarters} levels={levels} nameOf={levelName} today={answer.today} />}
      </Drawing>
    </Picture>
  )
}

interface ColumnsProps {
  readonly width: number
  readonly quarters: readonly Quarter[]
  readonly levels: readonly (number | null)[]
  readonly nameOf: (level: number | null) => string
  readonly today: string
}

const countOf = ({ levels }: Quarter, level: number | null) => levels.find((one) => one.level === level)?.count ?? 0
const sumOf = ({ levels }: Quarter) => levels.reduce((sum, { count }) => sum + count, 0)

function Columns({ width, quarters, levels, nameOf, today }: ColumnsProps) {
  const say = useSay()
  const format = useFormat()
  const listed = useRiskList()
  const beside = width >= wide ? 132 : 0
  const across = scaleBand(
    quarters.map(({ day }) => day),
    [room.left, width - beside],
  ).padding(0.28)
  const most = Math.max(1, ...quarters.map(sumOf))
  const up = scaleLinear([0, most], [height - room.bottom, room.top])
  const stacked = stack<Quarter, string>()
    .keys(levels.map(key))
    .value((quarter, name) => countOf(quarter, name === 'none' ? null : Number(name)))([...quarters])
  const band = across.bandwidth()
  const last = quarters.at(-1)
  return (
    <>
      <text className="v-axis-text" x={room.left} y={10}>
        {say(words.axis)}
      </text>
      <line className="v-axis-line" x1={room.left} x2={width - beside} y1={up(0)} y2={up(0)} />
      {quarters.map((quarter, index) => {
        const x = across(quarter.day) ?? 0
        const sum = sumOf(quarter)
        const said = levels
          .filter((level) => countOf(quarter, level) > 0)
          .map((level) => `${nameOf(level)} ${format.number(countOf(quarter, level))}`)
          .join(', ')
        const day = quarter.day
        const isFirst = index === 0 || day.slice(0, 4) !== quarters[index - 1]?.day.slice(0, 4)
        return (
          <g key={day}>
            <Link
              href={listed(day === today ? {} : { asOf: day })}
              aria-label={say(
                fill(counted(sum, words.columnOne, words.column), { day: format.date(day), n: format.number(sum), levels: said || '–' }),
              )}
            >
              {stacked.map((series) => {
                const [low = 0, high = 0] = series[index] ?? []
                const level = series.key === 'none' ? null : Number(series.key)
                return high > low ? (
                  <LevelMark
                    key={series.key}
                    level={level}
                    step={stepOf(level)}
                    x={x}
                    width={band}
                    y={up(high)}
                    height={up(low) - up(high)}
                  />
                ) : null
              })}
              <rect className="v-mark-focus" x={x - 3} width={band + 6} y={up(most) - 4} height={height - up(most)} rx={3} />
            </Link>
            <g className="v-mark-words">
              <text x={x + band / 2} y={up(sum) - 5} textAnchor="middle">
                {format.number(sum)}
              </text>
              <text className="v-axis-text" x={x + band / 2} y={height - room.bottom + 16} textAnchor="middle">
                {Math.ceil(Number(day.slice(5, 7)) / 3)}
              </text>
              {isFirst && (
                <text className="v-axis-text" x={x} y={height - room.bottom + 32}>
                  {day.slice(0, 4)}
                </text>
              )}
            </g>
          </g>
        )
      })}
      {beside > 0 && last && (
        <Beside series={stacked.map((one) => ({ key: one.key, at: one.at(-1) ?? [0, 0] }))} {...{ width, beside, up, nameOf }} />
      )}
    </>
  )
}

/** The names of the levels beside the last column, moved apart where they would touch. */
function Beside({
  series,
  width,
  beside,
  up,
  nameOf,
}: {
  readonly series: readonly { readonly key: string; readonly at: readonly number[] }[]
  readonly width: number
  readonly beside: number
  readonly up: (value: number) => number
  readonly nameOf: (level: number | null) => string
}) {
  const format = useFormat()
  let below = Number.POSITIVE_INFINITY
  const placed = series
    .filter(({ at: [low = 0, high = 0] }) => high > low)
    .map(({ key: name, at: [low = 0, high = 0] }) => {
      const y = Math.min((up(low) + up(high)) / 2 + 4, below - 15)
      below = y
      return { name, y, count: high - low }
    })
  return placed.map(({ name, y, count }) => (
    <text key={name} x={width - beside + 8} y={y}>
      {`${nameOf(name === 'none' ? null : Number(name))} ${format.number(count)}`}
    </text>
  ))
}

function QuarterTable({ quarters, levels, nameOf, today }: Omit<ColumnsProps, 'width'>) {
  const say = useSay()
  const format = useFormat()
  const listed = useRiskList()
  const dated = (day: string) => (day === today ? {} : { asOf: day })
  return (
    <Table caption={say(words.drawing)} captionHidden>
      <thead>
        <tr>
          <th scope="col">{say(words.day)}</th>
          {levels.map((level) => (
            <th key={key(level)} scope="col" data-align="right">
              {nameOf(level)}
            </th>
          ))}
          <th scope="col" data-align="right">
            {say(words.sum)}
          </th>
        </tr>
      </thead>
      <tbody>
        {quarters.toReversed().map((quarter) => (
          <tr key={quarter.day}>
            <th scope="row">{format.date(quarter.day, 'table')}</th>
            {levels.map((level) => {
              const count = countOf(quarter, level)
              return (
                <td key={key(level)} data-align="right">
                  {count ? (
                    <Link href={listed({ ...dated(quarter.day), level: level === null ? 'empty' : String(level) })}>
                      {format.number(count)}
                    </Link>
                  ) : (
                    <span className="v-muted">0</span>
                  )}
                </td>
              )
            })}
            <td data-align="right">
              <Link href={listed(dated(quarter.day))}>{format.number(sumOf(quarter))}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
