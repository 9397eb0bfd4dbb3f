import { useSay } from '#web/language/useSay.ts'
import { common } from './words.ts'

interface RiskSentenceProps {
  readonly risk: { readonly cause: string | null; readonly event: string | null; readonly effect: string | null }
}

/** The risk as one sentence: because of … it may happen that … which leads to …; what is not written is left out. */
export function RiskSentence({ risk }: RiskSentenceProps) {
  const say = useSay()
  const parts = [
    [common.because, risk.cause],
    [common.happens, risk.event],
    [common.leads, risk.effect],
  ] as const
  const written = parts.filter(([, text]) => text?.trim())
  if (!written.length) return null
  return (
    <p className="ra-sentence v-measure">
      {written.map(([lead, text], at) => (
        <span key={lead.sv}>
          {at > 0 ? ', ' : ''}
          <strong>{at > 0 ? say(lead).toLowerCase() : say(lead).replace(/^./, (first) => first.toUpperCase())}</strong>{' '}
          {text?.trim().replace(/[.,]$/, '')}
        </span>
      ))}
      .
    </p>
  )
}
