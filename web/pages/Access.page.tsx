import { type Action, type Scope, scopesFor } from '#kernel/access/access.ts'
import { restrictedFields } from '#kernel/access/matrix.ts'
import { isRole, type Role, roleNames, roles } from '#kernel/access/roles.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { manyOf } from '#kernel/screens/words.ts'
import { useSession } from '#web/api/session.ts'
import { Table } from '#web/design/Parts.tsx'
import { Select } from '#web/design/Select.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import './pages.css'

const words = {
  title: { sv: 'Behörigheter', en: 'Permissions' },
  lead: {
    sv: 'Vem som får göra vad, och med vilka poster. Tabellen är densamma som servern och databasen följer. Ingen har någon annan rätt än den som står här.',
    en: 'Who may do what, and to which records. The table is the very one the server and the database follow. Nobody has any other right than what stands here.',
  },
  own: { sv: 'egna', en: 'own' },
  unit: { sv: 'enhetens', en: 'unit’s' },
  all: { sv: 'alla', en: 'all' },
  part: { sv: 'som helheten', en: 'as the whole' },
  partHelp: {
    sv: 'Som helheten: poster som är en del av en annan post. Den som får läsa helheten får läsa delen, och den som får ändra helheten får ändra delen.',
    en: 'As the whole: records that are part of another. Who may read the whole may read the part, and who may change the whole may change the part.',
  },
  some: { sv: 'i vissa lägen', en: 'in some states' },
  someHelp: {
    sv: '{role} läser {many} i lägena {states}, och egna i alla lägen.',
    en: '{role}: reads {many} in the states {states}, and own ones in every state.',
  },
  readersHelp: {
    sv: 'Uppgiften {field} i registret {many} läses bara av {roles}, och av den vars egen posten är. För andra ser den tom ut.',
    en: 'The field {field} in the register {many} is read only by {roles}, and by the one whose own the record is. To others it looks empty.',
  },
  ownHelp: {
    sv: 'Egna: poster där personen står som ansvarig eller som personen själv har skapat. För att föra en post vidare räcker det inte att ha skapat den.',
    en: 'Own: records where the person stands as responsible or that the person has made. To move a record on it is not enough to have made it.',
  },
  unitHelp: {
    sv: 'Enhetens: poster i den enhet som rollen gäller för, och i enheterna under den.',
    en: 'Unit’s: records of the unit the role is assigned for, and of the units below it.',
  },
  everyone: {
    sv: 'Medarbetare är alla anställda. Övriga roller ges genom uppdrag.',
    en: 'Employees are everyone employed. The other roles come by assignment.',
  },
  line: { sv: 'Ansvarslinje', en: 'Line of responsibility' },
  lines: {
    1: { sv: 'Första', en: 'First' },
    2: { sv: 'Andra', en: 'Second' },
    3: { sv: 'Tredje', en: 'Third' },
  },
  outside: { sv: 'Utanför', en: 'Outside' },
  roleLine: {
    1: { sv: 'Rollen hör till första ansvarslinjen.', en: 'The role belongs to the first line of responsibility.' },
    2: { sv: 'Rollen hör till andra ansvarslinjen.', en: 'The role belongs to the second line of responsibility.' },
    3: { sv: 'Rollen hör till tredje ansvarslinjen.', en: 'The role belongs to the third line of responsibility.' },
  },
  roleOutside: { sv: 'Rollen står utanför ansvarslinjerna.', en: 'The role stands outside the lines of responsibility.' },
  lineHelp: {
    sv: 'Ansvarslinjer: den första äger riskerna och beslutar, den andra stödjer, ifrågasätter och följer upp, den tredje granskar oberoende.',
    en: 'Lines of responsibility: the first owns the risks and decides, the second supports, challenges and follows up, the third reviews independently.',
  },
  read: { sv: 'Läsa', en: 'Read' },
  secret: { sv: 'Läsa sekretessmarkerat', en: 'Read secrecy-marked' },
  create: { sv: 'Skapa', en: 'Create' },
  update: { sv: 'Ändra', en: 'Change' },
  withdraw: { sv: 'Ta bort', en: 'Withdraw' },
  only: { sv: 'bara den som står under ”{field}”', en: 'only the one named under “{field}”' },
  another: { sv: 'annan än den som tog förra steget', en: 'other than whoever took the step before' },
  anotherSometimes: { sv: 'ibland annan än den som tog förra steget', en: 'at times other than whoever took the step before' },
  moves: { sv: 'Föra vidare', en: 'Move on' },
  byRole: { sv: 'Efter roll', en: 'By role' },
  byRegister: { sv: 'Efter register', en: 'By register' },
  view: { sv: 'Sätt att se behörigheterna', en: 'Ways to see the permissions' },
  role: { sv: 'Roll', en: 'Role' },
  register: { sv: 'Register', en: 'Register' },
  nothing: { sv: 'Rollen har inga rättigheter i något register.', en: 'The role has no rights in any register.' },
}

const basic: readonly { readonly action: Action; readonly label: Text }[] = [
  { action: 'read', label: words.read },
  { action: 'secret', label: words.secret },
  { action: 'create', label: words.create },
  { action: 'update', label: words.update },
  { action: 'withdraw', label: words.withdraw },
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const scopeOf = (register: Register, role: Role, action: Action): Scope | undefined => scopesFor(register.access, action)[role]

/** The permission matrix, read from the definitions of the registers. */
export default function AccessPage() {
  const say = useSay()
  const session = useSession()
  const catalogue = useCatalogue()
  const [search, setSearch] = useSearch()
  const register = typeof search.register === 'string' ? catalogue.byPath(search.register) : undefined
  const own = session.roles.find((role) => role !== 'employee') ?? 'employee'
  const role = isRole(search.roll) ? search.roll : own
  const first = catalogue.registers[0]
  return (
    <div className="p-access">
      <header className="p-head">
        <h1>{say(words.title)}</h1>
        <p className="v-muted v-prose">{say(words.lead)}</p>
      </header>
      <LinkTabs
        label={say(words.view)}
        tabs={[
          { href: '/om/behorigheter', label: say(words.byRole), isCurrent: !register },
          { href: `/om/behorigheter?register=${first ? pathOf(first) : ''}`, label: say(words.byRegister), isCurrent: Boolean(register) },
        ]}
      />
      {register ? (
        <>
          <Select
            label={say(words.register)}
            options={catalogue.registers.map((one) => ({ id: pathOf(one), label: say(one.label.many) }))}
            value={pathOf(register)}
            onChange={(path) => setSearch({ register: path ?? '' })}
          />
          <ByRegister register={register} />
        </>
      ) : (
        <>
          <Select
            label={say(words.role)}
            options={roleNames.map((name) => ({ id: name, label: capital(say(roles[name].label)) }))}
            value={role}
            onChange={(name) => setSearch({ roll: name ?? '' })}
          />
          <ByRole role={role} />
        </>
      )}
      <div className="p-notes">
        <p>{say(words.ownHelp)}</p>
        <p>{say(words.unitHelp)}</p>
        <p>{say(words.partHelp)}</p>
        <p>{say(words.everyone)}</p>
        <p>{say(words.lineHelp)}</p>
        <Limits registers={register ? [register] : catalogue.registers} role={register ? null : role} />
      </div>
    </div>
  )
}

const Reach = ({ scope, some = false }: { readonly scope: Scope | undefined; readonly some?: boolean }) => {
  const say = useSay()
  return scope ? <span data-scope={scope}>{say(some ? words.some : words[scope])}</span> : <span className="p-none">–</span>
}

/** What limits reading beyond whole records: states for a role, and fields for all but some. */
function Limits({ registers, role }: { readonly registers: readonly Register[]; readonly role: Role | null }) {
  const say = useSay()
  const sentences = registers.flatMap((register) => {
    const many = say(manyOf(register))
    const states = roleNames.flatMap((name) => {
      const readIn = register.access[name]?.readIn
      if (!readIn || (role && name !== role)) return []
      const labels = readIn.map((state) => say(register.workflow?.states[state]?.label ?? { sv: state, en: state }))
      return [say(fill(words.someHelp, { role: capital(say(roles[name].label)), many, states: labels.join(', ') }))]
    })
    const fields = restrictedFields(register).flatMap(({ label, readers }) =>
      role && readers.includes(role)
        ? []
        : [say(fill(words.readersHelp, { field: say(label), many, roles: readers.map((name) => say(roles[name].label)).join(', ') }))],
    )
    return [...states, ...fields]
  })
  return sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
}

function Moves({ register, role }: { readonly register: Register; readonly role: Role }) {
  const say = useSay()
  const open = Object.entries(register.workflow?.moves ?? {}).flatMap(([name, move]) => {
    const scope = scopeOf(register, role, `move:${name}`)
    const field = move.only ? register.fields[move.only] : undefined
    const limits = [
      ...(field ? [say(fill(words.only, { field: say(field.label) }))] : []),
      ...(move.fourEyes ? [say(move.fourEyes === true ? words.another : words.anotherSometimes)] : []),
    ]
    return scope ? [{ label: say(move.label), scope, limits }] : []
  })
  if (!open.length) return <Reach scope={undefined} />
  return (
    <ul className="p-moves">
      {open.map((move) => (
        <li key={move.label}>
          {move.label} <span className="v-muted">({[say(words[move.scope]), ...move.limits].join(', ')})</span>
        </li>
      ))}
    </ul>
  )
}

const Heads = ({ first, withLine = false }: { readonly first: string; readonly withLine?: boolean }) => {
  const say = useSay()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {withLine && <th scope="col">{say(words.line)}</th>}
        {basic.map((one) => (
          <th key={one.action} scope="col">
            {say(one.label)}
          </th>
        ))}
        <th scope="col">{say(words.moves)}</th>
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly name: string
  readonly register: Register
  readonly role: Role
  readonly withLine?: boolean
}

function Row({ name, register, role, withLine = false }: RowProps) {
  const say = useSay()
  const { line } = roles[role]
  return (
    <tr>
      <th scope="row">{name}</th>
      {withLine && <td>{say(line === null ? words.outside : words.lines[line])}</td>}
      {basic.map((one) => (
        <td key={one.action}>
          <Reach scope={scopeOf(register, role, one.action)} some={one.action === 'read' && Boolean(register.access[role]?.readIn)} />
        </td>
      ))}
      <td>
        <Moves register={register} role={role} />
      </td>
    </tr>
  )
}

function ByRole({ role }: { readonly role: Role }) {
  const say = useSay()
  const catalogue = useCatalogue()
  const open = catalogue.registers.filter((register) => register.access[role])
  const { line } = roles[role]
  if (!open.length) return <p>{say(words.nothing)}</p>
  return (
    <>
      <p>{say(line === null ? words.roleOutside : words.roleLine[line])}</p>
      <Table caption={capital(say(roles[role].label))} captionHidden>
        <Heads first={say(words.register)} />
        <tbody>
          {open.map((register) => (
            <Row key={register.name} name={say(register.label.many)} register={register} role={role} />
          ))}
        </tbody>
      </Table>
    </>
  )
}

function ByRegister({ register }: { readonly register: Register }) {
  const say = useSay()
  const open = roleNames.filter((role) => register.access[role])
  return (
    <Table caption={say(register.label.many)} captionHidden>
      <Heads first={say(words.role)} withLine />
      <tbody>
        {open.map((role) => (
          <Row key={role} withLine name={capital(say(roles[role].label))} register={register} role={role} />
        ))}
      </tbody>
    </Table>
  )
}
