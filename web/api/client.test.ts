import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, api, apiLines, queryString } from './client.ts'

vi.mock('#web/language/useSay.ts', () => ({ currentLanguage: () => 'sv' }))

const answer = (body: string, init: ResponseInit) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, init)),
  )
const sent = () => vi.mocked(fetch).mock.calls[0] as unknown as [string, RequestInit & { headers: Record<string, string> }]

afterEach(() => vi.unstubAllGlobals())

describe('a request', () => {
  it('names the version, the reason and the key that keeps a retry from making two', async () => {
    answer('{"id":"1"}', { status: 200 })
    await api('/risks/1', { method: 'PATCH', ifMatch: 3, reason: 'Höjd efter övning – å', idempotencyKey: 'k', body: { title: 'x' } })
    const [address, { headers }] = sent()
    expect(address).toBe('/api/risks/1')
    expect(headers['if-match']).toBe('"3"')
    expect(decodeURIComponent(headers['x-reason'] ?? '')).toBe('Höjd efter övning – å')
    expect(headers['idempotency-key']).toBe('k')
  })

  it('leaves out empty parameters and repeats lists', () => {
    expect(queryString({ state: 'open', due: ['gte:today', 'lt:today+30'], q: '', owner: null })).toBe(
      '?state=open&due=gte:today&due=lt:today%2B30',
    )
  })

  it('that is refused says what is wrong with each field', async () => {
    answer(
      JSON.stringify({
        title: 'Ogiltigt',
        status: 422,
        code: 'invalid',
        errors: [{ field: 'title', code: 'required', message: 'Fyll i benämning.' }],
      }),
      { status: 422 },
    )
    const problem = await api('/risks', { method: 'POST', body: {} }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect((problem as ApiProblem).fields).toEqual({ title: 'Fyll i benämning.' })
  })

  it('that meets a broken server says so in words and not in HTML', async () => {
    answer('<html>Bad gateway</html>', { status: 502 })
    const problem = (await api('/risks').catch((error: unknown) => error)) as ApiProblem
    expect(problem.status).toBe(502)
    expect(problem.message).not.toContain('<')
  })

  it('that reaches no server has status 0', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('Failed to fetch'))),
    )
    const problem = (await api('/risks').catch((error: unknown) => error)) as ApiProblem
    expect(problem.status).toBe(0)
    expect(problem.code).toBe('unreachable')
  })

  it('answered line by line hands over each line as it comes, also when it is cut in the middle', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder()
        for (const piece of ['{"progress":0.', '5}\n{"pro', 'gress":1}\n', '{"done":true}']) controller.enqueue(encoder.encode(piece))
        controller.close()
      },
    })
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response(stream, { status: 200 })),
    )
    const lines: unknown[] = []
    await apiLines('/reports/annual/files', { method: 'POST' }, (line) => lines.push(line))
    expect(lines).toEqual([{ progress: 0.5 }, { progress: 1 }, { done: true }])
  })
})
