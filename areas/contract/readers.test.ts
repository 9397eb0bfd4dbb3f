import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorWith, does, type Samples, samplesIn, tries, type Values } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import { restrictedFields } from '#kernel/access/matrix.ts'
import type { Role } from '#kernel/access/roles.ts'
import { catalogue } from '#kernel/definition/catalogue.ts'
import { defineRegister, type Register } from '#kernel/definition/register.ts'
import { tableFor } from '#kernel/exchange/export.ts'
import { importRows } from '#kernel/exchange/import.ts'
import { text } from '#kernel/fields/builders.ts'
import { between, story } from '#kernel/history/history.ts'
import { type Actor, asSystem } from '#kernel/store/context.ts'
import { linksOf } from '#kernel/store/links.ts'
import { identities, list, record } from '#kernel/store/read.ts'
import { search } from '#kernel/store/search.ts'
import { contractBed, contractCatalogue } from './bed.ts'

let bed: TestBed
let samples: Samples
beforeAll(async () => {
  bed = await contractBed()
  samples = await samplesIn(bed)
})
afterAll(() => bed.close())

const asking = { today: '2024-01-01', person: null }
const all = contractCatalogue.registers.flatMap((register) =>
  restrictedFields(register).map(({ name, readers }) => ({ register, name, readers, place: `${register.plural}.${name}` })),
)
/** Roles that between them read every record, but not every field. */
const outside: readonly Role[] = ['employee', 'ciso']
const outsider = (): Actor => actorWith(outside, null)

const secrecyOf = (register: Register) => Object.keys(register.fields).filter((name) => register.fields[name]?.kind === 'secrecy')
const isMany = (register: Register, name: string) => ['links', 'attachments'].includes(register.fields[name]?.kind ?? '')

/** Two records alike, one with a value in the field and one without. */
async function pair(register: Register, name: string) {
  const plain = Object.fromEntries(secrecyOf(register).map((each) => [each, null]))
  const full = await samples.full(register)
  const word = `ord${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`
  const value = register.fields[name]?.kind === 'text' ? word : register.fields[name]?.kind === 'yesNo' ? true : full[name]
  const given = await samples.make(register, { ...plain, [name]: value })
  const empty = await samples.make(register, { ...plain, [name]: isMany(register, name) ? [] : null })
  return { given: given.id, empty: empty.id, value, word }
}

test('there are such fields, of people and of every sort', () => {
  expect(all.map(({ place }) => place)).toContain('persons.longAbsence')
  expect(all.length).toBeGreaterThan(4)
  for (const { readers } of all) expect(readers.filter((role) => outside.includes(role))).toEqual([])
})

describe.each(all)('$place', ({ register, name, readers }) => {
  let made: Awaited<ReturnType<typeof pair>>
  beforeAll(async () => {
    made = await pair(register, name)
  })
  const reader = (): Actor => actorWith(['employee', ...readers], null)
  const valueFor = (actor: Actor, id: string, asOf: Date | null = null) =>
    bed.store.read(actor, asOf, async (tx) => (JSON.parse((await record(tx, bed.catalogue, register, id))?.json ?? '{}') as Values)[name])
  const nothing = isMany(register, name) ? [] : null
  const ids = () => ({ ids: [made.given, made.empty] })

  test('is seen by its readers and by nobody else, now and as of a day', async () => {
    expect(await valueFor(reader(), made.given)).not.toEqual(nothing)
    expect(await valueFor(outsider(), made.given)).toEqual(nothing)
    expect(await valueFor(outsider(), made.given, new Date())).toEqual(nothing)
    expect(await valueFor(reader(), made.given, new Date())).not.toEqual(nothing)
  })

  test('looks empty to every question another asks', async () => {
    const { kind } = register.fields[name] ?? {}
    const asked = (actor: Actor, condition: string) =>
      bed.store.read(actor, null, async (tx) => {
        const found = await identities(tx, bed.catalogue, register, { ...ids(), filters: [[name, condition]] }, asking)
        return found.sort()
      })
    const both = [made.given, made.empty].sort()
    expect(await asked(reader(), 'filled')).toEqual([made.given])
    expect(await asked(outsider(), 'filled')).toEqual([])
    expect(await asked(outsider(), 'empty')).toEqual(both)
    if (kind === 'attachments') return
    const exact = String(Array.isArray(made.value) ? made.value[0] : made.value)
    expect(await asked(reader(), exact)).toEqual([made.given])
    expect(await asked(outsider(), exact)).toEqual([])
    expect(await asked(outsider(), `not:${exact}`)).toEqual(both)
    if (kind === 'text') expect(await asked(outsider(), `contains:${exact.slice(0, 8)}`)).toEqual([])
    if (kind === 'date') expect(await asked(outsider(), 'gte:1900-01-01')).toEqual([])
  })

  test('does not put the list in order for another, nor stand in his mark of the page', async () => {
    if (isMany(register, name)) return
    const sorted = (actor: Actor, sort: string) =>
      bed.store.read(actor, null, async (tx) => {
        const page = await list(tx, bed.catalogue, register, { ...ids(), sort: [sort], fields: ['id'], limit: 1 }, asking)
        return { first: (JSON.parse(page.items[0] ?? '{}') as Values).id, mark: Buffer.from(page.next ?? '', 'base64url').toString() }
      })
    expect((await sorted(reader(), name)).first).toBe(made.given)
    const [rising, falling] = [await sorted(outsider(), name), await sorted(outsider(), `-${name}`)]
    expect(rising).toEqual(falling)
    expect((JSON.parse(rising.mark) as unknown[])[0]).toBe(null)
  })

  test('is found by no search, and stands in no export or connection of another', async () => {
    const told = (actor: Actor) =>
      bed.store.read(actor, null, async (tx) => {
        const found = [
          ...(await search(tx, bed.catalogue, made.word, 20)).map(({ id }) => id),
          ...(await identities(tx, bed.catalogue, register, { q: made.word }, asking)),
        ]
        const { columns, rows } = await tableFor(tx, bed.catalogue, register, { ...ids(), fields: [name] }, asking, 'sv')
        const groups = await linksOf(tx, bed.catalogue, register, made.given)
        const to = [made.value].flat().find((each): each is string => typeof each === 'string')
        const field = register.fields[name]
        const back =
          field?.kind === 'link' || field?.kind === 'links'
            ? await linksOf(tx, bed.catalogue, bed.catalogue.register(field.to), to ?? '')
            : []
        return {
          found,
          cells: rows.map((row) => row[0] ?? null).filter((cell) => cell !== null && cell !== ''),
          header: columns[0]?.header,
          out: groups.filter((group) => group.field === name && group.direction === 'out').length,
          in: back.some((group) => group.field === name && group.direction === 'in'),
        }
      })
    const outsiders = await told(outsider())
    expect([outsiders.found, outsiders.cells, outsiders.out, outsiders.in]).toEqual([[], [], 0, false])
    const readers = await told(reader())
    if (register.fields[name]?.kind === 'link' || register.fields[name]?.kind === 'links')
      expect([readers.out, readers.in]).toEqual([1, true])
    if (register.fields[name]?.kind !== 'attachments') expect(readers.cells).toHaveLength(1)
  })

  test('changes without others hearing of it', async () => {
    const { given } = await pair(register, name)
    await does(bed, samples.actor, [{ do: 'update', register, id: given, version: 1, values: { [name]: nothing }, reason: 'Hemligt skäl' }])
    const told = (actor: Actor) =>
      bed.store.read(actor, null, async (tx) => ({
        versions: (await story(tx, bed.store, bed.catalogue, register, given)).map(({ version }) => version),
        reasons: JSON.stringify(await story(tx, bed.store, bed.catalogue, register, given)).includes('Hemligt skäl'),
        differing: (await between(tx, bed.store, bed.catalogue, register, given, 1, 2)).map(({ field }) => field),
      }))
    expect(await told(reader())).toEqual({ versions: [2, 1], reasons: true, differing: [name] })
    expect(await told(outsider())).toEqual({ versions: [1], reasons: false, differing: [] })
  })

  test('is kept when another changes the record, and is not his to write or to try by an import', async () => {
    if (register.access.ciso?.update !== 'all') return
    const [id, actor] = [made.given, outsider()]
    const write = (values: Values) => tries(bed, actor, [{ do: 'update', register, id, version: 1, values, reason: 'Prövas' }])
    await expect(write({ [name]: isMany(register, name) ? [] : null })).resolves.toHaveLength(1)
    const another = isMany(register, name) ? [crypto.randomUUID()] : (await samples.full(register))[name]
    await expect(write({ [name]: another })).rejects.toMatchObject({ problem: { status: 400, errors: [{ field: name }] } })
    const outcome = await bed.store.write(actor, {}, async (tx) => {
      const gate = { tx, catalogue: bed.catalogue, today: '2024-01-01', change: {}, effects: bed.effects }
      const rows = [{ row: 2, key: null, id, values: { [name]: isMany(register, name) ? [] : null } }]
      return importRows(gate, register, rows, 'Prövas')
    })
    expect([outcome.errors, outcome.updated, outcome.changes]).toEqual([[], 0, []])
    expect(await valueFor(reader(), id)).not.toEqual(nothing)
  })
})

test('the one whose own the record is sees it', async () => {
  const person = contractCatalogue.register('person')
  const { id } = await samples.make(person, { longAbsence: true })
  const told = (actor: Actor) =>
    bed.store.read(
      actor,
      null,
      async (tx) => (JSON.parse((await record(tx, bed.catalogue, person, id))?.json ?? '{}') as Values).longAbsence,
    )
  expect(await told(actorWith('employee', null, id))).toBe(true)
  expect(await told(actorWith('employee', null))).toBe(null)
  expect(await told(asSystem('prövar'))).toBe(true)
})

test('what places, names or tells a record apart cannot have readers, nor can what others can work it out from', () => {
  const common = {
    name: 'thing',
    plural: 'things',
    label: { one: { sv: 'Sak', en: 'Thing' }, many: { sv: 'Saker', en: 'Things' } },
    purpose: { sv: 'Prov.', en: 'Test.' },
    access: {},
    list: { columns: [], filters: [], sort: [] },
    form: [],
  } as const
  const hidden = text({ sv: 'Namn', en: 'Name' }, { readers: ['dpo'] })
  expect(() => catalogue([defineRegister({ ...common, title: 'name', fields: { name: hidden } })])).toThrow('field "name" has readers')
})
