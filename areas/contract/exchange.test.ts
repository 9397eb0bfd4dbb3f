import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { does, type Values } from '#database/samples.ts'
import { scopesFor } from '#kernel/access/access.ts'
import { pathOf, writableFields } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { list } from '#kernel/store/read.ts'
import { contractBed, contractCatalogue, isPrivateAtFirst } from './bed.ts'

let http: HttpBed
let keeper: Browser
const marking = { provision: '18 kap. 8 § 3; 15 kap. 2 § OSL', markedOn: '2023-01-01', authority: 'Trygghetsverket; avdelning "A"' }

beforeAll(async () => {
  http = await httpBed(await contractBed())
  keeper = await http.signIn('Kim Keeper', [
    'ciso',
    'administrator',
    'preparedness',
    'dpo',
    'head-of-security',
    'director-general',
    'risk-function',
    'internal-audit',
  ])
})
afterAll(() => http.close())

const recordsOf = async (register: Register): Promise<Values[]> => {
  const page = await http.bed.store.read(http.samples.actor, null, (tx) =>
    list(tx, http.bed.catalogue, register, { fields: ['*'], limit: 500, sort: ['createdAt'] }, { today: '2024-01-01', person: null }),
  )
  return page.items.map((item) => JSON.parse(item) as Values)
}

/** A record without what only the database gives: what an export has to carry. */
const carried = (register: Register, record: Values): Values =>
  Object.fromEntries(
    writableFields(register).flatMap((name) => (register.fields[name]?.kind === 'attachments' ? [] : [[name, record[name]]])),
  )

const exportOf = async (register: Register, format: string, language: string): Promise<Buffer> => {
  const { status, bytes, headers } = await keeper.ask('GET', `/api/${pathOf(register)}?format=${format}&fields=*&lang=${language}`)
  expect([status, headers['content-disposition']]).toEqual([200, expect.stringContaining(`.${format}`)])
  return bytes
}

const forms = [
  ['csv', 'sv'],
  ['csv', 'en'],
  ['xlsx', 'sv'],
  ['xlsx', 'en'],
] as const

/** What nobody may enter, since it follows from other records, nobody brings in. */
const isEntered = ({ access }: Register) => Object.keys(scopesFor(access, 'create')).length > 0
const brought = contractCatalogue.registers.filter((register) => isEntered(register) && !isPrivateAtFirst(register))

describe.each(brought)('$plural', (register) => {
  let before: Values[] = []

  beforeAll(async () => {
    const { samples } = http
    const secrecy = Object.keys(register.fields).find((name) => register.fields[name]?.kind === 'secrecy')
    await samples.makeMinimal(register)
    for (let turn = 0; turn < 2; turn++) await samples.make(register)
    const evil = await samples.full(register)
    const unique = new Set((register.unique ?? []).flat())
    for (const [name, field] of Object.entries(register.fields)) {
      if ((field.kind === 'text' || field.kind === 'rich') && !unique.has(name)) {
        const long = field.kind === 'rich' || field.lines > 1
        evil[name] = (
          long ? `=1+1; "citat"\n\n'första\n\tandra; tredje, fjärde ${name} _x0041_` : `-5; "${name}", 'x' = 'y' ${name}`
        ).slice(0, field.kind === 'text' || field.kind === 'rich' ? field.max : 0)
      }
      if (field.kind === 'moment') evil[name] = '2022-10-30T01:30:45.678Z'
      if (field.kind === 'links') {
        const target = contractCatalogue.register(field.to)
        const [one, two] = [await samples.make(target), await samples.makeMinimal(target)]
        evil[name] = [one.id, two.id]
      }
    }
    if (secrecy) evil[secrecy] = marking
    await does(http.bed, samples.actor, [{ do: 'create', register, values: evil }])
    before = await recordsOf(register)
    expect(before.length).toBeGreaterThanOrEqual(4)
  })

  // A file whose headings cannot be told apart is refused, so this says of every register that they can.
  test.each(forms)('brought out as %s in %s and in again change nothing', async (format, language) => {
    const file = await exportOf(register, format, language)
    for (const query of ['?dryRun=true', '']) {
      const { status, body, json } = await keeper.send(`/api/${pathOf(register)}/import${query}`, file, `ut.${format}`)
      expect(status, body).toBe(200)
      expect(json()).toMatchObject({ rows: before.length, created: 0, updated: 0, unchanged: before.length, errors: [], changes: [] })
    }
    expect(await recordsOf(register)).toEqual(before)
  })

  test('brought out, withdrawn and brought in again are the same records as before', async () => {
    // Nobody enters his own assignments, and what is entered again is entered by the one who imports.
    const ids = [await http.samples.make(register), await http.samples.make(register), await http.samples.makeMinimal(register)].map(
      ({ id }) => id,
    )
    const mine = async (known: readonly string[]) => (await recordsOf(register)).filter(({ id }) => known.includes(String(id)))
    const then = await mine(ids)
    const { bytes } = await keeper.ask('GET', `/api/${pathOf(register)}?format=xlsx&fields=*&id=${ids.join(',')}`)
    await does(
      http.bed,
      http.samples.actor,
      ids.map((id) => ({ do: 'withdraw', register, id, version: 1, reason: 'Läses in på nytt' })),
    )
    const known = new Set((await recordsOf(register)).map(({ id }) => id))
    expect(ids.filter((id) => known.has(id))).toEqual([])
    const { status, body, json } = await keeper.send(`/api/${pathOf(register)}/import`, bytes, 'in.xlsx')
    expect(status, body).toBe(200)
    expect(json()).toMatchObject({ created: 3, updated: 0, errors: [] })
    const whole = (record: Values) => JSON.stringify(carried(register, record))
    expect(
      (await recordsOf(register))
        .filter(({ id }) => !known.has(id))
        .map(whole)
        .sort(),
    ).toEqual(then.map(whole).sort())
  })
})

test('ten thousand rows with three bad ones give three faults by row, and nothing is stored', async () => {
  const register = contractCatalogue.register('interestedParty')
  const count = async () => (await http.bed.asOwner<{ many: string }>('select count(*) as many from {live}.interested_party'))[0]?.many
  const rows = Array.from({ length: 10_000 }, (_, index) => `Part ${index};Leverantör;2023-01-01`)
  const head = 'Namn;Slag;Gås igenom senast'
  const good = [head, ...rows].join('\n')
  rows[41] = 'Part 41;Leverantör;2023-02-30'
  rows[4_999] = ';Leverantör;2023-01-01'
  rows[9_998] = 'Part 9998;Rymdvarelse;2023-01-01'
  const before = await count()
  const refused = await keeper.send('/api/interested-parties/import?lang=sv', Buffer.from([head, ...rows].join('\n')), 'parter.csv')
  expect(refused.status).toBe(422)
  expect((refused.json().rowErrors as { row: number; field: string }[]).map(({ row, field }) => [row, field])).toEqual([
    [43, 'reviewBy'],
    [5_001, 'name'],
    [10_000, 'kind'],
  ])
  expect(await count()).toBe(before)
  const trial = await keeper.send('/api/interested-parties/import?dryRun=true', Buffer.from(good), 'parter.csv')
  expect([trial.status, trial.json().created]).toEqual([200, 10_000])
  expect(await count()).toBe(before)
  const done = await keeper.send('/api/interested-parties/import', Buffer.from(good), 'parter.csv')
  expect([done.status, done.json().created]).toEqual([200, 10_000])
  expect(Number(await count())).toBe(Number(before) + 10_000)
  const again = await keeper.send('/api/interested-parties/import', Buffer.from(good), 'parter.csv')
  expect(again.json()).toMatchObject({ created: 0, updated: 0, unchanged: 10_000 })
  expect(register.plural).toBe('interestedParties')
})

test('a row that proves wrong only when it is carried out is told, and not counted among the changes', async () => {
  const unit = await http.samples.makeMinimal(contractCatalogue.register('unit'), { name: 'Växeln' })
  expect(unit.version).toBe(1)
  const head = 'Benämning;Uppkom vid;Enhet;Bedöms som väsentlig'
  const trial = (material: string) =>
    keeper.send(
      '/api/risks/import?dryRun=true',
      Buffer.from(`${head}\nFörsta;Projekt;Växeln;Nej\nAndra;Projekt;Växeln;${material}`),
      'risker.csv',
    )
  expect((await trial('Nej')).json()).toMatchObject({ rows: 2, created: 2, unchanged: 0, errors: [] })
  const wrong = (await trial('Ja')).json()
  expect(wrong).toMatchObject({ rows: 2, created: 1, updated: 0, unchanged: 0, changes: [{ row: 2 }] })
  expect((wrong.errors as { row: number }[]).map(({ row }) => row)).toEqual([3])
})

test('what is one of a kind is recognised by it, also without a key, and never stands twice in a file', async () => {
  const { samples } = http
  const person = await samples.makeMinimal(contractCatalogue.register('person'), { email: 'elev@trygghetsverket.example' })
  await samples.makeMinimal(contractCatalogue.register('course'), { name: 'Säker i vardagen' })
  const file = (completed: string) =>
    Buffer.from(`Person;Utbildning;Ska vara genomförd;Genomförd den\nelev@trygghetsverket.example;Säker i vardagen;2023-06-30;${completed}`)
  expect(person.version).toBe(1)
  const first = await keeper.send('/api/enrolments/import', file(''), 'a.csv')
  expect(first.json(), first.body).toMatchObject({ created: 1 })
  expect((await keeper.send('/api/enrolments/import', file('2023-05-01'), 'a.csv')).json()).toMatchObject({ created: 0, updated: 1 })
  expect((await keeper.send('/api/enrolments/import', file('2023-05-01'), 'a.csv')).json()).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 1,
  })
  const twice = await keeper.send(
    '/api/enrolments/import',
    Buffer.concat([file(''), Buffer.from('\nelev@trygghetsverket.example;Säker i vardagen;2023-06-30;')]),
    'a.csv',
  )
  expect([twice.status, (twice.json().rowErrors as { row: number }[] | undefined)?.map(({ row }) => row)]).toEqual([422, [3]])
})

test('names that several share are told apart, and links one cannot see are left alone', async () => {
  const { samples } = http
  const register = contractCatalogue.register
  const twins = [
    await samples.makeMinimal(register('unit'), { name: 'Staben' }),
    await samples.makeMinimal(register('unit'), { name: 'Staben' }),
  ]
  const secret = await samples.make(register('risk'), { marking })
  const open = await samples.make(register('risk'), { marking: null })
  for (const { id } of twins) await samples.make(register('action'), { unit: id, marking: null, risks: [open.id, secret.id] })
  const before = await recordsOf(register('action'))
  const dpo = await http.signIn('Dag Dataskydd', ['dpo'])
  const file = await dpo.ask('GET', '/api/actions?format=xlsx&fields=*')
  expect(file.status).toBe(200)
  const outcome = await dpo.send('/api/actions/import', file.bytes, 'a.xlsx')
  expect([outcome.status, outcome.json().created, outcome.json().updated, outcome.json().errors], outcome.body).toEqual([200, 0, 0, []])
  expect(await recordsOf(register('action'))).toEqual(before)
})
