import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Search } from '#web/shell/address.ts'
import { pathOf, writableFields } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { useCatalogue } from '../catalogue.tsx'
import { useNames } from '../list/useNames.ts'

/** What every new record of a file gets, as the address says: single links and choices of the register. */
export function givenIn(register: Register, search: Search): Record<string, string> {
  const named = writableFields(register).flatMap((name): [string, string][] => {
    const field = register.fields[name]
    const value = search[name]
    const isOne = field && ['link', 'choice'].includes(shapeOf(field).kind)
    return isOne && typeof value === 'string' && value ? [[name, value]] : []
  })
  return Object.fromEntries(named)
}

/** Says which records the new ones will belong to. */
export function GivenValues({ register, given }: { readonly register: Register; readonly given: Readonly<Record<string, string>> }) {
  const say = useSay()
  if (!Object.keys(given).length) return null
  return (
    <dl className="v-facts v-measure" aria-label={say({ sv: 'Alla nya rader får', en: 'All new rows get' })}>
      {Object.entries(given).map(([name, value]) => (
        <GivenValue key={name} register={register} name={name} value={value} />
      ))}
    </dl>
  )
}

function GivenValue({ register, name, value }: { readonly register: Register; readonly name: string; readonly value: string }) {
  const say = useSay()
  const catalogue = useCatalogue()
  const field = register.fields[name]
  const shape = field ? shapeOf(field) : null
  const to = shape?.kind === 'link' ? shape.to : null
  const nameOf = useNames(to, [value])
  if (!field) return null
  return (
    <div>
      <dt>{say(field.label)}</dt>
      <dd>
        {to ? (
          <Link href={`/${pathOf(catalogue.register(to))}/${value}`}>{nameOf(value)}</Link>
        ) : (
          say(shape?.kind === 'choice' ? (shape.options[value] ?? { sv: value, en: value }) : { sv: value, en: value })
        )}
      </dd>
    </div>
  )
}
