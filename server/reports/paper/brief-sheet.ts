import type { Brief } from '../brief.ts'
import { columnWidths } from './columns.ts'
import { literal } from './markdown.ts'
import { PaperRefusal } from './refusal.ts'
import type { TableColumn } from './sheet.ts'
import { words } from './words.ts'

/** A table without a caption: the heading above it says what it is. */
export interface BriefTable {
  readonly columns: TableColumn[]
  readonly rows: string[][]
  readonly longRows: boolean
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
  readonly sections: { heading: string; paragraphs: string[]; tables: BriefTable[] }[]
}

/** Words by people may have several paragraphs; each is set as one. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\s*\n\s*/)
    .map(literal)
    .filter((line) => line.trim() !== '')

function tableOf({ columns, rows: given }: Brief['sections'][number]['tables'][number]): BriefTable {
  const rows = given.map((row) => columns.map((_, index) => literal(row[index] ?? '')))
  const headings = columns.map(({ heading }) => literal(heading))
  return {
    columns: columnWidths(headings, rows).columns.map((width, index) => ({
      ...width,
      heading: headings[index] ?? '',
      align: columns[index]?.align ?? 'left',
    })),
    rows,
    longRows: rows.some((row) => row.some((cell) => cell.length > 1200)),
  }
}

/** Lays a brief out for paper. */
export function layOutBrief(brief: Brief): BriefSheet {
  if (brief.title.trim() === '') throw new PaperRefusal(words.titleMissing)
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
    sections: brief.sections.map(({ heading, paragraphs, tables }) => ({
      heading: literal(heading),
      paragraphs: paragraphs.flatMap(paragraphsOf),
      tables: tables.map(tableOf),
    })),
  }
}
