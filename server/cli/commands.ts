import type { Command } from './command.ts'
import { doctorCommand } from './doctor.command.ts'
import { helpCommand } from './help.command.ts'

/** Every command, in the order help prints them. */
export const commands: readonly Command[] = [doctorCommand, helpCommand]
