import { useState } from 'react'
import { addMonths } from '#kernel/clocks/clock.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { RecordName, StateValue } from '#kernel/screens/fields/Value.tsx'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { useMay, useToday } from '#web/api/session.ts'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { linkIn, textIn, useOfRisk } from './data.ts'

const words = {
  title: { sv: 'Iakttagelser', en: 'Findings' },
  write: { sv: 'Skriv en iakttagelse', en: 'Write a finding' },
  help: {
    sv: 'Internrevisionen läser allt och ändrar inget. En iakttagelse går till den som ska svara på den.',
    en: 'Internal audit reads all and changes nothing. A finding goes to whoever is to answer it.',
  },
  save: { sv: 'Spara iakttagelsen', en: 'Save the finding' },
  saved: { sv: 'Iakttagelsen är sparad', en: 'The finding is saved' },
  by: { sv: 'svar senast {day}', en: 'answer by {day}' },
} as const

/** What internal audit, the third line of responsibility, has found about the risk. */
export function Findings({ risk }: { readonly risk: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const asOf = useAsOf()
  const today = useToday()
  const register = useCatalogue().register('finding')
  const may = useMay('findings')
  const found = useOfRisk('/findings', risk.id, { by: 'risks' })
  const [isWriting, setWriting] = useState(false)
  const items = found.data?.items ?? []
  const mayWrite = may.create && asOf === null
  if (items.length === 0 && !mayWrite) return null
  return (
    <section aria-labelledby="r-findings">
      <h2 id="r-findings">{say(words.title)}</h2>
      {items.length > 0 && (
        <ul className="r-rows">
          {items.map((one) => (
            <li key={one.id}>
              <RecordName to="finding" link={{ id: one.id, label: String(one.title), reference: one.reference }} />
              <span className="r-row-facts">
                <StateValue register={register} state={one.state} />
                <span>{linkIn(one.responsible)?.label}</span>
                {textIn(one.answerBy) && <span>{say(fill(words.by, { day: format.date(textIn(one.answerBy) ?? '') }))}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="r-under">
          <Button icon="assurance" onPress={() => setWriting(true)}>
            {say(words.write)}
          </Button>
          <p className="v-help">{say(words.help)}</p>
        </div>
      )}
      {isWriting && (
        <Dialog isOpen stay width="wide" title={say(words.write)} onClose={() => setWriting(false)}>
          <PartForm
            register={register}
            initial={{
              title: null,
              kind: 'observation',
              severity: null,
              description: null,
              responsible: linkIn(risk.owner) ?? linkIn(risk.decider) ?? linkIn(risk.handler),
              answerBy: addMonths(today, 1),
            }}
            fixed={{ unit: linkIn(risk.unit)?.id, risks: [risk.id] }}
            asks={['title', 'kind', 'severity', 'description', 'responsible', 'answerBy']}
            submit={say(words.save)}
            done={say(words.saved)}
            onDone={() => setWriting(false)}
            onCancel={() => setWriting(false)}
          />
        </Dialog>
      )}
    </section>
  )
}
