import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextYear, refusal, type Story, story } from '#database/classification-story.ts'
import { does } from '#database/samples.ts'
import { today } from '#database/today.ts'
import { addDays } from '#kernel/clocks/clock.ts'

let s: Story
beforeAll(async () => {
  s = await story()
})
afterAll(() => s.close())

/** Information held in a system that depends on a platform, which a supplier delivers. */
async function chain() {
  const supplier = (await s.make('supplier', { unit: s.unit })).id
  const platform = (await s.make('system', { unit: s.unit, suppliers: [supplier] })).id
  const system = (await s.make('system', { unit: s.unit, dependsOn: [platform] })).id
  const asset = (await s.make('informationAsset', { unit: s.unit, owner: s.owner.person, systems: [system] })).id
  return { supplier, platform, system, asset }
}

const messages = (problem: { errors?: readonly { message: { sv: string } }[] }) => problem.errors?.map(({ message }) => message.sv) ?? []

describe('a classification', () => {
  test('takes its levels from its valuations as they are made, the worst deciding, and says how much is left', async () => {
    const { asset } = await chain()
    const { id } = await s.make('classification', { asset, model: s.model, unit: s.unit, owner: s.owner.person, occasion: 'new' }, s.owner)
    expect(await s.stored('classification', id)).toMatchObject({ left_to_value: 6, level: null, four_eyes: false })
    const cell = (aspect: string, category: string, level: number | null) =>
      s.make('valuation', { classification: id, aspect, category, level }, s.owner)
    await cell('confidentiality', 'mission', 1)
    const worst = await cell('confidentiality', 'people', 3)
    await cell('integrity', 'people', null)
    expect(await s.stored('classification', id)).toMatchObject({
      left_to_value: 4,
      confidentiality: 3,
      integrity: null,
      level: 3,
      four_eyes: true,
    })
    await s.withdraw('valuation', worst.id)
    expect(await s.stored('classification', id)).toMatchObject({ left_to_value: 5, confidentiality: 1, level: 1, four_eyes: false })
  })

  test('refuses an aspect, a category or a level that its model does not have, in words', async () => {
    const { asset } = await chain()
    const { id: classification } = await s.make(
      'classification',
      { asset, model: s.model, unit: s.unit, owner: s.owner.person, occasion: 'new' },
      s.owner,
    )
    const problem = await refusal(s.make('valuation', { classification, aspect: 'beauty', category: 'weather', level: 5 }, s.owner))
    expect(problem.status).toBe(400)
    expect(problem.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['aspect', 'not-in-model'],
      ['category', 'not-in-model'],
      ['level', 'not-in-model'],
    ])
    expect(messages(problem)[0]).toContain('Konfidentialitet, Riktighet, Tillgänglighet')
  })

  test('is not made by a model that is a draft', async () => {
    const { asset } = await chain()
    const draft = await s.make('classificationModel', { name: 'Utkast' })
    const problem = await refusal(
      s.make('classification', { asset, model: draft.id, unit: s.unit, owner: s.owner.person, occasion: 'new' }, s.owner),
    )
    expect(problem.errors?.[0]).toMatchObject({ field: 'model', code: 'model-not-in-force' })
  })

  test('is neither submitted nor decided while something is left, and is told what, with numbers', async () => {
    const { asset, system } = await chain()
    const id = await s.valued(asset, { confidentiality: 2 })
    const first = await refusal(s.move('classification', id, 'propose', {}, s.owner))
    expect(messages(first)).toEqual(['En säkerhetsåtgärd som krävs är inte bedömd.'])
    const gap = await s.make('measureAssessment', {
      measure: s.measures['SÅ-01'],
      system,
      status: 'missing',
      severity: 3,
      reason: 'Saknas.',
    })
    const risk = await s.make('risk', { unit: s.unit, classification: id, consequence: 4, likelihood: 3 })
    await s.make('risk', { unit: s.unit, classification: id, consequence: null, likelihood: null })
    const second = await refusal(s.move('classification', id, 'decide', {}, s.owner))
    expect(messages(second)).toEqual([
      'En brist har varken åtgärd eller acceptans.',
      'En risk saknar konsekvens eller sannolikhet.',
      'En hög risk har varken åtgärd eller acceptans.',
    ])
    const action = await s.make('action', { unit: s.unit, gaps: [gap.id], risks: [risk.id] })
    expect(messages(await refusal(s.move('classification', id, 'decide', {}, s.owner)))).toEqual([
      'En risk saknar konsekvens eller sannolikhet.',
    ])
    await s.move('action', action.id, 'drop')
    expect(messages(await refusal(s.move('classification', id, 'decide', {}, s.owner)))).toContain(
      'En brist har varken åtgärd eller acceptans.',
    )
  })

  test('with places left in its valuation says how many', async () => {
    const { asset } = await chain()
    const { id } = await s.make(
      'classification',
      { asset, model: s.model, unit: s.unit, owner: s.owner.person, occasion: 'new', reviewBy: nextYear },
      s.owner,
    )
    expect(messages(await refusal(s.move('classification', id, 'decide', {}, s.owner)))).toEqual(['6 rutor i värderingen är inte ifyllda.'])
  })

  test('is not decided for a day of review that has passed, nor by an owner who has left', async () => {
    const { asset } = await chain()
    const passed = await s.valued(asset, {}, { reviewBy: addDays(today, -1) })
    expect(messages(await refusal(s.move('classification', passed, 'decide', {}, s.owner)))[0]).toContain('har redan passerat')
    const left = await s.person(['employee', 'information-owner'], s.unit, { name: 'Bo Borta', employedTo: addDays(today, -3) })
    const id = await s.valued(asset, {})
    await s.change('classification', id, { owner: left.person })
    const problem = await refusal(s.move('classification', id, 'propose', {}, s.samples.actor))
    expect(problem.errors?.[0]).toMatchObject({ field: 'owner', code: 'owner-has-left' })
    expect(messages(problem)[0]).toContain('Bo Borta slutade')
  })

  test('that needs two persons is not decided by the one who brought it there', async () => {
    const { asset } = await chain()
    const id = await s.valued(asset, { availability: 3 }, { owner: s.owner.person })
    const { system } = await s.stored('informationAsset', asset).then(({ systems }) => ({ system: (systems as string[])[0] }))
    await s.make('measureAssessment', { measure: s.measures['SÅ-02'], system, status: 'inPlace' })
    expect((await refusal(s.move('classification', id, 'decide', {}, s.owner))).code).toBe('four-eyes')
    const manager = await s.person(['employee', 'manager'])
    await s.move('classification', id, 'propose', {}, manager)
    await s.move('classification', id, 'decide', {}, s.owner)
    expect(await s.stored('classification', id)).toMatchObject({ state: 'decided', decided_on: today })
  })

  test('that is decided stands: its fields and parts are locked, and only one of two who decide at once succeeds', async () => {
    const { asset } = await chain()
    const id = await s.valued(asset, { integrity: 1 })
    const version = Number((await s.stored('classification', id)).version)
    const register = s.bed.catalogue.register('classification')
    const decide = () => does(s.bed, s.owner, [{ do: 'move', register, id, version, move: 'decide' }])
    const outcomes = await Promise.allSettled([decide(), decide()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect([409, 412]).toContain((await refusal(Promise.reject(refused?.reason))).status)
    expect((await refusal(s.change('classification', id, { grounds: 'Nytt' }, s.owner))).code).toBe('locked')
    const cell = s.make('valuation', { classification: id, aspect: 'integrity', category: 'law', level: 3 }, s.owner)
    expect(await refusal(cell)).toMatchObject({
      status: 403,
      detail: { sv: 'Det som posten hör till (klassning) är låst eller är inte ditt att ändra.' },
    })
  })

  test('that is decided gives its information the need, and replaces the one before', async () => {
    const { asset } = await chain()
    const first = await s.classified(asset, { integrity: 1 })
    expect(await s.stored('informationAsset', asset)).toMatchObject({
      integrity: 1,
      level: 1,
      classification: first,
      classified_on: today,
      review_by: nextYear,
      occasion: null,
    })
    const second = await s.classified(asset, { availability: 2 }, { grounds: 'Bättre underlag' })
    expect(await s.stored('classification', first)).toMatchObject({ state: 'replaced' })
    expect(await s.stored('informationAsset', asset)).toMatchObject({
      integrity: 0,
      availability: 2,
      classification: second,
      grounds: 'Bättre underlag',
    })
    await s.withdraw('classification', second)
    expect(await s.stored('informationAsset', asset)).toMatchObject({
      level: null,
      classification: null,
      classified_on: null,
      occasion: 'new',
    })
  })

  test('brought from before takes its levels and its day as they were brought', async () => {
    const { asset, system } = await chain()
    const brought = { classifiedOn: '2021-05-03', broughtConfidentiality: 2, broughtIntegrity: 3, reviewBy: '2022-05-03' }
    const { id } = await s.make('classification', {
      asset,
      model: s.model,
      unit: s.unit,
      owner: s.owner.person,
      occasion: 'brought',
      ...brought,
    })
    await s.move('classification', id, 'decide', {}, s.owner)
    expect(await s.stored('classification', id)).toMatchObject({
      state: 'decided',
      decided_on: '2021-05-03',
      confidentiality: 2,
      left_to_value: 0,
    })
    expect(await s.stored('informationAsset', asset)).toMatchObject({ integrity: 3, classified_on: '2021-05-03', review_by: '2022-05-03' })
    expect(await s.stored('system', system)).toMatchObject({ integrity: 3, confidentiality: 2 })
  })

  test('carries the secrecy marking and the name of its information', async () => {
    const { asset } = await chain()
    const id = await s.valued(asset, {})
    const marking = { provision: '18 kap. 8 § OSL', markedOn: today, authority: 'Trygghetsverket' }
    await s.change('informationAsset', asset, { name: 'Hemliga akter', marking })
    expect(await s.stored('classification', id)).toMatchObject({ name: 'Hemliga akter', marking })
  })
})

describe('from value to action', () => {
  test('a decided classification raises what carries it, makes measures required, shows the gaps, and an action handles them', async () => {
    const { asset, system, platform, supplier } = await chain()
    const process = (await s.make('activity', { unit: s.unit, uses: [asset] })).id
    const below = await s.make('measureAssessment', {
      measure: s.measures['SÅ-01'],
      system: platform,
      status: 'partly',
      severity: 2,
      reason: 'Halvvägs.',
    })
    expect(await s.stored('measureAssessment', below.id)).toMatchObject({ required: false, standing: 'notRequired', unit: s.unit })
    const id = await s.valued(asset, { confidentiality: 2, integrity: 1 })
    const gap = await s.make('measureAssessment', {
      measure: s.measures['SÅ-01'],
      system,
      status: 'missing',
      severity: 4,
      reason: 'Saknas.',
    })
    await s.make('action', { unit: s.unit, gaps: [gap.id], classification: id })
    await s.move('classification', id, 'propose', {}, s.owner)
    await s.move('classification', id, 'decide', {}, s.owner)
    for (const [register, carrier] of [
      ['system', system],
      ['system', platform],
      ['supplier', supplier],
    ] as const)
      expect(await s.stored(register, carrier)).toMatchObject({
        inherited_confidentiality: 2,
        confidentiality: 2,
        level: 2,
        need_changed_on: today,
      })
    expect(await s.stored('activity', process)).toMatchObject({ confidentiality: 2, integrity: 1, level: 2 })
    expect(await s.stored('measureAssessment', gap.id)).toMatchObject({ required: true, gap: true, treated: true, standing: 'treated' })
    expect(await s.stored('measureAssessment', below.id)).toMatchObject({ required: true, treated: false, standing: 'open' })
    const action = await s.make('action', { unit: s.unit, gaps: [below.id] })
    expect(await s.stored('measureAssessment', below.id)).toMatchObject({ standing: 'treated' })
    await s.move('action', action.id, 'drop')
    expect(await s.stored('measureAssessment', below.id)).toMatchObject({ standing: 'open' })
    const [reason] = await s.bed.asOwner<{ version_reason: string }>(
      'select version_reason from {history}.system where id = $1 order by version desc limit 1',
      [platform],
    )
    expect(reason?.version_reason).toMatch(/^Följer av INF-\d{4}-\d{4}$/)
  })

  test('a measure for enhanced protection is required where the system is marked, or the level makes it so', async () => {
    const { asset, system } = await chain()
    const assessed = await s.make('measureAssessment', {
      measure: s.measures['SÅ-03'],
      system,
      status: 'missing',
      severity: 1,
      reason: 'Saknas.',
    })
    await s.classified(asset, { confidentiality: 1 })
    expect(await s.stored('measureAssessment', assessed.id)).toMatchObject({ required: false })
    await s.change('system', system, { enhancedProtection: true })
    expect(await s.stored('measureAssessment', assessed.id)).toMatchObject({ required: true, standing: 'open' })
    expect(await s.stored('informationAsset', asset)).toMatchObject({ occasion: 'system', occasion_on: today })
  })
})
