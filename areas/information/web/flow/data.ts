import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { RecordJson, RecordLink, RecordPage } from '#kernel/screens/data/record.ts'
import { isLink, linksIn } from '#kernel/screens/fields/words.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { getKey } from '#web/api/useGet.ts'
import { useAskAgain, usePolled } from '#web/api/usePolled.ts'
import { useLanguage } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { keep, readKept } from '#web/shell/kept.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import type { Analysis } from './answers.ts'
import { type CellDraft, type CellDrafts, type CellKeeper, cellKeeper, type StoredCell } from './cell-keeper.ts'
import { type AspectResult, cellKey, type Judged, type Step } from './progress.ts'
import { track } from './saving.ts'

const storedOf = (record: RecordJson): StoredCell => ({
  id: record.id,
  version: record.version,
  aspect: String(record.aspect),
  category: String(record.category),
  level: typeof record.level === 'number' ? record.level : null,
  reason: typeof record.reason === 'string' ? record.reason : null,
  by: record.changedBy,
  at: record.changedAt,
})

/** What is read of a judgement in a list. */
export const cellFields = 'aspect,category,level,reason,changedBy,changedAt'

const isRecord = (value: unknown): value is RecordJson => typeof value === 'object' && value !== null && 'id' in value && 'version' in value

/** The judgements of a classification: what is stored, what others do meanwhile, and what is on its way. */
export function useCells(id: string, isOpen: boolean) {
  const client = useQueryClient()
  const asOf = useAsOf()
  const language = useLanguage()
  const askAgain = useAskAgain()
  const params = useMemo(() => ({ classification: id, fields: cellFields, limit: 200 }), [id])
  const found = usePolled<RecordPage>('/valuations', params, isOpen ? 4 : 60)
  const stored = useMemo(() => {
    const cells = (found.data?.items ?? []).map(storedOf)
    return new Map(cells.map((cell) => [cellKey(cell.aspect, cell.category), cell]))
  }, [found.data])
  const known = useRef(stored)
  known.current = stored
  const queryKey = useRef(getKey('/valuations', params, asOf, language))
  queryKey.current = getKey('/valuations', params, asOf, language)

  const [keeper] = useState<CellKeeper>(() => {
    const keptAs = `celler:${id}`
    const fetchOne = async (aspect: string, category: string) => {
      const page = await api<RecordPage>('/valuations', { params: { classification: id, aspect, category, fields: cellFields, limit: 1 } })
      return page.items[0] ? storedOf(page.items[0]) : null
    }
    return cellKeeper(
      {
        stored: (key) => known.current.get(key),
        send: (draft) =>
          track(async () =>
            storedOf(
              draft.base
                ? await api<RecordJson>(`/valuations/${draft.base.id}`, {
                    method: 'PATCH',
                    ifMatch: draft.base.version,
                    body: { level: draft.level, reason: draft.reason?.trim() || null },
                  })
                : await api<RecordJson>('/valuations', {
                    method: 'POST',
                    body: {
                      classification: id,
                      aspect: draft.aspect,
                      category: draft.category,
                      level: draft.level,
                      reason: draft.reason?.trim() || null,
                    },
                  }),
            ),
          ),
        receive: (cell) => {
          known.current = new Map(known.current).set(cellKey(cell.aspect, cell.category), cell)
          void client.cancelQueries({ queryKey: queryKey.current })
          client.setQueryData<RecordPage>(queryKey.current, (page) => {
            const record = {
              ...cell,
              reference: null,
              state: null,
              createdAt: cell.at,
              createdBy: cell.by,
              changedAt: cell.at,
              changedBy: cell.by,
            } satisfies RecordJson
            const items = page?.items ?? []
            const others = items.filter((one) => cellKey(String(one.aspect), String(one.category)) !== cellKey(cell.aspect, cell.category))
            return { next: null, ...page, items: [...others, record] }
          })
          void askAgain(`/classifications/${id}`)
        },
        conflictIn: async (error, draft) => {
          if (!(error instanceof ApiProblem)) return null
          if (error.status === 412) {
            const theirs = isRecord(error.problem.current) ? storedOf(error.problem.current) : null
            // The judgement itself may stand untouched: then it was only the whole that another moved at the same moment.
            return theirs && theirs.version !== draft.base?.version ? theirs : null
          }
          // Two made the same cell at once: the second is refused, and sees the first.
          if (!draft.base && (error.status === 409 || error.status === 400 || error.status === 422))
            return fetchOne(draft.aspect, draft.category).catch(() => null)
          return null
        },
        retryIn: (error) =>
          !(error instanceof ApiProblem) ? null : error.status === 412 ? 300 : error.status === 0 || error.status >= 500 ? 5000 : null,
        messageIn: (error) =>
          error instanceof ApiProblem ? Object.values(error.fields).join(' ') || error.message : String((error as Error).message),
        keep: (drafts) => keep(keptAs, drafts.size ? [...drafts.values()] : null),
      },
      keptDrafts(readKept<readonly CellDraft[]>(keptAs)),
    )
  })
  useEffect(() => {
    void keeper.flush()
    const leave = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      void keeper.flush()
    }
  }, [keeper])
  const drafts = useSyncExternalStore(keeper.subscribe, keeper.drafts)
  const judged = useMemo((): readonly Judged[] => [...new Map<string, Judged>([...stored, ...drafts]).values()], [stored, drafts])
  return { stored, drafts, judged, keeper, isLoading: found.isLoading, error: found.error }
}

const keptDrafts = (kept: readonly CellDraft[] | null): CellDrafts =>
  new Map(
    (Array.isArray(kept) ? kept : []).map((draft) => [cellKey(draft.aspect, draft.category), { ...draft, status: 'waiting' as const }]),
  )

/** What every part of the flow knows. */
export interface Flow {
  readonly id: string
  readonly classification: RecordJson
  readonly asset: RecordLink | null
  readonly model: ModelContent
  readonly cells: ReturnType<typeof useCells>
  readonly results: readonly AspectResult[]
  readonly analysis: Analysis | undefined
  readonly analysisError: ApiProblem | null
  readonly left: Readonly<Record<Step, number | null>>
  /** Whether the person may write now: the right to it, a state that is not locked, and today. */
  readonly mayWrite: boolean
}

const FlowContext = createContext<Flow | null>(null)
export const FlowProvider = FlowContext.Provider

export function useFlow(): Flow {
  const flow = useContext(FlowContext)
  if (!flow) throw new Error('Outside the flow of a classification')
  return flow
}

export const linkIn = (value: unknown): RecordLink | null => (isLink(value) ? value : null)
export const linksOf = linksIn

/** Changes one field of the classification. Its version moves with every judgement; only a change of the same field by another is a conflict. */
export function useChangeField(): (field: string, value: unknown) => Promise<void> {
  const { classification, id } = useFlow()
  const askAgain = useAskAgain()
  const held = useRef(classification)
  held.current = classification
  return useCallback(
    (field, value) =>
      track(async () => {
        const based = JSON.stringify(held.current[field] ?? null)
        const write = (version: number) =>
          api<RecordJson>(`/classifications/${id}`, { method: 'PATCH', ifMatch: version, body: { [field]: value } })
        try {
          await write(held.current.version)
        } catch (error) {
          const current = error instanceof ApiProblem && error.status === 412 ? error.problem.current : null
          if (!isRecord(current) || JSON.stringify(current[field] ?? null) !== based) throw error
          await write(current.version)
        } finally {
          await askAgain(`/classifications/${id}`)
        }
      }),
    [id, askAgain],
  )
}
