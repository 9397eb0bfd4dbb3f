import { describe, expect, it } from 'vitest'
import { workingDaysBetween } from '#kernel/clocks/calendar.ts'
import { languages } from '#kernel/language/text.ts'
import { type Basis, bases, escalationInWords, type HandOver, handOverInWords, purposes, ruleInWords } from './escalation.words.ts'

const today = '2026-03-06'
const now = { today, workingDaysTo: (day: string) => workingDaysBetween(today, day) }
const toHead: HandOver = {
  purpose: 'decide',
  basis: 'beyondMandate',
  role: 'department-head',
  person: 'Karin Wikdahl',
  insteadOf: null,
  value: 12,
  threshold: 10,
  within: 5,
  since: '2026-03-03',
  answerBy: '2026-03-10',
  acknowledgedOn: null,
  endedOn: null,
  state: 'open',
}

describe('A hand-over in words', () => {
  it('says the rule, who has it, since when and by when', () => {
    expect(escalationInWords(toHead, now, 'sv')).toBe(
      'Värde 12 når gränsen 10: avdelningschefen beslutar, inom 5 arbetsdagar. Ligger hos Karin Wikdahl sedan den 3 mars, senast den 10 mars (om 2 arbetsdagar).',
    )
    expect(escalationInWords(toHead, now, 'en')).toBe(
      'Value 12 reaches the limit 10: the head of department decides, within 5 working days. With Karin Wikdahl since 3 March, by 10 March (in 2 working days).',
    )
  })

  it('says when the time is up today, and when it has passed', () => {
    expect(escalationInWords({ ...toHead, answerBy: today }, now, 'sv')).toContain('senast den 6 mars (i dag).')
    expect(escalationInWords({ ...toHead, answerBy: '2026-03-04' }, now, 'sv')).toContain(
      'Skulle ha varit klart den 4 mars (för 2 arbetsdagar sedan).',
    )
    expect(escalationInWords({ ...toHead, answerBy: '2025-12-30' }, now, 'en')).toContain('Was due by 30 December 2025')
  })

  it('names the one a deputy stands in for', () => {
    const away = { ...toHead, person: 'Per Almqvist', insteadOf: 'Karin Wikdahl' }
    expect(escalationInWords(away, now, 'sv')).toContain('Ligger hos Per Almqvist, som ersätter Karin Wikdahl, sedan den 3 mars')
    expect(handOverInWords(away, now, 'sv').deed).toBe('Per Almqvist, avdelningschef, ersätter Karin Wikdahl, fick risken för beslut.')
  })

  it('says that nobody is named rather than nothing', () => {
    expect(escalationInWords({ ...toHead, person: null }, now, 'sv')).toContain('Ingen person är utpekad ännu.')
  })

  it('is told that somebody was to know of it, without a time to decide within', () => {
    const told: HandOver = { ...toHead, purpose: 'know', basis: 'toldFrom', role: 'head-of-security', threshold: 8, answerBy: null }
    expect(escalationInWords(told, now, 'sv')).toBe(
      'Värde 12 når gränsen 8: säkerhetschefen ska känna till risken. Karin Wikdahl fick veta det den 3 mars.',
    )
  })

  const cases: readonly [Basis, string][] = [
    ['nearest', 'Närmaste verksamhetsansvarig: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['withinMandate', 'Värde 12 är under gränsen 10: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['ownRisk', 'Ingen beslutar ensam om sin egen risk från värdet 10: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['noHolder', 'Nivån under saknar någon som kan besluta: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['raised', 'Den som skulle besluta har lyft risken: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['takenOver', 'En överordnad har tagit över beslutet: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['notDecided', 'Inget beslut kom i tid: avdelningschefen beslutar, inom 5 arbetsdagar.'],
    ['material', 'Risken är väsentlig, värde 12 når gränsen 10: avdelningschefen beslutar, inom 5 arbetsdagar.'],
  ]
  it.each(cases)('says the rule %s', (basis, said) => {
    expect(ruleInWords({ ...toHead, basis }, 'sv')).toBe(said)
  })

  it('has words for every basis and purpose in both languages, also where numbers are unknown', () => {
    for (const language of languages)
      for (const basis of [null, ...(Object.keys(bases) as Basis[])])
        for (const purpose of Object.keys(purposes) as HandOver['purpose'][])
          for (const threshold of [null, 10]) {
            const said = escalationInWords({ ...toHead, basis, purpose, threshold, value: threshold, within: threshold }, now, language)
            expect(said).toMatch(/^\p{Lu}.*\.$/u)
            expect(said).not.toMatch(/null|undefined|NaN/)
          }
  })

  it('tells what came of it', () => {
    expect(handOverInWords(toHead, now, 'sv').outcome).toBe('Har inte bekräftat än. Senast den 10 mars.')
    const passed: HandOver = { ...toHead, state: 'passedOn', acknowledgedOn: '2026-03-04', endedOn: '2026-03-05' }
    expect(handOverInWords(passed, now, 'sv').outcome).toBe('Bekräftade den 4 mars. Gick vidare den 5 mars.')
    expect(handOverInWords({ ...passed, state: 'done' }, now, 'en').outcome).toBe('Acknowledged on 4 March. Done 5 March.')
  })
})
