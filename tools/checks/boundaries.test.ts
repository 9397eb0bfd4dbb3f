import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import map from '../../.dependency-cruiser.js'
import { type Breach, breachesIn } from './boundaries.ts'

/** A house with a hole in every wall: each file, what it imports, and the wall that should stop it. */
const holes: Readonly<Record<string, { readonly from: string; readonly imports: string }>> = {
  'the kernel knows no area': { from: 'kernel/fields/field.ts', imports: '../../areas/risk/risk.ts' },
  'an area knows no other area': { from: 'areas/risk/risk.ts', imports: '../awareness/course.ts' },
  'the product does not lean on its checks': { from: 'server/lean.ts', imports: '../tools/tool.ts' },
  'the browser never sees the server': { from: 'web/page.tsx', imports: '../server/http.ts' },
  'the server never sees the screens': { from: 'server/draws.ts', imports: '../web/button.tsx' },
  'the kernel and the areas know no process': { from: 'areas/risk/server/figures.ts', imports: '../../../server/http.ts' },
  'only screens use the browser’s components': { from: 'kernel/fields/draws.ts', imports: '../../web/button.tsx' },
  'shared code runs everywhere': { from: 'areas/risk/risk.rules.ts', imports: 'node:fs' },
  'the shell knows no definitions': { from: 'web/shell/Shell.tsx', imports: '../../areas/awareness/course.register.ts' },
  'only the store and the database rooms speak to PostgreSQL': { from: 'server/http.ts', imports: 'pg' },
  'only the server speaks HTTP': { from: 'kernel/gate/gate.ts', imports: 'fastify' },
  'no circles': { from: 'kernel/access/one.ts', imports: './other.ts' },
  'no file stands alone': { from: 'kernel/clocks/alone.ts', imports: '' },
  'every import leads somewhere': { from: 'kernel/history/lost.ts', imports: './nowhere.ts' },
  'the product runs on what is installed for it': { from: 'server/browser.ts', imports: 'playwright-core' },
}

const sound = {
  'areas/awareness/course.register.ts': `import '../../kernel/language/text.ts'`,
  'areas/awareness/course.ts': `import '../../kernel/language/text.ts'`,
  'kernel/language/text.ts': 'export const text = 1',
  'kernel/access/other.ts': `import './one.ts'`,
  'tools/tool.ts': `import '../kernel/language/text.ts'`,
  'web/button.tsx': `import '../kernel/language/text.ts'`,
}

let folder: string
let breaches: Breach[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-house-'))
  const root = fileURLToPath(new URL('../..', import.meta.url))
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  await symlink(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  const files = {
    ...sound,
    ...Object.fromEntries(Object.values(holes).map(({ from, imports }) => [from, imports ? `import '${imports}'` : 'export {}'])),
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), `${text}\n`)
  }
  breaches = (await breachesIn(folder, ['areas', 'kernel', 'server', 'web', 'tools'])).breaches
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('every wall has a hole to try it with', () => {
  expect(Object.keys(holes)).toEqual(map.forbidden?.map(({ name }) => name))
})

test.each(Object.entries(holes))('%s', (wall, { from }) => {
  expect(breaches.filter((breach) => breach.wall === wall).map(({ way }) => way.split(' → ')[0])).toContain(from)
})

test('what is sound goes through no wall', () => {
  const at = ['areas/awareness/course.ts', 'kernel/language/text.ts', 'web/button.tsx']
  expect(breaches.filter(({ way }) => at.includes(way.split(' → ')[0] ?? ''))).toEqual([])
})
