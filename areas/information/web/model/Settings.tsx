import { fill } from '#kernel/language/text.ts'
import type { VersionValues } from '#kernel/screens/versioned/versioned.ts'
import { DescriptionList } from '#web/design/Parts.tsx'
import { Select } from '#web/design/Select.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import { Level } from '../Level.tsx'
import type { PartProps } from './parts.ts'

const words = {
  version: { sv: 'Om versionen', en: 'About the version' },
  name: { sv: 'Namn', en: 'Name' },
  description: { sv: 'Vad är nytt i versionen?', en: 'What is new in this version?' },
  settings: { sv: 'Beslut och utökat skydd', en: 'Decisions and enhanced protection' },
  fourEyes: { sv: 'Två personer beslutar', en: 'Two persons decide' },
  fourEyesHelp: {
    sv: 'Från den här skyddsnivån ska någon annan än den som lämnade klassningen för beslut fatta beslutet.',
    en: 'From this protection level the decision is to be made by someone other than the one who submitted the classification.',
  },
  never: { sv: 'En person räcker alltid', en: 'One person is always enough' },
  enhanced: { sv: 'Behov av utökat skydd', en: 'Need of enhanced protection' },
  enhancedHelp: {
    sv: 'Från den här nivån av konfidentialitet eller riktighet har informationen behov av utökat skydd enligt MSBFS 2020:7.',
    en: 'From this level of confidentiality or integrity the information is in need of enhanced protection by MSBFS 2020:7.',
  },
  notStated: { sv: 'Följer inte av nivån', en: 'Does not follow from the level' },
  from: { sv: 'Från nivå {level}', en: 'From level {level}' },
  mapping: { sv: 'Nivåerna i den tidigare modellen', en: 'The levels of the earlier model' },
  mappingHelp: {
    sv: 'Säg vad varje tidigare nivå blir i den här modellen. Det avgör vilka klassningar som ändrar nivå när modellen börjar gälla, innan de har värderats om.',
    en: 'Say what each earlier level becomes in this model. It decides which classifications change level when the model takes effect, before they have been valued again.',
  },
  becomes: { sv: 'Tidigare {level} blir', en: 'Earlier {level} becomes' },
  choose: { sv: 'Inte angivet', en: 'Not stated' },
  unmapped: { sv: 'Ange vad nivån blir.', en: 'Say what the level becomes.' },
  noEarlier: { sv: 'Modellen bygger inte på någon tidigare.', en: 'The model is not based on an earlier one.' },
} as const

interface SettingsProps extends PartProps {
  readonly values: VersionValues<ModelContent>
  readonly onValues?: (part: Partial<VersionValues<ModelContent>>) => void
  /** The model it is based on. */
  readonly earlier: ModelContent | null
}

/** What the version is called, who decides, when protection is enhanced, and what the levels of the model before become. */
export function Settings({ content, onChange, values, onValues, earlier }: SettingsProps) {
  const say = useSay()
  const options = content.levels.map(({ level, name }) => ({
    id: String(level),
    label: say(fill(words.from, { level: `${level} ${name}` })),
  }))
  const nameOf = (level: number | null) => (level === null ? null : (content.levels.find((one) => one.level === level)?.name ?? ''))
  const asRung = (value: string | null) => (value === null ? null : Number(value))
  const mapped = (from: number) => content.mapping.find((one) => one.from === from)?.to ?? null
  const shownMapping = earlier?.levels ?? content.mapping.map(({ from }) => ({ level: from, name: '' }))
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
      <section aria-labelledby="settings-title" className="v-part v-narrow">
        <h2 id="settings-title">{say(words.settings)}</h2>
        {onChange ? (
          <>
            <Select
              label={say(words.fourEyes)}
              help={say(words.fourEyesHelp)}
              emptyLabel={say(words.never)}
              options={options}
              value={content.fourEyesFrom === null ? null : String(content.fourEyesFrom)}
              onChange={(value) => onChange((model) => ({ ...model, fourEyesFrom: asRung(value) }))}
            />
            <Select
              label={say(words.enhanced)}
              help={say(words.enhancedHelp)}
              emptyLabel={say(words.notStated)}
              options={options}
              value={content.enhancedFrom === null ? null : String(content.enhancedFrom)}
              onChange={(value) => onChange((model) => ({ ...model, enhancedFrom: asRung(value) }))}
            />
          </>
        ) : (
          <DescriptionList
            layout="beside"
            items={[
              {
                key: 'four',
                name: say(words.fourEyes),
                value:
                  content.fourEyesFrom === null
                    ? say(words.never)
                    : say(fill(words.from, { level: `${content.fourEyesFrom} ${nameOf(content.fourEyesFrom)}` })),
              },
              {
                key: 'enhanced',
                name: say(words.enhanced),
                value:
                  content.enhancedFrom === null
                    ? say(words.notStated)
                    : say(fill(words.from, { level: `${content.enhancedFrom} ${nameOf(content.enhancedFrom)}` })),
              },
            ]}
          />
        )}
      </section>
      <section aria-labelledby="mapping-title" className="v-part v-narrow">
        <h2 id="mapping-title">{say(words.mapping)}</h2>
        {shownMapping.length === 0 ? (
          <p className="v-muted">{say(words.noEarlier)}</p>
        ) : (
          <>
            {onChange && <p className="v-measure v-muted">{say(words.mappingHelp)}</p>}
            {shownMapping.map(({ level, name }) =>
              onChange ? (
                <Select
                  key={level}
                  size="small"
                  label={say(fill(words.becomes, { level: `${level} ${name}` }))}
                  error={mapped(level) === null ? say(words.unmapped) : undefined}
                  emptyLabel={say(words.choose)}
                  options={content.levels.map((one) => ({ id: String(one.level), label: `${one.level} ${one.name}` }))}
                  value={mapped(level) === null ? null : String(mapped(level))}
                  onChange={(value) =>
                    onChange((model) => ({
                      ...model,
                      mapping: [
                        ...model.mapping.filter((one) => one.from !== level),
                        ...(value === null ? [] : [{ from: level, to: Number(value) }]),
                      ].toSorted((one, other) => one.from - other.from),
                    }))
                  }
                />
              ) : (
                <p key={level}>
                  <Level level={level} name={name} /> → <Level level={mapped(level)} name={nameOf(mapped(level)) ?? undefined} />
                </p>
              ),
            )}
          </>
        )}
      </section>
    </>
  )
}
