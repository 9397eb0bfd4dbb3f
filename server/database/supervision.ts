import type { Database } from './launcher.ts'
import type { Tell } from './place.ts'

/** Starts the embedded database again whenever it dies, looking each `every` milliseconds, until the returned function is called. */
export function superviseDatabase(database: Database, tell: Tell = () => {}, every = 500): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = database.kind === 'server'
  let failures = 0
  const look = async () => {
    try {
      if (await database.revive()) {
        tell({
          sv: 'Databasen hade stannat och är startad igen.',
          en: 'The database had stopped and is started again.',
        })
      }
      failures = 0
    } catch (error) {
      failures++
      const reason = error instanceof Error ? error.message : String(error)
      tell({
        sv: `Databasen har stannat och går inte att starta igen: ${reason}`,
        en: `The database has stopped and cannot be started again: ${reason}`,
      })
    }
    wait()
  }
  const wait = () => {
    if (stopped) return
    timer = setTimeout(look, every * 2 ** Math.min(failures, 6))
    timer.unref()
  }
  wait()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
