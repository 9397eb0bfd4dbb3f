import { type CSSProperties, useId, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { fill } from '#kernel/language/text.ts'
import { useSession } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { colourStep } from '#web/design/Tag.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { CellDraft, StoredCell } from './cell-keeper.ts'
import { useFlow } from './data.ts'
import { levelName } from './Level.tsx'
import { cellKey } from './progress.ts'

const words = {
  why: { sv: 'Varför? Skriv så att andra förstår', en: 'Why? Write so that others understand' },
  raised: { sv: 'Varför höjer du?', en: 'Why do you raise it?' },
  lowered: { sv: 'Varför sänker du?', en: 'Why do you lower it?' },
  changedHelp: { sv: 'Utgångspunkten var {level}.', en: 'The starting point was {level}.' },
  addReason: { sv: 'Skriv ett skäl', en: 'Write a reason' },
  by: { sv: '{name} värderade, {when}', en: '{name} valued this, {when}' },
  conflict: { sv: '{name} värderade samtidigt', en: '{name} valued at the same time' },
  conflictText: {
    sv: '{name} valde {theirs}. Du valde {mine}. Vilket ska gälla?',
    en: '{name} chose {theirs}. You chose {mine}. Which shall hold?',
  },
  theirReason: { sv: 'Deras skäl: {reason}', en: 'Their reason: {reason}' },
  theirs: { sv: 'Behåll deras', en: 'Keep theirs' },
  mine: { sv: 'Spara mitt', en: 'Save mine' },
  someone: { sv: 'Någon annan', en: 'Somebody else' },
  refused: { sv: 'Inte sparat', en: 'Not saved' },
}

interface CellQuestionProps {
  readonly aspect: string
  readonly category: { readonly key: string; readonly name: string; readonly question: string }
  readonly stored: StoredCell | undefined
  readonly draft: CellDraft | undefined
  /** The level it started from in another classification. */
  readonly base: number | null
}

/** One kind of consequence: its levels as cards with what each means here, and the reason. */
export function CellQuestion({ aspect, category, stored, draft, base }: CellQuestionProps) {
  const say = useSay()
  const format = useFormat()
  const id = useId()
  const { model, cells, mayWrite } = useFlow()
  const { person } = useSession()
  const [isWriting, setWriting] = useState(false)
  const cell = draft ?? stored
  const level = cell?.level ?? null
  const lowest = model.levels[0]?.level ?? 0
  const highest = model.levels.at(-1)?.level ?? lowest
  const moved = base !== null && level !== null && level !== base
  const asks = level !== null && (level > lowest || Boolean(cell?.reason) || isWriting || moved)
  const put = (change: { level?: number; reason?: string | null }) => cells.keeper.put(aspect, category.key, change)
  return (
    <section className="k-cell" aria-labelledby={id} data-answered={level === null ? undefined : ''}>
      <h2 id={id}>{category.name}</h2>
      {category.question.trim() ? (
        <p id={`${id}-question`} className="k-cell-question">
          {category.question}
        </p>
      ) : null}
      <RadioGroup
        className="k-cards"
        style={{ '--cards': model.levels.length > 4 ? Math.ceil(model.levels.length / 2) : model.levels.length } as CSSProperties}
        aria-labelledby={id}
        aria-describedby={category.question.trim() ? `${id}-question` : undefined}
        value={level === null ? null : String(level)}
        onChange={(next) => put({ level: Number(next) })}
        isReadOnly={!mayWrite}
        orientation="horizontal"
      >
        {model.levels.map((one) => (
          <Radio
            key={one.level}
            value={String(one.level)}
            className="k-card"
            data-step={colourStep(one.level, lowest, highest, 'protection')}
          >
            <span className="k-card-level">
              <span className="k-card-number">{one.level}</span> {one.name}
              <Icon name="check" size={16} className="k-card-check" />
            </span>
            <span className="k-card-text">
              {model.criteria.find((each) => each.category === category.key && each.level === one.level)?.text || one.meaning}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {draft?.status === 'conflict' && draft.theirs ? (
        <Banner
          tone="waiting"
          role="alert"
          title={say(fill(words.conflict, { name: draft.theirs.by?.label ?? say(words.someone) }))}
          actions={
            <>
              <Button size="small" onPress={() => cells.keeper.takeTheirs(cellKey(aspect, category.key))}>
                {say(words.theirs)}
              </Button>
              <Button size="small" onPress={() => cells.keeper.keepMine(cellKey(aspect, category.key))}>
                {say(words.mine)}
              </Button>
            </>
          }
        >
          <p>
            {say(
              fill(words.conflictText, {
                name: draft.theirs.by?.label ?? say(words.someone),
                theirs: levelName(model, draft.theirs.level),
                mine: levelName(model, draft.level),
              }),
            )}
          </p>
          {draft.theirs.reason ? <p>{say(fill(words.theirReason, { reason: draft.theirs.reason }))}</p> : null}
        </Banner>
      ) : null}
      {draft?.status === 'failed' && !draft.isRetried ? (
        <Banner tone="bad" role="alert" title={say(words.refused)}>
          <p>{draft.message}</p>
        </Banner>
      ) : null}
      {mayWrite && asks ? (
        <TextArea
          label={say(moved && base !== null && level !== null ? (level > base ? words.raised : words.lowered) : words.why)}
          help={moved ? say(fill(words.changedHelp, { level: levelName(model, base) })) : undefined}
          lines={2}
          maxLength={2000}
          value={cell?.reason ?? ''}
          onChange={(reason) => put({ reason })}
        />
      ) : mayWrite && level !== null ? (
        <div>
          <Button variant="quiet" size="small" onPress={() => setWriting(true)}>
            {say(words.addReason)}
            <span className="v-hidden">: {category.name}</span>
          </Button>
        </div>
      ) : !mayWrite && cell?.reason ? (
        <p className="v-reason">{cell.reason}</p>
      ) : null}
      {stored?.by && stored.by.id !== person.id ? (
        <p className="v-help">{say(fill(words.by, { name: stored.by.label, when: format.moment(stored.at) }))}</p>
      ) : null}
    </section>
  )
}
