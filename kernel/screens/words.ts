import type { Register } from '../definition/register.ts'
import type { Text } from '../language/text.ts'

/** A label inside a sentence: small first letter, unless the word is an abbreviation. */
export const small = (word: string) => (/^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1))

/** What a register holds, one and many, as words inside a sentence. */
export const oneOf = (register: Register): Text => ({ sv: small(register.label.one.sv), en: small(register.label.one.en) })
export const manyOf = (register: Register): Text => ({ sv: small(register.label.many.sv), en: small(register.label.many.en) })

export const words = {
  tryAgain: { sv: 'Försök igen', en: 'Try again' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  save: { sv: 'Spara', en: 'Save' },
  saving: { sv: 'Sparar …', en: 'Saving …' },
  close: { sv: 'Stäng', en: 'Close' },
  nothing: { sv: 'inget', en: 'nothing' },
  unknownPerson: { sv: 'Okänd person', en: 'Unknown person' },
  system: { sv: 'Värna', en: 'Värna' },
  somebody: { sv: 'Någon', en: 'Somebody' },
} satisfies Record<string, Text>
