import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, link, links, person, rich, scale, secrecy, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'

/** What a review has found: by internal audit, the third line of responsibility, which reads all and writes only this. */
export const finding = defineRegister({
  name: 'finding',
  plural: 'findings',
  label: { one: { sv: 'Iakttagelse', en: 'Finding' }, many: { sv: 'Iakttagelser', en: 'Findings' } },
  purpose: {
    sv: 'Här står vad internrevisionen har iakttagit, vad den ansvariga svarade och när det är avhjälpt.',
    en: 'Here stands what internal audit has found, what the one responsible answered and when it has been mended.',
  },
  reference: 'IAK-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Iakttagelse', en: 'Finding' }, { required: true, max: 200 }),
    description: rich({ sv: 'Vad har iakttagits?', en: 'What has been found?' }, { max: 40_000 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      {
        observation: { sv: 'Förbättringsmöjlighet', en: 'Opportunity for improvement' },
        nonconformity: { sv: 'Avvikelse', en: 'Nonconformity' },
      },
      { required: true },
    ),
    severity: scale(
      { sv: 'Hur allvarligt är det?', en: 'How serious is it?' },
      [
        { sv: 'Mindre', en: 'Minor' },
        { sv: 'Betydande', en: 'Significant' },
        { sv: 'Allvarlig', en: 'Serious' },
      ],
      { tone: 'risk' },
    ),
    unit: link({ sv: 'Enhet', en: 'Unit' }, { to: 'unit', required: true, inverse: { sv: 'Iakttagelser', en: 'Findings' } }),
    responsible: person(
      { sv: 'Ska svara', en: 'To answer' },
      { required: true, inverse: { sv: 'Ska svara på iakttagelserna', en: 'To answer the findings' } },
    ),
    answerBy: date({ sv: 'Svar senast', en: 'Answer by' }, { required: true }),
    risks: links({ sv: 'Rör riskerna', en: 'Concerns the risks' }, { to: 'risk', inverse: { sv: 'Iakttagelser', en: 'Findings' } }),
    requirements: links(
      { sv: 'Rör kraven', en: 'Concerns the requirements' },
      { to: 'requirement', inverse: { sv: 'Iakttagelser', en: 'Findings' } },
    ),
    answer: rich({ sv: 'Svar och vad som ska göras', en: 'Answer and what is to be done' }, { max: 20_000 }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
  },

  workflow: workflow({
    initial: 'recorded',
    states: {
      recorded: { label: { sv: 'Väntar på svar', en: 'Awaiting an answer' }, tone: 'waiting' },
      answered: { label: { sv: 'Besvarad', en: 'Answered' }, tone: 'active' },
      closed: { label: { sv: 'Avslutad', en: 'Closed' }, tone: 'ended' },
    },
    moves: {
      answer: {
        label: { sv: 'Svara på iakttagelsen', en: 'Answer the finding' },
        explain: { sv: 'Internrevisionen får svaret.', en: 'Internal audit is given the answer.' },
        from: ['recorded'],
        to: 'answered',
        needs: ['answer'],
      },
      close: { label: { sv: 'Avsluta iakttagelsen', en: 'Close the finding' }, from: ['answered'], to: 'closed', reason: 'required' },
      insist: {
        label: { sv: 'Begär ett nytt svar', en: 'Ask for another answer' },
        from: ['answered', 'closed'],
        to: 'recorded',
        reason: 'required',
      },
    },
  }),
  scope: { unit: 'unit', own: ['responsible'] },
  deadlines: ['answerBy'],
  askWhy: ['severity', 'answerBy'],

  access: {
    employee: { read: 'own', secret: 'own', moves: { answer: 'own' } },
    manager: { read: 'unit', moves: { answer: 'unit' } },
    'department-head': { read: 'unit', secret: 'unit', moves: { answer: 'unit' } },
    'director-general': { read: 'all', secret: 'all' },
    ciso: { read: 'all', secret: 'all' },
    'head-of-security': { read: 'all', secret: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    'internal-audit': {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { close: 'all', insist: 'all' },
    },
  },

  list: {
    columns: ['reference', 'title', 'kind', 'severity', 'unit', 'responsible', 'answerBy', 'state'],
    filters: ['state', 'kind', 'severity', 'unit', 'responsible', 'answerBy', 'risks', 'requirements', 'marking'],
    sort: ['answerBy'],
    views: [
      { label: { sv: 'Öppna', en: 'Open' }, where: { state: 'recorded,answered' } },
      { label: { sv: 'Svaret dröjer', en: 'Answer overdue' }, where: { state: 'recorded', answerBy: 'lt:today' } },
    ],
  },
  form: [
    {
      title: { sv: 'Vad har iakttagits?', en: 'What has been found?' },
      fields: ['title', 'kind', 'severity', 'description', 'risks', 'requirements'],
    },
    {
      title: { sv: 'Vem svarar, och när?', en: 'Who answers, and when?' },
      fields: ['unit', 'responsible', 'answerBy', 'answer', 'marking'],
    },
  ],
})

export type Finding = RecordOf<typeof finding.fields>
