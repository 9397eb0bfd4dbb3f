import { spawnSync } from 'node:child_process'
import { readFileSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { startError } from '../settings/start-error.ts'

/** The system account that PostgreSQL runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** True when the account is another than our own, so that files must be given to it and programs started as it. */
  readonly other: boolean
}

const isRoot = () => process.getuid?.() === 0

/** Our own account, or for root an unprivileged one: the owner of the database that already exists, `postgres`, `varna` (made if it can be) or `nobody`. */
export function databaseAccount(existingOwner: number | undefined, accountsFile = '/etc/passwd'): Account {
  if (!isRoot()) {
    return { name: 'self', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, other: false }
  }
  const accounts = readAccounts(accountsFile)
  const owner = existingOwner === 0 ? undefined : accounts.find((account) => account.uid === existingOwner)
  const known = owner ?? named(accounts, 'postgres') ?? named(accounts, 'varna') ?? makeAccount(accountsFile)
  const account = known ?? named(accounts, 'nobody')
  if (account === undefined) {
    throw startError({
      sv: 'PostgreSQL får inte köras som root, och här finns inget annat konto: skapa ett med "useradd --system varna" eller starta Värna som en vanlig användare.',
      en: 'PostgreSQL must not run as root, and there is no other account here: make one with "useradd --system varna" or start Värna as an ordinary user.',
    })
  }
  return account
}

function makeAccount(accountsFile: string): Account | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'varna'], { stdio: 'ignore' })
  return named(readAccounts(accountsFile), 'varna')
}

const named = (accounts: readonly Account[], name: string) => accounts.find((account) => account.name === name)

/** The accounts of passwd(5) that are not root's. */
function readAccounts(file: string): Account[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid), other: true }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid >= 0)
}

/** How a program is started as the account; the groups of root are dropped with it. */
export const runAs = (account: Account) => (account.other ? { uid: account.uid, gid: account.gid } : {})

/** Whether the account may pass through every folder down to this one, and this one too. Judged by owner, group and mode. */
export function canReach(account: Account, folder: string): boolean {
  if (!account.other) return true
  for (let each = path.resolve(folder); ; each = path.dirname(each)) {
    const stats = statSync(each, { throwIfNoEntry: false })
    if (stats !== undefined && !mayPass(account, stats)) return false
    if (each === path.dirname(each)) return true
  }
}

function mayPass(account: Account, stats: Stats): boolean {
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0
  return (stats.mode & 0o001) !== 0
}
