import { against, bullets, during, here, literally, paragraph, type Telling, text, valueIn, yearBefore } from '../telling.ts'
import { capital } from '../wording.ts'

/** Hantering av säkerhetsrisker. */
export function securityRisks(telling: Telling): string {
  const { say, facts, many, date, day } = telling
  const analysed = valueIn(telling, 'security-risks.analyses-made')
  const open = valueIn(telling, 'security-risks.open')
  if (open === null) return ''
  const level = (key: string) => valueIn(telling, `security-risks.open-by-level.${key}`) ?? 0
  const waiting = valueIn(telling, 'security-risks.awaiting-decision') ?? 0
  const overdue = valueIn(telling, 'security-risks.decisions-overdue') ?? 0
  const reviews = valueIn(telling, 'security-risks.reviews-overdue') ?? 0
  const accepted = valueIn(telling, 'security-risks.accepted') ?? 0
  const ended = valueIn(telling, 'security-risks.acceptances-ended') ?? 0
  const kinds = facts.risksAnalysed.map(({ kind, count }) => `${telling.choice('risk', 'kind', kind)} (${count})`)
  const kindsOfLevel = [
    { count: level('extreme'), sv: ['extrem', 'extrema'], en: 'extreme' },
    { count: level('very-high'), sv: ['mycket hög', 'mycket höga'], en: 'very high' },
    { count: level('high'), sv: ['hög', 'höga'], en: 'high' },
    { count: level('medium'), sv: ['på mellannivå', 'på mellannivå'], en: 'medium' },
    { count: level('low'), sv: ['låg', 'låga'], en: 'low' },
  ].filter(({ count }) => count > 0)
  const spread = kindsOfLevel.map(({ count, sv, en }) =>
    say(`${telling.number(count, 'en')} ${sv[count === 1 ? 0 : 1]}`, `${telling.number(count)} ${en}`),
  )
  const unvalued = open - level('extreme') - level('very-high') - level('high') - level('medium') - level('low')
  return text(
    analysed !== null &&
      paragraph(
        say(
          `${during(telling)} gjordes ${many(analysed, 'en riskanalys', 'riskanalyser')}${yearBefore(telling, 'security-risks.analyses-made')}.`,
          `${during(telling)} ${many(analysed, 'one risk analysis was', 'risk analyses were')} made${yearBefore(telling, 'security-risks.analyses-made')}.`,
        ),
        kinds.length > 0 &&
          say(
            `De risker som lämnades för beslut kom fram vid ${telling.list(kinds)}.`,
            `The risks submitted for decision came out of ${telling.list(kinds)}.`,
          ),
      ),
    paragraph(
      say(
        `Den ${date(day)} fanns ${many(open, 'en öppen risk', 'öppna risker')}${against(telling, 'security-risks.open')}.`,
        `On ${date(day)} there ${open === 1 ? 'was' : 'were'} ${many(open, 'one open risk', 'open risks')}${against(telling, 'security-risks.open')}.`,
      ),
      spread.length > 0 &&
        say(
          `Av dem var ${telling.list(spread)}${unvalued > 0 ? `; ${telling.number(unvalued, 'en')} var ännu inte ${unvalued === 1 ? 'värderad' : 'värderade'}` : ''}.`,
          `Of these ${telling.list(spread)}${unvalued > 0 ? `; ${telling.number(unvalued)} not yet valued` : ''}.`,
        ),
    ),
    paragraph(
      say(
        waiting === 0 ? 'Ingen risk väntade på beslut.' : `${capital(many(waiting, 'en risk', 'risker'))} väntade på beslut.`,
        waiting === 0 ? 'No risk awaited a decision.' : `${capital(many(waiting, 'one risk', 'risks'))} awaited a decision.`,
      ),
      waiting > 0 &&
        say(
          overdue === 0
            ? 'Inget beslut hade dröjt för länge.'
            : `${capital(many(overdue, 'ett beslut', 'beslut'))} hade dröjt för länge${against(telling, 'security-risks.decisions-overdue')}.`,
          overdue === 0
            ? 'No decision was overdue.'
            : `${capital(many(overdue, 'one decision was', 'decisions were'))} overdue${against(telling, 'security-risks.decisions-overdue')}.`,
        ),
      valueIn(telling, 'security-risks.decided-in-time') !== null &&
        say(
          `Av de risker som beslutades under året beslutades ${here('security-risks.decided-in-time')} i tid${against(telling, 'security-risks.decided-in-time')}.`,
          `Of the risks decided on during the year ${here('security-risks.decided-in-time')} were decided on in time${against(telling, 'security-risks.decided-in-time')}.`,
        ),
      reviews > 0 &&
        say(
          `${capital(many(reviews, 'en risk', 'risker'))} hade passerat sin dag för omprövning.`,
          `${capital(many(reviews, 'one risk', 'risks'))} had passed ${reviews === 1 ? 'its' : 'their'} day of review.`,
        ),
    ),
    escalation(telling),
    accepted > 0 &&
      paragraph(
        say(
          `${capital(many(accepted, 'en risk', 'risker'))} var ${accepted === 1 ? 'accepterad' : 'accepterade'} till en viss dag${against(telling, 'security-risks.accepted')}.`,
          `${capital(many(accepted, 'one risk was', 'risks were'))} accepted until a certain day${against(telling, 'security-risks.accepted')}.`,
        ),
        ended > 0 &&
          say(
            `${capital(many(ended, 'en acceptans', 'acceptanser'))} hade gått ut utan nytt beslut.`,
            `${capital(many(ended, 'one acceptance', 'acceptances'))} had ended without a new decision.`,
          ),
      ),
  )
}

/** Who is handed which risks by the method in force, and how many reached the director-general. */
function escalation(telling: Telling): string {
  const { say, facts, many, value } = telling
  const [method] = facts.riskMethod
  const handed = valueIn(telling, 'security-risks.escalated-to-director-general')
  const from = (limit: number) => value(limit, 'count')
  return paragraph(
    method &&
      method.headFrom !== null &&
      say(
        `Risker med riskvärdet ${from(method.headFrom)} eller högre eskaleras alltid till avdelningschefen för beslut.`,
        `Risks with a risk value of ${from(method.headFrom)} or higher are always escalated to the head of department for decision.`,
      ),
    method &&
      say(
        `Bedöms en risk som väsentlig${method.materialFrom === null ? '' : `, eller är riskvärdet ${from(method.materialFrom)} eller högre,`} rapporteras den till generaldirektören. Säkerhetschefen följer upp och rapporterar de säkerhetsrelaterade riskerna.`,
        `A risk that is judged material${method.materialFrom === null ? '' : `, or whose value is ${from(method.materialFrom)} or higher,`} is reported to the director-general. The head of security follows up and reports the security-related risks.`,
      ),
    handed !== null &&
      (method !== undefined || handed > 0) &&
      say(
        `${during(telling)} lämnades ${many(handed, 'en risk', 'risker')} till generaldirektören${yearBefore(telling, 'security-risks.escalated-to-director-general')}.`,
        `${during(telling)} ${many(handed, 'one risk was', 'risks were')} handed to the director-general${yearBefore(telling, 'security-risks.escalated-to-director-general')}.`,
      ),
  )
}

/** Säkerhetsmedvetande. */
export function awareness(telling: Telling): string {
  const { say, facts, date, day } = telling
  if (valueIn(telling, 'awareness.completion-share') === null) return ''
  const yearly = facts.yearlyCourses.map((name) => say(`”${literally(name)}”`, `“${literally(name)}”`))
  const roles = facts.courses.map(({ name, audience }) => `**${literally(name)}**${audience ? `: ${literally(audience)}` : ''}`)
  return text(
    paragraph(
      say(
        yearly.length > 1
          ? `Alla medarbetare ska varje år gå någon av utbildningarna ${telling.list(yearly)}.`
          : `Alla medarbetare ska varje år gå utbildningen ${yearly[0] ?? ''}.`,
        yearly.length > 1
          ? `All employees are to take one of the courses ${telling.list(yearly)} each year.`
          : `All employees are to take the course ${yearly[0] ?? ''} each year.`,
      ),
      say(
        `Den ${date(day)} hade ${here('awareness.completion-share')} av dem genomfört utbildningen så sent att den fortfarande gällde${against(telling, 'awareness.completion-share')}.`,
        `On ${date(day)} ${here('awareness.completion-share')} of them had completed it recently enough for it still to be valid${against(telling, 'awareness.completion-share')}.`,
      ),
      say('Den som är frånvarande en längre tid räknas inte med.', 'Those on long absence are not counted.'),
    ),
    roles.length > 0 && say('Vissa roller går dessutom fördjupande utbildningar:', 'Certain roles also take deeper courses:'),
    roles.length > 0 && bullets(roles),
    valueIn(telling, 'awareness.role-courses-share') !== null &&
      say(
        `Av de fördjupande utbildningar som skulle vara gjorda var ${here('awareness.role-courses-share')} genomförda${against(telling, 'awareness.role-courses-share')}.`,
        `Of the deeper courses due ${here('awareness.role-courses-share')} were completed${against(telling, 'awareness.role-courses-share')}.`,
      ),
  )
}

/** Hantering av incidenter. */
export function incidents(telling: Telling): string {
  const { say, facts, many } = telling
  const reported = valueIn(telling, 'incidents.reported')
  if (reported === null) return ''
  const nearMisses = valueIn(telling, 'incidents.near-misses') ?? 0
  const serious = valueIn(telling, 'incidents.serious') ?? 0
  const kinds = facts.incidentKinds
    .slice(0, 3)
    .filter(({ count }) => count > 1)
    .map(({ kind, count }) => `${telling.choice('incident', 'kind', kind)} (${count})`)
  const days = valueIn(telling, 'incidents.days-to-review')
  const receiver =
    telling.year < 2026
      ? say('Myndigheten för samhällsskydd och beredskap (MSB)', 'the Swedish Civil Contingencies Agency (MSB)')
      : say('Myndigheten för civilt försvar (MCF)', 'the Swedish Agency for Civil Defence (MCF)')
  const imy = say('Integritetsskyddsmyndigheten (IMY)', 'the Swedish Authority for Privacy Protection (IMY)')
  const outside = [
    ...(facts.reportedToMcf > 0
      ? [
          say(
            `${many(facts.reportedToMcf, 'en incident', 'incidenter')} till ${receiver}`,
            `${many(facts.reportedToMcf, 'one incident', 'incidents')} to ${receiver}`,
          ),
        ]
      : []),
    ...(facts.reportedToImy > 0
      ? [
          say(
            `${many(facts.reportedToImy, 'en personuppgiftsincident', 'personuppgiftsincidenter')} till ${imy}`,
            `${many(facts.reportedToImy, 'one personal data breach', 'personal data breaches')} to ${imy}`,
          ),
        ]
      : []),
  ]
  return text(
    paragraph(
      say(
        `${during(telling)} rapporterade medarbetarna ${many(reported, 'en händelse', 'händelser')}${yearBefore(telling, 'incidents.reported')}.`,
        `${during(telling)} employees reported ${many(reported, 'one event', 'events')}${yearBefore(telling, 'incidents.reported')}.`,
      ),
      nearMisses > 0 &&
        say(
          nearMisses === 1 ? 'En av dem var ett tillbud.' : `${capital(telling.number(nearMisses))} av dem var tillbud.`,
          nearMisses === 1 ? 'One of them was a near miss.' : `${capital(telling.number(nearMisses))} of them were near misses.`,
        ),
      reported > 0 &&
        say(
          serious === 0
            ? 'Ingen bedömdes som allvarlig.'
            : `${capital(many(serious, 'en bedömdes', 'bedömdes'))} som ${serious === 1 ? 'allvarlig' : 'allvarliga'}.`,
          serious === 0 ? 'None was judged serious.' : `${capital(many(serious, 'one was', 'were'))} judged serious.`,
        ),
    ),
    paragraph(
      valueIn(telling, 'incidents.reviewed-share') !== null &&
        say(
          `Av rapporterna har ${here('incidents.reviewed-share')} gåtts igenom och fått ett beslut om uppföljning.`,
          `Of the reports ${here('incidents.reviewed-share')} have been gone through and have a decision on follow-up.`,
        ),
      days !== null &&
        days < 1 &&
        say('Mediantiden från rapport till beslut var mindre än ett dygn.', 'The median time from report to decision was less than a day.'),
      days !== null &&
        days >= 1 &&
        say(
          `Mediantiden från rapport till beslut var ${here('incidents.days-to-review')}${against(telling, 'incidents.days-to-review')}.`,
          `The median time from report to decision was ${here('incidents.days-to-review')}${against(telling, 'incidents.days-to-review')}.`,
        ),
    ),
    kinds.length > 0 && say(`Vanligast var ${telling.list(kinds)}.`, `The commonest kinds were ${telling.list(kinds)}.`),
    outside.length > 0 && say(`Myndigheten rapporterade ${outside.join(' och ')}.`, `The authority reported ${outside.join(' and ')}.`),
  )
}

/** `Höstmörker (simuleringsövning), den 16 november 2023`; the kind is left out where the name already says it. */
function exerciseLine(telling: Telling, { title, kind, heldOn }: Telling['facts']['exercises'][number]): string {
  const word = telling.choice('exercise', 'kind', kind)
  const named = title.toLowerCase().includes(word.toLowerCase()) ? literally(title) : `${literally(title)} (${word})`
  return telling.say(`${named}, den ${telling.date(heldOn)}`, `${named}, ${telling.date(heldOn)}`)
}

/** Krisberedskap och civilt försvar. */
export function preparedness(telling: Telling): string {
  const { say, facts, many } = telling
  const held = valueIn(telling, 'preparedness.exercises-held')
  if (facts.plans === 0 && !held) return ''
  const tested = valueIn(telling, 'preparedness.plans-tested-share')
  return text(
    facts.plans > 0 &&
      paragraph(
        say(
          `Myndigheten har ${many(facts.plans, 'en kontinuitetsplan', 'kontinuitetsplaner')}.`,
          `The authority has ${many(facts.plans, 'one continuity plan', 'continuity plans')}.`,
        ),
        tested !== null &&
          say(
            `Av planerna har ${here('preparedness.plans-tested-share')} prövats under de senaste tolv månaderna${against(telling, 'preparedness.plans-tested-share')}.`,
            `Of the plans ${here('preparedness.plans-tested-share')} have been tested in the last twelve months${against(telling, 'preparedness.plans-tested-share')}.`,
          ),
      ),
    held !== null &&
      held > 0 &&
      say(
        `${during(telling)} genomfördes ${many(held, 'en övning', 'övningar')}${yearBefore(telling, 'preparedness.exercises-held')}${facts.exercises.length === 0 ? '.' : facts.exercises.length < held ? ', bland dem:' : ':'}`,
        `${during(telling)} ${many(held, 'one exercise was', 'exercises were')} held${yearBefore(telling, 'preparedness.exercises-held')}${facts.exercises.length === 0 ? '.' : facts.exercises.length < held ? ', among them:' : ':'}`,
      ),
    facts.exercises.length > 0 && bullets(facts.exercises.map((exercise) => exerciseLine(telling, exercise))),
  )
}
