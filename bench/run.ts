import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Figure, holds, rounded } from './figure.ts'
import { answers } from './figures/answers.ts'
import { asOf } from './figures/as-of.ts'
import { type Bed, openBed } from './figures/bed.ts'
import { firstPage } from './figures/first-page.ts'
import { method } from './figures/method.ts'
import { list, record } from './figures/reads.ts'
import { recalculation } from './figures/recalculation.ts'
import { simulation } from './figures/simulation.ts'
import { start } from './figures/start.ts'
import { write } from './figures/writes.ts'
import { endServers } from './server.ts'
import { endSubjects } from './subjects/rounds.ts'

type OnBed = (bed: Bed, report: (figure: Figure) => void) => Promise<void>

/** Measured on the large database, in this order. */
const onBed: Record<string, OnBed> = { list, record, write, 'as-of': asOf, p99: answers }
const alone = { recalculation, method, simulation, start, 'first-page': firstPage }
const names = [...Object.keys(onBed), 'memory', ...Object.keys(alone)]

const figures: Figure[] = []
const report = (figure: Figure) => {
  const kept = { ...figure, value: rounded(figure.value) }
  figures.push(kept)
  console.log(`${kept.name} ${kept.value} ${kept.unit}`)
}
const say = (line: string) => console.error(line)

/** Whether the group, or a figure in it, was asked for. */
function chosen(asked: readonly string[], group: string): boolean {
  return asked.length === 0 || asked.some((name) => name === group || name.startsWith(`${group}-`))
}

async function measure(asked: readonly string[]): Promise<void> {
  const large = Object.entries(onBed).filter(([name]) => chosen(asked, name))
  if (large.length || chosen(asked, 'memory')) {
    const bed = await openBed(say)
    try {
      for (const [, figure] of large.length ? large : Object.entries({ p99: answers })) await figure(bed, report)
      report({ name: 'memory', value: bed.server.memory(), unit: 'MB', aim: { most: 300 } })
    } finally {
      await bed.close()
    }
  }
  for (const [name, figure] of Object.entries(alone)) if (chosen(asked, name)) await figure(report)
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = asked.filter((name) => !names.some((group) => name === group || name.startsWith(`${group}-`)))
if (unknown.length) {
  console.error(`no such figure: ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exit(2)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    endSubjects()
    endServers()
    process.exit(1)
  })

try {
  await measure(asked)
} finally {
  const short = figures.filter((figure) => holds(figure) === false)
  const kept = {
    measured: new Date().toISOString(),
    processors: cpus().length,
    node: process.version,
    figures: figures.map((figure) => ({ ...figure, holds: holds(figure) })),
  }
  writeFileSync(fileURLToPath(new URL('./results.json', import.meta.url)), `${JSON.stringify(kept, null, 2)}\n`)
  for (const { name, value, unit, aim } of short)
    say(`below the aim: ${name} ${value} ${unit} (${aim && 'least' in aim ? `at least ${aim.least}` : `at most ${aim?.most}`})`)
}
