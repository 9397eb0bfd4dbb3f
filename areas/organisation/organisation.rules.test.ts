import { describe, expect, test } from 'vitest'
import { assignedByAnother, assignmentInOrder, assignmentName, employedOn, employmentInOrder } from './organisation.rules.ts'

describe('an employment', () => {
  test('may end on its first day but not before it', () => {
    expect(employmentInOrder({ employedFrom: '2022-02-01', employedTo: '2022-02-01' })).toBeNull()
    expect(employmentInOrder({ employedFrom: '2022-02-01', employedTo: '2022-01-31' })).not.toBeNull()
  })

  test('covers its first and its last day, and is open where no last day is set', () => {
    const person = { employedFrom: '2022-02-01', employedTo: '2023-06-30' }
    expect(employedOn(person, '2022-01-31')).toBe(false)
    expect(employedOn(person, '2022-02-01')).toBe(true)
    expect(employedOn(person, '2023-06-30')).toBe(true)
    expect(employedOn(person, '2023-07-01')).toBe(false)
    expect(employedOn({ employedFrom: '2022-02-01', employedTo: null }, '2030-01-01')).toBe(true)
  })
})

describe('an assignment', () => {
  test('does not end before it begins', () => {
    expect(assignmentInOrder({ validFrom: '2022-02-01', validTo: null })).toBeNull()
    expect(assignmentInOrder({ validFrom: '2022-02-01', validTo: '2022-01-31' })).not.toBeNull()
  })

  test('is never entered by the person it gives a mandate', () => {
    expect(assignedByAnother({ person: 'a' }, { today: '2022-02-01', actor: 'b', roles: [] })).toBeNull()
    expect(assignedByAnother({ person: 'a' }, { today: '2022-02-01', actor: 'a', roles: [] })).not.toBeNull()
    expect(assignedByAnother({ person: 'a' }, { today: '2022-02-01', actor: null, roles: [] })).toBeNull()
  })
})

test('an assignment is called by its role', () => {
  expect(assignmentName({ role: 'ciso' })).toBe('Informationssäkerhetschef')
  expect(assignmentName({ role: null })).toBeNull()
})
