import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { actorWith, maker } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import { catalogue } from '#kernel/definition/catalogue.ts'
import { defineRegister } from '#kernel/definition/register.ts'
import { calculated, link, number, person, text, yesNo } from '#kernel/fields/builders.ts'
import type { Command } from '#kernel/gate/command.ts'
import type { Effect } from '#kernel/gate/effect.ts'
import { carryOut, faultsOf } from '#kernel/gate/gate.ts'
import { story } from '#kernel/history/history.ts'
import { invalid, isProblem } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import { count, record } from '#kernel/store/read.ts'
import { search } from '#kernel/store/search.ts'
import { workflow } from '#kernel/workflow/workflow.ts'
import { bedWith } from './bed.ts'

const basket = defineRegister({
  name: 'basket',
  plural: 'baskets',
  label: { one: { sv: 'Korg', en: 'Basket' }, many: { sv: 'Korgar', en: 'Baskets' } },
  purpose: { sv: 'Finns bara i prov.', en: 'Exists in tests only.' },
  title: 'name',
  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true }),
    owner: person({ sv: 'Ägare', en: 'Owner' }, { inverse: { sv: 'Äger korgarna', en: 'Owns the baskets' } }),
    weight: calculated(number({ sv: 'Vikt', en: 'Weight' })),
    two: yesNo({ sv: 'Kräver två', en: 'Takes two' }),
  },
  workflow: workflow({
    initial: 'open',
    states: {
      open: { label: { sv: 'Öppen', en: 'Open' }, tone: 'active' },
      shut: { label: { sv: 'Stängd', en: 'Shut' }, tone: 'ended', locked: true },
    },
    moves: {
      shut: {
        label: { sv: 'Stäng', en: 'Shut' },
        from: ['open'],
        to: 'shut',
        fourEyes: { where: 'two' },
      },
    },
  }),
  scope: { own: ['owner'] },
  access: {
    employee: { read: 'own', update: 'own', moves: { shut: 'own' } },
    ciso: { read: 'all', create: 'all' },
    dpo: { create: 'all' },
  },
  list: { columns: ['name', 'weight'], filters: ['owner'], sort: ['name'] },
  form: [{ title: { sv: 'Korgen', en: 'The basket' }, fields: ['name', 'owner', 'weight'] }],
})

const egg = defineRegister({
  name: 'egg',
  plural: 'eggs',
  label: { one: { sv: 'Ägg', en: 'Egg' }, many: { sv: 'Ägg', en: 'Eggs' } },
  purpose: { sv: 'Finns bara i prov.', en: 'Exists in tests only.' },
  title: 'name',
  fields: {
    name: text({ sv: 'Namn', en: 'Name' }, { required: true }),
    basket: link({ sv: 'Korg', en: 'Basket' }, { to: 'basket', required: true, inverse: { sv: 'Ägg', en: 'Eggs' } }),
    weight: number({ sv: 'Vikt', en: 'Weight' }, { required: true }),
  },
  scope: { partOf: 'basket' },
  access: { employee: { read: 'part', create: 'part', update: 'part', withdraw: 'part' }, ciso: { read: 'part' } },
  list: { columns: ['name', 'weight', 'basket'], filters: ['basket'], sort: ['name'] },
  form: [{ title: { sv: 'Ägget', en: 'The egg' }, fields: ['name', 'basket', 'weight'] }],
})

const all = catalogue([...varnaCatalogue.registers, basket, egg])

/** A basket weighs what its eggs weigh, and no egg weighs more than a hundred. */
const weighing: Effect = {
  on: ['egg'],
  follow: async ({ tx }, changed) => {
    const heavy = changed.filter(({ after }) => Number(after.weight) > 100)
    if (heavy.length)
      return {
        faults: heavy.map(({ index }) => ({
          index,
          problem: invalid([{ field: 'weight', code: 'heavy', message: { sv: 'För tungt.', en: 'Too heavy.' } }]).problem,
        })),
      }
    const rows = await tx.rows<{ id: string; version: number; weight: number }>(
      sql`select b.id, b.version, coalesce((select sum(e.weight) from egg e where e.basket = b.id and e.withdrawn_at is null), 0)::float as weight
        from basket b where b.id = any (${changed.map(({ after }) => after.basket)}::uuid[])`,
    )
    return {
      commands: rows.map(({ id, version, weight }): Command => {
        return { do: 'update', register: basket, id, version, values: {}, calculated: { weight }, reason: 'Äggen har ändrats' }
      }),
    }
  },
}

/** A mistake: it always finds something to do. */
const restless: Effect = {
  on: ['basket'],
  follow: async (_gate, changed) => ({
    commands: changed.flatMap(({ written, after }): Command[] =>
      after.name === 'Rastlös'
        ? [
            {
              do: 'update',
              register: basket,
              id: written.id,
              version: written.version,
              values: {},
              calculated: { weight: written.version },
            },
          ]
        : [],
    ),
  }),
}

let bed: TestBed
const me = v7()
const other = v7()
const mine = actorWith('employee', null, me)
const stranger = actorWith('employee', null, other)
const ciso = actorWith(['employee', 'ciso'], null)
/** Makes what the tests need. */
const root = maker(v7())
let whole: { id: string; version: number }

const act = (actor: Actor, commands: readonly Command[]) =>
  bed.store.write(actor, {}, (tx) =>
    carryOut({ tx, catalogue: all, today: '2026-01-02', change: {}, effects: [weighing, restless] }, commands),
  )
const refused = async (work: Promise<unknown>): Promise<{ status: number; code: string }> => {
  try {
    await work
  } catch (error) {
    if (isProblem(error)) return { status: error.problem.status, code: error.problem.code }
    throw error
  }
  return { status: 200, code: 'carried out' }
}
const shown = async (actor: Actor, register: typeof basket | typeof egg, id: string) =>
  bed.store.read(actor, null, async (tx) => {
    const found = await record(tx, all, register, id)
    return found ? (JSON.parse(found.json) as Record<string, unknown>) : null
  })
const lay = (weight: number, name = 'Ägg'): Command => ({ do: 'create', register: egg, values: { name, basket: whole.id, weight } })

beforeAll(async () => {
  bed = await bedWith(all)
  const [unit] = await act(root, [{ do: 'create', register: all.register('unit'), values: { name: 'Trygghetsverket', kind: 'authority' } }])
  for (const [id, name] of [
    [me, 'Min Egen'],
    [other, 'Någon Annan'],
  ])
    await act(root, [
      {
        do: 'create',
        register: all.register('person'),
        id,
        values: { name, email: `${id}@trygghetsverket.example`, unit: unit?.id, employedFrom: '2020-01-01' },
      },
    ])
})
beforeEach(async () => {
  const [made] = await act(root, [{ do: 'create', register: basket, values: { name: 'Korg', owner: me } }])
  whole = { id: made?.id ?? '', version: 1 }
})
afterAll(() => bed.close())

describe('what follows from a change', () => {
  test('is written with it, by the system, with its reason in history', async () => {
    await act(mine, [lay(40), lay(2)])
    expect(await shown(mine, basket, whole.id)).toMatchObject({ weight: 42, version: 2 })
    const versions = await bed.store.read(mine, null, (tx) => story(tx, bed.store, all, basket, whole.id))
    const latest = versions.find(({ version }) => version === 2)
    expect(latest).toMatchObject({ by: null, bySystem: true, reason: 'Äggen har ändrats' })
    expect(versions.find(({ version }) => version === 1)).toMatchObject({ bySystem: false })
  })

  test('takes the change with it when it is refused, and names the command at fault', async () => {
    const work = act(mine, [lay(1), lay(101), lay(2), lay(300)])
    await expect(work).rejects.toSatisfy(
      (error) =>
        faultsOf(error)
          ?.map(({ index }) => index)
          .join() === '1,3',
    )
    expect(await shown(mine, basket, whole.id)).toMatchObject({ weight: null, version: 1 })
    expect(
      await bed.store.read(ciso, null, (tx) =>
        count(tx, all, egg, { filters: [['basket', whole.id]] }, { today: '2026-01-02', person: me }),
      ),
    ).toBe(0)
  })

  test('comes to an end, or nothing is written', async () => {
    await expect(act(root, [{ do: 'create', register: basket, values: { name: 'Rastlös', owner: me } }])).rejects.toThrow('no end')
  })

  test('can be given by nobody else', async () => {
    expect(await refused(act(mine, [{ do: 'update', register: basket, ...whole, values: { weight: 7 } }]))).toEqual({
      status: 400,
      code: 'invalid',
    })
  })
})

describe('a part', () => {
  test('is read and found by who may read the whole, and by nobody else', async () => {
    const [laid] = await act(mine, [lay(3, 'Pärlhönsägg')])
    const id = laid?.id ?? ''
    const asking = { today: '2026-01-02', person: null }
    for (const [actor, sees] of [
      [mine, true],
      [ciso, true],
      [stranger, false],
      [actorWith('dpo', null), false],
    ] as const) {
      expect(Boolean(await shown(actor, egg, id)), actor.name).toBe(sees)
      const [counted, found] = await bed.store.read(actor, null, async (tx) => [
        await count(tx, all, egg, { filters: [['basket', whole.id]] }, asking),
        (await search(tx, all, 'pärlhönsägg', 10)).length,
      ])
      expect(counted, actor.name).toBe(sees ? 1 : 0)
      expect(found, actor.name).toBe(sees ? 1 : 0)
      const versions = await bed.store.read(actor, null, (tx) => story(tx, bed.store, all, egg, id)).catch(() => [])
      expect(versions.length, actor.name).toBe(sees ? 1 : 0)
    }
  })

  test('is changed by who may change the whole', async () => {
    const [laid] = await act(mine, [lay(3)])
    const change: Command = { do: 'update', register: egg, id: laid?.id ?? '', version: 1, values: { weight: 4 } }
    expect((await refused(act(stranger, [change]))).status).toBe(404)
    expect((await refused(act(ciso, [change]))).status).toBe(403)
    expect((await refused(act(stranger, [lay(1)]))).status).toBe(400)
    expect((await refused(act(mine, [change]))).status).toBe(200)
  })

  test('stands with its whole when that is locked', async () => {
    const [laid] = await act(mine, [lay(3)])
    await act(mine, [{ do: 'move', register: basket, id: whole.id, version: 2, move: 'shut' }])
    expect(await refused(act(mine, [{ do: 'update', register: basket, id: whole.id, version: 3, values: { name: 'Annan' } }]))).toEqual({
      status: 409,
      code: 'locked',
    })
    const change: Command = { do: 'update', register: egg, id: laid?.id ?? '', version: 1, values: { weight: 4 } }
    expect((await refused(act(mine, [change]))).status).toBe(403)
    expect((await refused(act(mine, [lay(1)]))).status).toBe(403)
    // Shown to notice: the one who owns the basket could do all of this before it was shut.
    expect(await shown(mine, egg, laid?.id ?? '')).toMatchObject({ weight: 3 })
  })
})

test('four eyes are asked for where the record says so', async () => {
  await act(mine, [{ do: 'update', register: basket, ...whole, values: { two: true } }])
  const [own] = await act(maker(me), [{ do: 'create', register: basket, values: { name: 'Egen', owner: me, two: true } }])
  expect(await refused(act(mine, [{ do: 'move', register: basket, id: own?.id ?? '', version: 1, move: 'shut' }]))).toEqual({
    status: 409,
    code: 'four-eyes',
  })
  expect((await refused(act(mine, [{ do: 'move', register: basket, id: whole.id, version: 2, move: 'shut' }]))).status).toBe(200)
})
