import { describe, expect, test } from 'vitest'
import { firstOf, rollUp } from '../../pictures.ts'
import { exampleRiskMethod } from '../../risk-method.content.ts'
import {
  costPerStep,
  costsFinding,
  listOf,
  matrixFinding,
  movementOf,
  rankedFinding,
  trendFinding,
  unitsFinding,
  waitingFinding,
  whyMoved,
} from './findings.ts'

const method = { id: 'm', ...exampleRiskMethod }
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const ranked = {
  id: 'r',
  reference: 'R-1',
  title: 'Dataintrång',
  unit: null,
  owner: null,
  state: 'treated',
  value: 12,
  level: 3,
  rank: 1,
  rankThen: 4,
  valueThen: 6,
  levelThen: 2,
  inherent: { consequence: null, likelihood: null },
  current: { consequence: 4, likelihood: 3 },
  target: { consequence: null, likelihood: null },
  reason: { on: '2023-11-02', by: 'Cecilia Ciso', text: 'Nya uppgifter' },
}

describe('each picture says what it shows', () => {
  test('the matrix: how many, and how many at the two highest levels', () => {
    const cells = [
      { consequence: 4, likelihood: 4, level: 4, count: 2 },
      { consequence: 2, likelihood: 4, level: 3, count: 5 },
      { consequence: null, likelihood: null, level: null, count: 1 },
    ]
    expect(matrixFinding({ cells, method, partial: false }).sv).toBe('8 öppna risker: 2 på nivån mycket hög och 5 på nivån hög')
    expect(matrixFinding({ cells, method, partial: false }).en).toBe('8 open risks: 2 at the level very high and 5 at the level high')
    expect(matrixFinding({ cells, method, partial: true }).sv).toContain('8 öppna risker av dem du får se')
    expect(matrixFinding({ cells: [], method, partial: true }).en).toBe('No open risks of those you may see')
  })

  test('the trend: against a year ago', () => {
    const quarter = (day: string, high: number, low: number) => ({
      day,
      levels: [
        { level: 4, count: high },
        { level: 1, count: low },
      ],
    })
    const quarters = [
      quarter('2022-12-31', 3, 9),
      ...['2023-03-31', '2023-06-30', '2023-09-30'].map((day) => quarter(day, 3, 3)),
      quarter('2023-12-31', 1, 9),
    ]
    expect(trendFinding({ quarters, method, partial: false }).sv).toBe(
      'Öppna risker har minskat från 12 till 10 på ett år; på de två högsta nivåerna från 3 till 1',
    )
  })

  test('the greatest: who has climbed, and why', () => {
    expect(movementOf(ranked)).toBe('up')
    expect(rankedFinding({ ranked: [ranked, { ...ranked, rankThen: null }], compared: '2023-09-30', partial: false }).sv).toBe(
      'Av de största riskerna: 1 har klättrat, 1 är ny sedan 30 september 2023',
    )
    expect(whyMoved(ranked).sv).toBe('riskvärdet från 6 till 12 (2 november 2023, Cecilia Ciso: ”Nya uppgifter”)')
    expect(whyMoved({ ...ranked, value: 6, reason: null }).sv).toBe('samma värde; andra risker har sjunkit eller avslutats')
  })

  test('one that shares its place with the last on the list has not left it', () => {
    const at = (id: string, rank: number | null, rankThen: number | null) => ({ ...ranked, id, rank, rankThen })
    const ten = Array.from({ length: 10 }, (_, index) => at(`${index}`, index < 3 ? index + 1 : 4, 4))
    const { listed, left } = listOf([...ten, at('tied', 4, 2), at('fallen', 14, 3), at('closed', null, 1)])
    expect(listed.map(({ id }) => id)).toEqual([...ten.map(({ id }) => id), 'tied'])
    expect(left.map(({ id }) => id)).toEqual(['fallen', 'closed'])
    expect(listOf([]).listed).toEqual([])
    expect(whyMoved(at('new', 2, null)).sv).toBe('fanns inte bland de öppna riskerna då')
  })

  test('what waits: how many, with how many, since when', () => {
    const waiting = [
      { person: { id: 'a', label: 'Eva Ek' }, count: 2, overdue: 0, since: '2023-10-01', before: [] },
      { person: { id: 'b', label: 'Bo Bo' }, count: 0, overdue: 0, since: null, before: [1] },
    ]
    expect(waitingFinding({ waiting, partial: false }).sv).toBe('2 beslut väntar hos 1 person, det äldsta sedan 1 oktober 2023 hos Eva Ek')
  })

  test('so many people that not all are shown: the others are one row, and all are counted', () => {
    const person = (id: string, count: number, since: string | null) => ({
      person: { id, label: id },
      count,
      overdue: count,
      since,
      before: [count, 1],
    })
    const waiting = firstOf(
      [person('Eva', 3, '2023-10-01'), person('Bo', 2, '2023-09-01'), person('Ada', 1, '2023-11-01'), person('Ulf', 0, null)],
      1,
    )
    expect(waiting.slice(1)).toEqual([{ person: null, others: 2, count: 3, overdue: 3, since: '2023-09-01', before: [3, 3] }])
    expect(waitingFinding({ waiting, partial: false }).sv).toBe('6 beslut väntar hos 3 personer, det äldsta sedan 1 september 2023')
    expect(firstOf(waiting, 2)).toBe(waiting)
  })

  test('what actions cost: for each level a risk is to fall', () => {
    const costed = {
      id: 'r',
      reference: 'R-1',
      title: '',
      value: 12,
      level: 3,
      targetValue: 2,
      targetLevel: 1,
      actions: 1,
      planned: 100_000,
      actual: 160_000,
      proposed: null,
    }
    expect(costPerStep(costed, method)).toBe(80_000)
    expect(costPerStep({ ...costed, targetLevel: 3 }, method)).toBeNull()
    expect(plain(costsFinding({ costs: [costed], method, partial: false }).sv)).toBe(
      'Åtgärder för 100 000 kr ska sänka 1 av 1 risk minst en nivå',
    )
    // What is only proposed is told apart from what is decided, also where nothing is decided.
    const proposed = { id: 'o', label: 'Minska', cost: 50_000, value: 4, level: 2, recommended: true, others: 1 }
    const bare = { ...costed, actions: 0, planned: null, actual: null, proposed }
    const said = 'Förslag för 50 000 kr första året till 1 risk är inte beslutade'
    expect(plain(costsFinding({ costs: [costed, bare], method, partial: false }).sv)).toBe(
      `Åtgärder för 100 000 kr ska sänka 1 av 1 risk minst en nivå. ${said}`,
    )
    expect(plain(costsFinding({ costs: [bare], method, partial: false }).sv)).toBe(said)
  })
})

describe('a unit counts everything below it', () => {
  const units = [
    { id: 'top', parent: null, label: 'Verket' },
    { id: 'a', parent: 'top', label: 'A' },
    { id: 'b', parent: 'a', label: 'B' },
    { id: 'empty', parent: 'top', label: 'Tom' },
    { id: 'lost', parent: 'gone', label: 'Lösryckt' },
  ]
  const counts = [
    { unit: 'b', level: 4, count: 2, overdue: 1 },
    { unit: 'a', level: null, count: 1, overdue: 0 },
    { unit: 'lost', level: 1, count: 3, overdue: 0 },
  ]
  test('to the top, without those that have nothing, and loses none', () => {
    const rows = rollUp(units, counts)
    expect(rows.map(({ label, depth, count, worst, overdue }) => [label, depth, count, worst, overdue])).toEqual([
      ['Lösryckt', 0, 3, 1, 0],
      ['Verket', 0, 3, 4, 1],
      ['A', 1, 3, 4, 1],
      ['B', 2, 2, 4, 1],
    ])
    expect(rows[1]?.levels).toEqual({ 4: 2, none: 1 })
    expect(unitsFinding({ units: rows, method, partial: false }).sv).toBe(
      'A har flest allvarliga risker: 2 på de två högsta nivåerna; 1 beslut är försenat i hela organisationen',
    )
  })
  test('a ring of units ends', () => {
    const ring = [
      { id: 'x', parent: 'y', label: 'X' },
      { id: 'y', parent: 'x', label: 'Y' },
    ]
    expect(rollUp([...units, ...ring], counts)).toHaveLength(4)
  })
})
