import type { ITableCellOptions, ParagraphChild } from 'docx'
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Block, type Run, wording } from './markdown.ts'
import type { Chapter, ChartPart, KeyFigures, Part, Sheet, TablePart } from './sheet.ts'
import { wordChart } from './word-chart.ts'
import { inks, measures, styleIds } from './word-styles.ts'

type Flow = Paragraph | Table

/** What is gathered while a document is written: a fresh instance for each numbered list. */
export interface Writing {
  sheet: Sheet
  lists: number
  starts: Set<number>
}

/** A chapter as Word's own headings, paragraphs, tables and charts. */
export function wordChapter(writing: Writing, chapter: Chapter, pageBreakBefore: boolean): Flow[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    ...(chapter.number === null ? { indent: { left: 0 } } : { numbering: { reference: 'chapters', level: 0 } }),
    children: [new TextRun(chapter.heading)],
  })
  return [heading, ...chapter.parts.flatMap((part) => wordPart(writing, part))]
}

function wordPart(writing: Writing, part: Part): Flow[] {
  switch (part.kind) {
    case 'text':
      return part.blocks.flatMap((block) => wordBlock(writing, block))
    case 'keyFigures':
      return keyFigures(part)
    case 'table':
      return table(writing.sheet, part)
    case 'chart':
      return chart(writing.sheet, part)
    case 'definitions':
      return part.items.map(
        (item) =>
          new Paragraph({
            style: styleIds.note,
            numbering: { reference: 'notes', level: 0 },
            children: [
              new Bookmark({
                id: `note-${item.note}`,
                children: [new TextRun({ text: `${item.label}. `, bold: true })],
              }),
              new TextRun(item.definition),
              new TextRun({
                text: item.basis,
                break: 1,
                color: inks.quiet,
                size: 17,
              }),
            ],
          }),
      )
  }
}

function wordRuns(runs: Run[]): ParagraphChild[] {
  return runs.map((run) => {
    const child = new TextRun({
      text: run.text,
      bold: run.bold,
      italics: run.italic,
      strike: run.struck,
      ...(run.code ? { font: 'Consolas', size: 20 } : {}),
      ...(run.lineBreak ? { break: 1 } : {}),
      ...(run.link ? { style: 'Hyperlink' } : {}),
    })
    return run.link ? new ExternalHyperlink({ link: run.link, children: [child] }) : child
  })
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

function wordBlock(writing: Writing, block: Block, style = styleIds.body): Flow[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ style, children: wordRuns(block.runs) })]
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level - 1],
          children: wordRuns(block.runs),
        }),
      ]
    case 'quote':
      return block.blocks.flatMap((inner) => wordBlock(writing, inner, styleIds.quote))
    case 'code':
      return [
        new Paragraph({
          style: styleIds.code,
          children: block.lines.map((text, index) => new TextRun({ text, ...(index > 0 ? { break: 1 } : {}) })),
        }),
      ]
    case 'list':
      return wordList(writing, block, 0)
    case 'grid': {
      const width = measures.reach - measures.indent
      const columns = block.columns.map((column) => ({
        ...column,
        heading: wording(column.runs),
      }))
      return [
        wordGrid(
          columns,
          block.rows.map((row) => row.map((runs) => wordRuns(runs))),
          width,
          measures.indent,
        ),
        new Paragraph({
          style: styleIds.body,
          spacing: { after: 60, line: 200, lineRule: 'auto' },
        }),
      ]
    }
  }
}

function wordList(writing: Writing, list: Extract<Block, { kind: 'list' }>, level: number): Flow[] {
  const reference = list.ordered ? `ordered-${list.start}` : 'dashes'
  if (list.ordered) writing.starts.add(list.start)
  const instance = ++writing.lists
  return list.items.flatMap((item) =>
    item.flatMap((block, index): Flow[] => {
      if (block.kind === 'list') return wordList(writing, block, Math.min(level + 1, 5))
      if (block.kind !== 'paragraph') return wordBlock(writing, block)
      const left = measures.indent + 340 * (level + 1)
      return [
        new Paragraph({
          style: styleIds.body,
          spacing: { after: 60 },
          ...(index === 0 ? { numbering: { reference, level, instance } } : { indent: { left } }),
          children: wordRuns(block.runs),
        }),
      ]
    }),
  )
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hairline = { style: BorderStyle.SINGLE, size: 3, color: inks.line }
const rule = { style: BorderStyle.SINGLE, size: 6, color: inks.text }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const cellMargins = {
  left: 0,
  right: 140,
  top: 20,
  bottom: 20,
  marginUnitType: WidthType.DXA,
}

interface GridColumn {
  heading: string
  align: 'left' | 'right'
  share: number
}

/** A table with a header row that is marked as such and repeated on every page. */
export function wordGrid(columns: GridColumn[], rows: ParagraphChild[][][], width: number, indent: number): Table {
  const widths = columns.map((column) => Math.round(column.share * width))
  const cell = (index: number, children: ParagraphChild[], borders: ITableCellOptions['borders']) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      borders,
      margins: {
        ...cellMargins,
        left: columns[index - 1]?.align === 'right' && columns[index]?.align !== 'right' ? 200 : 0,
        right: index === columns.length - 1 ? 0 : cellMargins.right,
      },
      verticalAlign: VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          style: styleIds.cell,
          alignment: sides[columns[index]?.align ?? 'left'],
          children,
        }),
      ],
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) =>
          cell(index, [new TextRun({ text: column.heading, bold: true })], {
            top: rule,
            bottom: rule,
            left: none,
            right: none,
          }),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((children, index) =>
              cell(index, children, {
                top: none,
                bottom: hairline,
                left: none,
                right: none,
              }),
            ),
          }),
      ),
    ],
  })
}

const sides = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT }

function keyFigures(part: KeyFigures): Flow[] {
  const shares = [0.36, 0.17, 0.19, 0.28]
  const widths = shares.map((share) => Math.round(share * measures.reach))
  const cell = (index: number, style: string, children: ParagraphChild[]) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      borders: { top: none, bottom: hairline, left: none, right: none },
      margins: index === 3 ? { ...cellMargins, left: 140, right: 0 } : cellMargins,
      children: [
        new Paragraph({
          style,
          alignment: index === 1 || index === 2 ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children,
        }),
      ],
    })
  const names = part.headings
  const header = [names.label, names.value, names.previous, names.change]
  return [
    new Paragraph({
      style: styleIds.cell,
      keepNext: true,
      spacing: { before: 120, after: 0 },
    }),
    new Table({
      width: { size: measures.reach, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: header.map((name, index) => cell(index, styleIds.cellQuiet, [new TextRun(name)])),
        }),
        ...part.rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: [
                cell(0, styleIds.cell, [
                  new TextRun(row.label),
                  new InternalHyperlink({
                    anchor: `note-${row.note}`,
                    children: [
                      new TextRun({
                        text: String(row.note),
                        superScript: true,
                        color: inks.quiet,
                      }),
                    ],
                  }),
                ]),
                cell(1, styleIds.cell, [new TextRun({ text: row.value, bold: true })]),
                cell(2, styleIds.cell, [new TextRun({ text: row.previous, color: inks.quiet })]),
                cell(3, styleIds.cell, [new TextRun(row.change)]),
              ],
            }),
        ),
      ],
    }),
    new Paragraph({ style: styleIds.cell, spacing: { before: 0, after: 120 } }),
  ]
}

/** A caption with a sequence number Word can renumber and list. */
function caption(label: string, number: number, text: string, indent: number): Paragraph {
  return new Paragraph({
    style: 'Caption',
    indent: { left: indent },
    children: [
      new TextRun({ text: `${label} `, bold: false, color: inks.quiet }),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)),
      new TextRun({ text: `  ${text}` }),
    ],
  })
}

function table(sheet: Sheet, part: TablePart): Flow[] {
  const indent = part.wide ? 0 : measures.indent
  const rows = part.rows.map((row) => row.map((text) => [new TextRun(text)]))
  return [
    caption(sheet.words.table, part.number, part.caption, indent),
    wordGrid(part.columns, rows, measures.reach - indent, indent),
    new Paragraph({
      style: styleIds.body,
      spacing: { after: 120, line: 220, lineRule: 'auto' },
    }),
  ]
}

function chart(sheet: Sheet, part: ChartPart): Flow[] {
  return [
    caption(sheet.words.figure, part.number, part.title, 0),
    new Paragraph({
      keepNext: true,
      spacing: { line: 240, lineRule: 'auto' },
      children: [wordChart(part)],
    }),
    new Paragraph({
      style: styleIds.cellQuiet,
      spacing: { after: 200 },
      children: [new TextRun(part.dataPlace)],
    }),
  ]
}
