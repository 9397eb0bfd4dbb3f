import type { Register } from '../definition/register.ts'
import type { Pending } from './command.ts'

const emptyOf = (register: Register, name: string): unknown => {
  const kind = register.fields[name]?.kind
  return kind === 'links' || kind === 'attachments' ? [] : null
}

/** An empty text is no value. */
export const tidy = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value)

/** The record as it will be: what was, with what was given, and everything that follows from it. */
export function compose(pending: Pending): void {
  const { register } = pending.command
  const after: Record<string, unknown> = {}
  for (const name of Object.keys(register.fields)) {
    after[name] = name in pending.given ? tidy(pending.given[name]) : (pending.before?.[name] ?? emptyOf(register, name))
  }
  after.state = pending.before?.state ?? register.workflow?.initial ?? null
  if (pending.command.do === 'move') after.state = register.workflow?.moves[pending.command.move]?.to ?? null
  const { calculated = {} } = pending.command as { calculated?: Readonly<Record<string, unknown>> }
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'derived') continue
    if (field.by) after[name] = field.by(after)
    else if (name in calculated) after[name] = calculated[name]
  }
  pending.after = after
}
