import type { Versioned } from '#kernel/screens/versioned/versioned.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import { modelCutting } from './parts.ts'
import { partName, partWords } from './partWords.ts'

/** The classification model, as the versions of it are written and compared. */
export const model: Versioned<ModelContent> = {
  register: 'classificationModel',
  path: '/classification-models',
  empty: {
    aspects: [],
    levels: [],
    categories: [],
    criteria: [],
    measures: [],
    fourEyesFrom: null,
    enhancedFrom: null,
    mapping: [],
  },
  cutting: modelCutting,
  partName,
  partWords,
  copied: (content) => ({ ...content, mapping: content.levels.map(({ level }) => ({ from: level, to: level })) }),
  words: {
    newTitle: { sv: 'Ny version av modellen', en: 'New version of the model' },
    newLead: {
      sv: 'Du får ett utkast som är en kopia av {name}. Den gällande modellen ändras inte förrän du eller någon annan beslutar om den nya, och då har ni sett följderna.',
      en: 'You get a draft that is a copy of {name}. The model in force does not change until you or someone else decides on the new one, and then you will have seen what follows.',
    },
    named: { sv: 'Klassningsmodell {year}', en: 'Classification model {year}' },
    noDifference: { sv: 'Modellen är likadan som den den bygger på.', en: 'The model is the same as the one it is based on.' },
  },
}
