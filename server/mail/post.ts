import { createTransport } from 'nodemailer'

/** An e-mail to be handed over. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same at every attempt, so that whoever gets it twice sees it once. */
  readonly messageId: string
  readonly language: string
}

/** What came of handing an e-mail over: the server has taken it, does not answer, or will not have it. */
export type Posted = { readonly how: 'sent' } | { readonly how: 'down' | 'refused'; readonly fault: string }

/** The way out for e-mail. */
export interface Post {
  readonly send: (letter: Letter, now: Date) => Promise<Posted>
  readonly close: () => void
}

/** Hands e-mail over to an SMTP server. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return {
    send: async ({ to, subject, text, html, messageId, language }, now) => {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId,
          date: now,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        })
        return { how: 'sent' }
      } catch (error) {
        const { code, responseCode, command, message } = error as {
          code?: string
          responseCode?: number
          command?: string
          message?: string
        }
        const fault = (message ?? String(error)).split('\n')[0]?.slice(0, 300) ?? ''
        // An address that is none is refused before the other server is asked: that says nothing of how the server is doing.
        const nonsense = code === 'EENVELOPE' && responseCode === undefined
        const refused =
          nonsense || (responseCode !== undefined && responseCode >= 400 && ['RCPT TO', 'DATA', 'MAIL FROM'].includes(command ?? ''))
        return { how: refused ? 'refused' : 'down', fault }
      }
    },
    close: () => transport.close(),
  }
}
