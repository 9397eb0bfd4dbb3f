/**
 * Writes the migration that takes the tables to what the definitions now say: `npm run migration -- a-few-words`.
 * The script is read and committed like any other code; the snapshot beside it tells the next one where to begin.
 * With `--check` nothing is written: it fails where a migration is missing.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { difference, type Snapshot, wanted } from '#kernel/store/schema/tables.ts'

const folder = new URL('../database/migrations/', import.meta.url)
const snapshotFile = new URL('schema.json', folder)

export async function migrationNeeded(): Promise<{ script: string; refused: string[] }> {
  const built = JSON.parse(await readFile(snapshotFile, 'utf8').catch(() => '{}')) as Snapshot
  return difference(varnaCatalogue, built)
}

if (import.meta.main) {
  const { script, refused } = await migrationNeeded()
  if (refused.length) {
    console.error(`This change moves records and is written by hand:\n${refused.join('\n')}`)
    process.exit(1)
  }
  if (!script) {
    console.log('The tables are what the definitions say.')
  } else if (process.argv.includes('--check')) {
    console.error(`The definitions ask for a migration that is not there; run "npm run migration -- a-few-words" and commit it:\n${script}`)
    process.exitCode = 1
  } else {
    const name = (process.argv[2] ?? 'registers').toLowerCase().replace(/[^a-z0-9]+/g, '-')
    const last =
      (await readdir(folder))
        .filter((file) => file.endsWith('.sql'))
        .sort()
        .at(-1) ?? '0000'
    const file = `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}-${name}.sql`
    await writeFile(new URL(file, folder), `${script}\n`)
    await writeFile(snapshotFile, `${JSON.stringify(wanted(varnaCatalogue), null, 2)}\n`)
    console.log(`database/migrations/${file}`)
  }
}
