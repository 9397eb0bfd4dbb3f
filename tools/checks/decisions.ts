/** Decision records have each a number of its own, a title that begins with it, and the three parts a reader looks for. */
import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../../docs/decisions/', import.meta.url)
const parts = ['## Context', '## Decision', '## Consequences']

const faults: string[] = []
const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort()
const numbers = new Map<string, string>()
for (const file of files) {
  const number = /^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]
  if (!number) {
    faults.push(`${file}: is not named like 0001-a-few-words.md`)
    continue
  }
  const other = numbers.get(number)
  if (other) faults.push(`${file}: has the same number as ${other}`)
  numbers.set(number, file)
  const text = await readFile(new URL(file, folder), 'utf8')
  if (!text.startsWith(`# ${number} `)) faults.push(`${file}: does not begin with "# ${number} "`)
  for (const part of parts) if (!text.includes(`\n${part}\n`)) faults.push(`${file}: has no "${part}"`)
  for (const [, link] of text.matchAll(/\]\((\d{4}-[a-z0-9-]+\.md)\)/g))
    if (link && !files.includes(link)) faults.push(`${file}: leads to ${link}, which is not there`)
}
if (files.length === 0) faults.push('there are no decision records')
console.log(faults.length ? faults.join('\n') : `${files.length} decision records.`)
if (faults.length) process.exitCode = 1
