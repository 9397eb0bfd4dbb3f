import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, api } from '#web/api/client.ts'
import type { RecordJson } from '../data/record.ts'
import { useRefresh } from '../data/useRecords.ts'
import { dropDraft, keepDraft, readDraft } from '../form/draft.ts'
import { type Choices, isSame, merge } from './parts.ts'
import { type Versioned, type VersionValues, valuesIn } from './versioned.ts'

/** What somebody else has saved while one wrote. */
export interface Meeting<Content> {
  readonly current: RecordJson
  readonly theirs: VersionValues<Content>
}

const isValues = <Content>(value: unknown): value is VersionValues<Content> =>
  typeof value === 'object' && value !== null && 'content' in value

/** A draft of a version as it is being written: kept in the tab until it is saved, saved on the version it was read in. */
export function useVersionDraft<Content>(kind: Versioned<Content>, record: RecordJson) {
  const { register, path, cutting } = kind
  const refresh = useRefresh()
  const [base, setBase] = useState(record)
  const [kept] = useState(() => readDraft(register, record.id))
  const [values, setValues] = useState<VersionValues<Content>>(() =>
    kept && isValues<Content>(kept.values.written) ? kept.values.written : valuesIn(kind, record),
  )
  const [before, setBefore] = useState<readonly VersionValues<Content>[]>([])
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [meeting, setMeeting] = useState<Meeting<Content> | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const from = valuesIn(kind, base)
  const isChanged = !isSame(from, values)
  const latest = useRef(values)
  latest.current = values

  // Somebody else's saved version is taken in at once where nothing has been written here.
  if (record.version > base.version && !isChanged) {
    setBase(record)
    setValues(valuesIn(kind, record))
  }

  useEffect(() => {
    if (isChanged) keepDraft(register, record.id, { version: base.version, at: new Date().toISOString(), values: { written: values } })
    else dropDraft(register, record.id)
  }, [isChanged, values, base.version, record.id, register])

  const change = useCallback(
    (next: Partial<VersionValues<Content>> | ((values: VersionValues<Content>) => Partial<VersionValues<Content>>)) => {
      const part = typeof next === 'function' ? next(latest.current) : next
      const after = { ...latest.current, ...part }
      if (isSame(after, latest.current)) return
      const now = latest.current
      setBefore((all) => [...all.slice(-49), now])
      setValues(after)
      setProblem(null)
    },
    [],
  )
  const changeContent = useCallback((by: (content: Content) => Content) => change((all) => ({ content: by(all.content) })), [change])

  const undo = () => {
    const last = before.at(-1)
    if (!last) return
    setBefore((all) => all.slice(0, -1))
    setValues(last)
  }

  const send = async (next: VersionValues<Content>, on: RecordJson): Promise<boolean> => {
    const was = valuesIn(kind, on)
    setSaving(true)
    setProblem(null)
    try {
      const saved = await api<RecordJson>(`${path}/${record.id}`, {
        method: 'PATCH',
        ifMatch: on.version,
        body: {
          ...(next.name === was.name ? {} : { name: next.name }),
          ...(next.description === was.description ? {} : { description: next.description.trim() || null }),
          ...(isSame(next.content, was.content) ? {} : { content: next.content }),
        },
      })
      setBase(saved)
      setValues(valuesIn(kind, saved))
      setBefore([])
      setSavedAt(saved.changedAt)
      dropDraft(register, record.id)
      void refresh()
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const current = error.problem.current as RecordJson | undefined
      if (error.status === 412 && current) setMeeting({ current, theirs: valuesIn(kind, current) })
      else setProblem(error)
      return false
    } finally {
      setSaving(false)
    }
  }

  /** Puts together mine and theirs by the choices made, and saves on their version. */
  const settle = async (choices: Choices) => {
    if (!meeting) return
    const { theirs, current } = meeting
    const pick = (name: 'name' | 'description') =>
      from[name] === values[name] || (theirs[name] !== from[name] && choices[name] === 'theirs') ? theirs[name] : values[name]
    const next = {
      name: pick('name'),
      description: pick('description'),
      content: merge(cutting, from.content, values.content, theirs.content, choices).merged,
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
