import net from 'node:net'

/** What came back: enough to tell that it was answered, and with which version. */
export interface Reply {
  readonly status: number
  readonly version: number | null
  readonly bytes: number
}

/** A connection that is kept open and asks one thing at a time. */
export interface Connection {
  readonly ask: (request: string) => Promise<Reply>
  readonly close: () => void
}

/** The text of a request, ready to be sent. */
export function requestText(method: string, path: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const all = {
    host: 'localhost',
    ...headers,
    ...(body ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

const numberAfter = (head: string, name: string) => {
  const found = new RegExp(`^${name}:\\s*"?(\\d+)`, 'im').exec(head)
  return found ? Number(found[1]) : null
}

/** The end of a chunked body that is wholly in `data`, or -1. */
function endOfChunks(data: Buffer, from: number): number {
  let at = from
  for (;;) {
    const line = data.indexOf('\r\n', at)
    if (line < 0) return -1
    const size = Number.parseInt(data.toString('latin1', at, line), 16)
    at = line + 2 + size + 2
    if (at > data.length) return -1
    if (size === 0) return at
  }
}

/**
 * Opens a connection to the server on this machine. As lean as a database driver: the caller shares the processors with what
 * is measured, and a full HTTP client would cost as much as the answer.
 */
export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let waiting: { done: (reply: Reply) => void; failed: (error: Error) => void } | null = null
    let gathered: Buffer = Buffer.alloc(0)
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    const read = () => {
      const split = gathered.indexOf('\r\n\r\n')
      if (split < 0) return
      const head = gathered.toString('latin1', 0, split)
      const status = Number(head.slice(9, 12))
      const length = status === 204 ? 0 : numberAfter(head, 'content-length')
      const end = length === null ? endOfChunks(gathered, split + 4) : split + 4 + length
      if (end < 0 || end > gathered.length) return
      const bytes = end - split - 4
      gathered = gathered.subarray(end)
      const { done } = waiting ?? {}
      waiting = null
      done?.({ status, version: numberAfter(head, 'etag'), bytes })
    }
    socket.on('data', (piece) => {
      gathered = gathered.length ? Buffer.concat([gathered, piece]) : piece
      read()
    })
    const broken = (error: Error) => {
      reject(error)
      waiting?.failed(error)
    }
    socket.on('error', broken)
    socket.on('close', () => broken(new Error('the server closed the connection')))
    socket.on('connect', () =>
      resolve({
        ask: (request) =>
          new Promise((done, failed) => {
            waiting = { done, failed }
            socket.write(request)
          }),
        close: () => socket.destroy(),
      }),
    )
  })
}
