import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Report } from '../report.ts'
import { readArchive } from './archive.ts'
import { trygghetsverket } from './fixture.ts'
import { formatValue } from './format.ts'
import { closePress, PaperRefusal, toDocx, toPdf } from './paper.ts'
import { pressIsWarm, pressTimes } from './press.ts'
import { readPart, readPdf, wordText } from './reading.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(() => closePress())

const once = (set: (report: Report) => Promise<Uint8Array>) => {
  let file: Promise<Uint8Array> | undefined
  return () => (file ??= set(trygghetsverket))
}
const standardPdf = once(toPdf)
const standardDocx = once(toDocx)

const bare = (text: string): string => text.replace(/\s/gu, '')

const withText = (text: string): Report => ({
  ...trygghetsverket,
  sections: [{ key: 'one', heading: text, text, figures: [] }],
})

const figures = trygghetsverket.sections.flatMap((section) => section.figures)
const charts = trygghetsverket.sections.flatMap((section) => section.charts ?? [])

describe('the report as PDF', () => {
  test('says that it is PDF/UA-1, in Swedish, tagged, with its title shown', async () => {
    const { raw } = readPdf(await standardPdf())
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toMatch(/\/Lang \(sv-SE\)/)
    expect(raw).toContain('/StructTreeRoot')
    expect(raw).toMatch(/\/MarkInfo <<\s*\/Marked true/)
    expect(raw).toContain('/DisplayDocTitle true')
    expect(Buffer.from(raw, 'latin1').toString('utf8')).toContain('>Informationssäkerhet 2023</rdf:li>')
  })

  test('is in English when the report is', async () => {
    const { raw, text } = readPdf(await toPdf({ ...trygghetsverket, language: 'en' }))
    expect(raw).toMatch(/\/Lang \(en-GB\)/)
    expect(text).toContain('Contents')
    expect(text).toContain('Page3(')
  })

  test('has every chapter in its outline and every figure, with last year and the change, on its pages', async () => {
    const pdf = readPdf(await standardPdf())
    trygghetsverket.sections.forEach((section, index) => {
      expect(pdf.titles.map(bare)).toContain(bare(`${index + 1}${section.heading}`))
    })
    expect(figures.length).toBeGreaterThanOrEqual(12)
    for (const figure of figures) {
      expect(pdf.text).toContain(bare(figure.label))
      expect(pdf.text).toContain(bare(formatValue(figure.value, figure.unit, 'sv')))
      expect(pdf.text).toContain(bare(figure.definition))
      expect(pdf.text).toContain(`Beteckning:${figure.key}.`)
    }
    expect(pdf.text).toContain(`83%78%upp5procentenheter`)
    for (const row of trygghetsverket.sections[5]?.tables?.[0]?.rows ?? []) expect(pdf.text).toContain(bare(row[0] ?? ''))
    expect(pdf.text).toContain(`Sida2(${pdf.pages})`)
  })

  test('describes each chart in words and gives its data as a table', async () => {
    const pdf = readPdf(await standardPdf())
    expect(charts.length).toBeGreaterThanOrEqual(2)
    for (const chart of charts) {
      expect(pdf.alts).toContain(chart.alt)
      expect(pdf.text).toContain(bare(chart.title))
    }
    expect(pdf.text).toContain('Rättsavdelningen94%90%')
  })

  test('marks header cells of tables, and headings without skipping a level', async () => {
    const { raw } = readPdf(await standardPdf())
    expect(raw).toMatch(/\/S \/TH\b/)
    expect(raw).toMatch(/\/Scope \/Column/)
    expect(raw).toMatch(/\/S \/H1\b/)
    expect(raw).toMatch(/\/S \/H2\b/)
    expect(raw).toMatch(/\/S \/TOC\b/)
  })

  test('is the same to the byte for the same report, also from another process', async () => {
    const first = await standardPdf()
    await closePress()
    expect(pressIsWarm()).toBe(false)
    const second = await toPdf(structuredClone(trygghetsverket))
    expect(Buffer.compare(first, second)).toBe(0)
    const later = await toPdf({
      ...trygghetsverket,
      madeAt: '2024-02-13T09:30:00Z',
    })
    expect(Buffer.compare(first, later)).not.toBe(0)
  })

  test('refuses a chart that nobody has described, and says which', async () => {
    const chart = charts[0]
    if (!chart) throw new Error('The fixture has no chart.')
    const report = (alt: string): Report => ({
      ...trygghetsverket,
      sections: [
        {
          key: 'one',
          heading: 'Ett',
          text: 'Text',
          figures: [],
          charts: [{ ...chart, alt }],
        },
      ],
    })
    expect((await toPdf(report('Staplar.'))).length).toBeGreaterThan(1000)
    for (const set of [toPdf, toDocx]) {
      const refusal = await set(report('  ')).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(PaperRefusal)
      expect(refusal).toMatchObject({
        mendable: true,
        text: { sv: expect.stringContaining(chart.title) },
      })
    }
  })
})

describe('text that looks like an instruction', () => {
  const texts = [
    '#import "x"',
    '#read("/etc/passwd")',
    '$x$ och #pagebreak()',
    '<b>fet</b> & <script>alert(1)</script>',
    '#set page(width: 1pt)',
    '@preview/x:1.0.0 <note-1> ~ -- "citat"',
    '{{namn}} {% om %} \u0024{7*7} \\u{41}',
  ]

  test.each(texts)('is printed as it stands in PDF and Word: %s', async (text) => {
    const report = withText(text)
    const pdf = readPdf(await toPdf(report))
    const word = wordText(readPart(await toDocx(report), 'word/document.xml'))
    expect(pdf.text.split(bare(text)).length).toBeGreaterThanOrEqual(3)
    expect(word.split(bare(text)).length).toBeGreaterThanOrEqual(3)
    expect(pdf.text).not.toContain('root:')
  })

  test('in an address, a table cell and a label stays text', async () => {
    const table = {
      caption: '#cap $y$',
      columns: [{ heading: '#h[1]' }],
      rows: [['#eval("1+1")']],
    }
    const pdf = readPdf(
      await toPdf({
        ...trygghetsverket,
        title: '#t *x*',
        sections: [{ key: 'a', heading: 'A', text: '', figures: [], tables: [table] }],
      }),
    )
    for (const text of ['#cap$y$', '#h[1]', '#eval("1+1")', '#t*x*']) expect(pdf.text).toContain(text)
  })
})

test('a character no bundled typeface has is printed as its code point rather than lost', async () => {
  const pdf = readPdf(await toPdf(withText('Läge 漢 och 😀 i dag')))
  expect(pdf.text).toContain('Läge[U+6F22]och[U+1F600]idag')
})

test('a word longer than any column, and empty parts, do not stop the press', async () => {
  const table = {
    caption: '',
    columns: [{ heading: 'A' }, { heading: 'B' }],
    rows: [['x'.repeat(400)], []],
  }
  const report = {
    ...trygghetsverket,
    notes: '',
    subtitle: '',
    registration: undefined,
    sections: [{ key: 'a', heading: '', text: '', figures: [], tables: [table] }],
  }
  expect(readPdf(await toPdf(report)).pages).toBeGreaterThan(2)
  expect((await toDocx({ ...report, sections: [] })).length).toBeGreaterThan(1000)
})

describe('the report as Word', () => {
  test('is a zip archive with the parts Word needs, each named in the list of contents', async () => {
    const names = readArchive(await standardDocx()).map((file) => file.name)
    for (const name of [
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/numbering.xml',
      'docProps/core.xml',
      'word/charts/chart1.xml',
    ]) {
      expect(names).toContain(name)
    }
  })

  test('knows its language and title, and dates itself by the report', async () => {
    const file = await standardDocx()
    expect(readPart(file, 'word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang w:val="sv-SE"/s)
    const core = readPart(file, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Informationssäkerhet 2023</dc:title>')
    expect(core).toMatch(/<dcterms:created[^>]*>2024-02-12T09:30:00Z</)
    expect(readPart(await toDocx({ ...trygghetsverket, language: 'en' }), 'word/styles.xml')).toContain('w:val="en-GB"')
  })

  test('has every chapter as a real heading, a contents field, page numbers and numbered captions', async () => {
    const file = await standardDocx()
    const document = readPart(file, 'word/document.xml')
    const headings = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs)].map(([xml]) => wordText(xml))
    for (const section of trygghetsverket.sections) expect(headings).toContain(bare(section.heading))
    expect(document).toMatch(/<w:instrText[^>]*>\s*TOC /)
    expect(document).toContain('SEQ Figur')
    expect(document).toContain('SEQ Tabell')
    const footers = readArchive(file).filter((one) => one.name.startsWith('word/footer'))
    expect(footers.map((one) => new TextDecoder().decode(one.content)).join('')).toMatch(/PAGE.*NUMPAGES/s)
  })

  test('has every figure with its definition, and marks the header row of every table', async () => {
    const document = readPart(await standardDocx(), 'word/document.xml')
    const text = wordText(document)
    for (const figure of figures) {
      expect(text).toContain(bare(formatValue(figure.value, figure.unit, 'sv')))
      expect(text).toContain(bare(figure.definition))
    }
    const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([xml]) => xml)
    const facts = tables.shift() ?? ''
    expect(wordText(facts)).toContain('Diarienummer')
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) expect(table).toContain('<w:tblHeader')
  })

  test('describes each chart in words', async () => {
    const document = readPart(await standardDocx(), 'word/document.xml')
    for (const chart of charts) expect(document).toContain(`descr="${chart.alt}"`)
  })

  test('is the same to the byte for the same report, warm or cold', async () => {
    const first = await standardDocx()
    const warm = await toDocx(trygghetsverket)
    await closePress()
    const cold = await toDocx(trygghetsverket)
    expect(Buffer.compare(first, warm)).toBe(0)
    expect(Buffer.compare(first, cold)).toBe(0)
  })
})

describe('the press', () => {
  test('tells how far it has come', async () => {
    const shares: number[] = []
    await toPdf(trygghetsverket, ({ share, doing }) => {
      expect(doing.sv.length).toBeGreaterThan(3)
      shares.push(share)
    })
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.length).toBe(3)
  })

  test('takes several orders at once and is let go when none comes', async () => {
    const { idle } = pressTimes
    try {
      pressTimes.idle = 50
      const [pdf, docx] = await Promise.all([toPdf(withText('ett')), toDocx(withText('två'))])
      expect(readPdf(pdf).text).toContain('ett')
      expect(wordText(readPart(docx, 'word/document.xml'))).toContain('två')
      expect(pressIsWarm()).toBe(true)
      await expect.poll(pressIsWarm, { timeout: 5000 }).toBe(false)
    } finally {
      pressTimes.idle = idle
    }
  })

  test('refuses the orders it held when it is stopped, and takes new ones', async () => {
    const held = toPdf(trygghetsverket).catch((error: unknown) => error)
    await closePress()
    expect(await held).toBeInstanceOf(PaperRefusal)
    expect((await toPdf(withText('igen'))).length).toBeGreaterThan(1000)
  })

  test('does not keep the process that used it from ending', () => {
    const here = fileURLToPath(new URL('.', import.meta.url))
    const script = `import { toPdf } from '${here}paper.ts'; import { trygghetsverket } from '${here}fixture.ts'; console.log((await toPdf(trygghetsverket)).length)`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: here,
      timeout: 20_000,
    })
    expect(Number(printed.toString())).toBeGreaterThan(10_000)
  })
})
