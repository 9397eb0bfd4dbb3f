import { existsSync } from 'node:fs'
import path from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import reference from '@scalar/fastify-api-reference'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { notFound } from '#kernel/problems/problem.ts'
import { noteRefusals } from './http/access-log.ts'
import { actionRoutes } from './http/actions.ts'
import { classificationRoutes } from './http/classification.ts'
import { clockRoutes } from './http/clocks.ts'
import { refuseDeep } from './http/depth.ts'
import { fileRoutes } from './http/files.ts'
import { isHere } from './http/here.ts'
import { myRoutes } from './http/my.ts'
import { noticeRoutes } from './http/notices.ts'
import { positionRoutes } from './http/position.ts'
import { answerProblems, nowhere } from './http/problems.ts'
import { registerRoutes } from './http/registers.ts'
import { reportRoutes } from './http/reports.ts'
import { riskAnalysisRoutes } from './http/risk-analysis.ts'
import { riskMethodRoutes } from './http/risk-methods.ts'
import { riskPictureRoutes } from './http/risk-pictures.ts'
import { recogniseEveryone, sameSecret, sessionRoutes } from './http/session.ts'
import { type Setup, setupRoutes } from './http/setup.ts'
import { workRoutes } from './http/work.ts'
import type { Services } from './services.ts'

export interface AppOptions {
  readonly logLevel: string
  /** The folder of the built pages; none for an API alone. */
  readonly pages: string | null
  readonly version: string
  readonly setup: Setup
}

/** What a page of ours may do: nothing from elsewhere, nothing inline but styles that components set. */
const pagePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

function measure(app: FastifyInstance, services: Services): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'varna_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 5],
  })
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? '', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!(services.metricsToken ? sameSecret(token, services.metricsToken) : isHere(request))) throw notFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** The pages: files with a hash in their name are kept for a year, every other address gives the one page. */
async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    setHeaders: (reply, file) => {
      const lasting = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Puts the server together. It listens to nothing until told to. */
export async function buildApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    ajv: { customOptions: { strict: false } },
    // An address that cannot be read leads nowhere, like any other that does not.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      reply.status(404).type('application/problem+json').send(nowhere(request)),
  })
  // Input is judged by the gate and by the routes, in words; the schemas of routes are for the OpenAPI document.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))

  await app.register(cookie)
  await app.register(multipart)
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Värna',
        version: options.version,
        description: 'The API of Värna. Every register answers the same way; errors are RFC 9457 problem details.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'varna-session' }, token: { type: 'http', scheme: 'bearer' } },
      },
      security: [{ session: [] }, { token: [] }],
    },
  })
  answerProblems(app)
  recogniseEveryone(app, services)
  refuseDeep(app)
  noteRefusals(app, services)
  measure(app, services)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('content-security-policy') && !request.url.startsWith('/api/docs'))
      reply.header('content-security-policy', pagePolicy)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })

  app.get('/api/health', { schema: { tags: ['Server'], summary: 'Whether the server and its database work' } }, async () => {
    await services.store.pool.query('select 1')
    return { status: 'ok', version: options.version, time: services.clock.now().toISOString() }
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())

  await app.register(sessionRoutes(services))
  await app.register(setupRoutes(services, options.setup))
  await app.register(myRoutes(services))
  await app.register(positionRoutes(services))
  await app.register(workRoutes(services))
  await app.register(noticeRoutes(services))
  await app.register(clockRoutes(services))
  await app.register(classificationRoutes(services))
  await app.register(riskAnalysisRoutes(services))
  await app.register(riskMethodRoutes(services))
  await app.register(actionRoutes(services))
  await app.register(riskPictureRoutes(services))
  await app.register(reportRoutes(services))
  await app.register(fileRoutes(services))
  await app.register(registerRoutes(services))
  await app.register(reference, { routePrefix: '/api/docs', configuration: { url: '/api/openapi.json', withDefaultFonts: false } })

  const pages = options.pages && existsSync(path.join(options.pages, 'index.html')) ? options.pages : null
  if (pages) await servePages(app, pages)
  app.setNotFoundHandler((request, reply) => {
    if (pages && request.method === 'GET' && !request.url.startsWith('/api/') && !path.extname(request.url.split('?')[0] ?? '')) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html', pages)
    }
    return reply.status(404).type('application/problem+json').send(nowhere(request))
  })
  return app
}
