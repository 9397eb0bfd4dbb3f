import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Story, storyOn } from '#database/classification-story.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { today } from '#database/today.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import type { ActionStanding } from '../standing.answers.ts'

let http: HttpBed
let s: Story
let ciso: Browser
let manager: Browser
let employee: Browser
let stranger: Browser

const late = addDays(today, -10)
const later = addDays(today, 30)

beforeAll(async () => {
  http = await httpBed(await testBed())
  s = await storyOn(http.bed, http.samples)
  const elsewhere = (await s.make('unit', { name: 'En annan avdelning', kind: 'department' })).id
  ciso = await http.signIn('Cecilia Ciso', ['employee', 'ciso'], s.unit)
  manager = await http.signIn('Mats Chef', ['employee', 'manager'], s.unit)
  employee = await http.signIn('Elsa Anställd', ['employee'], s.unit)
  stranger = await http.signIn('Stig Annan', ['employee'], elsewhere)
  const plan = (await s.make('actionPlan', { name: 'Planen', source: 'year', unit: elsewhere, owner: ciso.person })).id
  const action = (values: Record<string, unknown>) => s.make('action', { source: 'risk', unit: s.unit, ...values })
  const first = await action({ title: 'Försenad', owner: employee.person, due: late, costEstimated: 100, priority: 3 })
  await action({ title: 'I tid', due: later, dependsOn: [first.id], costEstimated: 50, costActual: 7, starts: today })
  await action({ title: 'Någon annanstans', unit: elsewhere, due: addDays(later, 1), source: 'incident', plan, costEstimated: 1000 })
  const dropped = await action({ title: 'Avbruten', due: late, costEstimated: 9 })
  await s.move('action', dropped.id, 'drop')
})
afterAll(() => http.close())

const standing = async (who: Browser, query = '') => {
  const answer = await who.ask('GET', `/api/action-standing${query}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
  return answer.json() as unknown as ActionStanding
}
const titles = ({ items }: ActionStanding) => items.map(({ title }) => title)

test('everyone sees the actions that are theirs to see, counted and summed from those alone', async () => {
  const all = await standing(ciso)
  expect(titles(all)).toEqual(['Försenad', 'I tid', 'Någon annanstans'])
  expect(all.total).toEqual({ count: 3, late: 1, costEstimated: 1150, costActual: 7 })
  expect(all.states.dropped).toMatchObject({ count: 1, costEstimated: 0 })
  const part = await standing(manager)
  expect(titles(part)).toEqual(['Försenad', 'I tid'])
  expect(part.total).toMatchObject({ count: 2, costEstimated: 150 })
  expect(titles(await standing(employee))).toEqual(['Försenad'])
  expect((await standing(stranger)).total).toEqual({ count: 0, late: 0, costEstimated: 0, costActual: 0 })
  expect((await http.stranger('GET', '/api/action-standing')).status).toBe(401)
})

test('a card carries the moves the person may make, and a secret name is not told by way of a group', async () => {
  const [card] = (await standing(manager)).items
  expect(card).toMatchObject({ late: true, owner: { label: 'Elsa Anställd' }, moves: ['decide', 'drop'] })
  expect((await standing(employee)).items[0]?.moves).toEqual([])
  expect((await standing(manager, `?asOf=${dayIn(new Date())}`)).items[0]).toMatchObject({ title: 'Försenad', moves: [] })
  const { groups } = await standing(ciso, '?view=list&per=plan')
  expect(groups.map(({ of, count }) => [of?.label ?? null, count])).toEqual([
    [null, 2],
    ['Planen', 1],
  ])
})

test('the same filters hold for board, list and Gantt', async () => {
  for (const view of ['board', 'list', 'gantt']) {
    const found = await standing(ciso, `?view=${view}&per=source&late=true`)
    expect([...found.items, ...found.groups.flatMap(({ items }) => items)].map(({ title }) => title)).toEqual(['Försenad'])
    expect((await standing(ciso, `?view=${view}&all=true`)).total.count).toBe(4)
    expect((await standing(ciso, `?view=${view}&source=incident`)).total).toMatchObject({ count: 1, costEstimated: 1000 })
  }
  const { items } = await standing(ciso, '?view=gantt&source=risk')
  expect(items.map(({ title, dependsOn }) => [title, dependsOn.length])).toEqual([
    ['Försenad', 0],
    ['I tid', 1],
  ])
})

test('a view or filter that does not exist is named', async () => {
  expect((await ciso.ask('GET', '/api/action-standing?view=pie')).json()).toMatchObject({ errors: [{ field: 'view' }] })
  expect((await ciso.ask('GET', '/api/action-standing?colour=red')).json()).toMatchObject({ errors: [{ field: 'colour' }] })
})
