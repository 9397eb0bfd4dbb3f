import type { Register } from '#kernel/definition/register.ts'
import { columnsOf, quote, tableOf } from '#kernel/store/columns.ts'

/** How much there is of each kind. */
export const size = { units: 260, persons: 20_000, assets: 5_000, systems: 500, risks: 50_000, versions: 10 } as const

/** The day every `as of` figure looks back to: all risks exist, most of their versions are before or after it. */
export const lookBack = '2022-06-30'

/** The one who asks: a chief information security officer, who reads everything. */
export const ciso = { kind: 2, number: 1 } as const
/** One who reads the risks of one department. */
export const departmentHead = { kind: 2, number: 2 } as const

const identity = (kind: number, number: string) => `('0190f${kind}00-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const unitId = (number: string) => identity(1, number)
const personId = (number: string) => identity(2, number)
const systemId = (number: string) => identity(3, number)
const assetId = (number: string) => identity(4, number)
const riskId = (number: string) => identity(5, number)
const assignmentId = (number: string) => identity(6, number)

/** The identity of a generated record, as the database makes it. */
export const idOf = (kind: number, number: number) => `0190f${kind}00-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** A number from 0 up to `below` that looks drawn by lot but is the same every time. */
const lot = (seed: string, below: number) => `(abs(hashint8((${seed})::bigint)::bigint) % ${below})`

const words = {
  what: [
    'Obehörig åtkomst till',
    'Avbrott i',
    'Förlust av',
    'Felaktiga uppgifter i',
    'Otillräcklig loggning av',
    'Röjande av',
    'Bristande spårbarhet i',
    'Skadlig kod i',
  ],
  where: [
    'handläggningssystemet',
    'pensionsakterna',
    'löneunderlaget',
    'diariet',
    'e-tjänsten',
    'upphandlingsunderlaget',
    'behörighetsregistret',
    'säkerhetskopiorna',
    'kontaktregistret',
    'mejlen',
  ],
  why: [
    'behörigheter inte följs upp',
    'leverantören saknar rutiner',
    'uppdateringar dröjer',
    'informationsklassning saknas',
    'personalen är ny',
    'kraven i avtalet är otydliga',
  ],
  first: ['Anna', 'Erik', 'Karin', 'Lars', 'Maria', 'Johan', 'Åsa', 'Örjan', 'Sara', 'Ahmed', 'Eva', 'Nils'],
  last: ['Lindqvist', 'Åberg', 'Öhman', 'Svensson', 'Holm', 'Nyström', 'Ek', 'Berglund', 'Sandström', 'Vikström'],
}
const pick = (list: readonly string[], seed: string) =>
  `(array[${list.map((word) => `'${word}'`).join(', ')}])[1 + ${lot(seed, list.length)}]`

interface Rows {
  readonly register: Register
  /** How many versions each record has. */
  readonly versions: number
  readonly count: number
  /** SQL for columns, in terms of `n` (the record) and `v` (the version). Those not named are empty. */
  readonly columns: Readonly<Record<string, string>>
  /** When the first version was made, in terms of `n`. */
  readonly created: string
}

const sinceBefore = `timestamptz '2020-01-01'`

/** SQL that fills history with every version of the records, and the live table with the last of each. */
export function fill({ register, versions, count, columns, created }: Rows): string {
  const table = quote(tableOf(register))
  const moment = (version: string) => `${created} + (${version} - 1) * interval '70 days'`
  const all: Record<string, string> = {
    version: 'v',
    created_at: created,
    created_by: personId('1'),
    changed_at: moment('v'),
    changed_by: personId(`1 + ${lot('n * 7 + v', size.persons)}`),
    ...columns,
  }
  const empty: Record<string, string> = { 'uuid[]': `'{}'`, jsonb: 'null' }
  const named = columnsOf(register).map(({ name, type }) => ({
    name: quote(name),
    sql: all[name] ?? (name === 'evidence' ? `'[]'::jsonb` : `${empty[type] ?? 'null'}::${type.split(' ')[0]}`),
  }))
  const names = named.map(({ name }) => name).join(', ')
  return `
    insert into {history}.${table} (${names}, version_from, version_to, version_operation, version_reason, version_database_user)
      select ${named.map(({ sql }) => sql).join(', ')}, ${moment('v')}, case when v < ${versions} then ${moment('v + 1')} else 'infinity' end,
        case when v = 1 then 'create' else 'update' end, case when v > 1 then 'Omprövning enligt plan' end, session_user
      from generate_series(1, ${count}) n cross join generate_series(1, ${versions}) v order by v, n;
    insert into {live}.${table} (${names}) select ${names} from {history}.${table} where version_to = 'infinity' order by id;`
}

/** Everything that is filled in, by the name of the register. */
export function plan(register: (name: string) => Register): Rows[] {
  const some = (id: (number: string) => string, most: number, of: number, seed: string) =>
    `(select coalesce(array_agg(distinct ${id(`1 + ${lot(`${seed} + i * 7919`, of)}`)}), '{}') from generate_series(1, ${lot(`${seed} + 5`, most + 1)}::int) i)`
  const unitOf = (seed: string) => unitId(`1 + ${lot(seed, size.units)}`)
  const consequence = `(1 + ${lot('n * 3 + v / 3', 4)})::smallint`
  const likelihood = `(1 + ${lot('n * 5 + v / 4', 4)})::smallint`
  const value = `(${consequence} * ${likelihood})`
  const riskCreated = `(timestamptz '2021-01-01' + ${lot('n * 41', 365 * 24 * 60)} * interval '1 minute' + n * interval '1 microsecond')`
  const text = `${pick(words.what, 'n')} || ' ' || ${pick(words.where, 'n * 11')}`
  return [
    {
      register: register('unit'),
      versions: 1,
      count: size.units,
      created: sinceBefore,
      columns: {
        id: unitId('n'),
        name: `case when n = 1 then 'Myndigheten' when n <= 7 then 'Avdelning ' || (n - 1) else 'Enhet ' || n end`,
        kind: `case when n = 1 then 'authority' when n <= 7 then 'department' when n <= 60 then 'unit' else 'team' end`,
        parent: `case when n = 1 then null when n <= 7 then ${unitId('1')} when n <= 60 then ${unitId('2 + n % 6')} else ${unitId('8 + n % 53')} end`,
      },
    },
    {
      register: register('person'),
      versions: 1,
      count: size.persons,
      created: sinceBefore,
      columns: {
        id: personId('n'),
        name: `${pick(words.first, 'n')} || ' ' || ${pick(words.last, 'n * 13')} || ' ' || n`,
        email: `'p' || n || '@myndigheten.example'`,
        title: `'handläggare'`,
        unit: unitOf('n * 17'),
        employed_from: `date '2020-01-01'`,
      },
    },
    {
      register: register('assignment'),
      versions: 1,
      count: 2,
      created: sinceBefore,
      columns: {
        id: assignmentId('n'),
        name: `case n when 1 then 'Informationssäkerhetschef' else 'Avdelningschef' end`,
        person: personId('n'),
        role: `case n when 1 then 'ciso' else 'department-head' end`,
        unit: unitId('n'),
        valid_from: `date '2020-01-01'`,
      },
    },
    {
      register: register('system'),
      versions: 1,
      count: size.systems,
      created: sinceBefore,
      columns: {
        id: systemId('n'),
        reference: `'SYS-2020-' || lpad(n::text, 4, '0')`,
        name: `'System ' || n`,
        unit: unitOf('n * 19'),
        system_owner: personId(`1 + ${lot('n * 23', size.persons)}`),
      },
    },
    {
      register: register('informationAsset'),
      versions: 1,
      count: size.assets,
      created: sinceBefore,
      columns: {
        id: assetId('n'),
        reference: `'INF-2020-' || lpad(n::text, 4, '0')`,
        name: `'Informationsmängd ' || n || ': ' || ${pick(words.where, 'n')}`,
        unit: unitOf('n * 29'),
        owner: personId(`1 + ${lot('n * 31', size.persons)}`),
        systems: some(systemId, 2, size.systems, 'n * 37'),
        level: `${lot('n', 4)}::smallint`,
      },
    },
    {
      register: register('risk'),
      versions: size.versions,
      count: size.risks,
      created: riskCreated,
      columns: {
        id: riskId('n'),
        reference: `'R-2021-' || lpad(n::text, 5, '0')`,
        title: `${text} || ' ' || n || case when v > 5 then ' (omprövad)' else '' end`,
        cause: `'På grund av att ' || ${pick(words.why, 'n * 43')} || '.'`,
        event: `'Det kan hända att ' || ${pick(words.where, 'n * 47')} || ' blir åtkomligt för obehöriga under en längre tid utan att någon märker det.'`,
        effect: `'Det leder till att enskilda drabbas och att myndigheten måste anmäla händelsen. Version ' || v || '.'`,
        kind: `(array['operations', 'classification', 'procurement', 'project', 'change'])[1 + ${lot('n * 53', 5)}]`,
        unit: unitOf('n * 59'),
        owner: personId(`1 + ${lot('n * 61 + v / 5', size.persons)}`),
        assets: some(assetId, 3, size.assets, 'n * 67'),
        systems: some(systemId, 2, size.systems, 'n * 71'),
        consequence,
        likelihood,
        value: `${value}::numeric`,
        level: `(case when ${value} >= 16 then 4 when ${value} >= 8 then 3 when ${value} >= 3 then 2 else 1 end)::smallint`,
        response: `(array['reduce', 'avoid', 'share', 'accept'])[1 + ${lot('n * 73 + v', 4)}]`,
        review_by: `date '2022-06-01' + (${lot('n * 79', 300)} + v * 60)::int`,
        state: `(array['identified', 'analysed', 'treated', 'accepted', 'closed'])[1 + ${lot('n * 83 + v / 2', 5)}]`,
        moved_at: sinceBefore,
        moved_by: personId('1'),
        marking: `case when n % 50 = 0 then '{"provision": "18 kap. 8 § OSL", "markedOn": "2021-03-01", "authority": "Myndigheten"}'::jsonb end`,
        withdrawn_at: `case when v = ${size.versions} and n % 40 = 0 then ${riskCreated} + ${size.versions - 1} * interval '70 days' end`,
      },
    },
  ]
}
