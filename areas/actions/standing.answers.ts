import type { Action } from './action.register.ts'

/** What `/api/action-standing` answers (server/http/actions.ts). */

export interface Named {
  readonly id: string
  readonly label: string
  readonly reference?: string | null
}

/** An action as a card, a row or a bar shows it, with the moves this person may make. */
export interface ActionItem {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly state: string
  readonly title: string
  readonly owner: Named | null
  readonly unit: Named | null
  readonly plan: Named | null
  readonly source: NonNullable<Action['source']>
  readonly priority: number | null
  readonly starts: string | null
  readonly due: string | null
  readonly doneOn: string | null
  readonly checkBy: string | null
  readonly effective: number | null
  readonly costEstimated: number | null
  readonly costActual: number | null
  readonly dependsOn: readonly Named[]
  readonly late: boolean
  readonly moves: readonly string[]
}

/** How many actions, how many of them late, and what they cost. */
export interface ActionSum {
  readonly count: number
  readonly late: number
  readonly costEstimated: number
  readonly costActual: number
}

export const actionViews = ['board', 'list', 'gantt'] as const
export type ActionView = (typeof actionViews)[number]
export const actionGroupings = ['unit', 'owner', 'plan', 'source'] as const
export type ActionGrouping = (typeof actionGroupings)[number]

export interface ActionGroup extends ActionSum {
  /** What the group shares; null where the actions have none, or one that is not for the person. */
  readonly of: { readonly id: string; readonly label: string | null } | null
  readonly items: readonly ActionItem[]
}

export interface ActionStanding {
  readonly view: ActionView
  /** Of everything the filters leave. */
  readonly total: ActionSum
  /** By state, also those that are not shown unless asked for. */
  readonly states: Readonly<Record<string, ActionSum>>
  /** For the board, at most so many of each state as a column holds; for the Gantt, those that begin first. */
  readonly items: readonly ActionItem[]
  /** For the list. */
  readonly groups: readonly ActionGroup[]
  /** How many groups there are beyond those answered. */
  readonly moreGroups: number
}
