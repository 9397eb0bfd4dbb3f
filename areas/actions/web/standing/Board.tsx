import { type DragEvent, useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { queryString } from '#web/api/client.ts'
import { Link } from '#web/design/Link.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { Search } from '#web/shell/address.ts'
import type { ActionItem, ActionStanding } from '../../standing.answers.ts'
import { DueText, Priority } from './Facts.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import { words } from './words.ts'

const ended = ['effectChecked', 'dropped']

interface BoardProps {
  readonly answer: ActionStanding
  /** The conditions of the page, for the way to the whole list. */
  readonly filters: Search
  readonly onMove: (item: ActionItem, move: string) => void
}

/** The actions as cards, a column for each state. A card is moved by dragging it, or by its menu. */
export function Board({ answer, filters, onMove }: BoardProps) {
  const catalogue = useCatalogue()
  const flow = catalogue.register('action').workflow
  const [dragged, setDragged] = useState<ActionItem | null>(null)
  const moveTo = (state: string): string | undefined => dragged?.moves.find((name) => flow?.moves[name]?.to === state)
  const states = Object.keys(answer.states)
  // What has ended and is not asked for needs no room but a place to drop a card.
  const isSlim = (state: string) => ended.includes(state) && !answer.items.some((item) => item.state === state)
  const column = (state: string) => (
    <Column
      key={state}
      state={state}
      answer={answer}
      filters={filters}
      move={moveTo(state)}
      onDrop={() => {
        const move = moveTo(state)
        if (dragged && move) onMove(dragged, move)
        setDragged(null)
      }}
      onMove={onMove}
      onDrag={setDragged}
    />
  )
  return (
    <div className="a-board">
      {states.filter((state) => !isSlim(state)).map(column)}
      {states.some(isSlim) && <div className="a-ended">{states.filter(isSlim).map(column)}</div>}
    </div>
  )
}

interface ColumnProps extends BoardProps {
  readonly state: string
  /** The move that would bring the dragged card here. */
  readonly move: string | undefined
  readonly onDrop: () => void
  readonly onDrag: (item: ActionItem | null) => void
}

function Column({ state, answer, filters, move, onDrop, onDrag, onMove }: ColumnProps) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('action')
  const facts = register.workflow?.states[state]
  const sum = answer.states[state]
  const items = answer.items.filter((item) => item.state === state)
  const label = move ? register.workflow?.moves[move]?.label : undefined
  const count = sum?.count ?? 0
  const rest = count > items.length
  const allow = (event: DragEvent) => {
    if (!move) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }
  return (
    <section
      className="a-column"
      aria-labelledby={`column-${state}`}
      data-open={move ? '' : undefined}
      onDragOver={allow}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <h2 id={`column-${state}`}>
        {facts && <StateTag tone={facts.tone}>{say(facts.label)}</StateTag>} <span className="v-count">{format.number(count)}</span>
      </h2>
      {label && <p className="a-drop">{say(fill(words.moveHere, { move: say(label) }))}</p>}
      {items.length > 0 && (
        <ul className="v-plain-list a-cards">
          {items.map((item) => (
            <Card key={item.id} item={item} onMove={onMove} onDrag={onDrag} />
          ))}
        </ul>
      )}
      {rest && (
        <p>
          <Link href={`/${pathOf(register)}${queryString({ ...filters, state })}`}>
            {say(fill(words.more, { n: format.number(count) }))}
          </Link>
        </p>
      )}
    </section>
  )
}

interface CardProps {
  readonly item: ActionItem
  readonly onMove: (item: ActionItem, move: string) => void
  readonly onDrag: (item: ActionItem | null) => void
}

function Card({ item, onMove, onDrag }: CardProps) {
  const say = useSay()
  const register = useCatalogue().register('action')
  const movable = item.moves.length > 0
  return (
    <li
      className="a-card"
      draggable={movable}
      data-late={item.late || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', item.reference)
        event.dataTransfer.effectAllowed = 'move'
        onDrag(item)
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className="a-card-head">
        <span className="v-reference">{item.reference}</span>
        <MoveMenu item={item} onMove={onMove} />
      </div>
      <p className="a-card-title">
        <Link href={`/${pathOf(register)}/${item.id}`} draggable={false}>
          {item.title}
        </Link>
      </p>
      <p className="a-card-facts">
        <span>{item.owner?.label ?? say(words.noOwner)}</span>
        <DueText item={item} />
        <Priority item={item} />
      </p>
    </li>
  )
}
