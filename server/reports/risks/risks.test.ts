import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleRiskMethod } from '#areas/risk/risk-method.content.ts'
import { type Hands, handsOn } from '#database/hands.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { actorWith, samplesIn } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { readSheet } from '#kernel/exchange/spreadsheet.ts'
import { closePress } from '../paper/paper.ts'
import { readPart, readPdf, wordText } from '../paper/reading.ts'

const today = dayIn(new Date())
let bed: TestBed
let http: HttpBed
let hands: Hands
let director: Browser
let head: Browser
const made: Record<string, string> = {}
const bare = (text: string): string => text.replace(/\s/gu, '')

/** Keeps a file for those who want to see it. */
const keep = (name: string, bytes: Uint8Array) => {
  const folder = process.env.VARNA_TEST_PAPERS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), bytes)
}

beforeAll(async () => {
  bed = await testBed()
  const samples = await samplesIn(bed)
  http = await httpBed(bed, undefined, samples)
  hands = handsOn(bed, samples)
  await bed.asOwner(`insert into {live}.authority (name) values ('Trygghetsverket')`)
  made.top = http.unit
  const unit = async (name: string) => (await hands.make('unit', { name, kind: 'department', parent: made.top })).id
  made.benefits = await unit('Förmåner')
  made.other = await unit('Kommunikation')
  director = await http.signIn('Greta General', ['director-general'], made.top)
  head = await http.signIn('Hedda Avdelning', ['manager', 'department-head'], made.benefits)
  const owner = await http.signIn('Olle Ägare', ['risk-owner'], made.benefits)
  const method = await hands.make('riskMethod', { name: 'Metoden', content: exampleRiskMethod })
  await hands.move('riskMethod', method.id, 'decide', { validFrom: today })
  const risk = async (title: string, given: Record<string, unknown> = {}) =>
    (
      await hands.make('risk', {
        title,
        kind: 'operations',
        unit: made.benefits,
        owner: owner.person,
        consequence: 4,
        likelihood: 4,
        ...given,
      })
    ).id
  made.grave = await risk('Utbetalningarna stannar', {
    cause: 'Att driften bara har ett ställe',
    event: 'driftstället slås ut',
    effect: 'Pengar når inte dem som väntar. = SUM(A1) #evil[]',
    targetConsequence: 4,
    targetLikelihood: 1,
  })
  await hands.make('riskOption', {
    risk: made.grave,
    name: 'Bygg ett andra driftställe',
    response: 'reduce',
    costOnce: 4_000_000,
    costYearly: 500_000,
    consequence: 4,
    likelihood: 1,
    proposed: true,
  })
  await hands.make('action', {
    title: 'Flytta reservdriften',
    source: 'risk',
    unit: made.benefits,
    owner: owner.person,
    due: addDays(today, -3),
    costEstimated: 250_000,
    risks: [made.grave],
  })
  await hands.move('risk', made.grave, 'analyse')
  await hands.move('risk', made.grave, 'raise', {}, actorWith(['employee', 'department-head'], made.benefits ?? '', head.person))
  made.small = await risk('Felskickade brev', { consequence: 2, likelihood: 2 })
  const marking = { provision: '18 kap. 8 § 3 OSL', markedOn: today, authority: 'Trygghetsverket' }
  made.secret = await risk('Den hemliga risken', { marking, unit: made.other, consequence: 3, likelihood: 3 })
}, 180_000)
afterAll(async () => {
  await closePress()
  await http.close()
})

interface Line {
  readonly progress?: number
  readonly url?: string
  readonly name?: string
  readonly error?: { readonly status: number; readonly title: string }
}

/** Has a report made, as the page does, and fetches it. */
async function report(by: Browser, wish: Record<string, unknown>) {
  const answer = await by.ask('POST', '/api/reports/risks/files', { lang: 'sv', format: 'pdf', ...wish })
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const last = lines.at(-1)
  const file = last?.url ? await by.ask('GET', last.url) : null
  if (file) keep(last?.name ?? 'rapport', file.bytes)
  return { status: answer.status, lines, error: last?.error ?? null, name: last?.name ?? null, bytes: file?.bytes ?? Buffer.alloc(0) }
}

test('the director-general is told on two pages of what is serious, what waits for a decision and what is proposed', async () => {
  const { bytes, name, lines } = await report(director, { kind: 'director' })
  expect(lines.length).toBeGreaterThan(3)
  expect(name).toBe(`Risker till generaldirektören ${today}.pdf`)
  const { raw, text, pages, alts } = readPdf(bytes)
  expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(raw).toMatch(/\/Lang \(sv-SE\)/)
  expect(raw).toMatch(/\/S \/TH\b/)
  expect(pages).toBeLessThanOrEqual(2)
  expect(alts.join(' ')).toContain('Konsekvens allvarlig och sannolikhet mycket trolig: en')
  for (const words of [
    'har tre öppna risker, varav en allvarlig',
    'Generaldirektören behöver besluta om en risk.',
    'På grund av att driften bara har ett ställe kan det hända att driftstället slås ut, vilket leder till',
    '= SUM(A1) #evil[]',
    'Minska: Bygg ett andra',
    'Flytta reservdriften, försenad sedan',
    '16 Mycket hög',
    'Innehåller uppgifter med sekretessmarkering: 18 kap. 8 § 3 OSL.',
    'Visar det som Greta General har rätt att läsa.',
  ])
    expect(text).toContain(bare(words))
  const [log] = await bed.asOwner<{ many: number }>(
    `select count(*)::integer as many from {live}.access_log where event = 'secret-read' and record = $1 and person = $2`,
    [made.secret, director.person],
  )
  expect(log?.many).toBe(1)
}, 60_000)

test('the risk function is told of every open risk, by the parts of the ordinance, also as a sheet', async () => {
  const { bytes } = await report(director, { kind: 'function', format: 'docx' })
  const body = readPart(bytes, 'word/document.xml')
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
  expect(body).toContain('<w:tblHeader/>')
  for (const words of [
    'Riskanalys (3 §)',
    'Åtgärder (4 §)',
    'Iakttagelser från granskning (5 §)',
    'förordningen (2007:603)',
    'Den hemliga risken',
    'Felskickade brev',
  ])
    expect(wordText(body)).toContain(bare(words))
  const sheet = await readSheet((await report(director, { kind: 'function', format: 'xlsx', lang: 'en' })).bytes, 'risks.xlsx')
  expect(sheet.header.slice(0, 2)).toEqual(['Reference', 'Risk'])
  expect(sheet.rows.map((row) => row[1])).toEqual(['Utbetalningarna stannar', 'Den hemliga risken', 'Felskickade brev'])
}, 60_000)

describe('the risks of a unit', () => {
  test('are those of the unit and below, in the language asked for', async () => {
    const { bytes } = await report(director, { kind: 'unit', about: made.benefits, lang: 'en' })
    const { raw, text } = readPdf(bytes)
    expect(raw).toMatch(/\/Lang \(en-GB\)/)
    expect(text).toContain(bare('Förmåner has two open risks.'))
    expect(text).toContain('Felskickadebrev')
    expect(text).not.toContain('hemliga')
    expect(readPdf((await report(director, { kind: 'unit', about: made.top })).bytes).text).toContain('Denhemligarisken')
  }, 60_000)

  test('are no more than the reader may see, neither by name nor by number', async () => {
    const { bytes } = await report(head, { kind: 'unit', about: made.top })
    const { text } = readPdf(bytes)
    expect(text).toContain(bare('har två öppna risker'))
    expect(text).toContain('Utbetalningarnastannar')
    expect(text).not.toContain('hemliga')
    expect(text).not.toContain('sekretessmarkering')
  }, 60_000)
})

test('what is counted from the whole is not made for one who sees a part', async () => {
  for (const kind of ['director', 'function']) expect((await report(head, { kind })).error).toMatchObject({ status: 403 })
  expect((await report(director, { kind: 'unit', about: made.top, format: 'xlsx' })).error).toMatchObject({ status: 400 })
  expect((await report(director, { kind: 'director', format: 'exe' })).status).toBe(400)
})

describe('a risk on a page', () => {
  test('has all that is needed to decide: the sentence, the rule, the options and the story', async () => {
    const answer = await director.ask('GET', `/api/risks/${made.grave}/report?lang=sv`)
    keep('risk.pdf', answer.bytes)
    expect(answer.headers['content-type']).toBe('application/pdf')
    const { text, pages } = readPdf(answer.bytes)
    expect(pages).toBe(1)
    for (const words of [
      'Den som skulle besluta har lyft risken: generaldirektören beslutar',
      'Bygg ett andra driftställe (förordas)',
      'Lyft risken till nästa nivå',
      'Hedda Avdelning',
    ])
      expect(text).toContain(bare(words))
    expect((await director.ask('GET', `/api/risks/${made.grave}/report?format=docx`)).bytes.subarray(0, 2).toString()).toBe('PK')
  }, 60_000)

  test('does not exist for one who may not read it', async () => {
    expect((await head.ask('GET', `/api/risks/${made.grave}/report`)).status).toBe(200)
    expect((await head.ask('GET', `/api/risks/${made.secret}/report`)).status).toBe(404)
    expect((await http.stranger('GET', `/api/risks/${made.grave}/report`)).status).toBe(401)
    expect((await director.ask('GET', `/api/risks/${made.grave}/report?asOf=${addDays(today, -1)}`)).status).toBe(404)
  }, 60_000)
})
