import { importRequirements } from '#areas/governance/server/import-sources.ts'
import { varnaImporters, varnaWordings } from '#areas/server/importers.ts'
import type { Register } from '#kernel/definition/register.ts'
import { type Columns, type ColumnTarget, columnsOf, type FileColumn, targetsOf } from '#kernel/exchange/columns.ts'
import { type ImportOutcome, importRows } from '#kernel/exchange/import.ts'
import type { Importer } from '#kernel/exchange/importer.ts'
import { givenTo, rowsOf, unknownHeadings } from '#kernel/exchange/rows.ts'
import { isFormatError, readSheet, type Sheet } from '#kernel/exchange/spreadsheet.ts'
import type { Gate } from '#kernel/gate/command.ts'

/** A file somebody has handed in. */
export interface GivenFile {
  readonly bytes: Uint8Array
  readonly name: string
}

/** What a file holds, before anything is made of it. */
export interface FileContents {
  readonly rows: number
  readonly columns: readonly FileColumn[]
  readonly targets: readonly ColumnTarget[]
  /** Whether it can be brought in as it stands, without anybody saying what the columns are. */
  readonly recognised: boolean
}

const importerFor = (register: Register, sheet: Sheet): Importer | undefined =>
  varnaImporters.find((importer) => importer.register === register.name && importer.concerns(sheet))

/** Law comes in forms of its own, which are recognised by their content. */
const isLaw = (register: Register) => register.name === 'requirement'

const reasonFor = (name: string) => `Import av ${name.slice(0, 200).toWellFormed()}`

/** Reads the columns of a file, and guesses what each of them is. */
export async function contentsOf(register: Register, { bytes, name }: GivenFile): Promise<FileContents> {
  let sheet: Sheet
  try {
    sheet = await readSheet(bytes, name)
  } catch (error) {
    if (isLaw(register) && isFormatError(error)) return { rows: 0, columns: [], targets: [], recognised: true }
    throw error
  }
  const importer = importerFor(register, sheet)
  const targets = importer?.targets ?? targetsOf(register)
  const columns = columnsOf(targets, sheet)
  const recognised = isLaw(register) || (!importer && unknownHeadings(register, sheet.header).length === 0)
  return { rows: sheet.rows.length, columns, targets, recognised }
}

/**
 * Brings a file into a register, each column as it is said to be or, where nobody has said, by its heading.
 * @param given what every new record gets where the file does not say it
 */
export async function bringIn(
  gate: Gate,
  register: Register,
  file: GivenFile,
  columns?: Columns,
  given: Readonly<Record<string, unknown>> = {},
): Promise<ImportOutcome> {
  const reason = reasonFor(file.name)
  if (isLaw(register) && !columns) return importRequirements(gate, file.bytes, file.name, reason)
  const sheet = await readSheet(file.bytes, file.name)
  const importer = importerFor(register, sheet)
  if (importer) return importer.bring(gate, sheet, columns, reason)
  const read = await varnaWordings.find((wording) => wording.register === register.name)?.readerFor(gate)
  return importRows(gate, register, givenTo(rowsOf(register, sheet, columns, read), given), reason)
}
