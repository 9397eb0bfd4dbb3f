import { Buffer } from 'node:buffer'
import ExcelJS from '@protobi/exceljs'

/** A file as a person would choose it. */
export interface MadeFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A whole, small PDF with one page and one line on it. */
export function pdf(name: string, line: string): MadeFile {
  const content = `BT /F1 18 Tf 72 770 Td (${line.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') }
}

/** A Windows program that calls itself a PDF. */
export function disguisedProgram(name: string): MadeFile {
  const buffer = Buffer.alloc(1024)
  buffer.write('MZ', 0, 'latin1')
  buffer.writeUInt32LE(0x80, 0x3c)
  buffer.write('PE\0\0', 0x80, 'latin1')
  buffer.writeUInt16LE(0x8664, 0x84)
  return { name, mimeType: 'application/pdf', buffer }
}

/** A spreadsheet with headings in its first row. */
export async function spreadsheet(name: string, rows: readonly (readonly (string | number | Date | null)[])[]): Promise<MadeFile> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Blad1').addRows(rows.map((row) => [...row]))
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  }
}
