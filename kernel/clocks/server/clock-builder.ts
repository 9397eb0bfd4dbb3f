import { sql } from 'kysely'
import type { Role } from '../../access/roles.ts'
import type { Command, Gate } from '../../gate/command.ts'
import type { Text } from '../../language/text.ts'
import { quote, tableOf } from '../../store/columns.ts'
import type { ClockRule } from './clock-rule.ts'

/** The parts of what a clock says: *Åtgärden {reference}* ska *vara genomförd* senast …; skulle *ha varit genomförd* …; *är fortfarande inte klar*. */
interface SwedishParts {
  readonly what: string
  readonly toBe: string
  readonly toHaveBeen: string
  readonly still: string
}

/** The same in English: *The action {reference}* is to *be done* by …; *is still not finished*. */
interface EnglishParts {
  readonly what: string
  readonly toBe: string
  readonly still: string
}

/** What is said of something that is to be done by a day: before it, when it has passed, and when long since. */
export const saying = (sv: SwedishParts, en: EnglishParts): Required<ClockRule['say']> => ({
  warn: { sv: `${sv.what} ska ${sv.toBe} senast {due}.`, en: `${en.what} is to ${en.toBe} by {due}.` },
  due: { sv: `${sv.what} skulle ${sv.toHaveBeen} {due}.`, en: `${en.what} was to ${en.toBe} by {due}.` },
  late: {
    sv: `${sv.what}, som skulle ${sv.toHaveBeen} {due}, ${sv.still}.`,
    en: `${en.what}, which was to ${en.toBe} by {due}, ${en.still}.`,
  },
})

/** A clock in the usual form: those who are to see to something are warned and told, and later the manager. */
interface OwnersClock extends Pick<ClockRule, 'key' | 'on' | 'label' | 'basis' | 'due' | 'where' | 'warn' | 'personal' | 'say'> {
  /** The fields with those who are to see to it. */
  readonly owners: readonly string[]
  /** After how many working days it climbs to the manager of the owners, and to whom besides; nowhere where absent. */
  readonly climbs?: { readonly days: number; readonly roles?: readonly Role[]; readonly gather?: Text }
}

/** Makes a clock in the usual form: a day, its owner, then the manager. */
export function ownersClock({ owners, climbs, ...rest }: OwnersClock): ClockRule {
  if (!climbs) return { ...rest, tell: { fields: owners } }
  const { days, roles, gather } = climbs
  return {
    ...rest,
    tell: { fields: owners },
    after: { days, tell: { manager: true, ...(roles ? { roles } : {}) }, ...(gather ? { gather } : {}) },
  }
}

/**
 * Takes the records whose time has run out a step of their workflow on, those that still are where the step leads from.
 * @param on the register, by its name
 */
export const movesOn =
  (on: string, from: string, move: string, reason: string) =>
  async (gate: Gate, ids: readonly string[]): Promise<Command[]> => {
    const register = gate.catalogue.register(on)
    const rows = await gate.tx.rows<{ id: string; version: number }>(
      sql`select id, version from ${sql.raw(quote(tableOf(register)))} where id = any (${ids}::uuid[]) and state = ${from} and withdrawn_at is null order by id for no key update`,
    )
    return rows.map(({ id, version }) => ({ do: 'move', register, id, version, move, reason }))
  }
