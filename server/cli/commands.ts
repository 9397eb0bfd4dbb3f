import type { Command } from './command.ts'
import { demoCommand } from './demo.command.ts'
import { doctorCommand } from './doctor.command.ts'
import { exportCommand } from './export.command.ts'
import { helpAbout } from './help.command.ts'
import { importCommand } from './import.command.ts'
import { migrateCommand } from './migrate.command.ts'
import { reportCommand } from './report.command.ts'
import { startCommand } from './start.command.ts'
import { userCommand } from './user.command.ts'

/** Every command, in the order help prints them. */
export const commands: readonly Command[] = [startCommand, demoCommand, importCommand, exportCommand, reportCommand, userCommand, migrateCommand, doctorCommand, helpAbout(() => commands)]
