import { defineRegister } from '#kernel/definition/register.ts'
import { choice, link, number, scale, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** The answer to one question in one round of self-assessment. */
export const assessmentAnswer = defineRegister({
  name: 'assessmentAnswer',
  plural: 'assessmentAnswers',
  label: {
    one: { sv: 'Svar i självutvärdering', en: 'Self-assessment answer' },
    many: { sv: 'Svar i självutvärderingar', en: 'Self-assessment answers' },
  },
  purpose: {
    sv: 'Här står era svar, fråga för fråga, så att omgångarna kan jämföras område för område.',
    en: 'Here stand your answers, question by question, so that rounds can be compared area by area.',
  },
  title: 'question',

  fields: {
    round: link({ sv: 'Omgång', en: 'Round' }, { to: 'selfAssessment', required: true, inverse: { sv: 'Svar', en: 'Answers' } }),
    order: number({ sv: 'Nummer', en: 'Number' }),
    area: text({ sv: 'Område', en: 'Area' }, { required: true, max: 160 }),
    question: text({ sv: 'Fråga', en: 'Question' }, { required: true, max: 500 }),
    level: scale({ sv: 'Hör till nivå', en: 'Belongs to level' }, [
      { sv: 'Nivå 1', en: 'Level 1' },
      { sv: 'Nivå 2', en: 'Level 2' },
      { sv: 'Nivå 3', en: 'Level 3' },
      { sv: 'Nivå 4', en: 'Level 4' },
    ]),
    answer: choice(
      { sv: 'Svar', en: 'Answer' },
      {
        yes: { sv: 'Ja', en: 'Yes' },
        partly: { sv: 'Delvis', en: 'Partly' },
        no: { sv: 'Nej', en: 'No' },
        notAnswered: { sv: 'Inte besvarad', en: 'Not answered' },
      },
      { required: true },
    ),
    comment: text({ sv: 'Kommentar', en: 'Comment' }, { lines: 3 }),
  },

  unique: [['round', 'question']],
  askWhy: ['answer'],

  access: {
    'department-head': { read: 'all' },
    'director-general': { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'risk-function': { read: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['order', 'area', 'question', 'level', 'answer', 'round'],
    filters: ['round', 'area', 'level', 'answer'],
    sort: ['round', 'order'],
    views: [
      { label: { sv: 'Att förbättra', en: 'To improve' }, where: { answer: 'no,partly' } },
      { label: { sv: 'Inte besvarade', en: 'Not answered' }, where: { answer: 'notAnswered' } },
    ],
  },

  form: [
    { title: { sv: 'Frågan', en: 'The question' }, fields: ['round', 'order', 'area', 'question', 'level'] },
    { title: { sv: 'Svaret', en: 'The answer' }, fields: ['answer', 'comment'] },
  ],
})

export type AssessmentAnswer = RecordOf<typeof assessmentAnswer.fields>
