import { type Answer, levelReached } from '#areas/assurance/self-assessment.rules.ts'
import { create, did, given, type Moment, plus, to, update } from './script.ts'

/** Area, level, question, answers of 2021 and 2023, and a comment on the later answer. The questions are the authority's own, written from MSBFS 2020:6. */
type QuestionRow = readonly [area: string, level: 1 | 2 | 3 | 4, question: string, first: Answer, second: Answer, comment?: string]

const ledning = 'Ledning och ansvar'
const information = 'Information och klassning'
const risker = 'Risker'
const kunskap = 'Kunskap och utbildning'
const leverantorer = 'Leverantörer'
const incidenter = 'Incidenter'
const kontinuitet = 'Kontinuitet'
const uppfoljning = 'Uppföljning och förbättring'

/** The questions of the authority’s own check, with the answers of 2021 and 2023. */
export const questions: readonly QuestionRow[] = [
  [ledning, 1, 'Har ledningen beslutat en policy som anger mål och inriktning?', 'yes', 'yes'],
  [ledning, 1, 'Är det utpekat vem som leder och samordnar arbetet?', 'yes', 'yes'],
  [ledning, 2, 'Rapporterar den som leder arbetet direkt till myndighetens chef?', 'yes', 'yes'],
  [
    ledning,
    3,
    'Är informationsägarnas ansvar känt av dem själva?',
    'partly',
    'partly',
    'Tre av nio informationsägare är osäkra på sitt ansvar för kvarstående risker.',
  ],
  [ledning, 4, 'Omprövas fördelningen av ansvar när organisationen ändras?', 'no', 'no'],
  [information, 1, 'Finns en beslutad metod för att klassa information?', 'yes', 'yes'],
  [information, 1, 'Finns en förteckning över myndighetens information?', 'yes', 'yes'],
  [information, 2, 'Är minst hälften av informationen klassad?', 'no', 'yes', '22 av 25 informationsmängder är klassade.'],
  [information, 3, 'Omprövas klassningarna varje år?', 'partly', 'partly', 'En omprövning är försenad.'],
  [information, 4, 'Styr klassningen vilka åtgärder som införs?', 'no', 'no', 'Kopplingen är svag. Den nya modellen ska ändra på det.'],
  [risker, 1, 'Görs riskanalyser av informationssäkerheten?', 'partly', 'yes'],
  [risker, 1, 'Finns det en riskägare för varje risk?', 'partly', 'yes'],
  [risker, 2, 'Används samma nivåer för konsekvens i hela myndigheten?', 'no', 'yes', 'Sedan den 1 januari 2023.'],
  [risker, 3, 'Lämnas risker för beslut enligt fasta gränser?', 'no', 'yes'],
  [risker, 4, 'Följs riskernas utveckling över tid?', 'no', 'partly'],
  [kunskap, 1, 'Får alla medarbetare utbildning i informationssäkerhet?', 'partly', 'yes'],
  [kunskap, 1, 'Är det känt hur många som har gått utbildningen?', 'no', 'yes', 'Andelen följs varje månad.'],
  [kunskap, 2, 'Får chefer, informationsägare och andra utpekade roller en fördjupning?', 'partly', 'yes'],
  [kunskap, 3, 'Har minst fyra av fem medarbetare gått årets utbildning?', 'no', 'yes'],
  [kunskap, 4, 'Prövas om utbildningen ändrar hur medarbetarna gör?', 'partly', 'yes', 'Prov med falska meddelanden två gånger om året.'],
  [leverantorer, 1, 'Ställs säkerhetskrav vid inköp?', 'partly', 'yes'],
  [leverantorer, 2, 'Utgår kraven från klassning och riskanalys?', 'no', 'partly', 'I elva av tolv upphandlingar under det senaste året.'],
  [leverantorer, 3, 'Följs det upp att leverantörerna uppfyller kraven?', 'no', 'no', 'Endast två leverantörer är uppföljda.'],
  [leverantorer, 4, 'Är leverantörernas leverantörer kända?', 'no', 'no'],
  [incidenter, 1, 'Kan alla medarbetare rapportera incidenter?', 'yes', 'yes'],
  [incidenter, 2, 'Granskas varje rapport och fattas ett beslut?', 'partly', 'yes'],
  [incidenter, 3, 'Utreds grundorsaken till varje incident?', 'partly', 'yes'],
  [incidenter, 4, 'Används incidenterna för att ändra risker och utbildning?', 'partly', 'yes'],
  [kontinuitet, 1, 'Är det känt vilken verksamhet som måste upprätthållas?', 'yes', 'yes'],
  [kontinuitet, 2, 'Finns det planer för den verksamheten?', 'partly', 'yes'],
  [kontinuitet, 3, 'Är planerna övade det senaste året?', 'no', 'yes'],
  [kontinuitet, 4, 'Övas planerna tillsammans med leverantörer och andra myndigheter?', 'no', 'partly'],
  [uppfoljning, 1, 'Får ledningen en genomgång minst en gång per år?', 'yes', 'yes'],
  [uppfoljning, 2, 'Följs beslutade åtgärder upp?', 'partly', 'yes'],
  [uppfoljning, 3, 'Finns det mått som visar om arbetet ger resultat?', 'no', 'no', 'Bara utbildningen mäts i dag.'],
  [
    uppfoljning,
    4,
    'Granskas arbetet av någon utanför säkerhetsfunktionen?',
    'yes',
    'yes',
    'Internrevisionen granskade behörigheterna 2022.',
  ],
]

export const questionnaire = 'Trygghetsverkets egen kontroll mot MSBFS 2020:6'

const rounds = [
  {
    key: 'sjalv-2021',
    name: 'Självutvärdering 2021',
    on: '2021-10-14',
    of: 3,
    note: 'Myndigheten når ingen nivå. Grunden finns på plats inom ledning, klassningsmetod och incidenter, men riskanalyser görs olika, utbildningen följs inte upp och säkerhetskrav ställs bara i en del av inköpen. Sex åtgärder föreslås.',
  },
  {
    key: 'sjalv-2023',
    name: 'Självutvärdering 2023',
    on: '2023-10-19',
    of: 4,
    note: 'Myndigheten når nivå 1, mot ingen nivå 2021. Förbättringen är störst inom risker samt kunskap och utbildning. Klart svagast är uppföljningen av leverantörer, kopplingen mellan klassning och åtgärder och bristen på mått. Det som skiljer oss från nivå 2 är att kraven vid inköp ännu inte alltid utgår från klassning och riskanalys.',
  },
] as const

const roundMoments = rounds.flatMap(({ key, name, on, of, note }): Moment[] => {
  const answers = questions.map((row) => ({ level: row[1], answer: row[of] }))
  return [
    did(on, 'ciso', [create('selfAssessment', key, { name, questionnaire, heldOn: on, owner: '@ciso' })]),
    did(
      plus(on, 1),
      'ciso',
      questions.map(([area, level, question, first, second, comment], index) =>
        create(
          'assessmentAnswer',
          `${key}-${index + 1}`,
          given({
            round: `@${key}`,
            order: index + 1,
            area,
            question,
            level,
            answer: of === 3 ? first : second,
            comment: of === 4 ? comment : undefined,
          }),
        ),
      ),
    ),
    did(plus(on, 8), 'ciso', [update(key, { level: levelReached(answers), note })], 'Resultatet är sammanställt.'),
  ]
})

/** The management group. */
export const leaders = [
  'director-general',
  'department-head',
  'head-kun',
  'head-it',
  'head-ana',
  'head-rat',
  'head-vst',
  'head-of-security',
]

const reviews = [
  {
    key: 'lg-2021',
    on: '2021-12-09',
    decision: 'bes-lg-2021',
    actions: ['atg-utbildning', 'atg-riskramverk', 'atg-inventering'],
    presented:
      '### Läget\n\n- Ny policy sedan juni.\n- 64 procent av medarbetarna har gått den årliga utbildningen.\n- Tio av informationsmängderna är klassade.\n- Sex rapporterade incidenter, varav en allvarlig: inloggning på en konsults konto.\n\n### Allvarliga risker\n\n- Intrång genom fjärråtkomst med lösenord.\n- För vida behörigheter.\n\n### Hinder\n\nSäkerhetsenheten saknar en tjänst. Riskanalyser görs olika på avdelningarna.',
    conclusions:
      'Ledningen ser allvarligt på intrånget i oktober. Flerfaktorsautentisering ska gå före annan it-utveckling. Tjänsten vid Säkerhetsenheten tillsätts.',
  },
  {
    key: 'lg-2022',
    on: '2022-12-08',
    decision: 'bes-lg-2022',
    actions: ['atg-chefsintro'],
    presented:
      '### Läget\n\n- Tre av fyra medarbetare har gått den årliga utbildningen.\n- Arton av tjugofyra informationsmängder är klassade.\n- Flerfaktorsautentisering är införd för all åtkomst utifrån.\n- Loggarna övervakas dygnet runt.\n\n### Allvarliga risker\n\n- Utbetalningar stannar. Reservrutinen är förbättrad efter störningen i januari.\n- Nätfiske mot medarbetare.\n\n### Hinder\n\nUppdelningen av servernäten är försenad. Utvecklare räcker inte till alla åtgärder i ärendestödet.',
    conclusions:
      'Ledningen är nöjd med att målet för utbildningen är nått. Spärren i brev från Särskilda ärenden får inte försenas mer. Nya chefer ska få säkerhetsansvaret förklarat när de börjar.',
  },
  {
    key: 'lg-2023',
    on: '2023-12-07',
    decision: 'bes-lg-2023',
    actions: ['atg-modell', 'atg-plan-2023'],
    presented:
      '### Läget\n\n- Drygt fyra av fem medarbetare har gått den årliga utbildningen.\n- 22 av 25 informationsmängder är klassade.\n- Alla kontinuitetsplaner är prövade under året.\n- Självutvärderingen visar nivå 1, mot ingen nivå 2021.\n\n### Allvarliga risker\n\n- Bytet av utbetalningssystem.\n- Uppgifter lämnas till öppna AI-tjänster.\n- Risker från klassningar tas inte om hand.\n\n### Hinder\n\nFyra åtgärder är försenade eller på väg att bli det: uppdelningen av servernäten, uppgraderingen av diariet, begränsningen av behörigheter vid Handläggning nord och reglerna om AI.',
    conclusions:
      'Ledningen bedömer att arbetet går åt rätt håll men att uppföljningen av leverantörer är för svag. Klassningsmodellen uppdateras under 2024. En handlingsplan efter självutvärderingen ska beslutas senast den 1 mars 2024.',
  },
] as const

const reviewMoments = reviews.map(
  ({ key, on, decision, actions, presented, conclusions }): Moment =>
    did(plus(on, 6), 'ciso', [
      create('managementReview', key, {
        title: `Ledningens genomgång ${on.slice(0, 4)}`,
        heldOn: on,
        chair: '@director-general',
        presenter: '@ciso',
        participants: to(...leaders, 'ciso', 'risk-function'),
        presented,
        conclusions,
        decisions: to(decision),
        actions: to(...actions),
      }),
    ]),
)

/** Two rounds of self-assessment and the management's yearly reviews. */
export const assurance: readonly Moment[] = [...roundMoments, ...reviewMoments]
