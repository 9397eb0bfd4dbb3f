import { expect, test } from 'vitest'
import { fileNameFor } from './file-names.ts'

test('leaves alone the name of a file that is what it is called', () => {
  expect(fileNameFor('Årsrapport 2023 (utkast).PDF', 'application/pdf')).toBe('Årsrapport 2023 (utkast).PDF')
  expect(fileNameFor('lista.csv', 'text/plain')).toBe('lista.csv')
})

test.each(['evil.hta', 'evil.bat', 'evil.html', 'evil.svg', 'evil.txt.vbs', 'evil.hta. ', 'evil'])(
  'saves the text %s under a name that is not run',
  (name) => {
    expect(fileNameFor(name, 'text/plain')).toMatch(/\.txt$/)
  },
)

test('saves an installer, which is built like an old document, under a name that is not run', () => {
  expect(fileNameFor('setup.msi', 'application/x-cfb')).toBe('setup.msi.doc')
})

test('takes away folders, line breaks and signs that turn the direction of the text', () => {
  expect(fileNameFor('../../a\r\nX-Evil: 1.txt', 'text/plain')).toBe('.._.._aX-Evil_ 1.txt')
  expect(fileNameFor('rapport\u202efdp.vbs', 'text/plain')).toBe('rapportfdp.vbs.txt')
  expect(fileNameFor('\ud800.txt', 'text/plain')).toBe('\ufffd.txt')
})
