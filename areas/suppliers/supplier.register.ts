import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, date, link, person, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { carrierFields, reasonedByHand } from '../scales/needs.ts'

/** Somebody outside the authority who handles its information or delivers its systems. */
export const supplier = defineRegister({
  name: 'supplier',
  plural: 'suppliers',
  label: { one: { sv: 'Leverantör', en: 'Supplier' }, many: { sv: 'Leverantörer', en: 'Suppliers' } },
  purpose: {
    sv: 'Här står vilka leverantörer ni har och hur skyddsvärt det är som de hanterar åt er. Skyddsbehovet ärvs från systemen.',
    en: 'Here stands which suppliers you have and how much protection what they handle for you needs. The need is inherited from the systems.',
  },
  reference: 'LEV-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    organisationNumber: text({ sv: 'Organisationsnummer', en: 'Organisation number' }, { max: 20 }),
    description: text({ sv: 'Vad gör de åt er?', en: 'What do they do for you?' }, { lines: 4 }),
    owner: person(
      { sv: 'Avtalsansvarig', en: 'Responsible for the agreement' },
      { inverse: { sv: 'Ansvarar för leverantörerna', en: 'Responsible for the suppliers' } },
    ),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Leverantörer', en: 'Suppliers' } }),
    agreementUntil: date({ sv: 'Avtalet gäller till', en: 'Agreement valid until' }),
    ...carrierFields,
    setGrounds: text({ sv: 'Skäl för värden satta för hand', en: 'Reason for values set by hand' }, { lines: 3, max: 2000 }),
    needChangedOn: calculated(date({ sv: 'Skyddsbehovet ändrades', en: 'Need of protection changed' })),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  rules: [{ code: 'reason-by-hand', fields: ['setGrounds'], check: reasonedByHand }],
  scope: { unit: 'unit', own: ['owner'] },
  deadlines: ['agreementUntil'],
  exchange: {
    byTitle: true,
    headings: {
      name: ['Företag', 'Bolag', 'Leverantörsnamn'],
      organisationNumber: ['Org.nr', 'Orgnr', 'Organisationsnr'],
      description: ['Tjänst', 'Leverans'],
      owner: ['Avtalsägare', 'Kontaktperson'],
      agreementUntil: ['Avtal till', 'Avtalet löper ut', 'Avtalsslut'],
    },
  },
  askWhy: ['setConfidentiality', 'setIntegrity', 'setAvailability', 'setTraceability'],

  access: {
    manager: { read: 'unit', create: 'unit' },
    'information-owner': { read: 'all' },
    'system-owner': { read: 'all', create: 'all' },
    'department-head': { read: 'all', secret: 'unit', create: 'unit', update: 'unit' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    procurement: { read: 'all', secret: 'own', create: 'all', update: 'all' },
    preparedness: { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'level', 'owner', 'unit', 'agreementUntil'],
    filters: ['level', 'owner', 'unit', 'agreementUntil', 'needChangedOn', 'marking'],
    sort: ['name'],
    views: [
      { label: { sv: 'Störst skyddsbehov', en: 'Greatest need of protection' }, where: { level: 'gte:3' } },
      {
        label: { sv: 'Avtalet löper ut inom ett halvår', en: 'Agreement ends within half a year' },
        where: { agreementUntil: 'lt:today+183' },
      },
    ],
  },

  form: [
    {
      title: { sv: 'Vilken leverantör är det?', en: 'Which supplier is it?' },
      fields: ['name', 'organisationNumber', 'description', 'unit', 'owner', 'agreementUntil'],
    },
    {
      title: { sv: 'Hur skyddsvärt är det de hanterar?', en: 'How much protection does what they handle need?' },
      fields: [
        'confidentiality',
        'integrity',
        'availability',
        'traceability',
        'level',
        'setConfidentiality',
        'setIntegrity',
        'setAvailability',
        'setTraceability',
        'setGrounds',
        'marking',
      ],
    },
  ],
})

export type Supplier = RecordOf<typeof supplier.fields>
