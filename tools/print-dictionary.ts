import { type Catalogue, pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { type Field, shapeOf } from '#kernel/fields/field.ts'

const kinds: Record<Exclude<Field['kind'], 'derived'>, string> = {
  text: 'text',
  rich: 'formaterad text',
  number: 'tal',
  money: 'kronor',
  date: 'datum',
  moment: 'tidpunkt',
  choice: 'val',
  scale: 'nivå',
  yesNo: 'ja eller nej',
  link: 'länk',
  links: 'länkar',
  attachments: 'bilagor',
  secrecy: 'sekretessmarkering',
  structure: 'sammansatt värde',
}

/** What a value may be, in a few words. */
function boundsOf(field: Field, catalogue: Catalogue): string {
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'text':
    case 'rich':
      return `högst ${shape.max} tecken`
    case 'number':
      return [`${shape.min}–${shape.max}`, shape.unit?.sv, shape.decimals ? `${shape.decimals} decimaler` : ''].filter(Boolean).join(', ')
    case 'choice':
      return Object.entries(shape.options)
        .map(([key, option]) => `\`${key}\` ${option.sv}`)
        .join('; ')
    case 'scale':
      return shape.levels.map((level, index) => `${index + shape.first} ${level.sv}`).join('; ')
    case 'link':
    case 'links':
      return catalogue.register(shape.to).label.many.sv
    default:
      return ''
  }
}

const cell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function fieldLine(name: string, field: Field, catalogue: Catalogue): string {
  const kind = kinds[shapeOf(field).kind]
  const how =
    field.kind === 'derived'
      ? `${kind}, ${field.by ? `räknas ut ur ${field.from.map((from) => `\`${from}\``).join(', ')}` : 'följer av andra poster'}`
      : kind
  return `| ${[field.label.sv, `\`${name}\``, how, field.required ? 'ja' : '', boundsOf(field, catalogue), field.help?.sv ?? ''].map((text) => cell(text)).join(' | ')} |`
}

function registerPart(register: Register, catalogue: Catalogue): string[] {
  const facts = [
    `Adress: \`/api/${pathOf(register)}\`.`,
    register.reference ? `Referens: \`${register.reference}\`.` : '',
    ...(register.unique ?? []).map((names) => `Unikt: ${names.map((name) => `\`${name}\``).join(' + ')}.`),
    register.askWhy?.length ? `Skäl krävs vid ändring av ${register.askWhy.map((name) => `\`${name}\``).join(', ')}.` : '',
  ].filter(Boolean)
  const lines = [`## ${register.label.many.sv}`, '', register.purpose.sv, '', facts.join(' '), '']
  lines.push('| Uppgift | Namn | Slag | Krävs | Värden | Förklaring |', '|---|---|---|---|---|---|')
  for (const [name, field] of Object.entries(register.fields)) lines.push(fieldLine(name, field, catalogue))
  const { workflow } = register
  if (workflow) {
    lines.push('', '| Steg | Namn | Från | Till | Kräver |', '|---|---|---|---|---|')
    const label = (state: string) => workflow.states[state]?.label.sv ?? state
    for (const [name, move] of Object.entries(workflow.moves)) {
      const needs = [
        ...(move.needs ?? []).map((field) => `\`${field}\``),
        move.reason === 'required' ? 'skäl' : '',
        move.fourEyes ? 'en annan person än i steget före' : '',
      ]
      lines.push(
        `| ${[move.label.sv, `\`${name}\``, move.from.map(label).join(', '), label(move.to), needs.filter(Boolean).join(', ')].map((text) => cell(text)).join(' | ')} |`,
      )
    }
  }
  return [...lines, '']
}

/** Every register, field and workflow as Markdown, in Swedish. */
export function printDictionary(catalogue: Catalogue): string {
  const opening = [
    '# Uppgifter i registren',
    '',
    'Skriven ur registrens definitioner; jämförs vid varje bygge. Varje post har dessutom identitet, version, och vem som lade in och senast ändrade den och när.',
    '',
  ]
  return `${[...opening, ...catalogue.registers.flatMap((register) => registerPart(register, catalogue))].join('\n').trimEnd()}\n`
}
