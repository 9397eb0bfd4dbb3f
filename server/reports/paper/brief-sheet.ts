import { fill } from '#kernel/language/text.ts'
import type { Brief, BriefGrid, BriefPicture, HeatMap } from '../brief.ts'
import { columnWidths } from './columns.ts'
import { literal } from './markdown.ts'
import { PaperRefusal } from './refusal.ts'
import { type ChartPart, chartOf, type TableColumn } from './sheet.ts'
import { words } from './words.ts'

/** A table without a caption: the heading above it says what it is. */
export interface BriefTable {
  readonly columns: TableColumn[]
  readonly rows: string[][]
  readonly longRows: boolean
  readonly lead: boolean
}

/** A heat map, the number of each place in words. */
export interface HeatPart extends Omit<HeatMap, 'kind' | 'cells'> {
  readonly form: 'heat'
  readonly cells: { level: number; text: string }[][]
}

/** A brief with every word ready to print: what PDF and Word are both set from. */
export interface BriefSheet {
  readonly kind: 'brief'
  readonly language: Brief['language']
  readonly locale: 'sv-SE' | 'en-GB'
  readonly authority: string
  readonly title: string
  readonly subtitle: string
  /** Empty where nothing is marked. */
  readonly marking: string
  readonly note: string
  /** Seconds since 1970, the file's own date. */
  readonly made: number
  readonly facts: { label: string; value: string }[]
  readonly words: { page: string }
  readonly sections: { heading: string; paragraphs: string[]; pictures: (ChartPart | HeatPart)[]; tables: BriefTable[] }[]
}

/** Words by people may have several paragraphs; each is set as one. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\s*\n\s*/)
    .map(literal)
    .filter((line) => line.trim() !== '')

/** The lines of a cell, each fit for paper. */
const linesOf = (cell: string): string => cell.split('\n').map(literal).join('\n')

function tableOf({ columns, rows: given, lead = false }: BriefGrid): BriefTable {
  const rows = given.map((row) => columns.map((_, index) => linesOf(row[index] ?? '')))
  const headings = columns.map(({ heading }) => literal(heading))
  return {
    columns: columnWidths(headings, rows).columns.map((width, index) => {
      const share = columns[index]?.share
      return {
        ...(share === undefined ? width : { fits: false, share, weight: share }),
        heading: headings[index] ?? '',
        align: columns[index]?.align ?? 'left',
      }
    }),
    rows,
    longRows: rows.some((row) => row.some((cell) => cell.length > 1200)),
    lead,
  }
}

function pictureOf(brief: Brief, picture: BriefPicture, number: number): ChartPart | HeatPart {
  if (picture.kind !== 'heat') return chartOf({ language: brief.language, asOf: '', previousAsOf: '' }, picture, number)
  const { kind: _, ...map } = picture
  const title = literal(map.title).trim()
  const alt = literal(map.alt).trim()
  if (alt === '') throw new PaperRefusal(fill(words.altMissing, { title }))
  return {
    ...map,
    form: 'heat',
    title,
    alt,
    rows: map.rows.map(literal),
    columns: map.columns.map(literal),
    key: map.key.map(({ level, name }) => ({ level, name: literal(name) })),
    cells: map.cells.map((row) =>
      row.map(({ level, count, words: said }) => ({ level, text: said ? literal(said) : count > 0 ? String(count) : '' })),
    ),
  }
}

/** Lays a brief out for paper. */
export function layOutBrief(brief: Brief): BriefSheet {
  if (brief.title.trim() === '') throw new PaperRefusal(words.titleMissing)
  let pictures = 0
  return {
    kind: 'brief',
    language: brief.language,
    locale: brief.language === 'sv' ? 'sv-SE' : 'en-GB',
    authority: literal(brief.authority),
    title: literal(brief.title),
    subtitle: literal(brief.subtitle),
    marking: literal(brief.marking ?? ''),
    note: literal(brief.note),
    made: Math.floor(Date.parse(brief.madeAt) / 1000) || 0,
    facts: brief.facts.map(({ label, value }) => ({ label: literal(label), value: literal(value) })),
    words: { page: words.page[brief.language] },
    sections: brief.sections.map(({ heading, paragraphs, pictures: given = [], tables }) => ({
      heading: literal(heading),
      paragraphs: paragraphs.flatMap(paragraphsOf),
      pictures: given.map((picture) => pictureOf(brief, picture, ++pictures)),
      tables: tables.map(tableOf),
    })),
  }
}
