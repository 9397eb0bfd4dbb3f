import { sql } from 'kysely'
import type { Ask, Figure, Matter, Sql } from '#kernel/figures/figure.ts'
import { measuring, shareOf } from '#kernel/figures/server/builders.ts'
import { late } from '#kernel/figures/server/matters.ts'
import { enrolment } from '../enrolment.register.ts'

/** True for a person who is employed on the day and not on long absence, and whose courses the one who asks may see. */
const present = (
  ask: Ask,
): Sql => sql`p.withdrawn_at is null and p.employed_from <= ${ask.today}::date and (p.employed_to is null or p.employed_to >= ${ask.today}::date)
  and p.long_absence is not true and ${ask.readable('enrolments', { unit: 'p.unit', mine: '(p.id = (select actor()))', secret: 'false' })}`

/** True for a course that has been completed by the day and whose validity has not run out (`validOn` says the same of one). */
const valid = (ask: Ask): Sql => sql`e.withdrawn_at is null and e.completed_on <= ${ask.today}::date
  and (c.validity_months is null or e.completed_on > (${ask.today}::date - make_interval(months => c.validity_months::integer))::date)`

/** True for a completion that can still be valid on the day for a yearly course: spares reading the completions of all the years before. */
const recent = (ask: Ask): Sql => sql`e.completed_on > (${ask.today}::date - interval '12 months')::date`

/** True for the mandatory course that everyone takes each year. */
const yearly = sql`c.withdrawn_at is null and c.kind = 'everyone' and c.mandatory and c.validity_months <= 12`

export const completionShare: Figure = measuring({
  key: 'awareness.completion-share',
  label: { sv: 'Medarbetare med giltig säkerhetsutbildning', en: 'Employees with valid security training' },
  definition: {
    sv: 'Andelen av dem som är anställda denna dag och inte är frånvarande en längre tid som har genomfört den obligatoriska årliga utbildningen för alla medarbetare så sent att den fortfarande gäller. Varje person räknas en gång.',
    en: 'The share of those employed on this day and not on long absence who have completed the mandatory yearly course for all employees recently enough for it still to be valid. Each person is counted once.',
  },
  unit: 'share',
  better: 'higher',
  of: 'enrolments',
  records: (
    ask,
  ) => sql`select distinct on (e.person) e.id from enrolment e join course c on c.id = e.course join person p on p.id = e.person
    where ${yearly} and ${recent(ask)} and ${valid(ask)} and ${present(ask)} order by e.person, e.completed_on desc, e.id`,
  value: (ask, total) =>
    sql`case when exists (select 1 from course c where ${yearly}) then ${shareOf(total, sql`(select count(*) from person p where ${present(ask)})`)} end`,
})

const forRoles = (ask: Ask): Sql =>
  sql`e.course = any (array(select r.id from course r where r.withdrawn_at is null and r.kind = 'role')) and e.withdrawn_at is null and (e.due <= ${ask.today}::date or e.completed_on <= ${ask.today}::date)`

export const roleCoursesShare: Figure = measuring({
  key: 'awareness.role-courses-share',
  label: { sv: 'Genomförda utbildningar för särskilda roller', en: 'Completed courses for particular roles' },
  definition: {
    sv: 'Andelen av de fördjupande utbildningar som de som är anställda denna dag och inte är frånvarande en längre tid skulle ha gått senast denna dag, eller redan har gått, och som är genomförda så sent att de fortfarande gäller. Varje person räknas en gång för varje utbildning.',
    en: 'The share of the deeper courses that those employed on this day and not on long absence were to have taken by this day, or have already taken, that were completed recently enough still to be valid. Each person is counted once for each course.',
  },
  unit: 'share',
  better: 'higher',
  of: 'enrolments',
  records: (
    ask,
  ) => sql`select distinct on (e.person, e.course) e.id from enrolment e join course c on c.id = e.course join person p on p.id = e.person
    where ${forRoles(ask)} and ${valid(ask)} and ${present(ask)} order by e.person, e.course, e.completed_on desc, e.id`,
  value: (ask, total) =>
    shareOf(
      total,
      sql`(select count(*) from (select distinct e.person, e.course from enrolment e join course c on c.id = e.course join person p on p.id = e.person where ${forRoles(ask)} and ${present(ask)}) whole)`,
    ),
})

export const awarenessFigures = [completionShare, roleCoursesShare]

export const awarenessMatters: Matter[] = [
  late(enrolment, {
    key: 'enrolments',
    day: 'due',
    where: (
      ask,
    ) => sql`t.completed_on is null and exists (select 1 from person p where p.id = t.person and p.withdrawn_at is null and p.long_absence is not true
      and p.employed_from <= ${ask.today}::date and (p.employed_to is null or p.employed_to >= ${ask.today}::date))`,
    conditions: { due: 'lt:today', completedOn: 'empty' },
    by: 'read',
    one: { sv: '{count} utbildning skulle ha varit genomförd', en: '{count} course was to have been completed' },
    many: { sv: '{count} utbildningar skulle ha varit genomförda', en: '{count} courses were to have been completed' },
  }),
]
