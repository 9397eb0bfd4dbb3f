import { sql } from 'kysely'
import { followsFrom, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import { counted, fill, type Text } from '#kernel/language/text.ts'
import { type FieldProblem, invalid } from '#kernel/problems/problem.ts'
import { noNeed } from '../inheritance.ts'
import { type Left, leftOf, wholeOf } from './left.ts'
import { needIn } from './needs.ts'

/** What hinders a decision, in words with numbers; one sentence each. */
const hindrances: readonly (readonly [keyof Left, one: Text, many: Text])[] = [
  [
    'toValue',
    { sv: 'En ruta i värderingen är inte ifylld.', en: 'One place of the valuation is not filled in.' },
    { sv: '{count} rutor i värderingen är inte ifyllda.', en: '{count} places of the valuation are not filled in.' },
  ],
  [
    'unassessed',
    { sv: 'En säkerhetsåtgärd som krävs är inte bedömd.', en: 'One required security measure has not been assessed.' },
    { sv: '{count} säkerhetsåtgärder som krävs är inte bedömda.', en: '{count} required security measures have not been assessed.' },
  ],
  [
    'openGaps',
    { sv: 'En brist har varken åtgärd eller acceptans.', en: 'One gap has neither an action nor an acceptance.' },
    { sv: '{count} brister har varken åtgärd eller acceptans.', en: '{count} gaps have neither an action nor an acceptance.' },
  ],
  [
    'unvaluedRisks',
    { sv: 'En risk saknar konsekvens eller sannolikhet.', en: 'One risk lacks consequence or likelihood.' },
    { sv: '{count} risker saknar konsekvens eller sannolikhet.', en: '{count} risks lack consequence or likelihood.' },
  ],
  [
    'risksWithoutAction',
    { sv: 'En hög risk har varken åtgärd eller acceptans.', en: 'One high risk has neither an action nor an acceptance.' },
    { sv: '{count} höga risker har varken åtgärd eller acceptans.', en: '{count} high risks have neither an action nor an acceptance.' },
  ],
]

const stepped = ({ written, before, after }: Changed): boolean =>
  written.did === 'move' && before?.state !== after.state && (after.state === 'proposed' || after.state === 'decided')

interface Gone {
  readonly id: string
  readonly name: string
  readonly last: string | null
}

/** Those of the owners who have left. */
async function goneAmong(gate: Gate, owners: readonly unknown[]): Promise<Map<string, Gone>> {
  const ids = [...new Set(owners.filter((owner) => typeof owner === 'string'))]
  const rows = await gate.tx.rows<Gone>(
    sql`select id, name, employed_to as last from person where id = any (${ids}::uuid[])
      and (employed_to < ${gate.today}::date or withdrawn_at is not null)`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The owner decides, so he must still be there. */
function ownerGone(gone: Gone | undefined): FieldProblem[] {
  if (!gone) return []
  const since: Text = gone.last ? { sv: ` den ${gone.last}`, en: ` on ${gone.last}` } : { sv: '', en: '' }
  return [
    {
      field: 'owner',
      code: 'owner-has-left',
      message: {
        sv: `${gone.name} slutade${since.sv} och kan inte besluta. Utse en ny informationsägare.`,
        en: `${gone.name} left${since.en} and cannot decide. Appoint a new information owner.`,
      },
    },
  ]
}

/** Those that were brought in with a value and nothing left to value: there is nothing more to ask of them, however many they are. */
async function broughtWhole(gate: Gate, steps: readonly Changed[]): Promise<Set<string>> {
  const ids = steps.filter(({ after }) => after.classifiedOn).map(({ written }) => written.id)
  if (!ids.length) return new Set()
  const rows = await gate.tx.rows<{ id: string }>(sql`
    select c.id from classification c where c.id = any (${ids}::uuid[]) and c.left_to_value = 0
      and num_nonnulls(c.brought_confidentiality, c.brought_integrity, c.brought_availability, c.brought_traceability) > 0
      and not exists (select from valuation v where v.classification = c.id and v.withdrawn_at is null)`)
  return new Set(rows.map(({ id }) => id))
}

async function faultsOf(gate: Gate, changed: readonly Changed[]): Promise<CommandFault[]> {
  const faults: CommandFault[] = []
  const steps = changed.filter(stepped)
  if (!steps.length) return faults
  const gone = await goneAmong(
    gate,
    steps.map(({ after }) => after.owner),
  )
  const brought = await broughtWhole(gate, steps)
  for (const change of steps) {
    const found = ownerGone(gone.get(String(change.after.owner)))
    const whole = brought.has(change.written.id) ? null : await wholeOf(gate.tx, change.written.id, gate.today)
    if (whole && !whole.brought) {
      const left = leftOf(whole)
      for (const [name, one, many] of hindrances) {
        const count = left[name]
        if (count) found.push({ field: 'state', code: `left-${name}`, message: fill(counted(count, one, many), { count }) })
      }
    } else if (whole && whole.toValue > 0) {
      found.push({
        field: 'state',
        code: 'left-toValue',
        message: fill(hindrances[0]?.[2] ?? { sv: '', en: '' }, { count: whole.toValue }),
      })
    }
    if (found.length) faults.push({ index: change.index, problem: invalid(found).problem })
  }
  return faults
}

interface Decided {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly state: string
  readonly asset: string
  readonly assetVersion: number
  readonly record: Readonly<Record<string, unknown>>
}

/** What a decided classification leads to: its day, the classification before it is replaced, and the information gets its need. */
async function decided(gate: Gate, ids: readonly string[]): Promise<Command[]> {
  const { tx, today, catalogue } = gate
  if (!ids.length) return []
  const rows = await tx.rows<Decided>(sql`
    select c.id, c.version, c.reference, c.state, c.asset, a.version as "assetVersion", to_jsonb(c) as record
      from classification c join information_asset a on a.id = c.asset
      where a.id in (select asset from classification where id = any (${[...ids]}::uuid[])) and c.withdrawn_at is null and c.state = 'decided' and a.withdrawn_at is null
      order by a.id, c.moved_at, c.reference for no key update of a`)
  const register = catalogue.register('classification')
  const asset = catalogue.register('informationAsset')
  const isNow = new Set(ids)
  const latest = new Map<string, Decided>()
  for (const row of rows) if (isNow.has(row.id)) latest.set(row.asset, row)
  const dated: Command[] = []
  const replaced: Command[] = []
  const given: Command[] = []
  // Commands with the same reason are stored together: a thousand decisions at once, when a list is brought in, share theirs.
  const together = latest.size > 20 ? `Följer av ${latest.size} klassningar som infördes samtidigt` : null
  for (const row of latest.values()) {
    const { id, version, record, reference } = row
    const decidedOn = typeof record.classified_on === 'string' ? record.classified_on : today
    const reason = together ?? `Följer av ${reference}`
    dated.push({ do: 'update', register, id, version, values: {}, calculated: { decidedOn }, reason })
    given.push({
      do: 'update',
      register: asset,
      id: row.asset,
      version: row.assetVersion,
      values: {},
      calculated: {
        ...needIn(record),
        grounds: record.grounds ?? null,
        classification: id,
        classifiedOn: decidedOn,
        reviewBy: record.review_by ?? null,
        occasion: null,
        occasionOn: null,
      },
      reason,
    })
  }
  for (const row of rows) {
    const by = latest.get(row.asset)
    if (!by || by.id === row.id) continue
    replaced.push({
      do: 'move',
      register,
      id: row.id,
      version: row.version,
      move: 'replace',
      reason: together ?? `Ersätts av ${by.reference}`,
    })
  }
  return [...dated, ...replaced, ...given]
}

/** A classification in force that is withdrawn leaves its information unclassified. */
async function undone(gate: Gate, changed: readonly Changed[]): Promise<Command[]> {
  const gone = changed.filter((change) => isWithdrawn(change) && change.before?.state === 'decided')
  if (!gone.length) return []
  const rows = await gate.tx.rows<{ id: string; version: number }>(sql`
    select id, version from information_asset where classification = any (${gone.map(({ written }) => written.id)}::uuid[]) and withdrawn_at is null order by id for no key update`)
  const calculated = {
    ...noNeed,
    grounds: null,
    classification: null,
    classifiedOn: null,
    reviewBy: null,
    occasion: 'new',
    occasionOn: gate.today,
  }
  const register = gate.catalogue.register('informationAsset')
  return rows.map(({ id, version }) => ({ do: 'update', register, id, version, values: {}, calculated, reason: followsFrom(gone) }))
}

/**
 * Judges whether a classification may be submitted or decided, beyond what stands in the record itself, and carries a decision
 * out: it replaces the one before and gives the information its need of protection.
 */
export const decisionFollows: Effect = {
  on: ['classification'],
  follow: async (gate, changed) => {
    const faults = await faultsOf(gate, changed)
    if (faults.length) return { faults }
    const ids = changed.filter((change) => stepped(change) && change.after.state === 'decided').map(({ written }) => written.id)
    return { commands: [...(await decided(gate, ids)), ...(await undone(gate, changed))] }
  },
}
