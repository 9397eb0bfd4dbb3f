import type { Step } from './steps.ts'

export const stepNames = {
  prepare: { sv: 'Förbered', en: 'Prepare' },
  find: { sv: 'Hitta risker', en: 'Find risks' },
  alone: { sv: 'Bedöm var för sig', en: 'Judge alone' },
  together: { sv: 'Bedöm tillsammans', en: 'Judge together' },
  finish: { sv: 'Avsluta', en: 'Finish' },
} as const satisfies Record<Step, { sv: string; en: string }>

export const axisNames = {
  consequence: { sv: 'Konsekvens', en: 'Consequence' },
  likelihood: { sv: 'Sannolikhet', en: 'Likelihood' },
} as const

export const common = {
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  notSaved: { sv: 'Inte sparat', en: 'Not saved' },
  analyses: { sv: 'Riskanalyser', en: 'Risk analyses' },
  noRisks: { sv: 'Inga risker än.', en: 'No risks yet.' },
  because: { sv: 'På grund av', en: 'Because of' },
  happens: { sv: 'kan det hända att', en: 'it may happen that' },
  leads: { sv: 'vilket leder till', en: 'which leads to' },
} as const
