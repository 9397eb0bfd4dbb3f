import type { Register } from '../definition/register.ts'
import { problemText } from '../fields/problems.ts'
import type { Text } from '../language/text.ts'
import { forbidden, invalid, isProblem, notFound, type ProblemError, problem } from '../problems/problem.ts'
import type { Change } from '../store/context.ts'
import { authorise, takers } from './authorise.ts'
import type { Command, CommandFault, Gate, Pending, Written } from './command.ts'
import { compose, tidy } from './compose.ts'
import { attach, connect } from './connect.ts'
import { type Changed, follow } from './effect.ts'
import { judge } from './judge.ts'
import { keep, outsideReach } from './keep.ts'
import { type Loaded, load } from './load.ts'
import { validate } from './validate.ts'

/** How many records one statement changes at most: what is read of them, and sent, is held in memory meanwhile. */
const mostAtOnce = 2_000

/** Commands that can be carried out with one statement: same register, same deed, same move and reason, no record twice. */
function batches(commands: readonly Command[]): { command: Command; index: number }[][] {
  const groups: { command: Command; index: number }[][] = []
  let ids = new Set<string>()
  for (const [index, command] of commands.entries()) {
    const last = groups.at(-1)?.at(-1)?.command
    const id = 'id' in command ? command.id : undefined
    const alike =
      last &&
      last.register === command.register &&
      last.do === command.do &&
      (last.do !== 'move' || command.do !== 'move' || last.move === command.move) &&
      last.reason === command.reason &&
      (groups.at(-1)?.length ?? 0) < mostAtOnce &&
      !(id && ids.has(id))
    if (alike) groups.at(-1)?.push({ command, index })
    else {
      groups.push([{ command, index }])
      ids = new Set()
    }
    if (id) ids.add(id)
  }
  return groups
}

/** Runs one step for each command and remembers which are at fault, so that somebody who brings many rows hears of all of them. */
function each<Item extends { index: number }, Result>(
  items: readonly Item[],
  faults: CommandFault[],
  step: (item: Item) => Result,
): Result[] {
  const results: Result[] = []
  for (const item of items) {
    try {
      results.push(step(item))
    } catch (error) {
      if (!isProblem(error)) throw error
      faults.push({ index: item.index, problem: error.problem })
      if ('stale' in error) throw error
    }
  }
  return results
}

/** Refuses the whole, with the one fault or with all of them. */
function refuse(faults: readonly CommandFault[], commands: number): void {
  const first = faults[0]
  if (!first) return
  if (commands === 1) throw problem(first.problem)
  throw Object.assign(
    problem({
      status: 422,
      code: 'rows',
      title: {
        sv: `${faults.length} av ${commands} rader behöver rättas. Inget har sparats.`,
        en: `${faults.length} of ${commands} rows need to be corrected. Nothing has been saved.`,
      },
    }),
    { faults },
  )
}

/** The faults of a refused batch, by command. */
export const faultsOf = (error: unknown): readonly CommandFault[] | null =>
  error instanceof Error && 'faults' in error ? (error.faults as readonly CommandFault[]) : null

/** A part is refused where its whole is not the actor's to change, or has come to a state where it stands. */
function wholeStands(register: Register): ProblemError {
  const whole = register.fields[register.scope?.partOf ?? '']?.label
  return forbidden({
    sv: `Det som posten hör till (${whole?.sv.toLowerCase() ?? ''}) är låst eller är inte ditt att ändra.`,
    en: `The ${whole?.en.toLowerCase() ?? ''} that the record belongs to is locked, or is not yours to change.`,
  })
}

/** Faults of the database that mean something to a person. */
function worded(error: unknown, register: Register): unknown {
  const facts = error as { code?: string; constraint?: string }
  if (facts.code === '42501') return register.scope?.partOf ? wholeStands(register) : outsideReach()
  if (facts.code === '23505') {
    const title: Text = { sv: 'Det finns redan en sådan post.', en: 'Such a record already exists.' }
    const combination = (register.unique ?? []).find((names) =>
      facts.constraint?.endsWith(
        `one_${names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join('_')}`.slice(0, 50),
      ),
    )
    const message: Text = { sv: 'En annan post har redan detta värde.', en: 'Another record already has this value.' }
    return problem({
      status: 409,
      code: 'not-unique',
      title,
      errors: (combination ?? [register.title]).map((field) => ({ field, code: 'not-unique', message })),
    })
  }
  return error
}

/** A reason is kept in history, so it must be text that can be kept. */
function checkReason({ reason }: Command): void {
  if (reason !== undefined && (reason.includes('\u0000') || !reason.isWellFormed()))
    throw invalid([{ field: 'reason', code: 'characters', message: problemText('characters') }])
}

/** A move takes the fields it asks for; others only from one who may change the record anyway. */
function checkMove(command: Command, may: readonly string[]): void {
  if (command.do !== 'move' || may.includes('update')) return
  const asked = command.register.workflow?.moves[command.move]?.needs ?? []
  const others = Object.keys(command.values ?? {}).filter((name) => !asked.includes(name))
  const message: Text = {
    sv: 'Det här steget ändrar inte den uppgiften, och din roll får inte göra det.',
    en: 'This step does not change that value, and your role may not.',
  }
  if (others.length) throw invalid(others.map((field) => ({ field, code: 'not-in-move', message })))
}

/** A value one may not see stays as it is when a form sends it back empty; to write another is refused. */
function withoutHidden(register: Register, given: Readonly<Record<string, unknown>>, hidden: readonly string[]) {
  if (!hidden.length) return given
  const isNothing = (value: unknown) => tidy(value) === null || (Array.isArray(value) && !value.length)
  const strange = hidden.filter((name) => name in given && !isNothing(given[name]))
  if (strange.length)
    throw invalid(strange.map((field) => ({ field, code: 'not-for-you', message: problemText('not-for-you', register.fields[field]) })))
  return Object.fromEntries(Object.entries(given).filter(([name]) => !hidden.includes(name)))
}

/** From a wish to a checked record: authorise → validate → compose. */
function prepare(
  gate: Gate,
  { command, index }: { command: Command; index: number },
  found: Map<string, Loaded>,
  names: ReadonlyMap<string, string>,
): Pending {
  const { register } = command
  if (command.do === 'move' && !Object.hasOwn(register.workflow?.moves ?? {}, command.move)) throw notFound()
  checkReason(command)
  const one = command.do === 'create' ? undefined : found.get(command.id)
  authorise(gate, command, one, names)
  checkMove(command, one?.may ?? [])
  const given = withoutHidden(register, 'values' in command ? (command.values ?? {}) : {}, one?.hidden ?? [])
  validate(register, command.do === 'create' ? 'create' : 'update', given)
  const pending: Pending = {
    command,
    index,
    before: one?.record ?? null,
    may: one?.may ?? [],
    asOwn: one?.asOwn ?? [],
    given,
    after: {},
    faults: [],
  }
  compose(pending)
  return pending
}

/** Carries out commands batch by batch; what follows from them is not its business. */
async function carryEach(gate: Gate, commands: readonly Command[]): Promise<{ changed: Changed[]; written: Written[] }> {
  const changed: Changed[] = []
  const faults: CommandFault[] = []
  for (const group of batches(commands)) {
    const first = group[0]?.command
    if (!first) continue
    const { register } = first
    const ids = group.flatMap(({ command }) => (command.do === 'create' ? [] : [command.id]))
    const found = ids.length ? await load(gate, register, ids) : new Map<string, Loaded>()
    const names = await takers(
      gate,
      group.map(({ command }) => command),
      found,
    )
    const pendings = each(group, faults, (item) => prepare(gate, item, found, names))
    await connect(gate, pendings)
    await attach(gate, pendings)
    each(pendings, faults, (pending) => {
      judge(gate, pending)
      if (pending.faults.length) throw invalid(pending.faults)
    })
    if (faults.length) continue
    const change: Change = {
      ...gate.change,
      operation: first.do,
      move: first.do === 'move' ? first.move : null,
      reason: first.reason ?? gate.change.reason ?? null,
    }
    try {
      const [, written] = await Promise.all([gate.tx.changing(change), keep(gate, pendings)])
      for (const [at, { index, before, after }] of pendings.entries()) {
        const one = written[at]
        if (one) changed.push({ index, written: one, by: gate.tx.actor.person, move: change.move ?? null, before, after })
      }
    } catch (error) {
      throw worded(error, register)
    }
  }
  refuse(faults, commands.length)
  return { changed, written: changed.map(({ written }) => written) }
}

/**
 * The one gate for every write. In order: load → authorise → validate → compose (derive) → connect links and files → judge by
 * rules and workflow → keep → follow up with the effects. History is written by the database itself; announcing is the caller's,
 * after the transaction. All commands are carried out with all that follows from them, or none.
 * @returns what came of each command in their order, then what followed
 * @throws the problem of the one command, or of a batch with all its faults (`faultsOf`)
 */
export async function carryOut(gate: Gate, commands: readonly Command[]): Promise<Written[]> {
  const { changed, written } = await carryEach(gate, commands)
  const following = await follow(gate, changed, carryEach)
  refuse(following.faults, commands.length)
  return [...written, ...following.written]
}
