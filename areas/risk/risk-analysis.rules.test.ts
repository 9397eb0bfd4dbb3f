import { describe, expect, test } from 'vitest'
import { disagreement, estimateFaults, isReady, middle } from './risk-analysis.rules.ts'
import { exampleRiskMethod } from './risk-method.content.ts'

const given = { analysisState: 'individual', takesPart: true, ofAnalysis: true, consequence: 3, likelihood: 2 }
const codes = (change: Partial<typeof given>) => estimateFaults({ ...given, ...change }, exampleRiskMethod).map(({ code }) => code)

describe('an estimate', () => {
  test('is given by one who takes part, of a risk of the analysis, while the analysis is open', () => {
    expect(codes({})).toEqual([])
    expect(codes({ analysisState: 'together' })).toEqual([])
    expect(codes({ analysisState: 'planned' })).toEqual(['estimates-closed'])
    expect(codes({ analysisState: 'done' })).toEqual(['estimates-closed'])
    expect(codes({ takesPart: false })).toEqual(['not-a-participant'])
    expect(codes({ ofAnalysis: false })).toEqual(['not-of-analysis'])
  })

  test('stays on the scale of the method, and is told which levels there are', () => {
    const faults = estimateFaults({ ...given, consequence: 6, likelihood: 5 }, exampleRiskMethod)
    expect(faults.map(({ field }) => field)).toEqual(['consequence', 'likelihood'])
    expect(faults[0]?.message.sv).toMatch(/Värdet 6 finns inte.*1 Försumbar/)
    expect(estimateFaults({ ...given, consequence: 6 }, null)).toEqual([])
  })
})

test('only what is valued, owned and not gone before is submitted for decision', () => {
  const ready = { state: 'identified', owner: 'någon', consequence: 3, likelihood: 2 }
  expect(isReady(ready)).toBe(true)
  for (const lacking of [{ owner: null }, { consequence: null }, { likelihood: null }, { state: 'analysed' }])
    expect(isReady({ ...ready, ...lacking })).toBe(false)
})

test('disagreement is the distance between the outermost judgements, and the middle leans to the more serious', () => {
  const one = { consequence: 1, likelihood: 2 }
  expect(disagreement([one])).toBe(null)
  expect(disagreement([one, one])).toBe(0)
  expect(disagreement([one, { consequence: 4, likelihood: 1 }, { consequence: 2, likelihood: null }])).toBe(4)
  expect(middle([1, 2, 4])).toBe(2)
  expect(middle([1, 3])).toBe(3)
  expect(middle([null])).toBe(null)
})
