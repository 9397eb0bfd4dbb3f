/** What an option costs and what the risk becomes by it; amounts in kronor. */
export interface OptionFacts {
  readonly costOnce: number | null
  readonly costYearly: number | null
  readonly level: number | null
}

/** What an option costs over so many years; null where no cost has been stated. */
export const costOver = ({ costOnce, costYearly }: Pick<OptionFacts, 'costOnce' | 'costYearly'>, years: number): number | null =>
  costOnce === null && costYearly === null ? null : (costOnce ?? 0) + (costYearly ?? 0) * years

/** How many levels the risk falls by an option, upwards negative; null where either level is unknown. */
export const effectOf = (now: number | null, { level }: Pick<OptionFacts, 'level'>): number | null =>
  now === null || level === null ? null : now - level

/** What each level the risk falls costs over so many years; null where it does not fall or the cost is unknown. */
export function costPerStep(now: number | null, option: OptionFacts, years: number): number | null {
  const [cost, effect] = [costOver(option, years), effectOf(now, option)]
  return cost === null || effect === null || effect <= 0 ? null : Math.round(cost / effect)
}
