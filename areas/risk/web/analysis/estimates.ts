import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { RecordJson, RecordPage } from '#kernel/screens/data/record.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { useSession } from '#web/api/session.ts'
import { keep, readKept } from '#web/shell/kept.ts'
import type { Judged, WorkshopRisk } from '../../risk-analysis.answer.ts'
import { useAgain, useRoom } from './data.ts'

interface Stored {
  readonly id: string
  readonly version: number
}
type Drafts = Readonly<Record<string, Judged>>

export type Saving = 'none' | 'saving' | 'saved' | 'failed'

/**
 * One's own estimates: what is chosen is stored at once, one risk at a time and in order, and what could not be stored stays in this
 * tab until it can.
 */
export function useEstimates() {
  const { id, workshop } = useRoom()
  const { person } = useSession()
  const again = useAgain()
  const keptAs = `bedomningar:${id}`
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const drafts = useRef<Record<string, Judged>>({ ...(readKept<Drafts>(keptAs) ?? {}) })
  const stored = useRef(new Map<string, Stored>())
  const queue = useRef<Promise<void>>(Promise.resolve())
  const saving = useRef<Saving>('none')
  const message = useRef<string | null>(null)
  const risks = useRef(workshop.risks)
  risks.current = workshop.risks

  const set = useCallback((next: Saving, text: string | null = null) => {
    saving.current = next
    message.current = text
    redraw()
  }, [])

  const baseOf = useCallback((risk: string): Stored | null => {
    const mine = risks.current.find((one) => one.id === risk)?.mine
    const known = stored.current.get(risk)
    return known && (!mine || known.version >= mine.version) ? known : mine ? { id: mine.id, version: mine.version } : null
  }, [])

  const send = useCallback(
    async (risk: string): Promise<void> => {
      const draft = drafts.current[risk]
      if (!draft) return
      const body = { consequence: draft.consequence, likelihood: draft.likelihood, reason: draft.reason?.trim() || null }
      const write = async (base: Stored | null): Promise<RecordJson> =>
        base
          ? api<RecordJson>(`/risk-estimates/${base.id}`, { method: 'PATCH', ifMatch: base.version, body })
          : api<RecordJson>('/risk-estimates', { method: 'POST', body: { ...body, analysis: id, risk, person: person.id } })
      set('saving')
      try {
        let record: RecordJson
        try {
          record = await write(baseOf(risk))
        } catch (error) {
          if (!(error instanceof ApiProblem) || (error.status !== 412 && error.status !== 409 && error.status !== 400)) throw error
          // The same person in another window has estimated it meanwhile: what was chosen last is what one means.
          const page = await api<RecordPage>('/risk-estimates', { params: { analysis: id, risk, person: person.id, limit: 1 } })
          const found = page.items[0]
          if (!found || found.version === baseOf(risk)?.version) throw error
          record = await write(found)
        }
        stored.current.set(risk, { id: record.id, version: record.version })
        if (drafts.current[risk] === draft) {
          await again()
          if (drafts.current[risk] === draft) delete drafts.current[risk]
        }
        keep(keptAs, Object.keys(drafts.current).length ? drafts.current : null)
        set('saved')
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        set('failed', Object.values(error.fields).join(' ') || error.message)
      }
    },
    [again, baseOf, id, keptAs, person.id, set],
  )

  const enqueue = useCallback(
    (risk: string) => {
      queue.current = queue.current.then(() => send(risk))
      return queue.current
    },
    [send],
  )

  // What was left when the page was last closed is stored when it opens again.
  useEffect(() => {
    for (const risk of Object.keys(drafts.current)) void enqueue(risk)
  }, [enqueue])

  const of = (risk: WorkshopRisk): Judged => drafts.current[risk.id] ?? risk.mine ?? { consequence: null, likelihood: null, reason: null }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const put = (risk: WorkshopRisk, change: Partial<Judged>) => {
    drafts.current[risk.id] = { ...of(risk), ...change }
    keep(keptAs, drafts.current)
    redraw()
    clearTimeout(timer.current)
    if ('reason' in change) timer.current = setTimeout(() => void enqueue(risk.id), 700)
    else void enqueue(risk.id)
  }
  const retry = () => {
    for (const risk of Object.keys(drafts.current)) void enqueue(risk)
  }
  return { of, put, retry, saving: saving.current, message: message.current }
}
