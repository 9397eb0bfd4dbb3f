import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { RecordJson, RecordPage } from '#kernel/screens/data/record.ts'
import { FieldInput, inputId } from '#kernel/screens/fields/FieldInput.tsx'
import { ErrorSummary } from '#kernel/screens/form/ErrorSummary.tsx'
import { InThePast } from '#kernel/screens/record/InThePast.tsx'
import '#kernel/screens/screens.css'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Button } from '#web/design/Button.tsx'
import { RadioGroup } from '#web/design/Checkbox.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo, useSearch } from '#web/shell/address.ts'
import { useAsOf, useSetAsOf } from '#web/shell/asOf.tsx'
import { useKept } from '#web/shell/kept.ts'
import { analysisKinds, riskMethodContent } from '../../risk-method.content.ts'
import './analysis.css'
import { linkIn } from './data.ts'
import { common } from './words.ts'

const words = {
  title: { sv: 'Börja en riskanalys', en: 'Begin a risk analysis' },
  lead: {
    sv: 'I fem steg går ni från vad som ska analyseras till risker som lämnas för beslut. Var och en bedömer för sig först, så att allas kunskap kommer fram.',
    en: 'In five steps you go from what is to be analysed to risks submitted for decision. Each judges alone first, so that the knowledge of all comes out.',
  },
  which: { sv: 'Vad är anledningen?', en: 'What is the occasion?' },
  choose: { sv: 'Välj vad analysen gäller.', en: 'Choose what the analysis is about.' },
  name: { sv: 'Skriv vad som analyseras.', en: 'Write what is analysed.' },
  unit: { sv: 'Välj enhet.', en: 'Choose a unit.' },
  begin: { sv: 'Börja riskanalysen', en: 'Begin the risk analysis' },
  after: {
    sv: 'Du leder analysen. De som medverkar får läsa och bedöma dess risker, och får veta det när det är dags.',
    en: 'You lead the analysis. Those who take part may read and judge its risks, and are told when it is time.',
  },
}

const asked = ['name', 'boundaries', 'unit', 'participants', 'plannedOn', 'assets', 'systems', 'suppliers'] as const
const idOf = (value: unknown): unknown => (Array.isArray(value) ? value.map(idOf) : (linkIn(value)?.id ?? value ?? null))

/** Why first, then what and with whom. */
export default function BeginPage({ register }: { readonly register: Register }) {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const { person } = useSession()
  const [search] = useSearch()
  const named = (name: string) => (typeof search[name] === 'string' ? search[name] : null)
  const method = useGet<RecordPage>('/risk-methods', { state: 'inForce', fields: 'content', limit: 1 }, { staleTime: 300_000 })
  const content = riskMethodContent.safeParse(method.data?.items[0]?.content)
  const templates = content.success ? content.data.templates : []
  const draft = useKept<{ kind: string | null; values: Readonly<Record<string, unknown>> }>('ny-riskanalys', {
    kind: named('kind'),
    values: { unit: person.unit, participants: [] },
  })
  const { kind, values } = draft.value
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const [isSending, setSending] = useState(false)
  const key = useRef(newIdempotencyKey())
  if (asOf)
    return (
      <article className="v-page v-page-narrow">
        <h1>{say(words.title)}</h1>
        <InThePast onToday={() => setAsOf(null)} />
      </article>
    )
  const begin = async () => {
    if (isSending) return
    const lacking: Record<string, string> = {
      ...(kind ? {} : { kind: say(words.choose) }),
      ...(String(values.name ?? '').trim() ? {} : { name: say(words.name) }),
      ...(linkIn(values.unit) ? {} : { unit: say(words.unit) }),
    }
    setErrors(lacking)
    if (Object.keys(lacking).length) return setAttempt((count) => count + 1)
    setSending(true)
    try {
      const body = Object.fromEntries(asked.map((name) => [name, idOf(values[name])]))
      const lists = Object.fromEntries(['participants', 'assets', 'systems', 'suppliers'].map((name) => [name, body[name] ?? []]))
      const made = await api<RecordJson>('/risk-analyses', {
        method: 'POST',
        idempotencyKey: key.current,
        body: { ...body, ...lists, kind, leader: person.id },
      })
      draft.drop()
      await client.invalidateQueries()
      go(`/${pathOf(register)}/${made.id}?steg=hitta`)
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      key.current = newIdempotencyKey()
      setErrors(Object.keys(fault.fields).length ? fault.fields : { general: fault.message })
      setAttempt((count) => count + 1)
    } finally {
      setSending(false)
    }
  }
  const { general, ...ofFields } = errors
  const listed = Object.entries(ofFields).map(([name, text]) => ({ name, text }))
  return (
    <article className="v-page v-page-narrow ra-page">
      <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(common.analyses) }]} />
      <h1>{say(words.title)}</h1>
      <p className="ra-lead v-measure">{say(words.lead)}</p>
      {attempt > 0 && (listed.length > 0 || general) ? <ErrorSummary problems={listed} general={general} attempt={attempt} /> : null}
      <form
        className="ra-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <RadioGroup
          id={inputId('kind')}
          label={say(words.which)}
          isRequired
          options={Object.entries(analysisKinds).map(([id, label]) => {
            const intro = templates.find((one) => one.kind === id)?.intro
            return { id, label: say(label), ...(intro ? { hint: intro } : {}) }
          })}
          value={kind}
          onChange={(next) => draft.write({ ...draft.value, kind: next })}
          error={errors.kind}
        />
        {kind
          ? asked.map((name) => {
              const field = register.fields[name]
              return field ? (
                <FieldInput
                  key={name}
                  name={name}
                  field={field}
                  value={values[name] ?? null}
                  onChange={(value) => draft.write({ kind, values: { ...values, [name]: value } })}
                  errors={errors}
                />
              ) : null
            })
          : null}
        <div className="ra-buttons">
          <Button type="submit" variant="primary" isPending={isSending}>
            {say(words.begin)}
          </Button>
        </div>
        <p className="v-help">{say(words.after)}</p>
      </form>
    </article>
  )
}
