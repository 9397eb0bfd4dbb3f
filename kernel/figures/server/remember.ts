/** How many times as long as a value took to work out it is remembered: a small authority always sees the latest, a large one never waits twice. */
const patience = 20
/** The longest a value is remembered, in milliseconds. */
const longest = 60_000
/** Values that took less than this, in milliseconds, are worked out anew each time. */
const quick = 40
const most = 2_000

/** Remembers costly answers for a while in proportion to what they cost. Keys must name who asks, since answers are narrowed by access. */
export function rememberCostly<Value>(milliseconds: () => number = () => performance.now()) {
  const known = new Map<string, { until: number; value: Promise<Value> }>()
  return async (key: string, work: () => Promise<Value>): Promise<Value> => {
    const asked = milliseconds()
    const found = known.get(key)
    if (found && found.until > asked) return found.value
    if (known.size >= most) known.clear()
    const value = work()
    // Those who ask while it is being worked out wait for the same answer.
    const entry = { until: Number.POSITIVE_INFINITY, value }
    known.set(key, entry)
    try {
      await value
      const cost = milliseconds() - asked
      if (cost < quick) known.delete(key)
      else entry.until = milliseconds() + Math.min(cost * patience, longest)
    } catch {
      known.delete(key)
    }
    return value
  }
}
