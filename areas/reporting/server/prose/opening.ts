import { against, bullets, during, here, literally, paragraph, type Telling, text, valueIn, yearBefore } from '../telling.ts'
import { capital, genitive } from '../wording.ts'
import { evaluationInShort } from './evaluation.ts'

/** Sammanfattning. */
export function summary(telling: Telling): string {
  const { say, authority, language, day, date, facts } = telling
  const open = valueIn(telling, 'security-risks.open')
  const serious =
    (valueIn(telling, 'security-risks.open-by-level.very-high') ?? 0) + (valueIn(telling, 'security-risks.open-by-level.high') ?? 0)
  const reported = valueIn(telling, 'incidents.reported')
  const done = valueIn(telling, 'management-and-development.actions-done')
  const late = valueIn(telling, 'management-and-development.actions-overdue')
  const told = paragraph(
    valueIn(telling, 'awareness.completion-share') !== null &&
      say(
        `Den ${date(day)} hade ${here('awareness.completion-share')} av medarbetarna en giltig säkerhetsutbildning${against(telling, 'awareness.completion-share')}.`,
        `On ${date(day)} ${here('awareness.completion-share')} of the employees held valid security training${against(telling, 'awareness.completion-share')}.`,
      ),
    valueIn(telling, 'management-system.information-classified-share') !== null &&
      say(
        `Av informationsmängderna var ${here('management-system.information-classified-share')} klassade${against(telling, 'management-system.information-classified-share')}.`,
        `Of the information assets ${here('management-system.information-classified-share')} were classified${against(telling, 'management-system.information-classified-share')}.`,
      ),
    open !== null &&
      say(
        `Det fanns ${telling.many(open, 'en öppen risk', 'öppna risker')}${open > 0 ? `, varav ${telling.number(serious, 'en')} på någon av de två högsta nivåerna` : ''}.`,
        `There ${open === 1 ? 'was' : 'were'} ${telling.many(open, 'one open risk', 'open risks')}${open > 0 ? `, of which ${telling.number(serious)} at one of the two highest levels` : ''}.`,
      ),
    reported !== null &&
      say(
        `${during(telling)} rapporterades ${telling.many(reported, 'en händelse', 'händelser')}${yearBefore(telling, 'incidents.reported')}${valueIn(telling, 'incidents.reviewed-share') === null ? '' : `, och ${here('incidents.reviewed-share')} av rapporterna har granskats`}.`,
        `${during(telling)} ${telling.many(reported, 'one event was', 'events were')} reported${yearBefore(telling, 'incidents.reported')}${valueIn(telling, 'incidents.reviewed-share') === null ? '' : `, and ${here('incidents.reviewed-share')} of the reports have been reviewed`}.`,
      ),
    done !== null &&
      say(
        `${capital(telling.many(done, 'en åtgärd', 'åtgärder'))} för att stärka säkerheten genomfördes${late === null ? '' : `, och ${late === 0 ? 'ingen var försenad' : telling.many(late, 'en var försenad', 'var försenade')} den ${date(day)}`}.`,
        `${capital(telling.many(done, 'one action', 'actions'))} to strengthen security ${done === 1 ? 'was' : 'were'} carried out${late === null ? '' : `, and ${late === 0 ? 'none was overdue' : telling.many(late, 'one was overdue', 'were overdue')} on ${date(day)}`}.`,
      ),
  )
  if (!told && facts.rounds.length === 0) return ''
  return text(
    say(
      `Den här redovisningen beskriver ${genitive(authority, language)} arbete med informationssäkerhet under ${telling.year} och läget den ${date(day)}. Uppgifterna är hämtade ur myndighetens register och jämförs, där det går, med läget ett år tidigare.`,
      `This account describes the work of ${authority} with information security in ${telling.year} and the position on ${date(day)}. It is drawn from the registers of the authority and compared, where possible, with the position a year earlier.`,
    ),
    told,
    evaluationInShort(telling),
  )
}

/** Inledning. */
export function introduction(telling: Telling): string {
  const { say, authority, facts, many } = telling
  if (facts.employees === 0) return ''
  const sites = facts.sites.map(literally)
  const parts =
    facts.departments > 0
      ? say(
          `, fördelade på ${many(facts.departments, 'en avdelning', 'avdelningar')}`,
          ` in ${many(facts.departments, 'one department', 'departments')}`,
        )
      : ''
  const places =
    sites.length === 0
      ? ''
      : sites.length === 1
        ? say(` i ${sites[0]}`, ` in ${sites[0]}`)
        : say(
            ` på ${many(sites.length, '', 'orter')}: ${telling.list(sites)}`,
            ` at ${many(sites.length, '', 'sites')}: ${telling.list(sites)}`,
          )
  return text(
    say(
      `Den ${telling.date(telling.day)} hade ${authority} ${telling.value(facts.employees, 'count')} anställda${parts}${places ? `${parts && sites.length > 1 ? ' och' : ''}${places}` : ''}.`,
      `On ${telling.date(telling.day)} ${authority} had ${telling.value(facts.employees, 'count')} employees${parts}${places ? `${parts && sites.length > 1 ? ' and' : ''}${places}` : ''}.`,
    ),
    say(
      'Redovisningen följer arbetets ordning: hur det leds och styrs, hur myndigheten samverkar, hur risker hanteras, hur medarbetarnas kunskap hålls aktuell, hur incidenter tas om hand och hur myndigheten förbereder sig för störningar. Sist står vad som återstår att göra och vad den egna utvärderingen visar.',
      'The account follows the order of the work: how it is led and governed, how the authority cooperates, how risks are handled, how the knowledge of employees is kept up to date, how incidents are dealt with and how the authority prepares for disturbances. Last comes what remains to be done and what its own evaluation shows.',
    ),
  )
}

/** Förvaltning och utveckling. */
export function managementAndDevelopment(telling: Telling): string {
  const { say, facts, many, date, day } = telling
  const reviews = facts.reviews.map(({ heldOn }) => say(`den ${date(heldOn)}`, date(heldOn)))
  const decided = valueIn(telling, 'management-and-development.actions-decided')
  const done = valueIn(telling, 'management-and-development.actions-done')
  const late = valueIn(telling, 'management-and-development.actions-overdue')
  return text(
    reviews.length > 0 &&
      say(
        `${during(telling)} gick ledningen igenom informationssäkerheten ${reviews.length === 1 ? 'en gång' : `${telling.number(reviews.length)} gånger`}, ${telling.list(reviews)}.`,
        `${during(telling)} the management reviewed information security ${reviews.length === 1 ? 'once' : `${telling.number(reviews.length)} times`}, on ${telling.list(reviews)}.`,
      ),
    paragraph(
      decided !== null &&
        say(
          `${reviews.length ? 'Under året' : during(telling)} beslutades ${many(decided, 'en åtgärd', 'åtgärder')}${yearBefore(telling, 'management-and-development.actions-decided')}.`,
          `${reviews.length ? 'During the year' : during(telling)} ${many(decided, 'one action was', 'actions were')} decided${yearBefore(telling, 'management-and-development.actions-decided')}.`,
        ),
      done !== null &&
        say(
          `${capital(many(done, 'en åtgärd', 'åtgärder'))} genomfördes${yearBefore(telling, 'management-and-development.actions-done')}.`,
          `${capital(many(done, 'one action was', 'actions were'))} carried out${yearBefore(telling, 'management-and-development.actions-done')}.`,
        ),
      late !== null &&
        say(
          late === 0
            ? `Den ${date(day)} var ingen åtgärd försenad.`
            : `Den ${date(day)} var ${many(late, 'en åtgärd försenad', 'åtgärder försenade')}${against(telling, 'management-and-development.actions-overdue')}.`,
          late === 0
            ? `On ${date(day)} no action was overdue.`
            : `On ${date(day)} ${many(late, 'one action was', 'actions were')} overdue${against(telling, 'management-and-development.actions-overdue')}.`,
        ),
      valueIn(telling, 'management-and-development.actions-cost') !== null &&
        say(
          `De genomförda åtgärdernas redovisade kostnad är ${here('management-and-development.actions-cost')}.`,
          `The recorded cost of the actions carried out is ${here('management-and-development.actions-cost')}.`,
        ),
      valueIn(telling, 'management-and-development.effect-checked-share') !== null &&
        say(
          `Av de åtgärder vars effekt skulle ha kontrollerats är ${here('management-and-development.effect-checked-share')} kontrollerade.`,
          `Of the actions whose effect was to be checked, ${here('management-and-development.effect-checked-share')} have been.`,
        ),
    ),
    facts.decisions.length > 0 &&
      text(
        say(
          facts.decisions.length === 1 ? 'Under året fattades ett beslut som är registrerat:' : 'Bland årets beslut finns följande:',
          facts.decisions.length === 1 ? 'One decision of the year is recorded:' : 'The decisions of the year include:',
        ),
        bullets(
          facts.decisions.map(({ title, decidedOn }) =>
            say(`${literally(title)}, den ${date(decidedOn)}`, `${literally(title)}, ${date(decidedOn)}`),
          ),
        ),
      ),
  )
}
