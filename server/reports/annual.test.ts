import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annualSections } from '#areas/reporting/server/annual.ts'
import { exampleRiskMethod } from '#areas/risk/risk-method.content.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import type { Role } from '#kernel/access/roles.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import type { Command } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asSystem } from '#kernel/store/context.ts'
import { positionRoutes } from '../http/position.ts'
import { answerProblems } from '../http/problems.ts'
import { reportRoutes } from '../http/reports.ts'
import { workRoutes } from '../http/work.ts'
import type { Person } from '../identity/identity.ts'
import type { Services } from '../services.ts'
import { annualJson, annualPaper, annualReport } from './annual.ts'
import { figureIds } from './figure-ids.ts'
import { makeAnnual, momentOf } from './files.ts'
import { toPdf } from './paper/paper.ts'

let bed: TestBed
let services: Services
let app: FastifyInstance
let signedInAs: Person | null = null
const made: Record<string, string> = {}
const today = dayIn(new Date())
const system = asSystem('writes the annual report')

const create = async (register: string, values: Record<string, unknown>): Promise<string> => {
  const change = { reason: 'Prov' }
  const [written] = await bed.store.write(asSystem('tries'), change, (tx) =>
    carryOut({ tx, catalogue: bed.catalogue, today, change, effects: bed.effects }, [
      { do: 'create', register: bed.catalogue.register(register), values },
    ]),
  )
  return written?.id ?? ''
}
const move = (register: string, id: string, version: number, name: string, values: Record<string, unknown> = {}) => {
  const change = { reason: 'Prov' }
  const command: Command = { do: 'move', register: bed.catalogue.register(register), id, version, move: name, values, reason: 'Prov' }
  return bed.store.write(asSystem('tries'), change, (tx) =>
    carryOut({ tx, catalogue: bed.catalogue, today, change, effects: bed.effects }, [command]),
  )
}

const as = (name: string, roles: Role[], unit = made.top ?? ''): Person => ({
  id: made[name] ?? '',
  name,
  title: null,
  unit: null,
  actor: { person: made[name] ?? null, name, roles: ['employee', ...roles], mandates: roles.map((role) => ({ role, unit })) },
})

const get = async (url: string, person: Person) => {
  signedInAs = person
  const answer = await app.inject({ method: 'GET', url })
  return { status: answer.statusCode, body: answer.json() }
}

beforeAll(async () => {
  bed = await testBed()
  await bed.asOwner(`insert into {live}.authority (name) values ('Trygghetsverket')`)
  services = {
    catalogue: bed.catalogue,
    store: bed.store,
    clock: { now: () => new Date() },
    identity: { authority: async () => ({ name: 'Trygghetsverket', demonstration: false }) } as Services['identity'],
    effects: bed.effects,
    announce: () => undefined,
    loopback: true,
    metricsToken: null,
    url: 'https://varna.example',
    mails: false,
  }
  app = Fastify()
  await app.register(cookie)
  app.decorateRequest('person', null)
  app.decorateRequest('requestId', '')
  app.addHook('onRequest', async (request) => {
    request.person = signedInAs
    request.requestId = '00000000-0000-7000-8000-000000000001'
  })
  answerProblems(app)
  await app.register(positionRoutes(services))
  await app.register(workRoutes(services))
  await app.register(reportRoutes(services))
})

afterAll(async () => {
  await app.close()
  await bed.close()
})

test('a report of an empty authority has all its sections, says that none is built, and makes none up', async () => {
  const report = await annualReport(services, system, { asOf: null, language: 'sv' })
  expect(report.sections.map(({ key }) => key)).toEqual(annualSections.map(({ key }) => key))
  expect(report.sections.every(({ built, text, why }) => !built && text === '' && why !== null)).toBe(true)
  expect(annualJson(services, report)).toEqual({ asOf: today, sections: [] })
})

test('the report is built from the records, and the authority’s own text takes the place of the default', async () => {
  made.top = await create('unit', { name: 'Trygghetsverket', kind: 'authority' })
  made.unit = await create('unit', { name: 'Förmåner', kind: 'department', parent: made.top })
  const person = (name: string, unit = made.top) =>
    create('person', { name, email: `${name}@trygghetsverket.example`, unit, employedFrom: '2020-01-01' })
  made.ciso = await person('ciso')
  made.owner = await person('owner', made.unit)
  made.boss = await person('boss')
  await create('assignment', { person: made.owner, role: 'risk-owner', unit: made.unit, validFrom: addDays(today, -30) })
  // A method by which the owner decides alone on whatever risk.
  const limitless = { decidesBelow: null, acceptsBelow: null }
  const method = await create('riskMethod', {
    name: 'Riskmetod',
    validFrom: today,
    content: {
      ...exampleRiskMethod,
      mandates: (['risk-owner', 'department-head', 'director-general'] as const).map((role) => ({ role, ...limitless })),
      ownRiskFrom: null,
    },
  })
  await move('riskMethod', method, 1, 'decide')
  const course = await create('course', { name: 'Säker i vardagen', kind: 'everyone', mandatory: true, validityMonths: 12 })
  await create('enrolment', { person: made.ciso, course, unit: made.top, due: addDays(today, 10), completedOn: addDays(today, -10) })
  made.course = await create('enrolment', { person: made.owner, course, unit: made.unit, due: addDays(today, -10) })
  made.risk = await create('risk', {
    title: 'Felskickade beslut',
    kind: 'operations',
    unit: made.unit,
    owner: made.owner,
    consequence: 4,
    likelihood: 4,
  })
  // What follows from the valuation is a version of its own.
  await move('risk', made.risk, 2, 'analyse')
  made.secret = await create('document', {
    title: 'Hemlig rutin',
    kind: 'routine',
    owner: made.owner,
    approver: made.boss,
    body: 'x',
    marking: { provision: '18 kap. 8 § OSL', markedOn: today, authority: 'Trygghetsverket' },
  })
  made.report = await create('reportText', {
    year: Number(today.slice(0, 4)),
    section: 'awareness',
    language: 'sv',
    text: 'I dag har {figure:awareness.completion-share} av oss gått kursen.',
  })
  made.incident = await create('incident', {
    title: 'Felskickat brev',
    discoveredAt: new Date(Date.now() - 60_000).toISOString(),
    unit: made.unit,
    severity: 4,
  })

  const report = await annualReport(services, system, { asOf: null, language: 'sv', records: true })
  const awareness = report.sections.find(({ key }) => key === 'awareness')
  expect(awareness).toMatchObject({
    built: true,
    edited: true,
    textId: made.report,
    textVersion: 1,
    text: 'I dag har 33\u00a0% av oss gått kursen.',
    source: 'I dag har {figure:awareness.completion-share} av oss gått kursen.',
  })
  expect(awareness?.defaultText).toContain('”Säker i vardagen”')
  expect(report.sections.find(({ key }) => key === 'security-risks')?.text).toContain('fanns en öppen risk')
  const json = annualJson(services, report)
  expect(json.sections.find(({ key }) => key === 'security-risks')?.figures.find(({ key }) => key === 'security-risks.open')).toEqual({
    key: 'security-risks.open',
    value: 1,
    unit: 'count',
    previous: null,
    definition: expect.stringContaining('Antalet risker'),
    records: { register: 'risks', ids: [made.risk] },
  })
  expect(
    (await annualReport(services, system, { asOf: null, language: 'en' })).sections.find(({ key }) => key === 'awareness'),
  ).toMatchObject({ edited: false })
}, 60_000)

test('a report costs as many statements for a thousand records as for one', async () => {
  let sent = 0
  const counting: Services = {
    ...services,
    store: {
      ...bed.store,
      read: (actor, asOf, work) =>
        bed.store.read(actor, asOf, async (tx) => {
          const answer = await work(tx)
          sent += tx.statements()
          return answer
        }),
    },
  }
  await annualReport(counting, system, { asOf: null, language: 'sv', records: true })
  expect(sent).toBe(9)
})

test('those who see only a part of the registers are not shown a report that would be taken for the whole', async () => {
  expect((await get('/api/reports/annual', as('ciso', ['ciso']))).status).toBe(200)
  expect((await get('/api/reports/annual', as('owner', ['department-head']))).status).toBe(403)
  expect((await get('/api/reports/annual', as('owner', []))).body.code).toBe('forbidden')
})

test('a file is made while its progress is told, and only its maker may fetch it', async () => {
  signedInAs = as('ciso', ['ciso'])
  const answer = await app.inject({
    method: 'POST',
    url: '/api/reports/annual/files',
    payload: { asOf: today, lang: 'sv', format: 'json' },
  })
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.slice(0, -1).every((line, index, all) => line.step.sv && (index === 0 || line.progress >= all[index - 1].progress))).toBe(
    true,
  )
  const last = lines.at(-1)
  expect(last).toMatchObject({ done: true, name: `Årsrapport informationssäkerhet ${today}.json` })
  const fetched = await get(last.url, as('ciso', ['ciso']))
  expect(fetched.body.asOf).toBe(today)
  expect((await get(last.url, as('boss', ['ciso']))).status).toBe(404)
})

test('a wish that cannot be understood makes no file and names what is wrong', async () => {
  signedInAs = as('ciso', ['ciso'])
  const post = (payload: object) => app.inject({ method: 'POST', url: '/api/reports/annual/files', payload })
  expect((await post({ asOf: '2023-13-01', format: 'pdf' })).json()).toMatchObject({ status: 400, errors: [{ field: 'asOf' }] })
  expect((await post({ asOf: addDays(today, 2), format: 'pdf' })).statusCode).toBe(400)
  expect((await post({ format: 'exe' })).json().errors[0].field).toBe('format')
  expect(momentOf('2023-12-31', new Date()).toISOString()).toBe('2023-12-31T22:59:59.999Z')
})

test('a figure that does not exist is shown in the preview and refused on paper', async () => {
  const id = await create('reportText', {
    year: Number(today.slice(0, 4)),
    section: 'incidents',
    language: 'sv',
    text: 'Se {figure:incidents.repotred}.',
  })
  const preview = await get('/api/reports/annual?lang=sv', as('ciso', ['ciso']))
  const section = preview.body.sections.find(({ key }: { key: string }) => key === 'incidents')
  expect(section.problems).toEqual([{ key: 'incidents.repotred', message: expect.stringContaining('som inte finns') }])
  expect(section.text).toContain('⚠ incidents.repotred')
  await expect(makeAnnual(services, system, { asOf: null, language: 'sv' }, 'json')).rejects.toMatchObject({
    problem: { code: 'unknown-figure' },
  })
  const change = { reason: 'Prov' }
  await bed.store.write(system, change, (tx) =>
    carryOut({ tx, catalogue: bed.catalogue, today, change, effects: bed.effects }, [
      { do: 'withdraw', register: bed.catalogue.register('reportText'), id, version: 1, reason: 'Fel' },
    ]),
  )
})

test('the report is set as PDF and Word', async () => {
  const pdf = await makeAnnual(services, system, { asOf: null, language: 'sv' }, 'pdf')
  expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  const docx = await makeAnnual(services, system, { asOf: null, language: 'en' }, 'docx')
  expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe('PK')
}, 60_000)

test('a trend is set also where no point has a year before', async () => {
  const report = annualPaper(services, await annualReport(services, system, { asOf: null, language: 'sv' }))
  const points = [
    { label: '2022', value: 0.6 },
    { label: '2023', value: 0.8 },
  ]
  const drawn = {
    ...report,
    sections: report.sections.slice(0, 1).map((section) => ({
      ...section,
      charts: [{ title: 'Bättre', alt: 'Linje', kind: 'trend' as const, unit: 'share' as const, points }],
    })),
  }
  expect(
    Buffer.from(await toPdf(drawn))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
}, 60_000)

test('each role meets its own decisions: who may not decide is not asked to', async () => {
  const keys = (answer: { body: { decide: { query: string }[] } }) =>
    answer.body.decide.map(({ query }) => new URLSearchParams(query).get('figure'))
  const owner = await get('/api/position', as('owner', ['risk-owner'], made.unit))
  expect(keys(owner)).toEqual(['waiting.risks.analysed'])
  expect(owner.body.decide[0]).toMatchObject({ count: 1, register: 'risks', text: { sv: '{count} risk väntar på beslut sedan i dag.' } })
  expect(keys(await get('/api/position', as('ciso', ['ciso'])))).toEqual(['waiting.incidents.reported'])
  expect(keys(await get('/api/position', as('boss', [])))).toEqual([])
})

test('the number in a sentence is the number of records its list shows', async () => {
  const owner = as('owner', ['risk-owner'], made.unit)
  const ids = await bed.store.read(owner.actor, null, (tx) => figureIds(services, tx, 'waiting.risks.analysed', today))
  expect(ids).toEqual([made.risk])
  const position = await get('/api/position', owner)
  expect(position.body.late).toEqual([
    expect.objectContaining({ count: 1, register: 'enrolments', query: 'due=lt:today&completedOn=empty&figure=late.enrolments' }),
  ])
  expect((await get('/api/figures/late.enrolments', owner)).body).toMatchObject({
    value: 1,
    label: { sv: '1 utbildning skulle ha varit genomförd.' },
  })
  expect((await get('/api/figures/awareness.completion-share', as('ciso', ['ciso']))).body.value).toBe(0.3333)
  expect((await get('/api/figures/nothing.such', owner)).status).toBe(404)
})

test('the most serious stands first, with the reason', async () => {
  const { body } = await get('/api/position', as('ciso', ['ciso']))
  expect(body.serious.map(({ register, id }: { register: string; id: string }) => [register, id])).toEqual([
    ['incidents', made.incident],
    ['risks', made.risk],
  ])
  expect(body.serious[0].why.sv).toBe('Rapporterad i dag, ännu inte granskad. Förmåner.')
  expect(body.serious[1].why.sv).toBe('Väntar på beslut av owner sedan i dag. Riskvärde 16. Förmåner.')
  expect(body.serious[1]).toMatchObject({
    shownState: { label: { sv: 'Väntar på beslut' }, tone: 'waiting' },
    shownLevel: { label: { sv: 'Mycket hög' }, level: 4, first: 1, last: 5 },
  })
  expect(body.figures[0]).toMatchObject({ key: 'awareness.completion-share', value: 0.3333, previous: null, built: true })
  expect(body.figures[0].trend).toHaveLength(4)
})

test('work comes to the one whose it is, the earliest due first', async () => {
  const mine = await get('/api/my/work', as('owner', ['risk-owner'], made.unit))
  expect(mine.body.groups.map(({ label }: { label: { sv: string } }) => label.sv)).toEqual(['Risker att besluta om', 'Min utbildning'])
  expect(mine.body.groups[1].items).toEqual([
    {
      register: 'enrolments',
      id: made.course,
      reference: null,
      label: 'Säker i vardagen',
      state: null,
      shownState: null,
      due: addDays(today, -10),
      why: expect.anything(),
    },
  ])
  expect((await get('/api/my/work', as('boss', []))).body.groups).toEqual([])
})
