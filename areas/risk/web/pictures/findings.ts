import type { Text } from '#kernel/language/text.ts'
import { formatDate, formatMoney, formatNumber } from '#web/language/format.ts'
import { namedBy, riskLadder } from '../../../scales/risk.ts'
import type { CostedRisk, PictureMethod, PicturesAnswer, RankedRisk, UnitRow } from '../../pictures.ts'

/** What each picture says, as a sentence. Where the reader may not see every risk the sentence says of which it speaks. */

/** A sentence made alike in both languages. */
const both = (sv: string, en: string): Text => ({ sv, en })
const n = (value: number): Text => ({ sv: formatNumber(value, 'sv'), en: formatNumber(value, 'en') })
const kronor = (value: number): Text => ({ sv: formatMoney(Math.round(value), 'sv'), en: formatMoney(Math.round(value), 'en') })

const among = (partial: boolean): Text => (partial ? both(' av dem du får se', ' of those you may see') : both('', ''))

/** The levels of the method, the most serious first. */
export const levelsDown = (method: PictureMethod | null) => (method?.levels ?? []).toSorted((one, other) => other.level - one.level)

/** The two uppermost levels: what is called serious in the sentences. */
export const seriousLevels = (method: PictureMethod | null): number[] =>
  levelsDown(method)
    .slice(0, 2)
    .map(({ level }) => level)

const lower = (name: string) => name.charAt(0).toLocaleLowerCase('sv') + name.slice(1)

/** `2 på nivån mycket hög och 5 på nivån hög` */
function seriousWords(method: PictureMethod | null, countOf: (level: number) => number): Text | null {
  const parts = levelsDown(method)
    .slice(0, 2)
    .flatMap(({ level, name }) => {
      const count = countOf(level)
      const called = namedBy(name, riskLadder[level - 1])
      return count ? [both(`${n(count).sv} på nivån ${lower(called.sv)}`, `${n(count).en} at the level ${lower(called.en)}`)] : []
    })
  if (!parts.length) return null
  return both(parts.map(({ sv }) => sv).join(' och '), parts.map(({ en }) => en).join(' and '))
}

export function matrixFinding({ cells, method, partial }: Pick<PicturesAnswer, 'cells' | 'method' | 'partial'>): Text {
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return both(`Inga öppna risker${among(partial).sv}`, `No open risks${among(partial).en}`)
  const open =
    total === 1
      ? both(`1 öppen risk${among(partial).sv}`, `1 open risk${among(partial).en}`)
      : both(`${n(total).sv} öppna risker${among(partial).sv}`, `${n(total).en} open risks${among(partial).en}`)
  const serious = seriousWords(method, (level) => cells.reduce((sum, cell) => sum + (cell.level === level ? cell.count : 0), 0))
  return serious
    ? both(`${open.sv}: ${serious.sv}`, `${open.en}: ${serious.en}`)
    : both(`${open.sv}, ingen på de två högsta nivåerna`, `${open.en}, none at the two highest levels`)
}

const moved = (from: number, to: number, what: Text): Text => {
  if (from === to)
    return both(`${what.sv} är lika många som för ett år sedan, ${n(to).sv}`, `${what.en} are as many as a year ago, ${n(to).en}`)
  const direction = to > from ? both('ökat', 'risen') : both('minskat', 'fallen')
  return both(
    `${what.sv} har ${direction.sv} från ${n(from).sv} till ${n(to).sv} på ett år`,
    `${what.en} have ${direction.en} from ${n(from).en} to ${n(to).en} in a year`,
  )
}

export function trendFinding({ quarters, method, partial }: Pick<PicturesAnswer, 'quarters' | 'method' | 'partial'>): Text {
  const serious = seriousLevels(method)
  const countAt = (back: number, only?: readonly number[]) =>
    (quarters.at(-1 - back)?.levels ?? []).reduce(
      (sum, { level, count }) => sum + (!only || (level !== null && only.includes(level)) ? count : 0),
      0,
    )
  const all = moved(countAt(4), countAt(0), both(`Öppna risker${among(partial).sv}`, `Open risks${among(partial).en}`))
  const [from, to] = [countAt(4, serious), countAt(0, serious)]
  const high =
    from === to
      ? both(`på de två högsta nivåerna är de fortfarande ${n(to).sv}`, `at the two highest levels they are still ${n(to).en}`)
      : both(`på de två högsta nivåerna från ${n(from).sv} till ${n(to).sv}`, `at the two highest levels from ${n(from).en} to ${n(to).en}`)
  return both(`${all.sv}; ${high.sv}`, `${all.en}; ${high.en}`)
}

/** How a risk has moved on the list of the greatest since then. */
export type Movement = 'new' | 'up' | 'down' | 'same' | 'gone'
export const movementOf = ({ rank, rankThen }: Pick<RankedRisk, 'rank' | 'rankThen'>): Movement =>
  rank === null ? 'gone' : rankThen === null ? 'new' : rank < rankThen ? 'up' : rank > rankThen ? 'down' : 'same'

/** So many of the greatest risks make the list. */
const longest = 10

/**
 * The list of the greatest, and those that have left it. One that was on it and shares its place with the last that still is has not left:
 * which of several of the same value come first says nothing of them.
 */
export function listOf(ranked: readonly RankedRisk[]): { readonly listed: readonly RankedRisk[]; readonly left: readonly RankedRisk[] } {
  const first = ranked.filter(({ rank }) => rank !== null).slice(0, longest)
  const last = first.at(-1)?.rank ?? 0
  const isListed = ({ rank }: RankedRisk) => rank !== null && rank <= last
  return { listed: ranked.filter(isListed), left: ranked.filter((one) => !isListed(one)) }
}

export function rankedFinding({ ranked, compared, partial }: Pick<PicturesAnswer, 'ranked' | 'compared' | 'partial'>): Text {
  const top = listOf(ranked).listed
  const day = { sv: formatDate(compared, 'sv'), en: formatDate(compared, 'en') }
  const count = (movement: Movement) => top.filter((one) => movementOf(one) === movement).length
  const [up, fresh] = [count('up'), count('new')]
  const of = both(`de största riskerna${among(partial).sv}`, `the greatest risks${among(partial).en}`)
  if (!up && !fresh) return both(`Ingen av ${of.sv} har klättrat sedan ${day.sv}`, `None of ${of.en} has climbed since ${day.en}`)
  const parts = [
    ...(up ? [both(`${n(up).sv} har klättrat`, `${n(up).en} ${up === 1 ? 'has' : 'have'} climbed`)] : []),
    ...(fresh ? [both(`${n(fresh).sv} är ${fresh === 1 ? 'ny' : 'nya'}`, `${n(fresh).en} ${fresh === 1 ? 'is' : 'are'} new`)] : []),
  ]
  return both(
    `Av ${of.sv}: ${parts.map(({ sv }) => sv).join(', ')} sedan ${day.sv}`,
    `Of ${of.en}: ${parts.map(({ en }) => en).join(', ')} since ${day.en}`,
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Why a risk stands where it does, in a sentence. */
export function whyMoved(one: RankedRisk): Text {
  const value = (number: number | null): Text => (number === null ? both('inget värde', 'no value') : n(number))
  const [from, to] = [value(one.valueThen), value(one.value)]
  const movement = movementOf(one)
  const because = one.reason?.text ? `: ”${one.reason.text}”` : ''
  const told = one.reason
    ? both(
        ` (${formatDate(one.reason.on, 'sv')}${one.reason.by ? `, ${one.reason.by}` : ''}${because})`,
        ` (${formatDate(one.reason.on, 'en')}${one.reason.by ? `, ${one.reason.by}` : ''}${because.replaceAll('”', '"')})`,
      )
    : both('', '')
  if (movement === 'gone') return both(`inte längre öppen${told.sv}`, `no longer open${told.en}`)
  if (movement === 'new') return both('fanns inte bland de öppna riskerna då', 'was not among the open risks then')
  if (one.valueThen !== one.value)
    return both(`riskvärdet från ${from.sv} till ${to.sv}${told.sv}`, `risk value from ${from.en} to ${to.en}${told.en}`)
  if (movement === 'same') return both('samma riskvärde', 'same risk value')
  return both(
    `samma värde; ${movement === 'up' ? 'andra risker har sjunkit eller avslutats' : 'andra risker har stigit eller tillkommit'}`,
    `same value; ${movement === 'up' ? 'other risks have fallen or been closed' : 'other risks have risen or been added'}`,
  )
}

/** Where it stood and stands: `upp från plats 4`. */
export function placeWords({ rank, rankThen }: Pick<RankedRisk, 'rank' | 'rankThen'>): Text {
  const movement = movementOf({ rank, rankThen })
  const from = rankThen ?? 0
  return {
    new: both('ny', 'new'),
    gone: both(`var på plats ${from}`, `was in place ${from}`),
    up: both(`upp från plats ${from}`, `up from place ${from}`),
    down: both(`ned från plats ${from}`, `down from place ${from}`),
    same: both('samma plats', 'same place'),
  }[movement]
}

export function unitsFinding({ units, method, partial }: Pick<PicturesAnswer, 'units' | 'method' | 'partial'>): Text {
  const serious = seriousLevels(method)
  const seriousIn = (row: UnitRow) => serious.reduce((sum, level) => sum + (row.levels[level] ?? 0), 0)
  const depth = units.some((row) => row.depth === 1) ? 1 : 0
  const [most] = units
    .filter((row) => row.depth === depth)
    .toSorted((one, other) => seriousIn(other) - seriousIn(one) || other.count - one.count)
  if (!most) return both('Inga öppna risker i organisationen', 'No open risks in the organisation')
  const overdue = units.filter((row) => row.depth === 0).reduce((sum, row) => sum + row.overdue, 0)
  const late = overdue
    ? both(
        `; ${n(overdue).sv} ${overdue === 1 ? 'beslut är försenat' : 'beslut är försenade'} i hela organisationen`,
        `; ${n(overdue).en} ${overdue === 1 ? 'decision is' : 'decisions are'} overdue in the whole organisation`,
      )
    : both('', '')
  const of = among(partial)
  return seriousIn(most)
    ? both(
        `${most.label} har flest allvarliga risker${of.sv}: ${n(seriousIn(most)).sv} på de två högsta nivåerna${late.sv}`,
        `${most.label} has the most serious risks${of.en}: ${n(seriousIn(most)).en} at the two highest levels${late.en}`,
      )
    : both(
        `Ingen enhet har risker på de två högsta nivåerna${of.sv}${late.sv}`,
        `No unit has risks at the two highest levels${of.en}${late.en}`,
      )
}

const nobody: Text = both('ingen utpekad', 'nobody appointed')

export function waitingFinding({ waiting, partial }: Pick<PicturesAnswer, 'waiting' | 'partial'>): Text {
  const now = waiting.filter(({ count }) => count > 0)
  const count = now.reduce((sum, one) => sum + one.count, 0)
  if (!count) return both(`Inget beslut om risker väntar${among(partial).sv}`, `No decision on risks is waiting${among(partial).en}`)
  const [oldest] = now.toSorted((one, other) => (one.since ?? '~').localeCompare(other.since ?? '~'))
  const people = now.reduce((sum, { others }) => sum + (others ?? 1), 0)
  const who = oldest?.person?.label
  // With whom, only where the oldest is shown by name.
  const at = oldest?.others === undefined ? both(` hos ${who ?? nobody.sv}`, ` with ${who ?? nobody.en}`) : both('', '')
  const since = oldest?.since
    ? both(`, det äldsta sedan ${formatDate(oldest.since, 'sv')}${at.sv}`, `, the oldest since ${formatDate(oldest.since, 'en')}${at.en}`)
    : both('', '')
  return both(
    `${n(count).sv} beslut${among(partial).sv} väntar hos ${n(people).sv} ${people === 1 ? 'person' : 'personer'}${since.sv}`,
    `${n(count).en} ${count === 1 ? 'decision' : 'decisions'}${among(partial).en} ${count === 1 ? 'waits' : 'wait'} with ${n(people).en} ${people === 1 ? 'person' : 'people'}${since.en}`,
  )
}

/** How many levels of the method a risk is to fall; null where it is not known. */
export function stepsDown({ level, targetLevel }: Pick<CostedRisk, 'level' | 'targetLevel'>, method: PictureMethod | null): number | null {
  if (level === null || targetLevel === null) return null
  const order = (method?.levels ?? []).map((one) => one.level).toSorted((one, other) => one - other)
  const [from, to] = [order.indexOf(level), order.indexOf(targetLevel)]
  return from < 0 || to < 0 ? null : from - to
}

/** Kronor for each level a risk is to fall: of what has been spent where that is more than was planned. */
export function costPerStep(one: CostedRisk, method: PictureMethod | null): number | null {
  const steps = stepsDown(one, method)
  if (!steps || steps < 0 || (one.planned === null && one.actual === null)) return null
  return Math.max(one.planned ?? 0, one.actual ?? 0) / steps
}

/** What the options come to that are proposed and not decided: `; förslag för 300 000 kr väntar på beslut`. */
function proposedWords(costs: readonly CostedRisk[], partial: boolean): Text | null {
  const proposed = costs.flatMap((one) => one.proposed ?? [])
  if (!proposed.length) return null
  const sum = kronor(proposed.reduce((all, { cost }) => all + cost, 0))
  const risks = proposed.length === 1 ? both('1 risk', '1 risk') : both(`${n(proposed.length).sv} risker`, `${n(proposed.length).en} risks`)
  return both(
    `Förslag för ${sum.sv} första året till ${risks.sv}${among(partial).sv} är inte beslutade`,
    `Proposals for ${sum.en} the first year for ${risks.en}${among(partial).en} are not decided`,
  )
}

export function costsFinding({ costs, method, partial }: Pick<PicturesAnswer, 'costs' | 'method' | 'partial'>): Text {
  const proposed = proposedWords(costs, partial)
  const acted = costs.filter(({ planned, actual }) => planned !== null || actual !== null)
  if (!acted.length)
    return (
      proposed ??
      both(`Ingen öppen risk har åtgärder med kostnad${among(partial).sv}`, `No open risk has actions with a cost${among(partial).en}`)
    )
  const planned = kronor(acted.reduce((sum, one) => sum + (one.planned ?? 0), 0))
  const falling = acted.filter((one) => (stepsDown(one, method) ?? 0) > 0).length
  const risks = acted.length === 1 ? both('1 risk', '1 risk') : both(`${n(acted.length).sv} risker`, `${n(acted.length).en} risks`)
  const told = falling
    ? both(
        `Åtgärder för ${planned.sv} ska sänka ${n(falling).sv} av ${risks.sv}${among(partial).sv} minst en nivå`,
        `Actions for ${planned.en} are to bring ${n(falling).en} of ${risks.en}${among(partial).en} down at least one level`,
      )
    : both(
        `Åtgärder för ${planned.sv} gäller ${risks.sv}${among(partial).sv}, men ingen ska sjunka en hel nivå`,
        `Actions for ${planned.en} concern ${risks.en}${among(partial).en}, but none is to fall a whole level`,
      )
  return proposed ? both(`${told.sv}. ${proposed.sv}`, `${told.en}. ${proposed.en}`) : told
}

export const sentenceCase = ({ sv, en }: Text): Text => ({ sv: capital(sv), en: capital(en) })
