import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, rich, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** How sure we are of a text and its validity; the same words for sources and requirements. */
export const confidenceOptions = {
  statute: { sv: 'Kontrollerat mot författningen', en: 'Checked against the statute' },
  authority: { sv: 'Enligt den utfärdande myndigheten', en: 'According to the issuing authority' },
  secondary: { sv: 'Andrahandsuppgift, kontrollera', en: 'Second-hand, to be checked' },
  unverified: { sv: 'Inte kontrollerat', en: 'Not checked' },
  own: { sv: 'Egen text', en: 'Own words' },
}

/** Where requirements come from: one statute, standard, agreement or rule of one's own. */
export const requirementSource = defineRegister({
  name: 'requirementSource',
  plural: 'requirementSources',
  label: { one: { sv: 'Kravkälla', en: 'Source of requirements' }, many: { sv: 'Kravkällor', en: 'Sources of requirements' } },
  purpose: {
    sv: 'Här står varifrån kraven på er kommer: författningar, standarder, avtal och egna beslut, med den tid de gäller.',
    en: 'Here stands where the requirements on you come from: statutes, standards, agreements and your own decisions, with the time they apply.',
  },
  title: 'shortName',

  fields: {
    key: text(
      { sv: 'Nyckel', en: 'Key' },
      {
        required: true,
        max: 200,
        help: { sv: 'Samma vid varje inläsning, till exempel msbfs-2020-6.', en: 'The same at every import, for example msbfs-2020-6.' },
      },
    ),
    shortName: text({ sv: 'Kort namn', en: 'Short name' }, { required: true, max: 120 }),
    name: text({ sv: 'Fullständigt namn', en: 'Full name' }, { required: true, max: 500 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      {
        statute: { sv: 'Författning', en: 'Statute' },
        standard: { sv: 'Standard', en: 'Standard' },
        agreement: { sv: 'Avtal', en: 'Agreement' },
        internal: { sv: 'Eget beslut', en: 'Own decision' },
        guidance: { sv: 'Vägledning', en: 'Guidance' },
      },
      { required: true },
    ),
    publisher: text({ sv: 'Utgivare', en: 'Publisher' }, { max: 300 }),
    url: text({ sv: 'Webbadress', en: 'Web address' }, { max: 2000 }),
    validFrom: date({ sv: 'Gäller från', en: 'Valid from' }),
    validTo: date({ sv: 'Gäller till och med', en: 'Valid until' }),
    confidence: choice({ sv: 'Hur säker är uppgiften?', en: 'How sure is this?' }, confidenceOptions),
    note: rich({ sv: 'Anmärkning', en: 'Note' }, { max: 10_000 }),
  },

  unique: [['key']],

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['shortName', 'name', 'kind', 'publisher', 'validFrom', 'validTo', 'confidence'],
    filters: ['kind', 'publisher', 'validFrom', 'validTo', 'confidence'],
    sort: ['kind', 'shortName'],
    views: [
      { label: { sv: 'Författningar', en: 'Statutes' }, where: { kind: 'statute' } },
      { label: { sv: 'Standarder', en: 'Standards' }, where: { kind: 'standard' } },
      { label: { sv: 'Upphör eller har upphört', en: 'Ending or ended' }, where: { validTo: 'filled' } },
    ],
  },

  form: [
    { title: { sv: 'Källan', en: 'The source' }, fields: ['shortName', 'name', 'kind', 'publisher', 'url', 'key'] },
    { title: { sv: 'Giltighet', en: 'Validity' }, fields: ['validFrom', 'validTo', 'confidence', 'note'] },
  ],
  exchange: { key: 'key' },
})

export type RequirementSource = RecordOf<typeof requirementSource.fields>
