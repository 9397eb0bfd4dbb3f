import { defineRegister } from '#kernel/definition/register.ts'
import { links, text } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'

/** A measure that protects information, whatever requires it. From which level it is required stands in the classification model. */
export const securityMeasure = defineRegister({
  name: 'securityMeasure',
  plural: 'securityMeasures',
  label: { one: { sv: 'Säkerhetsåtgärd', en: 'Security measure' }, many: { sv: 'Säkerhetsåtgärder', en: 'Security measures' } },
  purpose: {
    sv: 'Här står vilka säkerhetsåtgärder som kan krävas, och vilka krav de svarar mot. Klassningsmodellen säger från vilken nivå var och en krävs.',
    en: 'Here stands which security measures may be required, and which requirements they answer to. The classification model says from which level each is required.',
  },
  title: 'name',

  fields: {
    key: text({ sv: 'Beteckning', en: 'Key' }, { required: true, max: 40 }),
    name: text({ sv: 'Säkerhetsåtgärd', en: 'Security measure' }, { required: true, max: 160 }),
    description: text({ sv: 'Vad innebär den?', en: 'What does it consist of?' }, { lines: 4 }),
    evidence: text({ sv: 'Vad visar att den finns på plats?', en: 'What shows that it is in place?' }, { lines: 3 }),
    requirements: links(
      { sv: 'Svarar mot kraven', en: 'Answers to the requirements' },
      { to: 'requirement', inverse: { sv: 'Säkerhetsåtgärder', en: 'Security measures' } },
    ),
  },

  unique: [['key']],
  exchange: { key: 'key' },

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: { columns: ['key', 'name', 'requirements'], filters: ['requirements'], sort: ['key'] },

  form: [
    { title: { sv: 'Säkerhetsåtgärden', en: 'The security measure' }, fields: ['key', 'name', 'description', 'evidence', 'requirements'] },
  ],
})

export type SecurityMeasure = RecordOf<typeof securityMeasure.fields>
