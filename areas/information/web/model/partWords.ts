import type { Language } from '#kernel/language/text.ts'
import type { ModelContent } from '../../classification-model.content.ts'

type Level = ModelContent['levels'][number]

const find = <T>(contents: readonly ModelContent[], pick: (content: ModelContent) => T | undefined): T | undefined => {
  for (const content of contents) {
    const found = pick(content)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a part of a model is called, in words; the names are looked for in the newest model first. */
export function partName(key: string, contents: readonly ModelContent[], language: Language): string {
  const sv = language === 'sv'
  const [kind = '', first = '', second = ''] = key.split(' ')
  const level = (number: string) => {
    const found = find(contents, (content) => content.levels.find((one: Level) => one.level === Number(number)))
    return found ? `${found.level} ${found.name}` : number
  }
  const category = (which: string) => find(contents, (content) => content.categories.find((one) => one.key === which))?.name ?? which
  switch (kind) {
    case 'aspect': {
      const name = find(contents, (content) => content.aspects.find((one) => one.key === first))?.name ?? first
      return sv ? `Aspekten ${name}` : `The aspect ${name}`
    }
    case 'level':
      return sv ? `Nivå ${level(first)}` : `Level ${level(first)}`
    case 'category':
      return sv ? `Kategorin ${category(first)}` : `The category ${category(first)}`
    case 'criterion':
      return `${category(first)}, ${level(second)}`
    case 'measure': {
      const measure = key.slice('measure '.length)
      return sv ? `Säkerhetsåtgärden ${measure}` : `The security measure ${measure}`
    }
    case 'mapping':
      return sv ? `Tidigare nivå ${first}` : `Earlier level ${first}`
    case 'setting':
      if (first === 'fourEyesFrom') return sv ? 'Två personer beslutar' : 'Two persons decide'
      return sv ? 'Behov av utökat skydd' : 'Need of enhanced protection'
    case 'name':
      return sv ? 'Namn' : 'Name'
    default:
      return sv ? 'Vad är nytt i versionen?' : 'What is new in this version?'
  }
}

/** A part of a model in words, for showing what differs. */
export function partWords(key: string, value: unknown, contents: readonly ModelContent[], language: Language): string {
  const sv = language === 'sv'
  if (value === undefined || value === null || value === '') return sv ? 'inget' : 'nothing'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return sv ? `från nivå ${value}` : `from level ${value}`
  const part = value as Record<string, unknown>
  const [kind = ''] = key.split(' ')
  switch (kind) {
    case 'criterion':
      return String(part.text)
    case 'level':
      return sv
        ? `${String(part.name)}: ${String(part.meaning)} (omprövas inom ${String(part.reviewMonths)} månader)`
        : `${String(part.name)}: ${String(part.meaning)} (reviewed within ${String(part.reviewMonths)} months)`
    case 'mapping':
      return sv ? `blir nivå ${String(part.to)}` : `becomes level ${String(part.to)}`
    case 'measure': {
      const aspectName = (aspect: string) => find(contents, (content) => content.aspects.find((one) => one.key === aspect))?.name ?? aspect
      const from = Object.entries(part.from as Record<string, number>).map(([aspect, level]) =>
        sv ? `${aspectName(aspect).toLowerCase()} från ${level}` : `${aspectName(aspect).toLowerCase()} from ${level}`,
      )
      const when =
        part.when === 'enhanced'
          ? [sv ? 'bara vid utökat skydd' : 'only with enhanced protection']
          : part.when === 'central'
            ? [sv ? 'bara centrala system' : 'only central systems']
            : []
      return [...from, ...when].join(', ') || (sv ? 'krävs' : 'required')
    }
    default:
      return [part.name, part.question].filter(Boolean).join(': ')
  }
}
