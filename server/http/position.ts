import type { FastifyInstance } from 'fastify'
import { varnaFigures, varnaMatters } from '#areas/server/figures.ts'
import type { Role } from '#kernel/access/roles.ts'
import { addYears, dayIn, endOf } from '#kernel/clocks/clock.ts'
import { shownLevel, shownState } from '#kernel/definition/shown.ts'
import type { Figure, Matter, Measured } from '#kernel/figures/figure.ts'
import { registerOf } from '#kernel/figures/server/ask.ts'
import { type Counted, countMatters, measure } from '#kernel/figures/server/measure.ts'
import { rememberCostly } from '#kernel/figures/server/remember.ts'
import { counted, fill, type Text } from '#kernel/language/text.ts'
import { notFound } from '#kernel/problems/problem.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import { askerOf } from '../reports/figure-ids.ts'
import type { Services } from '../services.ts'
import { asOfIn, signedIn } from './requests.ts'
import { type Serious, seriousNow } from './serious.ts'

/** The few figures each role is shown, by the role that weighs most for a person with several. */
const figuresOf: readonly (readonly [Role, readonly string[]])[] = [
  [
    'director-general',
    ['awareness.completion-share', 'security-risks.open', 'management-and-development.actions-overdue', 'evaluation.level'],
  ],
  [
    'ciso',
    [
      'awareness.completion-share',
      'management-system.information-classified-share',
      'management-and-development.actions-overdue',
      'incidents.days-to-review',
    ],
  ],
  [
    'head-of-security',
    ['security-risks.open-by-level.very-high', 'security-risks.open-by-level.high', 'incidents.serious', 'awareness.completion-share'],
  ],
  [
    'risk-function',
    ['security-risks.open', 'security-risks.awaiting-decision', 'security-risks.decisions-overdue', 'security-risks.analyses-made'],
  ],
  [
    'internal-audit',
    [
      'management-system.requirements-fulfilled-share',
      'management-system.documents-overdue-review',
      'management-and-development.actions-overdue',
      'evaluation.level',
    ],
  ],
  [
    'department-head',
    ['awareness.completion-share', 'security-risks.open', 'management-and-development.actions-overdue', 'incidents.reported'],
  ],
  ['dpo', ['incidents.reported', 'incidents.days-to-review', 'awareness.completion-share']],
  ['preparedness', ['preparedness.plans-tested-share', 'preparedness.exercises-held', 'management-and-development.actions-overdue']],
  ['manager', ['awareness.completion-share', 'management-and-development.actions-overdue', 'security-risks.open']],
  ['risk-owner', ['security-risks.open', 'security-risks.awaiting-decision', 'management-and-development.actions-overdue']],
  ['information-owner', ['management-system.information-classified-share', 'management-system.classifications-reviewed-share']],
  ['system-owner', ['management-and-development.actions-overdue']],
]

/** The figures a person is shown. */
export function figuresFor(actor: Pick<Actor, 'roles'>): Figure[] {
  const keys = figuresOf.find(([role]) => actor.roles.includes(role))?.[1] ?? []
  return keys.flatMap((key) => varnaFigures.get(key) ?? [])
}

/** How many years back the trend goes; its points are the same day of each year, so that they can be compared. */
const yearsOfTrend = 3

/** A number of days as part of a sentence. */
const daysInWords = (days: number): Text =>
  days <= 0
    ? { sv: 'i dag', en: 'less than a day' }
    : { sv: days === 1 ? '1 dag' : `${days} dagar`, en: days === 1 ? '1 day' : `${days} days` }

/** A matter as a sentence that keeps `{count}` for the link, and the list that shows its records. */
export function sentence(matter: Matter, { count, days }: Counted) {
  const words = counted(count, matter.one, matter.many)
  const waited = daysInWords(days)
  const text: Text = { sv: `${fill(words, { days: waited.sv }).sv}.`, en: `${fill(words, { days: waited.en }).en}.` }
  return {
    text,
    count,
    register: matter.register,
    query: new URLSearchParams({ ...matter.conditions, figure: matter.key }).toString().replaceAll('%2C', ',').replaceAll('%3A', ':'),
  }
}

type Measurer = (asOf: Date | null, today: string) => Promise<Map<string, Measured>>

/** Figures with their value a year before and the years before that; each point is the same question as of another day. */
async function withTrend(figures: readonly Figure[], asOf: Date | null, today: string, measureOn: Measurer) {
  const days = Array.from({ length: yearsOfTrend }, (_, index) => addYears(today, index - yearsOfTrend))
  const points = await Promise.all([...days.map((day) => measureOn(endOf(day), day)), measureOn(asOf, today)])
  const valueAt = (key: string, index: number) => points[index]?.get(key)?.value ?? null
  return figures.map((figure) => ({
    key: figure.key,
    label: figure.label,
    value: valueAt(figure.key, yearsOfTrend),
    unit: figure.unit,
    previous: valueAt(figure.key, yearsOfTrend - 1),
    definition: figure.definition,
    better: figure.better,
    trend: [...days, today].map((day, index) => ({ asOf: day, value: valueAt(figure.key, index) })),
    register: figure.register,
    built: true,
  }))
}

/** Who asks, in the key of a remembered answer: answers are narrowed by access. */
const identityOf = (actor: Actor) => JSON.stringify([actor.person, actor.roles, actor.mandates])

/** `GET /api/position`: what waits for a decision, what is most serious, what is late, and whether it goes the right way, for the one who asks. */
export const positionRoutes = (services: Services) => async (app: FastifyInstance) => {
  const rememberFigures = rememberCostly<Map<string, Measured>>()
  const rememberMatters = rememberCostly<Map<string, Counted>>()
  const rememberSerious = rememberCostly<Serious[]>()
  const { store, clock, catalogue } = services
  const matters = [...varnaMatters.values()]

  app.get('/api/position', { schema: { tags: ['Position'], summary: 'What matters now to the one who asks' } }, async (request) => {
    const { actor } = signedIn(request)
    const asOf = asOfIn(request, clock)
    const today = dayIn(asOf ?? clock.now())
    const who = identityOf(actor)
    const question = `${who} ${asOf?.toISOString() ?? 'now'} ${today}`
    const figures = figuresFor(actor)
    const reading = <T>(moment: Date | null, work: (tx: Transaction) => Promise<T>) => store.read(actor, moment, work)

    const measureOn: Measurer = (moment, day) =>
      figures.length === 0
        ? Promise.resolve(new Map())
        : rememberFigures(`${who} ${moment?.toISOString() ?? 'now'} ${day}`, () =>
            reading(moment, (tx) => measure(tx, askerOf(services, actor.person, day), figures)),
          )

    const [waiting, serious, shown] = await Promise.all([
      rememberMatters(question, () => reading(asOf, (tx) => countMatters(tx, askerOf(services, actor.person, today), matters))),
      rememberSerious(question, () => reading(asOf, (tx) => seriousNow(tx, today))),
      withTrend(figures, asOf, today, measureOn),
    ])
    const said = (kind: Matter['kind']) =>
      matters.flatMap((matter) => {
        const found = waiting.get(matter.key)
        return matter.kind === kind && found && found.count > 0 ? [sentence(matter, found)] : []
      })
    const worst = serious.map((record) => {
      const register = registerOf(catalogue, record.register)
      return { ...record, shownState: shownState(register, record.state), shownLevel: shownLevel(register, record.level) }
    })
    return { today, decide: said('decide'), serious: worst, late: said('late'), figures: shown }
  })

  app.get(
    '/api/figures/:key',
    { schema: { tags: ['Position'], summary: 'One figure, or one sentence of the position, on a day' } },
    async (request) => {
      const { actor } = signedIn(request)
      const asOf = asOfIn(request, clock)
      const today = dayIn(asOf ?? clock.now())
      const { key } = request.params as { key: string }
      const asker = askerOf(services, actor.person, today)
      const figure = varnaFigures.get(key)
      if (figure) {
        const found = await store.read(actor, asOf, (tx) => measure(tx, asker, [figure]))
        const { label, unit, better, definition, register } = figure
        return { key, label, unit, better, definition, register, value: found.get(key)?.value ?? null, total: found.get(key)?.total ?? 0 }
      }
      const matter = varnaMatters.get(key)
      if (!matter) throw notFound()
      const found = (await store.read(actor, asOf, (tx) => countMatters(tx, asker, [matter]))).get(key) ?? { count: 0, days: 0 }
      const { text, count, register } = sentence(matter, found)
      return { key, label: fill(text, { count }), unit: 'count', better: 'lower', definition: null, register, value: count, total: count }
    },
  )
}
