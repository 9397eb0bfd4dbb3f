import { describe, expect, test } from 'vitest'
import { exampleModel, type ModelContent } from './classification-model.content.ts'
import { noNeed } from './inheritance.ts'
import { becauseInWords, isEnhanced, requiredOf } from './required-measures.rules.ts'
import { valued, worstOf } from './valuation.rules.ts'

const model = {
  ...exampleModel,
  aspects: [...exampleModel.aspects, { key: 'evidence', name: 'Bevisvärde', question: '' }],
  categories: [
    { key: 'mission', name: 'Uppdraget', question: '' },
    { key: 'people', name: 'Enskilda', question: '' },
  ],
}

describe('the valuation of a classification', () => {
  test('takes the worst consequence of each aspect, keeps aspects of the own making apart, and counts what is left', () => {
    const cells = [
      { aspect: 'confidentiality', category: 'mission', level: 1 },
      { aspect: 'confidentiality', category: 'people', level: 2 },
      { aspect: 'integrity', category: 'mission', level: 0 },
      { aspect: 'integrity', category: 'people', level: null },
      { aspect: 'evidence', category: 'people', level: 2 },
    ]
    expect(valued(model, cells)).toEqual({ need: { ...noNeed, confidentiality: 2, integrity: 0 }, highestOther: 2, left: 4 })
    expect(worstOf(model, cells, 'confidentiality')?.category).toBe('people')
    expect(worstOf(model, cells, 'availability')).toBeNull()
  })

  test('counts nothing that the model has no place for', () => {
    const strange = [
      { aspect: 'confidentiality', category: 'economy', level: 2 },
      { aspect: 'beauty', category: 'mission', level: 2 },
      { aspect: 'integrity', category: 'mission', level: 5 },
    ]
    expect(valued(model, strange)).toEqual({ need: noNeed, highestOther: null, left: 8 })
  })
})

describe('required measures', () => {
  const content: ModelContent = {
    ...model,
    enhancedFrom: 2,
    measures: [
      { measure: 'SÅ-01', from: { confidentiality: 1, integrity: 2 } },
      { measure: 'SÅ-02', from: { availability: 2 }, when: 'central' },
      { measure: 'SÅ-03', from: {}, when: 'enhanced' },
      { measure: 'SÅ-04', from: {} },
    ],
  }

  test('are those whose level is reached in any aspect, with the flag where one is asked', () => {
    const need = { ...noNeed, confidentiality: 2, availability: 2 }
    const plain = requiredOf(content, { need, enhanced: false, central: false })
    expect(plain.map(({ key }) => key)).toEqual(['SÅ-01'])
    const all = requiredOf(content, { need, enhanced: true, central: true })
    expect(all.map(({ key }) => key)).toEqual(['SÅ-01', 'SÅ-02', 'SÅ-03'])
    expect(all.map(({ because }) => becauseInWords(because, content, 'sv'))).toEqual(
      ['confidentiality från nivå 1', 'availability från nivå 2, centralt system', 'Utökat skydd'].map(
        (words) => words.charAt(0).toUpperCase() + words.slice(1),
      ),
    )
  })

  test('are none where nothing is known of the need', () => {
    expect(requiredOf(content, { need: noNeed, enhanced: false, central: false })).toEqual([])
  })

  test('for enhanced protection follow from the mark or from the level of confidentiality or integrity', () => {
    expect(isEnhanced(content, { ...noNeed, availability: 5 }, null)).toBe(false)
    expect(isEnhanced(content, { ...noNeed, integrity: 2 }, false)).toBe(true)
    expect(isEnhanced(null, noNeed, true)).toBe(true)
  })
})
