import { describe, expect, it } from 'vitest'
import { isSafeAddress, withoutSigns } from './plain.ts'

describe('Markdown in one line', () => {
  it('keeps the words and leaves the signs', () => {
    expect(withoutSigns('## Syfte\n\nDen här **policyn** gäller _alla_.\n\n- ett\n- två')).toBe(
      'Syfte Den här policyn gäller alla. ett två',
    )
    expect(withoutSigns('Se [lagen](https://example.se/a_b).\n\n| A | B |\n| --- | --- |\n| 1 | 2 |')).toBe('Se lagen. A B 1 2')
    expect(withoutSigns('fil_namn_ett och 2 * 3')).toBe('fil_namn_ett och 2 * 3')
  })

  it('follows addresses of the web, mail and the product, never scripts', () => {
    for (const address of ['https://a.se', 'http://a.se', 'mailto:a@b.se', '/risks/1', '#a']) expect(isSafeAddress(address)).toBe(true)
    for (const address of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '//a.se', 'vbscript:x', 'java\nscript:x'])
      expect(isSafeAddress(address)).toBe(false)
  })
})
