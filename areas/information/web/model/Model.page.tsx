import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import { VersionPage } from '#kernel/screens/versioned/VersionPage.tsx'
import { useMay } from '#web/api/session.ts'
import { CriteriaMatrix } from '../../../scales/web/CriteriaMatrix.tsx'
import type { ModelContent } from '../../classification-model.content.ts'
import { holes } from '../../classification-model.rules.ts'
import { Level } from '../Level.tsx'
import { Aspects } from './Aspects.tsx'
import { Impact } from './Impact.tsx'
import { Levels } from './Levels.tsx'
import { Measures } from './Measures.tsx'
import './model.css'
import { Settings } from './Settings.tsx'
import { CampaignOffer } from './StartCampaign.tsx'
import { model } from './versioned.ts'

const words = {
  matrixTitle: { sv: 'Konsekvenser och nivåer', en: 'Consequences and levels' },
  matrixLead: {
    sv: 'Varje ruta säger hur allvarlig skadan är på en nivå, för den eller det som drabbas. Det är de här orden informationsägaren väljer mellan. Samma skala används för risker.',
    en: 'Each box says how serious the harm is at a level, for whoever or whatever is hit. These are the words the information owner chooses between. The same scale is used for risks.',
  },
  holes: {
    sv: 'Matrisen har {n} hål. Modellen kan beslutas först när alla är ifyllda.',
    en: 'The matrix has {n} holes. The model can be decided only once all are filled in.',
  },
  hole1: {
    sv: 'Matrisen har ett hål. Modellen kan beslutas först när det är ifyllt.',
    en: 'The matrix has one hole. The model can be decided only once it is filled in.',
  },
  open: { sv: '{n} hål', en: 'holes: {n}' },
  parts: { sv: 'Modellens delar', en: 'Parts of the model' },
  lead: {
    sv: 'När modellen är färdig: se följderna, och besluta sedan. Klassningar som redan är gjorda behåller sin version.',
    en: 'When the model is ready: see what follows, then decide. Classifications already made keep their version.',
  },
  locked: {
    sv: 'Modellen är beslutad och ändras aldrig. Gör en ny version för att ändra något.',
    en: 'The model is decided and is never changed. Make a new version to change something.',
  },
  replaced: {
    sv: 'Modellen är ersatt. Klassningar som gjordes med den hänvisar fortfarande hit.',
    en: 'The model is replaced. Classifications made by it still refer here.',
  },
} as const

const parts = {
  matris: { sv: 'Konsekvenser', en: 'Consequences' },
  nivaer: { sv: 'Nivåer', en: 'Levels' },
  aspekter: { sv: 'Aspekter', en: 'Aspects' },
  atgarder: { sv: 'Säkerhetsåtgärder', en: 'Security measures' },
  ovrigt: { sv: 'Övrigt', en: 'Other' },
  foljder: { sv: 'Följder', en: 'What follows' },
} as const
type Tab = keyof typeof parts

const reading: readonly Tab[] = ['matris', 'nivaer', 'aspekter', 'atgarder', 'ovrigt']

function tabsOf(content: ModelContent, isDraft: boolean) {
  const n = isDraft ? holes(content).length : 0
  return (isDraft ? [...reading, 'foljder' as const] : reading).map((id) => ({
    id,
    label: parts[id],
    count: id === 'matris' && n ? fill(words.open, { n }) : null,
  }))
}

/** A classification model. */
export default function ModelPage({ register, id }: { readonly register: Register; readonly id: string }) {
  const mayStart = useMay('revaluations').create
  return (
    <VersionPage
      register={register}
      id={id}
      kind={model}
      className="i-model"
      words={words}
      tabs={tabsOf}
      offer={(record) => record.state === 'inForce' && <CampaignOffer record={record} mayStart={mayStart} />}
    >
      {({ tab, record, content, values, earlier, onChange, onValues, isChanged, save, isSettled }) => (
        <>
          {tab === 'matris' && (
            <CriteriaMatrix
              content={content}
              levels={content.levels}
              onChange={onChange}
              mark={(level, name) => <Level level={level} name={name} />}
              title={words.matrixTitle}
              lead={words.matrixLead}
              words={words}
            />
          )}
          {tab === 'nivaer' && <Levels content={content} onChange={onChange} />}
          {tab === 'aspekter' && <Aspects content={content} onChange={onChange} />}
          {tab === 'atgarder' && <Measures content={content} onChange={onChange} />}
          {tab === 'ovrigt' && <Settings content={content} onChange={onChange} values={values} onValues={onValues} earlier={earlier} />}
          {tab === 'foljder' && (
            <>
              <Impact record={record} content={content} earlier={earlier} isChanged={isChanged} onSave={save} />
              {isSettled && <NextStep register={register} record={record} />}
            </>
          )}
        </>
      )}
    </VersionPage>
  )
}
