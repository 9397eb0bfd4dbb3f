import type { Text } from '#kernel/language/text.ts'
import type { Settings } from '../settings/settings.ts'

/** What a command is given besides its own arguments. */
export interface CommandContext {
  /** Read and validated the first time it is asked for, so that help works also with faulty settings. */
  readonly settings: Settings
  /** Prints one line on standard output. */
  out(line: string): void
}

/** One word of the command line, as in `varna report`. Heavy parts are imported inside `run`, so that other commands start fast. */
export interface Command {
  readonly name: string
  readonly summary: Text
  /** How it is written, one way on each line. */
  readonly usage: Text
  /** Carries it out; the answer is the exit code: 0 done, 1 could not be done, 2 wrongly asked for. */
  run(args: string[], context: CommandContext): Promise<number>
}
