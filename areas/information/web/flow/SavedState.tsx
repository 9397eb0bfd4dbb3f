import { Icon } from '#web/design/Icon.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useFlow } from './data.ts'
import { type Saving, useSaving } from './saving.ts'

const words = {
  auto: { sv: 'Allt du gör sparas direkt', en: 'All you do is saved at once' },
  saving: { sv: 'Sparar …', en: 'Saving …' },
  saved: { sv: 'Sparat {time}', en: 'Saved {time}' },
  failed: { sv: 'Något är inte sparat. Se vad som står vid frågan.', en: 'Something is not saved. See what stands by the question.' },
  unreachable: {
    sv: 'Inte sparat: servern svarar inte. Det du har skrivit finns kvar, och Värna försöker igen.',
    en: 'Not saved: the server does not answer. What you have written is kept, and Värna tries again.',
  },
}

const timeOf = (moment: string) =>
  new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' }).format(new Date(moment))

/** Whether what has been done is stored, and since when. */
export function SavedState() {
  const say = useSay()
  const { cells } = useFlow()
  const done = useSaving()
  // What waits for the next letter is not stored yet.
  const isWaiting = [...cells.drafts.values()].some(({ status }) => status === 'waiting' || status === 'saving')
  const saving: Saving = isWaiting && done.kind !== 'failed' ? { kind: 'saving' } : done
  const text =
    saving.kind === 'none'
      ? say(words.auto)
      : saving.kind === 'saving'
        ? say(words.saving)
        : saving.kind === 'saved'
          ? say({
              sv: words.saved.sv.replace('{time}', timeOf(saving.at).replace(':', '.')),
              en: words.saved.en.replace('{time}', timeOf(saving.at)),
            })
          : say(saving.unreachable ? words.unreachable : words.failed)
  return (
    <p className="k-saved" data-kind={saving.kind} role="status">
      <Icon name={saving.kind === 'failed' ? 'warning' : saving.kind === 'saving' ? 'clock' : 'check'} size={16} />
      {text}
    </p>
  )
}
