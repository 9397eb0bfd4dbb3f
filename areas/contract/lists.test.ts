import fc from 'fast-check'
import pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorWith, does, type Samples, samplesIn, type Values } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { commonColumns, type Register } from '#kernel/definition/register.ts'
import { type Field, shapeOf } from '#kernel/fields/field.ts'
import type { Command } from '#kernel/gate/command.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import { linksOf } from '#kernel/store/links.ts'
import { identities, type ListQuestion, list, record } from '#kernel/store/read.ts'
import { search } from '#kernel/store/search.ts'
import { misfit } from '#kernel/testing/misfit.register.ts'
import { contractBed, contractCatalogue } from './bed.ts'

let bed: TestBed
let samples: Samples
const asking = () => ({ today: '2022-06-15', person: samples.actor.person })

beforeAll(async () => {
  bed = await contractBed()
  samples = await samplesIn(bed)
})
afterAll(() => bed.close())

const reader = actorWith(['employee', 'internal-audit'], null)
const ask = (register: Register, question: ListQuestion) =>
  bed.store.read(samples.actor, null, (tx) => list(tx, bed.catalogue, register, question, asking()))
const idsFor = async (register: Register, filters: readonly (readonly [string, string])[]) =>
  (await bed.store.read(samples.actor, null, (tx) => identities(tx, bed.catalogue, register, { filters }, asking()))).sort()

/** Names as Swedes meet them, among them such as are easily put in the wrong order. */
const swedish = ['Ärla', 'Zebra', 'Åska', 'Östen', 'Andersson', 'andersson', 'Wåhlin', 'Vahlin', 'É', '10', '9', ' ', '_', '%', 'Åska']

/** The value as conditions meet it. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'id' in value ? value.id : value

/** What the conditions on a field should find, judged by hand on the records themselves. */
function conditionsOn(field: Field, values: readonly unknown[]): [string, (value: unknown) => boolean][] {
  const shape = shapeOf(field)
  const filled = values.filter((value) => value !== null && !(Array.isArray(value) && !value.length))
  const some = plain(filled[Math.floor(filled.length / 2)])
  const other = plain(filled[0])
  const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
  const found: [string, (value: unknown) => boolean][] = [
    ['empty', isEmpty],
    ['filled', (value) => !isEmpty(value)],
  ]
  if (!filled.length) return found
  const ordered = (to: (value: unknown) => number | string, text: (value: unknown) => string) => {
    const at = to(some)
    found.push(
      [`gte:${text(some)}`, (value) => value !== null && to(value) >= at],
      [`gt:${text(some)}`, (value) => value !== null && to(value) > at],
    )
    found.push(
      [`lte:${text(some)}`, (value) => value !== null && to(value) <= at],
      [`lt:${text(some)}`, (value) => value !== null && to(value) < at],
    )
    found.push(
      [text(some), (value) => value !== null && to(value) === at],
      [`not:${text(some)}`, (value) => value === null || to(value) !== at],
    )
    found.push([`${text(some)},${text(other)}`, (value) => value !== null && [at, to(other)].includes(to(value))])
  }
  switch (shape.kind) {
    case 'text':
    case 'rich': {
      const text = String(some)
      const part = text.slice(2, 9)
      found.push([`is:${text}`, (value) => value === text], [`not:${text}`, (value) => value !== text])
      found.push([`contains:${part.toUpperCase()}`, (value) => value !== null && String(value).toLowerCase().includes(part.toLowerCase())])
      found.push(
        ['contains:%', (value) => value !== null && String(value).includes('%')],
        ['contains:_', (value) => value !== null && String(value).includes('_')],
      )
      break
    }
    case 'number':
    case 'money':
    case 'scale':
      ordered(Number, String)
      found.push(
        ['gte:2.5', (value) => value !== null && Number(value) >= 2.5],
        ['lt:1e30', (value) => value !== null],
        ['-99999999999999', () => false],
      )
      break
    case 'date':
      ordered(String, String)
      found.push(
        ['lt:today', (value) => value !== null && String(value) < '2022-06-15'],
        ['gte:today-30', (value) => value !== null && String(value) >= addDays('2022-06-15', -30)],
      )
      break
    case 'moment': {
      const day = (value: unknown) => dayIn(new Date(String(value)))
      ordered(day, day)
      const exact = new Date(String(some)).toISOString()
      found.push(
        [exact, (value) => value !== null && Date.parse(String(value)) === Date.parse(exact)],
        [`gt:${exact}`, (value) => value !== null && Date.parse(String(value)) > Date.parse(exact)],
      )
      break
    }
    case 'choice':
      found.push(
        [`${String(some)}`, (value) => value === some],
        [`not:${String(some)},${String(other)}`, (value) => value !== some && value !== other],
        [`${String(some)},${String(other)}`, (value) => value === some || value === other],
      )
      break
    case 'yesNo':
      found.push(['true', (value) => value === true], ['not:true', (value) => value !== true])
      break
    case 'link': {
      const at = (value: unknown) => plain(value)
      found.push(
        [String(some), (value) => at(value) === some],
        [`not:${String(some)}`, (value) => at(value) !== some],
        [`${String(some)},${String(other)}`, (value) => at(value) === some || at(value) === other],
      )
      if (shape.to === 'person') found.push(['me', (value) => at(value) === samples.actor.person])
      break
    }
    case 'links': {
      const has = (value: unknown, id: unknown) => (value as { id: string }[]).some((each) => each.id === id)
      const id = (some as { id: string }[])[0]?.id ?? ''
      found.push([id, (value) => has(value, id)], [`not:${id}`, (value) => !has(value, id)], [v7(), () => false])
      break
    }
    default:
  }
  return found
}

/** The kinds of order of which every neighbour has been a border between pages. */
const turned = new Set<string>()

describe.each([...contractCatalogue.registers])('$plural', (register) => {
  const sortable = Object.entries(register.fields).flatMap(([name, field]) =>
    ['links', 'attachments', 'secrecy', 'structure'].includes(shapeOf(field).kind) ? [] : [name],
  )
  let all: Values[]

  beforeAll(async () => {
    const text = Object.keys(register.fields).find((name) => register.fields[name]?.kind === 'text')
    const own = Object.keys(register.fields).find((name) => {
      const field = register.fields[name]
      return field?.kind === 'link' && field.to === 'person' && !(register.unique ?? []).flat().includes(name)
    })
    const commands: Command[] = []
    for (const word of swedish) {
      const even = commands.length % 2 === 0
      const values = even ? await samples.full(register) : await samples.minimal(register)
      const unique = new Set((register.unique ?? []).flat())
      if (text && !unique.has(text) && word.trim()) values[text] = word
      if (own && even && register.name !== 'assignment') values[own] = samples.actor.person
      commands.push({ do: 'create' as const, register, values })
    }
    // In one transaction, so that many were made at the same moment.
    await does(bed, samples.actor, commands)
    const page = await ask(register, { fields: ['*'], limit: 500, sort: ['createdAt'] })
    all = page.items.map((item) => JSON.parse(item) as Values)
    expect(all.length).toBeGreaterThanOrEqual(swedish.length)
  })

  test('are paged through once each in every order, with ties, empty values and Swedish letters', async () => {
    const orders = [...sortable, ...commonColumns].flatMap((name) => [[name], [`-${name}`]])
    orders.push(
      [...register.list.sort],
      sortable.slice(0, 3),
      sortable.slice(-4).map((name) => `-${name}`),
    )
    // Every neighbour is a border between pages once for each kind of field and direction, and always in the misfit; the others turn the page at some.
    const isFirst = (sort: readonly string[]) => {
      const [name = ''] = sort
      const field = register.fields[name.replace('-', '')]
      const kind = `${name.startsWith('-')} ${sort.length} ${field ? `${shapeOf(field).kind} ${field.required}` : name}`
      return !turned.has(kind) && turned.add(kind)
    }
    for (const sort of orders) {
      const whole = (await ask(register, { fields: ['id'], sort, limit: 500 })).items
      expect(new Set(whole).size).toBe(all.length)
      for (const limit of register === misfit || isFirst(sort) ? [1, 4] : [4]) {
        const paged: string[] = []
        let cursor: string | null = null
        do {
          const page: Awaited<ReturnType<typeof ask>> = await ask(register, { fields: ['id'], sort, limit, ...(cursor ? { cursor } : {}) })
          paged.push(...page.items)
          cursor = page.next
        } while (cursor && paged.length <= all.length)
        expect(paged, `${sort.join()} by ${limit}`).toEqual(whole)
        if (limit === 4 && all.length > 40) break
      }
    }
  })

  test('are sorted by texts as Swedes sort', async () => {
    const name = sortable.find((each) => register.fields[each]?.kind === 'text' && (register.fields[each] as { lines: number }).lines === 1)
    if (!name) return
    const { items } = await ask(register, { fields: [name], sort: [name], limit: 500 })
    const texts = items.map((item) => (JSON.parse(item) as Values)[name]).filter((value) => value !== null) as string[]
    const collator = new Intl.Collator('sv-SE')
    expect(texts).toEqual([...texts].sort((one, other) => collator.compare(one, other)))
  })

  test('are narrowed by every condition on every field', async () => {
    for (const [name, field] of Object.entries(register.fields)) {
      for (const [condition, holds] of conditionsOn(
        field,
        all.map((each) => each[name]),
      )) {
        const right = all
          .filter((each) => holds(each[name]))
          .map(({ id }) => String(id))
          .sort()
        expect(await idsFor(register, [[name, condition]]), `${name}=${condition}`).toEqual(right)
      }
    }
    const unit = Object.entries(register.fields).find(([, field]) => field.kind === 'link' && field.to === 'unit')?.[0]
    if (unit) {
      const at = all.map((each) => plain(each[unit])).find(Boolean)
      const found = await idsFor(register, [[unit, `under:${String(at)}`]])
      for (const { id } of all.filter((each) => plain(each[unit]) === at)) expect(found).toContain(id)
    }
    const { initial } = register.workflow ?? {}
    if (initial) expect(await idsFor(register, [['state', initial]])).toHaveLength(all.filter(({ state }) => state === initial).length)
    expect(
      await idsFor(register, [
        ['createdAt', `gte:${dayIn(new Date(Date.now() - 86_400_000))}`],
        ['createdAt', 'lt:2200-01-01'],
        ['version', '1'],
        ['createdBy', 'me'],
      ]),
    ).toHaveLength(all.filter(({ version }) => version === 1).length)
  })

  test('answer any condition, order, cursor and choice of fields, or say which is wrong', async () => {
    const names = [
      ...Object.keys(register.fields),
      ...commonColumns,
      'id',
      'state',
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'withdrawnAt',
      'moved_by',
      'id; drop table person',
    ]
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'empty',
        'filled',
        'me',
        'not:',
        'is:',
        'gte:',
        'lt:1e400',
        'gte:-1e-400',
        'gte:NaN',
        'lt:today+99999',
        'gte:today-99999',
        'under:',
        `under:${v7()}`,
        'contains:',
        'contains:\\',
        ',',
        ',,',
        'not:empty',
        v7(),
        v7().toUpperCase(),
        'true',
        '2023-02-29',
        '+275760-09-13T00:00:00Z',
        '0000-01-01T00:00:00Z',
        '2023-01-01T00:00:00+23:00',
        '99999999999999999999',
        "'",
        '1;2',
        'null',
      ),
      fc
        .tuple(fc.constantFrom('gte:', 'lt:', 'not:', 'contains:', 'is:', 'under:'), fc.string({ maxLength: 8 }))
        .map(([sign, text]) => sign + text),
    )
    const question = fc.record(
      {
        filters: fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 3 }),
        sort: fc.array(fc.constantFrom(...names, ...names.map((name) => `-${name}`)), { maxLength: 12 }),
        fields: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
        q: fc.string({ unit: 'grapheme', maxLength: 30 }),
        cursor: fc.oneof(
          fc.string(),
          fc
            .array(fc.oneof(fc.constant(null), fc.string(), fc.constantFrom(v7(), '2023-01-01', '1')), { maxLength: 4 })
            .map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
        ),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        try {
          await ask(register, { ...asked, count: true, limit: 2 })
        } catch (error) {
          const code = (error as { code?: string }).code
          if (!isProblem(error) && code !== '22021') throw new Error(`${JSON.stringify(asked)}: ${String(error)} ${code}`)
          if (isProblem(error)) expect(error.problem.status).toBe(400)
        }
      }),
      { numRuns: 60, seed: 2023 },
    )
  })
})

test('ten rows and a thousand cost the same number of statements', async () => {
  const sent: string[] = []
  const original = pg.Client.prototype.query
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    sent.push(typeof first === 'string' ? first : String((first as { text?: string }).text))
    return (original as (...all: unknown[]) => unknown).apply(this, args)
  }
  const cost = async (register: Register, id: string) => {
    pg.Client.prototype.query = listening as typeof original
    try {
      sent.length = 0
      const counted = await bed.store.read(reader, null, async (tx) => {
        await list(tx, bed.catalogue, register, { limit: 500, count: true, fields: ['*'] }, asking())
        await record(tx, bed.catalogue, register, id)
        await linksOf(tx, bed.catalogue, register, id)
        await search(tx, bed.catalogue, 'Åsa', 50)
        return tx.statements()
      })
      // The end of a read is sent after its answer.
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { counted, sent: sent.length }
    } finally {
      pg.Client.prototype.query = original
    }
  }
  for (const name of ['risk', 'action', 'incident']) {
    const register = contractCatalogue.register(name)
    const { id } = await samples.make(register)
    const few = await cost(register, id)
    const values: Values[] = []
    for (let turn = 0; turn < 10; turn++) values.push(await samples.full(register))
    await does(
      bed,
      samples.actor,
      Array.from({ length: 1_000 }, (_, index) => ({ do: 'create' as const, register, values: values[index % 10] ?? {} })),
    )
    const many = await cost(register, id)
    expect(many, name).toEqual(few)
    expect(few.counted).toBeLessThanOrEqual(5)
    expect(few.sent).toBe(few.counted + 2)
  }
})
