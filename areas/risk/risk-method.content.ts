import { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import type { Language } from '#kernel/language/text.ts'
import { harmCategories, harmCriteria } from '../scales/harm.ts'
import { consequenceLadder, likelihoodLadder, riskLadder } from '../scales/risk.ts'

const name = z.string().trim().min(1).max(80)
const words = z.string().max(1_000)
const workingDays = z.int().min(0).max(250)
const value = z.number().min(0).max(10_000)

/** The roles of the first line that may hold a mandate to decide on risks, in the order a risk climbs. */
export const mandateRoles = ['manager', 'risk-owner', 'department-head', 'director-general'] as const satisfies readonly Role[]
export type MandateRole = (typeof mandateRoles)[number]

/** The roles that may be told of risks from a certain value, whoever decides. */
export const toldRoles = [
  'department-head',
  'ciso',
  'head-of-security',
  'risk-function',
  'dpo',
  'preparedness',
] as const satisfies readonly Role[]

/** What risk analyses are made of, in their order. */
export const analysisKinds = {
  operations: { sv: 'Verksamhetens riskanalys', en: 'Operational risk analysis' },
  procurement: { sv: 'Upphandling', en: 'Procurement' },
  classification: { sv: 'Informationsklassning', en: 'Information classification' },
  dpia: { sv: 'Konsekvensbedömning (dataskydd)', en: 'Data protection impact assessment' },
  project: { sv: 'Projekt', en: 'Project' },
  change: { sv: 'Förändring', en: 'Change' },
  rsa: { sv: 'Risk- och sårbarhetsanalys', en: 'Risk and vulnerability analysis' },
} as const
export type AnalysisKind = keyof typeof analysisKinds
const analysisKind = z.enum(Object.keys(analysisKinds) as [AnalysisKind, ...AnalysisKind[]])

const axis = (ladder: readonly unknown[]) =>
  z
    .array(
      z.strictObject({
        /** The rung of the common ladder (`areas/scales/risk.ts`). */
        level: z.int().min(1).max(ladder.length),
        name,
        meaning: words,
        /** What the level counts for in the risk value; its place on the axis unless the authority weighs otherwise. */
        weight: z.number().min(0).max(100),
      }),
    )
    .max(ladder.length)

const mappingOf = (ladder: readonly unknown[]) => {
  const rung = z.int().min(1).max(ladder.length)
  return z.array(z.strictObject({ from: rung, to: rung.nullable() })).max(ladder.length)
}

const riskLevelNumber = z.int().min(1).max(riskLadder.length)

/** What a risk method consists of. Texts are the authority's own. */
export const riskMethodContent = z.strictObject({
  /** Who or what is harmed; the same categories and criteria as of the classification model (MSBFS 2020:6 6 §, allmänt råd). */
  categories: harmCategories,
  consequence: axis(consequenceLadder),
  likelihood: axis(likelihoodLadder),
  /** How serious the harm of a category is at each level of consequence. */
  criteria: harmCriteria(z.int().min(1).max(consequenceLadder.length)),
  /** The levels a risk may have, lowest first. */
  levels: z
    .array(
      z.strictObject({
        level: riskLevelNumber,
        name,
        meaning: words,
        /** How often a risk of the level is followed up, in months. */
        reviewMonths: z.int().min(1).max(120),
        /** Within how many working days an analysed risk of the level is decided on. */
        decideWithin: workingDays,
        /** How long a risk of the level may at most be accepted, in months; 0 where it may not be accepted. */
        acceptMonths: z.int().min(0).max(120),
      }),
    )
    .max(riskLadder.length),
  /** The matrix: the level of each consequence and likelihood. */
  matrix: z
    .array(
      z.strictObject({
        consequence: z.int().min(1).max(consequenceLadder.length),
        likelihood: z.int().min(1).max(likelihoodLadder.length),
        level: riskLevelNumber,
      }),
    )
    .max(consequenceLadder.length * likelihoodLadder.length),
  /** Who may decide what: risks whose value is below; null is without limit. To accept a risk may take a higher mandate than to treat it. */
  mandates: z.array(z.strictObject({ role: z.enum(mandateRoles), decidesBelow: value.nullable(), acceptsBelow: value.nullable() })).max(4),
  /** From this value a risk is material (väsentlig) and reported to the director-general, whoever decides; null where that is judged by hand alone. */
  materialFrom: value.nullable(),
  /** Who else is told of an analysed risk, from which value. */
  tells: z.array(z.strictObject({ role: z.enum(toldRoles), from: value })).max(10),
  /** From this value nobody decides alone on a risk of his own; null where anyone may. */
  ownRiskFrom: value.nullable(),
  /** Within how many working days: an identified risk is analysed, a hand-over acknowledged, a challenge answered; how long after its time a decision climbs. */
  analyseWithin: workingDays,
  acknowledgeWithin: workingDays,
  answerWithin: workingDays,
  climbAfter: workingDays,
  /** How many days before an acceptance ends its owner is warned. */
  warnBefore: z.int().min(0).max(365),
  /** How likely at most it may be, per year, that losses exceed an amount in kronor. */
  appetite: z.array(z.strictObject({ loss: z.number().min(0).max(1e13), probability: z.number().min(0).max(1) })).max(20),
  /** What each kind of analysis starts from: its purpose and the questions to go through. */
  templates: z
    .array(z.strictObject({ kind: analysisKind, intro: words, questions: z.array(z.string().trim().min(1).max(400)).max(40) }))
    .max(7),
  /** Which level of this method a level of the one before becomes; null where nothing corresponds, so that the risks are valued again. */
  mapping: z.strictObject({ consequence: mappingOf(consequenceLadder), likelihood: mappingOf(likelihoodLadder) }),
})
export type RiskMethodContent = z.infer<typeof riskMethodContent>

const said = {
  sv: {
    consequence: 'Konsekvens',
    likelihood: 'Sannolikhet',
    levels: 'Risknivåer',
    matrix: 'Matris',
    mandates: 'Mandat',
    below: 'beslutar om risker under värdet',
    any: 'beslutar om alla risker',
    material: 'Väsentlig från värdet',
  },
  en: {
    consequence: 'Consequence',
    likelihood: 'Likelihood',
    levels: 'Risk levels',
    matrix: 'Matrix',
    mandates: 'Mandates',
    below: 'decides on risks below the value',
    any: 'decides on all risks',
    material: 'Material from the value',
  },
}

/** The method as running text. */
export function riskMethodInWords(content: RiskMethodContent, language: Language): string {
  const say = said[language]
  const axisWords = (levels: RiskMethodContent['consequence']) =>
    levels.map(({ name, meaning, weight }) => `- **${weight} ${name}**: ${meaning}`)
  const levelName = (level: number) => content.levels.find((each) => each.level === level)?.name ?? String(level)
  const lines = [
    `## ${say.consequence}`,
    ...axisWords(content.consequence),
    ...content.categories.flatMap(({ key: category, name: categoryName }) => [
      `### ${categoryName}`,
      ...content.consequence.map(
        ({ level, name: of }) =>
          `- ${of}: ${content.criteria.find((each) => each.category === category && each.level === level)?.text ?? '–'}`,
      ),
    ]),
    `## ${say.likelihood}`,
    ...axisWords(content.likelihood),
    `## ${say.levels}`,
    ...content.levels.map(({ name: level, meaning }) => `- **${level}**: ${meaning}`),
    `## ${say.matrix}`,
    ...content.matrix.map(({ consequence, likelihood, level }) => `- ${consequence} × ${likelihood}: ${levelName(level)}`),
    `## ${say.mandates}`,
    ...content.mandates.map(({ role, decidesBelow }) => `- ${role}: ${decidesBelow === null ? say.any : `${say.below} ${decidesBelow}`}`),
    ...(content.materialFrom === null ? [] : [`${say.material} ${content.materialFrom}.`]),
  ]
  return lines.filter(Boolean).join('\n\n').replaceAll('\n\n- ', '\n- ')
}

const four = [1, 2, 3, 4]

/**
 * A small valid method: four levels on each axis, value = consequence × likelihood, low 1–2, medium 3–6, high 8–12, very high 16.
 * Source: the example matrix of MSB's method support, which the authority may replace by its own.
 */
export const exampleRiskMethod: RiskMethodContent = {
  categories: [{ key: 'mission', name: 'Uppdraget', question: '' }],
  consequence: four.map((level) => ({ level, name: consequenceLadder[level - 1]?.sv ?? '', meaning: '', weight: level })),
  likelihood: four.map((level) => ({ level, name: likelihoodLadder[level - 1]?.sv ?? '', meaning: '', weight: level })),
  criteria: four.map((level) => ({ category: 'mission', level, text: `Skada ${level}` })),
  levels: four.map((level) => ({
    level,
    name: riskLadder[level - 1]?.sv ?? '',
    meaning: '',
    reviewMonths: [24, 12, 6, 3][level - 1] ?? 12,
    decideWithin: [20, 15, 10, 5][level - 1] ?? 10,
    acceptMonths: [36, 24, 12, 6][level - 1] ?? 12,
  })),
  matrix: four.flatMap((consequence) =>
    four.map((likelihood) => {
      const product = consequence * likelihood
      return { consequence, likelihood, level: product >= 16 ? 4 : product >= 8 ? 3 : product >= 3 ? 2 : 1 }
    }),
  ),
  mandates: [
    { role: 'manager', decidesBelow: 3, acceptsBelow: 3 },
    { role: 'risk-owner', decidesBelow: 10, acceptsBelow: 8 },
    { role: 'department-head', decidesBelow: null, acceptsBelow: 16 },
    { role: 'director-general', decidesBelow: null, acceptsBelow: null },
  ],
  materialFrom: 16,
  tells: [{ role: 'head-of-security', from: 8 }],
  ownRiskFrom: 8,
  analyseWithin: 20,
  acknowledgeWithin: 3,
  answerWithin: 10,
  climbAfter: 5,
  warnBefore: 30,
  appetite: [],
  templates: [],
  mapping: { consequence: [], likelihood: [] },
}
