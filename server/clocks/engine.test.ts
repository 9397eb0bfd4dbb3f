import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { exampleRiskMethod } from '#areas/risk/risk-method.content.ts'
import { varnaClocks } from '#areas/server/clocks.ts'
import { does, type Samples, samplesIn } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import { momentAt } from '#kernel/clocks/calendar.ts'
import { saying } from '#kernel/clocks/server/clock-builder.ts'
import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'
import { begin } from '#kernel/clocks/server/settle.ts'
import { asSystem } from '#kernel/store/context.ts'
import { clockEngine } from './engine.ts'

let bed: TestBed
let samples: Samples
let now = new Date()
const made: Record<string, string> = {}
const faults: string[] = []

/** The clock of actions, as it is; and one that always fails in a record whose title says so. */
const actions = varnaClocks.find(({ key }) => key === 'actions.due') as ClockRule
const gaps = varnaClocks.find(({ key }) => key === 'information.gap-accepted') as ClockRule

const engine = (rules: readonly ClockRule[] = [actions, gaps], duties: Parameters<typeof clockEngine>[2] = []) =>
  clockEngine(
    { catalogue: bed.catalogue, store: bed.store, clock: { now: () => now }, effects: bed.effects, announce: () => undefined },
    rules,
    duties,
    (message) => faults.push(message),
  )

const at = (day: string, time = '07:30') => {
  now = momentAt(day, time)
}

interface Told {
  person: string
  kind: string
  sv: string
}
const toldOf = (record: string) =>
  bed.asOwner<Told>(`select person, kind, words->>'sv' as sv from {live}.notice where record = $1 order by id`, [record])

const makeAction = async (values: Record<string, unknown>, decide = true) => {
  const register = bed.catalogue.register('action')
  const { id } = await samples.makeMinimal(register, { unit: made.unit, owner: made.owner, ...values })
  if (decide) await does(bed, samples.actor, [{ do: 'move', register, id, version: 1, move: 'decide' }])
  return id
}

beforeAll(async () => {
  // What else follows when an action is made is told by its own tests.
  bed = { ...(await testBed()), effects: [] }
  samples = await samplesIn(bed)
  const { register } = bed.catalogue
  const person = async (name: string) => (await samples.makeMinimal(register('person'), { name, employedFrom: '2020-01-01' })).id
  made.owner = await person('Olle Ansvarig')
  made.boss = await person('Berit Chef')
  made.top = (await samples.makeMinimal(register('unit'), { name: 'Avdelningen', head: made.boss })).id
  made.unit = (await samples.makeMinimal(register('unit'), { name: 'Enheten utan chef', parent: made.top })).id
})
afterAll(() => bed.close())
beforeEach(() => {
  faults.length = 0
})

test('a person is warned five working days before, told when it has run out, and his manager after five more; each once', async () => {
  const id = await makeAction({ due: '2027-01-08' })
  // Friday 8 January less five working days: over Epiphany, New Year's Day and its eve.
  const { tick } = engine()
  at('2026-12-28')
  await tick()
  expect(await toldOf(id)).toEqual([])
  for (const day of ['2026-12-29', '2026-12-30', '2027-01-08']) {
    at(day)
    await tick()
    await engine().tick()
  }
  expect(await toldOf(id)).toEqual([
    { person: made.owner, kind: 'reminder', sv: expect.stringMatching(/ÅTG-\d{4}-\d{4} ska vara genomförd senast 8 januari 2027\.$/) },
  ])
  for (const [day, time] of [
    ['2027-01-09', '00:00'],
    ['2027-01-14', '23:59'],
    ['2027-01-15', '00:00'],
    ['2027-02-15', '12:00'],
  ] as const) {
    at(day, time)
    await tick()
    if (day === '2027-01-14') expect((await toldOf(id)).map(({ person, kind }) => [person, kind])).toHaveLength(2)
  }
  const told = await toldOf(id)
  expect(told.map(({ person, kind }) => [person, kind])).toEqual([
    [made.owner, 'reminder'],
    [made.owner, 'late'],
    [made.owner, 'late'],
    [made.boss, 'late'],
  ])
})

test('a day set in the past is told once, as late, and what lay before it is not', async () => {
  at('2027-03-10')
  const id = await makeAction({ due: '2027-01-20' })
  const { tick } = engine()
  await tick()
  await tick()
  expect((await toldOf(id)).map(({ kind, person }) => [kind, person])).toEqual([
    ['late', made.owner],
    ['late', made.boss],
  ])
})

test('a day that is moved is a new clock, and one that has been done is none', async () => {
  at('2027-03-10')
  const register = bed.catalogue.register('action')
  const [moved, finished] = [await makeAction({ due: '2027-03-11' }), await makeAction({ due: '2027-03-11' })]
  const { tick } = engine()
  await tick()
  await does(bed, samples.actor, [
    { do: 'update', register, id: moved, version: 2, values: { due: '2027-04-01' }, reason: 'Leveransen dröjer' },
    { do: 'move', register, id: finished, version: 2, move: 'finish' },
  ])
  for (const day of ['2027-03-19', '2027-03-24']) {
    at(day)
    await tick()
  }
  expect((await toldOf(moved)).map(({ kind }) => kind)).toEqual(['reminder', 'reminder'])
  expect((await toldOf(finished)).map(({ kind }) => kind)).toEqual(['reminder'])
})

test('what is decided after the look of the day is seen at the next one', async () => {
  at('2027-05-03')
  const { tick } = engine()
  await tick()
  const id = await makeAction({ due: '2027-05-04' })
  // Changes are dated by the database, which knows no other day than today.
  await bed.asOwner(`update {history}.action set version_from = $2 where id = $1 and version_to = 'infinity'`, [id, now.toISOString()])
  at('2027-05-03', '07:31')
  await tick()
  expect((await toldOf(id)).map(({ kind }) => kind)).toEqual(['reminder'])
})

test('an acceptance is warned of as long before as the method in force says', async () => {
  const register = bed.catalogue.register('riskMethod')
  const { id, version } = await samples.makeMinimal(register, { content: { ...exampleRiskMethod, warnBefore: 45 } })
  const risk = (await samples.makeMinimal(bed.catalogue.register('risk'), { unit: made.unit, owner: made.owner })).id
  await bed.asOwner(`update {live}.risk set state = 'accepted', accepted_until = '2027-12-31' where id = $1`, [risk])
  const { tick } = engine(varnaClocks.filter(({ key }) => key === 'risk.acceptance'))
  // Without a method in force it is 30 days.
  at('2027-11-16')
  await tick()
  expect(await toldOf(risk)).toEqual([])
  await does(bed, samples.actor, [
    { do: 'move', register, id, version, move: 'decide', values: { validFrom: '2026-01-01' }, reason: 'Behövs' },
  ])
  await tick()
  expect(await toldOf(risk)).toEqual([])
  at('2027-11-17')
  await tick()
  await tick()
  expect(await toldOf(risk)).toEqual([
    { person: made.owner, kind: 'reminder', sv: expect.stringMatching(/går ut 31 december 2027\. Därefter är risken öppen igen\.$/) },
  ])
})

test('a clock of hours counts hours, also over the night the clocks are changed; it is told once, whichever server looks', async () => {
  const rule: ClockRule = {
    key: 'test.hours',
    on: 'incident',
    label: { sv: 'Lämna en upplysning', en: 'Give an early warning' },
    basis: { sv: 'Cybersäkerhetslagen (2025:1506) 2 kap. 5 §', en: 'The Cybersecurity Act (2025:1506), chapter 2, section 5' },
    due: 'discoveredAt',
    hours: 24,
    warn: 6,
    tell: { fields: ['owner'] },
    after: { hours: 2, tell: { manager: true } },
    say: saying(
      { what: 'En upplysning om {reference}', toBe: 'lämnas', toHaveBeen: 'ha lämnats', still: 'är fortfarande inte lämnad' },
      { what: 'An early warning of {reference}', toBe: 'be given', still: 'is still not given' },
    ),
  }
  const { tick } = engine([rule])
  at('2026-03-28', '09:00')
  await tick()
  const register = bed.catalogue.register('incident')
  const { id } = await samples.makeMinimal(register, { discoveredAt: '2026-03-28T10:00:00+01:00', owner: made.owner, unit: made.unit })
  // Long since entered, so that it is the moment, and nothing else, that brings it up.
  await bed.asOwner(`update {history}.incident set version_from = '2025-01-01' where id = $1`, [id])
  const seen: [string, string, number][] = [
    ['2026-03-29', '04:59', 0],
    ['2026-03-29', '05:00', 1],
    ['2026-03-29', '10:59', 1],
    ['2026-03-29', '11:00', 2],
    ['2026-03-29', '12:59', 2],
    ['2026-03-29', '13:00', 4],
    ['2026-03-30', '09:00', 4],
  ]
  for (const [day, time, many] of seen) {
    at(day, time)
    await tick()
    // Another server, or the same one started anew.
    await Promise.all([tick(), engine([rule]).tick()])
    expect(await toldOf(id), `${day} ${time}`).toHaveLength(many)
  }
  expect(await toldOf(id)).toMatchObject([
    { person: made.owner, kind: 'reminder', sv: expect.stringContaining('ska lämnas senast 29 mars 2026 kl. 11:00.') },
    { person: made.owner, kind: 'late', sv: expect.stringContaining('skulle ha lämnats 29 mars 2026 kl. 11:00.') },
    { person: made.owner, kind: 'late' },
    { person: made.boss, kind: 'late', sv: expect.stringContaining('är fortfarande inte lämnad.') },
  ])
})

test('an acceptance ends by itself, and it is told in the same breath', async () => {
  at('2027-06-01')
  const register = bed.catalogue.register('measureAssessment')
  const { id } = await samples.makeMinimal(register, {
    status: 'missing',
    severity: 2,
    reason: 'Finns inte',
    assessor: made.owner,
    acceptedUntil: '2027-06-30',
  })
  await does(
    bed,
    samples.actor,
    [{ do: 'move', register, id, version: (await versionOf(id))[0] ?? 1, move: 'accept', reason: 'Byts ut' }],
    '2027-06-01',
  )
  const { tick } = engine()
  at('2027-06-30', '23:59')
  await tick()
  expect(await stateOf(id)).toEqual(['accepted'])
  at('2027-07-01', '00:00')
  await tick()
  await tick()
  expect(await stateOf(id)).toEqual(['assessed'])
  expect((await toldOf(id)).map(({ kind }) => kind)).toEqual(['reminder', 'late'])
})
const stateOf = async (id: string) =>
  (await bed.asOwner<{ state: string }>('select state from {live}.measure_assessment where id = $1', [id])).map(({ state }) => state)
const versionOf = async (id: string) =>
  (await bed.asOwner<{ version: number }>('select version from {live}.measure_assessment where id = $1', [id])).map(
    ({ version }) => version,
  )

test('where the one responsible has left it climbs to the nearest manager, and nobody is told of the training of one who has left', async () => {
  at('2027-08-02')
  const { register } = bed.catalogue
  const { id: gone } = await samples.makeMinimal(register('person'), {
    name: 'Har slutat',
    employedFrom: '2020-01-01',
    employedTo: '2027-01-31',
  })
  const id = await makeAction({ due: '2027-08-03', owner: gone })
  const { id: course } = await samples.makeMinimal(register('course'))
  const enrol = async (person: string | undefined) =>
    (await samples.makeMinimal(register('enrolment'), { person, course, unit: made.unit, due: '2027-08-03' })).id
  const [staying, leaving] = [await enrol(made.owner), await enrol(gone)]
  await engine(varnaClocks.filter(({ on }) => on === 'action' || on === 'enrolment')).tick()
  expect((await toldOf(id)).map(({ person }) => person)).toEqual([made.boss])
  expect((await toldOf(staying)).map(({ person }) => person)).toEqual([made.owner])
  expect(await toldOf(leaving)).toEqual([])
})

test('a record at fault stops no other, is shown, and is tried again', async () => {
  at('2027-08-02')
  const [sound, broken] = [await makeAction({ due: '2027-08-03' }), await makeAction({ due: '2027-07-30' })]
  let mended = false
  const rule: ClockRule = {
    ...actions,
    key: 'test.broken',
    act: async (_gate, ids) => {
      if (!mended && ids.includes(broken)) throw new Error('går inte')
      return []
    },
  }
  const { tick } = engine([rule])
  await tick()
  expect(faults).toEqual([`the clock test.broken failed in ${broken}`])
  expect((await toldOf(sound)).map(({ kind }) => kind)).toEqual(['reminder'])
  expect(await toldOf(broken)).toEqual([])
  expect(await bed.asOwner(`select record, fault from {live}.clock_fault`)).toEqual([{ record: broken, fault: 'går inte' }])
  mended = true
  at('2027-08-02', '09:00')
  await tick()
  expect((await toldOf(broken)).map(({ kind }) => kind)).toEqual(['late'])
  expect(await bed.asOwner(`select record from {live}.clock_fault`)).toEqual([])
})

test('a clock that is new to a database tells nothing of what has long passed', async () => {
  const rule = { ...actions, key: 'test.new' }
  at('2027-10-01')
  const [old, recent] = [await makeAction({ due: '2027-06-01' }), await makeAction({ due: '2027-09-29' })]
  await bed.store.write(asSystem('begins'), {}, (tx) => begin(tx, { catalogue: bed.catalogue, history: bed.schemas.history, now }, rule))
  await engine([rule]).tick()
  expect(await toldOf(old)).toEqual([])
  expect((await toldOf(recent)).map(({ kind }) => kind)).toEqual(['late'])
})

test('a daily duty is done once a day by the server that comes first', async () => {
  const days: string[] = []
  const duty = {
    key: 'test',
    reason: 'prövar',
    act: async ({ today }: { today: string }) => {
      days.push(today)
      return {}
    },
  }
  const [one, other] = [engine([], [duty]), engine([], [duty])]
  at('2027-11-01')
  await Promise.all([one.tick(), other.tick()])
  await one.tick()
  at('2027-11-02', '00:00')
  await other.tick()
  expect(days).toEqual(['2027-11-01', '2027-11-02'])
})
