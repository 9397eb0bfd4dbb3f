import type { Register } from '../../definition/register.ts'
import { type Field, shapeOf } from '../../fields/field.ts'

interface NamedField {
  readonly name: string
  readonly field: Field
}

/** What stands to the right on a record's page: who, where, when and under which secrecy. */
export function factsOf(register: Register): readonly NamedField[] {
  const placed = new Set([...(register.scope?.own ?? []), ...(register.scope?.unit ? [register.scope.unit] : [])])
  const own = register.form
    .flatMap((section) => section.fields)
    .flatMap((name): NamedField[] => {
      const field = register.fields[name]
      if (!field || name === register.title) return []
      const shape = shapeOf(field)
      const isFact =
        placed.has(name) || ['date', 'moment', 'secrecy'].includes(shape.kind) || (shape.kind === 'link' && shape.to === 'person')
      return isFact ? [{ name, field }] : []
    })
  const rank = ({ name, field }: NamedField) =>
    placed.has(name) ? 0 : shapeOf(field).kind === 'link' ? 1 : shapeOf(field).kind === 'secrecy' ? 3 : 2
  return own.toSorted((a, b) => rank(a) - rank(b))
}

/** The level that says how serious a record is: a scale with a colour, one that its list shows before others, a computed one before those it is computed from. */
export function headLevel(register: Register): NamedField | null {
  const levels = Object.entries(register.fields).flatMap(([name, field]): NamedField[] => {
    const shape = shapeOf(field)
    return shape.kind === 'scale' && shape.tone === 'risk' ? [{ name, field }] : []
  })
  const listed = levels.filter(({ name }) => register.list.columns.includes(name))
  const computed = (these: readonly NamedField[]) => these.find(({ field }) => field.kind === 'derived')
  return computed(listed) ?? computed(levels) ?? levels[0] ?? null
}
