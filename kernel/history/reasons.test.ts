import { expect, test } from 'vitest'
import { systemReason } from './reasons.ts'

test('a reason of the product itself is said in the language of the reader', () => {
  const known = [{ sv: 'Tiden har gått ut', en: 'The time has ended' }]
  const said = (kept: string) => systemReason(kept, known, 'en')
  expect(said('Tiden har gått ut')).toBe('The time has ended')
  expect(said('Följer av R-2023-0001, RM-2023-0002')).toBe('Follows from R-2023-0001, RM-2023-0002')
  expect(said('Följer av 12 ändringar, däribland R-2023-0001')).toBe('Follows from 12 changes, R-2023-0001 among them')
  expect(said('Följer av en annan ändring')).toBe('Follows from another change')
  expect(systemReason('Följer av R-2023-0001', known, 'sv')).toBe('Följer av R-2023-0001')
  // What is not known is not half translated.
  expect(said('Följer av vad vi kom överens om')).toBe('Följer av vad vi kom överens om')
})
