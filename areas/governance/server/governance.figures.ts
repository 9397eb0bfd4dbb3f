import { sql } from 'kysely'
import type { Ask, Figure, Matter, Sql } from '#kernel/figures/figure.ts'
import { counting, measuring, shareOf } from '#kernel/figures/server/builders.ts'
import { late, waiting } from '#kernel/figures/server/matters.ts'
import { document } from '../document.register.ts'
import { interestedParty } from '../interested-party.register.ts'

/** True for a binding requirement that applies on the day, by its own dates or those of its source. */
const binding = (ask: Ask): Sql => sql`q.withdrawn_at is null and q.bindingness = 'binding'
  and coalesce(q.valid_from, s.valid_from, ${ask.today}::date) <= ${ask.today}::date and coalesce(q.valid_to, s.valid_to, ${ask.today}::date) >= ${ask.today}::date`

const requirements = sql`requirement q left join requirement_source s on s.id = q.source`

/** True where an assessment answers to the condition. */
const assessed = (condition: Sql = sql`true`): Sql =>
  sql`exists (select 1 from compliance a where a.requirement = q.id and a.withdrawn_at is null and ${condition})`

/** Requirements that have been assessed and that concern the authority. */
const concerning = (ask: Ask): Sql => sql`${binding(ask)} and ${assessed(sql`a.standing <> 'outside'`)}`

export const governanceFigures: Figure[] = [
  counting({
    key: 'management-system.documents-in-force',
    label: { sv: 'Gällande styrdokument', en: 'Governing documents in force' },
    definition: {
      sv: 'Antalet policyer, riktlinjer, anvisningar, processer och rutiner som gäller denna dag.',
      en: 'The number of policies, guidelines, instructions, processes and routines in force on this day.',
    },
    better: 'neither',
    of: 'documents',
    where: { state: 'inForce' },
  }),
  counting({
    key: 'management-system.documents-overdue-review',
    label: { sv: 'Styrdokument som skulle ha setts över', en: 'Governing documents overdue for review' },
    definition: {
      sv: 'Antalet gällande styrdokument vars dag för översyn har passerat.',
      en: 'The number of governing documents in force whose day of review has passed.',
    },
    better: 'lower',
    of: 'documents',
    where: { state: 'inForce', reviewBy: 'lt:today' },
  }),
  measuring({
    key: 'management-system.requirements-assessed-share',
    label: { sv: 'Bindande krav som har bedömts', en: 'Binding requirements assessed' },
    definition: {
      sv: 'Andelen av de bindande krav som gäller denna dag för vilka det finns minst en bedömning av efterlevnaden. Allmänna råd räknas inte.',
      en: 'The share of the binding requirements that apply on this day for which there is at least one assessment of compliance. General advice is not counted.',
    },
    unit: 'share',
    better: 'higher',
    of: 'requirements',
    records: (ask) => sql`select q.id from ${requirements} where ${binding(ask)} and ${assessed()}`,
    value: (ask, total) => shareOf(total, sql`(select count(*) from ${requirements} where ${binding(ask)})`),
  }),
  measuring({
    key: 'management-system.requirements-fulfilled-share',
    label: { sv: 'Bindande krav som är uppfyllda', en: 'Binding requirements fulfilled' },
    definition: {
      sv: 'Andelen av de bindande krav som gäller denna dag, som har bedömts och som rör myndigheten, där alla bedömningar visar att kravet är uppfyllt. Krav som inte gäller myndigheten eller inte behövs räknas inte.',
      en: 'The share of the binding requirements that apply on this day, have been assessed and concern the authority, for which every assessment shows the requirement to be fulfilled. Requirements that do not apply to the authority or are not needed are not counted.',
    },
    unit: 'share',
    better: 'higher',
    of: 'requirements',
    records: (ask) =>
      sql`select q.id from ${requirements} where ${concerning(ask)} and not ${assessed(sql`a.standing not in ('met', 'outside')`)}`,
    value: (ask, total) => shareOf(total, sql`(select count(*) from ${requirements} where ${concerning(ask)})`),
  }),
  counting({
    key: 'management-and-development.decisions-made',
    label: { sv: 'Beslut under året', en: 'Decisions during the year' },
    definition: {
      sv: 'Antalet beslut i beslutsregistret som är daterade från och med den 1 januari till och med denna dag.',
      en: 'The number of decisions in the register of decisions dated from 1 January through this day.',
    },
    better: 'neither',
    of: 'decisions',
    where: (ask) => ({ decidedOn: [`gte:${ask.yearStart}`, `lte:${ask.today}`] }),
  }),
]

export const governanceMatters: Matter[] = [
  waiting(document, 'inReview', ['approve'], {
    one: {
      sv: '{count} styrdokument väntar på ditt beslut sedan {days}',
      en: '{count} governing document has awaited your decision for {days}',
    },
    many: {
      sv: '{count} styrdokument väntar på ditt beslut, det äldsta sedan {days}',
      en: '{count} governing documents await your decision, the oldest for {days}',
    },
  }),
  waiting(document, 'approved', ['publish'], {
    one: { sv: '{count} beslutat styrdokument har inte börjat gälla', en: '{count} approved governing document is not yet in force' },
    many: { sv: '{count} beslutade styrdokument har inte börjat gälla', en: '{count} approved governing documents are not yet in force' },
  }),
  late(document, {
    key: 'document-reviews',
    day: 'reviewBy',
    where: () => sql`t.state = 'inForce'`,
    conditions: { state: 'inForce', reviewBy: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} styrdokument skulle ha setts över för {days} sedan',
      en: '{count} governing document was due for review {days} ago',
    },
    many: {
      sv: '{count} styrdokument skulle ha setts över, det äldsta för {days} sedan',
      en: '{count} governing documents are overdue for review, the oldest by {days}',
    },
  }),
  late(interestedParty, {
    key: 'interested-party-reviews',
    day: 'reviewBy',
    conditions: { reviewBy: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} intressents krav och förväntningar skulle ha gåtts igenom',
      en: 'The requirements and expectations of {count} interested party are overdue for review',
    },
    many: {
      sv: '{count} intressenters krav och förväntningar skulle ha gåtts igenom',
      en: 'The requirements and expectations of {count} interested parties are overdue for review',
    },
  }),
]
