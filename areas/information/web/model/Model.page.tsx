import { useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson, RecordLink } from '#kernel/screens/data/record.ts'
import { useRecord } from '#kernel/screens/data/useRecords.ts'
import { StateValue } from '#kernel/screens/fields/Value.tsx'
import { Leaving } from '#kernel/screens/form/Leaving.tsx'
import { NotFound } from '#kernel/screens/NotFound.tsx'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import '#kernel/screens/screens.css'
import { ApiProblem, queryString } from '#web/api/client.ts'
import { useMay } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { ModelContent } from '../../classification-model.content.ts'
import { holes } from '../../classification-model.rules.ts'
import { Aspects } from './Aspects.tsx'
import { Impact } from './Impact.tsx'
import { Levels } from './Levels.tsx'
import { Matrix } from './Matrix.tsx'
import { Measures } from './Measures.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import './model.css'
import { NewVersion } from './NewVersion.tsx'
import { Settings } from './Settings.tsx'
import { CampaignOffer } from './StartCampaign.tsx'
import { useModelDraft, valuesIn } from './useModelDraft.ts'

const words = {
  consequences: { sv: 'Konsekvenser', en: 'Consequences' },
  levels: { sv: 'Nivåer', en: 'Levels' },
  aspects: { sv: 'Aspekter', en: 'Aspects' },
  measures: { sv: 'Säkerhetsåtgärder', en: 'Security measures' },
  other: { sv: 'Övrigt', en: 'Other' },
  impact: { sv: 'Följder', en: 'What follows' },
  holes: { sv: '{n} hål', en: 'holes: {n}' },
  parts: { sv: 'Modellens delar', en: 'Parts of the model' },
  newVersion: { sv: 'Ny version', en: 'New version' },
  history: { sv: 'Historik', en: 'History' },
  validFrom: { sv: 'Gäller från', en: 'In force from' },
  valid: { sv: 'Gällde', en: 'In force' },
  until: { sv: 'till', en: 'until' },
  basedOn: { sv: 'Bygger på', en: 'Based on' },
  showImpact: { sv: 'Visa följderna', en: 'Show what follows' },
  decideLead: {
    sv: 'När modellen är färdig: se följderna, och besluta sedan. Klassningar som redan är gjorda behåller sin version.',
    en: 'When the model is ready: see what follows, then decide. Classifications already made keep their version.',
  },
  unsaved: { sv: 'Utkastet har ändringar som inte är sparade.', en: 'The draft has changes that are not saved.' },
  keptHere: { sv: 'De finns kvar i den här fliken.', en: 'They are kept in this tab.' },
  save: { sv: 'Spara utkastet', en: 'Save the draft' },
  undo: { sv: 'Ångra', en: 'Undo' },
  discard: { sv: 'Kasta ändringarna', en: 'Discard the changes' },
  saved: { sv: 'Sparat {when}', en: 'Saved {when}' },
  failed: { sv: 'Utkastet är inte sparat', en: 'The draft is not saved' },
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

const linkIn = (value: unknown): RecordLink | null =>
  typeof value === 'object' && value !== null && 'id' in value && 'label' in value ? (value as RecordLink) : null

function Shown({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const asOf = useAsOf()
  const may = useMay(register.plural)
  const mayStart = useMay('revaluations').create
  const [search] = useSearch()
  const [isCopying, setCopying] = useState(false)
  const draft = useModelDraft(record)
  const basedOn = linkIn(record.basedOn)
  const earlier = useGetModel(register, basedOn?.id ?? null)
  const mayWrite = asOf === null && record.state === 'draft' && Boolean(record.may?.update)
  const values = mayWrite ? draft.values : valuesIn(record)
  const { content } = values
  const asked = tabs.find((one) => one === search.del)
  const isDraft = record.state === 'draft'
  const tab: Tab = asked && (asked !== 'foljder' || isDraft) ? asked : 'matris'
  const hrefOf = (one: Tab) => `/${pathOf(register)}/${record.id}${queryString({ ...search, del: one === 'matris' ? null : one })}`
  const open = holes(content).length
  const onChange = mayWrite ? draft.changeContent : undefined
  const validFrom = typeof record.validFrom === 'string' ? record.validFrom : null
  const validTo = typeof record.validTo === 'string' ? record.validTo : null

  return (
    <article className="v-page i-model">
      <Leaving hasParts isFree={() => !mayWrite || !draft.isChanged} />
      <header className="v-page-head">
        <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
        <div className="v-record-head">
          <h1 data-title={record.reference ? `${record.reference} ${values.name}` : undefined}>{values.name}</h1>
          <div className="v-record-actions">
            {record.state === 'inForce' && may.create && asOf === null && (
              <Button icon="plus" onPress={() => setCopying(true)}>
                {say(words.newVersion)}
              </Button>
            )}
            <LinkButton variant="quiet" icon="history" href={`/${pathOf(register)}/${record.id}/history`}>
              {say(words.history)}
            </LinkButton>
          </div>
        </div>
        <p className="v-record-line">
          {record.reference && <span className="v-reference">{record.reference}</span>}
          <StateValue register={register} state={record.state} />
          {validFrom && (
            <span>
              {say(validTo ? words.valid : words.validFrom)} {format.date(validFrom)}
              {validTo && ` ${say(words.until)} ${format.date(validTo)}`}
            </span>
          )}
          {basedOn && (
            <span>
              {say(words.basedOn)} <Link href={`/${pathOf(register)}/${basedOn.id}`}>{basedOn.label}</Link>
            </span>
          )}
        </p>
        {values.description && <p className="v-measure">{values.description}</p>}
      </header>

      {record.state === 'inForce' && asOf === null && <CampaignOffer record={record} mayStart={mayStart} />}
      {!isDraft && <p className="v-muted v-measure">{say(record.state === 'replaced' ? words.replaced : words.locked)}</p>}
      {mayWrite && draft.wasKept && <Banner tone="info" role="status" title={say(words.found)} />}

      <LinkTabs
        label={say(words.parts)}
        tabs={[
          { id: 'matris' as const, label: say(words.consequences), count: isDraft && open ? say(fill(words.holes, { n: open })) : null },
          { id: 'nivaer' as const, label: say(words.levels) },
          { id: 'aspekter' as const, label: say(words.aspects) },
          { id: 'atgarder' as const, label: say(words.measures) },
          { id: 'ovrigt' as const, label: say(words.other) },
          ...(isDraft ? [{ id: 'foljder' as const, label: say(words.impact) }] : []),
        ].map(({ id, label, ...rest }) => ({ href: hrefOf(id), label, isCurrent: tab === id, ...rest }))}
      />

      {tab === 'matris' && <Matrix content={content} onChange={onChange} />}
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
        <div className="i-savebar" data-changed={draft.isChanged || undefined}>
          {draft.problem && (
            <Banner tone="bad" role="alert" title={say(words.failed)}>
              <p>{[draft.problem.message, ...Object.values(draft.problem.fields)].join(' ')}</p>
            </Banner>
          )}
          <div className="i-savebar-row">
            <p role="status" className="v-muted">
              {draft.isChanged
                ? `${say(words.unsaved)} ${say(words.keptHere)}`
                : draft.savedAt
                  ? say(fill(words.saved, { when: format.moment(draft.savedAt) }))
                  : say(words.decideLead)}
            </p>
            {draft.isChanged ? (
              <>
                <Button variant="primary" icon="save" isPending={draft.isSaving} onPress={() => void draft.save()}>
                  {say(words.save)}
                </Button>
                {draft.canUndo && (
                  <Button variant="quiet" onPress={draft.undo}>
                    {say(words.undo)}
                  </Button>
                )}
                <Button variant="quiet" onPress={draft.discard}>
                  {say(words.discard)}
                </Button>
              </>
            ) : tab !== 'foljder' ? (
              <LinkButton variant="primary" href={hrefOf('foljder')}>
                {say(words.showImpact)}
              </LinkButton>
            ) : null}
          </div>
        </div>
      )}
      {isCopying && <NewVersion record={record} content={content} onClose={() => setCopying(false)} />}
      {draft.meeting && (
        <MeetingDialog
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
