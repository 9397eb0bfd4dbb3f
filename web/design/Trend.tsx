import './Trend.css'

export interface TrendPoint {
  /** A day, `2023-12-31`. */
  readonly at: string
  readonly value: number
}

export interface TrendProps {
  readonly points: readonly TrendPoint[]
  /** What the picture says, for the one who does not see it. */
  readonly label: string
  /** Lowest and highest value of the axis; a share goes from 0 to 1. */
  readonly range?: readonly [number, number]
}

const width = 168
const height = 44
const pad = 4

/** A small line of how something has moved, its last point marked. The table beside it says the same in numbers. */
export function Trend({ points, label, range }: TrendProps) {
  if (points.length < 2) return null
  const times = points.map((point) => Date.parse(point.at))
  const first = Math.min(...times)
  const last = Math.max(...times)
  const low = range ? range[0] : Math.min(0, ...points.map((point) => point.value))
  const high = range ? range[1] : Math.max(...points.map((point) => point.value), low + 1e-9)
  const x = (time: number) => pad + ((time - first) / (last - first || 1)) * (width - 2 * pad)
  const y = (value: number) => height - pad - ((value - low) / (high - low || 1)) * (height - 2 * pad)
  const at = points.map((point, index) => [x(times[index] ?? first), y(point.value)] as const)
  const end = at.at(-1) ?? [0, 0]
  return (
    <svg className="v-trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className="v-trend-ground" x1="0" x2={width} y1={height - pad} y2={height - pad} />
      <polyline className="v-trend-line" points={at.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ')} />
      {at.slice(0, -1).map(([px, py]) => (
        <circle key={px} className="v-trend-point" cx={px} cy={py} r="1.75" />
      ))}
      <circle className="v-trend-end" cx={end[0]} cy={end[1]} r="3.5" />
    </svg>
  )
}
