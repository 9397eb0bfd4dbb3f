import { finding } from '#areas/assurance/finding.register.ts'
import { capital } from '#areas/reporting/server/wording.ts'
import { challenge } from '#areas/risk/challenge.register.ts'
import { shortened } from '#areas/risk/risk.sentence.ts'
import { varnaFigures } from '#areas/server/figures.ts'
import type { BriefSection } from '../brief.ts'
import { endingGrid } from './director.ts'
import { heatMap, trendOfHigh } from './pictures.ts'
import { type ChallengeTold, isSerious } from './standing.ts'
import { actionsGrid, byUnit, handedBetween, handedGrid, inTime, openActions, risksGrid, sumOf, unitsGrid } from './tables.ts'
import { inOrder, kroner, movementGrid, movementInWords, openIn, overdue, type RiskTelling } from './telling.ts'

/** The whole picture of the risks, for the risk function: by the parts of the ordinance on internal control (förordningen 2007:603). */
export function functionSections(telling: RiskTelling): BriefSection[] {
  const { say, date, day, previousDay, many, moved, standing } = telling
  const open = openIn(telling)
  const serious = open.filter((risk) => isSerious(standing.method, risk))
  const late = open.filter((risk) => overdue(risk, day))
  const movement = movementInWords(telling)
  return [
    {
      heading: say('Vad rapporten är till för', 'What the report is for'),
      paragraphs: [
        say(
          'Rapporten är ett underlag för myndighetens interna styrning och kontroll enligt förordningen (2007:603): riskanalysen (3 §), åtgärderna (4 §), uppföljningen och bedömningen med hänsyn till iakttagelser från revisionen (5 §) och dokumentationen (6 §). Den gäller riskerna för myndighetens information.',
          'The report is a basis for the internal control of the authority by the Ordinance (2007:603) on internal control: the risk analysis (section 3), the measures (section 4), the follow-up and assessment with regard to the findings of audit (section 5) and the documentation (section 6). It concerns the risks to the information of the authority.',
        ),
      ],
      tables: [],
    },
    {
      heading: say('Riskanalys (3 §)', 'Risk analysis (section 3)'),
      paragraphs: [
        say(
          `Den ${date(day)} fanns ${many(open.length, 'en öppen risk', 'öppna risker')}, varav ${many(serious.length, 'en', '')} ${serious.length === 1 ? 'väsentlig eller på den högsta nivån' : 'väsentliga eller på den högsta nivån'}. ${late.length ? `${capital(many(late.length, 'ett beslut', 'beslut'))} har dröjt för länge.` : 'Inget beslut har dröjt för länge.'}${movement ? ` Sedan den ${date(previousDay)} ${movement.replaceAll('har ', '').replace(/^/, 'har ')}.` : ''}`,
          `On ${date(day)} there ${open.length === 1 ? 'was' : 'were'} ${many(open.length, 'one open risk', 'open risks')}, of which ${many(serious.length, 'one', '')} material or at the highest level. ${late.length ? `${capital(many(late.length, 'one decision is', 'decisions are'))} overdue.` : 'No decision is overdue.'}${movement ? ` Since ${date(previousDay)} ${movement}.` : ''}`,
        ).replace(/ {2,}/g, ' '),
      ],
      pictures: [...heatMap(telling), ...trendOfHigh(telling)],
      tables: open.length ? [unitsGrid(telling)] : [],
    },
    ...byUnit(open).map(
      ({ name, risks }): BriefSection => ({
        heading: say(`Öppna risker: ${name}`, `Open risks: ${name}`),
        paragraphs: [],
        tables: [risksGrid(telling, risks)],
      }),
    ),
    {
      heading: say(`Förändringar sedan den ${date(previousDay)}`, `Changes since ${date(previousDay)}`),
      paragraphs: moved.length
        ? []
        : [say('Ingen risk har ändrats, tillkommit eller avslutats.', 'No risk has changed, come or been closed.')],
      tables: moved.length ? [movementGrid(telling, inOrder(moved))] : [],
    },
    actionsSection(telling),
    acceptedSection(telling),
    challengesSection(
      telling,
      standing.challenges.filter(({ state, on }) => state !== 'settled' || on > previousDay),
    ),
    findingsSection(telling),
    handedSection(telling),
    definitionsSection(telling),
  ]
}

function actionsSection(telling: RiskTelling): BriefSection {
  const { say, many, standing } = telling
  const actions = openActions(standing.actions)
  const [estimated, actual] = [sumOf(actions, 'costEstimated'), sumOf(actions, 'costActual')]
  return {
    heading: say('Åtgärder (4 §)', 'Measures (section 4)'),
    paragraphs: actions.length
      ? [
          say(
            `${capital(many(actions.length, 'en åtgärd', 'åtgärder'))} återstår att göra.${estimated === null ? '' : ` De beräknas kosta ${kroner(telling, estimated)}.`}${actual === null ? '' : ` Hittills har de kostat ${kroner(telling, actual)}.`}`,
            `${capital(many(actions.length, 'one action remains', 'actions remain'))} to be done.${estimated === null ? '' : ` The estimated cost is ${kroner(telling, estimated)}.`}${actual === null ? '' : ` The cost so far is ${kroner(telling, actual)}.`}`,
          ),
        ]
      : [say('Inga åtgärder återstår att göra.', 'No actions remain to be done.')],
    tables: actions.length ? [actionsGrid(telling, actions)] : [],
  }
}

function acceptedSection(telling: RiskTelling): BriefSection {
  const { say } = telling
  const accepted = openIn(telling)
    .filter(({ state }) => state === 'accepted')
    .toSorted((one, other) => (one.acceptedUntil ?? '9').localeCompare(other.acceptedUntil ?? '9'))
  return {
    heading: say('Accepterade risker', 'Accepted risks'),
    paragraphs: accepted.length ? [] : [say('Ingen risk är accepterad.', 'No risk is accepted.')],
    tables: accepted.length ? [endingGrid(telling, accepted, true)] : [],
  }
}

export function challengesSection(telling: RiskTelling, challenges: readonly ChallengeTold[]): BriefSection {
  const { say, date, standing, label } = telling
  const reference = new Map(standing.risks.map((risk) => [risk.id, risk.reference]))
  const states: Readonly<Record<string, { readonly label: { sv: string; en: string } }>> = challenge.workflow?.states ?? {}
  return {
    heading: say('Ifrågasättanden och svar', 'Challenges and answers'),
    paragraphs: challenges.length ? [] : [say('Inget har ifrågasatts.', 'Nothing has been called in question.')],
    tables: challenges.length
      ? [
          {
            lead: true,
            columns: [
              { heading: say('Fråga', 'Question'), share: 0.42 },
              { heading: say('Läge', 'State'), share: 0.18 },
              { heading: say('Svar', 'Answer'), share: 0.4 },
            ],
            rows: challenges.map((one) => [
              [
                `${one.reference} ${say('om', 'on')} ${reference.get(one.risk) ?? '–'}`,
                shortened(one.question, 300),
                `${one.by ?? '–'}, ${date(one.on)}`,
              ].join('\n'),
              [
                states[one.state] ? label(states[one.state]?.label ?? { sv: '', en: '' }) : one.state,
                ...(one.state === 'raised' && one.answerBy ? [`${say('senast', 'by')} ${date(one.answerBy)}`] : []),
              ].join('\n'),
              one.answer ? [...(one.answerer ? [`${one.answerer}:`] : []), shortened(one.answer, 300)].join('\n') : (one.answerer ?? '–'),
            ]),
          },
        ]
      : [],
  }
}

function findingsSection(telling: RiskTelling): BriefSection {
  const { say, date, standing, label } = telling
  const reference = new Map(standing.risks.map((risk) => [risk.id, risk.reference]))
  const states: Readonly<Record<string, { readonly label: { sv: string; en: string } }>> = finding.workflow?.states ?? {}
  const open = standing.findings.filter(({ state }) => state !== 'closed')
  return {
    heading: say('Iakttagelser från granskning (5 §)', 'Findings of audit (section 5)'),
    paragraphs: open.length ? [] : [say('Ingen öppen iakttagelse rör riskerna.', 'No open finding concerns the risks.')],
    tables: open.length
      ? [
          {
            lead: true,
            columns: [
              { heading: say('Iakttagelse', 'Finding'), share: 0.46 },
              { heading: say('Läge', 'State'), share: 0.18 },
              { heading: say('Ska svara', 'To answer'), share: 0.2 },
              { heading: say('Svar senast', 'Answer by'), share: 0.16 },
            ],
            rows: open.map((one) => [
              [
                `${one.reference ?? ''} ${shortened(one.label, 120)}`.trim(),
                say('Rör ', 'Concerns ') + one.risks.flatMap((id) => reference.get(id) ?? []).join(', '),
              ].join('\n'),
              states[one.state] ? label(states[one.state]?.label ?? { sv: '', en: '' }) : one.state,
              one.responsible ?? '–',
              one.answerBy ? date(one.answerBy) : '–',
            ]),
          },
        ]
      : [],
  }
}

function handedSection(telling: RiskTelling): BriefSection {
  const { say, date, many, number, previousDay, standing, day } = telling
  const handed = handedBetween(standing, previousDay)
  const met = handed.map((one) => inTime(one, day))
  const late = met.filter((one) => one === false).length
  return {
    heading: say('Eskaleringar', 'Escalations'),
    paragraphs: [
      handed.length
        ? say(
            `Sedan den ${date(previousDay)} har risker lämnats vidare ${handed.length === 1 ? 'en gång' : `${number(handed.length)} gånger`}. ${late ? `${capital(many(late, 'en', 'stycken'))} togs emot för sent eller inte alls.` : 'Ingen togs emot för sent.'}`,
            `Since ${date(previousDay)} risks have been handed over ${handed.length === 1 ? 'once' : `${number(handed.length)} times`}. ${late ? `${capital(number(late))} ${late === 1 ? 'was' : 'were'} received too late or not at all.` : 'None was received too late.'}`,
          )
        : say(`Ingen risk har lämnats vidare sedan den ${date(previousDay)}.`, `No risk has been handed over since ${date(previousDay)}.`),
    ],
    tables: handed.length ? [handedGrid(telling, handed)] : [],
  }
}

/** The figures of the annual report that speak of the same things, in the same words. */
const defined = [
  'security-risks.open',
  'security-risks.decisions-overdue',
  'security-risks.escalated-to-director-general',
  'security-risks.accepted',
]

function definitionsSection(telling: RiskTelling): BriefSection {
  const { say, label, standing, levelName } = telling
  const { method } = standing
  const mine = [
    [
      say('Allvarlig risk', 'Serious risk'),
      say(
        `En risk som är på den högsta nivån${method?.materialFrom === null || !method ? '' : `, som har riskvärdet ${method.materialFrom} eller högre`} eller som någon har bedömt som väsentlig.`,
        `A risk that is at the highest level${method?.materialFrom === null || !method ? '' : `, that has the risk value ${method.materialFrom} or higher`} or that somebody has judged material.`,
      ),
    ],
    [
      say('Ökat och minskat', 'Risen and fallen'),
      say(
        'Riskvärdet är högre eller lägre än det var den dag rapporten jämför med.',
        'The risk value is higher or lower than it was on the day the report compares with.',
      ),
    ],
    [
      say('Mottagen i tid', 'Received in time'),
      say(
        'Den som fick risken bekräftade det, eller gjorde det som behövdes, senast den dag som angavs.',
        'The one who was handed the risk acknowledged it, or did what was needed, by the day stated.',
      ),
    ],
  ]
  const figures = defined.flatMap((key) => {
    const figure = varnaFigures.get(key)
    return figure ? [[label(figure.label), label(figure.definition)]] : []
  })
  const levels = (method?.levels ?? []).map(({ level, meaning, decideWithin, reviewMonths }) => [
    `${say('Risknivå', 'Risk level')} ${levelName(level).toLowerCase()}`,
    [
      meaning,
      say(
        `Beslutas inom ${decideWithin} arbetsdagar och omprövas var ${reviewMonths}:e månad.`,
        `Decided on within ${decideWithin} working days and reviewed every ${reviewMonths} months.`,
      ),
    ]
      .filter(Boolean)
      .join(' '),
  ])
  return {
    heading: say('Så är rapporten gjord (6 §)', 'How the report is made (section 6)'),
    paragraphs: [],
    tables: [
      {
        lead: true,
        columns: [
          { heading: say('Begrepp', 'Term'), share: 0.3 },
          { heading: say('Betyder', 'Means'), share: 0.7 },
        ],
        rows: [...mine, ...figures, ...levels],
      },
    ],
  }
}
