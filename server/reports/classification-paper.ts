import { type Aspect, aspects } from '#areas/scales/needs.ts'
import { fill, type Language, say, type Text } from '#kernel/language/text.ts'
import type { Brief, BriefSection } from './brief.ts'
import type { ClassificationReport, GapStanding, Level, Named } from './classification.ts'
import { formatDate, formatValue } from './paper/format.ts'

const words = {
  kind: { sv: 'Informationsklassning', en: 'Information classification' },
  asset: { sv: 'Informationsmängd', en: 'Information asset' },
  consists: { sv: 'Består av', en: 'Consists of' },
  unit: { sv: 'Enhet', en: 'Unit' },
  owner: { sv: 'Informationsägare', en: 'Information owner' },
  participants: { sv: 'Medverkande', en: 'Participants' },
  why: { sv: 'Anledning', en: 'Occasion' },
  basedOn: { sv: 'Utgår från', en: 'Starts from' },
  model: { sv: 'Klassningsmodell', en: 'Classification model' },
  from: { sv: '{name}, gäller från {day}', en: '{name}, in force from {day}' },
  state: { sv: 'Läge', en: 'State' },
  level: { sv: 'Skyddsnivå', en: 'Protection level' },
  review: { sv: 'Omprövas senast', en: 'Review by' },
  needHeading: { sv: 'Skyddsbehov', en: 'Need of protection' },
  aspect: { sv: 'Aspekt', en: 'Aspect' },
  decides: { sv: 'Avgörs av', en: 'Decided by' },
  reason: { sv: 'Skäl', en: 'Reason' },
  notValued: { sv: 'Inte värderad', en: 'Not valued' },
  brought: {
    sv: 'Värdena kommer från en klassning som gjordes före Värna. Vilken konsekvens som avgjorde finns inte med.',
    en: 'The values come from a classification made before Värna. Which consequence decided is not known here.',
  },
  carriersHeading: { sv: 'Var informationen finns', en: 'Where the information is held' },
  noSystem: {
    sv: 'Inget system bär informationen. Kraven gäller informationen själv.',
    en: 'No system carries the information. What is required concerns the information itself.',
  },
  carrier: { sv: 'System', en: 'System' },
  need: { sv: 'Behov', en: 'Need' },
  measures: { sv: 'Åtgärder på plats', en: 'Measures in place' },
  ofRequired: { sv: '{met} av {required}', en: '{met} of {required}' },
  noneRequired: { sv: 'inga bedömda', en: 'none assessed' },
  gapsLeft: { sv: 'Brister', en: 'Gaps' },
  enhanced: { sv: 'utökat skydd', en: 'enhanced protection' },
  central: { sv: 'centralt', en: 'central' },
  gapsHeading: { sv: 'Brister', en: 'Gaps' },
  noGaps: { sv: 'Inga brister är kända.', en: 'No gaps are known.' },
  severity: { sv: 'Allvar', en: 'Severity' },
  withAction: { sv: 'Med åtgärd', en: 'With an action' },
  accepted: { sv: 'Accepterade', en: 'Accepted' },
  without: { sv: 'Utan åtgärd', en: 'Without action' },
  gap: { sv: 'Saknas eller brister', en: 'Missing or lacking' },
  standing: { sv: 'Hanteras', en: 'Handled by' },
  acceptedUntil: { sv: 'Accepterad till {day}', en: 'Accepted until {day}' },
  acceptanceEnded: { sv: 'Acceptansen gick ut {day}', en: 'Acceptance ended {day}' },
  noAction: { sv: 'Ingen åtgärd', en: 'No action' },
  someAction: { sv: 'Har en åtgärd', en: 'Has an action' },
  risksHeading: { sv: 'Risker', en: 'Risks' },
  risk: { sv: 'Risk', en: 'Risk' },
  riskLevel: { sv: 'Risknivå', en: 'Risk level' },
  noRisks: { sv: 'Klassningen har inte lett till några risker.', en: 'The classification has led to no risks.' },
  actionsHeading: { sv: 'Åtgärder', en: 'Actions' },
  action: { sv: 'Åtgärd', en: 'Action' },
  noActions: { sv: 'Inga åtgärder är beslutade eller föreslagna.', en: 'No actions are decided or proposed.' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  due: { sv: 'Klar senast', en: 'Due' },
  cost: { sv: 'Beräknad kostnad', en: 'Estimated cost' },
  costs: { sv: 'Åtgärderna beräknas kosta {sum}.', en: 'The actions are estimated to cost {sum}.' },
  decisionHeading: { sv: 'Beslut', en: 'Decision' },
  undecided: { sv: 'Klassningen är inte beslutad.', en: 'The classification has not been decided.' },
  decidedBy: { sv: 'Beslutad den {day} av {name}.', en: 'Decided on {day} by {name}.' },
  decided: { sv: 'Beslutad den {day}.', en: 'Decided on {day}.' },
  broughtDecision: {
    sv: 'Beslutad den {day}, före Värna, och sedan införd hit.',
    en: 'Decided on {day}, before Värna, and brought in afterwards.',
  },
  two: {
    sv: 'Skyddsnivån kräver två personer. Klassningen lämnades för beslut av {name}.',
    en: 'The level takes two persons. The classification was submitted by {name}.',
  },
  twoAhead: { sv: 'Skyddsnivån kräver att två personer tar ställning.', en: 'The level takes two persons.' },
  decisionReason: { sv: 'Skäl: {reason}', en: 'Reason: {reason}' },
  nextReview: { sv: 'Klassningen omprövas senast den {day}.', en: 'The classification is reviewed by {day}.' },
  marking: {
    sv: 'Sekretess: {provision}. Markerad den {day} av {authority}.',
    en: 'Secrecy: {provision}. Marked on {day} by {authority}.',
  },
  note: { sv: 'Så här såg det ut den {day}.', en: 'As it stood on {day}.' },
  noteFor: { sv: 'Visar det som {name} har rätt att läsa.', en: 'Shows what {name} may read.' },
} satisfies Record<string, Text>

const initials: Readonly<Record<Aspect, Text>> = {
  confidentiality: { sv: 'K', en: 'C' },
  integrity: { sv: 'R', en: 'I' },
  availability: { sv: 'T', en: 'A' },
  traceability: { sv: 'S', en: 'Tr' },
}

/** Says texts in the language of the paper, filled in. */
const inLanguage =
  (language: Language) =>
  (text: Text, values: Record<string, string | number> = {}) =>
    say(fill(text, values), language)

const labelled = ({ label, reference }: Named): string => (reference ? `${label} (${reference})` : label)
const leveled = (level: Level): string => `${level.level} ${level.name}`

/** The report as a paper to sign, to file and to hand over. */
export function classificationPaper(report: ClassificationReport): Brief {
  const { language } = report
  const tell = inLanguage(language)
  const day = (given: string) => formatDate(given, language)
  const facts: Brief['facts'] = [
    [words.asset, report.asset ? labelled(report.asset) : report.name],
    [words.consists, report.description],
    [words.unit, report.unit?.label],
    [words.owner, report.owner?.label],
    [words.participants, report.participants.map(({ label }) => label).join(', ')],
    [words.why, [report.occasion, report.occasionNote].filter(Boolean).join('. ')],
    [words.basedOn, report.basedOn ? labelled(report.basedOn) : null],
    [
      words.model,
      report.model.validFrom
        ? tell(words.from, { name: labelled(report.model), day: day(report.model.validFrom) })
        : labelled(report.model),
    ],
    [words.state, report.state.label],
    [words.level, report.level ? leveled(report.level) : null],
    [words.review, report.reviewBy ? day(report.reviewBy) : null],
  ].flatMap(([label, value]) => (value ? [{ label: say(label as Text, language), value: value as string }] : []))
  return {
    kind: 'brief',
    authority: report.authority,
    title: report.name,
    subtitle: `${tell(words.kind)} ${report.reference}`,
    marking: report.marking
      ? tell(words.marking, { provision: report.marking.provision, day: day(report.marking.markedOn), authority: report.marking.authority })
      : null,
    language,
    facts,
    sections: [needs(report), carriers(report), gaps(report), risks(report), actions(report), decision(report)],
    note: [tell(words.note, { day: day(report.asOf) }), ...(report.madeFor ? [tell(words.noteFor, { name: report.madeFor })] : [])].join(
      ' ',
    ),
    madeAt: report.madeAt,
  }
}

function needs(report: ClassificationReport): BriefSection {
  const tell = inLanguage(report.language)
  const withReasons = report.values.some(({ category }) => category !== null)
  return {
    heading: tell(words.needHeading),
    paragraphs: [...(report.grounds ? [report.grounds] : []), ...(report.decision.brought && !withReasons ? [tell(words.brought)] : [])],
    tables: [
      {
        columns: [tell(words.aspect), tell(words.level), ...(withReasons ? [tell(words.decides), tell(words.reason)] : [])].map(
          (heading) => ({ heading }),
        ),
        rows: report.values.map(({ name, level, category, reason }) => [
          name,
          level ? leveled(level) : tell(words.notValued),
          ...(withReasons ? [category ?? '–', reason ?? '–'] : []),
        ]),
      },
    ],
  }
}

const handlings: readonly (readonly [GapStanding, Text])[] = [
  ['treated', words.withAction],
  ['accepted', words.accepted],
  ['open', words.without],
]

/** How many gaps are handled in each way: *2 med åtgärd, 1 utan åtgärd*. */
const handledInWords = (counted: Readonly<Record<GapStanding, number>>, language: Language): string =>
  handlings
    .flatMap(([standing, label]) => (counted[standing] ? `${counted[standing]} ${say(label, language).toLowerCase()}` : []))
    .join(', ')

function carriers(report: ClassificationReport): BriefSection {
  const tell = inLanguage(report.language)
  const need = (values: Readonly<Record<Aspect, number | null>>) =>
    aspects.flatMap((aspect) => (values[aspect] === null ? [] : `${initials[aspect][report.language]} ${values[aspect]}`)).join(', ') || '–'
  return {
    heading: tell(words.carriersHeading),
    paragraphs: report.carriers.some(({ register }) => register === 'information-assets') ? [tell(words.noSystem)] : [],
    tables: report.carriers.length
      ? [
          {
            columns: [
              { heading: tell(words.carrier) },
              { heading: tell(words.need) },
              { heading: tell(words.measures) },
              { heading: tell(words.gapsLeft) },
            ],
            rows: report.carriers.map(({ carrier, need: held, enhanced, central, required, met, gaps }) => [
              [labelled(carrier), ...(enhanced ? [tell(words.enhanced)] : []), ...(central ? [tell(words.central)] : [])].join(', '),
              need(held),
              required ? tell(words.ofRequired, { met, required }) : tell(words.noneRequired),
              handledInWords(gaps, report.language) || '–',
            ]),
          },
        ]
      : [],
  }
}

function gaps(report: ClassificationReport): BriefSection {
  const tell = inLanguage(report.language)
  const handled = ({ standing, acceptedUntil, actions }: ClassificationReport['gaps'][number]): string => {
    if (standing === 'accepted') return tell(words.acceptedUntil, { day: acceptedUntil ?? '–' })
    if (actions.length) return actions.map(({ reference, label }) => reference ?? label).join(', ')
    if (standing === 'treated') return tell(words.someAction)
    return acceptedUntil && acceptedUntil < report.asOf ? tell(words.acceptanceEnded, { day: acceptedUntil }) : tell(words.noAction)
  }
  return {
    heading: tell(words.gapsHeading),
    paragraphs: report.gaps.length
      ? [report.gapsBySeverity.map((step) => `${step.label}: ${handledInWords(step, report.language)}.`).join(' ')]
      : [tell(words.noGaps)],
    tables: report.gaps.length
      ? [
          {
            columns: [
              { heading: tell(words.gap) },
              { heading: tell(words.carrier) },
              { heading: tell(words.severity) },
              { heading: tell(words.standing) },
            ],
            rows: report.gaps.map((gap) => [gap.measure, gap.carrier, gap.severity ?? '–', handled(gap)]),
          },
        ]
      : [],
  }
}

function risks(report: ClassificationReport): BriefSection {
  const tell = inLanguage(report.language)
  return {
    heading: tell(words.risksHeading),
    paragraphs: report.risks.length ? [] : [tell(words.noRisks)],
    tables: report.risks.length
      ? [
          {
            columns: [words.risk, words.riskLevel, words.state, words.responsible].map((heading) => ({ heading: tell(heading) })),
            rows: report.risks.map((risk) => [labelled(risk), risk.level ?? '–', risk.state, risk.owner ?? '–']),
          },
        ]
      : [],
  }
}

function actions(report: ClassificationReport): BriefSection {
  const tell = inLanguage(report.language)
  const money = (sum: number) => formatValue(sum, 'sek', report.language)
  const known = report.actions.flatMap(({ cost }) => cost ?? [])
  return {
    heading: tell(words.actionsHeading),
    paragraphs: report.actions.length
      ? known.length > 1
        ? [tell(words.costs, { sum: money(known.reduce((sum, cost) => sum + cost, 0)) })]
        : []
      : [tell(words.noActions)],
    tables: report.actions.length
      ? [
          {
            columns: [
              { heading: tell(words.action) },
              { heading: tell(words.responsible) },
              { heading: tell(words.due) },
              { heading: tell(words.cost), align: 'right' },
              { heading: tell(words.state) },
            ],
            rows: report.actions.map((action) => [
              labelled(action),
              action.owner ?? '–',
              action.due ?? '–',
              action.cost === null ? '–' : money(action.cost),
              action.state,
            ]),
          },
        ]
      : [],
  }
}

function decision(report: ClassificationReport): BriefSection {
  const tell = inLanguage(report.language)
  const { decidedOn, by, proposedBy, reason, fourEyes, brought } = report.decision
  const day = decidedOn ? formatDate(decidedOn, report.language) : ''
  const decided = !decidedOn
    ? tell(words.undecided)
    : brought && !by
      ? tell(words.broughtDecision, { day })
      : by
        ? tell(words.decidedBy, { day, name: by })
        : tell(words.decided, { day })
  const two = !fourEyes || brought ? [] : [decidedOn && proposedBy ? tell(words.two, { name: proposedBy }) : tell(words.twoAhead)]
  return {
    heading: tell(words.decisionHeading),
    paragraphs: [
      [decided, ...two].join(' '),
      ...(reason ? [tell(words.decisionReason, { reason })] : []),
      ...(report.reviewBy ? [tell(words.nextReview, { day: formatDate(report.reviewBy, report.language) })] : []),
    ],
    tables: [],
  }
}
