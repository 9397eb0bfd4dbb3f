import { createHash, randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { say } from '#kernel/language/text.ts'
import { asSystem } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { startError } from '../settings/settings.ts'
import { withServices } from '../start.ts'
import type { Command } from './command.ts'

/** The shortest password that is accepted, in characters. */
const shortest = 12

const system = asSystem('manages accounts from the command line')

async function personWith(services: Services, email: string): Promise<string> {
  const rows = await services.store.read(system, null, (tx) =>
    tx.rows<{ id: string }>(sql`select id from person where lower(email) = lower(${email}) and withdrawn_at is null`),
  )
  const id = rows[0]?.id
  if (!id)
    throw startError({
      sv: `Ingen person har e-postadressen ${email}: lägg upp personen i Värna först.`,
      en: `No person has the e-mail address ${email}: add the person in Värna first.`,
    })
  return id
}

/** Reads a line that is not shown on the screen; from a pipe it is read as it comes. */
async function secretLine(prompt: string): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write(prompt)
  const lines = createInterface({ input: process.stdin, terminal: false })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}

/** Gives people passwords and tokens. What they may do follows from their assignments alone. */
export const userCommand: Command = {
  name: 'user',
  summary: { sv: 'Ger personer lösenord och nycklar', en: 'Gives people passwords and tokens' },
  usage: {
    sv: 'varna user list\nvarna user password E-POST                                       lösenordet läses från inmatningen\nvarna user token E-POST --name NAMN [--scope read|write] [--days 365]',
    en: 'varna user list\nvarna user password E-MAIL                                      the password is read from the input\nvarna user token E-MAIL --name NAME [--scope read|write] [--days 365]',
  },
  async run(args, { settings, out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, scope: { type: 'string', default: 'read' }, days: { type: 'string', default: '365' } },
    })
    const [what, email] = positionals
    if (what === 'list') {
      return withServices(settings, async (services) => {
        const rows = await services.store.read(system, null, (tx) =>
          tx.rows<{ name: string; email: string }>(
            sql`select p.name, a.email from account a join person p on p.id = a.person order by p.name`,
          ),
        )
        for (const row of rows) out(`${row.name}  ${row.email}`)
        return 0
      })
    }
    if (!email || (what !== 'password' && what !== 'token')) {
      out(say(userCommand.usage, settings.language))
      return 2
    }
    if (what === 'password') {
      const password = await secretLine(say({ sv: 'Nytt lösenord: ', en: 'New password: ' }, settings.language))
      if (password.length < shortest)
        throw startError({ sv: `Lösenordet behöver minst ${shortest} tecken.`, en: `The password needs at least ${shortest} characters.` })
      return withServices(settings, async (services) => {
        await services.identity.setPassword(await personWith(services, email), email, password)
        out(say({ sv: `Lösenordet för ${email} är bytt.`, en: `The password of ${email} has been changed.` }, settings.language))
        return 0
      })
    }
    const days = Number(values.days)
    const { scope, name } = values
    if (!name || (scope !== 'read' && scope !== 'write') || !Number.isInteger(days) || days < 1 || days > 1_825)
      throw startError({
        sv: 'Ange --name, --scope read eller write och --days mellan 1 och 1825.',
        en: 'State --name, --scope read or write, and --days between 1 and 1825.',
      })
    return withServices(settings, async (services) => {
      const person = await personWith(services, email)
      const secret = `varna_${randomBytes(32).toString('base64url')}`
      const hashed = createHash('sha256').update(secret).digest()
      const expires = new Date(services.clock.now().getTime() + days * 86_400_000).toISOString()
      await services.store.write(system, {}, (tx) =>
        tx.rows<object>(
          sql`insert into api_token (token_hash, person, name, scope, expires_at) values (${hashed}, ${person}::uuid, ${name}, ${scope}, ${expires})`,
        ),
      )
      out(say({ sv: `Nyckeln visas bara nu: ${secret}`, en: `The token is shown only now: ${secret}` }, settings.language))
      return 0
    })
  },
}
