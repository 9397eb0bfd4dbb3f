import { describe, expect, it } from 'vitest'
import { raised } from './raised.ts'

describe('the headings of a report text', () => {
  it('begin on the level below the chapter whatever level their writer began on', () => {
    expect(raised('### Under året\n\nText\n\n#### Mer')).toBe('# Under året\n\nText\n\n## Mer')
    expect(raised('# Redan överst')).toBe('# Redan överst')
  })

  it('leave a text without headings, and number signs within it, alone', () => {
    expect(raised('Ärende #12 och ##hashtag')).toBe('Ärende #12 och ##hashtag')
  })
})
