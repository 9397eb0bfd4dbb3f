import type { FastifyInstance, FastifyRequest } from 'fastify'
import { analysisOf, precedentsOf } from '#areas/information/server/analysis.ts'
import { carryingAround, furthest, mapped } from '#areas/information/server/carrying.ts'
import { impactOf } from '#areas/information/server/impact.ts'
import { standingOf } from '#areas/information/server/standing.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { record } from '#kernel/store/read.ts'
import type { Services } from '../services.ts'
import { asOfIn, idIn, languageOf, one, signedIn } from './requests.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** How many steps to go, as the address says. */
function steps(request: FastifyRequest, name: 'up' | 'down'): number {
  const given = one(request, name)
  if (given === undefined || given === '') return furthest
  const value = Number(given)
  if (Number.isInteger(value) && value >= 0 && value <= furthest) return value
  throw invalid([
    { field: name, code: 'steps', message: { sv: `Ange ett tal från 0 till ${furthest}.`, en: `Give a number from 0 to ${furthest}.` } },
  ])
}

const asOfParameter = { asOf: { type: 'string', description: 'A day or a moment to look back to' } }
const langParameter = { lang: { type: 'string', enum: ['sv', 'en'] } }

/** What the pages of information classification ask beyond the registers. Everything is read as the one who asks; all writing goes through the registers. */
export const classificationRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, catalogue, clock } = services
  const tags = ['Information classification']

  const reading = <T>(request: FastifyRequest, work: (tx: Transaction, today: string, past: boolean) => Promise<T>): Promise<T> => {
    const { actor } = signedIn(request)
    const asOf = asOfIn(request, clock)
    return store.read(actor, asOf, (tx) => work(tx, dayIn(asOf ?? clock.now()), asOf !== null))
  }
  const found = <T>(answer: T | null): T => {
    if (answer === null) throw notFound()
    return answer
  }

  app.get(
    '/api/classifications/:id/analysis',
    {
      schema: {
        tags,
        summary: 'What a classification requires, what is lacking, which risks that gives, and what is left before a decision',
        description:
          'The measures the model requires of each system that holds the information, with how they stand there; proposed risks from gaps and threats, with what became of them; and what is left, counted over everything.',
        querystring: { type: 'object', properties: { ...asOfParameter, ...langParameter } },
      },
    },
    async (request) =>
      found(
        await reading(request, (tx, today, past) =>
          analysisOf(tx, catalogue, idIn(request), { today, language: languageOf(request), past }),
        ),
      ),
  )

  app.get(
    '/api/classifications/:id/precedents',
    {
      schema: {
        tags,
        summary: 'Decided classifications of information like this, the most alike first',
        querystring: { type: 'object', properties: asOfParameter },
      },
    },
    async (request) => found(await reading(request, (tx) => precedentsOf(tx, idIn(request)))),
  )

  app.get(
    '/api/classification-models/:id/impact',
    {
      schema: {
        tags,
        summary: 'What would follow if the model were decided today',
        description:
          'Classifications that change level, systems that change need, and gaps that come or go. Lists hold at most 200; counts are of all. Nothing is written.',
      },
    },
    async (request) => found(await reading(request, (tx) => impactOf(tx, idIn(request)))),
  )

  app.get(
    '/api/carrying',
    {
      schema: {
        tags,
        summary: 'What carries what: processes, information, systems and suppliers',
        description:
          'Around a record (`focus=systems/<id>`) everything its need comes from, `up` steps, and everything it flows to, `down` steps; without one the systems with the greatest need.',
        querystring: {
          type: 'object',
          properties: { focus: { type: 'string' }, up: { type: 'integer' }, down: { type: 'integer' }, ...asOfParameter },
        },
      },
    },
    async (request) => {
      const asked = { up: steps(request, 'up'), down: steps(request, 'down') }
      const focus = one(request, 'focus') || null
      const [path, id] = focus?.split('/') ?? []
      const register = catalogue.byPath(path ?? '')
      if (focus !== null && (!register || !mapped.some((name) => name === register.name) || !uuid.test(id ?? ''))) throw notFound()
      return reading(request, async (tx) => {
        if (register && id && !(await record(tx, catalogue, register, id.toLowerCase()))) throw notFound()
        return carryingAround(tx, (kind) => catalogue.register(kind).plural, id?.toLowerCase() ?? null, asked)
      })
    },
  )

  app.get(
    '/api/classification-standing',
    {
      schema: {
        tags,
        summary: 'What is unclassified, outdated or has gaps without action, in all, per unit and per owner',
        querystring: { type: 'object', properties: asOfParameter },
      },
    },
    async (request) => reading(request, (tx, today) => standingOf(tx, catalogue, { today, person: tx.actor.person })),
  )
}
