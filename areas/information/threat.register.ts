import { defineRegister } from '#kernel/definition/register.ts'
import { text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A kind of event that may harm information: the catalogue that a risk analysis starts from. */
export const threat = defineRegister({
  name: 'threat',
  plural: 'threats',
  label: { one: { sv: 'Hot', en: 'Threat' }, many: { sv: 'Hot', en: 'Threats' } },
  purpose: {
    sv: 'Här står det som kan hota information, i era egna ord. Riskanalysen i en klassning utgår från listan.',
    en: 'Here stands what may threaten information, in your own words. The risk analysis of a classification starts from the list.',
  },
  title: 'name',

  fields: {
    key: text({ sv: 'Beteckning', en: 'Key' }, { required: true, max: 40 }),
    name: text({ sv: 'Hot', en: 'Threat' }, { required: true, max: 160 }),
    cause: text({ sv: 'På grund av', en: 'Because of' }, { lines: 2, max: 1000 }),
    event: text({ sv: 'kan det hända att', en: 'it may happen that' }, { lines: 2, max: 1000 }),
    effect: text({ sv: 'vilket leder till', en: 'which leads to' }, { lines: 2, max: 1000 }),
    confidentiality: yesNo({ sv: 'Hotar konfidentialiteten', en: 'Threatens confidentiality' }),
    integrity: yesNo({ sv: 'Hotar riktigheten', en: 'Threatens integrity' }),
    availability: yesNo({ sv: 'Hotar tillgängligheten', en: 'Threatens availability' }),
  },

  unique: [['key']],
  exchange: { key: 'key' },

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'internal-audit': { read: 'all' },
    'risk-function': { read: 'all', create: 'all', update: 'all' },
  },

  list: {
    columns: ['key', 'name', 'confidentiality', 'integrity', 'availability'],
    filters: ['confidentiality', 'integrity', 'availability'],
    sort: ['key'],
  },

  form: [
    { title: { sv: 'Vad kan hända?', en: 'What could happen?' }, fields: ['key', 'name', 'cause', 'event', 'effect'] },
    { title: { sv: 'Vad hotas?', en: 'What is threatened?' }, fields: ['confidentiality', 'integrity', 'availability'] },
  ],
})

export type Threat = RecordOf<typeof threat.fields>
