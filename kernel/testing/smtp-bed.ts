import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** An e-mail as it came. */
export interface Received {
  readonly to: string[]
  readonly raw: string
  readonly messageId: string
}

/** A real SMTP server on this machine that keeps what it is given. */
export interface SmtpBed {
  readonly url: string
  readonly received: Received[]
  /** What it answers a letter with, once it has all of it; takes it where nothing is said. */
  answer: (received: Received) => Promise<Error | null>
  readonly close: () => Promise<void>
}

/** The text of an e-mail without the marks of how it was sent. */
const plain = (raw: string) =>
  Buffer.from(
    raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')

export async function smtpBed(port = 0): Promise<SmtpBed> {
  const received: Received[] = []
  const bed: { answer: SmtpBed['answer'] } = { answer: async () => null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const sent = Buffer.concat(pieces).toString('latin1')
        const one = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: plain(sent),
          messageId: /^Message-ID:\s*(\S+)/im.exec(sent)?.[1] ?? '',
        }
        bed.answer(one).then((fault) => {
          if (!fault) received.push(one)
          done(fault)
        }, done)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const address = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    get answer() {
      return bed.answer
    },
    set answer(answer) {
      bed.answer = answer
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
