import { defineRegister } from '#kernel/definition/register.ts'
import { date, link, links, number, person, rich, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** How an activity goes on when its information cannot be reached (MSBFS 2020:6 13 §). */
export const continuityPlan = defineRegister({
  name: 'continuityPlan',
  plural: 'continuityPlans',
  label: { one: { sv: 'Kontinuitetsplan', en: 'Continuity plan' }, many: { sv: 'Kontinuitetsplaner', en: 'Continuity plans' } },
  purpose: {
    sv: 'Här står hur verksamheten ska klara sig när information eller system inte går att nå, och om planen håller när den prövas.',
    en: 'Here stands how work is to go on when information or systems cannot be reached, and whether the plan holds when tested.',
  },
  reference: 'KON-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    activity: text({ sv: 'Verksamhet som ska upprätthållas', en: 'Activity to be maintained' }, { lines: 2, max: 500 }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Kontinuitetsplaner', en: 'Continuity plans' } }),
    owner: person({ sv: 'Ansvarig', en: 'Responsible' }, { inverse: { sv: 'Ansvarar för planerna', en: 'Responsible for the plans' } }),
    systems: links(
      { sv: 'System som behövs', en: 'Systems needed' },
      { to: 'system', inverse: { sv: 'Kontinuitetsplaner', en: 'Continuity plans' } },
    ),
    rto: number({ sv: 'Ska vara i gång igen inom', en: 'To be running again within' }, { unit: { sv: 'timmar', en: 'hours' }, max: 8760 }),
    rtoTested: number(
      { sv: 'Återställt vid senaste test efter', en: 'Restored at the latest test after' },
      { unit: { sv: 'timmar', en: 'hours' }, max: 8760 },
    ),
    body: rich({ sv: 'Så arbetar ni under tiden', en: 'How you work meanwhile' }),
    testedOn: date({ sv: 'Senast prövad', en: 'Last tested' }),
    reviewBy: date({ sv: 'Ses över senast', en: 'Review by' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  scope: { unit: 'unit', own: ['owner'] },
  deadlines: ['reviewBy'],

  access: {
    manager: { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'system-owner': { read: 'unit', update: 'own' },
    'department-head': { read: 'unit', secret: 'unit', create: 'unit', update: 'unit' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all', update: 'all' },
    preparedness: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'unit', 'owner', 'rto', 'rtoTested', 'testedOn', 'reviewBy'],
    filters: ['unit', 'owner', 'systems', 'rto', 'testedOn', 'reviewBy', 'marking'],
    sort: ['rto', 'name'],
    views: [
      { label: { sv: 'Aldrig prövade', en: 'Never tested' }, where: { testedOn: 'empty' } },
      { label: { sv: 'Prövade för mer än ett år sedan', en: 'Tested more than a year ago' }, where: { testedOn: 'lt:today-365' } },
      { label: { sv: 'Behöver ses över', en: 'Due for review' }, where: { reviewBy: 'lt:today' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vad ska upprätthållas?', en: 'What is to be maintained?' },
      fields: ['name', 'activity', 'unit', 'owner', 'systems', 'rto'],
    },
    { title: { sv: 'Hur?', en: 'How?' }, fields: ['body', 'marking'] },
    { title: { sv: 'Håller planen?', en: 'Does the plan hold?' }, fields: ['testedOn', 'rtoTested', 'reviewBy'] },
  ],
})

export type ContinuityPlan = RecordOf<typeof continuityPlan.fields>
