import type { INumberingOptions, IStylesOptions } from 'docx'
import { AlignmentType, convertMillimetersToTwip, LevelFormat, TabStopType } from 'docx'
import type { Sheet } from './sheet.ts'

/** Measures of the page in twips, the same as in the PDF: text hangs in from headings, tables and charts. */
export const measures = {
  indent: convertMillimetersToTwip(27),
  reach: convertMillimetersToTwip(147),
  margin: {
    top: convertMillimetersToTwip(32),
    bottom: convertMillimetersToTwip(30),
    left: convertMillimetersToTwip(25),
    right: convertMillimetersToTwip(38),
    header: convertMillimetersToTwip(14),
    footer: convertMillimetersToTwip(14),
  },
}

/** Colours as Word writes them. */
export const inks = {
  text: '1B1F24',
  quiet: '59616B',
  line: 'B4BAC1',
  strong: '1F4E79',
  light: 'B9C8D8',
}

export const typeface = 'Cambria'

/** Names of the paragraph styles the report adds to Word's own. */
export const styleIds = {
  body: 'BodyText',
  quote: 'Quote',
  authority: 'CoverAuthority',
  subtitle: 'Subtitle',
  contents: 'TOCHeading',
  cell: 'TableText',
  cellQuiet: 'TableNote',
  note: 'NoteText',
  code: 'CodeText',
}

/** The styles an editor sees in Word: real headings, body text, captions, table text. */
export function wordStyles(sheet: Sheet): IStylesOptions {
  const { indent } = measures
  const heading = (size: number, before: number, after: number, left = indent) => ({
    run: { size, bold: true, color: inks.text, font: typeface },
    paragraph: {
      spacing: { before, after, line: 240, lineRule: 'auto' as const },
      keepNext: true,
      keepLines: true,
      indent: { left },
    },
  })
  const style = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  })
  return {
    default: {
      document: {
        run: {
          font: typeface,
          size: 22,
          color: inks.text,
          language: { value: sheet.locale },
        },
        paragraph: { spacing: { line: 288, lineRule: 'auto' as const } },
      },
      title: {
        run: { size: 64, font: typeface, bold: false },
        paragraph: {
          spacing: {
            before: 3400,
            after: 240,
            line: 240,
            lineRule: 'auto' as const,
          },
        },
      },
      heading1: heading(38, 720, 240),
      heading2: heading(26, 320, 100),
      heading3: heading(22, 260, 80),
      heading4: heading(22, 240, 80),
      caption: {
        run: { size: 19, bold: true, italics: false, color: inks.text },
        paragraph: {
          spacing: {
            before: 320,
            after: 120,
            line: 240,
            lineRule: 'auto' as const,
          },
          keepNext: true,
        },
      },
      hyperlink: { run: { color: inks.text, underline: { type: 'single' } } },
    },
    paragraphStyles: [
      style(
        styleIds.body,
        'Body Text',
        {},
        {
          indent: { left: indent },
          spacing: { after: 140, line: 288, lineRule: 'auto' as const },
        },
      ),
      style(
        styleIds.quote,
        'Quote',
        { italics: true },
        {
          indent: { left: indent + 340 },
          spacing: { after: 140, line: 288, lineRule: 'auto' as const },
        },
      ),
      style(styleIds.authority, 'Cover Authority', { size: 26, bold: true }, {}),
      style(
        styleIds.subtitle,
        'Subtitle',
        { size: 30, color: inks.quiet },
        { spacing: { after: 4200, line: 264, lineRule: 'auto' as const } },
      ),
      style(
        styleIds.contents,
        'TOC Heading',
        { size: 38, bold: true },
        {
          spacing: { after: 280, line: 240, lineRule: 'auto' as const },
          pageBreakBefore: true,
        },
      ),
      style(
        styleIds.cell,
        'Table Text',
        { size: 19 },
        {
          spacing: {
            before: 50,
            after: 50,
            line: 240,
            lineRule: 'auto' as const,
          },
        },
      ),
      style(
        styleIds.cellQuiet,
        'Table Note',
        { size: 17, color: inks.quiet },
        {
          spacing: {
            before: 50,
            after: 50,
            line: 240,
            lineRule: 'auto' as const,
          },
        },
      ),
      style(styleIds.note, 'Note Text', { size: 19 }, { spacing: { after: 110, line: 252, lineRule: 'auto' as const } }),
      style(
        styleIds.code,
        'Code Text',
        { size: 17, font: 'Consolas' },
        {
          indent: { left: indent },
          spacing: { after: 140, line: 240, lineRule: 'auto' as const },
        },
      ),
      style(
        'TOC1',
        'toc 1',
        {},
        {
          tabStops: [{ type: TabStopType.LEFT, position: 454 }],
          spacing: { before: 110, line: 252, lineRule: 'auto' as const },
        },
      ),
      style(
        'TOC2',
        'toc 2',
        { size: 19, color: inks.quiet },
        {
          indent: { left: 454 },
          spacing: { line: 252, lineRule: 'auto' as const },
        },
      ),
    ],
  }
}

/** Numbering of chapters, lists and notes. */
export function wordNumbering(): INumberingOptions {
  const { indent } = measures
  const depth = [0, 1, 2, 3, 4, 5]
  const at = (level: number) => ({
    paragraph: { indent: { left: indent + 340 * (level + 1), hanging: 340 } },
  })
  return {
    config: [
      {
        reference: 'chapters',
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1',
            alignment: AlignmentType.LEFT,
            style: {
              run: { bold: false, color: inks.quiet },
              paragraph: { indent: { left: indent, hanging: indent } },
            },
          },
        ],
      },
      {
        reference: 'dashes',
        levels: depth.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: '–',
          style: at(level),
        })),
      },
      {
        reference: 'notes',
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1',
            style: {
              run: { color: inks.quiet, bold: false },
              paragraph: { indent: { left: indent, hanging: 400 } },
            },
          },
        ],
      },
    ],
  }
}

/** A numbered list that starts where its writer said; each start needs a definition of its own in Word. */
export function orderedNumbering(starts: Iterable<number>): INumberingOptions['config'] {
  const { indent } = measures
  return [...new Set(starts)].map((start) => ({
    reference: `ordered-${start}`,
    levels: [0, 1, 2, 3, 4, 5].map((level) => ({
      level,
      start,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      style: {
        paragraph: {
          indent: { left: indent + 340 * (level + 1), hanging: 340 },
        },
      },
    })),
  }))
}
