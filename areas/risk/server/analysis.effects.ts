import { sql } from 'kysely'
import { idsIn } from '#kernel/gate/changes.ts'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import { sameValue } from '#kernel/gate/same.ts'
import type { Text } from '#kernel/language/text.ts'
import type { Notice } from '#kernel/notices/notice.ts'
import { type FieldProblem, invalid } from '#kernel/problems/problem.ts'
import { riskReasons } from '../reasons.ts'
import { type EstimateIn, estimateFaults, isReady } from '../risk-analysis.rules.ts'
import type { RiskMethodContent } from '../risk-method.content.ts'
import { owners } from './faults.ts'
import { heldMethod } from './methods.ts'

const idIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Those who lead and take part in an analysis. */
const peopleIn = (analysis: Readonly<Record<string, unknown>> | null): string[] => [
  ...new Set([...(idIn(analysis?.leader) ? [String(analysis?.leader)] : []), ...idsIn(analysis?.participants)]),
]

const of = (name: string) => (change: Changed) => change.written.register.name === name && change.written.did !== 'withdraw'
const stateChanged = ({ before, after }: Changed): boolean => (before?.state ?? null) !== (after.state ?? null)
const entered = (change: Changed, state: string): boolean => stateChanged(change) && change.after.state === state
const because = ({ written }: Changed): string => (written.reference ? `Följer av ${written.reference}` : riskReasons.analysis.sv)

/** What belongs to the steps of an analysis itself: the method it is made by from when it is begun, and the day it was done. */
async function ofItself(gate: Gate, changed: readonly Changed[]): Promise<Command[]> {
  const moved = changed.filter((change) => change.before !== null && stateChanged(change))
  if (!moved.length) return []
  const inForce = await heldMethod(gate.tx)
  const rows = await gate.tx.rows<{ id: string; version: number }>(
    sql`select id, version from risk_analysis where id = any (${moved.map(({ written }) => written.id)}::uuid[]) for no key update`,
  )
  const versionOf = new Map(rows.map(({ id, version }) => [id, version]))
  return moved.flatMap((change): Command[] => {
    const { after, before, written } = change
    const calculated: Record<string, unknown> = {
      ...(before?.state === 'planned' && !after.method && inForce ? { method: inForce.id } : {}),
      ...(after.state === 'done' ? { doneOn: gate.today } : after.doneOn ? { doneOn: null } : {}),
    }
    const version = versionOf.get(written.id)
    if (version === undefined || !Object.keys(calculated).length) return []
    return [{ do: 'update', register: written.register, id: written.id, version, values: {}, calculated, reason: because(change) }]
  })
}

interface RiskRow {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly analysis: string
  readonly participants: string[]
  readonly owner: string | null
  readonly consequence: number | null
  readonly likelihood: number | null
}

const risksOf = (gate: Gate, analyses: readonly string[]) =>
  gate.tx.rows<RiskRow>(sql`
    select id, version, state, analysis, participants, owner, consequence, likelihood from risk
      where analysis = any (${[...analyses]}::uuid[]) and withdrawn_at is null order by id for no key update`)

/** Lets a risk be read and estimated by those who take part in its analysis; others who were invited to the risk itself stay. */
function inviting(gate: Gate, risk: RiskRow, was: readonly string[], is: readonly string[], reason: string): Command[] {
  const next = [...new Set([...risk.participants.filter((person) => !was.includes(person)), ...is])]
  if (sameValue([...next].sort(), [...risk.participants].sort())) return []
  const register = gate.catalogue.register('risk')
  return [{ do: 'update', register, id: risk.id, version: risk.version, values: { participants: next }, reason }]
}

/** The risks of analyses whose people have changed, or that have just been finished. */
async function ofTheirRisks(gate: Gate, changed: readonly Changed[]): Promise<Command[]> {
  const concerned = changed.filter(
    (change) => !sameValue(peopleIn(change.before).sort(), peopleIn(change.after).sort()) || entered(change, 'done'),
  )
  const analyses = concerned.filter(({ before }) => before !== null)
  if (!analyses.length) return []
  const rows = await risksOf(
    gate,
    analyses.map(({ written }) => written.id),
  )
  const finished = analyses.filter((change) => entered(change, 'done')).map(({ written }) => written.id)
  const ready = rows.filter((risk) => finished.includes(risk.analysis) && isReady(risk))
  // Without a method nobody knows who decides; and an owner who has left, or has no mandate, cannot hand a risk on.
  const mayOwn = (await heldMethod(gate.tx))
    ? await owners(
        gate,
        ready.map(({ owner }) => owner),
      )
    : new Map<string, string>()
  return analyses.flatMap((change) => {
    const reason = because(change)
    const risks = rows.filter((risk) => risk.analysis === change.written.id && risk.state !== 'closed')
    if (entered(change, 'done'))
      return risks
        .filter((risk) => isReady(risk) && mayOwn.get(String(risk.owner)) === 'may')
        .map(
          ({ id, version }): Command => ({ do: 'move', register: gate.catalogue.register('risk'), id, version, move: 'analyse', reason }),
        )
    return risks.flatMap((risk) => inviting(gate, risk, peopleIn(change.before), peopleIn(change.after), reason))
  })
}

/** All that was judged alone is shown to all, at once. */
async function shown(gate: Gate, changed: readonly Changed[]): Promise<Command[]> {
  const revealed = changed.filter((change) => entered(change, 'together'))
  if (!revealed.length) return []
  const rows = await gate.tx.rows<{ id: string; version: number; analysis: string }>(sql`
    select id, version, analysis from risk_estimate where state = 'individual' and withdrawn_at is null
      and analysis = any (${revealed.map(({ written }) => written.id)}::uuid[]) order by id for no key update`)
  const register = gate.catalogue.register('riskEstimate')
  return rows.map(({ id, version }) => ({ do: 'move', register, id, version, move: 'show', reason: riskReasons.shown.sv }))
}

/** Those who are to judge are told when the round opens, and those invited while it is open. */
function invitations(changed: readonly Changed[]): Notice[] {
  return changed.flatMap((change) => {
    if (change.after.state !== 'individual') return []
    const before = entered(change, 'individual') ? [] : peopleIn(change.before)
    const reference = change.written.reference ?? ''
    return peopleIn(change.after)
      .filter((person) => !before.includes(person))
      .map(
        (person): Notice => ({
          person,
          kind: 'task',
          register: 'riskAnalysis',
          record: change.written.id,
          say: {
            sv: `Riskanalysen ${reference} väntar på din bedömning.`,
            en: `The risk analysis ${reference} awaits your judgement.`,
          },
        }),
      )
  })
}

/**
 * An analysis is made by the method in force when it was begun. Its people may read and estimate its risks; what they judged alone is
 * shown to all at once; and when it is finished the risks that have a value and an owner are submitted for decision.
 */
export const analysisFollows: Effect = {
  on: ['riskAnalysis'],
  follow: async (gate, changed) => {
    const analyses = changed.filter(of('riskAnalysis'))
    return {
      commands: [...(await ofItself(gate, analyses)), ...(await shown(gate, analyses)), ...(await ofTheirRisks(gate, analyses))],
      notices: invitations(analyses),
    }
  },
}

const finished: Text = {
  sv: 'Riskanalysen är avslutad. Öppna den igen innan du lägger till risker.',
  en: 'The risk analysis is finished. Reopen it before you add risks.',
}

/** A risk found in an analysis is for its people; a finished analysis takes no more. */
export const foundInAnalysis: Effect = {
  on: ['risk'],
  follow: async (gate, changed) => {
    const joined = changed.filter(
      (change) => of('risk')(change) && idIn(change.after.analysis) !== null && change.before?.analysis !== change.after.analysis,
    )
    if (!joined.length) return {}
    const analyses = await gate.tx.rows<{ id: string; reference: string; state: string; leader: string | null; participants: string[] }>(
      sql`select id, reference, state, leader, participants from risk_analysis
        where id = any (${joined.map(({ after }) => after.analysis as string)}::uuid[]) for share`,
    )
    const analysisOf = new Map(analyses.map((each) => [each.id, each]))
    const faults = joined.flatMap(({ index, after }): CommandFault[] =>
      analysisOf.get(String(after.analysis))?.state === 'done'
        ? [{ index, problem: invalid([{ field: 'analysis', code: 'analysis-finished', message: finished }]).problem }]
        : [],
    )
    if (faults.length) return { faults }
    const rows = await risksOf(
      gate,
      analyses.map(({ id }) => id),
    )
    const isJoined = new Set(joined.map(({ written }) => written.id))
    const commands = rows.flatMap((risk) => {
      const analysis = isJoined.has(risk.id) ? analysisOf.get(risk.analysis) : undefined
      return analysis ? inviting(gate, risk, [], peopleIn({ ...analysis }), `Följer av ${analysis.reference}`) : []
    })
    return { commands }
  },
}

interface EstimateRow extends EstimateIn {
  readonly id: string
  readonly version: number
  readonly shown: boolean
}

/** An estimate is given in an open analysis, of one of its risks, by one of its people, on the scale of its method. */
export const estimatesFollow: Effect = {
  on: ['riskEstimate'],
  follow: async (gate, changed) => {
    // What somebody judged is translated by the system when a method takes effect, whether or not he still takes part.
    const judged = changed.filter(
      (change) => of('riskEstimate')(change) && change.written.did !== 'move' && !(change.before && change.by === null),
    )
    if (!judged.length) return {}
    const rows = await gate.tx.rows<EstimateRow & { content: RiskMethodContent | null }>(sql`
      select e.id, e.version, e.state = 'shown' as shown, e.person, e.consequence, e.likelihood, a.state as "analysisState",
          e.person = a.leader or e.person = any (a.participants) as "takesPart", r.analysis is not distinct from a.id as "ofAnalysis",
          (select m.content from risk_method m where m.id = coalesce(a.method, (select f.id from risk_method f where f.state = 'inForce'
            and f.withdrawn_at is null order by f.valid_from desc nulls last limit 1))) as content
        from risk_estimate e join risk_analysis a on a.id = e.analysis join risk r on r.id = e.risk
        where e.id = any (${judged.map(({ written }) => written.id)}::uuid[])`)
    const rowOf = new Map(rows.map((row) => [row.id, row]))
    const faults = judged.flatMap(({ index, written }): CommandFault[] => {
      const row = rowOf.get(written.id)
      const found: FieldProblem[] = row ? estimateFaults(row, row.content) : []
      return found.length ? [{ index, problem: invalid(found).problem }] : []
    })
    if (faults.length) return { faults }
    // Once all is shown there is nothing to keep apart: who judges then is seen at once.
    const register = gate.catalogue.register('riskEstimate')
    const commands = rows
      .filter((row) => row.analysisState === 'together' && !row.shown)
      .map(({ id, version }): Command => ({ do: 'move', register, id, version, move: 'show', reason: riskReasons.judgedOpenly.sv }))
    return { commands }
  },
}
