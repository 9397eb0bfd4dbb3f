import { expect, test } from 'vitest'
import { reviewAfterStart } from './document.rules.ts'
import { documentWorkflow } from './document.workflow.ts'

test('a document is reviewed after the day it begins to apply', () => {
  expect(reviewAfterStart({ validFrom: '2023-01-01', reviewBy: '2024-01-01' })).toBeNull()
  expect(reviewAfterStart({ validFrom: '2023-01-01', reviewBy: '2023-01-01' })).not.toBeNull()
  expect(reviewAfterStart({ validFrom: null, reviewBy: '2023-01-01' })).toBeNull()
})

test('a document is not put into force before the day it is to apply', () => {
  const { guard } = documentWorkflow.moves.publish
  expect(guard({ validFrom: '2023-03-01' }, { today: '2023-03-01', actor: null, roles: [] })).toBeNull()
  expect(guard({ validFrom: '2023-03-01' }, { today: '2023-02-28', actor: null, roles: [] })?.sv).toContain('2023-03-01')
})
