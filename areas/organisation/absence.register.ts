import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, date, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { absenceInOrder, absentByOneself, deputisedByAnother } from './organisation.rules.ts'

/** That a person is away for some days and another acts instead, with the same mandates. Why is never written. */
export const absence = defineRegister({
  name: 'absence',
  plural: 'absences',
  label: { one: { sv: 'Frånvaro', en: 'Absence' }, many: { sv: 'Frånvaro och ersättare', en: 'Absences and deputies' } },
  purpose: {
    sv: 'Här står vem som är borta och vem som ersätter. Ersättaren har samma uppdrag under tiden, och det som väntar läggs hos ersättaren. Skriv aldrig varför någon är borta.',
    en: 'Here stands who is away and who deputises. The deputy has the same assignments meanwhile, and what waits is handed to the deputy. Never write why somebody is away.',
  },
  title: 'name',

  fields: {
    name: calculated(text({ sv: 'Frånvaron', en: 'The absence' }, { max: 200 })),
    person: person({ sv: 'Frånvarande', en: 'Absent' }, { required: true, inverse: { sv: 'Frånvaro', en: 'Absences' } }),
    deputy: person(
      { sv: 'Ersättare', en: 'Deputy' },
      { required: true, inverse: { sv: 'Ersätter vid frånvaro', en: 'Deputises at absences' } },
    ),
    validFrom: date({ sv: 'Från och med', en: 'From' }, { required: true }),
    validTo: date({ sv: 'Till och med', en: 'Until' }, { required: true }),
  },

  rules: [
    { code: 'absence-in-order', fields: ['validTo', 'validFrom'], check: absenceInOrder },
    { code: 'absent-by-oneself', fields: ['person'], check: absentByOneself },
    { code: 'deputised-by-another', fields: ['deputy', 'person'], check: deputisedByAnother },
  ],
  scope: { own: ['person', 'deputy'] },

  access: {
    employee: { read: 'own', create: 'all', update: 'own', withdraw: 'own' },
    administrator: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['person', 'deputy', 'validFrom', 'validTo'],
    filters: ['person', 'deputy', 'validFrom', 'validTo'],
    sort: ['-validFrom'],
    views: [{ label: { sv: 'Borta nu', en: 'Away now' }, where: { validFrom: 'lte:today', validTo: 'gte:today' } }],
  },
  form: [
    {
      title: { sv: 'Vem är borta, och vem ersätter?', en: 'Who is away, and who deputises?' },
      fields: ['person', 'deputy', 'validFrom', 'validTo'],
    },
  ],
})

export type Absence = RecordOf<typeof absence.fields>
