import { z } from 'zod'
import type { Language } from '#kernel/language/text.ts'
import { harmCategories, harmCriteria } from '../scales/harm.ts'
import { aspects, highestRung } from '../scales/needs.ts'

const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const name = z.string().trim().min(1).max(80)
const words = z.string().max(1_000)
const rung = z.int().min(0).max(highestRung)

/** What a classification model consists of. Texts are the authority's own. */
export const modelContent = z.strictObject({
  /** What is protected: konfidentialitet, riktighet, tillgänglighet always; others where the authority wants them. */
  aspects: z.array(z.strictObject({ key, name, question: words })).max(8),
  /** The rungs of the common ladder that the model uses, lowest first; how long a classification at the level may stand, in months. */
  levels: z.array(z.strictObject({ level: rung, name, meaning: words, reviewMonths: z.int().min(1).max(120) })).max(highestRung + 1),
  /** Who or what is harmed: ekonomi, uppdrag, … */
  categories: harmCategories,
  /** The matrix: how serious the harm of a category is at each level. */
  criteria: harmCriteria(rung),
  /** Required measures, by the key of the security measure: from which level of any aspect, and whether only for systems with a flag of MSBFS 2020:7. */
  measures: z
    .array(
      z.strictObject({
        measure: z.string().min(1).max(40),
        from: z.record(key, rung),
        when: z.enum(['enhanced', 'central']).optional(),
      }),
    )
    .max(500),
  /** From this level two persons decide on a classification; null where one is always enough. */
  fourEyesFrom: rung.nullable(),
  /** From this level of confidentiality or integrity the information is in need of enhanced protection (MSBFS 2020:7). */
  enhancedFrom: rung.nullable(),
  /** Which level of this model a level of the one before becomes. */
  mapping: z.array(z.strictObject({ from: rung, to: rung })).max(highestRung + 1),
})
export type ModelContent = z.infer<typeof modelContent>

const said = {
  sv: {
    levels: 'Nivåer',
    aspects: 'Aspekter',
    categories: 'Konsekvenskategorier',
    measures: 'Säkerhetsåtgärder',
    from: 'från nivå',
    two: 'Två personer beslutar från nivå',
  },
  en: {
    levels: 'Levels',
    aspects: 'Aspects',
    categories: 'Consequence categories',
    measures: 'Security measures',
    from: 'from level',
    two: 'Two persons decide from level',
  },
}

/** The model as running text. */
export function modelInWords(content: ModelContent, language: Language): string {
  const say = said[language]
  const nameOf = (aspect: string) => content.aspects.find((each) => each.key === aspect)?.name ?? aspect
  const lines = [
    `## ${say.levels}`,
    ...content.levels.map(({ level, name, meaning }) => `- **${level} ${name}**: ${meaning}`),
    `## ${say.aspects}`,
    ...content.aspects.map(({ name, question }) => `- **${name}**: ${question}`),
    `## ${say.categories}`,
    ...content.categories.flatMap(({ key: category, name, question }) => [
      `### ${name}`,
      question,
      ...content.levels.map(({ level, name: levelName }) => {
        const criterion = content.criteria.find((each) => each.category === category && each.level === level)
        return `- ${level} ${levelName}: ${criterion?.text ?? '–'}`
      }),
    ]),
    ...(content.fourEyesFrom === null ? [] : [`${say.two} ${content.fourEyesFrom}.`]),
    ...(content.measures.length
      ? [
          `## ${say.measures}`,
          ...content.measures.map(
            ({ measure, from }) =>
              `- ${measure}: ${Object.entries(from)
                .map(([aspect, level]) => `${nameOf(aspect)} ${say.from} ${level}`)
                .join(', ')}`,
          ),
        ]
      : []),
  ]
  return lines.filter(Boolean).join('\n\n').replaceAll('\n\n- ', '\n- ')
}

/** A small valid model: three aspects, three levels, one category. */
export const exampleModel: ModelContent = {
  aspects: aspects.slice(0, 3).map((aspect) => ({ key: aspect, name: aspect, question: '' })),
  levels: [0, 1, 2].map((level) => ({ level, name: `Nivå ${level}`, meaning: '', reviewMonths: 12 })),
  categories: [{ key: 'mission', name: 'Uppdraget', question: '' }],
  criteria: [0, 1, 2].map((level) => ({ category: 'mission', level, text: `Skada ${level}` })),
  measures: [],
  fourEyesFrom: null,
  enhancedFrom: null,
  mapping: [],
}
