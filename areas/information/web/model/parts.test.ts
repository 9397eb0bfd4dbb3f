import { describe, expect, it } from 'vitest'
import { differenceOf, isSame, keyOf, merge } from '#kernel/screens/versioned/parts.ts'
import { withCriterion } from '../../../scales/harm.ts'
import { exampleModel, type ModelContent } from '../../classification-model.content.ts'
import { modelCutting, modelOf, partsOf, withCondition, withoutLevel, withRequirement } from './parts.ts'

const model: ModelContent = {
  ...exampleModel,
  measures: [{ measure: 'SÅ-01', from: { confidentiality: 1, integrity: 2 } }],
  fourEyesFrom: 2,
  mapping: [{ from: 0, to: 1 }],
}

describe('the parts of a model', () => {
  it('are the same model when put together again', () => {
    expect(isSame(modelOf(partsOf(model)), model)).toBe(true)
  })

  it('tell what is new in a version, cell by cell', () => {
    const next = withCriterion(model, 'mission', 1, 'Uppdraget fördröjs')
    expect(differenceOf(modelCutting, model, next).map(({ key }) => key)).toEqual(['criterion mission 1'])
    expect(differenceOf(modelCutting, model, model)).toEqual([])
  })
})

describe('two who change the same draft', () => {
  const mine = withCriterion(model, 'mission', 1, 'Mitt')
  it('lose nothing where they have changed different parts', () => {
    const theirs = { ...withCriterion(model, 'mission', 2, 'Deras'), fourEyesFrom: 1 }
    const { merged, collisions, taken } = merge(modelCutting, model, mine, theirs)
    expect(collisions).toEqual([])
    expect(taken.map(({ key }) => key).sort()).toEqual(['criterion mission 2', 'setting fourEyesFrom'])
    expect(merged.criteria.map(({ text }) => text)).toEqual(['Skada 0', 'Mitt', 'Deras'])
    expect(merged.fourEyesFrom).toBe(1)
  })

  it('are asked where they have changed the same part', () => {
    const theirs = withCriterion(model, 'mission', 1, 'Deras')
    const { collisions } = merge(modelCutting, model, mine, theirs)
    expect(collisions.map(({ key }) => key)).toEqual(['criterion mission 1'])
    const textWith = (choice: 'mine' | 'theirs') =>
      merge(modelCutting, model, mine, theirs, { 'criterion mission 1': choice }).merged.criteria.find(({ level }) => level === 1)?.text
    expect(textWith('mine')).toBe('Mitt')
    expect(textWith('theirs')).toBe('Deras')
  })

  it('may take a part away while the other changes another', () => {
    const theirs = { ...model, measures: [] }
    expect(merge(modelCutting, model, mine, theirs).merged.measures).toEqual([])
  })
})

describe('a change of a model', () => {
  it('leaves a hole where a cell is emptied', () => {
    const emptied = withCriterion(model, 'mission', 1, ' ')
    expect(emptied.criteria.map(({ level }) => level)).toEqual([0, 2])
    expect(withCriterion(emptied, 'mission', 1, 'På nytt').criteria.map(({ level }) => level)).toEqual([0, 1, 2])
  })

  it('moves what was required from a level that goes to the next above', () => {
    const fewer = withoutLevel(model, 1)
    expect(fewer.measures[0]?.from).toEqual({ confidentiality: 2, integrity: 2 })
    expect(fewer.mapping).toEqual([])
    expect(withoutLevel(model, 2).fourEyesFrom).toBeNull()
    expect(withoutLevel(model, 2).measures[0]?.from).toEqual({ confidentiality: 1 })
  })

  it('takes a measure out of the model when it is no longer required of anything', () => {
    const less = withRequirement(withRequirement(model, 'SÅ-01', 'confidentiality', null), 'SÅ-01', 'integrity', null)
    expect(less.measures).toEqual([])
    expect(withRequirement(less, 'SÅ-02', 'availability', 1).measures).toEqual([{ measure: 'SÅ-02', from: { availability: 1 } }])
  })

  it('can require a measure only of systems with a flag', () => {
    expect(withCondition(model, 'SÅ-01', 'enhanced').measures[0]?.when).toBe('enhanced')
    expect(withCondition(withCondition(model, 'SÅ-01', 'central'), 'SÅ-01', null)).toEqual(model)
  })

  it('gets a key of its own for each new name', () => {
    expect(keyOf('Ekonomisk skada', [])).toBe('ekonomiskSkada')
    expect(keyOf('Miljö', ['miljo'])).toBe('miljo2')
    expect(keyOf('3:e man', [])).toMatch(/^[a-z][a-zA-Z0-9]*$/)
  })
})
