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
import { CriteriaMatrix } from '../../../scales/web/CriteriaMatrix.tsx'
import type { ModelContent } from '../../classification-model.content.ts'
import { holes } from '../../classification-model.rules.ts'
import { Level } from '../Level.tsx'
import { Aspects } from './Aspects.tsx'
import { Impact } from './Impact.tsx'
import { Levels } from './Levels.tsx'
import { Measures } from './Measures.tsx'
import './model.css'
import { Settings } from './Settings.tsx'
import { CampaignOffer } from './StartCampaign.tsx'
import { model } from './versioned.ts'

const words = {
  matrixTitle: { sv: 'Konsekvenser och nivåer', en: 'Consequences and levels' },
  matrixLead: {
    sv: 'Varje ruta säger hur allvarlig skadan är på en nivå, för den eller det som drabbas. Det är de här orden informationsägaren väljer mellan. Samma skala används för risker.',
    en: 'Each box says how serious the harm is at a level, for whoever or whatever is hit. These are the words the information owner chooses between. The same scale is used for risks.',
  },
  holes: {
    sv: 'Matrisen har {n} hål. Modellen kan beslutas först när alla är ifyllda.',
    en: 'The matrix has {n} holes. The model can be decided only once all are filled in.',
  },
  hole1: {
    sv: 'Matrisen har ett hål. Modellen kan beslutas först när det är ifyllt.',
    en: 'The matrix has one hole. The model can be decided only once it is filled in.',
  },
  open: { sv: '{n} hål', en: 'holes: {n}' },
  consequences: { sv: 'Konsekvenser', en: 'Consequences' },
  levels: { sv: 'Nivåer', en: 'Levels' },
  aspects: { sv: 'Aspekter', en: 'Aspects' },
  measures: { sv: 'Säkerhetsåtgärder', en: 'Security measures' },
  other: { sv: 'Övrigt', en: 'Other' },
  impact: { sv: 'Följder', en: 'What follows' },
  parts: { sv: 'Modellens delar', en: 'Parts of the model' },
  decideLead: {
    sv: 'När modellen är färdig: se följderna, och besluta sedan. Klassningar som redan är gjorda behåller sin version.',
    en: 'When the model is ready: see what follows, then decide. Classifications already made keep their version.',
  },
  locked: {
    sv: 'Modellen är beslutad och ändras aldrig. Gör en ny version för att ändra något.',
    en: 'The model is decided and is never changed. Make a new version to change something.',
  },
  replaced: {
    sv: 'Modellen är ersatt. Klassningar som gjordes med den hänvisar fortfarande hit.',
    en: 'The model is replaced. Classifications made by it still refer here.',
  },
  found: { sv: 'Det du skrev senast finns kvar, men är inte sparat.', en: 'What you wrote last is still here, but not saved.' },
} as const

const tabs = ['matris', 'nivaer', 'aspekter', 'atgarder', 'ovrigt', 'foljder'] as const
type Tab = (typeof tabs)[number]

/** A classification model: read when it is decided, written while it is a draft, with what follows shown before it is decided. */
export default function ModelPage({ register, id }: { readonly register: Register; readonly id: string }) {
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
  const mayStart = useMay('revaluations').create
  const [search] = useSearch()
  const [isCopying, setCopying] = useState(false)
  const draft = useVersionDraft(model, record)
  const basedOn = linkIn(record.basedOn)
  const earlier = useGetModel(register, basedOn?.id ?? null)
  const mayWrite = asOf === null && record.state === 'draft' && Boolean(record.may?.update)
  const values = mayWrite ? draft.values : valuesIn(model, record)
  const { content } = values
  const asked = tabs.find((one) => one === search.del)
  const isDraft = record.state === 'draft'
  const tab: Tab = asked && (asked !== 'foljder' || isDraft) ? asked : 'matris'
  const hrefOf = (one: Tab) => `/${pathOf(register)}/${record.id}${queryString({ ...search, del: one === 'matris' ? null : one })}`
  const open = holes(content).length
  const onChange = mayWrite ? draft.changeContent : undefined

  return (
    <article className="v-page i-model">
      <Leaving hasParts isFree={() => !mayWrite || !draft.isChanged} />
      <VersionHead
        register={register}
        record={record}
        name={values.name}
        description={values.description}
        onNewVersion={record.state === 'inForce' && may.create && asOf === null ? () => setCopying(true) : undefined}
      />

      {record.state === 'inForce' && asOf === null && <CampaignOffer record={record} mayStart={mayStart} />}
      {!isDraft && <p className="v-muted v-measure">{say(record.state === 'replaced' ? words.replaced : words.locked)}</p>}
      {mayWrite && draft.wasKept && <Banner tone="info" role="status" title={say(words.found)} />}

      <LinkTabs
        label={say(words.parts)}
        tabs={[
          { id: 'matris' as const, label: say(words.consequences), count: isDraft && open ? say(fill(words.open, { n: open })) : null },
          { id: 'nivaer' as const, label: say(words.levels) },
          { id: 'aspekter' as const, label: say(words.aspects) },
          { id: 'atgarder' as const, label: say(words.measures) },
          { id: 'ovrigt' as const, label: say(words.other) },
          ...(isDraft ? [{ id: 'foljder' as const, label: say(words.impact) }] : []),
        ].map(({ id, label, ...rest }) => ({ href: hrefOf(id), label, isCurrent: tab === id, ...rest }))}
      />

      {tab === 'matris' && (
        <CriteriaMatrix
          content={content}
          levels={content.levels}
          onChange={onChange}
          mark={(level, name) => <Level level={level} name={name} />}
          title={words.matrixTitle}
          lead={words.matrixLead}
          words={words}
        />
      )}
      {tab === 'nivaer' && <Levels content={content} onChange={onChange} />}
      {tab === 'aspekter' && <Aspects content={content} onChange={onChange} />}
      {tab === 'atgarder' && <Measures content={content} onChange={onChange} />}
      {tab === 'ovrigt' && (
        <Settings content={content} onChange={onChange} values={values} onValues={mayWrite ? draft.change : undefined} earlier={earlier} />
      )}
      {tab === 'foljder' && isDraft && (
        <>
          <Impact
            record={record}
            content={content}
            earlier={earlier}
            isChanged={mayWrite && draft.isChanged}
            onSave={() => void draft.save()}
          />
          {asOf === null && !draft.isChanged && <NextStep register={register} record={record} />}
        </>
      )}

      {mayWrite && (draft.isChanged || draft.problem || tab !== 'foljder') && (
        <SaveBar draft={draft} lead={words.decideLead} impact={tab === 'foljder' ? null : hrefOf('foljder')} />
      )}
      {isCopying && <NewVersion kind={model} record={record} content={content} onClose={() => setCopying(false)} />}
      {draft.meeting && (
        <MeetingDialog
          kind={model}
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

/** The content of another model; null while it is fetched, or where there is none. */
function useGetModel(register: Register, id: string | null): ModelContent | null {
  const found = useRecord(register, id)
  return (found.data?.content as ModelContent | null | undefined) ?? null
}
