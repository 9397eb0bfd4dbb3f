/**
 * Prints the documents that follow from the definitions: `npm run print`. They are committed, so that a reviewer sees in the
 * difference who gained which right, which field appeared and what changed in the API. With `--check` nothing is written: it
 * fails where a document no longer says what the definitions say.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { varnaEffects } from '#areas/server/effects.ts'
import { printMatrix } from '#kernel/access/matrix.ts'
import { systemClock } from '#kernel/clocks/clock.ts'
import { openStore } from '#kernel/store/context.ts'
import { schemasNamed } from '#kernel/store/schema/schemas.ts'
import { buildApp } from '#server/app.ts'
import { openIdentity } from '#server/identity/identity.ts'
import { printDictionary } from './print-dictionary.ts'

/** The description of the API. Nothing is asked of a database: the routes alone are told. */
async function printApi(): Promise<string> {
  const store = openStore({}, schemasNamed('varna'), 1)
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  const app = await buildApp(
    {
      catalogue: varnaCatalogue,
      store,
      clock: systemClock,
      identity: openIdentity(store, systemClock),
      effects: varnaEffects,
      announce: () => undefined,
      loopback: true,
      metricsToken: null,
      url: 'https://varna.example',
      mails: false,
    },
    { logLevel: 'silent', pages: null, version, setup: { code: null } },
  )
  await app.ready()
  const document = JSON.stringify(app.swagger(), null, 1)
  await app.close()
  await store.close()
  return `${document}\n`
}

/** Every printed document by its place in `docs/`. */
export const printedDocuments: Readonly<Record<string, () => string | Promise<string>>> = {
  'permissions.md': () => `${printMatrix(varnaCatalogue).trimEnd()}\n`,
  'data-dictionary.md': () => printDictionary(varnaCatalogue),
  'openapi.json': printApi,
}

/** The documents that do not say what the definitions say. */
export async function outdated(): Promise<string[]> {
  const found: string[] = []
  for (const [name, print] of Object.entries(printedDocuments)) {
    const printed = await readFile(new URL(`../docs/${name}`, import.meta.url), 'utf8').catch(() => '')
    if (printed !== (await print())) found.push(`docs/${name}`)
  }
  return found
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const found = await outdated()
    if (found.length) {
      console.error(`Not what the definitions say, run "npm run print": ${found.join(', ')}`)
      process.exitCode = 1
    }
  } else {
    for (const [name, print] of Object.entries(printedDocuments))
      await writeFile(new URL(`../docs/${name}`, import.meta.url), await print())
    console.log(`docs/${Object.keys(printedDocuments).join(', docs/')}`)
  }
}
