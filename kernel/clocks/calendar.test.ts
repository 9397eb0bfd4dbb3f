import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingDays, easterOf, holidayOn, isWorkingDay, latestLate, momentAt, startOf, workingDaysBetween } from './calendar.ts'
import { addDays, dayIn, endOf } from './clock.ts'
import { holidays } from './holidays.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1995-01-01', count))
const counts = fc.integer({ min: 1, max: 60 })

test('Easter falls where the church says', () => {
  expect([2000, 2008, 2019, 2024, 2025, 2026, 2027, 2038].map(easterOf)).toEqual([
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])
})

test('a year has the holidays of the law and the three eves', () => {
  const of = (year: number) =>
    Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) => holidayOn(day) !== null)
  expect(of(2026)).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-06',
    '2026-06-19',
    '2026-06-20',
    '2026-10-31',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-31',
  ])
})

test('no year lacks its holidays, however far ahead a day is set', () => {
  const inForce = holidays.filter(({ validTo }) => !validTo).map(({ key }) => key)
  for (const year of [2030, 2047, 2099]) {
    const found = Array.from({ length: 366 }, (_, index) => holidayOn(addDays(`${year}-01-01`, index)))
    expect(inForce.filter((key) => !found.some((one) => one?.key === key))).toEqual([])
  }
  expect(['2030-04-19', '2030-05-30', '2030-06-21', '2030-11-02'].map((day) => holidayOn(day)?.key)).toEqual([
    'good-friday',
    'ascension',
    'midsummer-eve',
    'all-saints',
  ])
  expect(addWorkingDays('2030-04-18', 1)).toBe('2030-04-23')
})

test('Whit Monday gave way to the National Day in 2005', () => {
  expect([holidayOn('2004-05-31')?.key, holidayOn('2004-06-06')?.key]).toEqual(['whit-monday', undefined])
  expect([holidayOn('2005-05-16')?.key, holidayOn('2005-06-06')?.key]).toEqual([undefined, 'national-day'])
})

test('working days go past weekends, holidays and eves', () => {
  expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-28')
  expect(addWorkingDays('2026-12-30', 1)).toBe('2027-01-04')
  expect(addWorkingDays('2026-06-18', 1)).toBe('2026-06-22')
  expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-02')
  expect(addWorkingDays('2026-01-01', 0)).toBe('2026-01-01')
})

test('the n-th working day is a working day, and n of them lie between', () => {
  fc.assert(
    fc.property(days, counts, (day, count) => {
      const after = addWorkingDays(day, count)
      const before = addWorkingDays(day, -count)
      expect(isWorkingDay(after) && isWorkingDay(before)).toBe(true)
      expect(workingDaysBetween(day, after)).toBe(count)
      expect(workingDaysBetween(day, before)).toBe(-count)
    }),
  )
})

test('a warning comes on the last day from which so many working days remain, and lateness after so many', () => {
  fc.assert(
    fc.property(days, days, counts, (today, due, count) => {
      expect(due <= addWorkingDays(today, count)).toBe(addWorkingDays(due, -count) <= today)
      expect(due <= latestLate(today, count)).toBe(addWorkingDays(due, count) <= today)
    }),
  )
})

test('midnight in Sweden begins the day, also where the clock is changed', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dayIn(startOf(day))).toBe(day)
      expect(startOf(day).getTime()).toBe(endOf(addDays(day, -1)).getTime() + 1)
    }),
  )
})

test('a time of day is the moment the clocks show it; the hour that comes twice is the first, the one left out is moved on', () => {
  expect(momentAt('2026-07-01', '08:00').toISOString()).toBe('2026-07-01T06:00:00.000Z')
  expect(momentAt('2026-01-15', '08:00').toISOString()).toBe('2026-01-15T07:00:00.000Z')
  expect(momentAt('2026-03-29', '01:59').toISOString()).toBe('2026-03-29T00:59:00.000Z')
  expect(momentAt('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(momentAt('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z')
  expect(momentAt('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(momentAt('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z')
})
