import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Session } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Icon, type IconName } from '#web/design/Icon.tsx'
import '#web/design/Field.css'
import '#web/design/Popover.css'
import { useSay } from '#web/language/useSay.ts'
import type { SearchAnswer } from '#web/pages/answers.ts'
import { listHref, recordHref, registerOf } from '#web/pages/places.ts'
import { useGo } from './address.ts'
import { useAsOf } from './asOf.tsx'
import { navigationWords } from './Navigation.tsx'
import { areasFor, isOnlyEmployee } from './places.ts'

interface Command {
  readonly id: string
  readonly label: string
  readonly where?: string
  readonly icon: IconName
  readonly href: string
}

interface Group {
  readonly title: string
  readonly items: readonly Command[]
}

const words = {
  title: { sv: 'Sök och gå till', en: 'Search and go to' },
  placeholder: {
    sv: 'Sök på namn eller beteckning, eller skriv vart du vill',
    en: 'Search by name or reference, or write where you want to go',
  },
  places: { sv: 'Gå till', en: 'Go to' },
  make: { sv: 'Lägg till', en: 'Add' },
  records: { sv: 'Poster', en: 'Records' },
  all: { sv: 'Visa alla träffar på ”{q}”', en: 'Show all hits for “{q}”' },
  none: { sv: 'Inget hittades. Pröva ett annat ord eller en beteckning.', en: 'Nothing found. Try another word or a reference.' },
  new: { sv: 'Lägg till: ', en: 'Add: ' },
}

/** The text after a short rest in typing. */
function useRested(text: string, milliseconds: number): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return rested
}

/** The places and the records that answer to what has been typed. */
function useCommands(session: Session, typed: string): Group[] {
  const say = useSay()
  const asOf = useAsOf()
  const needle = typed.trim().toLowerCase()
  const rested = useRested(typed.trim(), 150)
  const { data } = useGet<SearchAnswer>(rested.length > 1 ? '/search' : null, { q: rested, limit: 8 }, { keep: true })
  return useMemo(() => {
    const places: Command[] = [
      ...(isOnlyEmployee(session) ? [] : [{ id: 'position', label: say(navigationWords.position), icon: 'position' as const, href: '/' }]),
      { id: 'work', label: say(navigationWords.work), icon: 'work', href: '/arbete' },
      ...areasFor(session).flatMap((area) =>
        area.places.map((place) => ({
          id: place.key,
          label: say(place.label),
          icon: area.icon,
          href: place.href,
          ...(area.places.length > 1 ? { where: say(area.label) } : {}),
        })),
      ),
    ]
    const makes = asOf
      ? []
      : session.registers
          .filter((register) => session.may[register.plural]?.create)
          .map(
            (register): Command => ({
              id: `new-${register.name}`,
              label: `${say(words.new)}${say(register.label.one).toLowerCase()}`,
              icon: 'plus',
              href: `${listHref(session.registers, register.name)}/new`,
            }),
          )
    const records = (rested.length > 1 && needle ? (data?.items ?? []) : []).flatMap((hit): Command[] => {
      const register = registerOf(session.registers, hit.register)
      if (!register) return []
      const label = hit.reference ? `${hit.reference} ${hit.label}` : hit.label
      return [
        { id: hit.id, label, where: say(register.label.one), icon: 'right', href: recordHref(session.registers, register.name, hit.id) },
      ]
    })
    const fits = (command: Command) => !needle || `${command.label} ${command.where ?? ''}`.toLowerCase().includes(needle)
    const all: Command[] = needle
      ? [
          {
            id: 'all',
            label: say(words.all).replace('{q}', typed.trim()),
            icon: 'search',
            href: `/sok?q=${encodeURIComponent(typed.trim())}`,
          },
        ]
      : []
    return [
      { title: say(words.records), items: [...records, ...(records.length ? all : [])] },
      { title: say(words.places), items: places.filter(fits) },
      { title: say(words.make), items: needle ? makes.filter(fits) : makes.slice(0, 4) },
      { title: say(navigationWords.search), items: records.length ? [] : all },
    ].filter((group) => group.items.length)
  }, [session, say, asOf, needle, rested, data, typed])
}

/** Search and command in one: go anywhere, make anything, by name or reference. */
export default function CommandPalette({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const say = useSay()
  const go = useGo()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const groups = useCommands(session, typed)
  const flat = groups.flatMap((group) => group.items)
  const current = Math.min(at, flat.length - 1)
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    go(command.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      const next = (current + step + flat.length) % Math.max(flat.length, 1)
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(flat[current])
    }
  }
  let index = -1
  return (
    <ModalOverlay className="v-veil" isOpen onOpenChange={(open) => (open ? null : onClose())} isDismissable>
      <Modal className="v-modal" data-place="top">
        <AriaDialog className="s-palette" aria-label={say(words.title)}>
          <div className="s-palette-input">
            <Icon name="search" size={20} />
            <input
              type="text"
              role="combobox"
              aria-label={say(words.title)}
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={`${id}-list`}
              aria-activedescendant={flat.length ? `${id}-${current}` : undefined}
              placeholder={say(words.placeholder)}
              value={typed}
              // biome-ignore lint/a11y/noAutofocus: the dialogue exists to be typed in
              autoFocus
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div className="s-palette-list" id={`${id}-list`} role="listbox" aria-label={say(words.title)}>
            {groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no fieldset
              <div key={group.title} role="group" aria-label={group.title}>
                <div className="s-palette-heading" aria-hidden="true">
                  {group.title}
                </div>
                {group.items.map((command) => {
                  index += 1
                  const own = index
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works from the input
                    <div
                      key={command.id}
                      id={`${id}-${own}`}
                      role="option"
                      tabIndex={-1}
                      aria-selected={own === current}
                      className="v-option"
                      onClick={() => run(command)}
                    >
                      <Icon name={command.icon} size={18} />
                      <span className="v-option-body">{command.label}</span>
                      {command.where ? <span className="s-palette-where">{command.where}</span> : null}
                    </div>
                  )
                })}
              </div>
            ))}
          </div>
          {flat.length ? null : (
            <p className="s-palette-empty" role="status">
              {say(words.none)}
            </p>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
