import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RankedRisk } from '#areas/risk/pictures.ts'
import { lossesOf, type PictureQuestion, picturesOf } from '#areas/risk/server/pictures.ts'
import { varnaReasons } from '#areas/server/reasons.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { systemReason } from '#kernel/history/reasons.ts'
import type { Language } from '#kernel/language/text.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { asOfIn, languageOf, one, signedIn } from './requests.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The unit in the address; without one the whole authority. */
function unitIn(request: FastifyRequest): string | null {
  const given = one(request, 'unit')
  if (given === undefined || given === '') return null
  if (!uuid.test(given)) throw notFound()
  return given.toLowerCase()
}

/** What is compared with. */
function sinceIn(request: FastifyRequest): 'quarter' | 'year' {
  const given = one(request, 'since')
  if (given === undefined || given === '' || given === 'quarter') return 'quarter'
  if (given === 'year') return 'year'
  throw invalid([{ field: 'since', code: 'since', message: { sv: 'Skriv quarter eller year.', en: 'Write quarter or year.' } }])
}

/** With the reason in the language of the reader where the product itself changed the risk. */
function saidIn(one: RankedRisk, language: Language): RankedRisk {
  const { reason } = one
  if (!reason?.text || reason.by !== null) return one
  return { ...one, reason: { ...reason, text: systemReason(reason.text, varnaReasons, language) } }
}

const parameters = {
  asOf: { type: 'string', description: 'A day or a moment to look back to' },
  unit: { type: 'string', description: 'Only the risks of this unit and everything below it' },
}

/** What the pictures of risks are drawn from. Everything is read as the one who asks, of what he may see. */
export const riskPictureRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, clock } = services
  const tags = ['Risk pictures']

  const answer = async <T>(
    request: FastifyRequest,
    work: (tx: Transaction, question: PictureQuestion) => Promise<T | null>,
  ): Promise<T> => {
    const { actor } = signedIn(request)
    const asOf = asOfIn(request, clock)
    const today = dayIn(asOf ?? clock.now())
    const question = { history: store.schemas.history, today, moment: asOf, unit: unitIn(request), since: sinceIn(request) }
    const found = await store.read(actor, asOf, (tx) => work(tx, question))
    if (found === null) throw notFound()
    return found
  }

  app.get(
    '/api/risk-pictures',
    {
      schema: {
        tags,
        summary: 'The open risks: matrix, trend, the greatest, by unit, decisions that wait, and what actions cost',
        description:
          'Counted over the risks the caller may read; `partial` says that there may be others. Units are counted with everything below them. `since` says whether the greatest risks are compared with the end of last quarter or with the same day last year.',
        querystring: { type: 'object', properties: { ...parameters, since: { type: 'string', enum: ['quarter', 'year'] } } },
      },
    },
    async (request) => {
      const found = await answer(request, picturesOf)
      return { ...found, ranked: found.ranked.map((one) => saidIn(one, languageOf(request))) }
    },
  )

  app.get(
    '/api/risk-losses',
    {
      schema: {
        tags,
        summary: 'The open risks whose cost has been estimated, with what their actions cost and the appetite of the method in force',
        description: 'What a simulation of the losses of a year is made from. Counted over the risks the caller may read.',
        querystring: { type: 'object', properties: parameters },
      },
    },
    (request) => answer(request, lossesOf),
  )
}
