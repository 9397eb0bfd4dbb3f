import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { exampleModel } from '#areas/information/classification-model.content.ts'
import { literal } from '#kernel/store/columns.ts'
import { inSchemas } from '#kernel/store/schema/schemas.ts'
import { openDatabase } from '#server/database/launcher.ts'
import { readSettings } from '#server/settings/settings.ts'
import { migrateDatabase, schemasOf } from '#server/start.ts'
import { linkRows, searchRows, withoutTriggers } from './prepare.ts'
import { fill, idOf } from './sql.ts'

/** How much there is: 60 000 links carry the information on, 40 000 to systems, 15 000 between systems and 5 000 to suppliers. */
export const carried = { assets: 20_000, systems: 5_000, suppliers: 200 } as const
/** Systems stand in three tiers, so that a need flows from the business through platforms to what everything rests on. */
const tier = { business: 3_800, platforms: 1_000 } as const

const folder = fileURLToPath(new URL('../../.cache/bench-carrying', import.meta.url))
const migrations = fileURLToPath(new URL('../../database/migrations', import.meta.url))
export const carryingSettings = () => readSettings({ VARNA_DATA: folder, PORT: '0', VARNA_LOG: 'error' })

const kinds = {
  unit: 1,
  person: 2,
  system: 3,
  informationAsset: 4,
  classification: 7,
  supplier: 8,
  classificationModel: 9,
  valuation: 6,
} as const
type Kind = keyof typeof kinds
export const carriedId = (kind: Kind, number: number): string => idOf(kinds[kind], number)
const id = (kind: Kind, number: string) => `('0190f${kinds[kind]}00-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const lot = (seed: string, below: number) => `(abs(hashint8((${seed})::bigint)::bigint) % ${below})`
const several = (kind: Kind, from: number, of: number, many: number, seed: string) =>
  `(select array_agg(distinct ${id(kind, `${from} + ${lot(`${seed} + i * 7919`, of)}`)}) from generate_series(1, ${many}) i)`
const rung = (seed: string) => `${lot(seed, 3)}::smallint`

const need = (seed: string) => ({
  confidentiality: rung(seed),
  integrity: rung(`${seed} + 1`),
  availability: rung(`${seed} + 2`),
  level: `greatest(${rung(seed)}, ${rung(`${seed} + 1`)}, ${rung(`${seed} + 2`)})::smallint`,
})

/** The level of a classification in force, and of one that awaits its decision: everything is raised to the highest. */
const valuedOr3 = (seed: string) => `case when n <= ${carried.assets} then ${rung(seed)} else 3 end::smallint`

/** The columns of each kind of record, in terms of `n`. Every set of information has a classification in force and one awaiting its decision. */
const columns: readonly (readonly [Kind, number, Readonly<Record<string, string>>])[] = [
  ['unit', 1, { name: `'Myndigheten'`, kind: `'authority'` }],
  ['person', 1, { name: `'Olle Ägare'`, email: `'olle@myndigheten.example'`, unit: id('unit', '1'), employed_from: `date '2010-01-01'` }],
  [
    'classificationModel',
    1,
    {
      reference: `'KM-2020-0001'`,
      name: `'Modellen'`,
      state: `'inForce'`,
      valid_from: `date '2020-01-01'`,
      content: `${literal(JSON.stringify({ ...exampleModel, levels: [0, 1, 2, 3].map((level) => ({ level, name: `Nivå ${level}`, meaning: '', reviewMonths: 12 })) }))}::jsonb`,
    },
  ],
  ['supplier', carried.suppliers, { reference: `'LEV-2020-' || lpad(n::text, 4, '0')`, name: `'Leverantör ' || n`, unit: id('unit', '1') }],
  [
    'system',
    carried.systems,
    {
      reference: `'SYS-2020-' || lpad(n::text, 4, '0')`,
      name: `'System ' || n`,
      unit: id('unit', '1'),
      system_owner: id('person', '1'),
      suppliers: several('supplier', 1, carried.suppliers, 1, 'n * 13'),
      depends_on: `case when n <= ${tier.business} then ${several('system', tier.business + 1, tier.platforms, 3, 'n * 17')}
        when n <= ${tier.business + tier.platforms} then ${several('system', tier.business + tier.platforms + 1, carried.systems - tier.business - tier.platforms, 3, 'n * 19')} else '{}'::uuid[] end`,
    },
  ],
  [
    'informationAsset',
    carried.assets,
    {
      reference: `'INF-2020-' || lpad(n::text, 5, '0')`,
      name: `'Informationsmängd ' || n`,
      unit: id('unit', '1'),
      owner: id('person', '1'),
      systems: several('system', 1, tier.business, 2, 'n * 23'),
      ...need('n'),
      classification: id('classification', 'n'),
      classified_on: `date '2023-01-01'`,
      review_by: `date '2099-01-01'`,
    },
  ],
  [
    'classification',
    2 * carried.assets,
    {
      reference: `'KL-2020-' || lpad(n::text, 5, '0')`,
      name: `'Informationsmängd ' || (1 + (n - 1) % ${carried.assets})`,
      asset: id('informationAsset', `1 + (n - 1) % ${carried.assets}`),
      model: id('classificationModel', '1'),
      unit: id('unit', '1'),
      owner: id('person', '1'),
      occasion: `'review'`,
      state: `case when n <= ${carried.assets} then 'decided' else 'proposed' end`,
      confidentiality: valuedOr3('n'),
      integrity: valuedOr3('n + 1'),
      availability: valuedOr3('n + 2'),
      level: `greatest(${valuedOr3('n')}, ${valuedOr3('n + 1')}, ${valuedOr3('n + 2')})`,
      brought_confidentiality: `case when n <= ${carried.assets} then ${rung('n')} end::smallint`,
      brought_integrity: `case when n <= ${carried.assets} then ${rung('n + 1')} end::smallint`,
      brought_availability: `case when n <= ${carried.assets} then ${rung('n + 2')} end::smallint`,
      four_eyes: 'false',
      left_to_value: '0',
      review_by: `date '2099-01-01'`,
    },
  ],
  [
    'valuation',
    3 * carried.assets,
    {
      classification: id('classification', `${carried.assets} + 1 + (n - 1) / 3`),
      aspect: `(array['confidentiality', 'integrity', 'availability'])[1 + (n - 1) % 3]`,
      category: `'mission'`,
      level: '3::smallint',
    },
  ],
]

/** Needs as inheritance would have left them, tier by tier. */
const inherit = (tierOf: string) => `
  update {live}.system s set (inherited_confidentiality, inherited_integrity, inherited_availability, confidentiality, integrity, availability, level) =
    (select k, r, t, k, r, t, greatest(k, r, t) from (select max(x.confidentiality) as k, max(x.integrity) as r, max(x.availability) as t from (
      select a.confidentiality, a.integrity, a.availability from {live}.link l join {live}.information_asset a on a.id = l.from_id where l.to_id = s.id and l.register = 'informationAsset'
      union all select d.confidentiality, d.integrity, d.availability from {live}.link l join {live}.system d on d.id = l.from_id where l.to_id = s.id and l.field = 'dependsOn') x) y)
  where ${tierOf};`

function stampOf(): string {
  const hash = createHash('sha256')
  for (const file of ['sql.ts', 'prepare.ts', 'carrying.ts']) hash.update(readFileSync(new URL(file, import.meta.url)))
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(path.join(migrations, file)))
  return hash.digest('hex')
}

/** Makes the database in which needs are recalculated, unless it stands. */
export async function prepareCarrying(say: (line: string) => void): Promise<void> {
  const stampFile = path.join(folder, 'ready')
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  rmSync(folder, { recursive: true, force: true })
  say(`making the database of what carries what: ${carried.assets} assets, ${carried.systems} systems, 60 000 links (once)`)
  const settings = carryingSettings()
  const schemas = schemasOf(settings)
  const database = await openDatabase(settings)
  const owner = new pg.Client(database.config('owner'))
  try {
    await migrateDatabase(database, schemas)
    await owner.connect()
    const run = (text: string) => owner.query(inSchemas(text, schemas))
    await withoutTriggers(owner, async () => {
      for (const [kind, count, values] of columns) {
        const register = varnaCatalogue.register(kind)
        await run(fill({ register, versions: 1, count, created: `timestamptz '2020-01-01'`, columns: { id: id(kind, 'n'), ...values } }))
        for (const statement of linkRows(register)) await run(statement)
        await run(searchRows(register))
      }
      await run('analyze')
      const last = tier.business + tier.platforms
      for (const which of [
        `s.id <= ${id('system', String(tier.business))}`,
        `s.id > ${id('system', String(tier.business))} and s.id <= ${id('system', String(last))}`,
        `s.id > ${id('system', String(last))}`,
      ])
        await run(inherit(which))
    })
    await owner.query('vacuum (analyze)')
  } finally {
    await owner.end()
    await database.close()
  }
  writeFileSync(stampFile, stamp)
}
