import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, date, links, person, persons, rich, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A formal decision: its day, content, who decided, who presented the matter and who else took part (myndighetsförordningen 2007:515, 20–21 §§). */
export const decision = defineRegister({
  name: 'decision',
  plural: 'decisions',
  label: { one: { sv: 'Beslut', en: 'Decision' }, many: { sv: 'Beslut', en: 'Decisions' } },
  purpose: {
    sv: 'Här står vad som har beslutats, när, av vem och efter föredragning av vem.',
    en: 'Here stands what has been decided, when, by whom and who presented the matter.',
  },
  reference: 'BES-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Beslut om', en: 'Decision on' }, { required: true, max: 200 }),
    decidedOn: date({ sv: 'Dag för beslutet', en: 'Day of the decision' }, { required: true }),
    decider: person({ sv: 'Beslutsfattare', en: 'Decided by' }, { required: true, inverse: { sv: 'Har beslutat', en: 'Has decided' } }),
    presenter: person({ sv: 'Föredragande', en: 'Presented by' }, { inverse: { sv: 'Har föredragit', en: 'Has presented' } }),
    othersPresent: persons(
      { sv: 'Närvarande utan att besluta', en: 'Present without deciding' },
      { inverse: { sv: 'Har varit med vid', en: 'Has been present at' } },
    ),
    content: rich({ sv: 'Beslutets innehåll', en: 'What was decided' }, { required: true }),
    registration: text({ sv: 'Diarienummer', en: 'Registration number' }, { max: 60 }),
    risks: links({ sv: 'Rör riskerna', en: 'Concerns the risks' }, { to: 'risk', inverse: { sv: 'Beslut', en: 'Decisions' } }),
    documents: links(
      { sv: 'Rör styrdokumenten', en: 'Concerns the documents' },
      { to: 'document', inverse: { sv: 'Beslut', en: 'Decisions' } },
    ),
    actions: links({ sv: 'Rör åtgärderna', en: 'Concerns the actions' }, { to: 'action', inverse: { sv: 'Beslut', en: 'Decisions' } }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    files: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  scope: { own: ['decider', 'presenter', 'othersPresent'] },
  askWhy: ['content', 'decider', 'decidedOn'],

  access: {
    manager: { read: 'all' },
    'risk-owner': { read: 'all', create: 'all' },
    'information-owner': { read: 'all', create: 'all' },
    'system-owner': { read: 'all' },
    'department-head': { read: 'all', secret: 'own', create: 'all', update: 'own' },
    'director-general': { read: 'all', secret: 'all', create: 'all', update: 'own' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all', update: 'own' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'title', 'decidedOn', 'decider', 'presenter', 'registration'],
    filters: ['decidedOn', 'decider', 'presenter', 'risks', 'documents', 'actions', 'registration', 'marking'],
    sort: ['-decidedOn'],
    views: [
      { label: { sv: 'Det senaste året', en: 'The last year' }, where: { decidedOn: 'gte:today-365' } },
      { label: { sv: 'Mina beslut', en: 'My decisions' }, where: { decider: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Beslutet', en: 'The decision' }, fields: ['title', 'content', 'decidedOn', 'registration'] },
    { title: { sv: 'Vilka var med?', en: 'Who took part?' }, fields: ['decider', 'presenter', 'othersPresent'] },
    { title: { sv: 'Vad rör det?', en: 'What does it concern?' }, fields: ['risks', 'documents', 'actions', 'marking', 'files'] },
  ],
})

export type Decision = RecordOf<typeof decision.fields>
