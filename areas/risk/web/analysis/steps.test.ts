import { describe, expect, test } from 'vitest'
import type { WorkshopRisk } from '../../risk-analysis.answer.ts'
import { exampleRiskMethod } from '../../risk-method.content.ts'
import { byDisagreement, outcomeOf, stepFor, titleFrom } from './steps.ts'

const risk = (given: Partial<WorkshopRisk>): WorkshopRisk => ({
  id: 'r',
  version: 1,
  reference: 'R-1',
  label: 'Risk',
  cause: null,
  event: null,
  effect: null,
  state: 'identified',
  category: null,
  consequence: null,
  likelihood: null,
  value: null,
  level: null,
  inherentConsequence: null,
  inherentLikelihood: null,
  targetConsequence: null,
  targetLikelihood: null,
  confidence: null,
  owner: null,
  mayBeOwned: true,
  foundBy: null,
  may: [],
  mine: null,
  estimates: [],
  given: 0,
  apart: null,
  ...given,
})
const owner = { id: 'p', label: 'Någon' }
const method = { id: 'm', label: 'Metoden', content: exampleRiskMethod }

describe('what becomes of the risks of an analysis', () => {
  test('is told by who decides, and by what is lacking', () => {
    const risks = [
      risk({ id: 'low', consequence: 1, likelihood: 2, owner }),
      risk({ id: 'high', consequence: 4, likelihood: 4, owner }),
      risk({ id: 'bare', owner }),
      risk({ id: 'nobodys', consequence: 2, likelihood: 2 }),
      risk({ id: 'left', consequence: 2, likelihood: 2, owner, mayBeOwned: false }),
      risk({ id: 'before', consequence: 2, likelihood: 2, owner, state: 'treated' }),
      risk({ id: 'closed', state: 'closed' }),
    ]
    const outcome = outcomeOf({ method, risks })
    expect(outcome.submitted.map(({ role, risks: theirs }) => [role, theirs.map(({ id }) => id)])).toEqual([
      ['manager', ['low']],
      ['department-head', ['high']],
    ])
    expect([outcome.unvalued, outcome.ownerless, outcome.gone].map((each) => each.map(({ id }) => id))).toEqual([
      ['bare'],
      ['nobodys', 'left'],
      ['before'],
    ])
  })
})

test('what people disagree on comes first, what the group has valued last', () => {
  const order = byDisagreement([
    risk({ id: 'valued', apart: 5, consequence: 1, likelihood: 1 }),
    risk({ id: 'agreed', apart: 0 }),
    risk({ id: 'apart', apart: 3 }),
    risk({ id: 'silent' }),
  ])
  expect(order.map(({ id }) => id)).toEqual(['apart', 'agreed', 'silent', 'valued'])
})

test('one lands in what is going on', () => {
  expect(['planned', 'individual', 'together', 'done'].map((state) => stepFor(state, 0))).toEqual([
    'prepare',
    'alone',
    'together',
    'finish',
  ])
  expect(stepFor('planned', 2)).toBe('find')
})

test('a risk without a title is called by what happens, in at most 160 characters', () => {
  expect(titleFrom({ title: '', event: 'uppgifter röjs.', cause: 'fel' })).toBe('Uppgifter röjs')
  expect(titleFrom({ title: 'Röjda uppgifter', event: 'x', cause: '' })).toBe('Röjda uppgifter')
  expect(titleFrom({ title: '', event: 'ord '.repeat(80), cause: '' }).length).toBeLessThanOrEqual(160)
})
