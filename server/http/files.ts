import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { AttachedFile } from '#kernel/fields/field.ts'
import { notFound, problem } from '#kernel/problems/problem.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { record } from '#kernel/store/read.ts'
import type { Services } from '../services.ts'
import { note } from './access-log.ts'
import { fileNameFor } from './file-names.ts'
import { fileIn, largestFile } from './imports.ts'
import { asOfIn, idIn, mayWrite, signedIn } from './requests.ts'

/** Kinds of content that are received, by what the content itself shows. Nothing that a computer would run. */
const received = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/x-cfb',
  'application/rtf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/tiff',
  'message/rfc822',
])

/** Plain text: valid UTF-8 without control characters, and nothing a browser would take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for them
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/<\s*(!doctype|html|script|svg|\?xml)/i.test(text.slice(0, 4096))
  } catch {
    return false
  }
}

/** The media type the content shows, or null where it is of a kind that is not received. */
export async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return received.has(found.mime) ? found.mime : null
  return isPlainText(bytes) ? 'text/plain' : null
}

/** Stores content under its SHA-256 and notes who handed it in. The same content is stored once. */
export async function storeFile(tx: Transaction, bytes: Uint8Array, name: string, type: string): Promise<AttachedFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx.rows<object>(
    sql`insert into file (sha256, type, size, content) values (${sha256}, ${type}, ${bytes.length}, ${Buffer.from(bytes)}) on conflict do nothing`,
  )
  await tx.rows<object>(
    sql`insert into upload (sha256, person, name) values (${sha256}, ${tx.actor.person}::uuid, ${name}) on conflict do nothing`,
  )
  return { sha256, name, type, size: bytes.length }
}

/** The content of a stored file. */
export async function fileContent(tx: Transaction, sha256: string): Promise<{ content: Buffer; type: string } | null> {
  const rows = await tx.rows<{ content: Buffer; type: string }>(sql`select content, type from file where sha256 = ${sha256}`)
  return rows[0] ?? null
}

/** Headers under which a browser saves a file rather than showing or running it. */
export const downloadHeaders = (given: string, type: string) => {
  const name = fileNameFor(given, type)
  return {
    'content-disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  }
}

export const fileRoutes = (services: Services) => async (app: FastifyInstance) => {
  app.post(
    '/api/files',
    {
      bodyLimit: largestFile + 1_000_000,
      schema: { tags: ['Files'], summary: 'Hand in a file, to be attached to a record', consumes: ['multipart/form-data'] },
    },
    async (request, reply) => {
      const { actor } = signedIn(request)
      mayWrite(request)
      const { bytes, name } = await fileIn(request)
      const type = await typeOf(bytes)
      if (!type) {
        throw problem({
          status: 415,
          code: 'file-type',
          title: { sv: 'Filer av det här slaget tas inte emot.', en: 'Files of this kind are not received.' },
          detail: {
            sv: 'Skicka dokument, kalkylblad, bilder, PDF eller ren text. Filens innehåll avgör, inte namnet.',
            en: 'Send documents, spreadsheets, images, PDF or plain text. The content decides, not the name.',
          },
        })
      }
      const stored = await services.store.write(actor, {}, (tx) => storeFile(tx, bytes, name, type))
      return reply.status(201).send(stored)
    },
  )

  for (const register of services.catalogue.registers) {
    const names = Object.entries(register.fields).flatMap(([name, field]) => (field.kind === 'attachments' ? [name] : []))
    if (!names.length) continue
    app.get(
      `/api/${pathOf(register)}/:id/files/:sha256`,
      { schema: { tags: [register.label.many.en], summary: 'Download an attached file' } },
      async (request, reply) => {
        const { actor } = signedIn(request)
        const id = idIn(request)
        const { sha256 } = request.params as { sha256: string }
        const found = await services.store.read(actor, asOfIn(request, services.clock), async (tx) => {
          const one = await record(tx, services.catalogue, register, id)
          const values = one ? (JSON.parse(one.json) as Record<string, AttachedFile[]>) : {}
          const file = names.flatMap((name) => values[name] ?? []).find((each) => each.sha256 === sha256)
          const content = file ? await fileContent(tx, file.sha256) : null
          return one && file && content ? { file, content, secret: one.secret } : null
        })
        if (!found) throw notFound()
        if (found.secret) await note(services, request, 'secret-read', register, [id])
        return reply.headers(downloadHeaders(found.file.name, found.content.type)).type(found.content.type).send(found.content.content)
      },
    )
  }
}
