import { create, did, given, type Moment, update } from './script.ts'

export type Assessment = 'fulfilled' | 'partly' | 'notFulfilled' | 'notApplicable' | 'notNeeded'
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
    'Behörigheterna gås inte igenom regelbundet.',
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

/** What was assessed from the start, in 2022 and in 2023, beside the rows above: fulfilled unless a reason says otherwise. */
const widened: Readonly<Record<2021 | 2022 | 2023, readonly string[]>> = {
  2021: [
    ...['5', '5/st3', '7/st2', '14/1', '14/2', '14/3', '14/4', '14/5', '15/1', '15/2', '15/3'].map((part) => `msbfs-2020-6/${part}`),
    ...['2/st2', '3', '5/1', '5/2a', '5/2b', '5/2c', '5/2d', '5/2e', '5/3', '6', '7', '9'].map((part) => `msbfs-2020-8/${part}`),
  ],
  2022: [
    ...['2-1', '2-2', '2-3', '2-4/1', '2-4/3', '2-4/4', '3-1/st2', '3-2/1', '3-2/2', '3-2/st2', '3-3', '5-1/1', '5-1/2', '5-2'].map(
      (part) => `msbfs-2020-7/${part}`,
    ),
    ...Array.from({ length: 17 }, (_, index) => `msbfs-2020-7/3-1/${index + 2}`),
  ],
  2023: [
    ...['4-2', '4-5/3', '4-6/1', '4-6/2', '4-6/3', '4-6/4', '4-9/1', '4-9/2', '4-9/3', '4-10/1', '4-10/2', '4-10/3'],
    ...[
      '4-16/2',
      '4-16/3',
      '4-16/4',
      '4-17/1',
      '4-17/2',
      '4-17/3',
      '4-17/st2',
      '4-21/1',
      '4-21/2',
      '4-21/3',
      '4-21/4',
      '4-21/5',
      '4-22/1',
      '4-22/2',
      '4-22/3',
    ],
  ].map((part) => `msbfs-2020-7/${part}`),
}

/** Where a widened assessment found something else than fulfilment, and what came of it. */
const findings: readonly ComplianceRow[] = [
  [
    'msbfs-2020-6/14/4',
    'notFulfilled',
    'Säkerhetsåtgärderna utvärderas inte, så det finns inget resultat att sammanställa.',
    [[2023, 'fulfilled', 'Effekten av åtgärderna sammanställs varje kvartal.']],
  ],
  [
    'msbfs-2020-6/14/5',
    'partly',
    'Uppföljning av reglerna saknas på tre avdelningar.',
    [[2023, 'fulfilled', 'Stickproven omfattar alla avdelningar.']],
  ],
  ['msbfs-2020-7/3-1/st2', 'partly', 'I två av tolv upphandlingar saknas uppgift om vilka åtgärder som har valts.'],
  [
    'msbfs-2020-7/3-1/17',
    'partly',
    'Krav på arkivering ställs sent, ofta först när avtalet är klart.',
    [[2023, 'fulfilled', 'Arkivet deltar från början.']],
  ],
  ['msbfs-2020-7/3-1/18', 'partly', 'Avveckling regleras inte i de äldre avtalen.'],
  [
    'msbfs-2020-7/5-1/2',
    'partly',
    'Återställning prövas två gånger om året i stället för varje kvartal.',
    [[2023, 'fulfilled', 'Återställning har prövats varje kvartal under året.']],
  ],
  ['msbfs-2020-7/4-2', 'partly', 'Filtreringen följer segmenten. Två av fyra är klara.'],
  ['msbfs-2020-7/4-10/3', 'partly', 'Konfigurationen är anpassad för servrar men inte för all nätutrustning.'],
  ['msbfs-2020-7/4-16/4', 'partly', 'Lönesystemet loggar bara inloggningar.'],
]

const rowFor = (requirement: string): ComplianceRow => findings.find(([named]) => named === requirement) ?? [requirement, 'fulfilled']

/** What an assessment of a requirement is called in the story. */
export const keyOf = (requirement: string) => `comp-${requirement}`
const assessedOn = { 2021: '2021-06-17', 2022: '2022-11-16', 2023: '2023-11-15' } as const
const complianceStep =
  (advice: boolean, year: 2021 | 2022 | 2023) =>
  ([requirement, assessment, reason]: ComplianceRow) =>
    create(
      'compliance',
      keyOf(requirement),
      given({
        requirement: `@req:${requirement}`,
        unit: '@tv',
        assessment,
        advice,
        reason,
        assessedOn: assessedOn[year],
        assessor: '@ciso',
      }),
    )

const reassess = (year: 2022 | 2023) =>
  [...assessed, ...advised, ...widened[2021].map(rowFor), ...(year === 2023 ? widened[2022].map(rowFor) : [])].map(
    ([requirement, , , later]) => {
      const now = later?.find(([when]) => when === year)
      return update(keyOf(requirement), given({ assessedOn: assessedOn[year], assessment: now?.[1], reason: now?.[2] }))
    },
  )

/** The requirements that had been assessed by the end of 2023. */
export const assessedBy2023: readonly string[] = [
  ...[...assessed, ...advised].map(([requirement]) => requirement),
  ...[2021, 2022, 2023].flatMap((year) => widened[year as 2021 | 2022 | 2023]),
]

/** The yearly assessment of the requirements, wider each year. */
export const compliance: readonly Moment[] = [
  did(
    assessedOn[2021],
    'ciso',
    [
      ...assessed.map(complianceStep(false, 2021)),
      ...widened[2021].map(rowFor).map(complianceStep(false, 2021)),
      ...advised.map(complianceStep(true, 2021)),
    ],
    'Första genomgången av kraven, tillsammans med avdelningarna.',
  ),
  did(
    assessedOn[2022],
    'ciso',
    [...reassess(2022), ...widened[2022].map(rowFor).map(complianceStep(false, 2022))],
    'Årlig genomgång av kraven.',
  ),
  did(
    assessedOn[2023],
    'ciso',
    [...reassess(2023), ...widened[2023].map(rowFor).map(complianceStep(false, 2023))],
    'Årlig genomgång av kraven.',
  ),
]
