import { roles } from '#kernel/access/roles.ts'
import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, derived, link, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { assignedByAnother, assignmentInOrder, assignmentName } from './organisation.rules.ts'

const { employee: _everyone, ...given } = roles
const options = Object.fromEntries(Object.entries(given).map(([name, { label }]) => [name, label]))

/** A mandate: that a person has a role for a unit, from one day to another. Being an employee needs no assignment. */
export const assignment = defineRegister({
  name: 'assignment',
  plural: 'assignments',
  label: { one: { sv: 'Uppdrag', en: 'Assignment' }, many: { sv: 'Uppdrag', en: 'Assignments' } },
  purpose: {
    sv: 'Här står vem som har vilken roll, för vilken del av myndigheten och under vilken tid. Det är uppdragen som ger behörighet.',
    en: 'Here stands who has which role, for which part of the authority and during which time. It is the assignments that give access.',
  },
  title: 'name',

  fields: {
    name: derived(text({ sv: 'Uppdrag', en: 'Assignment' }), { from: ['role'], by: assignmentName }),
    person: person({ sv: 'Person', en: 'Person' }, { required: true, inverse: { sv: 'Uppdrag', en: 'Assignments' } }),
    role: choice({ sv: 'Roll', en: 'Role' }, options, { required: true }),
    unit: link({ sv: 'Gäller för', en: 'Applies to' }, { to: 'unit', required: true, inverse: { sv: 'Uppdrag', en: 'Assignments' } }),
    validFrom: date({ sv: 'Från och med', en: 'From' }, { required: true }),
    validTo: date({ sv: 'Till och med', en: 'Until' }),
    note: text({ sv: 'Beslut eller anmärkning', en: 'Decision or note' }, { lines: 2, max: 500 }),
  },

  rules: [
    { code: 'assignment-in-order', fields: ['validTo', 'validFrom'], check: assignmentInOrder },
    { code: 'assigned-by-another', fields: ['person'], check: assignedByAnother },
  ],
  scope: { unit: 'unit', own: ['person'] },
  deadlines: ['validTo'],

  access: {
    employee: { read: 'all' },
    administrator: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'internal-audit': { read: 'all' },
  },

  askWhy: ['role', 'unit', 'validTo'],

  list: {
    columns: ['person', 'role', 'unit', 'validFrom', 'validTo'],
    filters: ['person', 'role', 'unit', 'validFrom', 'validTo'],
    sort: ['role', 'validFrom'],
    views: [
      { label: { sv: 'Utan slutdatum', en: 'Without an end date' }, where: { validTo: 'empty' } },
      { label: { sv: 'Upphör inom 60 dagar', en: 'Ending within 60 days' }, where: { validTo: 'lte:today+60' } },
      { label: { sv: 'Mina uppdrag', en: 'My assignments' }, where: { person: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vem får vilket uppdrag?', en: 'Who gets which assignment?' }, fields: ['person', 'role', 'unit'] },
    { title: { sv: 'Hur länge?', en: 'For how long?' }, fields: ['validFrom', 'validTo', 'note'] },
  ],
})

export type Assignment = RecordOf<typeof assignment.fields>
