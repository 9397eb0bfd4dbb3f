import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NoticeChoice } from '#kernel/notices/choice.ts'
import type { NoticeKind } from '#kernel/notices/notice.ts'
import { api } from '#web/api/client.ts'
import { useLanguage } from '#web/language/useSay.ts'

export interface NoticeAnswer {
  readonly id: string
  readonly kind: NoticeKind
  /** Null where the person may not, or no longer, read what it concerns. */
  readonly href: string | null
  readonly title: string | null
  readonly reference: string | null
  /** How many records it stands for. */
  readonly count: number
  readonly say: string
  readonly by: string | null
  readonly at: string
  readonly read: boolean
}

export interface NoticesAnswer {
  readonly items: readonly NoticeAnswer[]
  readonly next: string | null
  readonly unread: number
}

/** How a person is told, and whether e-mail is sent at all. */
export type ChoiceAnswer = NoticeChoice & { readonly mails: boolean }

const key = ['/my/notices']

/** How many notices have not been read; asked for again every minute. */
export function useUnread(): number {
  const { data } = useQuery({
    queryKey: [...key, 'count'],
    queryFn: ({ signal }) => api<{ unread: number }>('/my/notices/count', { signal }),
    refetchInterval: 60_000,
    staleTime: 30_000,
  })
  return data?.unread ?? 0
}

/** A page of notices; those of the past have no other date than their own. */
export function useNotices(limit: number, cursor: string | null) {
  const language = useLanguage()
  return useQuery({
    queryKey: [...key, limit, cursor, language],
    queryFn: ({ signal }) => api<NoticesAnswer>('/my/notices', { params: { limit, cursor }, signal }),
  })
}

/** Says what has been read: some notices, or all. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (what: { ids: readonly string[] } | { all: true }) => api('/my/notices/read', { method: 'POST', body: what }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
