import type { FastifyRequest } from 'fastify'

const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const

/**
 * Whether the one who asks sits at this machine: the connection comes from it, no other server stands between, and the name
 * asked for is its own. A page elsewhere that lets its own name lead to this machine asks for that name.
 */
export function isHere(request: FastifyRequest): boolean {
  const near = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  const name = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
  return near && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name) && passedOn.every((header) => request.headers[header] === undefined)
}
