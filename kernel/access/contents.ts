import type { Catalogue } from '../definition/catalogue.ts'
import type { Text } from '../language/text.ts'
import { type Action, scopesFor } from './access.ts'
import type { Role } from './roles.ts'

/** A register as the table of contents lists it: enough to name it and its records and to go there, without its definition. */
export interface Listed {
  readonly name: string
  /** camelCase: `informationAssets`; in addresses `information-assets`. */
  readonly plural: string
  readonly label: { readonly one: Text; readonly many: Text }
  /** Its records are parts of others, and are met with there. */
  readonly part: boolean
}

/** Whether somebody may read any record of a register, read all of them, and make one; whether a part may be made is known where its whole is. */
export interface RegisterRights {
  readonly read: boolean
  readonly readAll: boolean
  readonly create: boolean
}

/** The table of contents of the product: every register, in the order people think. */
export const contentsOf = (catalogue: Catalogue): Listed[] =>
  catalogue.registers.map(({ name, plural, label, scope }) => ({ name, plural, label, part: scope?.partOf !== undefined }))

/** What somebody with these roles may do in each register, by its plural. */
export const rightsFor = (catalogue: Catalogue, held: readonly (Role | 'system')[]): Record<string, RegisterRights> =>
  Object.fromEntries(
    catalogue.registers.map(({ plural, access, scope }) => {
      const scopes = (action: Action) => {
        const granted = scopesFor(access, action)
        return held.flatMap((role) => (role === 'system' ? [] : (granted[role] ?? [])))
      }
      const reads = scopes('read')
      return [
        plural,
        { read: reads.length > 0, readAll: reads.includes('all'), create: scope?.partOf === undefined && scopes('create').length > 0 },
      ]
    }),
  )
