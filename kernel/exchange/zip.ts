import { Buffer } from 'node:buffer'
import { crc32, inflateRawSync } from 'node:zlib'
import { formatError } from './format-error.ts'

/** What a zip archive may hold before it is taken for a bomb. */
export interface ZipLimits {
  /** Bytes of all unpacked parts together. */
  readonly unpacked: number
  /** Number of parts in the archive. */
  readonly entries: number
}

const broken = () =>
  formatError({
    code: 'zip-broken',
    message: {
      sv: 'Filen går inte att packa upp. Den är skadad eller inte fullständigt överförd. Spara om den och försök igen.',
      en: 'The file cannot be unpacked. It is damaged or incomplete. Save it again and retry.',
    },
  })

const tooLarge = () =>
  formatError({
    code: 'zip-too-large',
    message: {
      sv: 'Filen blir för stor när den packas upp. Dela upp innehållet i flera filer.',
      en: 'The file becomes too large when it is unpacked. Split the content into several files.',
    },
  })

const endRecord = 0x06054b50
const centralRecord = 0x02014b50
const localRecord = 0x04034b50

/** Unpacks the wanted parts by the archive's own table of contents, and stops at the limit whatever sizes the archive claims. */
export function unpackZip(bytes: Uint8Array, wanted: (path: string) => boolean, limits: ZipLimits): Map<string, Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > limits.entries) throw tooLarge()
  const parts = new Map<string, Buffer>()
  let left = limits.unpacked
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== centralRecord) throw broken()
    const method = zip.readUInt16LE(at + 10)
    const packedSize = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const localAt = zip.readUInt32LE(at + 42)
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    if (!wanted(path)) continue
    const part = unpackPart(zip, localAt, packedSize, method, left)
    left -= part.length
    parts.set(path, part)
  }
  return parts
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= 0 && at > zip.length - 65_558; at--) {
    if (zip.readUInt32LE(at) === endRecord) return at
  }
  throw broken()
}

function unpackPart(zip: Buffer, localAt: number, packedSize: number, method: number, left: number): Buffer {
  if (localAt + 30 > zip.length || zip.readUInt32LE(localAt) !== localRecord) throw broken()
  const start = localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28)
  if (start + packedSize > zip.length) throw broken()
  const packed = zip.subarray(start, start + packedSize)
  if (method === 0) {
    if (packed.length > left) throw tooLarge()
    return packed
  }
  if (method !== 8) throw broken()
  if (left <= 0) throw tooLarge()
  try {
    return inflateRawSync(packed, { maxOutputLength: left })
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : broken()
  }
}

/** Packs parts without compression: what has been unpacked safely, for a reader that wants an archive. */
export function packZip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const body: Uint8Array[] = []
  const contents: Uint8Array[] = []
  let offset = 0
  for (const [path, part] of parts) {
    const name = Buffer.from(path, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt32LE(crc32(part), 10)
    common.writeUInt32LE(part.length, 14)
    common.writeUInt32LE(part.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(localRecord)
    body.push(local, common, name, part)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(centralRecord)
    central.writeUInt16LE(20, 4)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    contents.push(central, common, tail, name)
    offset += 30 + name.length + part.length
  }
  const size = contents.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endRecord)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...body, ...contents, end])
}
