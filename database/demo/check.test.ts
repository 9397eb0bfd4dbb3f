import { describe, expect, test } from 'vitest'
import { levelReached } from '#areas/assurance/self-assessment.rules.ts'
import { validOn } from '#areas/awareness/enrolment.rules.ts'
import { readShippedSources } from '#areas/governance/server/formats/shipped.ts'
import { employedOn } from '#areas/organisation/organisation.rules.ts'
import { roleNames } from '#kernel/access/roles.ts'
import { rehearse } from './rehearsal.ts'
import type { Moment } from './script.ts'
import { cast, story } from './story.ts'

const requirements = new Set((await readShippedSources()).flatMap((source) => source.requirements.map(({ key }) => key)))
const moments = [...story({ employees: 1600 })]
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
    expect(JSON.stringify([...story({ employees: 200 })])).toBe(JSON.stringify([...story({ employees: 200 })]))
  })

  test('ends in February 2024', () => {
    expect(moments[0]?.at.slice(0, 10)).toBe('2021-01-04')
    expect(moments.at(-1)?.at.slice(0, 7)).toBe('2024-02')
  })

  test('is about people with addresses of their own', () => {
    const addresses = of('person').map(({ values }) => values.email)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) expect(address).toMatch(/^[a-z.0-9-]+@trygghetsverket\.example$/)
  })

  test('holds every register', () => {
    const shown = new Set([...records.values()].map(({ register }) => register.name))
    expect([...shown].sort()).toEqual([
      'action',
      'assessmentAnswer',
      'assignment',
      'compliance',
      'continuityPlan',
      'course',
      'decision',
      'document',
      'enrolment',
      'exercise',
      'forum',
      'incident',
      'informationAsset',
      'interestedParty',
      'managementReview',
      'person',
      'reportText',
      'risk',
      'selfAssessment',
      'system',
      'unit',
    ])
  })
})

test('every role has one person in the cast, employed at the end', () => {
  expect(cast.map(({ key }) => key).sort()).toEqual([...roleNames].sort())
  for (const { personKey, name, role } of cast) {
    const person = records.get(personKey)
    expect(person?.values.name).toBe(name)
    expect(employedOn(person?.values as never, '2024-02-29')).toBe(true)
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
    expect(trained('2023-12-31', [...story({ employees: 400 })])).toEqual({ present: 400, trained: 332 })
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

test('some things are late and some wait for a decision, so that there is something to do', () => {
  expect(of('risk').filter(({ state }) => state === 'analysed').length).toBeGreaterThanOrEqual(2)
  expect(of('incident').filter(({ state }) => state === 'reported').length).toBeGreaterThanOrEqual(1)
  expect(
    asOf('2023-12-31', 'action').filter(
      ({ state, due }) => ['proposed', 'decided', 'ongoing'].includes(String(state)) && String(due) < '2023-12-31',
    ).length,
  ).toBeGreaterThanOrEqual(4)
})
