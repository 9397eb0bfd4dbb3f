import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, date, link, structure, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { exampleRiskMethod, riskMethodContent, riskMethodInWords } from './risk-method.content.ts'
import { disorder, incomplete } from './risk-method.rules.ts'

/** Draft → in force → replaced. A method in force is never changed: the next version is a draft made from it. */
const methodWorkflow = workflow({
  initial: 'draft',
  states: {
    draft: { label: { sv: 'Utkast', en: 'Draft' }, tone: 'neutral' },
    inForce: { label: { sv: 'Gäller', en: 'In force' }, tone: 'good', locked: true },
    replaced: { label: { sv: 'Ersatt', en: 'Replaced' }, tone: 'ended', locked: true },
  },
  moves: {
    decide: {
      label: { sv: 'Besluta om metoden', en: 'Decide on the method' },
      explain: {
        sv: 'Metoden börjar gälla genast och den tidigare ersätts. Öppna risker räknas om där nivåerna går att översätta; övriga läggs hos sin ägare.',
        en: 'The method takes effect at once and the one before is replaced. Open risks are recalculated where their levels can be translated; the others go to their owners.',
      },
      from: ['draft'],
      to: 'inForce',
      needs: ['validFrom'],
      reason: 'required',
      guard: (record) => incomplete(record as never),
    },
    replace: { label: { sv: 'Ersätt metoden', en: 'Replace the method' }, from: ['inForce'], to: 'replaced' },
  },
})

/** The method of risk management as data, versioned: scales, matrix, mandates and time limits are decided and replaced as one whole. */
export const riskMethod = defineRegister({
  name: 'riskMethod',
  plural: 'riskMethods',
  label: { one: { sv: 'Riskmetod', en: 'Risk method' }, many: { sv: 'Riskmetoder', en: 'Risk methods' } },
  purpose: {
    sv: 'Här står hur ni värderar risker, vem som får besluta om dem och hur fort det ska gå. Varje version finns kvar.',
    en: 'Here stands how you value risks, who may decide on them and how fast it is to be done. Every version remains.',
  },
  reference: 'RM-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    description: text({ sv: 'Vad är nytt i versionen?', en: 'What is new in this version?' }, { lines: 4 }),
    basedOn: link(
      { sv: 'Bygger på', en: 'Based on' },
      { to: 'riskMethod', inverse: { sv: 'Har fått efterföljaren', en: 'Was followed by' } },
    ),
    content: structure(
      { sv: 'Metoden', en: 'The method' },
      { schema: riskMethodContent, inWords: riskMethodInWords, example: exampleRiskMethod },
    ),
    validFrom: date({ sv: 'Gäller från', en: 'In force from' }),
    validTo: calculated(date({ sv: 'Gällde till', en: 'In force until' })),
  },

  workflow: methodWorkflow,
  rules: [{ code: 'disorder', fields: ['content'], check: (record) => disorder(record as never) }],
  askWhy: ['validFrom'],

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'risk-function': { read: 'all', create: 'all', update: 'all' },
    'head-of-security': { read: 'all', moves: { decide: 'all' } },
    'director-general': { read: 'all', moves: { decide: 'all' } },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'state', 'validFrom', 'validTo'],
    filters: ['state', 'validFrom'],
    sort: ['-validFrom', '-createdAt'],
  },

  form: [
    {
      title: { sv: 'Vilken metod är det?', en: 'Which method is it?' },
      fields: ['name', 'description', 'basedOn', 'validFrom', 'validTo'],
    },
    { title: { sv: 'Innehåll', en: 'Content' }, fields: ['content'] },
  ],
})

export type RiskMethod = RecordOf<typeof riskMethod.fields>
