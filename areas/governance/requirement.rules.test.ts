import { expect, test } from 'vitest'
import { requirementName } from './requirement.rules.ts'

test('a requirement is called by its designation and heading, or by the one it has', () => {
  expect(requirementName({ designation: '14 §', heading: 'Uppföljning' })).toBe('14 § Uppföljning')
  expect(requirementName({ designation: null, heading: 'Uppföljning' })).toBe('Uppföljning')
  expect(requirementName({ designation: '', heading: null })).toBeNull()
})
