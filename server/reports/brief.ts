import type { Language } from '#kernel/language/text.ts'
import type { ReportTable } from './report.ts'

/** A part of a brief: words, and what is best read in rows. All texts are literal. */
export interface BriefSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly Omit<ReportTable, 'caption'>[]
}

/**
 * A paper about one record, for one who is to decide or to keep it: no title page and no contents, one page where there is not
 * much to say. The same brief always gives the same paper.
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
