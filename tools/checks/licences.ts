/** Every package that comes along to whoever runs the product has a licence that goes with EUPL-1.2. */
import { readFile } from 'node:fs/promises'

/** Licences under which a package may be distributed together with a work under EUPL-1.2. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'W3C',
  'W3C-20150513',
  'Zlib',
])

/** Packages that name their licence in a form a machine does not read: read by a person. */
const readByHand: Readonly<Record<string, string>> = {
  // "MIT/X11" in its package.json.
  chainsaw: 'MIT',
}

/** Packages that name no licence at all, with what is known of them. Each is a debt: it should be replaced. */
const nameNone: Readonly<Record<string, string>> = {
  'buffers@0.1.1': 'comes with @protobi/exceljs by way of unzipper and binary, which only read files; Värna only writes with it',
}

/** The pages in the browser are built from development packages, whose code is thereby distributed. */
const buildTools = /^@react-aria\/optimize-locales-plugin$/
const builtIntoPages =
  /^(@fontsource|@hookform|@internationalized|@react-(aria|stately|types)|@tanstack|@tiptap|d3-|prosemirror-|react|scheduler)/

interface Entry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
}

const lock = JSON.parse(await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, Entry> }

/** `(MIT OR GPL-3.0)` may be chosen from, `MIT AND Zlib` holds at once. */
const isAllowed = (expression: string): boolean => {
  const plain = expression.replace(/^\((.*)\)$/, '$1').trim()
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed)
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isAllowed)
  return allowed.has(plain)
}

/** What the lock file does not say, the installed package may. */
async function licenceOf(place: string, entry: Entry): Promise<string | null> {
  if (entry.license) return entry.license
  const file = new URL(`../../${place}/package.json`, import.meta.url)
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const { license, licenses } = JSON.parse(text) as { license?: string | { type: string }; licenses?: { type: string }[] }
  if (typeof license === 'object') return license.type
  return license ?? licenses?.map(({ type }) => type).join(' OR ') ?? ''
}

const faults: string[] = []
let seen = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  if (!place || entry.link) continue
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  if (entry.dev && (!builtIntoPages.test(name) || buildTools.test(name))) continue
  const licence = readByHand[name] ?? (await licenceOf(place, entry))
  // An optional package for another system, not installed here and with nothing to read.
  if (licence === null) continue
  seen += 1
  if (`${name}@${entry.version}` in nameNone) continue
  if (!isAllowed(licence)) faults.push(`${name}: ${licence || 'names no licence'}`)
}
if (seen < 100) faults.push(`only ${seen} packages were found; the lock file has not been read`)
console.log(faults.length ? faults.join('\n') : `${seen} packages, ${Object.keys(nameNone).length} of which names no licence.`)
if (faults.length) process.exitCode = 1
