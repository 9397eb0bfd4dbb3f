import { fill, type Text } from '../language/text.ts'
import { type Field, shapeOf } from './field.ts'

const numberIn = { sv: new Intl.NumberFormat('sv-SE'), en: new Intl.NumberFormat('en-GB') }

/** A limit as people write it: 12 500 in Swedish, 12,500 in English. */
const limit = (pattern: Text, value: string): Text => {
  const number = Number(value)
  return { sv: fill(pattern, { n: numberIn.sv.format(number) }).sv, en: fill(pattern, { n: numberIn.en.format(number) }).en }
}

/** Asks for what is missing with the verb that suits the field: write, choose or attach. */
function missing(field: Field | undefined): Text {
  if (!field) return { sv: 'Fyll i uppgiften.', en: 'Fill in this value.' }
  const pattern: Record<'write' | 'choose' | 'attach', Text> = {
    write: { sv: 'Fyll i ”{label}”.', en: 'Fill in “{label}”.' },
    choose: { sv: 'Gör ett val under ”{label}”.', en: 'Make a choice under “{label}”.' },
    attach: { sv: 'Bifoga minst en fil under ”{label}”.', en: 'Attach at least one file under “{label}”.' },
  }
  const kind = shapeOf(field).kind
  const verb = kind === 'attachments' ? 'attach' : ['choice', 'scale', 'yesNo', 'link', 'links'].includes(kind) ? 'choose' : 'write'
  return { sv: fill(pattern[verb], { label: field.label.sv }).sv, en: fill(pattern[verb], { label: field.label.en }).en }
}

function wrongChoice(field: Field | undefined): Text {
  const shape = field && shapeOf(field)
  const options = shape?.kind === 'choice' ? Object.values(shape.options) : []
  if (options.length === 0 || options.length > 6)
    return { sv: 'Välj ett av alternativen i listan.', en: 'Choose one of the alternatives in the list.' }
  return {
    sv: `Välj ett av alternativen: ${options.map((option) => option.sv).join(', ')}.`,
    en: `Choose one of the alternatives: ${options.map((option) => option.en).join(', ')}.`,
  }
}

function wrongLevel(range: string, field: Field | undefined): Text {
  const [first = '', last = ''] = range.split('-')
  const shape = field && shapeOf(field)
  if (shape?.kind === 'scale' && shape.usedBy)
    return { sv: `Välj en av de nivåer som finns i ${shape.usedBy.sv}.`, en: `Choose one of the levels of ${shape.usedBy.en}.` }
  const name = (level: Text | undefined): Text => (level ? { sv: ` (${level.sv})`, en: ` (${level.en})` } : { sv: '', en: '' })
  const lowest = name(shape?.kind === 'scale' ? shape.levels[0] : undefined)
  const highest = name(shape?.kind === 'scale' ? shape.levels.at(-1) : undefined)
  return {
    sv: `Välj en nivå från ${first}${lowest.sv} till ${last}${highest.sv}.`,
    en: `Choose a level from ${first}${lowest.en} to ${last}${highest.en}.`,
  }
}

function notANumber(field: Field | undefined): Text {
  const shape = field && shapeOf(field)
  const whole = shape?.kind === 'number' && shape.decimals === 0
  return whole
    ? { sv: 'Skriv ett heltal med siffror, till exempel 12.', en: 'Write a whole number in digits, for example 12.' }
    : { sv: 'Skriv ett tal med siffror, till exempel 12,5.', en: 'Write a number in digits, for example 12.5.' }
}

/** How each problem code is worded; what stands after the colon in the code is the argument. */
const wordings: Readonly<Record<string, (argument: string, field: Field | undefined) => Text>> = {
  required: (_, field) => missing(field),
  text: () => ({ sv: 'Här ska det stå text.', en: 'This has to be text.' }),
  'not-for-you': () => ({
    sv: 'Den här uppgiften är inte till för din roll. Låt den vara tom.',
    en: 'This value is not for your role. Leave it empty.',
  }),
  structure: (place) => ({
    sv: `Uppgiften har inte den form den ska ha: se ${place}.`,
    en: `The value does not have the form it should have: see ${place}.`,
  }),
  characters: () => ({
    sv: 'Texten innehåller ett tecken som inte kan sparas. Skriv om den eller klistra in den på nytt som ren text.',
    en: 'The text contains a character that cannot be saved. Rewrite it or paste it again as plain text.',
  }),
  'one-line': () => ({ sv: 'Skriv texten på en enda rad.', en: 'Write the text on a single line.' }),
  'too-long': (n) => limit({ sv: 'Korta texten till högst {n} tecken.', en: 'Shorten the text to at most {n} characters.' }, n),
  number: (_, field) => notANumber(field),
  'too-small': (n) => limit({ sv: 'Talet får vara lägst {n}.', en: 'The number must be at least {n}.' }, n),
  'too-large': (n) => limit({ sv: 'Talet får vara högst {n}.', en: 'The number must be at most {n}.' }, n),
  decimals: (n) =>
    n === '0'
      ? { sv: 'Skriv ett heltal, utan decimaler.', en: 'Write a whole number, without decimals.' }
      : n === '1'
        ? { sv: 'Skriv talet med högst en decimal.', en: 'Write the number with at most one decimal.' }
        : limit({ sv: 'Skriv talet med högst {n} decimaler.', en: 'Write the number with at most {n} decimals.' }, n),
  date: () => ({ sv: 'Skriv ett datum som finns, till exempel 2023-12-31.', en: 'Write a date that exists, for example 2023-12-31.' }),
  moment: () => ({
    sv: 'Skriv både datum och klockslag, till exempel 2023-12-31 14:30.',
    en: 'Write both date and time, for example 2023-12-31 14:30.',
  }),
  choice: (_, field) => wrongChoice(field),
  scale: (range, field) => wrongLevel(range, field),
  'yes-no': () => ({ sv: 'Svara ja eller nej.', en: 'Answer yes or no.' }),
  link: () => ({ sv: 'Välj ur listan. Det du skrev motsvarar ingen post.', en: 'Choose from the list. What you wrote matches no record.' }),
  links: () => ({ sv: 'Välj en eller flera ur listan.', en: 'Choose one or more from the list.' }),
  'too-many': (n) => limit({ sv: 'Högst {n} får plats här. Ta bort några.', en: 'At most {n} fit here. Remove some.' }, n),
  file: () => ({
    sv: 'Filen kom inte fram. Ta bort den och bifoga den igen.',
    en: 'The file did not arrive. Remove it and attach it again.',
  }),
  secrecy: () => ({
    sv: 'Ange bestämmelse, datum och myndighet för sekretessmarkeringen (5 kap. 5 § OSL).',
    en: 'State provision, date and authority of the secrecy marking (chapter 5, section 5 OSL).',
  }),
  unknown: () => ({
    sv: 'Uppgiften finns inte i registret och kan inte sparas.',
    en: 'The register has no such value and cannot save it.',
  }),
  derived: () => ({
    sv: 'Värdet räknas ut ur andra uppgifter och kan inte skrivas in.',
    en: 'The value is computed from others and cannot be written.',
  }),
  'unknown-link': () => ({
    sv: 'Posten finns inte längre, eller så har du inte tillgång till den. Välj en annan.',
    en: 'The record no longer exists, or you have no access to it. Choose another.',
  }),
  'not-unique': (_, field) =>
    field
      ? {
          sv: `En annan post har redan samma värde i ”${field.label.sv}”. Skriv ett annat.`,
          en: `Another record already has the same value in “${field.label.en}”. Write another.`,
        }
      : { sv: 'En annan post har redan samma värden.', en: 'Another record already has the same values.' },
  'reason-required': () => ({
    sv: 'Skriv varför du gör ändringen. Skälet sparas i historiken.',
    en: 'Say why you make the change. The reason is kept in the history.',
  }),
}

/** Every problem code with a wording of its own. */
export const problemCodes: readonly string[] = Object.keys(wordings)

/** What is wrong with a value and what to do about it. The code is the one of `schema.ts`, `too-long:160`; an unknown code gets general words. */
export function problemText(code: string, field?: Field): Text {
  const [name = '', ...rest] = code.split(':')
  const wording = Object.hasOwn(wordings, name) ? wordings[name] : undefined
  return (
    wording?.(rest.join(':'), field) ?? {
      sv: 'Uppgiften kan inte sparas som den är skriven. Ändra den och försök igen.',
      en: 'The value cannot be saved as written. Change it and try again.',
    }
  )
}
