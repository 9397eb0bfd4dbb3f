import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Harm, harmCategories, harmCriteria } from '../harm.ts'

const level = z.int().min(0)
const words = z.string().min(1)
const harmFile = z.strictObject({
  levels: z.array(z.strictObject({ level, name: words, meaning: words })),
  categories: harmCategories,
  criteria: harmCriteria(level),
})

/** The levels and criteria of harm that come with the product, on the ladder of the needs of protection. The classification model and the risk method share them. */
export const readShippedHarm = async (): Promise<Harm> =>
  harmFile.parse(JSON.parse(await readFile(new URL('../data/harm.json', import.meta.url), 'utf8')))
