import { useMemo } from 'react'
import { useToday } from '#web/api/session.ts'
import { formatBytes, formatDate, formatDistance, formatMoment, formatMoney, formatNumber, formatShare } from './format.ts'
import { useLanguage } from './useSay.ts'

/** The formats of numbers and times, in the language of the page and counted from the session's day. */
export function useFormat() {
  const language = useLanguage()
  const today = useToday()
  return useMemo(
    () => ({
      number: (value: number, options?: Intl.NumberFormatOptions) => formatNumber(value, language, options),
      money: (value: number) => formatMoney(value, language),
      share: (value: number, decimals?: number) => formatShare(value, language, decimals),
      bytes: (value: number) => formatBytes(value, language),
      date: (day: string, style?: 'text' | 'table') => formatDate(day, language, style),
      moment: (moment: string, style?: 'text' | 'table') => formatMoment(moment, language, style),
      distance: (day: string) => formatDistance(day, today, language),
    }),
    [language, today],
  )
}
