import { roles } from '../access/roles.ts'
import { type Fields, shapeOf } from '../fields/field.ts'
import { languages } from '../language/text.ts'
import { kebab } from './names.ts'
import { commonColumns, type Register } from './register.ts'

/** One connection between registers: the field `field` of `from` refers to records of `to`. */
export interface Reference {
  readonly from: Register
  readonly field: string
  readonly to: Register
  readonly many: boolean
}

/** All registers of the product and what refers to what. */
export interface Catalogue {
  readonly registers: readonly Register[]
  readonly register: (name: string) => Register
  /** Finds a register by its name in addresses, `information-assets`. */
  readonly byPath: (path: string) => Register | undefined
  readonly references: readonly Reference[]
}

/** Names of columns and answers that no field may take. */
const reserved = /^(id|may|movedAt|movedBy|withdrawnAt|version|version(From|To|Sequence|Operation|Move|Reason|Request|DatabaseUser))$/

/** Words of an address to a list, by which no field could be asked for. */
const words = /^(sort|limit|cursor|fields|q|asOf|count|format|figure|lang)$/

const sameNames = (one: readonly string[] = [], other: readonly string[] = []) => [...one].sort().join() === [...other].sort().join()

const fieldNames = (fields: Fields) => new Set(Object.keys(fields))

function faultsOf(register: Register, names: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const own = fieldNames(register.fields)
  const known = new Set([...own, ...commonColumns])
  const check = (where: string, list: readonly string[] | undefined, allowed: ReadonlySet<string>) => {
    for (const name of list ?? []) if (!allowed.has(name.replace(/^-/, ''))) faults.push(`${where} names "${name}", which is not a field`)
  }
  check('title', [register.title], own)
  check('list.columns', register.list.columns, known)
  check('list.filters', register.list.filters, known)
  check('list.sort', register.list.sort, known)
  check('askWhy', register.askWhy, own)
  check('scope', [...(register.scope?.own ?? []), ...(register.scope?.unit ? [register.scope.unit] : [])], own)
  const part = register.scope?.partOf
  if (part) {
    check('scope', [part], own)
    if (register.fields[part]?.kind !== 'link' || !register.fields[part]?.required) faults.push('a part needs its whole: a required link')
  }
  for (const combination of register.unique ?? []) check('unique', combination, own)
  for (const name of register.deadlines ?? []) {
    const field = register.fields[name]
    if (!field || !['date', 'moment'].includes(shapeOf(field).kind)) faults.push(`deadlines names "${name}", which is no day or moment`)
  }
  for (const section of register.form) check(`form "${section.title.sv}"`, section.fields, own)
  for (const view of register.list.views ?? []) check(`view "${view.label.sv}"`, Object.keys(view.where), known)
  for (const rule of register.rules ?? []) check(`rule ${rule.code}`, rule.fields, own)
  for (const [name, field] of Object.entries(register.fields)) {
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) faults.push(`field "${name}" is not camelCase`)
    if ((commonColumns as readonly string[]).includes(name) || reserved.test(name) || words.test(name))
      faults.push(`field "${name}" has a name the kernel keeps for itself`)
    const shape = shapeOf(field)
    if ((shape.kind === 'link' || shape.kind === 'links') && !names.has(shape.to))
      faults.push(`field "${name}" refers to the unknown register "${shape.to}"`)
    if (field.kind === 'derived') check(`derived "${name}"`, field.from, own)
  }
  const restricted = new Set(Object.keys(register.fields).filter((name) => register.fields[name]?.readers))
  const shared = [
    register.title,
    register.scope?.unit,
    part,
    ...(register.scope?.own ?? []),
    ...(register.unique ?? []).flat(),
    register.exchange?.key,
  ]
  for (const name of restricted) {
    if (shared.includes(name)) faults.push(`field "${name}" has readers, but names, places or tells the record from others`)
  }
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'derived' || field.by === undefined) continue
    const told = field.from.find((from) => restricted.has(from) && !sameNames(register.fields[from]?.readers, field.readers))
    if (told) faults.push(`derived "${name}" would tell "${told}" to others than its readers`)
  }
  for (const language of languages) {
    const labels = Object.values(register.fields).map((field) => field.label[language].toLowerCase())
    const twice = labels.find((label, index) => labels.indexOf(label) !== index)
    if (twice) faults.push(`two fields are called "${twice}" (${language}), and no table could tell them apart`)
  }
  for (const [role, grant] of Object.entries(register.access)) {
    if (!part && [grant?.read, grant?.create, grant?.update, grant?.withdraw, ...Object.values(grant?.moves ?? {})].includes('part'))
      faults.push(`access of ${role} speaks of parts, but the register has no whole`)
    for (const state of grant?.readIn ?? [])
      if (!register.workflow?.states[state]) faults.push(`access of ${role} reads in the unknown state "${state}"`)
    if (grant?.readIn && grant.read !== 'all' && grant.read !== 'part')
      faults.push(`access of ${role} limits by state a right that reaches neither all nor the parts of what one may read`)
    if (!(role in roles)) faults.push(`access names the unknown role "${role}"`)
    for (const move of Object.keys(grant?.moves ?? {}))
      if (!register.workflow?.moves[move]) faults.push(`access of ${role} names the unknown move "${move}"`)
  }
  for (const [name, move] of Object.entries(register.workflow?.moves ?? {})) {
    check(`move "${name}"`, move.needs, own)
    if (typeof move.fourEyes === 'object') check(`move "${name}"`, [move.fourEyes.where], own)
    if (move.only) check(`move "${name}"`, [move.only], own)
    for (const field of move.own ?? [])
      if (!register.scope?.own?.includes(field)) faults.push(`move "${name}" names "${field}", by which no record is anybody's own`)
    for (const state of [...move.from, move.to])
      if (!register.workflow?.states[state]) faults.push(`move "${name}" names the unknown state "${state}"`)
  }
  return faults.map((fault) => `${register.name}: ${fault}`)
}

/** Puts the registers together and refuses, naming register and field, where a name leads nowhere. */
export function catalogue(registers: readonly Register[]): Catalogue {
  const byName = new Map(registers.map((register) => [register.name, register]))
  const byPath = new Map(registers.map((register) => [kebab(register.plural), register]))
  const faults = registers.flatMap((register) => faultsOf(register, new Set(byName.keys())))
  if (byName.size !== registers.length || byPath.size !== registers.length) faults.push('two registers share a name')
  if (faults.length) throw new Error(`The catalogue does not hold together:\n${faults.join('\n')}`)

  const register = (name: string): Register => {
    const found = byName.get(name)
    if (!found) throw new Error(`No register is called "${name}"`)
    return found
  }
  const references = registers.flatMap((from) =>
    Object.entries(from.fields).flatMap(([field, facts]): Reference[] => {
      const shape = shapeOf(facts)
      return shape.kind === 'link' || shape.kind === 'links' ? [{ from, field, to: register(shape.to), many: shape.kind === 'links' }] : []
    }),
  )
  return { registers, register, byPath: (path) => byPath.get(path), references }
}

/** The name of a register in addresses: `/api/information-assets`. */
export const pathOf = (register: Register): string => kebab(register.plural)

/** The fields a person may set; derived ones are left out. */
export const writableFields = (register: Register): string[] =>
  Object.keys(register.fields).filter((name) => register.fields[name]?.kind !== 'derived')

/** The fields that hold running text, for search; not those with readers of their own, since a search would tell of them. */
export const textFields = (register: Register): string[] =>
  Object.entries(register.fields).flatMap(([name, field]) =>
    ['text', 'rich'].includes(shapeOf(field).kind) && !field.readers ? [name] : [],
  )
