import { type Cutting, partsOfKind } from '#kernel/screens/versioned/parts.ts'
import type { Harm } from '../../../scales/harm.ts'
import { mandateRoles, type RiskMethodContent } from '../../risk-method.content.ts'
import { valueBy } from '../../risk-method.rules.ts'
import type { Axis } from '../../scale.rules.ts'

export interface PartProps {
  readonly content: RiskMethodContent
  /** Without it the method is only read. */
  readonly onChange?: ((by: (content: RiskMethodContent) => RiskMethodContent) => void) | undefined
}

export const axes = ['consequence', 'likelihood'] as const satisfies readonly Axis[]

/** What of a method is one number. */
export const numbers = [
  'materialFrom',
  'ownRiskFrom',
  'analyseWithin',
  'acknowledgeWithin',
  'answerWithin',
  'climbAfter',
  'warnBefore',
] as const satisfies readonly (keyof RiskMethodContent)[]

const partsOf = (content: RiskMethodContent): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...axes.flatMap((axis) => content[axis].map((one) => [`${axis} ${one.level}`, one] as const)),
    ...content.levels.map((one) => [`level ${one.level}`, one] as const),
    ...content.categories.map((one) => [`category ${one.key}`, one] as const),
    ...content.criteria.map((one) => [`criterion ${one.category} ${one.level}`, one] as const),
    ...content.matrix.map((one) => [`cell ${one.consequence} ${one.likelihood}`, one] as const),
    ...content.mandates.map((one) => [`mandate ${one.role}`, one] as const),
    ...content.tells.map((one) => [`tells ${one.role}`, one] as const),
    ...content.appetite.map((one) => [`appetite ${one.loss}`, one] as const),
    ...content.templates.map((one) => [`template ${one.kind}`, one] as const),
    ...axes.flatMap((axis) => content.mapping[axis].map((one) => [`mapping ${axis} ${one.from}`, one] as const)),
    ...numbers.map((name) => [`setting ${name}`, content[name]] as const),
  ])

const byLevel = (one: { readonly level: number }, other: { readonly level: number }) => one.level - other.level
const inOrder = (mandates: RiskMethodContent['mandates']) =>
  mandates.toSorted((one, other) => mandateRoles.indexOf(one.role) - mandateRoles.indexOf(other.role))

function whole(parts: ReadonlyMap<string, unknown>): RiskMethodContent {
  const all = <Part>(kind: string) => partsOfKind(parts, kind) as Part[]
  const mapping = (axis: Axis) =>
    all<RiskMethodContent['mapping'][Axis][number]>(`mapping ${axis}`).toSorted((one, other) => one.from - other.from)
  const axis = (name: Axis) => all<RiskMethodContent[Axis][number]>(name).toSorted(byLevel)
  const number = (name: (typeof numbers)[number]) => (parts.get(`setting ${name}`) ?? null) as number | null
  return {
    consequence: axis('consequence'),
    likelihood: axis('likelihood'),
    levels: all<RiskMethodContent['levels'][number]>('level').toSorted(byLevel),
    categories: all('category'),
    criteria: all('criterion'),
    matrix: all('cell'),
    mandates: inOrder(all('mandate')),
    tells: all('tells'),
    appetite: all<RiskMethodContent['appetite'][number]>('appetite').toSorted((one, other) => one.loss - other.loss),
    templates: all('template'),
    mapping: { consequence: mapping('consequence'), likelihood: mapping('likelihood') },
    materialFrom: number('materialFrom'),
    ownRiskFrom: number('ownRiskFrom'),
    analyseWithin: number('analyseWithin') ?? 0,
    acknowledgeWithin: number('acknowledgeWithin') ?? 0,
    answerWithin: number('answerWithin') ?? 0,
    climbAfter: number('climbAfter') ?? 0,
    warnBefore: number('warnBefore') ?? 0,
  }
}

/** A risk method as parts, for comparing two drafts of it. */
export const methodCutting: Cutting<RiskMethodContent> = { partsOf, whole }

/** The risk level of a place in the matrix; null takes it away. */
export function withCell(content: RiskMethodContent, consequence: number, likelihood: number, level: number | null): RiskMethodContent {
  const others = content.matrix.filter((cell) => cell.consequence !== consequence || cell.likelihood !== likelihood)
  const matrix = level === null ? others : [...others, { consequence, likelihood, level }]
  return {
    ...content,
    matrix: matrix.toSorted((one, other) => one.consequence - other.consequence || one.likelihood - other.likelihood),
  }
}

/** From which value each risk level begins, as the matrix stands: the lowest value that has it. */
export function thresholdsIn(content: RiskMethodContent): { readonly level: number; readonly from: number | null }[] {
  return content.levels.map(({ level }) => {
    const values = content.matrix
      .filter((cell) => cell.level === level)
      .flatMap((cell) => valueBy(content, cell.consequence, cell.likelihood) ?? [])
    return { level, from: values.length ? Math.min(...values) : null }
  })
}

/** The matrix filled by the value: each place has the highest level whose limit the value reaches. */
export function filledBy(content: RiskMethodContent, thresholds: readonly { level: number; from: number | null }[]): RiskMethodContent {
  const lowest = content.levels.toSorted(byLevel)[0]?.level
  if (lowest === undefined) return content
  const matrix = content.consequence.flatMap((row) =>
    content.likelihood.map((column) => {
      const value = row.weight * column.weight
      const reached = thresholds.filter(({ from }) => from !== null && value >= from).map(({ level }) => level)
      return { consequence: row.level, likelihood: column.level, level: reached.length ? Math.max(...reached) : lowest }
    }),
  )
  return { ...content, matrix }
}

/** Levels that count for their places still do so when one comes or goes; those the authority has weighed itself are left as they are. */
function weighed<Level extends { readonly weight: number }>(before: readonly Level[], after: readonly Level[]): Level[] {
  const byPlace = before.every(({ weight }, at) => weight === at + 1)
  return byPlace ? after.map((level, at) => ({ ...level, weight: at + 1 })) : [...after]
}

/** The axis with another level. */
export function withAxisLevel(content: RiskMethodContent, axis: Axis, level: number, name: string): RiskMethodContent {
  const above = content[axis].filter((one) => one.level < level).map(({ weight }) => weight)
  const added = { level, name, meaning: '', weight: (above.length ? Math.max(...above) : 0) + 1 }
  return { ...content, [axis]: weighed(content[axis], [...content[axis], added].toSorted(byLevel)) }
}

/** The method without a level of an axis, and without what was said of it. */
export function withoutAxisLevel(content: RiskMethodContent, axis: Axis, level: number): RiskMethodContent {
  return {
    ...content,
    [axis]: weighed(
      content[axis],
      content[axis].filter((one) => one.level !== level),
    ),
    matrix: content.matrix.filter((cell) => cell[axis] !== level),
    criteria: axis === 'consequence' ? content.criteria.filter((one) => one.level !== level) : content.criteria,
    mapping: { ...content.mapping, [axis]: content.mapping[axis].filter(({ to }) => to !== level) },
  }
}

/** What would be lost with a level of an axis. */
export const usesOfAxisLevel = (content: RiskMethodContent, axis: Axis, level: number) => ({
  cells: content.matrix.filter((cell) => cell[axis] === level).length,
  criteria: axis === 'consequence' ? content.criteria.filter((one) => one.level === level).length : 0,
})

/** The method without a risk level; its places in the matrix become holes. */
export const withoutRiskLevel = (content: RiskMethodContent, level: number): RiskMethodContent => ({
  ...content,
  levels: content.levels.filter((one) => one.level !== level),
  matrix: content.matrix.filter((cell) => cell.level !== level),
})

/** What a level of the method before becomes; undefined says nothing of it. */
export function withMapping(content: RiskMethodContent, axis: Axis, from: number, to: number | null | undefined): RiskMethodContent {
  const others = content.mapping[axis].filter((one) => one.from !== from)
  const mapping = to === undefined ? others : [...others, { from, to }].toSorted((one, other) => one.from - other.from)
  return { ...content, mapping: { ...content.mapping, [axis]: mapping } }
}

/** The method with other consequences: levels, categories and criteria. A level it had keeps its weight where all do not count for their places. */
export function withConsequences(content: RiskMethodContent, { levels, categories, criteria }: Harm): RiskMethodContent {
  const gone = content.consequence.filter((one) => !levels.some(({ level }) => level === one.level))
  const less = gone.reduce((method, { level }) => withoutAxisLevel(method, 'consequence', level), content)
  const more = levels
    .filter(({ level }) => !less.consequence.some((one) => one.level === level))
    .reduce((method, { level, name }) => withAxisLevel(method, 'consequence', level, name), less)
  return {
    ...more,
    consequence: more.consequence.map((one) => ({ ...one, ...levels.find(({ level }) => level === one.level) })),
    categories,
    criteria,
  }
}

/** Which role decides or accepts, from which value and below which; null is without limit. */
export interface Step {
  readonly role: (typeof mandateRoles)[number]
  readonly from: number
  readonly below: number | null
}

/** The mandates as steps one after the other; a role whose mandate is no greater than the one below has none. */
export function stepsOf(mandates: RiskMethodContent['mandates'], deed: 'decidesBelow' | 'acceptsBelow'): Step[] {
  const steps: Step[] = []
  let from = 0
  for (const mandate of inOrder(mandates)) {
    const below = mandate[deed]
    const isOpen = steps.at(-1)?.below === null
    if (isOpen || (below !== null && below <= from)) continue
    steps.push({ role: mandate.role, from, below })
    from = below ?? from
  }
  return steps
}

/** Within how many working days risks with values in a step are decided on: the shortest and the longest of their levels; null where no place has such a value. */
export function daysOf(content: RiskMethodContent, { from, below }: Step): readonly [number, number] | null {
  const days = content.matrix.flatMap((cell) => {
    const value = valueBy(content, cell.consequence, cell.likelihood)
    const within = content.levels.find(({ level }) => level === cell.level)?.decideWithin
    return value !== null && value >= from && (below === null || value < below) && within !== undefined ? [within] : []
  })
  return days.length ? [Math.min(...days), Math.max(...days)] : null
}
