import { queryString } from '#web/api/client.ts'
import { Icon } from '#web/design/Icon.tsx'
import { Table } from '#web/design/Parts.tsx'
import { Picture } from '#web/design/Picture.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import type { PicturesAnswer, RankedRisk } from '../../pictures.ts'
import { listOf, type Movement, movementOf, placeWords, rankedFinding, sentenceCase, whyMoved } from './findings.ts'
import { RiskLevel, RiskLink } from './parts.tsx'

const words = {
  compare: { sv: 'Jämför med', en: 'Compare with' },
  quarter: { sv: 'Förra kvartalet', en: 'Last quarter' },
  year: { sv: 'För ett år sedan', en: 'A year ago' },
  value: { sv: 'riskvärde', en: 'risk value' },
  left: { sv: 'Har lämnat listan', en: 'Have left the list' },
  caption: { sv: 'De största riskerna', en: 'The greatest risks' },
  place: { sv: 'Plats', en: 'Place' },
  placeThen: { sv: 'Plats då', en: 'Place then' },
  risk: { sv: 'Risk', en: 'Risk' },
  level: { sv: 'Risknivå', en: 'Risk level' },
  number: { sv: 'Riskvärde', en: 'Risk value' },
  valueThen: { sv: 'Riskvärde då', en: 'Risk value then' },
  unit: { sv: 'Enhet', en: 'Unit' },
  owner: { sv: 'Riskägare', en: 'Risk owner' },
  why: { sv: 'Vad som har hänt', en: 'What has happened' },
  none: { sv: 'Det finns inga öppna risker att rangordna.', en: 'There are no open risks to rank.' },
}

const icons = { up: 'up', down: 'down', new: 'plus', same: null, gone: null } as const satisfies Record<Movement, string | null>

/** The greatest risks, with how each has moved and why. */
export function Ranked({ answer }: { readonly answer: PicturesAnswer }) {
  const say = useSay()
  const [search] = useSearch()
  const byYear = search.jamfor === 'ar'
  const href = (jamfor: string | null) => `/riskbild${queryString({ ...search, jamfor })}`
  const { listed, left } = listOf(answer.ranked)
  return (
    <Picture
      title={say(rankedFinding(answer))}
      tools={
        <LinkTabs
          label={say(words.compare)}
          tabs={[
            { href: href(null), label: say(words.quarter), isCurrent: !byYear },
            { href: href('ar'), label: say(words.year), isCurrent: byYear },
          ]}
        />
      }
      table={answer.ranked.length > 0 ? <RankedTable risks={[...listed, ...left]} answer={answer} /> : null}
    >
      {listed.length ? (
        <ol className="r-ranked">
          {listed.map((one) => (
            <Row key={one.id} one={one} answer={answer} />
          ))}
        </ol>
      ) : (
        <p>{say(words.none)}</p>
      )}
      {left.length > 0 && (
        <>
          <h3>{say(words.left)}</h3>
          <ul className="r-ranked">
            {left.map((one) => (
              <Row key={one.id} one={one} answer={answer} />
            ))}
          </ul>
        </>
      )}
    </Picture>
  )
}

function Row({ one, answer }: { readonly one: RankedRisk; readonly answer: PicturesAnswer }) {
  const say = useSay()
  const format = useFormat()
  const movement = movementOf(one)
  const icon = icons[movement]
  return (
    <li>
      <span className="r-rank" aria-hidden="true">
        {one.rank ?? '–'}
      </span>
      <div>
        <p className="r-ranked-name">
          <RiskLink of={one} /> <RiskLevel level={one.level} method={answer.method} />
        </p>
        <p className="v-muted">
          <span className="r-movement" data-movement={movement}>
            {icon ? <Icon name={icon} size={14} /> : null}
            {say(sentenceCase(placeWords(one)))}
          </span>
          {', '}
          {say(whyMoved(one))}
          {'. '}
          {[one.value === null ? null : `${say(words.value)} ${format.number(one.value)}`, one.unit?.label, one.owner?.label]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  )
}

function RankedTable({ risks, answer }: { readonly risks: readonly RankedRisk[]; readonly answer: PicturesAnswer }) {
  const say = useSay()
  const format = useFormat()
  const number = (value: number | null) => (value === null ? '–' : format.number(value))
  return (
    <Table caption={say(words.caption)} captionHidden>
      <thead>
        <tr>
          {(['place', 'placeThen'] as const).map((name) => (
            <th key={name} scope="col" data-align="right">
              {say(words[name])}
            </th>
          ))}
          <th scope="col">{say(words.risk)}</th>
          <th scope="col">{say(words.level)}</th>
          {(['number', 'valueThen'] as const).map((name) => (
            <th key={name} scope="col" data-align="right">
              {say(words[name])}
            </th>
          ))}
          <th scope="col">{say(words.unit)}</th>
          <th scope="col">{say(words.owner)}</th>
          <th scope="col">{say(words.why)}</th>
        </tr>
      </thead>
      <tbody>
        {risks.map((one) => (
          <tr key={one.id}>
            <td data-align="right">{number(one.rank)}</td>
            <td data-align="right">{number(one.rankThen)}</td>
            <th scope="row">
              <RiskLink of={one} />
            </th>
            <td>
              <RiskLevel level={one.level} method={answer.method} />
            </td>
            <td data-align="right">{number(one.value)}</td>
            <td data-align="right">{number(one.valueThen)}</td>
            <td>{one.unit?.label ?? '–'}</td>
            <td>{one.owner?.label ?? '–'}</td>
            <td>{say(sentenceCase(whyMoved(one)))}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
