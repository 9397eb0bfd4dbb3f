import { describe, expect, it } from 'vitest'
import { defineRegister } from '../../definition/register.ts'
import { attachments, link, links, number, secrecy, text } from '../../fields/builders.ts'
import { changesOf, payloadOf, problemsIn, valuesOf } from './payload.ts'

const named = (sv: string) => ({ sv, en: sv })
const register = defineRegister({
  name: 'thing',
  plural: 'things',
  label: { one: named('Sak'), many: named('Saker') },
  purpose: named('Till prov.'),
  title: 'title',
  fields: {
    title: text(named('Namn'), { required: true, max: 10 }),
    note: text(named('Not'), { lines: 3 }),
    size: number(named('Storlek'), { max: 5 }),
    owner: link(named('Ägare'), { to: 'thing', inverse: named('Äger'), required: true }),
    parts: links(named('Delar'), { to: 'thing', inverse: named('Del av') }),
    marking: secrecy(named('Sekretess')),
    files: attachments(named('Bilagor')),
  },
  access: {},
  list: { columns: ['title'], filters: [], sort: ['title'] },
  form: [{ title: named('Allt'), fields: ['title', 'note', 'size', 'owner', 'parts', 'marking', 'files'] }],
})
const id = '0198a1de-0000-7000-8000-000000000001'
const filled = { ...valuesOf(register), title: 'Lås', owner: { id, label: 'Ada' } }

describe('what a form sends', () => {
  it('names records by id and files by content', () => {
    const payload = payloadOf(register, {
      ...filled,
      parts: [{ id, label: 'x' }],
      files: [{ sha256: 'a', name: 'b.pdf', type: 't', size: 1 }],
    })
    expect(payload).toMatchObject({ owner: id, parts: [id], files: [{ sha256: 'a', name: 'b.pdf' }], note: null })
  })

  it('sends only what has changed', () => {
    expect(changesOf(register, filled, filled)).toEqual({})
    expect(changesOf(register, filled, { ...filled, note: '  ', size: 3 })).toEqual({ size: 3 })
    expect(changesOf(register, filled, { ...filled, owner: null })).toEqual({ owner: null })
  })

  it('is without problems when the required fields are filled', () => {
    expect(problemsIn(register, payloadOf(register, filled), 'create')).toEqual({})
    expect(problemsIn(register, {}, 'update')).toEqual({})
  })

  it('asks for a required field left empty, whether the record is new or not', () => {
    expect(problemsIn(register, payloadOf(register, valuesOf(register)), 'create')).toEqual({ title: 'required', owner: 'required' })
    expect(problemsIn(register, { owner: null }, 'update')).toEqual({ owner: 'required' })
  })

  it('names the code of each fault, and the part of a marking that is missing', () => {
    const payload = payloadOf(register, {
      ...filled,
      title: 'elva tecken',
      size: 9,
      marking: { provision: '', markedOn: '2023-02-30', authority: 'T' },
    })
    expect(problemsIn(register, payload, 'create')).toEqual({
      title: 'too-long:10',
      size: 'too-large:5',
      'marking.provision': 'required',
      'marking.markedOn': 'date',
    })
  })
})
