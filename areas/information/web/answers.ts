import type { Aspect } from '../../scales/needs.ts'

/** What the reads of the area answer (server/http/classification.ts). */

export interface Named {
  readonly id: string
  readonly label: string
  readonly reference?: string | null
}

/** A need per aspect, as rungs. An aspect that is not valued is absent or null. */
export type NeedAnswer = Readonly<Partial<Record<Aspect, number | null>>>
export type NeedAndLevel = NeedAnswer & { readonly level: number | null }

/** A record on the map of what carries what. */
export interface MapNode {
  readonly id: string
  /** Name or plural of its register. */
  readonly register: string
  readonly label: string
  readonly reference?: string | null
  readonly level: number | null
  /** What holds. */
  readonly need: NeedAnswer
  readonly inherited?: NeedAnswer | null
  readonly set?: NeedAnswer | null
  readonly setGrounds?: string | null
  readonly unit?: string | Named | null
}

export interface MapEdge {
  readonly from: string
  readonly to: string
  readonly kind: string
}

/** The answer of `/api/carrying`. */
export interface MapAnswer {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  /** What did not get room, by kind; empty when all is shown. */
  readonly more?: Readonly<Record<string, number | boolean>> | number | null
}

/** The answer of `/api/classification-models/:id/impact`. */
export interface ImpactAnswer {
  readonly classifications: readonly {
    readonly id: string
    readonly reference: string | null
    readonly asset: Named
    readonly owner: Named | null
    readonly unit: Named | null
    readonly before: NeedAndLevel
    readonly after: NeedAndLevel
  }[]
  readonly systems: readonly (Named & { readonly before: NeedAndLevel; readonly after: NeedAndLevel })[]
  readonly gaps: readonly {
    readonly measure: Named & { readonly key?: string }
    readonly system: Named | null
    readonly asset?: Named | null
    readonly status?: string | null
    readonly severity?: number | null
  }[]
  readonly counts: {
    readonly classifications: number
    readonly changed: number
    readonly raised: number
    readonly lowered: number
    readonly systems: number
    readonly newGaps: number
    readonly goneGaps: number
  }
}

/** A count and the filter of the list that shows what was counted. */
export interface StandingCount {
  readonly count: number
  /** camelCase plural of the register. */
  readonly register: string
  readonly query: Readonly<Record<string, string>>
}

export const standings = ['unclassified', 'underway', 'outdated', 'reclassify', 'openGaps'] as const
export type Standing = (typeof standings)[number]

export interface StandingRow {
  /** The unit or the owner; null where none is stated. */
  readonly of: Named | null
  readonly assets: number
  readonly counts: Readonly<Record<Standing, StandingCount>>
}

/** The answer of `/api/classification-standing`. */
export interface StandingAnswer {
  readonly total: StandingRow
  readonly units: readonly StandingRow[]
  readonly owners: readonly StandingRow[]
}
