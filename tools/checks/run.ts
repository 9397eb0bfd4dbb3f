/**
 * Everything that is checked before a change is taken in: `npm test`, on a developer's machine and in CI alike.
 * Each check is one line with its time; what a failed one said stands below its line. All run, whatever fails.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { setPriority } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reports = path.join(root, '.cache', 'checks')

interface Check {
  readonly name: string
  readonly words: readonly string[]
  /** Where the check leaves a count of its tests, for those that run tests. */
  readonly tests?: string
}

interface Outcome {
  readonly check: Check
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  readonly said: string
}

const tool = (place: string) => path.join('node_modules', place)

/** By the native compiler, which takes a tenth of the time; `typescript` itself stays for the walk through the imports. */
const types = (world: string): Check => ({
  name: `types: ${world}`,
  words: [
    tool('typescript-native/bin/tsc'),
    '-p',
    `tsconfig.${world}.json`,
    ...(world === 'shared' ? ['--outDir', '.cache/types/shared'] : ['--noEmit']),
  ],
})

const tests = (project: string): Check => ({
  name: `tests: ${project}`,
  words: [
    tool('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=json',
    `--outputFile=.cache/checks/${project}.json`,
    '--reporter=default',
  ],
  tests: `${project}.json`,
})

/** In the order of their price: what is quick to know is known first. */
const checks: readonly Check[] = [
  {
    name: 'form and lint (Biome)',
    words: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=40', '.'],
  },
  { name: 'boundaries', words: ['tools/checks/boundaries.ts'] },
  { name: 'nothing unused (knip)', words: [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
  { name: 'decision records', words: ['tools/checks/decisions.ts'] },
  { name: 'licences', words: ['tools/checks/licences.ts'] },
  { name: 'migrations say what the definitions say', words: ['tools/migration.ts', '--check'] },
  { name: 'printed documents', words: ['tools/print.ts', '--check'] },
  { name: 'no promise left floating (oxlint)', words: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.'] },
  types('shared'),
  types('server'),
  types('web'),
  types('journeys'),
  tests('unit'),
  tests('journeys'),
]

const environment = { ...process.env, NODE_NO_WARNINGS: '1', ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) }

/** Runs a program with this Node and keeps what it says. One that yields takes only what time of the processors others leave. */
function run(words: readonly string[], yields: boolean): Promise<{ status: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    if (yields && child.pid) setPriority(child.pid, 10)
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', (error) => resolve({ status: 1, said: error.message }))
    child.on('close', (status) => resolve({ status: status ?? 1, said: Buffer.concat(pieces).toString('utf8').trimEnd() }))
  })
}

/** The tests a run has counted. A run that broke off before its tests, or that found none, counts as one that failed. */
async function counted(file: string, status: number): Promise<{ passed: number; failed: number }> {
  const report: unknown = JSON.parse(await readFile(path.join(reports, file), 'utf8').catch(() => '{}'))
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report as { numPassedTests?: number; numFailedTests?: number }
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed }
}

/** What goes beside everything else. */
const beside = (check: Check) => check.tests === 'journeys.json'

async function carryOut(check: Check): Promise<Outcome> {
  const started = performance.now()
  if (check.tests) await rm(path.join(reports, check.tests), { force: true })
  const { status, said } = await run(check.words, !beside(check))
  const count = check.tests ? await counted(check.tests, status) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  return { check, ...count, seconds: (performance.now() - started) / 1000, said }
}

function tell({ check, passed, failed, seconds, said }: Outcome): void {
  const count = check.tests ? ` (${passed} passed, ${failed} failed)` : ''
  console.log(`${failed ? '✗' : '✓'} ${check.name}${count}  ${seconds.toFixed(1)} s`)
  if (failed && said) console.log(`\n${said.replace(/^/gm, '    ')}\n`)
}

/** `npm test -- boundaries types` runs the checks whose names contain one of the words. */
const wanted = process.argv.slice(2)
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

await mkdir(reports, { recursive: true })
const sum = { passed: 0, failed: 0 }
/**
 * One after the other. The journeys, of which one thing at a time is done and most of it waited for, go beside all else and before it:
 * they end last, and what they leave is enough for the rest.
 */
async function inTurn(turn: readonly Check[]): Promise<void> {
  for (const check of turn) {
    const outcome = await carryOut(check)
    tell(outcome)
    sum.passed += outcome.passed
    sum.failed += outcome.failed
  }
}
await Promise.all([inTurn(chosen.filter((check) => !beside(check))), inTurn(chosen.filter(beside))])
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
