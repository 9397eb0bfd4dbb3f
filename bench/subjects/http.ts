import { openConnection, requestText } from '../connection.ts'
import type { Act, Target } from './subject.ts'

/** Asks the server over kept-open connections, one for each caller. */
export async function httpSubject(port: number, requests: readonly string[], callers: number): Promise<Act> {
  const connections = await Promise.all(Array.from({ length: callers }, () => openConnection(port)))
  let next = 0
  return async (caller) => {
    const reply = await connections[caller]?.ask(requests[next++ % requests.length] ?? '')
    if (reply?.status !== 200) throw new Error(`the server answered ${reply?.status}`)
  }
}

/** The day written in the n-th change: each differs from the one before. */
export const dayNumber = (n: number): string => new Date(Date.UTC(2030, 0, 1 + (n % 3000))).toISOString().slice(0, 10)

/** Changes one field of one record after another through the API; every caller has records of his own. */
export async function httpWriteSubject(port: number, cookie: string, targets: readonly Target[], callers: number): Promise<Act> {
  const connections = await Promise.all(Array.from({ length: callers }, () => openConnection(port)))
  const mine = connections.map((_, caller) =>
    targets.filter((_target, index) => index % callers === caller).map((target) => ({ ...target })),
  )
  const done = connections.map(() => 0)
  return async (caller) => {
    const count = done[caller] ?? 0
    done[caller] = count + 1
    const target = mine[caller]?.[count % (mine[caller]?.length ?? 1)]
    if (!target) throw new Error('nothing to change')
    const body = JSON.stringify({ reviewBy: dayNumber(count * callers + caller + target.version) })
    const reply = await connections[caller]?.ask(
      requestText('PATCH', `/api/risks/${target.id}`, { cookie, 'if-match': `"${target.version}"` }, body),
    )
    if (reply?.status !== 200 || reply.version === null) throw new Error(`the server answered ${reply?.status}`)
    target.version = reply.version
  }
}
