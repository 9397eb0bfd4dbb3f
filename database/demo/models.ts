import { readShippedMeasures, readShippedModel, readShippedThreats, type ShippedModel } from '#areas/information/server/shipped.ts'
import { back, create, did, type Moment, move, plus, req, swedish } from './script.ts'

type Content = ShippedModel['content']

const shipped = await readShippedModel()
const measures = await readShippedMeasures()
const threats = await readShippedThreats()

const measureKeyOf = (measure: string) => `measure-${measure}`
const threatKeyOf = (threat: string) => `threat-${threat}`

/** The model of 2020: three aspects, and four kinds of consequence in few words. */
const firstContent: Content = {
  ...shipped.content,
  aspects: shipped.content.aspects.filter(({ key }) => key !== 'traceability'),
  levels: [
    { level: 0, name: 'Ingen eller försumbar', meaning: 'Ingen eller liten störning.', reviewMonths: 12 },
    { level: 1, name: 'Måttlig', meaning: 'Störning som klaras inom enheten.', reviewMonths: 12 },
    { level: 2, name: 'Betydande', meaning: 'Störning som kräver avdelningens resurser.', reviewMonths: 12 },
    { level: 3, name: 'Allvarlig', meaning: 'Störning som hotar uppdraget eller enskildas liv, hälsa eller ekonomi.', reviewMonths: 12 },
  ],
  categories: shipped.content.categories
    .filter(({ key }) => ['economy', 'mission', 'trust', 'individuals'].includes(key))
    .map(({ key, name }) => ({ key, name, question: '' })),
  criteria: (
    [
      ['economy', ['Under 50 000 kronor.', '50 000–500 000 kronor.', '500 000–5 miljoner kronor.', 'Över 5 miljoner kronor.']],
      [
        'mission',
        ['Ingen försening.', 'Försening någon dag.', 'Försening någon vecka.', 'Längre försening eller felaktiga beslut för många.'],
      ],
      ['trust', ['Ingen märker något.', 'Enstaka klagomål.', 'Kritik i medier.', 'Långvarigt minskat förtroende.']],
      ['individuals', ['Ingen skada.', 'Obehag.', 'Ekonomisk eller personlig skada.', 'Fara för liv eller hälsa.']],
    ] as const
  ).flatMap(([category, texts]) => texts.map((text, level) => ({ category, level, text }))),
  measures: [],
  fourEyesFrom: null,
  enhancedFrom: null,
  mapping: [],
}

/** The model of 2024: descriptions from the authority's own work, and the security measures that each level requires. */
const secondContent: Content = {
  ...shipped.content,
  aspects: firstContent.aspects,
  measures: shipped.content.measures.flatMap(({ from, ...measure }) => {
    const kept = Object.fromEntries(Object.entries(from).filter(([aspect]) => aspect !== 'traceability'))
    return Object.keys(kept).length ? [{ ...measure, from: kept }] : []
  }),
}

const newYear = '2021-01-18'

/** The method of classification from the start, and its second version. */
export const models: readonly Moment[] = [
  did(
    newYear,
    'ciso',
    [
      create('classificationModel', 'km-2021', {
        name: 'Klassningsmodell 2020',
        description: 'Enligt riktlinjen för informationsklassning från november 2020.',
        content: firstContent,
        validFrom: '2020-11-01',
      }),
    ],
    'Modellen läggs in så som den står i riktlinjen.',
  ),
  {
    at: swedish('2021-01-19', '10:10'),
    actor: 'head-of-security',
    steps: [move('km-2021', 'decide', undefined, 'Enligt beslutad riktlinje.')],
  },
  did(
    '2021-01-20',
    'ciso',
    [
      ...measures.map(({ key, name, description, evidence, requirements }) =>
        create('securityMeasure', measureKeyOf(key), { key, name, description, evidence, requirements: req(...requirements) }),
      ),
      ...threats.map((threat) => create('threat', threatKeyOf(threat.key), threat)),
    ],
    'Säkerhetsåtgärder och hot som klassningarna utgår från.',
  ),
  did('2024-05-20', 'ciso', [
    create('classificationModel', 'km-2024', {
      name: 'Klassningsmodell 2024',
      description:
        'Samma fyra nivåer som förut. Beskrivningarna är omskrivna med exempel ur vår egen verksamhet, och varje nivå visar vilka säkerhetsåtgärder som krävs.',
      basedOn: '@km-2021',
      content: secondContent,
      validFrom: '2024-07-01',
    }),
  ]),
  {
    at: swedish('2024-07-01', '08:20'),
    actor: 'head-of-security',
    steps: [move('km-2024', 'decide', undefined, 'Enligt generaldirektörens beslut den 13 juni.')],
  },
]

/** The days of the third version, which values traceability, and of the campaign in which everything is valued again. */
export const campaignDays = (today: string) => ({
  drafted: back(today, 43),
  decided: back(today, 36),
  begun: back(today, 33),
  due: plus(today, 76),
})

/** The third version is decided, and a campaign begins. */
export const campaign = (today: string): Moment[] => {
  const { drafted, decided, begun, due } = campaignDays(today)
  return [
    did(drafted, 'ciso', [
      create('classificationModel', 'km-nu', {
        name: `Klassningsmodell ${decided.slice(0, 4)} med spårbarhet`,
        description:
          'Spårbarhet värderas som en egen aspekt, eftersom utredningarna efter incidenterna har visat att loggarna inte alltid räcker. Nivåerna är desamma.',
        basedOn: '@km-2024',
        content: shipped.content,
        validFrom: decided,
      }),
    ]),
    {
      at: swedish(decided, '07:05'),
      actor: 'head-of-security',
      steps: [move('km-nu', 'decide', undefined, 'Spårbarheten behöver värderas för sig. Övrigt är oförändrat.')],
    },
    {
      at: swedish(begun, '07:30'),
      actor: 'ciso',
      steps: [
        create('revaluation', 'omv-nu', {
          name: 'Omvärdering med spårbarhet',
          model: '@km-nu',
          dueBy: due,
          message:
            'Gå igenom din information med den nya modellen. Det mesta kan stå kvar: det nya är att du också bedömer vad som händer om det inte går att se vem som har läst eller ändrat. Räkna med ett par timmar, och ta med någon från verksamheten.',
        }),
      ],
    },
  ]
}

/** The model a classification on a day is made by. */
export const modelOn = (day: string, today?: string): string =>
  today && day >= campaignDays(today).decided ? 'km-nu' : day < '2024-07-01' ? 'km-2021' : 'km-2024'

export { measureKeyOf, measures as shippedMeasures, threatKeyOf }
