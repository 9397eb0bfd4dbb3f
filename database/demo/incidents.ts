import { create, did, given, move, type Moment, swedish, to, update } from './script.ts'

interface IncidentFacts {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly by: string
  /** Local time: day and clock. */
  readonly occurred?: readonly [string, string]
  readonly discovered: readonly [string, string]
  readonly reported: readonly [string, string]
  readonly nearMiss?: boolean
  readonly unit: string
  readonly kind: string
  readonly severity: 1 | 2 | 3 | 4
  readonly assets?: readonly string[]
  readonly systems?: readonly string[]
  readonly risks?: readonly string[]
  readonly secret?: string
  readonly reviewed?: string
  readonly decision: string
  readonly owner?: string
  readonly mcf?: string
  readonly imy?: string
  readonly cause?: string
  readonly closed?: string
  readonly dismissed?: { readonly on: string; readonly why: string }
}

const incidents: readonly IncidentFacts[] = [
  {
    key: 'inc-brev-1', title: 'Beslut skickat till fel person', description: 'Ett beslut om ersättning kom till en person med nästan samma namn. Mottagaren ringde kundcenter och lämnade tillbaka brevet.', by: 'handler', occurred: ['2021-03-01', '10:00'], discovered: ['2021-03-05', '13:20'], reported: ['2021-03-05', '14:05'], unit: 'ers-syd', kind: 'mistake', severity: 2, assets: ['inf-beslut'], systems: ['sys-arende'], reviewed: '2021-03-08',
    decision: 'Händelsen är en personuppgiftsincident. Dataskyddsombudet anmäler den till IMY. Den enskilde informeras. Risken tas upp till analys.', owner: 'chef-syd', imy: '2021-03-08', cause: 'Adressen skrevs in för hand ur ett äldre brev. Systemet varnar inte när adressen skiljer sig från folkbokföringen.', closed: '2021-04-19',
  },
  {
    key: 'inc-usb', title: 'Borttappat usb-minne', description: 'Ett usb-minne med utbildningsmaterial saknas efter en tågresa. Inga ärenden fanns på minnet.', by: 'analyst', occurred: ['2021-03-18', '17:30'], discovered: ['2021-03-19', '08:00'], reported: ['2021-03-19', '08:25'], unit: 'sak', kind: 'leak', severity: 1, reviewed: '2021-03-22',
    decision: 'Minnet innehöll bara offentligt material. Ingen vidare åtgärd mer än att usb-minnen tas upp i årets utbildning.', cause: 'Oaktsamhet. Materialet behövde inte ha legat på ett löst minne.', closed: '2021-03-30',
  },
  {
    key: 'inc-natfiske-1', title: 'Lösenord lämnat på falsk inloggningssida', description: 'Jag klickade på en länk i ett mejl som såg ut att komma från It. Jag skrev in mitt lösenord innan jag förstod att sidan var falsk.', by: 'adviser', occurred: ['2021-05-18', '09:10'], discovered: ['2021-05-18', '09:25'], reported: ['2021-05-18', '09:31'], unit: 'kun-malmo', kind: 'attack', severity: 3, assets: ['inf-inlogg'], systems: ['sys-epost', 'sys-behorighet'], reviewed: '2021-05-18',
    decision: 'Kontot spärras genast och loggarna gås igenom. Alla medarbetare varnas. Bra att händelsen rapporterades direkt.', owner: 'it-security', cause: 'Ett ensamt lösenord räckte för att logga in. Mejlet liknade ett verkligt meddelande från Användarstöd.', closed: '2021-06-10',
  },
  {
    key: 'inc-skarm', title: 'Ärende synligt för besökare', description: 'En besökare som skulle till ett möte gick fel och stod en stund bakom en handläggare med ett ärende på skärmen.', by: 'chef-syd', occurred: ['2021-08-24', '10:40'], discovered: ['2021-08-24', '10:45'], reported: ['2021-08-24', '11:20'], unit: 'ers-syd', kind: 'leak', severity: 2, assets: ['inf-ansokningar'], reviewed: '2021-08-25',
    decision: 'Besökaren hann inte läsa något av betydelse. Risken med lokalerna i Malmö analyseras.', owner: 'chef-lokal', cause: 'Besökare och medarbetare har samma ingång.', closed: '2021-10-04',
  },
  {
    key: 'inc-intrang', title: 'Inloggning från utlandet på ett spärrat konto', description: 'Larm om inloggning mitt i natten från ett land där ingen medarbetare befinner sig. Kontot tillhör en konsult som har slutat.', by: 'engineer', occurred: ['2021-10-27', '02:14'], discovered: ['2021-10-27', '07:40'], reported: ['2021-10-27', '07:55'], unit: 'it-drift', kind: 'attack', severity: 4, assets: ['inf-inlogg'], systems: ['sys-nat', 'sys-behorighet'], risks: ['risk-fjarr', 'risk-behorighet'], secret: '18 kap. 8 § 3 OSL', reviewed: '2021-10-27',
    decision: 'Incidenten ska rapporteras till MSB i dag. All fjärråtkomst med bara lösenord stängs för konsulter. Loggarna säkras och en utredning görs tillsammans med leverantören av nätet. Polisanmälan görs.', owner: 'it-security', mcf: '2021-10-27', cause: 'Konsultens konto hade inte avslutats när uppdraget upphörde, och lösenordet hade läckt från en annan tjänst. Flerfaktorsautentisering saknades.', closed: '2021-12-15',
  },
  {
    key: 'inc-arkiv', title: 'Avslutade ärenden gick att söka för alla', description: 'Vid en demonstration av e-arkivet visade det sig att alla med konto kunde söka på personnummer.', by: 'clerk', discovered: ['2021-11-30', '15:10'], reported: ['2021-11-30', '15:45'], unit: 'rat-arkiv', kind: 'leak', severity: 3, assets: ['inf-arkiv'], systems: ['sys-earkiv'], risks: ['risk-behorighet'], reviewed: '2021-12-01',
    decision: 'Sökningen stängs i dag. Loggarna visar att ingen utanför arkivet har sökt. Dataskyddsombudet bedömer att anmälan till IMY behövs eftersom åtkomsten har varit öppen länge.', owner: 'chef-arkiv', imy: '2021-12-02', cause: 'En standardinställning ändrades inte när systemet togs i drift 2019. Ingen gick igenom behörigheterna därefter.', closed: '2022-02-07',
  },
  {
    key: 'inc-utbetalning', title: 'Utbetalningarna kom inte iväg', description: 'Betalfilen skapades inte under natten. Omkring 210 000 hushåll fick sina pengar en dag för sent.', by: 'information-owner', occurred: ['2022-01-25', '01:30'], discovered: ['2022-01-25', '06:10'], reported: ['2022-01-25', '06:40'], unit: 'ers-utb', kind: 'softwareHardware', severity: 4, assets: ['inf-utbetalningar'], systems: ['sys-utbetalning', 'sys-drift'], risks: ['risk-utbetalning'], reviewed: '2022-01-25',
    decision: 'Krisledningen kallas in. MSB underrättas inom sex timmar. Reservrutinen används. Efteråt görs en full genomgång av hur ändringar införs.', owner: 'system-owner', mcf: '2022-01-25', cause: 'En uppdatering av databasen infördes kvällen före en stor utbetalning. Den hade provats i en testmiljö med för få uppgifter. Reservrutinen tog elva timmar i stället för fyra.', closed: '2022-03-15',
  },
  {
    key: 'inc-brev-2', title: 'Två beslut i samma kuvert', description: 'En kund fick sitt eget beslut och en annan persons i samma kuvert.', by: 'adviser', discovered: ['2022-02-17', '11:00'], reported: ['2022-02-17', '11:15'], unit: 'ers-syd', kind: 'mistake', severity: 2, assets: ['inf-beslut'], risks: ['risk-fel-mottagare'], reviewed: '2022-02-18',
    decision: 'Anmäls till IMY. Kuverteringen vid enheten ses över.', owner: 'chef-syd', imy: '2022-02-18', cause: 'Maskinen drar ibland två ark. Ingen kontrollerade antalet.', closed: '2022-03-28',
  },
  {
    key: 'inc-bibliotek', title: 'Sårbart bibliotek i Mina ärenden', description: 'Vid genomgång efter decembers varningar hittades en sårbar version i en glömd del av e-tjänsten.', by: 'chef-utv-1', discovered: ['2022-01-12', '14:30'], reported: ['2022-01-12', '15:05'], nearMiss: true, unit: 'it-utv', kind: 'productFlaw', severity: 3, systems: ['sys-mina'], secret: '18 kap. 8 § 3 OSL', reviewed: '2022-01-13',
    decision: 'Delen stängs i dag. Inga spår av utnyttjande. Biblioteken ska förtecknas och kontrolleras.', owner: 'chef-utv-1', cause: 'Det fanns ingen förteckning över vilka bibliotek som ingår i e-tjänsten.', closed: '2022-02-21',
  },
  {
    key: 'inc-skyddad', title: 'Skolans namn i ett brev till motpart', description: 'I ett utgående brev stod namnet på barnets skola. Brevet stoppades i posthanteringen.', by: 'officer', occurred: ['2022-04-06', '09:00'], discovered: ['2022-04-06', '14:20'], reported: ['2022-04-06', '14:30'], nearMiss: true, unit: 'ers-sarsk', kind: 'leak', severity: 4, assets: ['inf-skyddade'], systems: ['sys-arende'], risks: ['risk-skyddade'], secret: '22 kap. 1 § OSL', reviewed: '2022-04-06',
    decision: 'Brevet lämnade aldrig huset. Alla brev från enheten granskas av två personer tills spärren i ärendestödet finns på plats.', owner: 'risk-owner', cause: 'Brevmallen hämtar fritext ur ärendet. Det finns ingen spärr för uppgifter om skola och arbetsplats.', closed: '2022-06-20',
  },
  {
    key: 'inc-certifikat', title: 'Banken avvisade betalfilen', description: 'Certifikatet mot banken hade gått ut. Filen kunde skickas på eftermiddagen sedan ett nytt hade hämtats.', by: 'engineer', occurred: ['2022-09-01', '05:00'], discovered: ['2022-09-01', '06:20'], reported: ['2022-09-01', '07:10'], unit: 'it-drift', kind: 'operations', severity: 3, assets: ['inf-utbetalningar'], systems: ['sys-utbetalning'], reviewed: '2022-09-01',
    decision: 'Ingen mottagare drabbades. Risken analyseras och certifikaten ska övervakas.', owner: 'system-owner', cause: 'Certifikaten stod i ett kalkylblad som ingen ägde sedan den ansvarige bytt arbete.', closed: '2022-10-03',
  },
  {
    key: 'inc-snoken', title: 'Medarbetare läste grannens ärende', description: 'Loggkontrollen visade att ett ärende hade öppnats utan att handläggaren hade med det att göra.', by: 'chef-nord', discovered: ['2022-10-11', '09:30'], reported: ['2022-10-11', '10:00'], unit: 'ers-nord', kind: 'leak', severity: 3, assets: ['inf-ansokningar'], systems: ['sys-arende'], risks: ['risk-behorighet'], secret: '21 kap. 1 § OSL', reviewed: '2022-10-11',
    decision: 'Anmäls till IMY och till arbetsgivarens ansvarsnämnd. Den enskilde informeras.', owner: 'chef-nord', imy: '2022-10-13', cause: 'Behörigheten gav åtkomst till hela länets ärenden fastän handläggaren arbetar med en kommun.', closed: '2022-12-05',
  },
  {
    key: 'inc-avbrott', title: 'Kundcenter utan telefon i fyra timmar', description: 'Köerna gick inte att nå på förmiddagen. Kunderna hänvisades till chatten.', by: 'chef-kun-orebro', occurred: ['2022-11-15', '08:05'], discovered: ['2022-11-15', '08:10'], reported: ['2022-11-15', '09:00'], unit: 'kun-orebro', kind: 'hinderedAccess', severity: 2, systems: ['sys-samtal'], reviewed: '2022-11-15',
    decision: 'Felet låg hos operatören. Avtalet ger rätt till ersättning. En reservväg till chatten läggs på webbplatsen.', owner: 'chef-kun-orebro', cause: 'En växel hos operatören gick sönder och den andra var avstängd för service.', closed: '2022-12-12',
  },
  {
    key: 'inc-ddos-1', title: 'Mina ärenden svarade inte', description: 'E-tjänsten gick inte att nå under kvällen. Trafiken kom från tusentals adresser.', by: 'chef-digital', occurred: ['2022-12-19', '17:20'], discovered: ['2022-12-19', '17:35'], reported: ['2022-12-19', '18:10'], unit: 'kun-digital', kind: 'attack', severity: 3, systems: ['sys-mina', 'sys-nat'], risks: ['risk-omvarld'], reviewed: '2022-12-20',
    decision: 'Rapporteras till MSB. Operatören filtrerar trafiken. Skyddet ska vara på plats före februari.', owner: 'it-security', mcf: '2022-12-19', cause: 'Överbelastningsangrepp. Skyddet hos operatören var beställt men inte infört.', closed: '2023-03-20',
  },
  {
    key: 'inc-ddos-2', title: 'Mina ärenden nere i sju timmar', description: 'Ett nytt och större angrepp. Kundcenter fick tre gånger så många samtal som vanligt.', by: 'chef-digital', occurred: ['2023-02-06', '08:40'], discovered: ['2023-02-06', '08:45'], reported: ['2023-02-06', '09:15'], unit: 'kun-digital', kind: 'attack', severity: 4, systems: ['sys-mina', 'sys-nat'], risks: ['risk-omvarld'], reviewed: '2023-02-06',
    decision: 'MSB underrättas. Krisledningen sammanträder klockan tio. Reservsidan publiceras. Skyddet hos operatören ska införas denna vecka.', owner: 'it-security', mcf: '2023-02-06', cause: 'Skyddet hos operatören omfattade bara en av två förbindelser.', closed: '2023-04-17',
  },
  {
    key: 'inc-brev-3', title: 'Bilaga i fel kuvert', description: 'En läkares utlåtande lades i ett annat ärendes kuvert. Mottagaren lämnade det på servicekontoret.', by: 'employee', occurred: ['2023-03-13', '11:00'], discovered: ['2023-03-16', '09:40'], reported: ['2023-03-16', '10:05'], unit: 'ers-mitt', kind: 'mistake', severity: 3, assets: ['inf-ansokningar'], risks: ['risk-fel-mottagare'], reviewed: '2023-03-16',
    decision: 'Anmäls till IMY i dag. Enheten inför att en annan person kontrollerar kuvert med bilagor.', owner: 'manager', imy: '2023-03-16', cause: 'Bilagor skrivs ut för sig och läggs i kuvertet för hand. Det finns inget som visar att de hör ihop.', closed: '2023-05-08',
  },
  {
    key: 'inc-moln', title: 'Mötesanteckningar i en privat molntjänst', description: 'En projektgrupp hade delat anteckningar i en privat tjänst för att kunna arbeta på distans.', by: 'analyst', discovered: ['2023-04-03', '13:00'], reported: ['2023-04-03', '13:40'], unit: 'ana-prog', kind: 'mistake', severity: 2, assets: ['inf-prognos'], reviewed: '2023-04-04',
    decision: 'Anteckningarna är flyttade. Inget med sekretess fanns med. Användarstöd visar gruppen hur de delar i vårt eget system.', owner: 'chef-prog', cause: 'Gruppen kände inte till att det går att dela med utomstående i vårt eget system.', closed: '2023-04-24',
  },
  {
    key: 'inc-sms', title: 'Falska sms om återbetalning', description: 'Flera kunder har fått sms i vårt namn med länk till en betalsida.', by: 'adviser', discovered: ['2023-05-22', '10:15'], reported: ['2023-05-22', '10:20'], unit: 'vst-kom', kind: 'attack', severity: 2, assets: ['inf-webb'], risks: ['risk-desinformation'], reviewed: '2023-05-22',
    decision: 'Varning publiceras på webbplatsen. Polisanmälan görs och operatörerna ombeds spärra avsändaren.', owner: 'chef-kom', cause: 'Bedrägeri utanför våra system. Avsändarnamnet var inte spärrat.', closed: '2023-06-26',
  },
  {
    key: 'inc-ai', title: 'Utkast till beslut skrivet i en öppen AI-tjänst', description: 'Jag bad en AI-tjänst att göra ett beslut lättare att läsa. Efteråt insåg jag att det stod en diagnos i texten.', by: 'employee', occurred: ['2023-05-03', '14:00'], discovered: ['2023-05-04', '08:15'], reported: ['2023-05-04', '08:30'], unit: 'ers-mitt', kind: 'mistake', severity: 3, assets: ['inf-beslut'], reviewed: '2023-05-04',
    decision: 'Tack för att du rapporterade. Namnet fanns inte med, men tillsammans med diagnosen kan personen gå att känna igen. Anmäls till IMY. Risken analyseras och tjänsterna spärras tills vidare.', owner: 'manager', imy: '2023-05-05', cause: 'Det fanns inga regler om öppna AI-tjänster, och tjänsterna gick att nå från arbetsdatorn.', closed: '2023-09-04',
  },
  {
    key: 'inc-dator', title: 'Stulen bärbar dator', description: 'Datorn stals ur en bil i Malmö. Den var avstängd.', by: 'chef-kontroll', occurred: ['2023-06-29', '18:00'], discovered: ['2023-06-29', '21:15'], reported: ['2023-06-29', '21:40'], unit: 'ana-kontroll', kind: 'leak', severity: 1, assets: ['inf-kontroll'], reviewed: '2023-06-30',
    decision: 'Disken är krypterad och kontot spärrat. Polisanmäld. Ingen vidare åtgärd.', cause: 'Datorn låg kvar i bilen mot anvisningen för arbete på distans.', closed: '2023-08-14',
  },
  {
    key: 'inc-beraknat', title: 'Fel i beräkningen hejdades av provet', description: 'Provet mot äldre ärenden visade att den nya regeln räknade fel för delad vårdnad.', by: 'chef-utv', discovered: ['2023-08-30', '16:10'], reported: ['2023-08-30', '16:30'], nearMiss: true, unit: 'it-utv', kind: 'softwareHardware', severity: 2, assets: ['inf-beslut'], systems: ['sys-arende'], risks: ['risk-beslutsfel'], reviewed: '2023-08-31',
    decision: 'Ändringen stoppas. Provet gjorde det som det är till för. Fallet läggs till i provet.', cause: 'Kravet var otydligt om hur delad vårdnad ska räknas.', closed: '2023-09-18',
  },
  {
    key: 'inc-natfiske-2', title: 'Falskt meddelande från generaldirektören', description: 'Tre chefer fick ett mejl där generaldirektören bad dem köpa presentkort. Ingen gick på det.', by: 'manager', discovered: ['2023-09-20', '07:50'], reported: ['2023-09-20', '07:58'], nearMiss: true, unit: 'tv', kind: 'attack', severity: 1, systems: ['sys-epost'], risks: ['risk-natfiske'], reviewed: '2023-09-20',
    decision: 'Avsändaren spärras. Exemplet tas med i utbildningen.', cause: 'Avsändarens adress liknade vår egen domän.', closed: '2023-09-27',
  },
  {
    key: 'inc-lon', title: 'Löneleverantören kunde inte visa loggar', description: 'Efter en misstänkt inloggning hos leverantören begärde vi loggar. De visade bara inloggningar, inte vad som hade lästs.', by: 'chef-pers', discovered: ['2023-10-09', '11:00'], reported: ['2023-10-09', '11:50'], unit: 'vst-pers', kind: 'attack', severity: 3, assets: ['inf-personal'], systems: ['sys-lon'], risks: ['risk-lon'], reviewed: '2023-10-09',
    decision: 'Anmäls till IMY eftersom vi inte kan utesluta att uppgifter har lästs. Leverantören ska redovisa en plan för bättre loggning. Risken analyseras.', owner: 'chef-pers', imy: '2023-10-11',
  },
  {
    key: 'inc-rokning', title: 'Rökutveckling i datahallen i Örebro', description: 'Ett nätaggregat brann. Släckningen fungerade och inget annat skadades.', by: 'engineer', occurred: ['2023-11-23', '03:05'], discovered: ['2023-11-23', '03:07'], reported: ['2023-11-23', '06:30'], unit: 'it-drift', kind: 'operations', severity: 2, systems: ['sys-drift'], reviewed: '2023-11-23',
    decision: 'Inget avbrott. Aggregat av samma typ byts. Larmvägen ska kontrolleras: jouren nåddes först efter tjugo minuter.', owner: 'system-owner',
  },
  {
    key: 'inc-parkering', title: 'Obehörig bil på parkeringen', description: 'En okänd bil har stått på personalens parkering i två dagar.', by: 'chef-lokal', discovered: ['2023-11-28', '08:00'], reported: ['2023-11-28', '08:20'], unit: 'vst-lokal', kind: 'other', severity: 1, reviewed: '2023-11-28', decision: 'Händelsen rör inte informationssäkerhet. Överlämnad till Lokaler och service.', dismissed: { on: '2023-11-28', why: 'Rör inte information. Bilen tillhörde en hantverkare.' },
  },
  {
    key: 'inc-skrivare', title: 'Utskrifter lämnade vid skrivaren', description: 'En hög med ansökningar låg kvar vid skrivaren i korridoren när jag kom i morse.', by: 'employee', discovered: ['2023-12-28', '07:45'], reported: ['2023-12-28', '08:02'], unit: 'ers-mitt', kind: 'mistake', severity: 2, decision: '',
  },
]

const incidentStory = (incident: IncidentFacts): Moment[] => {
  const { key, title, description, by, occurred, discovered, reported, nearMiss, unit, kind, severity, assets, systems, risks, secret, reviewed, decision, owner, mcf, imy, cause, closed, dismissed } = incident
  const reportedAt = swedish(...reported)
  const created: Moment = {
    at: reportedAt,
    actor: by,
    steps: [create('incident', key, given({ title, description, occurredAt: occurred && swedish(...occurred), discoveredAt: swedish(...discovered), nearMiss: nearMiss ?? false, reporter: `@${by}`, unit: `@${unit}` }))],
  }
  const facts = given({ kind, severity, unit: `@${unit}`, followUp: decision, assets: assets && to(...assets), systems: systems && to(...systems), risks: risks && to(...risks), marking: secret && { provision: secret, markedOn: reviewed, authority: 'Trygghetsverket' } })
  const sameDay = reviewed === reported[0]
  const [hour = 8] = reported[1].split(':').map(Number)
  const clock = (hours: number) => `${String(Math.min(22, Math.max(8, hour) + hours)).padStart(2, '0')}:4${hours}`
  if (dismissed) return [created, { at: swedish(dismissed.on, clock(1)), actor: 'ciso', steps: [move(key, 'dismiss', { followUp: decision }, dismissed.why)] }]
  const review = (day: string): Moment => (sameDay ? { at: swedish(day, clock(1)), actor: 'ciso', steps: [move(key, 'review', facts)] } : did(day, 'ciso', [move(key, 'review', facts)]))
  const outward = given({ reportedMcf: mcf ? true : undefined, reportedMcfOn: mcf, reportedImy: imy ? true : undefined, reportedImyOn: imy })
  const lastReport = [mcf, imy].filter((day) => day !== undefined).sort().at(-1)
  return [
    created,
    ...(reviewed ? [review(reviewed)] : []),
    ...(reviewed && owner ? [{ at: swedish(reviewed, '17:31'), actor: 'ciso', steps: [move(key, 'handle', { owner: `@${owner}` })] }] : []),
    ...(lastReport && reviewed ? [{ at: swedish(lastReport > reviewed ? lastReport : reviewed, '17:35'), actor: imy ? 'dpo' : 'ciso', steps: [update(key, outward)] }] : []),
    ...(closed && cause ? [did(closed, 'ciso', [move(key, 'close', { rootCause: cause })], 'Grundorsaken är klarlagd och uppföljningen införd bland åtgärderna.')] : []),
  ]
}

/** What happened, as those who saw it reported it, and what was decided. */
export const incidentStories: readonly Moment[] = incidents.flatMap(incidentStory)
