import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Story, story } from '#database/classification-story.ts'
import { isProblem } from '#kernel/problems/problem.ts'

let s: Story
beforeAll(async () => {
  s = await story()
})
afterAll(() => s.close())

const system = async (values = {}) => (await s.make('system', { unit: s.unit, ...values })).id
const asset = async (systems: string[]) => (await s.make('informationAsset', { unit: s.unit, owner: s.owner.person, systems })).id

test('those who classify information and those who set values of the systems that hold it, all at once, end with what each said', async () => {
  const below = await system()
  const shared = await Promise.all([1, 2, 3].map(() => system({ dependsOn: [below] })))
  const ready = await Promise.all(
    shared.flatMap((holder) =>
      [0, 1].map(async (level) => s.valued(await asset([holder, ...shared]), { integrity: level, availability: 2 })),
    ),
  )
  const outcomes = await Promise.allSettled([
    ...ready.map((id) => s.move('classification', id, 'decide', {}, s.owner)),
    ...shared.map((id) => s.change('system', id, { setConfidentiality: 1, setGrounds: 'Mängden.' })),
    ...shared.map((id) => s.change('system', id, { description: 'Skrivet samtidigt' })),
  ])
  // Whoever meets another's new version of the same record is told so; nothing else may stand in the way.
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(isProblem(outcome.reason) ? outcome.reason.problem.status : String(outcome.reason)).toBe(412)
  for (const id of ready) expect(await s.stored('classification', id)).toMatchObject({ state: 'decided' })
  const stored = await Promise.all(shared.map((id) => s.stored('system', id)))
  for (const each of stored) expect(each).toMatchObject({ inherited_integrity: 1, inherited_availability: 2, integrity: 1 })
  const high = stored.some(({ confidentiality }) => confidentiality === 1) ? 1 : 0
  expect(await s.stored('system', below)).toMatchObject({ integrity: 1, availability: 2, confidentiality: high })
})

test('those who fill in the same valuation at once all succeed, and everything they wrote counts', async () => {
  const { id: classification } = await s.make(
    'classification',
    { asset: await asset([]), model: s.model, unit: s.unit, owner: s.owner.person, occasion: 'new' },
    s.owner,
  )
  const cells = ['confidentiality', 'integrity', 'availability'].flatMap((aspect) =>
    ['mission', 'people'].map((category) => ({ classification, aspect, category, level: category === 'people' ? 2 : 1 })),
  )
  await Promise.all(cells.map((cell) => s.make('valuation', cell, s.owner)))
  const stored = await s.stored('classification', classification)
  expect(stored).toMatchObject({ left_to_value: 0, confidentiality: 2, integrity: 2, availability: 2, level: 2 })
})
