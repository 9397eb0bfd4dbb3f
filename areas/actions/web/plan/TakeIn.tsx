import { useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { type RecordJson, type RecordPage, titleOf } from '#kernel/screens/data/record.ts'
import { useDebounced } from '#kernel/screens/data/useDebounced.ts'
import { recordPath, useRefresh } from '#kernel/screens/data/useRecords.ts'
import { linksIn } from '#kernel/screens/fields/words.ts'
import { words as common } from '#kernel/screens/words.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { words } from './words.ts'

const shown = 100

/** Takes existing actions into a plan, many at once. Those that cannot be taken in are named, with why; the others are. */
export default function TakeIn({ plan, onClose }: { readonly plan: RecordJson; readonly onClose: () => void }) {
  const say = useSay()
  const format = useFormat()
  const refresh = useRefresh()
  const register = useCatalogue().register('action')
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<string, RecordJson>>(new Map())
  const [refused, setRefused] = useState<readonly string[]>([])
  const [isSending, setSending] = useState(false)
  const found = useGet<RecordPage>(
    `/${pathOf(register)}`,
    { plan: 'empty', state: 'proposed,decided,ongoing', q: useDebounced(q), fields: 'reference,title,owner,due', limit: shown },
    { keep: true },
  )
  const toggle = (record: RecordJson, on: boolean) =>
    setChosen((all) => {
      const next = new Map(all)
      if (on) next.set(record.id, record)
      else next.delete(record.id)
      return next
    })
  const take = async () => {
    if (isSending || chosen.size === 0) return
    setSending(true)
    const faults: string[] = []
    const left = new Map(chosen)
    for (const record of chosen.values()) {
      try {
        await api(recordPath(register, record.id), { method: 'PATCH', body: { plan: plan.id }, ifMatch: record.version })
        left.delete(record.id)
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        faults.push(`${record.reference} ${titleOf(register, record)}: ${Object.values(error.fields).join(' ') || error.message}`)
      }
    }
    setSending(false)
    const taken = chosen.size - left.size
    if (taken > 0) toast(say(fill(words.taken, { n: format.number(taken) })))
    await refresh()
    if (faults.length === 0) onClose()
    setChosen(left)
    setRefused(faults)
  }
  return (
    <Dialog
      isOpen
      stay
      width="wide"
      title={say(words.take)}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isDisabled={chosen.size === 0} isPending={isSending} onPress={() => void take()}>
            {isSending ? say(common.saving) : say(fill(words.takeChosen, { n: format.number(chosen.size) }))}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {say(common.cancel)}
          </Button>
        </>
      }
    >
      {refused.length > 0 && (
        <Banner tone="bad" role="alert" title={say(words.refused)}>
          <ul>
            {refused.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Banner>
      )}
      <p>{say(words.choose)}</p>
      <TextField type="search" label={say(words.search)} value={q} onChange={setQ} />
      {!found.data ? (
        <Skeleton width="80%" height="4rem" />
      ) : found.data.items.length === 0 ? (
        <p className="v-muted">{say(words.noneToTake)}</p>
      ) : (
        <ul className="v-plain-list a-take">
          {found.data.items.map((record) => (
            <li key={record.id}>
              <Checkbox isSelected={chosen.has(record.id)} onChange={(on) => toggle(record, on)}>
                <span>
                  <span className="v-reference">{record.reference}</span> {titleOf(register, record)}{' '}
                  <span className="v-muted">
                    {[linksIn(record.owner)[0]?.label, typeof record.due === 'string' ? format.date(record.due, 'table') : null]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
