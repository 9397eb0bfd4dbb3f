import { describe, expect, it } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { contentsOf } from '#kernel/access/contents.ts'
import type { Role } from '#kernel/access/roles.ts'
import type { Session } from '#web/api/session.ts'
import { areasFor, chain } from './places.ts'

const sessionOf = (roles: readonly Role[], may: (plural: string) => boolean): Session => ({
  person: { id: '1', name: 'Annika Sjödin', title: null, unit: null },
  roles,
  authority: { name: 'Trygghetsverket', demonstration: true },
  language: 'sv',
  today: '2023-12-31',
  may: Object.fromEntries(
    varnaCatalogue.registers.map(({ plural }) => [plural, { read: may(plural), readAll: may(plural), create: false }]),
  ),
  registers: contentsOf(varnaCatalogue),
})

describe('the navigation', () => {
  it('leads to every register the person may read, each once, but to no mere part of another', () => {
    const places = areasFor(sessionOf(['employee', 'ciso'], () => true)).flatMap((area) => area.places.map((place) => place.key))
    for (const register of varnaCatalogue.registers)
      expect(places.filter((key) => key === register.name)).toEqual(register.scope?.partOf ? [] : [register.name])
  })

  it('shows no register the person may not read', () => {
    const areas = areasFor(sessionOf(['employee', 'ciso'], (plural) => !plural.startsWith('risk')))
    expect(areas.map((area) => area.key)).not.toContain('risk')
    expect(areas.map((area) => area.key)).toContain('actions')
  })

  it('shows the one who has no other role than employee only training, documents and what one tells of', () => {
    const places = areasFor(sessionOf(['employee'], () => true)).flatMap((area) => area.places.map((place) => place.key))
    expect(places.sort()).toEqual(['document', 'enrolment', 'incident', 'risk'])
  })

  it('has a chain of registers that all exist', () => {
    for (const name of chain) expect(varnaCatalogue.register(name).name).toBe(name)
  })
})
