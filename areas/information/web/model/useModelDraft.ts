import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { useRefresh } from '#kernel/screens/data/useRecords.ts'
import { dropDraft, keepDraft, readDraft } from '#kernel/screens/form/draft.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import { isSame, merge } from './parts.ts'

const empty: ModelContent = {
  aspects: [],
  levels: [],
  categories: [],
  criteria: [],
  measures: [],
  fourEyesFrom: null,
  enhancedFrom: null,
  mapping: [],
}

/** What is written on the page of a model: the model itself and what the version is called. */
export interface ModelValues {
  readonly name: string
  readonly description: string
  readonly content: ModelContent
}

export const valuesIn = (record: RecordJson): ModelValues => ({
  name: typeof record.name === 'string' ? record.name : '',
  description: typeof record.description === 'string' ? record.description : '',
  content: (record.content as ModelContent | null | undefined) ?? empty,
})

/** What somebody else has saved while one wrote. */
export interface Meeting {
  readonly current: RecordJson
  readonly theirs: ModelValues
}

const isValues = (value: unknown): value is ModelValues => typeof value === 'object' && value !== null && 'content' in value

/** A draft of a model as it is being written: kept in the tab until it is saved, saved on the version it was read in. */
export function useModelDraft(record: RecordJson) {
  const refresh = useRefresh()
  const [base, setBase] = useState(record)
  const [kept] = useState(() => readDraft('classificationModel', record.id))
  const [values, setValues] = useState<ModelValues>(() => (kept && isValues(kept.values.model) ? kept.values.model : valuesIn(record)))
  const [before, setBefore] = useState<readonly ModelValues[]>([])
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const from = valuesIn(base)
  const isChanged = !isSame(from, values)
  const latest = useRef(values)
  latest.current = values

  // Somebody else's saved version is taken in at once where nothing has been written here.
  if (record.version > base.version && !isChanged) {
    setBase(record)
    setValues(valuesIn(record))
  }

  useEffect(() => {
    if (isChanged)
      keepDraft('classificationModel', record.id, { version: base.version, at: new Date().toISOString(), values: { model: values } })
    else dropDraft('classificationModel', record.id)
  }, [isChanged, values, base.version, record.id])

  const change = useCallback((next: Partial<ModelValues> | ((values: ModelValues) => Partial<ModelValues>)) => {
    const part = typeof next === 'function' ? next(latest.current) : next
    const after = { ...latest.current, ...part }
    if (isSame(after, latest.current)) return
    const now = latest.current
    setBefore((all) => [...all.slice(-49), now])
    setValues(after)
    setProblem(null)
  }, [])
  const changeContent = useCallback(
    (by: (content: ModelContent) => ModelContent) => change((all) => ({ content: by(all.content) })),
    [change],
  )

  const undo = () => {
    const last = before.at(-1)
    if (!last) return
    setBefore((all) => all.slice(0, -1))
    setValues(last)
  }

  const send = async (next: ModelValues, on: RecordJson): Promise<boolean> => {
    const was = valuesIn(on)
    setSaving(true)
    setProblem(null)
    try {
      const saved = await api<RecordJson>(`/classification-models/${record.id}`, {
        method: 'PATCH',
        ifMatch: on.version,
        body: {
          ...(next.name === was.name ? {} : { name: next.name }),
          ...(next.description === was.description ? {} : { description: next.description.trim() || null }),
          ...(isSame(next.content, was.content) ? {} : { content: next.content }),
        },
      })
      setBase(saved)
      setValues(valuesIn(saved))
      setBefore([])
      setSavedAt(saved.changedAt)
      dropDraft('classificationModel', record.id)
      void refresh()
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const current = error.problem.current as RecordJson | undefined
      if (error.status === 412 && current) setMeeting({ current, theirs: valuesIn(current) })
      else setProblem(error)
      return false
    } finally {
      setSaving(false)
    }
  }

  /** Puts together mine and theirs by the choices made, and saves on their version. */
  const settle = async (choices: Readonly<Record<string, 'mine' | 'theirs'>>) => {
    if (!meeting) return
    const { theirs, current } = meeting
    const pick = (name: 'name' | 'description') =>
      from[name] === values[name] || (theirs[name] !== from[name] && choices[name] === 'theirs') ? theirs[name] : values[name]
    const next = {
      name: pick('name'),
      description: pick('description'),
      content: merge(from.content, values.content, theirs.content, choices).merged,
    }
    setMeeting(null)
    setBase(current)
    setValues(next)
    if (!isSame(next, theirs)) await send(next, current)
    else void refresh()
  }

  return {
    values,
    from,
    base,
    isChanged,
    isSaving,
    savedAt,
    problem,
    meeting,
    /** The draft was found again in the tab when the page opened. */
    wasKept: Boolean(kept) && isChanged && savedAt === null,
    change,
    changeContent,
    canUndo: before.length > 0,
    undo,
    discard: () => {
      setValues(from)
      setBefore([])
      setProblem(null)
    },
    save: () => send(values, base),
    settle,
    leaveMeeting: () => setMeeting(null),
  }
}
