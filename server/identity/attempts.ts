/** What wrong passwords are counted by, and how many may be given before it must wait. */
export interface Counted {
  readonly key: string
  readonly most: number
}

/** How long a wrong password is remembered, in milliseconds. */
const within = 15 * 60_000
/** How many keys are remembered at a time. */
const remembered = 50_000

/** By what an attempt to sign in is counted: few for one account from one address, more for an account from anywhere and for an address. */
export const countedBy = (email: string, address: string): Counted[] => {
  const account = email.trim().toLowerCase()
  return [
    { key: `both ${address} ${account}`, most: 10 },
    { key: `account ${account}`, most: 50 },
    { key: `address ${address}`, most: 100 },
  ]
}

/** Counts attempts when they begin, so that many at once are not all let through before the first has failed. */
export function attemptCounter(now: () => number = Date.now) {
  const seen = new Map<string, { count: number; until: number }>()
  const standing = (key: string) => {
    const found = seen.get(key)
    return found && found.until > now() ? found : undefined
  }
  const makeRoom = () => {
    if (seen.size < remembered) return
    for (const [key, { until }] of seen) if (until <= now()) seen.delete(key)
    for (const key of seen.keys()) {
      if (seen.size < remembered) return
      seen.delete(key)
    }
  }
  return {
    /** Counts an attempt, or says that it must wait. */
    begin: (counted: readonly Counted[]): boolean => {
      if (counted.some(({ key, most }) => (standing(key)?.count ?? 0) >= most)) return false
      for (const { key } of counted) {
        const found = standing(key)
        if (found) found.count += 1
        else {
          makeRoom()
          seen.set(key, { count: 1, until: now() + within })
        }
      }
      return true
    },
    /** The password was right: what came before it on the account is forgiven, what else came from the address is not. */
    forgive: (counted: readonly Counted[]): void => {
      for (const { key } of counted) {
        const found = standing(key)
        if (key.startsWith('address ') && found) found.count -= 1
        else seen.delete(key)
      }
    },
  }
}
