import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { system } from '#areas/information/system.register.ts'
import { person } from '#areas/organisation/person.register.ts'
import { unit } from '#areas/organisation/unit.register.ts'
import { catalogue } from '#kernel/definition/catalogue.ts'
import { defineRegister } from '#kernel/definition/register.ts'
import { text } from '#kernel/fields/builders.ts'
import { migrate } from '#kernel/store/migrate.ts'
import { migratedBed, migrationsFolder, type TestBed } from './testing.ts'

/** A system as it was before suppliers became records. */
const systemBefore = defineRegister({
  name: 'system',
  plural: 'systems',
  label: system.label,
  purpose: system.purpose,
  reference: 'SYS-{year}-{number}',
  title: 'name',
  fields: {
    name: system.fields.name,
    description: system.fields.description,
    systemOwner: system.fields.systemOwner,
    unit: system.fields.unit,
    supplier: text({ sv: 'Leverantör', en: 'Supplier' }),
    enhancedProtection: system.fields.enhancedProtection,
    central: system.fields.central,
    dependsOn: system.fields.dependsOn,
    inOperationFrom: system.fields.inOperationFrom,
    outOfOperationFrom: system.fields.outOfOperationFrom,
    marking: system.fields.marking,
  },
  scope: { unit: 'unit', own: ['systemOwner'] },
  access: system.access,
  list: { columns: ['name'], filters: ['unit'], sort: ['name'] },
  form: [],
})
const earlier = ['0001-system.sql', '0002-registers.sql', '0003-parts.sql']

let bed: TestBed
const moments: Date[] = []
const ids = { unit: crypto.randomUUID(), a: crypto.randomUUID(), b: crypto.randomUUID(), secret: crypto.randomUUID() }

/** Does something as the owner and remembers when it was done. */
async function then(statement: string, values: unknown[] = []): Promise<void> {
  await bed.asOwner(statement, values)
  const [row] = await bed.asOwner<{ now: Date }>('select clock_timestamp() as now')
  if (row) moments.push(row.now)
}

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-migrations-'))
  for (const name of earlier) await copyFile(path.join(migrationsFolder, name), path.join(folder, name))
  bed = await migratedBed({ catalogue: catalogue([unit, person, systemBefore]), folder })
  await rm(folder, { recursive: true })
  await bed.asOwner(`insert into {live}.unit (id, name, kind) values ($1, 'Avdelningen', 'department')`, [ids.unit])
  await then(
    `insert into {live}.system (id, name, unit, supplier, marking) values ($2, 'A', $1, 'Nordlunds Data AB', null), ($3, 'B', $1, null, null),
      ($4, 'C', $1, 'Tysta AB', '{"basis":"osl-18-8"}')`,
    [ids.unit, ids.a, ids.b, ids.secret],
  )
  await then(`update {live}.system set supplier = ' Nordlunds Data AB ', central = true where id = $1`, [ids.a])
  await then(`update {live}.system set supplier = 'Söderbergs Drift AB' where id = $1`, [ids.a])
  await then(`update {live}.system set supplier = 'Nordlunds Data AB' where id in ($1, $2)`, [ids.a, ids.b])
  await migrate(bed.config('owner'), migrationsFolder, varnaCatalogue, bed.schemas)
})
afterAll(() => bed?.close())

test('every text of a supplier becomes one supplier, with a reference, findable, and known from the day it was first written', async () => {
  const suppliers = await bed.asOwner<{ name: string; reference: string; marked: boolean }>(
    'select name, reference, marking is not null as marked from {live}.supplier order by name',
  )
  const year = new Date().getFullYear()
  expect(suppliers).toEqual([
    { name: 'Nordlunds Data AB', reference: `LEV-${year}-0001`, marked: false },
    { name: 'Söderbergs Drift AB', reference: `LEV-${year}-0003`, marked: false },
    { name: 'Tysta AB', reference: `LEV-${year}-0002`, marked: true },
  ])
  const found = await bed.asOwner<{ title: string; secret: boolean }>(
    `select title, secret from {live}.search_entry where register = 'supplier' and words @@ to_tsquery('swedish', 'drift | tysta') order by title`,
  )
  expect(found).toEqual([
    { title: 'Söderbergs Drift AB', secret: false },
    { title: 'Tysta AB', secret: true },
  ])
  const kept = await bed.asOwner<{ same: boolean }>(
    'select h.version_from = (select min(version_from) from {history}.system) as same from {history}.supplier h join {live}.supplier s using (id) where s.name = $1',
    ['Nordlunds Data AB'],
  )
  expect(kept).toEqual([{ same: true }])
})

test('a system leads to its supplier as of every moment, and no version has been added to it', async () => {
  const versions = await bed.asOwner<{ version: number; names: string[] }>(
    `select h.version, array(select name from {live}.supplier s where s.id = any (h.suppliers)) as names from {history}.system h where h.id = $1 order by version`,
    [ids.a],
  )
  expect(versions.map(({ names }) => names)).toEqual([
    ['Nordlunds Data AB'],
    ['Nordlunds Data AB'],
    ['Söderbergs Drift AB'],
    ['Nordlunds Data AB'],
  ])
  const seen = []
  for (const moment of moments) {
    const [row] = await bed.asOwner<{ names: string[] | null }>(
      `with at as materialized (select set_config('varna.as_of', $2, false))
       select (select array_agg(l.name order by l.name) from at, {asOf}.supplier l where l.id in (
         select to_id from {history}.link where from_id = $1 and field = 'suppliers' and valid_from <= $2::timestamptz and valid_to > $2::timestamptz
         union select to_id from {live}.link where from_id = $1 and field = 'suppliers' and valid_from <= $2::timestamptz)) as names`,
      [ids.a, moment.toISOString()],
    )
    seen.push(row?.names)
  }
  expect(seen).toEqual([['Nordlunds Data AB'], ['Nordlunds Data AB'], ['Söderbergs Drift AB'], ['Nordlunds Data AB']])
})

test('links are kept once for each unbroken time, and go on being kept by the database afterwards', async () => {
  const past = await bed.asOwner(`select 1 from {history}.link where from_id = $1 and field = 'suppliers'`, [ids.a])
  const now = await bed.asOwner(`select 1 from {live}.link where from_id = any ($1::uuid[]) and field = 'suppliers'`, [[ids.a, ids.b]])
  expect([past.length, now.length]).toEqual([2, 2])
  await bed.asOwner(`update {live}.system set suppliers = '{}' where id = $1`, [ids.b])
  expect(await bed.asOwner(`select 1 from {live}.link where from_id = $1 and field = 'suppliers'`, [ids.b])).toEqual([])
})
