import type { FastifyInstance } from 'fastify'
import { impactOf } from '#areas/risk/server/impact.ts'
import { readShippedMethod } from '#areas/risk/server/shipped.ts'
import { notFound } from '#kernel/problems/problem.ts'
import type { Services } from '../services.ts'
import { idIn, signedIn } from './requests.ts'

/** What the page of a risk method asks beyond the register. Everything is read as the one who asks. */
export const riskMethodRoutes = (services: Services) => async (app: FastifyInstance) => {
  app.get(
    '/api/risk-methods/:id/impact',
    {
      schema: {
        tags: ['Risk'],
        summary: 'What would follow if the risk method were decided today',
        description:
          'Open risks that change value, level or level of decision, from what to what, and those whose levels the method has no place for. The list holds at most 200; counts are of all that the asker may read. Nothing is written.',
      },
    },
    async (request) => {
      const { actor } = signedIn(request)
      const found = await services.store.read(actor, null, (tx) => impactOf(tx, idIn(request)))
      if (found === null) throw notFound()
      return found
    },
  )

  app.get(
    '/api/risk-method-proposal',
    { schema: { tags: ['Risk'], summary: 'The risk method that comes with the product, to begin from' } },
    async (request) => {
      signedIn(request)
      return readShippedMethod()
    },
  )
}
