import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, choice, date, link, links, person, persons, rich, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { analysisKinds } from './risk-method.content.ts'

/** A piece of work in which risks are found and judged together, by the method in force. */
export const riskAnalysis = defineRegister({
  name: 'riskAnalysis',
  plural: 'riskAnalyses',
  label: { one: { sv: 'Riskanalys', en: 'Risk analysis' }, many: { sv: 'Riskanalyser', en: 'Risk analyses' } },
  purpose: {
    sv: 'Här står vad ni har analyserat, vilka som medverkade och vilka risker ni kom fram till. Värderingen görs var för sig först, sedan tillsammans.',
    en: 'Here stands what you have analysed, who took part and which risks you arrived at. Each judges alone first, then all together.',
  },
  reference: 'RA-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Vad analyseras?', en: 'What is analysed?' }, { required: true, max: 160 }),
    kind: choice({ sv: 'Slag', en: 'Kind' }, analysisKinds, { required: true }),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Riskanalyser', en: 'Risk analyses' } }),
    leader: person(
      { sv: 'Leds av', en: 'Led by' },
      { required: true, inverse: { sv: 'Leder riskanalyserna', en: 'Leads the risk analyses' } },
    ),
    participants: persons(
      { sv: 'Medverkande', en: 'Participants' },
      { inverse: { sv: 'Medverkar i riskanalyserna', en: 'Takes part in the risk analyses' } },
    ),
    boundaries: text(
      { sv: 'Avgränsning', en: 'Boundaries' },
      { lines: 4, help: { sv: 'Vad ingår och vad ingår inte?', en: 'What is included and what is not?' } },
    ),
    assets: links(
      { sv: 'Berörd information', en: 'Information affected' },
      { to: 'informationAsset', inverse: { sv: 'Riskanalyser', en: 'Risk analyses' } },
    ),
    systems: links(
      { sv: 'Berörda system', en: 'Systems affected' },
      { to: 'system', inverse: { sv: 'Riskanalyser', en: 'Risk analyses' } },
    ),
    activities: links(
      { sv: 'Berörd verksamhet', en: 'Activities affected' },
      { to: 'activity', inverse: { sv: 'Riskanalyser', en: 'Risk analyses' } },
    ),
    suppliers: links(
      { sv: 'Berörda leverantörer', en: 'Suppliers affected' },
      { to: 'supplier', inverse: { sv: 'Riskanalyser', en: 'Risk analyses' } },
    ),
    plannedOn: date({ sv: 'Planerad till', en: 'Planned for' }),
    doneOn: calculated(date({ sv: 'Klar den', en: 'Done on' })),
    method: calculated(
      link(
        { sv: 'Gjord med metoden', en: 'Made by the method' },
        { to: 'riskMethod', inverse: { sv: 'Riskanalyser', en: 'Risk analyses' } },
      ),
    ),
    conclusion: rich({ sv: 'Slutsats', en: 'Conclusion' }, { max: 20_000 }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  workflow: workflow({
    initial: 'planned',
    states: {
      planned: { label: { sv: 'Planerad', en: 'Planned' }, tone: 'neutral' },
      individual: { label: { sv: 'Var och en bedömer', en: 'Each judges alone' }, tone: 'active' },
      together: { label: { sv: 'Ni bedömer tillsammans', en: 'Judged together' }, tone: 'active' },
      done: { label: { sv: 'Klar', en: 'Done' }, tone: 'good', locked: true },
    },
    moves: {
      openIndividual: {
        label: { sv: 'Låt var och en bedöma', en: 'Let each judge alone' },
        explain: {
          sv: 'De medverkande får en uppgift. Ingen ser de andras bedömning förrän du visar dem. Bedömningar som redan är visade står kvar; den nya omgången gäller de risker som ingen har bedömt än.',
          en: 'The participants are given a task. Nobody sees what the others judged until you show it. Judgements already shown remain; the new round concerns the risks nobody has judged yet.',
        },
        from: ['planned', 'together'],
        to: 'individual',
        only: 'leader',
      },
      reveal: {
        label: { sv: 'Visa bedömningarna och värdera tillsammans', en: 'Show the judgements and judge together' },
        explain: { sv: 'Alla medverkande ser allas bedömningar.', en: 'All participants see what everybody judged.' },
        from: ['planned', 'individual'],
        to: 'together',
        only: 'leader',
      },
      finish: {
        label: { sv: 'Avsluta riskanalysen', en: 'Finish the risk analysis' },
        explain: {
          sv: 'Analysen låses. Risker som har värde och ägare lämnas för beslut och läggs hos den som har mandat. De andra står kvar som identifierade och ska värderas var för sig.',
          en: 'The analysis is locked. Risks that have a value and an owner are submitted for decision and handed to whoever has the mandate. The others remain as identified, to be valued one by one.',
        },
        from: ['planned', 'together'],
        to: 'done',
        reason: 'optional',
        own: ['leader'],
      },
      reopen: {
        label: { sv: 'Öppna riskanalysen igen', en: 'Reopen the risk analysis' },
        explain: {
          sv: 'De medverkande kan lägga till och värdera risker igen. Risker som redan har lämnats för beslut påverkas inte.',
          en: 'The participants can add and value risks again. Risks already submitted for decision are not affected.',
        },
        from: ['done'],
        to: 'together',
        reason: 'required',
        own: ['leader'],
      },
    },
  }),
  scope: { unit: 'unit', own: ['leader', 'participants'] },
  askWhy: ['leader'],

  access: {
    employee: { read: 'own' },
    manager: {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { openIndividual: 'unit', reveal: 'unit', finish: 'unit', reopen: 'unit' },
    },
    'risk-owner': {
      read: 'own',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { openIndividual: 'own', reveal: 'own', finish: 'own', reopen: 'own' },
    },
    'department-head': {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { openIndividual: 'unit', reveal: 'unit', finish: 'unit', reopen: 'unit' },
    },
    'information-owner': {
      read: 'own',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { openIndividual: 'own', reveal: 'own', finish: 'own' },
    },
    'system-owner': {
      read: 'own',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { openIndividual: 'own', reveal: 'own', finish: 'own' },
    },
    'director-general': { read: 'all', secret: 'all' },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { openIndividual: 'all', reveal: 'all', finish: 'all', reopen: 'all' },
    },
    'head-of-security': {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'own',
      moves: { openIndividual: 'own', reveal: 'own', finish: 'own' },
    },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all', create: 'all', update: 'own', moves: { openIndividual: 'own', reveal: 'own', finish: 'own' } },
    procurement: { read: 'own', create: 'all', update: 'own', moves: { openIndividual: 'own', reveal: 'own', finish: 'own' } },
    preparedness: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'own',
      moves: { openIndividual: 'own', reveal: 'own', finish: 'own' },
    },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'kind', 'unit', 'leader', 'state', 'plannedOn', 'doneOn'],
    filters: [
      'state',
      'kind',
      'unit',
      'leader',
      'participants',
      'assets',
      'systems',
      'activities',
      'suppliers',
      'plannedOn',
      'doneOn',
      'method',
      'marking',
    ],
    sort: ['-plannedOn', '-createdAt'],
    views: [
      { label: { sv: 'Pågår', en: 'Under way' }, where: { state: 'planned,individual,together' } },
      { label: { sv: 'Jag medverkar', en: 'I take part' }, where: { participants: 'me' } },
      { label: { sv: 'Jag leder', en: 'I lead' }, where: { leader: 'me' } },
    ],
  },

  form: [
    { title: { sv: 'Vad ska analyseras?', en: 'What is to be analysed?' }, fields: ['name', 'kind', 'unit', 'boundaries'] },
    { title: { sv: 'Vilka medverkar?', en: 'Who takes part?' }, fields: ['leader', 'participants', 'plannedOn'] },
    { title: { sv: 'Vad berörs?', en: 'What is affected?' }, fields: ['assets', 'systems', 'activities', 'suppliers', 'marking'] },
    { title: { sv: 'Vad kom ni fram till?', en: 'What did you arrive at?' }, fields: ['conclusion', 'method', 'doneOn'] },
  ],
})

export type RiskAnalysis = RecordOf<typeof riskAnalysis.fields>
