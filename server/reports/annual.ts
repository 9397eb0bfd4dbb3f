import { sql } from 'kysely'
import { areasCompared } from '#areas/assurance/server/assurance.figures.ts'
import { reportText } from '#areas/reporting/report-text.register.ts'
import { annualSections, notBuilt } from '#areas/reporting/server/annual.ts'
import { type AnnualFacts, factsOf } from '#areas/reporting/server/facts.ts'
import { type Pictures, picturesOf } from '#areas/reporting/server/pictures.ts'
import { fillFigures, type UnknownPlaceholder, unknownIn } from '#areas/reporting/server/placeholders.ts'
import type { Telling } from '#areas/reporting/server/telling.ts'
import { genitive, wordingIn } from '#areas/reporting/server/wording.ts'
import { varnaFigures } from '#areas/server/figures.ts'
import { scopesFor } from '#kernel/access/access.ts'
import { addYears, dayIn, endOf } from '#kernel/clocks/clock.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { shapeOf } from '#kernel/fields/field.ts'
import type { Figure, Measured } from '#kernel/figures/figure.ts'
import { askFor, registerOf } from '#kernel/figures/server/ask.ts'
import { measure } from '#kernel/figures/server/measure.ts'
import { rememberCostly } from '#kernel/figures/server/remember.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import { forbidden, problem } from '#kernel/problems/problem.ts'
import type { Actor, Store } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { askerOf } from './figure-ids.ts'
import { formatDate, formatValue } from './paper/format.ts'
import type { Report } from './report.ts'

/** A figure of the report, with what it was counted from. */
export interface AnnualFigure {
  readonly figure: Figure
  readonly value: number | null
  readonly previous: number | null
  readonly total: number
  /** Filled only when the records were asked for. */
  readonly ids: readonly string[]
}

export interface AnnualChapter extends Pictures {
  readonly key: string
  readonly heading: string
  /** The text as it is printed, with the figures put in. */
  readonly text: string
  /** The text as it is written, with `{figure:…}` where figures are to stand. */
  readonly source: string
  /** The text the records give, written the same way. */
  readonly defaultText: string
  readonly edited: boolean
  readonly textId: string | null
  readonly textVersion: number | null
  readonly built: boolean
  readonly why: Text | null
  readonly problems: readonly UnknownPlaceholder[]
  readonly figures: readonly AnnualFigure[]
}

/** The annual report as it stood on a day, in one language. */
export interface AnnualReport {
  readonly authority: string
  readonly title: string
  readonly asOf: string
  readonly previousAsOf: string
  readonly year: number
  readonly language: Language
  readonly madeAt: string
  readonly sections: readonly AnnualChapter[]
}

export interface AnnualQuestion {
  /** The moment the report looks back to; null for now. */
  readonly asOf: Date | null
  readonly language: Language
  /** Whether the identities of the records behind each figure are wanted. */
  readonly records?: boolean
}

/** The trend of training goes back so many years. */
const yearsOfTrend = 2
const completionKey = 'awareness.completion-share'
const figures: readonly Figure[] = [...new Set(annualSections.flatMap((section) => section.figures))].map((key) => {
  const figure = varnaFigures.get(key)
  if (!figure) throw new Error(`The annual report names the figure "${key}", which does not exist`)
  return figure
})

/** Refuses those who do not see the whole: a report counted from a part of the authority would be taken for the whole of it. */
export function mayReadReport(actor: Pick<Actor, 'roles'>): void {
  const scopes = scopesFor(reportText.access, 'read')
  if (actor.roles.some((role) => role === 'system' || scopes[role] === 'all')) return
  throw forbidden({
    sv: 'Årsrapporten räknas ur hela myndighetens register. Din roll ser bara en del av dem, och därför visas rapporten inte.',
    en: 'The annual report is counted from the registers of the whole authority. Your role sees only a part of them, and so the report is not shown.',
  })
}

interface OwnText {
  readonly id: string
  readonly version: number
  readonly section: string
  readonly text: string
}

/** The authority's own texts as they are now: a report on a year is written after it. */
const ownTexts = (services: Services, actor: Actor, year: number, language: Language) =>
  services.store.read(actor, null, (tx) =>
    tx.rows<OwnText>(
      sql`select t.id, t.version, t.section, t.text from report_text t where t.withdrawn_at is null and t.year = ${year} and t.language = ${language}`,
    ),
  )

/** What a choice is called in running text. */
const choiceIn = (services: Services, language: Language) => (register: string, field: string, key: string) => {
  const found = services.catalogue.register(register).fields[field]
  const shape = found ? shapeOf(found) : null
  const label = shape?.kind === 'choice' ? shape.options[key]?.[language] : undefined
  return label ? label.charAt(0).toLowerCase() + label.slice(1) : key
}

/** What is counted for a report: the day itself, the year before, and the year the trend begins. */
type CountedReport = [{ measured: Map<string, Measured>; facts: AnnualFacts }, Map<string, Measured>, Map<string, Measured>]

const remembered = new WeakMap<Store, ReturnType<typeof rememberCostly<CountedReport>>>()

/** The past does not change, so the same report in another form or language need not be counted again at once. Texts are always read anew. */
function rememberedIn(store: Store) {
  const found = remembered.get(store) ?? rememberCostly<CountedReport>()
  remembered.set(store, found)
  return found
}

/** Counts and writes the annual report. It takes a constant number of statements, and reads no more records than it names. */
export async function annualReport(services: Services, actor: Actor, question: AnnualQuestion): Promise<AnnualReport> {
  mayReadReport(actor)
  const { store, clock } = services
  const { language } = question
  const now = clock.now()
  const day = dayIn(question.asOf ?? now)
  const year = Number(day.slice(0, 4))
  const previousDay = addYears(day, -1)
  const asker = (on: string) => askerOf(services, actor.person, on)
  const completion = figures.filter(({ key }) => key === completionKey)

  const measuredOn = (on: string, which: readonly Figure[]) => store.read(actor, endOf(on), (tx) => measure(tx, asker(on), which))
  const count = (): Promise<CountedReport> =>
    Promise.all([
      store.read(actor, question.asOf, async (tx) => {
        const ask = askFor(asker(day))
        const [measured, facts] = await Promise.all([
          measure(tx, asker(day), figures, question.records),
          factsOf(tx, ask, areasCompared(ask)),
        ])
        return { measured, facts }
      }),
      measuredOn(previousDay, figures),
      measuredOn(addYears(day, -yearsOfTrend), completion),
    ])
  const isPast = question.asOf !== null && endOf(day) < now
  const who = JSON.stringify([actor.person, actor.roles, actor.mandates, question.asOf, question.records ?? false])
  const [[present, before, earlier], texts, authority] = await Promise.all([
    isPast ? rememberedIn(store)(who, count) : count(),
    ownTexts(services, actor, year, language),
    services.identity.authority(),
  ])

  const valueIn = (measured: Map<string, Measured>, key: string) => measured.get(key)?.value ?? null
  const name = authority?.name ?? say({ sv: 'Myndigheten', en: 'The authority' }, language)
  const telling: Telling = {
    ...wordingIn(language, { value: formatValue, date: formatDate }),
    facts: present.facts,
    authority: name,
    day,
    year,
    isWholeYear: day.endsWith('-12-31'),
    figure: (key) => ({
      value: valueIn(present.measured, key),
      previous: valueIn(before, key),
      unit: varnaFigures.get(key)?.unit ?? 'count',
    }),
    choice: choiceIn(services, language),
  }
  const series = [
    { day: addYears(day, -yearsOfTrend), value: valueIn(earlier, completionKey) },
    { day: previousDay, value: valueIn(before, completionKey) },
    { day, value: valueIn(present.measured, completionKey) },
  ]
  const inWords = (key: string) => {
    const figure = varnaFigures.get(key)
    return figure ? formatValue(valueIn(present.measured, key), figure.unit, language) : null
  }

  const sections = annualSections.map((section): AnnualChapter => {
    const own = texts.find((text) => text.section === section.key)
    const defaultText = section.text(telling)
    const source = own?.text ?? defaultText
    const counted = section.figures.map((key): AnnualFigure => {
      const figure = varnaFigures.get(key)
      if (!figure) throw new Error(`No figure is called "${key}"`)
      const found = present.measured.get(key)
      return {
        figure,
        value: found?.value ?? null,
        previous: valueIn(before, key),
        total: found?.total ?? 0,
        ids: found?.ids ?? [],
      }
    })
    const built = source.trim() !== '' || counted.some(({ value }) => value !== null)
    return {
      key: section.key,
      heading: say(section.heading, language),
      source,
      text: fillFigures(source, inWords),
      defaultText,
      edited: own !== undefined,
      textId: own?.id ?? null,
      textVersion: own?.version ?? null,
      built,
      why: built ? null : notBuilt,
      problems: unknownIn(source, (key) => varnaFigures.has(key)),
      figures: counted,
      ...picturesOf(section.key, telling, series),
    }
  })
  return {
    authority: name,
    title: say({ sv: `Informationssäkerhet ${year}`, en: `Information security ${year}` }, language),
    asOf: day,
    previousAsOf: previousDay,
    year,
    language,
    madeAt: now.toISOString(),
    sections,
  }
}

/** Refuses to make a file of a report whose texts name figures that do not exist; says where. */
export function refuseUnknownFigures(report: AnnualReport): void {
  const errors = report.sections.flatMap(({ key, heading, problems }) =>
    problems.map(({ message }) => ({
      field: key,
      code: 'unknown-figure',
      message: { sv: `${heading}: ${message.sv}`, en: `${heading}: ${message.en}` },
    })),
  )
  if (errors.length === 0) return
  throw problem({
    status: 422,
    code: 'unknown-figure',
    title: {
      sv: 'Rapporten nämner siffror som inte finns. Ingen fil har gjorts.',
      en: 'The report names figures that do not exist. No file has been made.',
    },
    detail: { sv: errors.map(({ message }) => message.sv).join(' '), en: errors.map(({ message }) => message.en).join(' ') },
    errors,
  })
}

/** Figures that say something on the day or a year before. */
const known = (section: AnnualChapter) => section.figures.filter(({ value, previous }) => value !== null || previous !== null)

/** The report as data, for those who read it with a program. The form is a promise: scripts rest on it. */
export function annualJson(services: Services, report: AnnualReport) {
  refuseUnknownFigures(report)
  return {
    asOf: report.asOf,
    sections: report.sections
      .filter(({ built }) => built)
      .map((section) => ({
        key: section.key,
        heading: section.heading,
        text: section.text,
        figures: section.figures.map(({ figure, value, previous, ids }) => ({
          key: figure.key,
          value,
          unit: figure.unit,
          previous,
          definition: say(figure.definition, report.language),
          records: { register: pathOf(registerOf(services.catalogue, figure.register)), ids },
        })),
      })),
  }
}

const notes = (report: AnnualReport): string =>
  say(
    {
      sv: `Siffrorna är räknade ur ${genitive(report.authority, 'sv')} register som de såg ut den ${formatDate(report.asOf, 'sv')}. Förra årets siffror är räknade på samma sätt ur registren som de såg ut den ${formatDate(report.previousAsOf, 'sv')}, inte ur det som har ändrats sedan dess.

- Andelar är avrundade till hela procent i tryck. Förändringar av andelar anges i procentenheter och är skillnaden mellan de tryckta talen.
- *Uppgift saknas* betyder att det inte fanns något att räkna ur den dagen. Det betyder inte noll.
- Det som rör ett år räknas från och med den 1 januari till och med den dag siffran avser.`,
      en: `The figures are counted from the registers of ${report.authority} as they stood on ${formatDate(report.asOf, 'en')}. Those of the year before are counted in the same way from the registers as they stood on ${formatDate(report.previousAsOf, 'en')}, not from what has been changed since.

- Shares are rounded to whole per cent in print. Changes of shares are given in percentage points and are the difference between the printed numbers.
- *Not known* means that there was nothing to count from on that day. It does not mean zero.
- What concerns a year is counted from 1 January through the day of the figure.`,
    },
    report.language,
  )

/** The report for paper, which says how many records stand behind a figure and not which: sections without data are left out, and figures that say nothing. */
export function annualPaper(services: Services, report: AnnualReport): Report {
  refuseUnknownFigures(report)
  const { language } = report
  return {
    authority: report.authority,
    title: report.title,
    subtitle: say(
      {
        sv: 'Redovisning av myndighetens arbete med informationssäkerhet',
        en: 'Account of the authority’s work with information security',
      },
      language,
    ),
    asOf: report.asOf,
    previousAsOf: report.previousAsOf,
    language,
    madeAt: report.madeAt,
    notes: notes(report),
    sections: report.sections
      .filter(({ built }) => built)
      .map((section) => ({
        key: section.key,
        heading: section.heading,
        text: section.text,
        figures: known(section).map(({ figure, value, previous, total }) => ({
          key: figure.key,
          label: say(figure.label, language),
          value,
          unit: figure.unit,
          previous,
          definition: say(figure.definition, language),
          records: { register: say(registerOf(services.catalogue, figure.register).label.many, language).toLowerCase(), ids: [], total },
        })),
        tables: section.tables,
        charts: section.charts,
      })),
  }
}
