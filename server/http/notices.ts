import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { secrecyColumn } from '#kernel/access/predicate.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { noticeChoiceSchema, usualChoice } from '#kernel/notices/choice.ts'
import { type NoticeWords, noticeInWords } from '#kernel/notices/notice.ts'
import { invalid } from '#kernel/problems/problem.ts'
import { called } from '#kernel/store/called.ts'
import { quote, tableOf } from '#kernel/store/columns.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { isIdentity, languageOf, mayWrite, one, parse, signedIn } from './requests.ts'

interface Row {
  readonly id: string
  readonly kind: string
  readonly register: string
  readonly record: string
  readonly words: NoticeWords
  /** Those it gathers; null where it is of one. */
  readonly records: readonly string[] | null
  readonly by: string | null
  readonly at: Date
  readonly read: boolean
}

const mostPerPage = 100

/**
 * The names of records, for those the one who asks may read now. A record with a secrecy marking is not named: to see it, one opens it,
 * and that is noted.
 */
async function titlesOf(
  services: Services,
  tx: Transaction,
  rows: readonly Row[],
): Promise<Map<string, { title: string | null; reference: string | null }>> {
  const ids = new Map<string, string[]>()
  for (const { register, record, records } of rows) ids.set(register, [...(ids.get(register) ?? []), ...(records ?? [record])])
  const known = services.catalogue.registers.filter(({ name }) => ids.has(name))
  if (!known.length) return new Map()
  const parts = known.map((register) => {
    const secrecy = secrecyColumn(register)
    const title = called(services.catalogue, register)
    return sql`select t.id, t.reference, ${secrecy ? sql`case when t.${sql.raw(quote(secrecy))} is null then ${title} end` : title} as title
      from ${sql.raw(quote(tableOf(register)))} t where t.id = any (${ids.get(register.name) ?? []}::uuid[])`
  })
  const found = await tx.rows<{ id: string; title: string | null; reference: string | null }>(sql`${sql.join(parts, sql` union all `)}`)
  return new Map(found.map(({ id, title, reference }) => [id, { title, reference }]))
}

/** A notice as it is answered. Of what the one who asks may not read, or no longer, not even the identity is told. */
function answerOf(
  register: Register,
  { id, kind, record, records, words, by, at, read }: Row,
  titles: ReadonlyMap<string, { title: string | null; reference: string | null }>,
  language: Language,
) {
  const all = records ?? [record]
  const readable = all.filter((each) => titles.has(each))
  const [only] = readable
  const href = all.length > 1 ? `/${pathOf(register)}?notice=${id}` : `/${pathOf(register)}/${record}`
  const seen = all.length === 1 && only ? titles.get(only) : undefined
  return {
    id,
    kind,
    register: readable.length ? register.plural : null,
    record: all.length === 1 && only ? only : null,
    href: readable.length ? href : null,
    title: seen?.title ?? null,
    reference: seen?.reference ?? null,
    /** How many records it stands for. */
    count: all.length,
    say: say(noticeInWords(words, all.length), language),
    by,
    at,
    read,
  }
}

/** The records a notice to the one who asks stands for. */
export async function noticedIn(tx: Transaction, notice: string): Promise<string[]> {
  if (!isIdentity(notice)) return []
  const [row] = await tx.rows<{ ids: string[] }>(
    sql`select coalesce(records, array[record]) as ids from notice where id = ${notice}::uuid and person = ${tx.actor.person}::uuid`,
  )
  return row?.ids ?? []
}

const digest = (secret: string) => createHash('sha256').update(secret).digest()

/** The digest by which an address of a calendar is known. */
export const feedDigest = digest

/** What is told to the one who asks, how he wants to be told, and the address of his calendar. Nobody asks for another's. */
export const noticeRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, catalogue } = services
  const tags = ['Notices']
  const unreadOf = async (tx: Transaction) =>
    (
      await tx.rows<{ many: number }>(
        sql`select count(*)::integer as many from notice where person = ${tx.actor.person}::uuid and read_at is null`,
      )
    )[0]?.many ?? 0

  app.get(
    '/api/my/notices',
    {
      schema: {
        tags,
        summary: 'What I have been told, the latest first',
        querystring: {
          type: 'object',
          properties: { cursor: { type: 'string' }, limit: { type: 'integer' }, unread: { type: 'boolean' } },
        },
      },
    },
    async (request) => {
      const { actor } = signedIn(request)
      const limit = Number(one(request, 'limit') ?? 30)
      if (!Number.isInteger(limit) || limit < 1 || limit > mostPerPage)
        throw invalid([{ field: 'limit', code: 'limit', message: { sv: 'Välj mellan 1 och 100.', en: 'Choose between 1 and 100.' } }])
      const given = one(request, 'cursor')
      if (given !== undefined && !isIdentity(given))
        throw invalid([
          { field: 'cursor', code: 'cursor', message: { sv: 'Börja om från första sidan.', en: 'Begin again from the first page.' } },
        ])
      const language = languageOf(request)
      return store.read(actor, null, async (tx) => {
        const rows = await tx.rows<Row>(sql`
          select n.id, n.kind, n.register, n.record, n.words, n.records, p.name as by, n.made_at as at, n.read_at is not null as read
          from notice n left join person p on p.id = n.by_person where n.person = ${actor.person}::uuid
            ${given ? sql`and n.id < ${given}::uuid` : sql``}
            ${one(request, 'unread') === 'true' ? sql`and n.read_at is null` : sql``}
          order by n.id desc limit ${limit + 1}`)
        const shown = rows.slice(0, limit)
        const titles = await titlesOf(services, tx, shown)
        const last = shown.at(-1)
        return {
          items: shown.flatMap((row) => {
            const register = catalogue.registers.find((each) => each.name === row.register)
            return register ? [answerOf(register, row, titles, language)] : []
          }),
          next: rows.length > limit && last ? last.id : null,
          unread: await unreadOf(tx),
        }
      })
    },
  )

  app.get('/api/my/notices/count', { schema: { tags, summary: 'How many notices I have not read' } }, async (request) => {
    const { actor } = signedIn(request)
    return { unread: await store.read(actor, null, unreadOf) }
  })

  const read = z.union([z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }), z.strictObject({ all: z.literal(true) })])
  app.post('/api/my/notices/read', { schema: { tags, summary: 'Say that I have read notices' } }, async (request) => {
    const { actor } = signedIn(request)
    mayWrite(request)
    const given = parse(read, request.body)
    const now = services.clock.now().toISOString()
    return store.write(actor, {}, async (tx) => {
      await tx.rows<object>(sql`update notice set read_at = ${now}::timestamptz where person = ${actor.person}::uuid and read_at is null
        ${'ids' in given ? sql`and id = any (${given.ids}::uuid[])` : sql``}`)
      return { unread: await unreadOf(tx) }
    })
  })

  app.get('/api/my/notice-choice', { schema: { tags, summary: 'How I am told by e-mail' } }, async (request) => {
    const { actor } = signedIn(request)
    const [row] = await store.read(actor, null, (tx) =>
      tx.rows<{ value: object }>(sql`select value from notice_choice where person = ${actor.person}::uuid`),
    )
    const known = noticeChoiceSchema.safeParse(row?.value)
    return { ...(known.success ? known.data : { ...usualChoice, language: languageOf(request) }), mails: services.mails }
  })
  app.put(
    '/api/my/notice-choice',
    { bodyLimit: 16_384, schema: { tags, summary: 'Choose how I am told by e-mail' } },
    async (request, reply) => {
      const { actor } = signedIn(request)
      mayWrite(request)
      const value = parse(noticeChoiceSchema, request.body)
      await store.write(actor, {}, (tx) =>
        tx.rows<object>(sql`insert into notice_choice (person, value) values (${actor.person}::uuid, ${JSON.stringify(value)}::jsonb)
        on conflict (person) do update set value = excluded.value`),
      )
      return reply.status(204).send()
    },
  )

  app.get('/api/my/calendar', { schema: { tags, summary: 'Whether my calendar has an address' } }, async (request) => {
    const { actor } = signedIn(request)
    const [row] = await store.read(actor, null, (tx) =>
      tx.rows<{ at: Date }>(sql`select made_at as at from calendar_feed where person = ${actor.person}::uuid and revoked_at is null`),
    )
    return { madeAt: row?.at ?? null }
  })
  const revoke = (tx: Transaction) =>
    tx.rows<object>(
      sql`update calendar_feed set revoked_at = ${services.clock.now().toISOString()}::timestamptz where person = ${tx.actor.person}::uuid and revoked_at is null`,
    )
  app.post(
    '/api/my/calendar',
    { schema: { tags, summary: 'Make a new address for my calendar; the one before stops working' } },
    async (request, reply) => {
      const { actor } = signedIn(request)
      mayWrite(request)
      const secret = randomBytes(32).toString('base64url')
      await store.write(actor, {}, async (tx) => {
        await revoke(tx)
        await tx.rows<object>(sql`insert into calendar_feed (token_hash, person) values (${digest(secret)}, ${actor.person}::uuid)`)
      })
      return reply.status(201).send({ url: `${services.url}/api/calendar/${secret}.ics` })
    },
  )
  app.delete('/api/my/calendar', { schema: { tags, summary: 'Withdraw the address of my calendar' } }, async (request, reply) => {
    const { actor } = signedIn(request)
    mayWrite(request)
    await store.write(actor, {}, revoke)
    return reply.status(204).send()
  })
}
