import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { matrixOf } from '#kernel/access/matrix.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import { search } from '#kernel/store/search.ts'
import type { Services } from '../services.ts'
import { idIn, mayWrite, one, parse, signedIn } from './requests.ts'

const view = z.strictObject({ register: z.string().max(60), label: z.string().trim().min(1).max(80), query: z.string().max(4_000) })

/** What belongs to the person alone: saved views and settings; and what concerns everything: search and the table of permissions. */
export const myRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, catalogue } = services
  const tags = ['Mine']

  app.get('/api/my/views', { schema: { tags, summary: 'My saved views of a register' } }, async (request) => {
    const { actor } = signedIn(request)
    const items = await store.read(actor, null, (tx) =>
      tx.rows<object>(
        sql`select id, label, query from saved_view where person = ${actor.person}::uuid and register = ${one(request, 'register') ?? ''} order by made_at, id`,
      ),
    )
    return { items }
  })
  app.post('/api/my/views', { schema: { tags, summary: 'Save a view' } }, async (request, reply) => {
    const { actor } = signedIn(request)
    mayWrite(request)
    const given = parse(view, request.body)
    if (!catalogue.registers.some(({ plural }) => plural === given.register))
      throw invalid([{ field: 'register', code: 'register', message: { sv: 'Registret finns inte.', en: 'There is no such register.' } }])
    const id = v7()
    await store.write(actor, {}, async (tx) => {
      const [known] = await tx.rows<{ many: number }>(
        sql`select count(*)::integer as many from saved_view where person = ${actor.person}::uuid`,
      )
      if ((known?.many ?? 0) >= 200)
        throw invalid([
          {
            field: 'label',
            code: 'too-many',
            message: {
              sv: 'Du har redan 200 sparade vyer. Ta bort någon först.',
              en: 'You already have 200 saved views. Remove one first.',
            },
          },
        ])
      await tx.rows<object>(
        sql`insert into saved_view (id, person, register, label, query) values (${id}::uuid, ${actor.person}::uuid, ${given.register}, ${given.label}, ${given.query})`,
      )
    })
    return reply.status(201).send({ id, label: given.label, query: given.query })
  })
  app.delete('/api/my/views/:id', { schema: { tags, summary: 'Remove a saved view' } }, async (request, reply) => {
    const { actor } = signedIn(request)
    mayWrite(request)
    const id = idIn(request)
    const gone = await store.write(actor, {}, (tx) =>
      tx.rows<{ id: string }>(sql`delete from saved_view where id = ${id}::uuid and person = ${actor.person}::uuid returning id`),
    )
    if (!gone.length) throw notFound()
    return reply.status(204).send()
  })

  app.get('/api/my/settings', { schema: { tags, summary: 'My settings' } }, async (request) => {
    const { actor } = signedIn(request)
    const [row] = await store.read(actor, null, (tx) =>
      tx.rows<{ value: object }>(sql`select value from preference where person = ${actor.person}::uuid`),
    )
    return row?.value ?? {}
  })
  app.put('/api/my/settings', { bodyLimit: 16_384, schema: { tags, summary: 'Keep my settings' } }, async (request, reply) => {
    const { actor } = signedIn(request)
    mayWrite(request)
    const value = parse(z.record(z.string().max(60), z.unknown()), request.body)
    await store.write(actor, {}, (tx) =>
      tx.rows<object>(
        sql`insert into preference (person, value) values (${actor.person}::uuid, ${JSON.stringify(value)}::jsonb) on conflict (person) do update set value = excluded.value`,
      ),
    )
    return reply.status(204).send()
  })

  app.get(
    '/api/search',
    {
      schema: {
        tags: ['Search'],
        summary: 'Search everything I may see',
        querystring: { type: 'object', properties: { q: { type: 'string' }, limit: { type: 'integer' } } },
      },
    },
    async (request) => {
      const { actor } = signedIn(request)
      const limit = Number(one(request, 'limit') ?? 20)
      if (!Number.isInteger(limit) || limit < 1 || limit > 100)
        throw invalid([{ field: 'limit', code: 'limit', message: { sv: 'Välj mellan 1 och 100.', en: 'Choose between 1 and 100.' } }])
      return { items: await store.read(actor, null, (tx) => search(tx, catalogue, one(request, 'q') ?? '', limit)) }
    },
  )

  app.get('/api/access', { schema: { tags: ['Access'], summary: 'Who may do what, to which records' } }, async (request) => {
    signedIn(request)
    return { registers: matrixOf(catalogue) }
  })
}
