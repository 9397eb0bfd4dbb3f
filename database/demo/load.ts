import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { readShippedSources } from '#areas/governance/server/formats/shipped.ts'
import { importSources } from '#areas/governance/server/import-sources.ts'
import { varnaClocks, varnaDaily } from '#areas/server/clocks.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import { isRole, type Role } from '#kernel/access/roles.ts'
import { startOf } from '#kernel/clocks/calendar.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { runClocks } from '#kernel/clocks/server/fire.ts'
import { settleClocks } from '#kernel/clocks/server/settle.ts'
import type { Catalogue } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { Command, Gate, Written } from '#kernel/gate/command.ts'
import { carryOut, faultsOf } from '#kernel/gate/gate.ts'
import { keepNotices } from '#kernel/gate/notices.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { columnOf, tableOf } from '#kernel/store/columns.ts'
import { type Actor, asSystem, openStore, type Transaction } from '#kernel/store/context.ts'
import { whileUnindexed } from '#kernel/store/migrate.ts'
import { inSchemas, type Schemas } from '#kernel/store/schema/schemas.ts'
import { isUnused } from '#kernel/store/unused.ts'
import type { Database } from '#server/database/launcher.ts'
import { idOfKey } from './keys.ts'
import type { Moment, Step } from './script.ts'

export const demonstrationName = 'Trygghetsverket'

interface Known {
  readonly register: Register
  readonly id: string
  version: number
}

interface Mandate {
  readonly role: Role
  readonly unit: string
  readonly from: string
  to: string | null
}

/** What the player knows of the story so far. */
interface Played {
  readonly known: Map<string, Known>
  /** The same by identity: what follows from a change may change them further. */
  readonly byId: Map<string, Known>
  /** Assignments by person, so that everybody in the story acts with the rights he or she had that day. */
  readonly mandates: Map<string, Map<string, Mandate>>
  readonly requirements: Map<string, string>
}

const know = (played: Played, key: string, known: Known): void => {
  played.known.set(key, known)
  played.byId.set(known.id, known)
}

const linkValue = (played: Played, value: string): string => {
  if (value.startsWith('@req:')) {
    const id = played.requirements.get(value.slice('@req:'.length))
    if (!id) throw new Error(`the story refers to the unknown requirement ${value}`)
    return id
  }
  const key = value.slice(1)
  return played.known.get(key)?.id ?? idOfKey(key)
}

/** Replaces `@key` in link fields by identities. */
function valuesOf(played: Played, register: Register, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const kind = register.fields[name]?.kind
      if (kind === 'link' && typeof value === 'string') return [name, linkValue(played, value)]
      if (kind === 'links' && Array.isArray(value)) return [name, value.map((each: string) => linkValue(played, each))]
      return [name, value]
    }),
  )
}

function actorOf(played: Played, key: string, day: string): Actor {
  if (key === 'system') return asSystem('plays in the demonstration')
  const mandates = [...(played.mandates.get(idOfKey(key))?.values() ?? [])].filter(
    ({ from, to }) => from <= day && (to === null || to >= day),
  )
  return {
    person: idOfKey(key),
    name: key,
    roles: ['employee', ...new Set(mandates.map(({ role }) => role))],
    mandates: mandates.map(({ role, unit }) => ({ role, unit })),
  }
}

function noteAssignment(played: Played, key: string, values: Readonly<Record<string, unknown>>): void {
  const { person, role, unit, validFrom, validTo } = values
  for (const [owner, held] of played.mandates) {
    const found = held.get(key)
    if (found && validTo !== undefined) found.to = (validTo as string | null) ?? null
    if (found && !person) return
    if (found && owner !== person) held.delete(key)
  }
  if (typeof person !== 'string' || !isRole(role)) return
  const held = played.mandates.get(person) ?? new Map<string, Mandate>()
  held.set(key, { role, unit: unit as string, from: validFrom as string, to: (validTo as string | undefined) ?? null })
  played.mandates.set(person, held)
}

type Deed = Exclude<Step, { do: 'import-law' } | { do: 'adopt' }>

function commandOf(played: Played, catalogue: Catalogue, step: Deed, reason: string | undefined): Command {
  const because = reason ? { reason } : {}
  if (step.do === 'create') {
    const register = catalogue.register(step.register)
    const id = idOfKey(step.key)
    const values = valuesOf(played, register, step.fields)
    if (register.name === 'assignment') noteAssignment(played, step.key, values)
    know(played, step.key, { register, id, version: 1 })
    return { do: 'create', register, id, values, ...because }
  }
  const found = played.known.get(step.key)
  if (!found) throw new Error(`the story changes ${step.key} before it exists`)
  const { register, id, version } = found
  found.version += 1
  if (step.do === 'withdraw') return { do: 'withdraw', register, id, version, reason: step.reason }
  const values = step.fields ? valuesOf(played, register, step.fields) : {}
  if (step.do === 'update') {
    if (register.name === 'assignment') noteAssignment(played, step.key, values)
    return { do: 'update', register, id, version, values, ...because }
  }
  const why = step.reason ?? reason
  return { do: 'move', register, id, version, move: step.move, values, ...(why ? { reason: why } : {}) }
}

async function importLaw(gate: Gate, played: Played): Promise<void> {
  const outcome = await importSources(gate, await readShippedSources(), 'Författningar och standarder som följer med Värna')
  if (outcome.errors.length) throw new Error(`the shipped law was refused: ${JSON.stringify(outcome.errors.slice(0, 3))}`)
  for (const { key, id } of await gate.tx.rows<{ key: string; id: string }>(sql`select key, id from requirement`))
    played.requirements.set(key, id)
}

/** Finds the record that followed from something else, and gives it the key by which the story goes on. */
async function adopt(gate: Gate, played: Played, { register: name, key, where }: Extract<Step, { do: 'adopt' }>): Promise<void> {
  const register = gate.catalogue.register(name)
  const conditions = Object.entries(where).map(
    ([field, value]) => sql`${sql.ref(columnOf(field))}::text = ${value.startsWith('@') ? linkValue(played, value) : value}`,
  )
  const rows = await gate.tx.rows<{ id: string; version: number }>(
    sql`select id, version from ${sql.table(tableOf(register))} where ${sql.join(conditions, sql` and `)}`,
  )
  const [found] = rows
  if (!found || rows.length > 1) throw new Error(`the story finds ${rows.length} records to call ${key}`)
  know(played, key, { register, ...found })
}

const remember = (played: Played, written: readonly Written[]): void => {
  for (const { id, version } of written) {
    const known = played.byId.get(id)
    if (known) known.version = version
  }
}

/** The clocks that do something by themselves; what the others say is for those who read it at the time. */
const acting = varnaClocks.filter(({ act }) => act)

/** A new day of the story begins: what runs out with the day before does so, as it would have done. */
async function playMidnight(tx: Transaction, catalogue: Catalogue, schemas: Schemas, played: Played, today: string): Promise<void> {
  const now = startOf(today)
  const change = { now: now.toISOString() }
  const system = await tx.acting(asSystem('plays in the demonstration'))
  const gate: Gate = { tx: system, catalogue, today, change, effects: varnaEffects }
  remember(played, await runClocks(gate, { catalogue, history: schemas.history, now }, acting))
  // What is done every day costs too much to play every day; on Mondays the week's is made up for.
  if (new Date(`${today}T12:00:00Z`).getUTCDay() !== 1) return
  for (const duty of varnaDaily) {
    const { commands = [], notices = [] } = await duty.act(gate)
    await keepNotices(system, notices, null)
    if (commands.length) remember(played, await carryOut({ ...gate, change: { ...change, reason: duty.reason } }, commands))
  }
}

async function playMoment(tx: Transaction, catalogue: Catalogue, played: Played, moment: Moment): Promise<void> {
  const today = dayIn(new Date(moment.at))
  const actor = actorOf(played, moment.actor, today)
  const acting = await tx.acting(actor)
  const gate: Gate = { tx: acting, catalogue, today, change: { now: moment.at, reason: moment.reason ?? null }, effects: varnaEffects }
  if (moment.steps.some((step) => step.do === 'import-law')) await importLaw(gate, played)
  const steps: Deed[] = []
  for (const step of moment.steps) {
    if (step.do === 'adopt') await adopt({ ...gate, tx: await tx.acting(asSystem('plays in the demonstration')) }, played, step)
    else if (step.do !== 'import-law') steps.push(step)
  }
  if (moment.steps.some((step) => step.do === 'adopt')) await tx.acting(actor)
  const commands = steps.map((step) => commandOf(played, catalogue, step, moment.reason))
  try {
    remember(played, await carryOut(gate, commands))
  } catch (error) {
    const first = faultsOf(error)?.[0]
    const fault = first?.problem ?? (isProblem(error) ? error.problem : null)
    if (!fault) throw error
    const step = steps[first?.index ?? 0]
    throw new Error(
      `${moment.at} ${moment.actor}: ${step ? JSON.stringify(step).slice(0, 300) : ''} → ${fault.code} ${fault.title.sv} ${JSON.stringify(fault.errors ?? fault.detail ?? '')}`,
    )
  }
}

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/**
 * Plays a story into an empty database, in one transaction: each moment by its person, through the gate, with the clock of the
 * moment. Only the loader's role may date a version, and it has that right for as long as this takes.
 * @throws when the database is not empty, or when the story breaks a rule: the message names the moment and the step
 */
export async function loadStory(
  database: Database,
  catalogue: Catalogue,
  schemas: Schemas,
  story: Iterable<Moment>,
  name: string,
  progress: (moments: number) => void = () => undefined,
): Promise<void> {
  if (!(await isUnused(database.config('owner'), schemas))) throw new Error('a demonstration is only played into an empty database')
  const owner = new pg.Client(database.config('owner'))
  await owner.connect()
  try {
    await owner.query(inSchemas('grant {app} to {loader}', schemas))
    await whileUnindexed(database.config('owner'), migrations, catalogue, schemas, async () => {
      const store = openStore(database.config('loader'), schemas, 1)
      try {
        await store.write(asSystem('plays in the demonstration'), {}, async (tx) => {
          await tx.rows<object>(sql`insert into authority (name, demonstration) values (${name}, true)`)
          const played: Played = { known: new Map(), byId: new Map(), mandates: new Map(), requirements: new Map() }
          let moments = 0
          let today = ''
          for (const moment of story) {
            const day = dayIn(new Date(moment.at))
            if (day > today) await playMidnight(tx, catalogue, schemas, played, day)
            if (day > today) today = day
            await playMoment(tx, catalogue, played, moment)
            moments += 1
            progress(moments)
          }
          const now = today ? startOf(addDays(today, 1)) : new Date(0)
          await settleClocks(
            await tx.acting(asSystem('plays in the demonstration')),
            { catalogue, history: schemas.history, now },
            varnaClocks,
          )
        })
      } finally {
        await store.close()
      }
    })
    await owner.query('analyze')
  } finally {
    await owner.query(inSchemas('revoke {app} from {loader}', schemas)).catch(() => undefined)
    await owner.end()
  }
}
