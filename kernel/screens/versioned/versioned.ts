import type { Language, Text } from '../../language/text.ts'
import type { RecordJson } from '../data/record.ts'
import type { Cutting } from './parts.ts'

/** What is written of a version of a method: what it is called, what is new in it, and the method itself. */
export interface VersionValues<Content> {
  readonly name: string
  readonly description: string
  readonly content: Content
}

/** A kind of method that stands as versions: a draft is decided, is in force and is replaced as one whole. */
export interface Versioned<Content> {
  /** Name of its register. */
  readonly register: string
  /** Where the API has it: `/risk-methods`. */
  readonly path: string
  readonly empty: Content
  readonly cutting: Cutting<Content>
  /** What a part is called, in words; names are looked for in the newest version first. */
  readonly partName: (key: string, contents: readonly Content[], language: Language) => string
  /** A part in words, for showing what differs. */
  readonly partWords: (key: string, value: unknown, contents: readonly Content[], language: Language) => string
  /** What the next version is copied from one as. */
  readonly copied: (content: Content) => Content
  readonly words: {
    readonly newTitle: Text
    readonly newLead: Text
    /** With `{year}`. */
    readonly named: Text
    readonly noDifference: Text
  }
}

export const valuesIn = <Content>({ empty }: Pick<Versioned<Content>, 'empty'>, record: RecordJson): VersionValues<Content> => ({
  name: typeof record.name === 'string' ? record.name : '',
  description: typeof record.description === 'string' ? record.description : '',
  content: (record.content as Content | null | undefined) ?? empty,
})
