import { sql } from 'kysely'
import { isRole, roles } from '#kernel/access/roles.ts'
import { addMonths } from '#kernel/clocks/clock.ts'
import { dayInWords } from '#kernel/clocks/words.ts'
import { differs, isWithdrawn } from '#kernel/gate/changes.ts'
import type { CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed } from '#kernel/gate/effect.ts'
import type { Text } from '#kernel/language/text.ts'
import { type FieldProblem, invalid } from '#kernel/problems/problem.ts'
import { namedBy, riskLadder } from '../../scales/risk.ts'
import { lowestFor, roleAbove } from '../escalation.rules.ts'
import { type MandateRole, mandateRoles, type RiskMethodContent } from '../risk-method.content.ts'
import { type JudgedField, judgedFields, scaleFaults } from '../scale.rules.ts'

const fault = (field: string, code: string, message: Text): FieldProblem => ({ field, code, message })

/** The judgements that have just been given, and are therefore to be on the scales of the method. */
const judgedNow = (change: Changed): JudgedField[] => judgedFields.filter((field) => differs(change, [field]))

const byMove = ({ written, move }: Changed, ...names: readonly string[]): boolean => written.did === 'move' && names.includes(String(move))

/** The mandate that accepting takes, and for how long the level may be accepted. */
function acceptance(method: RiskMethodContent, { before, after }: Changed, today: string): FieldProblem[] {
  const found: FieldProblem[] = []
  const value = typeof after.value === 'number' ? after.value : 0
  const needed = lowestFor(method, value, 'accept')
  const held = (before?.mandate ?? null) as MandateRole | null
  if (held && mandateRoles.indexOf(needed) > mandateRoles.indexOf(held)) {
    const who = roles[needed].label
    found.push(
      fault('state', 'beyond-mandate', {
        sv: `Att acceptera en risk med värdet ${value} kräver mandat som ${who.sv}. Lyft risken till nästa nivå, eller besluta att den ska åtgärdas.`,
        en: `To accept a risk of the value ${value} takes the mandate of ${who.en}. Raise the risk to the next level, or decide to treat it.`,
      }),
    )
  }
  const level = method.levels.find((each) => each.level === after.level)
  const called = namedBy(level?.name, level && riskLadder[level.level - 1])
  const until = typeof after.acceptedUntil === 'string' ? after.acceptedUntil : null
  if (level && level.acceptMonths === 0)
    found.push(
      fault('state', 'not-acceptable', {
        sv: `En risk på nivån ”${called.sv}” får inte accepteras enligt riskmetoden.`,
        en: `A risk at the level “${called.en}” may not be accepted by the risk method.`,
      }),
    )
  else if (level && until !== null && until > addMonths(today, level.acceptMonths)) {
    const last = dayInWords(addMonths(today, level.acceptMonths), today)
    found.push(
      fault('acceptedUntil', 'accepted-too-long', {
        sv: `En risk på nivån ”${called.sv}” får accepteras längst till och med ${last.sv}.`,
        en: `A risk at the level “${called.en}” may be accepted until ${last.en} at the latest.`,
      }),
    )
  }
  return found
}

const firstLine: readonly string[] = Object.entries(roles).flatMap(([role, { line }]) => (line === 1 && role !== 'employee' ? [role] : []))

/** Whether each of the persons may own a risk: employed on the day, with a mandate in the first line of responsibility. */
export async function owners(gate: Pick<Gate, 'tx' | 'today'>, persons: readonly unknown[]): Promise<Map<string, string>> {
  const ids = [...new Set(persons.filter((person) => typeof person === 'string'))]
  if (!ids.length) return new Map()
  const rows = await gate.tx.rows<{ id: string; why: string }>(sql`
    select p.id, case when p.withdrawn_at is not null or p.employed_to < ${gate.today}::date then 'left'
        when not exists (select from assignment a where a.person = p.id and a.role = any (${firstLine}::text[]) and a.withdrawn_at is null
          and a.valid_from <= ${gate.today}::date and (a.valid_to is null or a.valid_to >= ${gate.today}::date)) then 'outside' else 'may' end as why
      from person p where p.id = any (${ids}::uuid[])`)
  return new Map(rows.map(({ id, why }) => [id, why]))
}

const notOwner: Readonly<Record<string, Text>> = {
  left: {
    sv: 'Riskägaren har slutat. Välj någon som är anställd.',
    en: 'The risk owner has left. Choose somebody who is employed.',
  },
  outside: {
    sv: 'Riskägaren ska ha ett uppdrag i den första ansvarslinjen, till exempel som chef eller riskägare.',
    en: 'The risk owner is to have a mandate in the first line of responsibility, for example as manager or risk owner.',
  },
}

/** Challenges nobody has answered, by risk. */
async function unanswered(gate: Gate, risks: readonly string[]): Promise<Map<string, string>> {
  if (!risks.length) return new Map()
  const rows = await gate.tx.rows<{ risk: string; reference: string }>(
    sql`select risk, min(reference) as reference from challenge where risk = any (${[...risks]}::uuid[]) and state = 'raised' and withdrawn_at is null group by risk`,
  )
  return new Map(rows.map(({ risk, reference }) => [risk, reference]))
}

/** Whether a change may be hindered by something beyond what stands in the risk itself. */
export const isJudgedByMethod = (change: Changed): boolean =>
  !isWithdrawn(change) && (change.written.did === 'move' || differs(change, ['owner', ...judgedFields]))

/** What hinders the changes, beyond what stands in each risk: the scales and mandates of the method in force, challenges, owners. */
export async function faultsOf(gate: Gate, changed: readonly Changed[], method: RiskMethodContent | null): Promise<CommandFault[]> {
  const changes = changed.filter(isJudgedByMethod)
  if (!changes.length) return []
  const deciding = changes.filter((change) => byMove(change, 'treat', 'accept', 'close'))
  const open = await unanswered(
    gate,
    deciding.map(({ written }) => written.id),
  )
  const owning = changes.filter((change) => byMove(change, 'analyse') || differs(change, ['owner']))
  const owner = await owners(
    gate,
    owning.map(({ after }) => after.owner),
  )
  return changes.flatMap((change): CommandFault[] => {
    const { index, written, before, after } = change
    const found = scaleFaults(method, after, judgedNow(change))
    if (byMove(change, 'analyse') && !method)
      found.push(
        fault('state', 'no-method', {
          sv: 'Ni har ingen riskmetod som gäller, så Värna vet inte vem som får besluta. Besluta om en metod först.',
          en: 'You have no risk method in force, so Värna does not know who may decide. Decide on a method first.',
        }),
      )
    if (method && byMove(change, 'accept')) found.push(...acceptance(method, change, gate.today))
    const challenge = deciding.includes(change) ? open.get(written.id) : undefined
    if (challenge)
      found.push(
        fault('state', 'challenge-unanswered', {
          sv: `Riskfunktionen har ifrågasatt risken (${challenge}) och väntar på svar. Svara först.`,
          en: `The risk function has challenged the risk (${challenge}) and awaits an answer. Answer first.`,
        }),
      )
    const wrong = owning.includes(change) && typeof after.owner === 'string' ? notOwner[owner.get(after.owner) ?? ''] : undefined
    if (wrong) found.push(fault('owner', 'not-owner', wrong))
    if (byMove(change, 'raise') && before?.mandate && isRole(before.mandate) && !roleAbove(before.mandate as MandateRole))
      found.push(
        fault('state', 'no-level-above', {
          sv: 'Det finns ingen högre nivå att lyfta risken till.',
          en: 'There is no higher level to raise the risk to.',
        }),
      )
    return found.length ? [{ index, problem: invalid(found).problem }] : []
  })
}
