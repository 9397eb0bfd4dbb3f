import { useMemo } from 'react'
import { useGet } from '#web/api/useGet.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { methodIn } from '../risk.ts'
import type { RiskScales } from '../risk-value.ts'

interface MethodPage {
  readonly items: readonly { readonly id: string; readonly content: RiskScales | null }[]
}

/** The risk method in force on the day of the page, its levels in the language of the reader; `undefined` while it is fetched, null where none is in force. */
export function useRiskMethod<Content extends RiskScales = RiskScales>(): { id: string; content: Content } | null | undefined {
  const language = useLanguage()
  const found = useGet<MethodPage>('/risk-methods', { state: 'inForce', fields: 'content', limit: 1 }, { staleTime: 300_000 })
  const method = found.data?.items[0]
  const read = useMemo(
    () => (method?.content ? { id: method.id, content: methodIn(method.content as Content, language) } : null),
    [method, language],
  )
  if (!found.data) return found.error ? null : undefined
  return read
}
