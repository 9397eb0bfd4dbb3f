import { sql } from 'kysely'
import type { Figure, Matter } from '#kernel/figures/figure.ts'
import { counting, share } from '#kernel/figures/server/builders.ts'
import { late, waiting } from '#kernel/figures/server/matters.ts'
import type { Text } from '#kernel/language/text.ts'
import { highestRung, rungs } from '../../scales/needs.ts'
import { classification } from '../classification.register.ts'
import { informationAsset } from '../information-asset.register.ts'
import { measureAssessment } from '../measure-assessment.register.ts'

const severities: readonly (readonly [key: string, severity: number, name: Text])[] = [
  ['serious', 4, { sv: 'allvarliga', en: 'serious' }],
  ['significant', 3, { sv: 'betydande', en: 'significant' }],
  ['moderate', 2, { sv: 'måttliga', en: 'moderate' }],
  ['negligible', 1, { sv: 'försumbara', en: 'negligible' }],
]

const gapsAt = ([key, severity, name]: (typeof severities)[number], handled: boolean): Figure =>
  counting({
    key: `management-system.gaps-by-severity.${key}.${handled ? 'with-action' : 'without-action'}`,
    label: handled
      ? { sv: `Brister med åtgärd, ${name.sv}`, en: `Gaps with an action, ${name.en}` }
      : { sv: `Brister utan åtgärd, ${name.sv}`, en: `Gaps without an action, ${name.en}` },
    definition: handled
      ? {
          sv: `Antalet ${name.sv} brister i de säkerhetsåtgärder som skyddsnivån kräver denna dag, för vilka en åtgärd finns som inte är avbruten.`,
          en: `The number of ${name.en} gaps in the security measures that the protection level requires on this day, for which there is an action that has not been dropped.`,
        }
      : {
          sv: `Antalet ${name.sv} brister i de säkerhetsåtgärder som skyddsnivån kräver denna dag, som varken har en åtgärd eller är accepterade.`,
          en: `The number of ${name.en} gaps in the security measures that the protection level requires on this day, that neither have an action nor are accepted.`,
        },
    better: handled ? 'neither' : 'lower',
    of: 'measureAssessments',
    where: { standing: handled ? 'treated' : 'open', severity: String(severity) },
  })

const informationAt = (level: number): Figure =>
  counting({
    key: `management-system.information-by-level.${level}`,
    label: { sv: `Informationsmängder på nivå ${level}`, en: `Information assets at level ${level}` },
    definition: {
      sv: `Antalet informationsmängder vars högsta skyddsbehov denna dag är ${level} på den gemensamma skalan (${rungs[level]?.sv.toLowerCase()}).`,
      en: `The number of information assets whose greatest need of protection on this day is ${level} on the common scale (${rungs[level]?.en.toLowerCase()}).`,
    },
    better: 'neither',
    of: 'informationAssets',
    where: { level: String(level) },
  })

export const informationFigures: Figure[] = [
  share({
    key: 'management-system.information-classified-share',
    label: { sv: 'Klassade informationsmängder', en: 'Classified information assets' },
    definition: {
      sv: 'Andelen av informationsmängderna i registret denna dag som har klassats, det vill säga värderats i fråga om konfidentialitet, riktighet och tillgänglighet.',
      en: 'The share of the information assets in the register on this day that have been classified, that is, valued for confidentiality, integrity and availability.',
    },
    of: 'informationAssets',
    that: { classifiedOn: 'filled' },
  }),
  share({
    key: 'management-system.classifications-reviewed-share',
    label: { sv: 'Klassningar som är omprövade i tid', en: 'Classifications reviewed in time' },
    definition: {
      sv: 'Andelen av de klassade informationsmängderna vars dag för omprövning inte har passerat. En klassning utan dag för omprövning räknas som inte omprövad.',
      en: 'The share of the classified information assets whose day of review has not passed. A classification without a day of review counts as not reviewed.',
    },
    of: 'informationAssets',
    among: { classifiedOn: 'filled' },
    that: { reviewBy: 'gte:today' },
  }),
  ...Array.from({ length: highestRung + 1 }, (_, level) => informationAt(level)),
  counting({
    key: 'management-system.gaps-without-action',
    label: { sv: 'Brister utan åtgärd', en: 'Gaps without an action' },
    definition: {
      sv: 'Antalet brister i de säkerhetsåtgärder som skyddsnivån kräver denna dag, som varken har en åtgärd eller är accepterade. En åtgärd som är avbruten räknas inte.',
      en: 'The number of gaps in the security measures that the protection level requires on this day, that neither have an action nor are accepted. An action that has been dropped does not count.',
    },
    better: 'lower',
    of: 'measureAssessments',
    where: { standing: 'open' },
  }),
  counting({
    key: 'management-system.gaps-accepted',
    label: { sv: 'Accepterade brister', en: 'Accepted gaps' },
    definition: {
      sv: 'Antalet brister i de säkerhetsåtgärder som skyddsnivån kräver, som denna dag är accepterade för en tid av någon med mandat.',
      en: 'The number of gaps in the security measures that the protection level requires, that on this day are accepted for a time by somebody with the mandate.',
    },
    better: 'neither',
    of: 'measureAssessments',
    where: { standing: 'accepted' },
  }),
  ...severities.flatMap((severity) => [gapsAt(severity, true), gapsAt(severity, false)]),
]

export const informationMatters: Matter[] = [
  waiting(classification, 'proposed', ['decide'], {
    one: {
      sv: '{count} informationsklassning väntar på beslut sedan {days}',
      en: '{count} information classification has awaited a decision for {days}',
    },
    many: {
      sv: '{count} informationsklassningar väntar på beslut, den äldsta sedan {days}',
      en: '{count} information classifications await a decision, the oldest for {days}',
    },
  }),
  late(informationAsset, {
    key: 'classification-reviews',
    day: 'reviewBy',
    conditions: { reviewBy: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} informationsklassning skulle ha omprövats för {days} sedan',
      en: '{count} information classification was due for review {days} ago',
    },
    many: {
      sv: '{count} informationsklassningar skulle ha omprövats, den äldsta för {days} sedan',
      en: '{count} information classifications are overdue for review, the oldest by {days}',
    },
  }),
  late(classification, {
    key: 'classifications',
    day: 'dueBy',
    where: () => sql`t.state in ('planned', 'underway', 'proposed')`,
    conditions: { state: 'planned,underway,proposed', dueBy: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} informationsklassning skulle ha varit klar för {days} sedan',
      en: '{count} information classification was due {days} ago',
    },
    many: {
      sv: '{count} informationsklassningar skulle ha varit klara, den äldsta för {days} sedan',
      en: '{count} information classifications are overdue, the oldest by {days}',
    },
  }),
  late(measureAssessment, {
    key: 'acceptances',
    day: 'acceptedUntil',
    where: () => sql`t.standing = 'accepted'`,
    conditions: { standing: 'accepted', acceptedUntil: 'lt:today' },
    by: 'update',
    one: {
      sv: '{count} brist är inte längre accepterad, sedan {days}',
      en: '{count} gap is no longer accepted, since {days} ago',
    },
    many: {
      sv: '{count} brister är inte längre accepterade, den äldsta sedan {days}',
      en: '{count} gaps are no longer accepted, the oldest for {days}',
    },
  }),
]
