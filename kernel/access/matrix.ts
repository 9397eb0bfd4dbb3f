import type { Catalogue } from '../definition/catalogue.ts'
import { pathOf } from '../definition/catalogue.ts'
import { say, type Text } from '../language/text.ts'
import { type Action, type Scope, scopesFor } from './access.ts'
import { type Role, roleNames, roles } from './roles.ts'

/** One row of the table of permissions: an action on a register and the scope each role has for it. */
export interface MatrixRow {
  readonly action: Action
  readonly label: Text
  readonly scopes: Partial<Record<Role, Scope>>
}

const actionLabels: Record<string, Text> = {
  read: { sv: 'Läsa', en: 'Read' },
  secret: { sv: 'Läsa sekretessmarkerade', en: 'Read secrecy-marked' },
  create: { sv: 'Lägga till', en: 'Create' },
  update: { sv: 'Ändra', en: 'Update' },
  withdraw: { sv: 'Ta bort ur registret', en: 'Withdraw' },
}

/** The table of permissions, register by register. */
export function matrixOf(catalogue: Catalogue): { register: string; label: Text; rows: MatrixRow[] }[] {
  return catalogue.registers.map((register) => {
    const plain = (['read', 'secret', 'create', 'update', 'withdraw'] as const).map(
      (action): MatrixRow => ({ action, label: actionLabels[action] as Text, scopes: scopesFor(register.access, action) }),
    )
    const moves = Object.entries(register.workflow?.moves ?? {}).map(([name, move]): MatrixRow => {
      const action: Action = `move:${name}`
      return { action, label: move.label, scopes: scopesFor(register.access, action) }
    })
    return {
      register: register.plural,
      label: register.label.many,
      rows: [...plain, ...moves].filter(({ scopes }) => Object.keys(scopes).length > 0),
    }
  })
}

const scopeWords: Record<Scope, string> = { own: 'egna', unit: 'enheten', all: 'alla', part: 'som helheten' }

/** The table of permissions as Markdown, in Swedish, for those who review it. */
export function printMatrix(catalogue: Catalogue): string {
  const lines = [
    '# Behörigheter',
    '',
    'Skriven ur registrens definitioner; jämförs vid varje bygge. *egna*: poster som är personens egna eller som personen lagt in; för stegen i ett flöde räcker det inte att ha lagt in posten. *enheten*: poster i uppdragets enhet och allt under den. *alla*: alla poster. *som helheten*: poster som är en del av en annan läses av den som får läsa helheten och ändras av den som får ändra den. Den som får läsa en post får läsa dess historik. Tom ruta: ingen rätt.',
    '',
  ]
  for (const { register, label, rows } of matrixOf(catalogue)) {
    const named = roleNames.filter((role) => rows.some(({ scopes }) => scopes[role]))
    lines.push(
      `## ${label.sv} (\`${pathOf(catalogue.registers.find(({ plural }) => plural === register) ?? catalogue.register(register))}\`)`,
      '',
    )
    lines.push(`| | ${named.map((role) => say(roles[role].label, 'sv')).join(' | ')} |`, `|---|${named.map(() => '---').join('|')}|`)
    for (const row of rows)
      lines.push(`| ${row.label.sv} | ${named.map((role) => (row.scopes[role] ? scopeWords[row.scopes[role]] : '')).join(' | ')} |`)
    lines.push('')
  }
  return lines.join('\n')
}
