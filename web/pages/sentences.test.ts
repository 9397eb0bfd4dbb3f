import { describe, expect, it } from 'vitest'
import { linkedSentence } from './sentences.ts'

describe('a sentence of the position', () => {
  it('links its number and the words up to the comma', () => {
    expect(linkedSentence('{count} risker väntar på beslut, den äldsta sedan 23 dagar.', 7, 'sv')).toEqual({
      before: '',
      number: '7',
      linked: ' risker väntar på beslut',
      after: ', den äldsta sedan 23 dagar.',
    })
  })

  it('finds the number where it is written out, and no other number like it', () => {
    expect(linkedSentence('Sedan 17 dagar väntar 7 risker.', 7, 'sv')).toMatchObject({
      before: 'Sedan 17 dagar väntar ',
      number: '7',
      linked: ' risker',
    })
  })

  it('sets large numbers with thin spaces', () => {
    expect(linkedSentence('{count} åtgärder är sena.', 1200, 'sv').number).toBe('1\u202f200')
  })

  it('is a link as a whole where it shows no number', () => {
    expect(linkedSentence('En risk väntar på beslut.', 1, 'sv')).toEqual({
      before: '',
      number: '',
      linked: 'En risk väntar på beslut.',
      after: '',
    })
  })
})
