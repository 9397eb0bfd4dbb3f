import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, choice, date, link, links, moment, person, rich, scale, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { discoveredAfterOccurred, discoveredByNow, externalReportDated } from './incident.rules.ts'
import { incidentWorkflow } from './incident.workflow.ts'

/** An event that harmed, or could have harmed, information: incident or near miss (MSBFS 2020:6 11–12 §§). */
export const incident = defineRegister({
  name: 'incident',
  plural: 'incidents',
  label: { one: { sv: 'Incident', en: 'Incident' }, many: { sv: 'Incidenter', en: 'Incidents' } },
  purpose: {
    sv: 'Här rapporterar du det som har hänt, eller nästan hände. Varje rapport läses av en människa och får ett beslut.',
    en: 'Here you report what has happened, or almost did. Every report is read by a person and gets a decision.',
  },
  reference: 'INC-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Vad har hänt, i korthet?', en: 'What has happened, in brief?' }, { required: true, max: 160 }),
    description: text(
      { sv: 'Berätta mer', en: 'Tell us more' },
      {
        lines: 6,
        help: {
          sv: 'Skriv inga personuppgifter om den som drabbats. Säkerhetsskyddsklassificerade uppgifter får inte lämnas här.',
          en: 'Do not write personal data about those affected. Security-classified information must not be given here.',
        },
      },
    ),
    occurredAt: moment(
      { sv: 'När inträffade det?', en: 'When did it occur?' },
      { help: { sv: 'Lämna tomt om du inte vet.', en: 'Leave empty if you do not know.' } },
    ),
    discoveredAt: moment({ sv: 'När upptäcktes det?', en: 'When was it discovered?' }, { required: true }),
    nearMiss: yesNo({ sv: 'Tillbud: det gick bra den här gången', en: 'Near miss: no harm this time' }),
    reporter: person({ sv: 'Rapporterad av', en: 'Reported by' }, { inverse: { sv: 'Har rapporterat', en: 'Has reported' } }),
    unit: link({ sv: 'Enhet där det hände', en: 'Unit where it happened' }, { to: 'unit', inverse: { sv: 'Incidenter', en: 'Incidents' } }),
    owner: person({ sv: 'Hanteras av', en: 'Handled by' }, { inverse: { sv: 'Hanterar incidenterna', en: 'Handles the incidents' } }),
    kind: choice(
      { sv: 'Typ av händelse', en: 'Kind of event' },
      {
        softwareHardware: { sv: 'Störning i mjukvara eller hårdvara', en: 'Fault in software or hardware' },
        operations: { sv: 'Störning i driftmiljö', en: 'Disturbance in the operating environment' },
        leak: { sv: 'Informationsförlust eller informationsläckage', en: 'Loss or leak of information' },
        corruption: { sv: 'Informationsförvanskning', en: 'Corruption of information' },
        hinderedAccess: { sv: 'Hindrad tillgång till information', en: 'Hindered access to information' },
        productFlaw: { sv: 'Säkerhetsbrist i en produkt', en: 'Security flaw in a product' },
        attack: { sv: 'Angrepp', en: 'Attack' },
        mistake: { sv: 'Handhavandefel', en: 'Handling error' },
        infrastructure: { sv: 'Störning i kritisk infrastruktur', en: 'Disturbance in critical infrastructure' },
        other: { sv: 'Annan plötslig oförutsedd händelse', en: 'Other sudden unforeseen event' },
      },
      {
        help: {
          sv: 'Indelningen följer de kategorier som it-incidenter länge har rapporterats efter till CERT-SE.',
          en: 'The division follows the categories long used for reporting it incidents to CERT-SE.',
        },
      },
    ),
    severity: scale(
      { sv: 'Allvarlighetsgrad', en: 'Severity' },
      [
        { sv: 'Försumbar', en: 'Negligible' },
        { sv: 'Måttlig', en: 'Moderate' },
        { sv: 'Betydande', en: 'Significant' },
        { sv: 'Allvarlig', en: 'Serious' },
      ],
      { tone: 'risk' },
    ),
    assets: links(
      { sv: 'Berörd information', en: 'Information affected' },
      { to: 'informationAsset', inverse: { sv: 'Incidenter', en: 'Incidents' } },
    ),
    systems: links({ sv: 'Berörda system', en: 'Systems affected' }, { to: 'system', inverse: { sv: 'Incidenter', en: 'Incidents' } }),
    risks: links({ sv: 'Risker som händelsen rör', en: 'Risks concerned' }, { to: 'risk', inverse: { sv: 'Incidenter', en: 'Incidents' } }),
    followUp: rich(
      { sv: 'Beslut om uppföljning', en: 'Decision on follow-up' },
      {
        help: {
          sv: 'Vad ska göras, av vem, eller varför behövs ingenting mer?',
          en: 'What is to be done, by whom, or why is nothing more needed?',
        },
      },
    ),
    rootCause: rich(
      { sv: 'Grundorsak', en: 'Root cause' },
      {
        help: {
          sv: 'Myndigheten ska identifiera grundorsaken till varje incident och avvikelse (12 § MSBFS 2020:6).',
          en: 'The authority must identify the root cause of every incident and deviation (MSBFS 2020:6, section 12).',
        },
      },
    ),
    reportedMcf: yesNo({ sv: 'Rapporterad till MCF (före 2026 MSB)', en: 'Reported to MCF (MSB before 2026)' }),
    reportedMcfOn: date({ sv: 'Rapporterad till MCF den', en: 'Reported to MCF on' }),
    reportedImy: yesNo(
      { sv: 'Anmäld till IMY', en: 'Notified to IMY' },
      {
        help: {
          sv: 'En personuppgiftsincident ska som huvudregel anmälas inom 72 timmar (artikel 33 i dataskyddsförordningen).',
          en: 'A personal data breach must as a rule be notified within 72 hours (GDPR, article 33).',
        },
      },
    ),
    reportedImyOn: date({ sv: 'Anmäld till IMY den', en: 'Notified to IMY on' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    files: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  workflow: incidentWorkflow,
  rules: [
    { code: 'discovered-after-occurred', fields: ['discoveredAt', 'occurredAt'], check: discoveredAfterOccurred },
    { code: 'discovered-by-now', fields: ['discoveredAt'], check: discoveredByNow },
    { code: 'external-report-dated', fields: ['reportedMcfOn', 'reportedImyOn'], check: externalReportDated },
  ],
  scope: { unit: 'unit', own: ['reporter', 'owner'] },

  access: {
    employee: { read: 'own', create: 'all' },
    manager: { read: 'unit', create: 'all', update: 'unit' },
    'system-owner': { read: 'own', create: 'all', update: 'own', moves: { handle: 'own' } },
    'information-owner': { read: 'own', create: 'all' },
    'department-head': { read: 'unit', secret: 'unit', create: 'all', update: 'unit' },
    'director-general': { read: 'all', secret: 'all', create: 'all' },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { review: 'all', dismiss: 'all', handle: 'all', close: 'all', reopen: 'all' },
    },
    'head-of-security': {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      moves: { review: 'all', dismiss: 'all', handle: 'all', close: 'all', reopen: 'all' },
    },
    dpo: { read: 'all', secret: 'all', create: 'all', update: 'all' },
    preparedness: { read: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all', create: 'all' },
    'internal-audit': { read: 'all', secret: 'all', create: 'all' },
  },

  askWhy: ['severity', 'kind', 'reportedMcf', 'reportedImy'],

  list: {
    columns: ['reference', 'title', 'severity', 'kind', 'state', 'unit', 'discoveredAt'],
    filters: [
      'state',
      'severity',
      'kind',
      'nearMiss',
      'unit',
      'owner',
      'reporter',
      'assets',
      'systems',
      'risks',
      'discoveredAt',
      'reportedMcf',
      'reportedImy',
      'marking',
    ],
    sort: ['-discoveredAt'],
    views: [
      { label: { sv: 'Väntar på granskning', en: 'Awaiting review' }, where: { state: 'reported' }, sort: ['discoveredAt'] },
      { label: { sv: 'Pågår', en: 'Ongoing' }, where: { state: 'reviewed,ongoing' } },
      { label: { sv: 'Betydande och allvarliga', en: 'Significant and serious' }, where: { severity: 'gte:3' } },
      { label: { sv: 'Mina rapporter', en: 'My reports' }, where: { reporter: 'me' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vad har hänt?', en: 'What has happened?' },
      fields: ['title', 'description', 'occurredAt', 'discoveredAt', 'nearMiss', 'reporter', 'files'],
    },
    {
      title: { sv: 'Vad berörs, och hur allvarligt är det?', en: 'What is affected, and how serious is it?' },
      fields: ['unit', 'kind', 'severity', 'assets', 'systems', 'risks', 'marking'],
    },
    { title: { sv: 'Vad gör ni åt det?', en: 'What do you do about it?' }, fields: ['followUp', 'owner', 'rootCause'] },
    {
      title: { sv: 'Rapportering till andra myndigheter', en: 'Reports to other authorities' },
      fields: ['reportedMcf', 'reportedMcfOn', 'reportedImy', 'reportedImyOn'],
    },
  ],
})

export type Incident = RecordOf<typeof incident.fields>
