import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Samples, samplesIn } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import { keepNotices } from '#kernel/gate/notices.ts'
import { usualChoice } from '#kernel/notices/choice.ts'
import type { Notice } from '#kernel/notices/notice.ts'
import { asSystem } from '#kernel/store/context.ts'
import { type SmtpBed, smtpBed } from '#kernel/testing/smtp-bed.ts'
import { mailer } from './mailer.ts'
import { smtpPost } from './post.ts'

let bed: TestBed
let samples: Samples
let smtp: SmtpBed
let offset = 0
let unit = ''
const clock = { now: () => new Date(Date.now() + offset) }

const anyTime = {
  ...usualChoice,
  kinds: { ...usualChoice.kinds, reminder: 'now' as const, told: 'daily' as const, comment: 'never' as const },
  quiet: { from: '00:00', to: '00:00', daysOff: false },
}

async function person(name: string, choice: object | null = anyTime): Promise<string> {
  const { id } = await samples.makeMinimal(bed.catalogue.register('person'), {
    name,
    email: `${name}@trygghetsverket.example`,
    unit,
    employedFrom: '2020-01-01',
  })
  if (choice) await bed.asOwner('insert into {live}.notice_choice (person, value) values ($1, $2)', [id, JSON.stringify(choice)])
  return id
}

const notice = (to: string, words: string, kind: Notice['kind'] = 'decision', record = unit): Notice => ({
  person: to,
  kind,
  register: 'unit',
  record,
  say: { sv: `${words}.`, en: `${words} in English.` },
})

const tell = (...notices: Notice[]) => bed.store.write(asSystem('tells'), {}, (tx) => keepNotices(tx, notices, null))

const states = async (to: string) =>
  (await bed.asOwner<{ mail: string }>('select mail from {live}.notice where person = $1 order by id', [to])).map(({ mail }) => mail)

const serverAt = (url: string) => {
  const post = smtpPost(url, 'Värna <varna@varna.example>')
  return { ...mailer({ catalogue: bed.catalogue, store: bed.store, clock }, post, 'https://varna.example'), close: post.close }
}

beforeAll(async () => {
  bed = await testBed()
  samples = await samplesIn(bed)
  unit = (await samples.makeMinimal(bed.catalogue.register('unit'), { name: 'Hemliga gruppen' })).id
  smtp = await smtpBed()
})
afterAll(async () => {
  await smtp.close()
  await bed.close()
})
beforeEach(() => {
  offset = 0
  smtp.received.length = 0
  smtp.answer = async () => null
})

test('what was said before e-mail was switched on is not sent; what is said afterwards is, with a link and nothing secret', async () => {
  const anna = await person('anna')
  await tell(notice(anna, 'Tidigare'))
  const server = serverAt(smtp.url)
  await server.round()
  expect([await states(anna), smtp.received]).toEqual([['none'], []])
  await tell(notice(anna, 'Beslutet R-2026-0001 väntar på dig'))
  await server.round()
  await server.round()
  expect(await states(anna)).toEqual(['none', 'sent'])
  expect(smtp.received).toHaveLength(1)
  const [mail] = smtp.received
  expect(mail?.to).toEqual(['anna@trygghetsverket.example'])
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@varna\.example>$/)
  expect(mail?.raw).toContain('Beslutet R-2026-0001 väntar på dig.')
  expect(mail?.raw).toContain(`https://varna.example/units/${unit}`)
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
  expect(mail?.raw).toContain('text/plain')
  expect(mail?.raw).toContain('<html lang="sv">')
  expect(mail?.raw).not.toContain('Hemliga gruppen')
  server.close()
})

test('a person chooses the language, and what comes at once, gathered and not at all', async () => {
  const server = serverAt(smtp.url)
  await server.begin()
  const eve = await person('eve', { ...anyTime, language: 'en' })
  await tell(notice(eve, 'One'), notice(eve, 'Two', 'reminder'), notice(eve, 'Three', 'told'), notice(eve, 'Four', 'comment'))
  await server.round()
  expect(await states(eve)).toEqual(['sent', 'sent', 'waiting', 'none'])
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]?.raw).toContain('One in English.')
  expect(smtp.received[0]?.raw).not.toContain('Three')
  offset = 6 * 86_400_000
  await server.round()
  expect(await states(eve)).toEqual(['sent', 'sent', 'sent', 'none'])
  expect(smtp.received[1]?.raw).toContain('Three in English.')
  server.close()
})

test('what has been read in the product, and what is for one who has left, is not sent', async () => {
  const server = serverAt(smtp.url)
  await server.begin()
  const [reader, gone] = [await person('reader'), await person('gone')]
  await bed.asOwner(`update {live}.person set employed_to = '2021-01-01' where id = $1`, [gone])
  await tell(notice(reader, 'Läst'), notice(gone, 'För sent'))
  await bed.asOwner('update {live}.notice set read_at = now() where person = $1', [reader])
  await server.round()
  expect([await states(reader), await states(gone), smtp.received]).toEqual([['none'], ['none'], []])
  server.close()
})

test('while the mail server is down e-mail waits, the fault is known, and all of it goes when it is back, each once', async () => {
  const down = await smtpBed()
  const { url } = down
  await down.close()
  const server = serverAt(url)
  await server.begin()
  const people = [await person('one'), await person('two'), await person('three')]
  await tell(...people.map((to) => notice(to, `Till ${to}`)))
  await server.round()
  await server.round()
  expect(await Promise.all(people.map(states))).toEqual([['waiting'], ['waiting'], ['waiting']])
  const [service] = await bed.asOwner<{ failing_since: Date | null; last_error: string }>(
    'select failing_since, last_error from {live}.mail_service',
  )
  expect(service?.failing_since).not.toBeNull()
  expect(service?.last_error).toContain('ECONNREFUSED')
  const back = await smtpBed(Number(new URL(url).port))
  offset = 20 * 60_000
  await server.round()
  expect(await Promise.all(people.map(states))).toEqual([['sent'], ['sent'], ['sent']])
  expect(back.received.map(({ to }) => to[0]).sort()).toEqual(['one', 'three', 'two'].map((name) => `${name}@trygghetsverket.example`))
  expect(await bed.asOwner('select failing_since, last_error from {live}.mail_service')).toEqual([
    { failing_since: null, last_error: null },
  ])
  server.close()
  await back.close()
})

test('an address the other server will not have, or that is none, stops no other, and is given up after some attempts', async () => {
  smtp.answer = async ({ to }) => (to[0]?.startsWith('wrong') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null)
  const server = serverAt(smtp.url)
  await server.begin()
  const [wrong, right, nonsense] = [await person('wrong'), await person('right'), await person('nonsense')]
  await bed.asOwner(`update {live}.person set email = 'saknas, fråga Åsa' where id = $1`, [nonsense])
  await tell(notice(nonsense, 'Till något som inte är en adress'))
  await tell(notice(wrong, 'Till ingen'))
  await tell(notice(right, 'Till någon'))
  await server.round()
  expect(await Promise.all([nonsense, wrong, right].map(states))).toEqual([['waiting'], ['waiting'], ['sent']])
  expect(await bed.asOwner('select failing_since from {live}.mail_service')).toEqual([{ failing_since: null }])
  for (let attempt = 0; attempt < 4; attempt += 1) {
    offset += 20 * 60_000
    await server.round()
  }
  expect(await Promise.all([nonsense, wrong].map(states))).toEqual([['refused'], ['refused']])
  server.close()
})

test('two who send at once send each letter once', async () => {
  const [one, other] = [serverAt(smtp.url), serverAt(smtp.url)]
  await one.begin()
  await other.begin()
  const people: string[] = []
  for (let count = 0; count < 8; count += 1) people.push(await person(`p${count}`))
  await tell(...people.flatMap((to) => [notice(to, 'Första'), notice(to, 'Andra')]))
  await Promise.all([one.round(), other.round()])
  await Promise.all([one.round(), other.round()])
  expect((await Promise.all(people.map(states))).flat()).toEqual(Array.from({ length: 16 }, () => 'sent'))
  expect(smtp.received.map(({ raw }) => raw.match(/^(Första|Andra)\./gm)?.length ?? 0).reduce((sum, many) => sum + many, 0)).toBe(16)
  one.close()
  other.close()
})
