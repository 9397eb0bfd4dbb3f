import { sql } from 'kysely'
import { startOf } from '#kernel/clocks/calendar.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { ClockRule, DailyDuty } from '#kernel/clocks/server/clock-rule.ts'
import { fireIn } from '#kernel/clocks/server/fire.ts'
import { type Looking, look, mostAtOnce } from '#kernel/clocks/server/look.ts'
import { begin, hasBegun } from '#kernel/clocks/server/settle.ts'
import type { Gate, Written } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { keepNotices } from '#kernel/gate/notices.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'

/** What the engine needs of the server. */
export type ClockServices = Pick<Services, 'catalogue' | 'store' | 'clock' | 'effects' | 'announce'>

const nobody = '00000000-0000-0000-0000-000000000000'

/** A fault in words an administrator may see: what the gate says, or the code of the database; never a value of a record. */
const faultInWords = (error: unknown): string => {
  if (isProblem(error)) return `${error.problem.code}: ${error.problem.title.sv}`
  const { code, message } = error as { code?: string; message?: string }
  return code ? `databasen svarade ${code}` : (message ?? 'okänt fel').split('\n')[0]?.slice(0, 200) || 'okänt fel'
}

/**
 * The engine of clocks. Each server has one; whichever comes first to a firing takes it. A clock that has looked asks afterwards only about
 * what has passed a limit or been changed; once a day, and when the server starts, it asks about everything.
 */
export function clockEngine(
  services: ClockServices,
  rules: readonly ClockRule[],
  duties: readonly DailyDuty[],
  log: (message: string, error: unknown) => void,
) {
  const { catalogue, store, clock, effects } = services
  const looked = new Map<string, Date>()
  const begun = new Set<string>()
  const done = new Map<string, string>()
  const failed = new Map<string, number>()

  const lookingAt = (now: Date): Looking => ({ catalogue, history: store.schemas.history, now })

  /** Does something as the system through the gate, in one transaction, and announces what was written. */
  async function asOne(reason: string, now: Date, work: (gate: Gate) => Promise<readonly Written[]>): Promise<void> {
    const system = asSystem(reason)
    const written = await store.write(system, { reason }, (tx) => work({ tx, catalogue, today: dayIn(now), change: { reason }, effects }))
    if (written.length) services.announce(written)
  }

  const noteFault = (key: string, record: string, now: Date, error: unknown) =>
    store.write(asSystem('notes a fault'), {}, (tx) =>
      tx.rows<object>(sql`insert into clock_fault (clock, record, fault, since, last_at)
        values (${key}, ${record}::uuid, ${faultInWords(error)}, ${now.toISOString()}, ${now.toISOString()})
        on conflict (clock, record) do update set fault = excluded.fault, last_at = excluded.last_at, attempts = clock_fault.attempts + 1`),
    )

  /** All at once, or, where that fails, one by one: a record at fault stops no other. */
  async function fireAll(rule: ClockRule, ids: readonly string[], now: Date): Promise<void> {
    const fire = (some: readonly string[]) => asOne(rule.label.sv, now, (gate) => fireIn(gate, lookingAt(now), rule, some))
    try {
      await fire(ids)
    } catch {
      for (const id of ids) {
        try {
          await fire([id])
        } catch (error) {
          log(`the clock ${rule.key} failed in ${id}`, error)
          await noteFault(rule.key, id, now, error)
        }
      }
    }
  }

  /** A clock that is new to this database counts what has long passed as told. */
  async function beginNew(now: Date): Promise<void> {
    const system = asSystem('begins clocks')
    for (const rule of rules.filter(({ key }) => !begun.has(key))) {
      if (!(await store.read(system, null, (tx) => hasBegun(tx, rule))))
        await store.write(system, {}, (tx) => begin(tx, lookingAt(now), rule))
      begun.add(rule.key)
    }
  }

  async function daily(now: Date): Promise<void> {
    const today = dayIn(now)
    for (const duty of duties.filter(({ key }) => done.get(key) !== today && (failed.get(key) ?? 0) <= now.getTime())) {
      const key = `daily.${duty.key}`
      try {
        await asOne(duty.reason, now, async (gate) => {
          const mine = await gate.tx.rows<object>(sql`insert into clock_firing (record, clock, due, stage)
            values (${nobody}::uuid, ${key}, ${startOf(today).toISOString()}, 'due') on conflict do nothing returning 1 as one`)
          if (!mine.length) return []
          await gate.tx.rows<object>(sql`delete from clock_fault where clock = ${key}`)
          const { commands = [], notices = [] } = await duty.act(gate)
          await keepNotices(gate.tx, notices, null)
          return commands.length ? carryOut(gate, commands) : []
        })
        done.set(duty.key, today)
      } catch (error) {
        log(`the daily duty ${duty.key} failed`, error)
        failed.set(duty.key, now.getTime() + 3_600_000)
        await noteFault(key, nobody, now, error)
      }
    }
  }

  /** One look at every clock: a single question where nothing has come to anything. */
  async function tick(): Promise<void> {
    const now = clock.now()
    await beginNew(now)
    const since = (rule: ClockRule) => {
      const last = looked.get(rule.key)
      return last && dayIn(last) === dayIn(now) ? last : null
    }
    for (let left = rules; left.length; ) {
      const found = await store.read(asSystem('looks at the clocks'), null, (tx) => look(tx, lookingAt(now), left, since))
      for (const [rule, hits] of found)
        await fireAll(
          rule,
          hits.map(({ id }) => id),
          now,
        )
      left = left.filter((rule) => (found.get(rule)?.length ?? 0) === mostAtOnce)
    }
    for (const { key } of rules) looked.set(key, now)
    await daily(now)
  }

  return { tick }
}
