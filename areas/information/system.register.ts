import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, date, link, links, person, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { carrierFields, reasonedByHand } from '../scales/needs.ts'

/** An information system that the authority uses and answers for (MSBFS 2020:7). */
export const system = defineRegister({
  name: 'system',
  plural: 'systems',
  label: { one: { sv: 'System', en: 'System' }, many: { sv: 'System', en: 'Systems' } },
  purpose: {
    sv: 'Här står vilka informationssystem ni använder, vem som äger dem, vad de innehåller och vad de är beroende av.',
    en: 'Here stands which information systems you use, who owns them, what they hold and what they depend on.',
  },
  reference: 'SYS-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    description: text({ sv: 'Vad används det till?', en: 'What is it used for?' }, { lines: 4 }),
    systemOwner: person({ sv: 'Systemägare', en: 'System owner' }, { inverse: { sv: 'Äger systemen', en: 'Owns the systems' } }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'System', en: 'Systems' } }),
    suppliers: links(
      { sv: 'Leverantörer', en: 'Suppliers' },
      { to: 'supplier', inverse: { sv: 'Levererar systemen', en: 'Delivers the systems' } },
    ),
    enhancedProtection: yesNo(
      { sv: 'Behandlar information med behov av utökat skydd', en: 'Handles information in need of enhanced protection' },
      {
        help: {
          sv: 'Flera krav i MSBFS 2020:7 gäller bara sådana system.',
          en: 'Several requirements in MSBFS 2020:7 apply only to such systems.',
        },
      },
    ),
    central: yesNo(
      { sv: 'Centralt för myndighetens uppdrag', en: 'Central to the mission of the authority' },
      {
        help: {
          sv: 'Myndigheten kan inte utföra sitt uppdrag utan systemet (MSBFS 2020:7).',
          en: 'The authority cannot perform its mission without the system (MSBFS 2020:7).',
        },
      },
    ),
    dependsOn: links({ sv: 'Är beroende av', en: 'Depends on' }, { to: 'system', inverse: { sv: 'Bär upp', en: 'Supports' } }),
    ...carrierFields,
    setGrounds: text(
      { sv: 'Skäl för värden satta för hand', en: 'Reason for values set by hand' },
      {
        lines: 3,
        max: 2000,
        help: {
          sv: 'Det ärvda värdet är det högsta av det som systemet bär. Mängden eller sammanställningen kan göra att behovet är större.',
          en: 'The inherited value is the highest of what the system carries. The amount or the combination may make the need greater.',
        },
      },
    ),
    needChangedOn: calculated(date({ sv: 'Skyddsbehovet ändrades', en: 'Need of protection changed' })),
    inOperationFrom: date({ sv: 'I drift från', en: 'In operation from' }),
    outOfOperationFrom: date({ sv: 'Avvecklat från', en: 'Out of operation from' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  rules: [{ code: 'reason-by-hand', fields: ['setGrounds'], check: reasonedByHand }],
  scope: { unit: 'unit', own: ['systemOwner'] },
  exchange: {
    byTitle: true,
    headings: {
      name: ['Systemnamn', 'IT-system', 'Informationssystem', 'Applikation', 'Tjänst'],
      description: ['Syfte', 'Användning', 'Funktion'],
      systemOwner: ['Systemansvarig', 'Objektägare', 'Förvaltningsansvarig'],
      suppliers: ['Leverantör', 'Driftleverantör', 'Supplier'],
      enhancedProtection: ['Utökat skydd', 'Behov av utökat skydd'],
      central: ['Centralt', 'Centralt system', 'Verksamhetskritiskt'],
      dependsOn: ['Beroenden', 'Beroende av', 'Beroende system', 'Integrationer'],
      inOperationFrom: ['Driftsatt', 'Driftstart'],
      outOfOperationFrom: ['Avvecklat', 'Avvecklas'],
    },
  },
  askWhy: ['enhancedProtection', 'central', 'systemOwner', 'setConfidentiality', 'setIntegrity', 'setAvailability', 'setTraceability'],

  access: {
    manager: { read: 'unit', create: 'unit' },
    'information-owner': { read: 'all', create: 'all' },
    'system-owner': { read: 'all', secret: 'own', create: 'all', update: 'own' },
    'risk-owner': { read: 'all' },
    'department-head': { read: 'all', secret: 'unit', create: 'unit', update: 'unit' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    procurement: { read: 'all' },
    preparedness: { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'level', 'systemOwner', 'unit', 'suppliers', 'enhancedProtection', 'central'],
    filters: [
      'systemOwner',
      'unit',
      'suppliers',
      'level',
      'confidentiality',
      'integrity',
      'availability',
      'needChangedOn',
      'enhancedProtection',
      'central',
      'dependsOn',
      'inOperationFrom',
      'outOfOperationFrom',
      'marking',
    ],
    sort: ['name'],
    views: [
      { label: { sv: 'Centrala system', en: 'Central systems' }, where: { central: 'true' } },
      { label: { sv: 'Utökat skydd', en: 'Enhanced protection' }, where: { enhancedProtection: 'true' } },
      {
        label: { sv: 'Skyddsbehovet har ändrats den senaste månaden', en: 'Need changed in the last month' },
        where: { needChangedOn: 'gte:today-30' },
      },
      { label: { sv: 'Saknar systemägare', en: 'Without a system owner' }, where: { systemOwner: 'empty' } },
      { label: { sv: 'Mina system', en: 'My systems' }, where: { systemOwner: 'me' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vilket system är det?', en: 'Which system is it?' },
      fields: ['name', 'description', 'unit', 'systemOwner', 'suppliers'],
    },
    { title: { sv: 'Hur viktigt är det?', en: 'How important is it?' }, fields: ['enhancedProtection', 'central', 'dependsOn'] },
    {
      title: { sv: 'Hur skyddsvärt är det som systemet bär?', en: 'How much protection does what it carries need?' },
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
      ],
    },
    { title: { sv: 'Drift och sekretess', en: 'Operation and secrecy' }, fields: ['inOperationFrom', 'outOfOperationFrom', 'marking'] },
  ],
})

export type System = RecordOf<typeof system.fields>
