import { type Language, say, type Text } from '#kernel/language/text.ts'

/** A known reason why Värna cannot start or carry on: one sentence that says what is wrong and what to do. Printed without a stack. */
export interface StartError extends Error {
  readonly code: 'VARNA_START'
  readonly text: Text
}

/** Makes a start error from its sentence; `cause` is kept for those who debug, never printed. */
export function startError(text: Text, cause?: unknown): StartError {
  const error = new Error(text.sv, cause === undefined ? undefined : { cause })
  return Object.assign(error, { name: 'StartError', code: 'VARNA_START' as const, text })
}

export const isStartError = (error: unknown): error is StartError =>
  error instanceof Error && 'code' in error && error.code === 'VARNA_START' && 'text' in error

/** The sentence of any error in one language; an unknown error gives its own message. */
export function sentenceOf(error: unknown, language: Language): string {
  if (isStartError(error)) return say(error.text, language)
  return error instanceof Error ? error.message : String(error)
}
