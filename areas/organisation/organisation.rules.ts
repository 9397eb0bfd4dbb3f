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

interface Absent {
  readonly person: string | null
  readonly deputy: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** An absence ends on or after the day it begins. */
export const absenceInOrder = ({ validFrom, validTo }: Absent): Text | null =>
  validFrom !== null && validTo !== null && validTo < validFrom
    ? { sv: 'Frånvaron kan inte sluta innan den börjar.', en: 'The absence cannot end before it begins.' }
    : null

/** Each says himself when he is away, or the administrator does: nobody takes over another's mandate by saying that he is. */
export const absentByOneself = ({ person }: Absent, { actor, roles: held }: GuardContext): Text | null =>
  actor !== null && person !== actor && !held.includes('administrator') && !held.includes('system')
    ? {
        sv: 'Du kan bara lägga in din egen frånvaro. För andra gör administratören det.',
        en: 'You can only enter your own absence. For others the administrator does it.',
      }
    : null

/** A mandate is handed to another, and never taken by the one who is to have it. */
export const deputisedByAnother = ({ person, deputy }: Absent, { actor }: GuardContext): Text | null => {
  if (deputy !== null && deputy === person) return { sv: 'Ersättaren måste vara någon annan.', en: 'The deputy must be someone else.' }
  return actor !== null && deputy === actor
    ? { sv: 'Du kan inte göra dig själv till ersättare.', en: 'You cannot make yourself a deputy.' }
    : null
}
