import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { recordPath, useRefresh } from '#kernel/screens/data/useRecords.ts'
import { PartForm } from '#kernel/screens/form/PartForm.tsx'
import { ApiProblem, api } from '#web/api/client.ts'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { Table } from '#web/design/Parts.tsx'
import { Select } from '#web/design/Select.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { RiskLevel } from '../../../scales/web/RiskLevel.tsx'
import { OneValuing } from '../../../scales/web/RiskValuing.tsx'
import { costOver, costPerStep, effectOf } from '../../option.rules.ts'
import { responses } from '../../responses.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { numberIn, textIn, useMayAdd } from './data.ts'

const words = {
  title: { sv: 'Alternativ att välja mellan', en: 'Options to choose between' },
  none: {
    sv: 'Inga alternativ är jämförda än. Skriv minst två, till exempel att minska risken och att acceptera den, med vad de kostar och vad risken då blir.',
    en: 'No options have been compared yet. Write at least two, such as reducing the risk and accepting it, with what they cost and what the risk then becomes.',
  },
  noneYet: { sv: 'Inga alternativ är jämförda än.', en: 'No options have been compared yet.' },
  years: { sv: 'Räkna kostnaden på', en: 'Count the cost over' },
  year: { sv: '1 år', en: '1 year' },
  manyYears: { sv: '{n} år', en: '{n} years' },
  option: { sv: 'Alternativ', en: 'Option' },
  cost: { sv: 'Kostnad på {years}', en: 'Cost over {years}' },
  after: { sv: 'Risken efteråt', en: 'The risk afterwards' },
  perStep: { sv: 'Kostnad per steg', en: 'Cost per step' },
  once: { sv: '{once} en gång, {yearly} per år', en: '{once} once, {yearly} a year' },
  proposed: { sv: 'Förordas', en: 'Recommended' },
  revalue: { sv: 'Ska bedömas om', en: 'To be judged again' },
  down: { sv: '{n} steg lägre', en: '{n} steps lower' },
  down1: { sv: '1 steg lägre', en: '1 step lower' },
  same: { sv: 'samma nivå', en: 'same level' },
  up: { sv: 'högre nivå', en: 'higher level' },
  add: { sv: 'Lägg till alternativ', en: 'Add an option' },
  save: { sv: 'Spara alternativet', en: 'Save the option' },
  saved: { sv: 'Alternativet är sparat', en: 'The option is saved' },
  edit: { sv: 'Ändra', en: 'Change' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removed: { sv: 'Alternativet är inte längre aktuellt.', en: 'The option is no longer relevant.' },
  choose: { sv: 'Besluta enligt alternativet', en: 'Decide by the option' },
} as const

const spans = [1, 3, 5, 10]

interface OptionsProps {
  readonly risk: RecordJson
  readonly options: readonly RecordJson[]
  readonly method: RiskMethodContent | null | undefined
  /** Offered where the person may decide. */
  readonly onChoose?: ((option: RecordJson) => void) | undefined
}

const factsOf = (option: RecordJson) => ({
  costOnce: numberIn(option.costOnce),
  costYearly: numberIn(option.costYearly),
  level: numberIn(option.level),
})

/** The ways to treat the risk side by side: what they cost, what the risk becomes, and what each step costs. */
export function Options({ risk, options, method, onChoose }: OptionsProps) {
  const say = useSay()
  const format = useFormat()
  const asOf = useAsOf()
  const refresh = useRefresh()
  const register = useCatalogue().register('riskOption')
  const mayAdd = useMayAdd(register)
  const [years, setYears] = useState(3)
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const [error, setError] = useState<string | null>(null)
  const mayWrite = asOf === null && mayAdd && Boolean(risk.may?.update)
  // Once decided, the risk is on its way to what the chosen option makes of it, and no longer where the options were compared from.
  const isOpen = risk.state === 'identified' || risk.state === 'analysed'
  const now = isOpen ? numberIn(risk.level) : null
  const span = say(years === 1 ? words.year : fill(words.manyYears, { n: years }))
  const money = (amount: number | null) => (amount === null ? '–' : format.money(amount))
  const effectWords = (effect: number | null) =>
    effect === null
      ? ''
      : effect > 1
        ? say(fill(words.down, { n: effect }))
        : say(effect === 1 ? words.down1 : effect === 0 ? words.same : words.up)
  const remove = async (option: RecordJson) => {
    setError(null)
    try {
      await api(recordPath(register, option.id), { method: 'DELETE', ifMatch: option.version, reason: say(words.removed) })
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setError(fault.message)
    }
    void refresh()
  }
  const edited = options.find(({ id }) => id === editing)
  return (
    <section aria-labelledby="r-options">
      <div className="r-head">
        <h2 id="r-options">{say(words.title)}</h2>
        {options.length > 0 && (
          <Select
            size="small"
            label={say(words.years)}
            options={spans.map((n) => ({ id: String(n), label: say(n === 1 ? words.year : fill(words.manyYears, { n })) }))}
            value={String(years)}
            onChange={(next) => setYears(Number(next ?? 3))}
          />
        )}
      </div>
      {options.length === 0 ? (
        <p className="v-muted v-measure">{say(mayWrite ? words.none : words.noneYet)}</p>
      ) : (
        <Table caption={say(words.title)} captionHidden>
          <thead>
            <tr>
              <th scope="col">{say(words.option)}</th>
              <th scope="col" data-align="right">
                {say(fill(words.cost, { years: span }))}
              </th>
              <th scope="col">{say(words.after)}</th>
              {isOpen && (
                <th scope="col" data-align="right">
                  {say(words.perStep)}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => {
              const facts = factsOf(option)
              const name = String(option.name)
              const response = textIn(option.response)
              return (
                <tr key={option.id}>
                  <th scope="row">
                    <span className="r-option-name">{name}</span>
                    {option.proposed === true && (
                      <span className="r-proposed">
                        <Icon name="check" size={14} /> {say(words.proposed)}
                      </span>
                    )}
                    {option.revalue === true && (
                      <span className="r-again">
                        <Icon name="clock" size={14} /> {say(words.revalue)}
                      </span>
                    )}
                    <span className="r-option-about">
                      {response && Object.hasOwn(responses, response) ? `${say(responses[response as keyof typeof responses])}. ` : ''}
                      {textIn(option.description)}
                    </span>
                    {(mayWrite || onChoose) && (
                      <div className="r-row-deeds">
                        {onChoose && (
                          <Button size="small" onPress={() => onChoose(option)}>
                            {say(words.choose)}
                            <span className="v-hidden">: {name}</span>
                          </Button>
                        )}
                        {mayWrite && (
                          <>
                            <Button
                              size="small"
                              variant="quiet"
                              icon="edit"
                              aria-label={`${say(words.edit)}: ${name}`}
                              onPress={() => setEditing(option.id)}
                            />
                            <Button
                              size="small"
                              variant="quiet"
                              icon="trash"
                              aria-label={`${say(words.remove)}: ${name}`}
                              onPress={() => void remove(option)}
                            />
                          </>
                        )}
                      </div>
                    )}
                  </th>
                  <td data-align="right">
                    {money(costOver(facts, years))}
                    {Boolean(facts.costOnce) && Boolean(facts.costYearly) && (
                      <span className="r-option-about">
                        {say(fill(words.once, { once: money(facts.costOnce), yearly: money(facts.costYearly) }))}
                      </span>
                    )}
                  </td>
                  <td>
                    {numberIn(option.value) === null ? (
                      '–'
                    ) : (
                      <>
                        <span className="v-number">{numberIn(option.value)}</span> <RiskLevel level={facts.level} method={method} />
                        <span className="r-option-about">{effectWords(effectOf(now, facts))}</span>
                      </>
                    )}
                  </td>
                  {isOpen && <td data-align="right">{money(costPerStep(now, facts, years))}</td>}
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
      {error && (
        <p className="v-error" role="alert">
          {error}
        </p>
      )}
      {mayWrite &&
        (editing !== null ? (
          <PartForm
            key={editing}
            register={register}
            {...(edited ? { record: edited } : {})}
            initial={Object.fromEntries(asked.map((name) => [name, edited?.[name] ?? null]))}
            fixed={{ risk: risk.id }}
            asks={[
              'name',
              'response',
              'description',
              'costOnce',
              'costYearly',
              (given) => <OneValuing register={register} {...given} />,
              'proposed',
            ]}
            submit={say(words.save)}
            done={say(words.saved)}
            onDone={() => setEditing(null)}
            onCancel={() => setEditing(null)}
          />
        ) : (
          <div className="r-under">
            <Button icon="plus" size="small" onPress={() => setEditing('new')}>
              {say(words.add)}
            </Button>
          </div>
        ))}
    </section>
  )
}

/** What is asked for about an option. */
const asked = ['name', 'response', 'description', 'costOnce', 'costYearly', 'consequence', 'likelihood', 'proposed']
