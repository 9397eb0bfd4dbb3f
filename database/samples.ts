import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { exampleModel } from '#areas/information/classification-model.content.ts'
import type { Role } from '#kernel/access/roles.ts'
import { addDays } from '#kernel/clocks/clock.ts'
import type { Register } from '#kernel/definition/register.ts'
import { type Field, shapeOf } from '#kernel/fields/field.ts'
import type { Command, Written } from '#kernel/gate/command.ts'
import { carryOut } from '#kernel/gate/gate.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import type { TestBed } from './testing.ts'
import { today } from './today.ts'

export type Values = Record<string, unknown>

/** A person with one role for one unit and nothing else; a new one where no identity is given. */
export const actorWith = (role: Role | readonly Role[], unit: string | null, person: string = v7()): Actor => {
  const roles = typeof role === 'string' ? [role] : role
  return { person, name: roles.join(' '), roles, mandates: unit ? roles.map((each) => ({ role: each, unit })) : [] }
}

/** Somebody with a name who may do everything: makes what a test needs but does not ask about. */
export const maker = (person: string): Actor => ({ person, name: 'Maj Maker', roles: ['system'], mandates: [] })

/** Carries out commands as an actor, in a transaction of its own. */
export const does = (bed: TestBed, actor: Actor, commands: readonly Command[], on = today): Promise<Written[]> =>
  bed.store.write(actor, {}, (tx) => carryOut({ tx, catalogue: bed.catalogue, today: on, change: {}, effects: bed.effects }, commands))

/** Carries out commands as an actor and takes everything back: only the answer remains. */
export async function tries(bed: TestBed, actor: Actor, commands: readonly Command[], on = today): Promise<Written[]> {
  const undo = Symbol('undo')
  let written: Written[] = []
  await bed.store
    .write(actor, {}, async (tx) => {
      written = await carryOut({ tx, catalogue: bed.catalogue, today: on, change: {}, effects: bed.effects }, commands)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return written
}

/** Makes valid records of any register by the kinds of its fields. */
export interface Samples {
  readonly actor: Actor
  /** A value for every field a person may set; linked records are made where none is at hand. Each time other values. */
  readonly full: (register: Register) => Promise<Values>
  /** The same, in which certain fields are given also where they exclude others. */
  readonly fullWith: (register: Register, names: readonly string[]) => Promise<Values>
  /** Only what must be given. */
  readonly minimal: (register: Register) => Promise<Values>
  /** Makes a record, complete but for what is given. */
  readonly make: (register: Register, values?: Values) => Promise<Written>
  /** Makes a record of nothing but what must be given, and what is given. */
  readonly makeMinimal: (register: Register, values?: Values) => Promise<Written>
  /** A file the maker has handed in. */
  readonly file: (tx?: Transaction) => Promise<{ sha256: string; name: string }>
}

const firstDay = '2022-03-01'

/** Fills registers for tests. The values satisfy every rule: days and moments rise in the order of the fields and lie in the past. */
export async function samplesIn(bed: TestBed): Promise<Samples> {
  const { catalogue } = bed
  const actor = maker(v7())
  let counter = 0
  const linked = new Map<string, Promise<string>>()

  const file = async () => {
    counter += 1
    const content = Buffer.from(`Bilaga ${counter}`)
    const sha256 = createHash('sha256').update(content).digest('hex')
    await bed.asOwner(`insert into {live}.file (sha256, type, size, content) values ($1, 'text/plain', $2, $3) on conflict do nothing`, [
      sha256,
      content.length,
      content,
    ])
    await bed.asOwner('insert into {live}.upload (sha256, person, name) values ($1, $2, $3) on conflict do nothing', [
      sha256,
      actor.person,
      'bilaga.txt',
    ])
    return { sha256, name: 'Bilaga åäö.txt' }
  }

  /** One record of a register to refer to, the same each time; of a kind that others may refer to. */
  const someOf = (to: string): Promise<string> => {
    const known = linked.get(to)
    if (known) return known
    const register = catalogue.register(to)
    const made = makeMinimal(register, to === 'classificationModel' ? { content: exampleModel } : {}).then(async ({ id, version }) => {
      if (to === 'classificationModel') {
        await does(bed, actor, [{ do: 'move', register, id, version, move: 'decide', values: { validFrom: firstDay }, reason: 'Behövs' }])
      }
      return id
    })
    linked.set(to, made)
    return made
  }

  /** Another record than the one that is referred to, the same each time. */
  const someOther = (to: string): Promise<string> => {
    const made = linked.get(`other ${to}`) ?? makeMinimal(catalogue.register(to)).then(({ id }) => id)
    linked.set(`other ${to}`, made)
    return made
  }

  const riskOwner = (): Promise<string> => {
    const register = catalogue.register('assignment')
    const made =
      linked.get('risk owner') ??
      someOf('unit').then(async (unit) => {
        const { id } = await makeMinimal(catalogue.register('person'))
        await makeMinimal(register, { person: id, role: 'risk-owner', unit, validFrom: firstDay })
        return id
      })
    linked.set('risk owner', made)
    return made
  }

  /** A risk analysis led by the maker, in which each judges alone. */
  const openAnalysis = (): Promise<string> => {
    const register = catalogue.register('riskAnalysis')
    const made =
      linked.get('open analysis') ??
      makeMinimal(register, { leader: actor.person }).then(async ({ id, version }) => {
        await does(bed, actor, [{ do: 'move', register, id, version, move: 'openIndividual' }])
        return id
      })
    linked.set('open analysis', made)
    return made
  }

  const sampleOf = async (register: Register, name: string, field: Field, turn: number): Promise<unknown> => {
    const shape = shapeOf(field)
    const index = Object.keys(register.fields).indexOf(name)
    const alone = (register.unique ?? []).some((combination) => combination.includes(name))
    switch (shape.kind) {
      case 'text':
        return `${name} ${turn} Åsa & Örjan "ö"`.slice(0, shape.max)
      case 'rich':
        return `# ${field.label.sv} ${turn}\n\n- ett *led*\n- två`
      case 'number':
        return Math.min(shape.max, shape.min + (alone ? turn : (turn % 7) + 1))
      case 'money':
        return 1_000 * turn + 0.5
      case 'date':
        return addDays(firstDay, index * 30 + (turn % 20))
      case 'moment':
        return `${addDays(firstDay, index * 30 + (turn % 20))}T08:${String(turn % 60).padStart(2, '0')}:30+00:00`
      case 'choice': {
        const keys = Object.keys(shape.options)
        return keys[turn % keys.length]
      }
      case 'scale':
        return shape.first + (turn % shape.levels.length)
      case 'yesNo':
        return turn % 2 === 0
      case 'link':
        return alone ? (await makeMinimal(catalogue.register(shape.to))).id : someOf(shape.to)
      case 'links':
        return [await someOf(shape.to)]
      case 'attachments':
        return [await file()]
      case 'structure':
        return shape.example
      case 'secrecy':
        return { provision: '18 kap. 8 § 3; 15 kap. 2 § OSL', markedOn: addDays(firstDay, turn % 300), authority: 'Trygghetsverket' }
    }
  }

  /** What rules and effects ask of the values of a record taken together, where the kinds of its fields do not say it. */
  const fitting: Readonly<Record<string, (values: Values, turn: number) => Promise<Values>>> = {
    valuation: async (values, turn) => ({
      aspect: ['confidentiality', 'integrity', 'availability'][turn % 3],
      category: 'mission',
      ...('level' in values ? { level: turn % 3 } : {}),
    }),
    // What is assessed is a system or the information itself; a complete sample is now the one, now the other.
    measureAssessment: async (values, turn) => {
      if (!('asset' in values)) return { system: await someOf('system') }
      return turn % 2 ? { asset: null } : { system: null }
    },
    riskProposal: async (values) => ({ risk: values.risk ?? (await someOf('risk')) }),
    // Each estimates for himself, the risks of an analysis that is open to it.
    riskEstimate: async () => {
      const analysis = await openAnalysis()
      return { analysis, risk: (await makeMinimal(catalogue.register('risk'), { analysis })).id, person: actor.person }
    },
    absence: async () => ({ deputy: await someOther('person') }),
    // A risk is owned by somebody with a mandate in the first line of responsibility.
    risk: async (values): Promise<Values> => ('owner' in values ? { owner: await riskOwner() } : {}),
  }

  const fill = async (register: Register, wanted: (field: Field) => boolean): Promise<Values> => {
    counter += 1
    const turn = counter
    const values: Values = {}
    for (const [name, field] of Object.entries(register.fields)) {
      if (field.kind !== 'derived' && wanted(field)) values[name] = await sampleOf(register, name, field, turn)
    }
    return { ...values, ...(await fitting[register.name]?.(values, turn)) }
  }

  const full = (register: Register) => fill(register, () => true)
  const fullWith = async (register: Register, names: readonly string[]) => {
    for (let tries = 0; tries < 6; tries += 1) {
      const values = await full(register)
      if (names.every((name) => values[name] !== null)) return values
    }
    throw new Error(`no sample of ${register.name} has ${names.join(', ')}`)
  }
  // What is not marked secret can be read by all who may read at all; a test that asks about secrecy marks its records itself.
  const minimal = async (register: Register) => {
    const values = await fill(register, (field) => field.required)
    for (const [name, field] of Object.entries(register.fields)) {
      const shape = shapeOf(field)
      if (name in values && shape.kind === 'choice' && !(register.unique ?? []).flat().includes(name))
        values[name] = Object.keys(shape.options)[0]
    }
    return values
  }
  const create = async (register: Register, values: Values): Promise<Written> => {
    const [written] = await does(bed, actor, [{ do: 'create', register, values }])
    if (!written) throw new Error('nothing was made')
    return written
  }
  const make = async (register: Register, values: Values = {}) => create(register, { ...(await full(register)), ...values })
  async function makeMinimal(register: Register, values: Values = {}): Promise<Written> {
    return create(register, { ...(await minimal(register)), ...values })
  }

  const unit = await makeMinimal(catalogue.register('unit'), { name: 'Trygghetsverket' })
  linked.set('unit', Promise.resolve(unit.id))
  const person = catalogue.register('person')
  await does(bed, actor, [
    {
      do: 'create',
      register: person,
      id: actor.person ?? v7(),
      values: { name: 'Maj Maker', email: 'maj@trygghetsverket.example', unit: unit.id, employedFrom: '2020-01-01' },
    },
  ])
  return { actor, full, fullWith, minimal, make, makeMinimal, file }
}
