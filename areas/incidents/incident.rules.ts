import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'

/** Nothing is discovered before it happens. */
export const discoveredAfterOccurred = (incident: { occurredAt: string | null; discoveredAt: string | null }): Text | null =>
  incident.occurredAt !== null && incident.discoveredAt !== null && Date.parse(incident.discoveredAt) < Date.parse(incident.occurredAt)
    ? { sv: 'Händelsen kan inte ha upptäckts innan den inträffade.', en: 'The event cannot have been discovered before it occurred.' }
    : null

/** What is reported has already been discovered; a day that has not come yet is a slip of the pen. */
export const discoveredByNow = (incident: { discoveredAt: string | null }, { today }: GuardContext): Text | null =>
  incident.discoveredAt !== null && new Date(incident.discoveredAt).toISOString().slice(0, 10) > today
    ? {
        sv: 'Den dag då händelsen upptäcktes har inte kommit än. Kontrollera datumet.',
        en: 'The day of discovery has not come yet. Check the date.',
      }
    : null

/** A report to another authority has a day: without it nobody can show that the deadline was kept. */
export const externalReportDated = (incident: {
  reportedMcf: boolean | null
  reportedMcfOn: string | null
  reportedImy: boolean | null
  reportedImyOn: string | null
}): Text | null =>
  (incident.reportedMcf === true && incident.reportedMcfOn === null) || (incident.reportedImy === true && incident.reportedImyOn === null)
    ? {
        sv: 'Ange vilken dag incidenten rapporterades till den andra myndigheten.',
        en: 'Give the day on which the incident was reported to the other authority.',
      }
    : null
