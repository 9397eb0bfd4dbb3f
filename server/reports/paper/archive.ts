import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** One file of a zip archive. */
export interface ArchivedFile {
  name: string
  content: Uint8Array
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 }

/** The files of a zip archive, in the order of its directory. */
export function readArchive(archive: Uint8Array): ArchivedFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== signatures.central) throw new Error('The zip directory is damaged.')
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const bytes = archive.subarray(start, start + packed)
    return {
      name,
      content: method === 0 ? bytes.slice() : new Uint8Array(inflateRawSync(bytes)),
    }
  })
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === signatures.end) return at
  throw new Error('Not a zip archive.')
}

/** A zip archive whose bytes depend on the files alone: every entry is dated 1 January 1980. */
export function writeArchive(files: ArchivedFile[]): Uint8Array {
  const bodies: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const name = new TextEncoder().encode(file.name)
    const packed = new Uint8Array(deflateRawSync(file.content, { level: 6 }))
    const entry = {
      checksum: crc32(file.content),
      packed: packed.length,
      size: file.content.length,
      name: name.length,
    }
    bodies.push(header(signatures.local, entry), name, packed)
    directory.push(header(signatures.central, entry, offset), name)
    offset += 30 + name.length + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, signatures.end, true)
  end.setUint16(8, files.length, true)
  end.setUint16(10, files.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, offset, true)
  return new Uint8Array(Buffer.concat([...bodies, ...directory, new Uint8Array(end.buffer)]))
}

interface Entry {
  checksum: number
  packed: number
  size: number
  name: number
}

/** A local header, or with an offset an entry of the directory, which has the same fields between two more. */
function header(signature: number, entry: Entry, offset?: number): Uint8Array {
  const central = offset !== undefined
  const view = new DataView(new ArrayBuffer(central ? 46 : 30))
  view.setUint32(0, signature, true)
  if (central) view.setUint16(4, 20, true)
  const at = central ? 6 : 4
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, 8, true)
  view.setUint16(at + 8, 0x0021, true)
  view.setUint32(at + 10, entry.checksum, true)
  view.setUint32(at + 14, entry.packed, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, entry.name, true)
  if (offset !== undefined) view.setUint32(42, offset, true)
  return new Uint8Array(view.buffer)
}
