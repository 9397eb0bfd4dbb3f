import { z } from 'zod'
import type { Register } from '#kernel/definition/register.ts'
import { type Field, shapeOf } from '#kernel/fields/field.ts'
import { recordSchemas } from '#kernel/fields/schema.ts'
import { allNames } from '#kernel/store/present.ts'

/** Descriptions of the routes for the OpenAPI document. Checking is done by the gate, with words a person can use. */

type JsonSchema = Record<string, unknown>

const linkShape: JsonSchema = {
  type: 'object',
  required: ['id', 'label'],
  properties: { id: { type: 'string', format: 'uuid' }, label: { type: 'string' }, reference: { type: ['string', 'null'] } },
}

function outShape(field: Field): JsonSchema {
  const shape = shapeOf(field)
  const described = { title: field.label.en, ...(field.help ? { description: field.help.en } : {}) }
  switch (shape.kind) {
    case 'link':
      return { ...described, anyOf: [linkShape, { type: 'null' }] }
    case 'links':
      return { ...described, type: 'array', items: linkShape }
    case 'attachments':
      return {
        ...described,
        type: 'array',
        items: {
          type: 'object',
          properties: { sha256: { type: 'string' }, name: { type: 'string' }, type: { type: 'string' }, size: { type: 'integer' } },
        },
      }
    case 'structure':
      return { ...described, anyOf: [z.toJSONSchema(shape.schema, { unrepresentable: 'any' }) as JsonSchema, { type: 'null' }] }
    case 'secrecy':
      return { ...described, type: ['object', 'null'] }
    case 'number':
    case 'money':
      return { ...described, type: ['number', 'null'] }
    case 'scale':
      return {
        ...described,
        type: ['integer', 'null'],
        description: shape.levels.map((level, index) => `${index + shape.first} ${level.en}`).join(', '),
      }
    case 'yesNo':
      return { ...described, type: ['boolean', 'null'] }
    case 'choice':
      return { ...described, type: ['string', 'null'], enum: [...Object.keys(shape.options), null] }
    case 'date':
      return { ...described, type: ['string', 'null'], format: 'date' }
    case 'moment':
      return { ...described, type: ['string', 'null'], format: 'date-time' }
    default:
      return { ...described, type: ['string', 'null'] }
  }
}

const commonShapes: Record<string, JsonSchema> = {
  id: { type: 'string', format: 'uuid' },
  version: { type: 'integer' },
  reference: { type: ['string', 'null'] },
  state: { type: ['string', 'null'] },
  createdAt: { type: 'string', format: 'date-time' },
  createdBy: { anyOf: [linkShape, { type: 'null' }] },
  changedAt: { type: 'string', format: 'date-time' },
  changedBy: { anyOf: [linkShape, { type: 'null' }] },
}

const recordShape = (register: Register): JsonSchema => ({
  type: 'object',
  title: register.label.one.en,
  properties: Object.fromEntries(
    allNames(register).map((name) => {
      const field = register.fields[name]
      return [name, field ? outShape(field) : (commonShapes[name] ?? {})]
    }),
  ),
})

const input = (register: Register, mode: 'create' | 'update'): JsonSchema => {
  const { $schema: _, ...shape } = z.toJSONSchema(recordSchemas(register)[mode], { unrepresentable: 'any' }) as JsonSchema
  return shape
}

const ifMatch = {
  type: 'object',
  properties: { 'if-match': { type: 'string', description: 'The version the change is made from, "3".' }, 'x-reason': { type: 'string' } },
}
const asOf = { type: 'string', description: 'A day (its last moment in Sweden) or a moment: everything as it stood then.' }

export const listSchema = (register: Register, tags: string[]) => ({
  tags,
  summary: `List ${register.plural}`,
  description:
    'Any field may be a parameter: `state=open,closed`, `due=lt:today`, `level=gte:3`, `owner=me`, `unit=under:<id>`, `owner=empty`.',
  querystring: {
    type: 'object',
    additionalProperties: true,
    properties: {
      q: { type: 'string' },
      sort: { type: 'string', description: 'Field names with commas; `-` before for falling order.' },
      limit: { type: 'integer' },
      cursor: { type: 'string' },
      fields: { type: 'string', description: 'Field names with commas; `*` for all.' },
      count: { type: 'boolean' },
      format: { type: 'string', enum: ['json', 'csv', 'xlsx'] },
      figure: { type: 'string', description: 'Only the records this figure is counted from.' },
      notice: { type: 'string', description: 'Only the records this notice to the one who asks stands for.' },
      asOf,
    },
  },
  response: {
    200: {
      description: 'One page of records',
      type: 'object',
      properties: {
        items: { type: 'array', items: recordShape(register) },
        next: { type: ['string', 'null'] },
        total: { type: 'integer' },
      },
    },
  },
})

const one = (register: Register) => ({ 200: { description: register.label.one.en, ...recordShape(register) } })

export const recordSchema = (register: Register, tags: string[]) => ({
  tags,
  summary: `Read one of ${register.plural}`,
  querystring: { type: 'object', properties: { asOf } },
  response: one(register),
})

export const createSchema = (register: Register, tags: string[]) => ({
  tags,
  summary: `Add to ${register.plural}`,
  headers: { type: 'object', properties: { 'idempotency-key': { type: 'string' } } },
  body: input(register, 'create'),
  response: { 201: { description: register.label.one.en, ...recordShape(register) } },
})

export const updateSchema = (register: Register, tags: string[]) => ({
  tags,
  summary: `Change one of ${register.plural}`,
  headers: ifMatch,
  body: input(register, 'update'),
  response: one(register),
})

export const moveSchema = (register: Register, tags: string[]) => ({
  tags,
  summary: `Move one of ${register.plural} to another state`,
  description: Object.entries(register.workflow?.moves ?? {})
    .map(([name, move]) => `\`${name}\`: ${move.label.en}`)
    .join('; '),
  headers: ifMatch,
  response: one(register),
})
