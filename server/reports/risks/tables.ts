import { purposes, recipients } from '#areas/risk/escalation.words.ts'
import { shortened } from '#areas/risk/risk.sentence.ts'
import type { BriefGrid } from '../brief.ts'
import type { ActionTold, Handed, RiskTold, Standing } from './standing.ts'
import {
  actionState,
  actionsCell,
  decisionCell,
  isLate,
  kroner,
  levelsCell,
  openIn,
  type RiskTelling,
  responseInWords,
  riskCell,
} from './telling.ts'

/** Risks with what is decided and done about each. */
export function risksGrid(telling: RiskTelling, risks: readonly RiskTold[], withSentence = true): BriefGrid {
  const { say } = telling
  return {
    lead: true,
    columns: [
      { heading: say('Risk', 'Risk'), share: 0.41 },
      { heading: say('Nu och mål', 'Now and target'), share: 0.15 },
      { heading: say('Läge och beslut', 'Position and decision'), share: 0.19 },
      { heading: say('Åtgärder', 'Actions'), share: 0.25 },
    ],
    rows: risks.map((risk) => {
      const proposed = risk.state === 'analysed' ? responseInWords(telling, risk.response) : null
      return [
        [riskCell(telling, risk, withSentence), ...(risk.owner ? [say(`Riskägare: ${risk.owner}`, `Risk owner: ${risk.owner}`)] : [])].join(
          '\n',
        ),
        levelsCell(telling, risk),
        [decisionCell(telling, risk), ...(proposed ? [proposed] : [])].join('\n'),
        actionsCell(telling, risk, 3),
      ]
    }),
  }
}

const dueFirst = (one: ActionTold, other: ActionTold) => (one.due ?? '9').localeCompare(other.due ?? '9')

/** What is to be done, the nearest first, with what it costs. */
export function actionsGrid(telling: RiskTelling, actions: readonly ActionTold[]): BriefGrid {
  const { say, date, day, standing } = telling
  const reference = new Map(standing.risks.map((risk) => [risk.id, risk.reference]))
  return {
    lead: true,
    columns: [
      { heading: say('Åtgärd', 'Action'), share: 0.34 },
      { heading: say('Ansvarig', 'Responsible'), share: 0.17 },
      { heading: say('Klar senast', 'Due'), share: 0.19 },
      { heading: say('Läge', 'State'), share: 0.14 },
      { heading: say('Beräknat, utfall', 'Estimate, actual'), align: 'right', share: 0.16 },
    ],
    rows: actions.toSorted(dueFirst).map((action) => [
      [
        `${action.reference ?? ''} ${shortened(action.label, 90)}`.trim(),
        // Of one risk, everything is about that risk.
        ...(standing.risks.length > 1
          ? [say('Minskar ', 'Reduces ') + (action.risks.flatMap((id) => reference.get(id) ?? []).join(', ') || '–')]
          : []),
      ].join('\n'),
      action.owner ?? '–',
      action.due ? `${date(action.due)}${isLate(action, day) ? `\n${say('försenad', 'overdue')}` : ''}` : '–',
      actionState(telling, action.state),
      [kroner(telling, action.costEstimated), ...(action.costActual === null ? [] : [kroner(telling, action.costActual)])].join('\n'),
    ]),
  }
}

/** The actions with something left to do, or done since the earlier day. */
export const openActions = (actions: readonly ActionTold[]): ActionTold[] =>
  actions.filter(({ state }) => state !== 'done' && state !== 'effectChecked')

export const sumOf = (actions: readonly ActionTold[], cost: 'costEstimated' | 'costActual'): number | null => {
  const known = actions.flatMap((action) => action[cost] ?? [])
  return known.length ? known.reduce((sum, one) => sum + one, 0) : null
}

/** How many open risks of each level the units have; the levels of the method, highest first. */
export function unitsGrid(telling: RiskTelling): BriefGrid {
  const { say, standing, levelName } = telling
  const open = openIn(telling)
  const levels = [
    ...new Set([...(standing.method?.levels.map(({ level }) => level) ?? []), ...open.flatMap(({ level }) => level ?? [])]),
  ].sort((one, other) => other - one)
  const unvalued = open.some(({ level }) => level === null)
  const units = byUnit(open)
  const count = (risks: readonly RiskTold[], level: number | null) => String(risks.filter((risk) => risk.level === level).length || '–')
  const row = (name: string, risks: readonly RiskTold[]) => [
    name,
    ...levels.map((level) => count(risks, level)),
    ...(unvalued ? [count(risks, null)] : []),
    String(risks.length),
  ]
  return {
    columns: [
      { heading: say('Enhet', 'Unit') },
      ...[...levels, ...(unvalued ? [null] : [])].map((level) => ({ heading: levelName(level), align: 'right' as const })),
      { heading: say('Alla', 'All'), align: 'right' as const },
    ],
    rows: [...units.map(({ name, risks }) => row(name, risks)), ...(units.length > 1 ? [row(say('Tillsammans', 'Together'), open)] : [])],
  }
}

/** Risks unit by unit, in the order of their names. */
export function byUnit(risks: readonly RiskTold[]): { name: string; risks: RiskTold[] }[] {
  const found = new Map<string, RiskTold[]>()
  for (const risk of risks) found.set(risk.unit?.label ?? '–', [...(found.get(risk.unit?.label ?? '–') ?? []), risk])
  return [...found].map(([name, of]) => ({ name, risks: of })).sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}

/** The hand-overs made after one day through another. */
export const handedBetween = ({ handOvers, day }: Pick<Standing, 'handOvers' | 'day'>, after: string): Handed[] =>
  handOvers.filter(({ since }) => since > after && since <= day)

/** Whether a hand-over was acknowledged, or dealt with, by its day. Null while that day has not passed. */
export function inTime({ acknowledgedOn, endedOn, answerBy }: Handed, day: string): boolean | null {
  const met = [acknowledgedOn, endedOn].flatMap((one) => one ?? []).sort()[0]
  if (met !== undefined) return answerBy === null || met <= answerBy
  return answerBy !== null && answerBy < day ? false : null
}

/** How many hand-overs to whom, for what, and how they were received. */
export function handedGrid(telling: RiskTelling, handed: readonly Handed[]): BriefGrid {
  const { say, label, day } = telling
  const keys = [...new Set(handed.map(({ role, purpose }) => `${role} ${purpose}`))].sort()
  const of = (key: string) => handed.filter(({ role, purpose }) => `${role} ${purpose}` === key)
  const count = (given: readonly Handed[], met: boolean | null) => String(given.filter((one) => inTime(one, day) === met).length || '–')
  return {
    columns: [
      { heading: say('Till', 'To') },
      { heading: say('För att', 'In order to') },
      { heading: say('Antal', 'Number'), align: 'right' },
      { heading: say('Mottagna i tid', 'Received in time'), align: 'right' },
      { heading: say('För sent', 'Too late'), align: 'right' },
      { heading: say('Väntar', 'Waiting'), align: 'right' },
    ],
    rows: keys.map((key) => {
      const given = of(key)
      const [first] = given
      return [
        first?.role ? label(recipients[first.role]) : '–',
        first ? label(purposes[first.purpose]).toLowerCase() : '–',
        String(given.length),
        count(given, true),
        count(given, false),
        count(given, null),
      ]
    }),
  }
}
