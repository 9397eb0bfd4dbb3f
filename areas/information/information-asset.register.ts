import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, choice, date, link, links, person, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { needFields } from '../scales/needs.ts'
import { occasions } from './classification.register.ts'

/** A set of information that the authority answers for, with its need of protection (MSBFS 2020:6 6 § 1). */
export const informationAsset = defineRegister({
  name: 'informationAsset',
  plural: 'informationAssets',
  label: { one: { sv: 'Informationsmängd', en: 'Information asset' }, many: { sv: 'Informationsmängder', en: 'Information assets' } },
  purpose: {
    sv: 'Här står vilken information ni ansvarar för, vem som äger den, hur skyddsvärd den är och i vilka system den finns.',
    en: 'Here stands which information you answer for, who owns it, how much protection it needs and which systems hold it.',
  },
  reference: 'INF-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    description: text(
      { sv: 'Vad består den av?', en: 'What does it consist of?' },
      {
        lines: 4,
        help: {
          sv: 'Är informationen säkerhetsskyddsklassificerad ska den inte beskrivas här. Kontakta säkerhetschefen.',
          en: 'If the information is security-classified it must not be described here. Contact the head of security.',
        },
      },
    ),
    owner: person(
      { sv: 'Informationsägare', en: 'Information owner' },
      { inverse: { sv: 'Äger informationen', en: 'Owns the information' } },
    ),
    unit: link(
      { sv: 'Enhet', en: 'Unit' },
      { to: 'unit', required: true, inverse: { sv: 'Informationsmängder', en: 'Information assets' } },
    ),
    systems: links({ sv: 'Finns i systemen', en: 'Held in the systems' }, { to: 'system', inverse: { sv: 'Innehåller', en: 'Holds' } }),
    personalData: yesNo({ sv: 'Innehåller personuppgifter', en: 'Contains personal data' }),
    protectedIdentities: yesNo({ sv: 'Rör personer med skyddade personuppgifter', en: 'Concerns persons with protected identities' }),
    ...needFields,
    grounds: calculated(text({ sv: 'Skäl för värderingen', en: 'Grounds for the valuation' }, { lines: 4 })),
    classification: calculated(
      link(
        { sv: 'Gällande klassning', en: 'Classification in force' },
        { to: 'classification', inverse: { sv: 'Gäller för', en: 'In force for' } },
      ),
    ),
    classifiedOn: calculated(date({ sv: 'Klassad den', en: 'Classified on' })),
    reviewBy: calculated(date({ sv: 'Omprövas senast', en: 'Review by' })),
    occasion: calculated(choice({ sv: 'Behöver klassas eftersom', en: 'Needs classification because' }, occasions)),
    occasionOn: calculated(date({ sv: 'Behöver klassas sedan', en: 'Needs classification since' })),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  scope: { unit: 'unit', own: ['owner'] },
  deadlines: ['reviewBy'],
  exchange: {
    byTitle: true,
    headings: {
      name: ['Informationstillgång', 'Informationstyp', 'Informationsobjekt'],
      owner: ['Informationsansvarig'],
      systems: ['System', 'IT-system', 'Applikation'],
      personalData: ['Personuppgifter'],
      protectedIdentities: ['Skyddade personuppgifter', 'Skyddad identitet'],
    },
  },
  askWhy: ['owner'],

  access: {
    employee: { read: 'unit' },
    manager: { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'information-owner': { read: 'all', secret: 'own', create: 'all', update: 'own' },
    'system-owner': { read: 'all' },
    'risk-owner': { read: 'unit' },
    'department-head': { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all', secret: 'all', create: 'all' },
    procurement: { read: 'all' },
    preparedness: { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'level', 'owner', 'unit', 'classifiedOn', 'reviewBy'],
    filters: [
      'level',
      'confidentiality',
      'integrity',
      'availability',
      'owner',
      'unit',
      'systems',
      'personalData',
      'protectedIdentities',
      'traceability',
      'occasion',
      'classifiedOn',
      'reviewBy',
      'marking',
    ],
    sort: ['-level', 'name'],
    views: [
      { label: { sv: 'Inte klassad', en: 'Not classified' }, where: { classifiedOn: 'empty' } },
      { label: { sv: 'Behöver klassas', en: 'Needs classification' }, where: { occasion: 'filled' } },
      { label: { sv: 'Ska omprövas', en: 'Due for review' }, where: { reviewBy: 'lt:today' } },
      { label: { sv: 'Störst skyddsbehov', en: 'Greatest need of protection' }, where: { level: 'gte:3' } },
      { label: { sv: 'Min information', en: 'My information' }, where: { owner: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vilken information är det?', en: 'What information is it?' }, fields: ['name', 'description', 'unit', 'owner'] },
    {
      title: { sv: 'Vad rör den, och var finns den?', en: 'What does it concern, and where is it?' },
      fields: ['personalData', 'protectedIdentities', 'systems'],
    },
    {
      title: { sv: 'Hur skyddsvärd är den?', en: 'How much protection does it need?' },
      fields: ['confidentiality', 'integrity', 'availability', 'traceability', 'level', 'grounds'],
    },
    {
      title: { sv: 'Klassning och omprövning', en: 'Classification and review' },
      fields: ['classification', 'classifiedOn', 'reviewBy', 'occasion', 'occasionOn', 'marking'],
    },
  ],
})

export type InformationAsset = RecordOf<typeof informationAsset.fields>
