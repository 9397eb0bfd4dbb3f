import type { Text } from '../language/text.ts'

/** How the day of a holiday is found in a year. */
type HolidayRule =
  /** The same day every year, `12-25`. */
  | { readonly fixed: string }
  /** So many days after Easter Sunday; negative is before. */
  | { readonly easter: number }
  /** The one day with this weekday (0 is Sunday) from this day of the year and six days on. */
  | { readonly weekday: number; readonly from: string }

/** One day on which an authority is closed, why, and since when. */
export interface Holiday {
  readonly key: string
  readonly name: Text
  readonly rule: HolidayRule
  readonly source: string
  /** The first day the rule holds, and the last where it has ended. */
  readonly validFrom: string
  readonly validTo?: string
  /** `checked`: compared with the text of the statute; `stated`: written down from knowledge of it, and still to be compared. */
  readonly certainty: 'checked' | 'stated'
}

const holidays1989 = 'Lag (1989:253) om allmänna helgdagar, 1 §'
const lawfulTime = 'Lag (1930:173) om beräkning av lagstadgad tid, 2 §'

/**
 * The days other than Saturdays and Sundays on which a period set in law does not end: the public holidays of 1 § lag (1989:253) om
 * allmänna helgdagar, and the three eves that 2 § lag (1930:173) om beräkning av lagstadgad tid puts beside them. Some always fall on a
 * Saturday or a Sunday; they stand here since a calendar says what day it is.
 */
export const holidays: readonly Holiday[] = [
  {
    key: 'new-year',
    name: { sv: 'Nyårsdagen', en: 'New Year’s Day' },
    rule: { fixed: '01-01' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'epiphany',
    name: { sv: 'Trettondedag jul', en: 'Epiphany' },
    rule: { fixed: '01-06' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'good-friday',
    name: { sv: 'Långfredagen', en: 'Good Friday' },
    rule: { easter: -2 },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'easter',
    name: { sv: 'Påskdagen', en: 'Easter Sunday' },
    rule: { easter: 0 },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'easter-monday',
    name: { sv: 'Annandag påsk', en: 'Easter Monday' },
    rule: { easter: 1 },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'first-of-may',
    name: { sv: 'Första maj', en: 'May Day' },
    rule: { fixed: '05-01' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'ascension',
    name: { sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' },
    rule: { easter: 39 },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'whit-sunday',
    name: { sv: 'Pingstdagen', en: 'Whit Sunday' },
    rule: { easter: 49 },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'whit-monday',
    name: { sv: 'Annandag pingst', en: 'Whit Monday' },
    rule: { easter: 50 },
    source: `${holidays1989}, i lydelsen före lag (2004:1320)`,
    validFrom: '1990-01-01',
    validTo: '2004-12-31',
    certainty: 'stated',
  },
  {
    key: 'national-day',
    name: { sv: 'Nationaldagen', en: 'National Day' },
    rule: { fixed: '06-06' },
    source: `${holidays1989}, i lydelsen enligt lag (2004:1320)`,
    validFrom: '2005-01-01',
    certainty: 'stated',
  },
  {
    key: 'midsummer-eve',
    name: { sv: 'Midsommarafton', en: 'Midsummer Eve' },
    rule: { weekday: 5, from: '06-19' },
    source: lawfulTime,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'midsummer',
    name: { sv: 'Midsommardagen', en: 'Midsummer Day' },
    rule: { weekday: 6, from: '06-20' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'all-saints',
    name: { sv: 'Alla helgons dag', en: 'All Saints’ Day' },
    rule: { weekday: 6, from: '10-31' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'christmas-eve',
    name: { sv: 'Julafton', en: 'Christmas Eve' },
    rule: { fixed: '12-24' },
    source: lawfulTime,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'christmas',
    name: { sv: 'Juldagen', en: 'Christmas Day' },
    rule: { fixed: '12-25' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'boxing-day',
    name: { sv: 'Annandag jul', en: 'Boxing Day' },
    rule: { fixed: '12-26' },
    source: holidays1989,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
  {
    key: 'new-year-eve',
    name: { sv: 'Nyårsafton', en: 'New Year’s Eve' },
    rule: { fixed: '12-31' },
    source: lawfulTime,
    validFrom: '1990-01-01',
    certainty: 'stated',
  },
]
