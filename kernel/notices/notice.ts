import { fill, type Text } from '../language/text.ts'

/** What kinds of notices there are, in the order a person chooses among them. */
export const noticeKinds = {
  decision: { sv: 'Något väntar på ditt beslut', en: 'Something awaits your decision' },
  task: { sv: 'Du har fått något att göra', en: 'You have been given something to do' },
  challenge: { sv: 'Någon ifrågasätter och väntar svar', en: 'Somebody challenges and awaits an answer' },
  comment: { sv: 'Någon har kommenterat', en: 'Somebody has commented' },
  told: { sv: 'Något du ska känna till', en: 'Something you are to know of' },
  reminder: { sv: 'En frist närmar sig', en: 'A deadline is coming' },
  late: { sv: 'En frist har gått ut', en: 'A deadline has passed' },
} as const satisfies Record<string, Text>

export type NoticeKind = keyof typeof noticeKinds
export const isNoticeKind = (value: unknown): value is NoticeKind => typeof value === 'string' && Object.hasOwn(noticeKinds, value)

/** Several records of which a person is told at once. */
export interface Gathered {
  /** Those of a person with the same key are one notice, whoever adds to it. */
  readonly key: string
  readonly records: readonly string[]
  /** What is said where they are more than one; `{count}` is how many. */
  readonly say: Text
}

/** What a notice says as it is kept: of one record, and where it may gather several, of many. */
export type NoticeWords = Text & { readonly many?: Text }

/** What is said by a notice that stands for so many records. */
export const noticeInWords = ({ sv, en, many }: NoticeWords, count: number): Text =>
  many && count > 1 ? fill(many, { count }) : { sv, en }

/**
 * What one person is told of one record. The words may leave the product by e-mail: they may name the reference and what kind of thing
 * it is, never the title or anything else of what the record holds.
 */
export interface Notice {
  readonly person: string
  readonly kind: NoticeKind
  /** The register of the record, by its name: `riskDecision`. */
  readonly register: string
  /** The identity of the record. */
  readonly record: string
  readonly say: Text
  /** Where it may stand for several records, of which `record` is one. */
  readonly gathered?: Gathered
  /** Who gave rise to it, where it was a person. */
  readonly by?: string | null
}
