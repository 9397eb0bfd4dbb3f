import { useGet } from '#web/api/useGet.ts'
import type { RiskScales } from '../risk-value.ts'

interface MethodPage {
  readonly items: readonly { readonly id: string; readonly content: RiskScales | null }[]
}

/** The risk method in force on the day of the page; `undefined` while it is fetched, null where none is in force. */
export function useRiskMethod<Content extends RiskScales = RiskScales>(): { id: string; content: Content } | null | undefined {
  const found = useGet<MethodPage>('/risk-methods', { state: 'inForce', fields: 'content', limit: 1 }, { staleTime: 300_000 })
  if (!found.data) return found.error ? null : undefined
  const [method] = found.data.items
  return method?.content ? { id: method.id, content: method.content as Content } : null
}
