import type { ShownLevel, ShownState } from '#kernel/definition/shown.ts'
import type { Text } from '#kernel/language/text.ts'

/** A sentence with a number, and the list the number was counted from. */
export interface CountedSentence {
  readonly text: Text
  readonly count: number
  /** camelCase plural of the register. */
  readonly register: string
  readonly query: string | Readonly<Record<string, string | readonly string[]>>
}

/** A record that deserves attention, and why. */
export interface SeriousRecord {
  readonly register: string
  readonly id: string
  readonly reference: string | null
  readonly label: string
  readonly shownState: ShownState | null
  readonly shownLevel: ShownLevel | null
  readonly why: Text
}

export type FigureUnit = 'share' | 'count' | 'days' | 'sek' | 'level'

/** A figure as the position shows it. `null` means that there is no such figure, never zero. */
export interface Figure {
  readonly key: string
  readonly label: Text
  readonly value: number | null
  readonly unit: FigureUnit
  readonly previous: number | null
  readonly definition: Text
  readonly better: 'higher' | 'lower' | 'neither'
  readonly trend: readonly { readonly asOf: string; readonly value: number | null }[]
  /** camelCase plural of the register it is counted from. */
  readonly register: string
  readonly built: boolean
}

/** The answer of `/api/position`. */
export interface PositionAnswer {
  readonly today: string
  readonly decide: readonly CountedSentence[]
  readonly serious: readonly SeriousRecord[]
  readonly late: readonly CountedSentence[]
  readonly figures: readonly Figure[]
}

export interface WorkItem {
  readonly register: string
  readonly id: string
  readonly reference: string | null
  readonly label: string
  readonly shownState: ShownState | null
  readonly due: string | null
  readonly why: Text
}

/** The answer of `/api/my/work`. */
export interface WorkAnswer {
  readonly groups: readonly { readonly label: Text; readonly items: readonly WorkItem[] }[]
}

export interface SearchHit {
  readonly register: string
  readonly id: string
  readonly reference: string | null
  readonly label: string
  readonly shownState: ShownState | null
  /** Words around what was found, which stands between « and ». */
  readonly excerpt: string | null
}

/** The answer of `/api/search`. */
export interface SearchAnswer {
  readonly items: readonly SearchHit[]
}

export interface ReportFigureAnswer {
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly unit: FigureUnit
  readonly previous: number | null
  readonly definition: string
  readonly better?: 'higher' | 'lower' | 'neither'
  readonly records: { readonly register: string; readonly total: number } | null
}

export interface ReportSectionAnswer {
  readonly key: string
  readonly heading: string
  /** Markdown, with the figures put in. */
  readonly text: string
  /** The text as it is written, with `{figure:…}` where figures are to stand. */
  readonly source: string
  /** The text the records give, written the same way. */
  readonly defaultText: string
  readonly edited: boolean
  readonly textId: string | null
  readonly textVersion: number | null
  readonly built: boolean
  /** Why the figures of the section cannot be counted yet. */
  readonly why: string | null
  /** Places in the text that name a figure there is not. */
  readonly problems: readonly { readonly key: string; readonly message: string }[]
  readonly figures: readonly ReportFigureAnswer[]
}

/** The answer of `/api/reports/annual`. */
export interface ReportAnswer {
  readonly asOf: string
  readonly title: string
  readonly authority: string
  readonly year: number
  readonly sections: readonly ReportSectionAnswer[]
}
