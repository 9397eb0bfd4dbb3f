import { describe, expect, test } from 'vitest'
import { guessColumns } from '#kernel/exchange/columns.ts'
import { exampleModel, type ModelContent } from '../classification-model.content.ts'
import { broughtTargets, isOwnExport, levelIn, levelsInWords, reviewDay } from './import-classifications.rules.ts'

const model: ModelContent = {
  ...exampleModel,
  levels: [
    { level: 0, name: 'Öppen', meaning: '', reviewMonths: 36 },
    { level: 1, name: 'Intern', meaning: '', reviewMonths: 24 },
    { level: 3, name: 'Hög', meaning: '', reviewMonths: 12 },
  ],
}

describe('A level in a list', () => {
  test.each([
    ['3', 3],
    [' 3 ', 3],
    ['3.0', 3],
    ['K3', 3],
    ['R: 1', 1],
    ['nivå 1', 1],
    ['3 Allvarlig', 3],
    ['hög', 3],
    ['ÖPPEN', 0],
    ['Måttlig', 1],
    ['Serious', 3],
  ])('may stand as "%s"', (cell, level) => {
    expect(levelIn(cell, model)).toEqual({ kind: 'level', level })
  })

  test.each(['2', '13', '3,5', 'jättehög', 'Betydande', 'x'])('is refused as "%s", which is none of the model’s', (cell) => {
    expect(levelIn(cell, model)).toEqual({ kind: 'unknown' })
  })

  test.each(['', ' ', '-', '–'])('is not given where "%s" stands', (cell) => {
    expect(levelIn(cell, model)).toEqual({ kind: 'none' })
  })

  test('is told as the model has it', () => {
    expect(levelsInWords(model)).toBe('0 Öppen, 1 Intern, 3 Hög')
  })
})

test('the day of review follows from the highest level where the list does not say, and a month that is too short ends on its last', () => {
  const at = (confidentiality: number) => ({ confidentiality, integrity: 0, availability: null, traceability: null })
  expect(reviewDay('2023-02-01', at(3), model)).toBe('2024-02-01')
  expect(reviewDay('2023-02-01', at(0), model)).toBe('2026-02-01')
  expect(reviewDay('2024-02-29', at(3), model)).toBe('2025-02-28')
})

test('the headings authorities use are recognised, and an export of the register is told apart', () => {
  const header = [
    'Informationstyp',
    'Förvaltning',
    'Informationsägare (namn)',
    'IT-system',
    'Konfidentialitet',
    'Riktighet',
    'Tillgänglighet',
    'Spårbarhet',
    'Senast klassad',
    'Giltig till',
  ]
  expect(Object.values(guessColumns(broughtTargets, header))).toEqual([
    'asset',
    'unit',
    'owner',
    'systems',
    'confidentiality',
    'integrity',
    'availability',
    'traceability',
    'classifiedOn',
    'reviewBy',
  ])
  expect(isOwnExport(header)).toBe(false)
  expect(isOwnExport(['Referens', 'Klassningen avser', 'Klassningsmodell'])).toBe(true)
})
