import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Sheet } from './sheet.ts'
import { settleBytes } from './word-bytes.ts'
import { type Writing, wordChapter } from './word-parts.ts'
import { inks, measures, orderedNumbering, styleIds, wordNumbering, wordStyles } from './word-styles.ts'

/** Sets a sheet as a Word document that its readers may go on editing: real headings, contents, captions and charts. */
export async function setWord(sheet: Sheet): Promise<Uint8Array> {
  const writing: Writing = { sheet, lists: 0, starts: new Set() }
  const chapters = sheet.chapters.flatMap((chapter, index) => {
    const previous = sheet.chapters[index - 1]
    const newPage = index === 0 || (chapter.number === null && previous?.number !== null)
    return wordChapter(writing, chapter, newPage)
  })
  const numbering = wordNumbering()
  const document = new Document({
    title: sheet.title,
    subject: sheet.subtitle,
    creator: sheet.authority,
    lastModifiedBy: sheet.authority,
    styles: wordStyles(sheet),
    numbering: {
      config: [...numbering.config, ...orderedNumbering(writing.starts)],
    },
    ...(rowsOf(sheet) > manyRows ? {} : { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: measures.margin,
          },
        },
        headers: {
          default: runningHead(sheet),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: {
          default: runningFoot(sheet),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children: [
          ...cover(sheet),
          new Paragraph({
            style: styleIds.contents,
            children: [new TextRun(sheet.words.contents)],
          }),
          new TableOfContents(sheet.words.contents, {
            hyperlink: true,
            headingStyleRange: '1-2',
            tabLeader: 'none',
          }),
          ...chapters,
        ],
      },
    ],
  })
  return settleBytes(new Uint8Array(await Packer.toBuffer(document)), sheet.made)
}

/** Beyond this many table rows Word is left to number the pages of the contents itself, which it asks to do when it opens. */
const manyRows = 400

const rowsOf = (sheet: Sheet): number =>
  sheet.chapters.flatMap((chapter) => chapter.parts).reduce((sum, part) => sum + ('rows' in part ? part.rows.length : 0), 0)

const rightEdge = [{ type: TabStopType.RIGHT, position: measures.reach }]

function runningHead(sheet: Sheet): Header {
  return new Header({
    children: [
      new Paragraph({
        style: styleIds.cellQuiet,
        children: [new TextRun(`${sheet.authority} · ${sheet.title}`)],
      }),
    ],
  })
}

function runningFoot(sheet: Sheet): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.cellQuiet,
        tabStops: rightEdge,
        children: [
          new TextRun(`${sheet.registration}\t${sheet.words.page} `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' ('),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          new TextRun(')'),
        ],
      }),
    ],
  })
}

function cover(sheet: Sheet): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const widths = [2400, measures.reach - 2400]
  const cell = (index: number, text: string, color: string) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: 140, marginUnitType: WidthType.DXA },
      children: [
        new Paragraph({
          style: styleIds.cell,
          alignment: AlignmentType.LEFT,
          children: [new TextRun({ text, color })],
        }),
      ],
    })
  return [
    new Paragraph({
      style: styleIds.authority,
      children: [new TextRun(sheet.authority)],
    }),
    new Paragraph({ style: 'Title', children: [new TextRun(sheet.title)] }),
    new Paragraph({
      style: styleIds.subtitle,
      children: [new TextRun(sheet.subtitle)],
    }),
    new Table({
      width: { size: measures.reach, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: {
        top: { style: BorderStyle.SINGLE, size: 6, color: inks.text },
        bottom: none,
        left: none,
        right: none,
        insideHorizontal: none,
        insideVertical: none,
      },
      rows: sheet.facts.map(
        (fact) =>
          new TableRow({
            children: [cell(0, fact.label, inks.quiet), cell(1, fact.value, inks.text)],
          }),
      ),
    }),
  ]
}
