import { sql } from 'kysely'
import { dayIn } from '#kernel/clocks/clock.ts'
import { type NoticeChoice, noticeChoiceSchema, usualChoice, whenToSend } from '#kernel/notices/choice.ts'
import { isNoticeKind } from '#kernel/notices/notice.ts'
import { asSystem, type Transaction } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { letterOf, type Said } from './letter.ts'
import type { Post } from './post.ts'

/** How many notices are looked at in one round, and how many letters sent. */
const mostNotices = 500
const mostLetters = 200
/** How long a letter belongs to the server that took it, in milliseconds: longer than any attempt takes. */
const lease = 5 * 60_000
/** A server that has been away this long has nothing to say of what happened meanwhile, in days. */
const mostDays = 7
/** How many times a letter that the other server will not have is tried. */
const mostRefusals = 5

/** How long to wait after an attempt that failed, in milliseconds: one minute, then twice as long each time, at most a quarter of an hour. */
export const pause = (attempts: number): number => Math.min(60_000 * 2 ** Math.max(0, attempts - 1), 900_000)

const choiceOf = (value: unknown): NoticeChoice => {
  const given = noticeChoiceSchema.safeParse(value)
  return given.success ? given.data : usualChoice
}

const system = asSystem('sends e-mail')

/**
 * Sends notices by e-mail. A notice waits in the database until a server has taken it; of several servers each letter is taken by one.
 * What has gone out but was not noted before the server died goes again under the same Message-ID.
 */
export function mailer(services: Pick<Services, 'catalogue' | 'store' | 'clock'>, post: Post, url: string) {
  const { catalogue, store, clock } = services
  const host = new URL(url).hostname
  let begun = false

  /** E-mail begins when it is first switched on: what was said before is not sent. */
  async function begin(): Promise<void> {
    if (begun) return
    await store.write(system, {}, beginIn)
    begun = true
  }

  async function beginIn(tx: Transaction): Promise<void> {
    await tx.rows<object>(sql`insert into mail_service (begun_at, seen_at) values (now(), now())
      on conflict (only_row) do update set seen_at = now(),
        begun_at = case when mail_service.seen_at < now() - make_interval(days => ${mostDays}) then now() else mail_service.begun_at end`)
    await tx.rows<object>(
      sql`update notice set mail = 'none' where mail = 'waiting' and letter is null and made_at < (select begun_at from mail_service)`,
    )
  }

  /** Decides for each new notice whether and when it goes, and puts those that go to the same person together. */
  async function sort(tx: Transaction, now: Date): Promise<void> {
    const rows = await tx.rows<{ id: string; person: string; kind: string; read: boolean; gathered: boolean; choice: unknown }>(sql`
      select n.id, n.person, n.kind, n.read_at is not null as read, n.next_attempt is not null as gathered, c.value as choice
      from notice n left join notice_choice c on c.person = n.person
      where n.mail = 'waiting' and n.letter is null and (n.next_attempt is null or n.next_attempt <= ${now.toISOString()}::timestamptz)
      order by n.person, n.id limit ${mostNotices} for update of n skip locked`)
    if (!rows.length) return
    const letters = new Map<string, string>()
    const sorted = rows.map(({ id, person, kind, read, gathered, choice }) => {
      const when = read || !isNoticeKind(kind) ? null : whenToSend(kind, choiceOf(choice), now, gathered)
      if (!when) return { id, mail: 'none', letter: null, at: null }
      if (when > now) return { id, mail: 'waiting', letter: null, at: when.toISOString() }
      const letter = letters.get(person) ?? id
      letters.set(person, letter)
      return { id, mail: 'waiting', letter, at: now.toISOString() }
    })
    await tx.rows<object>(sql`update notice n set mail = s.mail, letter = s.letter, next_attempt = s.at
      from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as s(id uuid, mail text, letter uuid, at timestamptz) where n.id = s.id`)
  }

  /** Takes the letter that has waited longest, or none. */
  async function take(tx: Transaction, now: Date): Promise<{ letter: string; attempts: number } | undefined> {
    const [taken] = await tx.rows<{ letter: string; attempts: number }>(sql`
      update notice set attempts = attempts + 1, next_attempt = ${new Date(now.getTime() + lease).toISOString()}
      where id = (select id from notice where mail = 'waiting' and letter = id and next_attempt <= ${now.toISOString()}::timestamptz
        order by next_attempt, id limit 1 for update skip locked)
      returning letter, attempts`)
    return taken
  }

  interface Line extends Said {
    readonly email: string | null
    readonly choice: unknown
  }

  async function send(letter: string, attempts: number, now: Date): Promise<boolean> {
    const lines = await store.read(system, null, (tx) =>
      tx.rows<Line>(sql`select n.id, n.register, n.record, n.words, coalesce(cardinality(n.records), 1) as count, p.email, c.value as choice from notice n
        left join person p on p.id = n.person and p.withdrawn_at is null and (p.employed_to is null or p.employed_to >= ${dayIn(now)}::date)
        left join notice_choice c on c.person = n.person
        where n.letter = ${letter}::uuid and n.mail = 'waiting' order by n.id`),
    )
    const [first] = lines
    const close = (mail: 'sent' | 'none' | 'refused', fault: string | null = null) =>
      store.write(system, {}, async (tx) => {
        await tx.rows<object>(sql`update notice set mail = ${mail}, last_error = ${fault},
          sent_at = ${mail === 'sent' ? now.toISOString() : null}::timestamptz where letter = ${letter}::uuid and mail = 'waiting'`)
        if (mail === 'sent')
          await tx.rows<object>(sql`update mail_service set sent_at = ${now.toISOString()}, failing_since = null, last_error = null`)
      })
    if (!first?.email) {
      await close('none')
      return true
    }
    const { language } = choiceOf(first.choice)
    const posted = await post.send(
      { to: first.email, ...letterOf(catalogue, lines, language, url), messageId: `<${letter}@${host}>`, language },
      now,
    )
    if (posted.how === 'sent') {
      await close('sent')
      return true
    }
    if (posted.how === 'refused' && attempts >= mostRefusals) {
      await close('refused', posted.fault)
      return true
    }
    await store.write(system, {}, async (tx) => {
      await tx.rows<object>(sql`update notice set next_attempt = ${new Date(now.getTime() + pause(attempts)).toISOString()}, last_error = ${posted.fault}
        where id = ${letter}::uuid and mail = 'waiting'`)
      if (posted.how === 'down')
        await tx.rows<object>(sql`update mail_service set failed_at = ${now.toISOString()}, last_error = ${posted.fault},
          failing_since = coalesce(failing_since, ${now.toISOString()})`)
    })
    return posted.how === 'refused'
  }

  /** One round: what is new is sorted, and what is to go is sent until none is left or the other server does not answer. */
  async function round(): Promise<void> {
    const now = clock.now()
    await begin()
    await store.write(system, {}, async (tx) => {
      await tx.rows<object>(sql`update mail_service set seen_at = now() where seen_at < now() - interval '1 minute'`)
      await sort(tx, now)
    })
    for (let count = 0; count < mostLetters; count += 1) {
      const present = clock.now()
      const taken = await store.write(system, {}, (tx) => take(tx, present))
      if (!taken || !(await send(taken.letter, taken.attempts, present))) return
    }
  }

  return { begin, round }
}
