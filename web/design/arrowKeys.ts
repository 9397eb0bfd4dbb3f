import type { KeyboardEvent } from 'react'

/** Where something stands, in pixels. */
export type Place = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>

const directions = {
  ArrowLeft: { sign: -1, along: ['left', 'right'], across: ['top', 'bottom'] },
  ArrowRight: { sign: 1, along: ['left', 'right'], across: ['top', 'bottom'] },
  ArrowUp: { sign: -1, along: ['top', 'bottom'], across: ['left', 'right'] },
  ArrowDown: { sign: 1, along: ['top', 'bottom'], across: ['left', 'right'] },
} as const
type Arrow = keyof typeof directions

const isArrow = (key: string): key is Arrow => Object.hasOwn(directions, key)

/** How much less what stands to the side is wanted than what stands straight ahead. */
const aside = 4

/** Which of the places is met first from one of them in the direction of an arrow; -1 where there is none. */
export function nextPlace(places: readonly Place[], from: number, arrow: Arrow): number {
  const { sign, along, across } = directions[arrow]
  const [start, end] = along
  const [near, far] = across
  const here = places[from]
  if (!here) return -1
  const middle = (place: Place) => (place[start] + place[end]) / 2
  let found = -1
  let least = Number.POSITIVE_INFINITY
  places.forEach((place, index) => {
    const ahead = sign * (middle(place) - middle(here))
    // What begins beside this and only ends farther on is no step ahead.
    if (index === from || ahead <= 1 || sign * (place[sign > 0 ? start : end] - here[sign > 0 ? start : end]) <= 1) return
    const gap = Math.max(0, place[near] - here[far], here[near] - place[far])
    const cost = ahead + aside * gap
    if (cost < least) {
      least = cost
      found = index
    }
  })
  return found
}

/**
 * Arrow keys move between the links and buttons of a picture, to the nearest in their direction; Home and End to the first and
 * the last. Tab works as ever.
 */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement | SVGElement>('a[href], button:not([disabled])')]
  const from = marks.indexOf(event.target as HTMLElement)
  if (from < 0) return
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? marks.length - 1
        : isArrow(event.key)
          ? nextPlace(
              marks.map((mark) => mark.getBoundingClientRect()),
              from,
              event.key,
            )
          : -1
  const mark = marks[to]
  if (!mark) return
  event.preventDefault()
  mark.focus()
}
