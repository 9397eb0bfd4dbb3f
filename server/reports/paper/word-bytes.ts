import { type ArchivedFile, readArchive, writeArchive } from './archive.ts'

/**
 * The same Word file with its dates set to the report's and its inner identifiers, which are drawn at random or counted
 * over the life of the process, numbered in reading order: the same report always gives the same bytes.
 */
export function settleBytes(archive: Uint8Array, made: number): Uint8Array {
  const date = `${new Date(made * 1000).toISOString().slice(0, 19)}Z`
  const numbers = numbering()
  const settled = (file: ArchivedFile): ArchivedFile => {
    if (file.name.endsWith('.xlsx')) return { name: file.name, content: settleBytes(file.content, made) }
    if (!/\.(xml|rels)$/.test(file.name)) return file
    const xml = new TextDecoder().decode(file.content)
    const dated = file.name === 'docProps/core.xml' ? xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`) : xml
    return {
      name: file.name,
      content: new TextEncoder().encode(settleIdentifiers(dated, numbers)),
    }
  }
  const files = readArchive(archive)
  const relations = new Map(files.filter((file) => file.name.endsWith('.rels')).map((file) => [file.name, settled(file)]))
  return writeArchive(files.map((file) => relations.get(file.name) ?? settled(file)))
}

/** Gives each identifier of a kind the next number, in the order they are first met. */
function numbering(): (kind: string, identifier: string) => number {
  const known = new Map<string, Map<string, number>>()
  return (kind, identifier) => {
    const ofKind = known.get(kind) ?? new Map<string, number>()
    known.set(kind, ofKind)
    const number = ofKind.get(identifier) ?? ofKind.size + 1
    ofKind.set(identifier, number)
    return number
  }
}

type Numbers = ReturnType<typeof numbering>

/** Only markup is touched, never the words between the tags, whatever they look like. */
function settleIdentifiers(xml: string, numbers: Numbers): string {
  return xml
    .replace(/<[^<>]*>/g, (tag) =>
      !/rId|_Toc|w:bookmark|wp:docPr/.test(tag)
        ? tag
        : tag
            .replace(
              /(\s(?:Id|r:id|r:embed)=")(rId[\w-]{12,})"/g,
              (_, start: string, id: string) => `${start}rIdv${numbers('relation', id)}"`,
            )
            .replace(/(\sw:(?:anchor|name)=")_Toc(\d+)"/g, (_, start: string, id: string) => `${start}_Toc${numbers('heading', id)}"`)
            .replace(
              /^(<w:bookmark(?:Start|End)\b[^>]*\sw:id=")(\d+)"/,
              (_, start: string, id: string) => `${start}${numbers('bookmark', id)}"`,
            )
            .replace(/^(<wp:docPr\b[^>]*\sid=")(\d+)"/, (_, start: string, id: string) => `${start}${numbers('drawing', id)}"`),
    )
    .replace(/(<w:instrText[^>]*>\s*PAGEREF )_Toc(\d+)/g, (_, start: string, id: string) => `${start}_Toc${numbers('heading', id)}`)
}
