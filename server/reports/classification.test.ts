import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextYear, type Story, story } from '#database/classification-story.ts'
import { type HttpBed, httpBed } from '#database/http-bed.ts'
import { actorWith } from '#database/samples.ts'
import { today } from '#database/today.ts'
import { addDays, endOf, systemClock } from '#kernel/clocks/clock.ts'
import { asSystem } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { classificationReport } from './classification.ts'
import { makeClassification } from './classification-files.ts'
import { closePress } from './paper/paper.ts'
import { readPart, readPdf, wordText } from './paper/reading.ts'

let s: Story
let http: HttpBed
let services: Services
const made: Record<string, string> = {}
const everything = asSystem('tries the report')
const bare = (text: string): string => text.replace(/\s/gu, '')

/** Keeps a file for those who want to see it. */
const keep = (name: string, bytes: Uint8Array) => {
  const folder = process.env.VARNA_TEST_PAPERS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), bytes)
}

beforeAll(async () => {
  s = await story()
  http = await httpBed(s.bed, systemClock, s.samples)
  services = {
    catalogue: s.bed.catalogue,
    store: s.bed.store,
    clock: { now: () => new Date() },
    identity: { authority: async () => ({ name: 'Trygghetsverket', demonstration: false }) } as Services['identity'],
    effects: s.bed.effects,
    announce: () => undefined,
    loopback: true,
    metricsToken: null,
    url: 'https://varna.example',
    mails: false,
  }
  const { person } = await s.person(['employee', 'manager'], s.unit, { name: 'Mona Medverkande' })
  made.system = (await s.make('system', { name: 'Handläggningsstödet', unit: s.unit, central: true })).id
  made.asset = (
    await s.make('informationAsset', {
      name: 'Ansökningar om garantipension',
      description: 'Ansökningar, underlag och kommunicering.\nFör alla som söker.',
      unit: s.unit,
      owner: s.owner.person,
      systems: [made.system],
    })
  ).id
  const marking = { provision: '18 kap. 8 § 3 OSL', markedOn: '2024-01-15', authority: 'Trygghetsverket' }
  made.id = await s.valued(made.asset, { confidentiality: 3, integrity: 2, availability: 3 }, { participants: [person], marking })
  const [cell] = await s.bed.asOwner<{ id: string }>(
    `select id from {live}.valuation where classification = $1 and aspect = 'confidentiality' and category = 'mission'`,
    [made.id],
  )
  await s.change('valuation', cell?.id ?? '', { reason: 'Uppgifterna omfattas av sekretess.\n= SUM(A1) #evil[]' })
  const assess = async (measure: string, values: Record<string, unknown>) =>
    (await s.make('measureAssessment', { measure: s.measures[measure], system: made.system, ...values })).id
  made.treated = await assess('SÅ-01', { status: 'partly', severity: 3, reason: 'Bara för vissa roller' })
  made.accepted = await assess('SÅ-02', { status: 'missing', severity: 1, reason: 'Byts ut nästa år' })
  await assess('SÅ-03', { status: 'inPlace' })
  await s.move('measureAssessment', made.accepted, 'accept', { acceptedUntil: nextYear })
  await s.make('assignment', { person: s.owner.person, role: 'information-owner', unit: s.unit, validFrom: today })
  made.risk = (
    await s.make('risk', {
      title: 'Obehörig läser ansökningar',
      kind: 'classification',
      unit: s.unit,
      owner: s.owner.person,
      consequence: 3,
      likelihood: 2,
      classification: made.id,
    })
  ).id
  made.action = (
    await s.make('action', {
      title: 'Inför tvåfaktorsinloggning',
      source: 'classification',
      unit: s.unit,
      owner: s.owner.person,
      due: nextYear,
      costEstimated: 250_000,
      gaps: [made.treated],
      risks: [made.risk],
      classification: made.id,
    })
  ).id
  made.second = (
    await s.make('action', {
      title: 'Gå igenom behörigheter',
      source: 'classification',
      unit: s.unit,
      owner: s.owner.person,
      costEstimated: 40_000,
      risks: [made.risk],
    })
  ).id
  await s.move('classification', made.id, 'propose', {}, actorWith(['employee', 'manager'], s.unit, person))
  await s.move('classification', made.id, 'decide', {}, s.owner)
}, 180_000)
afterAll(async () => {
  await closePress()
  await http.close()
})

const question = (language: 'sv' | 'en' = 'sv', asOf: Date | null = null) => ({ id: made.id ?? '', asOf, language })

describe('the report of a classification', () => {
  test('tells what, why, by which model, and each aspect with the worst consequence and its reason', async () => {
    const report = await classificationReport(services, everything, question())
    expect(report).toMatchObject({
      asOf: today,
      name: 'Ansökningar om garantipension',
      state: { key: 'decided' },
      occasion: 'Ny information',
      model: { label: 'Modellen', validFrom: today },
      level: { level: 3, name: 'Nivå 3' },
      participants: [{ label: 'Mona Medverkande' }],
      reviewBy: nextYear,
      marking: { provision: '18 kap. 8 § 3 OSL' },
    })
    expect(report.values).toEqual([
      expect.objectContaining({
        aspect: 'confidentiality',
        level: { level: 3, name: 'Nivå 3' },
        category: 'Uppdraget',
        reason: expect.stringContaining('sekretess'),
      }),
      expect.objectContaining({ aspect: 'integrity', level: { level: 2, name: 'Nivå 2' }, category: 'Uppdraget', reason: null }),
      expect.objectContaining({ aspect: 'availability', level: { level: 3, name: 'Nivå 3' } }),
    ])
  })

  test('tells for each carrier what it needs and lacks, and how every gap is handled', async () => {
    const report = await classificationReport(services, everything, question())
    expect(report.carriers).toEqual([
      expect.objectContaining({
        carrier: expect.objectContaining({ label: 'Handläggningsstödet' }),
        need: { confidentiality: 3, integrity: 2, availability: 3, traceability: null },
        central: true,
        required: 3,
        met: 1,
        gaps: { open: 0, treated: 1, accepted: 1 },
      }),
    ])
    expect(report.gapsBySeverity).toEqual([
      { severity: 3, label: 'Betydande', open: 0, treated: 1, accepted: 0 },
      { severity: 1, label: 'Försumbar', open: 0, treated: 0, accepted: 1 },
    ])
    expect(report.gaps.find(({ id }) => id === made.treated)).toMatchObject({ standing: 'treated', actions: [{ id: made.action }] })
    expect(report.gaps.find(({ id }) => id === made.accepted)).toMatchObject({ standing: 'accepted', acceptedUntil: nextYear })
    expect(report.risks).toEqual([expect.objectContaining({ id: made.risk, owner: expect.any(String) })])
    expect(report.actions.map(({ id, cost }) => [id, cost])).toEqual(
      expect.arrayContaining([
        [made.action, 250_000],
        [made.second, 40_000],
      ]),
    )
  })

  test('tells who decided, who submitted it, and that it took two', async () => {
    const { decision } = await classificationReport(services, everything, question())
    expect(decision).toEqual({
      decidedOn: today,
      by: expect.stringContaining('Prov'),
      proposedBy: 'Mona Medverkande',
      reason: 'Prov',
      fourEyes: true,
      brought: false,
    })
  })

  test('is of the day asked for: what was not yet there then does not exist', async () => {
    await expect(classificationReport(services, everything, question('sv', endOf(addDays(today, -1))))).rejects.toMatchObject({
      problem: { status: 404 },
    })
    const [decided] = await s.bed.asOwner<{ at: Date }>(
      `select min(changed_at) as at from {history}.classification where id = $1 and state = 'decided'`,
      [made.id],
    )
    const before = new Date((decided?.at.getTime() ?? 0) - 1)
    const earlier = await classificationReport(services, everything, question('sv', before))
    expect(earlier).toMatchObject({ state: { key: 'proposed' }, decision: { decidedOn: null, by: null, proposedBy: 'Mona Medverkande' } })
  })
})

describe('on paper', () => {
  test('is one page of PDF/UA-1, tagged, in the language, with its secrecy on it', async () => {
    const { bytes, name } = await makeClassification(services, everything, question(), 'pdf')
    keep('klassning.pdf', bytes)
    const { raw, text, pages } = readPdf(bytes)
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toMatch(/\/Lang \(sv-SE\)/)
    expect(raw).toContain('/StructTreeRoot')
    expect(raw).toMatch(/\/MarkInfo <<\s*\/Marked true/)
    expect(raw).toContain('/DisplayDocTitle true')
    expect(raw).toMatch(/\/S \/TH\b/)
    expect(raw).toMatch(/\/S \/H1\b/)
    expect(raw).toMatch(/\/S \/H2\b/)
    expect(pages).toBe(1)
    for (const words of [
      'Ansökningar om garantipension',
      'Sekretess: 18 kap. 8 § 3 OSL.',
      'Uppgifterna omfattas av sekretess.',
      '= SUM(A1) #evil[]',
      'Handläggningsstödet',
      'Obehörig läser ansökningar',
      'Inför tvåfaktorsinloggning',
      `Accepterad till ${nextYear}`,
      'Klassningen lämnades för beslut av Mona Medverkande.',
      'Sida 1 (1)',
      'Trygghetsverket',
    ])
      expect(text).toContain(bare(words))
    expect(text).toMatch(/250.?000/u)
    expect(name).toMatch(/^Klassning KL-\d{4}-\d{4} Ansökningar om garantipension \d{4}-\d\d-\d\d\.pdf$/)
  }, 60_000)

  test('is in English when asked for so', async () => {
    const { bytes } = await makeClassification(services, everything, question('en'), 'pdf')
    keep('classification.pdf', bytes)
    const { raw, text } = readPdf(bytes)
    expect(raw).toMatch(/\/Lang \(en-GB\)/)
    expect(text).toContain(bare('Need of protection'))
    expect(text).toContain(bare('Page 1 (1)'))
    expect(text).not.toContain('Åtgärderpåplats')
  }, 60_000)

  test('is a Word document with real headings and tables, to go on editing', async () => {
    const { bytes } = await makeClassification(services, everything, question(), 'docx')
    keep('klassning.docx', bytes)
    const body = readPart(bytes, 'word/document.xml')
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(6)
    expect(body).toContain('<w:tblHeader/>')
    const text = wordText(body)
    for (const words of ['Ansökningar om garantipension', '= SUM(A1) #evil[]', 'Inför tvåfaktorsinloggning', 'Betydande'])
      expect(text).toContain(bare(words))
    const header = readPart(bytes, 'word/header1.xml')
    expect(wordText(header)).toContain(bare('Sekretess: 18 kap. 8 § 3 OSL.'))
    expect(readPart(bytes, 'word/styles.xml')).toContain('sv-SE')
  }, 60_000)

  test('is the same to the byte for the same report', async () => {
    const fixed: Services = { ...services, clock: { now: () => new Date('2030-01-01T09:00:00Z') } }
    for (const format of ['pdf', 'docx'] as const) {
      const [one, other] = [
        await makeClassification(fixed, everything, question(), format),
        await makeClassification(fixed, everything, question(), format),
      ]
      expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
    }
  }, 60_000)
})

describe('the address of the report', () => {
  test('gives data, PDF and Word to one who may read the classification', async () => {
    const ciso = await http.signIn('Cecilia Ciso', ['ciso'], s.unit)
    const url = `/api/classifications/${made.id}/report`
    const json = await ciso.ask('GET', url)
    expect([json.status, json.json().name]).toEqual([200, 'Ansökningar om garantipension'])
    const pdf = await ciso.ask('GET', `${url}?format=pdf&lang=en`)
    expect([pdf.status, pdf.headers['content-type'], pdf.bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    expect(String(pdf.headers['content-disposition'])).toContain('attachment; filename="Classification KL-')
    expect((await ciso.ask('GET', `${url}?format=docx`)).bytes.subarray(0, 2).toString()).toBe('PK')
    expect((await ciso.ask('GET', `${url}?format=exe`)).status).toBe(400)
    expect((await ciso.ask('GET', `${url}?asOf=2999-01-01`)).status).toBe(400)
  }, 60_000)

  test('does not exist for one who may not read it, and the reading of what is secret is noted', async () => {
    const url = `/api/classifications/${made.id}/report`
    const stranger = await http.signIn('Ulla Utanför', ['information-owner'])
    expect((await stranger.ask('GET', url)).status).toBe(404)
    expect((await http.stranger('GET', url)).status).toBe(401)
    const [log] = await s.bed.asOwner<{ many: number }>(
      `select count(*)::integer as many from {live}.access_log where event = 'secret-read' and record = $1`,
      [made.id],
    )
    expect(log?.many).toBeGreaterThanOrEqual(3)
  })

  test('leaves out what the reader may not see behind the classification', async () => {
    const participant = await http.signIn('Petra Inköp', ['procurement'], s.unit)
    await s.make('classification', { asset: made.asset, model: s.model, unit: s.unit, owner: s.owner.person, occasion: 'review' }, s.owner)
    const [open] = (await participant.ask('GET', '/api/classifications?state=underway')).json().items as { id: string }[]
    const all = await classificationReport(services, everything, { ...question(), id: open?.id ?? '' })
    const seen = (await participant.ask('GET', `/api/classifications/${open?.id}/report`)).json() as unknown as typeof all
    expect(all.actions.length).toBeGreaterThan(0)
    expect(seen).toMatchObject({ name: 'Ansökningar om garantipension', actions: [], madeFor: 'Petra Inköp' })
  })
})
