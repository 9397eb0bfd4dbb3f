import { expect, test } from 'vitest'
import { exampleModel } from './classification-model.content.ts'
import { disorder, holes, incomplete } from './classification-model.rules.ts'

test('a model with a hole in its matrix cannot be decided, and the hole is named', () => {
  expect(incomplete({ content: exampleModel })).toBeNull()
  const content = { ...exampleModel, criteria: exampleModel.criteria.filter(({ level }) => level !== 1) }
  expect(holes(content)).toEqual([{ category: 'mission', categoryName: 'Uppdraget', level: 1, levelName: 'Nivå 1' }])
  expect(incomplete({ content })?.sv).toBe('Matrisen har ett hål: beskriv vad ”Nivå 1” betyder för ”Uppdraget”.')
  const blank = { ...exampleModel, criteria: exampleModel.criteria.map((each) => ({ ...each, text: ' ' })) }
  expect(holes(blank)).toHaveLength(3)
})

test('a model has three to six levels, and always konfidentialitet, riktighet and tillgänglighet', () => {
  expect(incomplete({ content: null })).not.toBeNull()
  expect(incomplete({ content: { ...exampleModel, levels: exampleModel.levels.slice(0, 2) } })?.sv).toContain('tre till sex')
  expect(incomplete({ content: { ...exampleModel, aspects: exampleModel.aspects.slice(1) } })?.sv).toContain('ska alltid värderas')
  expect(incomplete({ content: { ...exampleModel, categories: [] } })?.sv).toContain('konsekvenskategori')
})

test('in a model nothing stands twice and nothing refers to what is not there, even while it is a draft', () => {
  expect(disorder({ content: exampleModel })).toBeNull()
  expect(disorder({ content: { ...exampleModel, categories: [...exampleModel.categories, ...exampleModel.categories] } })?.sv).toContain(
    'två gånger',
  )
  expect(disorder({ content: { ...exampleModel, fourEyesFrom: 5 } })?.sv).toContain('Nivå 5')
  expect(disorder({ content: { ...exampleModel, mapping: [{ from: 3, to: 4 }] } })?.sv).toContain('Nivå 4')
  expect(disorder({ content: { ...exampleModel, measures: [{ measure: 'SÅ-01', from: { beauty: 1 } }] } })?.sv).toContain('beauty')
})
