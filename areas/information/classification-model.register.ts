import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, date, link, structure, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { exampleModel, modelContent, modelInWords } from './classification-model.content.ts'
import { disorder, incomplete } from './classification-model.rules.ts'

/** Draft → in force → replaced. A model in force is never changed: the next version is a draft made from it. */
const modelWorkflow = workflow({
  initial: 'draft',
  states: {
    draft: { label: { sv: 'Utkast', en: 'Draft' }, tone: 'neutral' },
    inForce: { label: { sv: 'Gäller', en: 'In force' }, tone: 'good', locked: true },
    replaced: { label: { sv: 'Ersatt', en: 'Replaced' }, tone: 'ended', locked: true },
  },
  moves: {
    decide: {
      label: { sv: 'Besluta om modellen', en: 'Decide on the model' },
      explain: {
        sv: 'Modellen börjar gälla genast och den tidigare ersätts. Klassningar som redan är gjorda behåller sin version.',
        en: 'The model takes effect at once and the one before is replaced. Classifications already made keep their version.',
      },
      from: ['draft'],
      to: 'inForce',
      needs: ['validFrom'],
      reason: 'required',
      guard: (record) => incomplete(record as never),
    },
    replace: { label: { sv: 'Ersätt modellen', en: 'Replace the model' }, from: ['inForce'], to: 'replaced' },
  },
})

/** The method of information classification as data, versioned: a version is decided, takes effect and is replaced as one whole. */
export const classificationModel = defineRegister({
  name: 'classificationModel',
  plural: 'classificationModels',
  label: { one: { sv: 'Klassningsmodell', en: 'Classification model' }, many: { sv: 'Klassningsmodeller', en: 'Classification models' } },
  purpose: {
    sv: 'Här står hur ni värderar information: aspekter, nivåer, konsekvenser och vilka säkerhetsåtgärder varje nivå kräver. Varje version finns kvar.',
    en: 'Here stands how you value information: aspects, levels, consequences and which security measures each level requires. Every version remains.',
  },
  reference: 'KM-{year}-{number}',
  title: 'name',

  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true, max: 160 }),
    description: text({ sv: 'Vad är nytt i versionen?', en: 'What is new in this version?' }, { lines: 4 }),
    basedOn: link(
      { sv: 'Bygger på', en: 'Based on' },
      { to: 'classificationModel', inverse: { sv: 'Har fått efterföljaren', en: 'Was followed by' } },
    ),
    content: structure({ sv: 'Modellen', en: 'The model' }, { schema: modelContent, inWords: modelInWords, example: exampleModel }),
    validFrom: date({ sv: 'Gäller från', en: 'In force from' }),
    validTo: calculated(date({ sv: 'Gällde till', en: 'In force until' })),
  },

  workflow: modelWorkflow,
  rules: [{ code: 'disorder', fields: ['content'], check: (record) => disorder(record as never) }],
  askWhy: ['validFrom'],

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all', moves: { decide: 'all' } },
    'head-of-security': { read: 'all', moves: { decide: 'all' } },
    'internal-audit': { read: 'all' },
    'director-general': { read: 'all', moves: { decide: 'all' } },
  },

  list: {
    columns: ['reference', 'name', 'state', 'validFrom', 'validTo'],
    filters: ['state', 'validFrom'],
    sort: ['-validFrom', '-createdAt'],
  },

  form: [
    {
      title: { sv: 'Vilken modell är det?', en: 'Which model is it?' },
      fields: ['name', 'description', 'basedOn', 'validFrom', 'validTo'],
    },
    { title: { sv: 'Innehåll', en: 'Content' }, fields: ['content'] },
  ],
})

export type ClassificationModel = RecordOf<typeof classificationModel.fields>
