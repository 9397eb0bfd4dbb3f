import { expect, test } from 'vitest'
import { consequenceLadder } from '../scales/risk.ts'
import { exampleRiskMethod } from './risk-method.content.ts'
import { levelCalled } from './risk-method.words.ts'

test('a level is found by its name, its number or both, and by nothing else', () => {
  const [first, , third] = exampleRiskMethod.consequence
  const axis = exampleRiskMethod.consequence
  const name = third?.name ?? ''
  for (const text of ['3', '3.0', name, name.toUpperCase(), `3 ${name}`, `3 – ${name}`, `3. ${name}`, `${name} (3)`, ` ${name} - 3`])
    expect(levelCalled(axis, consequenceLadder, text), text).toBe(3)
  for (const text of ['5', '0', '-1', 'Katastrof', '', '3.5', `3 ${first?.name}`, '33'])
    expect(levelCalled(axis, consequenceLadder, text), text).toBe(null)
})

test('the names of the method go before those of the common ladder, which are understood where the method has the level', () => {
  const axis = exampleRiskMethod.consequence.map((level) => ({ ...level, name: `Steg ${level.level}` }))
  axis[0] = { ...axis[0], level: 1, name: consequenceLadder[2]?.sv ?? '', meaning: '', weight: 1 }
  const called = (text: string) => levelCalled(axis, consequenceLadder, text)
  expect(called(consequenceLadder[2]?.sv ?? '')).toBe(1)
  expect(called(consequenceLadder[1]?.en ?? '')).toBe(2)
  expect(called(`4 ${consequenceLadder[3]?.sv}`)).toBe(4)
  expect(called(consequenceLadder[5]?.sv ?? '')).toBe(null)
})
