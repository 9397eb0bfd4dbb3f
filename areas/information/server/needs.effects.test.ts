import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal, type Story, smallModel, story } from '#database/classification-story.ts'
import { does } from '#database/samples.ts'
import { today } from '#database/today.ts'
import { faultsOf } from '#kernel/gate/gate.ts'

let s: Story
beforeAll(async () => {
  s = await story()
})
afterAll(() => s.close())

const system = async (values = {}) => (await s.make('system', { unit: s.unit, ...values })).id
const asset = async (systems: string[], values = {}) =>
  (await s.make('informationAsset', { unit: s.unit, owner: s.owner.person, systems, ...values })).id
const versionsOf = async (register: string, id: string) => Number((await s.stored(register, id)).version)

describe('the need of what carries information', () => {
  test('follows where information is moved, where a dependency is added or taken away, and where something is withdrawn', async () => {
    const [old, fresh, below] = [await system(), await system(), await system()]
    const information = await asset([old])
    await s.classified(information, { integrity: 1 })
    expect(await s.stored('system', old)).toMatchObject({ integrity: 1 })
    await s.change('informationAsset', information, { systems: [fresh] })
    expect(await s.stored('system', old)).toMatchObject({ integrity: null, level: null })
    expect(await s.stored('system', fresh)).toMatchObject({ integrity: 1 })
    await s.change('system', fresh, { dependsOn: [below] })
    expect(await s.stored('system', below)).toMatchObject({ integrity: 1 })
    await s.change('system', fresh, { dependsOn: [] })
    expect(await s.stored('system', below)).toMatchObject({ integrity: null })
    await s.change('system', fresh, { dependsOn: [below] })
    await s.withdraw('system', fresh)
    expect(await s.stored('system', below)).toMatchObject({ integrity: null })
  })

  test('set by hand needs a reason, holds beside the inherited, higher or lower, and flows on', async () => {
    const below = await system()
    const above = await system({ dependsOn: [below] })
    await s.classified(await asset([above]), { integrity: 1 })
    const problem = await refusal(s.change('system', above, { setIntegrity: 3 }))
    expect(problem.errors?.[0]).toMatchObject({ field: 'setGrounds', code: 'reason-by-hand' })
    await s.change('system', above, { setIntegrity: 3, setGrounds: 'Mängden uppgifter.' })
    expect(await s.stored('system', above)).toMatchObject({
      inherited_integrity: 1,
      set_integrity: 3,
      integrity: 3,
      need_changed_on: today,
    })
    expect(await s.stored('system', below)).toMatchObject({ inherited_integrity: 3, integrity: 3 })
    await s.change('system', above, { setIntegrity: 0 })
    expect(await s.stored('system', below)).toMatchObject({ integrity: 0 })
    await s.change('system', above, { setIntegrity: null, setGrounds: null })
    expect(await s.stored('system', below)).toMatchObject({ integrity: 1 })
  })

  test('is written once in each record however many ways lead there, and not at all where nothing differs', async () => {
    const last = await system()
    const middle = [await system({ dependsOn: [last] }), await system({ dependsOn: [last] })]
    const first = await system({ dependsOn: middle })
    const information = await asset([first, ...middle])
    const before = await versionsOf('system', last)
    await s.classified(information, { integrity: 1 })
    expect(await versionsOf('system', last)).toBe(before + 1)
    await s.change('informationAsset', information, { name: 'Ett annat namn' })
    expect(await versionsOf('system', last)).toBe(before + 1)
  })

  test('counts both when two classify different information in the same system at once', async () => {
    const shared = await system()
    const below = await system()
    await s.change('system', shared, { dependsOn: [below] })
    const one = await s.valued(await asset([shared]), { integrity: 1 })
    const other = await s.valued(await asset([shared]), { availability: 2 })
    await Promise.all([s.move('classification', one, 'decide', {}, s.owner), s.move('classification', other, 'decide', {}, s.owner)])
    expect(await s.stored('system', below)).toMatchObject({ integrity: 1, availability: 2 })
  })
})

describe('a cycle', () => {
  test('is refused where it is made, with the systems in it named', async () => {
    const a = await system({ name: 'Alfa' })
    const b = await system({ name: 'Beta', dependsOn: [a] })
    const c = await system({ name: 'Gamma', dependsOn: [b] })
    const problem = await refusal(s.change('system', a, { dependsOn: [c] }))
    expect(problem.errors?.[0]).toMatchObject({ field: 'dependsOn', code: 'cycle' })
    expect(problem.errors?.[0]?.message.sv).toBe('Beroendena går i cirkel: ”Alfa” → ”Gamma” → ”Beta” → ”Alfa”. Ta bort något av dem.')
    expect(await s.stored('system', a)).toMatchObject({ depends_on: [] })
    const itself = await refusal(s.change('system', a, { dependsOn: [a] }))
    expect(itself.errors?.[0]?.message.sv).toBe('Ett system kan inte vara beroende av sig självt.')
  })

  test('does not name a system with a secrecy marking', async () => {
    const marking = { provision: '18 kap. 8 § OSL', markedOn: today, authority: 'Trygghetsverket' }
    const open = await system({ name: 'Öppen' })
    const hidden = await system({ name: 'Hemlig', marking, dependsOn: [open] })
    const problem = await refusal(s.change('system', open, { dependsOn: [hidden] }))
    expect(problem.errors?.[0]?.message.sv).toContain('ett annat system')
    expect(JSON.stringify(problem)).not.toContain('Hemlig')
  })

  test('in many rows at once is told of each row that is on it, and of no other', async () => {
    const [a, b, c] = [await system(), await system(), await system()]
    const register = s.bed.catalogue.register('system')
    const row = (id: string, dependsOn: string[]) => ({
      do: 'update' as const,
      register,
      id,
      version: 1,
      values: { dependsOn },
      reason: 'Import',
    })
    const error = await does(s.bed, s.samples.actor, [row(a, [b]), row(b, [a]), row(c, [a])]).catch((fault: unknown) => fault)
    expect(faultsOf(error)?.map(({ index }) => index)).toEqual([0, 1])
  })
})

describe('an occasion to classify', () => {
  test('comes with new and changed information and with a changed system, and stands until the next decision', async () => {
    const holder = await system()
    const information = await asset([holder])
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: 'new', occasion_on: today })
    await s.classified(information, {})
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: null, occasion_on: null })
    await s.change('system', holder, { description: 'Samma sak i andra ord' })
    await s.change('informationAsset', information, { marking: null })
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: null })
    await s.change('system', holder, { suppliers: [(await s.make('supplier', { unit: s.unit })).id] })
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: 'system' })
    await s.change('informationAsset', information, { personalData: true })
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: 'system' })
    await s.classified(information, {})
    await s.change('informationAsset', information, { personalData: false })
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: 'changed' })
  })
})

describe('a new version of the model', () => {
  test('needs a place for every level in use, replaces the one before, and gives what was classified a reason to be classified again', async () => {
    const holder = await system()
    const information = await asset([holder])
    const classified = await s.classified(information, { integrity: 1 })
    const gap = await s.make('measureAssessment', {
      measure: s.measures['SÅ-01'],
      system: holder,
      status: 'missing',
      severity: 2,
      reason: 'Saknas.',
    })
    const busy = await asset([])
    await s.classified(busy, {})
    const without = (content: typeof smallModel) => ({
      ...content,
      levels: content.levels.filter(({ level }) => level !== 1),
      criteria: content.criteria.filter(({ level }) => level !== 1),
      measures: [{ measure: 'SÅ-01', from: { integrity: 0 } }],
    })
    const draft = await s.make('classificationModel', { name: 'Modell 2', content: without(smallModel) })
    const problem = await refusal(s.move('classificationModel', draft.id, 'decide', { validFrom: today }))
    expect(problem.errors?.[0]).toMatchObject({ field: 'content', code: 'level-in-use' })
    expect(problem.errors?.[0]?.message.sv).toContain('Nivå 1 ')
    await s.change('classificationModel', draft.id, { content: { ...without(smallModel), mapping: [{ from: 1, to: 2 }] } })
    await s.move('classificationModel', draft.id, 'decide', { validFrom: today })
    expect(await s.stored('classificationModel', s.model)).toMatchObject({ state: 'replaced', valid_to: today })
    expect(await s.stored('informationAsset', information)).toMatchObject({ occasion: 'model', classification: classified, integrity: 1 })
    expect(await s.stored('classification', classified)).toMatchObject({ state: 'decided', model: s.model, integrity: 1 })
    expect(await s.stored('measureAssessment', gap.id)).toMatchObject({ required: true, standing: 'open' })
    const ciso = await s.person(['employee', 'ciso'])
    expect((await refusal(s.change('classificationModel', draft.id, { name: 'Annat' }, ciso))).code).toBe('locked')

    const old = await refusal(s.make('revaluation', { name: 'Omgång', model: s.model, dueBy: today }))
    expect(old.errors?.[0]).toMatchObject({ field: 'model', code: 'model-not-in-force' })
    await s.valued(busy, {}, { model: draft.id })
    const campaign = await s.make('revaluation', { name: 'Omgång', model: draft.id, dueBy: today })
    const planned = await s.bed.asOwner<{
      asset: string
      state: string
      owner: string
      based_on: string
      name: string
      left_to_value: number
    }>('select asset, state, owner, based_on, name, left_to_value::integer from {live}.classification where revaluation = $1', [
      campaign.id,
    ])
    expect(planned.map((each) => each.asset)).toContain(information)
    expect(planned.map((each) => each.asset)).not.toContain(busy)
    const mine = planned.find((each) => each.asset === information)
    expect(mine).toMatchObject({ state: 'planned', owner: s.owner.person, based_on: classified, left_to_value: 6 })
    expect(mine?.name).toBe((await s.stored('informationAsset', information)).name)
    const again = await s.make('revaluation', { name: 'En till', model: draft.id, dueBy: today })
    const more = await s.bed.asOwner('select id from {live}.classification where revaluation = $1', [again.id])
    expect(more).toEqual([])
  })
})
