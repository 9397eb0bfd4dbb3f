import { formatError } from '#kernel/exchange/format-error.ts'
import { looksLikeZip, sheetLimits } from '#kernel/exchange/spreadsheet.ts'
import { readCisoLibrary } from './ciso-assistant.ts'
import { readOscal } from './oscal.ts'
import { decodeUtf8, isPlain, parseJson, parseYaml } from './plain-data.ts'
import { checkRequirementFile, type RequirementFile } from './requirement-file.ts'
import { isRequirementHeader, readRequirementTable } from './requirement-table.ts'

const unknown = (name: string) =>
  formatError({
    code: 'format-unknown',
    message: {
      sv: 'Filen känns inte igen. Kravkällor läses in från OSCAL (JSON), CISO Assistants bibliotek (YAML), Excel (.xlsx), CSV eller Värnas egen form (JSON).',
      en: 'The file is not recognised. Requirement sources are read from OSCAL (JSON), CISO Assistant libraries (YAML), Excel (.xlsx), CSV or Värna’s own form (JSON).',
    },
    at: name,
  })

/** Reads requirement sources from a file of any known form. The content decides which; `name` is for words, and names a table without a source column. */
export async function readRequirementFile(bytes: Uint8Array, name: string): Promise<RequirementFile[]> {
  if (bytes.length === 0) {
    throw formatError({ code: 'file-empty', message: { sv: 'Filen är tom.', en: 'The file is empty.' }, at: name })
  }
  if (bytes.length > sheetLimits.bytes) {
    throw formatError({
      code: 'file-too-large',
      message: { sv: 'Filen är större än 25 MB.', en: 'The file is larger than 25 MB.' },
      at: name,
    })
  }
  if (looksLikeZip(bytes) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return readRequirementTable(bytes, name)
  if (isTable(bytes)) return readRequirementTable(bytes, name)
  const text = decodeUtf8(bytes, name)
  const first = text.trimStart()[0]
  if (first === '{' || first === '[') return fromData(parseJson(text, name), name)
  if (first === '<') {
    throw formatError({
      code: 'xml-not-read',
      message: {
        sv: 'Filen är XML. OSCAL läses in som JSON; hämta eller omvandla filen till JSON.',
        en: 'The file is XML. OSCAL is read as JSON; fetch the file as JSON or convert it.',
      },
      at: name,
    })
  }
  if (text.includes('\0') || !/^[\w"'-]+\s*:(?:\s|$)/m.test(text)) throw unknown(name)
  return fromData(parseYaml(text, name), name)
}

/** A table in text has a first line with the columns of a requirement table, in whichever coding. */
function isTable(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4000)
  const wide = start[0] === 0xff && start[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(start)
  const utf8 = wide ? text : new TextDecoder('utf-8').decode(start)
  return [text, utf8].some((words) => {
    const line =
      words
        .replace(/^sep=.\r?\n/, '')
        .split(/\r?\n/)
        .find((each) => each.trim() !== '') ?? ''
    return [';', ',', '\t', '|'].some((sign) => isRequirementHeader(line.split(sign).map((cell) => cell.trim().replace(/^"|"$/g, ''))))
  })
}

function fromData(data: unknown, name: string): RequirementFile[] {
  if (Array.isArray(data) && data.length > 0 && data.every(isOwn)) {
    return data.map((each, index) => checkRequirementFile(each, `${name} [${index}]`))
  }
  if (!isPlain(data)) throw unknown(name)
  if (isOwn(data)) return [checkRequirementFile(data, name)]
  if (isPlain(data.catalog) || isPlain(data.profile)) return readOscal(data)
  const other = [
    'system-security-plan',
    'component-definition',
    'assessment-plan',
    'assessment-results',
    'plan-of-action-and-milestones',
    'mapping-collection',
  ]
  if (other.some((model) => isPlain(data[model]))) return readOscal(data)
  if (typeof data.urn === 'string' && isPlain(data.objects)) return readCisoLibrary(data)
  throw unknown(name)
}

const isOwn = (data: unknown): boolean => isPlain(data) && 'source' in data && 'requirements' in data
