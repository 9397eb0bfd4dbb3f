import type { Rule } from '../definition/register.ts'
import { problemText } from '../fields/problems.ts'
import { type FieldProblem, problem } from '../problems/problem.ts'
import { type GuardContext, type Move, takesTwo } from '../workflow/workflow.ts'
import type { Gate, Pending } from './command.ts'
import { sameValue } from './same.ts'

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const missingReason = (): FieldProblem => ({ field: 'reason', code: 'reason-required', message: problemText('reason-required') })

const contextOf = ({ today, tx }: Gate): GuardContext => ({ today, actor: tx.actor.person, roles: tx.actor.roles })

function judgeMove(gate: Gate, pending: Pending, move: Move, faults: FieldProblem[]): void {
  const { command, before, after } = pending
  if (!before?.state || !move.from.includes(before.state)) {
    const state = command.register.workflow?.states[before?.state ?? '']?.label
    throw problem({
      status: 409,
      code: 'move-not-open',
      title: {
        sv: `Det går inte nu: posten är ${state?.sv.toLowerCase() ?? ''}.`,
        en: `Not possible now: the record is ${state?.en.toLowerCase() ?? ''}.`,
      },
      detail: { sv: 'Läs in posten igen och välj bland de steg som visas.', en: 'Reload the record and choose among the steps shown.' },
    })
  }
  if (takesTwo(move, after) && gate.tx.actor.person !== null && before.movedBy === gate.tx.actor.person) {
    throw problem({
      status: 409,
      code: 'four-eyes',
      title: { sv: 'Någon annan än du behöver göra detta.', en: 'Somebody other than you needs to do this.' },
      detail: {
        sv: 'Du förde själv posten hit. Steget kräver två personer.',
        en: 'You brought the record here yourself. The step takes two people.',
      },
    })
  }
  if (move.reason === 'required' && !command.reason?.trim()) faults.push(missingReason())
  for (const name of move.needs ?? [])
    if (isEmpty(after[name])) faults.push({ field: name, code: 'required', message: problemText('required') })
  const objection = move.guard?.(after as never, contextOf(gate))
  if (objection) faults.push({ field: move.needs?.[0] ?? 'state', code: 'guard', message: objection })
}

/** Asks the register's rules and its workflow whether the record may become what it is about to become. */
export function judge(gate: Gate, pending: Pending): void {
  const { command, before, after } = pending
  const { register } = command
  const { faults } = pending
  if (command.do === 'move') {
    const move = register.workflow?.moves[command.move]
    if (move) judgeMove(gate, pending, move, faults)
  }
  if (command.do === 'withdraw' && !command.reason?.trim()) faults.push(missingReason())
  const changing = command.do === 'update' || command.do === 'move'
  const asksWhy = (name: string) => !isEmpty(before?.[name]) && !sameValue(before?.[name], after[name], register.fields[name])
  const asked = faults.some(({ code }) => code === 'reason-required')
  if (changing && !asked && !command.reason?.trim() && (register.askWhy ?? []).some(asksWhy)) faults.push(missingReason())
  if (command.do !== 'withdraw') {
    for (const rule of (register.rules ?? []) as readonly Rule[]) {
      const objection = rule.check(after as never, contextOf(gate))
      if (objection) faults.push({ field: rule.fields[0] ?? '', code: rule.code, message: objection })
    }
  }
}
