import { sql } from 'kysely'
import type { Ask, Figure, Matter, Sql } from '#kernel/figures/figure.ts'
import { counting, countingRecords, measuring, shareOf } from '#kernel/figures/server/builders.ts'
import { late, waiting } from '#kernel/figures/server/matters.ts'
import type { Text } from '#kernel/language/text.ts'
import { risk } from '../risk.register.ts'

const openAt = (level: number, key: string, name: Text): Figure =>
  counting({
    key: `security-risks.open-by-level.${key}`,
    label: { sv: `Öppna risker, ${name.sv}`, en: `Open risks, ${name.en}` },
    definition: {
      sv: `Antalet risker som denna dag inte är avslutade och som har risknivån ${name.sv}.`,
      en: `The number of risks that are not closed on this day and have the risk level ${name.en}.`,
    },
    better: 'lower',
    of: 'risks',
    where: { state: 'not:closed', level: String(level) },
  })

/** The risks whose latest decision was taken during the year by somebody it had been handed to. */
const decidedThisYear = (ask: Ask, condition: Sql): Sql =>
  sql`select r.id from risk r where r.withdrawn_at is null and r.decided_on >= ${ask.yearStart}::date and r.decided_on <= ${ask.today}::date
    and exists (select from escalation e where e.risk = r.id and e.withdrawn_at is null and e.purpose = 'decide' and e.state = 'done' and e.ended_on = r.decided_on and ${condition})`

export const riskFigures: Figure[] = [
  counting({
    key: 'security-risks.analyses-made',
    label: { sv: 'Riskanalyser som gjorts under året', en: 'Risk analyses made during the year' },
    definition: {
      sv: 'Antalet riskanalyser av alla slag (verksamhet, upphandling, informationsklassning, konsekvensbedömning, projekt, förändring, risk- och sårbarhetsanalys) som blev klara från och med den 1 januari till och med denna dag. Riskanalysen som är ett av stegen i en informationsklassning räknas som klassning, inte här.',
      en: 'The number of risk analyses of all kinds (operations, procurement, information classification, impact assessment, project, change, risk and vulnerability analysis) finished from 1 January through this day. The risk analysis that is one of the steps of an information classification is counted as a classification, not here.',
    },
    better: 'neither',
    of: 'riskAnalyses',
    where: (ask) => ({ state: 'done', doneOn: [`gte:${ask.yearStart}`, `lte:${ask.today}`] }),
  }),
  counting({
    key: 'security-risks.open',
    label: { sv: 'Öppna risker', en: 'Open risks' },
    definition: {
      sv: 'Antalet risker som denna dag inte är avslutade, oavsett nivå. Accepterade risker är öppna.',
      en: 'The number of risks that are not closed on this day, whatever their level. Accepted risks are open.',
    },
    better: 'neither',
    of: 'risks',
    where: { state: 'not:closed' },
  }),
  counting({
    key: 'security-risks.open-by-level',
    label: { sv: 'Öppna risker som har en nivå', en: 'Open risks with a level' },
    definition: {
      sv: 'Antalet risker som denna dag inte är avslutade och som har en risknivå. Hur många som har vilken nivå står i siffrorna för var och en av nivåerna, som tillsammans blir den här.',
      en: 'The number of risks that are not closed on this day and have a risk level. How many have which level stands in the figures of each level, which together make this one.',
    },
    better: 'neither',
    of: 'risks',
    where: { state: 'not:closed', level: 'gte:1' },
  }),
  openAt(5, 'extreme', { sv: 'extrem', en: 'extreme' }),
  openAt(4, 'very-high', { sv: 'mycket hög', en: 'very high' }),
  openAt(3, 'high', { sv: 'hög', en: 'high' }),
  openAt(2, 'medium', { sv: 'medel', en: 'medium' }),
  openAt(1, 'low', { sv: 'låg', en: 'low' }),
  counting({
    key: 'security-risks.awaiting-decision',
    label: { sv: 'Risker som väntar på beslut', en: 'Risks awaiting decision' },
    definition: {
      sv: 'Antalet risker som denna dag är analyserade men ännu inte har fått något beslut.',
      en: 'The number of risks that on this day are analysed but not yet decided on.',
    },
    better: 'lower',
    of: 'risks',
    where: { state: 'analysed' },
  }),
  counting({
    key: 'security-risks.decisions-overdue',
    label: { sv: 'Risker vars beslut har dröjt för länge', en: 'Risks whose decision is overdue' },
    definition: {
      sv: 'Antalet risker som denna dag är analyserade och väntar på beslut, och vars sista dag för beslut har passerat. Dagen följer av riskmetoden.',
      en: 'The number of risks that on this day are analysed and await a decision, and whose last day of decision has passed. The day follows from the risk method.',
    },
    better: 'lower',
    of: 'risks',
    where: { state: 'analysed', decideBy: 'lt:today' },
  }),
  counting({
    key: 'security-risks.reviews-overdue',
    label: { sv: 'Risker som skulle ha omprövats', en: 'Risks overdue for review' },
    definition: {
      sv: 'Antalet öppna risker vars dag för omprövning har passerat utan att ett nytt beslut har fattats.',
      en: 'The number of open risks whose day of review has passed without a new decision.',
    },
    better: 'lower',
    of: 'risks',
    where: { state: 'not:closed', reviewBy: 'lt:today' },
  }),
  countingRecords({
    key: 'security-risks.escalated-to-director-general',
    label: { sv: 'Risker som lämnats till generaldirektören', en: 'Risks handed to the director-general' },
    definition: {
      sv: 'Antalet risker som från och med den 1 januari till och med denna dag har lämnats till generaldirektören för beslut eller för kännedom. En risk som lämnats flera gånger under året räknas en gång.',
      en: 'The number of risks that from 1 January through this day have been handed to the director-general to decide on or to know of. A risk handed over several times during the year is counted once.',
    },
    better: 'neither',
    of: 'risks',
    records: (ask) =>
      sql`select r.id from risk r where r.withdrawn_at is null and exists (select from escalation e where e.risk = r.id and e.withdrawn_at is null
        and e.role = 'director-general' and e.purpose in ('decide', 'know') and e.created_at >= ${ask.startOf(ask.yearStart)} and e.created_at <= ${ask.endOf(ask.today)})`,
  }),
  counting({
    key: 'security-risks.accepted',
    label: { sv: 'Accepterade risker', en: 'Accepted risks' },
    definition: {
      sv: 'Antalet risker som denna dag är accepterade: det är beslutat att de står kvar utan ytterligare åtgärd till en viss dag.',
      en: 'The number of risks that on this day are accepted: it has been decided that they stand without further action until a certain day.',
    },
    better: 'neither',
    of: 'risks',
    where: { state: 'accepted' },
  }),
  counting({
    key: 'security-risks.acceptances-ended',
    label: { sv: 'Acceptanser som gått ut utan nytt beslut', en: 'Acceptances ended without a new decision' },
    definition: {
      sv: 'Antalet risker som har varit accepterade till en dag som har passerat och som denna dag ännu inte har fått ett nytt beslut.',
      en: 'The number of risks that have been accepted until a day that has passed and that on this day have not yet been decided on anew.',
    },
    better: 'lower',
    of: 'risks',
    where: { state: 'identified,analysed,accepted', acceptedUntil: 'lt:today' },
  }),
  measuring({
    key: 'security-risks.decided-in-time',
    label: { sv: 'Risker beslutade i tid', en: 'Risks decided on in time' },
    definition: {
      sv: 'Andelen av de risker som senast beslutades från och med den 1 januari till och med denna dag, efter att ha lämnats till någon för beslut, där beslutet kom senast den dag som den som beslutade hade fått.',
      en: 'The share of the risks last decided on from 1 January through this day, after having been handed to somebody for decision, where the decision came by the day given to the one who decided.',
    },
    unit: 'share',
    better: 'higher',
    of: 'risks',
    records: (ask) => decidedThisYear(ask, sql`e.ended_on <= e.answer_by`),
    value: (ask, total) => shareOf(total, sql`(select count(*) from (${decidedThisYear(ask, sql`true`)}) whole)`),
  }),
]

export const riskMatters: Matter[] = [
  waiting(risk, 'analysed', ['treat', 'accept'], {
    one: { sv: '{count} risk väntar på beslut sedan {days}', en: '{count} risk has awaited a decision for {days}' },
    many: { sv: '{count} risker väntar på beslut, den äldsta sedan {days}', en: '{count} risks await a decision, the oldest for {days}' },
  }),
  waiting(risk, 'identified', ['analyse'], {
    one: { sv: '{count} risk ska analyseras', en: '{count} risk is to be analysed' },
    many: { sv: '{count} risker ska analyseras, den äldsta sedan {days}', en: '{count} risks are to be analysed, the oldest for {days}' },
  }),
  late(risk, {
    key: 'risk-decisions',
    day: 'decideBy',
    where: () => sql`t.state = 'analysed'`,
    conditions: { state: 'analysed', decideBy: 'lt:today' },
    by: 'move:treat',
    one: { sv: '{count} risk skulle ha beslutats för {days} sedan', en: '{count} risk was to be decided on {days} ago' },
    many: {
      sv: '{count} risker skulle ha beslutats, den äldsta för {days} sedan',
      en: '{count} risks were to be decided on, the oldest {days} ago',
    },
  }),
  late(risk, {
    key: 'risk-reviews',
    day: 'reviewBy',
    where: () => sql`t.state <> 'closed'`,
    conditions: { state: 'not:closed', reviewBy: 'lt:today' },
    by: 'update',
    one: { sv: '{count} risk skulle ha omprövats för {days} sedan', en: '{count} risk was due for review {days} ago' },
    many: {
      sv: '{count} risker skulle ha omprövats, den äldsta för {days} sedan',
      en: '{count} risks are overdue for review, the oldest by {days}',
    },
  }),
]
