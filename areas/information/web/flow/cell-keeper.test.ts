import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CellDraft, cellKeeper, type StoredCell } from './cell-keeper.ts'

/** Somebody else was first. */
interface Stale extends Error {
  readonly theirs: StoredCell
}

const cell = (level: number | null, version: number, reason: string | null = null): StoredCell => ({
  id: 'c1',
  version,
  aspect: 'integrity',
  category: 'mission',
  level,
  reason,
  by: { id: 'p2', label: 'Anna Berg' },
  at: '2026-11-22T13:32:00Z',
})
const key = 'integrity/mission'

function bench(stored: StoredCell | null = null) {
  const known = new Map<string, StoredCell>(stored ? [[key, stored]] : [])
  const send = vi.fn(async (draft: CellDraft) => ({ ...cell(draft.level, (draft.base?.version ?? 0) + 1, draft.reason) }))
  const kept: number[] = []
  const keeper = cellKeeper({
    stored: (at) => known.get(at),
    send,
    receive: (one) => void known.set(key, one),
    conflictIn: async (error) => (error instanceof Error && 'theirs' in error ? (error as Stale).theirs : null),
    retryIn: (error) => (error instanceof TypeError ? 1000 : null),
    messageIn: (error) => (error instanceof Error ? error.message : ''),
    keep: (drafts) => void kept.push(drafts.size),
    pause: 100,
  })
  return { keeper, send, known, kept }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a judgement', () => {
  it('is stored once, after a moment of rest, as it then stands', async () => {
    const { keeper, send, known } = bench()
    keeper.put('integrity', 'mission', { level: 1 })
    keeper.put('integrity', 'mission', { level: 2 })
    keeper.put('integrity', 'mission', { level: 3 })
    expect(send).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    expect(send).toHaveBeenCalledTimes(1)
    expect(known.get(key)).toMatchObject({ level: 3, version: 1 })
    expect(keeper.drafts().size).toBe(0)
  })

  it('written further while it is being stored is stored again, on the version that was made', async () => {
    const { keeper, send } = bench()
    let answer: (stored: StoredCell) => void = () => undefined
    send.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    keeper.put('integrity', 'mission', { level: 1 })
    await vi.advanceTimersByTimeAsync(100)
    keeper.put('integrity', 'mission', { reason: 'Beslut fattas på uppgifterna' })
    answer(cell(1, 1))
    await vi.advanceTimersByTimeAsync(200)
    expect(send).toHaveBeenCalledTimes(2)
    expect(send.mock.calls[1]?.[0]).toMatchObject({ level: 1, reason: 'Beslut fattas på uppgifterna', base: { version: 1 } })
  })

  it('waits for the one before it, since both move the result of the whole', async () => {
    const { keeper, send } = bench()
    let answer: (stored: StoredCell) => void = () => undefined
    send.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    keeper.put('integrity', 'mission', { level: 1 })
    keeper.put('integrity', 'individuals', { level: 2 })
    await vi.advanceTimersByTimeAsync(100)
    expect(send).toHaveBeenCalledTimes(1)
    answer(cell(1, 1))
    await vi.advanceTimersByTimeAsync(1)
    expect(send).toHaveBeenCalledTimes(2)
    expect(keeper.drafts().size).toBe(0)
  })

  it('that goes back to what was stored is not sent', async () => {
    const { keeper, send } = bench(cell(2, 4))
    keeper.put('integrity', 'mission', { level: 3 })
    keeper.put('integrity', 'mission', { level: 2 })
    await vi.advanceTimersByTimeAsync(100)
    expect(send).not.toHaveBeenCalled()
    expect(keeper.drafts().size).toBe(0)
  })
})

describe('when somebody else was first', () => {
  const stale = (theirs: StoredCell): Stale => Object.assign(new Error('stale'), { theirs })

  it('theirs is shown and mine is kept until a choice is made', async () => {
    const { keeper, send, known } = bench(cell(1, 1))
    send.mockRejectedValueOnce(stale(cell(0, 2)))
    keeper.put('integrity', 'mission', { level: 3, reason: 'Min' })
    await vi.advanceTimersByTimeAsync(100)
    expect(keeper.drafts().get(key)).toMatchObject({ status: 'conflict', level: 3, reason: 'Min', theirs: { level: 0 } })
    expect(known.get(key)).toMatchObject({ level: 0 })
    keeper.keepMine(key)
    await vi.advanceTimersByTimeAsync(1)
    expect(send.mock.calls[1]?.[0]).toMatchObject({ level: 3, base: { version: 2 } })
    expect(known.get(key)).toMatchObject({ level: 3, version: 3 })
  })

  it('and judged the same, there is nothing to choose', async () => {
    const { keeper, send } = bench(cell(1, 1))
    send.mockRejectedValueOnce(stale(cell(3, 2)))
    keeper.put('integrity', 'mission', { level: 3 })
    await vi.advanceTimersByTimeAsync(100)
    expect(keeper.drafts().size).toBe(0)
  })

  it('theirs may be taken', async () => {
    const { keeper, send } = bench(cell(1, 1))
    send.mockRejectedValueOnce(stale(cell(0, 2)))
    keeper.put('integrity', 'mission', { level: 3 })
    await vi.advanceTimersByTimeAsync(100)
    keeper.takeTheirs(key)
    expect(keeper.drafts().size).toBe(0)
    expect(send).toHaveBeenCalledTimes(1)
  })
})

describe('when the server does not answer', () => {
  it('what is written is kept and tried again', async () => {
    const { keeper, send, known, kept } = bench()
    send.mockRejectedValueOnce(new TypeError('unreachable'))
    keeper.put('integrity', 'mission', { level: 2 })
    await vi.advanceTimersByTimeAsync(100)
    expect(keeper.drafts().get(key)).toMatchObject({ status: 'failed', level: 2 })
    expect(kept.at(-1)).toBe(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(known.get(key)).toMatchObject({ level: 2 })
    expect(keeper.drafts().size).toBe(0)
  })

  it('what is refused is not tried again until it is changed', async () => {
    const { keeper, send } = bench()
    send.mockRejectedValueOnce(new Error('Nivån finns inte i modellen.'))
    keeper.put('integrity', 'mission', { level: 5 })
    await vi.advanceTimersByTimeAsync(5000)
    expect(send).toHaveBeenCalledTimes(1)
    expect(keeper.drafts().get(key)?.message).toBe('Nivån finns inte i modellen.')
    keeper.put('integrity', 'mission', { level: 3 })
    await vi.advanceTimersByTimeAsync(100)
    expect(send).toHaveBeenCalledTimes(2)
  })
})
