import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hands, handsOn } from '#database/hands.ts'
import { samplesIn } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import type { Role } from '#kernel/access/roles.ts'
import { openIdentity } from './identity.ts'

let bed: TestBed
let hands: Hands
let unit: string

beforeAll(async () => {
  bed = await testBed()
  hands = handsOn(bed, await samplesIn(bed))
  unit = (await hands.make('unit', { name: 'Avdelningen', kind: 'department' })).id
})
afterAll(() => bed.close())

async function person(name: string, ...roles: readonly Role[]): Promise<string> {
  const { id } = await hands.make('person', { name, email: `${name}@trygghetsverket.example`, unit, employedFrom: '2020-01-01' })
  for (const role of roles) await hands.make('assignment', { person: id, role, unit, validFrom: '2020-01-01' })
  return id
}

const rolesOn = async (id: string, day: string) => {
  const identity = openIdentity(bed.store, { now: () => new Date(`${day}T10:00:00Z`) })
  return [...((await identity.person(id))?.actor.roles ?? [])].sort()
}

test('a deputy has the assignments of the absent while the absence lasts, and of the one he deputises for, but neither accounts nor audit', async () => {
  const karin = await person('karin', 'department-head', 'administrator', 'internal-audit')
  const navid = await person('navid', 'risk-owner')
  const elin = await person('elin')
  await hands.make('absence', { person: karin, deputy: navid, validFrom: '2027-03-01', validTo: '2027-03-05' })
  await hands.make('absence', { person: navid, deputy: elin, validFrom: '2027-03-03', validTo: '2027-03-05' })
  expect(await rolesOn(karin, '2027-03-02')).toEqual(['administrator', 'department-head', 'employee', 'internal-audit'])
  expect(await rolesOn(navid, '2027-02-28')).toEqual(['employee', 'risk-owner'])
  expect(await rolesOn(navid, '2027-03-01')).toEqual(['department-head', 'employee', 'risk-owner'])
  expect(await rolesOn(elin, '2027-03-02')).toEqual(['employee'])
  expect(await rolesOn(elin, '2027-03-03')).toEqual(['department-head', 'employee', 'risk-owner'])
  expect(await rolesOn(elin, '2027-03-06')).toEqual(['employee'])
})
