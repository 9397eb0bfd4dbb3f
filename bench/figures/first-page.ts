import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Report } from '../figure.ts'

const folder = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** The pages that are opened first by one who is signed in: each is fetched when its address is met. */
const firstPages = ['Shell', 'Start.page', 'Position.page']

const compressed = (file: string) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length

/** The files a script imports at once, by name. */
const staticImports = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.~-]+\.js)["'`]/g)].flatMap(([whole, name]) =>
    name && !whole.includes('(') ? [name] : [],
  )

/** The list of files that the dynamic imports of a script bring along, as Vite writes it. */
const preloaded = (text: string): string[] => {
  const found = /__vite__mapDeps=.*?\[((?:"[^"]*",?)+)\]/s.exec(text)
  return found?.[1] ? [...found[1].matchAll(/"(?:\.\/)?(?:assets\/)?([^"]+)"/g)].flatMap(([, name]) => (name ? [name] : [])) : []
}

/** The script and style that the first page of a signed-in person needs, in kB as they are sent. */
export async function firstPage(report: Report): Promise<void> {
  const page = path.join(folder, 'index.html')
  if (!existsSync(page)) throw new Error('the web interface has not been built: npm start builds it')
  const assets = path.join(folder, 'assets')
  const all = readdirSync(assets)
  const html = readFileSync(page, 'utf8')
  const wanted = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].flatMap(([, name]) => (name ? [name] : []))
  const chunks = firstPages.map((name) => all.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js')))
  const seen = new Set<string>()
  const mapped = wanted.filter((name) => name.endsWith('.js')).flatMap((name) => preloaded(readFileSync(path.join(assets, name), 'utf8')))
  const add = (name: string) => {
    if (seen.has(name) || !all.includes(name)) return
    seen.add(name)
    if (name.endsWith('.js')) for (const next of staticImports(readFileSync(path.join(assets, name), 'utf8'))) add(next)
  }
  for (const name of wanted) add(name)
  for (const chunk of chunks) {
    if (!chunk) continue
    add(chunk)
    // The style of a page bears the name of its script.
    const style = mapped.find((file) => file.endsWith('.css') && file.startsWith(`${chunk.split('-')[0]}-`))
    if (style) add(style)
  }
  const size = (ending: string) =>
    [...seen].filter((name) => name.endsWith(ending)).reduce((sum, name) => sum + compressed(path.join(assets, name)), 0) / 1000
  report({ name: 'first-page', value: size('.js') + size('.css'), unit: 'kB', aim: { most: 200 } })
  report({ name: 'first-page-script', value: size('.js'), unit: 'kB' })
  report({ name: 'first-page-style', value: size('.css'), unit: 'kB' })
}
