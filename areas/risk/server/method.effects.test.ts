import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal, type Story, storyOn } from '#database/classification-story.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { today } from '#database/today.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asSystem } from '#kernel/store/context.ts'
import { exampleRiskMethod as example, type RiskMethodContent } from '../risk-method.content.ts'

let http: HttpBed
let s: Story
let ciso: Browser
let owner: Browser
let director: Browser
let stranger: Browser

beforeAll(async () => {
  http = await httpBed(await testBed())
  s = await storyOn(http.bed, http.samples)
  ciso = await http.signIn('Cecilia Ciso', ['employee', 'ciso'], s.unit)
  owner = await http.signIn('Runa Riskägare', ['employee', 'risk-owner'], s.unit)
  director = await http.signIn('Greta Generaldirektör', ['employee', 'director-general'], s.unit)
  const elsewhere = (await s.make('unit', { name: 'En annan avdelning' })).id
  stranger = await http.signIn('Stig Stranger', ['employee', 'manager'], elsewhere)
})
afterAll(() => http.close())

/** The example with other rungs of consequence. */
const withRungs = (rungs: readonly number[], mapping: RiskMethodContent['mapping']['consequence']): RiskMethodContent => {
  const consequence = rungs.map((level, at) => ({ level, name: `K${level}`, meaning: '', weight: at + 1 }))
  const levelOf = (product: number) => (product >= 16 ? 4 : product >= 8 ? 3 : product >= 3 ? 2 : 1)
  const matrix = consequence.flatMap((row) =>
    example.likelihood.map(({ level, weight }) => ({ consequence: row.level, likelihood: level, level: levelOf(row.weight * weight) })),
  )
  return {
    ...example,
    consequence,
    matrix,
    criteria: rungs.map((level) => ({ category: 'mission', level, text: `Skada ${level}` })),
    levels: example.levels.filter(({ level }) => matrix.some((cell) => cell.level === level)),
    mapping: { consequence: mapping, likelihood: [] },
  }
}

const draft = async (content: RiskMethodContent) => (await s.make('riskMethod', { name: 'Metoden', content })).id
const decide = (id: string) => s.move('riskMethod', id, 'decide', { validFrom: today })
const inForce = async (content: RiskMethodContent) => {
  const id = await draft(content)
  await decide(id)
  return id
}
const risk = (values: Record<string, unknown>) =>
  s.make('risk', { title: 'Risken', kind: 'operations', unit: s.unit, owner: owner.person, ...values })
const stored = (id: string) => s.stored('risk', id)
const messages = (problem: { errors?: readonly { message: { sv: string } }[] }) => problem.errors?.map(({ message }) => message.sv) ?? []

describe('a method that takes effect', () => {
  test('translates what it can, leaves to the owner what it cannot, is refused what nobody has thought of, and is seen beforehand', async () => {
    const first = await inForce(example)
    const plain = await risk({ consequence: 1, likelihood: 4 })
    const highest = await risk({ consequence: 4, likelihood: 3, targetConsequence: 4, targetLikelihood: 1 })
    const between = await risk({ consequence: 3, likelihood: 3 })
    const closed = await risk({ consequence: 4, likelihood: 4 })
    await http.bed.asOwner(`update {live}.risk set state = 'closed' where id = $1`, [closed.id])
    const option = await s.make('riskOption', { risk: highest.id, name: 'Minska', response: 'reduce', consequence: 4, likelihood: 1 })
    const [before, of] = [await stored(highest.id), await stored(closed.id)]
    expect(before).toMatchObject({ value: 12, level: 3, target_value: 4, method: first, revalue: null })

    const gone = await draft(withRungs([1, 2, 3], []))
    const problem = await refusal(decide(gone))
    expect(problem.errors?.[0]).toMatchObject({ field: 'content', code: 'level-in-use' })
    expect(messages(problem)[0]).toContain('konsekvens 4 (1)')
    expect(await stored(highest.id)).toEqual(before)
    expect(await s.stored('riskMethod', first)).toMatchObject({ state: 'inForce' })

    // Five levels in place of four: the highest is still the highest, and what was in between was split in two.
    const next = await draft(
      withRungs(
        [1, 2, 3, 4, 5],
        [
          { from: 4, to: 5 },
          { from: 3, to: null },
        ],
      ),
    )
    type Impact = {
      risks: { id: string; label: string; outcome: string; before: object; after: object }[]
      levels: { from: number; to: number; count: number }[]
      deciders: { from: string; to: string; count: number }[]
      counts: Record<string, number>
    }
    const impact = async (who: Browser) => (await who.ask('GET', `/api/risk-methods/${next}/impact`)).json() as unknown as Impact
    const seen = await impact(ciso)
    expect(seen.counts).toMatchObject({ risks: 3, changed: 1, raised: 0, deciders: 0, again: 1, lost: 0 })
    expect(seen.risks.map(({ id, outcome }) => [id, outcome])).toEqual([
      [between.id, 'again'],
      [highest.id, 'read'],
    ])
    expect(seen.risks[1]).toMatchObject({
      before: { value: 12, level: 3, decider: 'department-head' },
      after: { value: 15, level: 3, decider: 'department-head' },
    })
    expect(seen.levels).toEqual(
      expect.arrayContaining([
        { from: 2, to: 2, count: 1 },
        { from: 3, to: 3, count: 1 },
      ]),
    )
    // Nobody hears of risks that are not his to read, not even how many they are.
    const little = await impact(stranger)
    expect([little.risks, little.counts.risks]).toEqual([[], 0])
    expect((await ciso.ask('GET', `/api/risk-methods/${plain.id}/impact`)).status).toBe(404)
    expect(await stored(highest.id)).toEqual(before)

    await decide(next)
    expect(await s.stored('riskMethod', first)).toMatchObject({ state: 'replaced', valid_to: today })
    expect(await stored(plain.id)).toMatchObject({ consequence: 1, value: 4, method: next, revalue: null })
    expect(await stored(highest.id)).toMatchObject({
      consequence: 5,
      likelihood: 3,
      value: 15,
      level: 3,
      target_consequence: 5,
      target_value: 5,
      method: next,
      revalue: null,
    })
    expect(await s.stored('riskOption', option.id)).toMatchObject({ consequence: 5, value: 5, level: 2 })
    // What nothing corresponds to is not read as something else: the value stands until the owner has judged anew.
    expect(await stored(between.id)).toMatchObject({ consequence: null, likelihood: 3, value: 9, level: 3, method: first, revalue: true })
    expect(await stored(closed.id)).toEqual(of)
    const history = await http.bed.asOwner<{ reason: string; n: number }>(
      `select version_reason as reason, count(*)::integer as n from {history}.risk where id = any ($1) and version_reason like 'Följer av RM-%' group by 1`,
      [[plain.id, highest.id, between.id]],
    )
    expect(history).toEqual([{ reason: expect.any(String), n: 3 }])

    const { groups } = (await owner.ask('GET', '/api/my/work')).json() as unknown as {
      groups: { label: { sv: string }; items: { id: string }[] }[]
    }
    expect(groups.find(({ label }) => label.sv === 'Risker att värdera om')?.items.map(({ id }) => id)).toEqual([between.id])
    const notices = await http.bed.asOwner<{ person: string; words: { sv: string } }>(
      `select person, words from {live}.notice where record = $1`,
      [next],
    )
    expect(notices).toEqual([
      { person: owner.person, words: expect.objectContaining({ sv: expect.stringContaining('En risk som du äger') }) },
    ])

    // Something else is said of the risk meanwhile, and it still waits; judged anew it is valued by the method that holds.
    await s.change('risk', between.id, { material: true, materialGrounds: 'Uppdraget.' })
    expect(await stored(between.id)).toMatchObject({ value: 9, revalue: true })
    await s.change('risk', between.id, { consequence: 4 })
    expect(await stored(between.id)).toMatchObject({ value: 12, level: 3, method: next, revalue: null })
  })

  test('is one, also when two are decided at once', async () => {
    const five = withRungs([1, 2, 3, 4, 5], [])
    const [one, other] = [await draft(five), await draft({ ...five, materialFrom: 12 })]
    await Promise.all([decide(one), decide(other)])
    const standing = await http.bed.asOwner<{ id: string }>(`select id from {live}.risk_method where state = 'inForce'`)
    expect(standing).toHaveLength(1)
    expect([one, other]).toContain(standing[0]?.id)
  })

  test('translates options and what is judged in analyses under way; what has no counterpart is marked, told of, and judged anew', async () => {
    await inForce({ ...example, mapping: { consequence: [{ from: 5, to: 4 }], likelihood: [] } })
    const anna = await http.signIn('Anna Alm', ['employee'], s.unit)
    const analysis = (
      await s.make('riskAnalysis', {
        name: 'Ny e-tjänst',
        kind: 'project',
        unit: s.unit,
        leader: owner.person,
        participants: [anna.person],
      })
    ).id
    const found = await risk({ analysis, owner: null })
    const owned = await risk({ consequence: 4, likelihood: 2 })
    const option = await s.make('riskOption', { risk: owned.id, name: 'Minska', response: 'reduce', consequence: 3, likelihood: 2 })
    await s.move('riskAnalysis', analysis, 'openIndividual')
    const estimate = { analysis, risk: found.id, likelihood: 2 }
    const gone = await s.make('riskEstimate', { ...estimate, person: anna.person, consequence: 3 })
    const kept = await s.make('riskEstimate', { ...estimate, person: owner.person, consequence: 4 })

    const next = await inForce(
      withRungs(
        [1, 2, 3, 4, 5],
        [
          { from: 4, to: 5 },
          { from: 3, to: null },
        ],
      ),
    )
    expect(await s.stored('riskAnalysis', analysis)).toMatchObject({ state: 'individual', method: next })
    expect(await s.stored('riskEstimate', kept.id)).toMatchObject({ consequence: 5, likelihood: 2 })
    expect(await s.stored('riskEstimate', gone.id)).toMatchObject({ consequence: null, likelihood: 2 })
    const told = await http.bed.asOwner<{ person: string }>(
      `select person from {live}.notice where record = $1 and words->>'sv' like '%på nytt%'`,
      [analysis],
    )
    expect(told).toEqual([{ person: anna.person }])
    expect(await stored(found.id)).toMatchObject({ revalue: true })
    // The risk itself reads by the method; it waits for its option, which keeps what it came to until somebody has judged it.
    expect(await stored(owned.id)).toMatchObject({ consequence: 5, value: 10, method: next, revalue: true })
    expect(await s.stored('riskOption', option.id)).toMatchObject({ consequence: null, likelihood: 2, value: 6, level: 2, revalue: true })
    await s.change('risk', owned.id, { material: true, materialGrounds: 'Uppdraget.' })
    expect(await stored(owned.id)).toMatchObject({ revalue: true })
    await s.change('riskOption', option.id, { consequence: 2 })
    expect(await s.stored('riskOption', option.id)).toMatchObject({ value: 4, revalue: null })
    expect(await stored(owned.id)).toMatchObject({ value: 10, revalue: null })
  })

  test('waits for a risk that is being kept by the method before, and reads it too', async () => {
    const before = await inForce({ ...example, mapping: { consequence: [{ from: 5, to: 4 }], likelihood: [] } })
    const next = await draft(withRungs([1, 2, 3, 4, 5], [{ from: 4, to: 5 }]))
    const made = Promise.withResolvers<string>()
    const goOn = Promise.withResolvers<void>()
    const { bed } = http
    const making = bed.store.write(asSystem('prov'), {}, async (tx) => {
      const values = { title: 'Just då', kind: 'operations', unit: s.unit, owner: owner.person, consequence: 4, likelihood: 2 }
      const gate = { tx, catalogue: bed.catalogue, today, change: {}, effects: bed.effects }
      const [one] = await carryOut(gate, [{ do: 'create', register: bed.catalogue.register('risk'), values }])
      made.resolve(one?.id ?? '')
      await goOn.promise
    })
    const id = await made.promise
    const deciding = decide(next)
    const waits = `select from pg_stat_activity where wait_event = 'advisory' and query like '%pg_advisory_xact_lock(%'`
    while (!(await bed.asOwner(waits)).length) await new Promise((resolve) => setTimeout(resolve, 20))
    goOn.resolve()
    await Promise.all([making, deciding])
    expect(
      (await bed.asOwner(`select method from {history}.risk where id = $1 order by version limit 2`, [id])).map(({ method }) => method),
    ).toContain(before)
    expect(await stored(id)).toMatchObject({ consequence: 5, value: 10, method: next })
  })

  test('is not decided by the one who wrote it alone: the head of security or the director-general decides', async () => {
    const id = await draft(withRungs([1, 2, 3, 4, 5], []))
    const body = { fields: { validFrom: today }, reason: 'Prov' }
    const move = (who: Browser) => who.ask('POST', `/api/risk-methods/${id}/moves/decide`, body, { 'if-match': '"1"' })
    expect((await move(ciso)).status).toBe(403)
    expect((await move(director)).status).toBe(200)
  })
})
