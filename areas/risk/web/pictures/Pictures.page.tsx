import { useMemo } from 'react'
import '#kernel/screens/screens.css'
import { useGet } from '#web/api/useGet.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { methodIn } from '../../../scales/risk.ts'
import { NoRiskMethod } from '../../../scales/web/NoRiskMethod.tsx'
import type { PicturesAnswer } from '../../pictures.ts'
import { Costs } from './Costs.tsx'
import { Frame } from './Frame.tsx'
import { HeatMap } from './HeatMap.tsx'
import { Quarters } from './Quarters.tsx'
import { Ranked } from './Ranked.tsx'
import { Units } from './Units.tsx'
import { WaitingFor } from './WaitingFor.tsx'

const words = {
  title: { sv: 'Riskbilden', en: 'Risk picture' },
  lead: {
    sv: 'Var riskerna är, om det går åt rätt håll, vad som väntar på beslut och vad åtgärderna kostar.',
    en: 'Where the risks are, whether it goes the right way, what awaits a decision and what the actions cost.',
  },
}

/** The open risks in pictures, each with its finding, its records and its table. */
export default function PicturesPage() {
  const say = useSay()
  const [search] = useSearch()
  const unit = typeof search.enhet === 'string' ? search.enhet : undefined
  const since = search.jamfor === 'ar' ? 'year' : undefined
  const found = useGet<PicturesAnswer>('/risk-pictures', { unit, since }, { keep: true })
  const language = useLanguage()
  const answer = useMemo(
    () => found.data && { ...found.data, method: found.data.method && methodIn(found.data.method, language) },
    [found.data, language],
  )
  return (
    <Frame
      title={say(words.title)}
      lead={say(words.lead)}
      at="/riskbild"
      answer={answer}
      error={found.error}
      onRetry={() => void found.refetch()}
    >
      {answer && (
        <>
          {answer.method === null && <NoRiskMethod />}
          <HeatMap answer={answer} />
          <Quarters answer={answer} />
          <Ranked answer={answer} />
          <Units answer={answer} />
          <WaitingFor answer={answer} />
          <Costs answer={answer} />
        </>
      )}
    </Frame>
  )
}
