import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Available,
  deciderOf,
  type Holder,
  handlerOf,
  handOversOf,
  isMaterial,
  lowestFor,
  mandateOf,
  outgrown,
  type RiskToHandOver,
  roleAbove,
  toldOf,
} from './escalation.rules.ts'
import { exampleRiskMethod, type MandateRole, mandateRoles, type RiskMethodContent } from './risk-method.content.ts'
import { levelBy, valueBy } from './risk-method.rules.ts'

const method: RiskMethodContent = { ...exampleRiskMethod, ownRiskFrom: 10 }
const rank = (role: string) => (mandateRoles as readonly string[]).indexOf(role)

const holder = (role: MandateRole, person: string, distance = 0, insteadOf: string | null = null): Holder<MandateRole> => ({
  person,
  role,
  unit: `enhet-${distance}`,
  distance,
  insteadOf,
})

/** The people of a department: a unit manager, two risk owners, the head of department and the director-general. */
const everyone: Available = {
  holders: [
    holder('manager', 'jonas', 0),
    holder('risk-owner', 'petra', 0),
    holder('risk-owner', 'navid', 1),
    holder('department-head', 'karin', 1),
    holder('director-general', 'birgitta', 2),
  ],
  told: [{ person: 'magnus', role: 'head-of-security', unit: 'enhet-2', distance: 2, insteadOf: null }],
}

const risk = (consequence: number, likelihood: number, more: Partial<RiskToHandOver> = {}): RiskToHandOver => ({
  state: 'analysed',
  value: valueBy(method, consequence, likelihood),
  level: levelBy(method, consequence, likelihood),
  owner: 'petra',
  material: false,
  raisedTo: null,
  raisedBecause: null,
  decider: null,
  handler: null,
  ...more,
})

describe('the rule that decides', () => {
  test('value 12 ≥ 10: the head of department, within five working days', () => {
    const strict = { ...method, levels: method.levels.map((level) => ({ ...level, decideWithin: level.level >= 3 ? 5 : 15 })) }
    expect(deciderOf(strict, risk(4, 3), everyone)).toMatchObject({
      person: 'karin',
      role: 'department-head',
      basis: 'beyondMandate',
      value: 12,
      threshold: 10,
      within: 5,
    })
  })

  test('a low value stays with the nearest manager, a middling one with the risk owner', () => {
    expect(deciderOf(method, risk(1, 2), everyone)).toMatchObject({ person: 'jonas', role: 'manager', basis: 'withinMandate' })
    expect(deciderOf(method, risk(3, 2), everyone)).toMatchObject({ person: 'petra', role: 'risk-owner', threshold: 3 })
    expect(deciderOf(method, risk(3, 2, { owner: 'navid' }), everyone)?.person).toBe('navid')
  })

  test('nobody decides alone on his own risk from the limit; the next level does, and not a colleague', () => {
    const own = { ...method, ownRiskFrom: 8 }
    expect(deciderOf(own, risk(4, 2), everyone)).toMatchObject({ person: 'karin', basis: 'ownRisk', threshold: 8 })
    expect(deciderOf(own, risk(4, 2, { owner: 'jonas' }), everyone)?.person).toBe('petra')
    expect(deciderOf(method, risk(4, 2), everyone)?.person).toBe('petra')
    expect(deciderOf(own, risk(4, 3, { owner: 'karin' }), everyone)).toMatchObject({ person: 'birgitta', basis: 'ownRisk' })
    const deputy = {
      ...everyone,
      holders: [...everyone.holders.filter(({ person }) => person !== 'petra'), holder('risk-owner', 'elin', 0, 'petra')],
    }
    expect(deciderOf(own, risk(4, 2), deputy)?.person).toBe('karin')
  })

  test('a level with nobody climbs', () => {
    const bare: Available = { holders: everyone.holders.filter(({ role }) => role === 'director-general'), told: [] }
    expect(deciderOf(method, risk(1, 1), bare)).toMatchObject({ person: 'birgitta', basis: 'noHolder' })
    expect(handlerOf(method, risk(1, 1, { state: 'identified' }), bare)?.person).toBe('birgitta')
  })

  test('what is raised goes to the level above and says why', () => {
    const raised = risk(3, 2, { raisedTo: 'department-head', raisedBecause: 'notDecided' })
    expect(deciderOf(method, raised, everyone)).toMatchObject({ person: 'karin', basis: 'notDecided', threshold: null })
    expect(roleAbove('department-head')).toBe('director-general')
    expect(roleAbove('director-general')).toBeNull()
  })

  test('a risk does not change hands while the one who has it may still decide', () => {
    const two = { ...everyone, holders: [...everyone.holders, holder('department-head', 'anders', 1)] }
    expect(deciderOf(method, risk(4, 3, { decider: 'karin' }), two)?.person).toBe('karin')
    expect(deciderOf(method, risk(4, 3, { decider: 'anders' }), two)?.person).toBe('anders')
    expect(deciderOf(method, risk(1, 1, { decider: 'karin' }), two)?.person).toBe('jonas')
  })
})

describe('who is told', () => {
  test('the director-general of what is material, by its value or by judgement', () => {
    expect(isMaterial(method, risk(4, 4))).toBe(true)
    expect(toldOf(method, risk(4, 4), everyone, 'karin').map(({ person, basis }) => [person, basis])).toEqual([
      ['birgitta', 'material'],
      ['magnus', 'toldFrom'],
    ])
    expect(toldOf(method, risk(1, 2, { material: true }), everyone, null)).toMatchObject([{ person: 'birgitta', threshold: null }])
    expect(toldOf(method, risk(1, 2), everyone, null)).toEqual([])
  })

  test('not the one who decides', () => {
    expect(toldOf(method, risk(4, 4), everyone, 'birgitta').map(({ person }) => person)).toEqual(['magnus'])
  })

  test('an identified risk lies with the nearest manager, a closed one with nobody', () => {
    expect(handOversOf(method, risk(3, 3, { state: 'identified' }), everyone)).toMatchObject([
      { purpose: 'analyse', person: 'jonas', basis: 'nearest' },
    ])
    expect(handOversOf(method, risk(3, 3, { state: 'closed' }), everyone)).toEqual([])
  })
})

test('a decided risk that grows beyond the mandate it was decided by must be decided anew', () => {
  const decided = { state: 'treated', value: 12, decidedValue: 8, mandate: 'risk-owner' } as const
  expect(outgrown(method, decided)).toBe(true)
  expect(outgrown(method, { ...decided, value: 9 })).toBe(false)
  expect(outgrown(method, { ...decided, decidedValue: 12 })).toBe(false)
  expect(outgrown(method, { ...decided, mandate: 'department-head' })).toBe(false)
  expect(outgrown(method, { ...decided, state: 'accepted', value: 16, mandate: 'department-head' })).toBe(true)
  expect(outgrown(method, { ...decided, state: 'analysed' })).toBe(false)
})

describe('whatever the risk, the organisation and the method', () => {
  const roles = fc.constantFrom(...mandateRoles)
  const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const holders = fc.array(
    fc
      .record({ role: roles, person: people, distance: fc.nat(5), insteadOf: fc.option(people) })
      .map(({ role, person, distance, insteadOf }) => holder(role, person, distance, insteadOf === person ? null : insteadOf)),
    { maxLength: 12 },
  )
  const limits = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 8, max: 14 }), fc.option(fc.integer({ min: 14, max: 16 })))
  const methods = fc
    .record({ limits, own: fc.option(fc.integer({ min: 1, max: 16 })), material: fc.option(fc.integer({ min: 1, max: 16 })) })
    .map(
      ({ limits: [first, second, third], own, material }): RiskMethodContent => ({
        ...method,
        ownRiskFrom: own,
        materialFrom: material,
        mandates: [
          { role: 'manager', decidesBelow: first, acceptsBelow: first },
          { role: 'risk-owner', decidesBelow: second, acceptsBelow: second },
          { role: 'department-head', decidesBelow: third, acceptsBelow: third },
          { role: 'director-general', decidesBelow: null, acceptsBelow: null },
        ],
      }),
    )
  const risks = fc
    .record({
      consequence: fc.integer({ min: 1, max: 4 }),
      likelihood: fc.integer({ min: 1, max: 4 }),
      owner: fc.option(people),
      material: fc.boolean(),
      raisedTo: fc.option(roles),
      decider: fc.option(people),
    })
    .map(({ consequence, likelihood, ...more }) =>
      risk(consequence, likelihood, { ...more, raisedBecause: more.raisedTo ? 'raised' : null }),
    )
  const director = holder('director-general', 'gd', 9)

  test('nobody below the mandate decides, and never below the level it was raised to', () => {
    fc.assert(
      fc.property(methods, risks, holders, (by, one, some) => {
        const found = deciderOf(by, one, { holders: some, told: [] })
        if (!found) return
        expect(rank(found.role)).toBeGreaterThanOrEqual(rank(lowestFor(by, one.value ?? 0)))
        const limit = mandateOf(by, found.role as MandateRole)?.decidesBelow ?? null
        expect(limit === null || (one.value ?? 0) < limit).toBe(true)
        if (one.raisedTo) expect(rank(found.role)).toBeGreaterThanOrEqual(rank(one.raisedTo))
      }),
    )
  })

  test('it always ends at a person as long as there is a director-general, and is never lost', () => {
    fc.assert(
      fc.property(methods, risks, holders, (by, one, some) => {
        const available = { holders: [...some, director], told: [] }
        expect(deciderOf(by, one, available)).not.toBeNull()
        expect(handlerOf(by, { ...one, state: 'identified' }, available)).not.toBeNull()
        expect(handOversOf(by, one, available).filter(({ purpose }) => purpose === 'decide')).toHaveLength(1)
        expect(handOversOf(by, { ...one, state: 'identified' }, available)).toHaveLength(1)
      }),
    )
  })

  test('nobody but the director-general decides on a risk of his own from the limit', () => {
    fc.assert(
      fc.property(methods, risks, holders, (by, one, some) => {
        const found = deciderOf(by, one, { holders: [...some, director], told: [] })
        if (!found || by.ownRiskFrom === null || (one.value ?? 0) < by.ownRiskFrom || found.role === 'director-general') return
        expect(found.person).not.toBe(one.owner)
        if (one.owner) expect(found.insteadOf).not.toBe(one.owner)
      }),
    )
  })

  test('a material risk is always known to a director-general', () => {
    fc.assert(
      fc.property(methods, risks, holders, (by, one, some) => {
        if (!isMaterial(by, one)) return
        const all = handOversOf(by, one, { holders: [...some, director], told: [] })
        const directors = [...some, director].filter(({ role }) => role === 'director-general').map(({ person }) => person)
        expect(all.some(({ person }) => directors.includes(person))).toBe(true)
      }),
    )
  })

  test('asked again with its own answer it gives the same', () => {
    fc.assert(
      fc.property(methods, risks, holders, (by, one, some) => {
        const available = { holders: [...some, director], told: [] }
        const first = deciderOf(by, one, available)
        const again = deciderOf(by, { ...one, decider: first?.person ?? null }, available)
        expect(again?.person).toBe(first?.person)
        expect(again?.role).toBe(first?.role)
      }),
    )
  })
})
