import { describe, expect, test } from 'vitest'
import { protectionLevel, reviewAfterClassification, valuedInAllAspects } from './information-asset.rules.ts'

const asset = (confidentiality: number | null, integrity: number | null, availability: number | null) => ({
  confidentiality,
  integrity,
  availability,
})

describe('the protection level of information', () => {
  test('is the highest of the three aspects, in whatever aspect it stands', () => {
    expect(protectionLevel(asset(0, 0, 0))).toBe(0)
    expect(protectionLevel(asset(1, 3, 2))).toBe(3)
    expect(protectionLevel(asset(3, 1, 1))).toBe(3)
    expect(protectionLevel(asset(1, 1, 3))).toBe(3)
  })

  test('is unknown until all three are valued', () => {
    expect(protectionLevel(asset(3, 3, null))).toBeNull()
  })
})

describe('a classification', () => {
  test('values all three aspects and has a day', () => {
    expect(valuedInAllAspects({ ...asset(0, 1, 2), classifiedOn: '2023-01-10' })).toBeNull()
    expect(valuedInAllAspects({ ...asset(0, null, 2), classifiedOn: '2023-01-10' })).not.toBeNull()
    expect(valuedInAllAspects({ ...asset(0, 1, 2), classifiedOn: null })).not.toBeNull()
  })

  test('may be under way, with some aspects valued and no day', () => {
    expect(valuedInAllAspects({ ...asset(0, null, null), classifiedOn: null })).toBeNull()
  })

  test('is reviewed after the day it was made', () => {
    expect(reviewAfterClassification({ classifiedOn: '2023-01-10', reviewBy: '2024-01-10' })).toBeNull()
    expect(reviewAfterClassification({ classifiedOn: '2023-01-10', reviewBy: '2023-01-10' })).not.toBeNull()
  })
})
