import { readdir, readFile } from 'node:fs/promises'
import { readRequirementFile } from './read-requirement-file.ts'
import type { RequirementFile } from './requirement-file.ts'

const folder = new URL('../../law/', import.meta.url)

/** The requirement sources the product comes with: MSBFS 2020:6–8, cybersäkerhetslagen, and identifiers of ISO/IEC 27001 and 27002. */
export async function readShippedSources(): Promise<RequirementFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const files = await Promise.all(names.map(async (name) => readRequirementFile(await readFile(new URL(name, folder)), name)))
  return files.flat()
}
