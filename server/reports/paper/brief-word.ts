import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { BriefSheet, BriefTable, HeatPart } from './brief-sheet.ts'
import type { ChartPart } from './sheet.ts'
import { settleBytes } from './word-bytes.ts'
import { wordChart } from './word-chart.ts'
import { wordGrid } from './word-parts.ts'
import { inks, styleIds, typeface } from './word-styles.ts'

const side = convertMillimetersToTwip(22)
const reach = 11906 - 2 * side

const tight = (before: number, after: number) => ({ spacing: { before, after, line: 250, lineRule: 'auto' as const } })

const styles = (sheet: BriefSheet): IStylesOptions => ({
  default: {
    document: { run: { font: typeface, size: 20, color: inks.text, language: { value: sheet.locale } }, paragraph: tight(0, 80) },
    heading1: { run: { size: 36, bold: true, color: inks.text, font: typeface }, paragraph: { ...tight(0, 160), keepNext: true } },
    heading2: { run: { size: 23, bold: true, color: inks.text, font: typeface }, paragraph: { ...tight(180, 60), keepNext: true } },
  },
  paragraphStyles: [
    { id: styleIds.cell, name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 18 }, paragraph: tight(40, 40) },
    {
      id: styleIds.cellQuiet,
      name: 'Table Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 17, color: inks.quiet },
      paragraph: tight(0, 40),
    },
  ],
})

const quiet = (children: (TextRun | string)[]) =>
  new Paragraph({
    style: styleIds.cellQuiet,
    tabStops: [{ type: TabStopType.RIGHT, position: reach }],
    children: children.map((child) => (typeof child === 'string' ? new TextRun(child) : child)),
  })

const line = { style: BorderStyle.SINGLE, size: 6, color: inks.text, space: 4 }

function head(sheet: BriefSheet): Header {
  const marking = sheet.marking
    ? [
        new Paragraph({
          border: { top: line, bottom: line, left: line, right: line },
          children: [new TextRun({ text: sheet.marking, bold: true, size: 18 })],
        }),
      ]
    : []
  return new Header({ children: [quiet([`${sheet.authority}\t${sheet.subtitle}`]), ...marking] })
}

const foot = (sheet: BriefSheet): Footer =>
  new Footer({
    children: [
      quiet([
        `${sheet.note}\t${sheet.words.page} `,
        new TextRun({ children: [PageNumber.CURRENT] }),
        ' (',
        new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ')',
      ]),
    ],
  })

/** The facts of the record, two beside each other as in the PDF. */
function facts(sheet: BriefSheet): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const widths = [0.18, 0.32, 0.18, 0.32].map((share) => Math.round(share * reach))
  const pairs = sheet.facts.flatMap((fact, index) => (index % 2 === 0 ? [[fact, sheet.facts[index + 1]]] : []))
  const cell = (index: number, text: string, color: string) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: 120, marginUnitType: WidthType.DXA },
      children: [new Paragraph({ style: styleIds.cell, children: [new TextRun({ text, color })] })],
    })
  return new Table({
    width: { size: reach, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: pairs.map(
      (pair) =>
        new TableRow({
          children: pair.flatMap((fact, at) => [
            cell(at * 2, fact?.label ?? '', inks.quiet),
            cell(at * 2 + 1, fact?.value ?? '', inks.text),
          ]),
        }),
    ),
  })
}

/** The lines of a cell; the first stands out where it leads. */
const runs = (cell: string, leads: boolean): TextRun[] =>
  cell.split('\n').map((text, index) => new TextRun({ text, ...(index ? { break: 1 } : {}), bold: leads && index === 0 }))

const grid = ({ columns, rows, lead }: BriefTable): Table =>
  wordGrid(
    columns,
    rows.map((row) => row.map((cell, index) => runs(cell, lead && index === 0))),
    reach,
    0,
  )

const heatInks = ['EEF1F3', 'DDE7EA', 'F4DC8D', 'E08A35', '8F1D1D', '4A0D0D']
const caption = (text: string) => new Paragraph({ keepNext: true, children: [new TextRun({ text, bold: true, size: 19 })] })

/** A heat map as a table to read and to go on editing: in each place how many, and the number of its level. */
function heatTable(part: HeatPart): Table {
  const side = Math.round(reach * 0.2)
  const width = Math.round((reach * 0.75 - side) / Math.max(part.columns.length, 1))
  const cell = (text: string, fill: string | null, size: number) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      ...(fill ? { shading: { fill, color: 'auto', type: 'clear' as const } } : {}),
      children: [
        new Paragraph({
          style: styleIds.cell,
          alignment: fill ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, color: fill === heatInks[4] || fill === heatInks[5] ? 'FFFFFF' : inks.text })],
        }),
      ],
    })
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'FFFFFF' }
  return new Table({
    width: { size: side + width * part.columns.length, type: WidthType.DXA },
    columnWidths: [side, ...part.columns.map(() => width)],
    layout: TableLayoutType.FIXED,
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
    rows: [
      new TableRow({
        tableHeader: true,
        children: [cell(`${part.side} / ${part.bottom}`, null, side), ...part.columns.map((name) => cell(name, null, width))],
      }),
      ...part.cells.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(part.rows[index] ?? '', null, side),
              ...row.map(({ level, text }) =>
                cell(text ? `${text} (${level})` : `(${level})`, heatInks[level] ?? heatInks[0] ?? null, width),
              ),
            ],
          }),
      ),
    ],
  })
}

const gap = () => new Paragraph({ spacing: { before: 0, after: 0, line: 140, lineRule: 'exact' } })

const picture = (part: ChartPart | HeatPart): (Paragraph | Table)[] =>
  part.form === 'heat'
    ? [caption(part.title), heatTable(part), quiet([part.key.map(({ level, name }) => `${level} ${name}`).join(', ')]), gap()]
    : [caption(part.title), new Paragraph({ children: [wordChart(part)] }), gap()]

/** Sets a brief as a Word document with real headings and tables, to go on editing. */
export async function setBriefWord(sheet: BriefSheet): Promise<Uint8Array> {
  const sections = sheet.sections.flatMap(({ heading, paragraphs, pictures, tables }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(heading)] }),
    ...paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] })),
    ...pictures.flatMap(picture),
    ...tables.flatMap((table) => [grid(table), gap()]),
  ])
  const document = new Document({
    title: `${sheet.subtitle}: ${sheet.title}`,
    creator: sheet.authority,
    lastModifiedBy: sheet.authority,
    styles: styles(sheet),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1500, bottom: 1300, left: side, right: side, header: 600, footer: 500 },
          },
        },
        headers: { default: head(sheet) },
        footers: { default: foot(sheet) },
        children: [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(sheet.title)] }), facts(sheet), ...sections],
      },
    ],
  })
  return settleBytes(new Uint8Array(await Packer.toBuffer(document)), sheet.made)
}
