import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, choice, date, derived, link, links, number, person, scale, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { riskLevel, riskValue } from './risk.rules.ts'
import { riskWorkflow } from './risk.workflow.ts'

const consequenceLevels = [
  { sv: 'Försumbar', en: 'Negligible' },
  { sv: 'Måttlig', en: 'Moderate' },
  { sv: 'Betydande', en: 'Significant' },
  { sv: 'Allvarlig', en: 'Serious' },
]
const likelihoodLevels = [
  { sv: 'Osannolik', en: 'Unlikely' },
  { sv: 'Möjlig', en: 'Possible' },
  { sv: 'Trolig', en: 'Likely' },
  { sv: 'Mycket trolig', en: 'Very likely' },
]
const levels = [
  { sv: 'Låg', en: 'Low' },
  { sv: 'Medel', en: 'Medium' },
  { sv: 'Hög', en: 'High' },
  { sv: 'Mycket hög', en: 'Very high' },
]

/** A possible event that would harm the confidentiality, integrity or availability of information. */
export const risk = defineRegister({
  name: 'risk',
  plural: 'risks',
  label: { one: { sv: 'Risk', en: 'Risk' }, many: { sv: 'Risker', en: 'Risks' } },
  purpose: {
    sv: 'Här står det som kan hända med myndighetens information, hur allvarligt det vore och vad ni har beslutat att göra åt det.',
    en: 'Here stands what could happen to the information of the authority, how serious it would be and what you have decided to do about it.',
  },
  reference: 'R-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Benämning', en: 'Title' }, { required: true, max: 160 }),
    cause: text({ sv: 'På grund av', en: 'Because of' }, { lines: 3, max: 2000 }),
    event: text({ sv: 'kan det hända att', en: 'it may happen that' }, { lines: 3, max: 2000 }),
    effect: text({ sv: 'vilket leder till', en: 'which leads to' }, { lines: 3, max: 2000 }),
    kind: choice(
      { sv: 'Uppkom vid', en: 'Arose from' },
      {
        operations: { sv: 'Verksamhetens riskanalys', en: 'Operational risk analysis' },
        classification: { sv: 'Informationsklassning', en: 'Information classification' },
        procurement: { sv: 'Upphandling', en: 'Procurement' },
        dpia: { sv: 'Konsekvensbedömning (dataskydd)', en: 'Data protection impact assessment' },
        project: { sv: 'Projekt', en: 'Project' },
        change: { sv: 'Förändring', en: 'Change' },
        rsa: { sv: 'Risk- och sårbarhetsanalys', en: 'Risk and vulnerability analysis' },
        incident: { sv: 'Incident', en: 'Incident' },
      },
      { required: true },
    ),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Risker', en: 'Risks' } }),
    owner: person({ sv: 'Riskägare', en: 'Risk owner' }, { inverse: { sv: 'Äger riskerna', en: 'Owns the risks' } }),
    assets: links(
      { sv: 'Berörd information', en: 'Information affected' },
      { to: 'informationAsset', inverse: { sv: 'Risker', en: 'Risks' } },
    ),
    systems: links({ sv: 'Berörda system', en: 'Systems affected' }, { to: 'system', inverse: { sv: 'Risker', en: 'Risks' } }),
    requirements: links({ sv: 'Berörda krav', en: 'Requirements affected' }, { to: 'requirement', inverse: { sv: 'Risker', en: 'Risks' } }),
    classification: link(
      { sv: 'Kom fram i klassningen', en: 'Came out of the classification' },
      { to: 'classification', inverse: { sv: 'Risker', en: 'Risks' } },
    ),
    gaps: links({ sv: 'Beror på bristerna', en: 'Due to the gaps' }, { to: 'measureAssessment', inverse: { sv: 'Risker', en: 'Risks' } }),
    threats: links({ sv: 'Hot', en: 'Threats' }, { to: 'threat', inverse: { sv: 'Risker', en: 'Risks' } }),
    consequence: scale({ sv: 'Konsekvens', en: 'Consequence' }, consequenceLevels),
    likelihood: scale({ sv: 'Sannolikhet', en: 'Likelihood' }, likelihoodLevels),
    value: derived(number({ sv: 'Riskvärde', en: 'Risk value' }), { from: ['consequence', 'likelihood'], by: riskValue }),
    level: derived(scale({ sv: 'Risknivå', en: 'Risk level' }, levels, { tone: 'risk' }), {
      from: ['consequence', 'likelihood'],
      by: riskLevel,
    }),
    response: choice(
      { sv: 'Riskbehandling', en: 'Risk treatment' },
      {
        reduce: { sv: 'Minska', en: 'Reduce' },
        avoid: { sv: 'Undvik', en: 'Avoid' },
        share: { sv: 'Dela', en: 'Share' },
        accept: { sv: 'Acceptera', en: 'Accept' },
      },
    ),
    reviewBy: date({ sv: 'Omprövas senast', en: 'Review by' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    evidence: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  workflow: riskWorkflow,
  scope: { unit: 'unit', own: ['owner'] },
  deadlines: ['reviewBy'],

  // Who may do what, to which records.
  access: {
    employee: { read: 'own', create: 'all' },
    manager: { read: 'unit', secret: 'unit', create: 'unit', update: 'unit', moves: { analyse: 'unit' } },
    'risk-owner': {
      read: 'own',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { analyse: 'own', treat: 'own', accept: 'own', reopen: 'own', close: 'own' },
    },
    'department-head': {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { analyse: 'unit', treat: 'unit', accept: 'unit', reopen: 'unit', close: 'unit' },
    },
    'information-owner': { read: 'own', create: 'all' },
    'system-owner': { read: 'own', create: 'all' },
    'director-general': { read: 'all', secret: 'all', moves: { treat: 'all', accept: 'all', reopen: 'all' } },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all', moves: { analyse: 'all', reopen: 'all' } },
    'head-of-security': { read: 'all', secret: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all', create: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  askWhy: ['consequence', 'likelihood', 'owner'],

  list: {
    columns: ['reference', 'title', 'level', 'owner', 'unit', 'state', 'reviewBy'],
    filters: [
      'level',
      'state',
      'owner',
      'unit',
      'kind',
      'response',
      'assets',
      'systems',
      'requirements',
      'classification',
      'gaps',
      'threats',
      'reviewBy',
      'value',
      'marking',
    ],
    sort: ['-value', 'reviewBy'],
    views: [
      { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, where: { state: 'analysed' } },
      { label: { sv: 'Hög och mycket hög', en: 'High and very high' }, where: { level: 'gte:3', state: 'not:closed' } },
      { label: { sv: 'Ska omprövas', en: 'Due for review' }, where: { reviewBy: 'lt:today', state: 'not:closed' } },
      { label: { sv: 'Mina risker', en: 'My risks' }, where: { owner: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vad kan hända?', en: 'What could happen?' }, fields: ['title', 'cause', 'event', 'effect', 'kind'] },
    {
      title: { sv: 'Vad berörs?', en: 'What is affected?' },
      fields: ['unit', 'owner', 'assets', 'systems', 'requirements', 'classification', 'gaps', 'threats'],
    },
    { title: { sv: 'Hur allvarligt är det?', en: 'How serious is it?' }, fields: ['consequence', 'likelihood', 'value', 'level'] },
    { title: { sv: 'Vad gör ni åt det?', en: 'What do you do about it?' }, fields: ['response', 'reviewBy', 'marking', 'evidence'] },
  ],
})

export type Risk = RecordOf<typeof risk.fields>
