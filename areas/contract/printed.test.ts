import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { wanted } from '#kernel/store/schema/tables.ts'
import { outdated, printedDocuments } from '../../tools/print.ts'

test('the migrations have built the tables the definitions want: otherwise run "npm run migration"', async () => {
  const built: unknown = JSON.parse(await readFile(new URL('../../database/migrations/schema.json', import.meta.url), 'utf8'))
  expect(built).toEqual(wanted(varnaCatalogue))
})

test('the printed documents say what the definitions say: otherwise run "npm run print"', async () => {
  expect(Object.keys(printedDocuments)).toEqual(['permissions.md', 'data-dictionary.md', 'openapi.json'])
  expect(await outdated()).toEqual([])
})

test('the description of the API names every register, and every path answers to somebody', async () => {
  const document = JSON.parse((await printedDocuments['openapi.json']?.()) as string) as {
    openapi: string
    paths: Record<string, Record<string, { responses?: object }>>
  }
  expect(document.openapi).toMatch(/^3\.1/)
  for (const path of ['/api/risks', '/api/information-assets/{id}', '/api/incidents/{id}/moves/{move}', '/api/session', '/api/health'])
    expect(Object.keys(document.paths)).toContain(path)
  const moves = Object.keys(document.paths).filter((path) => path.endsWith('/moves/{move}'))
  const moving = varnaCatalogue.registers.filter(({ workflow }) => workflow).map((register) => `/api/${pathOf(register)}/{id}/moves/{move}`)
  expect(moves.sort()).toEqual(moving.sort())
})
