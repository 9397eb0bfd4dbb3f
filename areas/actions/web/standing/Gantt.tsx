import { useEffect, useId, useRef } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import type { ActionItem } from '../../standing.answers.ts'
import { DueText, useSeenFrom } from './Facts.tsx'
import { type Bar, barHeight, type Chart, chartOf, headHeight, lineOf, rowHeight } from './gantt.ts'
import { words } from './words.ts'

/** Everything a bar shows, in a sentence for the one who does not see it. */
function useSentence() {
  const say = useSay()
  const format = useFormat()
  const flow = useCatalogue().register('action').workflow
  return (item: ActionItem): string =>
    [
      item.starts && say({ sv: `börjar ${format.date(item.starts)}`, en: `starts ${format.date(item.starts)}` }),
      item.due && say({ sv: `klar senast ${format.date(item.due)}`, en: `due ${format.date(item.due)}` }),
      item.late && say({ sv: 'försenad', en: 'late' }),
      say(flow?.states[item.state]?.label ?? { sv: '', en: '' }).toLowerCase(),
      item.dependsOn.length > 0 && say(fill(words.waits, { list: item.dependsOn.map(({ label }) => label).join(', ') })).toLowerCase(),
    ]
      .filter(Boolean)
      .join(', ')
}

/** The actions in time: from start to due day, what waits for what, and where today is. The same in a table one press away. */
export function Gantt({ items }: { readonly items: readonly ActionItem[] }) {
  const say = useSay()
  const register = useCatalogue().register('action')
  const today = useSeenFrom()
  const sentence = useSentence()
  const chart = chartOf(items, today)
  const scroll = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = scroll.current
    if (element) element.scrollLeft = Math.max(0, chart.todayX - element.clientWidth / 2)
  }, [chart.todayX])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keyboard
    <section className="a-gantt" ref={scroll} aria-label={say({ sv: 'Åtgärderna i tiden', en: 'The actions in time' })} tabIndex={0}>
      <ol className="a-gantt-names" style={{ paddingTop: headHeight }}>
        {chart.bars.map(({ item }) => (
          <li key={item.id} style={{ height: rowHeight }}>
            <Link href={`/${pathOf(register)}/${item.id}`}>
              {item.title}
              <span className="v-hidden">: {sentence(item)}</span>
            </Link>
            <span className="v-muted">{item.owner?.label ?? say(words.noOwner)}</span>
          </li>
        ))}
      </ol>
      <Picture chart={chart} />
    </section>
  )
}

function Picture({ chart }: { readonly chart: Chart }) {
  const say = useSay()
  const format = useFormat()
  const language = useLanguage()
  const asOf = useAsOf()
  const id = useId()
  const month = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'short', timeZone: 'UTC' })
  return (
    <svg className="a-gantt-picture" width={chart.width} height={chart.height} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={`${id}-late`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" className="a-gantt-hatch" />
        </pattern>
        <marker id={`${id}-arrow`} viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 0L6 3L0 6z" className="a-gantt-arrow" />
        </marker>
      </defs>
      {chart.bars.map(({ item, y }) => (
        <line key={item.id} x1={0} x2={chart.width} y1={y + rowHeight / 2} y2={y + rowHeight / 2} className="a-gantt-row" />
      ))}
      {chart.ticks.map(({ x, date, isYear }) => (
        <g key={date}>
          <line x1={x} x2={x} y1={headHeight - 16} y2={chart.height} className="a-gantt-tick" data-year={isYear || undefined} />
          <text x={x + 4} y={headHeight - 6}>
            {month.format(new Date(`${date}T12:00:00Z`))}
          </text>
          {isYear && (
            <text x={x + 4} y={headHeight - 24} className="a-gantt-year">
              {date.slice(0, 4)}
            </text>
          )}
        </g>
      ))}
      <g className="a-gantt-today">
        <line x1={chart.todayX} x2={chart.todayX} y1={16} y2={chart.height} />
        <text x={chart.todayX} y={12} textAnchor="middle">
          {asOf ? format.date(asOf, 'table') : say(words.today)}
        </text>
      </g>
      {chart.lines.map(({ from, to }) => (
        <path key={`${from.item.id} ${to.item.id}`} d={lineOf(from, to)} className="a-gantt-line" markerEnd={`url(#${id}-arrow)`} />
      ))}
      {chart.bars.map((bar) => (
        <BarMark key={bar.item.id} bar={bar} hatch={`url(#${id}-late)`} />
      ))}
    </svg>
  )
}

const isDone = (item: ActionItem) => item.state === 'done' || item.state === 'effectChecked'

function BarMark({ bar, hatch }: { readonly bar: Bar; readonly hatch: string }) {
  const say = useSay()
  const { item, x, y, width, over } = bar
  const end = x + width
  const half = barHeight / 2
  const done = isDone(item)
  const after = end + Math.max(over, 0) + (width === 0 ? half : 0) + 6
  const check = width >= 22 ? end - 16 : after
  return (
    <g className="a-gantt-bar" data-state={item.state} data-late={item.late || undefined}>
      {width > 0 ? (
        <rect x={x} y={y - half} width={Math.max(width, 4)} height={barHeight} rx={2} />
      ) : (
        <path d={`M${end} ${y - half}L${end + half} ${y}L${end} ${y + half}L${end - half} ${y}z`} />
      )}
      {over > 0 && <rect className="a-gantt-over" x={end} y={y - half} width={over} height={barHeight} style={{ fill: hatch }} />}
      {done && <path className="a-gantt-check" d={`M${check} ${y}l4 4 7-8`} />}
      {item.late && (
        <text x={after} y={y + 4} className="a-gantt-late">
          ▲ {say({ sv: 'Försenad', en: 'Late' })}
        </text>
      )}
    </g>
  )
}

/** The same as the picture, to read. */
export function GanttTable({ items }: { readonly items: readonly ActionItem[] }) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('action')
  const { fields } = register
  const columns = ['title', 'owner', 'starts', 'due', 'doneOn', 'dependsOn'] as const
  return (
    <Table caption={say({ sv: 'Åtgärderna i tiden', en: 'The actions in time' })} captionHidden>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {say(fields[name]?.label ?? { sv: name, en: name })}
            </th>
          ))}
          <th scope="col">{say({ sv: 'Status', en: 'Status' })}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Link href={`/${pathOf(register)}/${item.id}`}>{item.title}</Link>
            </th>
            <td>{item.owner?.label}</td>
            <td>{item.starts && format.date(item.starts, 'table')}</td>
            <td>{item.late ? <DueText item={item} /> : item.due && format.date(item.due, 'table')}</td>
            <td>{item.doneOn && format.date(item.doneOn, 'table')}</td>
            <td>{item.dependsOn.map(({ label }) => label).join(', ')}</td>
            <td>
              <StateValue register={register} state={item.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
