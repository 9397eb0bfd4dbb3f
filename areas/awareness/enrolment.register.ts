import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, derived, link, number, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { completedByNow, enrolmentName } from './enrolment.rules.ts'

/** That a person is to take a course by a day, and the day it was completed. */
export const enrolment = defineRegister({
  name: 'enrolment',
  plural: 'enrolments',
  label: {
    one: { sv: 'Utbildningstillfälle', en: 'Enrolment' },
    many: { sv: 'Genomförda och planerade utbildningar', en: 'Completed and planned courses' },
  },
  purpose: {
    sv: 'Här syns vem som ska gå vilken utbildning, senast när, och vem som är klar.',
    en: 'Here you see who is to take which course, by when, and who has finished.',
  },
  title: 'name',

  fields: {
    name: derived(text({ sv: 'Läge', en: 'Status' }), { from: ['due', 'completedOn'], by: enrolmentName }),
    person: person({ sv: 'Person', en: 'Person' }, { required: true, inverse: { sv: 'Utbildningar', en: 'Courses' } }),
    course: link({ sv: 'Utbildning', en: 'Course' }, { to: 'course', required: true, inverse: { sv: 'Deltagare', en: 'Participants' } }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', inverse: { sv: 'Utbildningar', en: 'Courses' } }),
    due: date({ sv: 'Ska vara genomförd', en: 'To be completed by' }),
    completedOn: date({ sv: 'Genomförd den', en: 'Completed on' }),
    result: number({ sv: 'Resultat', en: 'Result' }, { unit: { sv: 'procent rätt', en: 'per cent correct' }, max: 100 }),
    source: choice(
      { sv: 'Uppgiften kommer från', en: 'Recorded from' },
      {
        own: { sv: 'Värna', en: 'Värna' },
        lms: { sv: 'Utbildningsplattformen', en: 'Learning platform' },
        classroom: { sv: 'Lärarledd utbildning', en: 'Classroom course' },
      },
    ),
  },

  rules: [{ code: 'completed-by-now', fields: ['completedOn'], check: completedByNow }],
  unique: [['person', 'course', 'due']],
  scope: { unit: 'unit', own: ['person'] },
  deadlines: ['due'],

  access: {
    employee: { read: 'own' },
    manager: { read: 'unit' },
    'department-head': { read: 'unit' },
    'director-general': { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'risk-function': { read: 'all' },
    dpo: { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['person', 'course', 'unit', 'due', 'completedOn', 'result'],
    filters: ['person', 'course', 'unit', 'due', 'completedOn', 'source', 'result'],
    sort: ['due'],
    views: [
      { label: { sv: 'Försenade', en: 'Late' }, where: { due: 'lt:today', completedOn: 'empty' } },
      { label: { sv: 'Återstår', en: 'Remaining' }, where: { completedOn: 'empty' } },
      { label: { sv: 'Genomförda', en: 'Completed' }, where: { completedOn: 'filled' }, sort: ['-completedOn'] },
      { label: { sv: 'Mina utbildningar', en: 'My courses' }, where: { person: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vem ska gå vad?', en: 'Who is to take what?' }, fields: ['person', 'course', 'unit', 'due'] },
    { title: { sv: 'Genomförandet', en: 'Completion' }, fields: ['completedOn', 'result', 'source'] },
  ],
})

export type Enrolment = RecordOf<typeof enrolment.fields>
