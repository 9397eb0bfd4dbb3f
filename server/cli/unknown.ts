import type { Text } from '#kernel/language/text.ts'
import { nearest } from '../settings/nearest.ts'

/** What is said of a command that does not exist, with the one that was probably meant. */
export function unknownCommand(typed: string, names: readonly string[]): Text {
  const meant = nearest(typed, names)
  return {
    sv: `Kommandot ${typed} finns inte${meant ? `; menades ${meant}?` : '.'} Alla kommandon: varna help.`,
    en: `There is no command ${typed}${meant ? `; was ${meant} meant?` : '.'} All commands: varna help.`,
  }
}
