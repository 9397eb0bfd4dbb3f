import { defineRegister } from '#kernel/definition/register.ts'
import { date, derived, link, links, person, scale, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { protectionLevel, reviewAfterClassification, valuedInAllAspects } from './information-asset.rules.ts'

const needs = [
  { sv: 'Ingen eller försumbar', en: 'None or negligible' },
  { sv: 'Måttlig', en: 'Moderate' },
  { sv: 'Betydande', en: 'Significant' },
  { sv: 'Allvarlig', en: 'Serious' },
]
const protection = { first: 0, tone: 'protection' } as const

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
    confidentiality: scale({ sv: 'Konfidentialitet', en: 'Confidentiality' }, needs, {
      ...protection,
      help: {
        sv: 'Hur stor blir skadan om någon obehörig får del av informationen?',
        en: 'How great is the harm if someone unauthorised gets the information?',
      },
    }),
    integrity: scale({ sv: 'Riktighet', en: 'Integrity' }, needs, {
      ...protection,
      help: {
        sv: 'Hur stor blir skadan om informationen är fel eller har ändrats?',
        en: 'How great is the harm if the information is wrong or has been altered?',
      },
    }),
    availability: scale({ sv: 'Tillgänglighet', en: 'Availability' }, needs, {
      ...protection,
      help: {
        sv: 'Hur stor blir skadan om informationen inte går att nå när den behövs?',
        en: 'How great is the harm if the information cannot be reached when needed?',
      },
    }),
    level: derived(scale({ sv: 'Skyddsnivå', en: 'Protection level' }, needs, protection), {
      from: ['confidentiality', 'integrity', 'availability'],
      by: protectionLevel,
    }),
    grounds: text({ sv: 'Skäl för värderingen', en: 'Grounds for the valuation' }, { lines: 4 }),
    classifiedOn: date({ sv: 'Klassad den', en: 'Classified on' }),
    reviewBy: date({ sv: 'Omprövas senast', en: 'Review by' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  rules: [
    { code: 'all-aspects', fields: ['classifiedOn', 'confidentiality', 'integrity', 'availability'], check: valuedInAllAspects },
    { code: 'review-after-classification', fields: ['reviewBy', 'classifiedOn'], check: reviewAfterClassification },
  ],
  scope: { unit: 'unit', own: ['owner'] },
  askWhy: ['confidentiality', 'integrity', 'availability', 'owner'],

  access: {
    employee: { read: 'unit' },
    manager: { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'information-owner': { read: 'unit', secret: 'own', create: 'all', update: 'own' },
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
      'classifiedOn',
      'reviewBy',
      'marking',
    ],
    sort: ['-level', 'name'],
    views: [
      { label: { sv: 'Inte klassad', en: 'Not classified' }, where: { classifiedOn: 'empty' } },
      { label: { sv: 'Ska omprövas', en: 'Due for review' }, where: { reviewBy: 'lt:today' } },
      { label: { sv: 'Störst skyddsbehov', en: 'Greatest need of protection' }, where: { level: '3' } },
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
      fields: ['confidentiality', 'integrity', 'availability', 'level', 'grounds'],
    },
    { title: { sv: 'Klassning och omprövning', en: 'Classification and review' }, fields: ['classifiedOn', 'reviewBy', 'marking'] },
  ],
})

export type InformationAsset = RecordOf<typeof informationAsset.fields>
