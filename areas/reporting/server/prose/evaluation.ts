import type { AreaCompared } from '../facts.ts'
import { bullets, literally, paragraph, type Telling, text, valueIn } from '../telling.ts'
import { capital } from '../wording.ts'

/** How an area has moved since the round before; null where it was not asked about then. */
export const movementOf = ({ before, now }: AreaCompared): 'better' | 'worse' | 'unchanged' | null =>
  before === null ? null : now > before ? 'better' : now < before ? 'worse' : 'unchanged'

/** A level in a sentence: `nivå 2`, `ingen nivå`. */
export const levelInWords = ({ say }: Pick<Telling, 'say'>, level: number | null): string =>
  level === null
    ? say('en nivå som inte är angiven', 'a level that is not stated')
    : level === 0
      ? say('ingen nivå', 'no level')
      : say(`nivå ${level}`, `level ${level}`)

function outcome(telling: Telling): string {
  const { say, facts } = telling
  const [latest, before] = facts.rounds
  if (!latest) return ''
  const now =
    latest.level === 0
      ? say('Ingen av de fyra nivåerna uppnåddes', 'None of the four levels was reached')
      : say(`Resultatet blev ${levelInWords(telling, latest.level)}`, `The result was ${levelInWords(telling, latest.level)}`)
  if (!before) return `${now}.`
  const judged =
    latest.level === null || before.level === null
      ? ''
      : latest.level > before.level
        ? say('en förbättring jämfört med', 'an improvement on')
        : latest.level < before.level
          ? say('en försämring jämfört med', 'a decline from')
          : say('samma som i', 'the same as in')
  const previous = say(
    `den förra omgången, ”${literally(before.name)}”, som gav ${levelInWords(telling, before.level)}`,
    `the previous round, “${literally(before.name)}”, which gave ${levelInWords(telling, before.level)}`,
  )
  return judged ? `${now}, ${judged} ${previous}.` : `${now}.`
}

/** The evaluation in two sentences, for the summary. */
export function evaluationInShort(telling: Telling): string {
  const { say, facts, number } = telling
  const [latest] = facts.rounds
  if (!latest) return ''
  const improved = valueIn(telling, 'evaluation.areas-improved')
  return paragraph(
    say(
      `Den egna utvärderingen gjordes senast den ${telling.date(latest.heldOn)}.`,
      `The authority last evaluated its own work on ${telling.date(latest.heldOn)}.`,
    ),
    outcome(telling),
    improved !== null &&
      say(
        improved === 0
          ? `Inget av ${number(facts.areas.length, 'ett')} områden är bättre än förra gången.`
          : improved === facts.areas.length && improved > 1
            ? `Alla ${number(improved)} områden är bättre än förra gången.`
            : `Av ${number(facts.areas.length, 'ett')} områden är ${number(improved, 'ett')} bättre än förra gången.`,
        improved === 0
          ? `None of ${number(facts.areas.length)} areas is better than last time.`
          : improved === facts.areas.length && improved > 1
            ? `All ${number(improved)} areas are better than last time.`
            : `Of ${number(facts.areas.length)} areas ${number(improved)} ${improved === 1 ? 'is' : 'are'} better than last time.`,
      ),
  )
}

/** Utvärdering av det egna informationssäkerhetsarbetet. */
export function evaluation(telling: Telling): string {
  const { say, facts } = telling
  const [latest] = facts.rounds
  if (!latest) return ''
  const moved = (wanted: 'better' | 'worse' | 'unchanged') =>
    facts.areas.filter((area) => movementOf(area) === wanted).map(({ area }) => literally(area))
  const line = (sv: string, en: string, areas: string[]) => (areas.length ? [`**${say(sv, en)}:** ${telling.list(areas)}`] : [])
  const lines = [
    ...line('Bättre', 'Better', moved('better')),
    ...line('Oförändrat', 'Unchanged', moved('unchanged')),
    ...line('Sämre', 'Worse', moved('worse')),
  ]
  const decided = valueIn(telling, 'evaluation.improvement-actions-decided')
  const proposed = facts.improvements.filter(({ state }) => state === 'proposed').length
  return text(
    paragraph(
      say(
        `Myndigheten utvärderade sitt eget informationssäkerhetsarbete den ${telling.date(latest.heldOn)} med ”${literally(latest.questionnaire)}”.`,
        `The authority evaluated its own information security work on ${telling.date(latest.heldOn)} with “${literally(latest.questionnaire)}”.`,
      ),
      outcome(telling),
    ),
    lines.length > 0 &&
      say(
        'Område för område har läget ändrats så här sedan förra omgången:',
        'Area by area the position has changed as follows since the previous round:',
      ),
    lines.length > 0 && bullets(lines),
    paragraph(
      decided !== null &&
        say(
          decided === 0
            ? 'Ingen åtgärd ur självutvärderingen är ännu beslutad.'
            : `${capital(telling.many(decided, 'en åtgärd', 'åtgärder'))} ur självutvärderingarna är ${decided === 1 ? 'beslutad' : 'beslutade'}.`,
          decided === 0
            ? 'No action from the self-assessment is yet decided.'
            : `${capital(telling.many(decided, 'one action', 'actions'))} from the self-assessments ${decided === 1 ? 'is' : 'are'} decided.`,
        ),
      proposed > 0 &&
        say(
          `${capital(telling.many(proposed, 'ett förslag', 'förslag'))} väntar på beslut.`,
          `${capital(telling.many(proposed, 'one proposal awaits', 'proposals await'))} a decision.`,
        ),
    ),
    facts.improvements.length > 0 && say('Dessa åtgärder återstår:', 'These actions remain:'),
    facts.improvements.length > 0 &&
      bullets(
        facts.improvements.map(({ title, due }) =>
          due
            ? say(`${literally(title)}, klar senast den ${telling.date(due)}`, `${literally(title)}, due ${telling.date(due)}`)
            : literally(title),
        ),
      ),
  )
}

/** Framtida behov. */
export function futureNeeds(telling: Telling): string {
  const { say, facts, many } = telling
  const period = telling.isWholeYear
    ? say(`Under ${telling.year + 1}`, `During ${telling.year + 1}`)
    : say('Under de kommande tolv månaderna', 'In the coming twelve months')
  const reviews = [
    ...(facts.documentsDue > 0
      ? [
          say(
            many(facts.documentsDue, 'ett styrdokument ses över', 'styrdokument ses över'),
            many(facts.documentsDue, 'one governing document is to be reviewed', 'governing documents are to be reviewed'),
          ),
        ]
      : []),
    ...(facts.risksDue > 0
      ? [
          say(
            many(facts.risksDue, 'en risk omprövas', 'risker omprövas'),
            many(facts.risksDue, 'one risk is to be reconsidered', 'risks are to be reconsidered'),
          ),
        ]
      : []),
  ]
  const ending =
    facts.upcoming.length === 0 ? '.' : facts.upcomingTotal > facts.upcoming.length ? say(', bland dem:', ', among them:') : ':'
  return text(
    facts.upcomingTotal > 0 &&
      say(
        `${period} ska ${many(facts.upcomingTotal, 'en beslutad åtgärd bli klar', 'beslutade åtgärder bli klara')}${ending}`,
        `${period} ${many(facts.upcomingTotal, 'one decided action is', 'decided actions are')} to be completed${ending}`,
      ),
    facts.upcoming.length > 0 &&
      bullets(
        facts.upcoming.map(({ title, due }) =>
          say(`${literally(title)}, klar senast den ${telling.date(due)}`, `${literally(title)}, due ${telling.date(due)}`),
        ),
      ),
    reviews.length > 0 &&
      (facts.upcomingTotal > 0
        ? say(`Under samma tid ska ${telling.list(reviews)}.`, `In the same period ${telling.list(reviews)}.`)
        : say(`${period} ska ${telling.list(reviews)}.`, `${period} ${telling.list(reviews)}.`)),
  )
}
