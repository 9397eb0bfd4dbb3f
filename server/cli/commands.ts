import type { Command } from './command.ts'
import { helpAbout } from './help.command.ts'

/** Every command, in the order help prints them; each is fetched when it is asked for, so that none waits for another's parts. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.command.ts')).startCommand,
  demo: async () => (await import('./demo.command.ts')).demoCommand,
  import: async () => (await import('./import.command.ts')).importCommand,
  export: async () => (await import('./export.command.ts')).exportCommand,
  report: async () => (await import('./report.command.ts')).reportCommand,
  user: async () => (await import('./user.command.ts')).userCommand,
  migrate: async () => (await import('./migrate.command.ts')).migrateCommand,
  doctor: async () => (await import('./doctor.command.ts')).doctorCommand,
  help: async () => helpAbout(everyCommand),
}

export const commandNames = Object.keys(loaders)

/** The command with this name, if there is one. */
export const loadCommand = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined

/** All commands, for help. */
export const everyCommand = (): Promise<Command[]> => Promise.all(Object.values(loaders).map((load) => load()))
