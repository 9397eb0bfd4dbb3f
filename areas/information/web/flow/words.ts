import type { Text } from '#kernel/language/text.ts'
import type { Step } from './progress.ts'

/** The names of the steps, short enough for a phone. */
export const stepNames: Readonly<Record<Step, Text>> = {
  valuation: { sv: 'Värdering', en: 'Valuation' },
  gaps: { sv: 'Avvikelser', en: 'Gaps' },
  risks: { sv: 'Risker', en: 'Risks' },
  actions: { sv: 'Åtgärder', en: 'Actions' },
  decision: { sv: 'Beslut', en: 'Decision' },
}

/** Why each step is taken, and what in law asks for it. */
export const whys: Readonly<Record<Step, Text>> = {
  valuation: {
    sv: 'Myndigheten ska klassa sin information i nivåer utifrån vilka konsekvenser ett bristande skydd kan få (6 § 1 MSBFS 2020:6). Den värsta konsekvensen avgör nivån. Tänk på vad som rimligen kan hända, inte på hur troligt det är: det kommer i riskerna.',
    en: 'The authority shall classify its information in levels by the consequences that a lack of protection may have (6 § 1 MSBFS 2020:6). The worst consequence decides the level. Think of what can reasonably happen, not of how likely it is: that comes with the risks.',
  },
  gaps: {
    sv: 'Myndigheten ska utvärdera sina säkerhetsåtgärder och jämföra det som finns med det som behövs, en gapanalys (6 § 4 MSBFS 2020:6). Skyddsnivån avgör vad som krävs. Det som någon redan har bedömt för systemet gäller även här.',
    en: 'The authority shall evaluate its security measures and compare what there is with what is needed, a gap analysis (6 § 4 MSBFS 2020:6). The protection level decides what is required. What somebody has already assessed for the system holds here too.',
  },
  risks: {
    sv: 'Myndigheten ska identifiera, analysera och värdera risker för sin information (6 § 2 MSBFS 2020:6). Förslagen kommer från bristerna och från listan över hot. Du avgör vilka som är verkliga här.',
    en: 'The authority shall identify, analyse and evaluate risks to its information (6 § 2 MSBFS 2020:6). The proposals come from the gaps and from the list of threats. You decide which are real here.',
  },
  actions: {
    sv: 'Utifrån klassning och riskbedömning ska myndigheten införa ändamålsenliga och proportionella säkerhetsåtgärder (6 § 3 MSBFS 2020:6). Varje brist och allvarlig risk får därför en åtgärd som någon ansvarar för, eller accepteras för en tid av den som har rätt till det.',
    en: 'From classification and risk assessment the authority shall introduce suitable and proportionate security measures (6 § 3 MSBFS 2020:6). So every gap and serious risk gets an action that somebody is responsible for, or is accepted for a time by someone with the mandate.',
  },
  decision: {
    sv: 'Informationsägaren beslutar om klassningen. Ansvaret för att klassa myndighetens information kan inte överlåtas (7 § MSBFS 2020:6), och arbetet ska dokumenteras (6 § andra stycket).',
    en: 'The information owner decides on the classification. The responsibility for classifying the information of the authority cannot be handed over (7 § MSBFS 2020:6), and the work shall be documented (6 § second paragraph).',
  },
}

export const common = {
  why: { sv: 'Varför gör vi det här?', en: 'Why do we do this?' },
  save: { sv: 'Spara', en: 'Save' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  change: { sv: 'Ändra', en: 'Change' },
  reason: { sv: 'Skäl', en: 'Reason' },
  show: { sv: 'Visa', en: 'Show' },
} satisfies Record<string, Text>
