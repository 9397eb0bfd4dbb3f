import { type Classified, classifiedTogether } from './classified.ts'
import { create, did, given, type Moment, swedish, to, update, years } from './script.ts'

interface SystemFacts {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly owner: string
  readonly unit: string
  /** Key of the supplier; none where the authority runs or builds it itself. */
  readonly supplier?: string
  readonly enhanced?: boolean
  readonly central?: boolean
  readonly since: string
  readonly dependsOn?: readonly string[]
}

const systems: readonly SystemFacts[] = [
  {
    key: 'sys-drift',
    name: 'Driftplattformen',
    description: 'Servrar, lagring och virtualisering i datahallarna i Sundsvall och Örebro.',
    owner: 'system-owner',
    unit: 'it-drift',
    enhanced: true,
    central: true,
    since: '2017-03-01',
  },
  {
    key: 'sys-nat',
    name: 'Nätverket',
    description: 'Nät på och mellan de tre verksamhetsorterna, brandväggar och fjärråtkomst.',
    owner: 'system-owner',
    unit: 'it-drift',
    enhanced: true,
    central: true,
    since: '2016-05-01',
  },
  {
    key: 'sys-behorighet',
    name: 'Behörighetssystemet',
    description: 'Konton, behörigheter och inloggning med e-tjänstelegitimation.',
    owner: 'system-owner',
    unit: 'it-drift',
    enhanced: true,
    central: true,
    since: '2015-10-01',
    dependsOn: ['sys-drift', 'sys-nat'],
  },
  {
    key: 'sys-kopior',
    name: 'Säkerhetskopieringen',
    description: 'Dagliga säkerhetskopior och en kopia som förvaras frånkopplad.',
    owner: 'system-owner',
    unit: 'it-drift',
    enhanced: true,
    since: '2017-03-01',
    dependsOn: ['sys-drift'],
  },
  {
    key: 'sys-arende',
    name: 'Ärendestöd',
    description: 'Handläggning av ansökningar om trygghetsersättning, från ansökan till beslut.',
    owner: 'chef-utv-1',
    unit: 'it-utv',
    enhanced: true,
    central: true,
    since: '2013-01-01',
    dependsOn: ['sys-drift', 'sys-behorighet', 'sys-nat'],
  },
  {
    key: 'sys-utbetalning',
    name: 'Utbetalningssystemet',
    description: 'Beräknar och skickar utbetalningar till banken varje bankdag.',
    owner: 'system-owner',
    unit: 'it-drift',
    supplier: 'lev-betalia',
    enhanced: true,
    central: true,
    since: '2014-06-01',
    dependsOn: ['sys-drift', 'sys-arende', 'sys-behorighet'],
  },
  {
    key: 'sys-mina',
    name: 'Mina ärenden',
    description: 'E-tjänst där den enskilde ansöker, lämnar uppgifter och läser beslut.',
    owner: 'chef-digital',
    unit: 'kun-digital',
    enhanced: true,
    central: true,
    since: '2016-02-01',
    dependsOn: ['sys-arende', 'sys-drift', 'sys-nat'],
  },
  {
    key: 'sys-samtal',
    name: 'Kundcenterplattformen',
    description: 'Telefonköer, chatt och inspelning av samtal efter samtycke.',
    owner: 'chef-kun-orebro',
    unit: 'kun-orebro',
    supplier: 'lev-talvia',
    central: true,
    since: '2018-09-01',
    dependsOn: ['sys-nat'],
  },
  {
    key: 'sys-epost',
    name: 'E-post och kalender',
    description: 'E-post, kalender och möten på distans.',
    owner: 'system-owner',
    unit: 'it-drift',
    since: '2012-01-01',
    dependsOn: ['sys-drift', 'sys-behorighet'],
  },
  {
    key: 'sys-diarium',
    name: 'Diariet',
    description: 'Registrering av allmänna handlingar utanför ärendestödet.',
    owner: 'chef-arkiv',
    unit: 'rat-arkiv',
    supplier: 'lev-formula',
    since: '2010-01-01',
    dependsOn: ['sys-drift', 'sys-behorighet'],
  },
  {
    key: 'sys-earkiv',
    name: 'E-arkivet',
    description: 'Långsiktigt bevarande av avslutade ärenden.',
    owner: 'chef-arkiv',
    unit: 'rat-arkiv',
    supplier: 'lev-bevaria',
    enhanced: true,
    since: '2019-01-01',
    dependsOn: ['sys-drift'],
  },
  {
    key: 'sys-lon',
    name: 'Löne- och personalsystemet',
    description: 'Anställningar, löner, frånvaro och resor.',
    owner: 'chef-pers',
    unit: 'vst-pers',
    supplier: 'lev-personalia',
    since: '2015-01-01',
    dependsOn: ['sys-behorighet'],
  },
  {
    key: 'sys-ekonomi',
    name: 'Ekonomisystemet',
    description: 'Redovisning, fakturor och inköp.',
    owner: 'chef-eko',
    unit: 'vst-eko',
    supplier: 'lev-redovia',
    since: '2011-01-01',
    dependsOn: ['sys-behorighet'],
  },
  {
    key: 'sys-utbildning',
    name: 'Utbildningsplattformen',
    description: 'Webbutbildningar och närvaro vid lärarledda kurser.',
    owner: 'chef-pers',
    unit: 'vst-pers',
    supplier: 'lev-larvia',
    since: '2018-01-01',
    dependsOn: ['sys-behorighet'],
  },
]

const laterSystems: readonly SystemFacts[] = [
  {
    key: 'sys-analys',
    name: 'Analysplattformen',
    description: 'Statistik, prognoser och urval för kontroll.',
    owner: 'chef-stat',
    unit: 'ana-stat',
    enhanced: true,
    since: '2021-10-01',
    dependsOn: ['sys-drift', 'sys-arende', 'sys-behorighet'],
  },
  {
    key: 'sys-logg',
    name: 'Loggplattformen',
    description: 'Samlar in säkerhetsloggar och larmar vid avvikelser.',
    owner: 'it-security',
    unit: 'it-sak',
    enhanced: true,
    since: '2022-06-01',
    dependsOn: ['sys-drift', 'sys-nat'],
  },
]

const systemStep = ({ key, name, description, owner, unit, supplier, enhanced = false, central = false, since }: SystemFacts) =>
  create(
    'system',
    key,
    given({
      name,
      description,
      systemOwner: `@${owner}`,
      unit: `@${unit}`,
      suppliers: supplier && to(supplier),
      enhancedProtection: enhanced,
      central,
      inOperationFrom: since,
    }),
  )

/** An information asset; the need is confidentiality, integrity and availability, 0–3. */
interface AssetFacts {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly owner: string
  readonly unit: string
  readonly systems: readonly string[]
  readonly personal?: boolean
  readonly protectedIdentities?: boolean
  readonly made: string
  readonly need?: readonly [number, number, number]
  readonly grounds?: string
  /** The day of the first classification and of each review after it. */
  readonly classified?: readonly string[]
  /** A new valuation at one of the reviews. */
  readonly revalued?: { readonly on: string; readonly need: readonly [number, number, number]; readonly why: string }
}

const inventory = '2021-02-08'
const assets: readonly AssetFacts[] = [
  {
    key: 'inf-ansokningar',
    name: 'Ansökningar om trygghetsersättning',
    description: 'Ansökan med bilagor, uppgifter om inkomst, hushåll och hälsa.',
    owner: 'information-owner',
    unit: 'ers',
    systems: ['sys-arende', 'sys-mina'],
    personal: true,
    made: inventory,
    need: [3, 2, 2],
    grounds: 'Uppgifter om hälsa och ekonomi. Sekretess gäller. Fel uppgift ger fel beslut, men rättas normalt inom en månad.',
    classified: ['2021-03-17', '2022-03-22', '2023-03-21'],
  },
  {
    key: 'inf-beslut',
    name: 'Beslut om ersättning',
    description: 'Beslut, beräkningar och omprövningar.',
    owner: 'information-owner',
    unit: 'ers',
    systems: ['sys-arende', 'sys-earkiv'],
    personal: true,
    made: inventory,
    need: [2, 3, 2],
    grounds: 'Ett felaktigt beslut drabbar den enskilde direkt och kan bli svårt att rätta i efterhand.',
    classified: ['2021-03-24', '2022-03-29', '2023-03-28'],
  },
  {
    key: 'inf-utbetalningar',
    name: 'Utbetalningsunderlag',
    description: 'Belopp, mottagare och kontonummer för varje bankdag.',
    owner: 'information-owner',
    unit: 'ers-utb',
    systems: ['sys-utbetalning'],
    personal: true,
    made: inventory,
    need: [2, 3, 2],
    grounds: 'Ändrade kontonummer leder till felaktiga utbetalningar.',
    classified: ['2021-04-14', '2022-04-20', '2023-04-18'],
    revalued: {
      on: '2022-04-20',
      need: [2, 3, 3],
      why: 'Efter störningen i januari 2022 bedömer vi att redan en dags avbrott får allvarliga följder för mottagarna.',
    },
  },
  {
    key: 'inf-skyddade',
    name: 'Ärenden för personer med skyddade personuppgifter',
    description: 'Ärenden som handläggs av Särskilda ärenden i en avskild del av ärendestödet.',
    owner: 'risk-owner',
    unit: 'ers-sarsk',
    systems: ['sys-arende'],
    personal: true,
    protectedIdentities: true,
    made: inventory,
    need: [3, 2, 2],
    grounds: 'Röjs en adress kan liv och hälsa vara i fara.',
    classified: ['2021-02-24', '2022-02-23', '2023-02-22'],
  },
  {
    key: 'inf-inlogg',
    name: 'Konton och behörigheter',
    description: 'Vem som har åtkomst till vad, och spår av ändringar.',
    owner: 'system-owner',
    unit: 'it-drift',
    systems: ['sys-behorighet'],
    personal: true,
    made: inventory,
    need: [2, 3, 3],
    grounds: 'Utan riktiga behörigheter kan ingen arbeta, eller så kan fel person göra det.',
    classified: ['2021-05-19', '2022-06-15', '2023-06-13'],
  },
  {
    key: 'inf-samtal',
    name: 'Samtal med kundcenter',
    description: 'Inspelningar och anteckningar från telefon och chatt.',
    owner: 'chef-digital',
    unit: 'kun',
    systems: ['sys-samtal'],
    personal: true,
    made: inventory,
    need: [2, 1, 1],
    grounds: 'Samtalen innehåller ofta uppgifter om hälsa och ekonomi.',
    classified: ['2021-06-02', '2023-02-09'],
  },
  {
    key: 'inf-personal',
    name: 'Personalakter',
    description: 'Anställningsavtal, löner, rehabilitering och arbetsmiljö.',
    owner: 'chef-pers',
    unit: 'vst-pers',
    systems: ['sys-lon'],
    personal: true,
    made: inventory,
    need: [2, 2, 1],
    grounds: 'Uppgifter om medarbetares hälsa. Lönen får inte bli fel, men kan betalas ut i efterhand.',
    classified: ['2021-09-15', '2022-10-05', '2023-10-04'],
  },
  {
    key: 'inf-redovisning',
    name: 'Redovisning och fakturor',
    description: 'Bokföring, fakturor, betalningar till leverantörer.',
    owner: 'chef-eko',
    unit: 'vst-eko',
    systems: ['sys-ekonomi'],
    made: inventory,
    need: [1, 2, 1],
    grounds: 'Uppgifterna är till största delen offentliga. Riktigheten krävs för årsredovisningen.',
    classified: ['2021-10-13', '2022-11-09', '2023-11-08'],
  },
  {
    key: 'inf-sakerhet',
    name: 'Uppgifter om säkerhetsåtgärder',
    description: 'Riskanalyser, resultat av tester, ritningar och larm.',
    owner: 'head-of-security',
    unit: 'sak',
    systems: ['sys-epost'],
    made: inventory,
    need: [3, 2, 1],
    grounds: 'Den som känner till bristerna kan utnyttja dem. Sekretess gäller enligt 18 kap. 8 § OSL.',
    classified: ['2021-04-28', '2022-05-04', '2023-05-03'],
  },
  {
    key: 'inf-kontroll',
    name: 'Utredningar om felaktiga utbetalningar',
    description: 'Urval, underlag och anmälningar om misstänkt bidragsbrott.',
    owner: 'chef-kontroll',
    unit: 'ana-kontroll',
    systems: ['sys-arende'],
    personal: true,
    made: inventory,
    need: [3, 3, 1],
    grounds: 'Uppgifter om misstanke om brott. Ett fel kan leda till att oskyldiga anmäls.',
    classified: ['2021-11-17', '2022-12-07', '2023-12-06'],
  },
  {
    key: 'inf-webb',
    name: 'Information på webbplatsen',
    description: 'Publicerad information om ersättningar och kontaktvägar.',
    owner: 'chef-kom',
    unit: 'vst-kom',
    systems: ['sys-mina'],
    made: inventory,
    need: [0, 2, 1],
    grounds: 'Allt är offentligt. Felaktig information kan leda till att någon går miste om ersättning.',
    classified: ['2022-02-16', '2023-03-01'],
  },
  {
    key: 'inf-handlingar',
    name: 'Diarieförda handlingar',
    description: 'Allmänna handlingar utanför ersättningsärendena.',
    owner: 'chef-arkiv',
    unit: 'rat-arkiv',
    systems: ['sys-diarium'],
    personal: true,
    made: inventory,
    need: [2, 2, 1],
    grounds: 'De flesta handlingar är offentliga, men några omfattas av sekretess.',
    classified: ['2022-03-09', '2023-04-05'],
  },
  {
    key: 'inf-arkiv',
    name: 'Arkiverade ärenden',
    description: 'Avslutade ersättningsärenden som ska bevaras.',
    owner: 'chef-arkiv',
    unit: 'rat-arkiv',
    systems: ['sys-earkiv'],
    personal: true,
    made: inventory,
    need: [3, 2, 0],
    grounds: 'Samma uppgifter som i ansökningarna, samlade för många år: mängden gör dem mer skyddsvärda.',
    classified: ['2022-05-11', '2023-06-07'],
  },
  {
    key: 'inf-statistik',
    name: 'Statistikunderlag',
    description: 'Uppgifter om enskilda som används för officiell statistik.',
    owner: 'chef-stat',
    unit: 'ana-stat',
    systems: ['sys-analys'],
    personal: true,
    made: '2021-10-20',
    need: [2, 2, 1],
    grounds: 'Statistiksekretess gäller. Kodade uppgifter, men enskilda kan gå att känna igen.',
    classified: ['2022-04-06', '2023-05-10'],
  },
  {
    key: 'inf-prognos',
    name: 'Prognoser för anslagen',
    description: 'Beräkningar av kommande utbetalningar.',
    owner: 'chef-prog',
    unit: 'ana-prog',
    systems: ['sys-ekonomi'],
    made: inventory,
    need: [1, 2, 1],
    grounds: 'Prognoserna ligger till grund för statsbudgeten och ska vara rätt när de lämnas.',
    classified: ['2022-09-21', '2023-09-27'],
  },
  {
    key: 'inf-loggar',
    name: 'Säkerhetsloggar',
    description: 'Spår av vem som har gjort vad i systemen.',
    owner: 'it-security',
    unit: 'it-sak',
    systems: ['sys-logg'],
    personal: true,
    made: '2022-06-08',
    need: [2, 3, 1],
    grounds: 'Loggarna är bevis. De får inte kunna ändras av den som har lämnat spåren.',
    classified: ['2022-08-31', '2023-09-06'],
  },
  {
    key: 'inf-rattslig',
    name: 'Processer i domstol',
    description: 'Överklaganden, yttranden och domar.',
    owner: 'chef-jur',
    unit: 'rat-jur',
    systems: ['sys-diarium', 'sys-arende'],
    personal: true,
    made: inventory,
    need: [2, 2, 1],
    grounds: 'Samma uppgifter som i ersättningsärendet, med tidsfrister från domstolen.',
    classified: ['2022-10-26'],
  },
  {
    key: 'inf-upphandling',
    name: 'Anbud och avtal',
    description: 'Anbud under sekretess, avtal och uppföljningar.',
    owner: 'chef-inkop',
    unit: 'vst-inkop',
    systems: ['sys-ekonomi', 'sys-diarium'],
    made: inventory,
    need: [2, 2, 0],
    grounds: 'Absolut sekretess gäller tills upphandlingen är avslutad.',
    classified: ['2023-01-25'],
  },
  {
    key: 'inf-kallkod',
    name: 'Källkod och konfiguration',
    description: 'Källkod för egenutvecklade system och hur de är uppsatta.',
    owner: 'chef-utv-1',
    unit: 'it-utv',
    systems: ['sys-drift'],
    made: inventory,
    need: [2, 3, 1],
    grounds: 'En obehörig ändring kan påverka alla beslut och utbetalningar.',
    classified: ['2023-02-15'],
  },
  {
    key: 'inf-kurser',
    name: 'Uppgifter om genomförda utbildningar',
    description: 'Vem som har gått vilken utbildning, och när.',
    owner: 'chef-pers',
    unit: 'vst-pers',
    systems: ['sys-utbildning'],
    personal: true,
    made: inventory,
    need: [1, 1, 0],
    grounds: 'Vanliga personuppgifter utan sekretess.',
    classified: ['2023-05-24'],
  },
  {
    key: 'inf-kris',
    name: 'Planer för kris och höjd beredskap',
    description: 'Kontinuitetsplaner, krisledning och kontaktvägar.',
    owner: 'preparedness',
    unit: 'sak',
    systems: ['sys-epost'],
    made: inventory,
    need: [2, 1, 3],
    grounds: 'Planerna behövs just när mycket annat inte går att nå. Det som rör totalförsvaret hanteras i annan ordning.',
    classified: ['2022-11-23', '2023-11-29'],
  },
  {
    key: 'inf-lokaler',
    name: 'Passager och kamerabilder',
    description: 'Inpassering och kamerabevakning vid de tre verksamhetsorterna.',
    owner: 'chef-lokal',
    unit: 'vst-lokal',
    systems: ['sys-nat'],
    personal: true,
    made: inventory,
    need: [2, 1, 1],
    grounds: 'Bilder och passager visar var medarbetare och besökare har befunnit sig.',
    classified: ['2023-09-13'],
  },
  {
    key: 'inf-epost',
    name: 'E-post och mötesanteckningar',
    description: 'Arbetsmaterial som inte hör hemma i något annat system.',
    owner: 'head-it',
    unit: 'it',
    systems: ['sys-epost'],
    personal: true,
    made: inventory,
    need: [1, 1, 2],
    grounds: 'Arbetsmaterial med vanliga personuppgifter. Utan e-post stannar mycket samarbete.',
  },
  {
    key: 'inf-support',
    name: 'Ärenden hos Användarstöd',
    description: 'Felanmälningar och beställningar från medarbetare.',
    owner: 'chef-stod',
    unit: 'it-stod',
    systems: ['sys-drift'],
    made: inventory,
    need: [1, 1, 1],
    grounds: 'Felanmälningar innehåller sällan något känsligt.',
  },
  {
    key: 'inf-enkater',
    name: 'Svar på kundenkäter',
    description: 'Svar från enskilda om hur de har blivit bemötta.',
    owner: 'chef-kun-malmo',
    unit: 'kun-malmo',
    systems: ['sys-samtal'],
    personal: true,
    made: '2023-03-15',
    need: [1, 1, 0],
    grounds: 'Svaren är anonyma men kan innehålla fritext.',
  },
]

/** The classifications of the three years, by the owner of the day. */
const classifications = (asset: AssetFacts): Classified[] =>
  (asset.classified ?? []).map((on, index) => {
    const { need, grounds, why } = valuedOn(asset.key, on)
    const revalued = asset.revalued?.on === on
    return {
      asset: asset.key,
      owner: asset.key === 'inf-kallkod' ? 'chef-utv' : asset.owner,
      unit: asset.unit,
      on,
      need,
      grounds,
      reviewBy: years(on, 1),
      occasion: index === 0 ? 'new' : revalued ? 'changed' : 'review',
      why:
        index === 0
          ? 'Klassningen är gjord tillsammans med informationsägaren.'
          : revalued
            ? why
            : 'Årlig omprövning. Värderingen står fast.',
    }
  })

/** What is known of an information asset: whose it is, and how it was valued on a day. */
export const assetFacts = (key: string): AssetFacts => {
  const found = assets.find((asset) => asset.key === key)
  if (!found) throw new Error(`there is no information asset ${key}`)
  return found
}

export function valuedOn(key: string, day: string): { need: readonly [number, number, number]; grounds: string; why: string } {
  const { need = [0, 0, 0], grounds = '', revalued } = assetFacts(key)
  return revalued && revalued.on <= day
    ? { need: revalued.need, grounds: revalued.why, why: revalued.why }
    : { need, grounds, why: grounds }
}

const assetStep = ({ key, name, description, owner, unit, systems: held, personal = false, protectedIdentities = false }: AssetFacts) =>
  create('informationAsset', key, {
    name,
    description,
    owner: `@${owner}`,
    unit: `@${unit}`,
    systems: to(...held),
    personalData: personal,
    protectedIdentities,
  })

const dependencies = (facts: readonly SystemFacts[]) =>
  facts.flatMap(({ key, dependsOn }) => (dependsOn ? [update(key, { dependsOn: to(...dependsOn) })] : []))

/** Those who came to own information by the inventory, each for the own unit. */
const appointed: readonly (readonly [person: string, unit: string])[] = [
  ['system-owner', 'it-drift'],
  ['head-of-security', 'sak'],
  ['preparedness', 'sak'],
  ['head-it', 'it'],
  ['it-security', 'it-sak'],
  ['chef-stod', 'it-stod'],
  ['chef-kom', 'vst-kom'],
  ['chef-inkop', 'vst-inkop'],
  ['chef-lokal', 'vst-lokal'],
  ['chef-jur', 'rat-jur'],
  ['chef-prog', 'ana-prog'],
  ['chef-kun-malmo', 'kun-malmo'],
]
const appoint = (person: string, unit: string, validFrom: string) =>
  create('assignment', `assignment-${person}-information-owner-${unit}`, {
    person: `@${person}`,
    role: 'information-owner',
    unit: `@${unit}`,
    validFrom,
    note: 'Äger information enligt inventeringen.',
  })

/** Systems and information: an inventory in the winter of 2021, classifications year by year. */
export const information: readonly Moment[] = [
  { at: swedish('2021-02-03', '09:15'), actor: 'ciso', reason: 'Inventeringen av system är klar.', steps: systems.map(systemStep) },
  { at: swedish('2021-02-03', '13:40'), actor: 'ciso', reason: 'Beroenden enligt driftdokumentationen.', steps: dependencies(systems) },
  {
    at: swedish(inventory, '10:05'),
    actor: 'ciso',
    reason: 'Inventeringen av information är klar.',
    steps: assets.filter(({ made }) => made === inventory).map(assetStep),
  },
  {
    at: swedish('2021-02-09', '08:40'),
    actor: 'administrator',
    reason: 'Informationsägare enligt inventeringen.',
    steps: appointed.map(([person, unit]) => appoint(person, unit, '2021-02-09')),
  },
  {
    at: swedish('2022-04-06', '08:40'),
    actor: 'administrator',
    reason: 'Johan Kvarnsund äger källkoden efter Lena Storhagen.',
    steps: [appoint('chef-utv', 'it-utv', '2022-04-06')],
  },
  ...laterSystems.flatMap((facts) => [
    did(facts.since, 'ciso', [systemStep(facts)], 'Systemet tas i drift.'),
    { at: swedish(facts.since, '17:10'), actor: 'ciso', reason: 'Beroenden enligt driftdokumentationen.', steps: dependencies([facts]) },
  ]),
  ...assets.filter(({ made }) => made !== inventory).map((asset) => did(asset.made, 'ciso', [assetStep(asset)])),
  ...classifiedTogether(assets.flatMap(classifications)),
  did(
    '2021-10-21',
    'ciso',
    [update('inf-kontroll', { systems: to('sys-arende', 'sys-analys') }), update('inf-prognos', { systems: to('sys-analys') })],
    'Underlagen har flyttats till analysplattformen.',
  ),
  did(
    '2022-04-06',
    'ciso',
    [update('sys-arende', { systemOwner: '@chef-utv' }), update('inf-kallkod', { owner: '@chef-utv' })],
    'Johan Kvarnsund har efterträtt Lena Storhagen.',
  ),
]
