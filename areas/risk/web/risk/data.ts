import { scopesFor } from '#kernel/access/access.ts'
import { workingDaysBetween } from '#kernel/clocks/calendar.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { RecordJson, RecordLink, RecordPage } from '#kernel/screens/data/record.ts'
import { isLink } from '#kernel/screens/fields/words.ts'
import { useSession, useToday } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { bases, type HandOver, type Now, purposes, recipients } from '../../escalation.words.ts'

export const textIn = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)
export const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
export const linkIn = (value: unknown): RecordLink | null => (isLink(value) ? value : null)

const among = <Key extends string>(table: Readonly<Record<Key, unknown>>, value: unknown): Key | null =>
  typeof value === 'string' && Object.hasOwn(table, value) ? (value as Key) : null

/** Everything of a register that belongs to a risk or concerns it, by the field that names the risk. */
export const useOfRisk = (path: string | null, id: string, { by = 'risk', sort = 'createdAt' }: { by?: string; sort?: string } = {}) =>
  useGet<RecordPage>(path, { [by]: id, fields: '*', sort, limit: 100 })

/** The day of the page, and how many working days there are from it. */
export function useNow(): Now {
  const today = useToday()
  const seenFrom = useAsOf() ?? today
  return { today: seenFrom, workingDaysTo: (day) => workingDaysBetween(seenFrom, day) }
}

/** Whether the person has a role that may make parts of this kind; whether in this whole is for the whole to say. */
export function useMayAdd(register: Register): boolean {
  const { roles } = useSession()
  const scopes = scopesFor(register.access, 'create')
  return roles.some((role) => role in scopes)
}

const states = { open: true, acknowledged: true, done: true, passedOn: true } as const

/** A hand-over as it is told in words. */
export const handOverIn = (record: RecordJson): HandOver => ({
  purpose: among(purposes, record.purpose) ?? 'know',
  basis: among(bases, record.basis),
  role: among(recipients, record.role),
  person: linkIn(record.person)?.label ?? null,
  insteadOf: linkIn(record.insteadOf)?.label ?? null,
  value: numberIn(record.value),
  threshold: numberIn(record.threshold),
  within: numberIn(record.within),
  since: dayIn(new Date(record.createdAt)),
  answerBy: textIn(record.answerBy),
  acknowledgedOn: textIn(record.acknowledgedOn),
  endedOn: textIn(record.endedOn),
  state: among(states, record.state) ?? 'open',
})

/** Whether a hand-over still waits. */
export const isWaiting = (record: RecordJson): boolean => record.state === 'open' || record.state === 'acknowledged'
