import { useId } from 'react'
import { colourStep } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import { levelBy } from '../../../scales/risk-value.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'

/** Where a risk stands in the matrix at one of three times. */
export interface Place {
  readonly key: 'inherent' | 'now' | 'target'
  readonly consequence: number | null
  readonly likelihood: number | null
  /** The place in words: what the picture says to the one who listens. */
  readonly said: string
}

const words = {
  consequence: { sv: 'Konsekvens', en: 'Consequence' },
  likelihood: { sv: 'Sannolikhet', en: 'Likelihood' },
}

const cell = 34
const left = 22
const bottom = 22

/** The matrix of the method in small, with the way of the risk through it: without measures, now, when the actions are done. */
export function MiniMatrix({ method, places }: { readonly method: RiskMethodContent; readonly places: readonly Place[] }) {
  const say = useSay()
  const head = useId()
  const rows = method.consequence.map(({ level }) => level)
  const columns = method.likelihood.map(({ level }) => level)
  const [width, height] = [columns.length * cell, rows.length * cell]
  const last = Math.max(...method.levels.map(({ level }) => level), 2)
  const points = places.flatMap((place) => {
    const row = rows.indexOf(place.consequence ?? -1)
    const column = columns.indexOf(place.likelihood ?? -1)
    return row < 0 || column < 0 ? [] : [{ ...place, x: left + (column + 0.5) * cell, y: (rows.length - row - 0.5) * cell }]
  })
  // Those that stand in the same place share it side by side.
  const placed = points.map((point, index) => {
    const same = points.filter(({ x, y }) => x === point.x && y === point.y)
    const shift = same.length > 1 ? (same.indexOf(points[index] ?? point) - (same.length - 1) / 2) * 11 : 0
    return { ...point, x: point.x + shift }
  })
  return (
    <svg
      className="r-matrix"
      viewBox={`0 0 ${left + width + 2} ${height + bottom}`}
      role="img"
      aria-label={places.map(({ said }) => said).join(' ')}
    >
      <defs>
        <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0L8 4L0 8z" className="r-arrow-head" />
        </marker>
      </defs>
      {rows.flatMap((row, y) =>
        columns.map((column, x) => {
          const level = levelBy(method, row, column)
          return (
            <rect
              key={`${row} ${column}`}
              className="r-cell"
              data-step={level === null ? undefined : colourStep(level, 1, last, 'risk')}
              x={left + x * cell + 1}
              y={(rows.length - 1 - y) * cell + 1}
              width={cell - 2}
              height={cell - 2}
              rx="3"
            />
          )
        }),
      )}
      <text className="r-axis" x={left + width / 2} y={height + 16} textAnchor="middle">
        {say(words.likelihood)} →
      </text>
      <text className="r-axis" transform={`translate(13 ${height / 2}) rotate(-90)`} textAnchor="middle">
        {say(words.consequence)} →
      </text>
      {placed.slice(1).map((to, index) => {
        const from = placed[index]
        if (!from || Math.hypot(to.x - from.x, to.y - from.y) < cell * 0.7) return null
        const long = Math.hypot(to.x - from.x, to.y - from.y)
        const [dx, dy] = [(to.x - from.x) / long, (to.y - from.y) / long]
        return (
          <line
            key={to.key}
            className="r-arrow"
            data-planned={to.key === 'target' ? '' : undefined}
            x1={from.x + dx * 8}
            y1={from.y + dy * 8}
            x2={to.x - dx * 9}
            y2={to.y - dy * 9}
            markerEnd={`url(#${head})`}
          />
        )
      })}
      {placed.map(({ key, x, y }) => (
        <g key={key} className="r-point" data-key={key}>
          <circle cx={x} cy={y} r="6.5" />
          {key === 'now' && <circle cx={x} cy={y} r="2.5" className="r-point-core" />}
        </g>
      ))}
    </svg>
  )
}
