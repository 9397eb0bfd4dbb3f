import { fill } from '#kernel/language/text.ts'
import { keyOf } from '#kernel/screens/versioned/parts.ts'
import { Button } from '#web/design/Button.tsx'
import { DescriptionList } from '#web/design/Parts.tsx'
import { TextArea, TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { type Aspect, aspectNames, aspects } from '../../../scales/needs.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import type { PartProps } from './parts.ts'

const words = {
  title: { sv: 'Aspekter', en: 'Aspects' },
  lead: {
    sv: 'Det informationen ska skyddas mot: att den röjs, förvanskas eller inte går att nå. Konfidentialitet, riktighet och tillgänglighet värderas alltid. Fler kan läggas till.',
    en: 'What the information is to be protected against: that it is disclosed, distorted or out of reach. Confidentiality, integrity and availability are always valued. More may be added.',
  },
  name: { sv: 'Namn', en: 'Name' },
  question: { sv: 'Fråga till den som värderar', en: 'Question to the one who values' },
  always: { sv: 'Värderas alltid.', en: 'Always valued.' },
  passes: {
    sv: 'Behovet förs vidare till det som bär informationen.',
    en: 'The need is passed on to what carries the information.',
  },
  own: {
    sv: 'Räknas in i klassningens skyddsnivå, men förs inte vidare till system och leverantörer.',
    en: 'Counts in the protection level of the classification, but is not passed on to systems and suppliers.',
  },
  remove: { sv: 'Ta bort aspekten {name}', en: 'Remove the aspect {name}' },
  add: { sv: 'Lägg till {name}', en: 'Add {name}' },
  addOwn: { sv: 'Lägg till en egen aspekt', en: 'Add an aspect of your own' },
  fresh: { sv: 'Ny aspekt', en: 'New aspect' },
} as const

const always: readonly string[] = ['confidentiality', 'integrity', 'availability']

/** The aspects the model values. */
export function Aspects({ content, onChange }: PartProps) {
  const say = useSay()
  const put = (key: string, part: Partial<ModelContent['aspects'][number]>) =>
    onChange?.((model) => ({ ...model, aspects: model.aspects.map((one) => (one.key === key ? { ...one, ...part } : one)) }))
  const add = (key: string | null, name: string) =>
    onChange?.((model) => ({
      ...model,
      aspects: [
        ...model.aspects,
        {
          key:
            key ??
            keyOf(
              name,
              model.aspects.map((one) => one.key),
            ),
          name,
          question: '',
        },
      ],
    }))
  const remove = (key: string) =>
    onChange?.((model) => ({
      ...model,
      aspects: model.aspects.filter((one) => one.key !== key),
      measures: model.measures.map((one) => {
        const { [key]: _, ...from } = one.from
        return { ...one, from }
      }),
    }))
  const missing = aspects.filter((aspect) => !content.aspects.some(({ key }) => key === aspect))
  const about = (key: string) =>
    aspects.includes(key as Aspect) ? `${always.includes(key) ? `${say(words.always)} ` : ''}${say(words.passes)}` : say(words.own)
  return (
    <section aria-labelledby="aspects-title" className="v-part">
      <h2 id="aspects-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      {onChange ? (
        <ol className="i-aspects">
          {content.aspects.map(({ key, name, question }) => (
            <li key={key} aria-label={name}>
              <TextField
                size="small"
                label={say(words.name)}
                help={about(key)}
                maxLength={80}
                value={name}
                onChange={(next) => put(key, { name: next })}
                isRequired
              />
              <TextArea
                label={say(words.question)}
                lines={2}
                maxLength={1000}
                value={question}
                onChange={(next) => put(key, { question: next })}
              />
              {always.includes(key) ? null : (
                <Button
                  variant="quiet"
                  size="small"
                  icon="trash"
                  aria-label={say(fill(words.remove, { name }))}
                  onPress={() => remove(key)}
                />
              )}
            </li>
          ))}
        </ol>
      ) : (
        <DescriptionList
          layout="beside"
          items={content.aspects.map(({ key, name, question }) => ({
            key,
            name,
            value: (
              <>
                {question} <span className="v-muted">{about(key)}</span>
              </>
            ),
          }))}
        />
      )}
      {onChange && (
        <div className="v-add-row">
          {missing.map((aspect) => (
            <Button key={aspect} size="small" icon="plus" onPress={() => add(aspect, say(aspectNames[aspect]))}>
              {say(fill(words.add, { name: say(aspectNames[aspect]).toLowerCase() }))}
            </Button>
          ))}
          {content.aspects.length < 8 && (
            <Button size="small" icon="plus" onPress={() => add(null, say(words.fresh))}>
              {say(words.addOwn)}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
