import { cellKey, type Judged } from './progress.ts'

/** A judgement as it is stored, with who made it. */
export interface StoredCell extends Judged {
  readonly id: string
  readonly version: number
  readonly reason: string | null
  readonly by: { readonly id: string; readonly label: string } | null
  readonly at: string
}

/** A judgement on its way to be stored. */
export interface CellDraft {
  readonly aspect: string
  readonly category: string
  readonly level: number | null
  readonly reason: string | null
  /** What it was written on; null where nothing was stored. */
  readonly base: StoredCell | null
  readonly status: 'waiting' | 'saving' | 'conflict' | 'failed'
  /** What somebody else stored in the meantime. */
  readonly theirs?: StoredCell
  /** Why it was refused, in words. */
  readonly message?: string
  /** It is tried again by itself in a moment. */
  readonly isRetried?: boolean
}

export type CellDrafts = ReadonlyMap<string, CellDraft>

interface Means {
  /** What is stored as far as the page knows. */
  readonly stored: (key: string) => StoredCell | undefined
  readonly send: (draft: CellDraft) => Promise<StoredCell>
  /** Takes what has been stored into the page. */
  readonly receive: (cell: StoredCell) => void
  /** What an error says that somebody else has stored; null where it is another error. */
  readonly conflictIn: (error: unknown, draft: CellDraft) => Promise<StoredCell | null>
  /** Milliseconds to wait before trying again by itself; null where that would not help. */
  readonly retryIn: (error: unknown) => number | null
  readonly messageIn: (error: unknown) => string
  /** Keeps drafts outside the page, so that nothing is lost with it. */
  readonly keep: (drafts: CellDrafts) => void
  /** Milliseconds to wait for the next letter or arrow key. */
  readonly pause?: number
}

const same = (a: { level: number | null; reason?: string | null }, b: { level: number | null; reason?: string | null }) =>
  a.level === b.level && (a.reason ?? '').trim() === (b.reason ?? '').trim()

/**
 * Stores judgements as they are made, each by itself, so that several people can work at once. What somebody else has
 * stored is never overwritten unseen, and nothing written is lost: it waits until it is stored or a choice is made.
 */
export function cellKeeper(means: Means, before: CellDrafts = new Map()) {
  let drafts: CellDrafts = before
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const listeners = new Set<() => void>()

  const set = (key: string, draft: CellDraft | null) => {
    const next = new Map(drafts)
    if (draft) next.set(key, draft)
    else next.delete(key)
    drafts = next
    means.keep(drafts)
    for (const listener of listeners) listener()
  }
  const schedule = (key: string, after: number) => {
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => void save(key), after),
    )
  }

  // One at a time: every judgement moves the result of the whole, which two at once would contend for.
  let line: Promise<void> = Promise.resolve()

  const save = (key: string): Promise<void> => {
    clearTimeout(timers.get(key))
    const draft = drafts.get(key)
    if (!draft || draft.status === 'saving' || draft.status === 'conflict') return Promise.resolve()
    if (draft.base && same(draft, draft.base)) {
      set(key, null)
      return Promise.resolve()
    }
    set(key, { ...draft, status: 'saving' })
    line = line.then(() => deliver(key))
    return line
  }

  const deliver = async (key: string): Promise<void> => {
    const sent = drafts.get(key)
    if (!sent) return
    try {
      const stored = await means.send(sent)
      means.receive(stored)
      const now = drafts.get(key)
      if (!now || same(now, sent)) return set(key, null)
      set(key, { ...now, base: stored, status: 'waiting' })
      schedule(key, means.pause ?? 500)
    } catch (error) {
      const now = drafts.get(key) ?? sent
      const theirs = await means.conflictIn(error, sent)
      if (theirs) {
        means.receive(theirs)
        return set(key, same(theirs, now) ? null : { ...now, status: 'conflict', theirs })
      }
      const after = means.retryIn(error)
      set(key, { ...now, status: 'failed', message: means.messageIn(error), isRetried: after !== null && after < 1000 })
      if (after !== null) schedule(key, after)
    }
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    drafts: () => drafts,
    /** Writes a judgement, in whole or in part; it is stored after a moment's rest. */
    put: (aspect: string, category: string, change: { readonly level?: number | null; readonly reason?: string | null }) => {
      const key = cellKey(aspect, category)
      const stored = means.stored(key) ?? null
      const draft = drafts.get(key)
      const base = draft ? draft.base : stored
      const {
        theirs: _,
        message: __,
        ...present
      } = draft ?? { aspect, category, level: base?.level ?? null, reason: base?.reason ?? null, base }
      set(key, { ...present, ...change, base, status: draft?.status === 'saving' ? 'saving' : 'waiting' })
      if (draft?.status !== 'saving') schedule(key, means.pause ?? 500)
    },
    takeTheirs: (key: string) => set(key, null),
    keepMine: (key: string) => {
      const draft = drafts.get(key)
      if (!draft?.theirs) return
      const { theirs, ...rest } = draft
      set(key, { ...rest, base: theirs, status: 'waiting' })
      void save(key)
    },
    /** Stores at once what waits: when the page is left. */
    flush: () => Promise.all([...drafts.keys()].map((key) => save(key))),
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

export type CellKeeper = ReturnType<typeof cellKeeper>
