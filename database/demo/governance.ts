import { create, did, given, type Moment, req, to, update, years } from './script.ts'

const parties: readonly {
  key: string
  name: string
  kind: string
  owner: string
  expectations: string
  requirements?: readonly string[]
  reviews: readonly string[]
}[] = [
  {
    key: 'party-public',
    name: 'Den som ansöker om ersättning',
    kind: 'public',
    owner: 'head-kun',
    expectations:
      'Att uppgifter om hälsa, ekonomi och familj stannar hos myndigheten. Att besluten är rätt och att pengarna kommer på utlovad dag. Att e-tjänsten går att använda också på kvällen.',
    reviews: ['2021-02-17', '2022-02-16', '2023-02-15'],
  },
  {
    key: 'party-protected',
    name: 'Personer med skyddade personuppgifter',
    kind: 'public',
    owner: 'risk-owner',
    expectations: 'Att inga uppgifter som visar var de finns någonsin lämnar Särskilda ärenden.',
    reviews: ['2021-02-17', '2022-02-16', '2023-02-15'],
  },
  {
    key: 'party-government',
    name: 'Regeringen',
    kind: 'government',
    owner: 'chef-stab',
    expectations:
      'Att myndigheten varje år redogör för hur informationssäkerheten har förvaltats och utvecklats, hur framtida behov ska mötas, om arbetet har utvärderats och vad utvärderingen har lett till.',
    reviews: ['2021-02-17', '2022-02-16', '2023-02-15'],
  },
  {
    key: 'party-msb',
    name: 'Myndigheten för samhällsskydd och beredskap (MSB)',
    kind: 'supervisor',
    owner: 'ciso',
    expectations: 'Att föreskrifterna MSBFS 2020:6, 2020:7 och 2020:8 följs och att it-incidenter rapporteras i tid.',
    requirements: ['msbfs-2020-6/4', 'msbfs-2020-8/4', 'msbfs-2020-8/5'],
    reviews: ['2021-02-17', '2022-02-16', '2023-02-15'],
  },
  {
    key: 'party-imy',
    name: 'Integritetsskyddsmyndigheten (IMY)',
    kind: 'supervisor',
    owner: 'dpo',
    expectations: 'Att personuppgifter behandlas lagligt och att personuppgiftsincidenter anmäls inom 72 timmar.',
    reviews: ['2021-03-03', '2022-03-02', '2023-03-01'],
  },
  {
    key: 'party-bank',
    name: 'Banken som förmedlar utbetalningarna',
    kind: 'supplier',
    owner: 'information-owner',
    expectations: 'Att betalfilerna är rätt, kommer i tid och är undertecknade med giltigt certifikat.',
    reviews: ['2021-03-10', '2022-03-09', '2023-03-08'],
  },
  {
    key: 'party-sector',
    name: 'Myndigheterna i beredskapssektorn Ekonomisk säkerhet',
    kind: 'agency',
    owner: 'preparedness',
    expectations: 'Att utbetalningar av socialförsäkringar och ersättningar kan upprätthållas i kris och under höjd beredskap.',
    reviews: ['2022-10-12', '2023-10-11'],
  },
  {
    key: 'party-staff',
    name: 'Medarbetarna och deras fackliga organisationer',
    kind: 'internal',
    owner: 'chef-pers',
    expectations:
      'Att reglerna går att följa i vardagen, att loggar inte används för annat än säkerhet och att den som rapporterar inte lastas.',
    reviews: ['2021-03-10', '2022-03-09'],
  },
]

const partyMoments = parties.flatMap(({ key, name, kind, owner, expectations, requirements, reviews }): Moment[] =>
  reviews.map((on, index) =>
    index === 0
      ? did(on, 'ciso', [
          create('interestedParty', key, {
            name,
            kind,
            owner: `@${owner}`,
            expectations,
            requirements: req(...(requirements ?? [])),
            reviewedOn: on,
            reviewBy: years(on, 1),
          }),
        ])
      : did(on, 'ciso', [update(key, { reviewedOn: on, reviewBy: years(on, 1) })], 'Årlig genomgång tillsammans med kontaktpersonen.'),
  ),
)

const decisions: readonly {
  key: string
  on: string
  title: string
  decider: string
  presenter: string
  present?: readonly string[]
  content: string
  registration: string
  risks?: readonly string[]
  documents?: readonly string[]
  actions?: readonly string[]
}[] = [
  {
    key: 'bes-policy',
    on: '2021-05-20',
    title: 'Informationssäkerhetspolicy',
    decider: 'director-general',
    presenter: 'head-of-security',
    present: ['ciso', 'head-rat'],
    content:
      'Generaldirektören beslutar om en ny informationssäkerhetspolicy. Den gäller från den 1 juni 2021. Policyn från 2018 upphör då att gälla.',
    registration: 'TV 2021/0412',
    documents: ['doc-policy'],
  },
  {
    key: 'bes-utvardering-2021',
    on: '2021-11-11',
    title: 'Åtgärder efter självutvärderingen 2021',
    decider: 'director-general',
    presenter: 'ciso',
    present: ['head-of-security', 'risk-function'],
    content:
      'Generaldirektören beslutar att de sex åtgärder som föreslås efter självutvärderingen ska genomföras under 2022. Utbildningen för alla medarbetare och arbetet med risker går först.',
    registration: 'TV 2021/0977',
    actions: ['atg-utbildning', 'atg-riskramverk', 'atg-inventering'],
  },
  {
    key: 'bes-lg-2021',
    on: '2021-12-09',
    title: 'Inriktning för informationssäkerheten 2022',
    decider: 'director-general',
    presenter: 'ciso',
    present: ['department-head', 'head-it', 'head-kun', 'head-rat', 'head-vst', 'head-ana', 'head-of-security'],
    content:
      'Målet för 2022 är att minst 75 procent av medarbetarna har genomgått den årliga utbildningen, att två tredjedelar av informationsmängderna är klassade och att inga åtgärder mot höga risker är mer än tre månader försenade.',
    registration: 'TV 2021/1043',
  },
  {
    key: 'bes-aterstart',
    on: '2022-02-10',
    title: 'Förstärkt skydd för utbetalningarna',
    decider: 'director-general',
    presenter: 'department-head',
    present: ['head-it', 'ciso', 'information-owner'],
    content:
      'Generaldirektören beslutar att reservrutinen för utbetalningar ska prövas varje halvår och att ändringar i utbetalningssystemet stoppas två bankdagar före varje stor utbetalning.',
    registration: 'TV 2022/0131',
    risks: ['risk-utbetalning'],
    actions: ['atg-reservrutin', 'atg-andringsstopp'],
  },
  {
    key: 'bes-kontinuitet',
    on: '2022-03-03',
    title: 'Riktlinje för kontinuitet och krisledning',
    decider: 'director-general',
    presenter: 'preparedness',
    present: ['head-of-security'],
    content: 'Generaldirektören fastställer riktlinjen. Avdelningscheferna ska ha planer på plats senast den 31 oktober 2022.',
    registration: 'TV 2022/0190',
    documents: ['doc-kontinuitet'],
  },
  {
    key: 'bes-utokat',
    on: '2022-06-16',
    title: 'Flerfaktorsautentisering för all fjärråtkomst',
    decider: 'head-it',
    presenter: 'it-security',
    present: ['ciso'],
    content:
      'It-direktören beslutar att all åtkomst utifrån ska kräva flerfaktorsautentisering från den 1 oktober 2022. Undantag medges inte.',
    registration: 'TV 2022/0588',
    risks: ['risk-fjarr'],
    actions: ['atg-mfa'],
  },
  {
    key: 'bes-lg-2022',
    on: '2022-12-08',
    title: 'Inriktning för informationssäkerheten 2023',
    decider: 'director-general',
    presenter: 'ciso',
    present: ['department-head', 'head-it', 'head-kun', 'head-rat', 'head-vst', 'head-ana', 'head-of-security', 'risk-function'],
    content:
      'Målet för 2023 är att minst 80 procent av medarbetarna har genomgått den årliga utbildningen och att minst 85 procent av informationsmängderna är klassade. En ny självutvärdering genomförs under hösten.',
    registration: 'TV 2022/1122',
  },
  {
    key: 'bes-risk',
    on: '2022-12-15',
    title: 'Riktlinje för riskhantering',
    decider: 'director-general',
    presenter: 'risk-function',
    present: ['ciso', 'chef-stab'],
    content: 'Generaldirektören fastställer riktlinjen. Den gäller från den 1 januari 2023 och ersätter riktlinjen från 2019.',
    registration: 'TV 2022/1150',
    documents: ['doc-risk'],
  },
  {
    key: 'bes-samtal',
    on: '2023-03-16',
    title: 'Kortare lagring av inspelade samtal',
    decider: 'head-kun',
    presenter: 'dpo',
    present: ['chef-digital', 'chef-kun-orebro'],
    content: 'Avdelningschefen beslutar att inspelade samtal gallras efter 90 dagar i stället för efter två år.',
    registration: 'TV 2023/0277',
    risks: ['risk-samtal'],
    actions: ['atg-gallring'],
  },
  {
    key: 'bes-leverantor',
    on: '2023-06-01',
    title: 'Fortsatt avtal om utbetalningssystemet',
    decider: 'director-general',
    presenter: 'procurement',
    present: ['head-it', 'ciso', 'chef-inkop'],
    content:
      'Generaldirektören beslutar att avtalet med Betalia System AB förlängs ett år. Under tiden ska en ny upphandling förberedas, med säkerhetskrav enligt 3 kap. 1 § MSBFS 2020:7.',
    registration: 'TV 2023/0540',
    risks: ['risk-leverantor'],
  },
  {
    key: 'bes-modell',
    on: '2023-11-09',
    title: 'Ny modell för informationsklassning',
    decider: 'director-general',
    presenter: 'ciso',
    present: ['head-of-security', 'risk-function', 'head-rat'],
    content:
      'Generaldirektören beslutar att modellen för informationsklassning ska uppdateras under 2024. Syftet är att göra ansvaret tydligare, att förenkla för informationsägare och riskägare och att se till att de risker som en klassning visar tas om hand. En ny riktlinje ska gälla från den 1 juli 2024.',
    registration: 'TV 2023/0991',
    documents: ['doc-klassning-2', 'doc-klassning'],
    actions: ['atg-modell'],
  },
  {
    key: 'bes-lg-2023',
    on: '2023-12-07',
    title: 'Inriktning för informationssäkerheten 2024',
    decider: 'director-general',
    presenter: 'ciso',
    present: [
      'department-head',
      'head-it',
      'head-kun',
      'head-rat',
      'head-vst',
      'head-ana',
      'head-of-security',
      'risk-function',
      'preparedness',
    ],
    content:
      'Målet för 2024 är att minst 90 procent av medarbetarna har genomgått den årliga utbildningen, att alla informationsmängder är klassade och att den nya klassningsmodellen är införd. En handlingsplan efter självutvärderingen ska lämnas för beslut senast den 1 mars 2024.',
    registration: 'TV 2023/1088',
  },
  {
    key: 'bes-rapport',
    on: '2024-02-15',
    title: 'Redogörelse till regeringen om informationssäkerheten 2023',
    decider: 'director-general',
    presenter: 'ciso',
    present: ['head-of-security', 'chef-stab'],
    content: 'Generaldirektören beslutar att lämna redogörelsen för 2023 till regeringen.',
    registration: 'TV 2024/0102',
  },
]

const decisionMoments = decisions.map(({ key, on, title, decider, presenter, present, content, registration, risks, documents, actions }) =>
  did(on, 'ciso', [
    create(
      'decision',
      key,
      given({
        title,
        decidedOn: on,
        decider: `@${decider}`,
        presenter: `@${presenter}`,
        othersPresent: to(...(present ?? [])),
        content,
        registration,
        risks: risks && to(...risks),
        documents: documents && to(...documents),
        actions: actions && to(...actions),
      }),
    ),
  ]),
)

type Assessment = 'fulfilled' | 'partly' | 'notFulfilled' | 'notApplicable' | 'notNeeded'
/** Requirement, the assessments of the years 2021–2023 in turn (a missing one means unchanged), and the reason of the latest that needs one. */
type ComplianceRow = readonly [
  requirement: string,
  first: Assessment,
  reason?: string,
  later?: readonly (readonly [year: 2022 | 2023, assessment: Assessment, reason?: string])[],
]

const assessed: readonly ComplianceRow[] = [
  [
    'msbfs-2020-6/4',
    'partly',
    'Arbetet följer standarderna men är inte genomfört i alla delar.',
    [[2023, 'fulfilled', 'Ledningssystemet är infört på alla avdelningar.']],
  ],
  ['msbfs-2020-6/5/1', 'fulfilled'],
  [
    'msbfs-2020-6/5/2',
    'partly',
    'Informationsägarnas ansvar är inte tydligt på alla avdelningar.',
    [[2022, 'fulfilled', 'Informationsägarna är utpekade i arbetsordningen.']],
  ],
  ['msbfs-2020-6/5/3', 'partly', 'Säkerhetsenheten saknar en tjänst.', [[2022, 'fulfilled', 'Tjänsten är tillsatt.']]],
  ['msbfs-2020-6/5/4', 'partly', 'Anvisningar för behörigheter och loggning saknas.', [[2022, 'fulfilled', 'Anvisningarna är beslutade.']]],
  [
    'msbfs-2020-6/5/5',
    'notFulfilled',
    'Det finns ingen ordning för att se över reglerna.',
    [
      [2022, 'partly', 'Dagar för översyn är satta, men två översyner är försenade.'],
      [2023, 'partly', 'Riktlinjen för informationsklassning har passerat sin dag för översyn. En ny är under arbete.'],
    ],
  ],
  [
    'msbfs-2020-6/6/1',
    'notFulfilled',
    'Färre än hälften av informationsmängderna är klassade.',
    [
      [2022, 'partly', 'Tre fjärdedelar är klassade.'],
      [2023, 'partly', 'Tre informationsmängder återstår.'],
    ],
  ],
  [
    'msbfs-2020-6/6/2',
    'partly',
    'Riskanalyser görs, men inte på samma sätt.',
    [[2023, 'fulfilled', 'Den nya riktlinjen tillämpas på alla avdelningar.']],
  ],
  [
    'msbfs-2020-6/6/3',
    'partly',
    'Åtgärder beslutas, men kopplas inte till klassningen.',
    [[2023, 'partly', 'Kopplingen blir tydlig först med den nya klassningsmodellen.']],
  ],
  [
    'msbfs-2020-6/6/4',
    'notFulfilled',
    'Effekten av åtgärderna kontrolleras inte.',
    [
      [2022, 'partly', 'Effekten kontrolleras för åtgärder mot höga risker.'],
      [2023, 'fulfilled', 'Effekten kontrolleras för alla åtgärder, av någon annan än den som har utfört dem.'],
    ],
  ],
  ['msbfs-2020-6/6/st2', 'partly', 'Dokumentationen är spridd.', [[2022, 'fulfilled', 'Allt förs i ett register.']]],
  ['msbfs-2020-6/7', 'notApplicable', 'Ingen annan myndighet fullgör sådana uppgifter åt oss.'],
  [
    'msbfs-2020-6/8',
    'partly',
    'Äldre avtal saknar krav på rapportering.',
    [[2023, 'partly', 'Två av fjorton avtal återstår att förhandla om.']],
  ],
  ['msbfs-2020-6/9/1', 'fulfilled'],
  ['msbfs-2020-6/9/2', 'fulfilled'],
  [
    'msbfs-2020-6/9/3',
    'notFulfilled',
    'Ingen följer upp om reglerna används.',
    [
      [2022, 'partly', 'Stickprov på tre avdelningar.'],
      [2023, 'fulfilled', 'Stickprov på alla avdelningar under året.'],
    ],
  ],
  [
    'msbfs-2020-6/9/4',
    'partly',
    'Utbildning för informationsägare saknas.',
    [[2022, 'fulfilled', 'Utbildningen finns och upprepas vartannat år.']],
  ],
  [
    'msbfs-2020-6/9/5',
    'partly',
    'Var tredje medarbetare har inte gått utbildningen.',
    [
      [2022, 'partly', 'Var fjärde medarbetare har inte gått utbildningen.'],
      [2023, 'partly', 'Målet om 80 procent är nått. Alla är ännu inte utbildade.'],
    ],
  ],
  ['msbfs-2020-6/10/1', 'fulfilled'],
  ['msbfs-2020-6/10/2', 'fulfilled'],
  ['msbfs-2020-6/10/3', 'partly', 'Kontoret i Malmö är inte indelat i zoner.', [[2022, 'fulfilled', 'Ombyggnaden i Malmö är klar.']]],
  ['msbfs-2020-6/11/1', 'partly', 'Loggarna följs inte upp varje dag.', [[2022, 'fulfilled', 'Loggplattformen larmar dygnet runt.']]],
  ['msbfs-2020-6/11/2', 'fulfilled'],
  ['msbfs-2020-6/11/3', 'fulfilled'],
  [
    'msbfs-2020-6/12',
    'partly',
    'Grundorsaken anges i hälften av fallen.',
    [[2022, 'fulfilled', 'Ingen incident avslutas utan grundorsak.']],
  ],
  [
    'msbfs-2020-6/13/1',
    'partly',
    'Planer finns för utbetalning men inte för övriga.',
    [[2022, 'fulfilled', 'All verksamhet som måste upprätthållas har en plan.']],
  ],
  [
    'msbfs-2020-6/13/2',
    'notFulfilled',
    'Ingen övning har hållits sedan 2019.',
    [
      [2022, 'partly', 'Två av fem planer är övade.'],
      [2023, 'fulfilled', 'Alla planer är prövade under året.'],
    ],
  ],
  ['msbfs-2020-6/14', 'fulfilled'],
  [
    'msbfs-2020-7/2-4/2',
    'partly',
    'Beroenden mellan system är inte fullständigt dokumenterade.',
    [[2022, 'fulfilled', 'Beroendena finns i registret.']],
  ],
  [
    'msbfs-2020-7/3-1/1',
    'partly',
    'Kraven ställs, men dokumenteras inte alltid.',
    [[2022, 'fulfilled', 'Rutinen för säkerhetskrav vid inköp tillämpas.']],
  ],
  ['msbfs-2020-7/3-4', 'notNeeded', 'Utbildning sker med påhittade uppgifter i testmiljön. En egen utbildningsmiljö behövs inte.'],
  [
    'msbfs-2020-7/4-1',
    'partly',
    'Kontorsnätet och servernäten är åtskilda, men servernäten är inte delade sinsemellan.',
    [[2023, 'partly', 'Två av fyra segment är klara.']],
  ],
  [
    'msbfs-2020-7/4-3',
    'partly',
    'Behörigheter går inte igenom regelbundet.',
    [
      [2022, 'partly', 'Genomgångar görs, men inte i alla system.'],
      [2023, 'fulfilled', 'Alla systemägare har gått igenom behörigheterna under året.'],
    ],
  ],
  [
    'msbfs-2020-7/4-4',
    'notFulfilled',
    'Samma konto används för administration och vanligt arbete i två system.',
    [[2022, 'fulfilled', 'Särskilda konton är införda.']],
  ],
  [
    'msbfs-2020-7/4-5/1',
    'notFulfilled',
    'Fjärråtkomst med lösenord förekommer.',
    [[2022, 'fulfilled', 'All fjärråtkomst kräver flera faktorer sedan den 1 oktober 2022.']],
  ],
  ['msbfs-2020-7/4-5/2', 'partly', 'Införs under 2022.', [[2022, 'fulfilled', 'Infört.']]],
  [
    'msbfs-2020-7/4-7',
    'partly',
    'Behovet är bedömt för bärbar utrustning men inte för servrar.',
    [[2023, 'fulfilled', 'Behovet är bedömt och anvisningen beslutad.']],
  ],
  ['msbfs-2020-7/4-8', 'fulfilled'],
  [
    'msbfs-2020-7/4-12',
    'partly',
    'Ändringar prövas inte alltid i förväg.',
    [[2022, 'fulfilled', 'Anvisningen tillämpas sedan juni 2022.']],
  ],
  ['msbfs-2020-7/4-14', 'fulfilled'],
  [
    'msbfs-2020-7/4-15',
    'partly',
    'Säkerhetskopiorna är nåbara från driftplattformen.',
    [[2022, 'fulfilled', 'En kopia förvaras frånkopplad.']],
  ],
  [
    'msbfs-2020-7/4-16/1',
    'notFulfilled',
    'Loggar saknas i tre system.',
    [
      [2022, 'partly', 'Ett system återstår.'],
      [2023, 'fulfilled', 'Alla system loggar.'],
    ],
  ],
  [
    'msbfs-2020-7/4-17',
    'notFulfilled',
    'Loggarna analyseras bara vid misstanke.',
    [[2022, 'fulfilled', 'Daglig genomgång i loggplattformen.']],
  ],
  ['msbfs-2020-7/4-18', 'partly', 'Behovet är inte bedömt.', [[2022, 'fulfilled', 'Behovet är bedömt och intrångsdetektering införd.']]],
  ['msbfs-2020-7/4-20', 'fulfilled'],
  ['msbfs-2020-8/4', 'fulfilled'],
  ['msbfs-2020-8/5', 'fulfilled'],
  [
    'msbfs-2020-8/8',
    'partly',
    'Kravet saknas i fem äldre avtal.',
    [
      [2022, 'partly', 'Kravet saknas i tre avtal.'],
      [2023, 'partly', 'Kravet saknas i ett avtal.'],
    ],
  ],
]

const advised: readonly ComplianceRow[] = [
  ['msbfs-2020-6/5/rad/1', 'fulfilled'],
  ['msbfs-2020-6/5/rad/2', 'fulfilled'],
  [
    'msbfs-2020-6/6/rad/2',
    'notFulfilled',
    'Klassning och riskbedömning har haft olika nivåer. Målet nås genom en översättningstabell.',
    [[2023, 'fulfilled', 'Samma nivåer används sedan den 1 januari 2023.']],
  ],
  ['msbfs-2020-6/6/rad/4', 'notFulfilled', 'Sammanställd information värderas för sig bara i arkivet. Frågan tas upp i den nya modellen.'],
  ['msbfs-2020-6/6/rad/6', 'partly', 'Åtgärderna är grupperade i skyddsnivåer för tekniska åtgärder men inte för övriga.'],
  ['msbfs-2020-6/13/rad/2-1', 'fulfilled'],
]

const keyOf = (requirement: string) => `comp-${requirement}`
const first = '2021-06-17'
const complianceStep =
  (advice: boolean) =>
  ([requirement, assessment, reason]: ComplianceRow) =>
    create(
      'compliance',
      keyOf(requirement),
      given({ requirement: `@req:${requirement}`, unit: '@tv', assessment, advice, reason, assessedOn: first, assessor: '@ciso' }),
    )

const reassessedOn = { 2022: '2022-11-16', 2023: '2023-11-15' } as const
const reassess = (year: 2022 | 2023) =>
  [...assessed, ...advised].map(([requirement, , , later]) => {
    const now = later?.find(([when]) => when === year)
    return update(keyOf(requirement), given({ assessedOn: reassessedOn[year], assessment: now?.[1], reason: now?.[2] }))
  })

/** Interested parties, formal decisions and the yearly assessment of the requirements. */
export const governance: readonly Moment[] = [
  ...partyMoments,
  ...decisionMoments,
  did(
    first,
    'ciso',
    [...assessed.map(complianceStep(false)), ...advised.map(complianceStep(true))],
    'Första genomgången av kraven, tillsammans med avdelningarna.',
  ),
  did(reassessedOn[2022], 'ciso', reassess(2022), 'Årlig genomgång av kraven.'),
  did(reassessedOn[2023], 'ciso', reassess(2023), 'Årlig genomgång av kraven.'),
]
