import type { Report } from '../figure.ts'
import { statementsOf } from '../subjects/kernel.ts'
import { interleave, p99, perSecond, ratio } from '../subjects/rounds.ts'
import type { Question } from '../subjects/subject.ts'
import type { Bed } from './bed.ts'

const callersOf = [1, 16] as const

/** How a read over HTTP compares with the same SQL through the bare driver, and where the rest goes. */
async function read(bed: Bed, report: Report, name: 'list' | 'record'): Promise<void> {
  const question: Exclude<Question, { do: 'write' }> = { do: name, ids: name === 'record' ? bed.ids : [], asOf: null }
  const statements = await statementsOf(bed.app, bed.actor, question)
  const paths = name === 'list' ? ['/api/risks'] : bed.ids.map((id) => `/api/risks/${id}`)
  for (const callers of callersOf) {
    const measured = await interleave(
      {
        http: { kind: 'http', port: bed.server.port, requests: paths.map((path) => bed.get(path)) },
        driver: { kind: 'driver', config: bed.bare, statements },
        kernel: { kind: 'kernel', config: bed.app, actor: bed.actor, question },
      },
      callers,
    )
    report({
      name: `${name}-vs-driver-${callers}`,
      value: ratio(measured.http, measured.driver),
      unit: 'ratio',
      ...(name === 'list' ? { aim: { least: 0.5 } } : {}),
    })
    report({ name: `${name}-kernel-vs-driver-${callers}`, value: ratio(measured.kernel, measured.driver), unit: 'ratio' })
    report({ name: `${name}-http-${callers}`, value: perSecond(measured.http), unit: '/s' })
    report({ name: `${name}-driver-${callers}`, value: perSecond(measured.driver), unit: '/s' })
    // Apart from the others, since the database takes only so many connections.
    const under = await interleave(
      {
        http: { kind: 'http', port: bed.server.port, requests: paths.map((path) => bed.get(path)) },
        guarded: { kind: 'driver', config: bed.guarded, statements },
      },
      callers,
    )
    report({ name: `${name}-vs-driver-guarded-${callers}`, value: ratio(under.http, under.guarded), unit: 'ratio' })
    if (callers === 16) report({ name: `${name}-p99-16`, value: p99(measured.http), unit: 'ms', aim: { most: 100 } })
  }
}

export const list = (bed: Bed, report: Report) => read(bed, report, 'list')
export const record = (bed: Bed, report: Report) => read(bed, report, 'record')
