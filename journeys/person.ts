import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'
import { findChromium } from '../tools/ready.mjs'

export type Language = 'sv' | 'en'
export const languages = ['sv', 'en'] as const
/** A story is told in one language; every kind of page is walked through in both (`everywhere.journey.ts`). */
export const inSwedish = ['sv'] as const
export const inEnglish = ['en'] as const

const address = inject('address')

/** A record as the API gives it. */
export interface RecordAnswer {
  readonly id: string
  readonly version: number
  readonly reference: string | null
  readonly [field: string]: unknown
}

/** What a journey reads of an answer, whichever kind it is. */
export interface Answer extends RecordAnswer {
  readonly items: readonly RecordAnswer[]
  readonly total: number
  readonly title: string
  readonly detail: string
  readonly today: string
  readonly person: { readonly id: string; readonly name: string }
}

/** A person of the cast at a screen. */
export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** The words of the page in the person's language. */
  readonly say: (sv: string, en: string) => string
  /** Goes to an address within the product. */
  readonly go: (path: string) => Promise<void>
  /** Asks the API as the same person, for arranging and for looking behind the page. */
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Answer }>
}

export interface At {
  readonly language?: Language
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colourScheme?: 'light' | 'dark'
  readonly forcedColours?: boolean
}

let opened: Promise<Browser> | undefined
const faults: string[] = []
const contexts: BrowserContext[] = []

const openBrowser = () => {
  opened ??= chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  return opened
}

/** Nothing breaks in the page, and nothing is asked of any other machine, whatever a journey is about. */
function listen(page: Page): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // The browser says this of every answer that is not 200, also where the page expects it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) faults.push(`${page.url()} asks ${request.url()}`)
  })
}

afterEach(async (test) => {
  const failed = test.task.result?.state === 'fail'
  if (failed) for (const context of contexts) for (const page of context.pages()) await look(page, `failed-${test.task.name}`)
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  const found = faults.splice(0)
  if (!failed) expect(found, 'what went wrong in the page').toEqual([])
})
afterAll(async () => (await opened)?.close())

/** Someone who has come to the page and not signed in. */
export async function stranger({
  language = 'sv',
  viewport = { width: 1280, height: 800 },
  colourScheme = 'light',
  forcedColours = false,
}: At = {}): Promise<Person> {
  const context = await (await openBrowser()).newContext({
    baseURL: address,
    viewport,
    colorScheme: colourScheme,
    forcedColors: forcedColours ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
  })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  await context.addCookies([{ name: 'varna-lang', value: language, url: address }])
  const page = await context.newPage()
  listen(page)
  return {
    page,
    context,
    language,
    say: (sv, en) => (language === 'sv' ? sv : en),
    go: async (to) => {
      await page.goto(to)
      await settled(page)
    },
    ask: async (method, to, body, headers) => {
      const answer = await context.request.fetch(`/api${to}`, { method, data: body, headers })
      const text = await answer.text()
      return { status: answer.status(), body: /json/.test(answer.headers()['content-type'] ?? '') ? JSON.parse(text) : text }
    },
  }
}

/** A member of the cast, signed in, by the key of the demonstration. */
export async function asPerson(key: string, at: At = {}): Promise<Person> {
  const person = await stranger(at)
  const { status } = await person.ask('POST', '/session', { demo: key })
  expect(status, `sign-in as ${key}`).toBe(204)
  return person
}

/** Waits until the page has its heading and nothing on it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.v-skeleton, [aria-busy="true"]'))
}

let shots = 0

/** Keeps a picture of the page in the folder JOURNEY_PICTURES names, for those who want to see what a journey saw. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.JOURNEY_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  shots += 1
  const file = `${path.basename(expect.getState().testPath ?? '', '.journey.ts')}-${String(shots).padStart(2, '0')}-${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}.png`
  await page.screenshot({ path: path.join(folder, file) }).catch(() => undefined)
}

/** What is required by law: WCAG 2.1 AA. What axe counts as good practice besides is told to those who keep the pictures, not required. */
const required = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const asked = process.env.JOURNEY_PICTURES ? [...required, 'best-practice'] : required

/** Less than half of what the readable one is; it is read by the browser on every page. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Holds the page as it stands, with any open dialogue, against WCAG 2.1 AA. */
export async function expectNoViolations(page: Page, name = 'page'): Promise<void> {
  await settled(page)
  await look(page, name)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const found = await page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => ({ tags: rule.tags, text: `${rule.id}: ${node.target.join(' ')} – ${node.failureSummary ?? rule.help}` })),
    )
  }, asked)
  const broken = found.filter(({ tags }) => tags.some((tag) => required.includes(tag)))
  for (const { text } of found.filter((one) => !broken.includes(one))) console.warn(`${page.url()} (${name}) good practice: ${text}`)
  expect(
    broken.map(({ text }) => text),
    `${page.url()} (${name})`,
  ).toEqual([])
}

/** The page never has to be moved sideways to be read. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120))
  })
  expect(wide.slice(0, 5), `${page.url()} is wider than the window`).toEqual([])
}

/** Types a day part by part into a date field, as from the keyboard. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const parts: Record<string, string> = { year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) }
  for (const [type, digits] of Object.entries(parts)) {
    await field.locator(`[role=spinbutton][data-type=${type}]`).focus()
    await field.page().keyboard.type(digits)
  }
}

/** Today as the server has it, and days counted from it. */
export async function today(person: Person, add = 0): Promise<string> {
  const { body } = await person.ask('GET', '/session')
  const day = new Date(`${body.today}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + add)
  return day.toISOString().slice(0, 10)
}

/** Makes a record through the API, so that a journey does not depend on what the demonstration happens to hold. */
export async function make(person: Person, register: string, fields: Record<string, unknown>): Promise<RecordAnswer> {
  const { status, body } = await person.ask('POST', `/${register}`, fields)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

/** Takes a record a step on through the API. */
export async function move(
  person: Person,
  register: string,
  record: { id: string; version: number },
  name: string,
  body: object = {},
): Promise<{ id: string; version: number }> {
  const answer = await person.ask('POST', `/${register}/${record.id}/moves/${name}`, body, { 'if-match': `"${record.version}"` })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** The first record a question finds. */
export async function find(person: Person, question: string): Promise<RecordAnswer> {
  const { body } = await person.ask('GET', `/${question}${question.includes('?') ? '&' : '?'}limit=1`)
  const [first] = body.items
  if (!first) throw new Error(`Nothing answers to ${question}`)
  return first
}
