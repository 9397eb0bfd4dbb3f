// Makes a fresh clone ready: `node tools/ready.mjs install | start | test`. Runs before `npm start` and `npm test` on
// whatever Node the host has (18 or later), so it uses nothing but Node itself. When all is ready it only looks.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => path.join(root, ...parts)
const english = process.env.VARNA_LANGUAGE === 'en'
const say = (sv, en) => console.log(english ? en : sv)

class Stop extends Error {}
const stop = (sv, en) => {
  throw new Stop(english ? en : sv)
}

const hashOf = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Runs a program in the project; stops everything with one sentence if it fails. */
function run(program, words, onFailure) {
  const { status, error } = spawnSync(program, words, { cwd: root, stdio: 'inherit' })
  if (error || status !== 0) onFailure(error?.message ?? status)
}

// ── Packages ────────────────────────────────────────────────────────────────────────────────────────────────────────

function installPackages() {
  const lock = readFileSync(at('package-lock.json'), 'utf8')
  const stamp = at('node_modules', '.varna-ready')
  const wanted = hashOf(lock)
  if (readIfThere(stamp)?.trim() === wanted) return
  if (!isInstalled(lock)) {
    say(
      'Installerar de paket som Värna består av, i versionerna som package-lock.json anger (npm ci).',
      'Installing the packages that Värna consists of, in the versions of package-lock.json (npm ci).',
    )
    const why = npm('ci')
    if (why) {
      console.error(why)
      stop(
        'Paketen gick inte att installera; npm:s besked står ovan. Kontrollera nätet eller npm-registret och kör "npm ci".',
        'The packages could not be installed; what npm said stands above. Check the network or the npm registry and run "npm ci".',
      )
    }
  }
  writeFileSync(stamp, `${wanted}\n`)
}

/** Runs npm, the one that runs us if there is one; the answer is what it complained of, or nothing when it did what was asked. */
function npm(...words) {
  const npmFile = process.env.npm_execpath
  const [program, ...before] = npmFile?.endsWith('.js') ? [process.execPath, npmFile] : ['npm']
  const always = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stderr, error } = spawnSync(program, [...before, ...words, ...always], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })
  return status === 0 ? '' : error?.message || stderr || `npm ${words[0]}: ${status}`
}

/** Whether someone has already installed exactly what the lock file says, going by npm's own record of it. */
function isInstalled(lock) {
  const record = readIfThere(at('node_modules', '.package-lock.json'))
  if (record === undefined) return false
  const installed = JSON.parse(record).packages
  return Object.entries(JSON.parse(lock).packages).every(([place, wanted]) => {
    if (place === '') return true
    const found = installed[place]
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

const ownNode = at('node_modules', '.bin', 'node')

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24 || existsSync(ownNode)) return
  stop(
    `Värna behöver Node 24, som inte följer med för ${process.platform}-${process.arch} (här finns ${process.versions.node}): installera Node 24 från nodejs.org.`,
    `Värna needs Node 24, which does not come along for ${process.platform}-${process.arch} (this is ${process.versions.node}): install Node 24 from nodejs.org.`,
  )
}

const nodeToUse = () => (existsSync(ownNode) ? ownNode : process.execPath)

/** Lets `npx varna …` find the command without asking any registry. */
function linkCommand() {
  const link = at('node_modules', '.bin', 'varna')
  if (existsSync(link)) return
  try {
    rmSync(link, { force: true })
    symlinkSync(path.join('..', '..', 'tools', 'varna.mjs'), link)
  } catch (error) {
    // Two starts at once may both make it.
    if (error.code !== 'EEXIST') throw error
  }
}

// ── The web build ───────────────────────────────────────────────────────────────────────────────────────────────────

const webSources = ['web', 'kernel', 'areas', 'index.html', 'vite.config.ts', 'package-lock.json']
const isWebSource = (name) => name !== 'server' && name !== 'node_modules' && !/\.test\.tsx?$/.test(name)

function* filesUnder(place) {
  const stats = statSync(at(place), { throwIfNoEntry: false })
  if (stats === undefined) return
  if (stats.isFile()) yield { place, stats }
  else {
    const entries = readdirSync(at(place)).filter(isWebSource).sort()
    for (const entry of entries) yield* filesUnder(`${place}/${entry}`)
  }
}

function buildWeb() {
  if (!existsSync(at('vite.config.ts'))) return
  const stamp = at('dist', 'web.ready')
  const built = existsSync(at('dist', 'web', 'index.html'))
  const [seen, content] = built ? (readIfThere(stamp) ?? '').split('\n') : []
  const files = [...webSources.flatMap((place) => [...filesUnder(place)])]
  const lookNow = hashOf(...files.map(({ place, stats }) => `${place} ${stats.size} ${stats.mtimeMs}\n`))
  if (seen === lookNow) return
  // Sizes and times differ after a checkout or a copy, although nothing has changed.
  const contentNow = hashOf(...files.flatMap(({ place }) => [`${place}\n`, readFileSync(at(place))]))
  if (content !== contentNow) {
    const vite = at('node_modules', 'vite', 'bin', 'vite.js')
    if (!existsSync(vite) && built) return
    say('Bygger webbgränssnittet.', 'Building the web interface.')
    run(nodeToUse(), [vite, 'build', '--logLevel', 'warn'], () =>
      stop('Webbgränssnittet gick inte att bygga; felet står ovan.', 'The web interface could not be built; the error stands above.'),
    )
  }
  writeFileSync(stamp, `${lookNow}\n${contentNow}\n`)
}

// ── A browser for the journeys ──────────────────────────────────────────────────────────────────────────────────────

const canRun = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** The browser that the journeys are run in: the one CHROMIUM names, or one that is installed; nothing if there is none. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM) return canRun(env.CHROMIUM) ? env.CHROMIUM : undefined
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(path.delimiter).filter(Boolean)]
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return candidates.find(canRun)
}

function ensureChromium() {
  if (findChromium() !== undefined) return
  if (process.env.CHROMIUM) {
    stop(
      `CHROMIUM pekar på ${process.env.CHROMIUM}, som inte går att köra: rätta sökvägen eller ta bort variabeln.`,
      `CHROMIUM names ${process.env.CHROMIUM}, which cannot be run: correct the path or remove the variable.`,
    )
  }
  const howTo = () =>
    stop(
      'Testerna kör resor i en riktig webbläsare, men Chromium saknas: installera den (på Debian "sudo apt-get install chromium") eller ange sökvägen i CHROMIUM.',
      'The tests run journeys in a real browser, but Chromium is missing: install it (on Debian "sudo apt-get install chromium") or give its path in CHROMIUM.',
    )
  const onDebian = existsSync('/etc/debian_version') && canRun('/usr/bin/apt-get')
  if (process.getuid?.() !== 0 || !onDebian) howTo()
  say(
    'Installerar Chromium med apt-get, för resorna i en riktig webbläsare.',
    'Installing Chromium with apt-get, for the journeys in a real browser.',
  )
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [
    ['-q', 'update'],
    ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    // Package lists may be partly out of reach; what counts is whether the browser is there in the end.
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  if (findChromium() === undefined) howTo()
}

// ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const purposes = {
  install: [installPackages, checkNode, linkCommand],
  start: [installPackages, checkNode, linkCommand, buildWeb],
  test: [installPackages, checkNode, linkCommand, buildWeb, ensureChromium],
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  try {
    for (const step of purposes[process.argv[2] ?? 'start'] ?? stop('Ange install, start eller test.', 'Give install, start or test.'))
      step()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
