/** The sections of the annual report to the government, in the order they are printed. */
export const reportSections = {
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  assignment: { sv: 'Uppdraget', en: 'The assignment' },
  development: { sv: 'Förvaltning och utveckling', en: 'Management and development' },
  managementSystem: { sv: 'Ledningssystemet', en: 'The management system' },
  cooperation: { sv: 'Samverkan', en: 'Cooperation' },
  risk: { sv: 'Hantering av säkerhetsrisker', en: 'Handling of security risks' },
  awareness: { sv: 'Säkerhetsmedvetande', en: 'Security awareness' },
  incidents: { sv: 'Hantering av incidenter', en: 'Handling of incidents' },
  preparedness: { sv: 'Krisberedskap och civilt försvar', en: 'Crisis preparedness and civil defence' },
  future: { sv: 'Framtida behov', en: 'Future needs' },
  evaluation: { sv: 'Utvärdering av det egna arbetet', en: 'Evaluation of our own work' },
}
export type ReportSectionKey = keyof typeof reportSections

/** What a text of the report is called: `2023 Sammanfattning (sv)`. */
export function reportTextName(report: { year: number | null; section: ReportSectionKey | null; language: string | null }): string | null {
  if (report.year === null || report.section === null) return null
  return `${report.year} ${reportSections[report.section].sv}${report.language ? ` (${report.language})` : ''}`
}
