import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { does } from '#database/samples.ts'
import { testBed } from '#database/testing.ts'
import { exampleRiskMethod } from '../risk-method.content.ts'

let http: HttpBed
let leader: Browser
let analysis: string
/** A method whose levels have names of their own. */
const method = {
  ...exampleRiskMethod,
  consequence: exampleRiskMethod.consequence.map((level) => ({
    ...level,
    name: ['Lindrig', 'Kännbar', 'Svår', 'Ohållbar'][level.level - 1] ?? '',
  })),
}

beforeAll(async () => {
  http = await httpBed(await testBed())
  const register = http.bed.catalogue.register('riskMethod')
  const [made] = await does(http.bed, http.samples.actor, [{ do: 'create', register, values: { name: 'Metoden', content: method } }])
  const move = {
    do: 'move',
    register,
    id: made?.id ?? '',
    version: 1,
    move: 'decide',
    values: { validFrom: '2026-01-01' },
    reason: 'Prov',
  } as const
  await does(http.bed, http.samples.actor, [move])
  leader = await http.signIn('Lena Ledare', ['employee', 'risk-owner'], http.unit)
  const answer = await leader.ask('POST', '/api/risk-analyses', {
    name: 'Införd',
    kind: 'procurement',
    unit: http.unit,
    leader: leader.person,
  })
  analysis = String(answer.json().id)
})
afterAll(() => http.close())

const head = 'Risk;Konsekvensnivå;Sannolikhetsnivå;Kommentar'
const columns = JSON.stringify({ Risk: 'title', Konsekvensnivå: 'consequence', Sannolikhetsnivå: 'likelihood', Kommentar: null })
const send = (rows: readonly string[], dryRun: boolean, given: object = { analysis, kind: 'procurement', unit: http.unit }) =>
  leader.send(
    `/api/risks/import?lang=sv${dryRun ? '&dryRun=true' : ''}`,
    Buffer.from([head, ...rows].join('\n')),
    'risker.csv',
    {},
    {
      columns,
      given: JSON.stringify(given),
    },
  )
const stored = () =>
  http.bed.asOwner<{ title: string; consequence: number; likelihood: number; kind: string; participants: string[] }>(
    'select title, consequence, likelihood, kind, participants from {live}.risk where analysis = $1 order by reference',
    [analysis],
  )

test('a list of risks is understood by the method in force, and every row comes into the analysis', async () => {
  const rows = ['Obehörig läser;Svår;Trolig;x', 'Avbrott;2;1;', 'Fel i filen;3 – Svår;4;']
  const trial = await send(rows, true)
  expect([trial.status, trial.json()]).toMatchObject([200, { created: 3, errors: [] }])
  expect(await stored()).toEqual([])
  expect((await send(rows, false)).status).toBe(200)
  const shared = { kind: 'procurement', participants: [leader.person] }
  expect(await stored()).toEqual([
    { title: 'Obehörig läser', consequence: 3, likelihood: 3, ...shared },
    { title: 'Avbrott', consequence: 2, likelihood: 1, ...shared },
    { title: 'Fel i filen', consequence: 3, likelihood: 4, ...shared },
  ])
})

test('a value outside the scale is named row by row, with the levels there are, and nothing is stored', async () => {
  const before = await stored()
  const rows = ['En bra rad;Svår;2;', 'Utanför;6;2;', 'Okänt ord;Svår;Ofta;']
  const named = [
    {
      row: 3,
      field: 'consequence',
      message: '”6” finns inte på metodens skala. Skriv något av: 1 Lindrig, 2 Kännbar, 3 Svår, 4 Ohållbar.',
    },
    { row: 4, field: 'likelihood', message: expect.stringContaining('”Ofta” finns inte på metodens skala') as string },
  ]
  expect((await send(rows, true)).json().errors).toEqual(named)
  const refused = await send(rows, false)
  expect([refused.status, refused.json().rowErrors]).toEqual([422, named])
  expect(await stored()).toEqual(before)
})

test('what new rows get must be fields of the register that can be written', async () => {
  expect((await send(['Risk;1;1;'], true, { decider: leader.person })).status).toBe(400)
  expect((await send(['Risk;1;1;'], true, { nonsense: 'x' })).status).toBe(400)
})
