import { useGet } from '#web/api/useGet.ts'
import type { WorkAnswer } from '#web/pages/answers.ts'

/** How many things wait for the person at the screen, today. */
export function useWorkCount(): number {
  const { data } = useGet<WorkAnswer>('/my/work', {}, { timeless: true, staleTime: 60_000 })
  return data?.groups.reduce((sum, group) => sum + group.items.length, 0) ?? 0
}
