import { defineRegister } from '#kernel/definition/register.ts'
import { choice, link, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A part of the authority, in a tree with the authority itself at the top. */
export const unit = defineRegister({
  name: 'unit',
  plural: 'units',
  label: { one: { sv: 'Enhet', en: 'Unit' }, many: { sv: 'Enheter', en: 'Units' } },
  purpose: {
    sv: 'Här står hur myndigheten är indelad. Enheterna styr vem som ser vad och vem som ska besluta.',
    en: 'Here stands how the authority is divided. The units govern who sees what and who is to decide.',
  },
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 120 }),
    shortName: text({ sv: 'Kortnamn', en: 'Short name' }, { max: 20 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      {
        authority: { sv: 'Myndighet', en: 'Authority' },
        department: { sv: 'Avdelning', en: 'Department' },
        unit: { sv: 'Enhet', en: 'Unit' },
        team: { sv: 'Grupp', en: 'Team' },
      },
      { required: true },
    ),
    parent: link({ sv: 'Ingår i', en: 'Part of' }, { to: 'unit', inverse: { sv: 'Består av', en: 'Consists of' } }),
    site: text({ sv: 'Verksamhetsort', en: 'Site' }, { max: 80 }),
    head: person({ sv: 'Chef', en: 'Head' }, { inverse: { sv: 'Chef för', en: 'Head of' } }),
  },

  access: {
    employee: { read: 'all' },
    administrator: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'internal-audit': { read: 'all' },
  },

  askWhy: ['parent'],

  list: {
    columns: ['name', 'shortName', 'kind', 'parent', 'site', 'head'],
    filters: ['kind', 'parent', 'site', 'head'],
    sort: ['name'],
    views: [
      { label: { sv: 'Avdelningar', en: 'Departments' }, where: { kind: 'department' } },
      { label: { sv: 'Enheter och grupper', en: 'Units and teams' }, where: { kind: 'unit,team' } },
      { label: { sv: 'Saknar chef', en: 'Without a head' }, where: { head: 'empty' } },
    ],
  },

  form: [
    { title: { sv: 'Enheten', en: 'The unit' }, fields: ['name', 'shortName', 'kind', 'site'] },
    { title: { sv: 'Plats i organisationen', en: 'Place in the organisation' }, fields: ['parent', 'head'] },
  ],
  exchange: { key: 'name' },
})

export type Unit = RecordOf<typeof unit.fields>
