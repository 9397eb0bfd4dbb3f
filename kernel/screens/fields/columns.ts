import { type CommonColumn, commonColumns, commonLabels, type Register } from '../../definition/register.ts'
import { choice, link, moment, number, text } from '../../fields/builders.ts'
import { type Field, shapeOf } from '../../fields/field.ts'

const none = { sv: '', en: '' }

const common: Readonly<Record<Exclude<CommonColumn, 'state'>, Field>> = {
  reference: text(commonLabels.reference),
  version: number(commonLabels.version),
  createdAt: moment(commonLabels.createdAt),
  createdBy: link(commonLabels.createdBy, { to: 'person', inverse: none }),
  changedAt: moment(commonLabels.changedAt),
  changedBy: link(commonLabels.changedBy, { to: 'person', inverse: none }),
}

const states = new WeakMap<Register, Field>()

/** The states of a register as the field they behave like: a choice. */
function stateField(register: Register): Field | undefined {
  if (!register.workflow) return undefined
  let found = states.get(register)
  if (!found) {
    const options = Object.fromEntries(Object.entries(register.workflow.states).map(([name, state]) => [name, state.label]))
    found = choice(commonLabels.state, options)
    states.set(register, found)
  }
  return found
}

/** What stands in a column: a field of the register, or a column every record has, as the field it behaves like. */
export function columnField(register: Register, name: string): Field | undefined {
  if (Object.hasOwn(register.fields, name)) return register.fields[name]
  if (name === 'state') return stateField(register)
  return Object.hasOwn(common, name) ? common[name as keyof typeof common] : undefined
}

/** Every column a list of the register can show, in the order of the form and the common ones last. */
export function columnsOf(register: Register): string[] {
  const fields = Object.keys(register.fields).filter(
    (name) => !['rich', 'attachments', 'structure'].includes(shapeOf(register.fields[name] as Field).kind),
  )
  const shared = commonColumns.filter((name) => (name !== 'state' || register.workflow) && (name !== 'reference' || register.reference))
  return [...shared.filter((name) => name === 'reference'), ...fields, ...shared.filter((name) => name !== 'reference')]
}

/** Whether the server can put the list in order of the column. */
export const isSortable = (field: Field): boolean => !['rich', 'links', 'attachments', 'secrecy', 'structure'].includes(shapeOf(field).kind)

/** Columns whose figures stand under each other, to the right. */
export const isNumeric = (field: Field): boolean => ['number', 'money'].includes(shapeOf(field).kind)
