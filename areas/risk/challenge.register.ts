import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, date, link, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { partOfRisk } from './part-access.ts'

const answers = { moves: { answer: 'part' } } as const

/** What the second line of responsibility calls in question about a risk; it must be answered before the risk is decided on. */
export const challenge = defineRegister({
  name: 'challenge',
  plural: 'challenges',
  label: { one: { sv: 'Ifrågasättande', en: 'Challenge' }, many: { sv: 'Ifrågasättanden', en: 'Challenges' } },
  purpose: {
    sv: 'Här står vad riskfunktionen har ifrågasatt i en riskbedömning, och vad den ansvariga svarade.',
    en: 'Here stands what the risk function has called in question about a risk, and what the one responsible answered.',
  },
  reference: 'IF-{year}-{number}',
  title: 'question',

  fields: {
    risk: link({ sv: 'Risk', en: 'Risk' }, { to: 'risk', required: true, inverse: { sv: 'Ifrågasättanden', en: 'Challenges' } }),
    question: text({ sv: 'Vad ifrågasätts?', en: 'What is called in question?' }, { required: true, lines: 3, max: 2000 }),
    answerBy: calculated(date({ sv: 'Svar senast', en: 'Answer by' })),
    answerer: calculated(
      person({ sv: 'Ska svara', en: 'To answer' }, { inverse: { sv: 'Ska svara på ifrågasättandena', en: 'To answer the challenges' } }),
    ),
    answer: text({ sv: 'Svar', en: 'Answer' }, { lines: 3, max: 4000 }),
  },

  workflow: workflow({
    initial: 'raised',
    states: {
      raised: { label: { sv: 'Väntar på svar', en: 'Awaiting an answer' }, tone: 'waiting' },
      answered: { label: { sv: 'Besvarat', en: 'Answered' }, tone: 'active' },
      settled: { label: { sv: 'Avslutat', en: 'Settled' }, tone: 'good', locked: true },
    },
    moves: {
      answer: {
        label: { sv: 'Svara på ifrågasättandet', en: 'Answer the challenge' },
        explain: {
          sv: 'Riskfunktionen får svaret. Sedan kan risken beslutas.',
          en: 'The risk function is given the answer. Then the risk can be decided on.',
        },
        from: ['raised'],
        to: 'answered',
        needs: ['answer'],
      },
      settle: {
        label: { sv: 'Godta svaret', en: 'Accept the answer' },
        from: ['answered'],
        to: 'settled',
        reason: 'optional',
      },
      insist: {
        label: { sv: 'Begär ett nytt svar', en: 'Ask for another answer' },
        explain: { sv: 'Tiden för svar börjar om.', en: 'The time to answer begins anew.' },
        from: ['answered'],
        to: 'raised',
        reason: 'required',
      },
    },
  }),
  scope: { partOf: 'risk' },
  deadlines: ['answerBy'],
  access: partOfRisk({
    manager: answers,
    'risk-owner': answers,
    'department-head': answers,
    'risk-function': { create: 'all', update: 'own', moves: { settle: 'all', insist: 'all' } },
  }),

  list: {
    columns: ['reference', 'risk', 'question', 'state', 'answerer', 'answerBy'],
    filters: ['risk', 'state', 'answerer', 'answerBy'],
    sort: ['answerBy'],
    views: [
      { label: { sv: 'Utan svar', en: 'Unanswered' }, where: { state: 'raised' } },
      { label: { sv: 'Ska besvaras av mig', en: 'For me to answer' }, where: { state: 'raised', answerer: 'me' } },
    ],
  },
  form: [
    { title: { sv: 'Frågan', en: 'The question' }, fields: ['risk', 'question'] },
    { title: { sv: 'Svaret', en: 'The answer' }, fields: ['answerer', 'answerBy', 'answer'] },
  ],
})

export type Challenge = RecordOf<typeof challenge.fields>
