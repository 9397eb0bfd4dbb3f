import type { Register } from '../../definition/register.ts'
import { type Field, shapeOf } from '../../fields/field.ts'
import { recordSchemas } from '../../fields/schema.ts'
import type { RecordJson } from '../data/record.ts'
import { filesIn, isLink, linksIn } from '../fields/words.ts'

/** What stands in a form, by field: links and files as the API gives them, so that their names can be shown. */
export type FormValues = Readonly<Record<string, unknown>>

const isMany = (field: Field) => field.kind === 'links' || field.kind === 'attachments'

/** The fields a person fills in, in the order of the form. */
export const formFields = (register: Register): string[] =>
  register.form.flatMap((section) => section.fields).filter((name) => !['derived', 'structure'].includes(register.fields[name]?.kind ?? ''))

/** What a form starts from: a record, or nothing. */
export const valuesOf = (register: Register, record?: RecordJson): FormValues =>
  Object.fromEntries(
    formFields(register).map((name) => {
      const field = register.fields[name] as Field
      return [name, record?.[name] ?? (isMany(field) ? [] : null)]
    }),
  )

/** A value as it is sent: links by id, files by content and name, blank text as nothing. */
function sent(field: Field, value: unknown): unknown {
  switch (shapeOf(field).kind) {
    case 'link':
      return isLink(value) ? value.id : (value ?? null)
    case 'links':
      return linksIn(value).map((link) => link.id)
    case 'attachments':
      return filesIn(value).map(({ sha256, name }) => ({ sha256, name }))
    case 'text':
    case 'rich':
      return typeof value === 'string' && value.trim() !== '' ? value : null
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isNaN(value) ? null : (value ?? null)
    default:
      return value ?? null
  }
}

/** Everything in the form as it is sent. */
export const payloadOf = (register: Register, values: FormValues): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = register.fields[name]
      return field ? [[name, sent(field, value)]] : []
    }),
  )

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Only what differs from where the form started. */
export function changesOf(register: Register, from: FormValues, to: FormValues): Record<string, unknown> {
  const before = payloadOf(register, from)
  return Object.fromEntries(Object.entries(payloadOf(register, to)).filter(([name, value]) => !same(value, before[name])))
}

/** Problem codes by field; a part of a field is named with a dot, `marking.provision`. Empty when all is well. */
export function problemsIn(
  register: Register,
  payload: Readonly<Record<string, unknown>>,
  mode: 'create' | 'update',
): Record<string, string> {
  const filled = mode === 'create' ? Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null)) : payload
  const outcome = recordSchemas(register)[mode].safeParse(filled)
  if (outcome.success) return {}
  const found: Record<string, string> = {}
  for (const issue of outcome.error.issues) {
    const name = issue.path.map(String).join('.')
    const field = String(issue.path[0] ?? '')
    const missing = issue.path.length === 1 && (payload[field] === null || payload[field] === undefined)
    if (name && !(name in found)) found[name] = missing ? 'required' : issue.message
  }
  return found
}
