import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorWith, does, type Samples, samplesIn, tries, type Values } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import { writableFields } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { shapeOf } from '#kernel/fields/field.ts'
import { story } from '#kernel/history/history.ts'
import { isProblem, type Problem } from '#kernel/problems/problem.ts'
import { quote, tableOf } from '#kernel/store/columns.ts'
import { list, record } from '#kernel/store/read.ts'
import { contractBed, contractCatalogue } from './bed.ts'

let bed: TestBed
let samples: Samples

beforeAll(async () => {
  bed = await contractBed()
  samples = await samplesIn(bed)
})
afterAll(() => bed.close())

const read = async (register: Register, id: string): Promise<Values> => {
  const found = await bed.store.read(samples.actor, null, (tx) => record(tx, bed.catalogue, register, id))
  expect(found, 'shown to notice: the record exists').toBeDefined()
  return JSON.parse(found?.json ?? '{}') as Values
}

const rowsIn = async (register: Register): Promise<number> =>
  Number((await bed.asOwner<{ many: string }>(`select count(*) as many from {live}.${quote(tableOf(register))}`))[0]?.many)

/** What the gate objects to, or a failed test when it objects to nothing. */
const objection = async (act: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await act.then(
    () => expect.fail('was carried out'),
    (thrown: unknown) => thrown,
  )
  if (!isProblem(error)) throw error
  return error.problem
}

const creating = (register: Register, values: Values) => tries(bed, samples.actor, [{ do: 'create', register, values }])

/** A value as it is given, from the form in which the API shows it. */
const asGiven = (register: Register, name: string, shown: unknown): unknown => {
  const kind = register.fields[name]?.kind
  if (kind === 'link') return (shown as { id: string } | null)?.id ?? null
  if (kind === 'links') return (shown as { id: string }[]).map(({ id }) => id)
  if (kind === 'attachments')
    return (shown as { sha256: string; name: string }[]).map(({ sha256, name: called }) => ({ sha256, name: called }))
  if (kind === 'moment') return new Date(shown as string).getTime()
  return shown
}
const comparable = (register: Register, name: string, given: unknown): unknown =>
  register.fields[name]?.kind === 'moment' ? new Date(given as string).getTime() : given

describe.each([...contractCatalogue.registers])('$plural', (register) => {
  test('keep every field as it was given', async () => {
    const values = await samples.full(register)
    expect(Object.keys(values)).toEqual(writableFields(register))
    const [written] = await does(bed, samples.actor, [{ do: 'create', register, values }])
    const shown = await read(register, written?.id ?? '')
    for (const [name, given] of Object.entries(values))
      expect(asGiven(register, name, shown[name]), name).toEqual(comparable(register, name, given))
    const known: Values = Object.fromEntries(Object.keys(register.fields).map((name) => [name, values[name] ?? null]))
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.kind !== 'derived' || !field.by) continue
      known[name] = field.by({ ...known })
      expect(shown[name], name).toEqual(known[name])
    }
    expect(shown.version).toBe(1)
    expect((shown.createdBy as { id: string }).id).toBe(samples.actor.person)
    if (register.reference)
      expect(shown.reference).toMatch(new RegExp(`^${register.reference.replace('{year}', '\\d{4}').replace('{number}', '\\d{4,}')}$`))
    expect(shown.state).toBe(register.workflow?.initial ?? null)
  })

  test('need nothing but what is required', async () => {
    const values = await samples.minimal(register)
    const [written] = await does(bed, samples.actor, [{ do: 'create', register, values }])
    const shown = await read(register, written?.id ?? '')
    for (const name of writableFields(register)) {
      const field = register.fields[name]
      if (field && !(name in values)) expect(shown[name], name).toEqual(field.kind === 'links' || field.kind === 'attachments' ? [] : null)
    }
  })

  test('ask for each required field by name, and store nothing without it', async () => {
    const values = await samples.minimal(register)
    await creating(register, values)
    const before = await rowsIn(register)
    for (const name of Object.keys(values).filter((each) => register.fields[each]?.required)) {
      const { [name]: _, ...rest } = values
      for (const given of [rest, { ...values, [name]: null }]) {
        const { status, errors } = await objection(does(bed, samples.actor, [{ do: 'create', register, values: given }]))
        expect([status, errors?.map(({ field, code }) => `${field} ${code}`)], name).toEqual([400, [`${name} required`]])
      }
    }
    expect(await rowsIn(register)).toBe(before)
  })

  test('refuse unknown and derived fields, and values of the wrong form, by name', async () => {
    const values = await samples.full(register)
    await creating(register, values)
    const before = await rowsIn(register)
    const wrong: [string, unknown, string][] = [
      ['notAField', 1, 'unknown'],
      ['constructor', 1, 'unknown'],
      ['id', 'x', 'unknown'],
      ['version', 7, 'unknown'],
      ['state', 'closed', 'unknown'],
    ]
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.kind === 'derived') {
        wrong.push([name, 1, 'derived'])
        continue
      }
      const shape = shapeOf(field)
      wrong.push([name, { strange: true }, ''])
      if (shape.kind === 'text' || shape.kind === 'rich') {
        wrong.push(
          [name, 12, 'text'],
          [name, 'x'.repeat(shape.max + 1), 'too-long'],
          [name, 'noll\u0000tecken', 'characters'],
          [name, 'halv \ud83d emoji', 'characters'],
        )
        if (shape.kind === 'text' && shape.lines === 1) wrong.push([name, 'två\nrader', 'one-line'])
      }
      if (shape.kind === 'number')
        wrong.push(
          [name, '12', 'number'],
          [name, shape.max + 1, 'too-large'],
          [name, shape.min - 1, 'too-small'],
          [name, shape.min + 0.00000001, 'decimals'],
        )
      if (shape.kind === 'money') wrong.push([name, '12', 'number'], [name, 1e13, 'too-large'], [name, 1.001, 'decimals'])
      if (shape.kind === 'date')
        for (const day of ['2023-02-29', '2023-13-01', '31/12 2023', '0001-01-01', '2023-12-31T00:00:00Z', 20231231])
          wrong.push([name, day, 'date'])
      if (shape.kind === 'moment')
        for (const moment of [
          '2023-12-31',
          '2023-02-30T10:00:00Z',
          '2023-12-31T10:00',
          '0000-01-01T00:00:00Z',
          '2023-12-31T10:00:00+23:00',
          '9999-12-31T23:59:59Z',
        ])
          wrong.push([name, moment, 'moment'])
      if (shape.kind === 'choice') wrong.push([name, 'constructor', 'choice'], [name, 'NOT', 'choice'])
      if (shape.kind === 'scale')
        wrong.push([name, shape.first - 1, 'scale'], [name, shape.first + shape.levels.length, 'scale'], [name, 1.5, 'scale'])
      if (shape.kind === 'yesNo') wrong.push([name, 'ja', 'yes-no'])
      if (shape.kind === 'link') wrong.push([name, 'x', 'link'], [name, '01890000-0000-7000-8000-000000000000', 'unknown-link'])
      if (shape.kind === 'links')
        wrong.push([name, 'x', 'links'], [name, ['x'], 'link'], [name, ['01890000-0000-7000-8000-000000000000'], 'unknown-link'])
      if (shape.kind === 'attachments')
        wrong.push([name, [{ sha256: 'x', name: 'x' }], 'file'], [name, [{ sha256: 'a'.repeat(64), name: 'x' }], 'file'])
      if (shape.kind === 'secrecy')
        wrong.push([name, { provision: 'x' }, ''], [name, { provision: 'x', markedOn: '2023-02-30', authority: 'x' }, 'date'])
    }
    for (const [name, value, code] of wrong) {
      const { status, errors } = await objection(
        does(bed, samples.actor, [{ do: 'create', register, values: { ...values, [name]: value } }]),
      )
      const named = errors?.find(({ field }) => field === name || field.startsWith(`${name}.`))
      expect([status, errors?.length], `${name} ${JSON.stringify(value)?.slice(0, 60)}`).toEqual([
        400,
        name in values && errors && errors.length > 1 ? errors.length : 1,
      ])
      expect(named, `${name} ${JSON.stringify(value)?.slice(0, 60)}: ${JSON.stringify(errors)}`).toBeDefined()
      if (code) expect(named?.code, `${name} ${JSON.stringify(value)?.slice(0, 60)}`).toBe(code)
      expect(named?.message.sv.trim() && named?.message.en.trim()).not.toBe('')
    }
    expect(await rowsIn(register)).toBe(before)
  })

  test('hold the longest text of the widest letters in every field', async () => {
    const values = await samples.full(register)
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.kind === 'text' || field.kind === 'rich') {
        const words = Array.from({ length: Math.ceil(field.max / 5) }, (_, index) =>
          String.fromCodePoint(
            0x4e00 + (index % 20_000),
            0x4e00 + ((index * 7) % 20_000),
            0x5000 + ((index * 13) % 10_000),
            0x4e00 + ((index * 31) % 20_000),
          ),
        )
        values[name] = words.join(' ').slice(0, field.max).trimEnd()
      }
    }
    const [written] = await does(bed, samples.actor, [{ do: 'create', register, values }])
    const shown = await read(register, written?.id ?? '')
    for (const [name, field] of Object.entries(register.fields))
      if (field.kind === 'text' || field.kind === 'rich') expect(shown[name] === values[name], name).toBe(true)
  })

  test('hold letters of SQL, script and formula as they are', async () => {
    const values = await samples.full(register)
    const evil = `'; drop table {live}.person; -- $1 \${x} %s <script>alert(1)</script> =1+1 \\ \u202e 👩‍💻`
    for (const [name, field] of Object.entries(register.fields))
      if (field.kind === 'text' || field.kind === 'rich') values[name] = `${evil} ${name} ${crypto.randomUUID()}`.slice(-field.max)
    const [written] = await does(bed, samples.actor, [{ do: 'create', register, values }])
    const shown = await read(register, written?.id ?? '')
    for (const [name, field] of Object.entries(register.fields))
      if (field.kind === 'text' || field.kind === 'rich') expect(shown[name], name).toBe(values[name])
  })

  test('take a new value for every field and keep the old in history', async () => {
    const first = await samples.full(register)
    const [made] = await does(bed, samples.actor, [{ do: 'create', register, values: first }])
    const id = made?.id ?? ''
    const before = await read(register, id)
    const second = await samples.full(register)
    const [changed] = await does(bed, samples.actor, [{ do: 'update', register, id, version: 1, values: second, reason: 'Nya uppgifter' }])
    expect(changed?.version).toBe(2)
    const after = await read(register, id)
    for (const [name, given] of Object.entries(second))
      expect(asGiven(register, name, after[name]), name).toEqual(comparable(register, name, given))
    const versions = await bed.store.read(samples.actor, null, (tx) => story(tx, bed.store, bed.catalogue, register, id))
    expect(versions.map(({ version, operation, reason, by }) => [version, operation, reason, by?.id])).toEqual([
      [2, 'update', 'Nya uppgifter', samples.actor.person],
      [1, 'create', null, samples.actor.person],
    ])
    for (const { field, from, to } of versions[0]?.changes ?? [])
      expect([from, to], field).toEqual([before[field] ?? null, after[field] ?? null])
    const differing = Object.keys(register.fields).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    expect(versions[0]?.changes.map(({ field }) => field)).toEqual(differing)
  })

  test('let every optional field be emptied', async () => {
    const required = await samples.minimal(register)
    const { id } = await samples.make(register, await samples.fullWith(register, Object.keys(required)))
    const empty = Object.fromEntries(
      Object.entries(register.fields).flatMap(([name, field]) =>
        field.kind === 'derived' || name in required ? [] : [[name, field.kind === 'links' || field.kind === 'attachments' ? [] : null]],
      ),
    )
    const unique = new Set((register.unique ?? []).flat())
    const values = { ...Object.fromEntries(Object.entries(required).filter(([name]) => !unique.has(name))), ...empty }
    await does(bed, samples.actor, [{ do: 'update', register, id, version: 1, values, reason: 'Töms' }])
    const shown = await read(register, id)
    for (const [name, value] of Object.entries(empty)) expect(shown[name], name).toEqual(value)
  })

  test('refuse a change made from an older version, and let one of two simultaneous changes win', async () => {
    const { id } = await samples.make(register)
    const name =
      Object.keys(register.fields).find((each) => ['text', 'rich'].includes(register.fields[each]?.kind ?? '')) ??
      Object.keys(await samples.full(register))[0] ??
      ''
    const values = { [name]: (await samples.full(register))[name] }
    const update = (version: number) => does(bed, samples.actor, [{ do: 'update', register, id, version, values, reason: 'Ändras' }])
    const both = await Promise.allSettled([update(1), update(1)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await objection(update(1))).status).toBe(412)
    expect((await objection(update(3))).status).toBe(412)
    await update(2)
    expect((await read(register, id)).version).toBe(3)
  })

  test('ask why before they are withdrawn; then leave the lists but never the history', async () => {
    const { id } = await samples.make(register)
    const shown = async () =>
      JSON.parse(
        `[${(await bed.store.read(samples.actor, null, (tx) => list(tx, bed.catalogue, register, { ids: [id], count: true }, { today: '2024-01-01', person: null }))).items.join()}]`,
      ) as Values[]
    expect(await shown()).toHaveLength(1)
    expect((await objection(does(bed, samples.actor, [{ do: 'withdraw', register, id, version: 1 }]))).errors?.[0]?.code).toBe(
      'reason-required',
    )
    expect(await shown()).toHaveLength(1)
    await does(bed, samples.actor, [{ do: 'withdraw', register, id, version: 1, reason: 'Dubblett' }])
    expect(await shown()).toEqual([])
    expect(await bed.store.read(samples.actor, null, (tx) => record(tx, bed.catalogue, register, id))).toBeUndefined()
    const versions = await bed.store.read(samples.actor, null, (tx) => story(tx, bed.store, bed.catalogue, register, id))
    expect(versions.map(({ operation, reason }) => [operation, reason])).toEqual([
      ['withdraw', 'Dubblett'],
      ['create', null],
    ])
    expect((await objection(does(bed, samples.actor, [{ do: 'update', register, id, version: 2, values: {} }]))).status).toBe(404)
    expect((await objection(does(bed, samples.actor, [{ do: 'withdraw', register, id, version: 2, reason: 'Igen' }]))).status).toBe(404)
  })

  test('ask why for the fields that need it', async () => {
    const { id } = await samples.make(register)
    const other = await samples.full(register)
    const before = await read(register, id)
    const changing = (register.askWhy ?? []).filter(
      (name) => JSON.stringify(asGiven(register, name, before[name])) !== JSON.stringify(other[name]),
    )
    for (const name of changing) {
      const { errors } = await objection(
        tries(bed, samples.actor, [{ do: 'update', register, id, version: 1, values: { [name]: other[name] } }]),
      )
      expect(
        errors?.map(({ code }) => code),
        name,
      ).toContain('reason-required')
    }
    // What is sent again unchanged asks for nothing.
    const same = Object.fromEntries(
      (register.askWhy ?? []).map((name) => [
        name,
        register.fields[name]?.kind === 'moment' ? before[name] : asGiven(register, name, before[name]),
      ]),
    )
    await tries(bed, samples.actor, [{ do: 'update', register, id, version: 1, values: same }])
  })

  for (const combination of register.unique ?? []) {
    test(`never share ${combination.join(', ')}`, async () => {
      const values = await samples.fullWith(register, combination)
      await does(bed, samples.actor, [{ do: 'create', register, values }])
      const again = {
        ...(await samples.fullWith(register, combination)),
        ...Object.fromEntries(combination.map((name) => [name, values[name]])),
      }
      const { status, errors } = await objection(does(bed, samples.actor, [{ do: 'create', register, values: again }]))
      expect([status, errors?.map(({ field }) => field)]).toEqual([409, [...combination]])
      const both = await Promise.allSettled(
        [0, 1].map(async () =>
          does(bed, samples.actor, [
            {
              do: 'create',
              register,
              values: {
                ...again,
                ...((await samples.fullWith(register, combination)) satisfies Values),
                ...Object.fromEntries(combination.map((name) => [name, values[name]])),
              },
            },
          ]),
        ),
      )
      expect(both.every(({ status: how }) => how === 'rejected')).toBe(true)
    })
  }
})

test('those who ask at once never get the same reference', async () => {
  const risk = contractCatalogue.register('risk')
  const values = await samples.minimal(risk)
  const written = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      does(bed, samples.actor, [{ do: 'create', register: risk, values: { ...values, title: `Samtidig ${index}` } }]),
    ),
  )
  const references = written.flat().map(({ reference }) => reference)
  expect(new Set(references).size).toBe(20)
})

test('each year has a series of its own', async () => {
  const risk = contractCatalogue.register('risk')
  const values = await samples.minimal(risk)
  const [last] = await does(bed, samples.actor, [{ do: 'create', register: risk, values }], '2031-12-31')
  const [first] = await does(bed, samples.actor, [{ do: 'create', register: risk, values }], '2032-01-01')
  expect([last?.reference, first?.reference]).toEqual(['R-2031-0001', 'R-2032-0001'])
})

test('nobody attaches what another has handed in, but what is attached already stays', async () => {
  const risk = contractCatalogue.register('risk')
  const { id } = await samples.make(risk)
  const shown = await read(risk, id)
  const [attached] = shown.evidence as { sha256: string; name: string; type: string; size: number }[]
  expect(attached).toMatchObject({ type: 'text/plain', name: 'Bilaga åäö.txt' })
  const ciso = actorWith(['employee', 'ciso'], null)
  const files = [{ sha256: attached?.sha256 ?? '', name: 'Annat namn.txt' }]
  await tries(bed, ciso, [{ do: 'update', register: risk, id, version: 1, values: { evidence: files } }])
  const stolen = await objection(
    tries(bed, ciso, [{ do: 'create', register: risk, values: { ...(await samples.minimal(risk)), evidence: files } }]),
  )
  expect(stolen.errors?.map(({ field }) => field)).toEqual(['evidence'])
})

test('many records changed at once are each changed as they were asked to be, with links, history and search', async () => {
  const action = contractCatalogue.register('action')
  const risk = (await samples.makeMinimal(contractCatalogue.register('risk'), {})).id
  const values = await samples.minimal(action)
  const made = await does(
    bed,
    samples.actor,
    Array.from({ length: 60 }, (_, at) => ({
      do: 'create' as const,
      register: action,
      values: { ...values, title: `Åtgärd ${at}`, risks: at % 2 ? [risk] : [] },
    })),
  )
  const ids = made.map(({ id }) => id)
  const change = (at: number): Values => [{ title: `Namnbytt ${at}` }, { risks: at % 2 ? [] : [risk] }, { priority: 2 }][at % 3] ?? {}
  await does(
    bed,
    samples.actor,
    ids.map((id, at) => ({ do: 'update' as const, register: action, id, version: 1, values: change(at) })),
  )
  const rows = await bed.asOwner(
    `select a.title, a.priority, cardinality(a.risks) as linked, s.title as found,
        (select count(*) from {live}.link l where l.from_id = a.id and l.field = 'risks')::integer as links,
        (select count(*) from {history}.action h where h.id = a.id and h.version_to = 'infinity' and h.title = a.title and h.risks = a.risks)::integer as versions
      from unnest($1::uuid[]) with ordinality g (id, at) join {live}.action a using (id) join {live}.search_entry s using (id) order by g.at`,
    [ids],
  )
  const expected = ids.map((_, at) => {
    const linked = Number(at % 3 === 1 ? at % 2 === 0 : at % 2 === 1)
    const title = at % 3 === 0 ? `Namnbytt ${at}` : `Åtgärd ${at}`
    return { title, priority: at % 3 === 2 ? 2 : (values.priority ?? null), linked, links: linked, found: title, versions: 1 }
  })
  expect(rows).toEqual(expected)
})
