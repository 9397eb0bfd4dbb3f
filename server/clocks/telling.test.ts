import { afterAll, beforeAll, expect, test } from 'vitest'
import { varnaClocks } from '#areas/server/clocks.ts'
import { type Hands, handsOn } from '#database/hands.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { momentAt } from '#kernel/clocks/calendar.ts'
import { clockEngine } from './engine.ts'

let http: HttpBed
let hands: Hands
let now = momentAt('2027-03-01', '08:00')
const clock = { now: () => now }
const at = (day: string, time = '08:00') => {
  now = momentAt(day, time)
}

const engineOf = (key: string) =>
  clockEngine(
    { catalogue: http.bed.catalogue, store: http.bed.store, clock, effects: http.bed.effects, announce: () => undefined },
    varnaClocks.filter((rule) => rule.key === key),
    [],
    (_message, error) => {
      throw error
    },
  )

interface Item {
  say: string
  href: string | null
  title: string | null
  count: number
}
const noticesOf = async (who: Browser) => (await who.ask('GET', '/api/my/notices')).json().items as Item[]

const makeAction = async (values: Record<string, unknown>) => {
  const { id } = await hands.make('action', values)
  await hands.move('action', id, 'decide')
  return id
}

beforeAll(async () => {
  // What follows when records are made is told by its own tests.
  http = await httpBed({ ...(await testBed()), effects: [] }, clock)
  hands = handsOn(http.bed, http.samples)
  // A clock that is new to a database tells nothing of what has long passed.
  for (const key of ['actions.due', 'awareness.enrolment']) await engineOf(key).tick()
})
afterAll(() => http.close())

test('the deputy of one who is away is told too, and of what he may not read only that something waits; nobody else is', async () => {
  const [karin, navid, elin, other] = await Promise.all([
    http.signIn('Karin Borta', ['manager']),
    http.signIn('Navid Ersättare', []),
    http.signIn('Elin Ersätter ersättaren', []),
    http.signIn('Otto Ersätter någon annan', []),
  ])
  const away = (person: Browser, deputy: Browser, from: string, to: string) =>
    hands.make('absence', { person: person.person, deputy: deputy.person, validFrom: from, validTo: to })
  await away(karin, navid, '2027-03-01', '2027-03-05')
  await away(navid, elin, '2027-03-03', '2027-03-04')
  await away(elin, other, '2027-03-10', '2027-03-11')
  // As deputy for a manager Navid may read what lies in her unit, but not what lies elsewhere and is hers alone.
  const elsewhere = (await hands.make('unit', { name: 'Någon annanstans' })).id
  const here = await makeAction({ title: 'I enheten', owner: karin.person, unit: http.unit, due: '2027-03-01' })
  await makeAction({ title: 'Bara hennes', owner: karin.person, unit: elsewhere, due: '2027-03-01' })
  at('2027-03-02')
  await engineOf('actions.due').tick()
  await engineOf('actions.due').tick()

  const told = await noticesOf(navid)
  expect(told.map(({ say, title, href }) => [say, title, href]).sort()).toEqual([
    [
      expect.stringMatching(/^Du ersätter den det gäller\. Åtgärden ÅTG-\S+ skulle ha varit genomförd 1 mars 2027\.$/),
      'I enheten',
      `/actions/${here}`,
    ],
    ['Något som väntar på den du ersätter skulle ha varit klart 1 mars 2027.', null, expect.stringMatching(/^\/absences\//)],
  ])
  expect(JSON.stringify(told)).not.toContain('Bara hennes')
  expect((await noticesOf(karin)).map(({ title }) => title).sort()).toEqual(['Bara hennes', 'I enheten'])
  expect(await http.bed.asOwner('select 1 from {live}.notice where person = any ($1)', [[elin.person, other.person]])).toEqual([])

  // The deputy is away as well: his own deputy is told.
  await makeAction({ title: 'Nästa', owner: karin.person, unit: http.unit, due: '2027-03-02' })
  at('2027-03-03')
  await engineOf('actions.due').tick()
  expect((await noticesOf(elin)).map(({ title }) => title)).toEqual(['Nästa'])
  expect(await noticesOf(navid)).toHaveLength(3)
  expect(await noticesOf(other)).toEqual([])
})

test('who is away for long without a deputy does not stop it: it climbs to the nearest manager who is there', async () => {
  const [gone, off, boss] = await Promise.all(['Länge Borta', 'Chef Borta', 'Chef Ovanför'].map((name) => http.signIn(name, [])))
  if (!gone || !off || !boss) throw new Error('nobody signed in')
  for (const { person } of [gone, off]) await hands.change('person', person, { longAbsence: true })
  const above = (await hands.make('unit', { name: 'Avdelningen', head: boss.person })).id
  const middle = (await hands.make('unit', { name: 'Enheten', head: off.person, parent: above })).id
  const unit = (await hands.make('unit', { name: 'Gruppen utan chef', parent: middle })).id
  await makeAction({ owner: gone.person, unit, due: '2027-04-01' })
  at('2027-04-02')
  await engineOf('actions.due').tick()
  expect(await Promise.all([gone, off, boss].map(async (who) => (await noticesOf(who)).length))).toEqual([1, 0, 1])
})

test('a manager is told once of all who are late, with a list of them, also when two servers look at the same time', async () => {
  const head = await http.signIn('Maja Chef', [])
  const unit = (await hands.make('unit', { name: 'Kundtjänst', head: head.person })).id
  await hands.make('assignment', { person: head.person, role: 'manager', unit, validFrom: '2020-01-01' })
  const course = (await hands.make('course')).id
  const staff = await Promise.all(Array.from({ length: 7 }, (_, index) => http.signIn(`Medarbetare ${index + 1}`, [], unit)))
  const enrol = (person: string, due: string) => hands.make('enrolment', { person, course, unit, due })
  const late = await Promise.all(staff.map(({ person }) => enrol(person, '2027-05-03')))
  await enrol(head.person, '2027-05-03')
  at('2027-06-01')
  const [one, another] = [engineOf('awareness.enrolment'), engineOf('awareness.enrolment')]
  await Promise.all([one.tick(), another.tick()])

  const [own, gathered, ...more] = (await noticesOf(head)).sort((a, b) => a.count - b.count)
  expect(own?.say).toBe('En utbildning, som skulle ha varit genomförd 3 maj 2027, är fortfarande inte genomförd.')
  expect(gathered?.say).toMatch(/^7 utbildningar som medarbetare .* är fortfarande inte genomförda\.$/)
  expect([gathered?.title, gathered?.count, more]).toEqual([null, 7, []])
  const listed = (await head.ask('GET', `/api${gathered?.href}`)).json().items as { id: string }[]
  expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(late.map(({ id }) => id)))
  // The list of another's notice is empty, and each of the late has heard of his own.
  expect((await staff[0]?.ask('GET', `/api${gathered?.href}`))?.json().items).toEqual([])
  expect(await Promise.all(staff.map(async (who) => (await noticesOf(who)).map(({ count }) => count)))).toEqual(staff.map(() => [1]))

  // What is found later the same day is added to it; the next day begins anew, and one alone is told as one.
  const add = async (name: string, due: string) => enrol((await http.signIn(name, [], unit)).person, due)
  await add('Sent Tillagd', '2027-05-04')
  await engineOf('awareness.enrolment').tick()
  expect((await noticesOf(head)).map(({ count }) => count).sort()).toEqual([1, 8])
  await add('Nästa Dag', '2027-05-05')
  at('2027-06-02')
  await one.tick()
  expect((await noticesOf(head))[0]).toMatchObject({ count: 1, title: expect.stringContaining('Nästa Dag') })
})
