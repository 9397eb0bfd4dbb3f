import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Report } from '../figure.ts'

const folder = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** What is fetched at once by one who is signed in and opens the first page: the page itself, and the routes its address meets. */
const firstMet = ['index.html', 'web/shell/Shell.tsx', 'web/pages/Start.page.tsx']

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const compressed = (file: string) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length

/** The script and style that the first page of a signed-in person needs, in kB as they are sent. */
export async function firstPage(report: Report): Promise<void> {
  const list = path.join(folder, '.vite', 'manifest.json')
  if (!existsSync(list)) throw new Error('the web interface has not been built: npm start builds it')
  const manifest = JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, Chunk>>
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the built web interface has no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const next of chunk.imports ?? []) add(next)
  }
  for (const name of firstMet) add(name)
  const size = (ending: string) =>
    [...files].filter((name) => name.endsWith(ending)).reduce((sum, name) => sum + compressed(path.join(folder, name)), 0) / 1000
  report({ name: 'first-page', value: size('.js') + size('.css'), unit: 'kB', aim: { most: 200 } })
  report({ name: 'first-page-script', value: size('.js'), unit: 'kB' })
  report({ name: 'first-page-style', value: size('.css'), unit: 'kB' })
}
