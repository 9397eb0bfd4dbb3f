import { type ProblemError, problem } from '../problems/problem.ts'
import type { Command, Stored } from './command.ts'

/** Carries what the answer needs to show the difference: the version the wish was made from and the one that stands. */
export type StaleVersion = ProblemError & { readonly stale: { readonly command: Command; readonly current: number } }

/** Somebody else has changed the record meanwhile. Nothing is merged; the difference is shown to the one who asked. */
export const staleVersion = (command: Command, current: Pick<Stored, 'version'>): StaleVersion =>
  Object.assign(
    problem({
      status: 412,
      code: 'stale-version',
      title: { sv: 'Någon annan har ändrat posten sedan du öppnade den.', en: 'Somebody else has changed the record since you opened it.' },
      detail: {
        sv: 'Det du skrev är inte sparat men finns kvar här. Jämför och välj vad som ska gälla.',
        en: 'What you wrote is not saved but is still here. Compare and choose what shall stand.',
      },
    }),
    { stale: { command, current: current.version } },
  )

export const isStale = (error: unknown): error is StaleVersion => error instanceof Error && 'stale' in error
