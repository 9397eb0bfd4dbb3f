import { shapeOf } from '../fields/field.ts'
import type { Text } from '../language/text.ts'
import type { State } from '../workflow/workflow.ts'
import type { Register } from './register.ts'

/** A state as a page shows it that does not know the register: its name, and how serious or settled it is. */
export type ShownState = Pick<State, 'label' | 'tone'>

/** A level of risk as a page shows it that does not know the register: its name, and its place between the ends of its scale. */
export interface ShownLevel {
  readonly label: Text
  readonly level: number
  readonly first: number
  readonly last: number
}

/** The state of a record in words; nothing where the register has no workflow. */
export function shownState(register: Register, state: string | null): ShownState | null {
  const found = state === null ? undefined : register.workflow?.states[state]
  return found ? { label: found.label, tone: found.tone } : null
}

/** The level of risk of a record in words, by the first scale of risk the register has. */
export function shownLevel(register: Register, level: number | null): ShownLevel | null {
  if (level === null) return null
  for (const field of Object.values(register.fields)) {
    const shape = shapeOf(field)
    if (shape.kind !== 'scale' || shape.tone !== 'risk') continue
    const label = shape.levels[level - shape.first]
    return label ? { label, level, first: shape.first, last: shape.first + shape.levels.length - 1 } : null
  }
  return null
}
