import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, number, person, rich, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A standing cooperation on information security, with other authorities or within one's own. */
export const forum = defineRegister({
  name: 'forum',
  plural: 'forums',
  label: { one: { sv: 'Samverkansforum', en: 'Cooperation forum' }, many: { sv: 'Samverkan', en: 'Cooperation' } },
  purpose: {
    sv: 'Här står vilka forum ni deltar i, varför, och vad de ger er.',
    en: 'Here stands which forums you take part in, why, and what they give you.',
  },
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      { external: { sv: 'Med andra', en: 'With others' }, internal: { sv: 'Inom myndigheten', en: 'Within the authority' } },
      { required: true },
    ),
    purpose: text({ sv: 'Syfte', en: 'Purpose' }, { lines: 3 }),
    members: text({ sv: 'Deltagare', en: 'Members' }, { lines: 3, max: 1000 }),
    owner: person({ sv: 'Vår kontaktperson', en: 'Our contact' }, { inverse: { sv: 'Deltar i forumen', en: 'Takes part in the forums' } }),
    meetsPerYear: number({ sv: 'Möten per år', en: 'Meetings per year' }, { max: 366 }),
    activeFrom: date({ sv: 'Vi deltar sedan', en: 'We have taken part since' }),
    activeTo: date({ sv: 'Vi deltog till', en: 'We took part until' }),
    gave: rich({ sv: 'Vad har det gett?', en: 'What has it given?' }),
  },

  scope: { own: ['owner'] },

  access: {
    manager: { read: 'all' },
    'department-head': { read: 'all' },
    'director-general': { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    dpo: { read: 'all', create: 'all', update: 'own' },
    preparedness: { read: 'all', create: 'all', update: 'own' },
    procurement: { read: 'all' },
    'risk-function': { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['name', 'kind', 'owner', 'meetsPerYear', 'activeFrom'],
    filters: ['kind', 'owner', 'activeFrom', 'activeTo'],
    sort: ['kind', 'name'],
    views: [
      { label: { sv: 'Med andra', en: 'With others' }, where: { kind: 'external', activeTo: 'empty' } },
      { label: { sv: 'Inom myndigheten', en: 'Within the authority' }, where: { kind: 'internal', activeTo: 'empty' } },
    ],
  },

  form: [
    { title: { sv: 'Forumet', en: 'The forum' }, fields: ['name', 'kind', 'purpose', 'members', 'meetsPerYear'] },
    { title: { sv: 'Vår medverkan', en: 'Our part in it' }, fields: ['owner', 'activeFrom', 'activeTo', 'gave'] },
  ],
  exchange: { key: 'name' },
})

export type Forum = RecordOf<typeof forum.fields>
