import { sql } from 'kysely'
import type { Ask, Figure, Matter, Sql } from '#kernel/figures/figure.ts'
import { counting, countingRecords, measuring, share } from '#kernel/figures/server/builders.ts'
import { late, waiting } from '#kernel/figures/server/matters.ts'
import { action } from '../action.register.ts'

/** Actions that were reported done during the year and still are. */
const doneThisYear = (ask: Ask): Sql =>
  sql`select t.id, t.cost_actual from action t where t.withdrawn_at is null and t.state in ('done', 'effectChecked') and t.id in (select m.id from (${ask.moved('actions', ['finish'], ask.yearStart, ask.today)}) m)`

const open = 'proposed,decided,ongoing'

export const actionFigures: Figure[] = [
  countingRecords({
    key: 'management-and-development.actions-decided',
    label: { sv: 'Åtgärder som beslutats under året', en: 'Actions decided during the year' },
    definition: {
      sv: 'Antalet åtgärder som beslutades från och med den 1 januari till och med denna dag, oavsett hur långt de har kommit.',
      en: 'The number of actions decided from 1 January through this day, however far they have come.',
    },
    better: 'neither',
    of: 'actions',
    records: (ask) => sql`select m.id from (${ask.moved('actions', ['decide'], ask.yearStart, ask.today)}) m`,
  }),
  countingRecords({
    key: 'management-and-development.actions-done',
    label: { sv: 'Åtgärder som genomförts under året', en: 'Actions done during the year' },
    definition: {
      sv: 'Antalet åtgärder som anmäldes som genomförda från och med den 1 januari till och med denna dag och som inte har tagits upp igen.',
      en: 'The number of actions reported done from 1 January through this day and not resumed.',
    },
    better: 'higher',
    of: 'actions',
    records: (ask) => sql`select d.id from (${doneThisYear(ask)}) d`,
  }),
  counting({
    key: 'management-and-development.actions-overdue',
    label: { sv: 'Försenade åtgärder', en: 'Overdue actions' },
    definition: {
      sv: 'Antalet åtgärder som denna dag är föreslagna, beslutade eller pågår och vars slutdag har passerat.',
      en: 'The number of actions that on this day are proposed, decided or ongoing and whose due day has passed.',
    },
    better: 'lower',
    of: 'actions',
    where: { state: open, due: 'lt:today' },
  }),
  measuring({
    key: 'management-and-development.actions-cost',
    label: { sv: 'Kostnad för genomförda åtgärder', en: 'Cost of actions done' },
    definition: {
      sv: 'Summan av den faktiska kostnaden för de åtgärder som genomförts under året. Åtgärder utan angiven kostnad räknas inte.',
      en: 'The sum of the actual cost of the actions done during the year. Actions without a stated cost are not counted.',
    },
    unit: 'sek',
    better: 'neither',
    of: 'actions',
    records: (ask) => sql`select d.id from (${doneThisYear(ask)}) d where d.cost_actual is not null`,
    value: (ask) => sql`(select round(sum(d.cost_actual), 2) from (${doneThisYear(ask)}) d)`,
  }),
  share({
    key: 'management-and-development.effect-checked-share',
    label: { sv: 'Åtgärder vars effekt har kontrollerats', en: 'Actions whose effect has been checked' },
    definition: {
      sv: 'Andelen av de genomförda åtgärder vars effekt skulle ha kontrollerats före denna dag där det också är gjort.',
      en: 'The share, of the actions done whose effect was to be checked before this day, where that has been done.',
    },
    of: 'actions',
    among: { state: 'done,effectChecked', checkBy: 'lt:today' },
    that: { state: 'effectChecked' },
  }),
  countingRecords({
    key: 'management-and-development.plans-decided',
    label: { sv: 'Handlingsplaner som beslutats under året', en: 'Action plans decided during the year' },
    definition: {
      sv: 'Antalet handlingsplaner som beslutades från och med den 1 januari till och med denna dag.',
      en: 'The number of action plans decided from 1 January through this day.',
    },
    better: 'neither',
    of: 'actionPlans',
    records: (ask) => sql`select m.id from (${ask.moved('actionPlans', ['decide'], ask.yearStart, ask.today)}) m`,
  }),
  counting({
    key: 'evaluation.improvement-actions-decided',
    label: { sv: 'Beslutade åtgärder ur självutvärderingar', en: 'Decided actions from self-assessments' },
    definition: {
      sv: 'Antalet åtgärder som uppkommit ur en självutvärdering och som denna dag är beslutade, pågår eller är genomförda.',
      en: 'The number of actions arising from a self-assessment that on this day are decided, ongoing or done.',
    },
    better: 'neither',
    of: 'actions',
    where: { source: 'selfAssessment', state: 'decided,ongoing,done,effectChecked' },
  }),
]

export const actionMatters: Matter[] = [
  waiting(action, 'proposed', ['decide'], {
    one: { sv: '{count} föreslagen åtgärd väntar på beslut sedan {days}', en: '{count} proposed action has awaited a decision for {days}' },
    many: {
      sv: '{count} föreslagna åtgärder väntar på beslut, den äldsta sedan {days}',
      en: '{count} proposed actions await a decision, the oldest for {days}',
    },
  }),
  waiting(action, 'done', ['checkEffect'], {
    one: { sv: '{count} genomförd åtgärd väntar på att effekten kontrolleras', en: '{count} action done awaits a check of its effect' },
    many: {
      sv: '{count} genomförda åtgärder väntar på att effekten kontrolleras',
      en: '{count} actions done await a check of their effect',
    },
  }),
  late(action, {
    key: 'actions',
    day: 'due',
    where: () => sql`t.state in ('proposed', 'decided', 'ongoing')`,
    conditions: { state: open, due: 'lt:today' },
    by: 'update',
    one: { sv: '{count} åtgärd skulle ha varit klar för {days} sedan', en: '{count} action was due {days} ago' },
    many: {
      sv: '{count} åtgärder skulle ha varit klara, den äldsta för {days} sedan',
      en: '{count} actions are overdue, the oldest by {days}',
    },
  }),
]
