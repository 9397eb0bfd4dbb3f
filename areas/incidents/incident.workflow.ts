import { workflow } from '#kernel/workflow/workflow.ts'

/** Reported → reviewed → ongoing → closed, or dismissed. No report leaves the first state without a recorded decision. */
export const incidentWorkflow = workflow({
  initial: 'reported',
  states: {
    reported: { label: { sv: 'Väntar på granskning', en: 'Awaiting review' }, tone: 'waiting' },
    reviewed: { label: { sv: 'Granskad', en: 'Reviewed' }, tone: 'active' },
    ongoing: { label: { sv: 'Hanteras', en: 'Being handled' }, tone: 'active' },
    closed: { label: { sv: 'Avslutad', en: 'Closed' }, tone: 'ended' },
    dismissed: { label: { sv: 'Avskriven', en: 'Dismissed' }, tone: 'ended' },
  },
  moves: {
    review: {
      label: { sv: 'Granska rapporten och besluta', en: 'Review the report and decide' },
      explain: { sv: 'Den som rapporterade kan läsa vad du har beslutat.', en: 'The person who reported can read what you decided.' },
      from: ['reported'],
      to: 'reviewed',
      needs: ['kind', 'severity', 'unit', 'followUp'],
      reason: 'optional',
    },
    dismiss: {
      label: { sv: 'Avskriv rapporten', en: 'Dismiss the report' },
      explain: {
        sv: 'För en händelse som inte rör informationssäkerhet. Skriv varför.',
        en: 'For an event that does not concern information security. Say why.',
      },
      from: ['reported', 'reviewed'],
      to: 'dismissed',
      needs: ['followUp'],
      reason: 'required',
    },
    handle: {
      label: { sv: 'Börja hantera incidenten', en: 'Start handling the incident' },
      from: ['reviewed'],
      to: 'ongoing',
      needs: ['owner'],
      reason: 'optional',
    },
    close: {
      label: { sv: 'Avsluta incidenten', en: 'Close the incident' },
      explain: {
        sv: 'Grundorsaken ska vara klarlagd (12 § MSBFS 2020:6). Följ upp resten som åtgärder.',
        en: 'The root cause must be identified (MSBFS 2020:6, section 12). Follow up the rest as actions.',
      },
      from: ['reviewed', 'ongoing'],
      to: 'closed',
      needs: ['rootCause', 'followUp'],
      reason: 'optional',
    },
    reopen: {
      label: { sv: 'Ta upp incidenten igen', en: 'Reopen the incident' },
      from: ['closed', 'dismissed'],
      to: 'ongoing',
      needs: ['owner'],
      reason: 'required',
    },
  },
})
