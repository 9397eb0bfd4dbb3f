import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { actorWith, does, type Samples, samplesIn } from '#database/samples.ts'
import { migratedBed, type TestBed } from '#database/testing.ts'
import { catalogue } from '#kernel/definition/catalogue.ts'
import { story } from '#kernel/history/history.ts'
import { record } from '#kernel/store/read.ts'
import { difference, type Snapshot, wanted } from '#kernel/store/schema/tables.ts'
import { exemption } from './example/exemption.register.ts'

const withExemptions = catalogue([...varnaCatalogue.registers, exemption])
const guide = await readFile(new URL('../../docs/handbook/add-a-register.md', import.meta.url), 'utf8')
const codeIn = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code ?? '')

describe('the guide to adding a register', () => {
  test('shows the register that is tried here', async () => {
    const file = await readFile(new URL('./example/exemption.register.ts', import.meta.url), 'utf8')
    expect(codeIn('ts')).toContain(file)
  })

  test('shows the beginning of the migration that is written', () => {
    const { script, refused } = difference(withExemptions, wanted(varnaCatalogue))
    expect(refused).toEqual([])
    expect(script.split('\n').slice(0, 21).join('\n')).toBe(codeIn('sql')[0]?.trimEnd())
  })

  test('leaves the other tables as they are', () => {
    expect(difference(varnaCatalogue, wanted(varnaCatalogue))).toEqual({ script: '', refused: [] })
    const { script } = difference(withExemptions, wanted(varnaCatalogue))
    expect(script.match(/^create table \S+/gm)).toEqual(['create table {live}."exemption"', 'create table {history}."exemption"'])
  })

  test('is right that a field which leaves a definition is refused by name', () => {
    const built: Snapshot = { ...wanted(withExemptions), exemption: { ...wanted(withExemptions).exemption, cost: 'numeric(15,2)' } }
    expect(difference(withExemptions, built).refused).toEqual(['exemption.cost has left the definition'])
  })
})

describe('a register that has been added', () => {
  let bed: TestBed
  let samples: Samples

  beforeAll(async () => {
    // The migrations of the repository, and then the one that would be generated for the new register.
    const folder = await mkdtemp(path.join(tmpdir(), 'varna-migrations-'))
    await cp(new URL('../../database/migrations/', import.meta.url), folder, { recursive: true })
    await writeFile(path.join(folder, '9999-exemptions.sql'), difference(withExemptions, wanted(varnaCatalogue)).script)
    bed = await migratedBed({ catalogue: withExemptions, folder })
    await rm(folder, { recursive: true })
    samples = await samplesIn(bed)
  })
  afterAll(() => bed?.close())

  test('takes a record by the gate, with a reference and a history', async () => {
    const made = await samples.make(exemption)
    expect(made.reference).toMatch(/^UN-\d{4}-0001$/)
    await does(bed, samples.actor, [{ do: 'update', register: exemption, id: made.id, version: 1, values: { name: 'Äldre skrivare' } }])
    const versions = await bed.store.read(samples.actor, null, (tx) => story(tx, bed.store, withExemptions, exemption, made.id))
    expect(versions.map(({ version, operation }) => [version, operation])).toEqual([
      [2, 'update'],
      [1, 'create'],
    ])
  })

  test('is read as it was before it was changed', async () => {
    const made = await samples.make(exemption, { name: 'Före' })
    const [before] = await bed.asOwner<{ at: Date }>('select clock_timestamp() as at')
    await does(bed, samples.actor, [{ do: 'update', register: exemption, id: made.id, version: 1, values: { name: 'Efter' } }])
    const nameAt = async (asOf: Date | null) =>
      (
        JSON.parse((await bed.store.read(samples.actor, asOf, (tx) => record(tx, withExemptions, exemption, made.id)))?.json ?? '{}') as {
          name?: string
        }
      ).name
    expect(await nameAt(null)).toBe('Efter')
    expect(await nameAt(before?.at ?? null)).toBe('Före')
  })

  test('is shown to internal audit and not to an employee whose own it is not', async () => {
    const made = await samples.make(exemption)
    const found = async (role: Parameters<typeof actorWith>[0]) =>
      (await bed.store.read(actorWith(role, null), null, (tx) => record(tx, withExemptions, exemption, made.id))) !== undefined
    expect(await found('internal-audit')).toBe(true)
    expect(await found('employee')).toBe(false)
  })
})
