import { type KeyboardEvent, useRef, useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { RiskLevel } from '../../../scales/web/RiskLevel.tsx'
import { holes, levelBy, valueBy } from '../../risk-method.rules.ts'
import { filledBy, type PartProps, thresholdsIn, withCell } from './parts.ts'
import { axisWords } from './words.ts'

const words = {
  title: { sv: 'Riskmatrisen', en: 'The risk matrix' },
  lead: {
    sv: 'Konsekvens och sannolikhet ger tillsammans risknivån. Talet i rutan är riskvärdet: konsekvensens vikt gånger sannolikhetens.',
    en: 'Consequence and likelihood together give the risk level. The number in the box is the risk value: the weight of the consequence times that of the likelihood.',
  },
  press: {
    sv: 'Tryck på en ruta för att byta nivå. Med tangentbordet: piltangenterna flyttar, siffrorna 1–{n} väljer nivå.',
    en: 'Press a box to change its level. By keyboard: the arrow keys move, the digits 1–{n} choose a level.',
  },
  cell: { sv: '{consequence}, {likelihood}, riskvärde {value}: {level}', en: '{consequence}, {likelihood}, risk value {value}: {level}' },
  hole: { sv: 'ingen nivå', en: 'no level' },
  noScales: {
    sv: 'Lägg till nivåer för konsekvens och sannolikhet först, under fliken Skalor.',
    en: 'Add levels of consequence and likelihood first, under the tab Scales.',
  },
  whole: { sv: 'Matrisen är hel.', en: 'The matrix is whole.' },
  hole1: {
    sv: 'Matrisen har ett hål. Metoden kan beslutas först när det är ifyllt.',
    en: 'The matrix has one hole. The method can be decided only once it is filled in.',
  },
  holes: {
    sv: 'Matrisen har {n} hål. Metoden kan beslutas först när alla är ifyllda.',
    en: 'The matrix has {n} holes. The method can be decided only once all are filled in.',
  },
  fillTitle: { sv: 'Fyll efter riskvärdet', en: 'Fill by the risk value' },
  fillLead: {
    sv: 'Säg från vilket riskvärde varje nivå börjar, så fylls hela matrisen. Sedan kan du ändra enstaka rutor.',
    en: 'Say from which risk value each level begins and the whole matrix is filled. Then you can change single boxes.',
  },
  from: { sv: '{level} från', en: '{level} from' },
  fill: { sv: 'Fyll matrisen', en: 'Fill the matrix' },
} as const

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The matrix, highest consequence at the top. A draft is filled in by pressing its boxes, by keyboard, or by limits of the value. */
export function RiskMatrix({ content, onChange }: PartProps) {
  const say = useSay()
  const format = useFormat()
  const table = useRef<HTMLTableSectionElement>(null)
  const [place, setPlace] = useState<readonly [number, number]>([0, 0])
  const [changed, setChanged] = useState('')
  const rows = content.consequence.toReversed()
  const columns = content.likelihood
  const levels = content.levels
  const open = holes(content).length
  if (!rows.length || !columns.length) return <p>{say(words.noScales)}</p>
  const at: readonly [number, number] = [Math.min(place[0], rows.length - 1), Math.min(place[1], columns.length - 1)]
  const nameOf = (level: number | null) => levels.find((one) => one.level === level)?.name ?? say(words.hole)
  const labelOf = (row: number, column: number, level: number | null) => {
    const [consequence, likelihood] = [rows[row], columns[column]]
    const value = valueBy(content, consequence?.level ?? null, likelihood?.level ?? null)
    return say(
      fill(words.cell, {
        consequence: consequence?.name ?? '',
        likelihood: likelihood?.name ?? '',
        value: value === null ? '–' : format.number(value),
        level: nameOf(level),
      }),
    )
  }
  const set = (row: number, column: number, level: number) => {
    const [consequence, likelihood] = [rows[row]?.level, columns[column]?.level]
    if (consequence === undefined || likelihood === undefined) return
    onChange?.((method) => withCell(method, consequence, likelihood, level))
    setChanged(labelOf(row, column, level))
  }
  const next = (level: number | null) => {
    const index = levels.findIndex((one) => one.level === level)
    return levels[(index + 1) % levels.length]?.level ?? null
  }
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const step = arrows[event.key]
    const digit = levels[Number(event.key) - 1]
    if (step) {
      const to = [
        Math.max(0, Math.min(rows.length - 1, row + step[0])),
        Math.max(0, Math.min(columns.length - 1, column + step[1])),
      ] as const
      setPlace(to)
      table.current?.querySelector<HTMLElement>(`[data-place="${to[0]} ${to[1]}"]`)?.focus()
    } else if (digit) set(row, column, digit.level)
    else return
    event.preventDefault()
  }
  return (
    <section aria-labelledby="matrix-title" className="v-part">
      <h2 id="matrix-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">
        {say(words.lead)} {onChange && say(fill(words.press, { n: levels.length }))}
      </p>
      {onChange && (
        <p className="v-holes" role="status" data-whole={open === 0 || undefined}>
          <Icon name={open ? 'warning' : 'check'} size={18} />
          {open === 0 ? say(words.whole) : open === 1 ? say(words.hole1) : say(fill(words.holes, { n: open }))}
        </p>
      )}
      <Table caption={say(words.title)} captionHidden className="v-table rm-matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className="v-muted">{say(axisWords.consequence)} ↓</span>
              <span className="v-muted">{say(axisWords.likelihood)} →</span>
            </th>
            {columns.map(({ level, name }) => (
              <th key={level} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={table}>
          {rows.map((consequence, row) => (
            <tr key={consequence.level}>
              <th scope="row">{consequence.name}</th>
              {columns.map((likelihood, column) => {
                const level = levelBy(content, consequence.level, likelihood.level)
                const value = valueBy(content, consequence.level, likelihood.level)
                const inside = (
                  <>
                    <span className="rm-value v-number">{value === null ? '–' : format.number(value)}</span>
                    {level === null ? <span className="rm-hole">{say(words.hole)}</span> : <RiskLevel level={level} method={{ levels }} />}
                  </>
                )
                return (
                  <td key={likelihood.level} data-hole={level === null || undefined}>
                    {onChange ? (
                      <button
                        type="button"
                        data-place={`${row} ${column}`}
                        tabIndex={row === at[0] && column === at[1] ? 0 : -1}
                        onFocus={() => setPlace([row, column])}
                        onKeyDown={(event) => onKeyDown(event, row, column)}
                        onClick={() => {
                          const to = next(level)
                          if (to !== null) set(row, column, to)
                        }}
                      >
                        {inside}
                        <span className="v-hidden">{`, ${consequence.name}, ${likelihood.name}`}</span>
                      </button>
                    ) : (
                      <span className="rm-cell">{inside}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="v-hidden" aria-live="polite">
        {changed}
      </p>
      {onChange && levels.length > 1 && <FillByValue key={levels.map(({ level }) => level).join()} content={content} onChange={onChange} />}
    </section>
  )
}

function FillByValue({ content, onChange }: Required<PartProps>) {
  const say = useSay()
  const [limits, setLimits] = useState(() => thresholdsIn(content))
  const lowest = content.levels[0]?.level
  return (
    <fieldset className="rm-fill">
      <legend>{say(words.fillTitle)}</legend>
      <p className="v-help v-measure">{say(words.fillLead)}</p>
      <div className="rm-fill-row">
        {content.levels
          .filter(({ level }) => level !== lowest)
          .map(({ level, name }) => (
            <NumberField
              key={level}
              size="small"
              label={say(fill(words.from, { level: name }))}
              min={0}
              max={10_000}
              decimals={1}
              value={limits.find((one) => one.level === level)?.from ?? null}
              onChange={(from) => setLimits((all) => [...all.filter((one) => one.level !== level), { level, from }])}
            />
          ))}
        <Button onPress={() => onChange?.((method) => filledBy(method, limits))}>{say(words.fill)}</Button>
      </div>
    </fieldset>
  )
}
