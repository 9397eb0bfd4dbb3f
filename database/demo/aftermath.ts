import { classifiedTogether } from './classified.ts'
import { assetFacts, valuedOn } from './information.ts'
import { create, did, type Moment, move, swedish, to, update, years } from './script.ts'

/** What became of the events that were open at the turn of the year 2023–2024. */
const incidents: readonly Moment[] = [
  did('2024-01-08', 'ciso', [
    move('inc-skrivare', 'review', {
      kind: 'mistake',
      severity: 2,
      unit: '@ers-mitt',
      followUp:
        'Utskrifterna låg innanför skalskyddet och är omhändertagna. Skrivarna ska skriva ut först när den som beställt legitimerar sig.',
      assets: to('inf-ansokningar'),
    }),
  ]),
  did('2024-01-09', 'ciso', [move('inc-skrivare', 'handle', { owner: '@manager' })]),
  did('2024-03-11', 'ciso', [
    move('inc-skrivare', 'close', {
      rootCause: 'Skrivaren skrev ut direkt, också när ingen stod vid den. Inställningen är ändrad på alla tre orterna.',
    }),
  ]),
  did('2024-03-18', 'ciso', [
    move('inc-rokning', 'close', {
      rootCause: 'Aggregatet hade ett känt fel. Tillverkarens varning gick till en brevlåda som ingen läste.',
    }),
  ]),
  did('2024-04-15', 'ciso', [
    move('inc-lon', 'close', {
      rootCause: 'Avtalet ställde inga krav på vad som skulle loggas, och ingen hade frågat vad leverantören kunde visa.',
    }),
  ]),
]

const postponed = (key: string, on: string, due: string, why: string) => did(on, 'ciso', [update(key, { due })], why)
const finished = (key: string, on: string, owner: string) => did(on, owner, [move(key, 'finish')])
const checked = (key: string, on: string, effect: string, by = 'ciso', effective: 1 | 2 | 3 = 3) =>
  did(on, by, [move(key, 'checkEffect', { effective, effect })])

/** What became of the actions that were open at the beginning of 2024. */
const actions: readonly Moment[] = [
  finished('atg-plan-2023', '2024-03-01', 'ciso'),
  checked('atg-plan-2023', '2024-11-18', 'Planen är beslutad och nio av tio punkter är genomförda.', 'head-of-security'),
  finished('atg-larmvag', '2024-03-06', 'engineer'),
  checked('atg-larmvag', '2024-06-10', 'Jouren har svarat inom fem minuter vid alla prov.'),
  checked('atg-loneavtal', '2024-03-19', 'Avtalet ger oss rätt att följa upp kraven och att få loggar inom ett dygn.'),
  checked('atg-bilagor', '2024-03-20', 'Inga bilagor i fel kuvert sedan märkningen infördes.'),
  checked('atg-ai', '2024-09-16', 'Stickprov i fyra enheter visade inga uppgifter ur ärenden i öppna tjänster.', 'head-of-security'),
  did('2024-03-05', 'chef-pers', [move('atg-lonelogg', 'start')]),
  postponed('atg-lonelogg', '2024-03-07', '2024-09-30', 'Leverantören behöver bygga om sin loggning och levererar i september.'),
  finished('atg-lonelogg', '2024-09-24', 'chef-pers'),
  checked('atg-lonelogg', '2025-01-20', 'Leverantören visade på två timmar vem som hade läst en utvald personalakt.'),
  postponed('atg-segment', '2024-03-07', '2024-05-31', 'Utrustningen har kommit. De två sista segmenten införs före sommaren.'),
  finished('atg-segment', '2024-05-27', 'system-owner'),
  did('2024-06-03', 'ciso', [update('atg-segment', { costActual: 3_720_000 })]),
  checked('atg-segment', '2024-10-14', 'Ett test visade att det inte går att ta sig från ett segment till ett annat.'),
  postponed('atg-kommun', '2024-03-08', '2024-06-14', 'Utvecklarna är färdiga med beräkningsreglerna och börjar i april.'),
  finished('atg-kommun', '2024-06-11', 'chef-nord'),
  checked('atg-kommun', '2024-11-25', 'Handläggarna når sina egna kommuners ärenden och inga andra.'),
  postponed('atg-diarium', '2024-03-08', '2024-04-30', 'Leverantören levererar den nya versionen i april.'),
  finished('atg-diarium', '2024-04-22', 'chef-arkiv'),
  checked('atg-diarium', '2024-06-17', 'Den nya versionen får säkerhetsrättelser varje månad.'),
  postponed('atg-upphandling', '2024-03-11', '2024-10-31', 'Kraven har visat sig fler än väntat, efter klassning och riskanalys.'),
  finished('atg-upphandling', '2024-10-24', 'procurement'),
  checked('atg-upphandling', '2025-04-07', 'Avtalet innehåller alla krav som följde av klassningen och riskanalysen.'),
  finished('atg-modell', '2024-06-28', 'ciso'),
  checked(
    'atg-modell',
    '2025-03-10',
    'En klassning tar i genomsnitt fyra timmar mot nio tidigare. Alla kvarstående risker har fått en ägare.',
    'head-of-security',
  ),
  did('2024-03-14', 'ciso', [move('atg-tillsyn', 'decide'), move('atg-matt', 'decide')], 'Ingår i handlingsplanen.'),
  did('2024-04-08', 'procurement', [move('atg-tillsyn', 'start')]),
  finished('atg-tillsyn', '2024-10-28', 'procurement'),
  checked('atg-tillsyn', '2025-02-17', 'Sju av fjorton viktiga leverantörer är uppföljda. Två har fått rätta brister.', 'ciso', 2),
  did('2024-04-09', 'analyst', [move('atg-matt', 'start')]),
  finished('atg-matt', '2024-06-24', 'analyst'),
  checked('atg-matt', '2024-12-09', 'Åtta mått följs varje kvartal och visas för ledningen.'),
  did('2024-03-15', 'ciso', [move('atg-inhyrda', 'decide')], 'Riskägaren har beslutat att risken ska minskas.'),
  did('2024-04-02', 'chef-utv', [move('atg-inhyrda', 'start')]),
  finished('atg-inhyrda', '2024-05-30', 'chef-utv'),
  checked('atg-inhyrda', '2024-11-04', 'Inhyrda får bara den behörighet som uppdraget kräver. Stickprov utan anmärkning.'),
]

const valued = (key: string, on: string, [consequence, likelihood]: readonly [number, number], reviewBy: string, why: string) =>
  did(on, 'ciso', [update(key, { consequence, likelihood, reviewBy })], why)
const closed = (key: string, on: string, by: string, why: string) => did(on, by, [move(key, 'close', undefined, why)])

/** What became of the risks that awaited a decision or a new valuation at the beginning of 2024, and of those that then ended. */
const risks: readonly Moment[] = [
  did('2024-01-17', 'head-it', [
    move('risk-inhyrda', 'treat', { response: 'reduce' }, 'Beslutet har dröjt. Grundbehörigheten begränsas före sommaren.'),
  ]),
  valued('risk-inhyrda', '2024-11-05', [2, 2], '2025-11-05', 'Grundbehörigheten är begränsad.'),
  closed('risk-inhyrda', '2025-03-17', 'chef-utv', 'Två stickprov utan anmärkning.'),
  did('2024-01-09', 'head-it', [move('risk-loggar', 'treat', { response: 'reduce' }, 'Leverantören ska logga allt som läses.')]),
  closed('risk-loggar', '2025-02-03', 'it-security', 'Alla system loggar nu det som behövs för att utreda ett intrång.'),
  did('2024-03-04', 'ciso', [update('risk-omkoppling', { consequence: 2, likelihood: 1 })], 'Flytten är gjord utan avbrott.'),
  did('2024-03-05', 'ciso', [move('risk-omkoppling', 'analyse')]),
  did('2024-03-12', 'chef-kun-orebro', [
    move('risk-omkoppling', 'accept', { acceptedUntil: '2024-09-12' }, 'Det nya avtalet prövas under ett halvår.'),
  ]),
  closed('risk-omkoppling', '2024-09-09', 'chef-kun-orebro', 'Ett halvår utan avbrott.'),
  valued('risk-nyckelperson', '2024-03-06', [2, 2], '2025-03-06', 'Sju utvecklare kan nu arbeta i beräkningsdelen.'),
  closed('risk-nyckelperson', '2024-09-16', 'chef-utv', 'Kunskapen är spridd, och upplärning ingår i introduktionen.'),
  valued('risk-segment', '2024-06-10', [4, 1], '2025-06-10', 'Alla fyra segmenten är införda.'),
  valued('risk-gammal', '2024-05-06', [3, 1], '2025-05-06', 'Diariet är uppgraderat.'),
  closed('risk-gammal', '2024-06-24', 'chef-arkiv', 'Systemet får rättelser varje månad.'),
  closed('risk-urval', '2024-05-20', 'chef-stat', 'Två år utan anmärkning i loggkontrollen.'),
  valued('risk-lon', '2024-03-26', [3, 2], '2024-10-07', 'Leverantören bygger om sin loggning till i september. Värdet är oförändrat.'),
  valued('risk-lon', '2024-10-07', [2, 2], '2025-10-07', 'Leverantören har visat sina kopior och sina loggar.'),
  closed('risk-lon', '2025-04-28', 'chef-pers', 'Leverantörens prov är gjort och avtalet följs upp varje år.'),
  valued('risk-klassning', '2024-06-24', [3, 3], '2024-10-21', 'Den nya modellen införs till hösten. Värdet är oförändrat.'),
  valued(
    'risk-klassning',
    '2024-10-21',
    [3, 1],
    '2025-10-21',
    'Den nya modellen visar vem som beslutar, och alla kvarstående risker har en ägare.',
  ),
  valued('risk-ai', '2024-04-08', [3, 2], '2025-04-08', 'Anvisningen gäller sedan februari och ingår i utbildningen.'),
  valued('risk-byte', '2024-04-22', [4, 2], '2025-03-31', 'Upphandlingen går enligt plan men marginalen är liten.'),
  valued('risk-byte', '2025-03-24', [3, 2], '2026-03-24', 'Avtalet är tecknat. Tidsplanen har två månaders marginal.'),
  closed('risk-byte', '2026-06-15', 'head-it', 'Det nya systemet är i drift.'),
  valued('risk-leverantor', '2024-05-27', [4, 2], '2025-05-27', 'Företaget har förlorat ytterligare en kund.'),
  valued(
    'risk-leverantor',
    '2025-05-26',
    [3, 2],
    '2026-05-26',
    'Källkoden är granskad, och vi kan rätta enklare fel på egen hand tills systemet är bytt.',
  ),
  closed('risk-leverantor', '2026-09-07', 'head-it', 'Det gamla systemet är avvecklat och informationen flyttad.'),
  valued('risk-natfiske', '2025-06-18', [3, 2], '2026-06-18', 'Sju procent klickade vid vårens prov, mot elva året innan.'),
  valued('risk-omvarld', '2025-09-22', [2, 3], '2026-09-22', 'Angreppen är färre och skyddet håller.'),
]

const classification: readonly Moment[] = [
  did(
    '2024-05-06',
    'ciso',
    [
      update('doc-klassning-2', {
        versionNote: 'Tydligare roller, färre steg och en direkt väg från avvikelse till riskägare.',
        body: '## Varför ni klassar\n\nKlassningen visar hur stor skadan kan bli om informationen röjs, är fel eller inte går att nå. Den avgör vilka skyddsåtgärder som krävs.\n\n## Så gör ni\n\n1. **Värdera.** Bedöm konfidentialitet, riktighet och tillgänglighet var för sig. Den värsta rimliga följden avgör. Har ni samlat mycket information på ett ställe kan värdet bli högre än för varje del.\n2. **Jämför.** Skyddsnivån visar vilka åtgärder som krävs. Notera vad som saknas.\n3. **Bedöm riskerna** i det som saknas och lämna dem till riskägaren.\n4. **Besluta åtgärder** med ansvarig och slutdag, eller skriv varför risken accepteras.\n\n## Vem som beslutar\n\nInformationsägaren beslutar om klassningen. Riskägaren beslutar om de risker som återstår. Är riskvärdet 8 eller högre beslutar avdelningschefen.',
      }),
    ],
    'Omarbetad efter synpunkter från informationsägarnas nätverk.',
  ),
  did('2024-05-21', 'ciso', [move('doc-klassning-2', 'submit')]),
  did('2024-06-13', 'head-of-security', [
    move('doc-klassning-2', 'approve', undefined, 'Godkänd efter generaldirektörens beslut samma dag.'),
  ]),
  { at: swedish('2024-07-01', '08:10'), actor: 'ciso', steps: [move('doc-klassning-2', 'publish')] },
  {
    at: swedish('2024-07-01', '08:15'),
    actor: 'ciso',
    steps: [move('doc-klassning', 'replace', undefined, 'Ersatt av Riktlinje för informationsklassning (2024).')],
  },
  ...classifiedTogether(
    (
      [
        ['inf-epost', '2024-05-22'],
        ['inf-support', '2024-09-18'],
        ['inf-enkater', '2024-10-09'],
      ] as const
    ).map(([asset, on]) => ({
      asset,
      on,
      owner: assetFacts(asset).owner,
      unit: assetFacts(asset).unit,
      ...valuedOn(asset, on),
      reviewBy: years(on, 1),
      occasion: 'new',
      why: 'Klassningen är gjord tillsammans med informationsägaren.',
    })),
  ),
]

const plan: readonly Moment[] = [
  did('2024-03-13', 'ciso', [
    create('decision', 'bes-plan-2024', {
      title: 'Handlingsplan efter självutvärderingen 2023',
      decidedOn: '2024-03-13',
      decider: '@director-general',
      presenter: '@ciso',
      othersPresent: to('head-of-security', 'risk-function', 'chef-inkop'),
      content: 'Generaldirektören fastställer handlingsplanen. Uppföljningen av leverantörerna går först. Planen följs upp varje kvartal.',
      registration: 'TV 2024/0198',
      actions: to('atg-plan-2023', 'atg-tillsyn', 'atg-matt'),
    }),
  ]),
]

/** How what was open at the beginning of 2024 ended. */
export const aftermath: readonly Moment[] = [...incidents, ...actions, ...risks, ...classification, ...plan]
