/** The shortest way from a node back to itself, as the nodes on it in order; null where there is none. */
export function cycleThrough(id: string, next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [id]
  for (const at of queue)
    for (const to of next.get(at) ?? []) {
      if (to === id) {
        const path = [at]
        for (let back = at; back !== id; ) {
          back = cameFrom.get(back) ?? id
          path.unshift(back)
        }
        return path
      }
      if (cameFrom.has(to)) continue
      cameFrom.set(to, at)
      queue.push(to)
    }
  return null
}
