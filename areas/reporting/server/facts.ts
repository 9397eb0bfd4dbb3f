import { sql } from 'kysely'
import type { Ask, Sql } from '#kernel/figures/figure.ts'
import { askAboutSets } from '#kernel/figures/server/measure.ts'
import type { Transaction } from '#kernel/store/context.ts'

/** A number of records of each kind, the commonest first. */
export type ByKind = readonly { readonly kind: string; readonly count: number }[]

/** An area of the self-assessment in the latest round and the one before: the part of its questions in place, 0–1. */
export interface AreaCompared {
  readonly area: string
  readonly before: number | null
  readonly now: number
}

/** What the annual report tells beside its figures, as it stood on the day. Records with a secrecy marking are counted in figures but never named. */
export interface AnnualFacts {
  readonly authority: string | null
  readonly employees: number
  readonly departments: number
  readonly sites: readonly string[]
  readonly reviews: readonly { readonly heldOn: string }[]
  readonly decisions: readonly { readonly title: string; readonly decidedOn: string }[]
  readonly documents: readonly { readonly title: string; readonly kind: string }[]
  readonly sources: readonly string[]
  readonly parties: number
  readonly partiesReviewed: number
  readonly assets: number
  readonly forums: readonly { readonly name: string; readonly kind: string; readonly purpose: string | null }[]
  readonly risksAnalysed: ByKind
  /** The risk method in force: from which value the head of department decides, and from which a risk is material. */
  readonly riskMethod: readonly { readonly headFrom: number | null; readonly materialFrom: number | null }[]
  readonly courses: readonly { readonly name: string; readonly audience: string | null }[]
  readonly yearlyCourses: readonly string[]
  readonly incidentKinds: ByKind
  readonly reportedToMcf: number
  readonly reportedToImy: number
  readonly plans: number
  readonly exercises: readonly { readonly title: string; readonly kind: string; readonly heldOn: string }[]
  readonly upcoming: readonly { readonly title: string; readonly due: string }[]
  readonly upcomingTotal: number
  readonly documentsDue: number
  readonly risksDue: number
  readonly rounds: readonly {
    readonly name: string
    readonly questionnaire: string
    readonly heldOn: string
    readonly level: number | null
  }[]
  readonly areas: readonly AreaCompared[]
  readonly improvements: readonly { readonly title: string; readonly due: string | null; readonly state: string }[]
}

/** The longest list of names that is printed. */
export const longestList = 8

const rows = (query: Sql): Sql => sql`(select coalesce(json_agg(row_to_json(r)), '[]') from (${query}) r)`
const names = (query: Sql): Sql => sql`(select coalesce(json_agg(r.name), '[]') from (${query}) r)`
const count = (query: Sql): Sql => sql`(select count(*)::integer from (${query}) r)`

/**
 * Reads what the report tells, with one statement.
 * @param compared a query that sets the areas of the latest self-assessment beside the round before
 */
export async function factsOf(tx: Transaction, ask: Ask, compared: Sql): Promise<AnnualFacts> {
  await askAboutSets(tx)
  const { today, yearStart } = ask
  const thisYear = (column: Sql) => sql`${column} >= ${yearStart}::date and ${column} <= ${today}::date`
  const nextYear = (column: Sql) => sql`${column} > ${today}::date and ${column} <= (${today}::date + interval '1 year')`
  const discovered = sql`t.withdrawn_at is null and t.discovered_at >= ${ask.startOf(yearStart)} and t.discovered_at <= ${ask.endOf(today)}`
  const employed = sql`t.withdrawn_at is null and t.employed_from <= ${today}::date and (t.employed_to is null or t.employed_to >= ${today}::date)`
  const open = sql`t.withdrawn_at is null and t.state in ('decided', 'ongoing')`
  const parts: Record<keyof AnnualFacts, Sql> = {
    authority: sql`(select name from authority)`,
    employees: count(sql`select t.id from person t where ${employed}`),
    departments: count(sql`select t.id from unit t where t.withdrawn_at is null and t.kind = 'department'`),
    sites: names(sql`select distinct t.site as name from unit t where t.withdrawn_at is null and t.site is not null order by 1`),
    reviews: rows(
      sql`select t.held_on as "heldOn" from management_review t where t.withdrawn_at is null and ${thisYear(sql`t.held_on`)} order by 1`,
    ),
    decisions: rows(
      sql`select t.title, t.decided_on as "decidedOn" from decision t where t.withdrawn_at is null and t.marking is null and ${thisYear(sql`t.decided_on`)} order by 2, 1 limit ${longestList}`,
    ),
    documents: rows(
      sql`select t.title, t.kind from document t where t.withdrawn_at is null and t.marking is null and t.state = 'inForce' order by t.title limit 60`,
    ),
    sources: names(sql`select s.short_name as name from requirement_source s where s.withdrawn_at is null
      and exists (select 1 from requirement q join compliance a on a.requirement = q.id and a.withdrawn_at is null where q.source = s.id and q.withdrawn_at is null) order by 1`),
    parties: count(ask.where('interestedParties')),
    partiesReviewed: count(
      sql`select t.id from interested_party t where t.withdrawn_at is null and t.reviewed_on > (${today}::date - interval '1 year') and t.reviewed_on <= ${today}::date`,
    ),
    assets: count(ask.where('informationAssets')),
    forums: rows(
      sql`select t.name, t.kind, t.purpose from forum t where t.withdrawn_at is null and (t.active_from is null or t.active_from <= ${today}::date) and (t.active_to is null or t.active_to >= ${today}::date) order by t.name limit 40`,
    ),
    risksAnalysed: rows(
      sql`select t.kind, count(*)::integer as count from risk t join (${ask.moved('risks', ['analyse'], yearStart, today)}) m on m.id = t.id group by t.kind order by 2 desc, 1`,
    ),
    riskMethod:
      rows(sql`select (select max((d->>'decidesBelow')::double precision) from jsonb_array_elements(m.content->'mandates') d where d->>'role' in ('manager', 'risk-owner')) as "headFrom",
      (m.content->>'materialFrom')::double precision as "materialFrom" from risk_method m where m.withdrawn_at is null and m.state = 'inForce' and m.content is not null order by m.valid_from desc, m.id desc limit 1`),
    courses: rows(sql`select t.name, t.audience from course t where t.withdrawn_at is null and t.kind = 'role' order by 1 limit 20`),
    yearlyCourses: names(
      sql`select t.name from course t where t.withdrawn_at is null and t.kind = 'everyone' and t.mandatory and t.validity_months <= 12 order by 1`,
    ),
    incidentKinds: rows(
      sql`select t.kind, count(*)::integer as count from incident t where ${discovered} and t.kind is not null and t.state <> 'dismissed' group by t.kind order by 2 desc, 1`,
    ),
    reportedToMcf: count(sql`select t.id from incident t where ${discovered} and t.reported_mcf`),
    reportedToImy: count(sql`select t.id from incident t where ${discovered} and t.reported_imy`),
    plans: count(ask.where('continuityPlans')),
    exercises: rows(
      sql`select t.title, t.kind, t.held_on as "heldOn" from exercise t where t.withdrawn_at is null and t.marking is null and ${thisYear(sql`t.held_on`)} order by 3, 1 limit 20`,
    ),
    upcoming: rows(
      sql`select t.title, t.due from action t where ${open} and t.marking is null and ${nextYear(sql`t.due`)} order by t.priority desc nulls last, t.due, t.title limit ${longestList}`,
    ),
    upcomingTotal: count(sql`select t.id from action t where ${open} and ${nextYear(sql`t.due`)}`),
    documentsDue: count(
      sql`select t.id from document t where t.withdrawn_at is null and t.state = 'inForce' and ${nextYear(sql`t.review_by`)}`,
    ),
    risksDue: count(sql`select t.id from risk t where t.withdrawn_at is null and t.state <> 'closed' and ${nextYear(sql`t.review_by`)}`),
    rounds:
      rows(sql`select t.name, t.questionnaire, t.held_on as "heldOn", t.level from self_assessment t where t.withdrawn_at is null and t.held_on <= ${today}::date
      and t.questionnaire = (select l.questionnaire from self_assessment l where l.withdrawn_at is null and l.held_on <= ${today}::date order by l.held_on desc, l.created_at desc limit 1)
      order by t.held_on desc, t.created_at desc limit 2`),
    areas: rows(
      sql`select c.area, c.before::double precision as before, c.now::double precision as now from (${compared}) c order by c.area`,
    ),
    improvements: rows(
      sql`select t.title, t.due, t.state from action t where t.withdrawn_at is null and t.marking is null and t.source = 'selfAssessment' and t.state in ('proposed', 'decided', 'ongoing') order by t.due nulls last, t.title limit ${longestList}`,
    ),
  }
  const members = Object.entries(parts).map(([name, part]) => sql`${sql.raw(`'${name}'`)}, ${part}`)
  const [row] = await tx.rows<{ facts: AnnualFacts }>(sql`select json_build_object(${sql.join(members)}) as facts`)
  if (!row) throw new Error('The facts of the report could not be read')
  return row.facts
}
