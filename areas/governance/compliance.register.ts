import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, choice, date, derived, link, links, person, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { assessments, complianceName, reasonedWhenNotFulfilled, standingOf } from './compliance.rules.ts'

/** What the authority, or a part of it, has found about one requirement. */
export const compliance = defineRegister({
  name: 'compliance',
  plural: 'compliances',
  label: { one: { sv: 'Bedömning av krav', en: 'Assessment of a requirement' }, many: { sv: 'Efterlevnad', en: 'Compliance' } },
  purpose: {
    sv: 'Här bedömer ni krav för krav hur ni ligger till, varför, och vad som visar det.',
    en: 'Here you assess, requirement by requirement, where you stand, why, and what shows it.',
  },
  title: 'name',

  fields: {
    name: derived(text({ sv: 'Bedömning i korthet', en: 'Assessment in brief' }), {
      from: ['assessment', 'assessedOn'],
      by: complianceName,
    }),
    requirement: link(
      { sv: 'Krav', en: 'Requirement' },
      { to: 'requirement', required: true, inverse: { sv: 'Bedömningar', en: 'Assessments' } },
    ),
    unit: link({ sv: 'Gäller för', en: 'Applies to' }, { to: 'unit', required: true, inverse: { sv: 'Efterlevnad', en: 'Compliance' } }),
    assessment: choice({ sv: 'Bedömning', en: 'Assessment' }, assessments, { required: true }),
    advice: yesNo(
      { sv: 'Avser ett allmänt råd', en: 'Concerns general advice' },
      {
        help: {
          sv: 'Den som inte följer ett allmänt råd bryter inte mot något krav, men bör kunna visa att målet nås på annat sätt.',
          en: 'Not following general advice breaches no requirement, but one should be able to show that the aim is reached in another way.',
        },
      },
    ),
    standing: derived(
      choice(
        { sv: 'Läge', en: 'Standing' },
        {
          met: { sv: 'I ordning', en: 'In order' },
          underway: { sv: 'På väg', en: 'Under way' },
          gap: { sv: 'Brist', en: 'Gap' },
          ownWay: { sv: 'Egen väg', en: 'Own way' },
          outside: { sv: 'Utanför', en: 'Outside' },
        },
      ),
      { from: ['assessment', 'advice'], by: standingOf },
    ),
    reason: text({ sv: 'Skäl', en: 'Reason' }, { lines: 4 }),
    documents: links(
      { sv: 'Styrdokument som visar det', en: 'Documents that show it' },
      { to: 'document', inverse: { sv: 'Visar efterlevnad av', en: 'Shows compliance with' } },
    ),
    actions: links(
      { sv: 'Åtgärder', en: 'Actions' },
      { to: 'action', inverse: { sv: 'Förbättrar efterlevnaden av', en: 'Improves compliance with' } },
    ),
    evidence: attachments({ sv: 'Underlag', en: 'Evidence' }),
    assessedOn: date({ sv: 'Bedömt den', en: 'Assessed on' }, { required: true }),
    assessor: person({ sv: 'Bedömt av', en: 'Assessed by' }, { inverse: { sv: 'Har bedömt', en: 'Has assessed' } }),
  },

  rules: [{ code: 'reason-when-not-fulfilled', fields: ['reason', 'assessment'], check: reasonedWhenNotFulfilled }],
  unique: [['requirement', 'unit']],
  scope: { unit: 'unit', own: ['assessor'] },
  askWhy: ['assessment'],

  access: {
    manager: { read: 'unit', create: 'unit', update: 'own' },
    'department-head': { read: 'unit', create: 'unit', update: 'unit' },
    'director-general': { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'own' },
    'risk-function': { read: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['requirement', 'unit', 'assessment', 'standing', 'assessedOn', 'assessor'],
    filters: ['requirement', 'unit', 'assessment', 'standing', 'advice', 'documents', 'actions', 'assessedOn', 'assessor'],
    sort: ['-assessedOn'],
    views: [
      { label: { sv: 'Brister', en: 'Gaps' }, where: { standing: 'gap' } },
      { label: { sv: 'På väg', en: 'Under way' }, where: { standing: 'underway' } },
      { label: { sv: 'Bedömt för mer än ett år sedan', en: 'Assessed more than a year ago' }, where: { assessedOn: 'lt:today-365' } },
    ],
  },

  form: [
    { title: { sv: 'Vilket krav, och för vem?', en: 'Which requirement, and for whom?' }, fields: ['requirement', 'unit', 'advice'] },
    {
      title: { sv: 'Hur ligger ni till?', en: 'Where do you stand?' },
      fields: ['assessment', 'standing', 'reason', 'assessedOn', 'assessor'],
    },
    { title: { sv: 'Vad visar det?', en: 'What shows it?' }, fields: ['documents', 'evidence', 'actions'] },
  ],
})

export type Compliance = RecordOf<typeof compliance.fields>
