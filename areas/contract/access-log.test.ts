import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'

let http: HttpBed
let ciso: Browser
let employee: Browser
const incident = varnaCatalogue.register('incident')
const marking = { provision: '18 kap. 8 § 3 OSL', markedOn: '2023-01-01', authority: 'Trygghetsverket' }

beforeAll(async () => {
  http = await httpBed(await testBed())
  ciso = await http.signIn('Cilla Chef', ['ciso'])
  employee = await http.signIn('Eli Enkel', ['employee'])
})
afterAll(() => http.close())

interface Noted {
  readonly event: string
  readonly person: string
  readonly register: string
  readonly at: Date
  readonly request: string
}
const noted = (id: string) =>
  http.bed.asOwner<Noted>('select event, person, register, at, request from {live}.access_log where record = $1 order by id', [id])
const eventsOf = async (id: string, who: Browser) =>
  (await noted(id)).filter(({ person }) => person === who.person).map(({ event }) => event)

describe('a record with a secrecy marking', () => {
  test('leaves a note of who read it, when and by which request, whichever way it was read', async () => {
    const { id } = await http.samples.make(incident, { marking })
    const file = ((await ciso.ask('GET', `/api/incidents/${id}`)).json().files as { sha256: string }[])[0]?.sha256
    const ways = [`/${id}/history`, `/${id}/history?from=1&to=1`, `/${id}/links`, `/${id}/files/${file}`]
    for (const way of ways) expect([way, (await ciso.ask('GET', `/api/incidents${way}`)).status]).toEqual([way, 200])
    expect(await eventsOf(id, ciso)).toEqual(['secret-read', 'secret-read', 'secret-read', 'secret-read', 'secret-read'])
    for (const { register, at, request } of await noted(id)) {
      expect(register).toBe('incident')
      expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000)
      expect(request).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  test('leaves a note where a list shows it, once a day for each person, and of every table it is handed out in', async () => {
    const { id } = await http.samples.make(incident, { marking })
    for (const turn of [1, 2, 3]) expect([turn, (await ciso.ask('GET', `/api/incidents?id=${id}`)).status]).toEqual([turn, 200])
    for (const format of ['csv', 'xlsx', 'csv']) await ciso.ask('GET', `/api/incidents?id=${id}&format=${format}`)
    expect(await eventsOf(id, ciso)).toEqual(['secret-listed', 'secret-exported', 'secret-exported', 'secret-exported'])
  })

  test('leaves another note than a record that does not exist, though both answer alike', async () => {
    const { id } = await http.samples.make(incident, { marking })
    const absent = crypto.randomUUID()
    const ways = (which: string) => [
      employee.ask('GET', `/api/incidents/${which}`),
      employee.ask('GET', `/api/incidents/${which}/history`),
      employee.ask('GET', `/api/incidents/${which}/links`),
      employee.ask('PATCH', `/api/incidents/${which}`, { title: 'Ny' }, { 'if-match': '"1"' }),
    ]
    const answers = async (which: string) => (await Promise.all(ways(which))).map(({ status, json }) => [status, json().code])
    expect(await answers(id)).toEqual(await answers(absent))
    expect(await eventsOf(id, employee)).toEqual(['hidden', 'hidden', 'hidden', 'hidden'])
    expect(await eventsOf(absent, employee)).toEqual(['not-found', 'not-found', 'not-found', 'not-found'])
  })
})

test('a record without a marking is read without a note', async () => {
  const { id } = await http.samples.make(incident, { marking: null })
  for (const way of ['', '/history', '/links']) await ciso.ask('GET', `/api/incidents/${id}${way}`)
  await ciso.ask('GET', `/api/incidents?id=${id}`)
  expect(await noted(id)).toEqual([])
})

test('what was refused is noted, also where there is no record yet', async () => {
  const requirement = await http.samples.makeMinimal(varnaCatalogue.register('requirement'))
  const change = await employee.ask('PATCH', `/api/requirements/${requirement.id}`, { title: 'Annat' }, { 'if-match': '"1"' })
  expect([change.status, await eventsOf(requirement.id, employee)]).toEqual([403, ['refused']])
  expect((await employee.ask('POST', '/api/requirements', { title: 'Nytt' })).status).toBe(403)
  const without = await http.bed.asOwner<Noted>(
    `select event from {live}.access_log where record is null and register = 'requirement' and person = $1`,
    [employee.person],
  )
  expect(without.map(({ event }) => event)).toEqual(['refused'])
})
