import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, calculated, choice, date, derived, link, person, scale, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { acceptedAhead, oneCarrier, reasonedAndWeighed, standingOf } from './measure-assessment.rules.ts'

/** Whether a security measure is in place in a system (or, where no system carries it, for the information itself). A measure that is not is a gap. */
export const measureAssessment = defineRegister({
  name: 'measureAssessment',
  plural: 'measureAssessments',
  label: {
    one: { sv: 'Bedömd säkerhetsåtgärd', en: 'Assessed security measure' },
    many: { sv: 'Säkerhetsåtgärder på plats och brister', en: 'Security measures in place and gaps' },
  },
  purpose: {
    sv: 'Här står, system för system, vilka säkerhetsåtgärder som finns på plats och vilka som brister. En bedömning återanvänds av alla klassningar som rör systemet.',
    en: 'Here stands, system by system, which security measures are in place and which are lacking. An assessment is reused by every classification that concerns the system.',
  },
  title: 'name',

  fields: {
    name: calculated(text({ sv: 'Bedömningen avser', en: 'The assessment concerns' }, { max: 200 })),
    measure: link(
      { sv: 'Säkerhetsåtgärd', en: 'Security measure' },
      { to: 'securityMeasure', required: true, inverse: { sv: 'Bedömningar', en: 'Assessments' } },
    ),
    system: link(
      { sv: 'I systemet', en: 'In the system' },
      { to: 'system', inverse: { sv: 'Säkerhetsåtgärder och brister', en: 'Security measures and gaps' } },
    ),
    asset: link(
      { sv: 'För informationen', en: 'For the information' },
      { to: 'informationAsset', inverse: { sv: 'Säkerhetsåtgärder och brister', en: 'Security measures and gaps' } },
    ),
    unit: calculated(
      link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', inverse: { sv: 'Bedömda säkerhetsåtgärder', en: 'Assessed security measures' } }),
    ),
    status: choice(
      { sv: 'Finns den på plats?', en: 'Is it in place?' },
      {
        inPlace: { sv: 'På plats', en: 'In place' },
        partly: { sv: 'Delvis', en: 'Partly' },
        missing: { sv: 'Saknas', en: 'Missing' },
        notApplicable: { sv: 'Inte tillämplig', en: 'Not applicable' },
      },
      { required: true },
    ),
    severity: scale(
      { sv: 'Hur allvarlig är bristen?', en: 'How serious is the gap?' },
      [
        { sv: 'Försumbar', en: 'Negligible' },
        { sv: 'Måttlig', en: 'Moderate' },
        { sv: 'Betydande', en: 'Significant' },
        { sv: 'Allvarlig', en: 'Serious' },
      ],
      { tone: 'risk' },
    ),
    reason: text({ sv: 'Skäl', en: 'Reason' }, { lines: 3, max: 2000 }),
    evidence: attachments({ sv: 'Underlag', en: 'Evidence' }),
    assessor: person(
      { sv: 'Bedömt av', en: 'Assessed by' },
      { inverse: { sv: 'Har bedömt säkerhetsåtgärderna', en: 'Has assessed the security measures' } },
    ),
    assessedOn: date({ sv: 'Bedömt den', en: 'Assessed on' }),
    acceptedUntil: date({ sv: 'Bristen accepteras till', en: 'Gap accepted until' }),
    required: calculated(yesNo({ sv: 'Krävs av skyddsnivån', en: 'Required by the protection level' })),
    treated: calculated(yesNo({ sv: 'Har en åtgärd', en: 'Has an action' })),
    gap: derived(yesNo({ sv: 'Brist', en: 'Gap' }), {
      from: ['status', 'required'],
      by: ({ status, required }: { status: string; required: boolean | null }) =>
        (status === 'partly' || status === 'missing') && required === true,
    }),
    standing: derived(
      choice(
        { sv: 'Läge', en: 'Standing' },
        {
          met: { sv: 'I ordning', en: 'In order' },
          notRequired: { sv: 'Krävs inte', en: 'Not required' },
          open: { sv: 'Brist utan åtgärd', en: 'Gap without action' },
          treated: { sv: 'Brist med åtgärd', en: 'Gap with action' },
          accepted: { sv: 'Accepterad brist', en: 'Accepted gap' },
        },
      ),
      { from: ['status', 'required', 'treated', 'acceptedUntil'], by: standingOf },
    ),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  workflow: workflow({
    initial: 'assessed',
    states: {
      assessed: { label: { sv: 'Bedömd', en: 'Assessed' }, tone: 'neutral' },
      accepted: { label: { sv: 'Bristen är accepterad', en: 'Gap accepted' }, tone: 'good' },
    },
    moves: {
      accept: {
        label: { sv: 'Acceptera bristen', en: 'Accept the gap' },
        explain: {
          sv: 'Bristen står kvar utan åtgärd till den dag du anger. Sedan är den öppen igen.',
          en: 'The gap stands without action until the day you give. Then it is open again.',
        },
        from: ['assessed'],
        to: 'accepted',
        needs: ['acceptedUntil'],
        reason: 'required',
        guard: (record, context) => acceptedAhead(record as never, context),
      },
      reopen: {
        label: { sv: 'Ta tillbaka acceptansen', en: 'Take back the acceptance' },
        from: ['accepted'],
        to: 'assessed',
        reason: 'required',
      },
    },
  }),
  rules: [
    { code: 'one-carrier', fields: ['system', 'asset'], check: oneCarrier },
    { code: 'reason-and-severity', fields: ['reason', 'severity', 'status'], check: reasonedAndWeighed },
  ],
  unique: [
    ['measure', 'system'],
    ['measure', 'asset'],
  ],
  scope: { unit: 'unit', own: ['assessor'] },
  deadlines: ['acceptedUntil'],
  askWhy: ['status', 'severity'],

  access: {
    // The unit follows from the carrier, which one must be able to see; it is not known when the assessment is entered.
    manager: { read: 'unit', secret: 'unit', create: 'all', update: 'unit' },
    'information-owner': { read: 'all', secret: 'own', create: 'all', update: 'own', moves: { accept: 'unit', reopen: 'unit' } },
    'system-owner': { read: 'all', secret: 'own', create: 'all', update: 'unit' },
    'risk-owner': { read: 'unit', moves: { accept: 'unit', reopen: 'unit' } },
    'department-head': { read: 'unit', secret: 'unit', create: 'all', update: 'unit', moves: { accept: 'unit', reopen: 'unit' } },
    'director-general': { read: 'all', secret: 'all', moves: { accept: 'all', reopen: 'all' } },
    ciso: { read: 'all', secret: 'all', create: 'all', update: 'all', withdraw: 'all', moves: { reopen: 'all' } },
    'head-of-security': { read: 'all', secret: 'all', create: 'all', update: 'own' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all' },
    procurement: { read: 'all' },
    preparedness: { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['name', 'status', 'severity', 'standing', 'system', 'unit', 'assessedOn'],
    filters: [
      'standing',
      'status',
      'severity',
      'gap',
      'treated',
      'required',
      'measure',
      'system',
      'asset',
      'unit',
      'assessor',
      'assessedOn',
      'acceptedUntil',
      'state',
      'marking',
    ],
    sort: ['-severity', 'name'],
    views: [
      { label: { sv: 'Brister utan åtgärd', en: 'Gaps without action' }, where: { standing: 'open' } },
      { label: { sv: 'Brister', en: 'Gaps' }, where: { gap: 'true' } },
      { label: { sv: 'Acceptansen har gått ut', en: 'Acceptance has ended' }, where: { standing: 'accepted', acceptedUntil: 'lt:today' } },
      { label: { sv: 'Mina bedömningar', en: 'My assessments' }, where: { assessor: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vad bedöms?', en: 'What is assessed?' }, fields: ['measure', 'system', 'asset'] },
    { title: { sv: 'Hur ser det ut?', en: 'How is it?' }, fields: ['status', 'severity', 'reason', 'evidence', 'assessor', 'assessedOn'] },
    {
      title: { sv: 'Vad gäller?', en: 'Where does it stand?' },
      fields: ['required', 'gap', 'treated', 'standing', 'acceptedUntil', 'marking'],
    },
  ],
})

export type MeasureAssessment = RecordOf<typeof measureAssessment.fields>
