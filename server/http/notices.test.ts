import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { does } from '#database/samples.ts'
import { testBed } from '#database/testing.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { keepNotices } from '#kernel/gate/notices.ts'
import type { NoticeKind } from '#kernel/notices/notice.ts'
import { asSystem } from '#kernel/store/context.ts'

let http: HttpBed
let anna: Browser
let bo: Browser
let action = ''
const due = addDays(dayIn(new Date()), 12)

const tell = (person: string, record: string, words: string, kind: NoticeKind = 'task') =>
  http.bed.store.write(asSystem('tells'), {}, (tx) =>
    keepNotices(tx, [{ person, kind, register: 'action', record, say: { sv: words, en: words } }], null),
  )

interface Item {
  id: string
  say: string
  title: string | null
  href: string | null
  read: boolean
}
const noticesOf = async (who: Browser, query = '') => {
  const answer = await who.ask('GET', `/api/my/notices${query}`)
  expect(answer.status).toBe(200)
  return answer.json() as unknown as { items: Item[]; next: string | null; unread: number }
}

beforeAll(async () => {
  // What the one responsible is told when an action is made is told by its own tests.
  http = await httpBed({ ...(await testBed()), effects: [] })
  anna = await http.signIn('Anna', ['employee'])
  bo = await http.signIn('Bo', ['employee'])
  const register = http.bed.catalogue.register('action')
  action = (await http.samples.makeMinimal(register, { title: 'Byt lås i hemligt rum', owner: anna.person, unit: http.unit, due })).id
  await does(http.bed, http.samples.actor, [{ do: 'move', register, id: action, version: 1, move: 'decide' }])
})
afterAll(() => http.close())

test('a person sees what he has been told with the name of what it concerns, and nobody else sees it', async () => {
  await tell(anna.person, action, 'Du har fått en åtgärd.')
  const mine = await noticesOf(anna)
  expect(mine).toMatchObject({
    unread: 1,
    next: null,
    items: [{ say: 'Du har fått en åtgärd.', title: 'Byt lås i hemligt rum', href: `/actions/${action}`, read: false }],
  })
  expect(await noticesOf(bo)).toEqual({ items: [], next: null, unread: 0 })
  await bo.ask('POST', '/api/my/notices/read', { ids: [mine.items[0]?.id] })
  await bo.ask('POST', '/api/my/notices/read', { all: true })
  expect((await noticesOf(anna)).unread).toBe(1)
  expect((await anna.ask('POST', '/api/my/notices/read', { ids: [mine.items[0]?.id] })).json()).toEqual({ unread: 0 })
  expect((await anna.ask('GET', '/api/my/notices/count')).json()).toEqual({ unread: 0 })
  expect((await http.stranger('GET', '/api/my/notices')).status).toBe(401)
})

test('notices come page by page, the latest first', async () => {
  for (const words of ['Ett', 'Två', 'Tre']) await tell(bo.person, action, words)
  const first = await noticesOf(bo, '?limit=2')
  const second = await noticesOf(bo, `?limit=2&cursor=${first.next}`)
  expect([...first.items, ...second.items].map(({ say }) => say)).toEqual(['Tre', 'Två', 'Ett'])
  expect(second.next).toBeNull()
  expect((await bo.ask('GET', '/api/my/notices?cursor=hej')).status).toBe(400)
})

test('what a person may not read, or no longer, or what is marked secret, is not named', async () => {
  const untold = { title: null, href: null, register: null, record: null, reference: null }
  expect((await noticesOf(bo)).items).toMatchObject([untold, untold, untold])
  const marking = { provision: '18 kap. 8 § OSL', markedOn: '2026-01-01', authority: 'Trygghetsverket' }
  const register = http.bed.catalogue.register('action')
  await does(http.bed, http.samples.actor, [{ do: 'update', register, id: action, version: 2, values: { marking } }])
  const manager = await http.signIn('Chefen', ['manager'])
  await tell(manager.person, action, 'En åtgärd är försenad.', 'late')
  expect((await noticesOf(manager)).items).toMatchObject([{ title: null, href: `/actions/${action}` }])
  expect((await noticesOf(anna)).items).toMatchObject([{ title: null, href: null }])
  await does(http.bed, http.samples.actor, [{ do: 'update', register, id: action, version: 3, values: { marking: null } }])
  expect((await noticesOf(anna)).items).toMatchObject([{ title: 'Byt lås i hemligt rum' }])
})

test('a person chooses for himself how he is told, and a choice that makes no sense is refused', async () => {
  const { mails, ...usual } = (await anna.ask('GET', '/api/my/notice-choice')).json()
  expect(mails).toBe(false)
  expect((await anna.ask('PUT', '/api/my/notice-choice', { ...usual, dailyAt: '06:15' })).status).toBe(204)
  expect((await anna.ask('GET', '/api/my/notice-choice')).json()).toMatchObject({ dailyAt: '06:15' })
  expect((await bo.ask('GET', '/api/my/notice-choice')).json()).toMatchObject({ dailyAt: '07:30' })
  expect((await anna.ask('PUT', '/api/my/notice-choice', { ...usual, dailyAt: '25:00' })).status).toBe(400)
})

test('the clocks that run for a person are his, with their basis, also as of a day that has been', async () => {
  const clocks = async (who: Browser, query = '') => (await who.ask('GET', `/api/clocks${query}`)).json().items
  expect(await clocks(anna)).toEqual([
    expect.objectContaining({
      key: 'actions.due',
      due,
      late: false,
      label: 'Genomför åtgärden',
      basis: 'Beslutet om åtgärden',
      who: ['Anna'],
      href: `/actions/${action}`,
    }),
  ])
  expect(await clocks(anna, '?days=5')).toEqual([])
  expect(await clocks(bo)).toEqual([])
  expect(await clocks(anna, '?asOf=2024-01-01')).toEqual([])
})

test('a calendar has an address that is secret, can be withdrawn, and shows what is due but not what it is about', async () => {
  const { url } = (await anna.ask('POST', '/api/my/calendar')).json() as { url: string }
  const path = new URL(url).pathname
  const fetched = await http.stranger('GET', path)
  expect([fetched.status, fetched.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  const lines = fetched.body.replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toContain(`UID:actions.due-${action}@varna.example`)
  expect(lines).toContain(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`)
  expect(lines).toContain(`DTEND;VALUE=DATE:${addDays(due, 1).replaceAll('-', '')}`)
  expect(lines.find((line) => line.startsWith('SUMMARY:'))).toMatch(/^SUMMARY:Genomför åtgärden \(ÅTG-\d{4}-\d{4}\)$/)
  expect(fetched.body).not.toContain('hemligt')
  const other = new URL(String((await bo.ask('POST', '/api/my/calendar')).json().url)).pathname
  expect((await http.stranger('GET', other)).body).not.toContain(action)
  const next = new URL(String((await anna.ask('POST', '/api/my/calendar')).json().url)).pathname
  expect([(await http.stranger('GET', path)).status, (await http.stranger('GET', next)).status]).toEqual([404, 200])
  expect((await bo.ask('DELETE', '/api/my/calendar')).status).toBe(204)
  expect([(await http.stranger('GET', other)).status, (await http.stranger('GET', next)).status]).toEqual([404, 200])
  expect((await anna.ask('DELETE', '/api/my/calendar')).status).toBe(204)
  expect((await http.stranger('GET', next)).status).toBe(404)
  // What is no address at all is answered as one that was withdrawn.
  for (const nonsense of ['', 'x.ics', `${'a'.repeat(43)}.ics`, '%00.ics', `..%2F..%2F${'b'.repeat(43)}.ics`])
    expect((await http.stranger('GET', `/api/calendar/${nonsense}`)).status, nonsense).toBe(404)
})

test('how the e-mail is doing is for the administrator', async () => {
  const administrator = await http.signIn('Adam', ['administrator'])
  expect((await administrator.ask('GET', '/api/mail')).json()).toMatchObject({ configured: false, waiting: 0, refused: 0, faults: [] })
  expect((await anna.ask('GET', '/api/mail')).status).toBe(403)
})
