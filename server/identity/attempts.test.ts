import { expect, test } from 'vitest'
import { attemptCounter, countedBy } from './attempts.ts'

test('lets ten attempts on an account from one address begin, however many come at once', () => {
  const attempts = attemptCounter()
  const begun = Array.from({ length: 60 }, () => attempts.begin(countedBy('Ylva@example.se', '10.0.0.1')))
  expect(begun.filter(Boolean)).toHaveLength(10)
  expect(attempts.begin(countedBy(' ylva@EXAMPLE.se', '10.0.0.1'))).toBe(false)
})

test('does not let a stranger shut out the owner of an account from his own address', () => {
  const attempts = attemptCounter()
  for (let turn = 0; turn < 40; turn++) attempts.begin(countedBy('ylva@example.se', '10.0.0.1'))
  expect(attempts.begin(countedBy('ylva@example.se', '10.0.0.2'))).toBe(true)
})

test('stops one who tries many accounts, also when he signs in to his own between', () => {
  const attempts = attemptCounter()
  let begun = 0
  for (let turn = 0; turn < 200; turn++) {
    if (attempts.begin(countedBy(`person${turn}@example.se`, '10.0.0.1'))) begun += 1
    const own = countedBy('egen@example.se', '10.0.0.1')
    if (attempts.begin(own)) attempts.forgive(own)
  }
  expect(begun).toBe(100)
})

test('forgets after a quarter of an hour', () => {
  let time = 0
  const attempts = attemptCounter(() => time)
  const counted = countedBy('ylva@example.se', '10.0.0.1')
  while (attempts.begin(counted)) time += 1
  time += 15 * 60_000
  expect(attempts.begin(counted)).toBe(true)
})
