import type { Text } from '#kernel/language/text.ts'

/** Why a report cannot be put on paper, in words for the one who can mend it. `mendable` is false when the fault is ours. */
export class PaperRefusal extends Error {
  readonly text: Text
  readonly mendable: boolean
  constructor(text: Text, mendable = true, cause?: unknown) {
    super(text.en, { cause })
    this.name = 'PaperRefusal'
    this.text = text
    this.mendable = mendable
  }
}
