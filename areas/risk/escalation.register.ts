import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, choice, date, link, number, person, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { bases, purposes, recipients } from './escalation.words.ts'
import { partOfRisk } from './part-access.ts'

/** That a risk was handed to a person, to be analysed, decided on or known of: by which rule, to be answered by when, and what came of it. */
export const escalation = defineRegister({
  name: 'escalation',
  plural: 'escalations',
  label: { one: { sv: 'Eskalering', en: 'Escalation' }, many: { sv: 'Eskaleringar', en: 'Escalations' } },
  purpose: {
    sv: 'Här står vem som har fått veta om en risk eller ska besluta om den, enligt vilken regel och när. Värna skriver hit av sig själv.',
    en: 'Here stands who has been told of a risk or is to decide on it, by which rule and when. Värna writes here by itself.',
  },
  title: 'name',

  fields: {
    name: calculated(text({ sv: 'Eskaleringen', en: 'The escalation' }, { max: 200 })),
    risk: link({ sv: 'Risk', en: 'Risk' }, { to: 'risk', required: true, inverse: { sv: 'Eskaleringar', en: 'Escalations' } }),
    person: calculated(person({ sv: 'Till', en: 'To' }, { inverse: { sv: 'Har fått riskerna', en: 'Has been handed the risks' } })),
    purpose: calculated(choice({ sv: 'För att', en: 'In order to' }, purposes)),
    role: calculated(choice({ sv: 'I egenskap av', en: 'In the capacity of' }, recipients)),
    unit: calculated(link({ sv: 'För enheten', en: 'For the unit' }, { to: 'unit', inverse: { sv: 'Eskaleringar', en: 'Escalations' } })),
    basis: calculated(choice({ sv: 'Enligt regeln', en: 'By the rule' }, bases)),
    value: calculated(number({ sv: 'Riskvärde', en: 'Risk value' }, { max: 10_000 })),
    threshold: calculated(number({ sv: 'Gräns', en: 'Limit' }, { max: 10_000 })),
    within: calculated(number({ sv: 'Inom', en: 'Within' }, { unit: { sv: 'arbetsdagar', en: 'working days' }, max: 250 })),
    insteadOf: calculated(
      person(
        { sv: 'Ersätter', en: 'Deputises for' },
        { inverse: { sv: 'Ersattes vid eskaleringarna', en: 'Was deputised for in the escalations' } },
      ),
    ),
    answerBy: calculated(date({ sv: 'Senast', en: 'By' })),
    acknowledgedOn: calculated(date({ sv: 'Mottagen', en: 'Acknowledged' })),
    endedOn: calculated(date({ sv: 'Avslutad', en: 'Ended' })),
  },

  workflow: workflow({
    initial: 'open',
    states: {
      open: { label: { sv: 'Väntar', en: 'Waiting' }, tone: 'waiting' },
      acknowledged: { label: { sv: 'Mottagen', en: 'Acknowledged' }, tone: 'active' },
      done: { label: { sv: 'Klar', en: 'Done' }, tone: 'good', locked: true },
      passedOn: { label: { sv: 'Gick vidare', en: 'Passed on' }, tone: 'ended', locked: true },
    },
    moves: {
      acknowledge: {
        label: { sv: 'Bekräfta att jag har tagit emot', en: 'Confirm that I have received it' },
        explain: { sv: 'Andra ser att du har tagit del av risken.', en: 'Others see that you have taken note of the risk.' },
        from: ['open'],
        to: 'acknowledged',
        only: 'person',
      },
      finish: { label: { sv: 'Avsluta eskaleringen', en: 'End the escalation' }, from: ['open', 'acknowledged'], to: 'done' },
      passOn: { label: { sv: 'Lämna vidare', en: 'Pass on' }, from: ['open', 'acknowledged'], to: 'passedOn' },
    },
  }),
  scope: { partOf: 'risk', own: ['person'] },
  deadlines: ['answerBy'],
  access: partOfRisk({ employee: { moves: { acknowledge: 'own' } } }),

  list: {
    columns: ['risk', 'purpose', 'person', 'role', 'basis', 'value', 'answerBy', 'state'],
    filters: ['risk', 'person', 'purpose', 'role', 'basis', 'unit', 'state', 'answerBy', 'endedOn'],
    sort: ['-createdAt'],
    views: [
      { label: { sv: 'Väntar på mig', en: 'Waiting for me' }, where: { person: 'me', state: 'open,acknowledged' } },
      { label: { sv: 'Inte mottagna i tid', en: 'Not acknowledged in time' }, where: { state: 'open', answerBy: 'lt:today' } },
      { label: { sv: 'Till generaldirektören', en: 'To the director-general' }, where: { role: 'director-general' } },
    ],
  },
  form: [
    {
      title: { sv: 'Till vem, och varför?', en: 'To whom, and why?' },
      fields: ['risk', 'purpose', 'person', 'role', 'unit', 'insteadOf', 'basis', 'value', 'threshold', 'within'],
    },
    { title: { sv: 'Vad hände?', en: 'What happened?' }, fields: ['answerBy', 'acknowledgedOn', 'endedOn'] },
  ],
})

export type Escalation = RecordOf<typeof escalation.fields>
