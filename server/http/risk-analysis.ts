import type { FastifyInstance, FastifyRequest } from 'fastify'
import { earlierRisksOf, workshopOf } from '#areas/risk/server/analysis.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { notFound } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { asOfIn, idIn, signedIn } from './requests.ts'

const querystring = { type: 'object', properties: { asOf: { type: 'string', description: 'A day or a moment to look back to' } } }

/** What the workshop of a risk analysis asks beyond the registers. Everything is read as the one who asks; all writing goes through the registers. */
export const riskAnalysisRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, catalogue, clock } = services
  const tags = ['Risk analysis']

  const answer = async <T>(request: FastifyRequest, work: (tx: Transaction, today: string) => Promise<T | null>): Promise<T> => {
    const { actor } = signedIn(request)
    const asOf = asOfIn(request, clock)
    const found = await store.read(actor, asOf, (tx) => work(tx, dayIn(asOf ?? clock.now())))
    if (found === null) throw notFound()
    return found
  }

  app.get(
    '/api/risk-analyses/:id/workshop',
    {
      schema: {
        tags,
        summary: 'A risk analysis as its people work in it: risks, estimates and how far each has come',
        description:
          'The estimates of others are there once they have been shown; before that only how many each has made. The method is the one of the analysis, or the one in force where it has not begun.',
        querystring,
      },
    },
    (request) => answer(request, (tx, today) => workshopOf(tx, catalogue, idIn(request), today)),
  )

  app.get(
    '/api/risk-analyses/:id/earlier-risks',
    {
      schema: {
        tags,
        summary: 'Open risks found before, of the same unit or about the same information or systems; at most 40',
        querystring,
      },
    },
    (request) => answer(request, (tx) => earlierRisksOf(tx, catalogue, idIn(request))),
  )
}
