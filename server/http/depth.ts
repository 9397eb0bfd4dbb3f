import type { FastifyInstance } from 'fastify'
import { problem } from '#kernel/problems/problem.ts'

/** Deeper than anything the product has a use for. */
const deepest = 50

/** Whether objects and lists lie in each other more than so deep. Goes through them without recursion, which a deep one would exhaust. */
export function isDeeper(root: unknown, most: number): boolean {
  const waiting = [{ value: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= most) return true
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
  return false
}

/** Refuses JSON so deep that neither the server nor the database could write it out again. */
export function refuseDeep(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!isDeeper(request.body, deepest)) return
    throw problem({
      status: 400,
      code: 'too-deep',
      title: { sv: 'Det som skickades har för många nivåer inuti varandra.', en: 'What was sent is nested too deep.' },
    })
  })
}
