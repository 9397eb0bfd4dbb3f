/** What became of an action that was decided in a plan. */
export type Outcome = 'inTime' | 'doneLate' | 'late' | 'postponed' | 'underway' | 'dropped'

export interface Followed {
  readonly state: string
  readonly due: string | null
  readonly doneOn: string | null
}

/**
 * What became of an action, measured against the due day that was decided; a day moved since does not make late what was promised earlier.
 * @param decidedDue the due day when the plan was decided; null where the action came into the plan later
 */
export function outcomeOf(action: Followed, decidedDue: string | null, today: string): Outcome {
  const due = decidedDue ?? action.due
  if (action.state === 'dropped') return 'dropped'
  if (action.doneOn) return due === null || action.doneOn <= due ? 'inTime' : 'doneLate'
  if (action.due !== null && action.due < today) return 'late'
  if (due !== null && action.due !== null && action.due > due) return 'postponed'
  return 'underway'
}
