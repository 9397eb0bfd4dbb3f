import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Stripping types and compiling is most of what a start costs; what was compiled once is kept beside the project.
enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)))

/** Runs one command line, without the names of the program; the answer is the exit code. */
export const main = async (argv: readonly string[]): Promise<number> => (await import('./cli/main.ts')).main(argv)

// A command that serves keeps the process alive by what it has open; the exit code is what it answers when it is done.
if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
