import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { Command } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asSystem, openStore, type Store } from '#kernel/store/context.ts'
import { exampleLossModel } from '../loss-model.content.ts'
import type { LossesAnswer, PicturesAnswer } from '../pictures.ts'
import { exampleRiskMethod } from '../risk-method.content.ts'

let http: HttpBed
let past: Store
let ciso: Browser
let manager: Browser
let owner: Browser
let unrelated: Browser
const made: Record<string, string> = {}

/** Does something on a day of the past, as only the loader of a demonstration can, at the version the record has. */
async function on(
  day: string,
  register: string,
  values: Record<string, unknown>,
  at?: { id: string | undefined; move?: string },
): Promise<string> {
  const { bed } = http
  const change = { now: `${day}T10:00:00Z`, reason: 'Ny bedömning' }
  const found = bed.catalogue.register(register)
  const { reason } = change
  const table = register.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const id = at?.id ?? ''
  const [row] = at ? await bed.asOwner<{ version: number }>(`select version from {live}."${table}" where id = $1`, [id]) : []
  const version = row?.version ?? 0
  const command: Command = !at
    ? { do: 'create', register: found, values, reason }
    : at.move
      ? { do: 'move', register: found, id, version, move: at.move, values, reason }
      : { do: 'update', register: found, id, version, values, reason }
  const written = await past.write(asSystem('plays in a past'), change, (tx) =>
    carryOut({ tx, catalogue: bed.catalogue, today: day, change, effects: bed.effects }, [command]),
  )
  return written[0]?.id ?? ''
}

const get = async <T>(who: Browser, path: string): Promise<T> => {
  const answer = await who.ask('GET', path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`)
  return answer.json() as unknown as T
}
const pictures = (who: Browser, query = '') => get<PicturesAnswer>(who, `/api/risk-pictures${query}`)
const open = ({ cells }: PicturesAnswer) => cells.reduce((sum, { count }) => sum + count, 0)

beforeAll(async () => {
  http = await httpBed(await testBed())
  const { bed } = http
  await bed.asOwner(
    'grant usage on schema {live}, {history}, {asOf} to {loader}; grant select, insert, update on all tables in schema {live} to {loader}; grant execute on all functions in schema {live} to {loader}',
  )
  past = openStore(bed.config('loader'), bed.schemas, 2)
  const top = await on('2021-01-04', 'unit', { name: 'Trygghetsverket', kind: 'authority' })
  const unit = await on('2021-01-04', 'unit', { name: 'Pensionsavdelningen', kind: 'department', parent: top })
  const team = await on('2021-01-04', 'unit', { name: 'Utbetalning', kind: 'team', parent: unit })
  const other = await on('2021-01-04', 'unit', { name: 'Servicekontoren', kind: 'department', parent: top })
  Object.assign(made, { top, unit, team, other })
  ciso = await http.signIn('Cecilia Ciso', ['ciso'], top)
  manager = await http.signIn('Manne Manager', ['manager'], unit)
  await http.signIn('Dag Avdelningschef', ['department-head'], unit)
  owner = await http.signIn('Rut Riskägare', ['risk-owner'], team)
  unrelated = await http.signIn('Ulla Utomstående', ['employee'], other)

  const content = { ...exampleRiskMethod, appetite: [{ loss: 1_000_000, probability: 0.1 }] }
  const method = await on('2021-01-05', 'riskMethod', { name: 'Metod', content })
  await on('2021-01-06', 'riskMethod', { validFrom: '2021-01-06' }, { id: method, move: 'decide' })
  const risk = (day: string, title: string, at: string, consequence: number, likelihood: number, more: Record<string, unknown> = {}) =>
    on(day, 'risk', { title, kind: 'operations', unit: at, consequence, likelihood, ...more })
  made.falling = await risk('2022-02-01', 'Fallande', team, 4, 4, { owner: owner.person, inherentConsequence: 4, inherentLikelihood: 4 })
  made.rising = await risk('2022-02-01', 'Stigande', unit, 2, 2, { owner: manager.person, targetConsequence: 2, targetLikelihood: 1 })
  made.elsewhere = await risk('2022-02-01', 'Annorstädes', other, 3, 3, { owner: manager.person })
  made.secret = await risk('2022-03-01', 'Hemlig', other, 3, 4, {
    marking: { provision: '18 kap. 8 § OSL', markedOn: '2022-03-01', authority: 'Trygghetsverket' },
  })
  await on('2022-06-01', 'risk', {}, { id: made.rising, move: 'analyse' })
  await on('2023-11-01', 'risk', { consequence: 2, likelihood: 1 }, { id: made.falling })
  await on('2023-11-02', 'risk', { consequence: 4 }, { id: made.rising })
  await on('2023-12-01', 'action', { title: 'Delad', source: 'risk', unit, risks: [made.rising, made.falling], costEstimated: 200_000 })
  await on('2023-12-01', 'risk', { lossModel: exampleLossModel }, { id: made.rising })
  const option = (of: string | undefined, name: string, costOnce: number, more = {}) =>
    on('2024-02-01', 'riskOption', { risk: of, name, response: 'reduce', costOnce, ...more })
  await option(made.elsewhere, 'Billigast', 10_000)
  await option(made.elsewhere, 'Förordas', 30_000, { costYearly: 5_000, consequence: 2, likelihood: 2, proposed: true })
  await option(made.secret, 'Hemligt', 70_000)
})
afterAll(async () => {
  await past.close()
  await http.close()
})

describe('the pictures of risks', () => {
  test('the information security officer sees every open risk, and that nothing is left out', async () => {
    const all = await pictures(ciso, '?asOf=2023-12-31')
    expect(all).toMatchObject({ today: '2023-12-31', compared: '2023-09-30', partial: false, unit: null })
    expect(all.method?.levels).toHaveLength(4)
    expect(open(all)).toBe(4)
    expect(all.cells).toContainEqual({ consequence: 4, likelihood: 2, level: 3, count: 1 })
    expect(all.units.map(({ label, depth, count }) => [label, depth, count])).toEqual([
      ['Trygghetsverket', 0, 4],
      ['Pensionsavdelningen', 1, 2],
      ['Utbetalning', 2, 1],
      ['Servicekontoren', 1, 2],
    ])
    expect(all.units[0]).toMatchObject({ worst: 3, levels: { 1: 1, 3: 3 }, overdue: 1 })
  })

  test('the trend and the matrix as of a day are what they were that day', async () => {
    const then = await pictures(ciso, '?asOf=2023-09-30')
    expect(then.cells).toContainEqual({ consequence: 4, likelihood: 4, level: 4, count: 1 })
    const quarters = (await pictures(ciso, '?asOf=2023-12-31')).quarters
    expect(quarters).toHaveLength(12)
    const at = (day: string) => quarters.find((quarter) => quarter.day === day)?.levels.toSorted((a, b) => (a.level ?? 0) - (b.level ?? 0))
    expect(at('2021-12-31')).toEqual([])
    expect(at('2022-03-31')).toEqual([
      { level: 2, count: 1 },
      { level: 3, count: 2 },
      { level: 4, count: 1 },
    ])
    expect(at('2023-09-30')).toEqual(then.quarters.at(-1)?.levels.toSorted((a, b) => (a.level ?? 0) - (b.level ?? 0)))
  })

  test('who has climbed and who has fallen on the list, and why', async () => {
    const { ranked } = await pictures(ciso, '?asOf=2023-12-31')
    expect(ranked.map(({ title, rank, rankThen }) => [title, rank, rankThen])).toEqual([
      ['Hemlig', 1, 2],
      ['Annorstädes', 2, 3],
      ['Stigande', 3, 4],
      ['Fallande', 4, 1],
    ])
    expect(ranked.at(-1)).toMatchObject({ value: 2, valueThen: 16, reason: { on: '2023-11-01', text: 'Ny bedömning' } })
    expect(ranked.at(-1)?.inherent).toEqual({ consequence: 4, likelihood: 4 })
    expect(ranked[0]?.reason).toBeNull()
  })

  test('whose decisions wait, since when, and how many waited before', async () => {
    const { waiting } = await pictures(ciso, '?asOf=2023-12-31')
    expect(waiting.filter(({ count }) => count > 0)).toMatchObject([{ count: 1, overdue: 1, since: '2022-06-01' }])
    const before = waiting.map((each) => each.before)
    expect([3, 4, 5, 11].map((quarter) => before.reduce((sum, each) => sum + (each[quarter] ?? 0), 0))).toEqual([0, 0, 1, 1])
    expect((await pictures(ciso)).waiting[0]).toMatchObject({ person: { label: 'Dag Avdelningschef' }, count: 1 })
  })

  test('an action that reduces two risks is shared between them', async () => {
    const { costs } = await pictures(ciso, '?asOf=2023-12-31')
    expect(costs.map(({ title, planned, actual, value, targetValue }) => [title, planned, actual, value, targetValue])).toEqual([
      ['Stigande', 100_000, null, 8, 2],
      ['Fallande', 100_000, null, 2, null],
    ])
  })

  test('what is proposed for a risk that awaits a decision stands apart from what its actions cost, to those who may read the risk', async () => {
    const facts = ({ costs }: PicturesAnswer) =>
      costs.map(({ title, planned, proposed }) => [title, planned, proposed?.label, proposed?.cost, proposed?.level, proposed?.others])
    const all = facts(await pictures(ciso))
    expect(all).toContainEqual(['Annorstädes', null, 'Förordas', 35_000, 2, 1])
    expect(all).toContainEqual(['Hemlig', null, 'Hemligt', 70_000, null, 0])
    expect(all).toContainEqual(['Stigande', 100_000, undefined, undefined, undefined, undefined])
    const own = facts(await pictures(manager)).map(([title]) => title)
    expect(own).toContain('Annorstädes')
    expect(own).not.toContain('Hemlig')
  })

  test('a manager counts the risks of the own unit and those that are his own, an owner her own, another nobody’s, and each is told', async () => {
    const own = await pictures(manager)
    expect(own.partial).toBe(true)
    expect(own.ranked.map(({ title }) => title).toSorted()).toEqual(['Annorstädes', 'Fallande', 'Stigande'])
    expect(own.quarters.at(-1)?.levels.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect((await pictures(owner)).ranked.map(({ title }) => title)).toEqual(['Fallande'])
    const none = await pictures(unrelated)
    expect(none).toMatchObject({ partial: true, cells: [], ranked: [], waiting: [], units: [], costs: [] })
    expect(none.quarters.every(({ levels }) => levels.length === 0)).toBe(true)
  })

  test('narrowed to a unit, with everything below it; a unit that is not there is not found', async () => {
    const narrow = await pictures(ciso, `?unit=${made.unit}`)
    expect(narrow.unit).toEqual({ id: made.unit, label: 'Pensionsavdelningen' })
    expect(open(narrow)).toBe(2)
    expect(narrow.quarters.at(-1)?.levels.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect((await ciso.ask('GET', `/api/risk-pictures?unit=${made.falling}`)).status).toBe(404)
    expect((await ciso.ask('GET', '/api/risk-pictures?unit=x')).status).toBe(404)
    expect((await ciso.ask('GET', '/api/risk-pictures?since=century')).status).toBe(400)
    expect((await http.stranger('GET', '/api/risk-pictures')).status).toBe(401)
  })
})

test('a deadline of a hand-over is called by the risk it is of, and leads there', async () => {
  const { items } = await get<{ items: readonly { key: string; title: string; href: string }[] }>(manager, '/api/clocks?asOf=2023-11-20')
  expect(items.filter(({ key }) => key === 'escalation.analyse')).toContainEqual(
    expect.objectContaining({ title: expect.stringMatching(/^R-\d{4}-\d{4} Fallande$/), href: `/risks/${made.falling}` }),
  )
})

test('the losses are those of the risks the reader may see, with the appetite of the method', async () => {
  const all = await get<LossesAnswer>(ciso, '/api/risk-losses')
  expect(all).toMatchObject({ today: dayIn(new Date()), partial: false, without: 3, appetite: [{ loss: 1_000_000, probability: 0.1 }] })
  expect(all.risks).toMatchObject([{ id: made.rising, lossModel: exampleLossModel, planned: 100_000, actual: null }])
  expect((await get<LossesAnswer>(ciso, '/api/risk-losses?asOf=2023-11-30')).risks).toEqual([])
  expect((await get<LossesAnswer>(manager, '/api/risk-losses')).risks).toHaveLength(1)
  expect(await get<LossesAnswer>(owner, '/api/risk-losses')).toMatchObject({ partial: true, risks: [], without: 1 })
  expect(await get<LossesAnswer>(unrelated, '/api/risk-losses')).toMatchObject({ risks: [], without: 0 })
})

test('a loss model that cannot be is refused in words', async () => {
  const path = `/api/risks/${made.rising}`
  const { version } = (await ciso.ask('GET', path)).json()
  const send = (lossModel: unknown) => ciso.ask('PATCH', path, { lossModel }, { 'if-match': `"${version}"` })
  const wrong = await send({ ...exampleLossModel, frequencyLow: 2 })
  expect(wrong.status).toBe(400)
  expect(wrong.body).toContain('den lägre gränsen är större än den högre')
  expect((await send({ ...exampleLossModel, frequencyLow: 0.2 })).status).toBe(200)
})
