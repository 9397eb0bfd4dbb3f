import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { idOfKey } from '#database/demo/keys.ts'
import { cast } from '#database/demo/organisation.ts'
import { contentsOf, rightsFor } from '#kernel/access/contents.ts'
import { roles } from '#kernel/access/roles.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { notFound, problem } from '#kernel/problems/problem.ts'
import { attemptCounter, countedBy } from '../identity/attempts.ts'
import type { Services } from '../services.ts'
import { isHere } from './here.ts'
import { languageOf, notSignedIn, parse, signedIn } from './requests.ts'

const cookieName = 'varna-session'

const credentials = z.union([
  z.strictObject({ demo: z.string().max(60) }),
  z.strictObject({ email: z.string().max(254), password: z.string().max(1_000) }),
])

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change must come from the product's own pages: browsers say where a request comes from. */
function refuseForeign(request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return
  const { origin, host } = request.headers
  const foreign = (origin !== undefined && URL.parse(origin)?.host !== host) || request.headers['sec-fetch-site'] === 'cross-site'
  if (foreign)
    throw problem({
      status: 403,
      code: 'foreign-origin',
      title: { sv: 'Begäran kommer från en annan webbplats.', en: 'The request comes from another site.' },
    })
}

/** Finds out who is behind each request. */
export function recogniseEveryone(app: FastifyInstance, services: Services): void {
  app.decorateRequest('person', null)
  app.decorateRequest('mayWrite', false)
  app.decorateRequest('requestId', '')
  app.addHook('onRequest', async (request) => {
    request.requestId = crypto.randomUUID()
    // The address of the route, since what was asked for may be written in more ways than one.
    if (!(request.routeOptions.url ?? request.url).startsWith('/api/')) return
    const header = request.headers.authorization
    const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined
    const secret = token ?? request.cookies[cookieName]
    if (!token) refuseForeign(request)
    if (!secret) return
    const found = await services.identity.bySecret(secret, token ? 'token' : 'session')
    request.person = found?.person ?? null
    request.mayWrite = found?.scope === 'write'
  })
}

/** A browser that reached us by https never sends the cookie any other way; who says so falsely only shuts himself out. */
const isSecure = (request: FastifyRequest) => request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'

const setCookie = (request: FastifyRequest, reply: FastifyReply, secret: string, expires: Date) =>
  reply.setCookie(cookieName, secret, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request), expires })

/** Whether anyone may sign in as one of the cast: only in the demonstration, and only from this machine. */
const demonstrating = async (services: Services, request: FastifyRequest) =>
  services.loopback && isHere(request) && ((await services.identity.authority())?.demonstration ?? false)

export const sessionRoutes = (services: Services) => async (app: FastifyInstance) => {
  const { identity, catalogue, clock } = services
  const tags = ['Session']
  const attempts = attemptCounter()
  const registers = contentsOf(catalogue)

  app.get('/api/session', { schema: { tags, summary: 'Who I am and what I may do' } }, async (request) => {
    const person = signedIn(request)
    return {
      person: { id: person.id, name: person.name, title: person.title, unit: person.unit },
      roles: person.actor.roles,
      authority: await identity.authority(),
      language: languageOf(request),
      today: dayIn(clock.now()),
      may: rightsFor(catalogue, person.actor.roles),
      registers,
    }
  })

  app.get('/api/session/cast', { schema: { tags, summary: 'The people of the demonstration' } }, async (request) => {
    if (!(await demonstrating(services, request))) throw notFound()
    return { people: cast.map(({ key, name, role, unit }) => ({ key, name, role: roles[role].label, unit })) }
  })

  app.post('/api/session', { schema: { tags, summary: 'Sign in' } }, async (request, reply) => {
    const given = parse(credentials, request.body)
    if ('demo' in given) {
      const member = cast.find(({ key }) => key === given.demo)
      if (!(await demonstrating(services, request)) || !member) throw notFound()
      const { secret, expires } = await identity.open(idOfKey(member.personKey))
      return setCookie(request, reply, secret, expires).status(204).send()
    }
    const counted = countedBy(given.email, request.ip)
    if (!attempts.begin(counted)) {
      throw problem({
        status: 429,
        code: 'too-many-attempts',
        title: { sv: 'För många försök.', en: 'Too many attempts.' },
        detail: { sv: 'Vänta en kvart och försök igen.', en: 'Wait fifteen minutes and try again.' },
      })
    }
    const personId = await identity.byPassword(given.email, given.password)
    const person = personId ? await identity.person(personId) : null
    if (!person) {
      throw problem({
        ...notSignedIn().problem,
        code: 'wrong-password',
        title: { sv: 'E-postadressen eller lösenordet stämmer inte.', en: 'The e-mail address or the password is not right.' },
      })
    }
    attempts.forgive(counted)
    const { secret, expires } = await identity.open(person.id)
    return setCookie(request, reply, secret, expires).status(204).send()
  })

  app.delete('/api/session', { schema: { tags, summary: 'Sign out' } }, async (request, reply) => {
    const secret = request.cookies[cookieName]
    if (secret) await identity.close(secret)
    return reply.clearCookie(cookieName, { path: '/' }).status(204).send()
  })
}

const digest = (secret: string) => createHash('sha256').update(secret).digest()

/** Compares secrets without telling by time how much of them was right. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
