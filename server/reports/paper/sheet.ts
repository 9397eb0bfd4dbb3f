import type { Language, Text } from '#kernel/language/text.ts'
import { fill, say } from '#kernel/language/text.ts'
import type { Report, ReportChart, ReportFigure, ReportSection, ReportTable } from '../report.ts'
import { type Axis, axisFor } from './axis.ts'
import { type ColumnWidth, columnWidths } from './columns.ts'
import { changeInWords, formatDate, formatNumber, formatValue, swedishDate, type Unit } from './format.ts'
import { type Block, literal, readMarkdown } from './markdown.ts'
import { PaperRefusal } from './refusal.ts'
import { words } from './words.ts'

/** A whole report in reading order with every word and number ready to print: what PDF and Word are both set from. */
export interface Sheet {
  language: Language
  locale: 'sv-SE' | 'en-GB'
  authority: string
  title: string
  subtitle: string
  registration: string
  /** seconds since 1970, the file's own date */
  made: number
  facts: { label: string; value: string }[]
  words: { contents: string; page: string; figure: string; table: string }
  chapters: Chapter[]
}

/** A chapter; numbered ones belong to the report, the others explain it. */
export interface Chapter {
  number: number | null
  heading: string
  parts: Part[]
}

export type Part = { kind: 'text'; blocks: Block[] } | KeyFigures | TablePart | ChartPart | Definitions

/** Key figures as quiet rows, each with the number of its definition among the notes. */
export interface KeyFigures {
  kind: 'keyFigures'
  headings: { label: string; value: string; previous: string; change: string }
  rows: {
    label: string
    note: number
    value: string
    previous: string
    change: string
  }[]
}

export interface TableColumn extends ColumnWidth {
  heading: string
  align: 'left' | 'right'
}

export interface TablePart {
  kind: 'table'
  number: number
  caption: string
  columns: TableColumn[]
  rows: string[][]
  /** needs the full width of the page rather than the column of text */
  wide: boolean
  /** some row is long enough to be allowed to break across pages */
  longRows: boolean
}

export interface ChartPart {
  kind: 'chart'
  number: number
  title: string
  alt: string
  form: 'bars' | 'trend'
  unit: Unit
  axis: Axis
  tickTexts: string[]
  points: {
    label: string
    value: number
    text: string
    previous: number | null
    previousText: string
  }[]
  nowName: string
  beforeName: string
  hasPrevious: boolean
  dataPlace: string
}

/** The notes: what each figure means, and what it was counted from. */
export interface Definitions {
  kind: 'definitions'
  items: { note: number; label: string; definition: string; basis: string }[]
}

/** Lays a report out for paper, or refuses with a `PaperRefusal` when it could not be read by everyone. */
export function layOut(report: Report): Sheet {
  const language = report.language
  const swedish = language === 'sv'
  if (report.title.trim() === '') throw new PaperRefusal(words.titleMissing)
  const count = { figures: 0, tables: 0, notes: new Map<string, Noted>() }
  const charts: ChartPart[] = []
  const chapters = report.sections.map((section, index) => {
    const chapter = chapterOf(report, section, index + 1, count)
    for (const part of chapter.parts) if (part.kind === 'chart') charts.push(part)
    return chapter
  })
  if (charts.length > 0) chapters.push(dataChapter(charts, language, count))
  chapters.push(notesChapter(report, [...count.notes.values()]))
  return {
    language,
    locale: swedish ? 'sv-SE' : 'en-GB',
    authority: literal(report.authority),
    title: literal(report.title),
    subtitle: literal(report.subtitle),
    registration: literal(report.registration ?? ''),
    made: Math.floor(Date.parse(report.madeAt) / 1000) || 0,
    facts: factsOf(report),
    words: {
      contents: words.contents[language],
      page: words.page[language],
      figure: words.figure[language],
      table: words.table[language],
    },
    chapters,
  }
}

interface Noted {
  note: number
  figure: ReportFigure
}

interface Counters {
  figures: number
  tables: number
  notes: Map<string, Noted>
}

function factsOf(report: Report): Sheet['facts'] {
  const language = report.language
  const fact = (label: Text, value: string | undefined) => (value ? [{ label: say(label, language), value: literal(value) }] : [])
  return [
    ...fact(words.asOf, formatDate(report.asOf, language)),
    ...fact(words.previousAsOf, formatDate(report.previousAsOf, language)),
    ...fact(words.registration, report.registration),
    ...fact(words.decidedBy, report.decidedBy),
    ...fact(words.madeAt, formatDate(swedishDate(report.madeAt), language)),
  ]
}

function chapterOf(report: Report, section: ReportSection, number: number, count: Counters): Chapter {
  const parts: Part[] = []
  const blocks = readMarkdown(section.text)
  if (blocks.length > 0) parts.push({ kind: 'text', blocks })
  if (section.figures.length > 0) parts.push(keyFiguresOf(report, section.figures, count))
  for (const chart of section.charts ?? []) {
    if (chart.points.length > 0) parts.push(chartOf(report, chart, ++count.figures))
  }
  for (const table of section.tables ?? []) parts.push(tableOf(table, ++count.tables))
  return {
    number,
    heading: literal(section.heading).trim() || words.untitled[report.language],
    parts,
  }
}

function keyFiguresOf(report: Report, figures: ReportFigure[], count: Counters): KeyFigures {
  const language = report.language
  return {
    kind: 'keyFigures',
    headings: {
      label: words.keyFigure[language],
      value: report.asOf,
      previous: report.previousAsOf,
      change: words.change[language],
    },
    rows: figures.map((figure) => ({
      label: literal(figure.label),
      note: noteOf(figure, count),
      value: formatValue(figure.value, figure.unit, language),
      previous: formatValue(figure.previous, figure.unit, language),
      change: changeInWords(figure.value, figure.previous, figure.unit, language),
    })),
  }
}

/** The same figure told twice keeps one note, as long as it means the same. */
function noteOf(figure: ReportFigure, count: Counters): number {
  const identity = JSON.stringify([figure.key, figure.definition])
  const known = count.notes.get(identity)
  if (known) return known.note
  const note = count.notes.size + 1
  count.notes.set(identity, { note, figure })
  return note
}

/** A chart with its scale and every number ready to print. */
export function chartOf(report: Pick<Report, 'language' | 'asOf' | 'previousAsOf'>, chart: ReportChart, number: number): ChartPart {
  const language = report.language
  const title = literal(chart.title).trim()
  if (title === '') throw new PaperRefusal(words.headingMissing)
  const alt = literal(chart.alt).trim()
  if (alt === '') throw new PaperRefusal(fill(words.altMissing, { title }))
  const values = chart.points.flatMap((point) => (point.previous === undefined ? [point.value] : [point.value, point.previous]))
  const axis = axisFor(values, chart.kind === 'bars', chart.unit === 'count' ? 1 : 0)
  return {
    kind: 'chart',
    number,
    title,
    alt,
    form: chart.kind,
    unit: chart.unit,
    axis,
    tickTexts: axis.ticks.map((tick) => formatValue(tick, chart.unit, language)),
    points: chart.points.map((point) => ({
      label: literal(point.label),
      value: point.value,
      text: formatValue(point.value, chart.unit, language),
      previous: point.previous ?? null,
      previousText: point.previous === undefined ? '' : formatValue(point.previous, chart.unit, language),
    })),
    nowName: report.asOf,
    beforeName: report.previousAsOf,
    hasPrevious: chart.points.some((point) => point.previous !== undefined),
    dataPlace: '',
  }
}

function tableOf(table: ReportTable, number: number): TablePart {
  const rows = table.rows.map((row) => table.columns.map((_, index) => literal(row[index] ?? '')))
  const headings = table.columns.map((column) => literal(column.heading))
  const { columns, wide } = columnWidths(headings, rows)
  return {
    kind: 'table',
    number,
    caption: literal(table.caption),
    columns: columns.map((width, index) => ({
      ...width,
      heading: headings[index] ?? '',
      align: table.columns[index]?.align ?? 'left',
    })),
    rows,
    wide,
    longRows: rows.some((row) => row.some((cell) => cell.length > 1200)),
  }
}

/** The same figures as each chart, as a table, so that nothing is told by a picture alone. */
function dataChapter(charts: ChartPart[], language: Language, count: Counters): Chapter {
  const parts = charts.map((chart): TablePart => {
    const number = ++count.tables
    chart.dataPlace = fill(words.dataPlace, { number })[language]
    const columns: ReportTable['columns'] = [{ heading: words.measure[language] }]
    columns.push({ heading: chart.nowName, align: 'right' })
    if (chart.hasPrevious) columns.push({ heading: chart.beforeName, align: 'right' })
    return tableOf(
      {
        caption: `${fill(words.dataCaption, { number: chart.number })[language]}: ${chart.title}`,
        columns,
        rows: chart.points.map((point) => [point.label, point.text, point.previousText || '–']),
      },
      number,
    )
  })
  return { number: null, heading: words.dataChapter[language], parts }
}

function notesChapter(report: Report, notes: Noted[]): Chapter {
  const language = report.language
  const blocks = readMarkdown(report.notes)
  const items = notes.map(({ note, figure }) => ({
    note,
    label: literal(figure.label),
    definition: literal(figure.definition),
    basis: `${basisOf(figure, language)}. ${fill(words.key, { key: literal(figure.key) })[language]}.`,
  }))
  const parts: Part[] = []
  if (blocks.length > 0) parts.push({ kind: 'text', blocks })
  if (items.length > 0) parts.push({ kind: 'definitions', items })
  return { number: null, heading: words.definitions[language], parts }
}

function basisOf(figure: ReportFigure, language: Language): string {
  const count = figure.records.total ?? figure.records.ids.length
  const text = count === 0 ? words.basisNone : count === 1 ? words.basisOne : words.basis
  return fill(text, {
    count: formatNumber(count, language),
    register: literal(figure.records.register),
  })[language]
}
