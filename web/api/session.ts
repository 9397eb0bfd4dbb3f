import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Listed, RegisterRights } from '#kernel/access/contents.ts'
import type { Role } from '#kernel/access/roles.ts'
import type { Language } from '#kernel/language/text.ts'
import { ApiProblem, api } from './client.ts'

/** The person at the screen, what he or she may do, and the day it is for the server. */
export interface Session {
  readonly person: {
    readonly id: string
    readonly name: string
    readonly title: string | null
    readonly unit: { readonly id: string; readonly label: string } | null
  }
  readonly roles: readonly Role[]
  readonly authority: { readonly name: string; readonly demonstration: boolean }
  readonly language: Language
  /** The day in Sweden, `2026-11-22`. */
  readonly today: string
  /** By register, camelCase plural. */
  readonly may: Readonly<Record<string, RegisterRights>>
  /** The table of contents: every register, in the order people think. Their definitions are fetched with the pages that show records. */
  readonly registers: readonly Listed[]
}

export const sessionKey = ['session'] as const

/** Fetches the session; `null` when nobody is signed in. */
export async function fetchSession(): Promise<Session | null> {
  try {
    return await api<Session>('/session')
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

export const sessionQuery = { queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000, retry: false } as const

/** The session the page was drawn for: it stands also when the session has ended, until the person has signed in again. */
export const SessionContext = createContext<Session | null>(null)

/** The session, `null` when signed out, `undefined` while it is not known. */
export function useMaybeSession(): Session | null | undefined {
  const drawn = useContext(SessionContext)
  const { data } = useQuery(sessionQuery)
  return data ?? drawn ?? data
}

/** The session, on pages that exist only for the signed-in. */
export function useSession(): Session {
  const session = useMaybeSession()
  if (!session) throw new Error('This page needs a session')
  return session
}

const deviceDay = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())

/** The day it is: the server's, or the device's before anyone has signed in. */
export const useToday = (): string => useMaybeSession()?.today ?? deviceDay()

const none: RegisterRights = { read: false, readAll: false, create: false }

/** Whether the person may read, or make, records of a register. */
export const useMay = (plural: string): RegisterRights => useMaybeSession()?.may[plural] ?? none
