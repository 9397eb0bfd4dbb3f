import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { writeCsv, writeXlsx } from '#kernel/exchange/spreadsheet.ts'
import type { Command } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asSystem } from '#kernel/store/context.ts'
import type { ModelContent } from '../classification-model.content.ts'

let http: HttpBed
let ciso: Awaited<ReturnType<HttpBed['signIn']>>
const today = '2024-06-03'
const change = { reason: 'Prov' }

const content: ModelContent = {
  aspects: ['confidentiality', 'integrity', 'availability', 'traceability'].map((key) => ({ key, name: key, question: '' })),
  levels: [0, 1, 2, 3].map((level) => ({
    level,
    name: ['Försumbar', 'Måttlig', 'Betydande', 'Allvarlig'][level] ?? '',
    meaning: '',
    reviewMonths: level === 3 ? 12 : 24,
  })),
  categories: [{ key: 'mission', name: 'Uppdraget', question: '' }],
  criteria: [0, 1, 2, 3].map((level) => ({ category: 'mission', level, text: `Skada ${level}` })),
  measures: [],
  fourEyesFrom: 3,
  enhancedFrom: null,
  mapping: [],
}

const does = async (...commands: Command[]) =>
  http.bed.store.write(asSystem('arranges'), change, (tx) =>
    carryOut({ tx, catalogue: http.bed.catalogue, today, change, effects: http.bed.effects }, commands),
  )
const create = async (register: string, values: Record<string, unknown>): Promise<string> => {
  const [made] = await does({ do: 'create', register: http.bed.catalogue.register(register), values })
  return made?.id ?? ''
}

/** A real workbook, as somebody would hand it in. */
async function workbook(header: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  const columns = header.map((label) => ({ header: label, kind: 'text' as const }))
  for await (const piece of writeXlsx(columns, rows, { sheet: 'Klassningar' })) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

interface Outcome {
  readonly rows: number
  readonly created: number
  readonly unchanged: number
  readonly errors: { row: number; field: string; message: string }[]
  readonly rowErrors: Outcome['errors']
  readonly changes: { label: string; note: string }[]
}
const bring = async (header: readonly string[], rows: readonly (readonly (string | null)[])[], dryRun = false, who = ciso) => {
  const { status, json } = await who.send(
    `/api/classifications/import${dryRun ? '?dryRun=true' : ''}`,
    await workbook(header, rows),
    'klassningar.xlsx',
  )
  return { status, ...(json() as unknown as Outcome & { code: string; title: string }) }
}
const items = async (question: string): Promise<Record<string, unknown>[]> =>
  (await ciso.ask('GET', `/api/${question}`)).json().items as Record<string, unknown>[]

const header = [
  'Informationstillgång',
  'Avdelning',
  'Ägare',
  'IT-system',
  'K',
  'R',
  'T',
  'Klassningsdatum',
  'Nästa klassning',
  'Motivering',
]

beforeAll(async () => {
  http = await httpBed(await testBed())
  ciso = await http.signIn('Cecilia Ciso', ['ciso'])
  await create('person', { name: 'Olle Ägare', email: 'olle@trygghetsverket.example', unit: http.unit, employedFrom: '2020-01-01' })
  await create('person', {
    name: 'Sven Slutat',
    email: 'sven@trygghetsverket.example',
    unit: http.unit,
    employedFrom: '2010-01-01',
    employedTo: '2022-12-31',
  })
  await create('system', { name: 'Ärendesystemet', unit: http.unit })
  await create('system', { name: 'Arkivet', unit: http.unit })
  await create('unit', { name: 'Förmåner', kind: 'department', parent: http.unit })
}, 120_000)
afterAll(() => http.close())

test('without a model in force nobody could say what a level means, so nothing is brought in', async () => {
  const answer = await bring(header, [['Ansökningar', 'Förmåner', 'Olle Ägare', '', '3', '2', '1', '2023-02-01', '', '']])
  expect(answer).toMatchObject({ status: 409, code: 'no-model' })
  const id = await create('classificationModel', { name: 'Modell 2021', content, validFrom: '2021-01-01' })
  await does({ do: 'move', register: http.bed.catalogue.register('classificationModel'), id, version: 1, move: 'decide', reason: 'Gäller' })
})

test('the columns of a list of classifications are guessed, and a person may say otherwise', async () => {
  const answer = await ciso.send(
    '/api/classifications/import/columns',
    await workbook(header, [['Ansökningar', 'Förmåner', 'Olle Ägare', 'Arkivet; Ärendesystemet', '3', '2', '1', '2023-02-01', '', '']]),
    'x.xlsx',
  )
  const { columns, recognised, rows } = answer.json() as unknown as {
    columns: { heading: string; target: string; samples: string[] }[]
    recognised: boolean
    rows: number
  }
  expect([recognised, rows]).toEqual([false, 1])
  expect(columns.map(({ target }) => target)).toEqual([
    'asset',
    'unit',
    'owner',
    'systems',
    'confidentiality',
    'integrity',
    'availability',
    'classifiedOn',
    'reviewBy',
    'grounds',
  ])
  expect(columns[3]?.samples).toEqual(['Arkivet; Ärendesystemet'])
})

test('a trial tells what would be made and leaves nothing behind', async () => {
  const rows = [
    [
      'Ansökningar',
      'Förmåner',
      'olle@trygghetsverket.example',
      'Arkivet; Ärendesystemet',
      '3 Allvarlig',
      'K2',
      'Måttlig',
      '2023-02-01',
      '',
      'Rör enskilda',
    ],
    ['Beslut', null, 'Olle Ägare', null, '1', '2', '2', '2022-05-10', '2024-01-31', ''],
  ]
  const trial = await bring(header, rows, true)
  expect(trial).toMatchObject({ status: 200, rows: 2, created: 2, unchanged: 0, errors: [] })
  expect(trial.changes).toEqual([
    expect.objectContaining({ label: 'Ansökningar', note: 'Ny informationsmängd. K 3, R 2, T 1, klassad 2023-02-01.' }),
    expect.objectContaining({ label: 'Beslut', note: 'Ny informationsmängd. K 1, R 2, T 2, klassad 2022-05-10.' }),
  ])
  expect(await items('information-assets')).toEqual([])
  expect(await bring(header, rows)).toMatchObject({ status: 200, created: 2 })
})

test('each row becomes a set of information with a decided classification, whose need its systems inherit', async () => {
  const [asset] = await items('information-assets?name=Ans%C3%B6kningar&fields=*')
  expect(asset).toMatchObject({
    confidentiality: 3,
    integrity: 2,
    availability: 1,
    classifiedOn: '2023-02-01',
    reviewBy: '2024-02-01',
    occasion: null,
    unit: { label: 'Förmåner' },
    owner: { label: 'Olle Ägare' },
  })
  const [classification] = await items('classifications?name=Ans%C3%B6kningar&fields=*')
  expect(classification).toMatchObject({
    state: 'decided',
    occasion: 'brought',
    decidedOn: '2023-02-01',
    grounds: 'Rör enskilda',
    level: 3,
    createdBy: { label: 'Cecilia Ciso' },
  })
  const [system] = await items('systems?name=Arkivet&fields=*')
  expect(system).toMatchObject({ inheritedConfidentiality: 3, inheritedAvailability: 1 })
  const [other] = await items('information-assets?name=Beslut&fields=*')
  expect(other).toMatchObject({ reviewBy: '2024-01-31', unit: { id: http.unit } })
})

test('history says that the owner decided before Värna, and who brought it in', async () => {
  const [classification] = await items('classifications?name=Ans%C3%B6kningar')
  const { versions } = (await ciso.ask('GET', `/api/classifications/${classification?.id}/history`)).json() as {
    versions: { move: string | null; reason: string; by: unknown }[]
  }
  const decision = versions.find(({ move }) => move === 'decide')
  expect(decision).toMatchObject({
    by: null,
    reason: 'Beslutad av informationsägaren före Värna. Inläst av Cecilia Ciso. Import av klassningar.xlsx',
  })
})

test('the same list again changes nothing, and an older one does not replace a newer', async () => {
  const again = await bring(header, [['Ansökningar', 'Förmåner', 'Olle Ägare', '', '3', '2', '1', '2023-02-01', '', '']])
  expect(again).toMatchObject({ status: 200, created: 0, unchanged: 1 })
  const older = await bring(header, [['Ansökningar', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2021-02-01', '', '']])
  expect(older.status).toBe(422)
  expect(older.rowErrors[0]).toMatchObject({
    row: 2,
    field: 'classifiedOn',
    message: expect.stringContaining('har redan en klassning från 2023-02-01'),
  })
})

test('a newer one replaces the one in force and adds the systems it names', async () => {
  const [asset] = await items('information-assets?name=Beslut')
  const newer = await bring(header, [[String(asset?.reference), '', '', 'Arkivet', '2', '2', '2', '2024-02-01', '', '']], true)
  expect(newer.changes[0]?.note).toBe('Ersätter klassningen som gäller. K 2, R 2, T 2, klassad 2024-02-01.')
  expect(await bring(header, [[String(asset?.reference), '', '', 'Arkivet', '2', '2', '2', '2024-02-01', '', '']])).toMatchObject({
    status: 200,
    created: 1,
  })
  const states = (await items('classifications?name=Beslut&sort=createdAt')).map(({ state }) => state)
  expect(states).toEqual(['replaced', 'decided'])
  const [after] = await items('information-assets?name=Beslut&fields=*')
  expect(after).toMatchObject({
    confidentiality: 2,
    classifiedOn: '2024-02-01',
    systems: [{ label: 'Arkivet' }],
    owner: { label: 'Olle Ägare' },
  })
})

test('every row that is wrong is named with what to do, and nothing is stored', async () => {
  const before = (await items('information-assets?limit=500')).length
  const answer = await bring(header, [
    ['Rätt', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2023-01-01', '', ''],
    ['', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2023-01-01', '', ''],
    ['Fel nivå', 'Förmåner', 'Olle Ägare', '', '5', '', 'hög', '2023-01-01', '', ''],
    ['Okänt', 'Måndepartementet', 'Ingen Alls', 'Eniac', '1', '1', '1', '2023-01-01', '', ''],
    ['Fel dag', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', 'i fjol', '2999', ''],
    ['Framtid', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2999-01-01', '', ''],
    ['RÄTT', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2023-01-01', '', ''],
    ['Ägarlös', 'Förmåner', '', '', '1', '1', '1', '2023-01-01', '', ''],
  ])
  expect(answer.status).toBe(422)
  expect(answer.rowErrors.map(({ row, field }) => `${row} ${field}`)).toEqual(
    expect.arrayContaining([
      '3 asset',
      '4 confidentiality',
      '4 integrity',
      '4 availability',
      '5 unit',
      '5 owner',
      '5 systems',
      '6 classifiedOn',
      '6 reviewBy',
      '7 classifiedOn',
      '8 asset',
      '9 owner',
    ]),
  )
  expect(answer.rowErrors.filter(({ row }) => row === 2)).toEqual([])
  expect(answer.rowErrors.find(({ row, field }) => row === 4 && field === 'confidentiality')?.message).toBe(
    '"5" är ingen nivå i modellen. Nivåerna är 0 Försumbar, 1 Måttlig, 2 Betydande, 3 Allvarlig.',
  )
  expect((await items('information-assets?limit=500')).length).toBe(before)
})

test('ten thousand rows of which three are wrong: the three are named, and nothing is stored', async () => {
  const wrong = [17, 4_000, 9_999]
  const before = (await items('information-assets?limit=500')).length
  const rows = Array.from({ length: 10_000 }, (_, at) => {
    const level = wrong.includes(at) ? 'jättehög' : String(at % 4)
    return [`Mängd ${at}`, 'Förmåner', 'Olle Ägare', 'Arkivet', level, '2', '1', '2023-02-01', '', '']
  })
  const answer = await bring(header, rows)
  expect([answer.status, answer.title]).toEqual([422, '3 av 10000 rader behöver rättas. Inget har sparats.'])
  expect(answer.rowErrors.map(({ row, field }) => [row, field])).toEqual(wrong.map((at) => [at + 2, 'confidentiality']))
  expect((await items('information-assets?limit=500')).length).toBe(before)
})

test('an owner who has left is a fault of the row', async () => {
  const answer = await bring(header, [
    ['Bra', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2023-01-01', '', ''],
    ['Kvarglömd', 'Förmåner', 'Sven Slutat', '', '1', '1', '1', '2022-01-01', '', ''],
  ])
  expect(answer.status).toBe(422)
  expect(answer.rowErrors).toEqual([
    expect.objectContaining({ row: 3, field: 'owner', message: expect.stringContaining('Sven Slutat slutade') }),
  ])
})

test('a column that is needed and not there is asked for', async () => {
  const answer = await bring(['Informationsmängd', 'K', 'R'], [['A', '1', '1']])
  expect(answer).toMatchObject({ status: 400, code: 'columns', title: 'Välj vilken kolumn som är ”Tillgänglighet”, ”Klassad den”.' })
})

test('only those who answer for all classifications bring them in; the same file is taken from the chief', async () => {
  const owner = await http.signIn('Ines Informationsägare', ['information-owner'])
  const row = [['Nekad', 'Förmåner', 'Olle Ägare', '', '1', '1', '1', '2023-01-01', '', '']]
  expect((await bring(header, row, true, owner)).status).toBe(403)
  expect((await bring(header, row, true)).status).toBe(200)
})

test('a list of systems that depend on each other comes in one file, and a circle is told on its rows', async () => {
  const csv = async (rows: (string | null)[][]) => {
    const pieces: Buffer[] = []
    const columns = ['Systemnamn', 'Avdelning', 'Beroenden'].map((label) => ({ header: label, kind: 'text' as const }))
    for await (const piece of writeCsv(columns, rows)) pieces.push(Buffer.from(piece))
    return Buffer.concat(pieces)
  }
  const mapped = { Systemnamn: 'name', Avdelning: 'unit', Beroenden: 'dependsOn' }
  const line = await ciso.send(
    '/api/systems/import',
    await csv([
      ['Alfa', 'Förmåner', 'Beta; Arkivet'],
      ['Beta', 'Förmåner', ''],
    ]),
    'system.csv',
    {},
    { columns: JSON.stringify(mapped) },
  )
  expect([line.status, line.json()]).toEqual([200, expect.objectContaining({ created: 2, errors: [] })])
  const again = await ciso.send(
    '/api/systems/import',
    await csv([['alfa', 'Förmåner', 'Beta; Arkivet']]),
    'system.csv',
    {},
    { columns: JSON.stringify({ ...mapped, Systemnamn: 'name' }) },
  )
  expect(again.json()).toMatchObject({ created: 0, updated: 1 })
  expect((await items('systems?q=alfa')).length).toBe(1)
  const [alfa] = await items('systems?name=alfa&fields=*')
  expect(alfa?.dependsOn).toEqual([expect.objectContaining({ label: 'Arkivet' }), expect.objectContaining({ label: 'Beta' })])

  const circle = await ciso.send(
    '/api/systems/import',
    await csv([
      ['Gamma', 'Förmåner', 'Delta'],
      ['Delta', 'Förmåner', 'Gamma'],
      ['Epsilon', 'Förmåner', ''],
    ]),
    'system.csv',
    {},
    { columns: JSON.stringify(mapped) },
  )
  const { rowErrors } = circle.json() as unknown as Outcome
  expect(circle.status).toBe(422)
  expect(rowErrors.length).toBeGreaterThan(0)
  expect(rowErrors.every(({ row, field }) => [2, 3].includes(row) && field === 'dependsOn')).toBe(true)
  expect(await items('systems?name=Epsilon')).toEqual([])
})
