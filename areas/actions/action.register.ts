import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, choice, date, link, links, money, person, rich, scale, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { actionWorkflow } from './action.workflow.ts'

/** Something the authority has set out to do to protect its information better, whatever gave rise to it. */
export const action = defineRegister({
  name: 'action',
  plural: 'actions',
  label: { one: { sv: 'Åtgärd', en: 'Action' }, many: { sv: 'Åtgärder', en: 'Actions' } },
  purpose: {
    sv: 'Här finns allt ni har bestämt er för att göra, i en enda lista: vem som ansvarar, när det ska vara klart och om det hjälpte.',
    en: 'Here is all you have set out to do, in one single list: who is responsible, when it is to be done and whether it helped.',
  },
  reference: 'ÅTG-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Åtgärd', en: 'Action' }, { required: true, max: 200 }),
    description: text({ sv: 'Vad ska göras?', en: 'What is to be done?' }, { lines: 4 }),
    source: choice(
      { sv: 'Uppkom ur', en: 'Arose from' },
      {
        risk: { sv: 'Risk', en: 'Risk' },
        incident: { sv: 'Incident', en: 'Incident' },
        finding: { sv: 'Granskning', en: 'Audit finding' },
        exercise: { sv: 'Övning', en: 'Exercise' },
        review: { sv: 'Ledningens genomgång', en: 'Management review' },
        selfAssessment: { sv: 'Självutvärdering', en: 'Self-assessment' },
        classification: { sv: 'Informationsklassning', en: 'Information classification' },
        other: { sv: 'Annat', en: 'Other' },
      },
      { required: true },
    ),
    owner: person({ sv: 'Ansvarig', en: 'Responsible' }, { inverse: { sv: 'Ansvarar för åtgärderna', en: 'Responsible for the actions' } }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Åtgärder', en: 'Actions' } }),
    due: date({ sv: 'Klar senast', en: 'Due' }),
    plan: link(
      { sv: 'Ingår i handlingsplanen', en: 'Part of the action plan' },
      { to: 'actionPlan', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    starts: date({ sv: 'Börjar', en: 'Starts' }),
    dependsOn: links(
      { sv: 'Kan börja först när', en: 'Can start only when' },
      {
        to: 'action',
        inverse: { sv: 'Väntas på av', en: 'Waited for by' },
        help: { sv: 'Åtgärder som måste vara klara först.', en: 'Actions that must be done first.' },
      },
    ),
    priority: scale({ sv: 'Prioritet', en: 'Priority' }, [
      { sv: 'Låg', en: 'Low' },
      { sv: 'Medel', en: 'Medium' },
      { sv: 'Hög', en: 'High' },
    ]),
    costEstimated: money({ sv: 'Beräknad kostnad', en: 'Estimated cost' }),
    costActual: money({ sv: 'Faktisk kostnad', en: 'Actual cost' }),
    risks: links({ sv: 'Minskar riskerna', en: 'Reduces the risks' }, { to: 'risk', inverse: { sv: 'Åtgärder', en: 'Actions' } }),
    gaps: links({ sv: 'Rättar bristerna', en: 'Mends the gaps' }, { to: 'measureAssessment', inverse: { sv: 'Åtgärder', en: 'Actions' } }),
    classification: link(
      { sv: 'Följer av klassningen', en: 'Follows from the classification' },
      { to: 'classification', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    incidents: links(
      { sv: 'Följer av incidenterna', en: 'Follows from the incidents' },
      { to: 'incident', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    documents: links(
      { sv: 'Rör styrdokumenten', en: 'Concerns the documents' },
      { to: 'document', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    systems: links({ sv: 'Rör systemen', en: 'Concerns the systems' }, { to: 'system', inverse: { sv: 'Åtgärder', en: 'Actions' } }),
    assessments: links(
      { sv: 'Följer av självutvärderingen', en: 'Follows from the self-assessment' },
      { to: 'selfAssessment', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    findings: links(
      { sv: 'Följer av iakttagelserna', en: 'Follows from the findings' },
      { to: 'finding', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    reviews: links(
      { sv: 'Följer av ledningens genomgång', en: 'Follows from the management review' },
      { to: 'managementReview', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    exercises: links(
      { sv: 'Följer av övningarna', en: 'Follows from the exercises' },
      { to: 'exercise', inverse: { sv: 'Åtgärder', en: 'Actions' } },
    ),
    doneOn: calculated(date({ sv: 'Genomförd den', en: 'Done on' })),
    checkBy: calculated(date({ sv: 'Effekten kontrolleras senast', en: 'Effect to be checked by' })),
    effective: scale({ sv: 'Hjälpte åtgärden?', en: 'Did the action help?' }, [
      { sv: 'Nej', en: 'No' },
      { sv: 'Delvis', en: 'Partly' },
      { sv: 'Ja', en: 'Yes' },
    ]),
    effect: rich({ sv: 'Vilken effekt fick åtgärden?', en: 'What effect did the action have?' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  workflow: actionWorkflow,
  scope: { unit: 'unit', own: ['owner'] },
  deadlines: ['due', 'checkBy'],
  askWhy: ['due', 'owner'],

  access: {
    employee: { read: 'own', update: 'own', moves: { start: 'own', finish: 'own' } },
    manager: {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { decide: 'unit', start: 'unit', finish: 'unit', checkEffect: 'unit', drop: 'unit' },
    },
    'information-owner': { read: 'own', create: 'all', update: 'own', moves: { start: 'own', finish: 'own' } },
    'system-owner': { read: 'own', secret: 'own', create: 'all', update: 'own', moves: { start: 'own', finish: 'own' } },
    'risk-owner': {
      read: 'unit',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { decide: 'unit', start: 'own', finish: 'own', checkEffect: 'unit' },
    },
    'department-head': {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { decide: 'unit', start: 'unit', finish: 'unit', checkEffect: 'unit', resume: 'unit', drop: 'unit' },
    },
    'director-general': { read: 'all', secret: 'all', moves: { decide: 'all', drop: 'all' } },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { decide: 'all', start: 'all', finish: 'all', checkEffect: 'all', resume: 'all', drop: 'all' },
    },
    'head-of-security': {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'own',
      moves: { decide: 'all', start: 'own', finish: 'own', checkEffect: 'all', resume: 'all' },
    },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all', create: 'all', update: 'own', moves: { start: 'own', finish: 'own' } },
    procurement: { read: 'own', create: 'all', update: 'own', moves: { start: 'own', finish: 'own' } },
    preparedness: { read: 'all', secret: 'all', create: 'all', update: 'own', moves: { start: 'own', finish: 'own' } },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'title', 'priority', 'state', 'owner', 'unit', 'due'],
    filters: [
      'state',
      'priority',
      'source',
      'owner',
      'unit',
      'due',
      'risks',
      'gaps',
      'classification',
      'incidents',
      'documents',
      'systems',
      'assessments',
      'findings',
      'reviews',
      'exercises',
      'plan',
      'starts',
      'dependsOn',
      'doneOn',
      'checkBy',
      'effective',
      'costEstimated',
      'costActual',
      'marking',
    ],
    sort: ['due'],
    views: [
      { label: { sv: 'Försenade', en: 'Late' }, where: { due: 'lt:today', state: 'proposed,decided,ongoing' } },
      { label: { sv: 'Öppna', en: 'Open' }, where: { state: 'proposed,decided,ongoing' } },
      { label: { sv: 'Effekten ska kontrolleras', en: 'Effect to be checked' }, where: { state: 'done' } },
      { label: { sv: 'Mina åtgärder', en: 'My actions' }, where: { owner: 'me', state: 'proposed,decided,ongoing' } },
    ],
  },

  form: [
    { title: { sv: 'Vad ska göras?', en: 'What is to be done?' }, fields: ['title', 'description', 'source', 'priority'] },
    {
      title: { sv: 'Vem, när och till vilken kostnad?', en: 'Who, when and at what cost?' },
      fields: ['owner', 'unit', 'plan', 'starts', 'due', 'dependsOn', 'costEstimated', 'costActual'],
    },
    {
      title: { sv: 'Varför?', en: 'Why?' },
      fields: ['risks', 'gaps', 'classification', 'incidents', 'documents', 'systems', 'assessments', 'findings', 'reviews', 'exercises'],
    },
    { title: { sv: 'Hjälpte det?', en: 'Did it help?' }, fields: ['doneOn', 'checkBy', 'effective', 'effect', 'marking'] },
  ],
})

export type Action = RecordOf<typeof action.fields>
