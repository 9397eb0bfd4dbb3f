import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { useEstimates } from './estimates.ts'

const words = {
  saving: { sv: 'Sparar …', en: 'Saving …' },
  saved: { sv: 'Sparat. Bara du ser din bedömning.', en: 'Saved. Only you see your judgement.' },
  again: { sv: 'Försök spara igen', en: 'Try to save again' },
}

/** Whether one's judgement is stored. */
export function Saved({ estimates }: { readonly estimates: ReturnType<typeof useEstimates> }) {
  const say = useSay()
  const { saving, message } = estimates
  return (
    <div className="ra-saved" data-kind={saving} role="status">
      {saving === 'saving' ? say(words.saving) : null}
      {saving === 'saved' ? (
        <>
          <Icon name="check" size={16} /> {say(words.saved)}
        </>
      ) : null}
      {saving === 'failed' ? (
        <>
          {message}{' '}
          <Button size="small" onPress={estimates.retry}>
            {say(words.again)}
          </Button>
        </>
      ) : null}
    </div>
  )
}
