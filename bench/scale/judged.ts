import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { inSchemas } from '#kernel/store/schema/schemas.ts'
import { openDatabase } from '#server/database/launcher.ts'
import { readSettings } from '#server/settings/settings.ts'
import { migrateDatabase, schemasOf } from '#server/start.ts'
import { linkRows, searchRows, withoutTriggers } from './prepare.ts'
import { fill } from './sql.ts'

/** How much there is: all risks are open and judged; every fifth has an option to treat it. */
export const judged = { risks: 50_000, options: 10_000, units: 260, persons: 2_000 } as const

const folder = fileURLToPath(new URL('../../.cache/bench-judged', import.meta.url))
const migrations = fileURLToPath(new URL('../../database/migrations', import.meta.url))
export const judgedSettings = () => readSettings({ VARNA_DATA: folder, PORT: '0', VARNA_LOG: 'error' })

const kinds = { unit: 1, person: 2, risk: 5, assignment: 6, riskOption: 7 } as const
type Kind = keyof typeof kinds
const id = (kind: Kind, number: string) => `('0190f${kinds[kind]}00-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const lot = (seed: string, below: number) => `(abs(hashint8((${seed})::bigint)::bigint) % ${below})`
const rung = (seed: string) => `(1 + ${lot(seed, 4)})::smallint`

/** A manager and a risk owner for each unit, a head for each department, the director-general and the head of security. */
const assigned = 2 * judged.units + 8

/** The columns of each kind of record, in terms of `n`. */
const columns: readonly (readonly [Kind, number, Readonly<Record<string, string>>])[] = [
  [
    'unit',
    judged.units,
    {
      name: `'Enhet ' || n`,
      kind: `case when n = 1 then 'authority' when n <= 7 then 'department' else 'unit' end`,
      parent: `case when n = 1 then null when n <= 7 then ${id('unit', '1')} when n <= 60 then ${id('unit', '2 + n % 6')} else ${id('unit', '8 + n % 53')} end`,
    },
  ],
  [
    'person',
    judged.persons,
    {
      name: `'Person ' || n`,
      email: `'p' || n || '@myndigheten.example'`,
      unit: id('unit', `1 + n % ${judged.units}`),
      employed_from: `date '2010-01-01'`,
    },
  ],
  [
    'assignment',
    assigned,
    {
      name: `'Uppdrag ' || n`,
      person: id('person', 'n'),
      role: `case when n <= ${judged.units} then 'manager' when n <= ${2 * judged.units} then 'risk-owner' when n <= ${assigned - 2} then 'department-head'
        when n = ${assigned - 1} then 'director-general' else 'head-of-security' end`,
      unit: `case when n <= ${2 * judged.units} then ${id('unit', `1 + (n - 1) % ${judged.units}`)} when n <= ${assigned - 2} then ${id('unit', `n - ${2 * judged.units - 1}`)} else ${id('unit', '1')} end`,
      valid_from: `date '2020-01-01'`,
    },
  ],
  [
    'risk',
    judged.risks,
    {
      reference: `'R-2021-' || lpad(n::text, 5, '0')`,
      title: `'Obehörig åtkomst till system ' || n`,
      cause: `'På grund av att behörigheter inte följs upp när någon byter uppgifter eller slutar.'`,
      event: `'Det kan hända att uppgifter blir åtkomliga för obehöriga under en längre tid utan att någon märker det.'`,
      effect: `'Det leder till att enskilda drabbas och att myndigheten måste anmäla händelsen.'`,
      kind: `'operations'`,
      unit: id('unit', `1 + ${lot('n * 59', judged.units)}`),
      owner: id('person', `1 + ${lot('n * 61', 2 * judged.units)}`),
      consequence: rung('n * 3'),
      likelihood: rung('n * 5'),
      target_consequence: rung('n * 7'),
      target_likelihood: rung('n * 11'),
      response: `'reduce'`,
      review_by: `date '2099-01-01'`,
      accepted_until: `case when n % 5 = 4 then date '2099-01-01' end`,
      state: `(array['identified', 'analysed', 'treated', 'treated', 'accepted'])[1 + n % 5]`,
      moved_at: `timestamptz '2021-01-01'`,
    },
  ],
  [
    'riskOption',
    judged.options,
    {
      risk: id('risk', '5 * n'),
      name: `'Minska risken'`,
      response: `'reduce'`,
      cost_once: '100000',
      consequence: rung('n * 13'),
      likelihood: rung('n * 17'),
    },
  ],
]

function stampOf(): string {
  const hash = createHash('sha256')
  for (const file of ['sql.ts', 'prepare.ts', 'judged.ts']) hash.update(readFileSync(new URL(file, import.meta.url)))
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(path.join(migrations, file)))
  return hash.digest('hex')
}

/** Makes the database in which methods are decided, unless it stands. */
export async function prepareJudged(say: (line: string) => void): Promise<void> {
  const stampFile = path.join(folder, 'ready')
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  rmSync(folder, { recursive: true, force: true })
  say(`making the database of open risks: ${judged.risks} risks, ${judged.options} options (once)`)
  const settings = judgedSettings()
  const schemas = schemasOf(settings)
  const database = await openDatabase(settings)
  const owner = new pg.Client(database.config('owner'))
  try {
    await migrateDatabase(database, schemas)
    await owner.connect()
    await withoutTriggers(owner, async () => {
      for (const [kind, count, values] of columns) {
        const register = varnaCatalogue.register(kind)
        const rows = { register, versions: 1, count, created: `timestamptz '2020-01-01'`, columns: { id: id(kind, 'n'), ...values } }
        for (const statement of [fill(rows), ...linkRows(register), searchRows(register)]) await owner.query(inSchemas(statement, schemas))
      }
    })
    await owner.query('vacuum (analyze)')
  } finally {
    await owner.end()
    await database.close()
  }
  writeFileSync(stampFile, stamp)
}
