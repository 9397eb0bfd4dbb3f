/** The sections of the annual report to the government, in the order they are printed. */
export const reportSections = {
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  introduction: { sv: 'Inledning', en: 'Introduction' },
  'management-and-development': { sv: 'Förvaltning och utveckling', en: 'Management and development' },
  'management-system': { sv: 'Säkerhetsledningssystemet', en: 'The security management system' },
  cooperation: { sv: 'Samverkan', en: 'Cooperation' },
  'security-risks': { sv: 'Hantering av säkerhetsrisker', en: 'Handling of security risks' },
  awareness: { sv: 'Säkerhetsmedvetande', en: 'Security awareness' },
  incidents: { sv: 'Hantering av incidenter', en: 'Handling of incidents' },
  preparedness: { sv: 'Krisberedskap och civilt försvar', en: 'Crisis preparedness and civil defence' },
  'future-needs': { sv: 'Framtida behov', en: 'Future needs' },
  evaluation: { sv: 'Utvärdering av det egna informationssäkerhetsarbetet', en: 'Evaluation of our own information security work' },
}
export type ReportSectionKey = keyof typeof reportSections

/** What a text of the report is called: `2023 Sammanfattning (sv)`. */
export function reportTextName(report: { year: number | null; section: ReportSectionKey | null; language: string | null }): string | null {
  if (report.year === null || report.section === null) return null
  return `${report.year} ${reportSections[report.section].sv}${report.language ? ` (${report.language})` : ''}`
}
