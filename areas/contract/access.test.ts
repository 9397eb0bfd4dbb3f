import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorWith, does, type Samples, samplesIn, tries, type Values } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import { type Action, type Scope, scopesFor } from '#kernel/access/access.ts'
import { changingActions } from '#kernel/access/predicate.ts'
import { type Role, roleNames } from '#kernel/access/roles.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { Command } from '#kernel/gate/command.ts'
import { story } from '#kernel/history/history.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { quote, tableOf } from '#kernel/store/columns.ts'
import type { Actor } from '#kernel/store/context.ts'
import { linksOf } from '#kernel/store/links.ts'
import { count, identities, list, record, records } from '#kernel/store/read.ts'
import { search } from '#kernel/store/search.ts'
import { contractBed, contractCatalogue } from './bed.ts'

/** What decides who may do what to a record: where it lies, whose it is and whether it is marked. */
interface Facts {
  readonly id: string
  readonly unit: 'mine' | 'below' | 'other' | null
  readonly own: boolean
  /** Whether the record names the person, rather than only having been made by him. */
  readonly held?: boolean
  /** The field by which it is his own. */
  readonly names?: string | null
  readonly secret: boolean
  readonly state?: string | null
  readonly version?: number
  /** The facts of the record this one is part of. */
  readonly whole?: Pick<Facts, 'unit' | 'own' | 'held' | 'names' | 'secret' | 'state'>
}

let bed: TestBed
let samples: Samples
const units = { mine: '', below: '', other: '' }
/** The person every role is tried as. */
const me = v7()
const asking = { today: '2024-01-01', person: me }
const marking = { provision: '18 kap. 8 § 3 OSL', markedOn: '2023-01-01', authority: 'Trygghetsverket' }

beforeAll(async () => {
  bed = await contractBed()
  samples = await samplesIn(bed)
  const unit = contractCatalogue.register('unit')
  const top = await samples.makeMinimal(unit)
  units.mine = (await samples.makeMinimal(unit, { name: 'Min enhet', parent: top.id })).id
  units.below = (await samples.makeMinimal(unit, { name: 'Enheten under', parent: units.mine })).id
  units.other = (await samples.makeMinimal(unit, { name: 'En annan enhet', parent: top.id })).id
  const person = contractCatalogue.register('person')
  const values = { name: 'Jag Själv', email: 'jag@trygghetsverket.example', unit: units.mine, employedFrom: '2020-01-01' }
  await does(bed, samples.actor, [{ do: 'create', register: person, id: me, values }])
})
afterAll(() => bed.close())

const secrecyOf = (register: Register) => Object.keys(register.fields).find((name) => register.fields[name]?.kind === 'secrecy')
const textOf = (register: Register) =>
  Object.keys(register.fields).find((name) => ['text', 'rich'].includes(register.fields[name]?.kind ?? ''))

type Judged = Pick<Facts, 'unit' | 'own' | 'held' | 'names' | 'secret' | 'state' | 'whole'>

/** The judgement of the access table in plain words, independent of the SQL that carries it out. */
const reaches = (scope: Scope | undefined, facts: Pick<Facts, 'unit' | 'own'>): boolean =>
  scope === 'all' || (scope === 'unit' && (facts.unit === 'mine' || facts.unit === 'below')) || (scope === 'own' && facts.own)

const wholeOf = (register: Register): Register | null => {
  const field = register.fields[register.scope?.partOf ?? '']
  return field?.kind === 'link' ? contractCatalogue.register(field.to) : null
}

/** A part is for those who may read the whole, and is changed by those who may change the whole. */
function mayInWhole(register: Register, roles: readonly Role[], action: Action, whole: Facts['whole']): boolean {
  const of = wholeOf(register)
  return of !== null && whole !== undefined && mayRead(of, roles, whole) && (action === 'read' || may(of, roles, 'update', whole))
}

function may(register: Register, roles: readonly Role[], action: Action, facts: Judged): boolean {
  // Who made a record does not thereby decide on it.
  const move = action.startsWith('move:') ? action.slice('move:'.length) : null
  const { only, own: ownFields } = (move && register.workflow?.moves[move]) || {}
  const held = ownFields ? ownFields.includes(facts.names ?? '') : facts.held
  const own = move ? (held ?? facts.own) : facts.own
  if (action === 'update' && register.workflow?.states[facts.state ?? '']?.locked) return false
  // Some moves are for the one person whom a field of the record names.
  if (only && facts.names !== only) return false
  return roles.some((role) => {
    const scope = scopesFor(register.access, action)[role]
    return scope === 'part' ? mayInWhole(register, roles, action, facts.whole) : reaches(scope, { unit: facts.unit, own })
  })
}

function mayRead(register: Register, roles: readonly Role[], facts: Judged): boolean {
  const readable = roles.some((role) => {
    const states = register.access[role]?.readIn
    return may(register, [role], 'read', facts) && (!states || facts.own || states.includes(facts.state ?? ''))
  })
  return readable && (!facts.secret || may(register, roles, 'secret', facts))
}

/** What tells the records of a test apart: place × whose × marked or not. */
const sorts = (register: Register) =>
  (register.scope?.unit ? (['mine', 'below', 'other'] as const) : [null]).flatMap((place) =>
    (secrecyOf(register) ? [false, true] : [false]).flatMap((secret) =>
      [null, 'maker', ...(register.scope?.own ?? [])].map((own) => ({ place, secret, own })),
    ),
  )

/** Puts a record where it is to lie; a place that follows from another record is given as what is calculated is. */
function placedIn(register: Register, place: keyof typeof units | null, values: Values): { calculated: { calculated?: Values } } {
  const name = register.scope?.unit
  if (!name) return { calculated: {} }
  const unit = place ? units[place] : null
  if (register.fields[name]?.kind === 'derived') return { calculated: { calculated: { [name]: unit } } }
  values[name] = unit
  return { calculated: {} }
}

/** The sorts of wholes that parts are tried in; what makes a whole one's own is tried with the whole itself. */
const sortsOfWhole = (register: Register) =>
  sorts(register).filter(({ own }) => own === null || own === 'maker' || own === register.scope?.own?.[0])

/** A record of one sort; its maker is the person who is tried, where it is to be his own by that. */
async function ofSort(register: Register, { place, secret, own }: ReturnType<typeof sorts>[number]) {
  const secrecy = secrecyOf(register)
  const values: Values = await samples.minimal(register)
  const placed = placedIn(register, place, values).calculated
  const calculated: { calculated?: Values } = { ...placed }
  if (secrecy) values[secrecy] = secret ? marking : null
  for (const name of register.scope?.own ?? []) {
    const field = register.fields[name]
    const many = field?.kind === 'links'
    // Whom the record has been handed to by calculation owns it like any other it names.
    if (name === own && field?.kind === 'derived') calculated.calculated = { ...calculated.calculated, [name]: me }
    else if (name === own) values[name] = many ? [samples.actor.person, me] : me
    else if (many) values[name] = []
  }
  // Nobody enters his own assignment, so his own records are entered by another and read by him.
  const actor: Actor = own === 'maker' ? { ...samples.actor, person: me } : samples.actor
  const held = own !== null && (own !== 'maker' || !register.scope?.own?.length)
  return {
    actor,
    command: { do: 'create', register, values, ...calculated } satisfies Command,
    facts: { unit: place, own: own !== null, held, names: own === 'maker' ? null : own, secret, state: register.workflow?.initial ?? null },
  }
}

/** The move to a state in which a record is read by more than those whose own it is, where nothing but the move is needed for it. */
function openingMove(register: Register): { readonly move: string; readonly state: string } | null {
  const states = Object.values(register.access).flatMap((grant) => grant.readIn ?? [])
  const found = Object.entries(register.workflow?.moves ?? {}).find(
    ([, { from, to, needs, guard }]) => from.includes(register.workflow?.initial ?? '') && states.includes(to) && !needs?.length && !guard,
  )
  return found ? { move: found[0], state: found[1].to } : null
}

/** A word that stands in the records of a register that are tried, and nowhere else; none where it has no running text. */
const wordOf = (register: Register) => (textOf(register) ? `ord${register.name.toLowerCase()}prov` : '')
let counter = 0

async function write(register: Register, { actor, command, facts }: Awaited<ReturnType<typeof ofSort>>, whole?: Facts['whole']) {
  counter += 1
  const text = textOf(register)
  if (text) command.values[text] = `${wordOf(register)} ${counter}`
  const [written] = await does(bed, actor, [command])
  return { ...facts, ...(whole ? { whole } : {}), id: written?.id ?? '' }
}

/**
 * Records of every sort that matters; the parts of something are as many as the sorts of wholes. Where who reads a part depends on
 * whose it is and on its state, there are such parts too, in wholes that are somebody else's.
 */
async function everySort(register: Register): Promise<Facts[]> {
  const whole = wholeOf(register)
  const made: Facts[] = []
  if (!whole) {
    for (const sort of sorts(register)) made.push(await write(register, await ofSort(register, sort)))
    return made
  }
  const opening = openingMove(register)
  for (const sort of sortsOfWhole(whole)) {
    const one = await ofSort(whole, sort)
    const [of] = await does(bed, one.actor, [one.command])
    const part = async (own: string | null) => {
      const given = await ofSort(register, { place: null, secret: false, own })
      given.command.values[register.scope?.partOf ?? ''] = of?.id
      return write(register, given, one.facts)
    }
    made.push(await part(null))
    if (sort.own !== null || sort.secret) continue
    if (register.scope?.own) for (const own of ['maker', ...register.scope.own]) made.push(await part(own))
    if (!opening) continue
    const shown = await part(null)
    await does(bed, samples.actor, [{ do: 'move', register, id: shown.id, version: 1, move: opening.move, reason: 'Visas' }])
    made.push({ ...shown, state: opening.state, version: 2 })
  }
  return made
}

/** Whether the actor sees all that the values lead to. */
const seesLinks = (actor: Actor, register: Register, values: Values): Promise<boolean> =>
  bed.store.read(actor, null, async (tx) => {
    for (const [name, value] of Object.entries(values)) {
      const field = register.fields[name]
      if ((field?.kind !== 'link' && field?.kind !== 'links') || !value) continue
      const wanted = [value].flat() as string[]
      if ((await records(tx, bed.catalogue, contractCatalogue.register(field.to), wanted)).length < new Set(wanted).size) return false
    }
    return true
  })

const status = async (act: Promise<unknown>): Promise<number | null> => {
  try {
    await act
    return null
  } catch (error) {
    if (!isProblem(error)) throw error
    return error.problem.status
  }
}

describe.each([...contractCatalogue.registers])('$plural', (register) => {
  let all: Facts[]
  const word = wordOf(register)
  const ids = () => all.map(({ id }) => id)
  const names = (found: readonly string[]) =>
    all.filter(({ id }) => found.includes(id)).map((facts) => JSON.stringify({ ...facts, id: '' }))
  const expected = (roles: readonly Role[]) => all.filter((facts) => mayRead(register, roles, facts)).map(({ id }) => id)

  beforeAll(async () => {
    all = await everySort(register)
    // Shown to notice: every record is there, and somebody sees each of them.
    const seen = await bed.store.read(samples.actor, null, (tx) => identities(tx, bed.catalogue, register, { ids: ids() }, asking))
    expect([...seen].sort()).toEqual([...ids()].sort())
  })

  test.each(roleNames)('are listed, counted, read, found and told of to %s exactly as the table says', async (role) => {
    const actor = actorWith(role, units.mine, me)
    const right = expected([role])
    await bed.store.read(actor, null, async (tx) => {
      const question = { ids: ids() }
      const page = await list(tx, bed.catalogue, register, { ...question, fields: ['id'], limit: 500, count: true }, asking)
      expect(names(page.items.map((item) => (JSON.parse(item) as { id: string }).id))).toEqual(names(right))
      expect(page.total).toBe(right.length)
      expect(await count(tx, bed.catalogue, register, question, asking)).toBe(right.length)
      expect(names((await records(tx, bed.catalogue, register, ids())).map(({ id }) => id))).toEqual(names(right))
      if (word) {
        const hits = await search(tx, bed.catalogue, word, 500)
        expect(names(hits.map(({ id }) => id))).toEqual(names(right))
        expect(names(await identities(tx, bed.catalogue, register, { q: word }, asking))).toEqual(names(right))
      }
      // One of each sort is enough for what costs a question each.
      const sortOf = ({ id, own, secret, state }: Facts) => `${right.includes(id)} ${own} ${secret} ${state}`
      const some = [...new Map(all.map((facts) => [sortOf(facts), facts])).values()]
      const told = await Promise.all(
        some.map(({ id }) =>
          story(tx, bed.store, bed.catalogue, register, id).then(
            () => id,
            () => '',
          ),
        ),
      )
      expect(names(told)).toEqual(names(right.filter((id) => some.some((facts) => facts.id === id))))
    })
    // The past is closed to the same people.
    await bed.store.read(actor, new Date(), async (tx) => {
      const past = await identities(tx, bed.catalogue, register, { ids: ids() }, asking)
      expect(names(past)).toEqual(names(right))
      if (word) expect(names(await identities(tx, bed.catalogue, register, { q: word }, asking))).toEqual(names(right))
    })
  })

  test.each(roleNames)('tell %s what he may do to each, as the table says', async (role) => {
    const found = await bed.store.read(actorWith(role, units.mine, me), null, (tx) => records(tx, bed.catalogue, register, ids()))
    for (const { id, may: given } of found) {
      const facts = all.find((each) => each.id === id)
      const right = changingActions(register).filter((action) => facts && may(register, [role], action, facts))
      expect([...given].sort(), JSON.stringify(facts)).toEqual([...right].sort())
    }
  })

  test.each(roleNames)('let %s do what the table says through the gate, and nothing else', async (role) => {
    const actor = actorWith(role, units.mine, me)
    const system = { ...samples.actor, person: me }
    for (const action of changingActions(register)) {
      const command = ({ id, version = 1 }: Facts): Command =>
        action === 'update'
          ? { do: 'update', register, id, version, values: {} }
          : action === 'withdraw'
            ? { do: 'withdraw', register, id, version, reason: 'Prövas' }
            : { do: 'move', register, id, version, move: action.slice('move:'.length), reason: 'Prövas' }
      const readable = all.filter((facts) => mayRead(register, [role], facts))
      // Whose own it is by the first of the fields that say so is preferred: rules may ask for that very person.
      const fit = readable.filter((facts) => may(register, [role], action, facts))
      const allowed = fit.find(({ names }) => names && names === register.scope?.own?.[0]) ?? fit[0]
      const refused = readable.find((facts) => !may(register, [role], action, facts))
      const hidden = all.find((facts) => !mayRead(register, [role], facts))
      // One with every right gets the answer that the record itself gives; the right role gets the same, others are turned away.
      if (allowed)
        expect(await status(tries(bed, actor, [command(allowed)])), `${action} allowed`).toBe(
          await status(tries(bed, system, [command(allowed)])),
        )
      if (refused) expect(await status(tries(bed, actor, [command(refused)])), `${action} refused`).toBe(403)
      if (hidden) expect(await status(tries(bed, actor, [command(hidden)])), `${action} hidden`).toBe(404)
    }
  })

  test.each(roleNames)('cannot be changed by %s past the gate either', async (role) => {
    const right = all.filter(
      (facts) => mayRead(register, [role], facts) && changingActions(register).some((action) => may(register, [role], action, facts)),
    )
    const undo = Symbol('undo')
    await bed.store
      .write(actorWith(role, units.mine, me), {}, async (tx) => {
        const table = sql.raw(quote(tableOf(register)))
        const changed = await tx.rows<{ id: string }>(sql`update ${table} set state = state where id = any (${ids()}::uuid[]) returning id`)
        expect(names(changed.map(({ id }) => id))).toEqual(names(right.map(({ id }) => id)))
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
  })

  test('are added to only by the roles and in the places the table says', async () => {
    // In links to units and persons the one who adds must see them, so everybody is also an employee here, as in life.
    const whole = wholeOf(register)
    const places = (whole ?? register).scope?.unit ? (['mine', 'below', 'other'] as const) : [null]
    for (const place of places) {
      const of = whole && (await ofSort(whole, { place, secret: false, own: null }))
      const [into] = whole && of ? await does(bed, of.actor, [of.command]) : []
      for (const role of roleNames) {
        const roles: Role[] = role === 'employee' ? ['employee'] : ['employee', role]
        const values = await samples.minimal(register)
        const { calculated } = placedIn(register, place, values)
        if (register.scope?.partOf) values[register.scope.partOf] = into?.id
        const actor = actorWith(roles, units.mine, me)
        const facts = { unit: place, own: true, secret: false, ...(of ? { whole: of.facts } : {}) }
        const allowed = may(register, roles, 'create', facts)
        // A new record must be one the person may read, or the answer could not show it.
        const sees = may(register, roles, 'read', facts)
        const answer = await status(tries(bed, actor, [{ do: 'create', register, values, ...calculated }]))
        const linkable = answer !== 400
        if (allowed && sees && linkable) expect(answer, `${role} ${place}`).toBe(null)
        // A link to what one may not see is refused before the place of the record is judged.
        if (!allowed) expect((await seesLinks(actor, register, values)) ? [403] : [400, 403], `${role} ${place}`).toContain(answer)
      }
    }
  })

  test('are not carried out of the part of the organisation one answers for', async () => {
    const place = register.scope?.unit
    // Where the place follows from another record, nobody carries the record anywhere.
    if (!place || register.fields[place]?.kind === 'derived') return
    for (const role of roleNames.filter((each) => register.access[each]?.update === 'unit')) {
      const mine = all.find((facts) => facts.unit === 'mine' && !facts.secret && !facts.own)
      const move = (unit: string) =>
        status(
          tries(bed, actorWith(['employee', role], units.mine, me), [
            { do: 'update', register, id: mine?.id ?? '', version: 1, values: { [place]: unit }, reason: 'Flyttas' },
          ]),
        )
      expect(await move(units.below), role).toBe(null)
      expect(await move(units.other), role).toBe(403)
    }
  })

  test('with a marking are hidden also in what they are connected with', async () => {
    const secrecy = secrecyOf(register)
    if (!secrecy) return
    const secret = await samples.make(register, { [secrecy]: marking })
    const open = await samples.make(register, { [secrecy]: null })
    for (const reference of contractCatalogue.references.filter(({ to, from }) => to === register && from !== register)) {
      const { from, field, many } = reference
      const hidesItself = secrecyOf(from)
      const link = { [field]: many ? [secret.id, open.id] : secret.id }
      const shown = { ...(await samples.fullWith(from, [field])), ...(hidesItself ? { [hidesItself]: null } : {}) }
      const command: Command =
        from.fields[field]?.kind === 'derived'
          ? { do: 'create', register: from, values: shown, calculated: link }
          : { do: 'create', register: from, values: { ...shown, ...link } }
      const id = (await does(bed, samples.actor, [command]))[0]?.id ?? ''
      for (const role of roleNames) {
        const facts = { unit: null, own: false, secret: true, id: '' } as const
        const everywhere = (each: Register, action: Action) => scopesFor(each.access, action)[role] === 'all'
        if (!everywhere(from, 'read')) continue
        const sees = everywhere(register, 'read') && (everywhere(register, 'secret') || mayRead(register, [role], facts))
        await bed.store.read(actorWith(role, null), null, async (tx) => {
          const found = await record(tx, bed.catalogue, from, id)
          const shown = (JSON.parse(found?.json ?? '{}') as Values)[field]
          const linked = ([shown ?? []].flat() as { id: string }[]).map((each) => each.id)
          expect(linked.includes(secret.id), `${from.plural}.${field} as ${role}`).toBe(sees)
          if (many && everywhere(register, 'read')) expect(linked).toContain(open.id)
          const groups = await linksOf(tx, bed.catalogue, from, id)
          const group = groups.find((each) => each.direction === 'out' && each.field === field)
          expect(group?.items.some((item) => item.id === secret.id) ?? false).toBe(sees)
          expect(group?.total ?? 0).toBe(linked.length)
        })
      }
    }
  })

  test('that were open until they were marked have no open past', async () => {
    const secrecy = secrecyOf(register)
    if (!secrecy) return
    const closedTo = roleNames.find((role) => {
      const { read, secret, readIn } = register.access[role] ?? {}
      return read === 'all' && !secret && !readIn
    })
    const openTo = roleNames.find((role) => register.access[role]?.read === 'all' && register.access[role]?.secret === 'all')
    if (!closedTo || !openTo) return
    const { id } = await samples.make(register, { [secrecy]: null })
    const seen = (role: Role, asOf: Date | null) =>
      bed.store.read(actorWith(role, null), asOf, async (tx) => (await record(tx, bed.catalogue, register, id)) !== undefined)
    const versions = (role: Role) =>
      bed.store
        .read(actorWith(role, null), null, (tx) => story(tx, bed.store, bed.catalogue, register, id))
        .then(
          (told) => told.length,
          () => 0,
        )
    const open = new Date(Date.now() + 5)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([await seen(closedTo, null), await seen(closedTo, open), await versions(closedTo)]).toEqual([true, true, 1])
    await does(bed, samples.actor, [
      { do: 'update', register, id, version: 1, values: { [secrecy]: marking }, reason: 'Beslut om sekretess' },
    ])
    expect([await seen(openTo, null), await seen(openTo, open), await versions(openTo)]).toEqual([true, true, 2])
    expect([await seen(closedTo, null), await seen(closedTo, open), await versions(closedTo)]).toEqual([false, false, 0])
    // Made open again, the versions that were marked stay closed.
    await does(bed, samples.actor, [
      { do: 'update', register, id, version: 2, values: { [secrecy]: null }, reason: 'Sekretessen har upphört' },
    ])
    expect([await seen(closedTo, null), await versions(closedTo), await versions(openTo)]).toEqual([true, 2, 3])
  })
})

test('who hands over what was his own has still acted within his right', async () => {
  const risk = contractCatalogue.register('risk')
  const owner = actorWith(['employee', 'risk-owner'], units.mine, me)
  const other = await samples.makeMinimal(contractCatalogue.register('person'))
  const { id } = await samples.make(risk, { owner: me, marking: null })
  expect(await status(tries(bed, owner, [{ do: 'update', register: risk, id, version: 1, values: { title: 'Min risk' } }]))).toBe(null)
  expect(
    await status(
      tries(bed, owner, [{ do: 'update', register: risk, id, version: 1, values: { owner: other.id }, reason: 'Byter uppdrag' }]),
    ),
  ).toBe(null)
})

test('who marks a record he may not read when it is marked has still acted within his right', async () => {
  const incident = contractCatalogue.register('incident')
  const manager = actorWith(['employee', 'manager'], units.mine, me)
  const { id } = await samples.make(incident, { unit: units.mine, marking: null })
  expect(await status(tries(bed, manager, [{ do: 'update', register: incident, id, version: 1, values: { title: 'Intrång' } }]))).toBe(null)
  expect(await status(tries(bed, manager, [{ do: 'update', register: incident, id, version: 1, values: { marking } }]))).toBe(null)
  expect(
    await status(
      tries(bed, manager, [
        { do: 'create', register: incident, values: { title: 'Hemlig', discoveredAt: '2023-01-01T10:00:00Z', unit: units.mine, marking } },
      ]),
    ),
  ).toBe(null)
})

test('links one cannot see stay when one changes the rest', async () => {
  const action = contractCatalogue.register('action')
  const risk = contractCatalogue.register('risk')
  const secret = await samples.make(risk, { marking })
  const [open, third] = [await samples.make(risk, { marking: null }), await samples.make(risk, { marking: null })]
  const { id } = await samples.make(action, { risks: [secret.id, open.id], marking: null, owner: me })
  const dpo = actorWith(['employee', 'dpo'], null, me)
  const risksOf = async (actor: Actor) =>
    bed.store.read(actor, null, async (tx) =>
      ((JSON.parse((await record(tx, bed.catalogue, action, id))?.json ?? '{}') as Values).risks as { id: string }[])
        .map((each) => each.id)
        .sort(),
    )
  expect(await risksOf(samples.actor)).toEqual([secret.id, open.id].sort())
  expect(await risksOf(dpo)).toEqual([open.id])
  await does(bed, dpo, [{ do: 'update', register: action, id, version: 1, values: { risks: [third.id] } }])
  expect(await risksOf(dpo)).toEqual([third.id])
  expect(await risksOf(samples.actor)).toEqual([secret.id, third.id].sort())
})

test('a single link one cannot see stays when a form sends it back empty', async () => {
  const document = contractCatalogue.register('document')
  const secret = await samples.make(document, { marking })
  const { id } = await samples.make(document, { supersedes: secret.id, marking: null, owner: me })
  const dpo = actorWith(['employee', 'dpo'], null, me)
  const supersedes = async (actor: Actor) =>
    bed.store.read(
      actor,
      null,
      async (tx) =>
        ((JSON.parse((await record(tx, bed.catalogue, document, id))?.json ?? '{}') as Values).supersedes as { id: string } | null)?.id,
    )
  expect([await supersedes(samples.actor), await supersedes(dpo)]).toEqual([secret.id, undefined])
  await does(bed, dpo, [{ do: 'update', register: document, id, version: 1, values: { title: 'Nytt', supersedes: null } }])
  expect(await supersedes(samples.actor)).toBe(secret.id)
  await does(bed, samples.actor, [{ do: 'update', register: document, id, version: 2, values: { supersedes: null } }])
  expect(await supersedes(samples.actor)).toBe(undefined)
})

test('a move takes the fields it asks for, and no others from one who may not change the record', async () => {
  const risk = contractCatalogue.register('risk')
  const values = { ...(await samples.full(risk)), marking: null, owner: me, acceptedUntil: null }
  const made = (decider: string | null) => does(bed, samples.actor, [{ do: 'create', register: risk, values, calculated: { decider } }])
  const analysed = async (decider: string | null) => {
    const id = (await made(decider))[0]?.id ?? ''
    await does(bed, samples.actor, [{ do: 'move', register: risk, id, version: 1, move: 'analyse' }])
    return id
  }
  const [mine, others] = [await analysed(me), await analysed(samples.actor.person)]
  const head = actorWith(['employee', 'director-general'], units.mine, me)
  const accept = (id: string, given: Values) =>
    status(
      tries(bed, head, [{ do: 'move', register: risk, id, version: 2, move: 'accept', values: given, reason: 'Ryms inom riskaptiten' }]),
    )
  expect(await accept(mine, { acceptedUntil: '2099-01-01' })).toBe(null)
  expect(await accept(mine, { acceptedUntil: '2099-01-01', title: 'Något helt annat' })).toBe(400)
  // The move is for the one to whom the risk has been handed, however much another may decide on.
  expect(await accept(others, { acceptedUntil: '2099-01-01' })).toBe(403)
})
