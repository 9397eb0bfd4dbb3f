import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordLink, RecordPage } from '#kernel/screens/data/record.ts'
import { RecordName, StateValue } from '#kernel/screens/fields/Value.tsx'
import { type ApiProblem, api } from '#web/api/client.ts'
import { useToday } from '#web/api/session.ts'
import { getKey } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Link } from '#web/design/Link.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import './model.css'

const words = {
  title: { sv: 'Så går det', en: 'How it goes' },
  none: {
    sv: 'Inga klassningar hör till omgången. Det som är klassat är redan värderat med modellen, eller håller på att klassas om.',
    en: 'No classifications belong to the campaign. What is classified is already valued by the model, or is being classified again.',
  },
  all: { sv: 'Alla klassningar i omgången', en: 'All classifications of the campaign' },
  done: { sv: 'Klara', en: 'Done' },
  nobody: { sv: 'Ingen informationsägare', en: 'No information owner' },
  late: { sv: 'försenad', en: 'late' },
} as const

const finished = ['decided', 'replaced']
const order = ['planned', 'underway', 'proposed', 'decided', 'replaced', 'cancelled']

interface OwnerGroup {
  readonly owner: RecordLink | null
  readonly items: readonly RecordJson[]
  readonly done: number
}

const isLink = (value: unknown): value is RecordLink => typeof value === 'object' && value !== null && 'id' in value

/** The classifications by owner, those with most left first. */
export function byOwner(items: readonly RecordJson[]): OwnerGroup[] {
  const groups = new Map<string, RecordJson[]>()
  for (const item of items) {
    const key = isLink(item.owner) ? item.owner.id : ''
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
    .map((its): OwnerGroup => {
      const [first] = its
      return {
        owner: first && isLink(first.owner) ? first.owner : null,
        items: its.toSorted((one, other) => order.indexOf(one.state ?? '') - order.indexOf(other.state ?? '')),
        done: its.filter((one) => finished.includes(one.state ?? '')).length,
      }
    })
    .toSorted((one, other) => other.items.length - other.done - (one.items.length - one.done))
}

/** Everything that belongs to a campaign, page after page. */
function useClassifications(campaign: string) {
  const asOf = useAsOf()
  const language = useLanguage()
  const params = { revaluation: campaign, limit: 500, fields: 'name,reference,state,owner,dueBy,level', sort: 'name' }
  const found = useInfiniteQuery<RecordPage, ApiProblem, { pages: RecordPage[] }, readonly unknown[], string | null>({
    queryKey: [...getKey('/classifications', params, asOf, language), 'all'],
    queryFn: ({ pageParam, signal }) =>
      api<RecordPage>('/classifications', {
        params: { ...params, ...(asOf ? { asOf } : {}), ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return found
}

/** How a re-valuation campaign goes: in sentences, then owner by owner with every classification and its state. */
export default function CampaignPanel({ record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const today = useToday()
  const asOf = useAsOf()
  const classification = useCatalogue().register('classification')
  const found = useClassifications(record.id)
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton width="20rem" />
  const items = found.data.pages.flatMap((page) => page.items)
  const list = `/classifications?revaluation=${record.id}`
  const counts = (states: readonly string[]) => items.filter((one) => states.includes(one.state ?? '')).length
  const done = counts(finished)
  const alive = items.length - counts(['cancelled'])
  const groups = byOwner(items)
  const isLate = (one: RecordJson) =>
    !finished.includes(one.state ?? '') && one.state !== 'cancelled' && typeof one.dueBy === 'string' && one.dueBy < (asOf ?? today)
  const late = items.filter(isLate).length
  const link = (count: number, query: string, sv: string, en: string) =>
    count > 0 ? (
      <li>
        <Link href={`${list}${query}`}>
          <strong className="v-number">{format.number(count)}</strong> {say({ sv, en })}
        </Link>
        .
      </li>
    ) : null
  return (
    <section aria-labelledby="campaign-title">
      <h2 id="campaign-title">{say(words.title)}</h2>
      {items.length === 0 ? (
        <p className="v-muted v-measure">{say(words.none)}</p>
      ) : (
        <>
          <ProgressBar
            label={say({
              sv: `${format.number(done)} av ${format.number(alive)} är omvärderade`,
              en: `${format.number(done)} of ${format.number(alive)} have been valued again`,
            })}
            value={alive ? done / alive : 1}
          />
          <ul className="i-campaign-sentences">
            {link(
              late,
              `&state=planned,underway,proposed&dueBy=lt:today`,
              late === 1 ? 'klassning är försenad' : 'klassningar är försenade',
              late === 1 ? 'classification is late' : 'classifications are late',
            )}
            {link(
              counts(['planned']),
              '&state=planned',
              counts(['planned']) === 1 ? 'klassning har inte börjat' : 'klassningar har inte börjat',
              counts(['planned']) === 1 ? 'classification has not begun' : 'classifications have not begun',
            )}
            {link(
              counts(['underway']),
              '&state=underway',
              counts(['underway']) === 1 ? 'klassning pågår' : 'klassningar pågår',
              counts(['underway']) === 1 ? 'classification is under way' : 'classifications are under way',
            )}
            {link(
              counts(['proposed']),
              '&state=proposed',
              counts(['proposed']) === 1 ? 'klassning väntar på beslut' : 'klassningar väntar på beslut',
              counts(['proposed']) === 1 ? 'classification awaits a decision' : 'classifications await a decision',
            )}
          </ul>
          <ul className="i-owners">
            {groups.map((group) => (
              <li key={group.owner?.id ?? 'nobody'}>
                <details open={groups.length <= 4}>
                  <summary>
                    <span className="i-owner-name">{group.owner?.label ?? say(words.nobody)}</span>
                    <span className="v-muted v-number">
                      {say({
                        sv: `${group.done} av ${group.items.length} klara`,
                        en: `${group.done} of ${group.items.length} done`,
                      })}
                    </span>
                    <span className="i-owner-track" aria-hidden="true">
                      <span style={{ width: `${(100 * group.done) / group.items.length}%` }} />
                    </span>
                  </summary>
                  <ul className="v-plain-list">
                    {group.items.map((one) => (
                      <li key={one.id} className="v-connection">
                        <RecordName
                          to="classification"
                          link={{
                            id: one.id,
                            label: typeof one.name === 'string' ? one.name : (one.reference ?? ''),
                            reference: one.reference,
                          }}
                        />
                        <StateValue register={classification} state={one.state} />
                        {isLate(one) && <span className="i-late">{say(words.late)}</span>}
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
          <p>
            <Link href={list}>{say(words.all)}</Link>
          </p>
        </>
      )}
    </section>
  )
}
