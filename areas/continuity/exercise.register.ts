import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, link, links, person, rich, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A planned trial of the ability to handle a disturbance (MSBFS 2020:6 13 § 2; förordning 2022:524, 8 §). */
export const exercise = defineRegister({
  name: 'exercise',
  plural: 'exercises',
  label: { one: { sv: 'Övning', en: 'Exercise' }, many: { sv: 'Övningar', en: 'Exercises' } },
  purpose: {
    sv: 'Här står vad ni har övat, vad ni såg och vad ni bestämde er för att ändra.',
    en: 'Here stands what you have practised, what you saw and what you decided to change.',
  },
  reference: 'ÖVN-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      {
        tabletop: { sv: 'Diskussionsövning', en: 'Tabletop exercise' },
        simulation: { sv: 'Simuleringsövning', en: 'Simulation' },
        alarm: { sv: 'Larmövning', en: 'Call-out exercise' },
        restore: { sv: 'Återställningsprov', en: 'Restore test' },
        joint: { sv: 'Samverkansövning', en: 'Joint exercise' },
      },
      { required: true },
    ),
    heldOn: date({ sv: 'Genomförd den', en: 'Held on' }, { required: true }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', inverse: { sv: 'Övningar', en: 'Exercises' } }),
    owner: person({ sv: 'Övningsledare', en: 'Led by' }, { inverse: { sv: 'Har lett övningarna', en: 'Has led the exercises' } }),
    scenario: text({ sv: 'Scenario', en: 'Scenario' }, { lines: 4 }),
    participants: text({ sv: 'Deltagare', en: 'Participants' }, { lines: 3, max: 1000 }),
    plans: links({ sv: 'Planer som prövades', en: 'Plans tested' }, { to: 'continuityPlan', inverse: { sv: 'Övningar', en: 'Exercises' } }),
    observations: rich({ sv: 'Iakttagelser', en: 'Observations' }),
    actions: links(
      { sv: 'Åtgärder', en: 'Actions' },
      { to: 'action', inverse: { sv: 'Följer av övningarna', en: 'Follows from the exercises' } },
    ),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  scope: { unit: 'unit', own: ['owner'] },

  access: {
    manager: { read: 'unit', secret: 'unit', create: 'unit', update: 'own' },
    'department-head': { read: 'unit', secret: 'unit', create: 'unit', update: 'own' },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all' },
    'head-of-security': { read: 'all', secret: 'all', create: 'all', update: 'all' },
    preparedness: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'title', 'kind', 'heldOn', 'unit', 'owner'],
    filters: ['kind', 'heldOn', 'unit', 'owner', 'plans', 'actions', 'marking'],
    sort: ['-heldOn'],
    views: [
      { label: { sv: 'Det senaste året', en: 'The last year' }, where: { heldOn: 'gte:today-365' } },
      { label: { sv: 'Återställningsprov', en: 'Restore tests' }, where: { kind: 'restore' } },
    ],
  },

  form: [
    { title: { sv: 'Övningen', en: 'The exercise' }, fields: ['title', 'kind', 'heldOn', 'unit', 'owner', 'participants'] },
    { title: { sv: 'Vad prövades?', en: 'What was tested?' }, fields: ['scenario', 'plans', 'marking'] },
    { title: { sv: 'Vad lärde ni er?', en: 'What did you learn?' }, fields: ['observations', 'actions'] },
  ],
})

export type Exercise = RecordOf<typeof exercise.fields>
