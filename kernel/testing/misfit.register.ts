import { z } from 'zod'
import { defineRegister } from '../definition/register.ts'
import {
  attachments,
  choice,
  date,
  derived,
  link,
  links,
  moment,
  money,
  number,
  person,
  persons,
  rich,
  scale,
  secrecy,
  structure,
  text,
  yesNo,
} from '../fields/builders.ts'
import { workflow } from '../workflow/workflow.ts'

/**
 * A register for tests alone, which collects what is awkward: every kind of field, names that are words of SQL, labels that are
 * formulas and separators, many-links to itself, an own-field that is a many-link, what is unique over two fields, secrecy, fields only some may read, and a
 * workflow with all that a move may ask.
 */
export const misfit = defineRegister({
  name: 'group',
  plural: 'misfitGroups',
  label: { one: { sv: 'Missanpassad', en: 'Misfit' }, many: { sv: 'Missanpassade: [alla] / *några*?', en: 'Misfits: [all] / *some*?' } },
  purpose: { sv: 'Finns bara i prov.', en: 'Exists in tests only.' },
  reference: 'M{year}/{number}',
  title: 'select',

  fields: {
    select: text({ sv: '=Namn; "så"', en: "-Name, 'so'" }, { required: true, max: 300 }),
    order: number({ sv: 'Ordning', en: 'Order' }, { required: true, min: -1000, max: 1_000_000, decimals: 3 }),
    table: choice(
      { sv: 'Tabell', en: 'Table' },
      {
        yes: { sv: 'Nej', en: 'No' },
        no: { sv: 'Ja', en: 'Yes' },
        'a-b c': { sv: 'A; b "c"', en: 'A, b' },
        null: { sv: 'Noll', en: 'Null' },
      },
      { required: true },
    ),
    user: person({ sv: 'Användare', en: 'User' }, { inverse: { sv: 'Används av', en: 'Used by' } }),
    participants: persons({ sv: 'Deltagare', en: 'Participants' }, { inverse: { sv: 'Deltar i', en: 'Takes part in' } }),
    group: link({ sv: 'Grupp', en: 'Group' }, { to: 'unit', inverse: { sv: 'Missanpassade', en: 'Misfits' } }),
    references: links({ sv: 'Hänvisar till', en: 'Refers to' }, { to: 'group', inverse: { sv: 'Hänvisas av', en: 'Referred to by' } }),
    primary: link({ sv: 'Främst', en: 'Foremost' }, { to: 'group', inverse: { sv: 'Främst för', en: 'Foremost of' } }),
    do: text({ sv: 'Gör', en: 'Do' }, { lines: 5 }),
    end: rich({ sv: 'Slut', en: 'End' }),
    case: money({ sv: 'Fall', en: 'Case' }),
    from: date({ sv: 'Från', en: 'From' }),
    when: moment({ sv: 'När', en: 'When' }),
    column: scale(
      { sv: 'Kolumn', en: 'Column' },
      [
        { sv: 'Noll', en: 'Nought' },
        { sv: '2 två', en: '2 two' },
        { sv: 'Tre', en: 'Three' },
      ],
      { first: 0 },
    ),
    not: yesNo({ sv: 'Inte', en: 'Not' }),
    default: derived(text({ sv: 'Förval', en: 'Default' }), {
      from: ['select', 'table'],
      by: ({ select, table }: { select: string | null; table: string | null }) => `${table} ${select}`.slice(0, 200),
    }),
    check: derived(number({ sv: 'Kontroll', en: 'Check' }, { decimals: 3, min: -2000 }), {
      from: ['order'],
      by: ({ order }: { order: number | null }) => (order === null ? null : order * 2),
    }),
    analyze: derived(yesNo({ sv: 'Analys', en: 'Analysis' }), { from: ['not'], by: ({ not }: { not: boolean | null }) => not !== true }),
    grant: secrecy({ sv: 'Märkning', en: 'Marking' }),
    union: structure(
      { sv: 'Union', en: 'Union' },
      {
        schema: z.strictObject({ rows: z.array(z.strictObject({ name: z.string().max(100), level: z.int().min(0).max(5) })).max(20) }),
        inWords: ({ rows }) => rows.map(({ name, level }) => `- ${name}: ${level}`).join('\n'),
        example: { rows: [{ name: 'Åsa "Ö"; <b>', level: 3 }] },
      },
    ),
    all: attachments({ sv: 'Allt', en: 'All' }),
    offset: text({ sv: 'Avstånd', en: 'Offset' }, { lines: 3, readers: ['dpo', 'preparedness'] }),
    having: date({ sv: 'Med', en: 'Having' }, { readers: ['dpo'] }),
    with: person({ sv: 'Jämte', en: 'With' }, { readers: ['dpo'], inverse: { sv: 'Jämte i', en: 'With in' } }),
    fetch: links({ sv: 'Hämta', en: 'Fetch' }, { to: 'unit', readers: ['dpo'], inverse: { sv: 'Hämtas av', en: 'Fetched by' } }),
    window: attachments({ sv: 'Fönster', en: 'Window' }, { readers: ['dpo'] }),
  },

  workflow: workflow({
    initial: 'null',
    states: {
      null: { label: { sv: 'Ny', en: 'New' }, tone: 'neutral' },
      user: { label: { sv: 'Hos någon', en: 'With somebody' }, tone: 'waiting' },
      default: { label: { sv: 'Klar', en: 'Done' }, tone: 'good' },
    },
    moves: {
      into: {
        label: { sv: 'Lämna vidare', en: 'Hand on' },
        from: ['null'],
        to: 'user',
        needs: ['user', 'participants', 'not'],
        reason: 'optional',
      },
      commit: {
        label: { sv: 'Bli klar', en: 'Finish' },
        from: ['user'],
        to: 'default',
        needs: ['from'],
        reason: 'required',
        fourEyes: true,
        guard: (record: { from: string | null }, { today }) =>
          record.from !== null && record.from > today ? { sv: 'Dagen har inte kommit.', en: 'The day has not come.' } : null,
      },
      rollback: { label: { sv: 'Börja om', en: 'Start again' }, from: ['user', 'default'], to: 'null' },
    },
  }),
  rules: [
    {
      code: 'case-not-negative',
      fields: ['case'],
      check: (record) =>
        record.case !== null && record.case < 0 ? { sv: 'Mindre än noll går inte.', en: 'Less than nothing is not possible.' } : null,
    },
  ],
  scope: { unit: 'group', own: ['user', 'participants'] },
  askWhy: ['order', 'references', 'grant', 'when'],
  unique: [['order', 'table']],

  access: {
    employee: { read: 'own', update: 'own', moves: { into: 'own' } },
    manager: { read: 'unit', create: 'unit', update: 'unit', withdraw: 'own', moves: { into: 'unit', commit: 'own' } },
    'department-head': { read: 'unit', secret: 'own', create: 'all', update: 'own', moves: { commit: 'unit', rollback: 'unit' } },
    'risk-owner': { read: 'all', secret: 'unit', create: 'own', update: 'unit' },
    ciso: {
      read: 'all',
      secret: 'all',
      create: 'all',
      update: 'all',
      withdraw: 'all',
      moves: { into: 'all', commit: 'all', rollback: 'all' },
    },
    dpo: { read: 'all', update: 'all' },
    'internal-audit': { read: 'all', secret: 'all' },
    preparedness: { create: 'all' },
    procurement: { update: 'all' },
  },

  list: {
    columns: ['select', 'order', 'table', 'user', 'references', 'when'],
    filters: ['table', 'user', 'references', 'state'],
    sort: ['-column', 'primary', 'select'],
  },
  form: [
    {
      title: { sv: 'Allt', en: 'Everything' },
      fields: [
        'select',
        'order',
        'table',
        'user',
        'participants',
        'group',
        'references',
        'primary',
        'do',
        'end',
        'case',
        'from',
        'when',
        'column',
        'not',
        'default',
        'check',
        'analyze',
        'grant',
        'union',
        'all',
        'offset',
        'having',
        'with',
        'fetch',
        'window',
      ],
    },
  ],
})
