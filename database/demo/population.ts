import { firstNames, surnames } from './names.ts'
import { mailbox, mailDomain, named, units } from './organisation.ts'
import { create, dice, type Moment, plus, type Step, swedish, update, workday } from './script.ts'

/** A spell of long absence; without an end it still lasts. */
interface Absence {
  readonly from: string
  readonly to?: string
}

/** One person as the generator sees him. */
export interface Employee {
  readonly key: string
  readonly unit: string
  readonly from: string
  readonly to?: string
  readonly absence?: Absence
  /** How readily the person takes a course, higher is more. */
  readonly diligence: number
  /** The rest, for those whom nobody has written by hand. */
  readonly made?: { readonly name: string; readonly email: string; readonly title: string }
}

/** What part of today's employees had a valid completion at the end of each year. */
export const trainedShare: Readonly<Record<number, number>> = { 2021: 0.64, 2022: 0.76, 2023: 0.83 }

export const storyYears = [2021, 2022, 2023] as const

const months = storyYears.flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`))

/** The first working day of a month; New Year's Day and the first of May are holidays. */
export const firstDay = (month: string): string =>
  month === '2021-01' ? '2021-01-04' : workday(`${month}-${month.endsWith('-01') || month.endsWith('-05') ? '02' : '01'}`)

const titles: Readonly<Record<string, string>> = {
  ers: 'Handläggare',
  kun: 'Kundhandläggare',
  'kun-digital': 'Tjänsteutvecklare',
  it: 'It-tekniker',
  'it-utv': 'Systemutvecklare',
  'it-sak': 'It-säkerhetsspecialist',
  ana: 'Analytiker',
  'ana-kontroll': 'Utredare',
  rat: 'Jurist',
  'rat-arkiv': 'Registrator',
  vst: 'Handläggare',
  'vst-eko': 'Ekonom',
  'vst-inkop': 'Upphandlare',
  'vst-kom': 'Kommunikatör',
  'vst-pers': 'Personalspecialist',
  sak: 'Säkerhetsspecialist',
  stab: 'Utredare',
  ir: 'Internrevisor',
}
/** What a person is called who works in a unit. */
export const titleIn = (unit: string) => titles[unit] ?? titles[unit.split('-')[0] ?? ''] ?? 'Handläggare'

/** How readily people take courses where they work: some parts of the authority lag behind. */
const customs: Readonly<Record<string, number>> = {
  'ers-sarsk': 0.25,
  sak: 0.4,
  'it-sak': 0.35,
  'vst-pers': 0.15,
  'ers-nord': 0.08,
  'kun-malmo': -0.12,
  'it-utv': -0.2,
  'ana-prog': -0.1,
}

const isEmployed = (one: Employee, day: string) => one.from <= day && (one.to === undefined || one.to >= day)
const isAbsent = (one: Employee, day: string) =>
  one.absence !== undefined && one.absence.from <= day && (one.absence.to === undefined || one.absence.to > day)

/** Employed and not on long absence on the day: those whom the share of trained employees is counted over. */
export const isActive = (one: Employee, day: string): boolean => isEmployed(one, day) && !isAbsent(one, day)

/**
 * Everyone who works or has worked at the authority: those written by hand and those made up, so that exactly `employees`
 * are employed and not on long absence on 31 December 2023. About one in ten has left or is away.
 */
export function everyone(employees: number): Employee[] {
  const roll = dice(20210104)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(roll() * list.length)] as Item
  const people: Employee[] = named.map(({ key, unit, from }) => ({
    key,
    unit,
    from,
    ...(key === 'chef-utv-1' ? { to: '2022-04-29' } : {}),
    diligence: 1.4 + roll() / 10,
  }))
  const weighted = units.flatMap(({ key, weight }) => (weight ? [{ key, weight }] : []))
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  const somewhere = () => {
    let left = roll() * total
    for (const { key, weight } of weighted) {
      left -= weight
      if (left < 0) return key
    }
    return 'ers-mitt'
  }
  const mailboxes = new Map<string, number>(named.map(({ name }) => [mailbox(name), 1]))
  const taken = new Set<string>(named.map(({ name }) => name))
  const isRoomy = employees < (firstNames.length * surnames.length) / 4
  const someone = () => {
    let name = `${pick(firstNames)} ${pick(surnames)}`
    while (isRoomy && taken.has(name)) name = `${pick(firstNames)} ${pick(surnames)}`
    taken.add(name)
    const box = mailbox(name)
    const count = (mailboxes.get(box) ?? 0) + 1
    mailboxes.set(box, count)
    return { name, email: `${box}${count > 1 ? count : ''}@${mailDomain}` }
  }
  const longAgo = () =>
    workday(
      `${1988 + Math.floor(roll() ** 0.6 * 33)}-${String(1 + Math.floor(roll() * 12)).padStart(2, '0')}-${String(1 + Math.floor(roll() * 27)).padStart(2, '0')}`,
    )
  const hiring = months.filter((month) => month > '2021-01' && !month.endsWith('-12') && !month.endsWith('-07'))
  let number = 0
  const add = (facts: { from: string; to?: string; absence?: Absence }) => {
    number += 1
    const unit = somewhere()
    const person = someone()
    people.push({ key: `p${number}`, unit, ...facts, diligence: roll() + (customs[unit] ?? 0), made: { ...person, title: titleIn(unit) } })
  }

  const share = (of: number) => Math.round((employees * of) / 1600)
  const stay = employees - people.filter((one) => isActive(one, '2023-12-31')).length
  const newcomers = share(240)
  for (let index = 0; index < stay; index += 1) {
    const from = index < newcomers ? firstDay(pick(hiring)) : longAgo()
    // Some have been away and are back; those whose absence spans a New Year were left out of that year's share.
    if (index >= newcomers && index < newcomers + share(60)) {
      const away = months[3 + Math.floor(roll() * 18)] ?? '2021-06'
      const back = months[months.indexOf(away) + 6 + Math.floor(roll() * 8)] ?? '2023-10'
      add({ from, absence: { from: firstDay(away), to: firstDay(back) } })
    } else add({ from })
  }
  for (let index = 0; index < share(38); index += 1) add({ from: longAgo(), absence: { from: firstDay(pick(months.slice(25, 35))) } })
  for (let index = 0; index < share(110); index += 1) {
    const leaving = 2 + Math.floor(roll() * 34)
    const to = `${months[leaving] ?? '2023-06'}-${String(15 + Math.floor(roll() * 13)).padStart(2, '0')}`
    const from =
      roll() < 0.25 && leaving > 8 ? firstDay(hiring.filter((month) => month < (months[leaving - 4] ?? '')).at(-1) ?? '2021-02') : longAgo()
    add({ from, to })
  }
  return people
}

/** What happens to the persons of the register month by month: who comes, who leaves, who is away. */
export function* comingsAndGoings(people: readonly Employee[]): Generator<Moment> {
  const made = people.filter((one) => one.made)
  for (const month of months) {
    const today = firstDay(month)
    const isFirst = month === months[0]
    const coming = made.filter(({ from }) => (isFirst ? from <= today : from.startsWith(month)))
    yield* inParts(
      today,
      '08:10',
      'administrator',
      isFirst ? 'Uppgifterna kommer från personalsystemet.' : 'Nya medarbetare enligt personalsystemet.',
      coming.map(personStep),
    )
    const leaving = made.filter(({ to }) => to?.startsWith(month)).map((one) => update(one.key, { employedTo: one.to }))
    yield* inParts(today, '09:10', 'administrator', 'Anställningar som upphör under månaden, enligt personalsystemet.', leaving)
    const away = made.flatMap(({ key, absence }) =>
      absence?.from === today ? [update(key, { longAbsence: true })] : absence?.to === today ? [update(key, { longAbsence: false })] : [],
    )
    yield* inParts(today, '09:20', 'administrator', 'Längre frånvaro enligt personalsystemet.', away)
  }
}

/** That a person is entered into the register. */
export const personStep = ({ key, unit, from, made }: Employee): Step =>
  create('person', key, { name: made?.name, email: made?.email, title: made?.title, unit: `@${unit}`, employedFrom: from })

const part = 2000

/** Many like steps, a part at a time, a minute apart. */
export function* inParts(date: string, time: string, actor: string, reason: string, steps: readonly Step[]): Generator<Moment> {
  const start = Date.parse(swedish(date, time))
  const offset = swedish(date, time).slice(-6)
  for (let index = 0; index < steps.length; index += part) {
    const local = new Date(start + (index / part) * 1000 + Number(offset.slice(1, 3)) * 3_600_000)
    yield { at: `${local.toISOString().slice(0, 19)}${offset}`, actor, reason, steps: steps.slice(index, index + part) }
  }
}

/** The day, moved into a time when the person works, or nothing. */
export function whenPresent(one: Employee, day: string, latest: string): string | null {
  const last = one.to !== undefined && one.to < latest ? plus(one.to, -1) : latest
  let found = day
  if (found < plus(one.from, 3)) found = plus(one.from, 3)
  if (isAbsent(one, found)) {
    if (one.absence?.to === undefined) return null
    found = plus(one.absence.to, 6)
  }
  if (found > last) found = last
  return isActive(one, found) ? found : null
}
