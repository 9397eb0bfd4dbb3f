import type { Report, ReportFigure, ReportTable } from '../report.ts'

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `post-${index + 1}`)

const figure = (
  key: string,
  label: string,
  unit: ReportFigure['unit'],
  value: number | null,
  previous: number | null,
  definition: string,
  register: string,
  count: number,
): ReportFigure => ({
  key,
  label,
  unit,
  value,
  previous,
  definition,
  records: { register, ids: ids(count) },
})

const departments = ['Förmåner', 'Digital utveckling', 'It-drift', 'Kommunikation', 'Ekonomi och inköp', 'Rättsavdelningen']
const threats = [
  ['Felskickade beslut vid massutskick', 'Mottagaruppgifter kontrolleras maskinellt före utskick'],
  ['Otillräcklig spårbarhet i handläggningsstödet', 'Loggning av läsning införs i alla ärendetyper'],
  ['Beroende av en enda driftleverantör', 'Avtal om återlämning av data prövas årligen'],
  ['Behörigheter som ligger kvar efter byte av tjänst', 'Behörigheter avslutas automatiskt när uppdraget upphör'],
  ['Återläsning av säkerhetskopior är inte prövad', 'Återläsning prövas varje kvartal och protokollförs'],
  ['Skyddade personuppgifter visas i sökträffar', 'Sökningen visar bara ärenden som handläggaren har behörighet till'],
]

const riskTable: ReportTable = {
  caption: 'Risker över avdelningschefens mandat den 31 december 2023',
  columns: [
    { heading: 'Nr' },
    { heading: 'Risk' },
    { heading: 'Riskägare' },
    { heading: 'Åtgärd' },
    { heading: 'Klar' },
    { heading: 'Värde', align: 'right' },
  ],
  rows: Array.from({ length: 60 }, (_, index) => {
    const [risk = '', action = ''] = threats[index % threats.length] ?? []
    const department = departments[(index * 5) % departments.length] ?? ''
    const month = String((index % 12) + 1).padStart(2, '0')
    return [`R-${String(index + 101)}`, risk, department, action, `2024-${month}-15`, String(25 - Math.floor(index / 4))]
  }),
}

/** A rich annual report of the fictional authority: eleven chapters, tables, charts, and every kind of figure. */
export const trygghetsverket: Report = {
  authority: 'Trygghetsverket',
  title: 'Informationssäkerhet 2023',
  subtitle: 'Redovisning till regeringen av myndighetens arbete med informationssäkerhet',
  asOf: '2023-12-31',
  previousAsOf: '2022-12-31',
  language: 'sv',
  registration: 'TRV 2024/0118',
  decidedBy: 'Karin Lindeberg, generaldirektör',
  madeAt: '2024-02-12T09:30:00Z',
  notes: `Siffrorna är räknade ur myndighetens ledningssystem som det såg ut den 31 december 2023. Förra årets siffror är räknade på
samma sätt ur det som då gällde, inte ur det som har ändrats sedan dess.

### Så läser du en förändring

- **Procentenheter** är skillnaden mellan två andelar så som de är tryckta.
- *Uppgift saknas* betyder att myndigheten inte mätte det året. Det betyder inte noll.`,
  sections: [
    {
      key: 'summary',
      heading: 'Sammanfattning',
      text: `Trygghetsverkets förmåga att skydda sin information är bättre än för ett år sedan. Fler medarbetare har gått årets utbildning,
fler system är klassade och de åtgärder som beslutades efter förra mätningen är i huvudsak genomförda.

Två saker är fortfarande inte tillräckligt bra. **Åtgärder blir försenade**, särskilt de som kräver ny teknik, och **klassningsmodellen**
är svår att använda för den som inte arbetar med den varje dag. Båda är prioriterade under 2024.

Under året inträffade ingen incident som hindrade myndigheten från att betala ut ersättning i tid.`,
      figures: [
        figure(
          'trained-share',
          'Medarbetare som har gått årets säkerhetsutbildning',
          'share',
          0.83,
          0.78,
          'Andelen anställda den sista december som har ett giltigt genomförande. Tjänstlediga mer än sex månader räknas inte med.',
          'enrolments',
          1604,
        ),
        figure(
          'open-risks',
          'Öppna risker',
          'count',
          214,
          231,
          'Risker som är identifierade men inte stängda, oavsett nivå.',
          'risks',
          214,
        ),
        figure(
          'major-incidents',
          'Allvarliga incidenter',
          'count',
          3,
          5,
          'Incidenter som bedömts som allvarliga och som började under året.',
          'incidents',
          3,
        ),
      ],
      charts: [
        {
          title: 'Alla avdelningar utom It-drift har fler utbildade än förra året',
          alt: 'Liggande staplar för sex avdelningar. Rättsavdelningen har högst andel utbildade, 94 procent, och It-drift lägst, 71 procent, vilket är tre procentenheter lägre än året före.',
          kind: 'bars',
          unit: 'share',
          points: [
            { label: 'Rättsavdelningen', value: 0.94, previous: 0.9 },
            { label: 'Kommunikation', value: 0.91, previous: 0.85 },
            { label: 'Förmåner', value: 0.86, previous: 0.79 },
            { label: 'Ekonomi och inköp', value: 0.82, previous: 0.8 },
            { label: 'Digital utveckling', value: 0.78, previous: 0.75 },
            { label: 'It-drift', value: 0.71, previous: 0.74 },
          ],
        },
      ],
    },
    {
      key: 'introduction',
      heading: 'Inledning',
      text: `Trygghetsverket betalar varje månad ut ersättning till 640 000 personer. Den som lämnar uppgifter till myndigheten ska kunna lita
på att de är riktiga, att de finns när de behövs och att ingen obehörig läser dem. Därför är informationssäkerhet en del av uppdraget
och inte ett stöd vid sidan av det.`,
      figures: [],
    },
    {
      key: 'assignment',
      heading: 'Uppdraget',
      text: `Enligt regleringsbrevet ska myndigheten

1. redogöra för hur informationssäkerheten har förvaltats och utvecklats,
2. beskriva hur framtida behov ska mötas,
3. redovisa om arbetet har utvärderats med ett analysverktyg, och vilka åtgärder resultatet har lett till.

Redovisningen följer den ordningen. Kraven på statliga myndigheters informationssäkerhet finns i
[MSBFS 2020:6](https://www.mcf.se/sv/regler/).`,
      figures: [],
    },
    {
      key: 'management-system',
      heading: 'Ledningssystemet för informationssäkerhet',
      text: `Ledningssystemet bygger på SS-EN ISO/IEC 27001 och 27002 och gäller alla avdelningar och orter. Det har under året fått
en gemensam plats: krav, styrdokument, klassningar, risker, åtgärder och beslut hänger ihop och kan följas åt båda hållen.

### Styrdokument

Fyra styrdokument har beslutats och tre har upphävts. Alla har en ägare och ett datum då de ska prövas igen.

| Dokument | Beslut | Prövas senast | Bekräftat av |
|---|---|---|---:|
| Informationssäkerhetspolicy | 2023-02-14 | 2025-02-14 | 96 % |
| Riktlinje för behörigheter | 2023-04-03 | 2024-04-03 | 88 % |
| Riktlinje för molntjänster | 2023-09-20 | 2024-09-20 | 81 % |
| Anvisning för säkerhetskopiering | 2023-11-07 | 2024-11-07 | 74 % |

### Klassning av information

Informationsägarna klassar informationen i fyra steg: värdering, avvikelseanalys, riskanalys och åtgärdsanalys.`,
      figures: [
        figure(
          'classified-share',
          'Informationsmängder med gällande klassning',
          'share',
          0.72,
          0.61,
          'Andelen informationsmängder i drift vars senaste klassning är beslutad och inte äldre än ett år.',
          'information-assets',
          412,
        ),
        figure(
          'compliance-share',
          'Bindande krav som är uppfyllda',
          'share',
          0.88,
          null,
          'Andelen bindande krav som gäller myndigheten och har bedömts som uppfyllda. Krav som inte är tillämpliga räknas inte med.',
          'requirements',
          187,
        ),
        figure(
          'documents-due',
          'Styrdokument som har passerat datumet för prövning',
          'count',
          4,
          9,
          'Gällande styrdokument vars datum för prövning har passerat.',
          'documents',
          4,
        ),
      ],
    },
    {
      key: 'cooperation',
      heading: 'Samverkan',
      text: `Myndigheten deltar i eSam, i beredskapssektorn Ekonomisk säkerhet och i ett forum tillsammans med de myndigheter som delar
servicekontor. Inom myndigheten möts funktionerna för informationssäkerhet, it-säkerhet, risk och dataskydd varannan vecka.

> Det som gett mest är att vi visar varandra våra avvikelser innan någon frågar efter dem.`,
      figures: [
        figure(
          'supplier-reviews',
          'Uppföljda leverantörer',
          'share',
          0.64,
          0.66,
          'Andelen leverantörer som hanterar skyddsvärd information och som har följts upp under året.',
          'suppliers',
          36,
        ),
      ],
    },
    {
      key: 'risk',
      heading: 'Hantering av säkerhetsrisker',
      text: `Riskerna hanteras av verksamheten. Riskägaren beslutar inom sitt mandat. Från en viss nivå beslutar avdelningschefen, och det som är
väsentligt för myndigheten rapporteras till generaldirektören.

Av de risker som lyftes till avdelningschef avgjordes de flesta inom utsatt tid. Mediantiden från det att en risk lyftes till dess
att någon beslutade var nio dagar kortare än året före.`,
      figures: [
        figure(
          'decision-days',
          'Tid från lyft risk till beslut, median',
          'days',
          12,
          21,
          'Mediantid från det att en risk lyftes till närmast högre beslutsnivå tills beslut fattades, i kalenderdagar.',
          'risks',
          58,
        ),
        figure(
          'overdue-actions',
          'Åtgärder som är försenade',
          'share',
          0.174,
          0.139,
          'Andelen pågående åtgärder vars slutdatum har passerat.',
          'actions',
          53,
        ),
        figure(
          'action-cost',
          'Kostnad för genomförda åtgärder',
          'sek',
          14_850_000,
          11_200_000,
          'Faktisk kostnad för åtgärder som avslutades under året, utan egen arbetstid.',
          'actions',
          161,
        ),
      ],
      tables: [riskTable],
    },
    {
      key: 'awareness',
      heading: 'Säkerhetsmedvetande',
      text: `Alla medarbetare går varje år en obligatorisk utbildning. Den som handlägger ärenden med skyddade personuppgifter, äger information eller är
chef går dessutom en fördjupning för sin roll. Andelen utbildade följs varje månad, och chefen ser vilka i enheten som har utbildning kvar.`,
      figures: [
        figure(
          'deeper-share',
          'Chefer som har gått fördjupningen',
          'share',
          0.9,
          0.9,
          'Andelen chefer med personalansvar som har ett giltigt genomförande av fördjupningen för chefer.',
          'enrolments',
          118,
        ),
      ],
      charts: [
        {
          title: 'Andelen utbildade passerade förra årets nivå redan i september',
          alt: 'Linje med tolv månader. Andelen utbildade sjunker från 76 procent i januari till 69 i mars när förra årets utbildningar löper ut och stiger sedan till 83 procent i december. Förra året slutade på 78 procent.',
          kind: 'trend',
          unit: 'share',
          points: [0.76, 0.72, 0.69, 0.7, 0.71, 0.73, 0.74, 0.76, 0.79, 0.8, 0.82, 0.83].map((value, index) => ({
            label: 'jan feb mars april maj juni juli aug sept okt nov dec'.split(' ')[index] ?? '',
            value,
            previous: [0.7, 0.69, 0.68, 0.68, 0.69, 0.7, 0.7, 0.71, 0.73, 0.75, 0.77, 0.78][index] ?? 0,
          })),
        },
      ],
    },
    {
      key: 'incidents',
      heading: 'Hantering av incidenter',
      text: `Alla medarbetare kan rapportera en händelse på en minut. Varje rapport läses och får ett beslut. Antalet rapporter ökar, vilket
tyder på att fler känner till hur man gör; andelen allvarliga har minskat.

Tre incidenter rapporterades vidare till den myndighet som tar emot it-incidenter, alla inom de tider som gäller.`,
      figures: [
        figure(
          'reports',
          'Rapporterade händelser',
          'count',
          1643,
          1187,
          'Alla rapporter som kom in under året, även tillbud och sådant som visade sig vara något annat.',
          'incident-reports',
          1643,
        ),
        figure(
          'open-days',
          'Tid från rapport till första beslut, median',
          'days',
          1,
          3,
          'Mediantid från det att rapporten kom in tills någon beslutade hur den skulle hanteras, i kalenderdagar.',
          'incident-reports',
          1643,
        ),
      ],
      charts: [
        {
          title: 'De flesta incidenter började med ett misstag, inte med ett angrepp',
          alt: 'Liggande staplar för fem orsaker. Misstag vid handläggning 61, tekniskt fel 44, brist hos leverantör 23, angrepp 12, okänd 7.',
          kind: 'bars',
          unit: 'count',
          points: [
            { label: 'Misstag vid handläggning', value: 61 },
            { label: 'Tekniskt fel', value: 44 },
            { label: 'Brist hos leverantör', value: 23 },
            { label: 'Angrepp', value: 12 },
            { label: 'Okänd', value: 7 },
          ],
        },
      ],
    },
    {
      key: 'continuity',
      heading: 'Krisberedskap och civilt försvar',
      text: `Trygghetsverket är beredskapsmyndighet. Utbetalningarna ska kunna fortsätta även när el, nät eller leverantörer faller bort.
Kontinuitetsplanerna för de fem viktigaste verksamheterna prövades under året i övningen *Höstmörker*.`,
      figures: [
        figure(
          'capability',
          'Samlad förmåga att fortsätta betala ut',
          'level',
          3,
          2,
          'Egen bedömning på en skala från 1 till 4 efter årets övningar och prov.',
          'capability-assessments',
          5,
        ),
        figure(
          'restore-days',
          'Tid att återställa utbetalningssystemet vid prov',
          'days',
          0.5,
          null,
          'Uppmätt tid vid årets återläsningsprov, i dygn.',
          'exercises',
          1,
        ),
      ],
    },
    {
      key: 'future',
      heading: 'Framtida behov',
      text: `Omvärldsläget kräver mer av alla myndigheter. Under 2024 ska Trygghetsverket

- göra om klassningsmodellen, så att informationsägaren kan använda den utan hjälp,
- pröva utträdet ur de tre viktigaste leverantörsavtalen,
- korta tiden för de åtgärder som i dag blir försenade.`,
      figures: [],
    },
    {
      key: 'evaluation',
      heading: 'Utvärdering av det egna informationssäkerhetsarbetet',
      text: `Myndigheten har utvärderat sitt arbete med samma frågor som 2021. Resultatet är bättre inom fyra områden av sex och sämre inom inget.
De områden som behöver bli bättre tas in i en handlingsplan, som generaldirektören beslutar om i mars 2024.`,
      figures: [],
      tables: [
        {
          caption: 'Resultat per område, 2021 och 2023',
          columns: [
            { heading: 'Område' },
            { heading: '2021', align: 'right' },
            { heading: '2023', align: 'right' },
            { heading: 'Bedömning' },
          ],
          rows: [
            ['Ledning och styrning', 'nivå 2', 'nivå 3', 'bättre'],
            ['Analys av risker', 'nivå 1', 'nivå 3', 'bättre'],
            ['Klassning av information', 'nivå 2', 'nivå 2', 'oförändrat'],
            ['Kunskap och utbildning', 'nivå 2', 'nivå 3', 'bättre'],
            ['Leverantörer', 'nivå 1', 'nivå 1', 'oförändrat'],
            ['Uppföljning', 'nivå 1', 'nivå 2', 'bättre'],
          ],
        },
      ],
    },
  ],
}
