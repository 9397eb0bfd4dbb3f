import { useRef, useState } from 'react'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { useRefresh } from '#kernel/screens/data/useRecords.ts'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { method } from './versioned.ts'

interface Proposal {
  readonly name: string
  readonly description: string
  readonly content: RiskMethodContent
}

/** Begins a draft: from what the product proposes, or from nothing. */
export function useBegin() {
  const go = useGo()
  const refresh = useRefresh()
  const language = useLanguage()
  const key = useRef(newIdempotencyKey())
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isSending, setSending] = useState(false)
  const begin = async (from: 'proposal' | 'nothing') => {
    if (isSending) return
    setSending(true)
    setProblem(null)
    try {
      const body =
        from === 'proposal'
          ? await api<Proposal>('/risk-method-proposal')
          : { name: language === 'sv' ? 'Riskmetod' : 'Risk method', content: method.empty }
      const made = await api<RecordJson>(method.path, { method: 'POST', idempotencyKey: key.current, body })
      void refresh()
      go(`${method.path}/${made.id}`)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.status >= 400 && error.status < 500) key.current = newIdempotencyKey()
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return { begin, problem, isSending }
}
