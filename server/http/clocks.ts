import type { FastifyInstance } from 'fastify'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { sql } from 'kysely'
import { varnaClocks, varnaDaily } from '#areas/server/clocks.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { runningFor } from '#kernel/clocks/server/mine.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { registerOf } from '#kernel/figures/server/ask.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { noticeChoiceSchema } from '#kernel/notices/choice.ts'
import { forbidden, invalid, notFound } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { feedDigest } from './notices.ts'
import { asOfIn, languageOf, one, signedIn } from './requests.ts'

/** The most clocks that are shown, and how far a calendar looks, in days. */
const most = 200
const calendarAhead = 400

/** A record in which a clock could not do what it was to do. */
interface Fault {
  readonly clock: string
  readonly record: string
  readonly fault: string
  readonly since: string
  readonly attempts: number
}

/** The clocks that run for the one who asks, in lists and as a calendar; and how the engine and the e-mail are doing. */
export const clockRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { store, catalogue, clock } = services
  const tags = ['Clocks']
  const history = store.schemas.history

  app.get(
    '/api/clocks',
    {
      schema: {
        tags,
        summary: 'The clocks that run for me, the earliest due first',
        querystring: { type: 'object', properties: { asOf: { type: 'string' }, days: { type: 'integer' } } },
      },
    },
    async (request) => {
      const { actor } = signedIn(request)
      const asOf = asOfIn(request, clock)
      const days = Number(one(request, 'days') ?? 60)
      if (!Number.isInteger(days) || days < 0 || days > 1_000)
        throw invalid([
          { field: 'days', code: 'days', message: { sv: 'Välj mellan 0 och 1000 dagar.', en: 'Choose between 0 and 1000 days.' } },
        ])
      const now = asOf ?? clock.now()
      const language = languageOf(request)
      const found = await store.read(actor, asOf, (tx) =>
        runningFor(tx, { catalogue, history, now }, varnaClocks, addDays(dayIn(now), days), most),
      )
      return {
        items: found.map(({ label, basis, register, whole, ...each }) => ({
          ...each,
          register,
          href: `/${pathOf(registerOf(catalogue, whole?.register ?? register))}/${whole?.id ?? each.id}`,
          label: say(label, language),
          basis: say(basis, language),
        })),
      }
    },
  )

  // Calendars fetch without signing in: the address is the secret. It shows what is due, never what it is about.
  app.get(
    '/api/calendar/:file',
    { schema: { tags, summary: 'My deadlines as a calendar (iCalendar); the address is secret' } },
    async (request, reply) => {
      const secret = /^([\w-]{43})\.ics$/.exec((request.params as { file: string }).file)?.[1]
      if (!secret) throw notFound()
      const [feed] = await store.read(asSystem('finds whose calendar it is'), null, (tx) =>
        tx.rows<{
          person: string
          choice: unknown
        }>(sql`select f.person, c.value as choice from calendar_feed f left join notice_choice c on c.person = f.person
        where f.token_hash = ${feedDigest(secret)} and f.revoked_at is null`),
      )
      const person = feed ? await services.identity.person(feed.person) : null
      if (!feed || !person) throw notFound()
      const choice = noticeChoiceSchema.safeParse(feed.choice)
      const language: Language = choice.success ? choice.data.language : 'sv'
      const now = clock.now()
      const found = await store.read(person.actor, null, (tx) =>
        runningFor(tx, { catalogue, history, now }, varnaClocks, addDays(dayIn(now), calendarAhead), 1_000),
      )
      const host = new URL(services.url).hostname
      const calendar = ical({
        name: say({ sv: 'Frister i Värna', en: 'Deadlines in Värna' }, language),
        prodId: { company: 'Värna', product: 'Värna', language: language.toUpperCase() },
        method: ICalCalendarMethod.PUBLISH,
        ttl: 3_600,
      })
      for (const { key, id, register, reference, label, basis, due } of found) {
        const isDay = due.length === 10
        calendar.createEvent({
          id: `${key}-${id}@${host}`,
          stamp: now,
          start: isDay ? new Date(`${due}T00:00:00Z`) : new Date(due),
          end: isDay ? new Date(`${addDays(due, 1)}T00:00:00Z`) : new Date(due),
          allDay: isDay,
          timezone: isDay ? 'UTC' : null,
          summary: reference ? `${say(label, language)} (${reference})` : say(label, language),
          description: say(basis, language),
          url: `${services.url}/${pathOf(registerOf(catalogue, register))}/${id}`,
        })
      }
      return reply.header('cache-control', 'private, no-store').type('text/calendar; charset=utf-8').send(calendar.toString())
    },
  )

  app.get('/api/mail', { schema: { tags, summary: 'How the e-mail and the clocks are doing (administrator)' } }, async (request) => {
    const { actor } = signedIn(request)
    if (!actor.roles.includes('administrator'))
      throw forbidden({ sv: 'Det här är för administratören.', en: 'This is for the administrator.' })
    const [row] = await store.read(asSystem('tells the administrator of the e-mail'), null, (tx) =>
      tx.rows<{ faults?: Fault[] }>(sql`select
        (select count(*)::integer from notice where mail = 'waiting' and letter is not null) as waiting,
        (select min(made_at) from notice where mail = 'waiting' and letter is not null) as "waitingSince",
        (select count(*)::integer from notice where mail = 'waiting' and letter is null) as held,
        (select count(*)::integer from notice where mail = 'refused') as refused,
        (select last_error from notice where mail = 'refused' order by made_at desc limit 1) as "lastRefusal",
        m.sent_at as "sentAt", m.failing_since as "failingSince", m.last_error as "lastError", m.seen_at as "seenAt",
        (select coalesce(json_agg(json_build_object('clock', f.clock, 'record', f.record, 'fault', f.fault, 'since', f.since, 'attempts', f.attempts) order by f.since), '[]')
          from (select * from clock_fault order by since limit 100) f) as faults
        from (select 1) one left join mail_service m on true`),
    )
    const { faults = [], ...rest } = row ?? {}
    const language = languageOf(request)
    const named = faults.map((fault) => {
      const rule = varnaClocks.find(({ key }) => key === fault.clock)
      const duty = varnaDaily.find(({ key }) => `daily.${key}` === fault.clock)
      return {
        ...fault,
        label: rule ? say(rule.label, language) : (duty?.reason ?? fault.clock),
        href: rule ? `/${pathOf(catalogue.register(rule.on))}/${fault.record}` : null,
      }
    })
    return { configured: services.mails, ...rest, faults: named }
  })
}
