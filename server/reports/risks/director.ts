import { capital } from '#areas/reporting/server/wording.ts'
import { shortened } from '#areas/risk/risk.sentence.ts'
import { addDays } from '#kernel/clocks/clock.ts'
import type { BriefSection } from '../brief.ts'
import { heatMap, trendOfHigh } from './pictures.ts'
import { isSerious, type RiskTold } from './standing.ts'
import {
  actionsCell,
  costInWords,
  decisionCell,
  endsBy,
  inOrder,
  type Lengths,
  levelsCell,
  movementGrid,
  movementInWords,
  openIn,
  overdue,
  type RiskTelling,
  responseInWords,
  riskCell,
  titleCell,
  usualLengths,
  valueInWords,
} from './telling.ts'

/** How much is told: so many rows of each kind, in so many words. The other rows are counted. */
export interface Room {
  readonly decisions: number
  readonly serious: number
  readonly moved: number
  readonly late: number
  readonly ending: number
  readonly longest: Lengths
}

/** From the most to the least that is told: the first that has room on two pages is used. */
export const rooms: readonly [Room, ...Room[]] = [
  { decisions: 4, serious: 6, moved: 8, late: 6, ending: 6, longest: usualLengths },
  { decisions: 3, serious: 4, moved: 5, late: 4, ending: 4, longest: { part: 80, title: 70, why: 120 } },
  { decisions: 2, serious: 3, moved: 3, late: 2, ending: 2, longest: { part: 45, title: 50, why: 70 } },
]

/** The most pages the director-general is given. */
export const mostPages = 2

/** Acceptances that end within so many days are told of. */
const soon = 60

/** `Ytterligare tre risker står i registret.` */
export function restInWords({ say, many }: RiskTelling, rest: number): string[] {
  if (rest <= 0) return []
  return [
    say(
      `Ytterligare ${many(rest, 'en risk', 'risker')} står i registret.`,
      rest === 1
        ? 'One more risk can be read in the register.'
        : `A further ${many(rest, 'one risk', 'risks')} can be read in the register.`,
    ),
  ]
}

/** The whole in one sentence, and what waits. */
function inShort(telling: RiskTelling, serious: readonly RiskTold[], mine: readonly RiskTold[], late: readonly RiskTold[]): string {
  const { say, many, number, authority, previousDay, date } = telling
  const open = openIn(telling).length
  if (!open) return say('Inga öppna risker finns i registret.', 'There are no open risks in the register.')
  const moved = movementInWords(telling)
  const first = say(
    `${authority} har ${many(open, 'en öppen risk', 'öppna risker')}, varav ${serious.length ? `${number(serious.length, 'en')} ${serious.length === 1 ? 'allvarlig' : 'allvarliga'}` : 'ingen är allvarlig'}; sedan den ${date(previousDay)} har ${moved ? moved.replaceAll('har ', '') : 'ingen ändrats'}.`,
    `${authority} has ${many(open, 'one open risk', 'open risks')}, of which ${serious.length ? `${number(serious.length)} ${serious.length === 1 ? 'is' : 'are'} serious` : 'none is serious'}; since ${date(previousDay)} ${moved ?? 'none has changed'}.`,
  )
  const asked = mine.length
    ? say(
        `Generaldirektören behöver besluta om ${many(mine.length, 'en risk', 'risker')}.`,
        `The director-general needs to decide on ${many(mine.length, 'one risk', 'risks')}.`,
      )
    : say('Inget beslut väntar på generaldirektören.', 'No decision awaits the director-general.')
  const overdueOnes = late.length
    ? say(
        ` ${capital(many(late.length, 'ett beslut', 'beslut'))} har dröjt för länge.`,
        ` ${capital(many(late.length, 'one decision is', 'decisions are'))} overdue.`,
      )
    : ''
  return `${first} ${asked}${overdueOnes}`
}

/** What is proposed: the option recommended, with its cost and effect. */
export function proposalCell(telling: RiskTelling, risk: RiskTold): string {
  const { say, standing, longest } = telling
  const options = standing.options.get(risk.id) ?? []
  const proposed = options.find((option) => option.proposed)
  if (!proposed)
    return options.length ? say('Inget alternativ förordas än', 'No option is recommended yet') : say('Inget förslag än', 'No proposal yet')
  const effect = proposed.level === null ? [] : [`→ ${valueInWords(telling, proposed.value, proposed.level)}`]
  return [
    `${responseInWords(telling, proposed.response) ?? ''}: ${shortened(proposed.name, longest.title)}`,
    costInWords(telling, proposed).replace('\n', ', '),
    ...effect,
  ]
    .filter((line) => line !== '–')
    .join('\n')
}

const latest = (one: string | null, other: string | null) => (one ?? '9').localeCompare(other ?? '9')

/** The paper of the director-general: two pages at most. */
export function directorSections(whole: RiskTelling, most: Room = rooms[0]): BriefSection[] {
  const telling: RiskTelling = { ...whole, longest: most.longest }
  const { say, standing, day, previousDay, date, moved } = telling
  const open = openIn(telling)
  const serious = open.filter((risk) => isSerious(standing.method, risk))
  const mine = open.filter(({ state, mandate }) => state === 'analysed' && mandate === 'director-general')
  const late = open.filter((risk) => overdue(risk, day)).toSorted((one, other) => latest(one.decideBy, other.decideBy))
  const ending = open
    .filter((risk) => endsBy(risk, addDays(day, soon)))
    .toSorted((one, other) => latest(one.acceptedUntil, other.acceptedUntil))
  const ordered = inOrder(moved)
  const none = (words: string): string[] => [words]
  return [
    {
      heading: say('I korthet', 'In short'),
      paragraphs: [inShort(telling, serious, mine, late)],
      pictures: [...heatMap(telling), ...trendOfHigh(telling)],
      tables: [],
    },
    {
      heading: say('Beslut som behövs nu', 'Decisions needed now'),
      paragraphs: mine.length
        ? restInWords(telling, mine.length - most.decisions)
        : none(say('Inget väntar på generaldirektören.', 'Nothing awaits the director-general.')),
      tables: mine.length
        ? [
            {
              lead: true,
              columns: [
                { heading: say('Risk', 'Risk'), share: 0.4 },
                { heading: say('Värde', 'Value'), share: 0.15 },
                { heading: say('Senast', 'By'), share: 0.18 },
                { heading: say('Förslag', 'Proposal'), share: 0.27 },
              ],
              rows: mine
                .slice(0, most.decisions)
                .map((risk) => [
                  riskCell(telling, risk),
                  valueInWords(telling, risk.value, risk.level),
                  risk.decideBy ? `${date(risk.decideBy)}${risk.decideBy < day ? `\n${say('försenat', 'overdue')}` : ''}` : '–',
                  proposalCell(telling, risk),
                ]),
            },
          ]
        : [],
    },
    {
      heading: say('Allvarliga risker', 'Serious risks'),
      paragraphs: serious.length
        ? restInWords(telling, serious.length - most.serious)
        : none(say('Ingen öppen risk är väsentlig eller på den högsta nivån.', 'No open risk is material or at the highest level.')),
      tables: serious.length
        ? [
            {
              lead: true,
              columns: [
                { heading: say('Risk', 'Risk'), share: 0.42 },
                { heading: say('Nu och mål', 'Now and target'), share: 0.15 },
                { heading: say('Beslut', 'Decision'), share: 0.18 },
                { heading: say('Det här görs', 'What is being done'), share: 0.25 },
              ],
              rows: serious
                .slice(0, most.serious)
                .map((risk) => [
                  riskCell(telling, risk),
                  levelsCell(telling, risk),
                  decisionCell(telling, risk),
                  actionsCell(telling, risk, 2),
                ]),
            },
          ]
        : [],
    },
    {
      heading: say(`Förändringar sedan den ${date(previousDay)}`, `Changes since ${date(previousDay)}`),
      paragraphs: ordered.length
        ? restInWords(telling, ordered.length - most.moved)
        : none(say('Ingen risk har ändrats, tillkommit eller avslutats.', 'No risk has changed, been added or been closed.')),
      tables: ordered.length ? [movementGrid(telling, ordered.slice(0, most.moved))] : [],
    },
    {
      heading: say('Försenade beslut', 'Overdue decisions'),
      paragraphs: late.length
        ? restInWords(telling, late.length - most.late)
        : none(say('Inget beslut är försenat.', 'No decision is overdue.')),
      tables: late.length
        ? [
            {
              lead: true,
              columns: [
                { heading: say('Risk', 'Risk'), share: 0.44 },
                { heading: say('Värde', 'Value'), share: 0.18 },
                { heading: say('Beslutar', 'Decides'), share: 0.2 },
                { heading: say('Skulle ha beslutats', 'Was due'), share: 0.18 },
              ],
              rows: late
                .slice(0, most.late)
                .map((risk) => [
                  titleCell(telling, risk),
                  valueInWords(telling, risk.value, risk.level),
                  risk.decider ?? '–',
                  risk.decideBy ? date(risk.decideBy) : '–',
                ]),
            },
          ]
        : [],
    },
    {
      heading: say(`Acceptanser som går ut inom ${soon} dagar`, `Acceptances that end within ${soon} days`),
      paragraphs: ending.length
        ? restInWords(telling, ending.length - most.ending)
        : none(say('Ingen acceptans går ut.', 'No acceptance ends.')),
      tables: ending.length ? [endingGrid(telling, ending.slice(0, most.ending), false)] : [],
    },
  ]
}

/** Accepted risks with the day the acceptance ends and, where there is room, its conditions. */
export function endingGrid(telling: RiskTelling, risks: readonly RiskTold[], withConditions: boolean) {
  const { say, date } = telling
  return {
    lead: true,
    columns: [
      { heading: say('Risk', 'Risk'), share: withConditions ? 0.34 : 0.44 },
      { heading: say('Värde', 'Value'), share: withConditions ? 0.14 : 0.18 },
      { heading: say('Riskägare', 'Risk owner'), share: withConditions ? 0.16 : 0.2 },
      { heading: say('Till och med', 'Until'), share: withConditions ? 0.12 : 0.18 },
      ...(withConditions ? [{ heading: say('Villkor', 'Conditions'), share: 0.24 }] : []),
    ],
    rows: risks.map((risk) => [
      titleCell(telling, risk),
      valueInWords(telling, risk.value, risk.level),
      risk.owner ?? '–',
      risk.acceptedUntil ? date(risk.acceptedUntil) : '–',
      ...(withConditions ? [risk.conditions ? shortened(risk.conditions, 300) : '–'] : []),
    ]),
  }
}
