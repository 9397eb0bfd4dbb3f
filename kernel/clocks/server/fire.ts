import { sql } from 'kysely'
import type { Gate, Written } from '../../gate/command.ts'
import { carryOut } from '../../gate/gate.ts'
import { load } from '../../gate/load.ts'
import { keepNotices } from '../../gate/notices.ts'
import { fill, say, type Text } from '../../language/text.ts'
import type { Notice } from '../../notices/notice.ts'
import { dayIn } from '../clock.ts'
import type { ClockRule, ClockStage, Recipients } from './clock-rule.ts'
import { type Hit, isDayClock, type Looking, look, lookAt } from './look.ts'
import { recipientsOf } from './recipients.ts'

const dayWords = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', year: 'numeric' }),
}
const timeWords = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })

/** A day, or a moment, as it is said in running text: *27 november 2026*, *27 november 2026 kl. 16:00*. */
export function dueInWords(due: Date, day: boolean): Text {
  const time = timeWords.format(due)
  const words = { sv: dayWords.sv.format(due), en: dayWords.en.format(due) }
  return day ? words : { sv: `${words.sv} kl. ${time}`, en: `${words.en} at ${time}` }
}

const each = (text: Text, values: Readonly<Record<string, Text>>): Text => ({
  sv: fill(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(value, 'sv')]))).sv,
  en: fill(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(value, 'en')]))).en,
})

const passed: Readonly<Record<ClockStage, readonly ClockStage[]>> = { warn: ['warn'], due: ['warn', 'due'], late: ['warn', 'due', 'late'] }

/** Takes the firings that nobody else has taken; what lies before what a clock has come to is taken with it, and never told. */
async function claim(gate: Gate, rule: ClockRule, hits: readonly Hit[]): Promise<{ told: Hit[]; due: Set<string> }> {
  const rows = hits.flatMap(({ id, due, stage }) => passed[stage].map((each) => ({ record: id, due, stage: each })))
  const claimed = await gate.tx.rows<{ record: string; stage: ClockStage }>(
    sql`insert into clock_firing (record, clock, due, stage)
      select f.record, ${rule.key}, f.due, f.stage from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(record uuid, due timestamptz, stage text)
      order by f.record, f.due, f.stage on conflict do nothing returning record, stage`,
  )
  const mine = new Set(claimed.map(({ record, stage }) => `${record} ${stage}`))
  return {
    told: hits.filter(({ id, stage }) => mine.has(`${id} ${stage}`)),
    due: new Set(claimed.filter(({ stage }) => stage === 'due').map(({ record }) => record)),
  }
}

/**
 * Lets a clock fire in some records: tells who is to be told, and does what is to be done. Each firing is taken by a row in the database,
 * so that of two servers at once the later finds nothing to do.
 * @param gate in the name of the system
 */
async function fire(gate: Gate, rule: ClockRule, hits: readonly Hit[], now: Date): Promise<Written[]> {
  const { told, due } = await claim(gate, rule, hits)
  if (!told.length && !due.size) return []
  const register = gate.catalogue.register(rule.on)
  const records = await load(gate, register, [...new Set([...told.map(({ id }) => id), ...due])])
  const grounds = told.flatMap((hit) => {
    const record = records.get(hit.id)?.record
    const to: Recipients[] = hit.stage === 'late' && rule.after ? [rule.tell, rule.after.tell] : [rule.tell]
    return record ? [{ record, to, hit }] : []
  })
  const persons = await recipientsOf(gate.tx, register, grounds, dayIn(now), rule.personal ?? false)
  const notices = grounds.flatMap(({ record, hit }): Notice[] => {
    const pattern = (hit.stage === 'late' ? rule.say.late : undefined) ?? (hit.stage === 'warn' ? rule.say.warn : undefined) ?? rule.say.due
    const label = register.label.one
    const reference = record.reference as string | null
    const words = each(pattern, {
      reference: reference ? { sv: reference, en: reference } : { sv: label.sv.toLowerCase(), en: label.en.toLowerCase() },
      due: dueInWords(new Date(hit.due), isDayClock(register, rule)),
    })
    return (persons.get(hit.id) ?? []).map((person) => ({
      person,
      kind: hit.stage === 'warn' ? 'reminder' : 'late',
      register: register.name,
      record: hit.id,
      say: words,
    }))
  })
  await keepNotices(gate.tx, notices, null)
  await gate.tx.rows<object>(sql`delete from clock_fault where clock = ${rule.key} and record = any (${hits.map(({ id }) => id)}::uuid[])`)
  const commands = due.size && rule.act ? await rule.act(gate, [...due]) : []
  return commands.length ? carryOut(gate, commands) : []
}

/** Lets a clock fire in those of some records where it has come to something, as the transaction sees them now. */
export async function fireIn(gate: Gate, looking: Looking, rule: ClockRule, ids: readonly string[]): Promise<Written[]> {
  const hits = await lookAt(gate.tx, looking, rule, ids)
  return hits.length ? fire(gate, rule, hits, looking.now) : []
}

/**
 * Looks at all clocks and lets them fire, in a transaction that is already open: for playing in the past. One statement when nothing has
 * come to anything.
 * @param gate in the name of the system
 */
export async function runClocks(gate: Gate, looking: Looking, rules: readonly ClockRule[]): Promise<Written[]> {
  const written: Written[] = []
  for (const [rule, hits] of await look(gate.tx, looking, rules)) written.push(...(await fire(gate, rule, hits, looking.now)))
  return written
}
