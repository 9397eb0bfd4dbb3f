import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordLink, RecordPage } from '#kernel/screens/data/record.ts'
import { FieldInput, inputId } from '#kernel/screens/fields/FieldInput.tsx'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { ErrorSummary } from '#kernel/screens/form/ErrorSummary.tsx'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useMay, useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo, useSearch } from '#web/shell/address.ts'
import { keep, readKept } from '#web/shell/kept.ts'
import { occasions } from '../../classification.register.ts'
import { cellFields, linkIn } from './data.ts'
import { flowPath } from './progress.ts'

const words = {
  title: { sv: 'Vad ska klassas?', en: 'What is to be classified?' },
  which: { sv: 'Vilken information?', en: 'Which information?' },
  existing: { sv: 'Information som redan finns i Värna', en: 'Information already in Värna' },
  fresh: { sv: 'Ny information', en: 'New information' },
  find: { sv: 'Sök informationen', en: 'Find the information' },
  why: { sv: 'Varför klassar ni den nu?', en: 'Why do you classify it now?' },
  note: { sv: 'Vad har hänt? (om du vill)', en: 'What has happened? (optional)' },
  from: { sv: 'Vill du utgå från en klassning som andra har gjort?', en: 'Do you want to start from a classification made by others?' },
  fromHelp: {
    sv: 'Värdena kopieras hit med uppgift om var de kommer från. Sedan höjer eller sänker du där er information är annorlunda.',
    en: 'The values are copied here with a note of where they come from. Then you raise or lower where your information differs.',
  },
  blank: { sv: 'Nej, värdera från början', en: 'No, value from the beginning' },
  begin: { sv: 'Börja klassa', en: 'Begin classifying' },
  back: { sv: 'Tillbaka', en: 'Back' },
  after: {
    sv: 'Du blir informationsägare för klassningen om ingen annan äger informationen. Du kan bjuda in fler i nästa steg.',
    en: 'You become the information owner of the classification if nobody else owns the information. You can invite more in the next step.',
  },
  noModel: { sv: 'Ingen klassningsmodell gäller ännu', en: 'No classification model is in force yet' },
  noModelText: {
    sv: 'Informationssäkerhetschefen beslutar om modellen först. Sedan kan du klassa.',
    en: 'The chief information security officer decides on the model first. Then you can classify.',
  },
  models: { sv: 'Visa klassningsmodeller', en: 'Show classification models' },
  going: { sv: 'En klassning av informationen pågår redan', en: 'A classification of the information is already under way' },
  goOn: { sv: 'Fortsätt {reference}', en: 'Go on with {reference}' },
  copying: { sv: 'Hämtar värdena', en: 'Fetching the values' },
  copied: { sv: 'Från {reference}: {reason}', en: 'From {reference}: {reason}' },
  copiedBare: { sv: 'Från {reference}.', en: 'From {reference}.' },
  choose: { sv: 'Välj informationen.', en: 'Choose the information.' },
  occasion: { sv: 'Välj varför.', en: 'Choose why.' },
}

/** What is asked about information that is new to Värna. */
const newFields = ['name', 'description', 'unit', 'owner', 'systems', 'personalData', 'protectedIdentities'] as const
const asked = ['new', 'changed', 'system', 'review', 'procurement', 'project', 'model'] as const

interface Written {
  readonly kind: 'existing' | 'fresh'
  readonly asset: RecordLink | null
  readonly fresh: Readonly<Record<string, unknown>>
  readonly occasion: string | null
  readonly note: string
  readonly basedOn: string | null
}
const keptAs = 'borja'
const blank = '\u0000'

const idOf = (value: unknown): unknown => (Array.isArray(value) ? value.map(idOf) : (linkIn(value)?.id ?? value ?? null))

/** What is to be classified and why; then the flow begins. */
export function Begin({ onBack }: { readonly onBack: () => void }) {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const [search] = useSearch()
  const { person } = useSession()
  const register = useCatalogue().register('informationAsset')
  const mayMake = useMay('informationAssets').create
  const model = useGet<RecordPage>('/classification-models', { state: 'inForce', limit: 1 })
  const shared = useGet<RecordPage>('/classifications', { shared: 'true', state: 'decided', sort: 'name', limit: 50 })
  const named = typeof search.asset === 'string' ? search.asset : null
  const before = useGet<RecordJson>(named ? `/information-assets/${named}` : null)
  const [written, setWritten] = useState<Written>(
    () =>
      readKept<Written>(keptAs) ?? {
        kind: 'existing',
        asset: null,
        fresh: { unit: person.unit, owner: { id: person.id, label: person.name }, systems: [] },
        occasion: null,
        note: '',
        basedOn: null,
      },
  )
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const [copied, setCopied] = useState<number | null>(null)
  const [isSending, setSending] = useState(false)
  const keys = useRef({ asset: newIdempotencyKey(), classification: newIdempotencyKey() })
  const made = useRef<string | null>(null)
  const focused = useRef(false)
  const put = (change: Partial<Written>) => {
    const next = { ...written, ...change }
    setWritten(next)
    keep(keptAs, next)
  }
  const given = named && before.data ? { id: before.data.id, label: String(before.data.name ?? '') } : null
  const asset = written.kind === 'existing' ? (written.asset ?? given) : null
  const occasion =
    written.occasion ?? (written.kind === 'fresh' ? 'new' : typeof before.data?.occasion === 'string' ? before.data.occasion : null)
  const going = useGet<RecordPage>(asset ? '/classifications' : null, {
    asset: asset?.id,
    state: 'planned,underway,proposed',
    limit: 1,
  }).data?.items[0]
  const inForce = model.data?.items[0]

  const begin = async () => {
    if (isSending || !inForce) return
    const fresh = written.kind === 'fresh'
    const lacking: Record<string, string> = {
      ...(fresh
        ? {
            ...(String(written.fresh.name ?? '').trim()
              ? {}
              : { name: say({ sv: 'Ge informationen ett namn.', en: 'Give the information a name.' }) }),
            ...(linkIn(written.fresh.unit) ? {} : { unit: say({ sv: 'Välj enhet.', en: 'Choose a unit.' }) }),
          }
        : asset
          ? {}
          : { asset: say(words.choose) }),
      ...(occasion ? {} : { occasion: say(words.occasion) }),
    }
    setErrors(lacking)
    if (Object.keys(lacking).length) return setAttempt((count) => count + 1)
    setSending(true)
    try {
      if (fresh && made.current === null) {
        const body = Object.fromEntries(newFields.map((name) => [name, idOf(written.fresh[name])]))
        made.current = (await api<RecordJson>('/information-assets', { method: 'POST', body, idempotencyKey: keys.current.asset })).id
      }
      const about = await api<RecordJson>(`/information-assets/${fresh ? made.current : asset?.id}`)
      const classification = await api<RecordJson>('/classifications', {
        method: 'POST',
        idempotencyKey: keys.current.classification,
        body: {
          asset: about.id,
          model: inForce.id,
          unit: linkIn(about.unit)?.id ?? person.unit?.id,
          owner: linkIn(about.owner)?.id ?? person.id,
          participants: linkIn(about.owner) && linkIn(about.owner)?.id !== person.id ? [person.id] : [],
          occasion,
          occasionNote: written.note.trim() || null,
          basedOn: written.basedOn,
        },
      })
      if (written.basedOn) await copy(classification.id, written.basedOn)
      keep(keptAs, null)
      await client.invalidateQueries()
      go(flowPath(classification.id))
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      keys.current = { asset: newIdempotencyKey(), classification: newIdempotencyKey() }
      setErrors(Object.keys(fault.fields).length ? fault.fields : { general: fault.message })
      setAttempt((count) => count + 1)
    } finally {
      setSending(false)
      setCopied(null)
    }
  }

  /** Copies each judgement with where it comes from. Those the model has no place for are left to be valued. */
  const copy = async (to: string, from: string) => {
    const page = await api<RecordPage>('/valuations', { params: { classification: from, fields: cellFields, limit: 200 } })
    const reference = shared.data?.items.find((one) => one.id === from)?.reference ?? ''
    let done = 0
    setCopied(0)
    for (const one of page.items) {
      const reason = typeof one.reason === 'string' && one.reason.trim() ? one.reason : null
      await api('/valuations', {
        method: 'POST',
        body: {
          classification: to,
          aspect: one.aspect,
          category: one.category,
          level: one.level,
          reason: say(reason ? fill(words.copied, { reference, reason }) : fill(words.copiedBare, { reference })).slice(0, 2000),
        },
      }).catch((fault: unknown) => {
        if (!(fault instanceof ApiProblem) || fault.status === 0 || fault.status >= 500) throw fault
      })
      done += 1
      setCopied(done / page.items.length)
    }
  }

  if (model.data && !inForce)
    return (
      <article className="v-page v-page-narrow">
        <h1>{say(words.title)}</h1>
        <Banner
          title={say(words.noModel)}
          actions={
            <LinkButton size="small" href="/classification-models">
              {say(words.models)}
            </LinkButton>
          }
        >
          <p>{say(words.noModelText)}</p>
        </Banner>
      </article>
    )
  const { general, ...ofFields } = errors
  const listed = Object.entries(ofFields).map(([name, text]) => ({ name, text }))
  const others = shared.data?.items ?? []
  return (
    <article className="v-page v-page-narrow k-start">
      <h1
        tabIndex={-1}
        ref={(heading) => {
          if (heading && !focused.current) {
            focused.current = true
            heading.focus()
          }
        }}
      >
        {say(words.title)}
      </h1>
      {attempt > 0 && (listed.length > 0 || general) ? <ErrorSummary problems={listed} general={general} attempt={attempt} /> : null}
      <form
        className="k-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        {mayMake ? (
          <RadioGroup
            label={say(words.which)}
            row
            options={[
              { id: 'existing', label: say(words.existing) },
              { id: 'fresh', label: say(words.fresh) },
            ]}
            value={written.kind}
            onChange={(kind) => put({ kind: kind === 'fresh' ? 'fresh' : 'existing' })}
          />
        ) : null}
        {written.kind === 'existing' ? (
          <LinkInput
            to="informationAsset"
            id={inputId('asset')}
            label={say(mayMake ? words.find : words.which)}
            isRequired
            value={asset}
            onChange={(next) => put({ asset: next })}
            error={errors.asset}
          />
        ) : (
          <div className="k-nested">
            {newFields.map((name) => {
              const field = register.fields[name]
              return field ? (
                <FieldInput
                  key={name}
                  name={name}
                  field={field}
                  value={written.fresh[name] ?? null}
                  onChange={(value) => put({ fresh: { ...written.fresh, [name]: value } })}
                  errors={errors}
                />
              ) : null
            })}
          </div>
        )}
        {going ? (
          <Banner
            tone="waiting"
            title={say(words.going)}
            actions={
              <LinkButton size="small" href={flowPath(going.id)}>
                {say(fill(words.goOn, { reference: going.reference ?? '' }))}
              </LinkButton>
            }
          />
        ) : (
          <>
            <RadioGroup
              id={inputId('occasion')}
              label={say(words.why)}
              isRequired
              options={asked.map((name) => ({ id: name, label: say(occasions[name]) }))}
              value={occasion}
              onChange={(next) => put({ occasion: next })}
              error={errors.occasion}
            />
            <TextArea label={say(words.note)} lines={2} maxLength={1000} value={written.note} onChange={(note) => put({ note })} />
            {others.length > 0 ? (
              <RadioGroup
                label={say(words.from)}
                help={say(words.fromHelp)}
                options={[
                  { id: blank, label: say(words.blank) },
                  ...others.map((one) => ({
                    id: one.id,
                    label: String(one.name ?? ''),
                    hint: [one.reference, linkIn(one.unit)?.label].filter(Boolean).join(' · '),
                  })),
                ]}
                value={written.basedOn ?? blank}
                onChange={(next) => put({ basedOn: next === blank ? null : next })}
              />
            ) : null}
            {copied !== null ? <ProgressBar label={say(words.copying)} value={copied} /> : null}
            <div className="k-buttons">
              <Button type="submit" variant="primary" isPending={isSending}>
                {say(words.begin)}
              </Button>
              <Button variant="quiet" onPress={onBack}>
                {say(words.back)}
              </Button>
            </div>
            <p className="v-help">{say(words.after)}</p>
          </>
        )}
      </form>
    </article>
  )
}
