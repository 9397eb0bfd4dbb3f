import { escalationInWords, type Now } from '#areas/risk/escalation.words.ts'
import { riskSentence, shortened } from '#areas/risk/risk.sentence.ts'
import { riskWorkflow } from '#areas/risk/risk.workflow.ts'
import { workingDaysBetween } from '#kernel/clocks/calendar.ts'
import type { Text } from '#kernel/language/text.ts'
import type { BriefSection } from '../brief.ts'
import { challengesSection } from './function.ts'
import { pathOf } from './pictures.ts'
import type { ActionTold, RiskTold } from './standing.ts'
import { actionsGrid } from './tables.ts'
import { costInWords, type RiskTelling, responseInWords, valueInWords } from './telling.ts'

/** A step in the story of a risk. */
export interface Step {
  readonly on: string
  readonly by: string | null
  readonly move: string
  readonly reason: string | null
}

const moveName = (move: string): Text =>
  (riskWorkflow.moves as Readonly<Record<string, { readonly label: Text }>>)[move]?.label ?? { sv: move, en: move }

/** How much is told of one risk: so many characters of each part of its sentence, of what each option is called and means and of each reason, so many actions and steps of its story; the story stands in the history too, and yields first. */
export interface Sheet {
  readonly part: number
  readonly actions: number
  readonly steps: number
  readonly called: number
  readonly describe: number
  readonly why: number
}

/** From the most to the least that is told: the first that has room on one page is used. */
export const sheets: readonly [Sheet, ...Sheet[]] = [
  { part: Number.POSITIVE_INFINITY, actions: 12, steps: 12, called: 120, describe: 240, why: 240 },
  { part: 400, actions: 5, steps: 4, called: 90, describe: 110, why: 120 },
  { part: 110, actions: 2, steps: 0, called: 40, describe: 0, why: 60 },
]

/** `De två senaste av fem.` Nothing where all are told. */
const someOf = ({ say, number }: RiskTelling, told: number, all: number, which: Text): string[] =>
  all > told ? [say(`De ${number(told)} ${which.sv} av ${number(all)}.`, `The ${number(told)} ${which.en} of ${number(all)}.`)] : []

const isToDo = ({ state }: ActionTold): boolean => state !== 'done' && state !== 'effectChecked'

/** A risk with all that is needed to decide on it. */
export function oneSections(telling: RiskTelling, risk: RiskTold, story: readonly Step[], most: Sheet = sheets[0]): BriefSection[] {
  const { say, date, day, language, standing, label } = telling
  const now: Now = { today: day, workingDaysTo: (to) => workingDaysBetween(day, to) }
  const options = standing.options.get(risk.id) ?? []
  const waiting = standing.handOvers.filter(({ state, purpose }) => (state === 'open' || state === 'acknowledged') && purpose !== 'know')
  const told = standing.handOvers.filter(({ purpose }) => purpose === 'know')
  const grounds = shortened(risk.materialGrounds ?? '', most.part)
  const conditions = shortened(risk.conditions ?? '', most.part)
  const decided =
    risk.state === 'accepted'
      ? [
          say(
            `Risken är accepterad${risk.acceptedUntil ? ` till och med den ${date(risk.acceptedUntil)}` : ''}.${conditions ? ` Villkor: ${conditions}` : ''}`,
            `The risk is accepted${risk.acceptedUntil ? ` until ${date(risk.acceptedUntil)}` : ''}.${conditions ? ` Conditions: ${conditions}` : ''}`,
          ),
        ]
      : []
  const nearest = standing.actions.toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'))
  const actions = [...nearest.filter(isToDo), ...nearest.filter((one) => !isToDo(one))]
  const step = (name: string, value: number | null, level: number | null) => [name, valueInWords(telling, value, level)]
  return [
    {
      heading: say('Vad kan hända?', 'What may happen?'),
      paragraphs: [
        riskSentence(risk, language, most.part) ??
          say(
            'Ingen har ännu skrivit vad som kan hända, varför och vad det leder till.',
            'Nobody has yet written what may happen, why and what it leads to.',
          ),
        ...(risk.material && risk.materialGrounds ? [say(`Väsentlig: ${grounds}`, `Material: ${grounds}`)] : []),
      ],
      tables: [],
    },
    {
      heading: say('Hur allvarligt är det?', 'How serious is it?'),
      paragraphs: [],
      pictures: pathOf(telling, risk),
      tables: [
        {
          columns: [
            { heading: say('Bedömning', 'Judgement'), share: 0.5 },
            { heading: say('Riskvärde och nivå', 'Risk value and level'), share: 0.5 },
          ],
          rows: [
            step(say('Utan åtgärder', 'Without measures'), risk.inherentValue, risk.inherentLevel),
            step(say('Nu', 'Now'), risk.value, risk.level),
            step(say('När åtgärderna är klara', 'When the actions are done'), risk.targetValue, risk.targetLevel),
          ],
        },
      ],
    },
    {
      heading: say('Vem beslutar?', 'Who decides?'),
      paragraphs: [
        ...waiting.map((handed) => escalationInWords(handed, now, language)),
        ...decided,
        ...(waiting.length || decided.length
          ? []
          : [
              risk.decidedOn
                ? say(`Beslut fattades den ${date(risk.decidedOn)}.`, `Decided on ${date(risk.decidedOn)}.`)
                : say('Ingen har risken för beslut.', 'Nobody has the risk for decision.'),
            ]),
        ...(told.length
          ? [
              say(
                `Känner till risken: ${telling.list([...new Set(told.flatMap(({ person }) => person ?? []))])}.`,
                `Have been told: ${telling.list([...new Set(told.flatMap(({ person }) => person ?? []))])}.`,
              ),
            ]
          : []),
      ],
      tables: [],
    },
    {
      heading: say('Alternativ', 'Options'),
      paragraphs: options.length ? [] : [say('Inga alternativ är jämförda.', 'No options have been compared.')],
      tables: options.length
        ? [
            {
              lead: true,
              columns: [
                { heading: say('Alternativ', 'Option'), share: 0.5 },
                { heading: say('Behandling', 'Treatment'), share: 0.14 },
                { heading: say('Kostnad', 'Cost'), align: 'right', share: 0.18 },
                { heading: say('Risken blir', 'The risk becomes'), share: 0.18 },
              ],
              rows: options.map((option) => [
                [
                  `${shortened(option.name, most.called)}${option.proposed ? say(' (förordas)', ' (recommended)') : ''}`,
                  ...(option.description && most.describe ? [shortened(option.description, most.describe)] : []),
                ].join('\n'),
                responseInWords(telling, option.response) ?? '–',
                costInWords(telling, option),
                option.level === null ? '–' : valueInWords(telling, option.value, option.level),
              ]),
            },
          ]
        : [],
    },
    {
      heading: say('Åtgärder', 'Actions'),
      paragraphs: standing.actions.length
        ? someOf(telling, most.actions, standing.actions.length, { sv: 'närmaste', en: 'nearest' })
        : [say('Inga åtgärder är beslutade eller föreslagna.', 'No actions are decided or proposed.')],
      tables: standing.actions.length ? [actionsGrid(telling, actions.slice(0, most.actions))] : [],
    },
    ...(standing.challenges.length ? [challengesSection(telling, standing.challenges)] : []),
    ...(most.steps
      ? [
          {
            heading: say('Så har risken gått vidare', 'How the risk has been passed on'),
            paragraphs: story.length
              ? someOf(telling, most.steps, story.length, { sv: 'senaste', en: 'latest' })
              : [say('Risken har inte lämnats vidare än.', 'The risk has not been passed on yet.')],
            tables: story.length
              ? [
                  {
                    columns: [
                      { heading: say('Dag', 'Day'), share: 0.17 },
                      { heading: say('Vem', 'Who'), share: 0.19 },
                      { heading: say('Vad', 'What'), share: 0.26 },
                      { heading: say('Skäl', 'Reason'), share: 0.38 },
                    ],
                    rows: story
                      .slice(-most.steps)
                      .map(({ on, by, move, reason }) => [
                        date(on),
                        by ?? say('Värna', 'Värna'),
                        label(moveName(move)),
                        reason ? shortened(reason, most.why) : '–',
                      ]),
                  },
                ]
              : [],
          },
        ]
      : []),
  ]
}
