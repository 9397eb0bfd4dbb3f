import { useState } from 'react'
import { ApiProblem, api } from '#web/api/client.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { fill } from '../../language/text.ts'
import { type RecordJson, titleOf } from '../data/record.ts'
import { recordPath, useRefresh } from '../data/useRecords.ts'
import { words as common } from '../words.ts'

/** Takes a record out of its register; its history stays. Asks why. */
export default function WithdrawDialog({ register, record, onClose }: { register: Register; record: RecordJson; onClose: () => void }) {
  const say = useSay()
  const go = useGo()
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [general, setGeneral] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const perform = async () => {
    if (isSending) return
    if (reason.trim() === '') {
      setError(say({ sv: 'Skriv varför posten tas bort.', en: 'Say why the record is removed.' }))
      return
    }
    setSending(true)
    try {
      await api(recordPath(register, record.id), { method: 'DELETE', ifMatch: record.version, reason: reason.trim() })
      toast(
        say(
          fill(
            { sv: '{name} är borttagen ur registret', en: '{name} has been removed from the register' },
            { name: titleOf(register, record) },
          ),
        ),
      )
      go(`/${pathOf(register)}`, { replace: true })
      void refresh()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      setGeneral(problem.message)
    } finally {
      setSending(false)
    }
  }
  return (
    <Dialog
      isOpen
      stay
      role="alertdialog"
      title={say(
        fill(
          { sv: 'Ta bort {name} ur registret?', en: 'Remove {name} from the register?' },
          { name: record.reference ?? titleOf(register, record) },
        ),
      )}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onPress={() => void perform()}>
            {say({ sv: 'Ta bort ur registret', en: 'Remove from the register' })}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(common.cancel)}
          </Button>
        </>
      }
    >
      {general && <Banner tone="bad" role="alert" title={general} />}
      <p>
        {say({
          sv: 'Posten försvinner ur listor och siffror från och med nu. Historiken finns kvar, och den som ser på registret vid ett tidigare datum ser posten som den var.',
          en: 'The record leaves lists and figures from now on. Its history stays, and anyone who looks at the register on an earlier date sees the record as it was.',
        })}
      </p>
      <TextArea
        label={say({ sv: 'Varför tas posten bort?', en: 'Why is the record removed?' })}
        lines={2}
        value={reason}
        onChange={setReason}
        error={error}
        isRequired
      />
    </Dialog>
  )
}
