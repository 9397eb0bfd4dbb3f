import { useState } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { FieldInput } from '#kernel/screens/fields/FieldInput.tsx'
import { Value } from '#kernel/screens/fields/Value.tsx'
import { queryString } from '#web/api/client.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { NoRiskMethod } from '../../../scales/web/NoRiskMethod.tsx'
import { linkIn, useCarefulChange, useRoom } from './data.ts'
import { stepSlugs } from './steps.ts'
import { common } from './words.ts'

const words = {
  title: { sv: 'Vad analyserar ni, och vilka är med?', en: 'What do you analyse, and who takes part?' },
  lead: {
    sv: 'En bra avgränsning gör att ni hittar rätt risker. De som medverkar får läsa och bedöma analysens risker.',
    en: 'A good boundary makes you find the right risks. Those who take part may read and judge the risks of the analysis.',
  },
  save: { sv: 'Spara förberedelserna', en: 'Save the preparations' },
  saved: { sv: 'Sparat.', en: 'Saved.' },
  next: { sv: 'Vidare till att hitta risker', en: 'On to finding risks' },
}

const asked = ['name', 'boundaries', 'unit', 'leader', 'participants', 'plannedOn', 'assets', 'systems', 'activities', 'suppliers'] as const
const idOf = (value: unknown): unknown => (Array.isArray(value) ? value.map(idOf) : (linkIn(value)?.id ?? value ?? null))

/** What is analysed and by whom. */
export default function PrepareStep() {
  const say = useSay()
  const { analysis, id, mayLead, method } = useRoom()
  const register = useCatalogue().register('riskAnalysis')
  const { change, errors, general, isSending, meeting, forget } = useCarefulChange(`/risk-analyses/${id}`)
  const [written, setWritten] = useState<Readonly<Record<string, unknown>>>({})
  const [isSaved, setSaved] = useState(false)
  const save = async () => {
    const values = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, idOf(value)]))
    if (await change(analysis, values, { reason: 'Förberedelser', ...(meeting ? { over: meeting.current } : {}) })) {
      setWritten({})
      setSaved(true)
    }
  }
  return (
    <div className="ra-step">
      <div className="ra-main">
        <h1>{say(words.title)}</h1>
        <p className="ra-lead v-measure">{say(words.lead)}</p>
        {method ? null : <NoRiskMethod />}
        {meeting ? (
          <Banner
            tone="waiting"
            role="alert"
            title={say({
              sv: `${meeting.current.changedBy?.label ?? 'Någon annan'} ändrade samma uppgift medan du skrev`,
              en: `${meeting.current.changedBy?.label ?? 'Somebody else'} changed the same value while you wrote`,
            })}
            actions={
              <>
                <Button size="small" onPress={() => void save()}>
                  {say({ sv: 'Spara mitt', en: 'Save mine' })}
                </Button>
                <Button
                  size="small"
                  onPress={() => {
                    setWritten(Object.fromEntries(Object.entries(written).filter(([name]) => !meeting.fields.includes(name))))
                    forget()
                  }}
                >
                  {say({ sv: 'Behåll det andra', en: 'Keep the other' })}
                </Button>
              </>
            }
          />
        ) : null}
        {general ? (
          <Banner tone="bad" role="alert" title={say(common.notSaved)}>
            {general}
          </Banner>
        ) : null}
        {mayLead ? (
          <div className="ra-form">
            {asked.map((name) => {
              const field = register.fields[name]
              return field ? (
                <FieldInput
                  key={name}
                  name={name}
                  field={field}
                  value={name in written ? written[name] : (analysis[name] ?? null)}
                  onChange={(value) => {
                    setSaved(false)
                    setWritten((before) => ({ ...before, [name]: value }))
                  }}
                  errors={errors}
                />
              ) : null
            })}
            <div className="ra-buttons">
              <Button isDisabled={!Object.keys(written).length} isPending={isSending} onPress={() => void save()}>
                {say(words.save)}
              </Button>
              <span role="status">{isSaved ? say(words.saved) : ''}</span>
            </div>
          </div>
        ) : (
          <dl className="v-facts">
            {asked.map((name) => {
              const field = register.fields[name]
              return field ? (
                <div key={name}>
                  <dt>{say(field.label)}</dt>
                  <dd>
                    <Value register={register} name={name} field={field} record={analysis} />
                  </dd>
                </div>
              ) : null
            })}
          </dl>
        )}
        <div className="ra-foot">
          <LinkButton variant="primary" href={`/risk-analyses/${id}${queryString({ steg: stepSlugs.find })}`}>
            {say(words.next)}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}
