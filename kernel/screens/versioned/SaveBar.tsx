import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { fill, type Text } from '../../language/text.ts'
import type { useVersionDraft } from './useVersionDraft.ts'
import './versioned.css'

const words = {
  showImpact: { sv: 'Visa följderna', en: 'Show what follows' },
  unsaved: { sv: 'Utkastet har ändringar som inte är sparade.', en: 'The draft has changes that are not saved.' },
  keptHere: { sv: 'De finns kvar i den här fliken.', en: 'They are kept in this tab.' },
  save: { sv: 'Spara utkastet', en: 'Save the draft' },
  undo: { sv: 'Ångra', en: 'Undo' },
  discard: { sv: 'Kasta ändringarna', en: 'Discard the changes' },
  saved: { sv: 'Sparat {when}', en: 'Saved {when}' },
  failed: { sv: 'Utkastet är inte sparat', en: 'The draft is not saved' },
} as const

interface SaveBarProps<Content> {
  readonly draft: ReturnType<typeof useVersionDraft<Content>>
  /** What comes next, when all is saved. */
  readonly lead: Text
  /** Where what follows is shown; null on that page itself. */
  readonly impact: string | null
}

/** Whether the draft is saved, and what can be done about it; it stays in sight while one writes. */
export function SaveBar<Content>({ draft, lead, impact }: SaveBarProps<Content>) {
  const say = useSay()
  const format = useFormat()
  return (
    <div className="v-savebar" data-changed={draft.isChanged || undefined}>
      {draft.problem && (
        <Banner tone="bad" role="alert" title={say(words.failed)}>
          <p>{[draft.problem.message, ...Object.values(draft.problem.fields)].join(' ')}</p>
        </Banner>
      )}
      <div className="v-savebar-row">
        <p role="status" className="v-muted">
          {draft.isChanged
            ? `${say(words.unsaved)} ${say(words.keptHere)}`
            : draft.savedAt
              ? say(fill(words.saved, { when: format.moment(draft.savedAt) }))
              : say(lead)}
        </p>
        {draft.isChanged ? (
          <>
            <Button variant="primary" icon="save" isPending={draft.isSaving} onPress={() => void draft.save()}>
              {say(words.save)}
            </Button>
            {draft.canUndo && (
              <Button variant="quiet" onPress={draft.undo}>
                {say(words.undo)}
              </Button>
            )}
            <Button variant="quiet" onPress={draft.discard}>
              {say(words.discard)}
            </Button>
          </>
        ) : impact ? (
          <LinkButton variant="primary" href={impact}>
            {say(words.showImpact)}
          </LinkButton>
        ) : null}
      </div>
    </div>
  )
}
