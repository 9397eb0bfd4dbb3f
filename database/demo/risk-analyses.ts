import { back, create, did, given, type Moment, move, plus, to, update, workday } from './script.ts'

interface AnalysisFacts {
  readonly key: string
  readonly name: string
  readonly kind: 'operations' | 'procurement' | 'classification' | 'dpia' | 'project' | 'change' | 'rsa'
  readonly unit: string
  readonly leader: string
  readonly participants: readonly string[]
  readonly on: string
  readonly done: string
  readonly boundaries?: string
  /** Risks of the story that came out of it; they have been decided on before it is finished. */
  readonly risks?: readonly string[]
  readonly conclusion: string
}

const analysisStory = ({ key, on, done, risks = [], conclusion, unit, leader, participants, ...facts }: AnalysisFacts): Moment[] => [
  did(on, 'ciso', [
    create(
      'riskAnalysis',
      key,
      given({ ...facts, unit: `@${unit}`, leader: `@${leader}`, participants: to(...participants), plannedOn: on }),
    ),
  ]),
  ...(risks.length
    ? [
        did(
          back(done, 1),
          'ciso',
          risks.map((risk) => update(risk, { analysis: `@${key}` })),
          'Riskerna kom fram i riskanalysen.',
        ),
      ]
    : []),
  did(back(done, 2), 'ciso', [update(key, { conclusion })]),
  did(done, 'ciso', [move(key, 'finish')], 'Alla risker är värderade.'),
]

/** Those that gave the risks the story follows. */
const told: readonly AnalysisFacts[] = [
  {
    key: 'ra-it-2021',
    name: 'It-avdelningens riskanalys 2021',
    kind: 'operations',
    unit: 'it',
    leader: 'head-it',
    participants: ['it-security', 'chef-stod'],
    on: '2021-02-15',
    done: '2021-04-26',
    boundaries: 'Drift, utveckling och åtkomst. Utbetalningarna analyseras av ersättningsavdelningen.',
    risks: ['risk-fjarr', 'risk-nyckelperson', 'risk-kopior'],
    conclusion: 'Åtkomst utifrån med bara lösenord är den allvarligaste risken. Den behöver åtgärdas i år.',
  },
  {
    key: 'ra-ers-2021',
    name: 'Ersättningsavdelningens riskanalys 2021',
    kind: 'operations',
    unit: 'ers',
    leader: 'chef-syd',
    participants: ['chef-nord', 'it-security'],
    on: '2021-02-16',
    done: '2021-04-27',
    risks: ['risk-utbetalning', 'risk-behorighet', 'risk-fel-mottagare'],
    conclusion: 'Utbetalningarna tål inte ett avbrott på en utbetalningsdag. Behörigheterna behöver följa uppdraget, inte personen.',
  },
  {
    key: 'ra-drift-2021',
    name: 'Upphandling av driftplattform',
    kind: 'procurement',
    unit: 'it',
    leader: 'head-it',
    participants: ['chef-inkop', 'it-security'],
    on: '2021-04-06',
    done: '2021-05-17',
    risks: ['risk-leverantor'],
    conclusion: 'Kraven i 3 kap. ska stå i avtalet, och vi ska kunna flytta ut inom sex månader.',
  },
  {
    key: 'ra-samtal-2021',
    name: 'Konsekvensbedömning: inspelade samtal i kundcenter',
    kind: 'dpia',
    unit: 'kun',
    leader: 'chef-digital',
    participants: ['chef-jur', 'head-kun'],
    on: '2021-05-10',
    done: '2021-09-13',
    risks: ['risk-samtal'],
    conclusion: 'Inspelningarna behöver gallras efter nittio dagar, och bara två roller ska kunna lyssna.',
  },
  {
    key: 'ra-regler-2021',
    name: 'Nya beräkningsregler i handläggningen',
    kind: 'change',
    unit: 'ers',
    leader: 'chef-syd',
    participants: ['chef-utv', 'chef-nord'],
    on: '2021-09-15',
    done: '2021-10-27',
    risks: ['risk-beslutsfel'],
    conclusion: 'Reglerna ska provas mot äldre ärenden innan de tas i bruk.',
  },
  {
    key: 'ra-rsa-2022',
    name: 'Risk- och sårbarhetsanalys 2022',
    kind: 'rsa',
    unit: 'tv',
    leader: 'head-of-security',
    participants: ['head-it', 'chef-kom', 'chef-lokal'],
    on: '2022-03-01',
    done: '2022-11-08',
    risks: ['risk-omvarld', 'risk-el', 'risk-desinformation'],
    conclusion: 'Långvarigt elavbrott och angrepp mot e-tjänsten är de händelser som hotar uppdraget mest. Redovisas till regeringen.',
  },
  {
    key: 'ra-lon-2022',
    name: 'Upphandling av lönesystem',
    kind: 'procurement',
    unit: 'vst',
    leader: 'chef-pers',
    participants: ['chef-inkop', 'it-security'],
    on: '2022-06-07',
    done: '2022-09-19',
    risks: ['risk-lon'],
    conclusion: 'Skyddade personuppgifter ska inte lagras hos leverantören.',
  },
  {
    key: 'ra-ai-2023',
    name: 'Förändring: stödverktyg för text',
    kind: 'change',
    unit: 'tv',
    leader: 'head-of-security',
    participants: ['chef-jur', 'chef-digital'],
    on: '2023-05-02',
    done: '2023-06-22',
    risks: ['risk-ai'],
    conclusion: 'Verktygen får inte användas med uppgifter om enskilda förrän ett avtal finns.',
  },
  {
    key: 'ra-byte-2023',
    name: 'Projektet byte av ärendesystem',
    kind: 'project',
    unit: 'it',
    leader: 'head-it',
    participants: ['chef-utv', 'chef-nord', 'it-security'],
    on: '2023-05-29',
    done: '2023-08-28',
    risks: ['risk-byte'],
    conclusion: 'Omkopplingen sker stegvis, och det går att backa i varje steg.',
  },
]

/** What is analysed again and again, without a risk the story follows. */
const recurring: readonly (readonly [kind: AnalysisFacts['kind'], unit: string, leader: string, name: string])[] = [
  ['procurement', 'vst', 'chef-inkop', 'Upphandling av konsulter inom it'],
  ['procurement', 'vst', 'chef-inkop', 'Upphandling av post och utskrift'],
  ['procurement', 'kun', 'chef-digital', 'Förnyat avtal om telefoni'],
  ['procurement', 'vst', 'chef-lokal', 'Avrop av bevakning och larm'],
  ['procurement', 'vst', 'chef-pers', 'Upphandling av företagshälsovård'],
  ['classification', 'ers', 'chef-syd', 'Ärendeakter, årlig genomgång'],
  ['classification', 'ana', 'chef-stat', 'Statistik om enskilda, årlig genomgång'],
  ['classification', 'rat', 'chef-arkiv', 'Arkivet, årlig genomgång'],
  ['dpia', 'kun', 'chef-digital', 'Konsekvensbedömning: nya uppgifter i Mina sidor'],
  ['dpia', 'ana', 'chef-kontroll', 'Konsekvensbedömning: urval för kontroll'],
  ['project', 'it', 'chef-utv', 'Projekt för ny inloggning'],
  ['project', 'kun', 'chef-kun-orebro', 'Projekt för bokade samtal'],
  ['change', 'it', 'chef-stod', 'Byte av operativsystem på arbetsplatserna'],
  ['change', 'vst', 'chef-lokal', 'Ombyggnad av besökslokaler'],
  ['operations', 'kun', 'chef-kun-malmo', 'Kundavdelningens riskanalys'],
  ['operations', 'rat', 'chef-jur', 'Rättsavdelningens riskanalys'],
  ['operations', 'vst', 'chef-eko', 'Verksamhetsstödets riskanalys'],
  ['operations', 'ana', 'chef-prog', 'Analysavdelningens riskanalys'],
]

const conclusions = [
  'Inga nya risker över låg nivå. Befintliga åtgärder räcker.',
  'De risker som fanns sedan tidigare gäller fortfarande. Inget nytt att besluta om.',
  'Kraven från informationsklassningen täcker de risker vi såg.',
] as const

/** The recurring analyses of a year: a few more each year, spread over it. */
const yearly = (year: number): AnalysisFacts[] => {
  const many = Math.min(recurring.length, 12 + (year - 2021) * 2)
  return recurring.slice(0, many).map(([kind, unit, leader, name], index) => {
    const on = workday(`${year}-${String(1 + ((index * 7) % 11)).padStart(2, '0')}-${String(3 + ((index * 5) % 20)).padStart(2, '0')}`)
    return {
      key: `ra-${year}-${index + 1}`,
      name: `${name} ${year}`,
      kind,
      unit,
      leader,
      participants: ['it-security'],
      on,
      done: workday(plus(on, 21)),
      conclusion: conclusions[index % conclusions.length] ?? '',
    }
  })
}

/** The analyses of 2021–2023. */
export const riskAnalyses: readonly Moment[] = [...told, ...yearly(2021), ...yearly(2022), ...yearly(2023)].flatMap(analysisStory)

/** The analyses from 2024 until today; one that would be finished today or later has not been begun. */
export const analysesSince = (today: string): Moment[] =>
  Array.from({ length: Math.max(0, Number(today.slice(0, 4)) - 2023) }, (_, at) => 2024 + at)
    .flatMap(yearly)
    .filter(({ done }) => done < today)
    .flatMap(analysisStory)

/** One that is under way: the risks are written, and some have judged for themselves. */
export const analysisUnderWay = (today: string): Moment[] => {
  const key = 'ra-nu'
  const risks = [
    [
      'ra-nu-1',
      'system-owner',
      'Uppgifter följer med i filer som leverantören felsöker',
      'att leverantören får kopior av ärenden för felsökning',
      'någon obehörig hos leverantören läser dem',
      'att enskildas uppgifter röjs',
    ],
    [
      'ra-nu-2',
      'information-owner',
      'Brev går ut i fel kuvert',
      'att utskrift och kuvertering sker i en följd utan kontroll',
      'ett brev hamnar hos fel person',
      'att uppgifter om en enskild röjs',
    ],
    [
      'ra-nu-3',
      'procurement',
      'Leverantören går i konkurs under avtalstiden',
      'att branschen har få leverantörer och svag lönsamhet',
      'leverantören slutar leverera',
      'att beslut inte når fram i tid',
    ],
    [
      'ra-nu-4',
      'system-owner',
      'Utskriftsfilerna kommer inte fram',
      'att överföringen saknar kvittens',
      'en fil försvinner utan att någon märker det',
      'att tusentals beslut kommer för sent',
    ],
  ] as const
  const judged: readonly (readonly [person: string, risk: string, consequence: number, likelihood: number, reason?: string])[] = [
    ['system-owner', 'ra-nu-1', 3, 3, 'Det hände två gånger förra året.'],
    ['system-owner', 'ra-nu-2', 2, 3],
    ['system-owner', 'ra-nu-3', 3, 1],
    ['system-owner', 'ra-nu-4', 3, 2, 'Vi har larm, men inte på natten.'],
    ['information-owner', 'ra-nu-1', 4, 2, 'Uppgifterna kan röra skyddade personer.'],
    ['information-owner', 'ra-nu-2', 3, 3],
  ]
  return [
    did(back(today, 16), 'procurement', [
      create('riskAnalysis', key, {
        name: 'Upphandling av utskrift och postutdelning',
        kind: 'procurement',
        unit: '@vst-inkop',
        leader: '@procurement',
        participants: to('system-owner', 'information-owner', 'ciso'),
        plannedOn: today,
        boundaries: 'Utskrift, kuvertering och utdelning av beslut och brev. Digital post ingår inte.',
      }),
    ]),
    ...risks.map(([risk, person, title, cause, event, effect], index) =>
      did(back(today, 9 - index), person, [
        create('risk', risk, {
          title,
          cause,
          event,
          effect,
          kind: 'procurement',
          unit: '@vst-inkop',
          analysis: `@${key}`,
          participants: to('procurement', 'system-owner', 'information-owner', 'ciso'),
        }),
      ]),
    ),
    did(back(today, 4), 'procurement', [move(key, 'openIndividual')]),
    ...judged.map(([person, risk, consequence, likelihood, reason]) =>
      did(back(today, 1), person, [
        create(
          'riskEstimate',
          `bed-${person}-${risk}`,
          given({ analysis: `@${key}`, risk: `@${risk}`, person: `@${person}`, consequence, likelihood, reason }),
        ),
      ]),
    ),
  ]
}
