import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorWith, does, type Samples, samplesIn, tries, type Values } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import type { Register } from '#kernel/definition/register.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import { linksOf } from '#kernel/store/links.ts'
import { count, list, record } from '#kernel/store/read.ts'
import { contractBed, contractCatalogue, isPrivateAtFirst } from './bed.ts'

let bed: TestBed
let samples: Samples
const asking = { today: '2023-12-31', person: null }

interface Seen {
  readonly at: Date
  readonly answers: Map<string, string>
  /** The records that were known then. */
  readonly known: Map<string, string[]>
}
const moments: Seen[] = []
const made = new Map<string, { id: string; version: number }[]>()

/** Everything that can be asked of a register, as one text. */
async function everything(tx: Transaction, register: Register, ids: readonly string[]): Promise<string> {
  const { catalogue } = bed
  const whole = await list(tx, catalogue, register, { fields: ['*'], limit: 500, count: true }, asking)
  const answers: unknown[] = [whole]
  const some = JSON.parse(whole.items[0] ?? '{}') as Values
  for (const [name, field] of Object.entries(register.fields)) {
    const value = some[name]
    const asked: string[] = ['empty', 'filled']
    if (value !== null && value !== undefined) {
      if (field.kind === 'link') asked.push((value as { id: string }).id)
      if (field.kind === 'links') for (const each of value as { id: string }[]) asked.push(each.id, `not:${each.id}`)
      if (['choice', 'scale', 'yesNo', 'date', 'number'].includes(field.kind)) asked.push(String(value))
    }
    for (const condition of asked) answers.push(await count(tx, catalogue, register, { filters: [[name, condition]] }, asking))
    if (!['links', 'attachments', 'secrecy', 'structure'].includes(field.kind))
      answers.push((await list(tx, catalogue, register, { sort: [`-${name}`], fields: [name], limit: 500 }, asking)).items)
  }
  for (const q of ['Åsa', 'Örjan', 'ändrad'])
    answers.push((await list(tx, catalogue, register, { q, fields: ['id'], sort: ['createdAt'], limit: 500 }, asking)).items)
  for (const id of ids) {
    answers.push((await record(tx, catalogue, register, id))?.json)
    const groups = await linksOf(tx, catalogue, register, id)
    answers.push(groups.map((group) => ({ ...group, items: [...group.items].sort((one, other) => (one.id < other.id ? -1 : 1)) })))
  }
  return JSON.stringify(answers)
}

const readers: readonly (readonly [string, Actor])[] = [
  ['internal-audit', actorWith('internal-audit', null)],
  ['dpo', actorWith(['employee', 'dpo'], null)],
]

/** Notes how everything looks to some now, and which moment that was. */
async function note(by = readers): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  const [clock] = await bed.asOwner<{ at: Date }>('select clock_timestamp() as at')
  const answers = new Map<string, string>()
  const known = new Map([...made].map(([name, records]) => [name, records.map(({ id }) => id)]))
  for (const [name, reader] of by)
    for (const register of contractCatalogue.registers)
      answers.set(
        `${name} ${register.name}`,
        await bed.store.read(reader, null, (tx) => everything(tx, register, known.get(register.name) ?? [])),
      )
  moments.push({ at: clock?.at ?? new Date(), answers, known })
  await new Promise((resolve) => setTimeout(resolve, 5))
}

beforeAll(async () => {
  bed = await contractBed()
  samples = await samplesIn(bed)
  await note()
  const unmarked = async (register: Register, values: Values) => {
    const secrecy = Object.keys(register.fields).find((name) => register.fields[name]?.kind === 'secrecy')
    return secrecy ? { ...values, [secrecy]: null } : values
  }
  for (const register of contractCatalogue.registers) {
    const records: { id: string; version: number }[] = []
    for (let turn = 0; turn < 3; turn++) records.push(await samples.make(register, await unmarked(register, {})))
    records.push(await samples.makeMinimal(register))
    made.set(register.name, records)
  }
  await note(readers.slice(0, 1))
  for (const register of contractCatalogue.registers) {
    const [first] = made.get(register.name) ?? []
    if (first)
      await does(bed, samples.actor, [
        {
          do: 'update',
          register,
          id: first.id,
          version: 1,
          values: await unmarked(register, await samples.full(register)),
          reason: 'Ändrad',
        },
      ])
    // The name of what others refer to changes: what was shown then is shown again.
    const shared = await samples.minimal(register)
    const title = register.title
    const [, second] = made.get(register.name) ?? []
    if (second && title in shared)
      await does(bed, samples.actor, [
        {
          do: 'update',
          register,
          id: second.id,
          version: 1,
          values: { [title]: `${String(shared[title])} ändrad`.slice(-100) },
          reason: 'Nytt namn',
        },
      ])
  }
  await note(readers.slice(0, 1))
  for (const register of contractCatalogue.registers) {
    const [, , third, fourth] = made.get(register.name) ?? []
    if (third) await does(bed, samples.actor, [{ do: 'withdraw', register, id: third.id, version: 1, reason: 'Dubblett' }])
    for (const move of Object.keys(register.workflow?.moves ?? {})) {
      const command = {
        do: 'move',
        register,
        id: fourth?.id ?? '',
        version: 1,
        move,
        values: await unmarked(register, await samples.full(register)),
        reason: 'Vidare',
      } as const
      const works = await tries(bed, samples.actor, [command]).then(
        () => true,
        (error: unknown) => !isProblem(error) && expect.fail(String(error)),
      )
      if (!works) continue
      await does(bed, samples.actor, [command])
      break
    }
  }
  await note()
})
afterAll(() => bed.close())

describe.each([...contractCatalogue.registers])('$plural', (register) => {
  test('have been different at each moment', () => {
    const seen = moments.map(({ answers }) => answers.get(`internal-audit ${register.name}`))
    if (!isPrivateAtFirst(register)) expect(new Set(seen).size).toBe(moments.length)
  })

  test.each(readers.map(([name]) => name))(
    'are shown to %s as they were at every moment: lists, counts, filters, search, records and connections',
    async (name) => {
      const reader = readers.find(([each]) => each === name)?.[1] ?? expect.fail(name)
      // One who sees all is asked of every moment, one who does not of the first and the last: what is hidden is hidden by the same policy.
      for (const { at, answers, known } of moments.filter((moment) => moment.answers.has(`${name} ${register.name}`))) {
        const again = await bed.store.read(reader, at, (tx) => everything(tx, register, known.get(register.name) ?? []))
        const then = answers.get(`${name} ${register.name}`) ?? ''
        const differs = [...then].findIndex((sign, index) => sign !== again[index])
        expect(
          again === then
            ? 'as it was'
            : `${then.slice(Math.max(0, differs - 200), differs + 200)} ≠ ${again.slice(Math.max(0, differs - 200), differs + 200)}`,
        ).toBe('as it was')
      }
    },
  )
})

test('before anything was entered there was nothing', async () => {
  const long = new Date('1990-01-01T00:00:00Z')
  for (const register of contractCatalogue.registers)
    expect(await bed.store.read(samples.actor, long, (tx) => count(tx, bed.catalogue, register, {}, asking)), register.name).toBe(0)
})

test('nothing is written while one looks back', async () => {
  const risk = contractCatalogue.register('risk')
  const attempt = bed.store.read(samples.actor, new Date(), (tx) => tx.rows(sql<object>`update risk set title = 'x'`))
  await expect(attempt).rejects.toThrow(/read-only|permission denied/)
  expect(await bed.store.read(samples.actor, null, (tx) => count(tx, bed.catalogue, risk, { filters: [['title', 'x']] }, asking))).toBe(0)
})
