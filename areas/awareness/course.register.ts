import { defineRegister } from '#kernel/definition/register.ts'
import { choice, number, person, rich, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A course that employees take, once or over again (MSBFS 2020:6 9 § 5). */
export const course = defineRegister({
  name: 'course',
  plural: 'courses',
  label: { one: { sv: 'Utbildning', en: 'Course' }, many: { sv: 'Utbildningar', en: 'Courses' } },
  purpose: {
    sv: 'Här finns de utbildningar som medarbetarna ska gå, vem de är till för och hur länge de gäller.',
    en: 'Here are the courses that employees are to take, whom they are for and how long they are valid.',
  },
  reference: 'UTB-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    kind: choice(
      { sv: 'Riktar sig till', en: 'Directed at' },
      { everyone: { sv: 'Alla medarbetare', en: 'All employees' }, role: { sv: 'Vissa roller', en: 'Certain roles' } },
      { required: true },
    ),
    audience: text({ sv: 'Vilka ska gå den?', en: 'Who is to take it?' }, { lines: 2, max: 500 }),
    mandatory: yesNo({ sv: 'Obligatorisk', en: 'Mandatory' }),
    validityMonths: number(
      { sv: 'Gäller i', en: 'Valid for' },
      {
        unit: { sv: 'månader', en: 'months' },
        min: 1,
        max: 120,
        help: { sv: 'Lämna tomt om utbildningen gäller tills vidare.', en: 'Leave empty if the course is valid until further notice.' },
      },
    ),
    owner: person(
      { sv: 'Ansvarig', en: 'Responsible' },
      { inverse: { sv: 'Ansvarar för utbildningarna', en: 'Responsible for the courses' } },
    ),
    content: rich({ sv: 'Innehåll', en: 'Content' }),
  },

  scope: { own: ['owner'] },

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'own' },
    dpo: { read: 'all', create: 'all', update: 'own' },
    preparedness: { read: 'all', create: 'all', update: 'own' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['name', 'kind', 'audience', 'mandatory', 'validityMonths', 'owner'],
    filters: ['kind', 'mandatory', 'validityMonths', 'owner'],
    sort: ['kind', 'name'],
    views: [
      { label: { sv: 'Obligatoriska', en: 'Mandatory' }, where: { mandatory: 'true' } },
      { label: { sv: 'För vissa roller', en: 'For certain roles' }, where: { kind: 'role' } },
    ],
  },

  form: [
    { title: { sv: 'Utbildningen', en: 'The course' }, fields: ['name', 'kind', 'audience', 'mandatory', 'validityMonths', 'owner'] },
    { title: { sv: 'Innehåll', en: 'Content' }, fields: ['content'] },
  ],
  exchange: { key: 'name' },
})

export type Course = RecordOf<typeof course.fields>
