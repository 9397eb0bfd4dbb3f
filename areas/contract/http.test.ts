import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { does, type Values } from '#database/samples.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { misfit } from '#kernel/testing/misfit.register.ts'
import { contractBed, contractCatalogue } from './bed.ts'

let http: HttpBed
let keeper: Browser
let auditor: Browser
let employee: Browser
let dpo: Browser
const register = contractCatalogue.register
const marking = { provision: '18 kap. 8 § 3 OSL', markedOn: '2023-01-01', authority: 'Trygghetsverket' }
const reason = { 'x-reason': encodeURIComponent('Därför att åäö') }
const at = (version: number) => ({ 'if-match': `"${version}"` })

beforeAll(async () => {
  http = await httpBed(await contractBed())
  keeper = await http.signIn('Kim Keeper', ['ciso', 'administrator', 'preparedness', 'head-of-security'])
  auditor = await http.signIn('Rut Revisor', ['internal-audit'])
  employee = await http.signIn('Eli Enkel', ['employee'])
  dpo = await http.signIn('Dag Dataskydd', ['dpo'])
})
afterAll(() => http.close())

const told = ({ json }: Answer) => {
  const { instance, ...rest } = json()
  expect(instance).toMatch(/^urn:uuid:/)
  return rest
}
const codeOf = ({ status, json }: Answer) => [status, json().code]
const fieldsIn = ({ json }: Answer) => (json().errors as { field: string }[] | undefined)?.map(({ field }) => field)

describe.each([...contractCatalogue.registers])('/api/$plural', (each) => {
  const path = `/api/${pathOf(each)}`
  const creators = () => (each.access.administrator?.create || each.access.ciso?.create || each.access.preparedness?.create ? keeper : null)

  test('answers to those who are signed in, with a version to change from', async () => {
    expect(codeOf(await http.stranger('GET', path))).toEqual([401, 'not-signed-in'])
    const who = creators()
    if (!who) return
    const values = await http.samples.minimal(each)
    expect(codeOf(await http.stranger('POST', path, values))).toEqual([401, 'not-signed-in'])
    const made = await who.ask('POST', path, values)
    expect([made.status, made.headers.etag], made.body).toEqual([201, '"1"'])
    const { id } = made.json() as { id: string }
    const one = `${path}/${id}`
    expect((await who.ask('GET', one)).json()).toEqual(made.json())
    const listed = await who.ask('GET', `${path}?id=${id}&count=true`)
    expect(listed.json()).toMatchObject({ total: 1, next: null, items: [{ id }] })
    expect(codeOf(await who.ask('PATCH', one, {}))).toEqual([428, 'version-missing'])
    expect(codeOf(await who.ask('PATCH', one, {}, { 'if-match': '"x"' }))).toEqual([400, 'invalid'])
    expect((await who.ask('PATCH', one, {}, at(1))).status).toBe(200)
    const stale = await who.ask('PATCH', one, {}, at(1))
    expect([stale.status, stale.json().code, (stale.json().current as Values).version, Array.isArray(stale.json().difference)]).toEqual([
      412,
      'stale-version',
      2,
      true,
    ])
    expect(fieldsIn(await who.ask('POST', path, { ...values, nonsense: 1 }))).toEqual(['nonsense'])
    expect(codeOf(await who.ask('PATCH', `${one}?asOf=2023-01-01`, {}, at(2)))).toEqual([400, 'past-is-closed'])
    expect(((await who.ask('GET', `${one}/history`)).json().versions as { version: number }[]).map(({ version }) => version)).toEqual([
      2, 1,
    ])
    expect((await who.ask('GET', `${one}/history?from=1&to=2`)).status).toBe(200)
    expect((await who.ask('GET', `${one}/links`)).status).toBe(200)
    const withdrawer = ['administrator', 'ciso', 'preparedness'].some((role) => each.access[role as 'ciso']?.withdraw)
    const gone = await who.ask('DELETE', one, undefined, { ...at(2), ...reason })
    // What has been said stands: comments are withdrawn by nobody.
    if (!withdrawer) return expect(codeOf(gone)).toEqual([403, 'forbidden'])
    expect(gone.status, gone.body).toBe(204)
    expect(codeOf(await who.ask('GET', one))).toEqual([404, 'not-found'])
    const [last] = (await who.ask('GET', `${one}/history`)).json().versions as {
      operation: string
      reason: string
      by: { label: string }
    }[]
    expect([last?.operation, last?.reason, last?.by.label]).toEqual(['withdraw', 'Därför att åäö', 'Kim Keeper'])
  })

  test('says of what one may not see exactly what it says of what does not exist', async () => {
    // Read by some and not by all: only such registers can hide anything.
    if (each.access.employee?.read === 'all') return
    const { id } = await http.samples.make(each)
    // What only some states show is brought to such a state.
    const shown = each.access['internal-audit']?.readIn
    const move = Object.entries(each.workflow?.moves ?? {}).find(([, { to }]) => shown?.includes(to))?.[0]
    if (move) await does(http.bed, http.samples.actor, [{ do: 'move', register: each, id, version: 1, move, reason: 'Visas' }])
    expect((await auditor.ask('GET', `${path}/${id}`)).status, 'shown to notice').toBe(200)
    const calls: ((one: string) => Promise<Answer>)[] = [
      (one) => employee.ask('GET', one),
      (one) => employee.ask('GET', `${one}/history`),
      (one) => employee.ask('GET', `${one}/history?from=1&to=1`),
      (one) => employee.ask('GET', `${one}/links`),
      (one) => employee.ask('GET', `${one}?asOf=${dayIn(new Date())}`),
      (one) => employee.ask('PATCH', one, {}, at(1)),
      (one) => employee.ask('PATCH', one, { nonsense: 1 }, at(7)),
      (one) => employee.ask('DELETE', one, undefined, at(1)),
      (one) => employee.ask('POST', `${one}/moves/nonsense`, {}, at(1)),
      ...Object.keys(each.workflow?.moves ?? {}).map((move) => (one: string) => employee.ask('POST', `${one}/moves/${move}`, {}, at(1))),
    ]
    for (const call of calls) {
      const [hidden, absent, strange] = [await call(`${path}/${id}`), await call(`${path}/${v7()}`), await call(`${path}/1`)]
      expect(hidden.status).toBe(404)
      expect(told(hidden)).toEqual(told(absent))
      expect(told(hidden)).toEqual(told(strange))
    }
  })

  test('answers nonsense with a fault of the one who asks, never with one of ours', async () => {
    const { id } = await http.samples.make(each)
    const one = `${path}/${id}`
    const asked: [string, string, unknown?, Record<string, string>?][] = [
      ...[
        'constructor=1',
        '__proto__=1',
        'toString=x',
        'limit=0',
        'limit=501',
        'limit=x',
        'cursor=x',
        'cursor=%00',
        `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
        'sort=nonsense',
        'sort=constructor',
        `sort=${'version,'.repeat(2_000)}`,
        'fields=constructor',
        'fields=nonsense',
        'asOf=nonsense',
        'asOf=0000-01-01T00:00:00Z',
        'asOf=-000001-01-01T00:00:00Z',
        'asOf=2999-01-01',
        'format=pdf',
        'figure=nonsense',
        'version=1e999',
        'createdAt=x',
        'reference=%00',
      ].map((query): [string, string] => ['GET', `${path}?${query}`]),
      ['GET', `${one}/history?from=99999999999&to=1`],
      ['GET', `${one}/history?from=x&to=1`],
      ['GET', `${one}?asOf=2023-02-30`],
      ['GET', `${path}/%00`],
      ['GET', `${path}/${'x'.repeat(400)}`],
      ['POST', path, '{'],
      ['POST', path, '[]'],
      ['POST', path, 'null'],
      ['POST', path, '"x"'],
      ['POST', path, '{"__proto__": {"x": 1}}'],
      ['POST', path, 'x', { 'content-type': 'text/plain' }],
      ['PATCH', one, {}, { ...at(1), 'x-reason': '%' }],
      ['DELETE', one, undefined, { ...at(1), 'x-reason': 'noll%00tecken' }],
      ['PATCH', one, {}, { ...at(1), 'x-reason': '%00' }],
      ['POST', `${one}/moves/constructor`, {}, at(1)],
      ['POST', `${one}/moves/nonsense`, { fields: [] }, at(1)],
      ['POST', `${one}/moves/nonsense`, { reason: 7 }, at(1)],
      ['POST', `${one}/moves/nonsense`, { other: 7 }, at(1)],
      ['POST', `${path}/import`, 'x'],
      ['PUT', one, {}],
    ]
    // The same code answers for every register: the misfit is asked everything, the others a quarter each, in turn.
    const turn = contractCatalogue.registers.indexOf(each)
    for (const [method, url, body, headers] of asked.filter((_, at) => each === misfit || at % 4 === turn % 4)) {
      const answer = await keeper.ask(method as 'GET', url, body, headers)
      expect(
        answer.status >= 400 && answer.status < 500,
        `${method} ${url.slice(0, 80)} ${answer.status} ${answer.body.slice(0, 300)}`,
      ).toBe(true)
      expect(answer.headers['content-type'], `${url.slice(0, 80)} ${answer.body.slice(0, 200)}`).toContain('application/problem+json')
      expect(answer.body).not.toMatch(/node_modules|\.ts:\d|select |at Object/)
      const { title, code } = answer.json()
      expect([typeof title, typeof code]).toEqual(['string', 'string'])
    }
    const broken = [
      Buffer.from('PK\u0003\u0004 not a workbook'),
      Buffer.from(''),
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from('a;a\n1;2'),
      Buffer.from('nonsense\n1'),
      Buffer.from('<html>'),
    ]
    for (const bytes of broken.filter((_, at) => each === misfit || at % 3 === turn % 3)) {
      const answer = await keeper.send(`${path}/import`, bytes, 'fil.xlsx')
      expect(answer.status >= 400 && answer.status < 500, `${bytes.toString().slice(0, 20)} ${answer.body.slice(0, 300)}`).toBe(true)
    }
  })

  test('hides what is marked from one without that right: in list, count, search, export, record and history', async () => {
    const secrecy = Object.keys(each.fields).find((name) => each.fields[name]?.kind === 'secrecy')
    if (!secrecy || each.access.dpo?.read !== 'all' || each.access.dpo.secret) return
    const word = `ord${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`
    // A name that follows from other records holds no word of one's own.
    const text =
      each.fields[each.title]?.kind === 'derived' ? Object.keys(each.fields).find((name) => each.fields[name]?.kind === 'text') : each.title
    if (!text) throw new Error(`${each.name} has no text to hide`)
    const title = { [text]: word }
    const open = await http.samples.make(each, { ...title, [secrecy]: null })
    const secret = await http.samples.make(each, { ...title, [secrecy]: marking })
    const seen = async (who: Browser) => {
      const listed = (await who.ask('GET', `${path}?q=${word}&count=true&fields=id`)).json() as { items: { id: string }[]; total: number }
      const found = (await who.ask('GET', `/api/search?q=${word}`)).json().items as { id: string }[]
      const exported = (await who.ask('GET', `${path}?format=csv&q=${word}&fields=${text}`)).body.split(word).length - 1
      const one = async (id: string) => [
        (await who.ask('GET', `${path}/${id}`)).status,
        (await who.ask('GET', `${path}/${id}/history`)).status,
      ]
      return {
        listed: listed.items.map(({ id }) => id).sort(),
        total: listed.total,
        found: found.map(({ id }) => id).sort(),
        exported,
        open: await one(open.id),
        secret: await one(secret.id),
      }
    }
    const both = [open.id, secret.id].sort()
    expect(await seen(auditor)).toEqual({ listed: both, total: 2, found: both, exported: 2, open: [200, 200], secret: [200, 200] })
    expect(await seen(dpo)).toEqual({ listed: [open.id], total: 1, found: [open.id], exported: 1, open: [200, 200], secret: [404, 404] })
    const log = await http.bed.asOwner<{ event: string; person: string }>(
      'select event, person from {live}.access_log where record = $1 order by id',
      [secret.id],
    )
    expect(log.map(({ event, person }) => [event, person])).toEqual(
      expect.arrayContaining([
        ['secret-read', auditor.person],
        ['hidden', dpo.person],
        ['secret-listed', auditor.person],
        ['secret-exported', auditor.person],
      ]),
    )
  })
})

test('an employee reads the information of the unit he belongs to, and no other', async () => {
  const other = await http.samples.makeMinimal(register('unit'))
  const mine = await http.samples.make(register('informationAsset'), { unit: http.unit, marking: null })
  const theirs = await http.samples.make(register('informationAsset'), { unit: other.id, marking: null })
  expect((await auditor.ask('GET', `/api/information-assets/${theirs.id}`)).status).toBe(200)
  expect([
    (await employee.ask('GET', `/api/information-assets/${mine.id}`)).status,
    (await employee.ask('GET', `/api/information-assets/${theirs.id}`)).status,
  ]).toEqual([200, 404])
})

test('a request with the same key is carried out once, also when both come at once', async () => {
  const values = { ...(await http.samples.minimal(register('risk'))), title: 'En gång' }
  const send = (body: unknown, key: string, who = keeper) => who.ask('POST', '/api/risks', body, { 'idempotency-key': key })
  const [first, again] = [await send(values, 'a'), await send(values, 'a')]
  expect([first.status, again.status, again.json().id]).toEqual([201, 201, first.json().id])
  const both = await Promise.all([send(values, 'b'), send(values, 'b'), send(values, 'b')])
  expect(new Set(both.map(({ json }) => json().id)).size).toBe(1)
  expect(codeOf(await send({ ...values, title: 'En annan' }, 'a'))).toEqual([422, 'idempotency-key-reused'])
  expect((await send(values, 'a', await http.signIn('Ada Annan', ['ciso']))).json().id).not.toBe(first.json().id)
  const counted = await keeper.ask('GET', `/api/risks?count=true&title=${encodeURIComponent('En gång')}`)
  expect(counted.json().total).toBe(3)
  const broken = await send({ ...values, title: '' }, 'c')
  expect([broken.status, (await send(values, 'c')).status]).toEqual([400, 201])
})

test('of two who change the same version at once one wins, and the other is shown the difference', async () => {
  const { id } = await http.samples.make(register('risk'), { marking: null })
  const answers = await Promise.all(['Ena', 'Andra'].map((title) => keeper.ask('PATCH', `/api/risks/${id}`, { title }, at(1))))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const [won, lost] = answers.toSorted((one, other) => one.status - other.status)
  const [difference] = (lost?.json().difference ?? []) as { field: string; base: string; current: string; yours: string }[]
  expect(difference).toMatchObject({ field: 'title', current: won?.json().title })
  expect(['Ena', 'Andra']).toContain(difference?.yours)
})

test('a workflow is walked in its order, with reasons, by two people where it takes two', async () => {
  const owner = await http.signIn('Ture Riskägare', ['department-head'])
  const second = await http.signIn('Siv Chef', ['department-head'])
  const risk = register('risk')
  const values = { ...(await http.samples.full(risk)), unit: http.unit, marking: null, response: 'accept', acceptedUntil: null }
  const handed = (person: string, version?: number) => {
    const calculated = { decider: person, takesTwo: true }
    return does(http.bed, http.samples.actor, [
      version
        ? { do: 'update', register: risk, id, version, values: {}, calculated }
        : { do: 'create', register: risk, id, values, calculated },
    ])
  }
  const id = v7()
  await handed(owner.person)
  const move = (who: Browser, name: string, version: number, body: unknown = {}) =>
    who.ask('POST', `/api/risks/${id}/moves/${name}`, body, at(version))
  expect(codeOf(await move(owner, 'accept', 1, { reason: 'x' }))).toEqual([409, 'move-not-open'])
  const analysed = await move(owner, 'analyse', 1)
  expect([analysed.status, analysed.json().state, (analysed.json().may as { needAnother: string[] }).needAnother], analysed.body).toEqual([
    200,
    'analysed',
    ['treat', 'accept'],
  ])
  const fields = { acceptedUntil: '2099-01-01' }
  expect(codeOf(await move(owner, 'accept', 2, { reason: 'Ryms', fields }))).toEqual([409, 'four-eyes'])
  // It is for whom it has been handed to, and nobody else.
  expect(codeOf(await move(second, 'accept', 2, { reason: 'Ryms', fields }))).toEqual([403, 'forbidden'])
  await handed(second.person, 2)
  expect(fieldsIn(await move(second, 'accept', 3))?.sort()).toEqual(['acceptedUntil', 'reason'])
  const accepted = await move(second, 'accept', 3, { reason: 'Ryms inom riskaptiten', fields })
  expect([accepted.status, accepted.json().state, accepted.json().acceptedUntil], accepted.body).toEqual([200, 'accepted', '2099-01-01'])
  const [last] = (await owner.ask('GET', `/api/risks/${id}/history`)).json().versions as {
    operation: string
    move: string
    reason: string
  }[]
  expect(last).toMatchObject({ operation: 'move', move: 'accept', reason: 'Ryms inom riskaptiten' })
  expect(codeOf(await move(second, 'nonsense', 4))).toEqual([404, 'not-found'])
  expect(codeOf(await move(employee, 'reopen', 4, { reason: 'x' }))).toEqual([404, 'not-found'])
  expect(codeOf(await move(dpo, 'reopen', 4, { reason: 'x' }))).toEqual([403, 'forbidden'])
})

test('a file is what its content says, is attached by the one who handed it in and fetched by those who read the record', async () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  const stored = await keeper.send('/api/files', pdf, 'kalkyl.xlsx')
  expect([stored.status, stored.json().type], stored.body).toEqual([201, 'application/pdf'])
  const refusedKinds = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<!doctype html><script>alert(1)</script>',
    'MZ\u0090\u0000\u0003',
    '\u007fELF\u0002\u0001\u0001',
    '#!/bin/sh\u0000',
  ]
  for (const content of refusedKinds)
    expect((await keeper.send('/api/files', Buffer.from(content, 'latin1'), 'bild.png')).status, content.slice(0, 12)).toBe(415)
  expect((await http.stranger('POST', '/api/files')).status).toBe(401)
  const evidence = [{ sha256: stored.json().sha256, name: '../..\\"; filename=x.html \r\n åäö.pdf'.replace(/[\r\n]/g, '') }]
  const values = { ...(await http.samples.minimal(register('risk'))), marking }
  expect(fieldsIn(await dpo.ask('POST', '/api/risks', { ...values, evidence }))).toEqual(['evidence'])
  const secure = await http.signIn('Sam Säker', ['head-of-security'])
  expect(fieldsIn(await secure.ask('POST', '/api/risks', { ...values, evidence }))).toEqual(['evidence'])
  const made = await keeper.ask('POST', '/api/risks', { ...values, evidence })
  expect(made.status, made.body).toBe(201)
  const file = `/api/risks/${String(made.json().id)}/files/${String(stored.json().sha256)}`
  const got = await auditor.ask('GET', file)
  expect([got.status, got.bytes.equals(pdf), got.headers['content-type'], got.headers['x-content-type-options']]).toEqual([
    200,
    true,
    'application/pdf',
    'nosniff',
  ])
  expect(String(got.headers['content-disposition'])).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''/)
  for (const who of [dpo, employee]) expect(codeOf(await who.ask('GET', file))).toEqual([404, 'not-found'])
  expect(
    codeOf(
      await auditor.ask(
        'GET',
        file.replace(/[0-9a-f]$/, (sign) => (sign === '0' ? '1' : '0')),
      ),
    ),
  ).toEqual([404, 'not-found'])
})

test('one who gives away or marks what he then may not read is answered that it is done', async () => {
  const owner = await http.signIn('Ture Ägare', ['risk-owner'])
  const { id } = await http.samples.make(register('risk'), { owner: owner.person, marking: null })
  const given = await owner.ask('PATCH', `/api/risks/${id}`, { owner: dpo.person }, { ...at(1), ...reason })
  expect(given.status, given.body).toBe(204)
  expect((await owner.ask('GET', `/api/risks/${id}`)).status).toBe(404)
  expect((await auditor.ask('GET', `/api/risks/${id}`)).json()).toMatchObject({ version: 2, owner: { id: dpo.person } })
})

test('a change comes from our own pages', async () => {
  const values = await http.samples.minimal(register('risk'))
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'nonsense' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign)
    expect(codeOf(await keeper.ask('POST', '/api/risks', values, headers)), JSON.stringify(headers)).toEqual([403, 'foreign-origin'])
})

test('settings and views of one’s own hold what text can hold', async () => {
  for (const value of [{ a: 'noll\u0000' }, { a: 'halv \ud83d' }]) {
    expect((await keeper.ask('PUT', '/api/my/settings', value)).status).toBe(400)
    expect((await keeper.ask('POST', '/api/my/views', { register: 'risks', label: value.a, query: '' })).status).toBe(400)
  }
  expect((await keeper.ask('PUT', '/api/my/settings', { a: 'åäö 👩‍💻' })).status).toBe(204)
})

test('lists, figures and exports look back by a day or a moment, and never forward', async () => {
  const today = dayIn(new Date())
  expect((await keeper.ask('GET', `/api/risks?asOf=${today}`)).status).toBe(200)
  expect((await keeper.ask('GET', `/api/risks?asOf=${addDays(today, 1)}`)).status).toBe(400)
  expect((await keeper.ask('GET', '/api/risks?asOf=2001-01-01&count=true')).json()).toMatchObject({ items: [], total: 0 })
  const past = await keeper.ask('GET', '/api/risks?asOf=2001-01-01&format=csv')
  expect([past.status, past.body.trim().split('\n')]).toEqual([200, [expect.any(String)]])
})

test('search is the same question as the list asks, in every register', async () => {
  const word = `ord${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`
  const { id } = await http.samples.make(register('risk'), { title: `Riskanalyserna om ${word}`, marking: null })
  for (const q of [word, word.toUpperCase(), `${word} riskanalys`, `riskanalyserna ${word.slice(0, 12)}`]) {
    expect(
      ((await keeper.ask('GET', `/api/search?q=${encodeURIComponent(q)}`)).json().items as { id: string }[]).map((hit) => hit.id),
      q,
    ).toContain(id)
    expect(
      ((await keeper.ask('GET', `/api/risks?q=${encodeURIComponent(q)}`)).json().items as { id: string }[]).map((hit) => hit.id),
      q,
    ).toEqual([id])
  }
  await does(http.bed, http.samples.actor, [{ do: 'withdraw', register: register('risk'), id, version: 1, reason: 'Bort' }])
  expect((await keeper.ask('GET', `/api/search?q=${word}`)).json().items).toEqual([])
})
