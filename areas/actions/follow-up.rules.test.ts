import { expect, test } from 'vitest'
import { outcomeOf } from './follow-up.rules.ts'

const today = '2023-06-01'
const open = { state: 'ongoing', due: '2023-06-01', doneOn: null }

test('what was done is measured against the day that was decided, wherever the day has been moved since', () => {
  const done = { state: 'done', due: '2023-05-31', doneOn: '2023-05-01' }
  expect(outcomeOf(done, '2023-05-01', today)).toBe('inTime')
  expect(outcomeOf(done, '2023-04-30', today)).toBe('doneLate')
  expect(outcomeOf(done, null, today)).toBe('inTime')
})

test('what is not done is late from the day after, postponed where the day has been moved, and otherwise under way', () => {
  expect(outcomeOf(open, '2023-06-01', today)).toBe('underway')
  expect(outcomeOf(open, '2023-05-01', today)).toBe('postponed')
  expect(outcomeOf({ ...open, due: '2023-05-31' }, '2023-05-31', today)).toBe('late')
  expect(outcomeOf({ ...open, state: 'dropped' }, '2023-05-01', today)).toBe('dropped')
})
