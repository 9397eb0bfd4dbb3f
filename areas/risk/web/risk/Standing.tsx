import { lazy, Suspense, useState } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { Value } from '#kernel/screens/fields/Value.tsx'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { DescriptionList } from '#web/design/Parts.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { categoryIn } from '../../../scales/risk-value.ts'
import { NoRiskMethod } from '../../../scales/web/NoRiskMethod.tsx'
import { RiskLevel, useLevelName } from '../../../scales/web/RiskLevel.tsx'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { numberIn, textIn } from './data.ts'
import { MiniMatrix, type Place } from './MiniMatrix.tsx'

const ValueDialog = lazy(() => import('./ValueDialog.tsx'))

const words = {
  title: { sv: 'Hur allvarligt är det?', en: 'How serious is it?' },
  inherent: { sv: 'Utan åtgärder', en: 'Without measures' },
  now: { sv: 'Nu', en: 'Now' },
  target: { sv: 'När åtgärderna är klara', en: 'When the actions are done' },
  value: { sv: 'Riskvärde {value}', en: 'Risk value {value}' },
  said: { sv: '{when}: riskvärde {value}, {level}.', en: '{when}: risk value {value}, {level}.' },
  by: { sv: '{consequence} konsekvens, {likelihood} sannolikhet', en: 'Consequence {consequence}, likelihood {likelihood}' },
  notYet: { sv: 'Risken är inte värderad än.', en: 'The risk has not been valued yet.' },
  begin: { sv: 'Värdera risken', en: 'Value the risk' },
  again: { sv: 'Ska värderas om', en: 'To be valued again' },
  againWhy: {
    sv: 'Riskmetoden har bytts, och risken kunde inte räknas om av sig själv. Värdera den med den nya metoden.',
    en: 'The risk method has been replaced, and the risk could not be recalculated by itself. Value it by the new method.',
  },
  category: { sv: 'Skadan blir störst för', en: 'The harm is greatest for' },
  certain: { sv: 'Hur säker är bedömningen?', en: 'How certain is the judgement?' },
  material: { sv: 'Väsentlig risk', en: 'Material risk' },
} as const

const prefixes = [
  ['inherent', 'inherent'],
  ['now', ''],
  ['target', 'target'],
] as const

interface StandingProps {
  readonly register: Register
  readonly record: RecordJson
  readonly method: RiskMethodContent | null | undefined
}

/** How serious the risk is: without measures, now and when the actions are done, in words and in the matrix. */
export function Standing({ register, record, method }: StandingProps) {
  const say = useSay()
  const asOf = useAsOf()
  const nameOf = useLevelName(method)
  const [isValuing, setValuing] = useState(false)
  const mayValue = asOf === null && Boolean(record.may?.update)
  const field = (before: string, name: string) => (before ? `${before}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name)
  const axisName = (axis: 'consequence' | 'likelihood', level: number | null) =>
    method?.[axis].find((one) => one.level === level)?.name ?? (level === null ? '–' : String(level))
  const rows = prefixes.flatMap(([key, before]) => {
    const [value, level] = [numberIn(record[field(before, 'value')]), numberIn(record[field(before, 'level')])]
    const [consequence, likelihood] = [numberIn(record[field(before, 'consequence')]), numberIn(record[field(before, 'likelihood')])]
    if (value === null || level === null) return []
    return [{ key, value, level, consequence, likelihood }]
  })
  const places: Place[] = rows.map(({ key, value, level, consequence, likelihood }) => ({
    key,
    consequence,
    likelihood,
    said: say(fill(words.said, { when: say(words[key]), value, level: nameOf(level).toLowerCase() })),
  }))
  const category = textIn(record.category)
  const extra = (['confidence'] as const).flatMap((name) => {
    const definition = register.fields[name]
    return definition && record[name] !== null
      ? [{ key: name, name: say(words.certain), value: <Value register={register} name={name} field={definition} record={record} /> }]
      : []
  })
  return (
    <section aria-labelledby="r-standing">
      <h2 id="r-standing">{say(words.title)}</h2>
      {method === null && <NoRiskMethod />}
      {record.revalue === true && method !== null && (
        <Banner tone="waiting" title={say(words.again)}>
          <p>{say(words.againWhy)}</p>
        </Banner>
      )}
      <div className="r-standing">
        <div className="r-standing-words">
          {rows.length === 0 && <p className="v-muted">{say(words.notYet)}</p>}
          {rows.length > 0 && (
            <dl className="r-values">
              {rows.map(({ key, value, level, consequence, likelihood }) => (
                <div key={key} data-key={key}>
                  <dt>
                    <span className="r-mark" data-key={key} aria-hidden="true" />
                    {say(words[key])}
                  </dt>
                  <dd>
                    <span className="r-value">{say(fill(words.value, { value }))}</span> <RiskLevel level={level} method={method} />
                    <span className="r-axes">
                      {say(
                        fill(words.by, {
                          consequence: axisName('consequence', consequence),
                          likelihood: axisName('likelihood', likelihood).toLowerCase(),
                        }),
                      )}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <DescriptionList
            items={[
              ...(category
                ? [{ key: 'category', name: say(words.category), value: (method && categoryIn(method, category)?.name) ?? category }]
                : []),
              ...extra,
              ...(record.material === true
                ? [{ key: 'material', name: say(words.material), value: textIn(record.materialGrounds) ?? '' }]
                : []),
            ]}
          />
          {mayValue && method !== null && (
            <div>
              <Button icon="edit" variant={record.revalue === true ? 'primary' : 'secondary'} onPress={() => setValuing(true)}>
                {say(words.begin)}
              </Button>
            </div>
          )}
        </div>
        {method && places.length > 0 && <MiniMatrix method={method} places={places} />}
      </div>
      {isValuing && (
        <Suspense>
          <ValueDialog register={register} record={record} onClose={() => setValuing(false)} />
        </Suspense>
      )}
    </section>
  )
}
