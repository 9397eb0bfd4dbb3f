import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { copiedBed, migratedBed, migrationsFolder, type TestBed } from '#database/testing.ts'
import { type Catalogue, catalogue } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { difference, wanted } from '#kernel/store/schema/tables.ts'
import { misfit } from '#kernel/testing/misfit.register.ts'

/** Every register of the product, and the one that collects what is awkward. */
export const contractCatalogue = catalogue([...varnaCatalogue.registers, misfit])

/** A database with every register of the product and some of tests; theirs come by a migration generated like any other. */
export const bedWith = (all: Catalogue): Promise<TestBed> => withMigrationsOf(all, (folder) => migratedBed({ catalogue: all, folder }))

async function withMigrationsOf<T>(all: Catalogue, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-migrations-'))
  try {
    for (const name of await readdir(migrationsFolder)) await copyFile(path.join(migrationsFolder, name), path.join(folder, name))
    const { script, refused } = difference(all, wanted(varnaCatalogue))
    if (refused.length) throw new Error(refused.join('\n'))
    await writeFile(path.join(folder, '9999-tests.sql'), script)
    return await make(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Whether new records of a register are read by nobody but those whose own they are: another can bring none of them out, or look back at them. */
export const isPrivateAtFirst = ({ access, workflow }: Register): boolean =>
  Object.values(access).every(({ readIn }) => readIn !== undefined && !readIn.includes(workflow?.initial ?? ''))

/**
 * The contract is what each register does by itself: what follows in other records from a change is left out here, and tried together
 * with every register in `following.test.ts`.
 */
export const contractBed = async (): Promise<TestBed> => ({
  ...(await withMigrationsOf(contractCatalogue, (folder) => copiedBed('contract_bed', contractCatalogue, folder))),
  effects: [],
})
