import type { Text } from '#kernel/language/text.ts'
import { nearest } from '../settings/nearest.ts'
import type { Command } from './command.ts'

/** What is said of a command that does not exist, with the one that was probably meant. */
export function unknownCommand(typed: string, commands: readonly Command[]): Text {
  const meant = nearest(
    typed,
    commands.map((command) => command.name),
  )
  return {
    sv: `Kommandot ${typed} finns inte${meant ? `; menades ${meant}?` : '.'} Alla kommandon: varna help.`,
    en: `There is no command ${typed}${meant ? `; was ${meant} meant?` : '.'} All commands: varna help.`,
  }
}
