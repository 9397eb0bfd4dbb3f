import { sql } from 'kysely'
import type { Text } from '#kernel/language/text.ts'
import type { Transaction } from '#kernel/store/context.ts'

/** A record that deserves attention now, with the reason in words. */
export interface Serious {
  readonly register: string
  readonly id: string
  readonly reference: string | null
  readonly label: string
  readonly state: string
  readonly level: number
  readonly why: Text
}

interface Row extends Omit<Serious, 'why'> {
  readonly value: number | null
  /** Days since the record came into its state. */
  readonly days: number
  /** Days since its day of review passed; null where none has. */
  readonly overdue: number | null
  readonly unit: string | null
  /** Who is to decide on a risk; null where nobody is. */
  readonly decider: string | null
  /** Days since the day of decision passed; null where it has not. */
  readonly late: number | null
}

/** How many are shown: as many as one takes in at a glance. */
const most = 8

const inDays = (days: number): Text => ({ sv: days === 1 ? '1 dag' : `${days} dagar`, en: days === 1 ? '1 day' : `${days} days` })
/** For something that lasts: `väntar sedan 3 dagar`. */
const since = (days: number): Text =>
  days <= 0 ? { sv: 'sedan i dag', en: 'since today' } : { sv: `sedan ${inDays(days).sv}`, en: `for ${inDays(days).en}` }
/** For something that happened once: `rapporterad för 3 dagar sedan`. */
const when = (days: number): Text =>
  days <= 0 ? { sv: 'i dag', en: 'today' } : { sv: `för ${inDays(days).sv} sedan`, en: `${inDays(days).en} ago` }

const riskSays = ({ state, days, overdue, decider, late }: Row): Text => {
  const by: Text = decider ? { sv: ` av ${decider}`, en: ` by ${decider}` } : { sv: '', en: '' }
  if (state === 'analysed' && late !== null)
    return { sv: `Skulle ha beslutats${by.sv} ${when(late).sv}`, en: `Was to be decided on${by.en} ${when(late).en}` }
  if (overdue !== null) return { sv: `Skulle ha omprövats ${when(overdue).sv}`, en: `Was due for review ${when(overdue).en}` }
  if (state === 'identified')
    return { sv: `Identifierad ${when(days).sv}, ännu inte analyserad`, en: `Identified ${when(days).en}, not yet analysed` }
  if (state === 'analysed') return { sv: `Väntar på beslut${by.sv} ${since(days).sv}`, en: `Awaiting a decision${by.en} ${since(days).en}` }
  if (state === 'accepted') return { sv: `Accepterad ${when(days).sv}`, en: `Accepted ${when(days).en}` }
  return { sv: `Åtgärdas ${since(days).sv}`, en: `Under treatment ${since(days).en}` }
}

const incidentSays = ({ state, days }: Row): Text => {
  if (state === 'reported')
    return { sv: `Rapporterad ${when(days).sv}, ännu inte granskad`, en: `Reported ${when(days).en}, not yet reviewed` }
  if (state === 'reviewed')
    return { sv: `Granskad ${when(days).sv}, hanteringen har inte börjat`, en: `Reviewed ${when(days).en}, not yet being handled` }
  return { sv: `Hanteras ${since(days).sv}`, en: `Being handled ${since(days).en}` }
}

/** Why a record stands among the most serious, with the unit it concerns. */
export function whySerious(row: Row): Text {
  const said = row.register === 'risks' ? riskSays(row) : incidentSays(row)
  const value: Text = row.value === null ? { sv: '', en: '' } : { sv: ` Riskvärde ${row.value}.`, en: ` Risk value ${row.value}.` }
  const unit = row.unit ? ` ${row.unit}.` : ''
  return { sv: `${said.sv}.${value.sv}${unit}`, en: `${said.en}.${value.en}${unit}` }
}

/** The most serious open risks and incidents the actor may see, the worst first; those that nobody has taken hold of before others of the same level. */
export async function seriousNow(tx: Transaction, today: string): Promise<Serious[]> {
  const rows = await tx.rows<Row>(sql`
    select s.register, s.id, s.reference, s.label, s.state, s.level, s.value, s.days, s.overdue, u.name as unit, p.name as decider, s.late from (
      (select 'risks' as register, t.id, t.reference, t.title as label, t.state, t.level::integer as level, t.value::double precision as value, t.unit,
        ${today}::date - (t.moved_at at time zone 'Europe/Stockholm')::date as days, case when t.review_by < ${today}::date then ${today}::date - t.review_by end as overdue,
        t.decider, case when t.state = 'analysed' and t.decide_by < ${today}::date then ${today}::date - t.decide_by end as late, case t.state when 'identified' then 0 when 'analysed' then 0 when 'treated' then 1 else 2 end as hold
      from risk t where t.withdrawn_at is null and t.state <> 'closed' and t.level >= 3 order by level desc, hold, value desc, t.id limit ${most})
      union all
      (select 'incidents', t.id, t.reference, t.title, t.state, t.severity::integer, null, t.unit,
        ${today}::date - (t.moved_at at time zone 'Europe/Stockholm')::date, null, null, null, case t.state when 'reported' then 0 else 1 end
      from incident t where t.withdrawn_at is null and t.state in ('reported', 'reviewed', 'ongoing') and t.severity >= 3 order by t.severity desc, t.moved_at desc, t.id limit ${most})
    ) s left join unit u on u.id = s.unit left join person p on p.id = s.decider
    order by s.level desc, s.hold, s.register, s.value desc nulls last, s.id limit ${most}`)
  return rows.map((row) => ({
    register: row.register,
    id: row.id,
    reference: row.reference,
    label: row.label,
    state: row.state,
    level: row.level,
    why: whySerious(row),
  }))
}
