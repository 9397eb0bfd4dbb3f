import { z } from 'zod'
import { addWorkingDays, isWorkingDay, momentAt } from '../clocks/calendar.ts'
import { addDays, dayIn } from '../clocks/clock.ts'
import { languages } from '../language/text.ts'
import { type NoticeKind, noticeKinds } from './notice.ts'

/** How a kind of notice reaches a person by e-mail: at once, gathered once every working day, or not. In the product it is always. */
export const noticeWays = {
  now: { sv: 'Genast', en: 'At once' },
  daily: { sv: 'Samlat en gång om dagen', en: 'Gathered once a day' },
  never: { sv: 'Inte alls', en: 'Not at all' },
} as const

const way = z.enum(['now', 'daily', 'never'])
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const kinds = Object.keys(noticeKinds) as NoticeKind[]

/** How a person wants to be told by e-mail. */
export const noticeChoiceSchema = z.strictObject({
  language: z.enum(languages),
  kinds: z.strictObject(Object.fromEntries(kinds.map((kind) => [kind, way])) as Record<NoticeKind, typeof way>),
  /** When what is gathered is sent, on working days. */
  dailyAt: time,
  /** No e-mail from one time of the day to the next, nor on days that are not working days. */
  quiet: z.strictObject({ from: time, to: time, daysOff: z.boolean() }),
  /** What awaits the person's decision may come at any time. */
  decisionsAnyTime: z.boolean(),
})

export type NoticeChoice = z.infer<typeof noticeChoiceSchema>

/** What holds until a person has said otherwise. */
export const usualChoice: NoticeChoice = {
  language: 'sv',
  kinds: { decision: 'now', task: 'now', challenge: 'now', comment: 'daily', told: 'daily', reminder: 'daily', late: 'now' },
  dailyAt: '07:30',
  quiet: { from: '18:00', to: '07:00', daysOff: true },
  decisionsAnyTime: false,
}

/** The parts of a day in which e-mail may come. */
function openIn({ from, to }: NoticeChoice['quiet']): readonly (readonly [string, string])[] {
  if (from === to) return [['00:00', '24:00']]
  return from > to
    ? [[to, from]]
    : [
        ['00:00', from],
        [to, '24:00'],
      ]
}

const momentOf = (day: string, at: string) => (at === '24:00' ? momentAt(addDays(day, 1), '00:00') : momentAt(day, at))

/** The first moment from `moment` on that is not quiet. */
export function afterQuiet(moment: Date, quiet: NoticeChoice['quiet']): Date {
  let day = dayIn(moment)
  // Easter and Christmas are the longest times without a working day; a month is more than enough.
  for (let count = 0; count < 31; count += 1) {
    if (!quiet.daysOff || isWorkingDay(day)) {
      for (const [opens, closes] of openIn(quiet)) {
        const first = Math.max(moment.getTime(), momentOf(day, opens).getTime())
        if (first < momentOf(day, closes).getTime()) return new Date(first)
      }
    }
    day = addDays(day, 1)
  }
  return moment
}

/** The next time what is gathered is sent. */
function nextDaily(moment: Date, at: string): Date {
  const today = dayIn(moment)
  const here = momentAt(today, at)
  return isWorkingDay(today) && here >= moment ? here : momentAt(addWorkingDays(today, 1), at)
}

/**
 * When a notice is to go by e-mail, or null where it is not.
 * @param gathered the time for what is gathered has come
 */
export function whenToSend(kind: NoticeKind, choice: NoticeChoice, now: Date, gathered: boolean): Date | null {
  const chosen = choice.kinds[kind]
  if (chosen === 'never') return null
  if (kind === 'decision' && choice.decisionsAnyTime) return now
  const from = chosen === 'daily' && !gathered ? nextDaily(now, choice.dailyAt) : now
  return afterQuiet(from, choice.quiet)
}
