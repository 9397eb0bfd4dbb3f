/** Walks every import of the product and refuses those that go through a wall of `.dependency-cruiser.js`. */
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import map from '../../.dependency-cruiser.js'

const rooms = ['areas', 'kernel', 'server', 'web', 'database', 'tools']

/** The fewest modules the house can have. A checker that sees fewer has lost its way and would find no fault in anything. */
const fewest = 250

const { forbidden = [], options = {} } = map
const answer = await cruise(rooms, { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig(options.tsConfig?.fileName ?? 'tsconfig.json'),
})
const { summary } = answer.output as ICruiseResult

const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]))
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle?.length ? cycle.map(({ name }) => name).join(' → ') : to
  console.log(`${rule.name}: ${from}${way === from ? '' : ` → ${way}`}\n  ${comments.get(rule.name) ?? ''}`)
}
if (summary.totalCruised < fewest) {
  console.log(`Looked at ${summary.totalCruised} modules only; there are more than ${fewest}. The rules have not been checked.`)
  process.exitCode = 1
} else {
  console.log(
    `${summary.totalCruised} modules, ${summary.totalDependenciesCruised ?? 0} imports, ${summary.violations.length} through a wall.`,
  )
  if (summary.violations.length) process.exitCode = 1
}
