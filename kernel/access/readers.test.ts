import { expect, test } from 'vitest'
import { misfit } from '../testing/misfit.register.ts'
import { forReaders } from './readers.ts'

test('a screen offers no field that would only look empty, and loses nothing else', () => {
  const shown = forReaders(misfit, ['employee', 'preparedness'])
  const gone = Object.keys(misfit.fields).filter((name) => !(name in shown.fields))
  expect(gone).toEqual(['having', 'with', 'fetch', 'window'])
  expect(shown.form[0]?.fields).toContain('offset')
  expect(shown.form[0]?.fields).not.toContain('having')
  expect(shown.title).toBe('select')
  expect(forReaders(misfit, ['employee', 'preparedness'])).toBe(shown)
  expect(forReaders(misfit, ['dpo'])).toBe(misfit)
})
