import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { PartBar, Picture } from '#web/design/Picture.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { PicturesAnswer, UnitRow } from '../../pictures.ts'
import { levelsDown, unitsFinding } from './findings.ts'
import { RiskLevel, stepOf, useRiskList } from './parts.tsx'

const words = {
  note: { sv: 'Varje enhet räknas med allt som ligger under den.', en: 'Each unit is counted with everything below it.' },
  caption: { sv: 'Öppna risker per enhet', en: 'Open risks by unit' },
  unit: { sv: 'Enhet', en: 'Unit' },
  open: { sv: 'Öppna', en: 'Open' },
  spread: { sv: 'Fördelning', en: 'Spread' },
  worst: { sv: 'Högst', en: 'Highest' },
  overdue: { sv: 'Försenade beslut', en: 'Overdue decisions' },
  expand: { sv: 'Visa enheterna under {unit}', en: 'Show the units below {unit}' },
  collapse: { sv: 'Dölj enheterna under {unit}', en: 'Hide the units below {unit}' },
  unvalued: { sv: 'Inte värderade', en: 'Not valued' },
}

/** The units that are shown: those whose superiors are all open. */
export function visibleRows(rows: readonly UnitRow[], isOpen: (id: string) => boolean): UnitRow[] {
  let closedAt = Number.POSITIVE_INFINITY
  return rows.filter((row) => {
    if (row.depth > closedAt) return false
    closedAt = isOpen(row.id) ? Number.POSITIVE_INFINITY : row.depth
    return true
  })
}

/** The open risks of each unit, with everything below it, as a tree that opens. */
export function Units({ answer }: { readonly answer: PicturesAnswer }) {
  const say = useSay()
  const format = useFormat()
  const listed = useRiskList()
  const { units, method } = answer
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const isOpen = (id: string) => opened[id] ?? (units.find((row) => row.id === id)?.depth ?? 1) === 0
  const rows = visibleRows(units, isOpen)
  const levels = levelsDown(method)
  const hasUnvalued = units.some((row) => row.levels.none)
  const whole = Math.max(1, ...units.map(({ count }) => count))
  const hasBelow = (row: UnitRow) => (units[units.indexOf(row) + 1]?.depth ?? 0) > row.depth
  const number = (count: number, href: string) =>
    count ? <Link href={href}>{format.number(count)}</Link> : <span className="v-muted">0</span>
  const of = (row: UnitRow) => `under:${row.id}`
  return (
    <Picture title={say(unitsFinding(answer))} note={say(words.note)}>
      {units.length > 0 && (
        <Table caption={say(words.caption)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.unit)}</th>
              <th scope="col" data-align="right">
                {say(words.open)}
              </th>
              <th scope="col">{say(words.spread)}</th>
              {levels.map(({ level, name }) => (
                <th key={level} scope="col" data-align="right">
                  {name}
                </th>
              ))}
              {hasUnvalued && (
                <th scope="col" data-align="right">
                  {say(words.unvalued)}
                </th>
              )}
              <th scope="col">{say(words.worst)}</th>
              <th scope="col" data-align="right">
                {say(words.overdue)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="r-unit" style={{ paddingInlineStart: `${row.depth * 1.25}rem` }}>
                    {hasBelow(row) ? (
                      <Button
                        size="small"
                        variant="quiet"
                        icon={isOpen(row.id) ? 'down' : 'right'}
                        aria-expanded={isOpen(row.id)}
                        aria-label={say(fill(isOpen(row.id) ? words.collapse : words.expand, { unit: row.label }))}
                        onPress={() => setOpened({ ...opened, [row.id]: !isOpen(row.id) })}
                      />
                    ) : (
                      <span className="r-unit-leaf" />
                    )}
                    {row.label}
                  </span>
                </th>
                <td data-align="right">{number(row.count, listed({ unit: of(row) }))}</td>
                <td className="r-spread">
                  <PartBar
                    whole={whole}
                    parts={[
                      ...levels.map(({ level }) => ({ key: String(level), value: row.levels[level] ?? 0, level, step: stepOf(level) })),
                      { key: 'none', value: row.levels.none ?? 0, level: null, step: null },
                    ]}
                  />
                </td>
                {levels.map(({ level }) => (
                  <td key={level} data-align="right">
                    {number(row.levels[level] ?? 0, listed({ unit: of(row), level: String(level) }))}
                  </td>
                ))}
                {hasUnvalued && <td data-align="right">{number(row.levels.none ?? 0, listed({ unit: of(row), level: 'empty' }))}</td>}
                <td>
                  <RiskLevel level={row.worst} method={method} />
                </td>
                <td data-align="right">
                  {number(row.overdue, listed({ unit: of(row), state: 'analysed', decideBy: `lt:${answer.today}` }))}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Picture>
  )
}
