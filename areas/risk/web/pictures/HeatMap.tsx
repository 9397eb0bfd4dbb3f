import { useEffect, useRef, useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { counted, fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { isOnPaper, Picture } from '#web/design/Picture.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { PictureMethod, PicturesAnswer, RankedRisk, Square } from '../../pictures.ts'
import { matrixFinding } from './findings.ts'
import { RiskLevel, RiskLink, stepOf, useLevelName, useRiskList } from './parts.tsx'

const words = {
  note: {
    sv: 'Varje ruta visar hur många öppna risker som har den konsekvensen och den sannolikheten. Tryck på antalet för att se riskerna.',
    en: 'Each square shows how many open risks have that consequence and that likelihood. Press the number to see the risks.',
  },
  consequence: { sv: 'Konsekvens', en: 'Consequence' },
  likelihood: { sv: 'Sannolikhet', en: 'Likelihood' },
  level: { sv: 'Risknivå', en: 'Risk level' },
  count: { sv: 'Antal', en: 'Number' },
  cellOne: { sv: '1 risk: {consequence}, {likelihood}, {level}', en: '1 risk: {consequence}, {likelihood}, {level}' },
  cell: { sv: '{n} risker: {consequence}, {likelihood}, {level}', en: '{n} risks: {consequence}, {likelihood}, {level}' },
  outsideOne: {
    sv: '1 öppen risk finns inte i matrisen, eftersom den inte är värderad eller är värderad på en annan skala.',
    en: '1 open risk is not in the matrix, since it is not valued or is valued on another scale.',
  },
  outside: {
    sv: '{n} öppna risker finns inte i matrisen, eftersom de inte är värderade eller är värderade på en annan skala.',
    en: '{n} open risks are not in the matrix, since they are not valued or are valued on another scale.',
  },
  follow: { sv: 'Följ risker från utan åtgärder, till nu, till målet', en: 'Follow risks from without measures, to now, to the target' },
  followNote: {
    sv: 'De största riskerna. En ring är risken utan åtgärder, siffran är risken nu och pilspetsen är målet.',
    en: 'The greatest risks. A ring is the risk without measures, the figure is the risk now and the arrowhead is the target.',
  },
  risk: { sv: 'Risk', en: 'Risk' },
  inherent: { sv: 'Utan åtgärder', en: 'Without measures' },
  current: { sv: 'Nu', en: 'Now' },
  target: { sv: 'Mål', en: 'Target' },
  noMethod: {
    sv: 'Utan riskmetod finns det ingen matris att rita. Antalen står i tabellen.',
    en: 'Without a risk method there is no matrix to draw. The numbers stand in the table.',
  },
} as const

const keyOf = ({ consequence, likelihood }: Square) => `${consequence}-${likelihood}`
const isWhole = ({ consequence, likelihood }: Square) => consequence !== null && likelihood !== null

/** The axes in the order they are drawn: the most serious uppermost and to the right. */
const axes = (method: PictureMethod) => ({
  rows: method.consequence.toSorted((one, other) => other.level - one.level),
  columns: method.likelihood.toSorted((one, other) => one.level - other.level),
})

/** The matrix of the method with the number of risks at each place, and the way of chosen risks over it. */
export function HeatMap({ answer }: { readonly answer: PicturesAnswer }) {
  const say = useSay()
  const { method, cells } = answer
  const followed = answer.ranked.filter(
    (one) => one.rank !== null && isWhole(one.current) && (isWhole(one.inherent) || isWhole(one.target)),
  )
  const [chosen, setChosen] = useState<readonly string[]>(() => followed.slice(0, 3).map(({ id }) => id))
  const numbered = followed.map((risk, index) => ({ risk, number: index + 1 }))
  const shown = numbered.filter(({ risk }) => chosen.includes(risk.id))
  return (
    <Picture title={say(matrixFinding(answer))} note={say(words.note)} table={<Tables answer={answer} followed={followed} />}>
      {method ? (
        <div className="r-heat-map">
          <div>
            <Matrix method={method} cells={cells} shown={shown} />
            <Outside answer={answer} method={method} />
          </div>
          {numbered.length > 0 && (
            <fieldset className="r-follow">
              <legend>{say(words.follow)}</legend>
              <p className="v-picture-note">{say(words.followNote)}</p>
              <ol>
                {numbered.map(({ risk, number }) => (
                  <li key={risk.id}>
                    <Checkbox
                      aria-label={`${number} ${risk.reference} ${risk.title}`}
                      isSelected={chosen.includes(risk.id)}
                      onChange={(isOn) => setChosen(isOn ? [...chosen, risk.id] : chosen.filter((id) => id !== risk.id))}
                    />
                    <span className="r-number" aria-hidden="true">
                      {number}
                    </span>
                    <RiskLink of={risk} />
                  </li>
                ))}
              </ol>
            </fieldset>
          )}
        </div>
      ) : (
        <p>{say(words.noMethod)}</p>
      )}
    </Picture>
  )
}

function Outside({ answer, method }: { readonly answer: PicturesAnswer; readonly method: PictureMethod }) {
  const say = useSay()
  const format = useFormat()
  const listed = useRiskList()
  const has = (place: Square) => method.matrix.some((cell) => keyOf(cell) === keyOf(place))
  const count = answer.cells.reduce((sum, cell) => sum + (has(cell) ? 0 : cell.count), 0)
  if (!count) return null
  return (
    <p className="v-picture-note">
      <Link href={listed({ level: 'empty' })}>
        {say(fill(counted(count, words.outsideOne, words.outside), { n: format.number(count) }))}
      </Link>
    </p>
  )
}

interface MatrixProps {
  readonly method: PictureMethod
  readonly cells: PicturesAnswer['cells']
  readonly shown: readonly { readonly risk: RankedRisk; readonly number: number }[]
}

function Matrix({ method, cells, shown }: MatrixProps) {
  const say = useSay()
  const format = useFormat()
  const name = useLevelName(method)
  const listed = useRiskList()
  const frame = useRef<HTMLDivElement>(null)
  const { rows, columns } = axes(method)
  const countAt = (place: Square) => cells.reduce((sum, cell) => sum + (keyOf(cell) === keyOf(place) ? cell.count : 0), 0)
  return (
    <div className="r-matrix" ref={frame}>
      <table>
        <caption className="v-hidden">{say(matrixCaption)}</caption>
        <colgroup>
          <col className="r-axis-column" />
          <col className="r-name-column" />
        </colgroup>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.level}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={rows.length} className="r-axis-y">
                  <span>{say(words.consequence)}</span>
                </th>
              )}
              <th scope="row">{row.name}</th>
              {columns.map((column) => {
                const place = { consequence: row.level, likelihood: column.level }
                const level = method.matrix.find((cell) => keyOf(cell) === keyOf(place))?.level ?? null
                const count = countAt(place)
                return (
                  <td key={column.level} data-at={keyOf(place)} data-step={stepOf(level) ?? undefined}>
                    {count ? (
                      <Link
                        href={listed({ consequence: String(row.level), likelihood: String(column.level) })}
                        aria-label={say(
                          fill(counted(count, words.cellOne, words.cell), {
                            n: format.number(count),
                            consequence: row.name,
                            likelihood: column.name,
                            level: name(level),
                          }),
                        )}
                      >
                        {format.number(count)}
                      </Link>
                    ) : (
                      <span className="v-hidden">0</span>
                    )}
                    <small>{name(level)}</small>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2} />
            {columns.map((column) => (
              <th key={column.level} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
          <tr>
            <td colSpan={2} />
            <th scope="colgroup" colSpan={columns.length} className="r-axis-x">
              {say(words.likelihood)}
            </th>
          </tr>
        </tfoot>
      </table>
      <Arrows frame={frame} shown={shown} />
    </div>
  )
}
const matrixCaption = { sv: 'Antal öppna risker i riskmatrisen', en: 'Number of open risks in the risk matrix' }

interface Spot {
  /** Shares, 0–1, of the squares of the matrix taken together. */
  readonly x: number
  readonly y: number
}
interface Squares {
  /** Where the squares begin and end, in pixels from the edges of the frame; across they follow the frame, also on paper. */
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly height: number }
  readonly spots: Readonly<Record<string, Spot & { readonly width: number; readonly height: number }>>
}

/** Where the squares are; null until it is known. */
function useSquares(frame: React.RefObject<HTMLDivElement | null>): Squares | null {
  const [squares, setSquares] = useState<Squares | null>(null)
  useEffect(() => {
    const one = frame.current
    if (!one) return
    const observer = new ResizeObserver(() => {
      if (isOnPaper()) return
      const corner = one.getBoundingClientRect()
      const boxes = [...one.querySelectorAll<HTMLElement>('td[data-at]')].map((square) => ({
        at: square.dataset.at ?? '',
        box: square.getBoundingClientRect(),
      }))
      const left = Math.min(...boxes.map(({ box }) => box.left))
      const right = Math.max(...boxes.map(({ box }) => box.right))
      const top = Math.min(...boxes.map(({ box }) => box.top))
      const height = Math.max(...boxes.map(({ box }) => box.bottom)) - top
      const width = right - left
      if (!boxes.length || !width || !height) return
      setSquares({
        area: { left: left - corner.left, right: corner.right - right, top: top - corner.top, height },
        spots: Object.fromEntries(
          boxes.map(({ at, box }) => [
            at,
            {
              x: (box.left + box.width / 2 - left) / width,
              y: (box.top + box.height / 2 - top) / height,
              width: box.width / width,
              height: box.height / height,
            },
          ]),
        ),
      })
    })
    observer.observe(one)
    return () => observer.disconnect()
  }, [frame])
  return squares
}

const share = (part: number) => `${(100 * part).toFixed(2)}%`
/** The ends of a line, in shares of the squares. */
const line = (from: Spot, to: Spot) => ({ x1: share(from.x), y1: share(from.y), x2: share(to.x), y2: share(to.y) })

/** Places within a square, so that several risks in one do not cover each other or the number in its middle. */
const offsets = [
  [-0.3, -0.34],
  [0.3, 0.3],
  [0.3, -0.2],
  [-0.3, 0.18],
  [0, -0.34],
  [0, 0.36],
] as const

/** The way of each chosen risk: from without measures, by now, to the target. */
function Arrows({ frame, shown }: { readonly frame: React.RefObject<HTMLDivElement | null>; readonly shown: MatrixProps['shown'] }) {
  const say = useSay()
  const catalogue = useCatalogue()
  const squares = useSquares(frame)
  const spotOf = (place: Square, index: number): Spot | null => {
    const square = squares?.spots[keyOf(place)]
    const [dx, dy] = offsets[index % offsets.length] ?? [0, 0]
    return square ? { x: square.x + dx * square.width, y: square.y + dy * square.height } : null
  }
  const ways = shown.map(({ risk, number }, index) => ({
    risk,
    number,
    inherent: spotOf(risk.inherent, index),
    current: spotOf(risk.current, index),
    target: spotOf(risk.target, index),
  }))
  if (!squares) return null
  return (
    <div className="r-ways" style={squares.area}>
      <svg className="r-arrows" aria-hidden="true">
        <defs>
          <marker id="r-arrowhead" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0L10 5L0 10z" />
          </marker>
        </defs>
        {ways.map(({ risk, inherent, current, target }) =>
          current ? (
            <g key={risk.id}>
              {inherent && (
                <>
                  <line className="r-way-halo" {...line(inherent, current)} />
                  <line className="r-way" data-was="" {...line(inherent, current)} />
                  <circle className="r-was" cx={share(inherent.x)} cy={share(inherent.y)} r={5} />
                </>
              )}
              {target && (
                <>
                  <line className="r-way-halo" {...line(current, target)} />
                  <line className="r-way" {...line(current, target)} markerEnd="url(#r-arrowhead)" />
                </>
              )}
            </g>
          ) : null,
        )}
      </svg>
      {ways.map(({ risk, number, current }) =>
        current ? (
          <Link
            key={risk.id}
            className="r-number r-now"
            style={{ left: share(current.x), top: share(current.y) }}
            href={`/${pathOf(catalogue.register('risk'))}/${risk.id}`}
            aria-label={`${number} ${risk.reference} ${risk.title}, ${say(words.current).toLowerCase()}`}
          >
            {number}
          </Link>
        ) : null,
      )}
    </div>
  )
}

function Tables({ answer, followed }: { readonly answer: PicturesAnswer; readonly followed: readonly RankedRisk[] }) {
  const say = useSay()
  const format = useFormat()
  const listed = useRiskList()
  const { method } = answer
  const nameOn = (axis: PictureMethod['consequence'] | undefined, level: number | null) =>
    level === null ? '–' : (axis?.find((one) => one.level === level)?.name ?? String(level))
  const place = (at: Square) =>
    isWhole(at) ? `${nameOn(method?.consequence, at.consequence)} × ${nameOn(method?.likelihood, at.likelihood).toLowerCase()}` : '–'
  const order = (one: number | null) => one ?? -1
  const sorted = answer.cells.toSorted(
    (one, other) =>
      order(other.level) - order(one.level) ||
      order(other.consequence) - order(one.consequence) ||
      order(other.likelihood) - order(one.likelihood),
  )
  return (
    <>
      <Table caption={say(matrixCaption)} captionHidden>
        <thead>
          <tr>
            <th scope="col">{say(words.consequence)}</th>
            <th scope="col">{say(words.likelihood)}</th>
            <th scope="col">{say(words.level)}</th>
            <th scope="col" data-align="right">
              {say(words.count)}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((cell) => (
            <tr key={`${keyOf(cell)} ${cell.level}`}>
              <td>{nameOn(method?.consequence, cell.consequence)}</td>
              <td>{nameOn(method?.likelihood, cell.likelihood)}</td>
              <td>
                <RiskLevel level={cell.level} method={method} />
              </td>
              <td data-align="right">
                <Link
                  href={listed({
                    consequence: cell.consequence === null ? 'empty' : String(cell.consequence),
                    likelihood: cell.likelihood === null ? 'empty' : String(cell.likelihood),
                    level: cell.level === null ? 'empty' : String(cell.level),
                  })}
                >
                  {format.number(cell.count)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {followed.length > 0 && (
        <Table caption={say(words.follow)}>
          <thead>
            <tr>
              <th scope="col">{say(words.risk)}</th>
              <th scope="col">{say(words.inherent)}</th>
              <th scope="col">{say(words.current)}</th>
              <th scope="col">{say(words.target)}</th>
            </tr>
          </thead>
          <tbody>
            {followed.map((risk) => (
              <tr key={risk.id}>
                <th scope="row">
                  <RiskLink of={risk} />
                </th>
                <td>{place(risk.inherent)}</td>
                <td>{place(risk.current)}</td>
                <td>{place(risk.target)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
