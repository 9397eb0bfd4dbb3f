import { create, did, given, move, type Moment, plus, req, to, update } from './script.ts'

interface RiskFacts {
  readonly key: string
  readonly title: string
  readonly because: string
  readonly event: string
  readonly effect: string
  readonly kind: string
  readonly unit: string
  readonly owner: string
  readonly by?: string
  readonly on: string
  readonly assets?: readonly string[]
  readonly systems?: readonly string[]
  readonly requirements?: readonly string[]
  /** Consequence and likelihood, 1–4. */
  readonly valued: readonly [number, number]
  readonly secret?: string
  readonly analysed?: string
  readonly decided?: { readonly on: string; readonly by: string; readonly move: 'treat' | 'accept'; readonly response: 'reduce' | 'avoid' | 'share' | 'accept'; readonly why: string; readonly reviewBy: string }
  readonly revalued?: readonly { readonly on: string; readonly to: readonly [number, number]; readonly why: string; readonly reviewBy?: string }[]
  readonly accepted?: { readonly on: string; readonly by: string; readonly why: string; readonly reviewBy: string }
  readonly closed?: { readonly on: string; readonly by: string; readonly why: string }
}

const risks: readonly RiskFacts[] = [
  {
    key: 'risk-fjarr', title: 'Intrång genom fjärråtkomst med lösenord', because: 'inloggning utifrån sker med bara lösenord', event: 'någon tar sig in med ett lösenord som har läckt eller gissats', effect: 'att ärenden kan läsas och ändras av obehöriga', kind: 'operations', unit: 'it', owner: 'system-owner', on: '2021-02-22', assets: ['inf-inlogg', 'inf-ansokningar'], systems: ['sys-nat', 'sys-behorighet'], requirements: ['msbfs-2020-7/4-5/1'], valued: [4, 3], analysed: '2021-03-08',
    decided: { on: '2021-03-25', by: 'head-it', move: 'treat', response: 'reduce', why: 'Risken är inte godtagbar. Flerfaktorsautentisering införs.', reviewBy: '2021-12-31' },
    revalued: [{ on: '2021-11-29', to: [4, 4], why: 'Två försök till intrång under hösten, varav ett lyckades.', reviewBy: '2022-10-31' }, { on: '2022-10-24', to: [4, 1], why: 'Flerfaktorsautentisering är införd för all åtkomst utifrån.', reviewBy: '2023-10-31' }],
    closed: { on: '2023-10-30', by: 'system-owner', why: 'Ingen åtkomst med bara lösenord finns kvar. Kontrollerat genom test i oktober 2023.' },
  },
  {
    key: 'risk-utbetalning', title: 'Utbetalningar stannar', because: 'utbetalningssystemet är beroende av en enda driftplattform och en leverantör', event: 'systemet inte går att använda en utbetalningsdag', effect: 'att hundratusentals hushåll inte får sina pengar i tid', kind: 'operations', unit: 'ers', owner: 'department-head', on: '2021-02-23', assets: ['inf-utbetalningar'], systems: ['sys-utbetalning', 'sys-drift'], requirements: ['msbfs-2020-6/13/1'], valued: [4, 2], analysed: '2021-03-09',
    decided: { on: '2021-04-06', by: 'department-head', move: 'treat', response: 'reduce', why: 'Reservrutinen finns men är inte prövad. Den ska ses över.', reviewBy: '2022-04-06' },
    revalued: [{ on: '2022-02-02', to: [4, 3], why: 'Störningen den 25 januari visade att reservrutinen inte räcker.', reviewBy: '2022-10-01' }, { on: '2022-11-22', to: [4, 2], why: 'Reservrutinen är prövad två gånger och ändringsstopp är infört.', reviewBy: '2023-11-22' }, { on: '2023-11-21', to: [3, 2], why: 'Ett helt dygns utbetalningar kan nu göras från reservplatsen i Örebro.', reviewBy: '2024-11-21' }],
  },
  {
    key: 'risk-skyddade', title: 'Skyddade personuppgifter röjs', because: 'handläggningen sker i samma system som övriga ärenden', event: 'en adress eller skola skrivs i ett brev eller visas för fel handläggare', effect: 'att en människas liv eller hälsa hotas', kind: 'classification', unit: 'ers-sarsk', owner: 'risk-owner', on: '2021-02-25', assets: ['inf-skyddade'], systems: ['sys-arende'], valued: [4, 2], analysed: '2021-03-04',
    decided: { on: '2021-03-11', by: 'risk-owner', move: 'treat', response: 'reduce', why: 'Ny rutin, utbildning varje år och spärr i ärendestödet.', reviewBy: '2022-03-11' },
    revalued: [{ on: '2022-03-09', to: [4, 2], why: 'Rutinen är på plats men spärren är försenad. Värdet är oförändrat.', reviewBy: '2023-03-09' }, { on: '2023-03-08', to: [4, 1], why: 'Spärren i ärendestödet är i drift och ingen händelse har inträffat på elva månader.', reviewBy: '2024-03-08' }],
  },
  {
    key: 'risk-nyckelperson', title: 'Beroende av nyckelpersoner i ärendestödet', because: 'tre utvecklare ensamma känner till beräkningsdelen', event: 'två av dem slutar eller blir sjuka samtidigt', effect: 'att fel i beräkningen inte kan rättas i tid', kind: 'operations', unit: 'it-utv', owner: 'chef-utv-1', on: '2021-03-01', systems: ['sys-arende'], valued: [3, 3], analysed: '2021-03-22',
    decided: { on: '2021-04-19', by: 'head-it', move: 'treat', response: 'reduce', why: 'Fler ska kunna beräkningsdelen före årets slut.', reviewBy: '2021-12-31' },
    revalued: [{ on: '2022-04-25', to: [3, 3], why: 'En av de tre har slutat. Två nya är under upplärning.', reviewBy: '2022-12-31' }, { on: '2023-01-23', to: [3, 2], why: 'Fem utvecklare kan nu arbeta i beräkningsdelen.', reviewBy: '2024-01-23' }],
  },
  {
    key: 'risk-kopior', title: 'Säkerhetskopior krypteras vid ett angrepp', because: 'säkerhetskopiorna går att nå från driftplattformen', event: 'den som tar sig in krypterar både information och kopior', effect: 'att information går förlorad för alltid', kind: 'operations', unit: 'it-drift', owner: 'system-owner', on: '2021-03-03', assets: ['inf-beslut', 'inf-utbetalningar'], systems: ['sys-kopior', 'sys-drift'], requirements: ['msbfs-2020-7/4-15'], valued: [4, 2], analysed: '2021-03-15',
    decided: { on: '2021-03-31', by: 'system-owner', move: 'treat', response: 'reduce', why: 'En frånkopplad kopia ska finnas.', reviewBy: '2022-03-31' },
    revalued: [{ on: '2022-05-16', to: [4, 1], why: 'Kopian är frånkopplad och återläsning är prövad.', reviewBy: '2023-05-16' }],
    accepted: { on: '2023-05-15', by: 'head-it', why: 'Skyddet är så gott det rimligen kan bli. Återläsning prövas varje kvartal.', reviewBy: '2024-05-15' },
  },
  {
    key: 'risk-behorighet', title: 'För vida behörigheter', because: 'behörigheter sällan tas bort när någon byter arbetsuppgifter', event: 'en medarbetare läser ärenden utan att behöva det', effect: 'att förtroendet skadas och att sekretessen bryts', kind: 'operations', unit: 'ers', owner: 'department-head', on: '2021-03-05', assets: ['inf-ansokningar', 'inf-inlogg'], systems: ['sys-arende', 'sys-behorighet'], requirements: ['msbfs-2020-7/4-3'], valued: [3, 4], analysed: '2021-03-17',
    decided: { on: '2021-04-08', by: 'department-head', move: 'treat', response: 'reduce', why: 'Genomgång varje halvår och loggkontroll.', reviewBy: '2022-04-08' },
    revalued: [{ on: '2022-04-12', to: [3, 3], why: 'Första genomgången tog bort 412 behörigheter.', reviewBy: '2023-04-12' }, { on: '2023-04-17', to: [3, 2], why: 'Genomgångarna görs i alla system och loggkontrollen fungerar.', reviewBy: '2024-04-17' }],
  },
  {
    key: 'risk-fel-mottagare', title: 'Brev och e-post till fel mottagare', because: 'adresser skrivs in för hand', event: 'ett beslut skickas till någon annan än den det rör', effect: 'att uppgifter om hälsa och ekonomi röjs', kind: 'operations', unit: 'ers', owner: 'department-head', on: '2021-03-10', assets: ['inf-beslut', 'inf-ansokningar'], systems: ['sys-arende', 'sys-epost'], valued: [2, 4], analysed: '2021-03-24',
    decided: { on: '2021-04-15', by: 'department-head', move: 'treat', response: 'reduce', why: 'Adressen hämtas från folkbokföringen i stället för att skrivas in.', reviewBy: '2022-04-15' },
    revalued: [{ on: '2022-09-19', to: [2, 3], why: 'Fyra händelser i år mot nio i fjol.', reviewBy: '2023-09-19' }, { on: '2023-10-09', to: [2, 2], why: 'Två händelser i år. Båda gällde bilagor som lades i fel kuvert.', reviewBy: '2024-10-09' }],
  },
  {
    key: 'risk-leverantor', title: 'Leverantören av utbetalningssystemet upphör', because: 'systemet underhålls av ett litet företag', event: 'företaget går i konkurs eller köps upp', effect: 'att fel inte rättas och att systemet måste bytas i brådska', kind: 'procurement', unit: 'it', owner: 'head-it', on: '2021-04-12', systems: ['sys-utbetalning'], requirements: ['msbfs-2020-6/8'], valued: [4, 1], analysed: '2021-04-26',
    decided: { on: '2021-05-10', by: 'head-it', move: 'accept', response: 'accept', why: 'Företagets ekonomi är god och källkoden är deponerad.', reviewBy: '2023-05-10' },
    revalued: [{ on: '2023-04-24', to: [4, 2], why: 'Företaget har förlorat två stora kunder.', reviewBy: '2024-04-24' }],
  },
  {
    key: 'risk-samtal', title: 'Inspelade samtal sparas för länge', because: 'inspelningarna aldrig gallras', event: 'någon obehörig får tag i samtal från flera år', effect: 'att mycket känsliga uppgifter om många röjs på en gång', kind: 'dpia', unit: 'kun', owner: 'chef-digital', on: '2021-05-17', assets: ['inf-samtal'], systems: ['sys-samtal'], valued: [3, 2], analysed: '2021-06-07',
    decided: { on: '2021-09-06', by: 'chef-digital', move: 'treat', response: 'reduce', why: 'Inspelningarna ska gallras. Tiden utreds med dataskyddsombudet.', reviewBy: '2022-09-06' },
    revalued: [{ on: '2023-06-19', to: [2, 1], why: 'Samtal äldre än 90 dagar är gallrade.', reviewBy: '2024-06-19' }],
    closed: { on: '2023-09-18', by: 'chef-digital', why: 'Gallringen sker av sig själv och är kontrollerad.' },
  },
  {
    key: 'risk-natfiske', title: 'Nätfiske mot medarbetare', because: 'falska meddelanden blir allt svårare att känna igen', event: 'en medarbetare lämnar ifrån sig sitt lösenord', effect: 'att någon obehörig kan logga in', kind: 'operations', unit: 'tv', owner: 'head-of-security', on: '2021-05-26', assets: ['inf-inlogg', 'inf-epost'], systems: ['sys-epost'], requirements: ['msbfs-2020-6/9/5'], valued: [3, 4], analysed: '2021-06-09',
    decided: { on: '2021-06-23', by: 'director-general', move: 'treat', response: 'reduce', why: 'Utbildning och prov med falska meddelanden, samt flerfaktorsautentisering.', reviewBy: '2022-06-23' },
    revalued: [{ on: '2022-06-22', to: [3, 4], why: 'Var femte medarbetare klickade vid vårens prov.', reviewBy: '2023-06-22' }, { on: '2023-06-20', to: [3, 3], why: 'Var nionde klickade, och ett lösenord räcker inte längre för att logga in.', reviewBy: '2024-06-20' }],
  },
  {
    key: 'risk-segment', title: 'Angrepp sprider sig mellan servrar', because: 'servernäten inte är åtskilda', event: 'ett intrång i ett mindre viktigt system når ärendestödet', effect: 'att hela myndigheten stannar', kind: 'operations', unit: 'it-drift', owner: 'system-owner', on: '2021-06-14', systems: ['sys-nat', 'sys-drift', 'sys-arende'], requirements: ['msbfs-2020-7/4-1'], valued: [4, 2], secret: '18 kap. 8 § 3 OSL', analysed: '2021-06-28',
    decided: { on: '2021-08-23', by: 'head-it', move: 'treat', response: 'reduce', why: 'Näten delas upp i fyra segment under tre år.', reviewBy: '2022-08-23' },
    revalued: [{ on: '2022-08-22', to: [4, 2], why: 'Projektet är försenat ett halvår.', reviewBy: '2023-08-22' }],
  },
  {
    key: 'risk-malmo', title: 'Obehöriga i lokalerna i Malmö', because: 'besöksdelen och kontoret har samma ingång', event: 'en besökare går in bland arbetsplatserna', effect: 'att handlingar läses eller stjäls', kind: 'operations', unit: 'vst-lokal', owner: 'chef-lokal', on: '2021-08-30', requirements: ['msbfs-2020-6/10/3'], valued: [2, 3], analysed: '2021-09-13',
    decided: { on: '2021-09-27', by: 'chef-lokal', move: 'treat', response: 'avoid', why: 'Lokalen byggs om med egen ingång för besökare.', reviewBy: '2022-09-27' },
    revalued: [{ on: '2022-10-10', to: [2, 1], why: 'Ombyggnaden är klar.', reviewBy: '2023-10-10' }],
    closed: { on: '2022-12-12', by: 'chef-lokal', why: 'Ingen kan längre komma in utan kort. Kontrollerat på plats.' },
  },
  {
    key: 'risk-beslutsfel', title: 'Automatiska beslut blir fel', because: 'en ändring i beräkningsreglerna inte provas mot äldre ärenden', event: 'tusentals beslut räknas fel samma natt', effect: 'att felaktiga belopp betalas ut och måste krävas tillbaka', kind: 'change', unit: 'ers', owner: 'department-head', on: '2021-09-22', assets: ['inf-beslut'], systems: ['sys-arende'], requirements: ['msbfs-2020-7/3-2/1'], valued: [4, 2], analysed: '2021-10-06',
    decided: { on: '2021-10-20', by: 'department-head', move: 'treat', response: 'reduce', why: 'Nya regler provas mot tusen äldre ärenden innan de tas i bruk.', reviewBy: '2022-10-20' },
    revalued: [{ on: '2022-10-19', to: [4, 1], why: 'Provet är obligatoriskt och har hejdat två fel.', reviewBy: '2023-10-19' }],
    accepted: { on: '2023-10-18', by: 'director-general', why: 'Provet fungerar. Kvarvarande risk är godtagbar.', reviewBy: '2024-10-18' },
  },
  {
    key: 'risk-urval', title: 'Urval för kontroll missbrukas', because: 'analysplattformen samlar uppgifter från flera system', event: 'någon söker fram uppgifter om bekanta', effect: 'att enskilda kränks och att förtroendet skadas', kind: 'classification', unit: 'ana', owner: 'chef-stat', on: '2021-11-22', assets: ['inf-kontroll', 'inf-statistik'], systems: ['sys-analys'], valued: [3, 2], analysed: '2021-12-06',
    decided: { on: '2021-12-20', by: 'chef-stat', move: 'treat', response: 'reduce', why: 'Sökningar loggas och granskas av en annan enhet.', reviewBy: '2022-12-20' },
    revalued: [{ on: '2022-12-19', to: [3, 1], why: 'Loggkontrollen har gjorts varje månad utan anmärkning.', reviewBy: '2023-12-19' }],
  },
  {
    key: 'risk-admin', title: 'Administratörskonton används till vardags', because: 'två system saknar särskilda konton för administration', event: 'ett kapat konto ger full kontroll', effect: 'att behörigheter och loggar kan ändras', kind: 'operations', unit: 'it-drift', owner: 'system-owner', on: '2021-12-01', systems: ['sys-behorighet', 'sys-lon'], requirements: ['msbfs-2020-7/4-4'], valued: [4, 2], analysed: '2021-12-13',
    decided: { on: '2021-12-21', by: 'system-owner', move: 'treat', response: 'reduce', why: 'Särskilda konton införs under våren.', reviewBy: '2022-06-30' },
    revalued: [{ on: '2022-06-20', to: [4, 1], why: 'Särskilda konton är införda.', reviewBy: '2023-06-20' }],
    closed: { on: '2022-09-26', by: 'system-owner', why: 'Inga delade konton finns kvar.' },
  },
  {
    key: 'risk-omvarld', title: 'Överbelastningsangrepp mot e-tjänsten', because: 'säkerhetsläget i omvärlden har försämrats', event: 'e-tjänsten överbelastas under flera dygn', effect: 'att ansökningar inte kan lämnas och att kundcenter blir överlastat', kind: 'rsa', unit: 'kun', owner: 'chef-digital', by: 'preparedness', on: '2022-03-10', assets: ['inf-ansokningar', 'inf-webb'], systems: ['sys-mina', 'sys-nat'], valued: [3, 3], analysed: '2022-03-21',
    decided: { on: '2022-04-04', by: 'chef-digital', move: 'treat', response: 'reduce', why: 'Skydd hos operatören och en enkel reservsida.', reviewBy: '2023-04-04' },
    revalued: [{ on: '2023-02-20', to: [3, 4], why: 'Tre angrepp på två månader, varav ett varade i sju timmar.', reviewBy: '2023-09-30' }, { on: '2023-09-25', to: [2, 4], why: 'Skyddet hos operatören hejdade de två senaste angreppen. Tjänsten gick att nå hela tiden.', reviewBy: '2024-09-25' }],
  },
  {
    key: 'risk-el', title: 'Långvarigt elavbrott i Sundsvall', because: 'reservkraften räcker i åtta timmar', event: 'elen är borta i mer än ett dygn', effect: 'att datahallen stannar och utbetalningar uteblir', kind: 'rsa', unit: 'it', owner: 'head-it', by: 'preparedness', on: '2022-03-14', systems: ['sys-drift'], requirements: ['msbfs-2020-6/13/1'], valued: [4, 2], analysed: '2022-03-28',
    decided: { on: '2022-04-11', by: 'head-it', move: 'treat', response: 'reduce', why: 'Avtal om bränsle och möjlighet att köra utbetalningarna från Örebro.', reviewBy: '2023-04-11' },
    revalued: [{ on: '2023-04-11', to: [3, 2], why: 'Bränsleavtalet ger sju dygns drift. Flytten till Örebro är prövad.', reviewBy: '2024-04-11' }],
  },
  {
    key: 'risk-kallkod', title: 'Skadlig kod i öppna programbibliotek', because: 'ärendestödet bygger på hundratals öppna bibliotek', event: 'ett av dem innehåller en sårbarhet eller avsiktligt skadlig kod', effect: 'att angripare får fotfäste i ärendestödet', kind: 'operations', unit: 'it-utv', owner: 'chef-utv', on: '2022-04-20', assets: ['inf-kallkod'], systems: ['sys-arende', 'sys-mina'], valued: [4, 2], analysed: '2022-05-09',
    decided: { on: '2022-05-23', by: 'head-it', move: 'treat', response: 'reduce', why: 'Biblioteken kontrolleras vid varje bygge.', reviewBy: '2023-05-23' },
    revalued: [{ on: '2023-05-22', to: [3, 2], why: 'Kontrollen är på plats. En sårbarhet hittades och rättades samma dag.', reviewBy: '2024-05-22' }],
  },
  {
    key: 'risk-distans', title: 'Samtal och skärmar syns vid arbete på distans', because: 'halva arbetstiden kan ske utanför kontoret', event: 'någon hör eller ser uppgifter om en enskild', effect: 'att sekretessen bryts', kind: 'change', unit: 'kun', owner: 'chef-kun-orebro', on: '2022-05-18', assets: ['inf-samtal'], systems: ['sys-samtal'], valued: [2, 3], analysed: '2022-06-01',
    decided: { on: '2022-06-13', by: 'chef-kun-orebro', move: 'accept', response: 'accept', why: 'Anvisningen för arbete på distans räcker. Följs upp i medarbetarsamtalen.', reviewBy: '2023-06-13' },
  },
  {
    key: 'risk-lon', title: 'Lönesystemet ligger utanför vår kontroll', because: 'leverantören driver systemet på annan ort', event: 'leverantören drabbas av ett angrepp', effect: 'att löner inte kan betalas ut och att personaluppgifter röjs', kind: 'procurement', unit: 'vst', owner: 'chef-pers', on: '2022-06-15', assets: ['inf-personal'], systems: ['sys-lon'], requirements: ['msbfs-2020-6/8'], valued: [3, 2], analysed: '2022-08-29',
    decided: { on: '2022-09-12', by: 'chef-pers', move: 'treat', response: 'share', why: 'Avtalet kompletteras med krav på rapportering, kopior och prov.', reviewBy: '2023-09-12' },
    revalued: [{ on: '2023-09-11', to: [3, 2], why: 'Avtalet är kompletterat men leverantörens prov är inte gjort.', reviewBy: '2024-03-31' }],
  },
  {
    key: 'risk-arkiv', title: 'Mängden i e-arkivet lockar', because: 'avslutade ärenden från tio år ligger samlade', event: 'någon kommer åt hela arkivet på en gång', effect: 'att uppgifter om hundratusentals människor röjs', kind: 'classification', unit: 'rat-arkiv', owner: 'chef-arkiv', on: '2022-05-30', assets: ['inf-arkiv'], systems: ['sys-earkiv'], valued: [4, 2], analysed: '2022-06-27',
    decided: { on: '2022-08-24', by: 'head-rat', move: 'treat', response: 'reduce', why: 'Arkivet delas per år och åtkomst ges för ett ärende i taget.', reviewBy: '2023-08-24' },
    revalued: [{ on: '2023-08-28', to: [4, 1], why: 'Åtkomst ges nu för ett ärende i taget. Uppdelningen återstår.', reviewBy: '2024-08-28' }],
  },
  {
    key: 'risk-certifikat', title: 'Certifikat går ut utan att någon märker det', because: 'certifikaten förtecknas i ett kalkylblad', event: 'ett certifikat mot banken löper ut', effect: 'att betalfilen avvisas', kind: 'incident', unit: 'it-drift', owner: 'system-owner', on: '2022-09-07', assets: ['inf-utbetalningar'], systems: ['sys-utbetalning'], valued: [3, 3], analysed: '2022-09-14',
    decided: { on: '2022-09-21', by: 'system-owner', move: 'treat', response: 'reduce', why: 'Certifikaten övervakas och någon får larm 60 dagar i förväg.', reviewBy: '2023-03-31' },
    revalued: [{ on: '2023-03-20', to: [3, 1], why: 'Övervakningen larmade i tid för två certifikat under vintern.', reviewBy: '2024-03-20' }],
    closed: { on: '2023-06-12', by: 'system-owner', why: 'Övervakningen ingår i driften.' },
  },
  {
    key: 'risk-desinformation', title: 'Falska meddelanden i myndighetens namn', because: 'kampanjer mot svenska myndigheter har ökat', event: 'falska sms om ersättningar sprids', effect: 'att enskilda luras på pengar och tappar förtroende', kind: 'rsa', unit: 'vst-kom', owner: 'chef-kom', by: 'preparedness', on: '2022-10-03', assets: ['inf-webb'], valued: [2, 4], analysed: '2022-10-17',
    decided: { on: '2022-10-31', by: 'head-vst', move: 'treat', response: 'reduce', why: 'Beredskap på kommunikationsenheten och spärr hos teleoperatörerna.', reviewBy: '2023-10-31' },
    revalued: [{ on: '2023-10-30', to: [2, 3], why: 'Spärren minskar antalet. Beredskapen har använts två gånger.', reviewBy: '2024-10-30' }],
  },
  {
    key: 'risk-gammal', title: 'Diariet får inga säkerhetsrättelser', because: 'leverantören har slutat rätta den version vi använder', event: 'en känd brist utnyttjas', effect: 'att handlingar med sekretess röjs', kind: 'operations', unit: 'rat-arkiv', owner: 'chef-arkiv', on: '2023-01-18', assets: ['inf-handlingar'], systems: ['sys-diarium'], requirements: ['msbfs-2020-7/4-12'], valued: [3, 3], secret: '18 kap. 8 § 3 OSL', analysed: '2023-01-30',
    decided: { on: '2023-02-13', by: 'head-rat', move: 'treat', response: 'reduce', why: 'Systemet uppgraderas. Fram till dess nås det bara från kontorsnätet.', reviewBy: '2023-12-15' },
  },
  {
    key: 'risk-ai', title: 'Uppgifter lämnas till öppna AI-tjänster', because: 'tjänsterna är lätta att använda och saknar regler hos oss', event: 'en medarbetare klistrar in uppgifter ur ett ärende', effect: 'att sekretess bryts utan att det märks', kind: 'change', unit: 'tv', owner: 'head-of-security', on: '2023-05-08', assets: ['inf-ansokningar'], requirements: ['msbfs-2020-6/8'], valued: [3, 3], analysed: '2023-05-29',
    decided: { on: '2023-06-15', by: 'director-general', move: 'treat', response: 'reduce', why: 'En anvisning och ett inslag i utbildningen. Öppna tjänster spärras under tiden.', reviewBy: '2024-03-31' },
  },
  {
    key: 'risk-byte', title: 'Bytet av utbetalningssystem försenas', because: 'avtalet är förlängt bara ett år', event: 'upphandlingen överklagas eller drar ut på tiden', effect: 'att vi står utan underhåll för ett centralt system', kind: 'project', unit: 'it', owner: 'head-it', on: '2023-06-07', systems: ['sys-utbetalning'], requirements: ['msbfs-2020-7/3-1/1'], valued: [4, 2], analysed: '2023-06-26',
    decided: { on: '2023-08-21', by: 'director-general', move: 'treat', response: 'reduce', why: 'Projektet får egen styrgrupp och rapporterar varje månad.', reviewBy: '2024-02-28' },
  },
  {
    key: 'risk-klassning', title: 'Risker från klassningar tas inte om hand', because: 'klassningsmodellen inte säger vem som beslutar om kvarstående risker', event: 'en känd brist blir liggande', effect: 'att information saknar det skydd den behöver', kind: 'operations', unit: 'tv', owner: 'head-of-security', on: '2023-09-11', requirements: ['msbfs-2020-6/6/3'], valued: [3, 3], analysed: '2023-09-25',
    decided: { on: '2023-10-12', by: 'director-general', move: 'treat', response: 'reduce', why: 'Modellen uppdateras under 2024.', reviewBy: '2024-07-01' },
  },
  {
    key: 'risk-loggar', title: 'Loggarna räcker inte för att utreda', because: 'ett äldre system bara sparar inloggningar', event: 'ett intrång inte kan utredas', effect: 'att vi inte vet vad som har läst eller ändrats', kind: 'incident', unit: 'it-sak', owner: 'it-security', on: '2023-10-16', assets: ['inf-loggar'], systems: ['sys-logg', 'sys-lon'], requirements: ['msbfs-2020-7/4-16/1'], valued: [3, 2], analysed: '2023-11-06',
  },
  {
    key: 'risk-inhyrda', title: 'Inhyrd personal når mer än den behöver', because: 'inhyrda får samma grundbehörighet som anställda', event: 'en inhyrd person läser information utanför sitt uppdrag', effect: 'att sekretessen bryts', kind: 'operations', unit: 'it-utv', owner: 'chef-utv', on: '2023-11-20', assets: ['inf-kallkod', 'inf-inlogg'], systems: ['sys-behorighet'], requirements: ['msbfs-2020-6/9/1'], valued: [3, 3], analysed: '2023-12-04',
  },
  {
    key: 'risk-omkoppling', title: 'Telefonin bortfaller när nätet byts', because: 'kundcenterplattformen flyttas till ny operatör i februari', event: 'köerna inte går att nå under flera dagar', effect: 'att enskilda inte får hjälp', kind: 'project', unit: 'kun-orebro', owner: 'chef-kun-orebro', on: '2023-12-13', systems: ['sys-samtal'], valued: [2, 2],
  },
]

const authority = 'Trygghetsverket'

const riskStory = (risk: RiskFacts): Moment[] => {
  const { key, title, because, event, effect, kind, unit, owner, on, assets, systems, requirements, valued, secret, analysed, decided, revalued = [], accepted, closed } = risk
  const [consequence, likelihood] = valued
  return [
    did(on, risk.by ?? 'ciso', [
      create(
        'risk',
        key,
        given({ title, cause: because, event, effect, kind, unit: `@${unit}`, owner: `@${owner}`, assets: assets && to(...assets), systems: systems && to(...systems), requirements: requirements && req(...requirements), marking: secret && { provision: secret, markedOn: on, authority } }),
      ),
    ]),
    ...(analysed
      ? [
          did(plus(analysed, -3), 'ciso', [update(key, { consequence, likelihood })], 'Värderad tillsammans med riskägaren.'),
          did(analysed, 'ciso', [move(key, 'analyse')]),
        ]
      : []),
    ...(decided ? [did(decided.on, decided.by, [move(key, decided.move, { response: decided.response, reviewBy: decided.reviewBy }, decided.why)])] : []),
    ...revalued.map(({ on: day, to: [nextConsequence, nextLikelihood], why, reviewBy }) =>
      did(day, 'ciso', [update(key, given({ consequence: nextConsequence, likelihood: nextLikelihood, reviewBy }))], why),
    ),
    ...(accepted ? [did(accepted.on, accepted.by, [move(key, 'accept', { reviewBy: accepted.reviewBy }, accepted.why)])] : []),
    ...(closed ? [did(closed.on, closed.by, [move(key, 'close', undefined, closed.why)])] : []),
  ]
}

/** The risks of three years: found, valued, decided on, treated and valued again. */
export const riskStories: readonly Moment[] = [
  ...risks.flatMap(riskStory),
  did('2022-04-06', 'ciso', [update('risk-nyckelperson', { owner: '@chef-utv' })], 'Johan Kvarnsund har efterträtt Lena Storhagen.'),
  did('2023-05-12', 'ciso', [move('risk-leverantor', 'reopen', undefined, 'Förutsättningarna för beslutet 2021 gäller inte längre.')]),
  did('2023-05-15', 'ciso', [move('risk-leverantor', 'analyse')]),
  did('2023-06-01', 'director-general', [move('risk-leverantor', 'treat', { response: 'reduce', reviewBy: '2024-06-01' }, 'Avtalet förlängs ett år medan en ny upphandling förbereds.')]),
]
