import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, type Report } from '../figure.ts'
import { startServer } from '../server.ts'

const folder = fileURLToPath(new URL('../../.cache/bench-start', import.meta.url))

/** Seconds from `npm start` to the first answer: from nothing, with the demonstration loaded; and once there is a database. */
export async function start(report: Report): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.dirname(folder), { recursive: true })
  try {
    // Packages and pages are made ready by the first start of a clone, which is not what is measured.
    const first = await startServer(folder, 'npm')
    await first.stop()
    report({ name: 'start-empty', value: first.started, unit: 's', aim: { most: 20 } })
    const again: number[] = []
    for (let time = 0; time < 5; time += 1) {
      const server = await startServer(folder, 'npm')
      again.push(server.started)
      await server.stop()
    }
    report({ name: 'start-existing', value: median(again), unit: 's', aim: { most: 3 } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
