import { driverSubject, driverWriteSubject } from './driver.ts'
import { httpSubject, httpWriteSubject } from './http.ts'
import { kernelSubject } from './kernel.ts'
import type { Act, Round, Subject } from './subject.ts'

async function open(subject: Subject, callers: number): Promise<Act> {
  switch (subject.kind) {
    case 'http':
      return httpSubject(subject.port, subject.requests, callers)
    case 'http-write':
      return httpWriteSubject(subject.port, subject.cookie, subject.targets, callers)
    case 'driver':
      return driverSubject(subject.config, subject.statements, callers)
    case 'driver-write':
      return driverWriteSubject(subject.config, subject.targets, callers)
    case 'kernel':
      return kernelSubject(subject.config, subject.actor, subject.question, callers)
  }
}

/** Lets every caller act as often as he can for so many seconds. */
async function round(act: Act, callers: number, seconds: number): Promise<Round> {
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let at = performance.now(); at < until; ) {
        await act(caller)
        const now = performance.now()
        times.push(now - at)
        at = now
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((one, other) => one - other)
  const part = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / took, p50: part(0.5), p99: part(0.99) }
}

type Order = { readonly open: Subject; readonly callers: number } | { readonly seconds: number }

let act: Act | undefined
let callers = 1

process.on('message', async (order: Order) => {
  try {
    if ('open' in order) {
      callers = order.callers
      act = await open(order.open, callers)
      process.send?.({ ready: true })
    } else if (act) process.send?.({ round: await round(act, callers, order.seconds) })
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit())
