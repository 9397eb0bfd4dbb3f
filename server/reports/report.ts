/**
 * One counted or measured figure of a report: its value on the report's date, the value a year before, how it is
 * defined and which records it was counted from. `null` means that the authority has no such figure, never zero.
 */
export interface ReportFigure {
  key: string
  label: string
  value: number | null
  /** `share` is 0–1; `days` whole or part days; `sek` kronor; `level` a step on one of the authority's own scales. */
  unit: 'share' | 'count' | 'days' | 'sek' | 'level'
  previous: number | null
  definition: string
  /** `total` is how many they are, where the identities are left out. */
  records: { register: string; ids: string[]; total?: number }
}

/** One chapter of a report: text written by people, and what the records say beside it. */
export interface ReportSection {
  key: string
  heading: string
  /** Markdown: paragraphs, ### headings, lists, bold, italics, links, tables */
  text: string
  figures: ReportFigure[]
  tables?: ReportTable[]
  charts?: ReportChart[]
}

/** A table of ready-worded cells; every row has a cell for every column. */
export interface ReportTable {
  caption: string
  columns: { heading: string; align?: 'left' | 'right' }[]
  rows: string[][]
}

/** A picture of a few points, each with the value a year before where there is one. */
export interface ReportChart {
  /** the finding, as a sentence */
  title: string
  /** What the picture shows, for the one who does not see it. */
  alt: string
  kind: 'bars' | 'trend'
  unit: ReportFigure['unit']
  points: { label: string; value: number; previous?: number }[]
}

/** A report as it stood on a date, complete: the same report always gives the same paper. */
export interface Report {
  authority: string
  title: string
  subtitle: string
  /** ISO date the figures stand for */
  asOf: string
  /** ISO date of the figures compared with */
  previousAsOf: string
  language: 'sv' | 'en'
  /** diarienummer */
  registration?: string
  decidedBy?: string
  sections: ReportSection[]
  /** Markdown: how figures are defined and read */
  notes: string
  /** ISO date-time, injected */
  madeAt: string
}
