import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import { fill, type Language, type Text } from '../../language/text.ts'
import type { FieldChange, VersionJson } from '../data/record.ts'
import { columnField } from '../fields/columns.ts'
import { isEmpty, valueWords } from '../fields/words.ts'
import { small } from '../words.ts'

const verbs: Readonly<Record<VersionJson['operation'], Text>> = {
  create: { sv: 'skapade posten', en: 'created the record' },
  update: { sv: 'ändrade', en: 'changed' },
  move: { sv: 'förde posten vidare', en: 'moved the record on' },
  withdraw: { sv: 'tog bort posten ur registret', en: 'removed the record from the register' },
}

const chosen: Text = { sv: 'valde ”{move}”', en: 'chose “{move}”' }
const itself: Text = { sv: 'utförde ”{move}” av sig själv', en: 'carried out “{move}” by itself' }

/** What a person did to make a version, as the verb of a sentence that begins with the name. */
export function deedOf(register: Register, version: VersionJson, language: Language): string {
  const move = version.move === null ? undefined : register.workflow?.moves[version.move]
  if (version.operation === 'move' && move) return fill(version.bySystem ? itself : chosen, { move: move.label[language] })[language]
  if (version.operation === 'update') {
    const names = shownChanges(register, version).map((change) =>
      small(columnField(register, change.field)?.label[language] ?? change.field),
    )
    const listed = new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(names.slice(0, 3))
    if (names.length === 0) return { sv: 'sparade posten', en: 'saved the record' }[language]
    const more = names.length > 3 ? fill({ sv: ' med mera', en: ' and more' }, {})[language] : ''
    return `${verbs.update[language]} ${listed}${more}`
  }
  return verbs[version.operation][language]
}

/**
 * The changes worth telling. Of what a person did, the record's own fields: what the rules computed from them follows by itself. Of what
 * the product did by itself, also what it gave: that is what happened.
 */
export const shownChanges = (
  register: Register,
  { bySystem, changes }: Pick<VersionJson, 'bySystem' | 'changes'>,
): readonly FieldChange[] =>
  changes.filter(({ field }) => register.fields[field] && (bySystem || register.fields[field]?.kind !== 'derived'))

/** A change in one line, or nothing where the text is too long for a line and a difference tells it better. */
export function changeWords(register: Register, change: FieldChange, language: Language): { from: string; to: string } | null {
  const field = columnField(register, change.field)
  if (!field) return null
  const shape = shapeOf(field)
  const from = isEmpty(change.from) ? '' : valueWords(field, change.from, language)
  const to = isEmpty(change.to) ? '' : valueWords(field, change.to, language)
  const isLong = shape.kind === 'rich' || (shape.kind === 'text' && shape.lines > 1) || from.length + to.length > 160
  return isLong ? null : { from, to }
}
