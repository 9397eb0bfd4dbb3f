import { differs, followsFrom, isNew, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Notice } from '#kernel/notices/notice.ts'
import { roleAbove } from '../escalation.rules.ts'
import { riskReasons } from '../reasons.ts'
import { type MandateRole, mandateRoles } from '../risk-method.content.ts'
import { availableFor } from './available.ts'
import { challengesToAnswerer } from './discussion.effects.ts'
import { faultsOf, isJudgedByMethod } from './faults.ts'
import { type Followed, followRisks, type Occasion } from './follow.ts'
import { heldMethod } from './methods.ts'
import { openAfter, openMatters } from './open-matters.ts'

const moved = (change: Changed, move: readonly string[]): boolean => change.written.did === 'move' && move.includes(String(change.move))

/** By which of its moves a risk has come to be decided on, or has been decided. */
function occasionOf(change: Changed): Occasion {
  const { before, after } = change
  const from = before?.state
  const mandate = (before?.mandate ?? null) as MandateRole | null
  const submitted = from !== 'analysed' && after.state === 'analysed'
  if (submitted) return { submitted: true }
  if (moved(change, ['raise'])) return { raise: { to: mandate && roleAbove(mandate), because: 'raised' } }
  if (from === 'analysed' && (after.state === 'treated' || after.state === 'accepted')) return { decided: true }
  // What is taken up anew begins with the nearest manager.
  if (from !== after.state && after.state === 'identified') return { submitted: true }
  return {}
}

/** Who has taken over a decision, in the capacity of the greatest mandate he holds above it, or deputises for. */
async function takenOver(gate: Gate, changes: readonly Changed[]): Promise<Map<string, Occasion>> {
  const mine = changes.filter((change) => moved(change, ['takeOver']))
  const available = await availableFor(
    gate.tx,
    mine.map(({ after }) => String(after.unit)),
    gate.today,
  )
  return new Map(
    mine.map(({ written, after, by }) => {
      const held = (available.get(String(after.unit))?.holders ?? []).filter(({ person }) => person === by).map(({ role }) => role)
      const to = mandateRoles.findLast((role) => held.includes(role)) ?? null
      return [written.id, { raise: { to, because: 'takenOver', decider: by } }]
    }),
  )
}

/** Those whose matter it was hear what became of it. */
function toldOfMoves(changes: readonly Changed[]): Notice[] {
  return changes.flatMap((change): Notice[] => {
    const { before, after, written } = change
    const reference = written.reference ?? ''
    const tell = (person: unknown, sv: string, en: string): Notice[] =>
      typeof person === 'string' ? [{ person, kind: 'told', register: 'risk', record: written.id, say: { sv, en } }] : []
    if (before?.state === 'analysed' && (after.state === 'treated' || after.state === 'accepted'))
      return tell(after.owner, `Beslut är fattat om risken ${reference}.`, `A decision has been taken on the risk ${reference}.`)
    if (moved(change, ['takeOver']))
      return tell(
        before?.decider,
        `Beslutet om risken ${reference} har tagits över.`,
        `The decision on the risk ${reference} has been taken over.`,
      )
    if (moved(change, ['takeBack']))
      return tell(
        before?.decider,
        `Risken ${reference} analyseras på nytt. Beslutet avvaktas.`,
        `The risk ${reference} is analysed anew. The decision waits.`,
      )
    return []
  })
}

const bears = [
  'owner',
  'unit',
  'material',
  'inherentConsequence',
  'inherentLikelihood',
  'consequence',
  'likelihood',
  'targetConsequence',
  'targetLikelihood',
]

/** Which method a risk is valued by is said by `followRisks` alone, which has then followed it. */
const isFollowed = (change: Changed): boolean => change.by === null && change.written.did === 'update' && differs(change, ['method'])

/**
 * Values and levels by the method in force; who decides, by when and by which rule; hand-overs begun and ended; who is told. Everything an
 * authority's guideline says of escalation happens here, in the transaction of what gave rise to it.
 */
export const risksFollow: Effect = {
  on: ['risk'],
  follow: async (gate, changed) => {
    const concerned = changed.filter(
      (change) => !isWithdrawn(change) && (isNew(change) || change.written.did === 'move' || differs(change, bears)) && !isFollowed(change),
    )
    const method = concerned.length || changed.some(isJudgedByMethod) ? await heldMethod(gate.tx) : null
    const faults = await faultsOf(gate, changed, method?.content ?? null)
    if (faults.length) return { faults }
    const over = await takenOver(gate, concerned)
    const occasions = new Map(concerned.map((change) => [change.written.id, over.get(change.written.id) ?? occasionOf(change)]))
    const gone = await openAfter(gate, changed.filter(isWithdrawn))
    if (!occasions.size) return { commands: gone }
    const followed = await followRisks(gate, occasions, riskReasons.method.sv, method)
    const handed = concerned.filter((change) => !isNew(change) && differs(change, ['owner', 'handler']))
    const challenged = await challengesToAnswerer(
      gate,
      followsFrom(handed),
      handed.map(({ written }) => written.id),
    )
    return {
      commands: [...followed.commands, ...challenged.commands, ...gone],
      notices: [...followed.notices, ...challenged.notices, ...toldOfMoves(changed)],
    }
  },
}

/** Everything that waits for somebody, risks and challenges alike, goes to the one it is for today. */
export async function rerouted(gate: Gate, reason: string): Promise<Followed> {
  const open = await openMatters(gate.tx)
  const risks = await followRisks(gate, new Map(open.map((id) => [id, {}])), reason)
  const challenges = await challengesToAnswerer(gate, reason)
  return { commands: [...risks.commands, ...challenges.commands], notices: [...risks.notices, ...challenges.notices] }
}

const roleChanged = (change: Changed) =>
  isNew(change) || isWithdrawn(change) || differs(change, ['person', 'role', 'unit', 'validFrom', 'validTo', 'deputy'])

/** Whether a change to the organisation may give a risk to another person. */
const moves = (change: Changed): boolean => {
  if (isOf('assignment')(change) || isOf('absence')(change)) return roleChanged(change)
  if (isOf('unit')(change)) return !isNew(change) && differs(change, ['parent', 'head'])
  return !isNew(change) && (isWithdrawn(change) || differs(change, ['employedTo', 'longAbsence']))
}

/** When the organisation changes, when somebody leaves or is away, open matters go to the right new person. */
export const organisationFollows: Effect = {
  on: ['assignment', 'absence', 'unit', 'person'],
  follow: async (gate, changed) => {
    const bearing = changed.filter(moves)
    if (!bearing.length) return {}
    return rerouted(gate, followsFrom(bearing))
  },
}

/** A hand-over that its receiver has confirmed says on which day. */
export const escalationsFollow: Effect = {
  on: ['escalation'],
  follow: async (gate, changed) => ({
    commands: changed.flatMap(({ written, before, after }) =>
      before?.state === 'open' && after.state === 'acknowledged'
        ? [
            {
              do: 'update' as const,
              register: written.register,
              id: written.id,
              version: written.version,
              values: {},
              calculated: { acknowledgedOn: gate.today },
            },
          ]
        : [],
    ),
  }),
}
