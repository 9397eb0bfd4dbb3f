import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayIn } from '#kernel/clocks/clock.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { tableFor } from '#kernel/exchange/export.ts'
import { writeCsv, writeXlsx } from '#kernel/exchange/spreadsheet.ts'
import { say } from '#kernel/language/text.ts'
import type { Transaction } from '#kernel/store/context.ts'
import type { Asking } from '#kernel/store/filter.ts'
import type { ListQuestion } from '#kernel/store/read.ts'
import type { Services } from '../services.ts'
import { note } from './access-log.ts'
import { languageOf, signedIn } from './requests.ts'

/** Sends a list as a table: the columns and rows the person sees, all of them. */
export async function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  register: Register,
  format: 'csv' | 'xlsx',
  asOf: Date | null,
  asking: Asking,
  narrowed: (tx: Transaction) => Promise<ListQuestion>,
) {
  const language = languageOf(request)
  const { actor } = signedIn(request)
  const { columns, rows, secret } = await services.store.read(actor, asOf, async (tx) =>
    tableFor(tx, services.catalogue, register, await narrowed(tx), asking, language),
  )
  await note(services, request, 'secret-exported', register, secret)
  const options = { language, sheet: say(register.label.many, language) }
  const stream = format === 'xlsx' ? writeXlsx(columns, rows, options) : writeCsv(columns, rows, options)
  const name = `${pathOf(register)}-${dayIn(asOf ?? services.clock.now())}.${format}`
  return reply
    .type(format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(stream)
}
