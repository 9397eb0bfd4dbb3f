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

/** Interested parties and formal decisions. */
export const governance: readonly Moment[] = [...partyMoments, ...decisionMoments]
