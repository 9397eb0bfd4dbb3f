import { sql } from 'kysely'
import type { Ask, Figure, Matter, Sql } from '#kernel/figures/figure.ts'
import { countingRecords, measuring, shareOf } from '#kernel/figures/server/builders.ts'
import { waiting } from '#kernel/figures/server/matters.ts'
import { incident } from '../incident.register.ts'

/** True for an event that was discovered from 1 January through the day, and reported. */
const reported = (ask: Ask): Sql =>
  sql`t.withdrawn_at is null and t.discovered_at >= ${ask.startOf(ask.yearStart)} and t.discovered_at <= ${ask.endOf(ask.today)}`

const those = (ask: Ask, condition: Sql = sql`true`): Sql => sql`select t.id from incident t where ${reported(ask)} and ${condition}`

/** The events of the year that have been decided on, with the time it took from report to the first decision. */
const decided = (ask: Ask): Sql =>
  sql`select t.id, extract(epoch from m.at - t.created_at) / 86400 as days from incident t join (${ask.moved('incidents', ['review', 'dismiss'], '1990-01-01', ask.today)}) m on m.id = t.id where ${reported(ask)}`

export const incidentFigures: Figure[] = [
  countingRecords({
    key: 'incidents.reported',
    label: { sv: 'Rapporterade händelser', en: 'Events reported' },
    definition: {
      sv: 'Antalet händelser som upptäcktes från och med den 1 januari till och med denna dag och som har rapporterats, även tillbud och sådant som senare avskrivits.',
      en: 'The number of events discovered from 1 January through this day that have been reported, including near misses and those later dismissed.',
    },
    better: 'neither',
    of: 'incidents',
    records: (ask) => those(ask),
  }),
  countingRecords({
    key: 'incidents.near-misses',
    label: { sv: 'Rapporterade tillbud', en: 'Near misses reported' },
    definition: {
      sv: 'Antalet av årets rapporterade händelser som är tillbud, det vill säga kunde ha orsakat skada men inte gjorde det.',
      en: 'The number of the events reported during the year that are near misses, that is, could have caused harm but did not.',
    },
    better: 'neither',
    of: 'incidents',
    records: (ask) => those(ask, sql`t.near_miss`),
  }),
  countingRecords({
    key: 'incidents.serious',
    label: { sv: 'Allvarliga incidenter', en: 'Serious incidents' },
    definition: {
      sv: 'Antalet av årets rapporterade händelser som har bedömts ha allvarlighetsgraden allvarlig, den högsta, och som inte är avskrivna.',
      en: 'The number of the events reported during the year judged to be serious, the highest severity, and not dismissed.',
    },
    better: 'lower',
    of: 'incidents',
    records: (ask) => those(ask, sql`t.severity = 4 and t.state <> 'dismissed'`),
  }),
  measuring({
    key: 'incidents.reviewed-share',
    label: { sv: 'Granskade rapporter', en: 'Reports reviewed' },
    definition: {
      sv: 'Andelen av årets rapporterade händelser som har gåtts igenom och fått ett beslut om uppföljning.',
      en: 'The share of the events reported during the year that have been gone through and have a decision on follow-up.',
    },
    unit: 'share',
    better: 'higher',
    of: 'incidents',
    records: (ask) => those(ask, sql`t.state <> 'reported'`),
    value: (ask, total) => shareOf(total, sql`(select count(*) from (${those(ask)}) whole)`),
  }),
  measuring({
    key: 'incidents.days-to-review',
    label: { sv: 'Tid från rapport till beslut, median', en: 'Time from report to decision, median' },
    definition: {
      sv: 'Mediantiden i dygn från det att en händelse rapporterades tills någon gick igenom den och beslutade om uppföljning, för årets rapporterade händelser. De som ännu inte är granskade räknas inte.',
      en: 'The median time in days from the report of an event until someone went through it and decided on follow-up, for the events reported during the year. Those not yet reviewed are not counted.',
    },
    unit: 'days',
    better: 'lower',
    of: 'incidents',
    records: (ask) => sql`select d.id from (${decided(ask)}) d`,
    value: (ask) => sql`(select round((percentile_cont(0.5) within group (order by d.days))::numeric, 1) from (${decided(ask)}) d)`,
  }),
]

export const incidentMatters: Matter[] = [
  waiting(incident, 'reported', ['review', 'dismiss'], {
    one: {
      sv: '{count} rapporterad händelse väntar på granskning sedan {days}',
      en: '{count} reported event has awaited review for {days}',
    },
    many: {
      sv: '{count} rapporterade händelser väntar på granskning, den äldsta sedan {days}',
      en: '{count} reported events await review, the oldest for {days}',
    },
  }),
]
