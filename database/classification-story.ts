import type { ModelContent } from '#areas/information/classification-model.content.ts'
import { exampleRiskMethod } from '#areas/risk/risk-method.content.ts'
import { actorWith, does, type Samples, samplesIn, type Values } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import type { Role } from '#kernel/access/roles.ts'
import { addYears } from '#kernel/clocks/clock.ts'
import type { Actor } from '#kernel/store/context.ts'
import { type Hands, handsOn } from './hands.ts'
import { today } from './today.ts'

export const nextYear = addYears(today, 1)

/** A small model with what a test may want: two categories, four levels, measures by level and by flag, four eyes at the top. */
export const smallModel: ModelContent = {
  aspects: [
    { key: 'confidentiality', name: 'Konfidentialitet', question: '' },
    { key: 'integrity', name: 'Riktighet', question: '' },
    { key: 'availability', name: 'Tillgänglighet', question: '' },
  ],
  levels: [0, 1, 2, 3].map((level) => ({ level, name: `Nivå ${level}`, meaning: '', reviewMonths: 12 })),
  categories: [
    { key: 'mission', name: 'Uppdraget', question: '' },
    { key: 'people', name: 'Enskilda', question: '' },
  ],
  criteria: ['mission', 'people'].flatMap((category) => [0, 1, 2, 3].map((level) => ({ category, level, text: `Skada ${level}` }))),
  measures: [
    { measure: 'SÅ-01', from: { confidentiality: 2, integrity: 2 } },
    { measure: 'SÅ-02', from: { availability: 3 } },
    { measure: 'SÅ-03', from: { confidentiality: 1 }, when: 'enhanced' },
  ],
  fourEyesFrom: 3,
  enhancedFrom: 3,
  mapping: [],
}

/** An authority with a model in force, measures, and hands to classify with. */
export interface Story extends Hands {
  readonly bed: TestBed
  readonly samples: Samples
  readonly unit: string
  readonly owner: Actor & { readonly person: string }
  readonly model: string
  readonly measures: Readonly<Record<string, string>>
  /** A person with a role for a unit. */
  readonly person: (role: Role | readonly Role[], unit?: string, values?: Values) => Promise<Actor & { readonly person: string }>
  /** A classification with every place of its valuation filled in; `levels` by aspect, on the first category. */
  readonly valued: (asset: string, levels: Readonly<Record<string, number>>, values?: Values) => Promise<string>
  /** A decided classification of the information. */
  readonly classified: (asset: string, levels: Readonly<Record<string, number>>, values?: Values) => Promise<string>
  readonly modelInForce: (content: ModelContent) => Promise<string>
  readonly close: () => Promise<void>
}

export async function story(): Promise<Story> {
  const bed = await testBed()
  return storyOn(bed, await samplesIn(bed))
}

/** The same on a bed that stands. */
export async function storyOn(bed: TestBed, samples: Samples): Promise<Story> {
  const register = (name: string) => bed.catalogue.register(name)
  const unit = (await samples.makeMinimal(register('unit'), { name: 'Pensionsavdelningen' })).id
  const { make, change, move, stored, withdraw } = handsOn(bed, samples)
  const person: Story['person'] = async (role, at = unit, values = {}) => {
    const { id } = await samples.makeMinimal(register('person'), { name: `Prov ${role}`, unit: at, ...values })
    return { ...actorWith(role, at, id), person: id }
  }
  const modelInForce = async (content: ModelContent) => {
    const { id } = await make('classificationModel', { name: 'Modellen', content })
    await move('classificationModel', id, 'decide', { validFrom: today })
    return id
  }
  const measures: Record<string, string> = {}
  for (const { measure } of smallModel.measures)
    measures[measure] = (await make('securityMeasure', { key: measure, name: `Åtgärd ${measure}` })).id
  const model = await modelInForce(smallModel)
  // Without a method in force risks have no level.
  const { id: method } = await make('riskMethod', { name: 'Riskmetoden', content: exampleRiskMethod })
  await move('riskMethod', method, 'decide', { validFrom: today })
  const owner = await person(['employee', 'information-owner'])
  const valued: Story['valued'] = async (asset, levels, values = {}) => {
    const made = await make(
      'classification',
      { asset, model, unit, owner: owner.person, occasion: 'new', reviewBy: nextYear, ...values },
      owner,
    )
    const { content } = await stored('classificationModel', String(values.model ?? model))
    const { aspects, categories } = content as ModelContent
    await does(
      bed,
      owner,
      aspects.flatMap(({ key: aspect }) =>
        categories.map(({ key: category }, at) => ({
          do: 'create' as const,
          register: register('valuation'),
          values: { classification: made.id, aspect, category, level: at === 0 ? (levels[aspect] ?? 0) : 0 },
        })),
      ),
    )
    return made.id
  }
  return {
    bed,
    samples,
    unit,
    owner,
    model,
    measures,
    person,
    make,
    change,
    move,
    withdraw,
    stored,
    valued,
    classified: async (asset, levels, values = {}) => {
      const id = await valued(asset, levels, values)
      await move('classification', id, 'decide', {}, owner)
      return id
    },
    modelInForce,
    close: bed.close,
  }
}

export { refusal } from './hands.ts'
