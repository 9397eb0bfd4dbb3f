import { roles } from '#kernel/access/roles.ts'
import type { Language, Text } from '#kernel/language/text.ts'
import { analysisKinds, type RiskMethodContent } from '../../risk-method.content.ts'
import type { Axis } from '../../scale.rules.ts'
import { axisWords } from './words.ts'

const settings: Readonly<Record<string, Text>> = {
  materialFrom: { sv: 'Väsentlig från värdet', en: 'Material from the value' },
  ownRiskFrom: { sv: 'Ingen beslutar ensam om sin egen risk från värdet', en: 'Nobody decides alone on a risk of his own from the value' },
  analyseWithin: { sv: 'Arbetsdagar för att analysera', en: 'Working days to analyse' },
  acknowledgeWithin: { sv: 'Arbetsdagar för att bekräfta', en: 'Working days to confirm' },
  answerWithin: { sv: 'Arbetsdagar för att svara på ett ifrågasättande', en: 'Working days to answer a challenge' },
  climbAfter: { sv: 'Arbetsdagar innan ett uteblivet beslut klättrar', en: 'Working days before a decision not taken climbs' },
  warnBefore: { sv: 'Dagar för varning innan en acceptans går ut', en: 'Days of warning before an acceptance ends' },
  name: { sv: 'Namn', en: 'Name' },
  description: { sv: 'Vad är nytt i versionen?', en: 'What is new in this version?' },
}

function first<T>(contents: readonly RiskMethodContent[], pick: (content: RiskMethodContent) => T | undefined): T | undefined {
  for (const content of contents) {
    const found = pick(content)
    if (found !== undefined) return found
  }
  return undefined
}

const namesIn = (contents: readonly RiskMethodContent[]) => ({
  axis: (axis: Axis, level: string) => first(contents, (one) => one[axis].find((each) => each.level === Number(level)))?.name ?? level,
  risk: (level: string | number) =>
    first(contents, (one) => one.levels.find((each) => each.level === Number(level)))?.name ?? String(level),
  category: (key: string) => first(contents, (one) => one.categories.find((each) => each.key === key))?.name ?? key,
})

const roleWords = (role: string, language: Language) => (role in roles ? roles[role as keyof typeof roles].label[language] : role)

/** What a part of a method is called, in words; the names are looked for in the newest method first. */
export function partName(key: string, contents: readonly RiskMethodContent[], language: Language): string {
  const say = (text: Text) => text[language]
  const names = namesIn(contents)
  const [kind = '', one = '', other = ''] = key.split(' ')
  switch (kind) {
    case 'consequence':
    case 'likelihood':
      return `${say(axisWords[kind])} ${names.axis(kind, one)}`
    case 'level':
      return say({ sv: `Risknivån ${names.risk(one)}`, en: `The risk level ${names.risk(one)}` })
    case 'category':
      return say({ sv: `Kategorin ${names.category(one)}`, en: `The category ${names.category(one)}` })
    case 'criterion':
      return `${names.category(one)}, ${names.axis('consequence', other)}`
    case 'cell':
      return say({
        sv: `Matrisen: ${names.axis('consequence', one)}, ${names.axis('likelihood', other)}`,
        en: `The matrix: ${names.axis('consequence', one)}, ${names.axis('likelihood', other)}`,
      })
    case 'mandate':
      return say({ sv: `Mandat: ${roleWords(one, language)}`, en: `Mandate: ${roleWords(one, language)}` })
    case 'tells':
      return say({ sv: `Får veta: ${roleWords(one, language)}`, en: `Is told: ${roleWords(one, language)}` })
    case 'appetite':
      return say({ sv: `Riskaptit: ${one} kr`, en: `Appetite: SEK ${one}` })
    case 'template': {
      const named = Object.entries(analysisKinds).find(([name]) => name === one)?.[1]
      return say({ sv: `Mallen ${named?.sv ?? one}`, en: `The template ${named?.en ?? one}` })
    }
    case 'mapping':
      return say({
        sv: `Tidigare ${axisWords[one as Axis].sv.toLowerCase()} ${other}`,
        en: `Earlier ${axisWords[one as Axis].en.toLowerCase()} ${other}`,
      })
    default:
      return say(settings[kind === 'setting' ? one : kind] ?? { sv: kind, en: kind })
  }
}

/** A part of a method in words, for showing what differs. */
export function partWords(key: string, value: unknown, contents: readonly RiskMethodContent[], language: Language): string {
  const say = (text: Text) => text[language]
  if (value === undefined || value === null || value === '') return say({ sv: 'inget', en: 'nothing' })
  if (typeof value !== 'object') return String(value)
  const part = value as Readonly<Record<string, unknown>>
  const [kind = '', one = ''] = key.split(' ')
  const names = namesIn(contents)
  const limit = (below: unknown) => (below === null ? say({ sv: 'utan gräns', en: 'without limit' }) : String(below))
  switch (kind) {
    case 'consequence':
    case 'likelihood':
      return say({
        sv: `${part.name}: ${part.meaning || '–'} (vikt ${part.weight})`,
        en: `${part.name}: ${part.meaning || '–'} (weight ${part.weight})`,
      })
    case 'level':
      return say({
        sv: `${part.name}: ${part.meaning || '–'} (följs upp inom ${part.reviewMonths} månader, beslutas inom ${part.decideWithin} arbetsdagar, accepteras högst ${part.acceptMonths} månader)`,
        en: `${part.name}: ${part.meaning || '–'} (followed up within ${part.reviewMonths} months, decided within ${part.decideWithin} working days, accepted at most ${part.acceptMonths} months)`,
      })
    case 'criterion':
      return String(part.text)
    case 'cell':
      return names.risk(Number(part.level))
    case 'mandate':
      return say({
        sv: `beslutar under ${limit(part.decidesBelow)}, accepterar under ${limit(part.acceptsBelow)}`,
        en: `decides below ${limit(part.decidesBelow)}, accepts below ${limit(part.acceptsBelow)}`,
      })
    case 'tells':
      return say({ sv: `från värdet ${part.from}`, en: `from the value ${part.from}` })
    case 'appetite':
      return say({ sv: `högst ${Number(part.probability) * 100} % per år`, en: `at most ${Number(part.probability) * 100}% a year` })
    case 'template':
      return [part.intro, ...(part.questions as readonly string[])].filter(Boolean).join(' ')
    case 'mapping':
      return part.to === null
        ? say({ sv: 'värderas om', en: 'is valued again' })
        : say({ sv: `blir ${names.axis(one as Axis, String(part.to))}`, en: `becomes ${names.axis(one as Axis, String(part.to))}` })
    default:
      return [part.name, part.question].filter(Boolean).join(': ')
  }
}
