import { fill } from '#kernel/language/text.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { Analysis } from './answers.ts'
import { useFlow } from './data.ts'
import { flowPath } from './progress.ts'
import { StepFrame } from './StepFrame.tsx'
import { type ToTreat, Treatment } from './Treatment.tsx'

const words = {
  title: { sv: 'Vad gör ni åt det?', en: 'What do you do about it?' },
  lead: {
    sv: 'Här står varje brist och varje risk från klassningen. Ge var och en en åtgärd som någon ansvarar för, eller en acceptans.',
    en: 'Here stands every gap and every risk of the classification. Give each an action that somebody is responsible for, or an acceptance.',
  },
  gaps: { sv: 'Brister', en: 'Gaps' },
  risks: { sv: 'Risker', en: 'Risks' },
  nothing: { sv: 'Inget behöver åtgärdas', en: 'Nothing needs to be done' },
  nothingText: {
    sv: 'Alla säkerhetsåtgärder som krävs finns på plats, och inga risker är behållna. Gå vidare till beslutet.',
    en: 'Every required security measure is in place, and no risks are kept. Go on to the decision.',
  },
  waits: { sv: '{n} säkerhetsåtgärder är inte bedömda ännu', en: '{n} security measures are not assessed yet' },
  waitsText: { sv: 'De kan ge fler brister att åtgärda.', en: 'They may give more gaps to act on.' },
  toGaps: { sv: 'Till avvikelserna', en: 'To the gaps' },
  mandate: {
    sv: 'Vill ni leva med en brist? Den accepteras för en tid av avdelningschefen, riskägaren eller generaldirektören. Bjud in någon av dem.',
    en: 'Do you want to live with a gap? It is accepted for a time by the head of department, the risk owner or the director-general. Invite one of them.',
  },
  riskMandate: {
    sv: 'Vill ni leva med en risk? Riskägaren beslutar om det på riskens sida.',
    en: 'Do you want to live with a risk? The risk owner decides on the page of the risk.',
  },
  next: { sv: 'Vidare till beslut', en: 'On to the decision' },
}

const weight = ({ severity }: ToTreat) => -(severity ?? 0)

/** What there is to act on: gaps, the most serious first, and risks. */
function toTreatOf(analysis: Analysis): { gaps: readonly ToTreat[]; risks: readonly ToTreat[] } {
  const carrierOf = (one: { id: string }) => analysis.carriers.find(({ id }) => id === one.id)
  const gaps = analysis.measures.flatMap(({ measure, carrier, assessment, actions }): ToTreat[] =>
    assessment && (assessment.status === 'partly' || assessment.status === 'missing')
      ? [
          {
            kind: 'gap',
            id: assessment.id,
            version: assessment.version,
            name: measure.label,
            reference: measure.key,
            where: carrierOf(carrier)?.label ?? '',
            system: /asset/i.test(carrier.register) ? null : carrier.id,
            severity: assessment.severity,
            reason: assessment.reason,
            actions,
            isOpen: assessment.standing === 'open',
            isPartly: assessment.status === 'partly',
            acceptedUntil: assessment.standing === 'accepted' ? assessment.acceptedUntil : null,
            mayAccept: assessment.may.some((one) => one === 'accept' || one === 'move:accept'),
          },
        ]
      : [],
  )
  const risks = analysis.risks.map(
    (one): ToTreat => ({
      kind: 'risk',
      id: one.id,
      name: one.label,
      reference: one.reference ?? null,
      where: '',
      system: null,
      severity: one.level,
      reason: null,
      actions: one.actions,
      isOpen: one.actions.every(({ state }) => state === 'dropped') && one.state !== 'accepted' && one.state !== 'closed',
      isPartly: false,
      acceptedUntil: null,
      mayAccept: false,
      state: one.state,
    }),
  )
  return { gaps: gaps.toSorted((a, b) => weight(a) - weight(b)), risks: risks.toSorted((a, b) => weight(a) - weight(b)) }
}

/** Each gap and each risk gets an action that somebody owns, or is accepted by someone with the mandate. */
export default function ActionsStep() {
  const say = useSay()
  const { id, analysis, analysisError, left, mayWrite } = useFlow()
  const frame = {
    step: 'actions' as const,
    title: say(words.title),
    lead: say(words.lead),
    foot: (
      <LinkButton variant={left.actions === 0 ? 'primary' : 'secondary'} href={flowPath(id, 'decision')}>
        {say(words.next)}
      </LinkButton>
    ),
  }
  if (!analysis)
    return <StepFrame {...frame}>{analysisError ? <ProblemNotice error={analysisError} /> : <Skeleton height="10rem" />}</StepFrame>
  const { gaps, risks } = toTreatOf(analysis)
  const open = [...gaps, ...risks].filter((one) => one.isOpen)
  return (
    <StepFrame {...frame}>
      {analysis.left.unassessed > 0 ? (
        <Banner
          tone="waiting"
          title={say(fill(words.waits, { n: analysis.left.unassessed }))}
          actions={
            <LinkButton size="small" href={flowPath(id, 'gaps')}>
              {say(words.toGaps)}
            </LinkButton>
          }
        >
          <p>{say(words.waitsText)}</p>
        </Banner>
      ) : gaps.length + risks.length === 0 ? (
        <Banner tone="good" title={say(words.nothing)}>
          <p>{say(words.nothingText)}</p>
        </Banner>
      ) : null}
      {(
        [
          ['gaps', words.gaps, gaps],
          ['risks', words.risks, risks],
        ] as const
      ).map(([key, title, list]) =>
        list.length > 0 ? (
          <section key={key} className="k-part" aria-labelledby={`k-${key}`}>
            <h2 id={`k-${key}`}>
              {say(title)} <span className="v-count">{list.length}</span>
            </h2>
            {mayWrite && list.some((one) => one.isOpen && !one.mayAccept) ? (
              <p className="v-help">{say(key === 'gaps' ? words.mandate : words.riskMandate)}</p>
            ) : null}
            {list.map((one) => (
              <Treatment key={one.id} what={one} others={open.filter(({ id: other }) => other !== one.id)} />
            ))}
          </section>
        ) : null,
      )}
    </StepFrame>
  )
}
