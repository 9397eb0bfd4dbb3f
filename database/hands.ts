import { does, type Samples, type Values } from '#database/samples.ts'
import type { TestBed } from '#database/testing.ts'
import type { Written } from '#kernel/gate/command.ts'
import { isProblem, type Problem } from '#kernel/problems/problem.ts'
import type { Actor } from '#kernel/store/context.ts'
import { today } from './today.ts'

/** Hands to work with in a test, register by register; each deed is a transaction of its own, on a day that may be given. */
export interface Hands {
  readonly make: (register: string, values?: Values, actor?: Actor, on?: string) => Promise<Written>
  readonly change: (register: string, id: string, values: Values, actor?: Actor, on?: string) => Promise<Written>
  readonly move: (register: string, id: string, move: string, values?: Values, actor?: Actor, on?: string) => Promise<Written>
  readonly withdraw: (register: string, id: string, actor?: Actor, on?: string) => Promise<Written>
  /** The record as it is stored, behind every guard; columns by their names in the database. */
  readonly stored: (register: string, id: string) => Promise<Record<string, unknown>>
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const first = ([written]: Written[]): Written => {
  if (!written) throw new Error('nothing was written')
  return written
}

/** Hands on a bed; who does something unless told otherwise is the maker of samples. */
export function handsOn(bed: TestBed, samples: Samples): Hands {
  const register = (name: string) => bed.catalogue.register(name)
  const stored: Hands['stored'] = async (name, id) => {
    const [row] = await bed.asOwner<Record<string, unknown>>(`select to_jsonb(t) as row from {live}."${snake(name)}" t where id = $1`, [id])
    return row?.row as Record<string, unknown>
  }
  const versionOf = async (name: string, id: string) => Number((await stored(name, id)).version)
  return {
    stored,
    make: async (name, values = {}, actor = samples.actor, on = today) => {
      const complete = Object.entries(register(name).fields).every(([field, { required }]) => !required || field in values)
      const filled = complete ? values : { ...(await samples.minimal(register(name))), ...values }
      return first(await does(bed, actor, [{ do: 'create', register: register(name), values: filled, reason: 'Prov' }], on))
    },
    change: async (name, id, values, actor = samples.actor, on = today) => {
      const version = await versionOf(name, id)
      return first(await does(bed, actor, [{ do: 'update', register: register(name), id, version, values, reason: 'Prov' }], on))
    },
    move: async (name, id, move, values = {}, actor = samples.actor, on = today) => {
      const version = await versionOf(name, id)
      return first(await does(bed, actor, [{ do: 'move', register: register(name), id, version, move, values, reason: 'Prov' }], on))
    },
    withdraw: async (name, id, actor = samples.actor, on = today) => {
      const version = await versionOf(name, id)
      return first(await does(bed, actor, [{ do: 'withdraw', register: register(name), id, version, reason: 'Prov' }], on))
    },
  }
}

/** The problem something was refused with. */
export async function refusal(work: Promise<unknown>): Promise<Problem> {
  try {
    await work
  } catch (error) {
    if (isProblem(error)) return error.problem
    throw error
  }
  throw new Error('nothing was refused')
}
