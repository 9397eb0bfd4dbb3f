/** Walks every import of the product and refuses those that go through a wall of `.dependency-cruiser.js`. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import map from '../../.dependency-cruiser.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rooms = ['areas', 'kernel', 'server', 'web', 'database', 'tools', 'journeys', 'bench']

/** The fewest modules the house can have. A checker that sees fewer has lost its way and would find no fault in anything. */
const fewest = 250

const { forbidden = [], options = {} } = map

/** One import that goes through a wall. */
export interface Breach {
  readonly wall: string
  readonly why: string
  readonly way: string
}

/** Looks at the files of a folder that is built like the house. */
export async function breachesIn(
  folder: string,
  under: readonly string[] = rooms,
): Promise<{ files: string[]; imports: number; breaches: Breach[] }> {
  const rules: readonly IForbiddenRuleType[] = forbidden
  const answer = await cruise([...under], { ...options, baseDir: folder, ruleSet: { forbidden: [...rules] }, validate: true }, undefined, {
    tsConfig: extractTSConfig(path.join(root, options.tsConfig?.fileName ?? 'tsconfig.json')),
  })
  const { modules, summary } = answer.output as ICruiseResult
  const whys = new Map(rules.map(({ name, comment }) => [name, comment]))
  const breaches = summary.violations.map(({ rule, from, to, cycle }): Breach => {
    const through = cycle?.length ? cycle.map(({ name }) => name) : from === to ? [] : [to]
    return { wall: rule.name, why: whys.get(rule.name) ?? '', way: [from, ...through].join(' → ') }
  })
  const files = modules.flatMap(({ source, coreModule }) => (coreModule || source.includes('node_modules/') ? [] : [source]))
  return { files, imports: summary.totalDependenciesCruised ?? 0, breaches }
}

/** Files that the product imports and git has been told to leave out: they are here, but in no other copy of the repository. */
function leftOut(files: readonly string[]): string[] {
  const { status, stdout } = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
    cwd: root,
    input: files.join('\n'),
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim().split('\n') : []
}

if (import.meta.main) {
  const { files, imports, breaches } = await breachesIn(root)
  const faults = [
    ...breaches.map(({ wall, why, way }) => `${wall}: ${way}\n  ${why}`),
    ...leftOut(files.filter((file) => !file.startsWith('..'))).map((file) => `.gitignore leaves out ${file}, which the product needs`),
    ...(files.length < fewest
      ? [`Only ${files.length} files were looked at, of at least ${fewest}: the walls have not been checked.`]
      : []),
  ]
  console.log([...faults, `${files.length} files, ${imports} imports, ${breaches.length} through a wall.`].join('\n'))
  if (faults.length) process.exitCode = 1
}
