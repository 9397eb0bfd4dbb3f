import { varnaClocks, varnaDaily } from '#areas/server/clocks.ts'
import { mailer } from '../mail/mailer.ts'
import { smtpPost } from '../mail/post.ts'
import type { Services } from '../services.ts'
import type { Settings } from '../settings/settings.ts'
import { clockEngine } from './engine.ts'

/** Does something over and over with a pause between, until it is stopped; a failure is logged, and it goes on. */
function over(seconds: number, work: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const once = async () => {
    await work().catch(failed)
    if (stopped) return
    timer = setTimeout(() => {
      under = once()
    }, seconds * 1_000)
    timer.unref()
  }
  let under = once()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await under
  }
}

/**
 * Starts what a server does without being asked: the clocks, and the e-mail where there is a way out for it.
 * @returns stops it, when what is under way is done
 */
export function startClocks(services: Services, settings: Settings, log: (message: string, error: unknown) => void): () => Promise<void> {
  if (settings.clockSeconds === 0) return async () => undefined
  const { tick } = clockEngine(services, varnaClocks, varnaDaily, log)
  const post = settings.mailUrl === undefined ? null : smtpPost(settings.mailUrl, settings.mailFrom)
  const mail = post && mailer(services, post, settings.url)
  const stop = over(
    settings.clockSeconds,
    async () => {
      // What the clocks say goes at once; and e-mail has begun before they first say anything.
      await mail?.begin()
      await tick().catch((error: unknown) => log('the clocks failed', error))
      await mail?.round()
    },
    (error) => log('the e-mail failed', error),
  )
  return async () => {
    await stop()
    post?.close()
  }
}
