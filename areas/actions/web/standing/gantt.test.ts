import { expect, test } from 'vitest'
import type { ActionItem } from '../../standing.answers.ts'
import { chartOf } from './gantt.ts'

const item = (id: string, values: Partial<ActionItem>): ActionItem => ({
  id,
  version: 1,
  reference: id,
  state: 'ongoing',
  title: id,
  owner: null,
  unit: null,
  plan: null,
  source: 'risk',
  priority: null,
  starts: null,
  due: null,
  doneOn: null,
  checkBy: null,
  effective: null,
  costEstimated: null,
  costActual: null,
  dependsOn: [],
  late: false,
  moves: [],
  ...values,
})

test('a bar runs from the start to the due day, or to the day it was done; without a start it is a mark', () => {
  const { bars } = chartOf(
    [
      item('a', { starts: '2026-01-10', due: '2026-01-20' }),
      item('b', { starts: '2026-01-10', due: '2026-01-20', doneOn: '2026-01-15' }),
      item('c', { due: '2026-01-20' }),
      item('d', {}),
    ],
    '2026-01-12',
  )
  expect(bars.map(({ width }) => width)).toEqual([60, 30, 0])
  expect(bars[2]?.x).toBe((bars[0]?.x ?? 0) + 60)
})

test('what is late runs on to the day one looks from', () => {
  const { bars, todayX } = chartOf([item('a', { starts: '2026-01-01', due: '2026-01-05', late: true })], '2026-01-09')
  expect(bars[0]?.over).toBe(24)
  expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0) + 24).toBe(todayX)
})

test('a line leads to what waits, where both are shown', () => {
  const { lines } = chartOf(
    [
      item('a', { due: '2026-01-05' }),
      item('b', {
        due: '2026-01-09',
        dependsOn: [
          { id: 'a', label: 'a' },
          { id: 'z', label: 'z' },
        ],
      }),
    ],
    '2026-01-01',
  )
  expect(lines.map(({ from, to }) => [from.item.id, to.item.id])).toEqual([['a', 'b']])
})

test('years of actions get a tick for each quarter, and the width stays one that can be scrolled', () => {
  const { ticks, width } = chartOf([item('a', { starts: '2021-01-15', due: '2026-12-31' })], '2024-01-01')
  expect(ticks.filter(({ isYear }) => isYear).map(({ date }) => date)).toEqual([
    '2021-01-01',
    '2022-01-01',
    '2023-01-01',
    '2024-01-01',
    '2025-01-01',
    '2026-01-01',
    '2027-01-01',
  ])
  expect(width).toBeLessThan(2500)
})
