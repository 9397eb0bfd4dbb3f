import { describe, expect, it } from 'vitest'
import { defineRegister } from '../../definition/register.ts'
import { choice, derived, rich, scale, text } from '../../fields/builders.ts'
import { workflow } from '../../workflow/workflow.ts'
import type { VersionJson } from '../data/record.ts'
import { changeWords, deedOf, shownChanges } from './story.ts'

const named = (sv: string) => ({ sv, en: sv })
const register = defineRegister({
  name: 'thing',
  plural: 'things',
  label: { one: named('Sak'), many: named('Saker') },
  purpose: named('Till prov.'),
  title: 'title',
  fields: {
    title: text(named('Namn')),
    kind: choice(named('Slag'), { a: named('Brand'), b: named('Stöld') }),
    body: rich(named('Text')),
    level: derived(scale(named('Nivå'), [named('Låg'), named('Hög')]), { from: ['kind'], by: () => 1 }),
  },
  workflow: workflow({
    initial: 'new',
    states: { new: { label: named('Ny'), tone: 'waiting' }, done: { label: named('Klar'), tone: 'good' } },
    moves: { finish: { label: named('Avsluta saken'), from: ['new'], to: 'done' } },
  }),
  access: {},
  list: { columns: ['title'], filters: [], sort: ['title'] },
  form: [{ title: named('Allt'), fields: ['title', 'kind', 'body', 'level'] }],
})
const version = (facts: Partial<VersionJson>): VersionJson => ({
  version: 2,
  at: '2023-01-01T10:00:00Z',
  by: null,
  bySystem: false,
  operation: 'update',
  move: null,
  reason: null,
  changes: [],
  ...facts,
})

describe('the story of a record', () => {
  it('names what was changed, and leaves out what the rules computed from it', () => {
    const changes = [
      { field: 'kind', from: 'a', to: 'b' },
      { field: 'level', from: 1, to: 2 },
      { field: 'title', from: 'x', to: 'y' },
    ]
    expect(shownChanges(register, version({ changes })).map((change) => change.field)).toEqual(['kind', 'title'])
    expect(deedOf(register, version({ changes }), 'sv')).toBe('ändrade slag och namn')
  })

  it('tells what the product gave by itself', () => {
    const changes = [{ field: 'level', from: 1, to: 2 }]
    expect(deedOf(register, version({ bySystem: true, changes }), 'sv')).toBe('ändrade nivå')
    expect(deedOf(register, version({ changes }), 'sv')).toBe('sparade posten')
  })

  it('tells a move by the words of its button', () => {
    expect(deedOf(register, version({ operation: 'move', move: 'finish' }), 'sv')).toBe('valde ”Avsluta saken”')
    expect(deedOf(register, version({ operation: 'move', move: 'gone' }), 'sv')).toBe('förde posten vidare')
  })

  it('words a change in one line, and leaves long text to the comparison', () => {
    expect(changeWords(register, { field: 'kind', from: 'a', to: null }, 'sv')).toEqual({ from: 'Brand', to: '' })
    expect(changeWords(register, { field: 'body', from: 'a', to: 'b' }, 'sv')).toBeNull()
  })
})
