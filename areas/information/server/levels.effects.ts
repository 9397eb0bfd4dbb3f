import { sql } from 'kysely'
import { differs, followsFrom, idsIn, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Command, CommandFault, Gate } from '#kernel/gate/command.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import { sameValue } from '#kernel/gate/same.ts'
import { type FieldProblem, invalid } from '#kernel/problems/problem.ts'
import { aspects, type Need } from '../../scales/needs.ts'
import type { ModelContent } from '../classification-model.content.ts'
import { noNeed } from '../inheritance.ts'
import { type Cell, valued } from '../valuation.rules.ts'
import { type Model, modelsOf } from './models.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly record: Readonly<Record<string, unknown>>
  readonly brought: Need
  readonly model: ModelContent | null
  readonly assetName: string | null
  readonly assetMarking: unknown
  readonly cells: readonly Cell[]
}

const rowsOf = (gate: Gate, ids: readonly string[]) =>
  gate.tx.rows<Row>(sql`
    select c.id, c.version, to_jsonb(c) as record, m.content as model, a.name as "assetName", a.marking as "assetMarking",
        jsonb_build_object(${sql.raw(aspects.map((aspect) => `'${aspect}', c.brought_${aspect}`).join(', '))}) as brought,
        coalesce((select jsonb_agg(jsonb_build_object('aspect', v.aspect, 'category', v.category, 'level', v.level))
          from valuation v where v.classification = c.id and v.withdrawn_at is null), '[]') as cells
      from classification c join classification_model m on m.id = c.model join information_asset a on a.id = c.asset
      where c.id = any (${[...ids]}::uuid[]) and c.withdrawn_at is null`)

/** Whether the levels come from a classification made elsewhere: nothing is judged here, and values were brought. */
export const isBrought = (brought: Need, cells: number): boolean => cells === 0 && aspects.some((aspect) => brought[aspect] !== null)

/** What a classification comes to, from its judgements or from what was brought. */
function comesTo({ brought, cells, model, record }: Row) {
  const judged = model ? valued(model, cells) : { need: noNeed, highestOther: null, left: 0 }
  const { need, highestOther, left } = isBrought(brought, cells.length) ? { need: brought, highestOther: null, left: 0 } : judged
  const known = [...aspects.map((aspect) => need[aspect]), highestOther].filter((level) => level !== null)
  const fourEyesFrom = model?.fourEyesFrom ?? null
  return {
    ...need,
    highestOther,
    leftToValue: left,
    // What was decided before Värna is not decided again by two.
    fourEyes: fourEyesFrom !== null && record.classified_on === null && known.some((level) => level >= fourEyesFrom),
  }
}

/** The record is one of the model that holds when it is made; what was brought may be of one that has held. */
function modelFaults(change: Changed, models: ReadonlyMap<string, Model>): FieldProblem[] {
  if (isWithdrawn(change) || !isOf('classification')(change) || !differs(change, ['model'])) return []
  const state = models.get(String(change.after.model))?.state
  if (state === 'inForce' || (state === 'replaced' && change.after.classifiedOn)) return []
  return [
    {
      field: 'model',
      code: 'model-not-in-force',
      message:
        state === 'draft'
          ? {
              sv: 'Modellen är ett utkast. Besluta om den först, eller välj den modell som gäller.',
              en: 'The model is a draft. Decide on it first, or choose the model in force.',
            }
          : {
              sv: 'Modellen gäller inte längre. Välj den modell som gäller.',
              en: 'The model is no longer in force. Choose the one that is.',
            },
    },
  ]
}

const among = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name).join(', ')

/** A judgement is made of an aspect, a category and a level that the model has. */
function cellFaults(change: Changed, content: ModelContent | null): FieldProblem[] {
  if (isWithdrawn(change) || !isOf('valuation')(change) || !content) return []
  const { aspect, category, level } = change.after
  const faults: FieldProblem[] = []
  if (!content.aspects.some(({ key }) => key === aspect))
    faults.push({
      field: 'aspect',
      code: 'not-in-model',
      message: {
        sv: `Modellen har ingen aspekt ”${aspect}”. Den har ${among(content.aspects)}.`,
        en: `The model has no aspect “${aspect}”. It has ${among(content.aspects)}.`,
      },
    })
  if (!content.categories.some(({ key }) => key === category))
    faults.push({
      field: 'category',
      code: 'not-in-model',
      message: {
        sv: `Modellen har ingen konsekvenskategori ”${category}”. Den har ${among(content.categories)}.`,
        en: `The model has no consequence category “${category}”. It has ${among(content.categories)}.`,
      },
    })
  if (typeof level === 'number' && !content.levels.some((each) => each.level === level))
    faults.push({
      field: 'level',
      code: 'not-in-model',
      message: {
        sv: `Modellen använder inte nivå ${level}. Den har ${content.levels.map((each) => `${each.level} ${each.name}`).join(', ')}.`,
        en: `The model does not use level ${level}. It has ${content.levels.map((each) => `${each.level} ${each.name}`).join(', ')}.`,
      },
    })
  return faults
}

const classificationOf = ({ written, before, after }: Changed): string[] =>
  written.register.name === 'classification' ? [written.id] : [...idsIn(before?.classification), ...idsIn(after.classification)]

/**
 * Keeps a classification in step with its judgements: the level of each aspect, what is left, whether it takes two to decide, the
 * name of what it concerns and the secrecy of it. Refuses a model that is not in force, and judgements the model has no place for.
 */
export const levelsFollow: Effect = {
  on: ['classification', 'valuation'],
  follow: async (gate, changed) => {
    const ids = [...new Set(changed.flatMap(classificationOf))]
    // Several may value the same classification at once: each waits for the other before it is read what the judgements come to.
    await gate.tx.rows<object>(sql`select id from classification where id = any (${ids}::uuid[]) order by id for no key update`)
    const rows = new Map((await rowsOf(gate, ids)).map((row) => [row.id, row]))
    const ofModels = changed.filter((change) => isOf('classification')(change) && differs(change, ['model']))
    const models = await modelsOf(
      gate.tx,
      ofModels.flatMap(({ after }) => idsIn(after.model)),
    )
    const faults = changed.flatMap((change): CommandFault[] => {
      const content = rows.get(classificationOf(change).at(-1) ?? '')?.model ?? null
      const found = [...modelFaults(change, models), ...cellFaults(change, content)]
      return found.length ? [{ index: change.index, problem: invalid(found).problem }] : []
    })
    if (faults.length) return { faults }
    const register = gate.catalogue.register('classification')
    const reason = followsFrom(changed.filter(isOf('classification')))
    return {
      commands: [...rows.values()].flatMap((row): Command[] => {
        const { id, version, record, assetName, assetMarking } = row
        const calculated = { ...comesTo(row), name: assetName }
        const columns = { ...record, highestOther: record.highest_other, leftToValue: record.left_to_value, fourEyes: record.four_eyes }
        const same = Object.entries(calculated).every(([name, value]) => sameValue((columns as Record<string, unknown>)[name], value))
        const marks = assetMarking !== null && record.marking === null
        if (same && !marks) return []
        return [{ do: 'update', register, id, version, values: marks ? { marking: assetMarking } : {}, calculated, reason }]
      }),
    }
  },
}
