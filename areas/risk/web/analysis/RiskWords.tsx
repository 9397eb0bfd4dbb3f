import { useState } from 'react'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import type { WorkshopRisk } from '../../risk-analysis.answer.ts'
import { useCarefulChange } from './data.ts'
import { common } from './words.ts'

const words = {
  name: { sv: 'Benämning', en: 'Title' },
  save: { sv: 'Spara texten', en: 'Save the text' },
  theirs: { sv: 'Behåll den andras text', en: 'Keep the other text' },
  mine: { sv: 'Spara min text', en: 'Save my text' },
  stands: { sv: 'Nu står det:', en: 'Now it says:' },
}
const fields = ['title', 'cause', 'event', 'effect'] as const
type Field = (typeof fields)[number]

/** The words of a risk, which several may be writing at once: nobody's text is overwritten without being seen. */
export function RiskWords({ risk, onDone }: { readonly risk: WorkshopRisk; readonly onDone: () => void }) {
  const say = useSay()
  const { change, meeting, forget, errors, general, isSending } = useCarefulChange(`/risks/${risk.id}`)
  // What one began from: what others write meanwhile is compared with it.
  const [base] = useState({ version: risk.version, title: risk.label, cause: risk.cause, event: risk.event, effect: risk.effect })
  const draft = useKept<Partial<Record<Field, string>>>(`risktext:${risk.id}`, {})
  const textIn = (name: Field) => draft.value[name] ?? base[name] ?? ''
  const labels = { title: say(words.name), cause: say(common.because), event: say(common.happens), effect: say(common.leads) }
  const save = async (over = meeting?.current) => {
    const values = Object.fromEntries(Object.entries(draft.value).map(([name, text]) => [name, text.trim() || null]))
    if (Object.keys(values).length && !(await change(base, values, over ? { over } : {}))) return
    draft.drop()
    onDone()
  }
  return (
    <div className="ra-form">
      {general ? (
        <Banner tone="bad" role="alert" title={say(common.notSaved)}>
          {general}
        </Banner>
      ) : null}
      {meeting ? (
        <Banner
          tone="waiting"
          role="alert"
          title={say({
            sv: `${meeting.current.changedBy?.label ?? 'Någon annan'} skrev i samma risk medan du skrev`,
            en: `${meeting.current.changedBy?.label ?? 'Somebody else'} wrote in the same risk while you wrote`,
          })}
          actions={
            <>
              <Button size="small" onPress={() => void save()}>
                {say(words.mine)}
              </Button>
              <Button
                size="small"
                onPress={() => {
                  draft.drop()
                  forget()
                  onDone()
                }}
              >
                {say(words.theirs)}
              </Button>
            </>
          }
        >
          {meeting.fields.map((name) => (
            <p key={name}>
              {labels[name as Field] ?? name}. {say(words.stands)} <q>{String(meeting.current[name] ?? '–')}</q>
            </p>
          ))}
        </Banner>
      ) : null}
      <TextField
        label={labels.title}
        maxLength={160}
        value={textIn('title')}
        onChange={(title) => draft.write({ ...draft.value, title })}
        error={errors.title}
        autoFocus
      />
      {(['cause', 'event', 'effect'] as const).map((name) => (
        <TextArea
          key={name}
          label={labels[name]}
          lines={2}
          maxLength={2000}
          value={textIn(name)}
          onChange={(text) => draft.write({ ...draft.value, [name]: text })}
          error={errors[name]}
        />
      ))}
      <div className="ra-buttons">
        <Button variant="primary" isPending={isSending} onPress={() => void save()}>
          {say(words.save)}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            draft.drop()
            onDone()
          }}
        >
          {say(common.cancel)}
        </Button>
      </div>
    </div>
  )
}
