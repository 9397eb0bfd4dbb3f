import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { does, type Samples, samplesIn } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import { record } from '#kernel/store/read.ts'

let bed: TestBed
let samples: Samples

beforeAll(async () => {
  bed = await testBed()
  samples = await samplesIn(bed)
})
afterAll(() => bed.close())

/** The version a record has now: what follows from a change may have changed it further. */
const versionOf = async (plural: string, id: string): Promise<number> => {
  const register = varnaCatalogue.registers.find((each) => each.plural === plural)
  const found = register && (await bed.store.read(samples.actor, null, (tx) => record(tx, bed.catalogue, register, id)))
  return (JSON.parse(found?.json ?? '{}') as { version: number }).version
}

describe.each([...varnaCatalogue.registers])('$plural, with all that follows', (register) => {
  test('are made with every field and with only those required, changed, and withdrawn', async () => {
    for (const values of [await samples.full(register), await samples.minimal(register)]) {
      const [made] = await does(bed, samples.actor, [{ do: 'create', register, values }])
      const id = made?.id ?? ''
      const first = await versionOf(register.plural, id)
      expect(first).toBeGreaterThanOrEqual(1)
      const unique = new Set((register.unique ?? []).flat())
      const changed = Object.fromEntries(Object.entries(await samples.minimal(register)).filter(([name]) => !unique.has(name)))
      await does(bed, samples.actor, [{ do: 'update', register, id, version: first, values: changed, reason: 'Rättas' }])
      const second = await versionOf(register.plural, id)
      await does(bed, samples.actor, [{ do: 'withdraw', register, id, version: second, reason: 'Dubblett' }])
    }
  })
})
