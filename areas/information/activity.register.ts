import { defineRegister } from '#kernel/definition/register.ts'
import { link, links, person, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { needFields } from '../scales/needs.ts'

/** A process or an activity of the authority, and the information it cannot do without. */
export const activity = defineRegister({
  name: 'activity',
  plural: 'activities',
  label: { one: { sv: 'Verksamhetsprocess', en: 'Business process' }, many: { sv: 'Verksamhetsprocesser', en: 'Business processes' } },
  purpose: {
    sv: 'Här står vilka processer ni har och vilken information de behöver. Processens skyddsbehov är det högsta av informationens.',
    en: 'Here stands which processes you have and which information they need. The need of the process is the highest of its information.',
  },
  reference: 'VP-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    description: text({ sv: 'Vad leder den till?', en: 'What does it lead to?' }, { lines: 4 }),
    owner: person({ sv: 'Processägare', en: 'Process owner' }, { inverse: { sv: 'Äger processerna', en: 'Owns the processes' } }),
    unit: link(
      { sv: 'Enhet', en: 'Unit' },
      { to: 'unit', required: true, inverse: { sv: 'Verksamhetsprocesser', en: 'Business processes' } },
    ),
    uses: links(
      { sv: 'Behöver informationen', en: 'Needs the information' },
      { to: 'informationAsset', inverse: { sv: 'Behövs i processerna', en: 'Needed in the processes' } },
    ),
    ...needFields,
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  scope: { unit: 'unit', own: ['owner'] },

  access: {
    employee: { read: 'unit' },
    manager: { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'information-owner': { read: 'all', create: 'all', update: 'own' },
    'system-owner': { read: 'all' },
    'risk-owner': { read: 'unit' },
    'department-head': { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all', secret: 'all', create: 'all', update: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'level', 'owner', 'unit', 'uses'],
    filters: ['level', 'owner', 'unit', 'uses', 'marking'],
    sort: ['name'],
    views: [{ label: { sv: 'Mina processer', en: 'My processes' }, where: { owner: 'me' } }],
  },

  form: [
    { title: { sv: 'Vilken process är det?', en: 'Which process is it?' }, fields: ['name', 'description', 'unit', 'owner'] },
    {
      title: { sv: 'Vilken information behöver den?', en: 'Which information does it need?' },
      fields: ['uses', 'level', 'confidentiality', 'integrity', 'availability', 'traceability', 'marking'],
    },
  ],
})

export type Activity = RecordOf<typeof activity.fields>
