import { create, did, type Moment, to } from './script.ts'

interface SupplierFacts {
  readonly key: string
  readonly name: string
  readonly organisationNumber: string
  readonly description: string
  readonly unit: string
  readonly owner: string
  readonly until: string
}

const suppliers: readonly SupplierFacts[] = [
  {
    key: 'lev-betalia',
    name: 'Betalia System AB',
    organisationNumber: '556000-0101',
    description: 'Utvecklar och rättar det äldre utbetalningssystemet. Når systemet utifrån på bokad tid.',
    unit: 'it-drift',
    owner: 'chef-inkop',
    until: '2026-08-31',
  },
  {
    key: 'lev-talvia',
    name: 'Talvia Kommunikation AB',
    organisationNumber: '556000-0102',
    description: 'Driver kundcenterplattformen och lagrar inspelade samtal.',
    unit: 'kun-orebro',
    owner: 'chef-kun-orebro',
    until: '2027-08-31',
  },
  {
    key: 'lev-formula',
    name: 'Formula Diarium AB',
    organisationNumber: '556000-0103',
    description: 'Levererar diariet, som vi driver själva.',
    unit: 'rat-arkiv',
    owner: 'chef-arkiv',
    until: '2028-12-31',
  },
  {
    key: 'lev-bevaria',
    name: 'Bevaria AB',
    organisationNumber: '556000-0104',
    description: 'Levererar e-arkivet och hjälper till vid leveranser till det.',
    unit: 'rat-arkiv',
    owner: 'chef-arkiv',
    until: '2028-12-31',
  },
  {
    key: 'lev-personalia',
    name: 'Personalia Tjänster AB',
    organisationNumber: '556000-0105',
    description: 'Driver löne- och personalsystemet som tjänst för flera myndigheter.',
    unit: 'vst-pers',
    owner: 'chef-pers',
    until: '2027-12-31',
  },
  {
    key: 'lev-redovia',
    name: 'Redovia AB',
    organisationNumber: '556000-0106',
    description: 'Driver ekonomisystemet som tjänst.',
    unit: 'vst-eko',
    owner: 'chef-eko',
    until: '2027-06-30',
  },
  {
    key: 'lev-larvia',
    name: 'Lärvia AB',
    organisationNumber: '556000-0107',
    description: 'Driver utbildningsplattformen som tjänst.',
    unit: 'vst-pers',
    owner: 'chef-pers',
    until: '2027-12-31',
  },
]

const step = ({ key, name, organisationNumber, description, unit, owner, until }: SupplierFacts) =>
  create('supplier', key, {
    name,
    organisationNumber,
    description,
    unit: `@${unit}`,
    owner: `@${owner}`,
    agreementUntil: until,
  })

/** The supplier of the new payment system, before the system is put into operation. */
export const newSupplier = step({
  key: 'lev-klarbro',
  name: 'Klarbro System AB',
  organisationNumber: '556000-0108',
  description: 'Levererar och förvaltar det nya utbetalningssystemet. Driften är vår egen.',
  unit: 'it-drift',
  owner: 'procurement',
  until: '2031-05-31',
})

interface ProcessFacts {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly unit: string
  readonly owner: string
  readonly uses: readonly string[]
}

const processes: readonly ProcessFacts[] = [
  {
    key: 'vp-handlagga',
    name: 'Handlägga ansökningar om ersättning',
    description: 'Från ansökan till beslut som den enskilde kan förstå och lita på.',
    unit: 'ers',
    owner: 'department-head',
    uses: ['inf-ansokningar', 'inf-beslut', 'inf-inlogg'],
  },
  {
    key: 'vp-utbetala',
    name: 'Betala ut ersättning',
    description: 'Rätt belopp till rätt mottagare varje bankdag.',
    unit: 'ers-utb',
    owner: 'information-owner',
    uses: ['inf-utbetalningar', 'inf-beslut', 'inf-inlogg'],
  },
  {
    key: 'vp-skydda',
    name: 'Handlägga ärenden för personer med skyddade personuppgifter',
    description: 'Samma rätt till ersättning utan att någon kan räkna ut var personen finns.',
    unit: 'ers-sarsk',
    owner: 'risk-owner',
    uses: ['inf-skyddade', 'inf-beslut'],
  },
  {
    key: 'vp-svara',
    name: 'Svara den som hör av sig',
    description: 'Svar i telefon, chatt och på webben, lika bra var du än vänder dig.',
    unit: 'kun',
    owner: 'head-kun',
    uses: ['inf-samtal', 'inf-webb', 'inf-beslut'],
  },
  {
    key: 'vp-kontrollera',
    name: 'Kontrollera och utreda felaktiga utbetalningar',
    description: 'Fel rättas, och misstänkta bidragsbrott anmäls.',
    unit: 'ana-kontroll',
    owner: 'chef-kontroll',
    uses: ['inf-kontroll', 'inf-beslut', 'inf-utbetalningar'],
  },
  {
    key: 'vp-prognoser',
    name: 'Ta fram statistik och prognoser',
    description: 'Underlag till statsbudgeten och officiell statistik.',
    unit: 'ana',
    owner: 'head-ana',
    uses: ['inf-statistik', 'inf-prognos'],
  },
  {
    key: 'vp-lon',
    name: 'Betala ut lön',
    description: 'Rätt lön till alla medarbetare den 25 varje månad.',
    unit: 'vst-pers',
    owner: 'chef-pers',
    uses: ['inf-personal', 'inf-redovisning'],
  },
  {
    key: 'vp-leda-kris',
    name: 'Leda myndigheten i kris',
    description: 'Krisledningen är samlad inom en timme och har det den behöver.',
    unit: 'sak',
    owner: 'preparedness',
    uses: ['inf-kris', 'inf-sakerhet'],
  },
]

/** Suppliers from the inventory of systems; processes from the analysis of what the authority cannot do without. */
export const suppliersAndProcesses: readonly Moment[] = [
  did('2021-02-01', 'ciso', suppliers.map(step), 'Leverantörer enligt inventeringen av system.'),
  did(
    '2022-09-12',
    'preparedness',
    processes.map(({ key, name, description, unit, owner, uses }) =>
      create('activity', key, { name, description, unit: `@${unit}`, owner: `@${owner}`, uses: to(...uses) }),
    ),
    'Enligt årets konsekvensanalys.',
  ),
  did('2026-04-20', 'procurement', [newSupplier], 'Avtalet är tecknat och systemet tas snart i drift.'),
]
