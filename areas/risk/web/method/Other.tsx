import { fill } from '#kernel/language/text.ts'
import type { VersionValues } from '#kernel/screens/versioned/versioned.ts'
import { Button } from '#web/design/Button.tsx'
import { NumberField } from '#web/design/NumberField.tsx'
import { Select } from '#web/design/Select.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { consequenceLadder, likelihoodLadder } from '../../../scales/risk.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { placeOf } from '../../translation.ts'
import { axes, type PartProps, withMapping } from './parts.ts'
import { axisWords } from './words.ts'

const words = {
  version: { sv: 'Om versionen', en: 'About the version' },
  name: { sv: 'Namn', en: 'Name' },
  description: { sv: 'Vad är nytt i versionen?', en: 'What is new in this version?' },
  mapping: { sv: 'Nivåerna i den tidigare metoden', en: 'The levels of the earlier method' },
  mappingHelp: {
    sv: 'Säg vad varje tidigare nivå blir i den här metoden, så räknas öppna risker om av sig själva. Bara det som inte motsvaras av någon nivå behöver värderas om för hand, av riskägaren.',
    en: 'Say what each earlier level becomes in this method, and open risks are recalculated by themselves. Only what corresponds to no level needs to be valued again by hand, by the risk owner.',
  },
  becomes: { sv: 'Tidigare {level} blir', en: 'Earlier {level} becomes' },
  became: { sv: 'Tidigare {level} blev {to}.', en: 'Earlier {level} became {to}.' },
  again: { sv: 'Värderas om', en: 'Valued again' },
  choose: { sv: 'Inte angivet', en: 'Not stated' },
  unmapped: { sv: 'Ange vad nivån blir.', en: 'Say what the level becomes.' },
  noEarlier: { sv: 'Metoden bygger inte på någon tidigare.', en: 'The method is not based on an earlier one.' },
  appetite: { sv: 'Riskaptit', en: 'Risk appetite' },
  appetiteHelp: {
    sv: 'Hur sannolikt det högst får vara att ett års förluster blir större än ett belopp. Jämförs med kurvan när risker räknas i kronor. Hoppa över det om ni inte räknar så.',
    en: 'How likely at most it may be that the losses of a year exceed an amount. Compared with the curve when risks are reckoned in kronor. Skip it if you do not reckon so.',
  },
  loss: { sv: 'Förluster över', en: 'Losses above' },
  probability: { sv: 'Högst', en: 'At most' },
  perYear: { sv: '% per år', en: '% a year' },
  noAppetite: { sv: 'Ingen riskaptit är angiven.', en: 'No appetite is stated.' },
  addAppetite: { sv: 'Lägg till ett belopp', en: 'Add an amount' },
  removeAppetite: { sv: 'Ta bort beloppet {loss}', en: 'Remove the amount {loss}' },
  appetiteSentence: {
    sv: 'Förluster över {loss} på ett år: högst {share} sannolikhet.',
    en: 'Losses above {loss} in a year: at most {share} likelihood.',
  },
} as const

const ladders = { consequence: consequenceLadder, likelihood: likelihoodLadder } as const

interface OtherProps extends PartProps {
  readonly values: VersionValues<RiskMethodContent>
  readonly onValues?: ((part: Partial<VersionValues<RiskMethodContent>>) => void) | undefined
  /** The method it is based on. */
  readonly earlier: RiskMethodContent | null
}

/** What the version is called, what the levels of the one before become, and the appetite. */
export function Other({ content, onChange, values, onValues, earlier }: OtherProps) {
  const say = useSay()
  return (
    <>
      {onValues && (
        <section aria-labelledby="version-title" className="v-part v-narrow">
          <h2 id="version-title">{say(words.version)}</h2>
          <TextField label={say(words.name)} maxLength={160} isRequired value={values.name} onChange={(name) => onValues({ name })} />
          <TextArea
            label={say(words.description)}
            lines={4}
            value={values.description}
            onChange={(description) => onValues({ description })}
          />
        </section>
      )}
      <Mapping content={content} onChange={onChange} earlier={earlier} />
      <Appetite content={content} onChange={onChange} />
    </>
  )
}

function Mapping({ content, onChange, earlier }: PartProps & { readonly earlier: RiskMethodContent | null }) {
  const say = useSay()
  const before = axes.flatMap((axis) => {
    // Without an earlier method risks may still have been judged, on the common ladder.
    const strange = ladders[axis]
      .map((name, index) => ({ level: index + 1, name: say(name) }))
      .filter(
        ({ level }) =>
          content.mapping[axis].some(({ from }) => from === level) || (onChange && !content[axis].some((one) => one.level === level)),
      )
    const levels = earlier?.[axis] ?? strange
    return levels.map(({ level, name }) => ({ axis, level, label: `${say(axisWords[axis]).toLowerCase()} ${name}` }))
  })
  return (
    <section aria-labelledby="mapping-title" className="v-part v-narrow">
      <h2 id="mapping-title">{say(words.mapping)}</h2>
      {before.length === 0 ? (
        <p className="v-muted">{say(words.noEarlier)}</p>
      ) : (
        <>
          {onChange && <p className="v-measure v-muted">{say(words.mappingHelp)}</p>}
          {before.map(({ axis, level, label }) => {
            const mapped = content.mapping[axis].find(({ from }) => from === level)
            const place = placeOf(content, axis, level)
            const nameOf = (to: number) => content[axis].find((one) => one.level === to)?.name ?? String(to)
            return onChange ? (
              <Select
                key={`${axis} ${level}`}
                size="small"
                label={say(fill(words.becomes, { level: label }))}
                error={earlier && place === null ? say(words.unmapped) : undefined}
                emptyLabel={say(words.choose)}
                options={[
                  ...content[axis].map((one) => ({ id: String(one.level), label: one.name })),
                  { id: 'again', label: say(words.again) },
                ]}
                value={mapped ? (mapped.to === null ? 'again' : String(mapped.to)) : null}
                onChange={(value) =>
                  onChange((method) =>
                    withMapping(method, axis, level, value === null ? undefined : value === 'again' ? null : Number(value)),
                  )
                }
              />
            ) : (
              <p key={`${axis} ${level}`}>
                {say(
                  fill(words.became, {
                    level: label,
                    to: place === null ? '–' : place === 'again' ? say(words.again).toLowerCase() : nameOf(place),
                  }),
                )}
              </p>
            )
          })}
        </>
      )}
    </section>
  )
}

function Appetite({ content, onChange }: PartProps) {
  const say = useSay()
  const format = useFormat()
  const set = (by: (appetite: RiskMethodContent['appetite']) => RiskMethodContent['appetite']) =>
    onChange?.((method) => ({ ...method, appetite: by(method.appetite) }))
  const put = (at: number, part: Partial<RiskMethodContent['appetite'][number]>) =>
    set((all) => all.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <section aria-labelledby="appetite-title" className="v-part v-narrow">
      <h2 id="appetite-title">{say(words.appetite)}</h2>
      <p className="v-measure v-muted">{say(words.appetiteHelp)}</p>
      {onChange ? (
        <>
          <ul className="rm-rows">
            {content.appetite.map(({ loss, probability }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the amount itself is being written
              <li key={at}>
                <NumberField
                  size="small"
                  label={say(words.loss)}
                  unit="kr"
                  min={0}
                  max={1e13}
                  value={loss}
                  onChange={(next) => put(at, { loss: next ?? 0 })}
                />
                <NumberField
                  size="small"
                  label={say(words.probability)}
                  unit={say(words.perYear)}
                  min={0}
                  max={100}
                  decimals={2}
                  value={Math.round(probability * 10_000) / 100}
                  onChange={(next) => put(at, { probability: (next ?? 0) / 100 })}
                />
                <Button
                  variant="quiet"
                  size="small"
                  icon="trash"
                  aria-label={say(fill(words.removeAppetite, { loss: format.money(loss) }))}
                  onPress={() => set((all) => all.filter((_, index) => index !== at))}
                />
              </li>
            ))}
          </ul>
          {content.appetite.length < 20 && (
            <div>
              <Button
                size="small"
                icon="plus"
                onPress={() => {
                  const last = content.appetite.at(-1)
                  set((all) => [...all, { loss: last ? last.loss * 10 : 1_000_000, probability: last ? last.probability / 10 : 0.5 }])
                }}
              >
                {say(words.addAppetite)}
              </Button>
            </div>
          )}
        </>
      ) : content.appetite.length === 0 ? (
        <p>{say(words.noAppetite)}</p>
      ) : (
        <ul className="rm-sentences">
          {content.appetite.map(({ loss, probability }) => (
            <li key={loss}>
              {say(
                fill(words.appetiteSentence, { loss: format.money(loss), share: format.share(probability, probability < 0.01 ? 2 : 0) }),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
