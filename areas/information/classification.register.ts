import { defineRegister } from '#kernel/definition/register.ts'
import {
  attachments,
  calculated,
  choice,
  date,
  derived,
  link,
  number,
  person,
  persons,
  secrecy,
  text,
  yesNo,
} from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { aspectNames, needOf, needScale } from '../scales/needs.ts'
import { classificationWorkflow } from './classification.workflow.ts'

const brought = (aspect: keyof typeof aspectNames) =>
  needScale({ sv: `${aspectNames[aspect].sv} enligt tidigare klassning`, en: `${aspectNames[aspect].en} by an earlier classification` })

/** Why information is classified, or should be classified again. */
export const occasions = {
  new: { sv: 'Ny information', en: 'New information' },
  changed: { sv: 'Informationen har ändrats', en: 'The information has changed' },
  system: { sv: 'Ett system eller en leverantör har ändrats', en: 'A system or a supplier has changed' },
  review: { sv: 'Årlig omprövning', en: 'Yearly review' },
  procurement: { sv: 'Upphandling', en: 'Procurement' },
  project: { sv: 'Projekt', en: 'Project' },
  model: { sv: 'Ny klassningsmodell', en: 'New classification model' },
  brought: { sv: 'Införd från tidigare klassning', en: 'Brought in from an earlier classification' },
}

/**
 * One classification of a set of information: valued per aspect and consequence, compared with what is in place, its risks
 * analysed and acted on, and decided by the information owner (MSBFS 2020:6 6 §).
 */
export const classification = defineRegister({
  name: 'classification',
  plural: 'classifications',
  label: {
    one: { sv: 'Informationsklassning', en: 'Information classification' },
    many: { sv: 'Informationsklassningar', en: 'Information classifications' },
  },
  purpose: {
    sv: 'Här står varje klassning: hur informationen värderades, vad som brister, vilka risker det ger och vad ni bestämde er för att göra.',
    en: 'Here stands every classification: how the information was valued, what is lacking, which risks it gives and what you set out to do.',
  },
  reference: 'KL-{year}-{number}',
  title: 'name',

  fields: {
    name: calculated(text({ sv: 'Klassningen avser', en: 'The classification concerns' }, { max: 160 })),
    asset: link(
      { sv: 'Informationsmängd', en: 'Information asset' },
      { to: 'informationAsset', required: true, inverse: { sv: 'Klassningar', en: 'Classifications' } },
    ),
    model: link(
      { sv: 'Klassningsmodell', en: 'Classification model' },
      { to: 'classificationModel', required: true, inverse: { sv: 'Klassningar enligt modellen', en: 'Classifications by the model' } },
    ),
    unit: link(
      { sv: 'Enhet', en: 'Unit' },
      { to: 'unit', required: true, inverse: { sv: 'Informationsklassningar', en: 'Information classifications' } },
    ),
    owner: person(
      { sv: 'Informationsägare', en: 'Information owner' },
      { inverse: { sv: 'Beslutar om klassningarna', en: 'Decides on the classifications' } },
    ),
    participants: persons(
      { sv: 'Medverkande', en: 'Participants' },
      { inverse: { sv: 'Medverkar i klassningarna', en: 'Takes part in the classifications' } },
    ),
    occasion: choice({ sv: 'Anledning', en: 'Occasion' }, occasions, { required: true }),
    occasionNote: text({ sv: 'Vad har hänt?', en: 'What has happened?' }, { lines: 2, max: 1000 }),
    basedOn: link(
      { sv: 'Utgår från klassningen', en: 'Starts from the classification' },
      { to: 'classification', inverse: { sv: 'Har varit utgångspunkt för', en: 'Was the starting point of' } },
    ),
    shared: yesNo({ sv: 'Får vara utgångspunkt för andra', en: 'May be a starting point for others' }),
    revaluation: link(
      { sv: 'Omvärderingsomgång', en: 'Re-valuation campaign' },
      { to: 'revaluation', inverse: { sv: 'Klassningar i omgången', en: 'Classifications in the campaign' } },
    ),
    dueBy: date({ sv: 'Ska vara klar senast', en: 'Due' }),
    confidentiality: calculated(needOf('confidentiality')),
    integrity: calculated(needOf('integrity')),
    availability: calculated(needOf('availability')),
    traceability: calculated(needOf('traceability')),
    highestOther: calculated(needScale({ sv: 'Högst av övriga aspekter', en: 'Highest of other aspects' })),
    level: derived(needScale({ sv: 'Skyddsnivå', en: 'Protection level' }), {
      from: ['confidentiality', 'integrity', 'availability', 'traceability', 'highestOther'],
      by: (record: Record<string, number | null>) => {
        const known = ['confidentiality', 'integrity', 'availability', 'traceability', 'highestOther'].flatMap((name) => record[name] ?? [])
        return known.length ? Math.max(...known) : null
      },
    }),
    leftToValue: calculated(number({ sv: 'Kvar att värdera', en: 'Left to value' })),
    fourEyes: calculated(yesNo({ sv: 'Kräver två personer', en: 'Takes two persons' })),
    grounds: text({ sv: 'Skäl för värderingen', en: 'Grounds for the valuation' }, { lines: 4 }),
    decidedOn: calculated(date({ sv: 'Beslutad den', en: 'Decided on' })),
    classifiedOn: date(
      { sv: 'Klassad den, om före Värna', en: 'Classified on, if before Värna' },
      {
        help: {
          sv: 'Bara för en klassning som gjordes innan ni började med Värna.',
          en: 'Only for a classification made before you started with Värna.',
        },
      },
    ),
    broughtConfidentiality: brought('confidentiality'),
    broughtIntegrity: brought('integrity'),
    broughtAvailability: brought('availability'),
    broughtTraceability: brought('traceability'),
    reviewBy: date({ sv: 'Omprövas senast', en: 'Review by' }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    evidence: attachments({ sv: 'Underlag', en: 'Evidence' }),
  },

  workflow: classificationWorkflow,
  scope: { unit: 'unit', own: ['owner', 'participants'] },
  deadlines: ['dueBy'],
  askWhy: ['owner', 'model'],

  access: {
    employee: { read: 'own', secret: 'own', update: 'own' },
    manager: {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { plan: 'unit', start: 'unit', propose: 'unit', cancel: 'unit' },
    },
    'information-owner': {
      read: 'unit',
      secret: 'own',
      create: 'all',
      update: 'own',
      moves: { plan: 'own', start: 'own', propose: 'own', decide: 'own', sendBack: 'own', cancel: 'own' },
    },
    'system-owner': { read: 'all' },
    'risk-owner': { read: 'unit' },
    'department-head': {
      read: 'unit',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { plan: 'unit', start: 'unit', propose: 'unit', sendBack: 'unit', cancel: 'unit' },
    },
    'director-general': { read: 'all', secret: 'all' },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { plan: 'all', start: 'all', propose: 'all', sendBack: 'all', cancel: 'all' },
    },
    'head-of-security': { read: 'all', secret: 'all', create: 'all' },
    'risk-function': { read: 'all', secret: 'all' },
    dpo: { read: 'all', secret: 'all', create: 'all' },
    procurement: { read: 'all' },
    preparedness: { read: 'all', secret: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  list: {
    columns: ['reference', 'name', 'level', 'state', 'owner', 'unit', 'decidedOn', 'reviewBy'],
    filters: [
      'state',
      'level',
      'confidentiality',
      'integrity',
      'availability',
      'owner',
      'participants',
      'unit',
      'asset',
      'model',
      'occasion',
      'revaluation',
      'shared',
      'dueBy',
      'decidedOn',
      'reviewBy',
      'marking',
    ],
    sort: ['-decidedOn', '-createdAt'],
    views: [
      { label: { sv: 'Pågår', en: 'Under way' }, where: { state: 'planned,underway,proposed' } },
      { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, where: { state: 'proposed' } },
      { label: { sv: 'Gäller', en: 'In force' }, where: { state: 'decided' } },
      { label: { sv: 'Att utgå från', en: 'To start from' }, where: { shared: 'true', state: 'decided' } },
      { label: { sv: 'Mina', en: 'Mine' }, where: { owner: 'me' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vad ska klassas, och varför?', en: 'What is to be classified, and why?' },
      fields: ['asset', 'model', 'occasion', 'occasionNote', 'basedOn', 'shared'],
    },
    {
      title: { sv: 'Vem gör det, och när?', en: 'Who does it, and when?' },
      fields: ['unit', 'owner', 'participants', 'dueBy', 'revaluation'],
    },
    {
      title: { sv: 'Hur skyddsvärd är informationen?', en: 'How much protection does the information need?' },
      fields: ['confidentiality', 'integrity', 'availability', 'traceability', 'level', 'grounds', 'reviewBy', 'marking', 'evidence'],
    },
    {
      title: { sv: 'Från en tidigare klassning', en: 'From an earlier classification' },
      fields: ['classifiedOn', 'broughtConfidentiality', 'broughtIntegrity', 'broughtAvailability', 'broughtTraceability'],
    },
  ],
})

export type Classification = RecordOf<typeof classification.fields>
