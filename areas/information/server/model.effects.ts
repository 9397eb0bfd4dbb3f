import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isNew, isOf } from '#kernel/gate/changes.ts'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import { comesIntoForce, succeeded } from '#kernel/gate/succession.ts'
import { invalid } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { ModelContent } from '../classification-model.content.ts'
import { modelsOf } from './models.ts'

/** The rungs that classifications in force by other models have used. */
const rungsInUse = async (tx: Transaction, model: string): Promise<number[]> => {
  const rows = await tx.rows<{ rung: number }>(sql`
    select distinct used.rung from information_asset a join classification c on c.id = a.classification and c.model <> ${model}::uuid
        cross join lateral (values (a.confidentiality), (a.integrity), (a.availability), (a.traceability)) used (rung)
      where a.withdrawn_at is null and used.rung is not null order by used.rung`)
  return rows.map(({ rung }) => rung)
}

/** A level that information is classified at must have a place in the next model: as one of its levels, or by becoming another. */
async function withoutPlace(gate: Gate, { index, written, after }: Changed): Promise<CommandFault[]> {
  const content = after.content as ModelContent | null
  if (!content) return []
  const placed = new Set([...content.levels.map(({ level }) => level), ...content.mapping.map(({ from }) => from)])
  const lost = (await rungsInUse(gate.tx, written.id)).filter((rung) => !placed.has(rung))
  if (!lost.length) return []
  const levels = lost.join(', ')
  const message = {
    sv: `Nivå ${levels} används i gällande klassningar men finns inte i modellen. Ange vilken nivå den ska bli.`,
    en: `Level ${levels} is used by classifications in force but is not in the model. Say which level it is to become.`,
  }
  return [{ index, problem: invalid([{ field: 'content', code: 'level-in-use', message }]).problem }]
}

/** The models that are replaced, and the information classified by another model than the one that now is in force. */
async function replaced(gate: Gate, change: Changed): Promise<Command[]> {
  const { tx, today, catalogue } = gate
  const { id, reference } = change.written
  const before = await succeeded(gate, change)
  const assets = await tx.rows<{ id: string; version: number }>(sql`
    select a.id, a.version from information_asset a join classification c on c.id = a.classification and c.model <> ${id}::uuid
      where a.withdrawn_at is null and a.occasion is null order by a.id for no key update of a`)
  const reason = `Följer av ${reference}`
  return [
    ...before,
    ...assets.map(
      (asset): Command => ({
        do: 'update',
        register: catalogue.register('informationAsset'),
        id: asset.id,
        version: asset.version,
        values: {},
        calculated: { occasion: 'model', occasionOn: today },
        reason,
      }),
    ),
  ]
}

/** When a model takes effect the one before is replaced, and what was classified by it has reason to be classified again. */
export const modelFollows: Effect = {
  on: ['classificationModel'],
  follow: async (gate, changed) => {
    const decided = changed.filter(comesIntoForce)
    const faults = (await Promise.all(decided.map((change) => withoutPlace(gate, change)))).flat()
    if (faults.length) return { faults }
    const last = decided.at(-1)
    return { commands: last ? await replaced(gate, last) : [] }
  },
}

interface ToValue {
  readonly id: string
  readonly classification: string
  readonly unit: string
  readonly owner: string | null
  readonly marking: object | null
}

/** A planned classification, at its owner, of everything whose classification is by another model and that nobody is classifying. */
async function planned(gate: Gate, { written, after }: Changed): Promise<Command[]> {
  const model = String(after.model)
  const assets = await gate.tx.rows<ToValue>(sql`
    select a.id, a.classification, a.unit, a.owner, a.marking from information_asset a join classification c on c.id = a.classification and c.model <> ${model}::uuid
      where a.withdrawn_at is null and not exists (select from classification o where o.asset = a.id and o.withdrawn_at is null and o.state in ('planned', 'underway', 'proposed'))
      order by a.reference`)
  const register = gate.catalogue.register('classification')
  const reason = `Följer av ${written.reference}`
  const made = assets.map(({ id, classification, unit, owner, marking }): Command & { do: 'create'; id: string } => ({
    do: 'create',
    register,
    id: v7(),
    values: {
      asset: id,
      model,
      unit,
      owner,
      occasion: 'model',
      basedOn: classification,
      revaluation: written.id,
      dueBy: after.dueBy ?? null,
      ...(marking ? { marking } : {}),
    },
    reason,
  }))
  return [...made, ...made.map(({ id }): Command => ({ do: 'move', register, id, version: 1, move: 'plan', reason }))]
}

/** A campaign plans a classification for each set of information that is to be valued again. */
export const revaluationFollows: Effect = {
  on: ['revaluation'],
  follow: async (gate, changed) => {
    const begun = changed.filter((change) => isOf('revaluation')(change) && isNew(change))
    const models = await modelsOf(
      gate.tx,
      begun.map(({ after }) => String(after.model)),
    )
    const faults = begun.flatMap(({ index, after }): CommandFault[] => {
      if (models.get(String(after.model))?.state === 'inForce') return []
      const message = {
        sv: 'Välj den modell som gäller. En omvärdering börjar när modellen är beslutad.',
        en: 'Choose the model in force. A re-valuation begins when the model has been decided.',
      }
      return [{ index, problem: invalid([{ field: 'model', code: 'model-not-in-force', message }]).problem }]
    })
    if (faults.length) return { faults }
    const commands: Command[] = []
    for (const change of begun) commands.push(...(await planned(gate, change)))
    return { commands }
  },
}
