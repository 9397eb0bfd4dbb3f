import { gapsOf, reassessed } from './gaps.ts'
import { campaignDays, threatKeyOf } from './models.ts'
import { adopt, back, create, did, type Moment, move, plus, swedish, to, update } from './script.ts'
import { judge, type Valued, valuations } from './valuations.ts'

export const campaignKey = (asset: string) => `kl-omv-${asset}`

/** The information that somebody works with in the campaign, step by step; the rest is planned or only confirmed. */
export const valuedInFull: readonly string[] = ['inf-ansokningar', 'inf-personal', 'inf-utbetalningar', 'inf-beslut', 'inf-skyddade']

const [applications, staff, payments, decisions, hidden] = [
  'inf-ansokningar',
  'inf-personal',
  'inf-utbetalningar',
  'inf-beslut',
  'inf-skyddade',
].map(campaignKey) as [string, string, string, string, string]

const aspects = ['confidentiality', 'integrity', 'availability', 'traceability'] as const
const judged = (key: string, asset: keyof typeof valuations, ...which: readonly (typeof aspects)[number][]) => {
  const all: Valued = valuations[asset]
  return which.flatMap((aspect) => judge(key, aspect, all[aspect] ?? {}))
}

const comment = (classification: string, number: number, step: string, text: string) =>
  create('classificationComment', `${classification}-kommentar-${number}`, { classification: `@${classification}`, step, text })

/** What builds on what comes before it, also where a weekend brings two days together: each a little later in the day than the one before. */
const inOrder = (moments: readonly Moment[]): Moment[] =>
  moments.map((moment, index) => {
    const minutes = 8 * 60 + 10 + index * 17
    return {
      ...moment,
      at: swedish(moment.at.slice(0, 10), `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`),
    }
  })

/** Applications: from the first judgement to the decision, with three gaps, two risks and three actions. */
const ofApplications = (today: string): Moment[] => {
  return [
    did(back(today, 31), 'information-owner', [move(applications, 'start')]),
    did(
      back(today, 30),
      'information-owner',
      [update(applications, { participants: to('manager', 'analyst', 'dpo') })],
      'Jonas kan vardagen, Amanda metoden och Daniel reglerna.',
    ),
    did(back(today, 28), 'information-owner', judged(applications, 'inf-ansokningar', 'confidentiality')),
    did(back(today, 28), 'dpo', [
      comment(
        applications,
        1,
        'valuation',
        'Tänk på att bilagorna ofta rör andra än den som söker, till exempel barn. Det talar för allvarlig också när den sökande själv inte bryr sig.',
      ),
    ]),
    did(back(today, 27), 'manager', [
      ...judged(applications, 'inf-ansokningar', 'integrity', 'availability'),
      comment(applications, 2, 'valuation', 'Tre dagars avbrott är vad vi klarar innan det syns i handläggningstiderna.'),
    ]),
    did(back(today, 26), 'information-owner', judged(applications, 'inf-ansokningar', 'traceability')),
    reassessed(back(today, 24), 'sys-arende', [
      {
        measure: 'SÅ-07',
        status: 'partly',
        severity: 3,
        reason: 'Genomgången i våras omfattade inte de grupper som lades till vid omorganisationen.',
      },
      {
        measure: 'SÅ-28',
        status: 'partly',
        severity: 4,
        reason: 'Läsning av ärendet loggas, men inte att någon har öppnat en bilaga.',
      },
      { measure: 'SÅ-35', status: 'partly', severity: 2, reason: 'En av testmiljöerna delar databas med utbildningsmiljön.' },
    ]),
    did(back(today, 23), 'ciso', [
      create('risk', 'risk-nu-bilagor', {
        title: 'Bilagor läses utan att det syns',
        cause: 'att öppnade bilagor inte loggas',
        event: 'någon läser läkarintyg i ärenden som han eller hon inte handlägger',
        effect: 'att uppgifter om hälsa röjs och att det inte går att utreda',
        kind: 'classification',
        unit: '@it-utv',
        owner: '@chef-utv',
        assets: to('inf-ansokningar'),
        systems: to('sys-arende'),
        classification: `@${applications}`,
        gaps: gapsOf(['sys-arende', 'SÅ-28']),
        threats: to(threatKeyOf('H-04')),
        consequence: 3,
        likelihood: 2,
      }),
      create('risk', 'risk-nu-grupper', {
        title: 'Gamla grupper ger för vid behörighet',
        cause: 'att grupper från omorganisationen inte har gåtts igenom',
        event: 'medarbetare når ansökningar från andra delar av landet',
        effect: 'att fler än nödvändigt kan läsa känsliga uppgifter',
        kind: 'classification',
        unit: '@it-utv',
        owner: '@chef-utv',
        assets: to('inf-ansokningar'),
        systems: to('sys-arende'),
        classification: `@${applications}`,
        gaps: gapsOf(['sys-arende', 'SÅ-07']),
        threats: to(threatKeyOf('H-04'), threatKeyOf('H-06')),
        consequence: 2,
        likelihood: 3,
      }),
    ]),
    did(back(today, 22), 'ciso', [
      create('riskProposal', 'forslag-bilagor', {
        classification: `@${applications}`,
        name: 'Logg över läsning saknas delvis i Ärendestöd',
        gap: gapsOf(['sys-arende', 'SÅ-28'])[0],
        outcome: 'kept',
        risk: '@risk-nu-bilagor',
      }),
      create('riskProposal', 'forslag-grupper', {
        classification: `@${applications}`,
        name: 'Genomgången av behörigheter är inte fullständig i Ärendestöd',
        gap: gapsOf(['sys-arende', 'SÅ-07'])[0],
        outcome: 'kept',
        risk: '@risk-nu-grupper',
      }),
      create('riskProposal', 'forslag-nyfikenhet', {
        classification: `@${applications}`,
        name: 'Obehörig läsning av egen personal',
        threat: `@${threatKeyOf('H-04')}`,
        outcome: 'merged',
        risk: '@risk-nu-bilagor',
        reason: 'Samma händelse, sedd från hotet.',
      }),
      create('riskProposal', 'forslag-overbelastning', {
        classification: `@${applications}`,
        name: 'Överbelastningsangrepp',
        threat: `@${threatKeyOf('H-03')}`,
        outcome: 'dismissed',
        reason: 'Mina ärenden är skyddad sedan 2023, och tre dagars avbrott är mer än de angrepp vi har sett.',
      }),
    ]),
    did(back(today, 22), 'analyst', [
      comment(applications, 3, 'risks', 'Jag slog ihop hotet om obehörig läsning med bristen i loggen. De leder till samma åtgärd.'),
    ]),
    did(back(today, 20), 'ciso', [
      create('action', 'atg-nu-bilagelogg', {
        title: 'Logga öppnade bilagor i Ärendestöd',
        description: 'Också i det äldre bilagearkivet. Loggen ska gå till loggplattformen.',
        source: 'classification',
        owner: '@chef-utv',
        unit: '@it-utv',
        due: plus(today, 118),
        priority: 3,
        costEstimated: 320_000,
        risks: to('risk-nu-bilagor'),
        systems: to('sys-arende'),
        gaps: gapsOf(['sys-arende', 'SÅ-28']),
        classification: `@${applications}`,
      }),
      create('action', 'atg-nu-grupper', {
        title: 'Gå igenom grupperna från omorganisationen',
        source: 'classification',
        owner: '@information-owner',
        unit: '@ers-utb',
        due: plus(today, 46),
        priority: 2,
        risks: to('risk-nu-grupper'),
        systems: to('sys-arende'),
        gaps: gapsOf(['sys-arende', 'SÅ-07']),
        classification: `@${applications}`,
      }),
      create('action', 'atg-nu-testdatabas', {
        title: 'Ge testmiljön en egen databas',
        source: 'classification',
        owner: '@chef-utv',
        unit: '@it-utv',
        due: plus(today, 88),
        priority: 1,
        costEstimated: 60_000,
        systems: to('sys-arende'),
        gaps: gapsOf(['sys-arende', 'SÅ-35']),
        classification: `@${applications}`,
      }),
    ]),
    did(back(today, 19), 'ciso', [
      move('atg-nu-bilagelogg', 'decide'),
      move('atg-nu-grupper', 'decide'),
      move('atg-nu-testdatabas', 'decide'),
    ]),
    did(back(today, 17), 'information-owner', [
      update(applications, {
        grounds:
          'Uppgifter om hälsa, ekonomi och utsatthet. Det är följden för den enskilde och för förtroendet som avgör. Fel uppgift ger fel beslut, men rättas normalt inom en månad.',
        reviewBy: plus(today, 345),
        shared: true,
      }),
    ]),
    did(back(today, 15), 'manager', [
      comment(applications, 4, 'actions', 'Grupperna hinner vi med före jul om Användarstöd tar fram listorna.'),
    ]),
    did(back(today, 14), 'ciso', [move(applications, 'propose', undefined, 'Värderingen är klar och alla brister har en åtgärd.')]),
    did(back(today, 12), 'information-owner', [
      move(applications, 'decide', undefined, 'Jag delar bedömningen. Loggen över bilagor går först.'),
    ]),
  ]
}

/** Personnel files: a smaller one, with an action that was there and one that is new. */
const ofStaff = (today: string): Moment[] => [
  did(back(today, 29), 'chef-pers', [move(staff, 'start')]),
  did(back(today, 27), 'chef-pers', judged(staff, 'inf-personal', 'confidentiality', 'integrity')),
  did(back(today, 25), 'chef-pers', judged(staff, 'inf-personal', 'availability', 'traceability')),
  reassessed(back(today, 23), 'sys-lon', [
    { measure: 'SÅ-45', status: 'partly', severity: 2, reason: 'Årets uppföljning av leverantören är påbörjad men inte klar.' },
    {
      measure: 'SÅ-15',
      status: 'partly',
      severity: 3,
      reason: 'Rehabiliteringsplaner som laddas upp lagras okrypterade hos leverantören.',
    },
  ]),
  did(
    back(today, 22),
    'ciso',
    [update('atg-nu-lon', { gaps: gapsOf(['sys-lon', 'SÅ-45']), classification: `@${staff}` })],
    'Åtgärden svarar också mot en brist i klassningen.',
  ),
  did(back(today, 21), 'ciso', [
    create('action', 'atg-nu-rehab', {
      title: 'Kräv att leverantören krypterar uppladdade rehabiliteringsplaner',
      source: 'classification',
      owner: '@chef-pers',
      unit: '@vst-pers',
      due: plus(today, 67),
      priority: 2,
      systems: to('sys-lon'),
      gaps: gapsOf(['sys-lon', 'SÅ-15']),
      classification: `@${staff}`,
    }),
    create('riskProposal', 'forslag-rehab', {
      classification: `@${staff}`,
      name: 'Kryptering vid lagring saknas delvis i Löne- och personalsystemet',
      gap: gapsOf(['sys-lon', 'SÅ-15'])[0],
      outcome: 'merged',
      risk: '@risk-lon',
      reason: 'Risken att leverantören röjer uppgifter finns redan.',
    }),
    create('riskProposal', 'forslag-lon-stulen', {
      classification: `@${staff}`,
      name: 'Stulen eller borttappad utrustning',
      threat: `@${threatKeyOf('H-15')}`,
      outcome: 'dismissed',
      reason: 'Inga uppgifter sparas på datorer eller telefoner.',
    }),
  ]),
  did(back(today, 20), 'ciso', [move('atg-nu-rehab', 'decide')]),
  did(back(today, 13), 'chef-pers', [
    update(staff, {
      grounds: 'Uppgifter om medarbetares hälsa och ekonomi. Lönen får inte bli fel, men kan betalas ut i efterhand.',
      reviewBy: plus(today, 350),
      shared: true,
    }),
  ]),
  did(back(today, 10), 'ciso', [move(staff, 'propose')]),
  did(back(today, 8), 'chef-pers', [move(staff, 'decide', undefined, 'Bedömningen stämmer med hur vi arbetar.')]),
]

/** Payments: fully valued and awaiting the decision of the information owner. */
const ofPayments = (today: string): Moment[] => {
  const system = back(today, 20) > '2026-05-15' ? 'sys-utbetalning-ny' : 'sys-utbetalning'
  return [
    did(back(today, 21), 'information-owner', [move(payments, 'start')]),
    did(
      back(today, 20),
      'information-owner',
      [update(payments, { participants: to('system-owner', 'analyst') })],
      'Systemägaren svarar för bristerna.',
    ),
    did(back(today, 18), 'ciso', judged(payments, 'inf-utbetalningar', 'confidentiality', 'integrity')),
    did(back(today, 13), 'ciso', judged(payments, 'inf-utbetalningar', 'availability', 'traceability')),
    did(back(today, 12), 'ciso', [
      comment(
        payments,
        1,
        'valuation',
        'Spårbarheten blev betydande. Bankens kvittens räcker inte: vi behöver själva se vem som ändrade kontot.',
      ),
    ]),
    did(
      back(today, 9),
      'ciso',
      [update('atg-nu-bank', { gaps: gapsOf([system, 'SÅ-41']), classification: `@${payments}` })],
      'Åtgärden svarar också mot en brist i klassningen.',
    ),
    did(back(today, 6), 'ciso', [
      create('riskProposal', 'forslag-reservrutin', {
        classification: `@${payments}`,
        name: 'Kontinuitetsplanen är inte prövad fullt ut',
        gap: gapsOf([system, 'SÅ-41'])[0],
        outcome: 'merged',
        risk: '@risk-utbetalning',
        reason: 'Ingår i den risk som redan finns.',
      }),
    ]),
    did(back(today, 5), 'ciso', [
      update(payments, {
        grounds:
          'En ändrad uppgift eller en dags avbrott drabbar tusentals hushåll samma dag. Det går inte att ställa till rätta i efterhand.',
        reviewBy: plus(today, 360),
      }),
    ]),
    did(back(today, 3), 'ciso', [move(payments, 'propose', undefined, 'Klar för ditt beslut. En brist återstår och har en åtgärd.')]),
  ]
}

/** What is under way or planned, and what was given up. */
const others = (today: string): Moment[] => [
  did(back(today, 100), 'ciso', [
    create('classification', 'kl-enkater-projekt', {
      asset: '@inf-enkater',
      model: back(today, 100) < '2024-07-01' ? '@km-2021' : '@km-2024',
      unit: '@kun-malmo',
      owner: '@chef-kun-malmo',
      occasion: 'project',
      occasionNote: 'Enkäterna skulle kopplas till ärendet.',
    }),
  ]),
  did(back(today, 82), 'ciso', [move('kl-enkater-projekt', 'cancel', undefined, 'Projektet lades ned. Enkäterna förblir anonyma.')]),
  did(back(today, 11), 'information-owner', [move(decisions, 'start')]),
  did(back(today, 10), 'information-owner', [
    ...judge(decisions, 'confidentiality', valuations['inf-beslut'].confidentiality),
    ...judge(decisions, 'integrity', valuations['inf-beslut'].integrity, 4),
  ]),
  did(back(today, 7), 'information-owner', [
    create('classification', 'kl-fullmakter', {
      asset: '@inf-fullmakter',
      model: '@km-nu',
      unit: '@ers',
      owner: '@information-owner',
      participants: to('manager'),
      occasion: 'new',
      occasionNote: 'Fullmakterna har hittills klassats som en del av ansökningarna. Nu får de ett eget register.',
      basedOn: `@${applications}`,
      dueBy: plus(today, 21),
    }),
  ]),
  did(back(today, 6), 'risk-owner', [move(hidden, 'start')]),
  did(back(today, 5), 'risk-owner', judge(hidden, 'confidentiality', valuations['inf-skyddade'].confidentiality)),
]

/** What is done about the gaps that the comparisons of the systems showed. */
const aboutGaps = (today: string): Moment[] => [
  did(back(today, 52), 'head-kun', [
    move(
      'ba-sys-samtal-SÅ-15',
      'accept',
      { acceptedUntil: plus(today, 190) },
      'Leverantören byter lagring till sommaren. Till dess spelar vi bara in samtal där kunden har sagt ja.',
    ),
  ]),
  did(
    back(today, 43),
    'ciso',
    [update('atg-nu-rattelser', { gaps: gapsOf(['sys-drift', 'SÅ-18']) })],
    'Åtgärden rättar en brist som är känd sedan genomgången 2024.',
  ),
  did(back(today, 38), 'ciso', [
    create('action', 'atg-nu-konton', {
      title: 'Låt inhyrdas konton stängas av sig själva',
      source: 'classification',
      owner: '@system-owner',
      unit: '@it-drift',
      due: plus(today, 71),
      priority: 2,
      systems: to('sys-behorighet'),
      gaps: gapsOf(['sys-behorighet', 'SÅ-06']),
    }),
    create('action', 'atg-nu-regler', {
      title: 'Gå igenom regler och loggar utan ägare',
      source: 'classification',
      owner: '@it-security',
      unit: '@it-sak',
      due: plus(today, 36),
      priority: 2,
      systems: to('sys-nat', 'sys-behorighet'),
      gaps: gapsOf(['sys-nat', 'SÅ-23'], ['sys-behorighet', 'SÅ-30']),
    }),
    create('action', 'atg-nu-samtalslev', {
      title: 'Följ upp leverantören av kundcenterplattformen på plats',
      source: 'classification',
      owner: '@chef-kun-orebro',
      unit: '@kun-orebro',
      due: plus(today, 24),
      priority: 2,
      systems: to('sys-samtal'),
      gaps: gapsOf(['sys-samtal', 'SÅ-45']),
    }),
  ]),
  did(back(today, 37), 'ciso', [move('atg-nu-konton', 'decide'), move('atg-nu-regler', 'decide'), move('atg-nu-samtalslev', 'decide')]),
]

/** The work with information in the campaign that goes on just now. */
export const classifying = (today: string): Moment[] => [
  {
    at: swedish(campaignDays(today).begun, '07:40'),
    actor: 'ciso',
    steps: valuedInFull.map((asset) => adopt('classification', campaignKey(asset), { asset: `@${asset}`, revaluation: '@omv-nu' })),
  },
  ...inOrder(ofApplications(today)),
  ...inOrder(ofStaff(today)),
  ...inOrder(ofPayments(today)),
  ...inOrder(others(today)),
  ...inOrder(aboutGaps(today)),
]
