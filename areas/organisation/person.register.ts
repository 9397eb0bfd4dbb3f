import { defineRegister } from '#kernel/definition/register.ts'
import { date, link, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { employmentInOrder } from './organisation.rules.ts'

/** A person who is or has been employed by the authority, or works for it. */
export const person = defineRegister({
  name: 'person',
  plural: 'persons',
  label: { one: { sv: 'Person', en: 'Person' }, many: { sv: 'Personer', en: 'Persons' } },
  purpose: {
    sv: 'Här finns alla som arbetar eller har arbetat hos er. Den som slutar behåller sin historia men förlorar sin åtkomst.',
    en: 'Here is everyone who works or has worked with you. Those who leave keep their history but lose their access.',
  },
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 120 }),
    email: text({ sv: 'E-postadress', en: 'E-mail address' }, { required: true, max: 254 }),
    title: text({ sv: 'Befattning', en: 'Job title' }, { max: 120 }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Medarbetare', en: 'Employees' } }),
    phone: text({ sv: 'Telefon', en: 'Telephone' }, { max: 40 }),
    employedFrom: date({ sv: 'Anställd från', en: 'Employed from' }, { required: true }),
    employedTo: date({ sv: 'Anställd till och med', en: 'Employed until' }),
    longAbsence: yesNo(
      { sv: 'Frånvarande en längre tid', en: 'On long absence' },
      {
        readers: ['administrator', 'internal-audit'],
        help: {
          sv: 'Till exempel föräldraledig eller tjänstledig. Skälet skrivs aldrig här. Den som är frånvarande räknas inte med i andelen utbildade.',
          en: 'For example on leave. The reason is never written here. Those absent are left out of the share trained.',
        },
      },
    ),
  },

  rules: [{ code: 'employment-in-order', fields: ['employedTo', 'employedFrom'], check: employmentInOrder }],
  unique: [['email']],
  scope: { unit: 'unit' },

  access: {
    employee: { read: 'all' },
    administrator: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['name', 'title', 'unit', 'email', 'phone', 'employedFrom', 'employedTo'],
    filters: ['unit', 'title', 'employedFrom', 'employedTo', 'longAbsence'],
    sort: ['name'],
    views: [
      { label: { sv: 'Anställda utan slutdatum', en: 'Employed without an end date' }, where: { employedTo: 'empty' } },
      { label: { sv: 'Har slutat', en: 'Have left' }, where: { employedTo: 'lt:today' } },
      { label: { sv: 'Nya den senaste månaden', en: 'New in the last month' }, where: { employedFrom: 'gte:today-30' } },
    ],
  },

  form: [
    { title: { sv: 'Personen', en: 'The person' }, fields: ['name', 'email', 'phone', 'title', 'unit'] },
    { title: { sv: 'Anställningen', en: 'The employment' }, fields: ['employedFrom', 'employedTo', 'longAbsence'] },
  ],
  exchange: { key: 'email' },
})

export type Person = RecordOf<typeof person.fields>
