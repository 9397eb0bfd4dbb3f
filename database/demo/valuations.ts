import { create, type Step } from './script.ts'

/** How serious it would be in one aspect, for those kinds of consequence where it is more than negligible; with the reason. */
export type Judged = Readonly<Record<string, readonly [level: number, reason: string]>>

export type Valued = Readonly<Partial<Record<'confidentiality' | 'integrity' | 'availability' | 'traceability', Judged>>>

const categories = ['economy', 'mission', 'law', 'trust', 'society', 'individuals', 'environment'] as const

/** The judgements of an aspect, one for each kind of consequence; what is not mentioned is negligible. Fewer where only some are done yet. */
export const judge = (classification: string, aspect: string, judged: Judged, many: number = categories.length): Step[] =>
  categories.slice(0, many).map((category) => {
    const [level, reason] = judged[category] ?? [0, '']
    return create('valuation', `${classification}-${aspect}-${category}`, {
      classification: `@${classification}`,
      aspect,
      category,
      level,
      ...(reason ? { reason } : {}),
    })
  })

export const valuations = {
  'inf-ansokningar': {
    confidentiality: {
      economy: [1, 'Skadestånd till enskilda och arbetet med att underrätta dem.'],
      mission: [1, 'Handläggningen fortsätter, men några ärenden måste flyttas till avskild hantering.'],
      law: [2, 'Brott mot sekretessen i 28 kap. OSL och en anmälan till IMY.'],
      trust: [3, 'Den som inte litar på att uppgifterna stannar här låter bli att söka eller utelämnar sådant vi behöver veta.'],
      society: [1, 'Andra myndigheter skulle tveka att lämna uppgifter till oss.'],
      individuals: [3, 'Uppgifter om sjukdom, skulder och våld i hemmet. Den som röjs kan bli utpressad, hotad eller förlora sitt arbete.'],
    },
    integrity: {
      economy: [2, 'Fel inkomst i många ansökningar ger felaktiga beslut för miljonbelopp innan det märks.'],
      mission: [2, 'Beslut måste omprövas och arbetet göras om.'],
      law: [2, 'Besluten måste kunna överklagas på rätt underlag.'],
      trust: [2, 'Fel i enskilda ärenden blir snabbt nyheter.'],
      individuals: [2, 'Fel uppgift ger fel ersättning, men rättas normalt inom en månad.'],
    },
    availability: {
      economy: [1, 'Övertid för att arbeta i kapp.'],
      mission: [2, 'Efter tre dagar bryts den utlovade handläggningstiden för alla nya ansökningar.'],
      law: [1, 'Kravet på skyndsam handläggning.'],
      trust: [1, 'Många ringer, men förstår om vi berättar.'],
      society: [1, 'Kommunernas socialtjänst får frågor och förskott att hantera.'],
      individuals: [2, 'Den som saknar andra inkomster kan inte betala hyran om beslutet dröjer.'],
    },
    traceability: {
      mission: [1, 'Utredningar tar längre tid.'],
      law: [2, 'Vi måste kunna visa vem som har läst uppgifter om hälsa.'],
      trust: [2, 'Efter en händelse frågar alla vem som har tittat. Kan vi inte svara tror många det värsta.'],
      individuals: [2, 'Den som är hotad behöver få veta om någon har öppnat ärendet.'],
    },
  },
  'inf-personal': {
    confidentiality: {
      economy: [1, 'Enstaka skadestånd.'],
      law: [2, 'Sekretess för hälsa och rehabilitering enligt 39 kap. OSL.'],
      trust: [2, 'Medarbetare slutar berätta för sin chef om det som är svårt.'],
      individuals: [2, 'Uppgifter om sjukdom, missbruk och löneutmätning. Lidande för den enskilde.'],
    },
    integrity: {
      economy: [1, 'Fel lön rättas nästa månad.'],
      mission: [1, 'Fel i bemanningen någon vecka.'],
      law: [2, 'Fel uppgifter till Skatteverket och pensionsmyndigheten.'],
      individuals: [2, 'Utebliven lön när räkningarna ska betalas.'],
    },
    availability: {
      economy: [1, 'Lön kan betalas ut som förra månaden.'],
      mission: [1, 'Cheferna saknar underlag några dagar.'],
      individuals: [1, 'Sjukanmälan får göras per telefon.'],
    },
    traceability: {
      law: [1, 'Ändrad lön ska gå att följa.'],
      trust: [2, 'Misstanke om att en kollega har läst ens akt går inte att undanröja.'],
      individuals: [1, 'Obehag av att inte veta.'],
    },
  },
  'inf-utbetalningar': {
    confidentiality: {
      law: [2, 'Sekretess för enskildas ekonomi. Anmälan till IMY.'],
      trust: [2, 'Kontonummer på villovägar oroar många.'],
      individuals: [2, 'Den som får ersättning kan bli utsatt för bedrägeri.'],
    },
    integrity: {
      economy: [3, 'En ändrad fil kan flytta upp till fyrtio miljoner kronor till fel mottagare på en bankdag.'],
      mission: [3, 'Att betala rätt belopp till rätt person är vårt uppdrag.'],
      law: [2, 'Felaktiga utbetalningar ska återkrävas och redovisas.'],
      trust: [3, 'Förtroendet för ersättningen vilar på att pengarna kommer fram.'],
      society: [1, 'Banken får rätta.'],
      individuals: [3, 'Den som inte får sin ersättning kan förlora sin bostad.'],
    },
    availability: {
      economy: [1, 'Kostnad för manuella utbetalningar.'],
      mission: [3, 'Redan en dags avbrott innebär att ingen får sin ersättning.'],
      trust: [2, 'Störningen i januari 2022 följde oss i ett år.'],
      society: [2, 'Socialtjänsten får rycka in i flera kommuner.'],
      individuals: [3, 'Tusentals hushåll utan pengar till mat och hyra samma dag.'],
    },
    traceability: {
      economy: [2, 'Går det inte att se vem som ändrade ett konto kan pengarna inte spåras.'],
      law: [2, 'Bokföringen och ett misstänkt brott ska gå att utreda.'],
      trust: [1, 'Vi måste kunna visa att det gick rätt till.'],
    },
  },
  'inf-beslut': {
    confidentiality: {
      law: [2, 'Sekretess för enskildas personliga förhållanden.'],
      trust: [2, 'Beslut som hamnar fel har varit den vanligaste händelsen.'],
      individuals: [2, 'Av beslutet framgår ofta varför ersättningen beviljas.'],
    },
    integrity: {
      economy: [2, 'Felaktiga beslut leder till felaktiga utbetalningar under lång tid.'],
      mission: [3, 'Besluten är det vi är till för. Kan de inte litas på går det inte att utföra uppdraget.'],
    },
  },
  'inf-skyddade': {
    confidentiality: {
      law: [3, 'Brott mot sekretessen till skydd för förföljda personer, 22 kap. OSL.'],
      trust: [3, 'Den som är hotad vågar inte söka.'],
      individuals: [3, 'Röjs en adress kan liv och hälsa vara i fara.'],
    },
  },
} as const satisfies Readonly<Record<string, Valued>>
