import { Buffer } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, readSheet, type SheetColumn, writeCsv, writeXlsx } from './spreadsheet.ts'
import { packZip, unpackZip } from './zip.ts'

const columns: SheetColumn[] = [
  { header: 'Rubrik', kind: 'text' },
  { header: 'Kostnad', kind: 'number' },
  { header: 'Klar', kind: 'day' },
  { header: 'Ändrad', kind: 'moment' },
  { header: 'Beslutad', kind: 'truth' },
]
const rows: Cell[][] = [
  ['Byt lås på plan 3; snarast', 12500.5, '2023-12-31', '2023-06-30T22:30:00Z', true],
  ['=HYPERLINK("http://example.test")', -4, null, null, false],
  ['Två\nrader och "citat"', null, '2024-02-29', '2023-12-31T12:00:00Z', null],
]
const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => error.code,
  )
const text = (words: string) => new TextEncoder().encode(words)

describe('a table written as XLSX and read back', () => {
  it('keeps words, numbers, days and truth, and gives moments on the Swedish clock', async () => {
    const sheet = await readSheet(await buffer(writeXlsx(columns, rows)), 'lista.xlsx')
    expect(sheet.header).toEqual(['Rubrik', 'Kostnad', 'Klar', 'Ändrad', 'Beslutad'])
    expect(sheet.rows).toEqual([
      ['Byt lås på plan 3; snarast', '12500.5', '2023-12-31', '2023-07-01T00:30:00', 'true'],
      ['=HYPERLINK("http://example.test")', '-4', '', '', 'false'],
      ['Två\nrader och "citat"', '', '2024-02-29', '2023-12-31T13:00:00', ''],
    ])
    expect(sheet.rowNumbers).toEqual([2, 3, 4])
  })

  it('holds text that looks like a formula as text, and days and numbers as Excel’s own', async () => {
    const parts = unpackZip(await buffer(writeXlsx(columns, rows)), (path) => path.includes('sheet1.xml'), {
      unpacked: 1e7,
      entries: 100,
    })
    const xml = [...parts.values()].join('')
    expect(xml).toContain('=HYPERLINK(')
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('<v>12500.5</v>')
    expect(xml).toContain('<v>45291</v>')
    expect(xml).toMatch(/state="frozen"/)
  })

  it('keeps text that looks like a coded sign or has spaces around it, and cuts only what no cell can hold', async () => {
    const cells = ['_x0041_ och _x000D_', '  mellan  ', 'x'.repeat(40_000)]
    const file = await buffer(
      writeXlsx(
        [{ header: 'A', kind: 'text' }],
        cells.map((cell) => [cell]),
      ),
    )
    const read = (await readSheet(file, 'x.xlsx')).rows.map((row) => row[0])
    expect(read.slice(0, 2)).toEqual(cells.slice(0, 2))
    expect(read[2]).toHaveLength(32_767)
    expect(read[2]?.endsWith('…')).toBe(true)
  })

  it('passes on the fault when the rows cannot be fetched', async () => {
    async function* failing() {
      yield ['ett']
      throw new Error('the database went away')
    }
    await expect(buffer(writeXlsx(columns, failing()))).rejects.toThrow('the database went away')
    await expect(buffer(writeCsv(columns, failing()))).rejects.toThrow('the database went away')
  })

  it('writes and reads 10 000 rows within ten seconds each', async () => {
    const many = Array.from({ length: 10_000 }, (_, n): Cell[] => [`Åtgärd ${n}`, n * 1.5, '2023-12-31', null, true])
    const start = performance.now()
    const file = await buffer(writeXlsx(columns, many))
    const written = performance.now()
    const sheet = await readSheet(file, 'stor.xlsx')
    const read = performance.now()
    expect(sheet.rows).toHaveLength(10_000)
    expect(sheet.rows[9_999]?.[0]).toBe('Åtgärd 9999')
    expect(written - start).toBeLessThan(10_000)
    expect(read - written).toBeLessThan(10_000)
  }, 30_000)
})

describe('a table written as CSV and read back', () => {
  it('is what a Swedish Excel expects: a mark, semicolons, decimal comma, guarded formulas', async () => {
    const file = (await buffer(writeCsv(columns, rows))).toString('utf8')
    expect(file.startsWith('\uFEFFRubrik;Kostnad;')).toBe(true)
    expect(file).toContain('"Byt lås på plan 3; snarast";12500,5;2023-12-31;2023-07-01 00:30:00;ja')
    expect(file).toContain(`"'=HYPERLINK(""http://example.test"")";-4;`)
  })

  it('gives back any text exactly as it was', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'aå=+-@\'"; ,\t\n1') }).map((words) => `${words}x`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (table) => {
        const two: SheetColumn[] = [
          { header: 'A', kind: 'text' },
          { header: 'B', kind: 'text' },
        ]
        for (const language of ['sv', 'en'] as const) {
          const sheet = await readSheet(await buffer(writeCsv(two, table, { language })), 'x.csv')
          expect(sheet.rows).toEqual(table)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a CSV file from somewhere else', () => {
  it.each([
    ['semicolons', text('Namn;Antal\nÅsa, Bo;3\n')],
    ['commas', text('Namn,Antal\n"Åsa, Bo",3\n')],
    ['tabs', text('Namn\tAntal\nÅsa, Bo\t3\n')],
    ['a mark for UTF-8', text('\uFEFFNamn;Antal\r\nÅsa, Bo;3\r\n')],
    ['Windows-1252', Uint8Array.from(Buffer.from('Namn;Antal\nÅsa, Bo;3\n', 'latin1'))],
    ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFNamn\tAntal\nÅsa, Bo\t3\n', 'utf16le'))],
    ['a named separator', text('sep=|\r\nNamn|Antal\nÅsa, Bo|3\n')],
  ])('is read with %s', async (_how, bytes) => {
    const sheet = await readSheet(bytes, 'x.csv')
    expect(sheet.header).toEqual(['Namn', 'Antal'])
    expect(sheet.rows).toEqual([['Åsa, Bo', '3']])
  })

  it('keeps the numbers of the rows when some are empty', async () => {
    const sheet = await readSheet(text('A;B\n1;2\n;\n\n3;4\n'), 'x.csv')
    expect(sheet.rowNumbers).toEqual([2, 5])
  })

  it('is refused with the row when a quotation mark is not closed', async () => {
    expect(await code(readSheet(text('A;B\n1;2\n"3;4\n'), 'x.csv'))).toBe('csv-broken')
  })
})

describe('a file that would do harm or cannot be read', () => {
  const wide = (cell: string) =>
    new Map([
      ['xl/workbook.xml', text('<workbook/>')],
      ['xl/worksheets/sheet1.xml', text(`<worksheet><sheetData><row r="1"><c r="${cell}"/></row></sheetData></worksheet>`)],
    ])

  it('is refused when it is empty, too large, the old Excel, or a broken archive', async () => {
    const whole = await buffer(writeXlsx(columns, rows))
    expect(await code(readSheet(whole, 'x.xlsx'))).toBe('accepted')
    expect(await code(readSheet(text('Namn;Enhet\nx;y'), 'x.csv'))).toBe('accepted')
    expect(await code(readSheet(text('Namn;Enhet\nx;y'), 'x.xlsx'))).toBe('not-a-workbook')
    expect(await code(readSheet(new Uint8Array(0), 'x'))).toBe('file-empty')
    expect(await code(readSheet(new Uint8Array(25_000_001), 'x'))).toBe('file-too-large')
    expect(await code(readSheet(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'x'))).toBe('old-excel')
    expect(await code(readSheet(whole.subarray(0, whole.length / 2), 'x'))).toBe('zip-broken')
    expect(await code(readSheet(packZip(new Map([['a.txt', text('hej')]])), 'x'))).toBe('not-a-workbook')
    expect(await code(readSheet(packZip(wide('A1')), 'x'))).toBe('xlsx-unreadable')
    expect(await code(readSheet(Uint8Array.of(1, 0, 2, 0, 3), 'x'))).toBe('not-a-table')
    expect(await code(readSheet(text(' \n \n'), 'x'))).toBe('sheet-empty')
  })

  it('is refused when a single cell stands far out, before the gap is filled', async () => {
    expect(await code(readSheet(packZip(wide('XFD1')), 'x'))).toBe('sheet-too-wide')
    expect(await code(readSheet(packZip(wide('A1048576')), 'x'))).toBe('sheet-too-long')
  })

  it('is refused when it unpacks beyond the limit, whatever size it claims', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000))
    const bomb = packZip(new Map([['xl/workbook.xml', packed]]))
    bomb.writeUInt16LE(8, bomb.readUInt32LE(bomb.length - 6) + 10)
    expect(() => unpackZip(bomb, () => true, { unpacked: 60_000_000, entries: 9 })).not.toThrow()
    expect(() => unpackZip(bomb, () => true, { unpacked: 1_000_000, entries: 9 })).toThrow(/för stor/)
  })

  it('is refused when it has too many rows or columns, or two columns of one name', async () => {
    expect(await code(readSheet(text('A\n1\n2\n3\n'), 'x', { rows: 2 }))).toBe('sheet-too-long')
    expect(await code(readSheet(text('A;B;C\n'), 'x', { columns: 2 }))).toBe('sheet-too-wide')
    expect(await code(readSheet(text('Namn;namn\n'), 'x'))).toBe('column-twice')
  })
})

describe('a file that only looks like text', () => {
  it('is refused in words when its quotation marks do not hold together', async () => {
    const broken = new TextEncoder().encode('Namn;Enhet\n  "a";b\n')
    await expect(readSheet(broken, 'trasig.csv')).rejects.toMatchObject({ code: 'csv-broken' })
  })
})
