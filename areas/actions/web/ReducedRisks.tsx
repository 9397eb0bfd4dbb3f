import { pathOf } from '#kernel/definition/catalogue.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { LevelValue, StateValue } from '#kernel/screens/fields/Value.tsx'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'

interface ReducedRisksProps {
  readonly ids: readonly string[]
  /** The day from which the levels have moved: when the plan was decided. */
  readonly since?: string | null
}

/** More risks than a table on a page is read with. */
const most = 100

/** The risks that actions reduce: from what level, what it is now, and what it is to be. */
export function ReducedRisks({ ids, since = null }: ReducedRisksProps) {
  const say = useSay()
  const format = useFormat()
  const register = useCatalogue().register('risk')
  const may = useMay(register.plural)
  const params = { id: ids.slice(0, most).join(','), fields: 'reference,title,state,level,targetLevel', sort: '-value', limit: most }
  const asked = may.read && ids.length > 0 ? `/${pathOf(register)}` : null
  const now = useGet<RecordPage>(asked, params)
  const then = useGet<RecordPage>(since ? asked : null, { ...params, asOf: since }, { timeless: true })
  if (!now.data?.items.length) return null
  const was = new Map(then.data?.items.map((risk) => [risk.id, risk.level]))
  const { level, targetLevel } = register.fields
  if (!level || !targetLevel) return null
  const aims = now.data.items.some((risk) => typeof risk.targetLevel === 'number')
  const none = <span className="v-muted">{say({ sv: 'inte satt', en: 'not set' })}</span>
  return (
    <Table caption={say({ sv: 'Risker som åtgärderna minskar', en: 'Risks that the actions reduce' })} captionHidden>
      <thead>
        <tr>
          <th scope="col">{say(register.label.one)}</th>
          {since && <th scope="col">{say({ sv: `Nivå ${format.date(since, 'table')}`, en: `Level ${format.date(since, 'table')}` })}</th>}
          <th scope="col">{say({ sv: 'Nivå nu', en: 'Level now' })}</th>
          {aims && <th scope="col">{say({ sv: 'När åtgärderna är klara', en: 'When the actions are done' })}</th>}
          <th scope="col">{say({ sv: 'Status', en: 'Status' })}</th>
        </tr>
      </thead>
      <tbody>
        {now.data.items.map((risk) => (
          <tr key={risk.id}>
            <th scope="row">
              <span className="v-reference">{risk.reference}</span>{' '}
              <Link href={`/${pathOf(register)}/${risk.id}`}>{String(risk[register.title] ?? '')}</Link>
            </th>
            {since && <td>{typeof was.get(risk.id) === 'number' ? <LevelValue field={level} value={was.get(risk.id)} /> : none}</td>}
            <td>{typeof risk.level === 'number' ? <LevelValue field={level} value={risk.level} /> : none}</td>
            {aims && <td>{typeof risk.targetLevel === 'number' ? <LevelValue field={targetLevel} value={risk.targetLevel} /> : none}</td>}
            <td>
              <StateValue register={register} state={risk.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
