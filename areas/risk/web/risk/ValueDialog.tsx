import type { Register } from '#kernel/definition/register.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { useSay } from '#web/language/useSay.ts'
import { RiskValuing } from '../../../scales/web/RiskValuing.tsx'

const words = {
  title: { sv: 'Värdera risken', en: 'Value the risk' },
  save: { sv: 'Spara värderingen', en: 'Save the valuation' },
  done: { sv: 'Värderingen är sparad', en: 'The valuation is saved' },
  after: {
    sv: 'Om riskvärdet når en annan beslutsnivå läggs risken hos den som har mandatet, och den får veta det.',
    en: 'Where the risk value reaches another level of decision the risk is handed to whoever holds the mandate, who is told.',
  },
}

/** What a valuation is made of. */
const valued = [
  'category',
  'consequence',
  'likelihood',
  'inherentConsequence',
  'inherentLikelihood',
  'targetConsequence',
  'targetLikelihood',
  'confidence',
]

/** Values a risk, or values it again, in the words of the method in force. */
export default function ValueDialog({
  register,
  record,
  onClose,
}: {
  readonly register: Register
  readonly record: RecordJson
  readonly onClose: () => void
}) {
  const say = useSay()
  return (
    <Dialog isOpen stay width="wide" title={say(words.title)} onClose={onClose}>
      <p className="v-muted v-measure">{say(words.after)}</p>
      <PartForm
        register={register}
        record={record}
        initial={Object.fromEntries(valued.map((name) => [name, record[name] ?? null]))}
        asks={[(given) => <RiskValuing register={register} {...given} />, 'confidence']}
        submit={say(words.save)}
        done={say(words.done)}
        onDone={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
