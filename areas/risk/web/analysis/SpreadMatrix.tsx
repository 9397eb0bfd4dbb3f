import { Button as AriaButton } from 'react-aria-components/Button'
import { fill } from '#kernel/language/text.ts'
import { colourStep } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Judged } from '../../risk-analysis.answer.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { levelBy } from '../../risk-method.rules.ts'
import { axisNames } from './words.ts'

const words = {
  caption: { sv: 'Så många bedömde så här', en: 'How many judged this way' },
  group: { sv: 'Gruppens värde', en: 'The value of the group' },
  choose: {
    sv: '{consequence}, {likelihood}: {level}, {many} bedömde så',
    en: '{consequence}, {likelihood}: {level}, judged so by {many}',
  },
}

interface Place {
  readonly consequence: number | null
  readonly likelihood: number | null
}

interface SpreadMatrixProps {
  readonly method: RiskMethodContent
  readonly estimates: readonly Judged[]
  readonly chosen: Place
  /** Where given, a press on a place chooses it for the group. */
  readonly onChoose?: ((place: { consequence: number; likelihood: number }) => void) | undefined
}

/** How the judgements of a risk lie on the matrix of the method: the number of people in each place, and the group's own. */
export function SpreadMatrix({ method, estimates, chosen, onChoose }: SpreadMatrixProps) {
  const say = useSay()
  const rows = [...method.consequence].sort((one, other) => other.level - one.level)
  const first = method.levels[0]?.level ?? 1
  const last = method.levels.at(-1)?.level ?? 4
  const levelName = (level: number | null) => method.levels.find((one) => one.level === level)?.name ?? ''
  return (
    <table className="ra-matrix">
      <caption>{say(words.caption)}</caption>
      <thead>
        <tr>
          <td className="ra-matrix-corner">
            <span className="v-hidden">
              {say(axisNames.consequence)} / {say(axisNames.likelihood)}
            </span>
          </td>
          {method.likelihood.map(({ level, name }) => (
            <th key={level} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.level}>
            <th scope="row">{row.name}</th>
            {method.likelihood.map((column) => {
              const many = estimates.filter((one) => one.consequence === row.level && one.likelihood === column.level).length
              const level = levelBy(method, row.level, column.level)
              const isChosen = chosen.consequence === row.level && chosen.likelihood === column.level
              const body = (
                <>
                  {many > 0 ? <span className="ra-count">{many}</span> : null}
                  {isChosen ? (
                    <span className="ra-chosen">
                      <span className="v-hidden">{say(words.group)}</span>
                    </span>
                  ) : null}
                </>
              )
              return (
                <td
                  key={column.level}
                  data-step={level === null ? undefined : colourStep(level, first, last, 'risk')}
                  data-chosen={isChosen ? '' : undefined}
                >
                  {onChoose ? (
                    <AriaButton
                      className="ra-place"
                      aria-pressed={isChosen}
                      aria-label={say(
                        fill(words.choose, { consequence: row.name, likelihood: column.name, level: levelName(level), many }),
                      )}
                      onPress={() => onChoose({ consequence: row.level, likelihood: column.level })}
                    >
                      {body}
                    </AriaButton>
                  ) : (
                    <span className="ra-place">{body}</span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
