import { type Employee, firstDay, inParts, isActive, whenPresent } from './population.ts'
import { back, dice, type Moment, plus, type Step, update, withdraw, years } from './script.ts'
import { enrol, type Plan } from './training.ts'

/** What part of those present have valid training today and on the same day of the years before, the latest first. */
const shares = [0.85, 0.84, 0.83, 0.82] as const

const yearly = 'course-everyone'
const begins = '2024-01-08'

/** Days on which completions are fetched from the learning platform, so many days apart, counted back from the last working day. */
function fetchDays(from: string, until: string, apart: number): string[] {
  const found: string[] = []
  for (let day = back(until, 1); day > from; day = back(day, apart)) found.push(day)
  return found.reverse()
}

/** Two of the cast are soon to take the course again: the person, how many days ago it was taken, and in how many days it is due. */
const soon = [
  ['employee', 352, 12],
  ['internal-audit', 340, 25],
] as const

/**
 * The yearly course after 2023. What is completed is entered when it is fetched from the learning platform, one version each;
 * calls are shown only for those who have yet to answer them.
 * @param told who had taken it, and who had been called, by the end of 2023
 * @param people everyone, with the comings and goings since then
 */
export function* presentTraining(told: Plan, people: readonly Employee[], today: string): Generator<Moment> {
  const roll = dice(20240108)
  const open = new Map(told.open)
  const last = new Map(told.last)
  const steps = new Map<string, Step[]>()
  const add = (day: string, step: Step) => {
    const list = steps.get(day)
    if (list) list.push(step)
    else steps.set(day, [step])
  }
  const unitOf = new Map(people.map((one) => [one.key, one.unit]))

  const complete = (one: Employee, on: string, fetched: string) => {
    const score = { completedOn: on, result: 70 + Math.floor(roll() ** 0.7 * 31), source: 'lms' }
    const call = open.get(one.key)
    const taken = last.get(one.key)
    if (call) add(fetched, update(call.key, score))
    else {
      const step = enrol(`e${on}-${one.key}`, one.key, one.unit, yearly, taken ? plus(taken, 365) : plus(one.from, 30))
      add(fetched, step.do === 'create' ? { ...step, fields: { ...step.fields, ...score } } : step)
    }
    open.delete(one.key)
    last.set(one.key, on)
  }

  for (const [age, share] of [...shares.entries()].reverse()) {
    const end = years(today, -age)
    const start = years(today, -age - 1) > begins ? years(today, -age - 1) : begins
    const fetches = fetchDays(start, end, age === 0 ? 28 : 56)
    const latest = fetches.at(-1)
    if (!latest) continue
    const asked = new Map(soon.map(([key, ago]) => [key as string, plus(today, -ago)]))
    const present = people.filter((one) => isActive(one, latest))
    const isValid = (one: Employee) => (last.get(one.key) ?? '') > years(end, -1)
    const missing = present.filter((one) => !isValid(one))
    const quota = Math.round(share * present.length) - (present.length - missing.length)
    // Whoever has been called for long goes first: nobody waits for years.
    const ranked = missing
      .map((one) => ({ one, score: one.diligence + roll() * 0.6 + (open.has(one.key) ? 0.35 : 0) }))
      .sort((a, b) => b.score - a.score)
    for (const { one } of ranked.slice(0, Math.max(0, quota))) {
      const taken = last.get(one.key)
      const anniversary = taken ? plus(taken, 362 - Math.floor(roll() * 26)) : ''
      const anyDay = plus(start, 3 + Math.floor(roll() * Math.max(1, (Date.parse(latest) - Date.parse(start)) / 86_400_000 - 6)))
      const wish = (age === 0 ? asked.get(one.key) : undefined) ?? (anniversary > start && anniversary <= latest ? anniversary : anyDay)
      const on = whenPresent(one, wish, latest)
      const fetched = on && fetches.find((day) => day >= on)
      if (on && on > start && fetched) complete(one, on, fetched)
    }
  }

  const calling = back(today, 33)
  const dates = new Map(soon.map(([key, , due]) => [key as string, plus(today, due)]))
  for (const one of people) {
    const call = open.get(one.key)
    if (!isActive(one, back(today, 1))) {
      if (call && one.to && one.to < calling) add(calling, withdraw(call.key, 'Personen har slutat.'))
      continue
    }
    const taken = last.get(one.key)
    const runsOut = taken ? plus(taken, 365) : plus(one.from, 30)
    const due =
      dates.get(one.key) ??
      (runsOut > plus(today, 25) ? null : runsOut < plus(today, -150) ? plus(today, -20 - Math.floor(roll() * 130)) : runsOut)
    if (!due || one.from > calling) continue
    if (call) add(calling, update(call.key, { due }))
    else add(calling, enrol(`call-${one.key}`, one.key, unitOf.get(one.key) ?? one.unit, yearly, due))
  }

  for (const day of [...steps.keys()].sort())
    yield* inParts(
      day,
      '15:40',
      day === calling ? 'ciso' : 'system',
      day === calling
        ? 'Kallelse till Säker i vardagen, också till dem som inte hann i fjol.'
        : 'Uppgifterna är hämtade ur utbildningsplattformen.',
      steps.get(day) ?? [],
    )
}

/** The years whose courses for handlers of protected identities are told: this one and the one before, when they are after 2023. */
export const recentYears = (today: string): number[] => {
  const year = Number(today.slice(0, 4))
  return [year - 1, year].filter((one) => one >= 2024 && firstDay(`${one}-02`) < today)
}
