import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { exampleRiskMethod } from '#areas/risk/risk-method.content.ts'
import { type Answer, type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { does } from '#database/samples.ts'
import { testBed } from '#database/testing.ts'
import { wordsBetween } from '#kernel/history/history.ts'
import { asSystem } from '#kernel/store/context.ts'
import { sameSecret } from '#server/http/session.ts'

let http: HttpBed
let ciso: Browser
let owner: Browser
let employee: Browser
const register = varnaCatalogue.register
const marking = { provision: '18 kap. 8 § 3 OSL', markedOn: '2023-01-01', authority: 'Trygghetsverket' }

beforeAll(async () => {
  http = await httpBed(await testBed())
  ciso = await http.signIn('Cilla Chef', ['ciso'])
  owner = await http.signIn('Sune System', ['system-owner'])
  employee = await http.signIn('Eli Enkel', ['employee'])
})
afterAll(() => http.close())

const codeOf = ({ status, json }: Answer) => [status, json().code]
const idsIn = ({ json }: Answer) => (json().items as { id: string }[]).map(({ id }) => id)

describe('a link to a record one may not see', () => {
  let action: string
  let risk: string
  let reference: string | null
  beforeAll(async () => {
    risk = (await http.samples.make(register('risk'), { marking })).id
    const made = await http.samples.make(register('action'), { risks: [risk], owner: owner.person, marking: null })
    action = made.id
    reference = made.reference
  })

  test('is not told of by asking for it', async () => {
    const asked = (who: Browser, condition: string) => who.ask('GET', `/api/actions?id=${action}&${condition}`).then(idsIn)
    expect(await asked(ciso, `risks=${risk}`)).toEqual([action])
    expect(await asked(ciso, 'risks=filled')).toEqual([action])
    expect(await asked(owner, '')).toEqual([action])
    expect(await asked(owner, `risks=${risk}`)).toEqual([])
    expect(await asked(owner, `risks=not:${risk}`)).toEqual([action])
    expect(await asked(owner, 'risks=filled')).toEqual([])
    expect(await asked(owner, 'risks=empty')).toEqual([action])
  })

  test('is not told of by the trial of an import', async () => {
    const trial = (who: Browser) =>
      who.send('/api/actions/import?dryRun=true', Buffer.from(`reference,title,risks\n${reference},Ny rubrik,\n`), 'lista.csv')
    expect((await trial(ciso)).body).toContain(risk)
    const told = await trial(owner)
    expect([told.status, told.json().updated]).toEqual([200, 1])
    expect(told.body).not.toContain(risk)
  })

  test('cannot be guessed by writing it', async () => {
    const write = (who: Browser, id: string) => who.ask('PATCH', `/api/actions/${action}`, { risks: [id] }, { 'if-match': '"1"' })
    expect(codeOf(await write(owner, risk))).toEqual(codeOf(await write(owner, crypto.randomUUID())))
    expect((await write(ciso, risk)).status).toBe(200)
  })

  test('is not told of where there is only one', async () => {
    const dpo = await http.signIn('Disa Ombud', ['dpo'])
    const document = await http.samples.make(register('document'), { marking })
    const later = await http.samples.make(register('document'), { supersedes: document.id, marking: null })
    const asked = (who: Browser, condition: string) => who.ask('GET', `/api/documents?id=${later.id}&supersedes=${condition}`).then(idsIn)
    expect([await asked(ciso, document.id), await asked(ciso, 'filled')]).toEqual([[later.id], [later.id]])
    expect([await asked(dpo, document.id), await asked(dpo, 'filled')]).toEqual([[], []])
    expect([await asked(dpo, `not:${document.id}`), await asked(dpo, 'empty')]).toEqual([[later.id], [later.id]])
  })
})

describe('a hostile request', () => {
  test('with JSON deeper than anybody needs is refused, also where it would be written out again', async () => {
    const deep = `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(codeOf(await employee.ask('POST', '/api/incidents', deep, { 'idempotency-key': 'djup' }))).toEqual([400, 'too-deep'])
    expect(codeOf(await employee.ask('PUT', '/api/my/settings', `{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}`))).toEqual([
      400,
      'too-deep',
    ])
    expect((await employee.ask('PUT', '/api/my/settings', { a: { b: [1] } })).status).toBe(204)
  })

  test('with names every object has is a fault of the one who asks', async () => {
    for (const format of ['constructor', 'toString', '__proto__'])
      expect(codeOf(await ciso.ask('POST', '/api/reports/annual/files', JSON.stringify({ format })))).toEqual([400, 'invalid'])
    for (const name of ['constructor', '__proto__', 'toString']) {
      for (const asked of [`${name}=1`, `fields=${name}`, `sort=${name}`, `figure=${name}`])
        expect([asked, (await ciso.ask('GET', `/api/risks?${asked}`)).status]).toEqual([asked, 400])
      expect((await ciso.ask('POST', '/api/risks', `{"${name}":{"prototype":1}}`)).status).toBe(400)
    }
  })

  test('with a hundred conditions is refused', async () => {
    const many = (count: number) =>
      employee.ask('GET', `/api/units?${Array.from({ length: count }, () => `parent=under:${http.unit}`).join('&')}`)
    expect((await many(20)).status).toBe(200)
    expect(codeOf(await many(100))).toEqual([400, 'invalid'])
  })

  test('to compare two long texts with nothing in common is answered in time', () => {
    const text = (letter: string) => Array.from({ length: 8_000 }, (_, index) => `${letter}${(index * 7919) % 8_000}`).join(' ')
    const start = performance.now()
    const pieces = wordsBetween(text('a'), text('b'))
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(pieces.map(({ op }) => op)).toEqual(['removed', 'added'])
    expect(wordsBetween('en gammal text', 'en ny text').map(({ op }) => op)).toEqual(['same', 'removed', 'added', 'same'])
  })

  test('from another site is refused, however the address is written', async () => {
    const elsewhere = { origin: 'https://annan.example' }
    expect(codeOf(await employee.ask('POST', '/api/my/views', {}, elsewhere))).toEqual([403, 'foreign-origin'])
    expect(codeOf(await employee.ask('POST', '/%61pi/my/views', {}, elsewhere))).toEqual([403, 'foreign-origin'])
    expect(codeOf(await employee.ask('POST', '/api/my/views', {}, { origin: 'null' }))).toEqual([403, 'foreign-origin'])
  })
})

test('who enters a risk for another owner does not thereby decide on it', async () => {
  const methods = register('riskMethod')
  const [method] = await does(http.bed, http.samples.actor, [
    { do: 'create', register: methods, values: { name: 'Riskmetoden', content: exampleRiskMethod } },
  ])
  await does(http.bed, http.samples.actor, [
    {
      do: 'move',
      register: methods,
      id: method?.id ?? '',
      version: 1,
      move: 'decide',
      values: { validFrom: '2023-01-01' },
      reason: 'Prov',
    },
  ])
  const petra = await http.signIn('Petra Riskägare', ['risk-owner'])
  const manager = await http.signIn('Max Manager', ['manager'])
  const other = await http.samples.makeMinimal(register('unit'))
  const enter = async (name: string) => {
    const values = { title: 'Ny risk', kind: 'operations', unit: other.id, owner: name, consequence: 3, likelihood: 3 }
    const made = await petra.ask('POST', '/api/risks', values)
    return [made.json().id, (made.json().may as { moves: string[] }).moves, String(made.json().version)] as const
  }
  const analyse = (id: unknown, version: string) => petra.ask('POST', `/api/risks/${id}/moves/analyse`, {}, { 'if-match': version })
  const [own, mayOwn, first] = await enter(petra.person)
  expect([mayOwn, (await analyse(own, first)).status]).toEqual([['analyse'], 200])
  const [another, mayAnother, second] = await enter(manager.person)
  expect([mayAnother, codeOf(await analyse(another, second))]).toEqual([[], [403, 'forbidden']])
})

test('an import is not read for one who may not bring anything in', async () => {
  const file = Buffer.from('title\nEn rad\n')
  expect((await ciso.send('/api/actions/import?dryRun=true', file, 'a.csv')).status).toBe(200)
  expect(codeOf(await employee.send('/api/systems/import?dryRun=true', file, 'a.csv'))).toEqual([403, 'forbidden'])
  expect(codeOf(await employee.send('/api/requirements/import', file, 'a.csv'))).toEqual([403, 'forbidden'])
})

test('a token that may only read keeps nothing', async () => {
  const secret = `varna_${'x'.repeat(40)}`
  await http.bed.asOwner(
    `insert into {live}.api_token (token_hash, person, name, scope, expires_at) values (sha256($1::text::bytea), $2, 'prov', 'read', now() + interval '1 day')`,
    [secret, employee.person],
  )
  const bearer = { authorization: `Bearer ${secret}` }
  expect((await http.stranger('GET', '/api/session', undefined, bearer)).status).toBe(200)
  const kept: [Parameters<Browser['ask']>[0], string, unknown][] = [
    ['POST', '/api/my/views', { register: 'risks', label: 'Min', query: 'q=a' }],
    ['PUT', '/api/my/settings', { a: 1 }],
    ['DELETE', `/api/my/views/${crypto.randomUUID()}`, undefined],
    ['POST', '/api/incidents', { title: 'x', discoveredAt: '2024-01-01T10:00:00Z' }],
  ]
  for (const [method, url, body] of kept) expect([url, (await http.stranger(method, url, body, bearer)).status]).toEqual([url, 403])
})

test('a text that is called a program is saved under a name that is not run', async () => {
  const stored = await employee.send('/api/files', Buffer.from('@echo off'), 'faktura.bat')
  expect(stored.status).toBe(201)
  const { sha256 } = stored.json() as { sha256: string }
  const made = await employee.ask('POST', '/api/incidents', {
    title: 'Märklig faktura',
    discoveredAt: '2024-01-01T10:00:00Z',
    files: [{ sha256, name: 'faktura.hta' }],
  })
  const fetched = await ciso.ask('GET', `/api/incidents/${made.json().id}/files/${sha256}`)
  expect([fetched.status, fetched.body]).toEqual([200, '@echo off'])
  expect(fetched.headers['content-disposition']).toContain('filename="faktura.hta.txt"')
  // Nobody else may take it, nor attach it, by its sum alone.
  const other = await http.signIn('Nils Nyfiken', ['employee'])
  expect((await other.ask('GET', `/api/reports/files/${sha256}`)).status).toBe(404)
  const stolen = { title: 'Stulen', discoveredAt: '2024-01-01T10:00:00Z', files: [{ sha256, name: 'a.txt' }] }
  expect((await other.ask('POST', '/api/incidents', stolen)).status).toBe(400)
})

describe('in the demonstration', () => {
  beforeAll(() =>
    http.bed.store.write(asSystem('prövar'), {}, async () => {
      await http.bed.asOwner(`insert into {live}.authority (name, demonstration) values ('Trygghetsverket', true) on conflict do nothing`)
    }),
  )
  const tricks: Record<string, string>[] = [
    { host: 'annan.example' },
    { host: 'localhost.annan.example' },
    { host: '127.0.0.1.annan.example' },
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
  ]

  test('nobody but the one at this machine is shown the cast or signs in as one of it', async () => {
    const cast = (headers: Record<string, string>) => http.stranger('GET', '/api/session/cast', undefined, headers)
    expect((await cast({ host: 'localhost:3000' })).status).toBe(200)
    for (const trick of tricks) {
      expect([trick, (await cast(trick)).status]).toEqual([trick, 404])
      expect((await http.stranger('POST', '/api/session', { demo: 'administrator' }, trick)).status).toBe(404)
    }
  })

  test('nobody but the one at this machine is shown the measurements', async () => {
    expect((await http.stranger('GET', '/metrics', undefined, { host: '127.0.0.1:3000' })).status).toBe(200)
    for (const trick of tricks) expect([trick, (await http.stranger('GET', '/metrics', undefined, trick)).status]).toEqual([trick, 404])
  })
})

test('wrong passwords all at once are stopped as those one by one', async () => {
  const tried = await Promise.all(
    Array.from({ length: 25 }, (_, turn) => http.stranger('POST', '/api/session', { email: 'nagon@example.se', password: `fel ${turn}` })),
  )
  expect(tried.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(tried.filter(({ status }) => status === 429)).toHaveLength(15)
})

test('secrets are compared whatever characters a stranger writes', () => {
  expect(sameSecret('ABCD-EFGH-JKLM', 'ABCD-EFGH-JKLM')).toBe(true)
  expect(sameSecret('ÅÅÅÅ-ÅÅÅÅ-ÅÅÅÅ', 'ABCD-EFGH-JKLM')).toBe(false)
})
