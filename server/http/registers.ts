import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { varnaReasons } from '#areas/server/reasons.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { Command } from '#kernel/gate/command.ts'
import { isStale } from '#kernel/gate/stale.ts'
import { between, story, versionsOf, wasSecret } from '#kernel/history/history.ts'
import { systemReason } from '#kernel/history/reasons.ts'
import { invalid, notFound, problem } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { linksOf } from '#kernel/store/links.ts'
import { type ListQuestion, list, mostPerPage, type RecordAnswer, record } from '#kernel/store/read.ts'
import { movesFrom, takesTwo } from '#kernel/workflow/workflow.ts'
import { figureIds } from '../reports/figure-ids.ts'
import type { Services } from '../services.ts'
import { write } from '../write.ts'
import { listedOnce, note } from './access-log.ts'
import { sendTable } from './exports.ts'
import { importRoutes } from './imports.ts'
import { noticedIn } from './notices.ts'
import { asOfIn, bodyOf, idIn, languageOf, mayWrite, one, queryOf, reasonIn, refusePast, signedIn, versionIn } from './requests.ts'
import { createSchema, listSchema, moveSchema, recordSchema, updateSchema } from './schemas.ts'

const words = new Set(['sort', 'limit', 'cursor', 'fields', 'q', 'asOf', 'count', 'format', 'figure', 'notice', 'lang'])

/** The question an address asks of a register. Every parameter that is not a word of the list is a field. */
export function questionIn(request: FastifyRequest): ListQuestion {
  const filters = Object.entries(queryOf(request)).flatMap(([name, value]) =>
    words.has(name) || value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const),
  )
  const split = (name: string) => one(request, name)?.split(',').filter(Boolean)
  const given = one(request, 'limit')
  const limit = given === undefined ? undefined : Number(given)
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= mostPerPage)) {
    throw invalid([
      { field: 'limit', code: 'limit', message: { sv: `Välj mellan 1 och ${mostPerPage}.`, en: `Choose between 1 and ${mostPerPage}.` } },
    ])
  }
  const [q, cursor, sort, fields] = [one(request, 'q'), one(request, 'cursor'), split('sort'), split('fields')]
  return {
    filters,
    count: one(request, 'count') === 'true',
    ...(q !== undefined ? { q } : {}),
    ...(cursor ? { cursor } : {}),
    ...(sort?.length ? { sort } : {}),
    ...(fields?.length ? { fields } : {}),
    ...(limit !== undefined ? { limit } : {}),
  }
}

/** What the person may do to the record now: his rights, less the steps its state does not lead to. */
function mayNow(register: Register, found: RecordAnswer, person: string | null) {
  const open = register.workflow && found.state ? movesFrom(register.workflow, found.state) : []
  const allowed = open.filter((move) => found.may.includes(`move:${move}`))
  const record = JSON.parse(found.json) as Record<string, unknown>
  const blocked = found.movedBy === person ? allowed.filter((move) => takesTwo(register.workflow?.moves[move] ?? {}, record)) : []
  return {
    update: found.may.includes('update'),
    withdraw: found.may.includes('withdraw'),
    moves: allowed.filter((move) => !blocked.includes(move)),
    needAnother: blocked,
  }
}

/** Sends a record with what the person may do to it. The record's JSON comes from the database as it is. */
function sendRecord(reply: FastifyReply, register: Register, found: RecordAnswer, person: string | null, past: boolean, status = 200) {
  const may = past ? { update: false, withdraw: false, moves: [], needAnother: [] } : mayNow(register, found, person)
  return reply
    .status(status)
    .header('etag', `"${found.version}"`)
    .type('application/json; charset=utf-8')
    .send(`${found.json.slice(0, -1)},"may":${JSON.stringify(may)}}`)
}

/** The routes of one register. */
function routesOf(app: FastifyInstance, services: Services, register: Register, listed: ReturnType<typeof listedOnce>): void {
  const { store, catalogue, clock } = services
  const path = `/api/${pathOf(register)}`
  const tags = [register.label.many.en]
  app.get(path, { schema: listSchema(register, tags) }, async (request, reply) => {
    const { actor } = signedIn(request)
    const question = questionIn(request)
    const asOf = asOfIn(request, clock)
    const today = dayIn(asOf ?? clock.now())
    const figure = one(request, 'figure')
    const asking = { today, person: actor.person }
    const notice = one(request, 'notice')
    const narrowed = async (tx: Transaction): Promise<ListQuestion> =>
      figure
        ? { ...question, ids: await figureIds(services, tx, figure, today) }
        : notice
          ? { ...question, ids: await noticedIn(tx, notice) }
          : question
    const format = one(request, 'format') ?? 'json'
    if (format === 'csv' || format === 'xlsx') return sendTable(request, reply, services, register, format, asOf, asking, narrowed)
    if (format !== 'json')
      throw invalid([{ field: 'format', code: 'format', message: { sv: 'Välj json, csv eller xlsx.', en: 'Choose json, csv or xlsx.' } }])
    const answer = await store.read(actor, asOf, async (tx) =>
      list(tx, catalogue, register, figure || notice ? await narrowed(tx) : question, asking),
    )
    await listed(request, register, answer.secret)
    const total = answer.total === undefined ? '' : `,"total":${answer.total}`
    return reply
      .type('application/json; charset=utf-8')
      .send(`{"items":[${answer.items.join(',')}],"next":${JSON.stringify(answer.next)}${total}}`)
  })

  app.get(`${path}/:id`, { schema: recordSchema(register, tags) }, async (request, reply) => {
    const { actor } = signedIn(request)
    const id = idIn(request)
    const asOf = asOfIn(request, clock)
    const found = await store.read(actor, asOf, (tx) => record(tx, catalogue, register, id))
    if (!found) throw notFound()
    if (found.secret) await note(services, request, 'secret-read', register, [id])
    return sendRecord(reply, register, found, actor.person, asOf !== null)
  })

  /** Carries out one command and answers with the record as it has become. */
  const change = async (request: FastifyRequest, reply: FastifyReply, command: Command, status = 200) => {
    const { actor } = signedIn(request)
    mayWrite(request)
    refusePast(request)
    const key = request.headers['idempotency-key']
    const retry =
      typeof key === 'string' && key.length > 0 && key.length <= 200
        ? { key, request: `${request.method} ${request.url} ${request.headers['if-match'] ?? ''} ${JSON.stringify(request.body ?? null)}` }
        : undefined
    try {
      const found = await write(services, actor, command, request.requestId, retry)
      if (!found) return await reply.status(204).send()
      return await sendRecord(reply, register, found, actor.person, false, status)
    } catch (error) {
      if (!isStale(error) || command.do === 'create') throw error
      throw await withDifference(error, request, command)
    }
  }

  /** Adds to a stale write what stood when it was begun, what stands now, and what was to be written. */
  const withDifference = async (error: unknown, request: FastifyRequest, command: Exclude<Command, { do: 'create' }>) => {
    if (!isStale(error)) return error
    const { actor } = signedIn(request)
    return store.read(actor, null, async (tx) => {
      const found = await record(tx, catalogue, register, command.id)
      if (!found) return notFound()
      const current = JSON.parse(found.json) as Record<string, unknown>
      const [base] = await versionsOf(tx, store, catalogue, register, command.id, [command.version])
      const was = base ? (JSON.parse(base.json) as Record<string, unknown>) : null
      const given: Readonly<Record<string, unknown>> = 'values' in command && command.values ? command.values : {}
      const changed = [
        ...new Set([
          ...Object.keys(given),
          ...Object.keys(register.fields).filter((name) => was && JSON.stringify(was[name]) !== JSON.stringify(current[name])),
        ]),
      ]
      const difference = changed.map((field) => ({
        field,
        base: was?.[field] ?? null,
        current: current[field] ?? null,
        ...(field in given ? { yours: given[field] ?? null } : {}),
      }))
      return problem({ ...error.problem, more: { current, difference } })
    })
  }

  app.post(path, { schema: createSchema(register, tags) }, (request, reply) => {
    const reason = reasonIn(request)
    return change(request, reply, { do: 'create', register, values: bodyOf(request), ...(reason ? { reason } : {}) }, 201)
  })

  app.patch(`${path}/:id`, { schema: updateSchema(register, tags) }, (request, reply) => {
    const reason = reasonIn(request)
    return change(request, reply, {
      do: 'update',
      register,
      id: idIn(request),
      version: versionIn(request),
      values: bodyOf(request),
      ...(reason ? { reason } : {}),
    })
  })

  app.delete(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Withdraw from ${register.plural}`,
        description: 'The record leaves the lists, never the history. Needs If-Match and X-Reason.',
      },
    },
    (request, reply) => {
      const reason = reasonIn(request)
      return change(request, reply, {
        do: 'withdraw',
        register,
        id: idIn(request),
        version: versionIn(request),
        ...(reason ? { reason } : {}),
      })
    },
  )

  if (register.workflow)
    app.post(`${path}/:id/moves/:move`, { schema: moveSchema(register, tags) }, (request, reply) => {
      const { move } = request.params as { move: string }
      const body = request.body === undefined || request.body === null ? {} : bodyOf(request)
      const unknown = Object.keys(body).filter((name) => name !== 'reason' && name !== 'fields')
      if (unknown.length)
        throw invalid(
          unknown.map((field) => ({
            field,
            code: 'unknown',
            message: { sv: 'Ett steg tar bara emot reason och fields.', en: 'A move takes only reason and fields.' },
          })),
        )
      const { reason, fields } = body
      if (reason !== undefined && (typeof reason !== 'string' || reason.length > 2_000))
        throw invalid([
          {
            field: 'reason',
            code: 'text',
            message: { sv: 'Skälet ska vara en text på högst 2 000 tecken.', en: 'The reason must be a text of at most 2,000 characters.' },
          },
        ])
      if (fields !== undefined && (typeof fields !== 'object' || fields === null || Array.isArray(fields)))
        throw invalid([
          { field: 'fields', code: 'object', message: { sv: 'Fälten ska vara ett objekt.', en: 'The fields must be an object.' } },
        ])
      return change(request, reply, {
        do: 'move',
        register,
        id: idIn(request),
        version: versionIn(request),
        move,
        ...(fields ? { values: fields as Record<string, unknown> } : {}),
        ...(typeof reason === 'string' && reason ? { reason } : {}),
      })
    })

  app.get(`${path}/:id/history`, { schema: { tags, summary: `History of one of ${register.plural}` } }, async (request) => {
    const { actor } = signedIn(request)
    const id = idIn(request)
    const [from, to] = [one(request, 'from'), one(request, 'to')]
    const told = async <Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer> => {
      const { answer, secret } = await store.read(actor, null, async (tx) => ({
        answer: await work(tx),
        secret: await wasSecret(tx, store, register, id),
      }))
      if (secret) await note(services, request, 'secret-read', register, [id])
      return answer
    }
    if (from === undefined && to === undefined) {
      const language = languageOf(request)
      const versions = await told((tx) => story(tx, store, catalogue, register, id))
      return {
        versions: versions.map((version) =>
          version.bySystem && version.reason ? { ...version, reason: systemReason(version.reason, varnaReasons, language) } : version,
        ),
      }
    }
    const [first, second] = [Number(from), Number(to)]
    const isVersion = (version: number) => Number.isInteger(version) && version >= 0 && version < 2 ** 31
    if (!isVersion(first) || !isVersion(second))
      throw invalid([
        {
          field: 'from',
          code: 'version',
          message: { sv: 'Ange två versioner, from och to, som tal.', en: 'State two versions, from and to, as numbers.' },
        },
      ])
    return {
      from: first,
      to: second,
      changes: await told((tx) => between(tx, store, catalogue, register, id, first, second)),
    }
  })

  app.get(
    `${path}/:id/links`,
    { schema: { tags, summary: `What one of ${register.plural} is connected with, both ways` } },
    async (request) => {
      const { actor } = signedIn(request)
      const id = idIn(request)
      const asOf = asOfIn(request, clock)
      const { groups, secret } = await store.read(actor, asOf, async (tx) => {
        const found = await record(tx, catalogue, register, id)
        if (!found) throw notFound()
        return { groups: await linksOf(tx, catalogue, register, id), secret: found.secret }
      })
      if (secret) await note(services, request, 'secret-read', register, [id])
      return { groups }
    },
  )

  importRoutes(app, services, register, path, tags)
}

/** The routes of every register in the catalogue. */
export const registerRoutes = (services: Services) => async (app: FastifyInstance) => {
  const listed = listedOnce(services)
  for (const register of services.catalogue.registers) routesOf(app, services, register, listed)
}
