import type { ActionItem } from '../../standing.answers.ts'

const day = 86_400_000
const numberOf = (date: string): number => Math.round(Date.parse(`${date}T12:00:00Z`) / day)
const dateOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10)

/** Measures of the chart, in pixels. */
export const rowHeight = 44
export const headHeight = 44
export const barHeight = 16

export interface Bar {
  readonly item: ActionItem
  /** The middle of the row. */
  readonly y: number
  readonly x: number
  /** Zero for an action with a due day alone: it is drawn as a diamond. */
  readonly width: number
  /** How far it has run over, up to the day one looks from. */
  readonly over: number
}

export interface Tick {
  readonly x: number
  readonly date: string
  readonly isYear: boolean
}

export interface Chart {
  readonly width: number
  readonly height: number
  readonly bars: readonly Bar[]
  /** The first day of each month, or of each quarter where time is long. */
  readonly ticks: readonly Tick[]
  readonly todayX: number
  /** From what must be done first to what waits for it. */
  readonly lines: readonly { readonly from: Bar; readonly to: Bar }[]
}

/** How wide a day is drawn: a quarter fills a page, and five years can still be scrolled through. */
const widthOfDay = (days: number): number => (days <= 130 ? 6 : days <= 420 ? 2.6 : days <= 900 ? 1.6 : 1)

/** The day the work ended, or is to end. */
const endOf = (item: ActionItem): string => item.doneOn ?? item.due ?? item.starts ?? ''

function ticksBetween(first: number, last: number, perDay: number): Tick[] {
  const step = perDay < 1.5 ? 3 : 1
  const from = dateOf(first)
  const ticks: Tick[] = []
  let year = Number(from.slice(0, 4))
  let month = Math.floor((Number(from.slice(5, 7)) - 1) / step) * step + 1
  for (;;) {
    const date = `${year}-${String(month).padStart(2, '0')}-01`
    const at = numberOf(date)
    if (at > last) return ticks
    if (at >= first) ticks.push({ x: (at - first) * perDay, date, isYear: month === 1 })
    month += step
    if (month > 12) {
      month = 1
      year += 1
    }
  }
}

/** Places actions in time. An action without a start is a mark at its due day; one that is done ends when it was done. */
export function chartOf(items: readonly ActionItem[], today: string): Chart {
  const dated = items.filter((item) => endOf(item) !== '')
  const days = [
    numberOf(today),
    ...dated.flatMap((item) => [item.starts, item.due, item.doneOn].flatMap((date) => (date ? [numberOf(date)] : []))),
  ]
  const span = Math.max(...days) - Math.min(...days)
  const perDay = widthOfDay(span)
  const first = Math.min(...days) - Math.ceil(16 / perDay)
  const last = Math.max(...days) + Math.ceil(120 / perDay)
  const x = (date: string) => (numberOf(date) - first) * perDay
  const bars = dated.map((item, index): Bar => {
    const end = x(endOf(item))
    const start = item.starts && item.starts < endOf(item) ? x(item.starts) : end
    return {
      item,
      y: headHeight + index * rowHeight + rowHeight / 2,
      x: start,
      width: end - start,
      over: item.late ? x(today) - end : 0,
    }
  })
  const byId = new Map(bars.map((bar) => [bar.item.id, bar]))
  const lines = bars.flatMap((to) => to.item.dependsOn.flatMap(({ id }) => byId.get(id) ?? []).map((from) => ({ from, to })))
  return {
    width: Math.ceil((last - first) * perDay),
    height: headHeight + dated.length * rowHeight,
    bars,
    ticks: ticksBetween(first, last, perDay),
    todayX: x(today),
    lines,
  }
}

/** The way of a line from the end of one bar to the beginning of another, in right angles. */
export function lineOf(from: Bar, to: Bar): string {
  const x1 = from.x + from.width + (from.width === 0 ? barHeight / 2 : 0)
  const x2 = to.x - (to.width === 0 ? barHeight / 2 : 0) - 3
  const turn = Math.max(x1 + 6, Math.min(x2 - 8, x1 + 6))
  if (x2 - 8 >= x1) return `M${x1} ${from.y}H${turn}V${to.y}H${x2}`
  const between = from.y + (to.y > from.y ? rowHeight / 2 : -rowHeight / 2)
  return `M${x1} ${from.y}H${x1 + 6}V${between}H${x2 - 8}V${to.y}H${x2}`
}
