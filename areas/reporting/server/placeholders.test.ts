import { expect, test } from 'vitest'
import { figuresNamed, fillFigures, unknownIn } from './placeholders.ts'

const known: Record<string, string> = { 'awareness.completion-share': '83 %' }
const inWords = (key: string) => known[key] ?? null

test('a placeholder is replaced by the figure in words, as often as it stands', () => {
  expect(
    fillFigures('I dag har {figure:awareness.completion-share}, alltså { figure:x} {figure:awareness.completion-share}.', inWords),
  ).toBe('I dag har 83 %, alltså { figure:x} 83 %.')
})

test('a figure that does not exist stays visible as a fault, and is named', () => {
  const text = 'Andelen är {figure:awareness.completion-shar}.'
  expect(fillFigures(text, inWords)).toBe('Andelen är **⚠ awareness.completion-shar**.')
  expect(unknownIn(text, (key) => key in known).map(({ key }) => key)).toEqual(['awareness.completion-shar'])
  expect(unknownIn('{figure:awareness.completion-share}', (key) => key in known)).toEqual([])
})

test('a brace that is written as text does not begin a figure', () => {
  expect(figuresNamed('\\{figure:a.b}')).toEqual([])
  expect(fillFigures('\\{figure:a.b}', inWords)).toBe('\\{figure:a.b}')
})

test('the value of a figure is never read as a pattern of its own', () => {
  expect(fillFigures('{figure:a}', () => '$& {figure:b}')).toBe('$& {figure:b}')
})
