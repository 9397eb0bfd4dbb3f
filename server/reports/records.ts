import { type Field, shapeOf } from '#kernel/fields/field.ts'
import { type Language, say, type Text } from '#kernel/language/text.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { type ListQuestion, list, record } from '#kernel/store/read.ts'
import type { Services } from '../services.ts'

/** A record that something leads to, as far as the reader may see it. */
export interface Named {
  readonly id: string
  readonly label: string
  readonly reference?: string | null
}

export type Json = Readonly<Record<string, unknown>>

export const named = (value: unknown): Named | null => (value && typeof value === 'object' && 'id' in value ? (value as Named) : null)
export const namedAll = (value: unknown): Named[] => (Array.isArray(value) ? value.flatMap((each) => named(each) ?? []) : [])
export const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)
export const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** What a stored choice or level of a field is called. */
export function wording(field: Field | undefined, value: unknown, language: Language): string | null {
  if (!field || value === null || value === undefined) return null
  const shape = shapeOf(field)
  const found: Text | undefined =
    shape.kind === 'choice' ? shape.options[String(value)] : shape.kind === 'scale' ? shape.levels[Number(value) - shape.first] : undefined
  return found ? say(found, language) : String(value)
}

/** Registers read for a report, as one person may see them on one day. */
export interface Reading {
  readonly services: Services
  readonly tx: Transaction
  readonly day: string
  readonly language: Language
}

export async function one(reading: Reading, register: string, id: string | undefined): Promise<Json | null> {
  if (!id) return null
  const found = await record(reading.tx, reading.services.catalogue, reading.services.catalogue.register(register), id)
  return found ? (JSON.parse(found.json) as Json) : null
}

/** So many records are asked for at a time; more about one classification would be no report of it. */
const mostRows = 500

const ask = ({ services, tx, day }: Reading, register: string, question: ListQuestion) =>
  list(
    tx,
    services.catalogue,
    services.catalogue.register(register),
    { fields: ['*'], ...question, limit: mostRows },
    { today: day, person: tx.actor.person },
  )

const parsed = (items: readonly string[]): Json[] => items.map((item) => JSON.parse(item) as Json)

export async function many(reading: Reading, register: string, question: ListQuestion): Promise<Json[]> {
  return parsed((await ask(reading, register, question)).items)
}

/** Every record that answers the question, however many. */
export async function every(reading: Reading, register: string, question: ListQuestion = {}): Promise<Json[]> {
  const found: Json[] = []
  let cursor: string | null = null
  do {
    const answer: Awaited<ReturnType<typeof list>> = await ask(reading, register, cursor ? { ...question, cursor } : question)
    found.push(...parsed(answer.items))
    cursor = answer.next
  } while (cursor !== null)
  return found
}
