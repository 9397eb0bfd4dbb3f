import { capital } from '#areas/reporting/server/wording.ts'
import { addDays } from '#kernel/clocks/clock.ts'
import type { BriefSection } from '../brief.ts'
import { endingGrid, restInWords } from './director.ts'
import { heatMap, trendOfHigh } from './pictures.ts'
import { actionsGrid, openActions, risksGrid } from './tables.ts'
import { endsBy, inOrder, isLate, movementGrid, movementInWords, openIn, overdue, type RiskTelling } from './telling.ts'

/** So many rows of each kind have room on two pages. The others are counted in words. */
const most = { risks: 8, actions: 8, moved: 5, ending: 5 }

/** The risks of a unit and those below, for its manager: what waits, what is serious, what is to be done. */
export function unitSections(telling: RiskTelling, unit: string): BriefSection[] {
  const { say, many, day, previousDay, date, standing, moved } = telling
  const open = openIn(telling)
  const late = open.filter((risk) => overdue(risk, day))
  const ending = open.filter((risk) => endsBy(risk, addDays(day, 60)))
  const actions = openActions(standing.actions)
  const behind = actions.filter((action) => isLate(action, day))
  const movement = movementInWords(telling)
  const ordered = inOrder(moved)
  const waits = [
    ...(late.length
      ? [
          say(
            `${many(late.length, 'ett beslut', 'beslut')} har dröjt för länge`,
            `${many(late.length, 'one decision is', 'decisions are')} overdue`,
          ),
        ]
      : []),
    ...(behind.length
      ? [
          say(
            `${many(behind.length, 'en åtgärd är försenad', 'åtgärder är försenade')}`,
            `${many(behind.length, 'one action is', 'actions are')} late`,
          ),
        ]
      : []),
  ]
  return [
    {
      heading: say('I korthet', 'In short'),
      paragraphs: [
        open.length
          ? say(
              `${unit} har ${many(open.length, 'en öppen risk', 'öppna risker')}.${movement ? ` Sedan den ${date(previousDay)} har ${movement.replaceAll('har ', '')}.` : ''} ${waits.length ? `${capital(telling.list(waits))}.` : 'Inget är försenat.'}`,
              `${unit} has ${many(open.length, 'one open risk', 'open risks')}.${movement ? ` Since ${date(previousDay)} ${movement}.` : ''} ${waits.length ? `${capital(telling.list(waits))}.` : 'Nothing is late.'}`,
            )
          : say(`${unit} har inga öppna risker.`, `${unit} has no open risks.`),
      ],
      pictures: open.length ? [...heatMap(telling), ...trendOfHigh(telling)] : [],
      tables: [],
    },
    ...(open.length
      ? [
          {
            heading: say('Öppna risker', 'Open risks'),
            paragraphs: restInWords(telling, open.length - most.risks),
            tables: [risksGrid(telling, open.slice(0, most.risks))],
          },
        ]
      : []),
    ...(actions.length
      ? [
          {
            heading: say('Åtgärder att göra', 'Actions to be done'),
            paragraphs:
              actions.length > most.actions
                ? [
                    say(
                      `De ${telling.number(most.actions)} närmaste av ${telling.number(actions.length)}.`,
                      `The ${telling.number(most.actions)} nearest of ${telling.number(actions.length)}.`,
                    ),
                  ]
                : [],
            tables: [
              actionsGrid(
                telling,
                actions.toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9')).slice(0, most.actions),
              ),
            ],
          },
        ]
      : []),
    ...(ordered.length
      ? [
          {
            heading: say(`Förändringar sedan den ${date(previousDay)}`, `Changes since ${date(previousDay)}`),
            paragraphs: restInWords(telling, ordered.length - most.moved),
            tables: [movementGrid(telling, ordered.slice(0, most.moved))],
          },
        ]
      : []),
    ...(ending.length
      ? [
          {
            heading: say('Acceptanser som går ut inom 60 dagar', 'Acceptances that end within 60 days'),
            paragraphs: restInWords(telling, ending.length - most.ending),
            tables: [endingGrid(telling, ending.slice(0, most.ending), true)],
          },
        ]
      : []),
  ]
}
