import { addMonths } from '#kernel/clocks/clock.ts'
import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'

/** A course is completed today or earlier. */
export const completedByNow = (enrolment: { completedOn: string | null }, { today }: GuardContext): Text | null =>
  enrolment.completedOn !== null && enrolment.completedOn > today
    ? {
        sv: 'Utbildningen kan inte vara genomförd en dag som inte har kommit.',
        en: 'The course cannot have been completed on a day that has not come.',
      }
    : null

/** Whether a completion still counts on the day: completed on that day or earlier, and within the course's months of validity before it. */
export const validOn = (completedOn: string | null, validityMonths: number | null, day: string): boolean =>
  completedOn !== null && completedOn <= day && (validityMonths === null || completedOn > addMonths(day, -validityMonths))

/** What an enrolment is called where only one line has room: how it stands. */
export const enrolmentName = (enrolment: { due: string | null; completedOn: string | null }): string =>
  enrolment.completedOn !== null
    ? `Genomförd ${enrolment.completedOn}`
    : enrolment.due !== null
      ? `Ska vara genomförd senast ${enrolment.due}`
      : 'Inte genomförd'
