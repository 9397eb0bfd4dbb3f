import { describe, expect, it } from 'vitest'
import type { ModelContent } from '../../classification-model.content.ts'
import { highestOf, leftOf, resultOf, stepOf, suggestedReview } from './progress.ts'

const model: ModelContent = {
  aspects: [
    { key: 'confidentiality', name: 'Konfidentialitet', question: '' },
    { key: 'integrity', name: 'Riktighet', question: '' },
  ],
  levels: [0, 1, 2].map((level) => ({ level, name: `Nivå ${level}`, meaning: '', reviewMonths: 24 - level * 6 })),
  categories: [
    { key: 'mission', name: 'Uppdraget', question: '' },
    { key: 'individuals', name: 'Enskilda', question: '' },
  ],
  criteria: [],
  measures: [],
  fourEyesFrom: null,
  enhancedFrom: null,
  mapping: [],
}
const cell = (aspect: string, category: string, level: number | null, reason?: string) => ({
  aspect,
  category,
  level,
  ...(reason ? { reason } : {}),
})

describe('the result of a valuation', () => {
  it('is the worst consequence of each aspect, with what it is due to', () => {
    const [confidentiality, integrity] = resultOf(model, [
      cell('confidentiality', 'mission', 1),
      cell('confidentiality', 'individuals', 2, 'Skyddade adresser'),
      cell('integrity', 'mission', 0),
    ])
    expect(confidentiality).toMatchObject({ level: 2, left: 0, because: [{ name: 'Enskilda', reason: 'Skyddade adresser' }] })
    expect(integrity).toMatchObject({ level: 0, left: 1, because: [] })
  })

  it('names every category that is as bad as the worst', () => {
    const [first] = resultOf(model, [cell('confidentiality', 'mission', 1), cell('confidentiality', 'individuals', 1)])
    expect(first?.because.map(({ name }) => name)).toEqual(['Uppdraget', 'Enskilda'])
  })

  it('does not count what the model has no place for', () => {
    const results = resultOf(model, [cell('confidentiality', 'weather', 2), cell('traceability', 'mission', 2)])
    expect(highestOf(results)).toBeNull()
    expect(results.map(({ left }) => left)).toEqual([2, 2])
  })
})

describe('what is left', () => {
  const none = { toValue: 0, unassessed: 0, openGaps: 0, openProposals: 0, unvaluedRisks: 0, risksWithoutAction: 0 }
  const valued = [{ key: 'integrity', name: 'Riktighet', level: 1, left: 0, because: [] }]
  const unvalued = [{ key: 'integrity', name: 'Riktighet', level: null, left: 3, because: [] }]

  it('is nothing in a step only when the steps before it are done', () => {
    expect(leftOf(valued, none, false)).toEqual({ valuation: 0, gaps: 0, risks: 0, actions: 0, decision: 1 })
    expect(leftOf(unvalued, none, false)).toEqual({ valuation: 3, gaps: null, risks: null, actions: null, decision: 1 })
    expect(leftOf(valued, { ...none, unassessed: 2 }, false)).toMatchObject({ gaps: 2, risks: null, actions: null })
  })

  it('may be nothing among the actions though a proposal has not been judged', () => {
    expect(leftOf(valued, { ...none, openProposals: 4 }, false)).toMatchObject({ risks: 4, actions: 0 })
    expect(leftOf(valued, { ...none, unvaluedRisks: 1 }, false)).toMatchObject({ risks: 1, actions: null })
  })

  it('is nothing at all when the classification is closed', () => {
    expect(Object.values(leftOf(unvalued, undefined, true))).toEqual([0, 0, 0, 0, 0])
  })
})

describe('the day of review', () => {
  it('follows the level, by the model', () => {
    expect(suggestedReview(model, 2, '2026-11-22')).toBe('2027-11-22')
    expect(suggestedReview(model, null, '2026-11-22')).toBeNull()
  })
})

it('An address that names no step leads to the first', () => {
  expect(stepOf('risker')).toBe('risks')
  expect(stepOf('nonsense')).toBe('valuation')
})
