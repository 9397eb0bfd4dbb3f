import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, links, person, rich, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** Someone with requirements or expectations on how the authority protects its information (ISO/IEC 27001 4.2). */
export const interestedParty = defineRegister({
  name: 'interestedParty',
  plural: 'interestedParties',
  label: { one: { sv: 'Intressent', en: 'Interested party' }, many: { sv: 'Intressenter', en: 'Interested parties' } },
  purpose: {
    sv: 'Här står vilka som ställer krav på eller väntar sig något av er informationssäkerhet, och vad det är.',
    en: 'Here stands who makes demands on or expects something from your information security, and what it is.',
  },
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      {
        public: { sv: 'Allmänhet och enskilda', en: 'Public and individuals' },
        government: { sv: 'Regering och riksdag', en: 'Government and parliament' },
        supervisor: { sv: 'Tillsyn och granskning', en: 'Supervision and review' },
        agency: { sv: 'Annan myndighet', en: 'Other authority' },
        supplier: { sv: 'Leverantör', en: 'Supplier' },
        internal: { sv: 'Intern', en: 'Internal' },
      },
      { required: true },
    ),
    expectations: rich({ sv: 'Krav och förväntningar', en: 'Requirements and expectations' }),
    requirements: links(
      { sv: 'Krav i registret', en: 'Requirements in the register' },
      { to: 'requirement', inverse: { sv: 'Intressenter', en: 'Interested parties' } },
    ),
    owner: person({ sv: 'Håller kontakten', en: 'Keeps contact' }, { inverse: { sv: 'Håller kontakt med', en: 'Keeps contact with' } }),
    reviewedOn: date({ sv: 'Genomgången den', en: 'Reviewed on' }),
    reviewBy: date({ sv: 'Gås igenom senast', en: 'Review by' }),
  },

  scope: { own: ['owner'] },
  deadlines: ['reviewBy'],

  access: {
    manager: { read: 'all' },
    'department-head': { read: 'all' },
    'director-general': { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'risk-function': { read: 'all' },
    dpo: { read: 'all', create: 'all', update: 'own' },
    preparedness: { read: 'all', create: 'all', update: 'own' },
    procurement: { read: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['name', 'kind', 'owner', 'reviewedOn', 'reviewBy'],
    filters: ['kind', 'owner', 'requirements', 'reviewedOn', 'reviewBy'],
    sort: ['kind', 'name'],
    views: [
      { label: { sv: 'Ska gås igenom', en: 'Due for review' }, where: { reviewBy: 'lt:today' } },
      { label: { sv: 'Mina kontakter', en: 'My contacts' }, where: { owner: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vem är det?', en: 'Who is it?' }, fields: ['name', 'kind', 'owner'] },
    { title: { sv: 'Vad väntar de sig?', en: 'What do they expect?' }, fields: ['expectations', 'requirements', 'reviewedOn', 'reviewBy'] },
  ],
  exchange: { key: 'name' },
})

export type InterestedParty = RecordOf<typeof interestedParty.fields>
