import { sql } from 'kysely'
import { addWorkingDays } from '#kernel/clocks/calendar.ts'
import type { DailyDuty } from '#kernel/clocks/server/clock-rule.ts'
import { roleAbove } from '../escalation.rules.ts'
import { riskReasons } from '../reasons.ts'
import { isMandate } from './available.ts'
import { followRisks, type Occasion } from './follow.ts'
import { methodInForce } from './methods.ts'
import { rerouted } from './risk.effects.ts'

interface Waiting {
  readonly risk: string
  readonly role: string
  readonly answerBy: string
}

/** What has waited longer than the method allows goes to the next level; at the top it stays, and is said again by its clock. */
const climb: DailyDuty = {
  key: 'risk.climb',
  reason: riskReasons.notInTime.sv,
  act: async (gate) => {
    const method = (await methodInForce(gate.tx))?.content
    if (!method) return {}
    const rows = await gate.tx.rows<Waiting>(sql`
      select e.risk, e.role, e.answer_by as "answerBy" from escalation e join risk r on r.id = e.risk and r.withdrawn_at is null
        where e.withdrawn_at is null and e.state in ('open', 'acknowledged') and e.purpose in ('analyse', 'decide') and e.answer_by < ${gate.today}::date
          and r.state = case e.purpose when 'decide' then 'analysed' else 'identified' end order by e.risk`)
    const occasions = new Map<string, Occasion>()
    for (const { risk, role, answerBy } of rows) {
      if (!isMandate(role) || addWorkingDays(answerBy, method.climbAfter) >= gate.today) continue
      const to = roleAbove(role)
      if (to) occasions.set(risk, { raise: { to, because: 'notDecided' } })
    }
    return occasions.size ? followRisks(gate, occasions, riskReasons.notInTime.sv) : {}
  },
}

/** Somebody has left, come back or begun a leave since yesterday: what waits goes to who is there. */
const reroute: DailyDuty = {
  key: 'risk.reroute',
  reason: riskReasons.presence.sv,
  act: (gate) => rerouted(gate, riskReasons.presence.sv),
}

export const riskDuties: readonly DailyDuty[] = [reroute, climb]
