import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { readShippedSources } from '#areas/governance/server/formats/shipped.ts'
import { importSources } from '#areas/governance/server/import-sources.ts'
import { bringShipped } from '#areas/information/server/shipped.ts'
import { bringShippedMethod } from '#areas/risk/server/shipped.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import { invalid, notFound } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { parse } from './requests.ts'
import { sameSecret } from './session.ts'

/** The making of the first administrator in an empty database. */
export interface Setup {
  /** Printed in the terminal and good for one set-up; null when nothing is to be set up. */
  code: string | null
}

/** A code that is easy to read aloud: twelve letters and digits without those that are mistaken for each other. */
export const setupCode = (): string => {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  return Array.from({ length: 12 }, () => signs[randomInt(signs.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}

const setupForm = z.strictObject({
  code: z.string().max(60),
  authority: z.string().trim().min(2).max(120),
  name: z.string().trim().min(2).max(120),
  email: z.email().max(254),
  password: z.string().min(12).max(1_000),
})

export const setupRoutes = (services: Services, setup: Setup) => async (app: FastifyInstance) => {
  const tags = ['Set-up']
  let wrong = 0
  app.get('/api/setup', { schema: { tags, summary: 'Whether the first administrator is still to be made' } }, async () => ({
    needed: setup.code !== null,
  }))

  app.post(
    '/api/setup',
    { schema: { tags, summary: 'Make the first administrator, with the code from the terminal' } },
    async (request, reply) => {
      if (setup.code === null || wrong >= 20) throw notFound()
      const given = parse(setupForm, request.body)
      if (!sameSecret(given.code.trim().toUpperCase(), setup.code)) {
        wrong += 1
        throw invalid([
          {
            field: 'code',
            code: 'code',
            message: {
              sv: 'Koden stämmer inte. Den står i terminalen där servern startades.',
              en: 'The code is not right. It stands in the terminal where the server was started.',
            },
          },
        ])
      }
      const system = asSystem('sets up the authority')
      const [unit, person] = [v7(), v7()]
      const today = dayIn(services.clock.now())
      const register = services.catalogue.register
      const reason = 'Värna installerades'
      await services.store.write(system, { reason }, async (tx) => {
        await tx.rows<object>(sql`insert into authority (name) values (${given.authority})`)
        const gate = { tx, catalogue: services.catalogue, today, change: { reason }, effects: services.effects }
        await carryOut(gate, [
          { do: 'create', register: register('unit'), id: unit, values: { name: given.authority, kind: 'authority' }, reason },
          {
            do: 'create',
            register: register('person'),
            id: person,
            values: { name: given.name, email: given.email, unit, employedFrom: today },
            reason,
          },
          { do: 'create', register: register('assignment'), values: { person, role: 'administrator', unit, validFrom: today }, reason },
        ])
        await importSources(gate, await readShippedSources(), 'Författningar och standarder som följer med Värna')
        await bringShipped(gate, 'Förslag som följer med Värna')
        await bringShippedMethod(gate, 'Förslag som följer med Värna')
      })
      await services.identity.setPassword(person, given.email, given.password)
      setup.code = null
      services.identity.forget()
      return reply.status(204).send()
    },
  )
}
