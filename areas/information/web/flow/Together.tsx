import { useId, useState } from 'react'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordLink, RecordPage } from '#kernel/screens/data/record.ts'
import { LinksInput } from '#kernel/screens/fields/LinkInput.tsx'
import { ApiProblem, api } from '#web/api/client.ts'
import { useAskAgain, usePolled } from '#web/api/usePolled.ts'
import { Button } from '#web/design/Button.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useKept } from '#web/shell/kept.ts'
import { linkIn, linksOf, useChangeField, useFlow } from './data.ts'
import type { Step } from './progress.ts'
import { track } from './saving.ts'

const words = {
  comments: { sv: 'Kommentarer till steget', en: 'Comments on this step' },
  none: { sv: 'Inga kommentarer än.', en: 'No comments yet.' },
  write: { sv: 'Skriv en kommentar', en: 'Write a comment' },
  send: { sv: 'Lämna kommentaren', en: 'Leave the comment' },
  people: { sv: 'Vilka gör klassningen?', en: 'Who makes the classification?' },
  owner: { sv: 'Informationsägare', en: 'Information owner' },
  invite: { sv: 'Bjud in fler', en: 'Invite more' },
  inviteHelp: {
    sv: 'Den du bjuder in kan läsa, värdera och kommentera. Ta gärna med systemägaren och informationssäkerhetsfunktionen.',
    en: 'Whoever you invite can read, value and comment. Do bring the system owner and the information security function.',
  },
  alone: { sv: 'Inga andra är inbjudna.', en: 'Nobody else is invited.' },
}

/** What those who take part have said about a step. */
export function Comments({ step }: { readonly step: Step }) {
  const say = useSay()
  const format = useFormat()
  const heading = useId()
  const askAgain = useAskAgain()
  const { id, mayWrite } = useFlow()
  const found = usePolled<RecordPage>('/classification-comments', { classification: id, step, sort: 'createdAt', limit: 100 }, 10)
  const draft = useKept(`kommentar:${id}:${step}`, '')
  const [error, setError] = useState<string | undefined>()
  const [isSending, setSending] = useState(false)
  const comments = found.data?.items ?? []
  const send = async () => {
    if (!draft.value.trim() || isSending) return
    setSending(true)
    setError(undefined)
    try {
      await track(() => api('/classification-comments', { method: 'POST', body: { classification: id, step, text: draft.value.trim() } }))
      draft.drop()
      await askAgain('/classification-comments')
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setError(Object.values(fault.fields).join(' ') || fault.message)
    } finally {
      setSending(false)
    }
  }
  return (
    <section className="k-comments" aria-labelledby={heading}>
      <h2 id={heading}>
        {say(words.comments)}
        {comments.length > 0 && <span className="v-count"> {comments.length}</span>}
      </h2>
      {comments.length === 0 && found.data && !mayWrite ? <p className="v-muted">{say(words.none)}</p> : null}
      {comments.length > 0 && (
        <ol className="k-comment-list">
          {comments.map((one) => (
            <li key={one.id}>
              <p className="k-comment-who">
                <strong>{one.createdBy?.label}</strong> <time dateTime={one.createdAt}>{format.moment(one.createdAt)}</time>
              </p>
              <p className="v-lines">{String(one.text)}</p>
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <div className="k-comment-form">
          <TextArea label={say(words.write)} lines={2} value={draft.value} onChange={draft.write} error={error} maxLength={2000} />
          {draft.value.trim() !== '' && (
            <Button size="small" isPending={isSending} onPress={() => void send()}>
              {say(words.send)}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** Who owns the information and who is invited, in one control. */
export function Participants() {
  const say = useSay()
  const heading = useId()
  const change = useChangeField()
  const persons = useCatalogue().register('person')
  const { classification, mayWrite } = useFlow()
  const [error, setError] = useState<string | undefined>()
  const owner = linkIn(classification.owner)
  const participants = linksOf(classification.participants)
  const put = (next: readonly RecordLink[]) => {
    setError(undefined)
    change(
      'participants',
      next.map((one) => one.id),
    ).catch((fault: unknown) => setError(fault instanceof ApiProblem ? fault.message : undefined))
  }
  return (
    <section className="k-people" aria-labelledby={heading}>
      <h2 id={heading}>{say(words.people)}</h2>
      <p>
        <span className="v-muted">{say(words.owner)}:</span> {owner?.label ?? '–'}
      </p>
      {mayWrite ? (
        <LinksInput
          to={persons.name}
          label={say(words.invite)}
          help={say(words.inviteHelp)}
          size="small"
          value={participants}
          onChange={put}
          error={error}
        />
      ) : (
        <p>{participants.length ? participants.map((one) => one.label).join(', ') : say(words.alone)}</p>
      )}
    </section>
  )
}
