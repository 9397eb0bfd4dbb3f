import { fill } from '#kernel/language/text.ts'
import { Table } from '#web/design/Parts.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { lossAt, type Simulated } from '../../quantify/simulate.ts'
import { roughly, shareDecimals } from './loss-findings.ts'

const words = {
  percentiles: { sv: 'Vad ett år kostar', en: 'What a year costs' },
  year: { sv: 'Ett år', en: 'A year' },
  now: { sv: 'Nu', en: 'Now' },
  decided: { sv: 'När det beslutade är gjort', en: 'When what is decided is done' },
  mean: { sv: 'I snitt', en: 'On average' },
  p50: { sv: 'Vartannat år mer än', en: 'Every other year more than' },
  p90: { sv: 'Ett år av tio mer än', en: 'One year in ten more than' },
  p95: { sv: 'Ett år av tjugo mer än', en: 'One year in twenty more than' },
  p99: { sv: 'Ett år av hundra mer än', en: 'One year in a hundred more than' },
  withoutLoss: { sv: 'År utan förlust', en: 'Years without a loss' },
  appetite: { sv: 'Mot riskaptiten', en: 'Against the risk appetite' },
  loss: { sv: 'Ett år kostar mer än', en: 'A year costs more than' },
  allowed: { sv: 'Får vara högst', en: 'May be at most' },
  standing: { sv: 'Utfall', en: 'Outcome' },
  over: { sv: 'Över', en: 'Over' },
  within: { sv: 'Inom', en: 'Within' },
  curve: { sv: 'Förlustkurvan', en: 'The loss curve' },
  often: { sv: 'Så ofta kostar ett år mer än', en: 'So often a year costs more than' },
  oneIn: { sv: '1 år av {n}', en: '1 year in {n}' },
} as const

interface TablesProps {
  readonly asIs: Simulated
  readonly decided: Simulated | null
}

/** The mean and the percentiles of a year, in words that need no statistics. */
export function Percentiles({ asIs, decided }: TablesProps) {
  const say = useSay()
  const format = useFormat()
  const columns = [asIs, ...(decided ? [decided] : [])]
  return (
    <Table caption={say(words.percentiles)}>
      <thead>
        <tr>
          <th scope="col">{say(words.year)}</th>
          <th scope="col" data-align="right">
            {say(words.now)}
          </th>
          {decided && (
            <th scope="col" data-align="right">
              {say(words.decided)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {(['mean', 'p50', 'p90', 'p95', 'p99'] as const).map((name) => (
          <tr key={name}>
            <th scope="row">{say(words[name])}</th>
            {columns.map((one) => (
              <td key={one === asIs ? 'now' : 'decided'} data-align="right">
                {format.money(roughly(one[name]))}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{say(words.withoutLoss)}</th>
          {columns.map((one) => (
            <td key={one === asIs ? 'now' : 'decided'} data-align="right">
              {format.share(one.withoutLoss, shareDecimals(one.withoutLoss))}
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  )
}

/** The loss curve as figures: what a year costs more than, by how seldom. */
export function CurveTable({ asIs, decided }: TablesProps) {
  const say = useSay()
  const format = useFormat()
  return (
    <Table caption={say(words.curve)}>
      <thead>
        <tr>
          <th scope="col">{say(words.often)}</th>
          <th scope="col" data-align="right">
            {say(words.now)}
          </th>
          {decided && (
            <th scope="col" data-align="right">
              {say(words.decided)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {[2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => (
          <tr key={years}>
            <th scope="row">{say(fill(words.oneIn, { n: format.number(years) }))}</th>
            {[asIs, ...(decided ? [decided] : [])].map((one) => (
              <td key={one === asIs ? 'now' : 'decided'} data-align="right">
                {format.money(roughly(lossAt(one.curve, 1 / years)))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Each point of the appetite with how probable it is now and when what is decided is done. */
export function Appetite({ asIs, decided }: TablesProps) {
  const say = useSay()
  const format = useFormat()
  if (!asIs.against.length) return null
  const share = (value: number) => format.share(value, shareDecimals(value))
  return (
    <Table caption={say(words.appetite)}>
      <thead>
        <tr>
          <th scope="col">{say(words.loss)}</th>
          <th scope="col" data-align="right">
            {say(words.allowed)}
          </th>
          <th scope="col" data-align="right">
            {say(words.now)}
          </th>
          <th scope="col">{say(words.standing)}</th>
          {decided && (
            <th scope="col" data-align="right">
              {say(words.decided)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {asIs.against.map(({ loss, allowed, probability }, index) => (
          <tr key={loss}>
            <th scope="row">{format.money(loss)}</th>
            <td data-align="right">{share(allowed)}</td>
            <td data-align="right">{share(probability)}</td>
            <td>
              <StateTag tone={probability > allowed ? 'bad' : 'good'}>{say(probability > allowed ? words.over : words.within)}</StateTag>
            </td>
            {decided && <td data-align="right">{share(decided.against[index]?.probability ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
