import { useState } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { useMayAdd, useOfRisk } from './data.ts'

const words = {
  title: { sv: 'Kommentarer', en: 'Comments' },
  none: { sv: 'Inga kommentarer än.', en: 'No comments yet.' },
  send: { sv: 'Lämna kommentaren', en: 'Leave the comment' },
} as const

/** What those who work with the risk have written to each other. */
export function Comments({ risk }: { readonly risk: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const asOf = useAsOf()
  const register = useCatalogue().register('riskComment')
  const mayAdd = useMayAdd(register)
  const found = useOfRisk('/risk-comments', risk.id)
  const [written, setWritten] = useState(0)
  const comments = found.data?.items ?? []
  return (
    <section aria-labelledby="r-comments">
      <h2 id="r-comments">{say(words.title)}</h2>
      {found.data && comments.length === 0 && <p className="v-muted">{say(words.none)}</p>}
      {comments.length > 0 && (
        <ol className="r-talk">
          {comments.map((one) => (
            <li key={one.id}>
              <p className="r-who">
                <strong>{one.createdBy?.label}</strong> <time dateTime={one.createdAt}>{format.moment(one.createdAt)}</time>
              </p>
              <p className="v-lines">{String(one.text)}</p>
            </li>
          ))}
        </ol>
      )}
      {mayAdd && asOf === null && (
        <PartForm
          key={written}
          register={register}
          initial={{ text: null }}
          fixed={{ risk: risk.id }}
          asks={['text']}
          submit={say(words.send)}
          onDone={() => setWritten((count) => count + 1)}
        />
      )}
    </section>
  )
}
