import { sql } from 'kysely'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect, Following } from '#kernel/gate/effect.ts'
import { awaitHolders, comesIntoForce, succeeded } from '#kernel/gate/succession.ts'
import type { Notice } from '#kernel/notices/notice.ts'
import { invalid } from '#kernel/problems/problem.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'
import { optionComesTo } from '../valuation.ts'
import { type CarriedRisk, carriedBy, estimateBy, lostIn, optionsWait } from './carried.ts'
import { timeToAnswer } from './discussion.effects.ts'
import { followRisks, type Occasion, type Reading } from './follow.ts'
import type { Method } from './methods.ts'
import { holdJudged, judgedRisks, type OpenEstimate, openEstimates, ownersOf } from './open-risks.ts'

const axisNames = { consequence: { sv: 'konsekvens', en: 'consequence' }, likelihood: { sv: 'sannolikhet', en: 'likelihood' } } as const

/** A level that open risks use must have a place in the next method: the same, another, or on purpose none. */
function withoutPlace({ index }: Changed, carried: readonly CarriedRisk[]): CommandFault[] {
  const lost = lostIn(carried)
  if (!lost.length) return []
  const named = (language: 'sv' | 'en') => lost.map(({ axis, rung, count }) => `${axisNames[axis][language]} ${rung} (${count})`).join(', ')
  const message = {
    sv: `Öppna risker har nivåer som inte finns i metoden: ${named('sv')}. Ange vilken nivå var och en blir, eller att riskerna ska värderas om.`,
    en: `Open risks have levels that are not in the method: ${named('en')}. Say which level each becomes, or that the risks are to be valued again.`,
  }
  return [{ index, problem: invalid([{ field: 'content', code: 'level-in-use', message }]).problem }]
}

/** The options that read otherwise by the method. */
function optionsBy(gate: Gate, { content }: Method, carried: readonly CarriedRisk[], reason: string): Command[] {
  const register = gate.catalogue.register('riskOption')
  return carried
    .flatMap(({ options }) => options)
    .flatMap(({ of: { id, version, judged }, translation }): Command[] => {
      if (!translation) return []
      const { values, again } = translation
      const calculated = optionComesTo(content, { ...judged, ...values, revalue: again || null })
      const isSame = calculated.value === judged.value && calculated.level === judged.level && !again && !Object.keys(values).length
      return isSame ? [] : [{ do: 'update', register, id, version, values, calculated, reason }]
    })
}

interface Estimated {
  readonly commands: Command[]
  readonly notices: Notice[]
  /** The risks of which somebody's judgement is to be made again. */
  readonly again: readonly string[]
}

/** Those whose judgement, not yet shown, is to be made again hear it once for each analysis. */
function toldEstimators(gone: readonly OpenEstimate[], references: ReadonlyMap<string, string>, method: Method): Notice[] {
  const each = new Map(gone.filter(({ shown }) => !shown).map((one) => [`${one.analysis} ${one.person}`, one]))
  return [...each.values()].map(({ analysis, person }) => ({
    person,
    kind: 'task',
    register: 'riskAnalysis',
    record: analysis,
    say: {
      sv: `Du behöver bedöma risker på nytt i riskanalysen ${references.get(analysis)}, eftersom riskmetoden ${method.reference} har börjat gälla.`,
      en: `You need to judge risks again in the risk analysis ${references.get(analysis)}, since the risk method ${method.reference} has taken effect.`,
    },
  }))
}

/** Analyses that are under way go on by the method, with what has been judged in them. */
async function estimatesBy(gate: Gate, method: Method, reason: string): Promise<Estimated> {
  const analyses = await gate.tx.rows<{ id: string; version: number; reference: string }>(
    sql`select id, version, reference from risk_analysis where withdrawn_at is null and state in ('individual', 'together') order by id`,
  )
  const estimates = analyses.length ? await openEstimates(gate.tx) : []
  const read = estimates.map((estimate) => ({ estimate, values: estimateBy(method.content, estimate.judged) }))
  const gone = read.filter(({ values }) => Object.values(values).includes(null)).map(({ estimate }) => estimate)
  const register = gate.catalogue.register
  return {
    commands: [
      ...analyses.map(
        ({ id, version }): Command => ({
          do: 'update',
          register: register('riskAnalysis'),
          id,
          version,
          values: {},
          calculated: { method: method.id },
          reason,
        }),
      ),
      ...read.flatMap(({ estimate: { id, version }, values }): Command[] =>
        Object.keys(values).length ? [{ do: 'update', register: register('riskEstimate'), id, version, values, reason }] : [],
      ),
    ],
    notices: toldEstimators(gone, new Map(analyses.map(({ id, reference }) => [id, reference])), method),
    again: gone.map(({ risk }) => risk),
  }
}

/** Each owner hears once how many risks are to be valued again. */
async function toldOwners(gate: Gate, method: Method, again: readonly string[]): Promise<Notice[]> {
  if (!again.length) return []
  const owners = await ownersOf(gate.tx, again)
  return owners.map(({ owner, count }) => ({
    person: owner,
    kind: 'task',
    register: 'riskMethod',
    record: method.id,
    say:
      count === 1
        ? {
            sv: `En risk som du äger ska värderas om, eftersom riskmetoden ${method.reference} har börjat gälla.`,
            en: `A risk you own is to be valued again, since the risk method ${method.reference} has taken effect.`,
          }
        : {
            sv: `${count} risker som du äger ska värderas om, eftersom riskmetoden ${method.reference} har börjat gälla.`,
            en: `${count} risks you own are to be valued again, since the risk method ${method.reference} has taken effect.`,
          },
  }))
}

/** What each risk becomes by the method, by its identity; those of which only an estimate is gone are to be valued again too. */
function readingsOf(
  carried: readonly CarriedRisk[],
  estimatedAgain: readonly string[],
): Map<string, Occasion & { readonly reads: Reading }> {
  const nothing: Reading = { values: {}, again: true, options: false }
  const all = new Map(estimatedAgain.map((id) => [id, { reads: nothing }]))
  for (const one of carried) {
    const { values = {}, again = false } = one.translation ?? {}
    all.set(one.of.id, { reads: { values, again: again || all.has(one.of.id), options: optionsWait(one) } })
  }
  return all
}

/** What follows for open risks, their options and the analyses under way when a method takes effect. */
async function takesEffect(gate: Gate, change: Changed): Promise<Following> {
  const before = await succeeded(gate, change)
  const content = change.after.content as RiskMethodContent | null
  if (!content) return { commands: before }
  // First the records, then those who are working something out by the method before: what they keep meanwhile is read here too.
  await holdJudged(gate.tx)
  await awaitHolders(gate.tx, 'riskMethod')
  const replaced = before.find((command) => command.do === 'move')
  const carried = carriedBy(content, await judgedRisks(gate.tx), replaced && 'id' in replaced ? replaced.id : null)
  const faults = withoutPlace(change, carried)
  if (faults.length) return { faults }
  const { id, reference } = change.written
  const method: Method = { id, reference: reference ?? '', content }
  const reason = `Följer av ${reference}`
  const options = optionsBy(gate, method, carried, reason)
  const estimates = await estimatesBy(gate, method, reason)
  const readings = readingsOf(carried, estimates.again)
  const risks = await followRisks(gate, readings, reason, method)
  const again = [...readings].flatMap(([risk, { reads }]) => (reads.again || reads.options ? [risk] : []))
  return {
    commands: [...before, ...risks.commands, ...options, ...estimates.commands, ...(await timeToAnswer(gate, content, reason))],
    notices: [...risks.notices, ...estimates.notices, ...(await toldOwners(gate, method, again))],
  }
}

/** When a method takes effect the one before is replaced, and open risks are read by it: nobody values by hand what can be translated. */
export const methodFollows: Effect = {
  on: ['riskMethod'],
  follow: async (gate, changed) => {
    const last = changed.filter(comesIntoForce).at(-1)
    return last ? takesEffect(gate, last) : {}
  },
}
