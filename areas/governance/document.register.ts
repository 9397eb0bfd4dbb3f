import { defineRegister } from '#kernel/definition/register.ts'
import { attachments, choice, date, link, links, person, rich, secrecy, text, yesNo } from '#kernel/fields/builders.ts'
import type { RecordOf } from '#kernel/fields/field.ts'
import { reviewAfterStart } from './document.rules.ts'
import { documentWorkflow } from './document.workflow.ts'

/** An internal rule of the authority: policy, guideline, instruction, process or routine (MSBFS 2020:6 5 §). */
export const document = defineRegister({
  name: 'document',
  plural: 'documents',
  label: { one: { sv: 'Styrdokument', en: 'Governing document' }, many: { sv: 'Styrdokument', en: 'Governing documents' } },
  purpose: {
    sv: 'Här finns de regler som ni själva har beslutat: vad som gäller, från när, vem som äger texten och när den ska ses över.',
    en: 'Here are the rules you have decided yourselves: what applies, from when, who owns the text and when it is to be reviewed.',
  },
  reference: 'DOK-{year}-{number}',
  title: 'title',

  fields: {
    title: text({ sv: 'Titel', en: 'Title' }, { required: true, max: 160 }),
    kind: choice(
      { sv: 'Slag', en: 'Kind' },
      {
        policy: { sv: 'Policy', en: 'Policy' },
        guideline: { sv: 'Riktlinje', en: 'Guideline' },
        instruction: { sv: 'Anvisning', en: 'Instruction' },
        process: { sv: 'Process', en: 'Process' },
        routine: { sv: 'Rutin', en: 'Routine' },
      },
      { required: true },
    ),
    body: rich({ sv: 'Text', en: 'Text' }),
    versionNote: text(
      { sv: 'Vad är nytt?', en: 'What is new?' },
      {
        lines: 3,
        max: 2000,
        help: {
          sv: 'Skriv för den som redan känner till den tidigare lydelsen.',
          en: 'Write for those who already know the previous wording.',
        },
      },
    ),
    unit: link(
      { sv: 'Ansvarig enhet', en: 'Unit responsible' },
      { to: 'unit', inverse: { sv: 'Styrdokument', en: 'Governing documents' } },
    ),
    owner: person({ sv: 'Ägare', en: 'Owner' }, { inverse: { sv: 'Äger styrdokumenten', en: 'Owns the governing documents' } }),
    approver: person(
      { sv: 'Beslutas av', en: 'Approved by' },
      { inverse: { sv: 'Beslutar styrdokumenten', en: 'Approves the governing documents' } },
    ),
    validFrom: date({ sv: 'Gäller från', en: 'Valid from' }),
    reviewBy: date({ sv: 'Ses över senast', en: 'Review by' }),
    audience: text({ sv: 'Vem berörs?', en: 'Who is concerned?' }, { lines: 2, max: 500 }),
    confirmRequired: yesNo({ sv: 'Ska bekräftas av den som läst', en: 'Reading must be confirmed' }),
    requirements: links(
      { sv: 'Krav som dokumentet svarar mot', en: 'Requirements it answers to' },
      { to: 'requirement', inverse: { sv: 'Styrdokument', en: 'Governing documents' } },
    ),
    supersedes: link({ sv: 'Ersätter', en: 'Supersedes' }, { to: 'document', inverse: { sv: 'Ersatt av', en: 'Superseded by' } }),
    marking: secrecy({ sv: 'Sekretessmarkering', en: 'Secrecy marking' }),
    files: attachments({ sv: 'Bilagor', en: 'Attachments' }),
  },

  workflow: documentWorkflow,
  rules: [{ code: 'review-after-start', fields: ['reviewBy', 'validFrom'], check: reviewAfterStart }],
  scope: { unit: 'unit', own: ['owner', 'approver'] },
  deadlines: ['reviewBy'],

  access: {
    // A draft is for those who write and decide it; what applies, or has applied, is for everybody.
    employee: { read: 'all', readIn: ['inForce', 'outdated', 'withdrawn'] },
    manager: { read: 'all', create: 'unit', update: 'own', moves: { submit: 'own' } },
    'information-owner': { read: 'all', create: 'all', update: 'own', moves: { submit: 'own' } },
    'department-head': {
      read: 'all',
      secret: 'unit',
      create: 'unit',
      update: 'unit',
      moves: { submit: 'unit', sendBack: 'own', approve: 'own', publish: 'own' },
    },
    'director-general': { read: 'all', secret: 'all', moves: { sendBack: 'all', approve: 'all', repeal: 'all' } },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { submit: 'all', sendBack: 'all', approve: 'own', publish: 'all', replace: 'all', repeal: 'all' },
    },
    'head-of-security': {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'own',
      moves: { submit: 'own', sendBack: 'own', approve: 'own', publish: 'own', replace: 'own', repeal: 'own' },
    },
    'risk-function': { read: 'all', secret: 'all', create: 'all', update: 'own', moves: { submit: 'own' } },
    dpo: { read: 'all', create: 'all', update: 'own', moves: { submit: 'own' } },
    preparedness: { read: 'all', secret: 'all', create: 'all', update: 'own', moves: { submit: 'own' } },
    'internal-audit': { read: 'all', secret: 'all' },
  },

  askWhy: ['body', 'approver', 'reviewBy'],

  list: {
    columns: ['reference', 'title', 'kind', 'state', 'owner', 'validFrom', 'reviewBy'],
    filters: [
      'kind',
      'state',
      'owner',
      'approver',
      'unit',
      'validFrom',
      'reviewBy',
      'confirmRequired',
      'requirements',
      'supersedes',
      'marking',
    ],
    sort: ['kind', 'title'],
    views: [
      { label: { sv: 'Gäller nu', en: 'In force' }, where: { state: 'inForce' } },
      { label: { sv: 'Behöver ses över', en: 'Due for review' }, where: { state: 'inForce', reviewBy: 'lt:today' } },
      { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, where: { state: 'inReview' } },
      { label: { sv: 'Mina dokument', en: 'My documents' }, where: { owner: 'me' } },
    ],
  },

  form: [
    {
      title: { sv: 'Vad är det för dokument?', en: 'What is the document?' },
      fields: ['title', 'kind', 'unit', 'owner', 'audience', 'confirmRequired'],
    },
    { title: { sv: 'Text', en: 'Text' }, fields: ['body', 'versionNote', 'files'] },
    {
      title: { sv: 'Beslut och giltighet', en: 'Approval and validity' },
      fields: ['approver', 'validFrom', 'reviewBy', 'supersedes', 'requirements', 'marking'],
    },
  ],
})

export type Document = RecordOf<typeof document.fields>
