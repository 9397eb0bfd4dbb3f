import type { Text } from '#kernel/language/text.ts'

/** What is wrong with a file somebody handed us: a stable code, words for people, and the place in the file. */
export interface FormatFault {
  /** Stable name in error answers, kebab-case: `file-too-large`, `row-without-heading`. */
  readonly code: string
  readonly message: Text
  /** Where in the file: `rad 7, kolumn Bindande`, `requirements.12.key`. */
  readonly at?: string
}

/** An error the sender of a file caused and can mend; never a fault of the system. */
export interface FormatError extends Error {
  readonly name: 'FormatError'
  readonly code: string
  readonly text: Text
  readonly at: string | undefined
}

/** Makes the error a reader throws when it refuses a file. */
export function formatError(fault: FormatFault): FormatError {
  const words = fault.at === undefined ? fault.message.sv : `${fault.message.sv} (${fault.at})`
  return Object.assign(new Error(words), {
    name: 'FormatError' as const,
    code: fault.code,
    text: fault.message,
    at: fault.at,
  })
}

export const isFormatError = (error: unknown): error is FormatError => error instanceof Error && error.name === 'FormatError'
