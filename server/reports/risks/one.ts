import { escalationInWords, type Now } from '#areas/risk/escalation.words.ts'
import { riskSentence, shortened } from '#areas/risk/risk.sentence.ts'
import { riskWorkflow } from '#areas/risk/risk.workflow.ts'
import { workingDaysBetween } from '#kernel/clocks/calendar.ts'
import type { Text } from '#kernel/language/text.ts'
import type { BriefSection } from '../brief.ts'
import { challengesSection } from './function.ts'
import { pathOf } from './pictures.ts'
import type { RiskTold } from './standing.ts'
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

/** A risk with all that is needed to decide on it. */
export function oneSections(telling: RiskTelling, risk: RiskTold, story: readonly Step[]): BriefSection[] {
  const { say, date, day, language, standing, label } = telling
  const now: Now = { today: day, workingDaysTo: (to) => workingDaysBetween(day, to) }
  const options = standing.options.get(risk.id) ?? []
  const waiting = standing.handOvers.filter(({ state, purpose }) => (state === 'open' || state === 'acknowledged') && purpose !== 'know')
  const told = standing.handOvers.filter(({ purpose }) => purpose === 'know')
  const decided =
    risk.state === 'accepted'
      ? [
          say(
            `Risken är accepterad${risk.acceptedUntil ? ` till och med den ${date(risk.acceptedUntil)}` : ''}.${risk.conditions ? ` Villkor: ${risk.conditions}` : ''}`,
            `The risk is accepted${risk.acceptedUntil ? ` until ${date(risk.acceptedUntil)}` : ''}.${risk.conditions ? ` Conditions: ${risk.conditions}` : ''}`,
          ),
        ]
      : []
  const step = (name: string, value: number | null, level: number | null) => [name, valueInWords(telling, value, level)]
  return [
    {
      heading: say('Vad kan hända?', 'What may happen?'),
      paragraphs: [
        riskSentence(risk, language) ??
          say(
            'Ingen har ännu skrivit vad som kan hända, varför och vad det leder till.',
            'Nobody has yet written what may happen, why and what it leads to.',
          ),
        ...(risk.material && risk.materialGrounds ? [say(`Väsentlig: ${risk.materialGrounds}`, `Material: ${risk.materialGrounds}`)] : []),
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
                  `${shortened(option.name, 120)}${option.proposed ? say(' (förordas)', ' (recommended)') : ''}`,
                  ...(option.description ? [shortened(option.description, 240)] : []),
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
        ? []
        : [say('Inga åtgärder är beslutade eller föreslagna.', 'No actions are decided or proposed.')],
      tables: standing.actions.length ? [actionsGrid(telling, standing.actions)] : [],
    },
    ...(standing.challenges.length ? [challengesSection(telling, standing.challenges)] : []),
    {
      heading: say('Vad som har beslutats', 'What has been decided'),
      paragraphs: story.length ? [] : [say('Inget har beslutats ännu.', 'Nothing has been decided yet.')],
      tables: story.length
        ? [
            {
              columns: [
                { heading: say('Dag', 'Day'), share: 0.17 },
                { heading: say('Vem', 'Who'), share: 0.19 },
                { heading: say('Vad', 'What'), share: 0.26 },
                { heading: say('Skäl', 'Reason'), share: 0.38 },
              ],
              rows: story.map(({ on, by, move, reason }) => [
                date(on),
                by ?? say('Värna', 'Värna'),
                label(moveName(move)),
                reason ? shortened(reason, 240) : '–',
              ]),
            },
          ]
        : [],
    },
  ]
}
