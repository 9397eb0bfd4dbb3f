import { type Answer, levelReached } from '#areas/assurance/self-assessment.rules.ts'
import { leaders, questionnaire, questions } from './assurance.ts'
import { type Assessment, assessedBy2023, keyOf } from './compliance.ts'
import { documentStory } from './documents.ts'
import { create, did, given, type Moment, plus, to, update } from './script.ts'

interface DecisionFacts {
  readonly key: string
  readonly on: string
  readonly title: string
  readonly decider?: string
  readonly presenter: string
  readonly present: readonly string[]
  readonly content: string
  readonly registration: string
  readonly risks?: readonly string[]
  readonly documents?: readonly string[]
  readonly actions?: readonly string[]
}

/** A formal decision, noted the same day. */
export const decisionStory = ({
  key,
  on,
  decider = 'director-general',
  presenter,
  present,
  risks,
  documents,
  actions,
  ...facts
}: DecisionFacts): Moment =>
  did(on, 'ciso', [
    create(
      'decision',
      key,
      given({
        ...facts,
        decidedOn: on,
        decider: `@${decider}`,
        presenter: `@${presenter}`,
        othersPresent: to(...present),
        risks: risks && to(...risks),
        documents: documents && to(...documents),
        actions: actions && to(...actions),
      }),
    ),
  ])

const heads = ['department-head', 'head-it', 'head-kun', 'head-rat', 'head-vst', 'head-ana', 'head-of-security']

const decisions: readonly DecisionFacts[] = [
  {
    key: 'bes-klassning-2024',
    on: '2024-06-13',
    title: 'Införande av den nya modellen för informationsklassning',
    presenter: 'ciso',
    present: ['head-of-security', 'risk-function', 'head-rat'],
    content:
      'Generaldirektören beslutar att den nya modellen ska användas från den 1 juli 2024. Klassningar från före den dagen omprövas med den nya modellen när de ändå ska omprövas, dock senast den 30 juni 2025.',
    registration: 'TV 2024/0466',
    risks: ['risk-klassning'],
    documents: ['doc-klassning-2', 'doc-klassning'],
    actions: ['atg-modell'],
  },
  {
    key: 'bes-lg-2024',
    on: '2024-12-05',
    title: 'Inriktning för informationssäkerheten 2025',
    presenter: 'ciso',
    present: [...heads, 'risk-function', 'preparedness'],
    content:
      'Målet för 2025 är att minst 85 procent av medarbetarna har en giltig utbildning, att alla klassningar är omprövade med den nya modellen och att myndigheten når nivå 2 vid höstens självutvärdering. Ledningens genomgång flyttas till juni, så att den kan påverka nästa års budget.',
    registration: 'TV 2024/0930',
  },
  {
    key: 'bes-tilldelning-2025',
    on: '2025-03-20',
    title: 'Val av leverantör för nytt utbetalningssystem',
    presenter: 'procurement',
    present: ['head-it', 'department-head', 'ciso'],
    content:
      'Generaldirektören beslutar att anta anbudet från Klarbro System AB. Säkerhetskraven följer av klassningen och riskanalysen. Det nya systemet ska tas i drift i maj 2026.',
    registration: 'TV 2025/0211',
    risks: ['risk-leverantor', 'risk-byte'],
    actions: ['atg-upphandling'],
  },
  {
    key: 'bes-lg-2025',
    on: '2025-06-12',
    title: 'Inriktning för informationssäkerheten 2026',
    presenter: 'ciso',
    present: [...heads, 'risk-function', 'preparedness'],
    content:
      'Flytten till det nya utbetalningssystemet går före annan utveckling. Leverantörerna av viktiga system ska följas upp varje år. Myndigheten förbereder sig för den nya cybersäkerhetslagen.',
    registration: 'TV 2025/0498',
    risks: ['risk-flytt'],
  },
  {
    key: 'bes-utvardering-2025',
    on: '2025-11-20',
    title: 'Åtgärder efter självutvärderingen 2025',
    presenter: 'ciso',
    present: ['head-of-security', 'risk-function'],
    content:
      'Generaldirektören beslutar att ansvaret för kvarstående risker ska gås igenom med varje informationsägare och att viktiga leverantörers egna leverantörer ska kartläggas.',
    registration: 'TV 2025/0904',
  },
  {
    key: 'bes-csl-2026',
    on: '2026-01-29',
    title: 'Ansvar enligt cybersäkerhetslagen',
    presenter: 'head-rat',
    present: ['ciso', 'head-of-security', 'chef-stab'],
    content:
      'Generaldirektören beslutar att informationssäkerhetschefen anmäler myndigheten enligt 2 kap. 2 § cybersäkerhetslagen (2025:1506) och håller anmälan aktuell. Säkerhetschefen ansvarar för att betydande incidenter anmäls i tid. Ledningen går utbildningen om säkerhetsåtgärder före sommaren.',
    registration: 'TV 2026/0074',
  },
  {
    key: 'bes-drift-2026',
    on: '2026-04-23',
    title: 'Driftstart för det nya utbetalningssystemet',
    presenter: 'department-head',
    present: ['head-it', 'ciso', 'information-owner'],
    content:
      'Generaldirektören beslutar att systemet tas i drift den 4 maj 2026. Det gamla systemet hålls redo till den 31 augusti. De tre provflyttarna är godkända.',
    registration: 'TV 2026/0312',
    risks: ['risk-flytt', 'risk-byte'],
    actions: ['atg-provflytt'],
  },
  {
    key: 'bes-lg-2026',
    on: '2026-06-11',
    title: 'Inriktning för informationssäkerheten 2027',
    presenter: 'ciso',
    present: [...heads, 'risk-function', 'preparedness'],
    content:
      'Målet för 2027 är att minst 88 procent av medarbetarna har en giltig utbildning, att alla viktiga leverantörer är uppföljda och att ingen åtgärd mot en hög risk är mer än en månad försenad.',
    registration: 'TV 2026/0455',
  },
]

/** A management review with what the management was told and concluded, entered six days later. */
export const reviewStory = (review: {
  readonly key: string
  readonly on: string
  readonly decision: string
  readonly presented: string
  readonly conclusions: string
}): Moment =>
  did(plus(review.on, 6), 'ciso', [
    create('managementReview', review.key, {
      title: `Ledningens genomgång ${review.on.slice(0, 4)}`,
      heldOn: review.on,
      chair: '@director-general',
      presenter: '@ciso',
      participants: to(...leaders, 'ciso', 'risk-function'),
      presented: review.presented,
      conclusions: review.conclusions,
      decisions: to(review.decision),
    }),
  ])

const reviews = [
  {
    key: 'lg-2024',
    on: '2024-12-05',
    decision: 'bes-lg-2024',
    presented:
      '### Läget\n\n- Den nya klassningsmodellen gäller sedan juli. All information är klassad.\n- Servernäten är uppdelade och diariet är uppgraderat.\n- Hälften av de viktiga leverantörerna är uppföljda.\n\n### Allvarliga risker\n\n- Leverantören av utbetalningssystemet upphör.\n- Leverantörers fjärrstyrning når in i driften.\n\n### Hinder\n\nUpphandlingen av ett nytt utbetalningssystem tar mycket tid från samma personer.',
    conclusions:
      'Ledningen är nöjd med att de försenade åtgärderna från 2023 är genomförda. Genomgången flyttas till juni, så att den kan påverka budgeten.',
  },
  {
    key: 'lg-2025',
    on: '2025-06-12',
    decision: 'bes-lg-2025',
    presented:
      '### Läget\n\n- Avtal om ett nytt utbetalningssystem är tecknat.\n- Alla system loggar det som behövs för att utreda ett intrång.\n- Andelen som klickar på falska meddelanden har sjunkit till sju procent.\n\n### Allvarliga risker\n\n- Uppgifter förvanskas vid flytten till nytt utbetalningssystem.\n\n### Hinder\n\nFlytten och den dagliga driften behöver samma tekniker.',
    conclusions: 'Ledningen prioriterar flytten. Tre tekniker anställs för två år.',
  },
  {
    key: 'lg-2026',
    on: '2026-06-11',
    decision: 'bes-lg-2026',
    presented:
      '### Läget\n\n- Det nya utbetalningssystemet är i drift sedan den 4 maj.\n- Myndigheten är anmäld enligt cybersäkerhetslagen, och ledningen har gått utbildningen.\n- Självutvärderingen hösten 2025 visade nivå 2.\n\n### Allvarliga risker\n\n- Flytten av utbetalningarna, tills tre månader är kontrollerade.\n\n### Hinder\n\nUppföljningen av leverantörernas egna leverantörer går långsamt.',
    conclusions: 'Ledningen drar slutsatsen att arbetet håller måttet och att leverantörerna nu är den svagaste länken.',
  },
] as const

/** The answers of 2025 that differ from those of 2023. */
const changed: Readonly<Record<string, readonly [Answer, string?]>> = {
  'Är informationsägarnas ansvar känt av dem själva?': ['partly', 'En av tolv är osäker.'],
  'Omprövas klassningarna varje år?': ['yes', 'Alla utom en är omprövade i tid.'],
  'Styr klassningen vilka åtgärder som införs?': ['partly', 'Det gör den i den nya modellen. Äldre klassningar återstår.'],
  'Följs riskernas utveckling över tid?': ['yes'],
  'Utgår kraven från klassning och riskanalys?': ['yes', 'I alla elva upphandlingar under det senaste året.'],
  'Följs det upp att leverantörerna uppfyller kraven?': ['partly', 'Tio av fjorton viktiga leverantörer är uppföljda.'],
  'Finns det mått som visar om arbetet ger resultat?': ['yes', 'Åtta mått följs varje kvartal.'],
  'Övas planerna tillsammans med leverantörer och andra myndigheter?': ['yes'],
}

const answers2025 = questions.map(([area, level, question, , before, comment]) => {
  const [answer, why] = changed[question] ?? [before, before === 'yes' ? undefined : comment]
  return { area, level, question, answer, comment: why }
})

const selfAssessment: readonly Moment[] = [
  did('2025-10-16', 'ciso', [
    create('selfAssessment', 'sjalv-2025', { name: 'Självutvärdering 2025', questionnaire, heldOn: '2025-10-16', owner: '@ciso' }),
  ]),
  did(
    '2025-10-17',
    'ciso',
    answers2025.map((row, index) =>
      create('assessmentAnswer', `sjalv-2025-${index + 1}`, given({ round: '@sjalv-2025', order: index + 1, ...row })),
    ),
  ),
  did(
    '2025-10-24',
    'ciso',
    [
      update('sjalv-2025', {
        level: levelReached(answers2025),
        note: 'Myndigheten når nivå 2, mot nivå 1 hösten 2023. Kraven vid inköp utgår nu alltid från klassning och riskanalys. Det som skiljer oss från nivå 3 är att alla leverantörer inte är uppföljda och att en informationsägare är osäker på sitt ansvar.',
      }),
    ],
    'Resultatet är sammanställt.',
  ),
]

const systems: readonly Moment[] = [
  did(
    '2026-04-27',
    'ciso',
    [
      create('system', 'sys-utbetalning-ny', {
        name: 'Utbetalningssystemet Klarbro',
        description: 'Beräknar och skickar utbetalningar till banken varje bankdag.',
        systemOwner: '@system-owner',
        unit: '@it-drift',
        suppliers: to('lev-klarbro'),
        enhancedProtection: true,
        central: true,
        dependsOn: to('sys-drift', 'sys-arende', 'sys-behorighet'),
        inOperationFrom: '2026-05-04',
      }),
    ],
    'Systemet tas i drift den 4 maj.',
  ),
  did(
    '2026-05-04',
    'ciso',
    [
      update('inf-utbetalningar', { systems: to('sys-utbetalning-ny') }),
      update('sys-utbetalning', { outOfOperationFrom: '2026-08-31' }),
      update('plan-utbetalning', { systems: to('sys-utbetalning-ny', 'sys-drift') }),
    ],
    'Utbetalningarna görs i det nya systemet.',
  ),
]

const supplierGuideline = documentStory({
  key: 'doc-leverantor',
  title: 'Riktlinje för säkerhet hos leverantörer',
  kind: 'guideline',
  unit: 'sak',
  owner: 'ciso',
  approver: 'head-of-security',
  audience: 'Beställare, upphandlare och avtalsägare',
  requirements: ['msbfs-2020-6/8', 'msbfs-2020-7/3-1/1'],
  made: '2025-01-20',
  submitted: '2025-03-05',
  approved: '2025-03-19',
  validFrom: '2025-04-01',
  reviewBy: '2026-04-01',
  body: 'Varje viktig leverantör har en avtalsägare hos oss. Avtalsägaren följer upp säkerhetskraven varje år och berättar för Säkerhetsenheten vad som framkommer. En leverantör får åtkomst till våra system bara under en tid som vi har bokat. När avtalet upphör ska vår information lämnas tillbaka och raderas.',
})

type Row = readonly [requirement: string, assessment: Assessment, reason?: string]

const reassessed = (on: string, rows: readonly Row[]) =>
  did(
    on,
    'ciso',
    rows.map(([requirement, assessment, reason]) => update(keyOf(requirement), given({ assessment, reason, assessedOn: on }))),
    'Årlig genomgång av kraven.',
  )

const law = (part: string) => `csl-2025-1506/${part}`

const cybersecurityAct: readonly Row[] = [
  [law('2-2'), 'fulfilled', 'Anmälan är lämnad.'],
  [law('2-2/st2'), 'partly', 'Det är inte bestämt vem som anmäler ändringar inom 14 dagar.'],
  [law('2-3'), 'partly', 'Det mesta täcks av arbetet enligt MSBFS 2020:6 och 2020:7. Punkterna nedan visar vad som återstår.'],
  [law('2-3/st2'), 'partly', 'Se punkterna nedan.'],
  ...['1', '2', '3', '5', '7', '8', '9', '10'].map((point): Row => [law(`2-3/${point}`), 'fulfilled']),
  [law('2-3/4'), 'partly', 'Leverantörernas egna leverantörer är inte kartlagda.'],
  [law('2-3/6'), 'partly', 'Måtten visar inte effekten av alla åtgärder.'],
  [law('2-4'), 'partly', 'Ledningen går utbildningen före sommaren.'],
  [law('2-5'), 'partly', 'Vägen till den första upplysningen är bestämd men inte prövad på en helg.'],
  ...['2-6', '2-7', '2-8', '2-9', '2-10', '3-3'].map((part): Row => [law(part), 'fulfilled']),
]

const compliance: readonly Moment[] = [
  reassessed('2024-11-13', [
    ['msbfs-2020-6/5/5', 'fulfilled', 'Alla översyner är gjorda.'],
    ['msbfs-2020-6/6/1', 'fulfilled', 'Alla informationsmängder är klassade.'],
    ['msbfs-2020-6/6/3', 'partly', 'Den nya modellen knyter åtgärderna till klassningen. Äldre klassningar återstår.'],
    ['msbfs-2020-6/8', 'partly', 'Ett av fjorton avtal återstår att förhandla om.'],
    ['msbfs-2020-6/9/5', 'partly', 'Fler än fyra av fem har en giltig utbildning. Alla är ännu inte utbildade.'],
    ['msbfs-2020-7/4-1', 'fulfilled', 'Alla fyra segmenten är klara.'],
    ['msbfs-2020-7/4-2', 'fulfilled', 'Filtreringen följer segmenten.'],
    ['msbfs-2020-7/4-16/4', 'fulfilled', 'Lönesystemet loggar det som läses.'],
    ['msbfs-2020-7/3-1/st2', 'fulfilled', 'Alla upphandlingar under året visar vilka åtgärder som har valts.'],
    ['msbfs-2020-8/8', 'fulfilled', 'Kravet finns i alla avtal.'],
    ['msbfs-2020-6/6/rad/4', 'fulfilled', 'Sammanställd information värderas enligt den nya modellen.'],
  ]),
  reassessed('2025-11-12', [
    ['msbfs-2020-6/6/3', 'fulfilled', 'Alla klassningar är omprövade med den nya modellen.'],
    ['msbfs-2020-6/8', 'fulfilled', 'Alla avtal är omförhandlade.'],
    ['msbfs-2020-7/4-10/3', 'fulfilled', 'Konfigurationen är anpassad också för nätutrustningen.'],
    ['msbfs-2020-7/3-1/18', 'fulfilled', 'Avveckling regleras i alla avtal.'],
    ['msbfs-2020-6/6/rad/6', 'fulfilled', 'Skyddsnivåerna omfattar alla slags åtgärder.'],
  ]),
  did(
    '2026-02-19',
    'ciso',
    cybersecurityAct.map(([requirement, assessment, reason]) =>
      create(
        'compliance',
        keyOf(requirement),
        given({
          requirement: `@req:${requirement}`,
          unit: '@tv',
          assessment,
          advice: false,
          reason,
          assessedOn: '2026-02-19',
          assessor: '@ciso',
        }),
      ),
    ),
    'Första genomgången av cybersäkerhetslagen, tillsammans med Rättsavdelningen.',
  ),
  reassessed('2026-09-23', [
    [law('2-2/st2'), 'fulfilled', 'Informationssäkerhetschefen anmäler ändringar. Anmälan gås igenom varje månad.'],
    [law('2-4'), 'fulfilled', 'Hela ledningsgruppen har gått utbildningen.'],
    [law('2-5'), 'fulfilled', 'Vägen är prövad två helger.'],
    [law('2-3/6'), 'fulfilled', 'Måtten omfattar alla åtgärder mot höga risker.'],
  ]),
]

/** Requirements that are gone through every November, beside the reassessments above. */
export const yearlyAssessed = (year: number): readonly string[] => [
  ...assessedBy2023.filter((requirement) => year < 2026 || !requirement.startsWith('msbfs-2020-8/')),
  ...(year < 2026 ? [] : cybersecurityAct.map(([requirement]) => requirement)),
]

const renamed: Moment = did(
  '2026-01-14',
  'ciso',
  [
    update('party-msb', {
      name: 'Myndigheten för civilt försvar (MCF)',
      expectations:
        'Att föreskrifterna MSBFS 2020:6 och 2020:7 och cybersäkerhetslagen följs och att betydande incidenter anmäls i tid. Myndigheten hette MSB till och med 2025.',
    }),
  ],
  'MSB har bytt namn till Myndigheten för civilt försvar.',
)

const incidentProcess = documentStory({
  key: 'doc-incident-3',
  title: 'Process för informationssäkerhetsincidenter (2026)',
  kind: 'process',
  unit: 'sak',
  owner: 'ciso',
  approver: 'head-of-security',
  audience: 'Alla medarbetare',
  confirm: true,
  supersedes: 'doc-incident',
  requirements: ['msbfs-2020-6/11/1', 'msbfs-2020-6/11/3', 'msbfs-2020-6/12', 'csl-2025-1506/2-5', 'csl-2025-1506/2-6'],
  made: '2026-03-04',
  submitted: '2026-05-20',
  approved: '2026-06-17',
  validFrom: '2026-06-22',
  reviewBy: '2027-06-22',
  news: 'Skriven om efter cybersäkerhetslagen.',
  body: '## Rapportera\n\nRapportera både det som har hänt och det som nästan hände, samma dag. Du behöver inte veta säkert.\n\n## Granska\n\nSäkerhetsenheten läser varje rapport senast nästa arbetsdag och beslutar om uppföljning. Beslutet skrivs ned, också när inget mer ska göras.\n\n## Anmäl vidare\n\n- Betydande incidenter enligt cybersäkerhetslagen: en första upplysning inom 24 timmar, anmälan inom 72 timmar och slutrapport inom en månad från anmälan.\n- Personuppgiftsincidenter: dataskyddsombudet bedömer, anmälan till IMY inom 72 timmar.\n- Det som rör säkerhetsskydd: ring säkerhetschefen, skriv ingenting.\n\n## Lära\n\nGrundorsaken ska vara klarlagd innan incidenten avslutas. Det som behöver göras förs in bland åtgärderna.',
})

/** Decisions, reviews, self-assessment, systems and compliance of 2024–2026. */
export const laterGovernance: readonly Moment[] = [
  ...decisions.map(decisionStory),
  ...reviews.map(reviewStory),
  ...selfAssessment,
  did(
    '2025-11-26',
    'ciso',
    [update('bes-utvardering-2025', { actions: to('atg-agaransvar', 'atg-underleverantorer') })],
    'Åtgärderna är införda.',
  ),
  ...systems,
  ...supplierGuideline,
  ...compliance,
  renamed,
  ...incidentProcess,
]
