import { defineRegister } from '#kernel/definition/register.ts'
import { date, link, links, person, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

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
    supplier: text({ sv: 'Leverantör', en: 'Supplier' }, { max: 160 }),
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
    inOperationFrom: date({ sv: 'I drift från', en: 'In operation from' }),
    outOfOperationFrom: date({ sv: 'Avvecklat från', en: 'Out of operation from' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  scope: { unit: 'unit', own: ['systemOwner'] },
  askWhy: ['enhancedProtection', 'central', 'systemOwner'],

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
    columns: ['reference', 'name', 'systemOwner', 'unit', 'supplier', 'enhancedProtection', 'central'],
    filters: [
      'systemOwner',
      'unit',
      'supplier',
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
      { label: { sv: 'Saknar systemägare', en: 'Without a system owner' }, where: { systemOwner: 'empty' } },
      { label: { sv: 'Mina system', en: 'My systems' }, where: { systemOwner: 'me' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vilket system är det?', en: 'Which system is it?' },
      fields: ['name', 'description', 'unit', 'systemOwner', 'supplier'],
    },
    { title: { sv: 'Hur viktigt är det?', en: 'How important is it?' }, fields: ['enhancedProtection', 'central', 'dependsOn'] },
    { title: { sv: 'Drift och sekretess', en: 'Operation and secrecy' }, fields: ['inOperationFrom', 'outOfOperationFrom', 'marking'] },
  ],
})

export type System = RecordOf<typeof system.fields>
