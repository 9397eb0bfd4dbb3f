import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay, momentAt } from '../clocks/calendar.ts'
import { dayIn } from '../clocks/clock.ts'
import { afterQuiet, noticeChoiceSchema, usualChoice, whenToSend } from './choice.ts'

const sv = (moment: Date | null) =>
  moment?.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' })

test('what holds from the start is a valid choice', () => {
  expect(noticeChoiceSchema.parse(usualChoice)).toEqual(usualChoice)
})

test('what comes in the evening waits for the morning, and before a holiday for the next working day', () => {
  expect(sv(whenToSend('decision', usualChoice, momentAt('2026-11-26', '10:15'), false))).toBe('2026-11-26 10:15')
  expect(sv(whenToSend('decision', usualChoice, momentAt('2026-11-26', '18:00'), false))).toBe('2026-11-27 07:00')
  expect(sv(whenToSend('decision', usualChoice, momentAt('2026-11-27', '19:30'), false))).toBe('2026-11-30 07:00')
  expect(sv(whenToSend('late', usualChoice, momentAt('2026-12-23', '22:00'), false))).toBe('2026-12-28 07:00')
})

test('the night summer time begins or ends moves no morning', () => {
  expect(
    sv(
      whenToSend(
        'decision',
        { ...usualChoice, quiet: { from: '18:00', to: '07:00', daysOff: false } },
        momentAt('2026-03-28', '23:00'),
        false,
      ),
    ),
  ).toBe('2026-03-29 07:00')
  expect(
    sv(
      whenToSend(
        'decision',
        { ...usualChoice, quiet: { from: '18:00', to: '07:00', daysOff: false } },
        momentAt('2026-10-24', '23:00'),
        false,
      ),
    ),
  ).toBe('2026-10-25 07:00')
})

test('a quiet time from one hour to the same is none, and one over midnight is not', () => {
  const night = momentAt('2026-11-26', '23:30')
  expect(afterQuiet(night, { from: '22:00', to: '22:00', daysOff: false })).toEqual(night)
  expect(sv(afterQuiet(night, { from: '22:00', to: '06:00', daysOff: false }))).toBe('2026-11-27 06:00')
})

test('what is gathered comes once a working day', () => {
  expect(sv(whenToSend('told', usualChoice, momentAt('2026-11-26', '07:15'), false))).toBe('2026-11-26 07:30')
  expect(sv(whenToSend('told', usualChoice, momentAt('2026-11-27', '07:31'), false))).toBe('2026-11-30 07:30')
  expect(sv(whenToSend('told', usualChoice, momentAt('2026-11-30', '07:30'), true))).toBe('2026-11-30 07:30')
})

test('a decision comes at any time only to the one who has said so', () => {
  const night = momentAt('2026-12-24', '03:00')
  expect(whenToSend('decision', { ...usualChoice, decisionsAnyTime: true }, night, false)).toEqual(night)
  expect(whenToSend('late', { ...usualChoice, decisionsAnyTime: true }, night, false)).not.toEqual(night)
})

test('no e-mail comes in a quiet time, whatever it is, and none comes before its notice', () => {
  const times = fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), times, times, fc.boolean(), (second, from, to, daysOff) => {
      const now = new Date(second * 1000)
      const sent = afterQuiet(now, { from, to, daysOff })
      const time = sv(sent)?.slice(11) ?? ''
      expect(sent >= now).toBe(true)
      expect(sent.getTime() - now.getTime()).toBeLessThan(8 * 86_400_000)
      if (daysOff) expect(isWorkingDay(dayIn(sent))).toBe(true)
      if (from > to) expect(time >= to && time < from).toBe(true)
      if (from < to) expect(time < from || time >= to).toBe(true)
    }),
  )
})
