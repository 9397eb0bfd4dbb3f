import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actionStanding } from '#areas/actions/server/standing.ts'
import { actionGroupings, actionViews } from '#areas/actions/standing.answers.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { invalid } from '#kernel/problems/problem.ts'
import type { Services } from '../services.ts'
import { listedOnce } from './access-log.ts'
import { asOfIn, one, queryOf, signedIn } from './requests.ts'

/** One of some words in the address; the first where nothing is said. */
function oneOf<Word extends string>(request: FastifyRequest, name: string, words: readonly [Word, ...Word[]]): Word {
  const given = one(request, name)
  if (given === undefined || given === '') return words[0]
  const found = words.find((word) => word === given)
  if (found) return found
  const list = words.join(', ')
  throw invalid([{ field: name, code: 'choice', message: { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } }])
}

const own = new Set(['view', 'per', 'late', 'all', 'asOf', 'lang'])

/** What the pages of actions ask beyond the register. Everything is read as the one who asks; all writing goes through the registers. */
export const actionRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, catalogue, clock } = services
  const listed = listedOnce(services)
  app.get(
    '/api/action-standing',
    {
      schema: {
        tags: ['Actions'],
        summary: 'Where the actions stand: as a board, a grouped list or a Gantt chart, with counts and costs',
        description:
          'Takes the filters of the list of actions. Counts and costs are of everything the filters leave; items hold at most so many as a page can show. Without `all` or a condition on the state, those whose effect has been checked and those dropped are left out.',
        querystring: {
          type: 'object',
          properties: {
            view: { type: 'string', enum: [...actionViews] },
            per: { type: 'string', enum: [...actionGroupings], description: 'What the list is grouped by' },
            late: { type: 'string', enum: ['true', 'false'], description: 'Only those whose due day has passed' },
            all: { type: 'string', enum: ['true', 'false'], description: 'Also those that have ended' },
            asOf: { type: 'string', description: 'A day or a moment to look back to' },
          },
        },
      },
    },
    async (request) => {
      const { actor } = signedIn(request)
      const asOf = asOfIn(request, clock)
      const asking = { today: dayIn(asOf ?? clock.now()), person: actor.person }
      const question = {
        view: oneOf(request, 'view', actionViews),
        per: oneOf(request, 'per', actionGroupings),
        lateOnly: oneOf(request, 'late', ['false', 'true']) === 'true',
        all: oneOf(request, 'all', ['false', 'true']) === 'true',
        filters: Object.entries(queryOf(request)).flatMap(([name, value]) =>
          own.has(name) || value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const),
        ),
      }
      const { secret, ...answer } = await store.read(actor, asOf, (tx) => actionStanding(tx, catalogue, question, asking, asOf !== null))
      await listed(request, catalogue.register('action'), secret)
      return answer
    },
  )
}
