import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { LevelValue, RecordName } from '#kernel/screens/fields/Value.tsx'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { NoRiskMethod } from '../../../scales/web/NoRiskMethod.tsx'
import type { WorkshopRisk } from '../../risk-analysis.answer.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { apartWords } from './apart.ts'
import { useRoom } from './data.ts'
import { GroupValue } from './GroupValue.tsx'
import { RiskSentence } from './RiskSentence.tsx'
import { SpreadMatrix } from './SpreadMatrix.tsx'
import { StepMove } from './StepMove.tsx'
import { byDisagreement, isValued, openRisks } from './steps.ts'

const words = {
  title: { sv: 'Vad kommer ni fram till tillsammans?', en: 'What do you arrive at together?' },
  lead: {
    sv: 'Börja med de risker där ni bedömde olika: där finns mest att lära av varandra. Den som leder analysen skriver in gruppens värde och varför.',
    en: 'Begin with the risks you judged differently: there you have most to learn from each other. Whoever leads the analysis enters the value of the group and why.',
  },
  hidden: { sv: 'Bedömningarna är inte visade än', en: 'The judgements are not shown yet' },
  hiddenText: {
    sv: '{given} bedömningar är lämnade. När den som leder analysen visar dem kommer de fram här för alla.',
    en: '{given} judgements are given. When whoever leads the analysis shows them they appear here for everybody.',
  },
  value: { sv: 'Sätt gruppens värde', en: 'Set the value of the group' },
  again: { sv: 'Ändra gruppens värde', en: 'Change the value of the group' },
  group: { sv: 'Gruppens värde:', en: 'The value of the group:' },
  unvalued: { sv: 'inte satt än', en: 'not set yet' },
  who: { sv: 'Vem bedömde vad?', en: 'Who judged what?' },
}

/** Every risk with how people judged it, the most disputed first, and the value of the group. */
export default function TogetherStep() {
  const say = useSay()
  const { workshop, method } = useRoom()
  const risks = byDisagreement(openRisks(workshop.risks))
  const given = workshop.risks.reduce((sum, risk) => sum + risk.given, 0)
  const isHidden = workshop.state === 'planned' || workshop.state === 'individual'
  return (
    <div className="ra-step ra-wide">
      <div className="ra-main">
        <h1>{say(words.title)}</h1>
        <p className="ra-lead v-measure">{say(words.lead)}</p>
        {method === null && <NoRiskMethod />}
        {isHidden ? (
          <>
            <Banner title={say(words.hidden)}>
              <p>{say(fill(words.hiddenText, { given }))}</p>
            </Banner>
            <div className="ra-foot">
              <StepMove name="reveal" />
            </div>
          </>
        ) : null}
        {method && (!isHidden || risks.some((risk) => risk.estimates.length)) ? (
          <ol className="ra-list">
            {risks.map((risk) => (
              <Judgement key={risk.id} risk={risk} method={method} />
            ))}
          </ol>
        ) : null}
        {workshop.state === 'together' ? (
          <div className="ra-foot">
            <StepMove name="openIndividual" variant="secondary" />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Judgement({ risk, method }: { readonly risk: WorkshopRisk; readonly method: RiskMethodContent }) {
  const say = useSay()
  const register = useCatalogue().register('risk')
  const { workshop, past } = useRoom()
  const [isSetting, setSetting] = useState(false)
  const maySet = !past && workshop.state !== 'done' && risk.may.includes('update')
  const nameOn = (axis: 'consequence' | 'likelihood', level: number | null) => method[axis].find((one) => one.level === level)?.name ?? '–'
  const level = register.fields.level
  return (
    <li className="ra-judged" data-apart={risk.apart ? '' : undefined}>
      <div className="ra-judged-words">
        <h2>
          <RecordName to="risk" link={risk} />
        </h2>
        <RiskSentence risk={risk} />
        <p className="ra-apart">{say(apartWords(risk))}</p>
        {isSetting ? null : (
          <p>
            <strong>{say(words.group)}</strong>{' '}
            {isValued(risk) ? (
              <>
                {nameOn('consequence', risk.consequence)}, {nameOn('likelihood', risk.likelihood).toLowerCase()}{' '}
                {risk.level !== null && level ? <LevelValue field={level} value={risk.level} /> : null}
              </>
            ) : (
              say(words.unvalued)
            )}
          </p>
        )}
        {risk.estimates.length ? (
          <details className="v-details">
            <summary>{say(words.who)}</summary>
            <ul className="v-plain-list ra-who">
              {risk.estimates.map((one) => (
                <li key={one.person.id}>
                  <strong>{one.person.label}</strong>: {nameOn('consequence', one.consequence)},{' '}
                  {nameOn('likelihood', one.likelihood).toLowerCase()}
                  {one.reason ? <q className="ra-reason">{one.reason}</q> : null}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {maySet && !isSetting ? (
          <Button
            variant={isValued(risk) ? 'secondary' : 'primary'}
            aria-label={`${say(isValued(risk) ? words.again : words.value)}: ${risk.label}`}
            onPress={() => setSetting(true)}
          >
            {say(isValued(risk) ? words.again : words.value)}
          </Button>
        ) : null}
      </div>
      {isSetting ? (
        <GroupValue risk={risk} method={method} onDone={() => setSetting(false)} />
      ) : (
        <SpreadMatrix method={method} estimates={risk.estimates} chosen={risk} />
      )}
    </li>
  )
}
