import { measureKeyOf, shippedMeasures } from './models.ts'
import { create, did, type Moment, type Step, to, update } from './script.ts'

export const assessmentKey = (system: string, measure: string) => `ba-${system}-${measure}`

/** How a security measure is in a system where it is not simply in place. */
interface Shortfall {
  readonly measure: string
  readonly status: 'partly' | 'missing' | 'notApplicable'
  readonly reason: string
  /** 1 negligible – 4 serious; what is not applicable has none. */
  readonly severity?: number
}

const ownOperation: readonly Shortfall[] = ['SÅ-44', 'SÅ-45'].map((measure) => ({
  measure,
  status: 'notApplicable',
  reason: 'Systemet är vårt eget och drivs av oss.',
}))
const noPosts: Shortfall = { measure: 'SÅ-13', status: 'notApplicable', reason: 'Systemet innehåller inga uppgifter om enskilda.' }
const noEntry: Shortfall = { measure: 'SÅ-32', status: 'notApplicable', reason: 'Inga uppgifter matas in här.' }

interface Assessed {
  readonly system: string
  readonly on: string
  readonly assessor: string
  readonly shortfalls: readonly Shortfall[]
}

const assessed: readonly Assessed[] = [
  {
    system: 'sys-drift',
    on: '2024-07-08',
    assessor: 'system-owner',
    shortfalls: [
      ...ownOperation,
      noPosts,
      noEntry,
      {
        measure: 'SÅ-18',
        status: 'partly',
        severity: 4,
        reason: 'Rättelser läggs in en gång i månaden på de äldre servrarna. Allvarliga rättelser ska vara inne inom tre dygn.',
      },
      { measure: 'SÅ-40', status: 'partly', severity: 3, reason: 'Lagringen i Örebro tar över, men för hand och efter två timmar.' },
      { measure: 'SÅ-43', status: 'partly', severity: 1, reason: 'Intyg saknas för fyra diskar. De är förstörda enligt entreprenören.' },
    ],
  },
  {
    system: 'sys-nat',
    on: '2024-07-08',
    assessor: 'system-owner',
    shortfalls: [
      ...ownOperation,
      noPosts,
      noEntry,
      { measure: 'SÅ-23', status: 'partly', severity: 2, reason: 'Tolv äldre regler i brandväggen saknar ägare.' },
    ],
  },
  {
    system: 'sys-behorighet',
    on: '2024-07-09',
    assessor: 'system-owner',
    shortfalls: [
      ...ownOperation,
      noEntry,
      {
        measure: 'SÅ-06',
        status: 'partly',
        severity: 3,
        reason: 'Inhyrdas konton tas bort för hand, i snitt nio dagar efter sista dagen.',
      },
      { measure: 'SÅ-30', status: 'partly', severity: 2, reason: 'Loggarna granskas vid händelser men inte enligt plan.' },
    ],
  },
  {
    system: 'sys-arende',
    on: '2024-07-10',
    assessor: 'chef-utv',
    shortfalls: [...ownOperation],
  },
  {
    system: 'sys-mina',
    on: '2024-07-10',
    assessor: 'chef-digital',
    shortfalls: [...ownOperation, { measure: 'SÅ-47', status: 'notApplicable', reason: 'De som förvaltar tjänsten prövas i Ärendestöd.' }],
  },
  {
    system: 'sys-utbetalning',
    on: '2024-07-11',
    assessor: 'system-owner',
    shortfalls: [{ measure: 'SÅ-41', status: 'partly', severity: 2, reason: 'Reservrutinen är inte prövad med bankens nya kontaktvägar.' }],
  },
  {
    system: 'sys-samtal',
    on: '2024-07-11',
    assessor: 'chef-kun-orebro',
    shortfalls: [
      noPosts,
      { measure: 'SÅ-15', status: 'missing', severity: 3, reason: 'Inspelade samtal ligger okrypterade hos leverantören.' },
      { measure: 'SÅ-28', status: 'missing', severity: 4, reason: 'Det går inte att se vem som har lyssnat på ett samtal.' },
      { measure: 'SÅ-45', status: 'partly', severity: 3, reason: 'Den senaste uppföljningen är mer än två år gammal.' },
      { measure: 'SÅ-36', status: 'notApplicable', reason: 'Vi utvecklar inget i plattformen.' },
    ],
  },
  {
    system: 'sys-lon',
    on: '2024-07-12',
    assessor: 'chef-pers',
    shortfalls: [noPosts, { measure: 'SÅ-36', status: 'notApplicable', reason: 'Leverantören utvecklar. Kravet ställs i avtalet.' }],
  },
]

const statusOf = ({ shortfalls }: Assessed, measure: string) => shortfalls.find((each) => each.measure === measure)

const steps = (facts: Assessed): Step[] =>
  shippedMeasures.map(({ key }) => {
    const found = statusOf(facts, key)
    return create('measureAssessment', assessmentKey(facts.system, key), {
      measure: `@${measureKeyOf(key)}`,
      system: `@${facts.system}`,
      status: found?.status ?? 'inPlace',
      ...(found?.severity === undefined ? {} : { severity: found.severity }),
      ...(found ? { reason: found.reason } : {}),
      assessor: `@${facts.assessor}`,
      assessedOn: facts.on,
    })
  })

const newPayments: Assessed = {
  system: 'sys-utbetalning-ny',
  on: '2026-05-12',
  assessor: 'system-owner',
  shortfalls: [{ measure: 'SÅ-41', status: 'partly', severity: 2, reason: 'Reservrutinen är inte prövad med det nya systemet.' }],
}

/** The most important systems compared with what the model of 2024 requires, system by system. */
export const comparisons: readonly Moment[] = [...assessed, newPayments].map((facts) =>
  did(facts.on, 'ciso', steps(facts), 'Genomgång tillsammans med systemägaren.'),
)

/** Needs set by hand, since the amount makes what is gathered more worth protecting than each part. */
export const needsByHand: readonly Moment[] = [
  did(
    '2022-05-23',
    'ciso',
    [
      update('sys-kopior', {
        setConfidentiality: 3,
        setIntegrity: 3,
        setAvailability: 2,
        setGrounds: 'Här ligger kopior av allt. Den som kommer över dem har hela myndighetens information på en gång.',
      }),
    ],
    'Inget ärvs hit, eftersom ingen information förs in direkt. Mängden avgör.',
  ),
  did(
    '2023-02-20',
    'ciso',
    [
      update('sys-samtal', {
        setAvailability: 2,
        setGrounds: 'När e-tjänsten ligger nere är telefonen den enda vägen in. Det visade angreppet den 6 februari.',
      }),
    ],
    'Efter angreppet mot Mina ärenden.',
  ),
]

/** What a campaign found beside what was known: reassessed measures. */
export const reassessed = (on: string, system: string, found: readonly Shortfall[]): Moment =>
  did(
    on,
    'ciso',
    found.map(({ measure, status, severity, reason }) =>
      update(assessmentKey(system, measure), { status, severity, reason, assessedOn: on }),
    ),
    'Nytt läge vid klassningens avvikelseanalys.',
  )

/** Gaps as links. */
export const gapsOf = (...gaps: readonly (readonly [system: string, measure: string])[]) =>
  to(...gaps.map(([system, measure]) => assessmentKey(system, measure)))
