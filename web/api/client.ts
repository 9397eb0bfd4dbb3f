import { currentLanguage } from '#web/language/useSay.ts'

/** What is wrong with one field of what was sent. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** The server's problem details (RFC 9457), in the language of the page. */
export interface ProblemDetails {
  readonly type?: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly code: string
  readonly errors?: readonly FieldProblem[]
  readonly [more: string]: unknown
}

/** A refused or failed request. `status` 0 means that the server was not reached. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.problem = problem
  }

  /** What is wrong with each field, by field name. */
  get fields(): Readonly<Record<string, string>> {
    return Object.fromEntries((this.problem.errors ?? []).map((error) => [error.field, error.message]))
  }
}

export type ParamValue = string | number | boolean | null | undefined | readonly string[]
export type Params = Readonly<Record<string, ParamValue>>

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly params?: Params
  /** Sent as JSON, unless it is a form with files. */
  readonly body?: unknown
  /** The version the change was made on. */
  readonly ifMatch?: number | string
  /** Why, in the person's own words. */
  readonly reason?: string
  /** Made once for each thing a person sets out to create, so that a retry does not make two. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** A key for `idempotencyKey`: make one when a form opens and keep it until the form has been stored. */
export const newIdempotencyKey = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The query string of parameters: empty values are left out, lists are repeated. Colons and commas stay readable. */
export function queryString(params: Params): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) for (const one of value) query.append(name, one)
    else query.append(name, String(value))
  }
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/')
  return text ? `?${text}` : ''
}

/** The address of something in the API: `apiPath('/risks', { state: 'open' })`. */
export const apiPath = (path: string, params: Params = {}): string => `/api${path}${queryString(params)}`

const unreachable = (): ProblemDetails =>
  currentLanguage() === 'sv'
    ? {
        title: 'Servern svarar inte',
        status: 0,
        code: 'unreachable',
        detail: 'Det du har skrivit finns kvar på sidan. Försök igen om en stund.',
      }
    : {
        title: 'The server does not answer',
        status: 0,
        code: 'unreachable',
        detail: 'What you have written is still on the page. Try again in a moment.',
      }

const unexplained = (status: number): ProblemDetails =>
  currentLanguage() === 'sv'
    ? {
        title: 'Något gick fel på servern',
        status,
        code: 'unexplained',
        detail: `Servern kunde inte svara (${status}). Det du har skrivit finns kvar. Försök igen om en stund.`,
      }
    : {
        title: 'Something went wrong on the server',
        status,
        code: 'unexplained',
        detail: `The server could not answer (${status}). What you have written is kept. Try again in a moment.`,
      }

const isProblem = (value: unknown): value is ProblemDetails =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string'

async function problemOf(response: Response): Promise<ApiProblem> {
  const found: unknown = await response.json().catch(() => null)
  return new ApiProblem(
    isProblem(found) ? { ...found, status: response.status, code: found.code ?? 'unexplained' } : unexplained(response.status),
  )
}

let signedOut = () => {}

/** Says what is to happen when an answer shows that nobody is signed in any longer, whoever asked. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener
}

/** Notes whether an answer says that nobody is signed in: also for requests that are sent in other ways than `send`. */
export const noticeSignedOut = (status: number): void => {
  if (status === 401) signedOut()
}

/** Asks the server and gives the raw answer; anything but success is thrown as `ApiProblem`. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = 'GET', params = {}, body, ifMatch, reason, idempotencyKey, signal } = options
  const headers: Record<string, string> = { accept: 'application/json' }
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  if (reason) headers['x-reason'] = encodeURIComponent(reason)
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(apiPath(path, params), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(unreachable())
  }
  if (path !== '/session') noticeSignedOut(response.status)
  if (!response.ok) throw await problemOf(response)
  return response
}

/** Asks the server and gives the answer as JSON; `undefined` for an answer without content. */
export async function api<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** Asks the server and hands over its answer line by line (NDJSON), as the work proceeds. */
export async function apiLines<Line>(path: string, options: RequestOptions, onLine: (line: Line) => void): Promise<void> {
  const response = await send(path, options)
  if (!response.body) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += value ?? ''
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) onLine(JSON.parse(line) as Line)
    if (done) break
  }
  if (rest.trim()) onLine(JSON.parse(rest) as Line)
}
