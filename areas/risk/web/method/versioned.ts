import type { Versioned } from '#kernel/screens/versioned/versioned.ts'
import { mandateRoles, type RiskMethodContent } from '../../risk-method.content.ts'
import { methodCutting } from './parts.ts'
import { partName, partWords } from './partWords.ts'

/** Nothing yet, but for who has the last word and times to begin from. */
const empty: RiskMethodContent = {
  categories: [],
  consequence: [],
  likelihood: [],
  criteria: [],
  levels: [],
  matrix: [],
  mandates: mandateRoles.slice(-1).map((role) => ({ role, decidesBelow: null, acceptsBelow: null })),
  materialFrom: null,
  tells: [],
  ownRiskFrom: null,
  analyseWithin: 20,
  acknowledgeWithin: 3,
  answerWithin: 10,
  climbAfter: 5,
  warnBefore: 30,
  appetite: [],
  templates: [],
  mapping: { consequence: [], likelihood: [] },
}

const same = (levels: readonly { readonly level: number }[]) => levels.map(({ level }) => ({ from: level, to: level }))

/** The risk method, as the versions of it are written and compared. */
export const method: Versioned<RiskMethodContent> = {
  register: 'riskMethod',
  path: '/risk-methods',
  empty,
  cutting: methodCutting,
  partName,
  partWords,
  copied: (content) => ({ ...content, mapping: { consequence: same(content.consequence), likelihood: same(content.likelihood) } }),
  words: {
    newTitle: { sv: 'Ny version av metoden', en: 'New version of the method' },
    newLead: {
      sv: 'Du får ett utkast som är en kopia av {name}. Den gällande metoden ändras inte förrän någon beslutar om den nya, och då har ni sett följderna.',
      en: 'You get a draft that is a copy of {name}. The method in force does not change until somebody decides on the new one, and then you will have seen what follows.',
    },
    named: { sv: 'Riskmetod {year}', en: 'Risk method {year}' },
    noDifference: { sv: 'Metoden är likadan som den den bygger på.', en: 'The method is the same as the one it is based on.' },
  },
}
