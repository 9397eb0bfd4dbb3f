import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect, Following } from '#kernel/gate/effect.ts'
import { comesIntoForce, succeeded } from '#kernel/gate/succession.ts'
import type { Notice } from '#kernel/notices/notice.ts'
import { invalid } from '#kernel/problems/problem.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'
import { levelBy, valueBy } from '../risk-method.rules.ts'
import { type Axis, type Translation, translate } from '../translation.ts'
import { comesTo } from '../valuation.ts'
import { followRisks } from './follow.ts'
import type { Method } from './methods.ts'
import { judgedRisks, type OpenRisk, ownersOf } from './open-risks.ts'

/** The one judgement of an option to treat a risk. */
export const optionJudgement = [['consequence', 'likelihood', 'value', 'level']] as const

interface Carried {
  readonly risk: OpenRisk
  readonly translation: Translation
}

/** How open risks read by a method. What already waits to be valued again is left to that. */
const carriedBy = (content: RiskMethodContent, risks: readonly OpenRisk[]): Carried[] =>
  risks.filter(({ judged }) => judged.revalue !== true).map((risk) => ({ risk, translation: translate(content, risk.judged) }))

/** The levels that open risks and their options use and nobody has said what become of, each with how many use it. */
export function lostIn(content: RiskMethodContent, risks: readonly OpenRisk[]): { axis: Axis; rung: number; count: number }[] {
  const found = new Map<string, { axis: Axis; rung: number; count: number }>()
  for (const { risk, translation } of carriedBy(content, risks)) {
    const all = [...translation.lost, ...risk.options.flatMap(({ judged }) => translate(content, judged, optionJudgement).lost)]
    for (const key of new Set(all.map(({ axis, rung }) => `${axis} ${rung}`))) {
      const one = all.find(({ axis, rung }) => `${axis} ${rung}` === key)
      if (one) found.set(key, { ...one, count: (found.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...found.values()].toSorted((one, other) => one.axis.localeCompare(other.axis) || one.rung - other.rung)
}

const axisNames = { consequence: { sv: 'konsekvens', en: 'consequence' }, likelihood: { sv: 'sannolikhet', en: 'likelihood' } } as const

/** A level that open risks use must have a place in the next method: the same, another, or on purpose none. */
function withoutPlace({ index }: Changed, content: RiskMethodContent, risks: readonly OpenRisk[]): CommandFault[] {
  const lost = lostIn(content, risks)
  if (!lost.length) return []
  const named = (language: 'sv' | 'en') => lost.map(({ axis, rung, count }) => `${axisNames[axis][language]} ${rung} (${count})`).join(', ')
  const message = {
    sv: `Öppna risker har nivåer som inte finns i metoden: ${named('sv')}. Ange vilken nivå var och en blir, eller att riskerna ska värderas om.`,
    en: `Open risks have levels that are not in the method: ${named('en')}. Say which level each becomes, or that the risks are to be valued again.`,
  }
  return [{ index, problem: invalid([{ field: 'content', code: 'level-in-use', message }]).problem }]
}

/** The judgements and values of the risks that read otherwise by the method, with those of their options. */
function translated(gate: Gate, method: Method, carried: readonly Carried[], reason: string): Command[] {
  const { content } = method
  const register = gate.catalogue.register
  const risks = carried.flatMap(({ risk: { id, version, judged }, translation: { values, again } }): Command[] => {
    if (!again && !Object.keys(values).length) return []
    const calculated = comesTo(method, { ...judged, ...values, revalue: again })
    return [{ do: 'update', register: register('risk'), id, version, values, calculated, reason }]
  })
  const options = carried
    .flatMap(({ risk }) => risk.options)
    .flatMap(({ id, version, judged }): Command[] => {
      const { values } = translate(content, judged, optionJudgement)
      const { consequence = null, likelihood = null } = { ...judged, ...values } as Record<Axis, number | null | undefined>
      const calculated = { value: valueBy(content, consequence, likelihood), level: levelBy(content, consequence, likelihood) }
      const isSame = calculated.value === judged.value && calculated.level === judged.level && !Object.keys(values).length
      return isSame ? [] : [{ do: 'update', register: register('riskOption'), id, version, values, calculated, reason }]
    })
  return [...risks, ...options]
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

/** What follows for open risks when a method takes effect. */
async function takesEffect(gate: Gate, change: Changed): Promise<Following> {
  const before = await succeeded(gate, change)
  const content = change.after.content as RiskMethodContent | null
  if (!content) return { commands: before }
  const risks = await judgedRisks(gate.tx, true)
  const faults = withoutPlace(change, content, risks)
  if (faults.length) return { faults }
  const { id, reference } = change.written
  const method: Method = { id, reference: reference ?? '', content }
  const reason = `Följer av ${reference}`
  const carried = carriedBy(content, risks)
  const changed = translated(gate, method, carried, reason)
  const done = new Set(changed.flatMap((command) => ('id' in command ? [command.id] : [])))
  const others = carried.filter(({ risk }) => !done.has(risk.id)).map(({ risk }) => [risk.id, {}] as const)
  const followed = await followRisks(gate, new Map(others), reason, method)
  const again = carried.filter(({ translation }) => translation.again).map(({ risk }) => risk.id)
  return {
    commands: [...before, ...changed, ...followed.commands],
    notices: [...followed.notices, ...(await toldOwners(gate, method, again))],
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
