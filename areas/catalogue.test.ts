import { describe, expect, test } from 'vitest'
import { scopesFor } from '#kernel/access/access.ts'
import { shapeOf } from '#kernel/fields/field.ts'
import { movesFrom } from '#kernel/workflow/workflow.ts'
import { varnaCatalogue } from './catalogue.ts'

const { registers } = varnaCatalogue
const workflows = registers.flatMap(({ name, workflow }) => (workflow ? [{ name, workflow }] : []))

describe.each(registers)('the register $name', (register) => {
  test('shows every field in its form, each once; what follows from other records may stand elsewhere', () => {
    const shown = register.form.flatMap((section) => section.fields)
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.filter((field) => !(field in register.fields))).toEqual([])
    const asked = Object.entries(register.fields).flatMap(([name, field]) =>
      field.kind === 'derived' && (!field.by || name === 'name') ? [] : [name],
    )
    expect(asked.filter((field) => !shown.includes(field))).toEqual([])
  })

  test('is titled by a text', () => {
    const title = register.fields[register.title]
    expect(title && shapeOf(title).kind).toBe('text')
  })

  test('speaks both languages, and never raises its voice in Swedish', () => {
    for (const [name, field] of Object.entries(register.fields)) {
      expect(field.label.sv.trim(), name).not.toBe('')
      expect(field.label.en.trim(), name).not.toBe('')
    }
    expect(JSON.stringify(register)).not.toMatch(/"sv":"[^"]*!/)
  })

  test('is read whole by internal audit, which changes nothing but its own reports and findings', () => {
    const grant = register.access['internal-audit']
    // What all employees read internal audit reads too, and parts it reads with their wholes.
    expect(grant?.read ?? register.access.employee?.read).toBe(register.scope?.partOf ? 'part' : 'all')
    if (register.name === 'finding') return
    expect(grant?.update ?? grant?.withdraw ?? grant?.moves).toBeUndefined()
    if (register.name !== 'incident') expect(grant?.create).toBeUndefined()
  })

  test('with a secrecy marking says who reads what is secret', () => {
    const marked = Object.values(register.fields).some((field) => field.kind === 'secrecy')
    const readers = Object.keys(scopesFor(register.access, 'secret'))
    if (marked) expect(readers).toEqual(expect.arrayContaining(['ciso', 'head-of-security', 'internal-audit']))
    else expect(readers).toEqual([])
    if (marked) expect([undefined, 'own']).toContain(scopesFor(register.access, 'secret').employee)
  })

  test('gives nobody a right to records by the unit unless its records lie in a unit', () => {
    const scopes = Object.values(register.access).flatMap((grant) => [
      grant.read,
      grant.secret,
      grant.create,
      grant.update,
      grant.withdraw,
      ...Object.values(grant.moves ?? {}),
    ])
    if (!register.scope?.unit) expect(scopes).not.toContain('unit')
    else expect(scopes).toContain('all')
  })
})

test('the administrator keeps the organisation and has no right to content', () => {
  const named = registers.filter(({ access }) => access.administrator).map(({ name }) => name)
  expect(named.sort()).toEqual(['absence', 'assignment', 'person', 'unit'])
})

test('every employee may report an incident and then read it, but not those of others', () => {
  expect(varnaCatalogue.register('incident').access.employee).toEqual({ read: 'own', create: 'all' })
})

describe.each(workflows)('the workflow of $name', ({ name, workflow }) => {
  test('reaches every state', () => {
    const reached = new Set([workflow.initial])
    for (const state of reached) for (const move of movesFrom(workflow, state)) reached.add(workflow.moves[move]?.to ?? state)
    expect([...reached].sort()).toEqual(Object.keys(workflow.states).sort())
  })

  test('has someone who may make each move, but for those that only follow from another record', () => {
    const { access } = varnaCatalogue.register(name)
    const follows = [
      'classification replace',
      'classificationModel replace',
      'riskMethod replace',
      'riskEstimate show',
      'escalation finish',
      'escalation passOn',
    ]
    for (const move of Object.keys(workflow.moves).filter((each) => !follows.includes(`${name} ${each}`)))
      expect(Object.keys(scopesFor(access, `move:${move}`)), move).not.toEqual([])
  })
})
