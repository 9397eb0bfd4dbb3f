import { defineRegister } from '#kernel/definition/register.ts'
import {
  attachments,
  calculated,
  choice,
  date,
  link,
  links,
  number,
  person,
  persons,
  scale,
  secrecy,
  structure,
  text,
  yesNo,
} from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { consequenceScale, likelihoodScale, riskLevelOf, riskValueOf } from '../scales/risk.ts'
import { lossModelKind } from './loss-model.content.ts'
import { lossFault } from './loss-model.rules.ts'
import { mandateLabels } from './mandates.ts'
import { responses } from './responses.ts'
import { acceptanceAhead, materialReasoned } from './risk.rules.ts'
import { riskWorkflow } from './risk.workflow.ts'
import { analysisKinds } from './risk-method.content.ts'

/** A possible event that would harm the confidentiality, integrity or availability of information. */
export const risk = defineRegister({
  name: 'risk',
  plural: 'risks',
  label: { one: { sv: 'Risk', en: 'Risk' }, many: { sv: 'Risker', en: 'Risks' } },
  purpose: {
    sv: 'Här står det som kan hända med myndighetens information, hur allvarligt det vore och vad ni har beslutat att göra åt det.',
    en: 'Here stands what could happen to the information of the authority, how serious it would be and what you have decided to do about it.',
  },
  reference: 'R-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Benämning', en: 'Title' }, { required: true, max: 160 }),
    cause: text(
      { sv: 'På grund av', en: 'Because of' },
      {
        lines: 3,
        max: 2000,
        help: {
          sv: 'Till exempel ”bristande rutiner” eller ”att bara en person kan systemet”.',
          en: 'For example “poor routines” or “only one person knowing the system”.',
        },
      },
    ),
    event: text({ sv: 'kan det hända att', en: 'it may happen that' }, { lines: 3, max: 2000 }),
    effect: text({ sv: 'vilket leder till', en: 'which leads to' }, { lines: 3, max: 2000 }),
    kind: choice(
      { sv: 'Uppkom vid', en: 'Arose from' },
      { ...analysisKinds, incident: { sv: 'Incident', en: 'Incident' }, remark: { sv: 'Iakttagelse', en: 'Remark' } },
      { required: true },
    ),
    analysis: link(
      { sv: 'Kom fram i riskanalysen', en: 'Came out of the risk analysis' },
      { to: 'riskAnalysis', inverse: { sv: 'Risker', en: 'Risks' } },
    ),
    participants: persons(
      { sv: 'Medverkar i analysen', en: 'Take part in the analysis' },
      { inverse: { sv: 'Medverkar i analysen av riskerna', en: 'Takes part in the analysis of the risks' } },
    ),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Risker', en: 'Risks' } }),
    owner: person({ sv: 'Riskägare', en: 'Risk owner' }, { inverse: { sv: 'Äger riskerna', en: 'Owns the risks' } }),
    assets: links(
      { sv: 'Berörd information', en: 'Information affected' },
      { to: 'informationAsset', inverse: { sv: 'Risker', en: 'Risks' } },
    ),
    systems: links({ sv: 'Berörda system', en: 'Systems affected' }, { to: 'system', inverse: { sv: 'Risker', en: 'Risks' } }),
    requirements: links({ sv: 'Berörda krav', en: 'Requirements affected' }, { to: 'requirement', inverse: { sv: 'Risker', en: 'Risks' } }),
    classification: link(
      { sv: 'Kom fram i klassningen', en: 'Came out of the classification' },
      { to: 'classification', inverse: { sv: 'Risker', en: 'Risks' } },
    ),
    gaps: links({ sv: 'Beror på bristerna', en: 'Due to the gaps' }, { to: 'measureAssessment', inverse: { sv: 'Risker', en: 'Risks' } }),
    threats: links({ sv: 'Hot', en: 'Threats' }, { to: 'threat', inverse: { sv: 'Risker', en: 'Risks' } }),
    vulnerability: text({ sv: 'Sårbarhet', en: 'Vulnerability' }, { lines: 2, max: 2000 }),
    confidentiality: yesNo({ sv: 'Rör konfidentialitet', en: 'Concerns confidentiality' }),
    integrity: yesNo({ sv: 'Rör riktighet', en: 'Concerns integrity' }),
    availability: yesNo({ sv: 'Rör tillgänglighet', en: 'Concerns availability' }),
    category: text(
      { sv: 'Konsekvenskategori', en: 'Consequence category' },
      {
        max: 80,
        help: {
          sv: 'Den kategori i riskmetoden där skadan blir störst.',
          en: 'The category of the risk method where the harm is greatest.',
        },
      },
    ),
    inherentConsequence: consequenceScale({ sv: 'Konsekvens utan åtgärder', en: 'Consequence without measures' }),
    inherentLikelihood: likelihoodScale({ sv: 'Sannolikhet utan åtgärder', en: 'Likelihood without measures' }),
    inherentValue: riskValueOf({ sv: 'Riskvärde utan åtgärder', en: 'Risk value without measures' }),
    inherentLevel: riskLevelOf({ sv: 'Risknivå utan åtgärder', en: 'Risk level without measures' }),
    consequence: consequenceScale({ sv: 'Konsekvens', en: 'Consequence' }),
    likelihood: likelihoodScale({ sv: 'Sannolikhet', en: 'Likelihood' }),
    value: riskValueOf({ sv: 'Riskvärde', en: 'Risk value' }),
    level: riskLevelOf({ sv: 'Risknivå', en: 'Risk level' }),
    targetConsequence: consequenceScale({ sv: 'Konsekvens när åtgärderna är klara', en: 'Consequence when the actions are done' }),
    targetLikelihood: likelihoodScale({ sv: 'Sannolikhet när åtgärderna är klara', en: 'Likelihood when the actions are done' }),
    targetValue: riskValueOf({ sv: 'Riskvärde när åtgärderna är klara', en: 'Risk value when the actions are done' }),
    targetLevel: riskLevelOf({ sv: 'Risknivå när åtgärderna är klara', en: 'Risk level when the actions are done' }),
    confidence: scale({ sv: 'Hur säker är bedömningen?', en: 'How certain is the judgement?' }, [
      { sv: 'Osäker', en: 'Uncertain' },
      { sv: 'Ganska säker', en: 'Fairly certain' },
      { sv: 'Säker', en: 'Certain' },
    ]),
    method: calculated(
      link(
        { sv: 'Värderad med metoden', en: 'Valued by the method' },
        { to: 'riskMethod', inverse: { sv: 'Risker värderade med metoden', en: 'Risks valued by the method' } },
      ),
    ),
    revalue: calculated(yesNo({ sv: 'Ska värderas om', en: 'To be valued again' })),
    lossModel: structure({ sv: 'Kostnad om det händer', en: 'Cost if it happens' }, lossModelKind),
    material: yesNo(
      { sv: 'Bedöms som väsentlig', en: 'Judged to be material' },
      {
        help: {
          sv: 'En väsentlig risk rapporteras till generaldirektören, även om riskvärdet är lägre än metodens gräns.',
          en: 'A material risk is reported to the director-general, even where its value is below the limit of the method.',
        },
      },
    ),
    materialGrounds: text({ sv: 'Varför är den väsentlig?', en: 'Why is it material?' }, { lines: 2, max: 2000 }),
    handler: calculated(
      person(
        { sv: 'Närmaste ansvarig', en: 'Nearest manager' },
        { inverse: { sv: 'Närmast ansvarig för riskerna', en: 'Nearest manager for the risks' } },
      ),
    ),
    decider: calculated(
      person({ sv: 'Beslutar', en: 'Decides' }, { inverse: { sv: 'Ska besluta om riskerna', en: 'To decide on the risks' } }),
    ),
    mandate: calculated(choice({ sv: 'Beslutsnivå', en: 'Level of decision' }, mandateLabels)),
    decideBy: calculated(date({ sv: 'Beslut senast', en: 'Decide by' })),
    takesTwo: calculated(yesNo({ sv: 'Kräver två personer', en: 'Takes two people' })),
    raisedTo: calculated(choice({ sv: 'Lyft till', en: 'Raised to' }, mandateLabels)),
    decidedValue: calculated(number({ sv: 'Riskvärde vid beslutet', en: 'Risk value at the decision' }, { max: 10_000 })),
    decidedOn: calculated(date({ sv: 'Beslutad', en: 'Decided on' })),
    response: choice({ sv: 'Riskbehandling', en: 'Risk treatment' }, responses),
    acceptedUntil: date(
      { sv: 'Accepteras till och med', en: 'Accepted until' },
      { help: { sv: 'Därefter är risken öppen igen av sig själv.', en: 'After that day the risk is open again by itself.' } },
    ),
    conditions: text({ sv: 'Villkor för att acceptera', en: 'Conditions of the acceptance' }, { lines: 3, max: 2000 }),
    reviewBy: date({ sv: 'Omprövas senast', en: 'Review by' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    evidence: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  workflow: riskWorkflow,
  rules: [
    { code: 'material-reasoned', fields: ['materialGrounds', 'material'], check: materialReasoned },
    { code: 'losses-in-order', fields: ['lossModel'], check: (record) => lossFault(record) },
    { code: 'acceptance-ahead', fields: ['acceptedUntil'], check: acceptanceAhead },
  ],
  scope: { unit: 'unit', own: ['owner', 'decider', 'handler', 'participants'] },
  deadlines: ['reviewBy', 'decideBy', 'acceptedUntil'],

  // Who may do what, to which records. A decision is for the one the risk has been handed to, who has the mandate by the method in force.
  access: {
    employee: { read: 'own', create: 'all' },
    manager: {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { analyse: 'unit', treat: 'own', accept: 'own', raise: 'own', takeBack: 'unit' },
    },
    'risk-owner': {
      read: 'own',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { analyse: 'own', treat: 'own', accept: 'own', raise: 'own', reopen: 'own', callBack: 'own', close: 'own', takeBack: 'own' },
    },
    'department-head': {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: {
        analyse: 'unit',
        treat: 'own',
        accept: 'own',
        raise: 'own',
        takeOver: 'unit',
        reopen: 'unit',
        callBack: 'unit',
        close: 'own',
        takeBack: 'unit',
      },
    },
    // Who leads a risk analysis values its risks with the group; those of an analysis are its people's own.
    'information-owner': { read: 'own', create: 'all', update: 'own' },
    'system-owner': { read: 'own', create: 'all', update: 'own' },
    'director-general': {
      read: 'all',
      secret: 'all',
      moves: { treat: 'own', accept: 'own', takeOver: 'all', reopen: 'all', close: 'own' },
    },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { analyse: 'all', reopen: 'all', callBack: 'all', takeBack: 'all' },
    },
    'head-of-security': { read: 'all', secret: 'all', create: 'all', update: 'own' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all', create: 'all', update: 'own' },
    procurement: { read: 'own', create: 'all', update: 'own' },
    preparedness: { read: 'all', create: 'all', update: 'own' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  askWhy: ['consequence', 'likelihood', 'owner'],

  list: {
    columns: ['reference', 'title', 'level', 'value', 'owner', 'unit', 'state', 'decider', 'decideBy', 'reviewBy'],
    filters: [
      'level',
      'state',
      'owner',
      'unit',
      'kind',
      'response',
      'assets',
      'systems',
      'requirements',
      'classification',
      'gaps',
      'threats',
      'reviewBy',
      'value',
      'analysis',
      'participants',
      'decider',
      'handler',
      'decideBy',
      'mandate',
      'material',
      'revalue',
      'acceptedUntil',
      'targetLevel',
      'consequence',
      'likelihood',
      'confidence',
      'method',
      'category',
      'marking',
    ],
    sort: ['-value', 'reviewBy'],
    views: [
      { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, where: { state: 'analysed' } },
      { label: { sv: 'Hög och mycket hög', en: 'High and very high' }, where: { level: 'gte:3', state: 'not:closed' } },
      { label: { sv: 'Beslutet dröjer', en: 'Decision overdue' }, where: { state: 'analysed', decideBy: 'lt:today' } },
      { label: { sv: 'Ska omprövas', en: 'Due for review' }, where: { reviewBy: 'lt:today', state: 'not:closed' } },
      { label: { sv: 'Acceptansen går ut', en: 'Acceptance ending' }, where: { state: 'accepted', acceptedUntil: 'lte:today+30' } },
      { label: { sv: 'Att besluta om', en: 'For me to decide' }, where: { decider: 'me', state: 'analysed' } },
      { label: { sv: 'Mina risker', en: 'My risks' }, where: { owner: 'me' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vad kan hända?', en: 'What could happen?' },
      fields: ['title', 'cause', 'event', 'effect', 'vulnerability', 'kind', 'analysis'],
    },
    {
      title: { sv: 'Vad berörs?', en: 'What is affected?' },
      fields: [
        'unit',
        'owner',
        'participants',
        'confidentiality',
        'integrity',
        'availability',
        'assets',
        'systems',
        'requirements',
        'classification',
        'gaps',
        'threats',
      ],
    },
    {
      title: { sv: 'Hur allvarligt är det?', en: 'How serious is it?' },
      fields: [
        'category',
        'consequence',
        'likelihood',
        'value',
        'level',
        'confidence',
        'inherentConsequence',
        'inherentLikelihood',
        'inherentValue',
        'inherentLevel',
        'targetConsequence',
        'targetLikelihood',
        'targetValue',
        'targetLevel',
        'material',
        'materialGrounds',
        'revalue',
        'method',
        'lossModel',
      ],
    },
    {
      title: { sv: 'Vem beslutar?', en: 'Who decides?' },
      fields: ['handler', 'decider', 'mandate', 'raisedTo', 'decideBy', 'takesTwo', 'decidedOn', 'decidedValue'],
    },
    {
      title: { sv: 'Vad gör ni åt det?', en: 'What do you do about it?' },
      fields: ['response', 'acceptedUntil', 'conditions', 'reviewBy', 'marking', 'evidence'],
    },
  ],
  exchange: {
    headings: {
      title: ['Risk', 'Riskbenämning', 'Rubrik', 'Hot/risk'],
      cause: ['Orsak', 'På grund av'],
      event: ['Händelse', 'Riskbeskrivning', 'Beskrivning'],
      effect: ['Konsekvensbeskrivning', 'Leder till'],
      consequence: ['Konsekvens', 'K', 'Konsekvensnivå'],
      likelihood: ['Sannolikhet', 'S', 'Sannolikhetsnivå'],
      owner: ['Riskägare', 'Ägare'],
      unit: ['Enhet', 'Avdelning'],
    },
  },
})

export type Risk = RecordOf<typeof risk.fields>
