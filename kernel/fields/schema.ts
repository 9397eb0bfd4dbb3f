import { z } from 'zod'
import type { Register } from '../definition/register.ts'
import { type Field, shapeOf } from './field.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists, `2024-02-29` but not `2023-02-29`, in the years 1900–2200. */
export function isDay(value: string): boolean {
  if (!day.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  const year = Number(value.slice(0, 4))
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value && year >= 1900 && year <= 2200
}

/** Whether a moment lies in the years 1900–2200 and its offset is one the world uses, at most 14 hours. */
export function isMoment(value: string): boolean {
  const year = new Date(value).getUTCFullYear()
  return year >= 1900 && year <= 2200 && Number(/[+-](\d\d):?\d\d$/.exec(value)?.[1] ?? 0) <= 14
}

/** Whether the number is written with at most so many decimals. */
const hasDecimals = (value: number, decimals: number) => Number(value.toFixed(decimals)) === value

const id = z.uuid({ error: () => 'link' })
const plain = (max: number) =>
  z
    .string({ error: () => 'text' })
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), { error: 'characters' })
    .max(max, { error: `too-long:${max}` })

/** The one validator of a field's value, used in the browser and on the server. Error messages are codes, worded in `problems.ts`. */
export function valueSchema(field: Field): z.ZodType {
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'text':
      return shape.lines > 1 ? plain(shape.max) : plain(shape.max).refine((value) => !/[\r\n]/.test(value), { error: 'one-line' })
    case 'rich':
      return plain(shape.max)
    case 'number':
      return z
        .number({ error: () => 'number' })
        .min(shape.min, { error: `too-small:${shape.min}` })
        .max(shape.max, { error: `too-large:${shape.max}` })
        .refine((value) => hasDecimals(value, shape.decimals), { error: `decimals:${shape.decimals}` })
    case 'money':
      return z
        .number({ error: () => 'number' })
        .min(-1e12, { error: 'too-small:-1000000000000' })
        .max(1e12, { error: 'too-large:1000000000000' })
        .refine((value) => hasDecimals(value, 2), { error: 'decimals:2' })
    case 'date':
      return z.string({ error: () => 'date' }).refine(isDay, { error: 'date' })
    case 'moment':
      return z.iso.datetime({ offset: true, error: () => 'moment' }).refine(isMoment, { error: 'moment' })
    case 'choice':
      return z.enum(Object.keys(shape.options), { error: () => `choice:${Object.keys(shape.options).join('|')}` })
    case 'scale': {
      const last = shape.first + shape.levels.length - 1
      const error = `scale:${shape.first}-${last}`
      return z
        .int({ error: () => error })
        .min(shape.first, { error })
        .max(last, { error })
    }
    case 'yesNo':
      return z.boolean({ error: () => 'yes-no' })
    case 'link':
      return id
    case 'links':
      return z.array(id, { error: () => 'links' }).max(10_000, { error: 'too-many:10000' })
    case 'attachments':
      return z
        .array(
          z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'file' }), name: plain(255).min(1, { error: 'required' }) }),
          {
            error: () => 'file',
          },
        )
        .max(100, { error: 'too-many:100' })
    case 'structure':
      return shape.schema
    case 'secrecy':
      return z.strictObject(
        {
          provision: plain(200).min(1, { error: 'required' }),
          markedOn: z.string({ error: () => 'date' }).refine(isDay, { error: 'date' }),
          authority: plain(200).min(1, { error: 'required' }),
        },
        { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown' : 'secrecy') },
      )
  }
}

const isMany = (field: Field) => field.kind === 'links' || field.kind === 'attachments'

function objectSchema(register: Register, mode: 'create' | 'update') {
  const shape: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind === 'derived') continue
    const value = valueSchema(field)
    const filled = field.required
      ? value.refine((given) => !(typeof given === 'string' && given.trim() === '') && !(Array.isArray(given) && given.length === 0), {
          error: 'required',
        })
      : value
    const nullable = field.required || isMany(field) ? filled : filled.nullable()
    shape[name] = mode === 'create' && field.required ? nullable : nullable.optional()
  }
  return z.strictObject(shape)
}

const schemas = new WeakMap<Register, { create: z.ZodType; update: z.ZodType }>()

/** What may be sent to make and to change a record of the register: unknown and derived fields are refused. */
export function recordSchemas(register: Register): { create: z.ZodType; update: z.ZodType } {
  let found = schemas.get(register)
  if (!found) {
    found = { create: objectSchema(register, 'create'), update: objectSchema(register, 'update') }
    schemas.set(register, found)
  }
  return found
}
