import { expect, test } from 'vitest'
import { rememberCostly } from './remember.ts'

/** A clock that goes only when told to, and work that takes as long as told. */
function trial(cost: number) {
  let now = 0
  let done = 0
  const remember = rememberCostly<number>(() => now)
  const work = async () => {
    now += cost
    done += 1
    return done
  }
  return { ask: (key = 'key') => remember(key, work), wait: (milliseconds: number) => (now += milliseconds) }
}

test('what is quickly worked out is always the latest', async () => {
  const { ask } = trial(10)
  expect([await ask(), await ask()]).toEqual([1, 2])
})

test('what took long is remembered twenty times as long, and at most a minute', async () => {
  const slow = trial(100)
  expect([await slow.ask(), await slow.ask()]).toEqual([1, 1])
  slow.wait(1_999)
  expect(await slow.ask()).toBe(1)
  slow.wait(2)
  expect(await slow.ask()).toBe(2)
  const slowest = trial(10_000)
  await slowest.ask()
  slowest.wait(60_001)
  expect(await slowest.ask()).toBe(2)
})

test('one who asks with another key gets an answer of his own', async () => {
  const { ask } = trial(100)
  expect([await ask('one'), await ask('other')]).toEqual([1, 2])
})

test('a failure is not remembered', async () => {
  const remember = rememberCostly<number>()
  await expect(remember('key', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await remember('key', async () => 1)).toBe(1)
})
