import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, choice, date, link, number, person, rich, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'

const count = (label: { sv: string; en: string }) => calculated(number(label, { max: 100_000 }))
const sum = (label: { sv: string; en: string }) =>
  calculated(number(label, { unit: { sv: 'kr', en: 'SEK' }, decimals: 2, max: 1_000_000_000_000 }))

/** A set of actions that are proposed, decided and followed up together (MSBFS 2020:6 14 §: handlingsplan). */
export const actionPlan = defineRegister({
  name: 'actionPlan',
  plural: 'actionPlans',
  label: { one: { sv: 'Handlingsplan', en: 'Action plan' }, many: { sv: 'Handlingsplaner', en: 'Action plans' } },
  purpose: {
    sv: 'Här samlar ni åtgärder som föreslås, beslutas och följs upp tillsammans: till exempel årets handlingsplan eller planen efter en riskanalys.',
    en: 'Here you gather actions that are proposed, decided and followed up together: the plan of the year, or the one after a risk analysis.',
  },
  reference: 'HP-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Handlingsplan', en: 'Action plan' }, { required: true, max: 160 }),
    purpose: rich({ sv: 'Vad ska planen leda till?', en: 'What is the plan to lead to?' }, { max: 20_000 }),
    source: choice(
      { sv: 'Uppkom ur', en: 'Arose from' },
      {
        year: { sv: 'Årets planering', en: 'Planning of the year' },
        riskAnalysis: { sv: 'Riskanalys', en: 'Risk analysis' },
        selfAssessment: { sv: 'Självutvärdering', en: 'Self-assessment' },
        incident: { sv: 'Incident', en: 'Incident' },
        finding: { sv: 'Granskning', en: 'Audit finding' },
        other: { sv: 'Annat', en: 'Other' },
      },
      { required: true },
    ),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Handlingsplaner', en: 'Action plans' } }),
    owner: person(
      { sv: 'Ansvarig', en: 'Responsible' },
      { required: true, inverse: { sv: 'Ansvarar för handlingsplanerna', en: 'Responsible for the action plans' } },
    ),
    analysis: link(
      { sv: 'Efter riskanalysen', en: 'After the risk analysis' },
      { to: 'riskAnalysis', inverse: { sv: 'Handlingsplaner', en: 'Action plans' } },
    ),
    assessment: link(
      { sv: 'Efter självutvärderingen', en: 'After the self-assessment' },
      { to: 'selfAssessment', inverse: { sv: 'Handlingsplaner', en: 'Action plans' } },
    ),
    starts: date({ sv: 'Från', en: 'From' }),
    ends: date({ sv: 'Till', en: 'To' }),
    decidedOn: calculated(date({ sv: 'Beslutad den', en: 'Decided on' })),
    followUp: rich({ sv: 'Vad visade uppföljningen?', en: 'What did the follow-up show?' }, { max: 20_000 }),
    actions: count({ sv: 'Antal åtgärder', en: 'Number of actions' }),
    actionsDone: count({ sv: 'Antal genomförda', en: 'Number done' }),
    costEstimated: sum({ sv: 'Beräknad kostnad', en: 'Estimated cost' }),
    costActual: sum({ sv: 'Faktisk kostnad', en: 'Actual cost' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  workflow: workflow({
    initial: 'proposed',
    states: {
      proposed: { label: { sv: 'Föreslagen', en: 'Proposed' }, tone: 'waiting' },
      decided: { label: { sv: 'Beslutad', en: 'Decided' }, tone: 'active' },
      followedUp: { label: { sv: 'Uppföljd', en: 'Followed up' }, tone: 'good' },
      dropped: { label: { sv: 'Inte beslutad', en: 'Not decided' }, tone: 'ended' },
    },
    moves: {
      decide: {
        label: { sv: 'Besluta om handlingsplanen', en: 'Decide on the action plan' },
        explain: {
          sv: 'Planens föreslagna åtgärder beslutas samtidigt, och de ansvariga får dem bland sina uppgifter.',
          en: 'The proposed actions of the plan are decided with it, and those responsible find them among their tasks.',
        },
        from: ['proposed'],
        to: 'decided',
        needs: ['ends'],
        reason: 'required',
        fourEyes: true,
      },
      drop: {
        label: { sv: 'Avslå handlingsplanen', en: 'Turn down the action plan' },
        from: ['proposed'],
        to: 'dropped',
        reason: 'required',
      },
      propose: {
        label: { sv: 'Föreslå planen på nytt', en: 'Propose the plan again' },
        from: ['dropped'],
        to: 'proposed',
        reason: 'optional',
      },
      followUp: {
        label: { sv: 'Avsluta uppföljningen', en: 'Finish the follow-up' },
        explain: {
          sv: 'Åtgärder som inte är klara ligger kvar hos sina ansvariga.',
          en: 'Actions not done remain with those responsible.',
        },
        from: ['decided'],
        to: 'followedUp',
        needs: ['followUp'],
        reason: 'optional',
      },
      resume: {
        label: { sv: 'Öppna uppföljningen igen', en: 'Reopen the follow-up' },
        from: ['followedUp'],
        to: 'decided',
        reason: 'required',
      },
    },
  }),
  scope: { unit: 'unit', own: ['owner'] },
  deadlines: ['ends'],
  askWhy: ['owner', 'ends'],

  access: {
    manager: {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { decide: 'unit', drop: 'unit', propose: 'unit', followUp: 'unit' },
    },
    'information-owner': { read: 'own', create: 'all', update: 'own' },
    'system-owner': { read: 'own', create: 'all', update: 'own' },
    'risk-owner': { read: 'unit', create: 'all', update: 'own', moves: { propose: 'own', followUp: 'own' } },
    'department-head': {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { decide: 'unit', drop: 'unit', propose: 'unit', followUp: 'unit', resume: 'unit' },
    },
    'director-general': { read: 'all', secret: 'all', moves: { decide: 'all', drop: 'all' } },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { propose: 'all', followUp: 'all', resume: 'all' },
    },
    'head-of-security': {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'own',
      moves: { decide: 'all', drop: 'all', followUp: 'all' },
    },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    preparedness: { read: 'all', create: 'all', update: 'own', moves: { propose: 'own', followUp: 'own' } },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'state', 'owner', 'unit', 'ends', 'actions', 'actionsDone', 'costEstimated'],
    filters: ['state', 'source', 'owner', 'unit', 'analysis', 'assessment', 'starts', 'ends', 'decidedOn', 'marking'],
    sort: ['ends', '-createdAt'],
    views: [
      { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, where: { state: 'proposed' } },
      { label: { sv: 'Följs upp', en: 'Being followed up' }, where: { state: 'decided' } },
    ],
  },

  form: [
    { title: { sv: 'Vilken plan är det?', en: 'Which plan is it?' }, fields: ['name', 'purpose', 'source', 'analysis', 'assessment'] },
    { title: { sv: 'Vem och när?', en: 'Who and when?' }, fields: ['owner', 'unit', 'starts', 'ends', 'decidedOn', 'marking'] },
    {
      title: { sv: 'Hur går det?', en: 'How is it going?' },
      fields: ['actions', 'actionsDone', 'costEstimated', 'costActual', 'followUp'],
    },
  ],
})

export type ActionPlan = RecordOf<typeof actionPlan.fields>
