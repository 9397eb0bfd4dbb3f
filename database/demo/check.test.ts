import { describe, expect, test } from 'vitest'
import { levelReached } from '#areas/assurance/self-assessment.rules.ts'
import { validOn } from '#areas/awareness/enrolment.rules.ts'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { readShippedSources } from '#areas/governance/server/formats/shipped.ts'
import { employedOn } from '#areas/organisation/organisation.rules.ts'
import { roleNames } from '#kernel/access/roles.ts'
import { rehearse } from './rehearsal.ts'
import { type Moment, plus, years } from './script.ts'
import { cast, story } from './story.ts'

const requirements = new Set((await readShippedSources()).flatMap((source) => source.requirements.map(({ key }) => key)))
const today = '2026-11-22'
/** What comes with the product and is brought in rather than told. */
const imported = ['requirement', 'requirementSource']
const moments = [...story({ employees: 1600, today })]
const { faults, records } = rehearse(moments, requirements)
const of = (register: string) => [...records.values()].filter((record) => record.register.name === register)

/** The values of a register's records as they stood at the end of a day, in the order they were made. */
function asOf(day: string, register: string): Record<string, unknown>[] {
  const past = rehearse(
    moments.filter(({ at }) => at.slice(0, 10) <= day),
    requirements,
  )
  return [...past.records.values()]
    .filter((record) => record.register.name === register)
    .map(({ key, state, values }) => ({ key, state, ...values }))
}

/** The share trained, by the definition of the report: the employed and present who hold a valid completion of the yearly course. */
function trained(day: string, played: readonly Moment[] = moments): { present: number; trained: number } {
  const past = rehearse(
    played.filter(({ at }) => at.slice(0, 10) <= day),
    requirements,
  ).records
  const completions = new Map<string, string>()
  for (const { register, values } of past.values()) {
    if (register.name !== 'enrolment' || values.course !== '@course-everyone' || typeof values.completedOn !== 'string') continue
    const person = String(values.person)
    if (validOn(values.completedOn, 12, day)) completions.set(person, values.completedOn)
  }
  const present = [...past.values()].filter(
    ({ register, values }) => register.name === 'person' && values.longAbsence !== true && employedOn(values as never, day),
  )
  return { present: present.length, trained: present.filter(({ key }) => completions.has(`@${key}`)).length }
}

describe('the story of Trygghetsverket', () => {
  test('is told in the order of time, and nothing in it would be refused', () => {
    expect(faults).toEqual([])
  })

  test('is the same every time', () => {
    const told = () => JSON.stringify([...story({ employees: 200, today })])
    expect(told()).toBe(told())
  })

  test('begins in January 2021 and ends on the working day before it is told', () => {
    expect(moments[0]?.at.slice(0, 10)).toBe('2021-01-04')
    expect(moments.at(-1)?.at.slice(0, 10)).toBe('2026-11-20')
  })

  test('tells 2021–2023 alike whatever day it is told', () => {
    const past = (day: string) => JSON.stringify([...story({ employees: 200, today: day })].filter(({ at }) => at < '2024'))
    expect(past('2027-02-28')).toBe(past('2024-10-01'))
    expect(past(today)).toBe(past('2024-10-01'))
  })

  test('is about people with addresses of their own', () => {
    const addresses = of('person').map(({ values }) => values.email)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) expect(address).toMatch(/^[a-z.0-9-]+@trygghetsverket\.example$/)
  })

  test('holds every register', () => {
    const shown = new Set([...records.values()].map(({ register }) => register.name))
    expect([...shown].sort()).toEqual(
      varnaCatalogue.registers
        .map(({ name }) => name)
        .filter((name) => !imported.includes(name))
        .sort(),
    )
  })
})

test('every role has one person in the cast, employed at the end', () => {
  expect(cast.map(({ key }) => key).sort()).toEqual([...roleNames].sort())
  for (const { personKey, name, role } of cast) {
    const person = records.get(personKey)
    expect(person?.values.name).toBe(name)
    expect(employedOn(person?.values as never, today)).toBe(true)
    if (role !== 'employee')
      expect(
        of('assignment').some(({ values }) => values.person === `@${personKey}` && values.role === role && !values.validTo),
        role,
      ).toBe(true)
  }
})

describe('the share trained', () => {
  test('is 1 328 of 1 600 at the end of 2023', () => {
    expect(trained('2023-12-31')).toEqual({ present: 1600, trained: 1328 })
  })

  test('rises from about 64 per cent in 2021 over 76 in 2022', () => {
    for (const [day, wanted] of [
      ['2021-12-31', 0.64],
      ['2022-12-31', 0.76],
    ] as const) {
      const found = trained(day)
      expect(found.trained / found.present).toBeCloseTo(wanted, 2)
    }
  })

  test('keeps its proportion in an authority of another size', () => {
    expect(trained('2023-12-31', [...story({ employees: 400, today })])).toEqual({ present: 400, trained: 332 })
  })
})

test('more information is classified, and reviewed in time, every year', () => {
  const shares = ['2021-12-31', '2022-12-31', '2023-12-31'].map((day) => {
    const assets = asOf(day, 'informationAsset')
    const classified = assets.filter(({ classifiedOn }) => classifiedOn)
    return [classified.length / assets.length, assets.filter(({ reviewBy }) => String(reviewBy ?? '') >= day).length / assets.length]
  })
  expect(shares.map((pair) => pair.map((share) => Math.round((share ?? 0) * 100)))).toMatchInlineSnapshot(`
    [
      [
        43,
        43,
      ],
      [
        75,
        71,
      ],
      [
        88,
        84,
      ],
    ]
  `)
})

test('each round of self-assessment has the level its answers give', () => {
  for (const round of of('selfAssessment')) {
    const answers = of('assessmentAnswer').filter(({ values }) => values.round === `@${round.key}`)
    expect(answers.length).toBeGreaterThan(30)
    expect(levelReached(answers.map(({ values }) => values as never))).toBe(round.values.level)
  }
})

test('some things were late at the end of 2023', () => {
  expect(
    asOf('2023-12-31', 'action').filter(
      ({ state, due }) => ['proposed', 'decided', 'ongoing'].includes(String(state)) && String(due) < '2023-12-31',
    ).length,
  ).toBeGreaterThanOrEqual(4)
})

describe.each(['2024-10-01', '2025-01-02', '2026-03-02', '2026-11-22', '2027-02-28', '2030-06-30'])('told on %s', (day) => {
  const told = [...story({ employees: 400, today: day })]
  const played = rehearse(told, requirements)
  const now = (register: string) => [...played.records.values()].filter((record) => record.register.name === register)
  const inStates = (register: string, ...states: string[]) => now(register).filter(({ state }) => states.includes(state ?? ''))
  const daysLate = (value: unknown) => (Date.parse(day) - Date.parse(String(value))) / 86_400_000
  const owned = (register: string, person: string, ...states: string[]) =>
    inStates(register, ...states).filter(({ values }) => values.owner === `@${person}`)

  test('nothing in it would be refused, and nothing happens on the day itself or later', () => {
    expect(played.faults).toEqual([])
    expect(told.filter(({ at }) => at.slice(0, 10) >= day)).toEqual([])
  })

  test('about 85 per cent are trained, and a little fewer a year before', () => {
    const share = (on: string) => {
      const { present, trained: done } = trained(on, told)
      return done / present
    }
    expect(share(day)).toBeCloseTo(0.85, 1)
    expect(share(day)).toBeGreaterThan(0.83)
    const before = share(years(day, -1))
    expect(before).toBeGreaterThan(day < '2025' ? 0.75 : 0.81)
    expect(before).toBeLessThan(0.86)
  })

  test('nothing has been late for more than five months', () => {
    for (const { key, values } of inStates('action', 'proposed', 'decided', 'ongoing')) expect(daysLate(values.due), key).toBeLessThan(150)
    for (const { key, values } of inStates('risk', 'identified', 'analysed', 'treated', 'accepted'))
      if (values.reviewBy) expect(daysLate(values.reviewBy), key).toBeLessThan(30)
    for (const { key, values } of inStates('document', 'inForce')) expect(daysLate(values.reviewBy), key).toBeLessThan(40)
    for (const register of ['informationAsset', 'interestedParty', 'continuityPlan'])
      for (const { key, values } of now(register)) if (values.reviewBy) expect(daysLate(values.reviewBy), key).toBeLessThan(30)
    const employed = new Set(
      now('person').flatMap(({ key, values }) => (employedOn(values as never, day) && !values.longAbsence ? [`@${key}`] : [])),
    )
    for (const { key, values } of now('enrolment'))
      if (!values.completedOn && employed.has(String(values.person)) && values.course === '@course-everyone')
        expect(daysLate(values.due), key).toBeLessThan(190)
  })

  test('there is something for everyone to do', () => {
    expect(inStates('incident', 'reported').map(({ values }) => values.reporter)).toEqual(['@employee'])
    expect(owned('risk', 'risk-owner', 'analysed')).toHaveLength(1)
    expect(owned('risk', 'department-head', 'analysed')).toHaveLength(1)
    expect(inStates('risk', 'analysed').length).toBeGreaterThanOrEqual(3)
    expect(
      inStates('document', 'inReview')
        .map(({ values }) => values.approver)
        .sort(),
    ).toEqual(['@director-general', '@head-of-security'])
    for (const person of [
      'information-owner',
      'system-owner',
      'risk-owner',
      'ciso',
      'head-of-security',
      'risk-function',
      'dpo',
      'procurement',
      'preparedness',
    ])
      expect(owned('action', person, 'decided', 'ongoing').length, person).toBeGreaterThanOrEqual(1)
    expect(owned('action', 'employee', 'ongoing').map(({ values }) => values.due)).toEqual([plus(day, -9)])
    for (const person of ['employee', 'manager', 'internal-audit'])
      expect(
        now('enrolment').filter(({ values }) => values.person === `@${person}` && !values.completedOn).length,
        person,
      ).toBeGreaterThanOrEqual(1)
  })

  test('each round of self-assessment has the level its answers give', () => {
    for (const round of now('selfAssessment')) {
      const answers = now('assessmentAnswer').filter(({ values }) => values.round === `@${round.key}`)
      expect(levelReached(answers.map(({ values }) => values as never))).toBe(round.values.level)
    }
  })
})
