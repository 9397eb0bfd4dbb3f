import { adopt, back, create, did, type Moment, move, plus, req, to } from './script.ts'

/** Somebody confirms that he has been told of a risk, or that it lies with him. */
export const acknowledged = (on: string, risk: string, person: string, purpose: 'know' | 'decide' | 'analyse' = 'know'): Moment => {
  const key = `esk-${risk}-${person}-${purpose}`
  return did(on, person, [
    adopt('escalation', key, { risk: `@${risk}`, person: `@${person}`, purpose, state: 'open' }),
    move(key, 'acknowledge'),
  ])
}

interface OptionFacts {
  readonly name: string
  readonly response: 'reduce' | 'avoid' | 'share' | 'accept'
  readonly description: string
  readonly once?: number
  readonly yearly?: number
  /** Consequence and likelihood afterwards. */
  readonly becomes: readonly [number, number]
  readonly proposed?: true
}

/** What was weighed before a decision. */
const weighed = (on: string, risk: string, options: readonly OptionFacts[]): Moment =>
  did(
    on,
    'ciso',
    options.map(({ name, response, description, once = 0, yearly = 0, becomes: [consequence, likelihood], proposed = false }, index) =>
      create('riskOption', `alt-${risk}-${index + 1}`, {
        risk: `@${risk}`,
        name,
        response,
        description,
        costOnce: once,
        costYearly: yearly,
        consequence,
        likelihood,
        proposed,
      }),
    ),
    'Alternativen är framtagna tillsammans med riskägaren.',
  )

const challenged = (on: string, key: string, risk: string, question: string): Moment =>
  did(on, 'risk-function', [create('challenge', key, { risk: `@${risk}`, question })])

const commented = (on: string, by: string, key: string, risk: string, text: string): Moment =>
  did(on, by, [create('riskComment', key, { risk: `@${risk}`, text })])

const found = (
  on: string,
  key: string,
  facts: {
    readonly title: string
    readonly description: string
    readonly kind: 'observation' | 'nonconformity'
    readonly severity: number
    readonly unit: string
    readonly responsible: string
    readonly risks?: readonly string[]
    readonly requirements?: readonly string[]
  },
): Moment =>
  did(on, 'internal-audit', [
    create('finding', key, {
      ...facts,
      unit: `@${facts.unit}`,
      responsible: `@${facts.responsible}`,
      answerBy: plus(on, 30),
      risks: to(...(facts.risks ?? [])),
      requirements: req(...(facts.requirements ?? [])),
    }),
  ])

const answered = (on: string, by: string, key: string, answer: string): Moment => did(on, by, [move(key, 'answer', { answer })])

/** What the three lines of responsibility did beside the decisions themselves, 2021–2023. */
export const riskWork: readonly Moment[] = [
  weighed('2021-03-17', 'risk-fjarr', [
    {
      name: 'Flerfaktorsautentisering för all åtkomst utifrån',
      response: 'reduce',
      description: 'Alla loggar in med tjänstekort. De som saknar kort får ett före sommaren.',
      once: 1_450_000,
      yearly: 310_000,
      becomes: [4, 1],
      proposed: true,
    },
    {
      name: 'Bara vissa får arbeta utifrån',
      response: 'avoid',
      description: 'Fjärråtkomsten stängs för alla utom jour och chefer.',
      yearly: 900_000,
      becomes: [4, 2],
    },
    { name: 'Avvakta', response: 'accept', description: 'Längre lösenord och fler påminnelser.', yearly: 40_000, becomes: [4, 3] },
  ]),
  challenged(
    '2021-11-30',
    'if-fjarr',
    'risk-fjarr',
    'Sannolikheten höjdes till mycket trolig efter ett lyckat intrång, men åtgärden är oförändrad. Räcker den?',
  ),
  answered(
    '2021-12-08',
    'system-owner',
    'if-fjarr',
    'Ja, men den tidigareläggs: alla utom jouren har tjänstekort före årsskiftet i stället för till sommaren.',
  ),
  did('2021-12-13', 'risk-function', [move('if-fjarr', 'settle')]),
  commented(
    '2022-02-07',
    'risk-function',
    'kom-utbetalning',
    'risk-utbetalning',
    'Störningen den 25 januari bör räknas in: reservrutinen tog elva timmar.',
  ),
  found('2022-10-10', 'iak-accept', {
    title: 'Accepterade risker följs inte upp i tid',
    description: 'Tre av nio accepterade risker hade passerat den dag då de skulle omprövas. Ingen hade fått en påminnelse.',
    kind: 'nonconformity',
    severity: 2,
    unit: 'sak',
    responsible: 'head-of-security',
    risks: ['risk-leverantor', 'risk-distans'],
    requirements: ['msbfs-2020-6/6'],
  }),
  answered(
    '2022-10-28',
    'head-of-security',
    'iak-accept',
    'Varje acceptans får ett slutdatum. Riskägaren påminns en månad i förväg, och därefter lämnas risken för nytt beslut av sig själv.',
  ),
  did('2023-02-14', 'internal-audit', [move('iak-accept', 'close', undefined, 'Prövat på tio acceptanser utan anmärkning.')]),
  found('2023-10-16', 'iak-spridning', {
    title: 'Riskvärdena skiljer sig mellan avdelningarna för samma slags händelse',
    description: 'Utebliven drift ett dygn värderas som måttlig på en avdelning och allvarlig på en annan.',
    kind: 'observation',
    severity: 1,
    unit: 'stab',
    responsible: 'risk-function',
  }),
  answered(
    '2023-11-06',
    'risk-function',
    'iak-spridning',
    'Konsekvenskategorierna får exempel ur verksamheten i nästa version av metoden, och riskfunktionen jämför avdelningarna varje kvartal.',
  ),
  did('2023-07-03', 'administrator', [
    create('absence', 'borta-2023', { person: '@head-it', deputy: '@system-owner', validFrom: '2023-07-10', validTo: '2023-08-04' }),
  ]),
]

/** The same today: an option to choose among, a challenge that waits, a comment, a finding, and somebody who is away. */
export const riskWorkNow = (today: string): Moment[] => [
  weighed(back(today, 8), 'risk-nu-fullmakt', [
    {
      name: 'Kontrollera fullmakten mot Mina ombud',
      response: 'reduce',
      description: 'Fullmakter lämnas bara genom den gemensamma tjänsten. Handläggaren ser direkt om den gäller.',
      once: 680_000,
      yearly: 120_000,
      becomes: [3, 1],
      proposed: true,
    },
    {
      name: 'Ring upp den som har lämnat fullmakten',
      response: 'reduce',
      description: 'Två motringningar per fullmakt. Kräver fyra handläggare.',
      yearly: 2_600_000,
      becomes: [3, 2],
    },
    {
      name: 'Ta inte emot fullmakter som bild',
      response: 'avoid',
      description: 'Fullmakten lämnas på papper.',
      yearly: 450_000,
      becomes: [2, 1],
    },
  ]),
  challenged(
    back(today, 5),
    'if-nu-stod',
    'risk-nu-stod',
    'Ramverket slutar att få rättelser om ett halvår. Är sannolikheten verkligen bara möjlig?',
  ),
  commented(
    back(today, 6),
    'head-of-security',
    'kom-nu-fullmakt',
    'risk-nu-fullmakt',
    'Två polisanmälningar i höst rör falska fullmakter. Det talar för att sannolikheten är rätt satt.',
  ),
  found(back(today, 12), 'iak-nu-mandat', {
    title: 'Beslut om risker dröjer när chefen är borta',
    description: 'Fyra beslut om risker väntade mer än tre veckor under sommaren eftersom ersättare inte var utsedda.',
    kind: 'observation',
    severity: 2,
    unit: 'ers',
    responsible: 'department-head',
    requirements: ['msbfs-2020-6/6'],
  }),
  did(back(today, 4), 'administrator', [
    create('absence', 'borta-nu', {
      person: '@chef-digital',
      deputy: '@chef-kun-orebro',
      validFrom: back(today, 3),
      validTo: plus(today, 9),
    }),
  ]),
  did(back(today, 2), 'employee', [
    create('risk', 'risk-nu-reception', {
      title: 'Skärmar i receptionen visar ärenden för besökare',
      cause: 'att skärmarna står vända mot väntrummet',
      event: 'en besökare läser vad som står i ett ärende',
      kind: 'remark',
      unit: '@ers-mitt',
    }),
  ]),
]
