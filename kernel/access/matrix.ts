import type { Catalogue } from '../definition/catalogue.ts'
import { pathOf } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { say, type Text } from '../language/text.ts'
import { type Action, type Scope, scopesFor } from './access.ts'
import { type Role, roleNames, roles } from './roles.ts'

/** One row of the table of permissions: an action on a register and the scope each role has for it. */
export interface MatrixRow {
  readonly action: Action
  readonly label: Text
  readonly scopes: Partial<Record<Role, Scope>>
  /** The states a role's right is limited to. */
  readonly states?: Partial<Record<Role, readonly string[]>>
}

const actionLabels: Record<string, Text> = {
  read: { sv: 'Läsa', en: 'Read' },
  secret: { sv: 'Läsa sekretessmarkerade', en: 'Read secrecy-marked' },
  create: { sv: 'Lägga till', en: 'Create' },
  update: { sv: 'Ändra', en: 'Update' },
  withdraw: { sv: 'Ta bort ur registret', en: 'Withdraw' },
}

const statesOfRead = (register: Register): Partial<Record<Role, readonly string[]>> =>
  Object.fromEntries(Object.entries(register.access).flatMap(([role, { readIn }]) => (readIn ? [[role, readIn]] : [])))

/** The fields of a register that only some may read. */
export const restrictedFields = (register: Register): { name: string; label: Text; readers: readonly Role[] }[] =>
  Object.entries(register.fields).flatMap(([name, { label, readers }]) => (readers ? [{ name, label, readers }] : []))

/** The table of permissions, register by register. */
export function matrixOf(catalogue: Catalogue): { register: string; label: Text; rows: MatrixRow[] }[] {
  return catalogue.registers.map((register) => {
    const plain = (['read', 'secret', 'create', 'update', 'withdraw'] as const).map(
      (action): MatrixRow => ({
        action,
        label: actionLabels[action] as Text,
        scopes: scopesFor(register.access, action),
        ...(action === 'read' ? { states: statesOfRead(register) } : {}),
      }),
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

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const scopeWords: Record<Scope, string> = { own: 'egna', unit: 'enheten', all: 'alla', part: 'som helheten' }

/** The table of permissions as Markdown, in Swedish, for those who review it. */
export function printMatrix(catalogue: Catalogue): string {
  const lines = [
    '# Behörigheter',
    '',
    'Skriven ur registrens definitioner; jämförs vid varje bygge. *egna*: poster som är personens egna eller som personen lagt in; för stegen i ett flöde räcker det inte att ha lagt in posten. *enheten*: poster i uppdragets enhet och allt under den. *alla*: alla poster. *som helheten*: poster som är en del av en annan läses av den som får läsa helheten och ändras av den som får ändra den. Den som får läsa en post får läsa dess historik. *i vissa lägen*: bara poster (och äldre lydelser) i de lägen som står under tabellen, och egna poster i alla lägen. Uppgifter som bara vissa roller får läsa står också under tabellen: för andra ser de tomma ut överallt, i listor, villkor, ordning, sökning, historik och export. Tom ruta: ingen rätt. *Ansvarslinje*: den första äger riskerna och beslutar, den andra stödjer, ifrågasätter och följer upp, den tredje granskar oberoende; – står utanför linjerna.',
    '',
  ]
  for (const { register, label, rows } of matrixOf(catalogue)) {
    const found = catalogue.registers.find(({ plural }) => plural === register) ?? catalogue.register(register)
    const named = roleNames.filter((role) => rows.some(({ scopes }) => scopes[role]))
    lines.push(`## ${label.sv} (\`${pathOf(found)}\`)`, '')
    lines.push(
      `| | ${named.map((role) => say(roles[role].label, 'sv')).join(' | ')} |`,
      `|---|${named.map(() => '---').join('|')}|`,
      `| *Ansvarslinje* | ${named.map((role) => roles[role].line ?? '–').join(' | ')} |`,
    )
    for (const row of rows)
      lines.push(
        `| ${row.label.sv} | ${named.map((role) => (row.states?.[role] ? 'i vissa lägen' : row.scopes[role] ? scopeWords[row.scopes[role]] : '')).join(' | ')} |`,
      )
    lines.push('')
    for (const [role, states] of Object.entries(statesOfRead(found)))
      lines.push(
        `${capital(say(roles[role as Role].label, 'sv'))} läser posterna i lägena ${states.map((state) => found.workflow?.states[state]?.label.sv ?? state).join(', ')}.`,
        '',
      )
    for (const { label: field, readers } of restrictedFields(found))
      lines.push(
        `Uppgiften ${field.sv} läses bara av ${readers.map((role) => say(roles[role].label, 'sv')).join(' och ')}, och av den vars egen posten är.`,
        '',
      )
  }
  return lines.join('\n')
}
