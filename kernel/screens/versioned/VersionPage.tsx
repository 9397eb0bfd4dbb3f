import { type ReactNode, useState } from 'react'
import { ApiProblem, queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import type { Text } from '../../language/text.ts'
import type { RecordJson } from '../data/record.ts'
import { useRecord } from '../data/useRecords.ts'
import { Leaving } from '../form/Leaving.tsx'
import { NotFound } from '../NotFound.tsx'
import '../screens.css'
import { MeetingDialog } from './MeetingDialog.tsx'
import { NewVersion } from './NewVersion.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useVersionDraft } from './useVersionDraft.ts'
import { linkIn, VersionHead } from './VersionHead.tsx'
import { type Versioned, type VersionValues, valuesIn } from './versioned.ts'

const words = {
  found: { sv: 'Det du skrev senast finns kvar, men är inte sparat.', en: 'What you wrote last is still here, but not saved.' },
} as const

/** The tab that shows what follows from deciding on a draft; the save bar leads there. */
export const impactTab = 'foljder'

interface VersionTab<Tab extends string> {
  /** As it stands in the address. */
  readonly id: Tab
  readonly label: Text
  readonly count?: Text | null
}

/** A part of a version as it is shown: what it holds, and how to change it for those who may. */
export interface ShownPart<Content, Tab extends string> {
  readonly tab: Tab
  readonly record: RecordJson
  readonly content: Content
  readonly values: VersionValues<Content>
  /** The version it was made from; null while it is fetched, or where there is none. */
  readonly earlier: Content | null
  readonly onChange: ((by: (content: Content) => Content) => void) | undefined
  readonly onValues: ((next: Partial<VersionValues<Content>>) => void) | undefined
  readonly isChanged: boolean
  readonly save: () => void
  /** All is saved, and it is today: the version can be decided on as it stands here. */
  readonly isSettled: boolean
}

interface VersionPageProps<Content, Tab extends string> {
  readonly register: Register
  readonly id: string
  readonly kind: Versioned<Content>
  readonly className: string
  readonly words: {
    readonly parts: Text
    /** What comes next, when a draft is saved. */
    readonly lead: Text
    readonly locked: Text
    readonly replaced: Text
  }
  /** The parts of the version, the first of which is shown where the address asks for none. */
  readonly tabs: (content: Content, isDraft: boolean) => readonly VersionTab<Tab>[]
  /** What the version gives reason to do, above its parts. */
  readonly offer?: (record: RecordJson) => ReactNode
  readonly children: (part: ShownPart<Content, Tab>) => ReactNode
}

/** A version of a method: read when it is decided, written while it is a draft, with what follows shown before it is decided. */
export function VersionPage<Content, Tab extends string>(page: VersionPageProps<Content, Tab>) {
  const { register } = page
  const found = useRecord(register, page.id)
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  if (found.error && !found.data) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data)
    return (
      <article className="v-page" aria-busy="true">
        <Skeleton width="28rem" height="2rem" />
        <Skeleton width="80%" height="20rem" />
      </article>
    )
  return <Shown key={found.data.id} page={page} record={found.data} />
}

function Shown<Content, Tab extends string>({
  page,
  record,
}: {
  readonly page: VersionPageProps<Content, Tab>
  readonly record: RecordJson
}) {
  const { register, kind } = page
  const say = useSay()
  const asOf = useAsOf()
  const may = useMay(register.plural)
  const [search] = useSearch()
  const [isCopying, setCopying] = useState(false)
  const draft = useVersionDraft(kind, record)
  const earlier = useRecord(register, linkIn(record.basedOn)?.id ?? null)
  const isDraft = record.state === 'draft'
  const mayWrite = asOf === null && isDraft && Boolean(record.may?.update)
  const values = mayWrite ? draft.values : valuesIn(kind, record)
  const isChanged = mayWrite && draft.isChanged
  const tabs = page.tabs(values.content, isDraft)
  const first = tabs[0]
  const tab = tabs.find(({ id }) => id === search.del) ?? first
  const hrefOf = (id: string) => `/${pathOf(register)}/${record.id}${queryString({ ...search, del: id === first?.id ? null : id })}`

  return (
    <article className={`v-page ${page.className}`}>
      <Leaving hasParts isFree={() => !isChanged} />
      <VersionHead
        register={register}
        record={record}
        name={values.name}
        description={values.description}
        onNewVersion={record.state === 'inForce' && may.create && asOf === null ? () => setCopying(true) : undefined}
      />
      {asOf === null && page.offer?.(record)}
      {!isDraft && <p className="v-muted v-measure">{say(record.state === 'replaced' ? page.words.replaced : page.words.locked)}</p>}
      {mayWrite && draft.wasKept && <Banner tone="info" role="status" title={say(words.found)} />}

      <LinkTabs
        label={say(page.words.parts)}
        tabs={tabs.map(({ id, label, count }) => ({
          href: hrefOf(id),
          label: say(label),
          isCurrent: id === tab?.id,
          count: count ? say(count) : null,
        }))}
      />

      {tab &&
        page.children({
          tab: tab.id,
          record,
          content: values.content,
          values,
          earlier: (earlier.data?.content as Content | null | undefined) ?? null,
          onChange: mayWrite ? draft.changeContent : undefined,
          onValues: mayWrite ? draft.change : undefined,
          isChanged,
          save: () => void draft.save(),
          isSettled: asOf === null && !isChanged,
        })}

      {mayWrite && (isChanged || draft.problem || tab?.id !== impactTab) && (
        <SaveBar draft={draft} lead={page.words.lead} impact={tab?.id === impactTab ? null : hrefOf(impactTab)} />
      )}
      {isCopying && <NewVersion kind={kind} record={record} content={values.content} onClose={() => setCopying(false)} />}
      {draft.meeting && (
        <MeetingDialog
          kind={kind}
          meeting={draft.meeting}
          from={draft.from}
          mine={draft.values}
          isSaving={draft.isSaving}
          onSettle={(choices) => void draft.settle(choices)}
          onClose={draft.leaveMeeting}
        />
      )}
    </article>
  )
}
