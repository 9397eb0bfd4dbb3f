import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'

/** What is assessed is one thing: a system, or the information itself where no system carries it. */
export const oneCarrier = (record: { system: string | null; asset: string | null }): Text | null =>
  (record.system === null) === (record.asset === null)
    ? { sv: 'Ange antingen ett system eller en informationsmängd.', en: 'Give either a system or an information asset.' }
    : null

const isGap = (status: string) => status === 'partly' || status === 'missing'

/** A gap is weighed, and whatever is not in place is explained. */
export function reasonedAndWeighed(record: { status: string; reason: string | null; severity: number | null }): Text | null {
  if (record.status !== 'inPlace' && !record.reason?.trim())
    return { sv: 'Skriv i ett par ord hur det ligger till.', en: 'Write in a few words how it is.' }
  if (isGap(record.status) && record.severity === null) return { sv: 'Ange hur allvarlig bristen är.', en: 'Say how serious the gap is.' }
  return null
}

/** Where an assessment stands. An acceptance holds until its last day, which whoever reads the list sees beside it. */
export function standingOf(record: {
  status: string
  required: boolean | null
  treated: boolean | null
  acceptedUntil: string | null
  state?: string | null
}): 'met' | 'notRequired' | 'open' | 'treated' | 'accepted' {
  if (record.required === false) return 'notRequired'
  if (!isGap(record.status)) return 'met'
  if (record.required !== true) return 'notRequired'
  if (record.state === 'accepted') return 'accepted'
  return record.treated ? 'treated' : 'open'
}

/** A gap is accepted for a time, which lies ahead. */
export const acceptedAhead = (record: { status: string; acceptedUntil: string | null }, { today }: GuardContext): Text | null =>
  !isGap(record.status)
    ? { sv: 'Det finns ingen brist att acceptera.', en: 'There is no gap to accept.' }
    : record.acceptedUntil !== null && record.acceptedUntil <= today
      ? { sv: 'Ange en dag framåt i tiden.', en: 'Give a day ahead.' }
      : null
