import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { dayIn } from '#kernel/clocks/clock.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { Services } from '../services.ts'
import { isIdentity } from './requests.ts'

/**
 * What is noted apart from history. `secret-*`: a record with a secrecy marking was read (the record, its history, connections or
 * files), shown in a list, or handed out in a table. `refused`: the person sees the record but may not do that. `not-found`: nothing
 * such was there, which the database notes as `hidden` where it was there but not for him.
 */
export type AccessEvent = 'secret-read' | 'secret-listed' | 'secret-exported' | 'refused' | 'not-found'

/** Notes, in the name of the one who asks. What is secret is not shown unless it could be noted. */
export async function note(
  services: Services,
  request: FastifyRequest,
  event: AccessEvent,
  register: Register,
  records: readonly (string | null)[],
): Promise<void> {
  if (!request.person || !records.length) return
  await services.store.write(request.person.actor, {}, (tx) =>
    tx.rows<object>(sql`select note_access(${event}, ${register.name}, ${records}::uuid[], ${request.requestId}::uuid)`),
  )
}

const mostRemembered = 50_000

/** Notes what lists show, once a day for each person and record: who turns pages back and forth has not seen more. */
export function listedOnce(services: Services) {
  let day = ''
  let seen = new Set<string>()
  return async (request: FastifyRequest, register: Register, records: readonly string[]): Promise<void> => {
    if (!records.length) return
    const today = dayIn(services.clock.now())
    if (today !== day || seen.size > mostRemembered) seen = new Set()
    day = today
    const key = (id: string) => `${request.person?.actor.person} ${id}`
    const fresh = records.filter((id) => !seen.has(key(id)))
    await note(services, request, 'secret-listed', register, fresh)
    for (const id of fresh) seen.add(key(id))
  }
}

/** Notes every request for a record, or to a register, that was answered with *forbidden* or *not found*. */
export function noteRefusals(app: FastifyInstance, services: Services): void {
  app.addHook('onSend', async (request, reply) => {
    if ((reply.statusCode !== 403 && reply.statusCode !== 404) || !request.person) return
    const [, , path = '', id = ''] = (request.url.split('?')[0] ?? '').split('/')
    const register = services.catalogue.byPath(path)
    if (!register) return
    const event = reply.statusCode === 403 ? 'refused' : 'not-found'
    await note(services, request, event, register, [isIdentity(id) ? id : null]).catch((error: unknown) =>
      request.log.error({ err: error }, 'a refusal was not noted'),
    )
  })
}
