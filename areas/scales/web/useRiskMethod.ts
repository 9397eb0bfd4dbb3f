import { useMemo } from 'react'
import { say, type Text } from '#kernel/language/text.ts'
import { useGet } from '#web/api/useGet.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { consequenceLadder, likelihoodLadder, namedBy, riskLadder } from '../risk.ts'
import type { RiskScales } from '../risk-value.ts'

interface MethodPage {
  readonly items: readonly { readonly id: string; readonly content: RiskScales | null }[]
}

/** The risk method in force on the day of the page, its levels in the language of the reader; `undefined` while it is fetched, null where none is in force. */
export function useRiskMethod<Content extends RiskScales = RiskScales>(): { id: string; content: Content } | null | undefined {
  const language = useLanguage()
  const found = useGet<MethodPage>('/risk-methods', { state: 'inForce', fields: 'content', limit: 1 }, { staleTime: 300_000 })
  const method = found.data?.items[0]
  const read = useMemo(() => {
    if (!method?.content) return null
    const content = method.content as Content
    const named = <Level extends { level: number; name: string }>(levels: readonly Level[], ladder: readonly Text[]) =>
      levels.map((one) => ({ ...one, name: say(namedBy(one.name, ladder[one.level - 1]), language) }))
    const { consequence, likelihood, levels } = content
    const inWords = {
      consequence: named(consequence, consequenceLadder),
      likelihood: named(likelihood, likelihoodLadder),
      levels: named(levels, riskLadder),
    }
    return { id: method.id, content: { ...content, ...inWords } }
  }, [method, language])
  if (!found.data) return found.error ? null : undefined
  return read
}
