import { lazy } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import { fill } from '#kernel/language/text.ts'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import { VersionPage } from '#kernel/screens/versioned/VersionPage.tsx'
import { useSay } from '#web/language/useSay.ts'
import { harmHoles } from '../../../scales/harm.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { holes } from '../../risk-method.rules.ts'
import { Criteria } from './Criteria.tsx'
import { Impact } from './Impact.tsx'
import { Mandates } from './Mandates.tsx'
import './method.css'
import { Other } from './Other.tsx'
import { RiskLevels } from './RiskLevels.tsx'
import { RiskMatrix } from './RiskMatrix.tsx'
import { Scales } from './Scales.tsx'
import { Templates } from './Templates.tsx'
import { method } from './versioned.ts'

const dialogs = { decide: lazy(() => import('./DecideDialog.tsx')) }

const words = {
  holes: { sv: '{n} hål', en: 'holes: {n}' },
  parts: { sv: 'Metodens delar', en: 'Parts of the method' },
  lead: {
    sv: 'När metoden är färdig: se följderna. Säkerhetschefen eller generaldirektören beslutar sedan.',
    en: 'When the method is ready: see what follows. The head of security or the director-general then decides.',
  },
  whoDecides: {
    sv: 'Säkerhetschefen eller generaldirektören beslutar om metoden. Den som skriver den beslutar inte själv.',
    en: 'The head of security or the director-general decides on the method. Whoever writes it does not decide.',
  },
  locked: {
    sv: 'Metoden är beslutad och ändras aldrig. Gör en ny version för att ändra något.',
    en: 'The method is decided and is never changed. Make a new version to change something.',
  },
  replaced: {
    sv: 'Metoden är ersatt. Risker som värderades med den hänvisar fortfarande hit i historiken.',
    en: 'The method is replaced. Risks valued by it still refer here in their history.',
  },
} as const

const parts = {
  matris: { sv: 'Matris', en: 'Matrix' },
  metod: { sv: 'Metoden', en: 'The method' },
  skalor: { sv: 'Skalor', en: 'Scales' },
  kriterier: { sv: 'Konsekvenser', en: 'Consequences' },
  nivaer: { sv: 'Risknivåer', en: 'Risk levels' },
  mandat: { sv: 'Mandat och tider', en: 'Mandates and times' },
  mallar: { sv: 'Mallar', en: 'Templates' },
  ovrigt: { sv: 'Övrigt', en: 'Other' },
  foljder: { sv: 'Följder', en: 'What follows' },
} as const
type Tab = keyof typeof parts

const writing: readonly Tab[] = ['matris', 'skalor', 'kriterier', 'nivaer', 'mandat', 'mallar', 'ovrigt', 'foljder']
const reading: readonly Tab[] = ['metod', 'skalor', 'kriterier', 'mallar', 'ovrigt']

function tabsOf(content: RiskMethodContent, isDraft: boolean) {
  const open: Partial<Record<Tab, number>> = isDraft
    ? { matris: holes(content).length, kriterier: harmHoles({ ...content, levels: content.consequence }).length }
    : {}
  return (isDraft ? writing : reading).map((id) => {
    const n = open[id] ?? 0
    return { id, label: parts[id], count: n ? fill(words.holes, { n }) : null }
  })
}

/** A risk method. The decided one is read as a whole, since its matrix, levels and mandates explain each other. */
export default function MethodPage({ register, id }: { readonly register: Register; readonly id: string }) {
  const say = useSay()
  return (
    <VersionPage register={register} id={id} kind={method} className="rm-method" words={words} tabs={tabsOf}>
      {({ tab, record, content, values, earlier, onChange, onValues, isChanged, save, isSettled }) => {
        const part = { content, onChange }
        return (
          <>
            {(tab === 'matris' || tab === 'metod') && <RiskMatrix {...part} />}
            {(tab === 'nivaer' || tab === 'metod') && <RiskLevels {...part} />}
            {(tab === 'mandat' || tab === 'metod') && <Mandates {...part} />}
            {tab === 'skalor' && <Scales {...part} />}
            {tab === 'kriterier' && <Criteria {...part} />}
            {tab === 'mallar' && <Templates {...part} />}
            {tab === 'ovrigt' && <Other {...part} values={values} onValues={onValues} earlier={earlier} />}
            {tab === 'foljder' && (
              <>
                <Impact record={record} content={content} earlier={earlier} isChanged={isChanged} onSave={save} />
                {isSettled &&
                  (record.may?.moves.includes('decide') ? (
                    <NextStep register={register} record={record} dialogs={dialogs} />
                  ) : (
                    <p className="v-measure">{say(words.whoDecides)}</p>
                  ))}
              </>
            )}
          </>
        )
      }}
    </VersionPage>
  )
}
