import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { actorWith, does, type Samples, samplesIn } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import { between, story } from '#kernel/history/history.ts'
import type { Actor } from '#kernel/store/context.ts'
import { linksOf } from '#kernel/store/links.ts'
import { identities, list, record } from '#kernel/store/read.ts'
import { search } from '#kernel/store/search.ts'

let bed: TestBed
let samples: Samples
let id: string
let requirement: string
let drafted: Date
const document = varnaCatalogue.register('document')
const asking = { today: '2024-01-01', person: null }
const word = 'halvfärdigheten'
const employee = actorWith('employee', null)
const ciso = actorWith(['employee', 'ciso'], null)
const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

const told = (actor: Actor, asOf: Date | null = null) =>
  bed.store.read(actor, asOf, async (tx) => ({
    read: (await record(tx, bed.catalogue, document, id)) !== undefined,
    listed: await identities(tx, bed.catalogue, document, { ids: [id] }, asking),
    total: (await list(tx, bed.catalogue, document, { ids: [id], count: true }, asking)).total,
    searched: (await search(tx, bed.catalogue, word, 10)).map((hit) => hit.id),
    matching: await identities(tx, bed.catalogue, document, { q: word }, asking),
    linked: (await linksOf(tx, bed.catalogue, varnaCatalogue.register('requirement'), requirement)).some(
      ({ register }) => register === 'documents',
    ),
    filtered: await identities(tx, bed.catalogue, document, { filters: [['requirements', requirement]] }, asking),
  }))
const nothing = { read: false, listed: [], total: 0, searched: [], matching: [], linked: false, filtered: [] }
const everything = () => ({ read: true, listed: [id], total: 1, searched: [id], matching: [id], linked: true, filtered: [id] })
const versions = (actor: Actor) =>
  bed.store
    .read(actor, null, (tx) => story(tx, bed.store, bed.catalogue, document, id))
    .then(
      (found) => found.map(({ version }) => version),
      () => [],
    )
const move = (version: number, name: string) =>
  does(bed, samples.actor, [{ do: 'move', register: document, id, version, move: name, reason: 'Prövas' }])

beforeAll(async () => {
  bed = await testBed()
  samples = await samplesIn(bed)
  requirement = (await samples.makeMinimal(varnaCatalogue.register('requirement'))).id
  const values = {
    body: `En text om ${word}.`,
    requirements: [requirement],
    marking: null,
    supersedes: null,
    validFrom: '2023-01-01',
    reviewBy: '2030-01-01',
  }
  id = (await samples.make(document, values)).id
})
afterAll(() => bed.close())

describe('A document that does not yet apply', () => {
  test('is not read, listed, counted, found or linked to by those who neither write nor decide it', async () => {
    expect(await told(ciso)).toEqual(everything())
    expect(await told(employee)).toEqual(nothing)
    expect([await versions(ciso), await versions(employee)]).toEqual([[1], []])
  })

  test('is read by the employee who owns it', async () => {
    const { id: person } = await samples.makeMinimal(varnaCatalogue.register('person'))
    const mine = await samples.make(document, { owner: person, marking: null })
    const found = await bed.store.read(actorWith('employee', null, person), null, (tx) => record(tx, bed.catalogue, document, mine.id))
    expect(found?.id).toBe(mine.id)
  })

  test('is read by everybody from the moment it applies, but never what it said as a draft', async () => {
    await does(bed, samples.actor, [
      { do: 'update', register: document, id, version: 1, values: { body: `En bättre text om ${word}.` }, reason: 'Synpunkter' },
    ])
    await soon()
    drafted = new Date()
    await soon()
    await move(2, 'submit')
    expect(await told(employee)).toEqual(nothing)
    const [, other] = [samples.actor, { ...samples.actor, person: (await samples.makeMinimal(varnaCatalogue.register('person'))).id }]
    await does(bed, other, [{ do: 'move', register: document, id, version: 3, move: 'approve', reason: 'Prövas' }])
    expect(await told(employee)).toEqual(nothing)
    await move(4, 'publish')
    expect(await told(employee)).toEqual(everything())
    expect([await versions(ciso), await versions(employee)]).toEqual([[5, 4, 3, 2, 1], [5]])
    const difference = (actor: Actor) => bed.store.read(actor, null, (tx) => between(tx, bed.store, bed.catalogue, document, id, 1, 5))
    expect((await difference(ciso)).map(({ field }) => field)).toContain('body')
    await expect(difference(employee)).rejects.toMatchObject({ problem: { status: 404 } })
    expect((await told(ciso, drafted)).read).toBe(true)
    const { read, listed, total, linked, filtered, matching } = await told(employee, drafted)
    expect({ read, listed, total, linked, filtered, matching }).toEqual({
      read: false,
      listed: [],
      total: 0,
      linked: false,
      filtered: [],
      matching: [],
    })
  })

  test('is still read when another has taken its place', async () => {
    await move(5, 'replace')
    expect((await told(employee)).read).toBe(true)
    expect(await versions(employee)).toEqual([6, 5])
  })

  test('does not show itself as what a document in force supersedes', async () => {
    const draft = await samples.make(document, { marking: null })
    await does(bed, samples.actor, [
      { do: 'update', register: document, id, version: 6, values: { supersedes: draft.id }, reason: 'Prövas' },
    ])
    const asked = (actor: Actor, condition: string) =>
      bed.store.read(actor, null, (tx) =>
        identities(tx, bed.catalogue, document, { ids: [id], filters: [['supersedes', condition]] }, asking),
      )
    expect([await asked(ciso, draft.id), await asked(ciso, 'filled')]).toEqual([[id], [id]])
    expect([await asked(employee, draft.id), await asked(employee, 'filled')]).toEqual([[], []])
  })
})
