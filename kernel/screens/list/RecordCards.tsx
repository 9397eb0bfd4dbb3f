import { Link } from '#web/design/Link.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { type RecordJson, titleOf } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { columnField } from '../fields/columns.ts'
import { Cell } from '../fields/Value.tsx'
import { isEmpty } from '../fields/words.ts'

/** The records of a list where there is no room for a table: one under the other, each with its main facts. */
export function RecordCards({
  register,
  items,
  columns,
}: {
  register: Register
  items: readonly RecordJson[]
  columns: readonly string[]
}) {
  const say = useSay()
  return (
    <ul className="v-cards">
      {items.map((item) => (
        <li key={item.id}>
          <Link href={recordPath(register, item.id)} className="v-card-title">
            {titleOf(register, item)}
          </Link>
          {item.reference && <span className="v-reference">{item.reference}</span>}
          <dl>
            {columns.map((name) => {
              const field = columnField(register, name)
              if (!field || name === register.title || name === 'reference' || isEmpty(item[name])) return null
              return (
                <div key={name}>
                  <dt>{say(field.label)}</dt>
                  <dd>
                    <Cell register={register} name={name} field={field} record={item} />
                  </dd>
                </div>
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}
