import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestBed, testBed } from '#database/testing.ts'
import { dayIn, endOf } from '#kernel/clocks/clock.ts'
import { measure, recordsOf } from '#kernel/figures/server/measure.ts'
import type { Command } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { type Actor, asSystem, openStore, type Store } from '#kernel/store/context.ts'
import { exampleRiskMethod } from '../risk/risk-method.content.ts'
import { varnaFigures } from './figures.ts'

let bed: TestBed
let past: Store

/** Plays one day of the past through the gate. */
async function on<Key extends string>(
  day: string,
  commands: Record<Key, { register: string; values?: Record<string, unknown>; id?: string; version?: number; move?: string }>,
): Promise<Record<Key, string>> {
  const now = `${day}T09:00:00Z`
  const change = { now, reason: 'Berättelsen' }
  const entries = Object.entries(commands) as [Key, (typeof commands)[Key]][]
  const asked = entries.map(([, { register, values = {}, id, version = 1, move }]): Command => {
    const found = bed.catalogue.register(register)
    if (id && move) return { do: 'move', register: found, id, version, move, values, reason: 'Beslutat' }
    if (id) return { do: 'update', register: found, id, version, values, reason: 'Ändrat' }
    return { do: 'create', register: found, values }
  })
  const written = await past.write(asSystem('plays the past'), change, (tx) =>
    carryOut({ tx, catalogue: bed.catalogue, today: day, change, effects: bed.effects }, asked),
  )
  return Object.fromEntries(entries.map(([key], index) => [key, written[index]?.id ?? ''])) as Record<Key, string>
}

const everybody = asSystem('counts')
const figures = [...varnaFigures.values()]

const measured = (day: string | null, actor: Actor = everybody) =>
  bed.store.read(actor, day ? endOf(day) : null, (tx) =>
    measure(tx, { catalogue: bed.catalogue, history: bed.schemas.history, today: day ?? dayIn(new Date()), person: actor.person }, figures),
  )

const ids = (key: string, day: string) =>
  bed.store.read(everybody, endOf(day), (tx) =>
    recordsOf(
      tx,
      { catalogue: bed.catalogue, history: bed.schemas.history, today: day, person: null },
      varnaFigures.get(key) ?? { records: () => expect.fail(key) },
    ),
  )

const made: Record<string, string> = {}

beforeAll(async () => {
  bed = await testBed()
  await bed.asOwner(
    'grant usage on schema {live}, {history}, {asOf} to {loader}; grant select, insert, update on all tables in schema {live} to {loader}; grant execute on all functions in schema {live} to {loader}',
  )
  past = openStore(bed.config('loader'), bed.schemas, 2)
  const { top } = await on('2021-01-04', { top: { register: 'unit', values: { name: 'Trygghetsverket', kind: 'authority' } } })
  const { unit } = await on('2021-01-04', {
    unit: { register: 'unit', values: { name: 'Avdelning Förmåner', kind: 'department', parent: top } },
  })
  Object.assign(made, { top, unit })
  const person = (name: string, more = {}) => ({
    register: 'person',
    values: { name, email: `${name}@trygghetsverket.example`, unit: top, employedFrom: '2020-01-01', ...more },
  })
  const people = await on('2021-01-04', {
    anna: person('anna', { unit }),
    bo: person('bo'),
    cilla: person('cilla'),
    david: person('david'),
    away: person('away', { longAbsence: true }),
    left: person('left', { employedTo: '2023-06-30' }),
  })
  Object.assign(made, people)
  const holds = (role: string, who: string) => ({
    register: 'assignment',
    values: { person: who, role, unit: top, validFrom: '2021-01-04' },
  })
  const { method } = await on('2021-01-05', {
    owner: holds('risk-owner', people.anna),
    director: holds('director-general', people.cilla),
    method: { register: 'riskMethod', values: { name: 'Metoden', content: exampleRiskMethod } },
  })
  await on('2021-01-05', { method: { register: 'riskMethod', id: method, move: 'decide', values: { validFrom: '2021-01-05' } } })
  const { course } = await on('2021-02-01', {
    course: { register: 'course', values: { name: 'Säker i vardagen', kind: 'everyone', mandatory: true, validityMonths: 12 } },
  })
  await on('2022-12-31', {
    old: { register: 'enrolment', values: { person: people.cilla, course, unit: top, due: '2022-12-31', completedOn: '2022-12-31' } },
  })
  await on('2023-05-02', {
    one: { register: 'enrolment', values: { person: people.anna, course, unit, due: '2023-12-01', completedOn: '2023-05-02' } },
    again: { register: 'enrolment', values: { person: people.bo, course, unit: top, due: '2023-11-30', completedOn: '2023-01-01' } },
    twice: { register: 'enrolment', values: { person: people.bo, course, unit: top, due: '2023-12-31', completedOn: '2023-03-01' } },
    away: { register: 'enrolment', values: { person: people.away, course, unit: top, due: '2023-12-31', completedOn: '2023-03-01' } },
    left: { register: 'enrolment', values: { person: people.left, course, unit: top, due: '2023-12-31', completedOn: '2023-03-01' } },
    david: { register: 'enrolment', values: { person: people.david, course, unit: top, due: '2023-12-31' } },
  })
  const { risk, other } = await on('2023-03-01', {
    risk: {
      register: 'risk',
      values: { title: 'Felskickade beslut', kind: 'operations', unit: top, owner: people.anna, consequence: 4, likelihood: 4 },
    },
    other: { register: 'risk', values: { title: 'Avbrott', kind: 'operations', unit, owner: people.anna, consequence: 1, likelihood: 1 } },
  })
  const versionOf = async (id: string) => {
    const [row] = await bed.asOwner<{ version: number }>('select version from {live}.risk where id = $1', [id])
    return row?.version ?? 0
  }
  await on('2023-03-10', { risk: { register: 'risk', id: risk, version: await versionOf(risk), move: 'analyse' } })
  const analysis = (name: string) => ({ register: 'riskAnalysis', values: { name, kind: 'operations', unit: top, leader: people.anna } })
  const { early, later } = await on('2023-02-01', { early: analysis('Utbetalningar'), later: analysis('Utskick') })
  const finished = (id: string) => ({ register: 'riskAnalysis', id, move: 'finish' })
  await on('2023-03-10', { early: finished(early) })
  await on('2023-09-10', { later: finished(later) })
  await on('2023-09-11', { other: { register: 'risk', id: other, version: await versionOf(other), move: 'analyse' } })
  await on('2023-10-02', {
    other: { register: 'risk', id: other, version: await versionOf(other), move: 'accept', values: { acceptedUntil: '2023-11-30' } },
  })
  const { incident } = await on('2023-04-01', {
    incident: { register: 'incident', values: { title: 'Felskickat brev', discoveredAt: '2023-04-01T08:00:00Z', unit } },
  })
  await on('2023-04-05', {
    incident: {
      register: 'incident',
      id: incident,
      move: 'review',
      values: { kind: 'mistake', severity: 4, followUp: 'Rutinen ses över.' },
    },
  })
  await on('2023-12-31', {
    late: { register: 'incident', values: { title: 'Nyårsnatten', discoveredAt: '2023-12-31T22:59:00Z', unit: top, nearMiss: true } },
  })
  await on('2024-01-01', {
    next: { register: 'incident', values: { title: 'Efter midnatt', discoveredAt: '2023-12-31T23:01:00Z', unit: top } },
  })
  const round = (name: string, heldOn: string, level: number) => ({
    register: 'selfAssessment',
    values: { name, questionnaire: 'Egen kontroll', heldOn, level },
  })
  const { first } = await on('2021-10-01', { first: round('2021', '2021-10-01', 0) })
  const { second } = await on('2023-10-01', { second: round('2023', '2023-10-01', 2) })
  const answer = (of: string, area: string, question: string, given: string) => ({
    register: 'assessmentAnswer',
    values: { round: of, area, question, level: 1, answer: given },
  })
  await on('2021-10-02', { a: answer(first, 'Risker', 'R1', 'no'), b: answer(first, 'Utbildning', 'U1', 'yes') })
  await on('2023-10-02', { c: answer(second, 'Risker', 'R1', 'partly'), d: answer(second, 'Utbildning', 'U1', 'yes') })
  const { action } = await on('2023-02-01', {
    action: {
      register: 'action',
      values: { title: 'Kontrollera utskick', source: 'risk', unit: top, owner: people.bo, due: '2023-08-01', costActual: 1250.5 },
    },
  })
  await on('2023-02-10', { action: { register: 'action', id: action, move: 'decide' } })
  await on('2023-09-01', { action: { register: 'action', id: action, version: 2, move: 'finish' } })
  Object.assign(made, { risk, other, action })
}, 60_000)

afterAll(async () => {
  await past.close()
  await bed.close()
})

test('the share trained counts each employed and present person once, and only completions that are still valid', async () => {
  const found = (await measured('2023-12-31')).get('awareness.completion-share')
  // Anna and Bo of Anna, Bo, Cilla (expired that very day) and David.
  expect(found).toEqual({ value: 0.5, total: 2, ids: [] })
  expect((await measured('2023-12-30')).get('awareness.completion-share')?.value).toBe(0.75)
})

test('a figure that has nothing to count from is unknown, not zero', async () => {
  const before = await measured('2020-12-31')
  expect([...before.values()].every(({ value, total }) => value === null && total === 0)).toBe(true)
  expect((await measured('2021-06-30')).get('awareness.completion-share')?.value).toBe(0)
})

test('every figure is counted from the records it names', async () => {
  const found = await measured('2023-12-31')
  for (const figure of figures) expect(await ids(figure.key, '2023-12-31'), figure.key).toHaveLength(found.get(figure.key)?.total ?? -1)
})

test('the same question put to an earlier day gives the answer of that day', async () => {
  const figure = async (key: string, day: string) => (await measured(day)).get(key)?.value
  expect(await figure('security-risks.analyses-made', '2023-06-30')).toBe(1)
  expect(await figure('security-risks.analyses-made', '2023-12-31')).toBe(2)
  expect(await figure('security-risks.awaiting-decision', '2023-06-30')).toBe(1)
  expect(await figure('security-risks.open-by-level.very-high', '2023-12-31')).toBe(1)
  expect(await figure('security-risks.open-by-level', '2023-12-31')).toBe(2)
  expect(await figure('management-and-development.actions-overdue', '2023-08-15')).toBe(1)
  expect(await figure('management-and-development.actions-overdue', '2023-12-31')).toBe(0)
  expect(await figure('management-and-development.actions-done', '2023-12-31')).toBe(1)
  expect(await figure('management-and-development.actions-cost', '2023-12-31')).toBe(1250.5)
})

test('risks are followed to the director-general, to their decision and to the end of their acceptance', async () => {
  const figure = async (key: string, day: string) => (await measured(day)).get(`security-risks.${key}`)?.value
  expect(await figure('escalated-to-director-general', '2023-03-09')).toBe(0)
  expect(await figure('escalated-to-director-general', '2023-03-10')).toBe(1)
  expect(await figure('escalated-to-director-general', '2024-01-01')).toBe(0)
  // Five working days from 10 March for a risk of the highest level.
  expect(await figure('decisions-overdue', '2023-03-17')).toBe(0)
  expect(await figure('decisions-overdue', '2023-03-18')).toBe(1)
  expect(await figure('decided-in-time', '2023-06-30')).toBeNull()
  expect(await figure('decided-in-time', '2023-12-31')).toBe(1)
  expect(await figure('accepted', '2023-10-01')).toBe(0)
  expect(await figure('accepted', '2023-11-30')).toBe(1)
  expect(await figure('acceptances-ended', '2023-11-30')).toBe(0)
  expect(await figure('acceptances-ended', '2023-12-01')).toBe(1)
})

test('the year of an event is the year in Sweden', async () => {
  expect((await measured('2023-12-31')).get('incidents.reported')?.value).toBe(2)
  expect((await measured('2024-01-01')).get('incidents.reported')?.value).toBe(1)
  expect((await measured('2023-12-31')).get('incidents.days-to-review')).toEqual({ value: 4, total: 1, ids: [] })
  expect((await measured('2023-12-31')).get('incidents.reviewed-share')?.value).toBe(0.5)
})

test('rounds of self-assessment are compared area by area with the round before', async () => {
  const found = await measured('2023-12-31')
  expect(found.get('evaluation.level')).toEqual({ value: 2, total: 1, ids: [] })
  expect(found.get('evaluation.areas-improved')).toEqual({ value: 1, total: 1, ids: [] })
  expect((await measured('2022-12-31')).get('evaluation.areas-improved')?.value).toBeNull()
  expect((await measured('2022-12-31')).get('evaluation.level')?.value).toBe(0)
})

test('a manager sees the figures of the part of the organisation he or she answers for', async () => {
  const manager: Actor = {
    person: made.bo ?? null,
    name: 'bo',
    roles: ['employee', 'manager'],
    mandates: [{ role: 'manager', unit: made.unit ?? '' }],
  }
  const found = await measured('2023-12-31', manager)
  // Anna, who belongs to the unit, and Bo himself.
  expect(found.get('awareness.completion-share')).toEqual({ value: 1, total: 2, ids: [] })
  expect(found.get('security-risks.open')?.value).toBe(1)
})
