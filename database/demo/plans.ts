import { back, create, did, given, type Moment, move, plus, workday } from './script.ts'

/** An action plan from proposal to follow-up. */
export interface PlanFacts {
  readonly key: string
  readonly name: string
  readonly purpose?: string
  readonly source: 'year' | 'selfAssessment' | 'riskAnalysis' | 'other'
  readonly assessment?: string
  readonly unit: string
  readonly owner: string
  readonly on: string
  readonly starts: string
  readonly ends: string
  readonly decided?: { readonly on: string; readonly by: string; readonly why: string }
  readonly followedUp?: { readonly on: string; readonly by?: string; readonly text: string }
  /** Which actions it takes in by itself: those that arose in the time from the one day to the other. */
  readonly takes?: { readonly from: string; readonly to: string; readonly source?: string }
}

const written: readonly PlanFacts[] = [
  {
    key: 'hp-2021',
    name: 'Handlingsplan 2021',
    purpose: 'Rätta det som den första samlade riskgenomgången visade, med åtkomst utifrån och skyddade personuppgifter först.',
    source: 'year',
    unit: 'tv',
    owner: 'ciso',
    on: '2021-05-17',
    starts: '2021-05-31',
    ends: '2021-12-31',
    decided: { on: '2021-05-31', by: 'director-general', why: 'Planen tar de allvarligaste riskerna först.' },
    followedUp: {
      on: '2022-01-24',
      text: 'Hälften av det som skulle vara klart under 2021 blev klart. De stora it-åtgärderna tar längre tid än vi trodde. De ligger kvar hos sina ansvariga och följs i 2022 års plan.',
    },
    takes: { from: '2021-03-01', to: '2021-10-31' },
  },
  {
    key: 'hp-sjalv-2021',
    name: 'Handlingsplan efter självutvärderingen 2021',
    purpose: 'Nå nivå 1 vid nästa självutvärdering.',
    source: 'selfAssessment',
    assessment: 'sjalv-2021',
    unit: 'tv',
    owner: 'ciso',
    on: '2021-11-15',
    starts: '2021-12-01',
    ends: '2022-12-31',
    decided: { on: '2021-11-29', by: 'director-general', why: 'De sex åtgärderna ska ta myndigheten till nivå 1.' },
    followedUp: {
      on: '2023-02-20',
      text: 'Alla sex åtgärder är genomförda och effekten är kontrollerad. Andelen utbildade har stigit från 64 till 76 procent. Säkerhetskrav ställs i elva av tolv upphandlingar.',
    },
    takes: { from: '2021-11-01', to: '2021-11-30', source: 'selfAssessment' },
  },
  {
    key: 'hp-2022',
    name: 'Handlingsplan 2022',
    purpose: 'Göra färdigt det som påbörjades 2021 och stärka det som ska hålla vid avbrott.',
    source: 'year',
    unit: 'tv',
    owner: 'ciso',
    on: '2022-04-26',
    starts: '2022-05-09',
    ends: '2022-12-31',
    decided: { on: '2022-05-09', by: 'director-general', why: 'Avbrott och angrepp prioriteras.' },
    followedUp: {
      on: '2023-01-30',
      text: 'Reservrutinen för utbetalningar är prövad två gånger och håller. Två åtgärder blev försenade för att leveranser dröjde.',
    },
    takes: { from: '2021-11-01', to: '2022-11-30' },
  },
  {
    key: 'hp-2023',
    name: 'Handlingsplan 2023',
    purpose: 'Få kontroll över loggar och leverantörer, och förbereda den nya klassningsmodellen.',
    source: 'year',
    unit: 'tv',
    owner: 'ciso',
    on: '2023-04-17',
    starts: '2023-05-02',
    ends: '2023-12-31',
    decided: { on: '2023-05-02', by: 'director-general', why: 'Planen följer ledningens genomgång.' },
    followedUp: {
      on: '2024-01-29',
      text: 'Det mesta är på väg men flera åtgärder är försenade, oftast för att leverantörer dröjer. De följs i 2024 års plan.',
    },
    takes: { from: '2022-12-01', to: '2023-11-12' },
  },
  {
    key: 'hp-sjalv-2023',
    name: 'Handlingsplan efter självutvärderingen 2023',
    purpose: 'Nå nivå 2 vid nästa självutvärdering.',
    source: 'selfAssessment',
    assessment: 'sjalv-2023',
    unit: 'tv',
    owner: 'ciso',
    on: '2023-12-11',
    starts: '2024-03-01',
    ends: '2025-06-30',
    decided: { on: '2024-03-18', by: 'director-general', why: 'Leverantörer och mått är det som skiljer oss från nivå 2.' },
    followedUp: {
      on: '2025-04-14',
      text: 'Planen är genomförd. Viktiga leverantörer följs nu upp varje år, och åtta mått visas för ledningen varje kvartal.',
    },
    takes: { from: '2023-11-13', to: '2023-12-31', source: 'selfAssessment' },
  },
]

const purposes: Readonly<Record<number, string>> = {
  2024: 'Införa den nya klassningsmodellen och begränsa leverantörers åtkomst.',
  2025: 'Flytta utbetalningarna säkert till den nya plattformen.',
  2026: 'Följa cybersäkerhetslagen i praktiken och öva det nya.',
}

/** The plan of each year after 2023, followed up when the year is over. */
function yearly(year: number): PlanFacts {
  return {
    key: `hp-${year}`,
    name: `Handlingsplan ${year}`,
    purpose: purposes[year] ?? 'Samla årets åtgärder så att de kan beslutas och följas upp tillsammans.',
    source: 'year',
    unit: 'tv',
    owner: 'ciso',
    on: workday(`${year}-03-20`),
    starts: `${year}-04-03`,
    ends: `${year}-12-31`,
    decided: { on: workday(`${year}-04-03`), by: 'director-general', why: 'Planen följer ledningens genomgång.' },
    followedUp: {
      on: workday(`${year + 1}-01-28`),
      text: 'De flesta åtgärder är genomförda i tid. De som återstår ligger kvar hos sina ansvariga och följs i nästa års plan.',
    },
    takes: { from: `${year - 1}-12-01`, to: `${year}-11-30` },
  }
}

const years = Array.from({ length: 30 }, (_, index) => yearly(2024 + index))

/** The plan the operations have proposed, which awaits its decision on the day the story is told. */
const proposed = (today: string): PlanFacts => ({
  key: 'hp-nu-fullmakter',
  name: 'Handlingsplan för säkrare fullmakter',
  purpose: 'Ingen ska kunna få ut uppgifter eller ändra konto med en falsk fullmakt.',
  source: 'riskAnalysis',
  unit: 'ers',
  owner: 'department-head',
  on: back(today, 15),
  starts: plus(today, 14),
  ends: plus(today, 240),
})

/** The plan for the operation of the systems, decided some weeks before the story is told, with its actions. */
const underway = (today: string): PlanFacts => ({
  key: 'hp-nu-drift',
  name: 'Handlingsplan för driftplattformen',
  purpose: 'Rätta det som riskanalysen av driftplattformen visade, i en ordning som håller driften igång.',
  source: 'riskAnalysis',
  unit: 'it',
  owner: 'system-owner',
  on: back(today, 47),
  starts: back(today, 34),
  ends: plus(today, 210),
  decided: { on: back(today, 34), by: 'head-of-security', why: 'Ordningen är rimlig och kostnaden ryms i budgeten.' },
})

const planStory = (plan: PlanFacts): Moment[] => [
  did(plan.on, plan.owner, [
    create(
      'actionPlan',
      plan.key,
      given({
        name: plan.name,
        purpose: plan.purpose,
        source: plan.source,
        assessment: plan.assessment && `@${plan.assessment}`,
        unit: `@${plan.unit}`,
        owner: `@${plan.owner}`,
        starts: plan.starts,
        ends: plan.ends,
      }),
    ),
  ]),
  ...(plan.decided ? [did(plan.decided.on, plan.decided.by, [move(plan.key, 'decide', undefined, plan.decided.why)])] : []),
  ...(plan.followedUp
    ? [did(plan.followedUp.on, plan.followedUp.by ?? 'ciso', [move(plan.key, 'followUp', { followUp: plan.followedUp.text })])]
    : []),
]

/** The plans of 2021–2023. */
export const planStories: readonly Moment[] = written.flatMap(planStory).filter(({ at }) => at < '2024')

/** The plans after that, up to the day the story is told; what happens later is left out by the one who tells. */
export const laterPlans = (today: string): Moment[] => [
  ...written.flatMap(planStory).filter(({ at }) => at >= '2024'),
  ...years.filter(({ on }) => on < today).flatMap(planStory),
  ...planStory(underway(today)),
  ...planStory(proposed(today)),
]

interface Planned {
  readonly source: string
  readonly on: string
  readonly decided?: string
  readonly done?: string
}

/**
 * The plan that takes in an action that arose on a day, and when: the day after the action was decided, or the plan proposed. One that
 * is done before that is left out.
 */
export function planFor({ source, on, decided, done }: Planned): { readonly plan: string; readonly on: string } | null {
  const found = [...written, ...years].find(
    ({ takes }) => takes && takes.from <= on && on <= takes.to && (!takes.source || takes.source === source),
  )
  if (!found || !decided) return null
  const day = plus(decided > found.on ? decided : found.on, 1)
  const last = [done, found.followedUp?.on].filter((one) => one !== undefined).sort()[0]
  return last === undefined || day < last ? { plan: found.key, on: day } : null
}
