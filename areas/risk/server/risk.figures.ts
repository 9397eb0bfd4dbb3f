import { sql } from 'kysely'
import type { Figure, Matter } from '#kernel/figures/figure.ts'
import { counting } from '#kernel/figures/server/builders.ts'
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
    label: { sv: 'Risker som skulle ha omprövats', en: 'Risks overdue for review' },
    definition: {
      sv: 'Antalet öppna risker vars dag för omprövning har passerat utan att ett nytt beslut har fattats.',
      en: 'The number of open risks whose day of review has passed without a new decision.',
    },
    better: 'lower',
    of: 'risks',
    where: { state: 'not:closed', reviewBy: 'lt:today' },
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
