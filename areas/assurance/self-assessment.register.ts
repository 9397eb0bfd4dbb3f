import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, date, person, rich, scale, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** One round of the authority's evaluation of its own work, with the level it reached. */
export const selfAssessment = defineRegister({
  name: 'selfAssessment',
  plural: 'selfAssessments',
  label: { one: { sv: 'Självutvärdering', en: 'Self-assessment' }, many: { sv: 'Självutvärderingar', en: 'Self-assessments' } },
  purpose: {
    sv: 'Här utvärderar ni ert eget arbete, omgång för omgång, och ser vad som har blivit bättre och vad som återstår.',
    en: 'Here you evaluate your own work, round by round, and see what has become better and what remains.',
  },
  title: 'name',

  fields: {
    name: text({ sv: 'Omgång', en: 'Round' }, { required: true, max: 160 }),
    questionnaire: text({ sv: 'Frågeformulär', en: 'Questionnaire' }, { required: true, max: 160 }),
    heldOn: date({ sv: 'Genomförd den', en: 'Held on' }, { required: true }),
    owner: person(
      { sv: 'Ansvarig', en: 'Responsible' },
      { inverse: { sv: 'Har lett självutvärderingarna', en: 'Has led the self-assessments' } },
    ),
    level: scale(
      { sv: 'Uppnådd nivå', en: 'Level reached' },
      [
        { sv: 'Ingen nivå', en: 'No level' },
        { sv: 'Nivå 1', en: 'Level 1' },
        { sv: 'Nivå 2', en: 'Level 2' },
        { sv: 'Nivå 3', en: 'Level 3' },
        { sv: 'Nivå 4', en: 'Level 4' },
      ],
      { first: 0 },
    ),
    note: rich({ sv: 'Slutsatser', en: 'Conclusions' }),
    files: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  scope: { own: ['owner'] },
  askWhy: ['level'],

  access: {
    'department-head': { read: 'all' },
    'director-general': { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'own' },
    'risk-function': { read: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['name', 'questionnaire', 'heldOn', 'level', 'owner'],
    filters: ['questionnaire', 'heldOn', 'level', 'owner'],
    sort: ['-heldOn'],
    views: [
      { label: { sv: 'De senaste tre åren', en: 'The last three years' }, where: { heldOn: 'gte:today-1096' } },
      { label: { sv: 'Utan nivå', en: 'Without a level' }, where: { level: '0' } },
    ],
  },

  form: [
    { title: { sv: 'Omgången', en: 'The round' }, fields: ['name', 'questionnaire', 'heldOn', 'owner'] },
    { title: { sv: 'Resultatet', en: 'The result' }, fields: ['level', 'note', 'files'] },
  ],
})

export type SelfAssessment = RecordOf<typeof selfAssessment.fields>
