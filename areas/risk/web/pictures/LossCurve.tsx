import { scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import { fill } from '#kernel/language/text.ts'
import { Drawing } from '#web/design/Picture.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { LossPoint, Simulated } from '../../quantify/simulate.ts'

const words = {
  drawing: {
    sv: 'Hur sannolikt det är att ett år kostar mer än ett belopp. Samma siffror står i tabellen.',
    en: 'How probable it is that a year costs more than an amount. The same figures stand in the table.',
  },
  across: { sv: 'Förluster under ett år, mer än', en: 'Losses during a year, more than' },
  up: { sv: 'Hur ofta', en: 'How often' },
  every: { sv: 'varje år', en: 'every year' },
  oneIn: { sv: '1 år av {n}', en: '1 year in {n}' },
  now: { sv: 'Nu', en: 'Now' },
  decided: { sv: 'Med det beslutade', en: 'As decided' },
  appetite: { sv: 'Riskaptit', en: 'Risk appetite' },
} as const

const height = 340
const room = { top: 24, right: 30, bottom: 46, left: 92 }
const rarest = 0.001

interface LossCurveProps {
  readonly asIs: Simulated
  /** Absent where nothing is decided that changes a loss. */
  readonly decided: Simulated | null
  readonly appetite: readonly LossPoint[]
}

/** An amount in few letters, for an axis: `10 000 kr`, `1 mnkr`. */
export function useShortMoney(): (amount: number) => string {
  const say = useSay()
  const format = useFormat()
  return (amount) => {
    const digits = { maximumSignificantDigits: 2 }
    if (amount >= 1e9) return say(fill({ sv: '{n} mdkr', en: 'SEK {n}bn' }, { n: format.number(amount / 1e9, digits) }))
    return amount >= 1e6
      ? say(fill({ sv: '{n} mnkr', en: 'SEK {n}m' }, { n: format.number(amount / 1e6, digits) }))
      : format.money(Number(amount.toPrecision(2)))
  }
}

/** The loss exceedance curve: as it is, as decided, and what the authority is ready to bear. */
export function LossCurve(props: LossCurveProps) {
  const say = useSay()
  return (
    <Drawing height={height} label={say(words.drawing)}>
      {(width) => <Curves {...props} width={width} />}
    </Drawing>
  )
}

function Curves({ asIs, decided, appetite, width }: LossCurveProps & { readonly width: number }) {
  const say = useSay()
  const format = useFormat()
  const short = useShortMoney()
  const within = (points: readonly LossPoint[]) => points.filter(({ loss, probability }) => loss > 0 && probability >= rarest)
  const curves = { asIs: within(asIs.curve), decided: within(decided?.curve ?? []), appetite: within(appetite) }
  const losses = Object.values(curves).flatMap((points) => points.map(({ loss }) => loss))
  if (!losses.length) return null
  const dearest = Math.max(...losses)
  const across = scaleLog([Math.max(Math.min(...losses), dearest / 1e5), dearest * 1.15], [room.left, width - room.right]).clamp(true)
  const up = scaleLog([rarest, 1], [height - room.bottom, room.top]).clamp(true)
  const path = line<LossPoint>()
    .x(({ loss }) => across(loss))
    .y(({ probability }) => up(probability))
  const tens = Array.from({ length: 13 }, (_, index) => 10 ** index).filter((amount) => {
    const [low = 0, high = 0] = across.domain()
    return amount >= low && amount <= high
  })
  const spaced = tens.filter((_, index) => width > 560 || tens.length < 4 || (tens.length - 1 - index) % 2 === 0)
  /** A name beside a curve, where it passes a probability: on the side where there is room. */
  const label = (points: readonly LossPoint[], text: string, at: number, side: 'left' | 'right', name: string) => {
    const point = points.find(({ probability }) => probability <= at) ?? points.at(-1)
    if (!point) return null
    const x = across(point.loss)
    const isLeft = side === 'left' ? x > room.left + 120 : x > width - 70
    return (
      <text
        key={name}
        className="r-curve-label"
        x={x + (isLeft ? -10 : 10)}
        y={up(point.probability) - 6}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    )
  }
  return (
    <>
      <text className="v-axis-text" x={0} y={12}>
        {say(words.up)}
      </text>
      {[1, 0.1, 0.01, 0.001].map((probability) => (
        <g key={probability}>
          <line className="v-axis-line" x1={room.left} x2={width - room.right} y1={up(probability)} y2={up(probability)} />
          <text className="v-axis-text" x={room.left - 8} y={up(probability) + 4} textAnchor="end">
            {probability === 1 ? say(words.every) : say(fill(words.oneIn, { n: format.number(Math.round(1 / probability)) }))}
          </text>
        </g>
      ))}
      {spaced.map((amount) => (
        <g key={amount}>
          <line className="v-axis-line" x1={across(amount)} x2={across(amount)} y1={room.top} y2={height - room.bottom} />
          <text className="v-axis-text" x={across(amount)} y={height - room.bottom + 18} textAnchor="middle">
            {short(amount)}
          </text>
        </g>
      ))}
      <text className="v-axis-text" x={width - room.right} y={height - 6} textAnchor="end">
        {say(words.across)}
      </text>
      <path className="r-curve" data-curve="appetite" d={path([...curves.appetite]) ?? undefined} />
      {curves.appetite.map(({ loss, probability }) => (
        <rect key={loss} className="r-appetite" x={across(loss) - 4} y={up(probability) - 4} width={8} height={8} />
      ))}
      <path className="r-curve" data-curve="decided" d={path([...curves.decided]) ?? undefined} />
      <path className="r-curve" data-curve="now" d={path([...curves.asIs]) ?? undefined} />
      {label(curves.asIs, say(words.now), 0.006, 'right', 'now')}
      {label(curves.decided, say(words.decided), 0.006, 'left', 'decided')}
      {label(curves.appetite, say(words.appetite), curves.appetite[1]?.probability ?? 0, 'right', 'appetite')}
    </>
  )
}
