import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { isFormatError } from '#kernel/exchange/format-error.ts'
import { type SheetColumn, writeXlsx } from '#kernel/exchange/spreadsheet.ts'
import { readRequirementFile } from './read-requirement-file.ts'
import { requirementForm, writeRequirementFile } from './requirement-file.ts'

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url))
const bytes = (text: string) => new TextEncoder().encode(text)
const json = (value: unknown) => bytes(JSON.stringify(value))
const fault = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 'accepted', at: undefined, said: '' }),
    (error: unknown) => {
      if (!isFormatError(error)) throw error
      return { code: error.code, at: error.at, said: error.text.sv }
    },
  )
const code = async (file: Uint8Array, name = 'x') => (await fault(readRequirementFile(file, name))).code
const only = async (file: Uint8Array, name = 'x') => {
  const files = await readRequirementFile(file, name)
  expect(files).toHaveLength(1)
  return files[0] ?? expect.fail('no file')
}

describe('an OSCAL catalogue', () => {
  it('is recognised by content and gives groups, controls, guidance, parameters and stable keys', async () => {
    const file = await only(await fixture('oscal-catalog.json'), 'vad som helst.txt')
    expect(file.source).toMatchObject({
      key: 'oscal-sample-catalog-for-tests',
      name: 'Sample Catalog for Tests',
      kind: 'standard',
      confidence: 'unverified',
    })
    expect(file.source.note).toContain('version 1.1, ändrad 2024-02-01')
    const rows = new Map(file.requirements.map((row) => [row.key.slice(file.source.key.length + 1), row]))
    expect([...rows.keys()]).toEqual([
      's1',
      's1.1',
      's1.1.1',
      's1.1.1/guidance',
      's1.1.2',
      's1.1.2/guidance',
      's2',
      's2.1',
      's2.1.1',
      's2.1.1/guidance',
      's2.1.2',
      's2.1.2/guidance',
    ])
    expect(rows.get('s1')).toMatchObject({
      designation: '1',
      heading: 'Organising the work',
      bindingness: 'information',
    })
    expect(rows.get('s2.1')?.text).toContain('So that only those who need it get in.')
    const roles = rows.get('s1.1.1')
    expect(roles).toMatchObject({
      designation: '1.1.1',
      heading: 'Who does what',
      bindingness: 'binding',
      appliesTo: 'choice',
    })
    expect(roles?.text).toContain('Everybody knows who is responsible.')
    expect(roles?.text).toContain('assigned to [locking the device after [a duration]; asking the person to lock it]')
    expect(roles?.text).not.toContain('{{')
    expect(roles?.text).not.toContain('who owns each asset')
    expect(rows.get('s1.1.1/guidance')).toMatchObject({ bindingness: 'advice', designation: '1.1.1 vägledning' })
    expect(rows.get('s1.1.1/guidance')?.text).toContain('1. who owns each asset;')
  })

  const catalog = {
    metadata: { title: 'Liten katalog', version: '2' },
    groups: [
      {
        id: 'ac',
        title: 'Åtkomst',
        controls: [
          {
            id: 'ac-1',
            title: 'Konton',
            params: [
              { id: 'ac-1_prm', label: 'antal dagar' },
              { id: 'loop', label: '{{ insert: param, loop }}' },
            ],
            parts: [
              {
                name: 'statement',
                prose: 'Konton stängs inom {{ insert: param, ac-1_prm }}, {{ insert: param, loop }}.',
                parts: [
                  { name: 'item', props: [{ name: 'label', value: 'a.' }], prose: 'vanliga konton' },
                  { name: 'item', props: [{ name: 'label', value: 'b.' }], prose: 'konton för administration' },
                ],
              },
              { name: 'assessment-objective', prose: 'Fråga om detta.' },
            ],
            controls: [
              {
                id: 'ac-1.1',
                title: 'Automatiskt',
                parts: [{ name: 'statement', prose: 'Ske av sig själv.' }],
                links: [{ href: '#ac-1', rel: 'required' }],
              },
            ],
          },
          { id: 'ac-2', title: 'Borttagen', props: [{ name: 'status', value: 'withdrawn' }] },
          { id: 'ac-3', title: 'Loggning', parts: [{ name: 'statement', prose: 'Logga.' }] },
        ],
      },
    ],
  }

  it('keeps points and nested controls, leaves out withdrawn ones and what is for auditors, and survives circling parameters', async () => {
    const file = await only(json({ catalog }))
    expect(file.requirements.map((row) => row.key)).toEqual(['ac', 'ac-1', 'ac-1.1', 'ac-3'].map((id) => `oscal-liten-katalog/${id}`))
    expect(file.requirements[1]?.text).toBe(
      'Konton stängs inom [antal dagar], [[loop]].\n\na. vanliga konton\n\nb. konton för administration',
    )
    expect(file.requirements[2]?.related).toEqual(['oscal-liten-katalog/ac-1'])
  })

  const profile = {
    metadata: { title: 'Vår profil' },
    imports: [{ href: '#c', 'include-controls': [{ 'with-ids': ['ac-1'], matching: [{ pattern: 'ac-*3' }] }] }],
    modify: { 'set-parameters': [{ 'param-id': 'ac-1_prm', values: ['30 dagar'] }] },
    'back-matter': {
      resources: [{ uuid: 'c', base64: { value: Buffer.from(JSON.stringify({ catalog })).toString('base64') } }],
    },
  }

  it('is narrowed by a profile that carries it, with the profile’s own values', async () => {
    const file = await only(json({ profile }))
    expect(file.requirements.map((row) => row.designation)).toEqual(['ac', 'ac-1', 'ac-3'])
    expect(file.requirements[1]?.text).toContain('inom 30 dagar')
  })

  it('is asked for when a profile does not carry it', async () => {
    const answer = await fault(readRequirementFile(json({ profile: { ...profile, 'back-matter': {} } }), 'profil.json'))
    expect(answer).toMatchObject({ code: 'oscal-catalog-missing', at: '#c' })
    expect(answer.said).toContain('Läs in katalogen')
    const missing = { ...profile, imports: [{ href: '#c', 'include-controls': [{ 'with-ids': ['zz-9'] }] }] }
    expect(await fault(readRequirementFile(json({ profile: missing }), 'x'))).toMatchObject({
      code: 'oscal-control-missing',
      at: 'zz-9',
    })
    expect(await code(json({ 'system-security-plan': {} }))).toBe('oscal-unknown-model')
  })
})

describe('a CISO Assistant library', () => {
  it('gives Swedish where it has Swedish, headings from above, advice, and its own mappings', async () => {
    const file = await only(await fixture('library.yaml'))
    expect(file.source).toMatchObject({
      key: 'trygghetsverket-risk-lokala-krav',
      name: 'Lokala krav',
      shortName: 'LOKALA',
      publisher: 'Trygghetsverket',
    })
    expect(file.requirements).toMatchObject([
      { key: 'trygghetsverket-risk-lokala-krav/1', heading: 'Åtkomst', bindingness: 'information' },
      {
        key: 'trygghetsverket-risk-lokala-krav/1.1',
        designation: '1.1',
        heading: 'Åtkomst',
        text: 'Varje konto har en ägare.\n\n> Shared accounts too.',
        bindingness: 'binding',
        related: ['trygghetsverket-risk-lokala-krav/1.10'],
      },
      { key: 'trygghetsverket-risk-lokala-krav/1.10', heading: 'Review', bindingness: 'advice' },
    ])
  })

  it('is refused with the place when a parent is missing or goes in a circle', async () => {
    const good = (await fixture('library.yaml')).toString('utf8')
    expect(await code(bytes(good))).toBe('accepted')
    const orphan = good.replace('parent_urn: urn:trygghetsverket:risk:req_node:lokala-krav:1\n', 'parent_urn: urn:annat\n')
    expect(await fault(readRequirementFile(bytes(orphan), 'x'))).toMatchObject({
      code: 'library-parent-unknown',
      at: 'urn:trygghetsverket:risk:req_node:lokala-krav:1.1',
    })
    expect(await code(bytes('urn: urn:a\nname: a\nobjects:\n  threats: []\n'))).toBe('library-without-framework')
  })
})

describe('a table of requirements', () => {
  const titles = ['Kravkälla', 'Beteckning', 'Rubrik', 'Krav', 'Bindande', 'Gäller från', 'Ansvarig']
  const columns: SheetColumn[] = titles.map((header) => ({ header, kind: header === 'Gäller från' ? 'day' : 'text' }))
  const table = [
    ['Riktlinje för lösenord', '1', 'Längd', 'Lösenord har minst 14 tecken.', 'ska', '2024-01-01', 'It'],
    ['Riktlinje för lösenord', '2', 'Byte', 'Byt vid misstanke.', 'bör', null, 'It'],
    ['Avtal med Driftbolaget', '7.2', 'Rapportering', 'Incidenter meddelas inom ett dygn.', '', null, ''],
  ]

  it('is read from a workbook with Swedish names, one file for each source', async () => {
    const files = await readRequirementFile(await buffer(writeXlsx(columns, table)), 'krav.xlsx')
    expect(files.map((file) => file.source.key)).toEqual(['riktlinje-för-lösenord', 'avtal-med-driftbolaget'])
    expect(files[0]?.requirements).toMatchObject([
      { key: 'riktlinje-för-lösenord/1', bindingness: 'binding', validFrom: '2024-01-01', appliesTo: 'choice' },
      { key: 'riktlinje-för-lösenord/2', bindingness: 'advice', validFrom: null },
    ])
    expect(files[0]?.source.note).toContain('inte lästes: Ansvarig')
  })

  it('is read from text with English names, and named by its file when it has no source column', async () => {
    const file = await only(bytes('Ref_ID,Title,Description,Type\nA.1,Backups,Daily.,shall\nA.2,Tests,Yearly.,should\n'), 'Own rules.csv')
    expect(file.source).toMatchObject({ key: 'own-rules', name: 'Own rules' })
    expect(file.requirements.map((row) => [row.key, row.bindingness])).toEqual([
      ['own-rules/a.1', 'binding'],
      ['own-rules/a.2', 'advice'],
    ])
  })

  it('names the row and the column of what it cannot understand', async () => {
    const wrong = (row: (string | null)[]) =>
      buffer(writeXlsx(columns, [...table, row])).then((file) => fault(readRequirementFile(file, 'krav.xlsx')))
    expect(await wrong(['X', '1', 'A', '', 'kanske', null, ''])).toMatchObject({
      code: 'table-unknown-word',
      at: 'rad 5, kolumn Bindande',
    })
    expect(await wrong(['X', '1', 'A', '', '', '2024-13-01', ''])).toMatchObject({
      code: 'table-bad-day',
      at: 'rad 5, kolumn Gäller från',
    })
    expect(await wrong(['X', '1', '', '', '', null, ''])).toMatchObject({
      code: 'table-row-without-heading',
      at: 'rad 5',
    })
    const twice = await wrong(['Avtal med Driftbolaget', '7.2', 'A', '', '', null, ''])
    expect(twice).toMatchObject({ code: 'table-key-twice', at: 'rad 5: avtal-med-driftbolaget/7.2' })
    expect(twice.said).toContain('rad 4')
    const strange = await buffer(writeXlsx([{ header: 'Namn på djur', kind: 'text' }], [['ko']]))
    expect(await code(strange)).toBe('table-without-requirements')
  })
})

describe('our own form', () => {
  const source = {
    key: 'egen',
    name: 'Egen',
    shortName: 'Egen',
    kind: 'internal',
    publisher: '',
    url: null,
    validFrom: null,
    validTo: null,
    confidence: 'own',
    note: null,
  }
  const row = {
    key: 'egen/1',
    designation: '1',
    heading: 'Ett',
    text: '',
    bindingness: 'binding',
    assessmentOnly: false,
    appliesTo: 'choice',
    validFrom: null,
    validTo: null,
    confidence: 'own',
    order: 1,
    related: [],
  }

  it('comes back exactly when it is written and read', async () => {
    const file = await only(json({ form: requirementForm, source, requirements: [row] }))
    expect(await only(bytes(writeRequirementFile(file)))).toEqual(file)
  })

  it('is refused with the place when a value is wrong, a key is used twice, stands outside its source, or a period is reversed', async () => {
    const read = (...requirements: unknown[]) => fault(readRequirementFile(json({ source, requirements }), 'egen.json'))
    expect(await read(row)).toMatchObject({ code: 'accepted' })
    expect(await read({ ...row, bindingness: 'kanske' })).toMatchObject({
      code: 'requirement-shape',
      at: 'egen.json: requirements.0.bindingness',
    })
    expect(await read({ ...row, extra: 1 })).toMatchObject({ code: 'requirement-shape' })
    expect(await read(row, row)).toMatchObject({ code: 'requirement-key-twice', at: 'egen/1' })
    expect(await read({ ...row, key: 'annan/1' })).toMatchObject({
      code: 'requirement-key-outside-source',
      at: 'annan/1',
    })
    expect(await read({ ...row, validFrom: '2024-02-01', validTo: '2024-01-31' })).toMatchObject({
      code: 'period-reversed',
      at: 'egen/1',
    })
  })
})

describe('a faulty or hostile file', () => {
  it.each([
    ['empty', new Uint8Array(0), 'file-empty'],
    ['too large', new Uint8Array(25_000_001), 'file-too-large'],
    ['broken JSON', bytes('{\n "catalog": {"a": }'), 'json-broken'],
    ['JSON of something else', bytes('{"hej": 1}'), 'format-unknown'],
    ['prose', bytes('Detta är bara prosa.'), 'format-unknown'],
    ['XML', bytes('<catalog/>'), 'xml-not-read'],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), 'not-utf8'],
    ['a broken archive', bytes('PK\u0003\u0004trasig'), 'zip-broken'],
    ['a key that reaches for prototypes in JSON', bytes('{"catalog": {"__proto__": {"x": 1}}}'), 'forbidden-key'],
    ['a key that reaches for prototypes in YAML', bytes('urn: a\nobjects:\n  __proto__:\n    x: 1\n'), 'forbidden-key'],
    ['broken YAML', bytes('urn: a\nobjects: {framework: [}\n'), 'yaml-broken'],
    ['a double key in YAML', bytes('urn: a\nurn: b\nobjects: {}\n'), 'yaml-broken'],
    ['endless nesting in JSON', bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'too-deep'],
    ['endless nesting in YAML', bytes(`urn: a\nobjects: ${'['.repeat(100_000)}`), 'too-deep'],
    ['endless maps in YAML', bytes(`urn: a\nobjects: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`), 'yaml-broken'],
  ])('is refused: %s', async (_what, file, expected) => {
    expect(await code(file)).toBe(expected)
  })

  it('is refused when YAML aliases would explode', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`)
    expect(await code(bytes(`urn: a\nl0: &l0 [x, x]\n${levels.join('\n')}\nobjects: *l12\n`))).toBe('yaml-explodes')
  })

  it('tells the line of a fault in JSON', async () => {
    expect(await fault(readRequirementFile(bytes('{\n "catalog": {"a": 1 "b": 2}\n}'), 'x'))).toMatchObject({
      at: 'rad 2, tecken 21',
    })
  })
})

describe('importing the same file twice', () => {
  it.each(['oscal-catalog.json', 'library.yaml'])('gives the same keys and the same rows: %s', async (name) => {
    const first = await readRequirementFile(await fixture(name), 'a')
    expect(first[0]?.requirements.length).toBeGreaterThan(2)
    expect(await readRequirementFile(await fixture(name), 'b')).toEqual(first)
  })
})
