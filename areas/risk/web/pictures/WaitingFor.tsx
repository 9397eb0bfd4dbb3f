import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { Picture } from '#web/design/Picture.tsx'
import { Trend } from '#web/design/Trend.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { PicturesAnswer, Waiting } from '../../pictures.ts'
import { waitingFinding } from './findings.ts'
import { useRiskList } from './parts.tsx'

const words = {
  caption: { sv: 'Risker som väntar på beslut, per person', en: 'Risks that await a decision, by person' },
  person: { sv: 'Vem som ska besluta', en: 'Who is to decide' },
  count: { sv: 'Väntar', en: 'Waiting' },
  overdue: { sv: 'Försenade', en: 'Overdue' },
  since: { sv: 'Äldsta sedan', en: 'Oldest since' },
  before: { sv: 'För ett år sedan', en: 'A year ago' },
  overTime: { sv: 'Tolv kvartal', en: 'Twelve quarters' },
  everyone: { sv: 'Alla', en: 'All' },
  others: { sv: '{n} personer till', en: '{n} more people' },
  nobody: { sv: 'Ingen utpekad', en: 'Nobody appointed' },
  trend: { sv: 'Från {from} till {to} på tolv kvartal, som mest {most}', en: 'From {from} to {to} in twelve quarters, {most} at most' },
}

/** Whose decisions are waited for, since when, and how it has been. */
export function WaitingFor({ answer }: { readonly answer: PicturesAnswer }) {
  const say = useSay()
  const format = useFormat()
  const catalogue = useCatalogue()
  const listed = useRiskList()
  const { waiting, quarters, today } = answer
  const now = waiting.filter(({ count }) => count > 0)
  const all: Waiting = {
    person: null,
    count: now.reduce((sum, { count }) => sum + count, 0),
    overdue: now.reduce((sum, { overdue }) => sum + overdue, 0),
    since: now.map(({ since }) => since ?? '~').toSorted()[0] ?? null,
    before: quarters.map((_, index) => waiting.reduce((sum, { before }) => sum + (before[index] ?? 0), 0)),
  }
  const row = (one: Waiting, name: React.ReactNode, decider: string | undefined | null, key: string) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td data-align="right">
        {decider === null ? (
          format.number(one.count)
        ) : (
          <Link href={listed({ state: 'analysed', decider })}>{format.number(one.count)}</Link>
        )}
      </td>
      <td data-align="right">
        {one.overdue && decider === null ? (
          format.number(one.overdue)
        ) : one.overdue ? (
          <Link href={listed({ state: 'analysed', decider, decideBy: `lt:${today}` })}>{format.number(one.overdue)}</Link>
        ) : (
          <span className="v-muted">0</span>
        )}
      </td>
      <td>{one.since ? format.date(one.since, 'table') : '–'}</td>
      <td data-align="right">{format.number(one.before.at(-5) ?? 0)}</td>
      <td className="r-sparkline">
        <Trend
          points={quarters.map(({ day }, index) => ({ at: day, value: one.before[index] ?? 0 }))}
          label={say(fill(words.trend, { from: one.before[0] ?? 0, to: one.count, most: Math.max(0, ...one.before) }))}
        />
      </td>
    </tr>
  )
  return (
    <Picture title={say(waitingFinding(answer))}>
      {(now.length > 0 || all.before.some(Boolean)) && (
        <Table caption={say(words.caption)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.person)}</th>
              <th scope="col" data-align="right">
                {say(words.count)}
              </th>
              <th scope="col" data-align="right">
                {say(words.overdue)}
              </th>
              <th scope="col">{say(words.since)}</th>
              <th scope="col" data-align="right">
                {say(words.before)}
              </th>
              <th scope="col">{say(words.overTime)}</th>
            </tr>
          </thead>
          <tbody>
            {now.map((one) =>
              row(
                one,
                one.others !== undefined ? (
                  <Link href={listed({ state: 'analysed', sort: 'decideBy' })}>
                    {say(fill(words.others, { n: format.number(one.others) }))}
                  </Link>
                ) : one.person ? (
                  <Link href={`/${pathOf(catalogue.register('person'))}/${one.person.id}`}>{one.person.label}</Link>
                ) : (
                  say(words.nobody)
                ),
                one.others !== undefined ? null : (one.person?.id ?? 'empty'),
                one.others !== undefined ? 'others' : (one.person?.id ?? 'nobody'),
              ),
            )}
            {row(all, say(words.everyone), undefined, 'everyone')}
          </tbody>
        </Table>
      )}
    </Picture>
  )
}
