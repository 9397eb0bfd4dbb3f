import { dayInWords } from '#kernel/clocks/words.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { RecordName } from '#kernel/screens/fields/Value.tsx'
import { DescriptionList } from '#web/design/Parts.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { RiskLevel } from '../../../scales/web/RiskLevel.tsx'
import { useRiskMethod } from '../../../scales/web/useRiskMethod.ts'
import { escalationInWords } from '../../escalation.words.ts'
import { handOverIn, isWaiting, linkIn, numberIn, textIn, useNow, useOfRisk } from './data.ts'
import { Sentence } from './Sentence.tsx'
import './risk.css'

const words = {
  value: { sv: 'Riskvärde', en: 'Risk value' },
  owner: { sv: 'Riskägare', en: 'Risk owner' },
  unit: { sv: 'Enhet', en: 'Unit' },
  until: { sv: 'Accepteras till och med', en: 'Accepted until' },
  review: { sv: 'Omprövas senast', en: 'Review by' },
}

/** A risk beside the list: the sentence, its value, and with whom it lies. */
export default function RiskPeek({ record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const method = useRiskMethod()
  const escalations = useOfRisk('/escalations', record.id).data?.items ?? []
  const lies = escalations.filter((one) => isWaiting(one) && one.purpose !== 'know')
  const person = linkIn(record.owner)
  const unit = linkIn(record.unit)
  const days = (['acceptedUntil', 'reviewBy'] as const).flatMap((name) => {
    const day = textIn(record[name])
    return day
      ? [{ key: name, name: say(name === 'acceptedUntil' ? words.until : words.review), value: say(dayInWords(day, now.today)) }]
      : []
  })
  return (
    <>
      <Sentence record={record} />
      {lies.map((one) => (
        <p key={one.id}>{escalationInWords(handOverIn(one), now, language)}</p>
      ))}
      <DescriptionList
        items={[
          ...(numberIn(record.value) === null
            ? []
            : [
                {
                  key: 'value',
                  name: say(words.value),
                  value: (
                    <>
                      <span className="v-number">{numberIn(record.value)}</span>{' '}
                      <RiskLevel level={numberIn(record.level)} method={method?.content} />
                    </>
                  ),
                },
              ]),
          ...(person ? [{ key: 'owner', name: say(words.owner), value: <RecordName to="person" link={person} /> }] : []),
          ...(unit ? [{ key: 'unit', name: say(words.unit), value: <RecordName to="unit" link={unit} /> }] : []),
          ...days,
        ]}
      />
    </>
  )
}
