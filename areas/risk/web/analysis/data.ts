import { createContext, useCallback, useContext, useState } from 'react'
import type { RecordJson, RecordLink } from '#kernel/screens/data/record.ts'
import { isLink, linksIn } from '#kernel/screens/fields/words.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { useAskAgain } from '#web/api/usePolled.ts'
import type { Workshop } from '../../risk-analysis.answer.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'

/** What every part of the page knows. */
export interface Room {
  readonly id: string
  readonly analysis: RecordJson
  readonly workshop: Workshop
  readonly method: RiskMethodContent | null
  /** Whether the person leads, or may lead, the work: may change the analysis today. */
  readonly mayLead: boolean
  /** Whether the person takes part. */
  readonly takesPart: boolean
  readonly past: boolean
}

const RoomContext = createContext<Room | null>(null)
export const RoomProvider = RoomContext.Provider

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('Outside a risk analysis')
  return room
}

export const linkIn = (value: unknown): RecordLink | null => (isLink(value) ? value : null)
export const linksOf = linksIn

/** Asks anew for everything the page shows of the analysis. */
export function useAgain(): () => Promise<void> {
  const { id } = useRoom()
  const askAgain = useAskAgain()
  return useCallback(() => askAgain(`/risk-analyses/${id}`, '/risks'), [askAgain, id])
}

const isRecord = (value: unknown): value is RecordJson => typeof value === 'object' && value !== null && 'id' in value && 'version' in value
const plain = (value: unknown): unknown => (Array.isArray(value) ? value.map(plain) : (linkIn(value)?.id ?? value ?? null))
const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** Another wrote the same fields meanwhile: who, and what stands now. What one wrote oneself is still on the page. */
export interface Meeting {
  readonly current: RecordJson
  readonly fields: readonly string[]
}

/**
 * Changes fields of a record that others may be writing in at the same time. What others changed beside it stays as they wrote it; where
 * they changed the same field the caller is told, and decides.
 */
export function useCarefulChange(path: string) {
  const again = useAgain()
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [general, setGeneral] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const change = async (
    base: Readonly<Record<string, unknown>> & { readonly version: number },
    values: Readonly<Record<string, unknown>>,
    more: { readonly reason?: string; readonly over?: RecordJson } = {},
  ): Promise<boolean> => {
    setErrors({})
    setGeneral(null)
    setSending(true)
    const write = (version: number) =>
      api<RecordJson>(path, { method: 'PATCH', ifMatch: version, body: values, ...(more.reason ? { reason: more.reason } : {}) })
    try {
      try {
        await write(more.over?.version ?? base.version)
      } catch (error) {
        const current = error instanceof ApiProblem && error.status === 412 ? error.problem.current : null
        if (!isRecord(current)) throw error
        const fields = Object.keys(values).filter((name) => !same(current[name], base[name]) && !same(current[name], values[name]))
        if (fields.length) {
          setMeeting({ current, fields })
          return false
        }
        await write(current.version)
      }
      setMeeting(null)
      await again()
      return true
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault
      setErrors(fault.fields)
      setGeneral(Object.values(fault.fields).join(' ') || fault.message)
      return false
    } finally {
      setSending(false)
    }
  }
  return { change, meeting, forget: () => setMeeting(null), errors, general, isSending }
}
