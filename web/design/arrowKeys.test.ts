import { expect, test } from 'vitest'
import { nextPlace, type Place } from './arrowKeys.ts'

const box = (column: number, row: number, width = 20): Place => ({
  left: column * 50,
  right: column * 50 + width,
  top: row * 50,
  bottom: row * 50 + 20,
})

test('an arrow goes to the nearest mark in its direction, past an empty square, and stays at the edge', () => {
  // Two rows and three columns, with the middle of the lower row empty.
  const places = [box(0, 0), box(1, 0), box(2, 0), box(0, 1), box(2, 1)]
  expect(nextPlace(places, 0, 'ArrowRight')).toBe(1)
  expect(nextPlace(places, 3, 'ArrowRight')).toBe(4)
  expect(nextPlace(places, 4, 'ArrowLeft')).toBe(3)
  expect(nextPlace(places, 2, 'ArrowDown')).toBe(4)
  expect(nextPlace(places, 4, 'ArrowUp')).toBe(2)
  expect(nextPlace(places, 2, 'ArrowRight')).toBe(-1)
  expect(nextPlace(places, 0, 'ArrowUp')).toBe(-1)
})

test('lines of different length under each other are taken one by one', () => {
  const places = [box(0, 0, 400), box(0, 1, 30), box(0, 2, 200)]
  expect(nextPlace(places, 0, 'ArrowDown')).toBe(1)
  expect(nextPlace(places, 1, 'ArrowDown')).toBe(2)
  expect(nextPlace(places, 2, 'ArrowUp')).toBe(1)
})
