import { type ReactNode, useRef, useState } from 'react'
import { fill, type Text } from '#kernel/language/text.ts'
import { keyOf } from '#kernel/screens/versioned/parts.ts'
import '#kernel/screens/versioned/versioned.css'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { Table } from '#web/design/Parts.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { type Harm, harmHoles, withCriterion } from '../harm.ts'
import './criteria.css'

type Criteria = Pick<Harm, 'categories' | 'criteria'>

interface CriteriaMatrixProps<Content extends Criteria> {
  readonly content: Content
  readonly levels: readonly { readonly level: number; readonly name: string }[]
  /** Without it the criteria are only read. */
  readonly onChange?: ((by: (content: Content) => Content) => void) | undefined
  /** A level as it is drawn over its column. */
  readonly mark: (level: number, name: string) => ReactNode
  readonly title: Text
  readonly lead: Text
  /** What is said while nothing can be decided for its holes. */
  readonly words: { readonly holes: Text; readonly hole1: Text }
}

const words = {
  press: { sv: 'Tryck på en ruta för att ändra den.', en: 'Press a box to change it.' },
  category: { sv: 'Vad drabbas?', en: 'What is hit?' },
  hole: { sv: 'Beskriv', en: 'Describe' },
  holeLabel: { sv: 'Hål: beskriv vad {level} betyder för {category}', en: 'Hole: describe what {level} means for {category}' },
  cellLabel: { sv: '{category}, {level}: {text}. Ändra', en: '{category}, {level}: {text}. Change' },
  inputLabel: { sv: '{category}, {level}', en: '{category}, {level}' },
  next: { sv: 'Till nästa hål', en: 'To the next hole' },
  whole: { sv: 'Matrisen är hel.', en: 'The matrix is whole.' },
  add: { sv: 'Lägg till en kategori', en: 'Add a category' },
  noLevels: { sv: 'Lägg till nivåer först, under fliken Nivåer.', en: 'Add levels first, under the tab Levels.' },
  edit: { sv: 'Ändra kategorin', en: 'Change the category' },
  up: { sv: 'Flytta upp', en: 'Move up' },
  down: { sv: 'Flytta ner', en: 'Move down' },
  remove: { sv: 'Ta bort kategorin', en: 'Remove the category' },
  name: { sv: 'Namn', en: 'Name' },
  question: { sv: 'Fråga till den som värderar', en: 'Question to the one who values' },
  ok: { sv: 'Klar', en: 'Done' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  more: { sv: 'Mer om {category}', en: 'More about {category}' },
  empty: { sv: 'inte beskrivet', en: 'not described' },
} as const

const idOf = (category: string, level: number) => `cell-${category}-${level}`

/** How serious the harm of each category is at each level. A cell is changed where it stands; a hole is plain to see. */
export function CriteriaMatrix<Content extends Criteria>({
  content,
  levels,
  onChange,
  mark,
  title,
  lead,
  words: said,
}: CriteriaMatrixProps<Content>) {
  const say = useSay()
  const [editing, setEditing] = useState<{ key: string | null; name: string; question: string } | null>(null)
  const open = harmHoles({ ...content, levels })
  const save = () => {
    if (!editing?.name.trim()) return
    onChange?.((model) => {
      const category = {
        key:
          editing.key ??
          keyOf(
            editing.name,
            model.categories.map(({ key }) => key),
          ),
        name: editing.name.trim(),
        question: editing.question.trim(),
      }
      const categories = editing.key
        ? model.categories.map((one) => (one.key === editing.key ? category : one))
        : [...model.categories, category]
      return { ...model, categories }
    })
    setEditing(null)
  }
  const move = (key: string, by: number) =>
    onChange?.((model) => {
      const at = model.categories.findIndex((one) => one.key === key)
      const to = at + by
      const one = model.categories[at]
      if (!one || to < 0 || to >= model.categories.length) return model
      return { ...model, categories: model.categories.toSpliced(at, 1).toSpliced(to, 0, one) }
    })
  const remove = (key: string) =>
    onChange?.((model) => ({
      ...model,
      categories: model.categories.filter((one) => one.key !== key),
      criteria: model.criteria.filter((one) => one.category !== key),
    }))
  const first = open[0]
  return (
    <section aria-labelledby="matrix-title" className="v-part">
      <h2 id="matrix-title">{say(title)}</h2>
      <p className="v-measure v-muted">
        {say(lead)} {onChange && say(words.press)}
      </p>
      {onChange && levels.length > 0 && content.categories.length > 0 && (
        <p className="v-holes" role="status" data-whole={open.length === 0 || undefined}>
          <Icon name={open.length ? 'warning' : 'check'} size={18} />
          {open.length === 0 ? say(words.whole) : open.length === 1 ? say(said.hole1) : say(fill(said.holes, { n: open.length }))}
          {first && (
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                const cell = document.getElementById(idOf(first.category, first.level))
                cell?.scrollIntoView({ block: 'center', inline: 'center' })
                cell?.focus()
              }}
            >
              {say(words.next)}
            </Button>
          )}
        </p>
      )}
      {levels.length === 0 ? (
        <p>{say(words.noLevels)}</p>
      ) : (
        <Table caption={say(title)} captionHidden className="v-table c-matrix">
          <thead>
            <tr>
              <th scope="col">{say(words.category)}</th>
              {levels.map(({ level, name }) => (
                <th key={level} scope="col">
                  {mark(level, name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.categories.map(({ key, name, question }, index) => (
              <tr key={key}>
                <th scope="row">
                  <span className="c-matrix-head">
                    {name}
                    {onChange && (
                      <Menu
                        label={say(fill(words.more, { category: name }))}
                        trigger={<Button variant="quiet" size="small" icon="more" aria-label={say(fill(words.more, { category: name }))} />}
                        sections={[
                          {
                            items: [
                              { id: 'edit', label: say(words.edit), icon: 'edit', onAction: () => setEditing({ key, name, question }) },
                              { id: 'up', label: say(words.up), icon: 'up', isDisabled: index === 0, onAction: () => move(key, -1) },
                              {
                                id: 'down',
                                label: say(words.down),
                                icon: 'down',
                                isDisabled: index === content.categories.length - 1,
                                onAction: () => move(key, 1),
                              },
                              { id: 'remove', label: say(words.remove), icon: 'trash', danger: true, onAction: () => remove(key) },
                            ],
                          },
                        ]}
                      />
                    )}
                  </span>
                  {question && <span className="c-matrix-question">{question}</span>}
                </th>
                {levels.map(({ level, name: levelName }) => (
                  <Cell
                    key={level}
                    id={idOf(key, level)}
                    category={name}
                    level={`${level} ${levelName}`}
                    text={content.criteria.find((one) => one.category === key && one.level === level)?.text ?? ''}
                    onChange={onChange && ((text) => onChange((model) => withCriterion(model, key, level, text)))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {onChange && (
        <p>
          <Button icon="plus" onPress={() => setEditing({ key: null, name: '', question: '' })}>
            {say(words.add)}
          </Button>
        </p>
      )}
      {editing && (
        <Dialog
          isOpen
          stay
          title={say(editing.key ? words.edit : words.add)}
          onClose={() => setEditing(null)}
          actions={
            <>
              <Button variant="primary" onPress={save} isDisabled={!editing.name.trim()}>
                {say(words.ok)}
              </Button>
              <Button variant="quiet" onPress={() => setEditing(null)}>
                {say(words.cancel)}
              </Button>
            </>
          }
        >
          <TextField
            autoFocus
            isRequired
            maxLength={80}
            label={say(words.name)}
            value={editing.name}
            onChange={(name) => setEditing({ ...editing, name })}
          />
          <TextArea
            maxLength={1000}
            label={say(words.question)}
            value={editing.question}
            onChange={(question) => setEditing({ ...editing, question })}
          />
        </Dialog>
      )}
    </section>
  )
}

interface CellProps {
  readonly id: string
  readonly category: string
  readonly level: string
  readonly text: string
  readonly onChange?: (text: string) => void
}

function Cell({ id, category, level, text, onChange }: CellProps) {
  const say = useSay()
  const [written, setWritten] = useState<string | null>(null)
  const returns = useRef(false)
  if (!onChange) return <td>{text || <span className="v-muted">{say(words.empty)}</span>}</td>
  if (written === null)
    return (
      <td className="c-cell" data-hole={text ? undefined : ''}>
        <button
          type="button"
          id={id}
          ref={(button) => {
            if (!button || !returns.current) return
            returns.current = false
            button.focus()
          }}
          aria-label={say(text ? fill(words.cellLabel, { category, level, text }) : fill(words.holeLabel, { category, level }))}
          onClick={() => setWritten(text)}
        >
          {text || (
            <>
              <Icon name="plus" size={14} /> {say(words.hole)}
            </>
          )}
        </button>
      </td>
    )
  const finish = (next: string | null, back: boolean) => {
    returns.current = back
    if (next !== null && next.trim() !== text) onChange(next)
    setWritten(null)
  }
  return (
    <td className="c-cell" data-editing="">
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the person has just pressed the cell to write in it
        autoFocus
        aria-label={say(fill(words.inputLabel, { category, level }))}
        maxLength={1000}
        value={written}
        onFocus={(event) => event.currentTarget.setSelectionRange(written.length, written.length)}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={() => finish(written, false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            finish(null, true)
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            finish(written, true)
          }
        }}
      />
    </td>
  )
}
