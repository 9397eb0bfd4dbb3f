import { sql } from 'kysely'
import type { Register } from '../../definition/register.ts'
import type { Gate, Written } from '../../gate/command.ts'
import { carryOut } from '../../gate/gate.ts'
import { load } from '../../gate/load.ts'
import { keepNotices } from '../../gate/notices.ts'
import { fill, say, type Text } from '../../language/text.ts'
import type { Notice } from '../../notices/notice.ts'
import { dayOfInWords, momentInWords } from '../words.ts'
import type { ClockRecord, ClockRule, ClockStage, Recipients } from './clock-rule.ts'
import { type Hit, isDayClock, type Looking, look, lookAt } from './look.ts'
import { readableTo } from './readable.ts'
import { type Recipient, recipientsOf } from './recipients.ts'

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

/** What a deputy is told before the rest, and instead of it where he may not read the record. */
const toDeputy = {
  first: { sv: 'Du ersätter den det gäller. ', en: 'You deputise for the one concerned. ' },
  warn: {
    sv: 'Något som väntar på den du ersätter ska vara klart senast {due}.',
    en: 'Something that awaits the one you deputise for is to be done by {due}.',
  },
  due: {
    sv: 'Något som väntar på den du ersätter skulle ha varit klart {due}.',
    en: 'Something that awaits the one you deputise for was to be done by {due}.',
  },
}

/** A record in which a clock has come to something that is to be told. */
interface Ground {
  readonly record: ClockRecord
  readonly to: readonly Recipients[]
  readonly hit: Hit
}

/** What is said of a record: to the one it concerns, and to a deputy with and without the right to read it. */
function wordsOf(register: Register, rule: ClockRule, { record, hit }: Ground) {
  const { warn, due: run, late } = rule.say
  const pattern = (hit.stage === 'late' ? late : hit.stage === 'warn' ? warn : undefined) ?? run
  const label = register.label.one
  const reference = typeof record.reference === 'string' ? record.reference : null
  const due = (isDayClock(register, rule) ? dayOfInWords : momentInWords)(new Date(hit.due))
  const plain = each(pattern, {
    reference: reference ? { sv: reference, en: reference } : { sv: label.sv.toLowerCase(), en: label.en.toLowerCase() },
    due,
  })
  const { first } = toDeputy
  return {
    plain,
    deputy: { sv: first.sv + plain.sv, en: first.en + plain.en },
    kept: each(hit.stage === 'warn' ? toDeputy.warn : toDeputy.due, { due }),
  }
}

/** The notices to all who are told, with those that are told together as one. */
async function noticesOf(gate: Gate, register: Register, rule: ClockRule, grounds: readonly Ground[]): Promise<Notice[]> {
  const persons = await recipientsOf(gate.tx, register, grounds, gate.today, rule.personal ?? false)
  const told = grounds.flatMap((ground) => (persons.get(ground.record.id) ?? []).map((recipient) => ({ ground, recipient })))
  const mayRead = await readableTo(
    gate,
    register,
    told.flatMap(({ ground, recipient: { person, absence } }) => (absence ? [{ person, record: ground.record.id }] : [])),
  )
  const gather = rule.after?.gather
  const together = new Map<string, Notice & { gathered: { key: string; records: string[]; say: Text } }>()
  const single: Notice[] = []
  for (const { ground, recipient } of told) {
    const { person, absence, list }: Recipient = recipient
    const { hit, record } = ground
    const kind = hit.stage === 'warn' ? 'reminder' : 'late'
    const words = wordsOf(register, rule, ground)
    if (absence && !mayRead(person, record.id)) {
      single.push({ person, kind, register: 'absence', record: absence, say: words.kept })
      continue
    }
    const notice: Notice = { person, kind, register: register.name, record: record.id, say: absence ? words.deputy : words.plain }
    const key = `${rule.key} ${hit.stage} ${gate.today}`
    if (!gather || list === 0) single.push(notice)
    else if (together.has(person)) together.get(person)?.gathered.records.push(record.id)
    else together.set(person, { ...notice, gathered: { key, records: [record.id], say: gather } })
  }
  return [...single, ...together.values()]
}

/**
 * Lets a clock fire in some records: tells who is to be told, and does what is to be done. Each firing is taken by a row in the database,
 * so that of two servers at once the later finds nothing to do.
 * @param gate in the name of the system
 */
async function fire(gate: Gate, rule: ClockRule, hits: readonly Hit[]): Promise<Written[]> {
  const { told, due } = await claim(gate, rule, hits)
  if (!told.length && !due.size) return []
  const register = gate.catalogue.register(rule.on)
  const records = await load(gate, register, [...new Set([...told.map(({ id }) => id), ...due])])
  const grounds = told.flatMap((hit): Ground[] => {
    const record = records.get(hit.id)?.record
    return record ? [{ record, to: hit.stage === 'late' && rule.after ? [rule.tell, rule.after.tell] : [rule.tell], hit }] : []
  })
  await keepNotices(gate.tx, await noticesOf(gate, register, rule, grounds), null)
  await gate.tx.rows<object>(sql`delete from clock_fault where clock = ${rule.key} and record = any (${hits.map(({ id }) => id)}::uuid[])`)
  const commands = due.size && rule.act ? await rule.act(gate, [...due]) : []
  return commands.length ? carryOut(gate, commands) : []
}

/** Lets a clock fire in those of some records where it has come to something, as the transaction sees them now. */
export async function fireIn(gate: Gate, looking: Looking, rule: ClockRule, ids: readonly string[]): Promise<Written[]> {
  const hits = await lookAt(gate.tx, looking, rule, ids)
  return hits.length ? fire(gate, rule, hits) : []
}

/**
 * Looks at all clocks and lets them fire, in a transaction that is already open: for playing in the past. One statement when nothing has
 * come to anything.
 * @param gate in the name of the system
 */
export async function runClocks(gate: Gate, looking: Looking, rules: readonly ClockRule[]): Promise<Written[]> {
  const written: Written[] = []
  for (const [rule, hits] of await look(gate.tx, looking, rules)) written.push(...(await fire(gate, rule, hits)))
  return written
}
