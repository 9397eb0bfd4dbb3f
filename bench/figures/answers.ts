import { requestText } from '../connection.ts'
import type { Report } from '../figure.ts'
import { interleave, p99 } from '../subjects/rounds.ts'
import type { Bed } from './bed.ts'

/** How long the slowest of a hundred waits with sixteen callers, compressed as for a browser. */
export async function answers(bed: Bed, report: Report): Promise<void> {
  const browser = { 'accept-encoding': 'gzip, deflate, br' }
  const words = [
    'obehörig',
    'R-2021-01234',
    'säkerhetskopiorna',
    'diariet',
    'Lindqvist',
    'riskanalyserna',
    'behörighetsregistret',
    'avbrott e-tjänsten',
  ]
  const asked: Record<string, string[]> = {
    list: [bed.get('/api/risks', browser)],
    counted: [bed.get('/api/risks?count=true', browser)],
    filtered: ['level=4', 'state=analysed', 'reviewBy=lt:2022-12-31', 'kind=project&level=gte:3'].map((query) =>
      bed.get(`/api/risks?${query}`, browser),
    ),
    'of-department': [requestText('GET', '/api/risks', { cookie: bed.headCookie, ...browser })],
    record: bed.ids.map((id) => bed.get(`/api/risks/${id}`, browser)),
    history: bed.ids.map((id) => bed.get(`/api/risks/${id}/history`, browser)),
    search: words.map((word) => bed.get(`/api/search?q=${encodeURIComponent(word)}`, browser)),
    position: [bed.get('/api/position', browser)],
  }
  for (const [name, requests] of Object.entries(asked)) {
    const { http } = await interleave({ http: { kind: 'http', port: bed.server.port, requests } }, 16, 3)
    report({ name: `p99-${name}`, value: p99(http), unit: 'ms', aim: { most: 100 } })
  }
}
