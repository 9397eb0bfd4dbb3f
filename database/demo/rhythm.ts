import { round } from './awareness.ts'
import { campaignKey, valuedInFull } from './campaign.ts'
import { type Classified, classifiedTogether, confirmedInCampaign } from './classified.ts'
import { keyOf } from './compliance.ts'
import { assetFacts, valuedOn } from './information.ts'
import { decisionStory, reviewStory, yearlyAssessed } from './later-governance.ts'
import { campaignDays } from './models.ts'
import { adopt, back, create, did, type Moment, move, plus, type Step, swedish, to, update, workday, years } from './script.ts'

/** What comes back every year on about the same day. */
interface Yearly {
  readonly key: string
  /** Month and day, `03-11`. */
  readonly on: string
  /** The first and the last year, and years in which something else was written by hand. */
  readonly from?: number
  readonly until?: number
  readonly skip?: readonly number[]
  /** When the next review falls, in place of a year after the last one: the last is then at least two months old. */
  readonly next?: string
}

/** The days a yearly matter came round before today, each with the day of the next. */
function rounds({ on, from = 2024, until = 2199, skip = [], next }: Yearly, today: string): { day: string; next: string }[] {
  const last = next ? plus(today, -60) : today
  const found: string[] = []
  for (let year = from; year <= until && workday(`${year}-${on}`) < last; year += 1)
    if (!skip.includes(year)) found.push(workday(`${year}-${on}`))
  return found.map((day, index) => ({ day, next: next && index === found.length - 1 ? next : plus(years(day, 1), 7) }))
}

/** A review of one record. */
interface Review {
  readonly day: string
  readonly actor: string
  readonly step: Step
}

const each = (matters: readonly Yearly[], today: string, tell: (key: string, day: string, next: string) => Review): Review[] =>
  matters.flatMap((matter) => rounds(matter, today).map(({ day, next }) => tell(matter.key, day, next)))

/** What one person reviews on one day is entered at one time. */
const together = (reviews: readonly Review[], why: (day: string) => string): Moment[] =>
  [...Map.groupBy(reviews, ({ day, actor }) => `${day} ${actor}`).values()].flatMap((same) =>
    same[0]
      ? [
          did(
            same[0].day,
            same[0].actor,
            same.map(({ step }) => step),
            why(same[0].day),
          ),
        ]
      : [],
  )

const matters = (keys: Readonly<Record<string, string | Omit<Yearly, 'key'>>>): Yearly[] =>
  Object.entries(keys).map(([key, when]) => (typeof when === 'string' ? { key, on: when } : { key, ...when }))

const assets = (today: string) =>
  matters({
    'inf-ansokningar': '03-19',
    'inf-beslut': { on: '03-19', next: plus(today, -11) },
    'inf-utbetalningar': { on: '04-03', next: plus(today, 18) },
    'inf-skyddade': '02-14',
    'inf-inlogg': '06-05',
    'inf-samtal': '02-07',
    'inf-personal': '09-25',
    'inf-redovisning': '11-06',
    'inf-sakerhet': '04-30',
    'inf-kontroll': '11-27',
    'inf-webb': '02-14',
    'inf-handlingar': '04-03',
    'inf-arkiv': '06-05',
    'inf-prognos': '09-25',
    'inf-rattslig': '03-19',
    'inf-upphandling': '01-24',
    'inf-kallkod': '02-14',
    'inf-kurser': '05-21',
    'inf-kris': '11-27',
    'inf-lokaler': '09-04',
    'inf-statistik': '04-30',
    'inf-loggar': '09-04',
    'inf-epost': { on: '05-21', from: 2025 },
    'inf-support': { on: '09-04', from: 2025 },
    'inf-enkater': { on: '09-25', from: 2025 },
  })

const documents = (today: string) =>
  matters({
    'doc-policy': '05-27',
    'doc-skyddade': '04-08',
    'doc-distans': { on: '03-05', next: plus(today, 15) },
    'doc-behorighet': '03-05',
    'doc-kontinuitet': { on: '03-06', next: plus(today, -34) },
    'doc-inkop': '04-08',
    'doc-andring': '06-03',
    'doc-loggning': '09-16',
    'doc-incident': { on: '11-11', until: 2025 },
    'doc-incident-3': { on: '06-16', from: 2027 },
    'doc-risk': '12-11',
    'doc-kryptering': { on: '04-08', from: 2025 },
    'doc-gen': { on: '01-27', from: 2025 },
    'doc-klassning-2': { on: '06-16', from: 2026 },
    'doc-leverantor': { on: '03-25', from: 2026 },
  })

/** Who says that a document stands as it is: its owner, or the information security function for those who may not. */
const reviewers: Readonly<Record<string, string>> = {
  'doc-policy': 'head-of-security',
  'doc-risk': 'risk-function',
  'doc-kontinuitet': 'preparedness',
}

const risks = matters({
  'risk-utbetalning': '11-18',
  'risk-skyddade': '03-06',
  'risk-behorighet': '04-07',
  'risk-fel-mottagare': '10-07',
  'risk-el': '04-07',
  'risk-kallkod': '05-13',
  'risk-arkiv': '08-26',
  'risk-desinformation': '10-20',
  'risk-natfiske': { on: '06-08', skip: [2025] },
  'risk-omvarld': { on: '09-13', skip: [2025] },
  'risk-segment': { on: '06-08', from: 2025 },
  'risk-klassning': { on: '10-20', from: 2025 },
  'risk-ai': { on: '04-07', from: 2025 },
  'risk-leverans': { on: '06-08', from: 2026 },
  'risk-rost': { on: '03-06', from: 2027 },
  'risk-frister': { on: '09-13', from: 2027 },
})

/** Risks that are accepted a year at a time, with those who have the mandate. */
const acceptances = matters({ 'risk-kopior': '05-06', 'risk-beslutsfel': '10-07', 'risk-distans': '03-04' })
const acceptedBy: Readonly<Record<string, string>> = {
  'risk-kopior': 'system-owner',
  'risk-beslutsfel': 'department-head',
  'risk-distans': 'chef-kun-orebro',
}

/** Each year what is accepted is taken up for decision before its time is out, and accepted for another year. */
const accepted = (today: string): Moment[] =>
  acceptances.flatMap((matter) =>
    rounds(matter, today).flatMap(({ day, next }) => [
      did(back(day, 4), 'ciso', [move(matter.key, 'callBack', undefined, 'Acceptansen går snart ut.')]),
      did(day, acceptedBy[matter.key] ?? 'ciso', [
        move(matter.key, 'accept', { acceptedUntil: next }, 'Inget har hänt som ändrar bedömningen. Risken accepteras ett år till.'),
      ]),
    ]),
  )

const parties = matters({
  'party-public': '02-14',
  'party-protected': '02-14',
  'party-government': '02-14',
  'party-msb': '02-14',
  'party-imy': '02-14',
  'party-bank': '03-06',
  'party-sector': '10-09',
  'party-staff': '03-06',
})

/** When each plan is tested, and after how many hours work was going again. */
const tests = (today: string): readonly (Yearly & { readonly hours: number })[] => [
  { key: 'plan-utbetalning', on: '11-13', hours: 4 },
  { key: 'plan-kundcenter', on: '04-16', hours: 3, next: plus(today, 21) },
  { key: 'plan-handlaggning', on: '10-10', hours: 28 },
  { key: 'plan-it', on: '02-20', hours: 20 },
  { key: 'plan-personal', on: '09-17', hours: 20 },
]

const exercises: readonly {
  readonly name: string
  readonly kind: string
  readonly on: string
  readonly unit: string
  readonly plan: string
  readonly scenario: string
  readonly participants: string
  readonly observations: readonly string[]
  readonly secret?: boolean
}[] = [
  {
    name: 'Återläsning från frånkopplad kopia',
    kind: 'restore',
    on: '02-20',
    unit: 'it-drift',
    plan: 'plan-it',
    scenario: 'Driftplattformen är krypterad av en angripare.',
    participants: 'It-drift, It-säkerhet',
    observations: [
      'Alla centrala system var i gång efter tjugo timmar. Nycklarna till två av dem låg i fel pärm.',
      'Alla centrala system var i gång efter nitton timmar.',
      'Ordningen i planen höll. Det nya utbetalningssystemet finns ännu inte med.',
      'Alla centrala system var i gång efter arton timmar.',
    ],
    secret: true,
  },
  {
    name: 'Avbrott i utbetalningarna',
    kind: 'tabletop',
    on: '05-15',
    unit: 'tv',
    plan: 'plan-utbetalning',
    scenario: 'Banken tar inte emot några filer under två bankdagar.',
    participants: 'Krisledningen, Utbetalning, Kommunikation, banken',
    observations: [
      'Krisledningen var samlad inom en timme. Det tog lång tid att enas om vad allmänheten skulle få veta.',
      'Kontakten med banken fungerade. Budskapen behöver finnas färdiga.',
      'De färdiga budskapen var ute efter tolv minuter.',
      'Krisledningen var samlad inom fyrtio minuter.',
    ],
  },
  {
    name: 'Sektorns samverkansövning',
    kind: 'joint',
    on: '10-23',
    unit: 'tv',
    plan: 'plan-kundcenter',
    scenario: 'Flera myndigheters e-tjänster slås ut samtidigt.',
    participants: 'Myndigheterna i sektorn Ekonomisk säkerhet',
    observations: [
      'Lägesbilden delades inom en timme och budskapen var samordnade.',
      'Reservsambandet användes mellan alla myndigheter. Två hade fel nummer.',
      'Lägesbilden delades inom fyrtio minuter.',
      'Budskapen var samordnade från första timmen.',
    ],
  },
]

const exerciseMoments = (today: string) =>
  exercises.flatMap(({ name, kind, on, unit, plan, scenario, participants, observations, secret }) =>
    rounds({ key: name, on }, today).flatMap(({ day }) => {
      const year = Number(day.slice(0, 4))
      const key = `ovn-${year}-${kind}`
      return [
        did(day, 'preparedness', [
          create('exercise', key, {
            title: name,
            kind,
            heldOn: day,
            unit: `@${unit}`,
            owner: '@preparedness',
            scenario,
            participants,
            plans: to(plan),
            ...(secret ? { marking: { provision: '18 kap. 13 § OSL', markedOn: day, authority: 'Trygghetsverket' } } : {}),
          }),
        ]),
        did(
          plus(day, 26),
          'preparedness',
          [update(key, { observations: observations[(year - 2024) % observations.length] })],
          'Utvärderingen är klar.',
        ),
      ]
    }),
  )

/** The whole assessment of requirements the latest November: those that have not been reassessed by hand stand as they were. */
const compliance = (today: string): Moment[] => {
  const [latest] = rounds({ key: 'comp', on: '11-18' }, today).slice(-1)
  return latest
    ? [
        did(
          latest.day,
          'ciso',
          yearlyAssessed(Number(latest.day.slice(0, 4))).map((requirement) => update(keyOf(requirement), { assessedOn: latest.day })),
          'Årlig genomgång av kraven. Bedömningarna står fast.',
        ),
      ]
    : []
}

/** The reviews of the years for which nothing is written by hand. */
const reviews = (today: string): Moment[] =>
  rounds({ key: 'lg', on: '06-10', from: 2027 }, today).flatMap(({ day }) => {
    const year = day.slice(0, 4)
    return [
      decisionStory({
        key: `bes-lg-${year}`,
        on: day,
        title: `Inriktning för informationssäkerheten ${Number(year) + 1}`,
        presenter: 'ciso',
        present: ['department-head', 'head-it', 'head-kun', 'head-rat', 'head-vst', 'head-ana', 'head-of-security', 'risk-function'],
        content: 'Målen från förra året ligger fast. Alla viktiga leverantörer ska vara uppföljda före årets slut.',
        registration: `TV ${year}/0450`,
      }),
      reviewStory({
        key: `lg-${year}`,
        on: day,
        decision: `bes-lg-${year}`,
        presented:
          '### Läget\n\n- Fler än fyra av fem medarbetare har en giltig utbildning.\n- All information är klassad.\n\n### Allvarliga risker\n\n- Brister i äldre servrar.\n\n### Hinder\n\nSamma tekniker behövs för drift och förbättringar.',
        conclusions: 'Ledningen bedömer att arbetet går åt rätt håll.',
      }),
    ]
  })

const roleCourses: readonly (readonly [
  course: string,
  roles: readonly string[],
  first: number,
  on: string,
  due: string,
  held: readonly [string, string],
  behind: number,
])[] = [
  ['course-owners', ['information-owner', 'system-owner'], 2024, '03-04', '06-28', ['04-09', '05-14'], 1],
  ['course-managers', ['manager', 'department-head'], 2025, '02-03', '06-13', ['03-11', '05-06'], 2],
]

/** The courses of certain roles, every other year; those who stay behind are called anew the next time. */
const courses = (today: string): Moment[] =>
  roleCourses.flatMap(([course, roles, first, on, due, [spring, summer], behind]) =>
    rounds({ key: course, on, from: first }, today)
      .map(({ day }) => day.slice(0, 4))
      .filter((year) => (Number(year) - first) % 2 === 0)
      .flatMap((year) =>
        round(course, roles, `${year}-${on}`, `${year}-${due}`, [workday(`${year}-${spring}`), workday(`${year}-${summer}`)], behind),
      ),
  )

/** Everything that is classified is reviewed every year: by itself until a campaign begins, and then within it. */
const reviewsOfInformation = (today: string): Moment[] => {
  const { decided, begun } = campaignDays(today)
  const all = assets(today).flatMap((matter) =>
    rounds(matter, today).map(({ day, next }): Classified => {
      const { owner, unit } = assetFacts(matter.key)
      const { need, grounds } = valuedOn(matter.key, day)
      const first = day >= '2024-07-01' && day < '2025-07-01'
      return {
        asset: matter.key,
        owner: matter.key === 'inf-kallkod' ? 'chef-utv' : owner,
        unit,
        on: day,
        need,
        grounds,
        reviewBy: next,
        occasion: first || day >= decided ? 'model' : 'review',
        why: first ? 'Omprövad med den nya modellen. Värderingen står fast.' : 'Årlig omprövning. Värderingen står fast.',
      }
    }),
  )
  const within = all.filter(({ asset, on }) => on >= begun && !valuedInFull.includes(asset))
  return [
    ...classifiedTogether(
      all.filter(({ asset, on }) => (valuedInFull.includes(asset) ? on < decided : on < begun)),
      today,
    ),
    ...(within.length
      ? [
          {
            at: swedish(begun, '07:45'),
            actor: 'ciso',
            steps: within.map(({ asset }) => adopt('classification', campaignKey(asset), { asset: `@${asset}`, revaluation: '@omv-nu' })),
          },
        ]
      : []),
    ...confirmedInCampaign(within, campaignKey),
  ]
}

/** What comes back every year from 2024 on, told through the day before today. */
export const rhythm = (today: string): Moment[] => [
  ...reviewsOfInformation(today),
  ...together(
    each(documents(today), today, (key, day, next) => ({ day, actor: reviewers[key] ?? 'ciso', step: update(key, { reviewBy: next }) })),
    () => 'Översedd tillsammans med ägaren. Texten står sig.',
  ),
  ...together(
    each(risks, today, (key, day, next) => ({ day, actor: 'ciso', step: update(key, { reviewBy: next }) })),
    () => 'Årlig omprövning med riskägaren. Värdet står fast.',
  ),
  ...accepted(today),
  ...together(
    each(parties, today, (key, day, next) => ({ day, actor: 'ciso', step: update(key, { reviewedOn: day, reviewBy: next }) })),
    () => 'Årlig genomgång tillsammans med kontaktpersonen.',
  ),
  ...tests(today).flatMap((test) =>
    rounds(test, today).map(({ day, next }) =>
      did(day, 'preparedness', [update(test.key, { testedOn: day, rtoTested: test.hours, reviewBy: next })], 'Planen är prövad.'),
    ),
  ),
  ...exerciseMoments(today),
  ...compliance(today),
  ...reviews(today),
  ...courses(today),
]
