import type { Text } from '../language/text.ts'

/** What is wrong with one field. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly message: Text
}

/** A known fault, told as RFC 9457 problem details: a stable code, what is wrong and what to do. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: Text
  readonly detail?: Text
  readonly errors?: readonly FieldProblem[]
  /** Further members of the answer, such as the difference between two versions. */
  readonly more?: Readonly<Record<string, unknown>>
}

export type ProblemError = Error & { readonly problem: Problem }

/** Makes an error of a problem, to be thrown. */
export const problem = (facts: Problem): ProblemError => Object.assign(new Error(`${facts.code}: ${facts.title.en}`), { problem: facts })

export const isProblem = (error: unknown): error is ProblemError => error instanceof Error && 'problem' in error

/** Absent and forbidden sound the same. */
export const notFound = (): ProblemError =>
  problem({
    status: 404,
    code: 'not-found',
    title: {
      sv: 'Det du söker finns inte, eller så får du inte se det.',
      en: 'What you are looking for does not exist, or you may not see it.',
    },
    detail: {
      sv: 'Kontrollera adressen. Behöver du behörighet, vänd dig till informationssäkerhetsfunktionen.',
      en: 'Check the address. If you need access, turn to the information security function.',
    },
  })

export const forbidden = (detail: Text): ProblemError =>
  problem({ status: 403, code: 'forbidden', title: { sv: 'Du får inte göra detta.', en: 'You may not do this.' }, detail })

/** A request that cannot be understood; nothing has been stored. */
export const invalid = (errors: readonly FieldProblem[], title?: Text): ProblemError =>
  problem({
    status: 400,
    code: 'invalid',
    title: title ?? {
      sv: 'Något i uppgifterna behöver rättas. Inget har sparats.',
      en: 'Something needs to be corrected. Nothing has been saved.',
    },
    errors,
  })
