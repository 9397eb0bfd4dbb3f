import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, date, links, person, persons, rich, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** The management's yearly review of how the work with information security stands (MSBFS 2020:6 15 §; ISO/IEC 27001 9.3). */
export const managementReview = defineRegister({
  name: 'managementReview',
  plural: 'managementReviews',
  label: { one: { sv: 'Ledningens genomgång', en: 'Management review' }, many: { sv: 'Ledningens genomgångar', en: 'Management reviews' } },
  purpose: {
    sv: 'Här står vad ledningen har fått veta om läget, vad den drog för slutsatser och vad den beslutade.',
    en: 'Here stands what the management was told about the position, what it concluded and what it decided.',
  },
  reference: 'LG-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Rubrik', en: 'Title' }, { required: true, max: 160 }),
    heldOn: date({ sv: 'Genomförd den', en: 'Held on' }, { required: true }),
    chair: person({ sv: 'Ordförande', en: 'Chaired by' }, { inverse: { sv: 'Har lett genomgångarna', en: 'Has chaired the reviews' } }),
    presenter: person(
      { sv: 'Föredragande', en: 'Presented by' },
      { inverse: { sv: 'Har föredragit genomgångarna', en: 'Has presented the reviews' } },
    ),
    participants: persons(
      { sv: 'Deltagare', en: 'Participants' },
      { inverse: { sv: 'Har deltagit i genomgångarna', en: 'Has taken part in the reviews' } },
    ),
    presented: rich(
      { sv: 'Vad redovisades?', en: 'What was presented?' },
      {
        help: {
          sv: 'Säkerhetsåtgärder, allvarliga risker och andra hinder för att nå målen (15 § MSBFS 2020:6).',
          en: 'Security measures, serious risks and other obstacles to reaching the aims (MSBFS 2020:6, section 15).',
        },
      },
    ),
    conclusions: rich({ sv: 'Slutsatser', en: 'Conclusions' }),
    decisions: links({ sv: 'Beslut', en: 'Decisions' }, { to: 'decision', inverse: { sv: 'Fattades vid', en: 'Made at' } }),
    actions: links(
      { sv: 'Åtgärder', en: 'Actions' },
      { to: 'action', inverse: { sv: 'Följer av genomgången', en: 'Follows from the review' } },
    ),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    files: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  scope: { own: ['chair', 'presenter', 'participants'] },
  askWhy: ['conclusions'],

  access: {
    'department-head': { read: 'own', secret: 'own' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all', update: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'own' },
    preparedness: { read: 'own' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'title', 'heldOn', 'chair', 'presenter'],
    filters: ['heldOn', 'chair', 'presenter', 'participants', 'decisions', 'actions', 'marking'],
    sort: ['-heldOn'],
    views: [
      { label: { sv: 'Det senaste året', en: 'The last year' }, where: { heldOn: 'gte:today-365' } },
      { label: { sv: 'Där jag var med', en: 'Where I took part' }, where: { participants: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Genomgången', en: 'The review' }, fields: ['title', 'heldOn', 'chair', 'presenter', 'participants'] },
    { title: { sv: 'Innehåll', en: 'Content' }, fields: ['presented', 'conclusions', 'files', 'marking'] },
    { title: { sv: 'Vad följde?', en: 'What followed?' }, fields: ['decisions', 'actions'] },
  ],
})

export type ManagementReview = RecordOf<typeof managementReview.fields>
