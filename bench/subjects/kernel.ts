import type pg from 'pg'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { type Actor, openStore, type Store, type Transaction } from '#kernel/store/context.ts'
import { count, list, record } from '#kernel/store/read.ts'
import { schemasOf } from '#server/start.ts'
import { benchSettings } from '../scale/prepare.ts'
import { dayNumber } from './http.ts'
import type { Act, Question, Statement } from './subject.ts'

const register = varnaCatalogue.register('risk')
const asking = (actor: Actor) => ({ today: '2026-01-01', person: actor.person })

/** Asks the kernel of risks, without the web server. */
export function reading(store: Store, actor: Actor, question: Exclude<Question, { do: 'write' }>): (n: number) => Promise<void> {
  const asOf = question.asOf === null ? null : new Date(question.asOf)
  const works: Record<typeof question.do, (tx: Transaction, n: number) => Promise<boolean>> = {
    list: async (tx) => (await list(tx, varnaCatalogue, register, {}, asking(actor))).items.length > 0,
    count: async (tx) => (await count(tx, varnaCatalogue, register, {}, asking(actor))) > 0,
    record: async (tx, n) => (await record(tx, varnaCatalogue, register, question.ids[n % question.ids.length] ?? '')) !== undefined,
  }
  return async (n) => {
    if (!(await store.read(actor, asOf, (tx) => works[question.do](tx, n)))) throw new Error('the kernel found nothing')
  }
}

/** The statements the kernel sends for a question, one time for each record asked for. */
export async function statementsOf(
  config: pg.ClientConfig,
  actor: Actor,
  question: Exclude<Question, { do: 'write' }>,
): Promise<Statement[]> {
  const seen: Statement[] = []
  const store = openStore(config, schemasOf(benchSettings()), 1)
  store.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown
    client.query = ((...all: unknown[]) => {
      const [first] = all
      if (typeof first === 'object' && first !== null && 'text' in first && 'values' in first)
        seen.push({ text: String(first.text), values: first.values as unknown[] })
      return query(...all)
    }) as typeof client.query
  })
  try {
    const ask = reading(store, actor, question)
    for (let n = 0; n < Math.max(1, question.ids.length); n += 1) await ask(n)
    return seen
  } finally {
    await store.close()
  }
}

export function kernelSubject(config: pg.ClientConfig, actor: Actor, question: Question, callers: number): Act {
  const store = openStore(config, schemasOf(benchSettings()), callers)
  if (question.do !== 'write') {
    const ask = reading(store, actor, question)
    let next = 0
    return () => ask(next++)
  }
  const mine = Array.from({ length: callers }, (_, caller) =>
    question.targets.filter((_target, index) => index % callers === caller).map((target) => ({ ...target })),
  )
  const done = mine.map(() => 0)
  return async (caller) => {
    const times = done[caller] ?? 0
    done[caller] = times + 1
    const target = mine[caller]?.[times % (mine[caller]?.length ?? 1)]
    if (!target) throw new Error('nothing to change')
    const change = { request: crypto.randomUUID() }
    const values = { reviewBy: dayNumber(times * callers + caller + target.version) }
    const [written] = await store.write(actor, change, (tx) =>
      carryOut({ tx, catalogue: varnaCatalogue, today: '2026-01-01', change, effects: varnaEffects }, [
        { do: 'update', register, id: target.id, version: target.version, values },
      ]),
    )
    target.version = written?.version ?? 0
  }
}
