import { Table } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { aspectNames, aspects } from '../../../scales/needs.ts'
import type { NeedAnswer } from '../answers.ts'
import { Level } from '../Level.tsx'
import { words } from './words.ts'

interface NeedTableProps {
  readonly need: NeedAnswer
  readonly inherited?: NeedAnswer | null
  readonly set?: NeedAnswer | null
  readonly grounds?: string | null
}

const isKnown = (value: number | null | undefined): value is number => value !== null && value !== undefined

/** The need per aspect: what is inherited and what is set by hand beside each other, and what holds. */
export function NeedTable({ need, inherited, set, grounds }: NeedTableProps) {
  const say = useSay()
  const carries = Boolean(inherited || set)
  const byHand = aspects.some((aspect) => isKnown(set?.[aspect]))
  const rows = aspects.filter((aspect) => isKnown(need[aspect]) || isKnown(inherited?.[aspect]) || isKnown(set?.[aspect]))
  if (rows.length === 0) return null
  return (
    <>
      <Table caption={say({ sv: 'Skyddsbehov per aspekt', en: 'Need of protection per aspect' })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{say(words.aspect)}</th>
            {carries && byHand && <th scope="col">{say(words.inherited)}</th>}
            {carries && byHand && <th scope="col">{say(words.set)}</th>}
            <th scope="col">{say(carries && !byHand ? words.inherited : words.holds)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((aspect) => (
            <tr key={aspect}>
              <th scope="row">{say(aspectNames[aspect])}</th>
              {carries && byHand && (
                <td>
                  <Level level={inherited?.[aspect]} brief />
                </td>
              )}
              {carries && byHand && (
                <td>
                  <Level level={set?.[aspect]} brief />
                </td>
              )}
              <td>
                <Level level={need[aspect]} brief={carries && byHand} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {byHand && grounds && (
        <p className="i-grounds">
          <span className="v-muted">{say(words.because)}:</span> {grounds}
        </p>
      )}
    </>
  )
}
