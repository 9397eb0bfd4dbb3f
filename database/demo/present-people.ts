import { firstNames, surnames } from './names.ts'
import { mailbox, mailDomain, named } from './organisation.ts'
import { type Employee, firstDay, inParts, isActive, personStep, titleIn } from './population.ts'
import { dice, type Moment, plus, update } from './script.ts'

/** Who works at the authority after 2023: those of before, with the comings and goings of the last year. */
export interface Present {
  readonly people: readonly Employee[]
  readonly moments: readonly Moment[]
}

const back2024 = '2024-09-02'

/** The first working days of every other month before today, the latest last. */
const monthsUntil = (today: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [year = 0, month = 1] = today.split('-').map(Number)
    return firstDay(new Date(Date.UTC(year, month - 1 - 2 * (count - 1 - index), 1)).toISOString().slice(0, 7))
  }).filter((day) => day < today && day >= '2024-03-01')

/**
 * Those on long absence at the end of 2023 come back in September 2024. During the last year as many as one in fifty come,
 * one in fifty leave and one in fifty go on long absence.
 */
export function presentPeople(before: readonly Employee[], today: string): Present {
  const roll = dice(20240301)
  const few = Math.max(2, Math.round(before.length / 55))
  const days = monthsUntil(today, 6)
  const returned = before.flatMap((one) => (one.absence && !one.absence.to && today > back2024 ? [one.key] : []))
  const isBack = new Set(returned)
  let people: Employee[] = before.map((one) =>
    isBack.has(one.key) && one.absence ? { ...one, absence: { ...one.absence, to: back2024 } } : one,
  )
  const moments: Moment[] = [
    ...(returned.length
      ? inParts(
          back2024,
          '09:20',
          'administrator',
          'Åter i tjänst enligt personalsystemet.',
          returned.map((key) => update(key, { longAbsence: false })),
        )
      : []),
  ]
  if (days.length === 0) return { people, moments }

  const settled = people.filter((one) => one.made && !one.absence && !one.to && one.key.startsWith('p'))
  const drawn = [...settled]
    .sort((one, other) => one.key.localeCompare(other.key))
    .map((one) => ({ one, at: roll() }))
    .sort((a, b) => a.at - b.at)
  const leaving = new Map(drawn.slice(0, few).map(({ one }, index) => [one.key, days[index % days.length] ?? today]))
  const away = new Map(drawn.slice(few, 2 * few).map(({ one }, index) => [one.key, days[index % days.length] ?? today]))
  people = people.map((one) => {
    const lastMonth = leaving.get(one.key)
    const from = away.get(one.key)
    return lastMonth ? { ...one, to: plus(lastMonth, 24) } : from ? { ...one, absence: { from } } : one
  })

  const boxes = new Set([...named.map(({ name }) => mailbox(name)), ...before.flatMap(({ made }) => made?.email.split('@')[0] ?? [])])
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(roll() * list.length)] as Item
  const units = settled.map(({ unit }) => unit)
  const joining: Employee[] = Array.from({ length: few }, (_, index) => {
    let name = `${pick(firstNames)} ${pick(surnames)}`
    while (boxes.has(mailbox(name))) name = `${pick(firstNames)} ${pick(surnames)}sson`
    boxes.add(mailbox(name))
    const unit = units.length ? pick(units) : 'ers-mitt'
    const from = days[index % days.length] ?? today
    return {
      key: `n${from.slice(0, 7)}-${index}`,
      unit,
      from,
      diligence: 0.6 + roll() / 2,
      made: { name, email: `${mailbox(name)}@${mailDomain}`, title: titleIn(unit) },
    }
  })

  for (const day of days) {
    const leave = people.filter((one) => leaving.get(one.key) === day)
    moments.push(
      ...inParts(
        day,
        '08:10',
        'administrator',
        'Nya medarbetare enligt personalsystemet.',
        joining.filter(({ from }) => from === day).map(personStep),
      ),
      ...inParts(
        day,
        '09:10',
        'administrator',
        'Anställningar som upphör under månaden, enligt personalsystemet.',
        leave.map((one) => update(one.key, { employedTo: one.to })),
      ),
      ...inParts(
        day,
        '09:20',
        'administrator',
        'Längre frånvaro enligt personalsystemet.',
        people
          .filter((one) => away.get(one.key) === day && isActive({ ...one, absence: undefined }, day))
          .map((one) => update(one.key, { longAbsence: true })),
      ),
    )
  }
  moments.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return { people: [...people, ...joining], moments }
}
