import { useEffect, useRef, useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { ApiProblem } from '#web/api/client.ts'
import { Button } from '#web/design/Button.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import { useChangeField, useFlow } from './data.ts'
import { levelName } from './Level.tsx'

const words = {
  label: { sv: 'Skälen för värderingen, i korthet', en: 'The grounds for the valuation, in brief' },
  help: {
    sv: 'Står på informationens sida, för den som undrar varför.',
    en: 'Stands on the page of the information, for whoever wonders why.',
  },
  propose: { sv: 'Skriv ett förslag utifrån värderingen', en: 'Write a proposal from the valuation' },
  sentence: { sv: '{aspect}: {level}, på grund av {list}.', en: '{aspect}: {level}, because of {list}.' },
  plain: { sv: '{aspect}: {level}.', en: '{aspect}: {level}.' },
}

/** Why the information is valued as it is, in a few sentences; stored as one writes. */
export function Grounds() {
  const say = useSay()
  const { id, classification, results, model } = useFlow()
  const stored = typeof classification.grounds === 'string' ? classification.grounds : ''
  const draft = useKept(`skal:${id}`, stored)
  const change = useChangeField()
  const [error, setError] = useState<string | undefined>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const text = draft.isTouched ? draft.value : stored
  const latest = useRef(text)
  latest.current = text
  useEffect(() => () => clearTimeout(timer.current), [])
  const save = async (sent: string) => {
    setError(undefined)
    try {
      await change('grounds', sent.trim() || null)
      if (latest.current === sent) draft.drop()
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setError(Object.values(fault.fields).join(' ') || fault.message)
    }
  }
  const write = (next: string) => {
    latest.current = next
    draft.write(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(next), 900)
  }
  const proposal = results
    .filter(({ level }) => level !== null)
    .map((one) =>
      say(
        fill(one.because.length ? words.sentence : words.plain, {
          aspect: one.name,
          level: levelName(model, one.level),
          list: one.because
            .map(({ name, reason }) => (reason ? `${name.toLowerCase()} (${reason.replace(/\.$/, '')})` : name.toLowerCase()))
            .join(', '),
        }),
      ),
    )
    .join('\n')
  return (
    <div className="k-grounds">
      <TextArea label={say(words.label)} help={say(words.help)} lines={3} value={text} onChange={write} error={error} />
      {!text.trim() && proposal ? (
        <Button size="small" variant="quiet" onPress={() => write(proposal)}>
          {say(words.propose)}
        </Button>
      ) : null}
    </div>
  )
}
