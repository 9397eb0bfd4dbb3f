import type { Text } from '../language/text.ts'

const days = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', year: 'numeric' }),
}
const times = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })

/** The day of a moment in Sweden, as it is said in running text: *27 november 2026*. */
export const dayOfInWords = (moment: Date): Text => ({ sv: days.sv.format(moment), en: days.en.format(moment) })

/** A moment as it is said in running text: *27 november 2026 kl. 16:00*. */
export function momentInWords(moment: Date): Text {
  const [{ sv, en }, time] = [dayOfInWords(moment), times.format(moment)]
  return { sv: `${sv} kl. ${time}`, en: `${en} at ${time}` }
}

const near = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' }),
}

/** A day, `2026-03-03`, in running text, with its year only where it is another than today's: *den 3 mars*, *3 March*. */
export function dayInWords(day: string, today: string): Text {
  const formats = day.slice(0, 4) === today.slice(0, 4) ? near : days
  const noon = new Date(`${day}T12:00:00Z`)
  return { sv: `den ${formats.sv.format(noon)}`, en: formats.en.format(noon) }
}
