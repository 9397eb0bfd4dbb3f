import type { Report } from '../figure.ts'
import { interleave, p99, ratio } from '../subjects/rounds.ts'
import type { Bed } from './bed.ts'

/** How many times as long a read of a day past takes as the same read of today. */
export async function asOf(bed: Bed, report: Report): Promise<void> {
  const past = (path: string) => `${path}${path.includes('?') ? '&' : '?'}asOf=${bed.asOfDay}`
  const compare = async (name: string, paths: readonly string[], callers: number) => {
    const measured = await interleave(
      {
        now: { kind: 'http', port: bed.server.port, requests: paths.map((path) => bed.get(path)) },
        past: { kind: 'http', port: bed.server.port, requests: paths.map((path) => bed.get(past(path))) },
      },
      callers,
    )
    report({ name, value: ratio(measured.now, measured.past), unit: 'ratio', aim: { most: 3 } })
    if (callers === 16) report({ name: `${name.replace('-vs-now', '')}-p99`, value: p99(measured.past), unit: 'ms', aim: { most: 100 } })
  }
  await compare('as-of-vs-now-1', ['/api/risks'], 1)
  await compare('as-of-vs-now-16', ['/api/risks'], 16)
  await compare(
    'as-of-record-vs-now',
    bed.ids.map((id) => `/api/risks/${id}`),
    1,
  )
  await compare('as-of-count-vs-now', ['/api/risks?count=true&limit=1'], 1)
  await compare('as-of-selective-vs-now', ['/api/risks?level=4&state=analysed'], 1)
}
