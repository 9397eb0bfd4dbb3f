import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal, type Story, storyOn } from '#database/classification-story.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { today } from '#database/today.ts'
import type { Workshop } from '../risk-analysis.answer.ts'
import { exampleRiskMethod } from '../risk-method.content.ts'

let http: HttpBed
let s: Story
let leader: Browser
let anna: Browser
let bo: Browser
let auditor: Browser
let stranger: Browser
let owner: Browser
let other: Browser
let manager: Browser
let method: string

beforeAll(async () => {
  http = await httpBed(await testBed())
  s = await storyOn(http.bed, http.samples)
  const { id } = await s.make('riskMethod', { name: 'Riskmetoden', content: exampleRiskMethod })
  await s.move('riskMethod', id, 'decide', { validFrom: today })
  method = id
  const elsewhere = (await s.make('unit', { name: 'En annan avdelning' })).id
  leader = await http.signIn('Lena Ledare', ['employee', 'information-owner'], s.unit)
  anna = await http.signIn('Anna Alm', ['employee'], s.unit)
  bo = await http.signIn('Bo Berg', ['employee'], s.unit)
  owner = await http.signIn('Rut Riskägare', ['employee', 'risk-owner'], s.unit)
  other = await http.signIn('Sixten Systemägare', ['employee', 'system-owner', 'risk-owner'], s.unit)
  manager = await http.signIn('Mona Manager', ['employee', 'manager'], s.unit)
  auditor = await http.signIn('Ingvar Internrevisor', ['employee', 'internal-audit'], elsewhere)
  stranger = await http.signIn('Stig Stranger', ['employee', 'procurement'], elsewhere)
})
afterAll(() => http.close())

const got = async <T>(who: Browser, path: string): Promise<T> => {
  const answer = await who.ask('GET', path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`)
  return answer.json() as unknown as T
}
const workshop = (who: Browser, id: string) => got<Workshop>(who, `/api/risk-analyses/${id}/workshop`)
const versionOf = async (register: string, id: string) => String((await s.stored(register, id)).version)

async function begun(people: readonly Browser[] = [anna, bo], risks = 1) {
  const answer = await leader.ask('POST', '/api/risk-analyses', {
    name: 'Ny e-tjänst',
    kind: 'project',
    unit: s.unit,
    leader: leader.person,
    participants: people.map(({ person }) => person),
  })
  const id = String(answer.json().id)
  const made: string[] = []
  for (let turn = 0; turn < risks; turn += 1) {
    const risk = await leader.ask('POST', '/api/risks', { title: `Risk ${turn + 1}`, kind: 'project', unit: s.unit, analysis: id })
    expect(risk.status, risk.body).toBe(201)
    made.push(String(risk.json().id))
  }
  return { id, risk: made[0] ?? '', risks: made }
}
const moved = async (id: string, move: string, who = leader) =>
  who.ask('POST', `/api/risk-analyses/${id}/moves/${move}`, {}, { 'if-match': await versionOf('riskAnalysis', id) })
const estimated = (who: Browser, analysis: string, risk: string, consequence: number | null, likelihood: number | null, more = {}) =>
  who.ask('POST', '/api/risk-estimates', { analysis, risk, person: who.person, consequence, likelihood, ...more })

describe('a risk analysis', () => {
  test('is made by the method in force when it is begun, and is done the day it is finished', async () => {
    const { id } = await begun()
    expect(await s.stored('riskAnalysis', id)).toMatchObject({ method: null, done_on: null })
    expect((await moved(id, 'openIndividual')).status).toBe(200)
    expect(await s.stored('riskAnalysis', id)).toMatchObject({ method, state: 'individual' })
    await moved(id, 'reveal')
    await moved(id, 'finish')
    expect(await s.stored('riskAnalysis', id)).toMatchObject({ method, state: 'done', done_on: today })
    await s.move('riskAnalysis', id, 'reopen')
    expect(await s.stored('riskAnalysis', id)).toMatchObject({ state: 'together', done_on: null })
  })

  test('lets its people read its risks, those found before and after, until they leave it', async () => {
    const { id, risk } = await begun([anna])
    expect((await anna.ask('GET', `/api/risks/${risk}`)).status).toBe(200)
    expect((await bo.ask('GET', `/api/risks/${risk}`)).status).toBe(404)
    const found = await anna.ask('POST', '/api/risks', { title: 'Annas risk', kind: 'project', unit: s.unit, analysis: id })
    expect((await leader.ask('GET', `/api/risks/${found.json().id}`)).status).toBe(200)
    await s.change('risk', risk, { participants: [leader.person, anna.person, stranger.person] })
    await leader.ask(
      'PATCH',
      `/api/risk-analyses/${id}`,
      { participants: [bo.person] },
      { 'if-match': await versionOf('riskAnalysis', id) },
    )
    expect((await bo.ask('GET', `/api/risks/${risk}`)).status).toBe(200)
    expect((await anna.ask('GET', `/api/risks/${risk}`)).status).toBe(404)
    // Who was invited to the risk itself stays.
    expect((await stranger.ask('GET', `/api/risks/${risk}`)).status).toBe(200)
  })

  test('submits what is valued and owned when it is finished, and leaves the rest as identified', async () => {
    const { id, risks } = await begun([anna], 2)
    const [ready = '', bare = ''] = risks
    await s.change('risk', ready, { owner: owner.person, consequence: 3, likelihood: 2 })
    await moved(id, 'finish')
    expect(await s.stored('risk', ready)).toMatchObject({ state: 'analysed', decider: owner.person })
    expect(await s.stored('risk', bare)).toMatchObject({ state: 'identified' })
    const late = await leader.ask('POST', '/api/risks', { title: 'För sent', kind: 'project', unit: s.unit, analysis: id })
    expect([late.status, late.json().errors]).toMatchObject([400, [{ field: 'analysis', code: 'analysis-finished' }]])
  })

  test('is finished and reopened by its leader, or by the manager of its unit, not by a leader of other analyses who takes part', async () => {
    const { id } = await begun([anna, other])
    expect((await other.ask('PATCH', `/api/risk-analyses/${id}`, { boundaries: 'Bara tjänsten.' }, { 'if-match': '"1"' })).status).toBe(200)
    expect((await moved(id, 'finish', other)).status).toBe(403)
    expect((await moved(id, 'finish', anna)).status).toBe(403)
    expect((await moved(id, 'finish', manager)).status).toBe(200)
    expect((await moved(id, 'reopen', other)).status).toBe(403)
    const own = await begun([anna, other])
    expect((await moved(own.id, 'finish', leader)).status).toBe(200)
  })

  test('tells its people when each is to judge, and whoever is invited later, but not the one who opens it', async () => {
    const { id } = await begun([anna])
    await moved(id, 'openIndividual')
    await leader.ask(
      'PATCH',
      `/api/risk-analyses/${id}`,
      { participants: [anna.person, bo.person] },
      { 'if-match': await versionOf('riskAnalysis', id) },
    )
    const told = await http.bed.asOwner<{ person: string; kind: string }>(
      `select person, kind from {live}.notice where record = $1 and register = 'riskAnalysis' order by made_at`,
      [id],
    )
    expect(told).toEqual([
      { person: anna.person, kind: 'task' },
      { person: bo.person, kind: 'task' },
    ])
  })
})

describe('an individual estimate', () => {
  /** Everywhere somebody might look for it. */
  const places = async (who: Browser, analysis: string, estimate: string, word: string) => {
    const list = await got<{ items: { id: string }[]; total: number }>(who, `/api/risk-estimates?analysis=${analysis}&count=true`)
    const found = await got<{ items: { id: string }[] }>(who, `/api/risk-estimates?q=${word}`)
    const table = (await who.ask('GET', `/api/risk-estimates?format=csv&fields=*&analysis=${analysis}`)).body
    const room = await workshop(who, analysis)
    return {
      listed: list.items.some(({ id }) => id === estimate),
      total: list.total,
      searched: found.items.some(({ id }) => id === estimate),
      everywhere: (await who.ask('GET', `/api/search?q=${word}`)).body.includes(estimate),
      exported: table.includes(word),
      read: (await who.ask('GET', `/api/risk-estimates/${estimate}`)).status,
      history: (await who.ask('GET', `/api/risk-estimates/${estimate}/history`)).status,
      past: (await who.ask('GET', `/api/risk-estimates/${estimate}?asOf=${new Date().toISOString()}`)).status,
      connected: (await who.ask('GET', `/api/risk-analyses/${analysis}/links`)).body.includes(estimate),
      shown: JSON.stringify(room.risks).includes(word),
      given: room.risks[0]?.given,
    }
  }
  const open = { listed: true, total: 1, searched: true, exported: true, read: 200, history: 200, past: 200, shown: true, given: 1 }
  const shut = { listed: false, total: 0, searched: false, everywhere: false, exported: false, read: 404, history: 404, past: 404 }

  test('is seen by nobody else until all are shown, not even by the leader or by internal audit; only counted', async () => {
    const { id, risk } = await begun()
    await moved(id, 'openIndividual')
    const word = `egetskäl${crypto.randomUUID().slice(0, 8)}`
    const made = await estimated(anna, id, risk, 4, 3, { reason: word })
    expect(made.status, made.body).toBe(201)
    const estimate = String(made.json().id)
    expect(await places(anna, id, estimate, word)).toMatchObject({ ...open, shown: true })
    for (const who of [leader, bo, auditor])
      expect(await places(who, id, estimate, word)).toMatchObject({ ...shut, connected: false, shown: false, given: 1 })
    expect((await workshop(leader, id)).people).toMatchObject([
      { id: leader.person, given: 0, leads: true },
      { id: anna.person, given: 1 },
      { id: bo.person, given: 0 },
    ])
    // Whoever takes part with a role that may lead does not thereby show what others judged.
    const guest = await http.signIn('Gun Gäst', ['employee', 'system-owner'], s.unit)
    await s.change('riskAnalysis', id, { participants: [anna.person, bo.person, guest.person] })
    expect((await moved(id, 'reveal', guest)).status).toBe(403)
    expect((await moved(id, 'reveal')).status).toBe(200)
    // Shown to notice: in every one of those places it is now there.
    for (const who of [leader, bo, auditor])
      expect(await places(who, id, estimate, word)).toMatchObject({ ...open, everywhere: true, connected: true })
    expect((await stranger.ask('GET', `/api/risk-estimates/${estimate}`)).status).toBe(404)
  })

  test('stays as it was once it is shown; whoever judges afterwards is seen at once, and a new round leaves the shown', async () => {
    const { id, risk } = await begun()
    await moved(id, 'openIndividual')
    const first = await estimated(anna, id, risk, 2, 2)
    await moved(id, 'reveal')
    const version = await versionOf('riskEstimate', String(first.json().id))
    const changed = await anna.ask('PATCH', `/api/risk-estimates/${first.json().id}`, { consequence: 1 }, { 'if-match': version })
    expect(changed.status).toBeGreaterThanOrEqual(400)
    await estimated(bo, id, risk, 4, 4)
    expect((await workshop(anna, id)).risks[0]).toMatchObject({ given: 2, apart: 4 })
    await moved(id, 'openIndividual')
    expect((await workshop(anna, id)).risks[0]?.estimates).toHaveLength(2)
  })

  test('is given by one who takes part, in his own name, of a risk of the analysis, on the scale of the method, while it is open', async () => {
    const { id, risk } = await begun([anna])
    const codes = async (answer: Promise<{ json: () => Record<string, unknown> }>) =>
      ((await answer).json().errors as { code: string }[] | undefined)?.map(({ code }) => code)
    expect(await codes(estimated(anna, id, risk, 2, 2))).toEqual(['estimates-closed'])
    await moved(id, 'openIndividual')
    expect(await codes(estimated(anna, id, risk, 6, 5))).toEqual(['off-scale', 'off-scale'])
    expect(await codes(estimated(anna, id, risk, 2, 2, { person: bo.person }))).toContain('estimated-by-oneself')
    const another = await begun([anna])
    expect(await codes(estimated(anna, id, another.risk, 2, 2))).toEqual(['not-of-analysis'])
    expect((await estimated(anna, id, risk, 2, 2)).status).toBe(201)
    // One who reads all risks takes part in none of them by that; the answer is the system's own words.
    const problem = await refusal(s.make('riskEstimate', { analysis: id, risk, person: auditor.person, consequence: 2, likelihood: 2 }))
    expect(problem.errors?.map(({ code }) => code)).toEqual(['not-a-participant'])
    expect((await estimated(stranger, id, risk, 2, 2)).status).toBeGreaterThanOrEqual(400)
  })
})

test('the workshop of an analysis one may not read is not found, like one that does not exist', async () => {
  const { id } = await begun()
  const absent = await stranger.ask('GET', '/api/risk-analyses/00000000-0000-7000-8000-000000000000/workshop')
  const hidden = await stranger.ask('GET', `/api/risk-analyses/${id}/workshop`)
  expect([absent.status, hidden.status, hidden.json().code]).toEqual([404, 404, absent.json().code])
  expect((await stranger.ask('GET', `/api/risk-analyses/${id}/earlier-risks`)).status).toBe(404)
  expect((await anna.ask('GET', `/api/risk-analyses/${id}/workshop`)).status).toBe(200)
})
