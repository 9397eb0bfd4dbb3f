import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallModel } from '#database/classification-story.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import { dayIn, endOf } from '#kernel/clocks/clock.ts'
import { measure } from '#kernel/figures/server/measure.ts'
import type { Command } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { asSystem, openStore, type Store } from '#kernel/store/context.ts'
import { informationFigures } from './information.figures.ts'

let bed: TestBed
let past: Store

/** Plays one step of the past through the gate, at the version the record has. */
async function on(day: string, register: string, values: Record<string, unknown>, at?: { id: string; move?: string }): Promise<string> {
  const change = { now: `${day}T09:00:00Z`, reason: 'Berättelsen' }
  const found = bed.catalogue.register(register)
  const table = register.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const [row] = at ? await bed.asOwner<{ version: number }>(`select version from {live}."${table}" where id = $1`, [at.id]) : []
  const version = row?.version ?? 0
  const command: Command = !at
    ? { do: 'create', register: found, values }
    : at.move
      ? { do: 'move', register: found, id: at.id, version, move: at.move, values, reason: 'Beslutat' }
      : { do: 'update', register: found, id: at.id, version, values, reason: 'Ändrat' }
  const [written] = await past.write(asSystem('plays the past'), change, (tx) =>
    carryOut({ tx, catalogue: bed.catalogue, today: day, change, effects: bed.effects }, [command]),
  )
  return written?.id ?? ''
}

const valueOn = async (day: string) => {
  const found = await bed.store.read(asSystem('counts'), endOf(day), (tx) =>
    measure(tx, { catalogue: bed.catalogue, history: bed.schemas.history, today: day, person: null }, informationFigures),
  )
  return (key: string) => found.get(`management-system.${key}`)?.value
}

beforeAll(async () => {
  bed = await testBed()
  await bed.asOwner(
    'grant usage on schema {live}, {history}, {asOf} to {loader}; grant select, insert, update on all tables in schema {live} to {loader}; grant execute on all functions in schema {live} to {loader}',
  )
  past = openStore(bed.config('loader'), bed.schemas, 2)
  const unit = await on('2021-01-04', 'unit', { name: 'Trygghetsverket', kind: 'authority' })
  const owner = await on('2021-01-04', 'person', { name: 'Olle', email: 'olle@t.example', unit, employedFrom: '2020-01-01' })
  const measures = await Promise.all(['SÅ-01', 'SÅ-02'].map((key) => on('2021-01-04', 'securityMeasure', { key, name: key })))
  const model = await on('2021-01-05', 'classificationModel', { name: 'Modell', content: { ...smallModel, fourEyesFrom: null } })
  await on('2021-01-06', 'classificationModel', { validFrom: '2021-01-06' }, { id: model, move: 'decide' })
  const system = await on('2021-02-01', 'system', { name: 'Pension', unit })
  const asset = await on('2021-02-01', 'informationAsset', { name: 'Akter', unit, owner, systems: [system] })
  await on('2021-02-01', 'informationAsset', { name: 'Ritningar', unit, owner })
  const gap = await on('2022-03-01', 'measureAssessment', {
    measure: measures[0],
    system,
    status: 'missing',
    severity: 4,
    reason: 'Saknas.',
  })
  const brought = { asset, model, unit, owner, occasion: 'new', reviewBy: '2023-06-30', broughtConfidentiality: 2, broughtAvailability: 3 }
  const classification = await on('2022-04-01', 'classification', brought)
  await on('2022-04-02', 'classification', {}, { id: classification, move: 'decide' })
  const small = await on('2022-05-01', 'measureAssessment', {
    measure: measures[1],
    system,
    status: 'partly',
    severity: 1,
    reason: 'Delvis.',
  })
  const action = await on('2023-02-01', 'action', { title: 'Rätta', source: 'classification', unit, gaps: [gap] })
  await on('2023-03-01', 'measureAssessment', { acceptedUntil: '2024-03-01' }, { id: small, move: 'accept' })
  await on('2023-09-01', 'action', {}, { id: action, move: 'drop' })
}, 120_000)
afterAll(async () => {
  await past.close()
  await bed.close()
})

test('before anything is classified nothing is required, so nothing is a gap', async () => {
  const value = await valueOn('2022-03-15')
  expect([value('information-classified-share'), value('gaps-without-action'), value('information-by-level.3')]).toEqual([0, 0, 0])
})

test('a decided classification makes what is lacking a gap, from that day', async () => {
  const value = await valueOn('2022-12-31')
  expect(value('information-classified-share')).toBe(0.5)
  expect(value('classifications-reviewed-share')).toBe(1)
  expect(value('information-by-level.3')).toBe(1)
  expect(value('gaps-without-action')).toBe(2)
  expect(value('gaps-by-severity.serious.without-action')).toBe(1)
  expect(value('gaps-by-severity.negligible.without-action')).toBe(1)
})

test('an action and an acceptance take gaps out of those without, and each is counted apart', async () => {
  const value = await valueOn('2023-06-30')
  expect([value('gaps-without-action'), value('gaps-accepted'), value('gaps-by-severity.serious.with-action')]).toEqual([0, 1, 1])
  expect(value('classifications-reviewed-share')).toBe(1)
})

test('a dropped action gives the gap back, and a passed day of review is counted, while the days before keep their answer', async () => {
  const value = await valueOn('2023-12-31')
  expect([value('gaps-without-action'), value('gaps-by-severity.serious.with-action')]).toEqual([1, 0])
  expect(value('classifications-reviewed-share')).toBe(0)
  expect((await valueOn('2023-06-30'))('gaps-without-action')).toBe(0)
  expect((await valueOn(dayIn(new Date())))('gaps-without-action')).toBe(1)
})
