import { type Employee, firstDay, inParts, isActive, storyYears, trainedShare, whenPresent } from './population.ts'
import { create, dice, type Moment, plus, type Step, update, workday } from './script.ts'

/** That somebody is called to the yearly course. */
export interface Enrolment {
  readonly key: string
  readonly due: string
}

/** What one person does about the yearly course: the enrolments made and the days they were completed. */
export interface Plan {
  readonly made: { readonly on: string; readonly person: Employee; readonly enrolment: Enrolment }[]
  readonly completed: { readonly on: string; readonly key: string; readonly result: number }[]
  /** Calls that had not been answered by the end, and the latest completions, by person. */
  readonly open: ReadonlyMap<string, Enrolment>
  readonly last: ReadonlyMap<string, string>
}

const yearly = 'course-everyone'

/**
 * Who takes the yearly course when. At the end of each year exactly the share in `trainedShare` of those employed and present
 * has completed it within twelve months; all completions fall within a calendar year, so that these are the ones of that year.
 */
export function plan(people: readonly Employee[]): Plan {
  const roll = dice(19760812)
  const open = new Map<string, Enrolment>()
  const last = new Map<string, string>()
  const made: Plan['made'] = []
  const completed: Plan['completed'] = []
  for (const year of storyYears) {
    const end = `${year}-12-31`
    const latest = workday(`${year}-12-18`) > `${year}-12-18` ? `${year}-12-16` : `${year}-12-18`
    const start = year === 2021 ? '2021-01-11' : firstDay(`${year}-01`)
    const present = people.filter((one) => one.from <= latest && isActive(one, end))
    const quota = Math.round((trainedShare[year] ?? 0) * people.filter((one) => isActive(one, end)).length)
    const ranked = present.map((one) => ({ one, score: one.diligence + roll() * 0.6 })).sort((a, b) => b.score - a.score)
    const takes = new Set(ranked.slice(0, quota).map(({ one }) => one.key))
    for (const one of people) {
      if (one.from > latest || (one.to !== undefined && one.to < start)) continue
      const before = last.get(one.key)
      const isNew = one.from >= `${year}-01-05`
      let enrolment = open.get(one.key)
      if (!enrolment) {
        const due = isNew ? plus(one.from, 30) : before ? plus(before, 365) : `${year}-11-30`
        enrolment = { key: `e${year}-${one.key}`, due }
        made.push({ on: isNew ? one.from : start, person: one, enrolment })
        open.set(one.key, enrolment)
      }
      const leavesTrained = !takes.has(one.key) && one.to !== undefined && one.to.startsWith(String(year)) && one.diligence > 0.5
      if (!takes.has(one.key) && !leavesTrained) continue
      const spring = roll() < 0.6
      const wish = isNew
        ? plus(one.from, 4 + Math.floor(roll() * 40))
        : before && before >= `${year - 1}-01-01`
          ? plus(before, 362 - Math.floor(roll() * 26))
          : plus(`${year}-${spring ? '02-01' : '09-01'}`, Math.floor(roll() * (spring ? 118 : 100)))
      const on = whenPresent(one, wish < plus(start, 7) ? plus(start, 7) : wish, latest)
      if (!on) continue
      const day = workday(on) > latest ? on : workday(on)
      completed.push({ on: day, key: enrolment.key, result: 70 + Math.floor(roll() ** 0.7 * 31) })
      open.delete(one.key)
      last.set(one.key, day)
    }
  }
  return { made, completed, open, last }
}

/** Enrolments in the yearly course as they are made, and completions as they are fetched every Thursday. */
export function* training(people: readonly Employee[], planned: Plan = plan(people)): Generator<Moment> {
  const { made, completed } = planned
  const madeOn = Map.groupBy(made, ({ on }) => on)
  const weekOf = (on: string) => {
    const weekday = (new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7
    return plus(on, (3 - weekday + 7) % 7 || 7)
  }
  const fetched = Map.groupBy(completed, ({ on }) => weekOf(on))
  for (const day of [...new Set([...madeOn.keys(), ...fetched.keys()])].sort()) {
    const isMany = (madeOn.get(day)?.length ?? 0) > 40
    yield* inParts(
      day,
      '10:30',
      'system',
      isMany ? 'Årets kallelse till Säker i vardagen.' : 'Nya medarbetare kallas till Säker i vardagen.',
      (madeOn.get(day) ?? []).map(({ person, enrolment }) => enrol(enrolment.key, person.key, person.unit, yearly, enrolment.due)),
    )
    yield* inParts(
      day,
      '15:30',
      'system',
      'Uppgifterna är hämtade ur utbildningsplattformen.',
      (fetched.get(day) ?? []).map(({ on, key, result }) => update(key, { completedOn: on, result, source: 'lms' })),
    )
  }
}

/** That a person is to take a course. */
export const enrol = (key: string, person: string, unit: string, course: string, due: string): Step =>
  create('enrolment', key, { person: `@${person}`, course: `@${course}`, unit: `@${unit}`, due })

/** The yearly course for those who handle matters of persons with protected identities: nearly all take it in March and April. */
export function* protectedIdentities(people: readonly Employee[], during: readonly number[] = storyYears): Generator<Moment> {
  const roll = dice(1991)
  for (const year of during) {
    const start = firstDay(`${year}-02`)
    const handlers = people.filter((one) => one.unit === 'ers-sarsk' && isActive(one, start))
    yield* inParts(
      start,
      '11:10',
      'ciso',
      'Årets fördjupning för Särskilda ärenden.',
      handlers.map(({ key, unit }) => enrol(`s${year}-${key}`, key, unit, 'course-protected', `${year}-04-30`)),
    )
    const day = workday(`${year}-04-27`)
    const done = handlers.filter((one) => isActive(one, day) && roll() < Math.min(0.94, 0.8 + (year - 2021) * 0.07))
    yield* inParts(
      day,
      '14:20',
      'ciso',
      'Närvaron är noterad av utbildaren.',
      done.map(({ key }) =>
        update(`s${year}-${key}`, { completedOn: workday(plus(`${year}-03-08`, Math.floor(roll() * 40))), source: 'classroom' }),
      ),
    )
  }
}
