import { bound, formatDate, formatMoment, formatMoney, formatNumber } from '#web/language/format.ts'
import { type AttachedFile, type Field, isYear, type Secrecy, shapeOf } from '../../fields/field.ts'
import type { Language } from '../../language/text.ts'
import type { RecordLink } from '../data/record.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

export const isLink = (value: unknown): value is RecordLink => isObject(value) && 'id' in value && 'label' in value
export const linksIn = (value: unknown): readonly RecordLink[] =>
  Array.isArray(value) ? value.filter(isLink) : isLink(value) ? [value] : []
export const filesIn = (value: unknown): readonly AttachedFile[] =>
  Array.isArray(value) ? value.filter((file): file is AttachedFile => isObject(file) && 'sha256' in file) : []
export const secrecyIn = (value: unknown): Secrecy | null => (isObject(value) && 'provision' in value ? (value as Secrecy) : null)

/** Whether there is nothing to show. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A number with its unit, `4 timmar`. */
export function numberWords(value: number, field: Field, language: Language): string {
  const shape = shapeOf(field)
  const number = formatNumber(
    value,
    language,
    shape.kind === 'number' ? { maximumFractionDigits: shape.decimals, useGrouping: !isYear(shape) } : {},
  )
  return shape.kind === 'number' && shape.unit ? `${number}${bound}${shape.unit[language]}` : number
}

/** A value as words, for stories, differences and places where only text fits; empty when there is nothing. */
export function valueWords(field: Field, value: unknown, language: Language, style: 'text' | 'table' = 'text'): string {
  if (isEmpty(value)) return ''
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'number':
      return typeof value === 'number' ? numberWords(value, field, language) : String(value)
    case 'money':
      return typeof value === 'number' ? formatMoney(value, language) : String(value)
    case 'date':
      return formatDate(String(value), language, style)
    case 'moment':
      return formatMoment(String(value), language, style)
    case 'choice':
      return shape.options[String(value)]?.[language] ?? String(value)
    case 'scale':
      return shape.levels[Number(value) - shape.first]?.[language] ?? String(value)
    case 'yesNo':
      return (value === true ? { sv: 'Ja', en: 'Yes' } : { sv: 'Nej', en: 'No' })[language]
    case 'link':
    case 'links':
      return linksIn(value)
        .map((link) => link.label)
        .join(', ')
    case 'attachments':
      return filesIn(value)
        .map((file) => file.name)
        .join(', ')
    case 'secrecy':
      return secrecyIn(value)?.provision ?? ''
    case 'structure':
      return shape.inWords(value, language)
    default:
      return String(value)
  }
}
