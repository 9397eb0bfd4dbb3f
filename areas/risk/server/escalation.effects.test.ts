import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Hands, handsOn, refusal } from '#database/hands.ts'
import { actorWith, samplesIn, type Values } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import type { Role } from '#kernel/access/roles.ts'
import { addWorkingDays } from '#kernel/clocks/calendar.ts'
import { addDays, addMonths } from '#kernel/clocks/clock.ts'
import type { DailyDuty } from '#kernel/clocks/server/clock-rule.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { keepNotices } from '#kernel/gate/notices.ts'
import { type Actor, asSystem } from '#kernel/store/context.ts'
import { records } from '#kernel/store/read.ts'
import { exampleRiskMethod } from '../risk-method.content.ts'
import { riskDuties } from './duties.ts'

type Person = Actor & { readonly person: string }

const monday = '2027-03-01'

let bed: TestBed
let hands: Hands
let units: { top: string; department: string; unit: string }
let cast: Record<'director' | 'head' | 'manager' | 'owner' | 'security' | 'employee' | 'second' | 'ciso', Person>

const made = (id: string) => hands.stored('risk', id)

/** A person with assignments, as the register has them. */
async function person(name: string, unit: string, ...roles: readonly Role[]): Promise<Person> {
  const { id } = await hands.make('person', { name, email: `${name}@trygghetsverket.example`, unit, employedFrom: '2020-01-01' })
  for (const role of roles) await hands.make('assignment', { person: id, role, unit, validFrom: '2020-01-01' })
  return { ...actorWith(['employee', ...roles], unit, id), person: id }
}

/** A risk that has been analysed and valued, and submitted for decision. */
async function submitted(values: Values, on = monday): Promise<string> {
  const { id } = await hands.make(
    'risk',
    { title: 'Prov', kind: 'operations', unit: units.unit, owner: cast.owner.person, ...values },
    undefined,
    on,
  )
  await hands.move('risk', id, 'analyse', {}, cast.manager, on)
  return id
}

const escalationsOf = async (risk: string) =>
  bed.asOwner<{
    purpose: string
    person: string
    role: string
    basis: string
    state: string
    answer_by: string
    instead_of: string | null
  }>(
    `select purpose, person, role, basis, state, to_char(answer_by, 'YYYY-MM-DD') as answer_by, instead_of from {live}.escalation where risk = $1 order by created_at, id`,
    [risk],
  )
const openOf = async (risk: string) => (await escalationsOf(risk)).filter(({ state }) => state === 'open' || state === 'acknowledged')
const noticesTo = async (to: string, risk: string) =>
  (
    await bed.asOwner<{ kind: string }>(`select kind from {live}.notice where person = $1 and record = $2 order by made_at, id`, [to, risk])
  ).map(({ kind }) => kind)

/** Does what is done once a day, on the day. */
async function daily(on: string, duties: readonly DailyDuty[] = riskDuties): Promise<void> {
  for (const duty of duties)
    await bed.store.write(asSystem(duty.reason), {}, async (tx) => {
      const gate = { tx, catalogue: bed.catalogue, today: on, change: { reason: duty.reason }, effects: bed.effects }
      const { commands = [], notices = [] } = await duty.act(gate)
      await keepNotices(tx, notices, null)
      if (commands.length) await carryOut(gate, commands)
    })
}

beforeAll(async () => {
  bed = await testBed()
  hands = handsOn(bed, await samplesIn(bed))
  const top = (await hands.make('unit', { name: 'Verket', kind: 'authority' })).id
  const department = (await hands.make('unit', { name: 'Avdelningen', kind: 'department', parent: top })).id
  const unit = (await hands.make('unit', { name: 'Enheten', kind: 'unit', parent: department })).id
  units = { top, department, unit }
  const { id: method } = await hands.make('riskMethod', {
    name: 'Metoden',
    content: { ...exampleRiskMethod, ownRiskFrom: 10, tells: [{ role: 'head-of-security', from: 8 }] },
  })
  await hands.move('riskMethod', method, 'decide', { validFrom: '2027-01-01' })
  cast = {
    director: await person('birgitta', top, 'director-general'),
    head: await person('karin', department, 'department-head'),
    manager: await person('jonas', unit, 'manager'),
    owner: await person('petra', unit, 'risk-owner'),
    security: await person('magnus', top, 'head-of-security'),
    employee: await person('elin', unit),
    second: await person('tomas', top, 'risk-function'),
    ciso: await person('ylva', top, 'ciso'),
  }
})
afterAll(() => bed.close())

describe('a risk that somebody has seen', () => {
  test('is handed to the nearest manager, who is told, and has a day', async () => {
    const { id } = await hands.make('risk', { title: 'Dörren står öppen', kind: 'remark', unit: units.unit }, cast.employee, monday)
    expect(await escalationsOf(id)).toMatchObject([
      { purpose: 'analyse', person: cast.manager.person, role: 'manager', basis: 'nearest', answer_by: addWorkingDays(monday, 20) },
    ])
    expect(await noticesTo(cast.manager.person, id)).toEqual(['task'])
    expect((await made(id)).handler).toBe(cast.manager.person)
  })

  test('climbs from level to level while nobody does anything, and stops at the director-general', async () => {
    const { id } = await hands.make('risk', { title: 'Ingen gör något', kind: 'remark', unit: units.unit }, cast.employee, monday)
    let day = addWorkingDays(monday, 26)
    await daily(addWorkingDays(monday, 25))
    expect((await openOf(id)).map(({ role }) => role)).toEqual(['manager'])
    await daily(day)
    expect((await openOf(id)).map(({ role, basis }) => [role, basis])).toEqual([['department-head', 'notDecided']])
    day = addWorkingDays(day, 26)
    await daily(day)
    await daily(addWorkingDays(day, 60))
    expect((await openOf(id)).map(({ role, person: to }) => [role, to])).toEqual([['director-general', cast.director.person]])
    expect((await escalationsOf(id)).map(({ state }) => state)).toEqual(['passedOn', 'passedOn', 'open'])
    expect(await noticesTo(cast.director.person, id)).toEqual(['task'])
  })
})

describe('a risk that awaits a decision', () => {
  test('lies with the one who has the mandate, by the day the level sets; those who are to know are told', async () => {
    const id = await submitted({ consequence: 4, likelihood: 3 })
    expect(await made(id)).toMatchObject({
      value: 12,
      level: 3,
      decider: cast.head.person,
      mandate: 'department-head',
      decide_by: addWorkingDays(monday, 10),
    })
    expect((await openOf(id)).map(({ purpose, person: to, basis }) => [purpose, to, basis])).toEqual([
      ['decide', cast.head.person, 'beyondMandate'],
      ['know', cast.security.person, 'toldFrom'],
    ])
    expect([await noticesTo(cast.head.person, id), await noticesTo(cast.security.person, id)]).toEqual([['decision'], ['told']])
  })

  test('is decided by that person alone: the owner below and the superior above are refused, and may not either in what they are told', async () => {
    const id = await submitted({ consequence: 4, likelihood: 3 })
    const mayDecide = async (actor: Actor) =>
      (await bed.store.read(actor, null, (tx) => records(tx, bed.catalogue, bed.catalogue.register('risk'), [id])))[0]?.may.includes(
        'move:treat',
      )
    expect([await mayDecide(cast.head), await mayDecide(cast.owner), await mayDecide(cast.director)]).toEqual([true, false, false])
    for (const actor of [cast.owner, cast.director, cast.manager])
      expect(await refusal(hands.move('risk', id, 'treat', { response: 'reduce' }, actor, monday)), actor.name).toMatchObject({
        status: 403,
        detail: { sv: expect.stringMatching(/Beslutar: \S/) },
      })
    await hands.move('risk', id, 'treat', { response: 'reduce' }, cast.head, monday)
    expect(await made(id)).toMatchObject({
      state: 'treated',
      decided_on: monday,
      decided_value: 12,
      decide_by: null,
      review_by: addMonths(monday, 6),
    })
    expect((await openOf(id)).filter(({ purpose }) => purpose === 'decide')).toEqual([])
    expect(await noticesTo(cast.owner.person, id)).toEqual(['told'])
  })

  test('is taken over by a superior, raised by the one who has it, and neither goes above the top', async () => {
    const id = await submitted({ consequence: 3, likelihood: 2 })
    expect((await made(id)).decider).toBe(cast.owner.person)
    await hands.move('risk', id, 'raise', {}, cast.owner, monday)
    expect((await made(id)).decider).toBe(cast.head.person)
    await hands.move('risk', id, 'takeOver', {}, cast.director, monday)
    expect(await made(id)).toMatchObject({ decider: cast.director.person, mandate: 'director-general' })
    expect(await noticesTo(cast.head.person, id)).toEqual(['decision', 'told'])
    expect((await openOf(id)).filter(({ purpose }) => purpose === 'decide').map(({ basis }) => basis)).toEqual(['takenOver'])
    await hands.move('risk', id, 'treat', { response: 'reduce' }, cast.director, monday)
    expect((await made(id)).raised_to).toBeNull()
  })

  test('of one’s own goes to the next level from the limit', async () => {
    const own = await submitted({ consequence: 4, likelihood: 3, owner: cast.head.person })
    expect(await made(own)).toMatchObject({ decider: cast.director.person, mandate: 'director-general' })
    expect((await openOf(own))[0]).toMatchObject({ basis: 'ownRisk' })
  })

  test('is decided once, although two press at the same moment', async () => {
    const id = await submitted({ consequence: 3, likelihood: 2 })
    const both = await Promise.allSettled([
      hands.move('risk', id, 'treat', { response: 'reduce' }, cast.owner, monday),
      hands.move('risk', id, 'accept', { acceptedUntil: addMonths(monday, 3) }, cast.owner, monday),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const versions = await bed.asOwner<{ move: string }>(
      `select version_move as move from {history}.risk where id = $1 and version_move in ('treat', 'accept')`,
      [id],
    )
    expect(versions).toHaveLength(1)
  })

  test('goes to the deputy while somebody is away, and to the right new person when somebody leaves or the organisation changes', async () => {
    const away = await submitted({ consequence: 4, likelihood: 3 })
    const { id: absence } = await hands.make(
      'absence',
      { person: cast.head.person, deputy: cast.second.person, validFrom: monday, validTo: addDays(monday, 4) },
      cast.head,
      monday,
    )
    expect((await openOf(away)).find(({ purpose }) => purpose === 'decide')).toMatchObject({
      person: cast.second.person,
      instead_of: cast.head.person,
      role: 'department-head',
    })
    await daily(addDays(monday, 5))
    expect((await made(away)).decider).toBe(cast.head.person)
    await hands.withdraw('absence', absence)

    const other = await person('anders', units.department, 'department-head')
    await hands.change('person', cast.head.person, { employedTo: addDays(monday, 9) }, undefined, monday)
    await daily(addDays(monday, 9))
    expect((await made(away)).decider).toBe(cast.head.person)
    await daily(addDays(monday, 10))
    expect((await made(away)).decider).toBe(other.person)
    expect(await noticesTo(other.person, away)).toEqual(['decision'])
    await hands.change('person', cast.head.person, { employedTo: null }, undefined, monday)

    const elsewhere = (await hands.make('unit', { name: 'Nya avdelningen', kind: 'department', parent: units.top })).id
    const newHead = await person('sofia', elsewhere, 'department-head')
    await hands.change('unit', units.unit, { parent: elsewhere }, undefined, monday)
    expect((await made(away)).decider).toBe(newHead.person)
    await hands.change('unit', units.unit, { parent: units.department }, undefined, monday)
    expect([cast.head.person, other.person]).toContain((await made(away)).decider)
    await hands.change('person', other.person, { employedTo: addDays(monday, -1) }, undefined, monday)
    expect((await made(away)).decider).toBe(cast.head.person)
  })

  test('gives no more time by changing hands, and more by being raised', async () => {
    const id = await submitted({ consequence: 4, likelihood: 3 })
    const decided = async () => (await openOf(id)).find(({ purpose }) => purpose === 'decide')
    const first = await decided()
    const later = addDays(monday, 3)
    const absence = { person: cast.head.person, deputy: cast.second.person, validFrom: later, validTo: addDays(later, 1) }
    await hands.make('absence', absence, cast.head, later)
    expect(await decided()).toMatchObject({ person: cast.second.person, answer_by: first?.answer_by })
    const back = addDays(later, 4)
    await daily(back)
    expect(await decided()).toMatchObject({ person: cast.head.person, answer_by: first?.answer_by })
    await hands.move('risk', id, 'raise', {}, cast.head, back)
    const raised = await decided()
    expect(raised).toMatchObject({ person: cast.director.person, basis: 'raised' })
    expect(String(raised?.answer_by) > String(first?.answer_by)).toBe(true)
  })

  test('has its challenge answered by the deputy while the owner is away, in the time that is left', async () => {
    const id = await submitted({ consequence: 2, likelihood: 2 })
    const { id: challenge } = await hands.make('challenge', { risk: id, question: 'Är konsekvensen rätt?' }, cast.second, monday)
    const answerer = async () => (await hands.stored('challenge', challenge)).answerer
    const by = (await hands.stored('challenge', challenge)).answer_by
    expect(await answerer()).toBe(cast.owner.person)
    const tuesday = addDays(monday, 1)
    const absence = { person: cast.owner.person, deputy: cast.manager.person, validFrom: tuesday, validTo: tuesday }
    await hands.make('absence', absence, cast.owner, tuesday)
    expect(await hands.stored('challenge', challenge)).toMatchObject({ answerer: cast.manager.person, answer_by: by })
    expect(await noticesTo(cast.manager.person, id)).toContain('challenge')
    await daily(addDays(tuesday, 1))
    expect(await answerer()).toBe(cast.owner.person)
    await hands.change('risk', id, { owner: cast.manager.person }, undefined, monday)
    expect(await answerer()).toBe(cast.manager.person)
  })

  test('waits for an answer where the second line has challenged it', async () => {
    const id = await submitted({ consequence: 3, likelihood: 2 })
    const { id: challenge } = await hands.make('challenge', { risk: id, question: 'Är sannolikheten rätt?' }, cast.second, monday)
    expect(await hands.stored('challenge', challenge)).toMatchObject({ answerer: cast.owner.person, answer_by: addWorkingDays(monday, 10) })
    expect(await noticesTo(cast.owner.person, id)).toEqual(['decision', 'challenge'])
    const decide = () => hands.move('risk', id, 'treat', { response: 'reduce' }, cast.owner, monday)
    expect((await refusal(decide())).errors?.[0]).toMatchObject({ code: 'challenge-unanswered' })
    expect(await refusal(hands.move('challenge', challenge, 'answer', { answer: 'Ja' }, cast.second, monday))).toMatchObject({
      status: 403,
    })
    await hands.move('challenge', challenge, 'answer', { answer: 'Ja, enligt loggarna.' }, cast.owner, monday)
    await decide()
    expect((await made(id)).state).toBe('treated')
  })
})

describe('an acceptance', () => {
  test('takes the mandate, has an end within the time of the level, and never one that has been', async () => {
    const id = await submitted({ consequence: 3, likelihood: 3 })
    const accept = (acceptedUntil: string, actor = cast.owner) => hands.move('risk', id, 'accept', { acceptedUntil }, actor, monday)
    expect((await made(id)).value).toBe(9)
    expect((await refusal(accept(addMonths(monday, 3)))).errors?.[0]).toMatchObject({ code: 'beyond-mandate' })
    await hands.move('risk', id, 'raise', {}, cast.owner, monday)
    expect((await refusal(accept(addMonths(monday, 13), cast.head))).errors?.[0]).toMatchObject({
      code: 'accepted-too-long',
      field: 'acceptedUntil',
    })
    expect((await refusal(accept(addDays(monday, -1), cast.head))).errors?.[0]).toMatchObject({ code: 'acceptance-ahead' })
    await accept(addMonths(monday, 3), cast.head)
    expect(await made(id)).toMatchObject({ state: 'accepted', response: 'accept', review_by: addMonths(monday, 3) })
  })

  test('is called back when the risk has grown beyond the mandate it was accepted by', async () => {
    const id = await submitted({ consequence: 3, likelihood: 2 })
    await hands.move('risk', id, 'accept', { acceptedUntil: addMonths(monday, 6) }, cast.owner, monday)
    await hands.change('risk', id, { likelihood: 1 }, cast.ciso, monday)
    expect((await made(id)).state).toBe('accepted')
    await hands.change('risk', id, { consequence: 4, likelihood: 4 }, cast.ciso, monday)
    expect(await made(id)).toMatchObject({ state: 'analysed', value: 16, decider: cast.head.person })
    expect((await openOf(id)).map(({ role }) => role).sort()).toEqual(['department-head', 'director-general', 'head-of-security'])
  })
})

describe('what is wrong is said in words, and nothing is stored', () => {
  test('a value outside the scale of the method', async () => {
    const wrong = hands.make(
      'risk',
      { title: 'Utanför', kind: 'operations', unit: units.unit, consequence: 6, likelihood: 2 },
      undefined,
      monday,
    )
    const problem = await refusal(wrong)
    expect(problem.errors?.[0]).toMatchObject({ field: 'consequence', code: 'off-scale' })
    expect(problem.errors?.[0]?.message.sv).toContain('Allvarlig')
    expect(await bed.asOwner(`select 1 from {live}.risk where title = 'Utanför'`)).toEqual([])
  })

  test('a risk submitted without an owner, or with one who has left or stands outside the first line', async () => {
    const { id } = await hands.make(
      'risk',
      { title: 'Prov', kind: 'operations', unit: units.unit, consequence: 2, likelihood: 2 },
      undefined,
      monday,
    )
    const submit = () => hands.move('risk', id, 'analyse', {}, cast.manager, monday)
    expect((await refusal(submit())).errors?.[0]).toMatchObject({ field: 'owner', code: 'required' })
    const gone = await person('gunnar', units.unit, 'risk-owner')
    await hands.change('person', gone.person, { employedTo: addDays(monday, -1) }, undefined, monday)
    const owned = (owner: string) => hands.change('risk', id, { owner }, cast.manager, monday)
    expect((await refusal(owned(gone.person))).errors?.[0]).toMatchObject({ code: 'not-owner' })
    expect((await refusal(owned(cast.employee.person))).errors?.[0]).toMatchObject({ code: 'not-owner' })
    await owned(cast.owner.person)
    await submit()
    expect((await made(id)).decider).toBe(cast.owner.person)
  })

  test('a deputy who makes himself one, or is made one by somebody else', async () => {
    const absence = (by: Actor, deputy: string) =>
      hands.make('absence', { person: cast.head.person, deputy, validFrom: monday, validTo: monday }, by, monday)
    expect(await refusal(absence(cast.employee, cast.employee.person))).toMatchObject({ status: 400 })
    expect(await refusal(absence(cast.employee, cast.second.person))).toMatchObject({ status: 400 })
    const { id } = await absence(cast.head, cast.second.person)
    await hands.withdraw('absence', id)
  })
})

describe('without anybody to decide', () => {
  test('the head of the authority itself decides, also where no assignment says so', async () => {
    const top = (await hands.make('unit', { name: 'En annan myndighet', kind: 'authority' })).id
    const boss = await person('ragnar', top)
    await hands.change('unit', top, { head: boss.person })
    const owner = await person('eva', top, 'information-owner')
    const { id } = await hands.make('risk', {
      title: 'Prov',
      kind: 'operations',
      unit: top,
      owner: owner.person,
      consequence: 3,
      likelihood: 2,
    })
    await hands.move('risk', id, 'analyse')
    expect(await made(id)).toMatchObject({ decider: boss.person, mandate: 'director-general' })
  })
})
