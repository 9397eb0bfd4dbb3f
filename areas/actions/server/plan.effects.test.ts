import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal, type Story, story } from '#database/classification-story.ts'
import { today } from '#database/today.ts'
import { addDays, addMonths } from '#kernel/clocks/clock.ts'
import { dayInWords } from '#kernel/clocks/words.ts'
import type { Actor } from '#kernel/store/context.ts'

let s: Story
let ciso: Actor & { person: string }
let head: Actor & { person: string }
let manager: Actor & { person: string }
let employee: Actor & { person: string }

beforeAll(async () => {
  s = await story()
  ciso = await s.person(['employee', 'ciso'])
  head = await s.person(['employee', 'head-of-security'])
  manager = await s.person(['employee', 'manager'])
  employee = await s.person('employee')
})
afterAll(() => s.close())

const due = addDays(today, 60)
const plan = async (values = {}, by: Actor = ciso) =>
  (await s.make('actionPlan', { name: 'Årets plan', source: 'year', unit: s.unit, owner: ciso.person, ends: due, ...values }, by)).id
const action = async (values = {}, by: Actor = ciso) =>
  (await s.make('action', { title: 'Åtgärd', source: 'other', unit: s.unit, owner: employee.person, due, ...values }, by)).id

describe('a plan that is decided', () => {
  test('decides the actions proposed in it, and tells how many they are and what they cost', async () => {
    const id = await plan()
    const [one, other] = [await action({ plan: id, costEstimated: 1000.5 }), await action({ plan: id, costEstimated: 500 })]
    expect(await s.stored('actionPlan', id)).toMatchObject({ actions: 2, actions_done: 0, cost_estimated: 1500.5, decided_on: null })
    await s.move('actionPlan', id, 'decide', {}, head)
    expect(await s.stored('actionPlan', id)).toMatchObject({ state: 'decided', decided_on: today, actions: 2 })
    expect(await s.stored('action', one)).toMatchObject({ state: 'decided' })
    await s.move('action', one, 'finish', {}, employee)
    await s.change('action', one, { costActual: 1200 }, ciso)
    expect(await s.stored('actionPlan', id)).toMatchObject({ actions: 2, actions_done: 1, cost_actual: 1200 })
    await s.move('action', other, 'drop', {}, ciso)
    expect(await s.stored('actionPlan', id)).toMatchObject({ actions: 1, actions_done: 1, cost_estimated: 1000.5 })
  })

  test('waits until every action in it has somebody responsible and a due day; those that lack it are named', async () => {
    const id = await plan()
    const lacking = await action({ plan: id, title: 'Se över loggarna', owner: null })
    const also = await action({ plan: id, title: 'Byt larmen', owner: null, due: null })
    const ready = await action({ plan: id, title: 'Denna är klar att besluta' })
    const problem = await refusal(s.move('actionPlan', id, 'decide', {}, head))
    expect(problem.errors?.[0]).toMatchObject({ field: 'actions', code: 'action-incomplete' })
    expect(problem.errors?.[0]?.message.sv).toMatch(/”Se över loggarna” \(ÅTG-[^)]*\) saknar ansvarig\./)
    expect(problem.errors?.[0]?.message.sv).toMatch(/”Byt larmen” \(ÅTG-[^)]*\) saknar ansvarig och slutdatum\./)
    expect(problem.errors?.[0]?.message.sv).not.toContain('Denna är klar')
    expect(await s.stored('action', ready)).toMatchObject({ state: 'proposed' })
    for (const each of [lacking, also]) await s.change('action', each, { owner: employee.person, due }, ciso)
    await s.move('actionPlan', id, 'decide', {}, head)
    expect(await s.stored('action', also)).toMatchObject({ state: 'decided' })
  })

  test('names no action that the one who decides may not read', async () => {
    const elsewhere = (await s.make('unit', { name: 'En annan avdelning', kind: 'department' })).id
    const id = await plan()
    await action({ plan: id, title: 'Inte för chefen', owner: null, unit: elsewhere })
    await action({ plan: id, title: 'För chefen', owner: null })
    const problem = await refusal(s.move('actionPlan', id, 'decide', {}, manager))
    expect(problem.errors?.[0]?.message.sv).toContain('För chefen')
    expect(JSON.stringify(problem)).not.toContain('Inte för chefen')
  })

  test('when it is turned down leaves its actions proposed', async () => {
    const id = await plan()
    const one = await action({ plan: id })
    await s.move('actionPlan', id, 'drop', {}, head)
    expect(await s.stored('action', one)).toMatchObject({ state: 'proposed' })
  })

  test('is one that the one who places an action in it may see', async () => {
    const elsewhere = (await s.make('unit', { name: 'Bortom', kind: 'department' })).id
    const hidden = await plan({ unit: elsewhere })
    const seen = await plan()
    await action({ plan: seen }, manager)
    const problem = await refusal(action({ plan: hidden }, manager))
    expect(problem.errors?.[0]).toMatchObject({ field: 'plan', code: 'unknown-link' })
  })
})

describe('the one responsible', () => {
  const told = (person: string) =>
    s.bed.asOwner<{ kind: string; sv: string }>(
      `select kind, words ->> 'sv' as sv from {live}.notice where person = $1 order by made_at, id`,
      [person],
    )

  test('is told of it, when proposed, decided and handed over; the one who does it is not, and nothing of what it is about', async () => {
    const one = await s.person('employee')
    const id = await plan()
    const made = await action({ plan: id, owner: one.person, title: 'Byt koderna' })
    await s.move('actionPlan', id, 'decide', {}, head)
    expect((await told(one.person)).map(({ kind }) => kind)).toEqual(['told', 'task'])
    await s.change('action', made, { owner: ciso.person }, ciso)
    const reference = String((await s.stored('action', made)).reference)
    expect((await told(ciso.person)).filter(({ sv }) => sv.includes(reference))).toEqual([])
    await s.change('action', made, { owner: manager.person }, ciso)
    expect(await told(manager.person)).toEqual([
      { kind: 'task', sv: `Du ansvarar nu för åtgärden ${reference}, som ska vara klar senast ${dayInWords(due, today).sv}.` },
    ])
  })
})

describe('an action', () => {
  test('knows when it was done and when its effect is to be checked, until it is taken up again', async () => {
    const id = await action({ priority: 3 })
    await s.move('action', id, 'decide', {}, ciso)
    expect(await s.stored('action', id)).toMatchObject({ done_on: null, check_by: null })
    await s.move('action', id, 'finish', {}, employee)
    expect(await s.stored('action', id)).toMatchObject({ done_on: today, check_by: addMonths(today, 3) })
    await s.move('action', id, 'checkEffect', { effective: 1, effect: 'Felen är kvar.' }, ciso)
    expect(await s.stored('action', id)).toMatchObject({ done_on: today, effective: 1 })
    await s.move('action', id, 'resume', {}, ciso)
    expect(await s.stored('action', id)).toMatchObject({ state: 'ongoing', done_on: null, check_by: null })
  })

  test('cannot start before what it depends on is done, and says what that is', async () => {
    const first = await action({ title: 'Upphandla larmet' })
    const then = await action({ title: 'Montera larmet', dependsOn: [first] })
    await s.move('action', first, 'decide', {}, ciso)
    await s.move('action', then, 'decide', {}, ciso)
    const problem = await refusal(s.move('action', then, 'start', {}, ciso))
    expect(problem.errors?.[0]).toMatchObject({ field: 'dependsOn', code: 'waits-for' })
    expect(problem.errors?.[0]?.message.sv).toContain(`klar senast ${due}`)
    expect(problem.errors?.[0]?.message.sv).toContain('Upphandla larmet')
    await s.move('action', first, 'finish', {}, employee)
    await s.move('action', then, 'start', {}, ciso)
    expect(await s.stored('action', then)).toMatchObject({ state: 'ongoing' })
  })

  test('cannot wait for itself by way of others', async () => {
    const a = await action({ title: 'A' })
    const b = await action({ title: 'B', dependsOn: [a] })
    const problem = await refusal(s.change('action', a, { dependsOn: [b] }, ciso))
    expect(problem.errors?.[0]?.message.sv).toBe('Beroendena går i cirkel: ”A” → ”B” → ”A”. Ta bort något av dem.')
  })
})
