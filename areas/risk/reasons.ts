import type { Text } from '#kernel/language/text.ts'

/** Why the product itself has changed something of a risk: the Swedish stands in the history. */
export const riskReasons = {
  method: { sv: 'Följer av riskmetoden', en: 'Follows from the risk method' },
  outgrown: {
    sv: 'Riskvärdet har stigit över det mandat som beslutet fattades med',
    en: 'The risk value has risen beyond the mandate that the decision was made by',
  },
  notInTime: { sv: 'Ingen har gjort något i tid', en: 'Nobody has acted in time' },
  presence: { sv: 'Vem som är på plats har ändrats', en: 'Who is in place has changed' },
  acceptanceEnded: { sv: 'Acceptansen har gått ut', en: 'The acceptance has ended' },
  withdrawn: { sv: 'Risken har tagits bort ur registret', en: 'The risk has been removed from the register' },
  shown: { sv: 'Bedömningarna visades för alla', en: 'The judgements were shown to everyone' },
  judgedOpenly: { sv: 'Bedömd när alla såg bedömningarna', en: 'Judged when everyone saw the judgements' },
  analysis: { sv: 'Följer av en riskanalys', en: 'Follows from a risk analysis' },
  challenge: { sv: 'Följer av ifrågasättandet', en: 'Follows from the challenge' },
} as const satisfies Record<string, Text>
