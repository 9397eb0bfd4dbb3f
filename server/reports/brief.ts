import type { Language } from '#kernel/language/text.ts'
import type { ReportChart } from './report.ts'

/** A table without a caption. A cell may have several lines. */
export interface BriefGrid {
  /** `share`: part of the whole width, 0–1, given for every column or for none. */
  readonly columns: readonly { readonly heading: string; readonly align?: 'left' | 'right'; readonly share?: number }[]
  readonly rows: readonly (readonly string[])[]
  /** The first line of the first cell of each row stands out. */
  readonly lead?: boolean
}

/** How many lie where in a matrix: the rows from the top, the columns from the left. */
export interface HeatMap {
  readonly kind: 'heat'
  readonly title: string
  /** What the picture shows, for the one who does not see it. */
  readonly alt: string
  readonly side: string
  readonly bottom: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Row by row: the level of each place, 1–5 or 0 where it has none, and how many lie there or what stands there in words. */
  readonly cells: readonly (readonly { readonly level: number; readonly count: number; readonly words?: string }[])[]
  /** The levels by name, lowest first. */
  readonly key: readonly { readonly level: number; readonly name: string }[]
}

export type BriefPicture = HeatMap | ReportChart

/** A part of a brief: words, pictures, and what is best read in rows. All texts are literal. */
export interface BriefSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** Two pictures stand beside each other. */
  readonly pictures?: readonly BriefPicture[]
  readonly tables: readonly BriefGrid[]
}

/**
 * A paper for one who is to decide or to keep it, often about one record: no title page and no contents, one page where there is
 * not much to say. The same brief always gives the same paper.
 */
export interface Brief {
  readonly kind: 'brief'
  readonly authority: string
  readonly title: string
  /** What kind of paper it is, and its reference: `Informationsklassning KL-2026-0003`. */
  readonly subtitle: string
  /** The secrecy marking in words; stands on every page. */
  readonly marking: string | null
  readonly language: Language
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly BriefSection[]
  /** What the reader has to know of how it was made: the day it stands for, and whose eyes it was made with. */
  readonly note: string
  /** ISO date-time, injected. */
  readonly madeAt: string
}
