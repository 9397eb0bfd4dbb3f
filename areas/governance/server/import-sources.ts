import { type ImportOutcome, type ImportRow, importRows } from '#kernel/exchange/import.ts'
import { rowsOf } from '#kernel/exchange/rows.ts'
import { isFormatError, readSheet } from '#kernel/exchange/spreadsheet.ts'
import type { Gate } from '#kernel/gate/command.ts'
import { isProblem } from '#kernel/problems/problem.ts'
import type { RequirementFile } from './formats/requirement-file.ts'

const together = (outcomes: readonly ImportOutcome[], rows: number): ImportOutcome => ({
  rows,
  created: outcomes.reduce((sum, { created }) => sum + created, 0),
  updated: outcomes.reduce((sum, { updated }) => sum + updated, 0),
  unchanged: Math.max(0, rows - outcomes.reduce((sum, { created, updated, errors }) => sum + created + updated + errors.length, 0)),
  errors: outcomes.flatMap(({ errors }) => errors),
  changes: outcomes.flatMap(({ changes }) => changes).slice(0, 200),
})

const rowsFrom = (rows: readonly { key: string }[], leave: readonly string[]): ImportRow[] =>
  rows.map((row, index) => ({
    row: index + 1,
    key: row.key,
    values: Object.fromEntries(Object.entries(row).filter(([name]) => !leave.includes(name))),
  }))

/**
 * Brings sources and their requirements into the catalogue. A requirement is recognised by its key, so that the same file
 * changes nothing and an amended one updates what differs. Requirements refer to each other across files: the references are
 * made when all stand.
 */
export async function importSources(gate: Gate, files: readonly RequirementFile[], reason: string): Promise<ImportOutcome> {
  const sourceRegister = gate.catalogue.register('requirementSource')
  const requirementRegister = gate.catalogue.register('requirement')
  const requirements = files.flatMap(({ source, requirements: rows }) => rows.map((row) => ({ ...row, source: source.key })))
  const total = files.length + requirements.length
  const sources = await importRows(
    gate,
    sourceRegister,
    rowsFrom(
      files.map(({ source }) => source),
      [],
    ),
    reason,
  )
  if (sources.errors.length) return together([sources], total)
  const bare = await importRows(gate, requirementRegister, rowsFrom(requirements, ['related']), reason)
  if (bare.errors.length) return together([sources, bare], total)
  const related = requirements.filter((row) => row.related.length).map(({ key, related }) => ({ key, related }))
  const references = await importRows(gate, requirementRegister, rowsFrom(related, ['key']), reason)
  const fresh = new Set(bare.changes.map(({ key }) => key))
  const outcome = together(
    [sources, bare, { ...references, rows: 0, created: 0, updated: Math.max(0, references.updated - bare.created), unchanged: 0 }],
    total,
  )
  return {
    ...outcome,
    changes: [...sources.changes, ...bare.changes, ...references.changes.filter(({ key }) => !fresh.has(key))].slice(0, 200),
  }
}

/** The rows of a table with the register's own headings, or null where the file is something else. */
async function ownTable(gate: Gate, bytes: Uint8Array, name: string): Promise<ImportRow[] | null> {
  try {
    return rowsOf(gate.catalogue.register('requirement'), await readSheet(bytes, name))
  } catch (error) {
    if (isProblem(error) || isFormatError(error)) return null
    throw error
  }
}

/**
 * Brings a file of requirements into the catalogue, whatever form it has: a table as the register itself exports it, or a source
 * with its requirements from OSCAL, CISO Assistant, a table of a source, or our own form.
 */
export async function importRequirements(gate: Gate, bytes: Uint8Array, name: string, reason: string): Promise<ImportOutcome> {
  const rows = await ownTable(gate, bytes, name)
  if (rows) return importRows(gate, gate.catalogue.register('requirement'), rows, reason)
  const { readRequirementFile } = await import('./formats/read-requirement-file.ts')
  return importSources(gate, await readRequirementFile(bytes, name), reason)
}
