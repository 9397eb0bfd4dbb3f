import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, choice, link, money, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { consequenceScale, likelihoodScale, riskLevelOf, riskValueOf } from '../scales/risk.ts'
import { partOfRisk } from './part-access.ts'
import { responses } from './responses.ts'

const works = { create: 'part', update: 'part', withdraw: 'part' } as const

/** One way to treat a risk, with what it costs and what the risk would become: weighed against the others before the decision. */
export const riskOption = defineRegister({
  name: 'riskOption',
  plural: 'riskOptions',
  label: {
    one: { sv: 'Behandlingsalternativ', en: 'Treatment option' },
    many: { sv: 'Behandlingsalternativ', en: 'Treatment options' },
  },
  purpose: {
    sv: 'Här står vad ni kan göra åt en risk, vad det kostar och vad risken då blir. Den som beslutar jämför alternativen.',
    en: 'Here stands what you can do about a risk, what it costs and what the risk then becomes. Whoever decides compares the options.',
  },
  title: 'name',

  fields: {
    risk: link(
      { sv: 'Risk', en: 'Risk' },
      { to: 'risk', required: true, inverse: { sv: 'Behandlingsalternativ', en: 'Treatment options' } },
    ),
    name: text({ sv: 'Alternativ', en: 'Option' }, { required: true, max: 160 }),
    response: choice({ sv: 'Riskbehandling', en: 'Risk treatment' }, responses, { required: true }),
    description: text({ sv: 'Vad innebär det?', en: 'What does it mean?' }, { lines: 3, max: 2000 }),
    costOnce: money({ sv: 'Kostnad en gång', en: 'Cost once' }),
    costYearly: money({ sv: 'Kostnad per år', en: 'Cost per year' }),
    consequence: consequenceScale({ sv: 'Konsekvens efteråt', en: 'Consequence afterwards' }),
    likelihood: likelihoodScale({ sv: 'Sannolikhet efteråt', en: 'Likelihood afterwards' }),
    value: riskValueOf({ sv: 'Riskvärde efteråt', en: 'Risk value afterwards' }),
    level: riskLevelOf({ sv: 'Risknivå efteråt', en: 'Risk level afterwards' }),
    revalue: calculated(yesNo({ sv: 'Ska bedömas om', en: 'To be judged again' })),
    proposed: yesNo({ sv: 'Förordas', en: 'Recommended' }),
  },

  scope: { partOf: 'risk' },
  access: partOfRisk({ manager: works, 'risk-owner': works, 'department-head': works, ciso: works }),

  list: {
    columns: ['risk', 'name', 'response', 'costOnce', 'costYearly', 'level', 'proposed'],
    filters: ['risk', 'response', 'level', 'proposed', 'revalue'],
    sort: ['-proposed', 'name'],
  },
  form: [
    { title: { sv: 'Alternativet', en: 'The option' }, fields: ['risk', 'name', 'response', 'description', 'proposed'] },
    {
      title: { sv: 'Kostnad och effekt', en: 'Cost and effect' },
      fields: ['costOnce', 'costYearly', 'consequence', 'likelihood', 'value', 'level', 'revalue'],
    },
  ],
})

export type RiskOption = RecordOf<typeof riskOption.fields>
