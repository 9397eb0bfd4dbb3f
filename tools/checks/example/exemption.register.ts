import { defineRegister } from '#kernel/definition/register.ts'
import { date, link, person, rich, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A permission to depart from a governing document for a time. */
export const exemption = defineRegister({
  name: 'exemption',
  plural: 'exemptions',
  label: { one: { sv: 'Undantag', en: 'Exemption' }, many: { sv: 'Undantag', en: 'Exemptions' } },
  purpose: {
    sv: 'Här står vem som får avvika från ett styrdokument, varför, hur länge och vad som görs i stället.',
    en: 'Here stands who may depart from a governing document, why, for how long and what is done instead.',
  },
  reference: 'UN-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Vad gäller undantaget?', en: 'What is it about?' }, { required: true, max: 160 }),
    document: link(
      { sv: 'Styrdokument', en: 'Governing document' },
      { to: 'document', required: true, inverse: { sv: 'Undantag', en: 'Exemptions' } },
    ),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Undantag', en: 'Exemptions' } }),
    owner: person(
      { sv: 'Ansvarig', en: 'Responsible' },
      { required: true, inverse: { sv: 'Ansvarar för undantag', en: 'Responsible for exemptions' } },
    ),
    reason: rich({ sv: 'Skäl', en: 'Reason' }, { required: true, max: 10_000 }),
    instead: rich({ sv: 'Vad görs i stället?', en: 'What is done instead?' }, { max: 10_000 }),
    personalData: yesNo({ sv: 'Berör personuppgifter', en: 'Concerns personal data' }),
    validTo: date({ sv: 'Gäller till och med', en: 'Valid until' }, { required: true }),
  },

  scope: { unit: 'unit', own: ['owner'] },

  access: {
    employee: { read: 'own' },
    manager: { read: 'unit', create: 'unit', update: 'unit' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'document', 'unit', 'owner', 'validTo'],
    filters: ['document', 'unit', 'owner', 'personalData', 'validTo'],
    sort: ['validTo', 'reference'],
    views: [{ label: { sv: 'Har gått ut', en: 'Expired' }, where: { validTo: 'lt:today' } }],
  },

  form: [
    { title: { sv: 'Undantaget', en: 'The exemption' }, fields: ['name', 'document', 'unit', 'owner', 'validTo'] },
    { title: { sv: 'Skäl och ersättning', en: 'Reason and replacement' }, fields: ['reason', 'instead', 'personalData'] },
  ],
})

export type Exemption = RecordOf<typeof exemption.fields>
