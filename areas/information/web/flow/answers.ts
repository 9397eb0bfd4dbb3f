import type { Need } from '../../../scales/needs.ts'
import type { ModelContent } from '../../classification-model.content.ts'

/** A record as an answer names it. */
export interface Named {
  readonly id: string
  readonly label: string
  readonly reference?: string | null
}

/** What holds the information: a system, or the information itself where no system does. */
export interface Carrier {
  readonly register: string
  readonly id: string
  readonly label: string
  readonly need: Need
  readonly enhanced?: boolean | null
  readonly central?: boolean | null
}

/** An action as the analysis tells of it. */
export interface ActionBrief extends Named {
  readonly state: string
  readonly owner: Named | null
  readonly due: string | null
}

export type GapStatus = 'inPlace' | 'partly' | 'missing' | 'notApplicable'

export interface Assessment {
  readonly id: string
  readonly version: number
  readonly status: GapStatus
  readonly severity: number | null
  readonly reason: string | null
  readonly standing: 'met' | 'notRequired' | 'open' | 'treated' | 'accepted'
  readonly state: string
  readonly acceptedUntil: string | null
  readonly assessor?: Named | null
  readonly assessedOn?: string | null
  readonly may: readonly string[]
}

/** A measure that the protection level requires of a carrier, and how it stands with it there. */
export interface RequiredMeasure {
  readonly measure: {
    readonly id: string
    readonly key: string
    readonly label: string
    readonly description: string | null
    readonly evidence: string | null
    readonly requirements: readonly Named[]
  }
  readonly carrier: { readonly register: string; readonly id: string }
  /** Why it is required: `Riktighet från nivå 2`. */
  readonly because: string
  readonly assessment: Assessment | null
  readonly actions: readonly ActionBrief[]
}

/** A risk that a gap or a threat gives reason to consider. */
export interface Proposal {
  readonly key: string
  readonly name: string
  readonly cause: string | null
  readonly event: string | null
  readonly effect: string | null
  readonly gap?: string | null
  readonly threat?: string | null
  readonly decided: {
    readonly id: string
    readonly outcome: 'kept' | 'merged' | 'dismissed'
    readonly risk: Named | null
    readonly reason: string | null
  } | null
}

export interface RiskBrief extends Named {
  readonly level: number | null
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly state: string
  readonly actions: readonly ActionBrief[]
}

/** What remains before a decision, as numbers. */
export interface Left {
  readonly toValue: number
  readonly unassessed: number
  readonly openGaps: number
  readonly openProposals: number
  readonly unvaluedRisks: number
  readonly risksWithoutAction: number
}

/** All that the steps after the valuation need to know. */
export interface Analysis {
  readonly model: { readonly id: string; readonly reference: string | null; readonly content: ModelContent }
  readonly carriers: readonly Carrier[]
  readonly measures: readonly RequiredMeasure[]
  readonly proposals: readonly Proposal[]
  readonly risks: readonly RiskBrief[]
  readonly left: Left
}

/** A decided classification of information like this. */
export interface Precedent extends Named {
  readonly asset: Named
  readonly unit: Named | null
  readonly level: number | null
  readonly confidentiality: number | null
  readonly integrity: number | null
  readonly availability: number | null
  readonly traceability: number | null
  readonly shared: boolean | null
  readonly valuations: readonly {
    readonly aspect: string
    readonly category: string
    readonly level: number | null
    readonly reason: string | null
  }[]
}
