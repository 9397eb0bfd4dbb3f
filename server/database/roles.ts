import pg from 'pg'
import type { Settings } from '../settings/settings.ts'
import { startError } from '../settings/start-error.ts'

/** The two database roles that are not the owner: the web server's and the demonstration loader's. */
export type RoleNames = Pick<Settings, 'appRole' | 'loaderRole'>

/** Something that runs a statement as the owner of the database. */
export interface OwnerClient {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** Makes the roles that are missing, and sees to it that the owner may act as them. Safe however many start at once. */
export async function ensureRoles(owner: OwnerClient, { appRole, loaderRole }: RoleNames): Promise<void> {
  const names = [appRole, loaderRole]
  for (let attempt = 1; ; attempt++) {
    const missing = await whatIsMissing(owner, names)
    if (missing.length === 0) return
    try {
      await makeTogether(owner, missing)
      return
    } catch (error) {
      const code = codeOf(error)
      if (code === '42501') throw notAllowed(missing, error)
      // Roles belong to the whole server, the lock only to one database: another database's starter may be first.
      if (attempt >= 5 || !['42710', '23505', 'XX000', '40001', '40P01'].includes(code)) throw error
    }
  }
}

interface RoleRow extends pg.QueryResultRow {
  name: string
  exists: boolean
  dangerous: boolean
  usable: boolean
  me: string
}

async function whatIsMissing(owner: OwnerClient, names: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<RoleRow>(
    `select wanted.name, role.oid is not null as exists,
            coalesce(role.rolsuper or role.rolbypassrls or role.rolcreaterole, false) as dangerous,
            coalesce(pg_has_role(current_user, role.oid, 'MEMBER'), false) as usable, current_user as me
       from unnest($1::text[]) as wanted (name) left join pg_roles role on role.rolname = wanted.name`,
    [names],
  )
  const statements: string[] = []
  for (const { name, exists, dangerous, usable, me } of rows) {
    if (dangerous) throw tooMighty(name)
    const role = pg.escapeIdentifier(name)
    if (!exists) statements.push(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
    if (!usable) statements.push(`grant ${role} to ${pg.escapeIdentifier(me)}`)
  }
  return statements
}

async function makeTogether(owner: OwnerClient, statements: readonly string[]) {
  await owner.query('begin')
  try {
    await owner.query(`select pg_advisory_xact_lock(hashtextextended('varna roles', 0))`)
    for (const statement of statements) await owner.query(statement)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

const notAllowed = (statements: readonly string[], cause: unknown) =>
  startError(
    {
      sv: `Databasens ägare får inte skapa roller: be databasens administratör köra "${statements.join('; ')};" och starta sedan Värna igen.`,
      en: `The owner of the database may not create roles: ask the database administrator to run "${statements.join('; ')};" and then start Värna again.`,
    },
    cause,
  )

const tooMighty = (name: string) =>
  startError({
    sv: `Databasrollen ${name} är superanvändare eller får gå förbi radskyddet och kan därför inte användas: kör "alter role ${pg.escapeIdentifier(name)} nosuperuser nobypassrls nocreaterole;".`,
    en: `The database role ${name} is a superuser or may bypass row security, and therefore cannot be used: run "alter role ${pg.escapeIdentifier(name)} nosuperuser nobypassrls nocreaterole;".`,
  })
