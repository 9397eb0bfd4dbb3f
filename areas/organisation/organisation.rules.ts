import { isRole, roles } from '#kernel/access/roles.ts'
import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'

/** An employment ends on or after the day it begins. */
export const employmentInOrder = (person: { employedFrom: string | null; employedTo: string | null }): Text | null =>
  person.employedFrom !== null && person.employedTo !== null && person.employedTo < person.employedFrom
    ? { sv: 'Anställningen kan inte sluta innan den börjar.', en: 'The employment cannot end before it begins.' }
    : null

/** An assignment ends on or after the day it begins. */
export const assignmentInOrder = (assignment: { validFrom: string | null; validTo: string | null }): Text | null =>
  assignment.validFrom !== null && assignment.validTo !== null && assignment.validTo < assignment.validFrom
    ? { sv: 'Uppdraget kan inte sluta innan det börjar.', en: 'The assignment cannot end before it begins.' }
    : null

/** Nobody gives himself a mandate, not even the one who keeps the register. */
export const assignedByAnother = (assignment: { person: string | null }, { actor }: GuardContext): Text | null =>
  actor !== null && assignment.person === actor
    ? {
        sv: 'Dina egna uppdrag måste läggas in eller ändras av någon annan.',
        en: 'Your own assignments must be entered or changed by someone else.',
      }
    : null

/** What an assignment is called: the name of its role. */
export function assignmentName(assignment: { role: string | null }): string | null {
  if (!isRole(assignment.role)) return null
  const name = roles[assignment.role].label.sv
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Whether the person is employed on the day: from the first day up to and including the last. */
export const employedOn = (person: { employedFrom: string | null; employedTo: string | null }, day: string): boolean =>
  person.employedFrom !== null && person.employedFrom <= day && (person.employedTo === null || person.employedTo >= day)
