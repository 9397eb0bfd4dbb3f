import { defineRegister } from '#kernel/definition/register.ts'
import { choice, date, derived, link, links, number, rich, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { requirementName } from './requirement.rules.ts'
import { confidenceOptions } from './requirement-source.register.ts'

/** One requirement, as small as it can be cited. */
export const requirement = defineRegister({
  name: 'requirement',
  plural: 'requirements',
  label: { one: { sv: 'Krav', en: 'Requirement' }, many: { sv: 'Krav', en: 'Requirements' } },
  purpose: {
    sv: 'Här står vad ni ska eller bör göra, krav för krav, och varifrån kravet kommer.',
    en: 'Here stands what you must or should do, requirement by requirement, and where each comes from.',
  },
  title: 'name',

  fields: {
    name: derived(text({ sv: 'Krav', en: 'Requirement' }, { max: 1300 }), { from: ['designation', 'heading'], by: requirementName }),
    key: text({ sv: 'Nyckel', en: 'Key' }, { required: true, max: 200 }),
    source: link({ sv: 'Källa', en: 'Source' }, { to: 'requirementSource', required: true, inverse: { sv: 'Krav', en: 'Requirements' } }),
    designation: text({ sv: 'Beteckning', en: 'Designation' }, { max: 200 }),
    heading: text({ sv: 'Rubrik', en: 'Heading' }, { required: true, max: 1000 }),
    text: rich(
      { sv: 'Lydelse', en: 'Wording' },
      {
        help: {
          sv: 'Standardens text är skyddad av upphovsrätt och får inte föras in här utan licens.',
          en: 'The text of a standard is protected by copyright and may not be entered here without a licence.',
        },
      },
    ),
    bindingness: choice(
      { sv: 'Vad begärs?', en: 'What is asked?' },
      {
        binding: { sv: 'Ska: bindande', en: 'Must: binding' },
        advice: { sv: 'Bör: allmänt råd', en: 'Should: general advice' },
        definition: { sv: 'Begreppsförklaring', en: 'Definition' },
        information: { sv: 'Upplysning', en: 'Information' },
      },
      { required: true },
    ),
    assessmentOnly: yesNo({ sv: 'Kravet är att bedöma och hantera ett behov', en: 'The duty is to assess and handle a need' }),
    appliesTo: choice(
      { sv: 'Vem gäller det?', en: 'Whom does it concern?' },
      {
        'all-agencies': { sv: 'Alla statliga myndigheter', en: 'All government agencies' },
        'preparedness-agencies': { sv: 'Beredskapsmyndigheter', en: 'Preparedness agencies' },
        'csl-operators': { sv: 'Verksamhetsutövare enligt cybersäkerhetslagen', en: 'Operators under the Cybersecurity Act' },
        choice: { sv: 'De som valt att följa källan', en: 'Those who chose to follow the source' },
      },
    ),
    validFrom: date({ sv: 'Gäller från', en: 'Valid from' }),
    validTo: date({ sv: 'Gäller till och med', en: 'Valid until' }),
    confidence: choice({ sv: 'Hur säker är uppgiften?', en: 'How sure is this?' }, confidenceOptions),
    order: number({ sv: 'Plats i källan', en: 'Place in the source' }),
    related: links({ sv: 'Hör ihop med', en: 'Related to' }, { to: 'requirement', inverse: { sv: 'Nämns av', en: 'Referred to by' } }),
  },

  unique: [['key']],

  access: {
    employee: { read: 'all' },
    ciso: { read: 'all', create: 'all', update: 'all', withdraw: 'all' },
    'head-of-security': { read: 'all', create: 'all', update: 'all' },
    'internal-audit': { read: 'all' },
  },

  list: {
    columns: ['source', 'designation', 'heading', 'bindingness', 'appliesTo', 'validFrom', 'validTo'],
    filters: ['source', 'bindingness', 'assessmentOnly', 'appliesTo', 'validFrom', 'validTo', 'confidence', 'related'],
    sort: ['source', 'order'],
    views: [
      { label: { sv: 'Bindande krav', en: 'Binding requirements' }, where: { bindingness: 'binding' } },
      { label: { sv: 'Allmänna råd', en: 'General advice' }, where: { bindingness: 'advice' } },
      { label: { sv: 'Behov att bedöma', en: 'Needs to assess' }, where: { assessmentOnly: 'true' } },
      { label: { sv: 'Behöver kontrolleras', en: 'To be checked' }, where: { confidence: 'secondary,unverified' } },
    ],
  },

  form: [
    {
      title: { sv: 'Kravet', en: 'The requirement' },
      fields: ['source', 'designation', 'heading', 'text', 'bindingness', 'assessmentOnly', 'appliesTo'],
    },
    {
      title: { sv: 'Giltighet och plats', en: 'Validity and place' },
      fields: ['validFrom', 'validTo', 'confidence', 'order', 'key', 'related'],
    },
  ],
  exchange: { key: 'key' },
})

export type Requirement = RecordOf<typeof requirement.fields>
