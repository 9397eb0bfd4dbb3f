import { against, bullets, here, literally, paragraph, type Telling, text, valueIn } from '../telling.ts'
import { capital } from '../wording.ts'

const documentKinds = ['policy', 'guideline', 'instruction', 'process', 'routine']
const kindsInPlural: Record<string, { sv: string; en: string }> = {
  policy: { sv: 'policyer', en: 'policies' },
  guideline: { sv: 'riktlinjer', en: 'guidelines' },
  instruction: { sv: 'anvisningar', en: 'instructions' },
  process: { sv: 'processer', en: 'processes' },
  routine: { sv: 'rutiner', en: 'routines' },
}
/** Documents are named as long as the list can be read; beyond that they are counted. */
const mostNamed = 20

function documents(telling: Telling): string | false {
  const { say, facts, many, date, day, language } = telling
  const inForce = valueIn(telling, 'management-system.documents-in-force')
  if (inForce === null || inForce === 0) return false
  const late = valueIn(telling, 'management-system.documents-overdue-review')
  const named = facts.documents.length <= mostNamed
  const lines = documentKinds.flatMap((kind) => {
    const titles = facts.documents.filter((document) => document.kind === kind).map(({ title }) => literally(title))
    if (titles.length === 0) return []
    const word = titles.length === 1 ? telling.choice('document', 'kind', kind) : (kindsInPlural[kind]?.[language] ?? kind)
    return [named ? `**${capital(word)}:** ${telling.list(titles)}` : `**${capital(word)}:** ${titles.length}`]
  })
  return text(
    paragraph(
      say(
        `Den ${date(day)} gällde ${many(inForce, 'ett styrdokument', 'styrdokument')}.`,
        `On ${date(day)} ${many(inForce, 'one governing document was', 'governing documents were')} in force.`,
      ),
      late !== null &&
        late > 0 &&
        say(
          late === 1 ? 'Ett av dem skulle ha setts över.' : `${capital(telling.number(late))} av dem skulle ha setts över.`,
          late === 1 ? 'One of them was overdue for review.' : `${capital(telling.number(late))} of them were overdue for review.`,
        ),
      late === 0 && say('Inget av dem hade passerat sin dag för översyn.', 'None of them had passed its day of review.'),
    ),
    lines.length > 0 && bullets(lines),
  )
}

/** Säkerhetsledningssystemet. */
export function managementSystem(telling: Telling): string {
  const { say, facts, many } = telling
  const assessedShare = valueIn(telling, 'management-system.requirements-assessed-share')
  const sources = facts.sources.map(literally)
  return text(
    paragraph(
      sources.length > 0 &&
        say(
          `Myndigheten har bedömt sin efterlevnad av krav i ${telling.list(sources)}.`,
          `The authority has assessed its compliance with requirements in ${telling.list(sources)}.`,
        ),
      assessedShare !== null &&
        say(
          `Av de bindande krav som finns i kravregistret och gällde den ${telling.date(telling.day)} hade ${here('management-system.requirements-assessed-share')} bedömts${against(telling, 'management-system.requirements-assessed-share')}.`,
          `Of the binding requirements in the register that applied on ${telling.date(telling.day)} ${here('management-system.requirements-assessed-share')} had been assessed${against(telling, 'management-system.requirements-assessed-share')}.`,
        ),
      valueIn(telling, 'management-system.requirements-fulfilled-share') !== null &&
        say(
          `Av de bedömda krav som rör myndigheten var ${here('management-system.requirements-fulfilled-share')} uppfyllda${against(telling, 'management-system.requirements-fulfilled-share')}.`,
          `Of the assessed requirements that concern the authority ${here('management-system.requirements-fulfilled-share')} were fulfilled${against(telling, 'management-system.requirements-fulfilled-share')}.`,
        ),
    ),
    facts.parties > 0 &&
      say(
        `${capital(many(facts.parties, 'en intressent', 'intressenter'))} finns i registret. Under det senaste året har krav och förväntningar gåtts igenom för ${facts.partiesReviewed === facts.parties ? (facts.parties === 1 ? 'den' : 'alla') : facts.partiesReviewed === 0 ? 'ingen av dem' : `${telling.number(facts.partiesReviewed, 'en')} av dem`}.`,
        `The register holds ${many(facts.parties, 'one interested party', 'interested parties')}. In the last year requirements and expectations have been gone through for ${facts.partiesReviewed === facts.parties ? (facts.parties === 1 ? 'it' : 'all') : facts.partiesReviewed === 0 ? 'none of them' : `${telling.number(facts.partiesReviewed)} of them`}.`,
      ),
    documents(telling),
    facts.assets > 0 &&
      paragraph(
        say(
          `Registret över information omfattar ${many(facts.assets, 'en informationsmängd', 'informationsmängder')}.`,
          `The register of information holds ${many(facts.assets, 'one information asset', 'information assets')}.`,
        ),
        valueIn(telling, 'management-system.information-classified-share') !== null &&
          say(
            `Av dem är ${here('management-system.information-classified-share')} klassade${against(telling, 'management-system.information-classified-share')}.`,
            `Of these ${here('management-system.information-classified-share')} are classified${against(telling, 'management-system.information-classified-share')}.`,
          ),
        valueIn(telling, 'management-system.classifications-reviewed-share') !== null &&
          say(
            `Av klassningarna är ${here('management-system.classifications-reviewed-share')} omprövade i tid${against(telling, 'management-system.classifications-reviewed-share')}.`,
            `Of the classifications ${here('management-system.classifications-reviewed-share')} have been reviewed in time${against(telling, 'management-system.classifications-reviewed-share')}.`,
          ),
      ),
  )
}

/** Samverkan. */
export function cooperation(telling: Telling): string {
  const { say, facts, many } = telling
  if (facts.forums.length === 0) return ''
  const line = ({ name, purpose }: { name: string; purpose: string | null }) =>
    `**${literally(name)}**${purpose ? `: ${literally(purpose)}` : ''}`
  const kind = (wanted: string) => facts.forums.filter((forum) => forum.kind === wanted)
  const external = kind('external')
  const internal = kind('internal')
  return text(
    external.length > 0 &&
      say(
        `Myndigheten deltar i ${many(external.length, 'ett forum', 'forum')} tillsammans med andra:`,
        `The authority takes part in ${many(external.length, 'one forum', 'forums')} together with others:`,
      ),
    external.length > 0 && bullets(external.map(line)),
    internal.length > 0 &&
      say(
        `Inom myndigheten samordnas arbetet i ${many(internal.length, 'ett forum', 'forum')}:`,
        `Within the authority the work is coordinated in ${many(internal.length, 'one forum', 'forums')}:`,
      ),
    internal.length > 0 && bullets(internal.map(line)),
  )
}
