import { useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { useRecord } from '#kernel/screens/data/useRecords.ts'
import { Leaving } from '#kernel/screens/form/Leaving.tsx'
import { NotFound } from '#kernel/screens/NotFound.tsx'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import '#kernel/screens/screens.css'
import { MeetingDialog } from '#kernel/screens/versioned/MeetingDialog.tsx'
import { NewVersion } from '#kernel/screens/versioned/NewVersion.tsx'
import { SaveBar } from '#kernel/screens/versioned/SaveBar.tsx'
import { useVersionDraft } from '#kernel/screens/versioned/useVersionDraft.ts'
import { linkIn, VersionHead } from '#kernel/screens/versioned/VersionHead.tsx'
import { valuesIn } from '#kernel/screens/versioned/versioned.ts'
import { ApiProblem, queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { harmHoles } from '../../../scales/harm.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { holes } from '../../risk-method.rules.ts'
import { Criteria } from './Criteria.tsx'
import { Impact } from './Impact.tsx'
import { Mandates } from './Mandates.tsx'
import './method.css'
import { Other } from './Other.tsx'
import { RiskLevels } from './RiskLevels.tsx'
import { RiskMatrix } from './RiskMatrix.tsx'
import { Scales } from './Scales.tsx'
import { Templates } from './Templates.tsx'
import { method } from './versioned.ts'

const words = {
  matris: { sv: 'Matris', en: 'Matrix' },
  metod: { sv: 'Metoden', en: 'The method' },
  skalor: { sv: 'Skalor', en: 'Scales' },
  kriterier: { sv: 'Konsekvenser', en: 'Consequences' },
  nivaer: { sv: 'Risknivåer', en: 'Risk levels' },
  mandat: { sv: 'Mandat och tider', en: 'Mandates and times' },
  mallar: { sv: 'Mallar', en: 'Templates' },
  ovrigt: { sv: 'Övrigt', en: 'Other' },
  foljder: { sv: 'Följder', en: 'What follows' },
  holes: { sv: '{n} hål', en: 'holes: {n}' },
  parts: { sv: 'Metodens delar', en: 'Parts of the method' },
  decideLead: {
    sv: 'När metoden är färdig: se följderna. Säkerhetschefen eller generaldirektören beslutar sedan.',
    en: 'When the method is ready: see what follows. The head of security or the director-general then decides.',
  },
  whoDecides: {
    sv: 'Säkerhetschefen eller generaldirektören beslutar om metoden. Den som skriver den beslutar inte själv.',
    en: 'The head of security or the director-general decides on the method. Whoever writes it does not decide.',
  },
  locked: {
    sv: 'Metoden är beslutad och ändras aldrig. Gör en ny version för att ändra något.',
    en: 'The method is decided and is never changed. Make a new version to change something.',
  },
  replaced: {
    sv: 'Metoden är ersatt. Risker som värderades med den hänvisar fortfarande hit i historiken.',
    en: 'The method is replaced. Risks valued by it still refer here in their history.',
  },
  found: { sv: 'Det du skrev senast finns kvar, men är inte sparat.', en: 'What you wrote last is still here, but not saved.' },
} as const

const writing = ['matris', 'skalor', 'kriterier', 'nivaer', 'mandat', 'mallar', 'ovrigt', 'foljder'] as const
const reading = ['metod', 'skalor', 'kriterier', 'mallar', 'ovrigt'] as const
type Tab = (typeof writing)[number] | (typeof reading)[number]

/** A risk method: read when it is decided, written while it is a draft, with what follows shown before it is decided. */
export default function MethodPage({ register, id }: { readonly register: Register; readonly id: string }) {
  const found = useRecord(register, id)
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFound register={register} />
  if (found.error && !found.data) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data)
    return (
      <article className="v-page" aria-busy="true">
        <Skeleton width="28rem" height="2rem" />
        <Skeleton width="80%" height="20rem" />
      </article>
    )
  return <Shown key={found.data.id} register={register} record={found.data} />
}

function Shown({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const asOf = useAsOf()
  const may = useMay(register.plural)
  const [search] = useSearch()
  const [isCopying, setCopying] = useState(false)
  const draft = useVersionDraft(method, record)
  const earlier = useContent(register, linkIn(record.basedOn)?.id ?? null)
  const isDraft = record.state === 'draft'
  const mayWrite = asOf === null && isDraft && Boolean(record.may?.update)
  const values = mayWrite ? draft.values : valuesIn(method, record)
  const { content } = values
  const tabs: readonly Tab[] = isDraft ? writing : reading
  const [first = 'metod'] = tabs
  const tab = tabs.find((one) => one === search.del) ?? first
  const hrefOf = (one: Tab) => `/${pathOf(register)}/${record.id}${queryString({ ...search, del: one === first ? null : one })}`
  const open: Partial<Record<Tab, number>> = isDraft
    ? { matris: holes(content).length, kriterier: harmHoles({ ...content, levels: content.consequence }).length }
    : {}
  const part = { content, onChange: mayWrite ? draft.changeContent : undefined }

  return (
    <article className="v-page rm-method">
      <Leaving hasParts isFree={() => !mayWrite || !draft.isChanged} />
      <VersionHead
        register={register}
        record={record}
        name={values.name}
        description={values.description}
        onNewVersion={record.state === 'inForce' && may.create && asOf === null ? () => setCopying(true) : undefined}
      />
      {!isDraft && <p className="v-muted v-measure">{say(record.state === 'replaced' ? words.replaced : words.locked)}</p>}
      {mayWrite && draft.wasKept && <Banner tone="info" role="status" title={say(words.found)} />}

      <LinkTabs
        label={say(words.parts)}
        tabs={tabs.map((one) => {
          const n = open[one] ?? 0
          return { href: hrefOf(one), label: say(words[one]), isCurrent: tab === one, count: n ? say(fill(words.holes, { n })) : null }
        })}
      />

      {(tab === 'matris' || tab === 'metod') && <RiskMatrix {...part} />}
      {(tab === 'nivaer' || tab === 'metod') && <RiskLevels {...part} />}
      {(tab === 'mandat' || tab === 'metod') && <Mandates {...part} />}
      {tab === 'skalor' && <Scales {...part} />}
      {tab === 'kriterier' && <Criteria {...part} />}
      {tab === 'mallar' && <Templates {...part} />}
      {tab === 'ovrigt' && <Other {...part} values={values} onValues={mayWrite ? draft.change : undefined} earlier={earlier} />}
      {tab === 'foljder' && (
        <>
          <Impact
            record={record}
            content={content}
            earlier={earlier}
            isChanged={mayWrite && draft.isChanged}
            onSave={() => void draft.save()}
          />
          {asOf === null &&
            !(mayWrite && draft.isChanged) &&
            (record.may?.moves.includes('decide') ? (
              <NextStep register={register} record={record} />
            ) : (
              <p className="v-measure">{say(words.whoDecides)}</p>
            ))}
        </>
      )}

      {mayWrite && (draft.isChanged || draft.problem || tab !== 'foljder') && (
        <SaveBar draft={draft} lead={words.decideLead} impact={tab === 'foljder' ? null : hrefOf('foljder')} />
      )}
      {isCopying && <NewVersion kind={method} record={record} content={content} onClose={() => setCopying(false)} />}
      {draft.meeting && (
        <MeetingDialog
          kind={method}
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

/** The content of another method; null while it is fetched, or where there is none. */
function useContent(register: Register, id: string | null): RiskMethodContent | null {
  const found = useRecord(register, id)
  return (found.data?.content as RiskMethodContent | null | undefined) ?? null
}
