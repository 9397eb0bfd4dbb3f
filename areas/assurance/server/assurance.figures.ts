import { sql } from 'kysely'
import type { Ask, Figure, Sql } from '#kernel/figures/figure.ts'
import { counting, measuring } from '#kernel/figures/server/builders.ts'

/** The latest round of self-assessment held by the day. */
const latestRound = (ask: Ask): Sql =>
  sql`select s.id, s.level, s.questionnaire, s.held_on from self_assessment s where s.withdrawn_at is null and s.held_on <= ${ask.today}::date order by s.held_on desc, s.created_at desc limit 1`

/** The round before it with the same questionnaire. */
const roundBefore = (ask: Ask): Sql =>
  sql`select s.id from self_assessment s, (${latestRound(ask)}) r where s.withdrawn_at is null and s.questionnaire = r.questionnaire and s.held_on < r.held_on order by s.held_on desc, s.created_at desc limit 1`

/** How much of an area is in place in a round: yes counts one, partly a half, anything else nothing; 0–1. */
const areaScores = (round: Sql): Sql =>
  sql`select a.area, round(avg(case a.answer when 'yes' then 1 when 'partly' then 0.5 else 0 end), 4) as score from assessment_answer a where a.withdrawn_at is null and a.round = (select r.id from (${round}) r) group by a.area`

/** Each area of the latest round beside the round before: columns `area`, `before`, `now`. */
export const areasCompared = (ask: Ask): Sql =>
  sql`select now.area, before.score as before, now.score as now from (${areaScores(latestRound(ask))}) now left join (${areaScores(roundBefore(ask))}) before on before.area = now.area`

const improved = (ask: Ask): Sql => sql`select c.area from (${areasCompared(ask)}) c where c.now > c.before`

export const assuranceFigures: Figure[] = [
  measuring({
    key: 'evaluation.level',
    label: { sv: 'Nivå i senaste självutvärderingen', en: 'Level in the latest self-assessment' },
    definition: {
      sv: 'Den nivå, 0–4, som myndigheten uppnådde i den senaste självutvärderingen som genomförts till och med denna dag. 0 betyder att ingen nivå uppnåddes.',
      en: 'The level, 0–4, the authority reached in the latest self-assessment held by this day. 0 means that no level was reached.',
    },
    unit: 'level',
    better: 'higher',
    of: 'selfAssessments',
    records: (ask) => sql`select r.id from (${latestRound(ask)}) r`,
    value: (ask) => sql`(select r.level from (${latestRound(ask)}) r)`,
  }),
  measuring({
    key: 'evaluation.areas-improved',
    label: { sv: 'Områden som har blivit bättre', en: 'Areas that have improved' },
    definition: {
      sv: 'Antalet områden i den senaste självutvärderingen där en större del av frågorna besvarades med ja än i den föregående omgången med samma frågor. Ett delvis räknas som ett halvt ja. Posterna är svaren i dessa områden.',
      en: 'The number of areas in the latest self-assessment in which a larger part of the questions were answered yes than in the round before with the same questions. A partly counts as half a yes. The records are the answers in these areas.',
    },
    unit: 'count',
    better: 'higher',
    of: 'assessmentAnswers',
    records: (ask) =>
      sql`select a.id from assessment_answer a where a.withdrawn_at is null and a.round = (select r.id from (${latestRound(ask)}) r) and a.area in (${improved(ask)})`,
    value: (ask) => sql`case when exists (${roundBefore(ask)}) then (select count(*) from (${improved(ask)}) i) end`,
  }),
  counting({
    key: 'management-and-development.reviews-held',
    label: { sv: 'Ledningens genomgångar', en: 'Management reviews' },
    definition: {
      sv: 'Antalet genomgångar av informationssäkerheten med myndighetens ledning från och med den 1 januari till och med denna dag.',
      en: 'The number of reviews of information security with the management of the authority from 1 January through this day.',
    },
    better: 'neither',
    of: 'managementReviews',
    where: (ask) => ({ heldOn: [`gte:${ask.yearStart}`, `lte:${ask.today}`] }),
  }),
]
