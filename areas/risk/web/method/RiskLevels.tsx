import { fill } from '#kernel/language/text.ts'
import { Button } from '#web/design/Button.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Table } from '#web/design/Parts.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { riskLadder } from '../../../scales/risk.ts'
import { RiskLevel } from '../../../scales/web/RiskLevel.tsx'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { type PartProps, withoutRiskLevel } from './parts.ts'

const words = {
  title: { sv: 'Risknivåerna', en: 'The risk levels' },
  lead: {
    sv: 'Nivån avgör hur ofta risken följs upp, hur fort den ska beslutas och hur länge den får accepteras.',
    en: 'The level decides how often the risk is followed up, how fast it is to be decided on and for how long it may be accepted.',
  },
  level: { sv: 'Risknivå', en: 'Risk level' },
  name: { sv: 'Namn', en: 'Name' },
  meaning: { sv: 'Vad betyder den?', en: 'What does it mean?' },
  review: { sv: 'Följs upp var', en: 'Followed up every' },
  reviewed: { sv: 'Följs upp', en: 'Followed up' },
  every: { sv: 'var {n}:e månad', en: 'every {n} months' },
  monthly: { sv: 'varje månad', en: 'every month' },
  months: { sv: 'månader', en: 'months' },
  decide: { sv: 'Beslutas inom', en: 'Decided within' },
  days: { sv: 'arbetsdagar', en: 'working days' },
  accept: { sv: 'Accepteras högst', en: 'Accepted at most' },
  acceptLabel: { sv: 'Accepteras högst (0: aldrig)', en: 'Accepted at most (0: never)' },
  never: { sv: 'får inte accepteras', en: 'may not be accepted' },
  add: { sv: 'Lägg till risknivån {name}', en: 'Add the risk level {name}' },
  remove: { sv: 'Ta bort risknivån {name}', en: 'Remove the risk level {name}' },
} as const

type Level = RiskMethodContent['levels'][number]

/** The levels a risk may have, with their cadence and time limits. */
export function RiskLevels({ content, onChange }: PartProps) {
  const say = useSay()
  const put = (level: number, part: Partial<Level>) =>
    onChange?.((method) => ({ ...method, levels: method.levels.map((one) => (one.level === level ? { ...one, ...part } : one)) }))
  const unused = riskLadder
    .map((name, index) => ({ level: index + 1, name }))
    .filter(({ level }) => !content.levels.some((one) => one.level === level))
  const every = (months: number) => say(months === 1 ? words.monthly : fill(words.every, { n: months }))
  return (
    <section aria-labelledby="levels-title" className="v-part">
      <h2 id="levels-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      {onChange ? (
        <>
          <ol className="rm-levels" data-kind="risk">
            {content.levels.map(({ level, name, meaning, reviewMonths, decideWithin, acceptMonths }) => (
              <li key={level} aria-label={`${say(words.level)} ${name}`}>
                <p className="rm-mark">
                  <RiskLevel level={level} method={{ levels: content.levels }} />
                </p>
                <TextField
                  size="small"
                  label={say(words.name)}
                  maxLength={80}
                  value={name}
                  onChange={(next) => put(level, { name: next })}
                  isRequired
                />
                <TextArea
                  label={say(words.meaning)}
                  lines={2}
                  maxLength={1000}
                  value={meaning}
                  onChange={(next) => put(level, { meaning: next })}
                />
                <div className="rm-numbers">
                  <NumberField
                    size="small"
                    label={say(words.review)}
                    unit={say(words.months)}
                    min={1}
                    max={120}
                    value={reviewMonths}
                    onChange={(next) => put(level, { reviewMonths: next ?? 12 })}
                  />
                  <NumberField
                    size="small"
                    label={say(words.decide)}
                    unit={say(words.days)}
                    min={0}
                    max={250}
                    value={decideWithin}
                    onChange={(next) => put(level, { decideWithin: next ?? 0 })}
                  />
                  <NumberField
                    size="small"
                    label={say(words.acceptLabel)}
                    unit={say(words.months)}
                    min={0}
                    max={120}
                    value={acceptMonths}
                    onChange={(next) => put(level, { acceptMonths: next ?? 0 })}
                  />
                </div>
                <Button
                  variant="quiet"
                  size="small"
                  icon="trash"
                  aria-label={say(fill(words.remove, { name }))}
                  onPress={() => onChange((method) => withoutRiskLevel(method, level))}
                />
              </li>
            ))}
          </ol>
          {unused.length > 0 && (
            <div className="v-add-row">
              {unused.map(({ level, name }) => (
                <Button
                  key={level}
                  size="small"
                  icon="plus"
                  onPress={() =>
                    onChange((method) => ({
                      ...method,
                      levels: [
                        ...method.levels,
                        { level, name: say(name), meaning: '', reviewMonths: 12, decideWithin: 10, acceptMonths: 12 },
                      ].toSorted((one, other) => one.level - other.level),
                    }))
                  }
                >
                  {say(fill(words.add, { name: say(name).toLowerCase() }))}
                </Button>
              ))}
            </div>
          )}
        </>
      ) : (
        <Table caption={say(words.title)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.level)}</th>
              <th scope="col">{say(words.meaning)}</th>
              <th scope="col">{say(words.reviewed)}</th>
              <th scope="col">{say(words.decide)}</th>
              <th scope="col">{say(words.accept)}</th>
            </tr>
          </thead>
          <tbody>
            {content.levels.toReversed().map(({ level, meaning, reviewMonths, decideWithin, acceptMonths }) => (
              <tr key={level}>
                <th scope="row">
                  <RiskLevel level={level} method={{ levels: content.levels }} />
                </th>
                <td>{meaning || '–'}</td>
                <td>{every(reviewMonths)}</td>
                <td>
                  {decideWithin} {say(words.days)}
                </td>
                <td>{acceptMonths === 0 ? say(words.never) : `${acceptMonths} ${say(words.months)}`}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
