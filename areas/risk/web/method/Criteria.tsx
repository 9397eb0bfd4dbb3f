import { fill } from '#kernel/language/text.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { asConsequences, type Harm, harmDifferences } from '../../../scales/harm.ts'
import { CriteriaMatrix } from '../../../scales/web/CriteriaMatrix.tsx'
import { type PartProps, withConsequences } from './parts.ts'

const words = {
  title: { sv: 'Konsekvenser', en: 'Consequences' },
  lead: {
    sv: 'Varje ruta säger hur allvarlig skadan är på en nivå, för den eller det som drabbas. Det är de här orden man väljer mellan när en risk värderas.',
    en: 'Each box says how serious the harm is at a level, for whoever or whatever is hit. These are the words one chooses between when a risk is valued.',
  },
  holes: {
    sv: 'Kriterierna har {n} hål. Metoden kan beslutas först när alla är ifyllda.',
    en: 'The criteria have {n} holes. The method can be decided only once all are filled in.',
  },
  hole1: {
    sv: 'Kriterierna har ett hål. Metoden kan beslutas först när det är ifyllt.',
    en: 'The criteria have one hole. The method can be decided only once it is filled in.',
  },
  same: {
    sv: 'Nivåer och kriterier är desamma som i klassningsmodellen som gäller.',
    en: 'Levels and criteria are the same as in the classification model in force.',
  },
  differs: { sv: 'Skiljer sig från klassningsmodellen på {n} ställen', en: 'Differs from the classification model in {n} places' },
  differs1: { sv: 'Skiljer sig från klassningsmodellen på ett ställe', en: 'Differs from the classification model in one place' },
  advice: {
    sv: 'De allmänna råden till 6 § i MSBFS 2020:6 säger att samma konsekvensnivåer bör användas vid klassning och riskbedömning. Det är ett råd: ni får ha skäl att göra på annat sätt.',
    en: 'The general advice on section 6 of MSBFS 2020:6 says that the same levels of consequence should be used for classification and risk assessment. It is advice: you may have reasons to do otherwise.',
  },
  take: { sv: 'Ta över från klassningsmodellen', en: 'Take over from the classification model' },
} as const

interface ModelPage {
  readonly items: readonly { readonly content: Harm | null }[]
}

/** The criteria of consequence, and whether they are those of the classification model in force. */
export function Criteria({ content, onChange }: PartProps) {
  const say = useSay()
  const found = useGet<ModelPage>('/classification-models', { state: 'inForce', fields: 'content', limit: 1 })
  const model = found.data?.items[0]?.content
  const theirs = model ? asConsequences(model) : null
  const {
    levels = 0,
    categories = 0,
    criteria = 0,
  } = theirs ? harmDifferences({ levels: content.consequence, categories: content.categories, criteria: content.criteria }, theirs) : {}
  const places = levels + categories + criteria
  return (
    <>
      {theirs &&
        (places === 0 ? (
          <p className="v-muted">{say(words.same)}</p>
        ) : (
          <Banner
            tone="info"
            title={say(places === 1 ? words.differs1 : fill(words.differs, { n: places }))}
            actions={
              onChange && (
                <Button size="small" onPress={() => onChange((method) => withConsequences(method, theirs))}>
                  {say(words.take)}
                </Button>
              )
            }
          >
            <p>{say(words.advice)}</p>
          </Banner>
        ))}
      <CriteriaMatrix
        content={content}
        levels={content.consequence}
        onChange={onChange}
        mark={(_, name) => name}
        title={words.title}
        lead={words.lead}
        words={words}
      />
    </>
  )
}
