import { describe, expect, it } from 'vitest'
import { attachments, choice, number, scale, text } from './builders.ts'
import { problemCodes, problemText } from './problems.ts'
import { valueSchema } from './schema.ts'

const title = text({ sv: 'Benämning', en: 'Title' }, { required: true, max: 1600 })

describe('problems', () => {
  it('asks for a missing value by the name of the field, with the verb that suits its kind', () => {
    expect(problemText('required', title).sv).toBe('Fyll i ”Benämning”.')
    expect(problemText('required', choice({ sv: 'Orsak', en: 'Cause' }, { a: { sv: 'A', en: 'A' } })).sv).toBe('Gör ett val under ”Orsak”.')
    expect(problemText('required', attachments({ sv: 'Bilagor', en: 'Attachments' })).sv).toBe('Bifoga minst en fil under ”Bilagor”.')
  })

  it('writes limits as each language writes numbers', () => {
    const words = problemText('too-long:1600', title)
    expect(words.sv.replaceAll(/\s/g, ' ')).toBe('Korta texten till högst 1 600 tecken.')
    expect(words.en).toBe('Shorten the text to at most 1,600 characters.')
  })

  it('names the ends of a scale', () => {
    const level = scale({ sv: 'Nivå', en: 'Level' }, [
      { sv: 'Låg', en: 'Low' },
      { sv: 'Hög', en: 'High' },
    ])
    expect(problemText('scale:1-2', level).sv).toBe('Välj en nivå från 1 (Låg) till 2 (Hög).')
  })

  it('words every code that the validator gives, in both languages', () => {
    const tried: [Parameters<typeof valueSchema>[0], unknown][] = [
      [title, 5],
      [title, 'a\nb'],
      [title, 'a'.repeat(1601)],
      [title, 'a\u0000'],
      [number({ sv: 'Antal', en: 'Number' }, { min: 1, max: 5 }), 'x'],
      [number({ sv: 'Antal', en: 'Number' }, { min: 1, max: 5 }), 0],
      [number({ sv: 'Antal', en: 'Number' }, { min: 1, max: 5 }), 6],
      [number({ sv: 'Antal', en: 'Number' }, { min: 1, max: 5 }), 1.5],
    ]
    for (const [field, value] of tried) {
      const outcome = valueSchema(field).safeParse(value)
      expect(outcome.success).toBe(false)
      const code = outcome.error?.issues[0]?.message ?? ''
      expect(problemCodes).toContain(code.split(':')[0])
      const words = problemText(code, field)
      expect(words.sv).not.toBe(words.en)
      expect(words.sv).toMatch(/\.$/)
    }
  })

  it('has general words for a code nobody has worded', () => {
    expect(problemText('constructor').sv).toContain('kan inte sparas')
  })
})
