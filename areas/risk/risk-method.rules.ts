import type { Text } from '#kernel/language/text.ts'
import { harmHoles } from '../scales/harm.ts'
import { levelBy } from '../scales/risk-value.ts'
import { mandateRoles, type RiskMethodContent } from './risk-method.content.ts'

const twice = (keys: readonly (string | number)[]): string | number | undefined => keys.find((key, index) => keys.indexOf(key) !== index)

interface Holding {
  readonly content: RiskMethodContent | null
}

/** What is wrong with a method as such, also while it is a draft: nothing may stand twice, and nothing may refer to what is not there. */
export function disorder({ content }: Holding): Text | null {
  if (!content) return null
  const doubled =
    twice(content.consequence.map(({ level }) => level)) ??
    twice(content.likelihood.map(({ level }) => level)) ??
    twice(content.levels.map(({ level }) => level)) ??
    twice(content.categories.map(({ key }) => key)) ??
    twice(content.criteria.map(({ category, level }) => `${category} ${level}`)) ??
    twice(content.matrix.map(({ consequence, likelihood }) => `${consequence} × ${likelihood}`)) ??
    twice(content.mandates.map(({ role }) => role)) ??
    twice(content.tells.map(({ role }) => role)) ??
    twice(content.templates.map(({ kind }) => kind)) ??
    twice(content.appetite.map(({ loss }) => loss)) ??
    twice(content.mapping.consequence.map(({ from }) => from)) ??
    twice(content.mapping.likelihood.map(({ from }) => from))
  if (doubled !== undefined)
    return {
      sv: `”${doubled}” står två gånger i metoden. Ta bort den ena.`,
      en: `“${doubled}” stands twice in the method. Remove one of them.`,
    }
  const has = (levels: readonly { level: number }[]) => new Set(levels.map(({ level }) => level))
  const [consequence, likelihood, levels] = [has(content.consequence), has(content.likelihood), has(content.levels)]
  const categories = new Set(content.categories.map(({ key }) => key))
  const strange =
    content.matrix.find((cell) => !consequence.has(cell.consequence) || !likelihood.has(cell.likelihood) || !levels.has(cell.level)) !==
      undefined ||
    content.criteria.some(({ category, level }) => !categories.has(category) || !consequence.has(level)) ||
    content.mapping.consequence.some(({ to }) => to !== null && !consequence.has(to)) ||
    content.mapping.likelihood.some(({ to }) => to !== null && !likelihood.has(to))
  return strange
    ? {
        sv: 'Metoden hänvisar till en nivå eller kategori som inte finns i den. Ta bort hänvisningen eller lägg till nivån.',
        en: 'The method refers to a level or category that is not in it. Remove the reference or add the level.',
      }
    : null
}

/** The places in the matrix that have no level. */
export const holes = ({ consequence, likelihood, matrix }: RiskMethodContent): { consequence: string; likelihood: string }[] =>
  consequence.flatMap((row) =>
    likelihood.flatMap((column) =>
      matrix.some((cell) => cell.consequence === row.level && cell.likelihood === column.level)
        ? []
        : [{ consequence: row.name, likelihood: column.name }],
    ),
  )

const byLevel = <Level extends { readonly level: number }>(levels: readonly Level[]): Level[] =>
  levels.toSorted((one, other) => one.level - other.level)

/** The first place in the matrix whose level is lower than that of the place to the left of it or below it. */
export function falls(content: RiskMethodContent): { consequence: string; likelihood: string } | null {
  const rows = byLevel(content.consequence)
  const columns = byLevel(content.likelihood)
  for (const [at, row] of rows.entries())
    for (const [place, column] of columns.entries()) {
      const level = levelBy(content, row.level, column.level)
      const lesser = [
        levelBy(content, rows[at - 1]?.level ?? null, column.level),
        levelBy(content, row.level, columns[place - 1]?.level ?? null),
      ]
      if (level !== null && lesser.some((one) => one !== null && one > level)) return { consequence: row.name, likelihood: column.name }
    }
  return null
}

const hasRange = (levels: readonly unknown[]) => levels.length >= 3 && levels.length <= 6

/** Why the method cannot be decided yet: three to six levels per axis, a matrix without holes, and mandates that always end at a person. */
export function incomplete({ content }: Holding): Text | null {
  if (!content)
    return { sv: 'Metoden är tom. Fyll i skalor, matris och mandat.', en: 'The method is empty. Fill in scales, matrix and mandates.' }
  if (!hasRange(content.consequence) || !hasRange(content.likelihood))
    return { sv: 'Varje skala har tre till sex nivåer.', en: 'Each scale has three to six levels.' }
  if (content.levels.length < 2) return { sv: 'Lägg till minst två risknivåer.', en: 'Add at least two risk levels.' }
  if (!content.categories.length) return { sv: 'Lägg till minst en konsekvenskategori.', en: 'Add at least one consequence category.' }
  const hole = holes(content)[0]
  if (hole)
    return {
      sv: `Matrisen har ett hål: ange risknivå för ”${hole.consequence}” och ”${hole.likelihood}”.`,
      en: `The matrix has a hole: give the risk level of “${hole.consequence}” and “${hole.likelihood}”.`,
    }
  const unused = content.levels.find(({ level }) => !content.matrix.some((cell) => cell.level === level))
  if (unused)
    return {
      sv: `Risknivån ”${unused.name}” används inte i matrisen. Ge den minst en ruta eller ta bort den.`,
      en: `The risk level “${unused.name}” is not used in the matrix. Give it at least one box or remove it.`,
    }
  const fall = falls(content)
  if (fall)
    return {
      sv: `Matrisen sjunker vid ”${fall.consequence}” och ”${fall.likelihood}”. Större konsekvens eller sannolikhet kan inte ge lägre risknivå.`,
      en: `The matrix falls at “${fall.consequence}” and “${fall.likelihood}”. A greater consequence or likelihood cannot give a lower risk level.`,
    }
  const open = harmHoles({ ...content, levels: content.consequence })[0]
  if (open)
    return {
      sv: `Kriterierna har ett hål: beskriv vad ”${open.levelName}” betyder för ”${open.categoryName}”.`,
      en: `The criteria have a hole: describe what “${open.levelName}” means for “${open.categoryName}”.`,
    }
  if ([...content.consequence, ...content.likelihood].some(({ weight }) => weight <= 0))
    return {
      sv: 'Varje nivå ska väga mer än 0, annars blir riskvärdet 0.',
      en: 'Each level is to weigh more than 0, or the risk value would be 0.',
    }
  const rising = (levels: readonly { level: number; weight: number }[]) =>
    byLevel(levels).every(({ weight }, at, all) => at === 0 || weight > (all[at - 1]?.weight ?? 0))
  if (!rising(content.consequence) || !rising(content.likelihood))
    return { sv: 'En högre nivå ska väga mer än den under.', en: 'A higher level is to weigh more than the one below.' }
  const greater = content.appetite.toSorted((one, other) => one.loss - other.loss)
  if (greater.some(({ probability }, at) => at > 0 && probability > (greater[at - 1]?.probability ?? 1)))
    return {
      sv: 'Riskaptiten ökar med beloppet. En större förlust får inte vara mer sannolik än en mindre.',
      en: 'The appetite grows with the amount. A greater loss may not be more likely than a smaller.',
    }
  return mandatesInOrder(content)
}

/** A higher role may decide at least what a lower may, accepting takes at least the mandate to decide, and the director-general decides on everything. */
function mandatesInOrder({ mandates }: RiskMethodContent): Text | null {
  const top = mandates.find(({ role }) => role === 'director-general')
  if (!top || top.decidesBelow !== null || top.acceptsBelow !== null)
    return {
      sv: 'Generaldirektören ska få besluta om alla risker. Annars finns det risker som ingen får besluta om.',
      en: 'The director-general must be able to decide on all risks. Otherwise there are risks nobody may decide on.',
    }
  const limit = (value: number | null) => value ?? Number.POSITIVE_INFINITY
  const ordered = mandateRoles.flatMap((role) => mandates.find((mandate) => mandate.role === role) ?? [])
  for (const [at, mandate] of ordered.entries()) {
    if (limit(mandate.acceptsBelow) > limit(mandate.decidesBelow))
      return {
        sv: 'Mandatet att acceptera kan inte vara större än mandatet att besluta.',
        en: 'The mandate to accept cannot be greater than the mandate to decide.',
      }
    const below = ordered[at - 1]
    if (below && (limit(mandate.decidesBelow) < limit(below.decidesBelow) || limit(mandate.acceptsBelow) < limit(below.acceptsBelow)))
      return {
        sv: 'En högre befattning kan inte ha mindre mandat än en lägre.',
        en: 'A higher position cannot have a smaller mandate than a lower.',
      }
  }
  return null
}

export { levelBy, valueBy } from '../scales/risk-value.ts'
