import type { Text } from '#kernel/language/text.ts'
import { type ReportSectionKey, reportSections } from '../report-sections.ts'
import { evaluation, futureNeeds } from './prose/evaluation.ts'
import { introduction, managementAndDevelopment, summary } from './prose/opening.ts'
import { awareness, incidents, preparedness, securityRisks } from './prose/operations.ts'
import { cooperation, managementSystem } from './prose/system.ts'
import type { Telling } from './telling.ts'

/** One section of the annual report: its figures, and the text that stands until the authority writes its own. */
export interface AnnualSection {
  readonly key: ReportSectionKey
  readonly heading: Text
  readonly figures: readonly string[]
  /** Markdown made only from what the records say; empty where they say nothing. Shares stand as `{figure:…}`. */
  readonly text: (telling: Telling) => string
}

const content: Record<ReportSectionKey, Pick<AnnualSection, 'figures' | 'text'>> = {
  summary: { figures: ['awareness.completion-share', 'security-risks.open', 'incidents.reported', 'evaluation.level'], text: summary },
  introduction: { figures: [], text: introduction },
  'management-and-development': {
    figures: [
      'management-and-development.reviews-held',
      'management-and-development.decisions-made',
      'management-and-development.actions-decided',
      'management-and-development.actions-done',
      'management-and-development.actions-overdue',
      'management-and-development.actions-cost',
      'management-and-development.plans-decided',
      'management-and-development.effect-checked-share',
    ],
    text: managementAndDevelopment,
  },
  'management-system': {
    figures: [
      'management-system.documents-in-force',
      'management-system.documents-overdue-review',
      'management-system.requirements-assessed-share',
      'management-system.requirements-fulfilled-share',
      'management-system.information-classified-share',
      'management-system.classifications-reviewed-share',
      'management-system.gaps-without-action',
    ],
    text: managementSystem,
  },
  cooperation: { figures: ['cooperation.forums'], text: cooperation },
  'security-risks': {
    figures: [
      'security-risks.analyses-made',
      'security-risks.open',
      'security-risks.open-by-level',
      'security-risks.open-by-level.extreme',
      'security-risks.open-by-level.very-high',
      'security-risks.open-by-level.high',
      'security-risks.open-by-level.medium',
      'security-risks.open-by-level.low',
      'security-risks.awaiting-decision',
      'security-risks.decisions-overdue',
      'security-risks.decided-in-time',
      'security-risks.escalated-to-director-general',
      'security-risks.accepted',
      'security-risks.acceptances-ended',
      'security-risks.reviews-overdue',
    ],
    text: securityRisks,
  },
  awareness: { figures: ['awareness.completion-share', 'awareness.role-courses-share'], text: awareness },
  incidents: {
    figures: ['incidents.reported', 'incidents.near-misses', 'incidents.serious', 'incidents.reviewed-share', 'incidents.days-to-review'],
    text: incidents,
  },
  preparedness: { figures: ['preparedness.exercises-held', 'preparedness.plans-tested-share'], text: preparedness },
  'future-needs': { figures: [], text: futureNeeds },
  evaluation: { figures: ['evaluation.level', 'evaluation.areas-improved', 'evaluation.improvement-actions-decided'], text: evaluation },
}

/** The sections of the annual report to the government, in the order they are printed. */
export const annualSections: readonly AnnualSection[] = (Object.keys(reportSections) as ReportSectionKey[]).map((key) => ({
  key,
  heading: reportSections[key],
  ...content[key],
}))

/** Why a section is left out of the report. */
export const notBuilt: Text = {
  sv: 'Registren innehåller ännu inget som avsnittet kan bygga på. Det tas inte med i rapporten förrän det finns uppgifter, eller en egen text.',
  en: 'The registers do not yet hold anything this section can be built from. It is left out of the report until there is data, or a text of your own.',
}
