import type { RiskMethodContent } from './risk-method.content.ts'

export interface Named {
  readonly id: string
  readonly label: string
}

/** What one person judged of a risk, where it is the reader's own or has been shown. */
export interface Judged {
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly reason: string | null
}

export interface WorkshopRisk {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly label: string
  readonly cause: string | null
  readonly event: string | null
  readonly effect: string | null
  readonly state: string
  readonly category: string | null
  readonly consequence: number | null
  readonly likelihood: number | null
  readonly value: number | null
  readonly level: number | null
  readonly inherentConsequence: number | null
  readonly inherentLikelihood: number | null
  readonly targetConsequence: number | null
  readonly targetLikelihood: number | null
  readonly confidence: number | null
  readonly owner: Named | null
  /** Whether the owner is employed and has a mandate in the first line of responsibility. */
  readonly mayBeOwned: boolean
  readonly foundBy: Named | null
  readonly may: readonly string[]
  readonly mine: (Judged & { readonly id: string; readonly version: number; readonly shown: boolean }) | null
  /** Those that have been shown; nothing before that. */
  readonly estimates: readonly (Judged & { readonly person: Named })[]
  /** How many have judged the risk on both axes. */
  readonly given: number
  /** How far apart the shown judgements are; null where fewer than two are shown. */
  readonly apart: number | null
}

/** What the workshop of a risk analysis is told by the server. */
export interface Workshop {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly label: string
  readonly kind: string
  readonly state: string
  readonly today: string
  readonly may: readonly string[]
  readonly method: (Named & { readonly content: RiskMethodContent }) | null
  /** How many risks each is to judge. */
  readonly toEstimate: number
  readonly people: readonly (Named & { readonly leads: boolean; readonly given: number })[]
  readonly risks: readonly WorkshopRisk[]
}

/** A risk found before, that may belong in an analysis too. */
export interface EarlierRisk extends Named {
  readonly version: number
  readonly reference: string
  readonly cause: string | null
  readonly event: string | null
  readonly effect: string | null
  readonly level: number | null
  readonly state: string
  /** Whether it may be taken into the analysis as it is: the reader may change it, and no other analysis is working on it. */
  readonly mayJoin: boolean
}
