import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.ts'
import { isStartError, readSettings, takeSettingFlags } from './settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'varna-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (env: Record<string, string>, argv: string[] = []) => readSettings(env, argv, folder)

function refusal(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (isStartError(error)) return error.text
    throw error
  }
  throw new Error('nothing was refused')
}

test('with nothing given, the server listens on loopback, port 3000, with the embedded database in ./data', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    data: path.join(folder, 'data'),
    databaseUrl: undefined,
    schema: 'varna',
    appRole: 'varna_app',
    loaderRole: 'varna_loader',
    url: 'http://localhost:3000',
    urlGiven: false,
    pool: 16,
    warnings: [],
  })
})

test('the command line goes before the environment, and the environment before the file', () => {
  writeFileSync(path.join(folder, 'varna.config.json'), JSON.stringify({ PORT: 4001, HOST: '0.0.0.0', VARNA_POOL: 4 }))
  const settings = read({ PORT: '4002', VARNA_POOL: '5' }, ['start', '--port', '4003', '--empty'])
  expect([settings.port, settings.pool, settings.host]).toEqual([4003, 5, '0.0.0.0'])
})

test('an empty variable counts as not given', () => {
  expect(read({ PORT: '', VARNA_POOL: ' ' })).toMatchObject({ port: 3000, pool: 16 })
})

test('the roles follow the name of the schema unless they are named', () => {
  expect(read({ VARNA_SCHEMA: 'tgv' })).toMatchObject({ appRole: 'tgv_app', loaderRole: 'tgv_loader' })
  expect(read({ VARNA_SCHEMA: 'tgv', VARNA_APP_ROLE: 'webben' }).appRole).toBe('webben')
})

test.each([
  ['PORT', '70000'],
  ['PORT', '80a'],
  ['DATABASE_URL', 'mysql://x'],
  ['VARNA_SCHEMA', 'Robert"; drop'],
  ['VARNA_SCHEMA', 'pg_egen'],
  ['VARNA_URL', 'ftp://varna.se'],
  ['VARNA_POOL', '0'],
  ['VARNA_LOG', 'mycket'],
])('a faulty %s (%s) is refused in one sentence that names it', (name, value) => {
  const { sv, en } = refusal(() => read({ [name]: value }))
  expect(sv).toContain(`Inställningen ${name}`)
  expect(en).toContain(`The setting ${name}`)
  expect(sv).not.toContain('\n')
})

test('the value of a secret setting is not repeated in the sentence that refuses it', () => {
  expect(refusal(() => read({ VARNA_METRICS_TOKEN: 'hemlig' })).sv).not.toContain('hemlig')
  expect(refusal(() => read({ DATABASE_URL: 'mysql://u:hemlig@x/y' })).sv).not.toContain('hemlig')
})

test('a setting that does not exist gives a warning with the name that was probably meant', () => {
  const { warnings } = read({ VARNA_SHEMA: 'tgv' })
  expect(warnings).toHaveLength(1)
  expect(warnings[0]?.sv).toContain('menades VARNA_SCHEMA?')
})

test('a named settings file that is missing or broken is refused by name, a missing usual one is not', () => {
  expect(refusal(() => read({ VARNA_CONFIG: 'annan.json' })).sv).toContain('annan.json')
  writeFileSync(path.join(folder, 'annan.json'), '{ "PORT": ')
  expect(refusal(() => read({ VARNA_CONFIG: 'annan.json' })).sv).toContain('inte giltig JSON')
  writeFileSync(path.join(folder, 'annan.json'), '[1]')
  expect(refusal(() => read({ VARNA_CONFIG: 'annan.json' })).sv).toContain('JSON-objekt')
})

test('options that are settings are taken from the command line and the rest is left', () => {
  expect(takeSettingFlags(['risks', '--data=/x', '--dry-run', '--port', '1', '--', '--host', 'y'])).toEqual({
    values: { VARNA_DATA: '/x', PORT: '1' },
    rest: ['risks', '--dry-run', '--', '--host', 'y'],
  })
  expect(refusal(() => takeSettingFlags(['--port'])).sv).toContain('--port')
})

test('the nearest name is found when it is near, and not when it is far', () => {
  expect(editDistance('strat', 'start')).toBe(1)
  expect(nearest('strat', ['report', 'start'])).toBe('start')
  expect(nearest('hjälp', ['report', 'start'])).toBeUndefined()
})
