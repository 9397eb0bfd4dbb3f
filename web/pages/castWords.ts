import type { Text } from '#kernel/language/text.ts'

/** What each member of the demonstration's cast comes for, in a sentence. Keys are the roles. */
export const errands: Readonly<Record<string, Text>> = {
  ciso: {
    sv: 'Leder arbetet, följer läget och skriver årsrapporten.',
    en: 'Leads the work, follows the position and writes the annual report.',
  },
  'head-of-security': {
    sv: 'Ser alla säkerhetsrisker och rapporterar till ledningen.',
    en: 'Sees every security risk and reports to the management.',
  },
  'director-general': {
    sv: 'Beslutar om det väsentliga och går igenom arbetet varje år.',
    en: 'Decides on what matters most and reviews the work every year.',
  },
  'department-head': { sv: 'Beslutar om avdelningens risker och åtgärder.', en: 'Decides on the risks and actions of the department.' },
  manager: { sv: 'Ser enhetens risker, händelser och utbildning.', en: 'Sees the risks, events and training of the unit.' },
  employee: {
    sv: 'Går sin utbildning, läser styrdokument och rapporterar händelser.',
    en: 'Takes the training, reads governing documents and reports events.',
  },
  'risk-owner': { sv: 'Äger risker: bedömer, beslutar och följer upp dem.', en: 'Owns risks: assesses them, decides and follows up.' },
  'information-owner': {
    sv: 'Äger information och beslutar hur den ska skyddas.',
    en: 'Owns information and decides how it is to be protected.',
  },
  'system-owner': { sv: 'Svarar för system och för skyddet i dem.', en: 'Answers for systems and for the protection in them.' },
  dpo: { sv: 'Granskar hur personuppgifter skyddas.', en: 'Reviews how personal data are protected.' },
  preparedness: {
    sv: 'Håller planer och övningar i ordning för kris och avbrott.',
    en: 'Keeps plans and exercises in order for crisis and interruption.',
  },
  procurement: { sv: 'Ställer krav på leverantörer och följer upp dem.', en: 'Sets requirements on suppliers and follows them up.' },
  'risk-function': {
    sv: 'Samlar myndighetens risker och jämför dem över tid.',
    en: 'Gathers the risks of the authority and compares them over time.',
  },
  'internal-audit': { sv: 'Granskar allt och ändrar inget.', en: 'Reviews everything and changes nothing.' },
  administrator: { sv: 'Lägger upp personer, enheter och uppdrag.', en: 'Enters people, units and assignments.' },
}

/** How the cast is grouped on the sign-in page. */
export const castGroups: readonly { readonly label: Text; readonly keys: readonly string[] }[] = [
  {
    label: { sv: 'Leder och stödjer', en: 'Lead and support' },
    keys: ['ciso', 'head-of-security', 'dpo', 'preparedness', 'procurement', 'risk-function'],
  },
  {
    label: { sv: 'Beslutar och äger', en: 'Decide and own' },
    keys: ['director-general', 'department-head', 'manager', 'risk-owner', 'information-owner', 'system-owner'],
  },
  {
    label: { sv: 'Deltar, granskar och sköter', en: 'Take part, review and maintain' },
    keys: ['employee', 'internal-audit', 'administrator'],
  },
]
