import { formatDate, formatMoney, formatNumber } from '#web/language/format.ts'
import { type Field, shapeOf } from '../../fields/field.ts'
import { fill, type Language, type Text } from '../../language/text.ts'
import type { Condition } from './filter.ts'

const or: Text = { sv: ' eller ', en: ' or ' }

/** A day in a filter, in words: `today+30` is "om 30 dagar". */
export function dayWords(day: string, language: Language): string {
  const relative = /^today(?:([+-])(\d+))?$/.exec(day)
  if (!relative) return /^\d{4}-\d{2}-\d{2}/.test(day) ? formatDate(day, language) : day
  const [, sign, count] = relative
  if (!sign) return language === 'sv' ? 'i dag' : 'today'
  const pattern: Text = sign === '+' ? { sv: '{n} dagar framåt', en: '{n} days ahead' } : { sv: '{n} dagar tillbaka', en: '{n} days back' }
  return fill(pattern, { n: count ?? '' })[language]
}

/** One value of a filter, in words. `nameOf` knows the names of the records that links point to. */
export function valueWords(field: Field, value: string, language: Language, nameOf: (id: string) => string): string {
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'choice':
      return shape.options[value]?.[language] ?? value
    case 'scale':
      return shape.levels[Number(value) - shape.first]?.[language] ?? value
    case 'yesNo':
      return (value === 'true' ? { sv: 'ja', en: 'yes' } : { sv: 'nej', en: 'no' })[language]
    case 'link':
    case 'links':
      return value === 'me' ? { sv: 'jag', en: 'me' }[language] : nameOf(value)
    case 'date':
    case 'moment':
      return dayWords(value, language)
    case 'number':
      return Number.isFinite(Number(value)) ? formatNumber(Number(value), language) : value
    case 'money':
      return Number.isFinite(Number(value)) ? formatMoney(Number(value), language) : value
    default:
      return value
  }
}

const comparisons: Readonly<Record<'gte' | 'lte' | 'gt' | 'lt', { time: Text; size: Text }>> = {
  gte: { time: { sv: 'från och med {v}', en: 'from {v}' }, size: { sv: 'minst {v}', en: 'at least {v}' } },
  lte: { time: { sv: 'till och med {v}', en: 'to {v} inclusive' }, size: { sv: 'högst {v}', en: 'at most {v}' } },
  gt: { time: { sv: 'efter {v}', en: 'after {v}' }, size: { sv: 'över {v}', en: 'above {v}' } },
  lt: { time: { sv: 'före {v}', en: 'before {v}' }, size: { sv: 'under {v}', en: 'below {v}' } },
}

/** Conditions on one field as a chip says them, after the field's label: "före i dag", "Hög eller Mycket hög", "inte Avslutad". */
export function conditionWords(field: Field, conditions: readonly Condition[], language: Language, nameOf: (id: string) => string): string {
  const kind = shapeOf(field).kind
  const time = kind === 'date' || kind === 'moment'
  const word = (value: string) => valueWords(field, value, language, nameOf)
  const range = rangeWords(conditions, time, word, language)
  if (range) return range
  return conditions
    .map((condition) => {
      switch (condition.op) {
        case 'empty':
          return { sv: 'saknas', en: 'missing' }[language]
        case 'filled':
          return { sv: 'finns', en: 'present' }[language]
        case 'in':
          return condition.values.map(word).join(or[language])
        case 'not':
          return `${{ sv: 'inte', en: 'not' }[language]} ${condition.values.map(word).join(or[language])}`
        case 'contains':
          return fill({ sv: 'innehåller ”{v}”', en: 'contains “{v}”' }, { v: condition.value })[language]
        case 'under':
          return fill({ sv: '{v} med underliggande', en: '{v} and everything below' }, { v: word(condition.value) })[language]
        default:
          return fill(comparisons[condition.op][time ? 'time' : 'size'], { v: word(condition.value) })[language]
      }
    })
    .join(', ')
}

/** "inom 30 dagar", "de senaste 365 dagarna" and "3–8": two ends said as one. */
function rangeWords(conditions: readonly Condition[], time: boolean, word: (value: string) => string, language: Language): string | null {
  const from = conditions.find((condition) => condition.op === 'gte')
  const to = conditions.find((condition) => condition.op === 'lte')
  if (!from || !('value' in from)) return null
  const back = /^today-(\d+)$/.exec(from.value)
  if (time && back && (conditions.length === 1 || (conditions.length === 2 && to && 'value' in to && to.value === 'today')))
    return fill({ sv: 'de senaste {n} dagarna', en: 'the last {n} days' }, { n: back[1] ?? '' })[language]
  if (conditions.length !== 2 || !to || !('value' in to)) return null
  const ahead = /^today\+(\d+)$/.exec(to.value)
  if (time && from.value === 'today' && ahead) return fill({ sv: 'inom {n} dagar', en: 'within {n} days' }, { n: ahead[1] ?? '' })[language]
  if (from.value === to.value) return word(from.value)
  return `${word(from.value)}${time ? ' – ' : '–'}${word(to.value)}`
}
