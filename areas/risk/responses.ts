/** The ways to treat a risk (ISO/IEC 27005): each is weighed against the others before the decision. */
export const responses = {
  reduce: { sv: 'Minska', en: 'Reduce' },
  avoid: { sv: 'Undvik', en: 'Avoid' },
  share: { sv: 'Dela', en: 'Share' },
  accept: { sv: 'Acceptera', en: 'Accept' },
} as const
