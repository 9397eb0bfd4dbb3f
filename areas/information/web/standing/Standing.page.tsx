import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import '#kernel/screens/screens.css'
import { queryString } from '#web/api/client.ts'
import { useMay, useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { EmptyState, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { registerOf } from '#web/pages/places.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { type Standing, type StandingAnswer, type StandingCount, type StandingRow, standings } from '../answers.ts'
import './standing.css'

const words = {
  title: { sv: 'Klassningsläget', en: 'Classification standing' },
  lead: {
    sv: 'Vad som återstår att klassa, vad som behöver klassas om och vilka brister som ingen har tagit hand om.',
    en: 'What remains to be classified, what needs to be classified again, and which gaps nobody has taken care of.',
  },
  start: { sv: 'Klassa information', en: 'Classify information' },
  whole: { sv: 'Hela läget', en: 'The whole standing' },
  mine: { sv: 'Det här är ditt', en: 'This is yours' },
  mineNone: { sv: 'Inget av det du äger väntar på klassning.', en: 'Nothing that you own awaits classification.' },
  who: { sv: 'Vem gör vad härnäst?', en: 'Who does what next?' },
  units: { sv: 'Per enhet', en: 'By unit' },
  owners: { sv: 'Per informationsägare', en: 'By information owner' },
  unit: { sv: 'Enhet', en: 'Unit' },
  owner: { sv: 'Informationsägare', en: 'Information owner' },
  noUnit: { sv: 'Utan enhet', en: 'Without a unit' },
  noOwner: { sv: 'Utan informationsägare', en: 'Without an information owner' },
  assets: { sv: 'Informationsmängder', en: 'Information assets' },
  empty: { sv: 'Ingen information är registrerad ännu', en: 'No information is registered yet' },
  emptyText: {
    sv: 'Klassningen börjar med att ni skriver upp vilken information ni ansvarar för. Har ni den i ett kalkylark kan ni föra in den därifrån.',
    en: 'Classification begins with writing down which information you answer for. If you have it in a spreadsheet you can bring it in from there.',
  },
  good: {
    sv: 'All information är klassad och omprövad i tid, och varje brist har en åtgärd.',
    en: 'All information is classified and reviewed in time, and every gap has an action.',
  },
  next: { sv: 'Att göra', en: 'To do' },
  nothing: { sv: 'Inget', en: 'Nothing' },
} satisfies Record<string, Text>

const headings: Readonly<Record<Standing, Text>> = {
  unclassified: { sv: 'Inte klassade', en: 'Not classified' },
  underway: { sv: 'Pågår', en: 'Under way' },
  outdated: { sv: 'Skulle ha omprövats', en: 'Review overdue' },
  reclassify: { sv: 'Behöver klassas om', en: 'To classify again' },
  openGaps: { sv: 'Brister utan åtgärd', en: 'Gaps without action' },
}

/** `{n}` and the words after it lead to the list. */
const sentences: Readonly<Record<Standing, readonly [Text, Text]>> = {
  unclassified: [
    { sv: 'informationsmängd är inte klassad.', en: 'information asset is not classified.' },
    { sv: 'informationsmängder är inte klassade.', en: 'information assets are not classified.' },
  ],
  underway: [
    { sv: 'klassning pågår.', en: 'classification is under way.' },
    { sv: 'klassningar pågår.', en: 'classifications are under way.' },
  ],
  outdated: [
    { sv: 'klassning skulle ha omprövats.', en: 'classification should have been reviewed.' },
    { sv: 'klassningar skulle ha omprövats.', en: 'classifications should have been reviewed.' },
  ],
  reclassify: [
    {
      sv: 'informationsmängd behöver klassas om, eftersom något har ändrats.',
      en: 'information asset needs to be classified again, since something has changed.',
    },
    {
      sv: 'informationsmängder behöver klassas om, eftersom något har ändrats.',
      en: 'information assets need to be classified again, since something has changed.',
    },
  ],
  openGaps: [
    { sv: 'brist har varken åtgärd eller acceptans.', en: 'gap has neither action nor acceptance.' },
    { sv: 'brister har varken åtgärd eller acceptans.', en: 'gaps have neither action nor acceptance.' },
  ],
}

/** What an owner should do next, the most pressing first. */
const todo: Readonly<Record<Exclude<Standing, 'underway'>, readonly [Text, Text]>> = {
  unclassified: [
    { sv: 'klassa {n} informationsmängd', en: 'classify {n} information asset' },
    { sv: 'klassa {n} informationsmängder', en: 'classify {n} information assets' },
  ],
  reclassify: [
    { sv: 'klassa om {n} informationsmängd', en: 'classify {n} information asset again' },
    { sv: 'klassa om {n} informationsmängder', en: 'classify {n} information assets again' },
  ],
  outdated: [
    { sv: 'ompröva {n} klassning', en: 'review {n} classification' },
    { sv: 'ompröva {n} klassningar', en: 'review {n} classifications' },
  ],
  openGaps: [
    { sv: 'ta hand om {n} brist', en: 'take care of {n} gap' },
    { sv: 'ta hand om {n} brister', en: 'take care of {n} gaps' },
  ],
}
const urgent = ['unclassified', 'reclassify', 'outdated', 'openGaps'] as const

const lacks = (row: StandingRow) => urgent.reduce((sum, one) => sum + row.counts[one].count, 0)

function useHref() {
  const catalogue = useCatalogue()
  return ({ register, query }: StandingCount) => {
    const found = registerOf(catalogue.registers, register)
    return found ? `/${pathOf(found)}${queryString(query)}` : '/'
  }
}

/** Where the classification of information stands: sentences first, then who does what, then the table. */
export default function StandingPage() {
  const say = useSay()
  const format = useFormat()
  const session = useSession()
  const asOf = useAsOf()
  const catalogue = useCatalogue()
  const [search] = useSearch()
  const may = useMay('classifications')
  const by = search.per === 'agare' ? 'owners' : 'units'
  const found = useGet<StandingAnswer>('/classification-standing')
  const mine = found.data?.owners.find((row) => row.of?.id === session.person.id)
  const hrefBy = (per: string | null) => `/klassningslaget${queryString({ ...search, per })}`
  return (
    <article className="v-page i-standing">
      <header className="v-page-head">
        <div className="v-record-head">
          <h1>{say(words.title)}</h1>
          {may.create && asOf === null && (
            <LinkButton variant="primary" href="/klassa">
              {say(words.start)}
            </LinkButton>
          )}
        </div>
        <p className="v-muted v-measure">
          {say(words.lead)} {asOf ? format.date(asOf) : ''}
        </p>
      </header>
      {found.error ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <div aria-busy="true">
          <Skeleton width="60%" />
          <Skeleton width="50%" />
          <Skeleton width="80%" height="12rem" />
        </div>
      ) : found.data.total.assets === 0 ? (
        <EmptyState
          title={say(words.empty)}
          actions={
            <LinkButton href={`/${pathOf(catalogue.register('informationAsset'))}/import`}>
              {say({ sv: 'För in från kalkylark', en: 'Bring in from a spreadsheet' })}
            </LinkButton>
          }
        >
          <p>{say(words.emptyText)}</p>
        </EmptyState>
      ) : (
        <>
          {mine && (
            <section aria-labelledby="standing-mine">
              <h2 id="standing-mine">{say(words.mine)}</h2>
              {lacks(mine) + mine.counts.underway.count === 0 ? <p className="v-muted">{say(words.mineNone)}</p> : <Sentences row={mine} />}
            </section>
          )}
          <section aria-labelledby="standing-whole">
            <h2 id="standing-whole">{say(words.whole)}</h2>
            {lacks(found.data.total) === 0 && <p>{say(words.good)}</p>}
            <Sentences row={found.data.total} />
          </section>
          <Who rows={found.data.owners} />
          <section aria-labelledby="standing-table">
            <h2 id="standing-table">{say(by === 'units' ? words.units : words.owners)}</h2>
            <LinkTabs
              label={say({ sv: 'Fördela per', en: 'Divide by' })}
              tabs={[
                { href: hrefBy(null), label: say(words.units), isCurrent: by === 'units' },
                { href: hrefBy('agare'), label: say(words.owners), isCurrent: by === 'owners' },
              ]}
            />
            <Rows rows={found.data[by]} by={by} />
          </section>
        </>
      )}
    </article>
  )
}

function Sentences({ row }: { readonly row: StandingRow }) {
  const say = useSay()
  const format = useFormat()
  const hrefOf = useHref()
  return (
    <ul className="i-standing-sentences">
      {standings
        .filter((one) => row.counts[one].count > 0)
        .map((one) => {
          const counted = row.counts[one]
          const [single, many] = sentences[one]
          return (
            <li key={one}>
              <Link href={hrefOf(counted)}>
                <strong className="v-number">{format.number(counted.count)}</strong> {say(counted.count === 1 ? single : many)}
              </Link>
            </li>
          )
        })}
    </ul>
  )
}

/** The owners with most to do, each with what it is; nobody's stands first. */
function Who({ rows }: { readonly rows: readonly StandingRow[] }) {
  const say = useSay()
  const format = useFormat()
  const hrefOf = useHref()
  const catalogue = useCatalogue()
  const busy = rows
    .filter((row) => lacks(row) > 0)
    .toSorted((one, other) => Number(one.of !== null) - Number(other.of !== null) || lacks(other) - lacks(one))
  if (busy.length === 0) return null
  const shown = busy.slice(0, 8)
  return (
    <section aria-labelledby="standing-who">
      <h2 id="standing-who">{say(words.who)}</h2>
      <ul className="i-standing-who">
        {shown.map((row) => (
          <li key={row.of?.id ?? 'nobody'}>
            <span className="i-standing-name">
              {row.of ? <Link href={`/${pathOf(catalogue.register('person'))}/${row.of.id}`}>{row.of.label}</Link> : say(words.noOwner)}
            </span>
            <span>
              {row.of === null ? say({ sv: 'Utse en ägare, och sedan: ', en: 'Appoint an owner, and then: ' }) : ''}
              {urgent
                .filter((one) => row.counts[one].count > 0)
                .map((one, index) => {
                  const counted = row.counts[one]
                  const text = say(fill(todo[one][counted.count === 1 ? 0 : 1], { n: format.number(counted.count) }))
                  return (
                    <span key={one}>
                      {index > 0 && ', '}
                      <Link href={hrefOf(counted)}>
                        {index === 0 && row.of !== null ? text.charAt(0).toUpperCase() + text.slice(1) : text}
                      </Link>
                    </span>
                  )
                })}
              .
            </span>
          </li>
        ))}
      </ul>
      {busy.length > shown.length && (
        <p>
          <Link href="/klassningslaget?per=agare#standing-table">
            {say(fill({ sv: 'och {n} ägare till', en: 'and {n} more owners' }, { n: format.number(busy.length - shown.length) }))}
          </Link>
        </p>
      )}
    </section>
  )
}

function Rows({ rows, by }: { readonly rows: readonly StandingRow[]; readonly by: 'units' | 'owners' }) {
  const say = useSay()
  const format = useFormat()
  const hrefOf = useHref()
  const catalogue = useCatalogue()
  const assets = catalogue.register('informationAsset')
  const of = by === 'units' ? 'unit' : 'owner'
  const none = say(by === 'units' ? words.noUnit : words.noOwner)
  return (
    <Table caption={say(by === 'units' ? words.units : words.owners)} captionHidden>
      <thead>
        <tr>
          <th scope="col">{say(by === 'units' ? words.unit : words.owner)}</th>
          <th scope="col" data-align="right">
            {say(words.assets)}
          </th>
          {standings.map((one) => (
            <th key={one} scope="col" data-align="right">
              {say(headings[one])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.of?.id ?? 'none'}>
            <th scope="row">{row.of?.label ?? none}</th>
            <td data-align="right">
              <Link href={`/${pathOf(assets)}${queryString({ [of]: row.of?.id ?? 'empty' })}`}>{format.number(row.assets)}</Link>
            </td>
            {standings.map((one) => {
              const counted = row.counts[one]
              return (
                <td key={one} data-align="right" data-zero={counted.count === 0 || undefined}>
                  {counted.count === 0 ? (
                    <span className="v-muted">0</span>
                  ) : (
                    <Link href={hrefOf(counted)}>{format.number(counted.count)}</Link>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
