import { create, did, given, type Moment, move, plus, req, swedish, workday } from './script.ts'

/** A document from draft to replacement. */
export interface DocumentFacts {
  readonly key: string
  readonly title: string
  readonly kind: 'policy' | 'guideline' | 'instruction' | 'process' | 'routine'
  readonly unit: string
  readonly owner: string
  readonly approver: string
  readonly audience: string
  readonly confirm?: boolean
  readonly requirements?: readonly string[]
  readonly supersedes?: string
  readonly news?: string
  readonly body: string
  readonly validFrom: string
  readonly reviewBy: string
  /** Days of the draft, of the review and of the decision; a document without them applied before the register existed. */
  readonly made?: string
  readonly submitted?: string
  readonly approved?: string
  readonly sentBack?: { readonly on: string; readonly why: string }
}

const documents: readonly DocumentFacts[] = [
  {
    key: 'doc-policy-1',
    title: 'Informationssäkerhetspolicy (2018)',
    kind: 'policy',
    unit: 'sak',
    owner: 'head-of-security',
    approver: 'director-general',
    audience: 'Alla medarbetare',
    validFrom: '2018-05-25',
    reviewBy: '2021-05-25',
    body: 'Trygghetsverket ska skydda den information som myndigheten ansvarar för. Säkerhetschefen leder arbetet.\n\nAlla medarbetare ska känna till och följa myndighetens regler.',
  },
  {
    key: 'doc-mobil',
    title: 'Anvisning för mobiltelefoner',
    kind: 'instruction',
    unit: 'it-stod',
    owner: 'chef-stod',
    approver: 'head-of-security',
    audience: 'Alla som har tjänstetelefon',
    validFrom: '2017-02-01',
    reviewBy: '2020-02-01',
    body: 'Telefonen ska ha skärmlås. Anmäl en förlorad telefon till Användarstöd samma dag.',
  },
  {
    key: 'doc-klassning',
    title: 'Riktlinje för informationsklassning',
    kind: 'guideline',
    unit: 'sak',
    owner: 'ciso',
    approver: 'head-of-security',
    audience: 'Informationsägare och systemägare',
    validFrom: '2020-11-01',
    reviewBy: '2022-11-01',
    requirements: ['msbfs-2020-6/6/1', 'msbfs-2020-6/6/rad/1-3', 'msbfs-2020-6/6/rad/6'],
    body: '## Varför ni klassar\n\nKlassningen visar hur stor skadan kan bli om informationen röjs, är fel eller inte går att nå. Den avgör vilka skyddsåtgärder som behövs.\n\n## Fyra steg\n\n1. **Värdering.** Bedöm konfidentialitet, riktighet och tillgänglighet var för sig, på skalan *ingen eller försumbar*, *måttlig*, *betydande*, *allvarlig*. Den värsta rimliga följden avgör.\n2. **Avvikelseanalys.** Jämför skyddsnivåns åtgärder med dem som finns.\n3. **Riskanalys.** Bedöm vad som kan hända på grund av avvikelserna.\n4. **Åtgärdsanalys.** Bestäm vad som ska göras, av vem och när.\n\n## Vem som ansvarar\n\nInformationsägaren ansvarar för att klassningen görs och omprövas varje år. Säkerhetsenheten och It-säkerhet hjälper till.',
  },
  {
    key: 'doc-risk-1',
    title: 'Riktlinje för riskhantering (2019)',
    kind: 'guideline',
    unit: 'stab',
    owner: 'risk-function',
    approver: 'director-general',
    audience: 'Chefer och riskägare',
    validFrom: '2019-03-01',
    reviewBy: '2022-03-01',
    requirements: ['msbfs-2020-6/6/2'],
    body: 'Riskerna ska identifieras, analyseras och värderas i en matris med fyra steg för konsekvens och fyra för sannolikhet. Riskägaren beslutar om hur risken ska hanteras.',
  },
  {
    key: 'doc-policy',
    title: 'Informationssäkerhetspolicy',
    kind: 'policy',
    unit: 'sak',
    owner: 'head-of-security',
    approver: 'director-general',
    audience: 'Alla medarbetare',
    confirm: true,
    supersedes: 'doc-policy-1',
    requirements: ['msbfs-2020-6/5/1', 'msbfs-2020-6/5/2', 'msbfs-2020-6/4'],
    made: '2021-03-10',
    submitted: '2021-05-06',
    approved: '2021-05-20',
    validFrom: '2021-06-01',
    reviewBy: '2024-06-01',
    news: 'Ledningens mål är tydligare, och informationssäkerhetschefen rapporterar direkt till generaldirektören.',
    body: '## Vad vi vill uppnå\n\nDen som vänder sig till Trygghetsverket ska kunna lita på att uppgifterna stannar hos oss, att besluten är rätt och att pengarna kommer i tid. Därför skyddar vi information utifrån hur viktig den är och vilka risker vi ser.\n\n## Så arbetar vi\n\n- Arbetet är systematiskt och riskbaserat och bygger på standarderna i ISO/IEC 27000-serien.\n- Information klassas innan den börjar behandlas, och klassningen omprövas.\n- Risker tas om hand av den som ansvarar för verksamheten.\n- Incidenter rapporteras utan dröjsmål. Ingen ska lastas för att ha rapporterat.\n- Alla medarbetare får utbildning varje år.\n\n## Vem som ansvarar\n\nGeneraldirektören ansvarar för myndighetens informationssäkerhet. Cheferna ansvarar för säkerheten i sin verksamhet. Informationssäkerhetschefen leder och samordnar arbetet, ställer krav och granskar, och rapporterar till generaldirektören.',
  },
  {
    key: 'doc-skyddade',
    title: 'Rutin för ärenden med skyddade personuppgifter',
    kind: 'routine',
    unit: 'ers-sarsk',
    owner: 'risk-owner',
    approver: 'department-head',
    audience: 'Handläggare vid Särskilda ärenden',
    confirm: true,
    requirements: ['msbfs-2020-6/9/2'],
    made: '2021-03-02',
    submitted: '2021-03-30',
    approved: '2021-04-08',
    validFrom: '2021-04-12',
    reviewBy: '2024-04-12',
    body: '## Innan du börjar\n\nÖppna bara ärenden som du har fått tilldelade. Varje öppning loggas och följs upp.\n\n## Kontakt med den enskilde\n\nSkriv aldrig adress, telefonnummer eller namn på skola eller arbetsplats i anteckningar eller brev. Skicka post genom Skatteverkets förmedlingsuppdrag.\n\n## Om något går fel\n\nRing enhetschefen genast, dygnet runt, och rapportera händelsen som incident.',
  },
  {
    key: 'doc-incident-1',
    title: 'Process för informationssäkerhetsincidenter (2021)',
    kind: 'process',
    unit: 'sak',
    owner: 'ciso',
    approver: 'head-of-security',
    audience: 'Alla medarbetare',
    requirements: ['msbfs-2020-6/11/1', 'msbfs-2020-6/12'],
    made: '2021-04-07',
    submitted: '2021-04-28',
    approved: '2021-05-05',
    validFrom: '2021-05-10',
    reviewBy: '2023-05-10',
    body: 'Den som upptäcker något rapporterar det samma dag. Säkerhetsenheten läser rapporten inom två arbetsdagar och beslutar om uppföljning. It-incidenter som omfattas av MSBFS 2020:8 rapporteras till MSB inom sex timmar från det att myndigheten har identifierat att rapporteringsskyldighet gäller.',
  },
  {
    key: 'doc-distans',
    title: 'Anvisning för arbete på distans',
    kind: 'instruction',
    unit: 'sak',
    owner: 'ciso',
    approver: 'head-of-security',
    audience: 'Alla medarbetare',
    confirm: true,
    requirements: ['msbfs-2020-6/9/2', 'msbfs-2020-7/4-5/1'],
    made: '2021-06-09',
    submitted: '2021-08-18',
    approved: '2021-08-25',
    validFrom: '2021-09-01',
    reviewBy: '2023-09-01',
    body: 'Arbeta så att ingen annan kan se skärmen eller höra samtalet. Anslut alltid genom myndighetens fjärråtkomst. Skriv inte ut ärenden hemma. Information på skyddsnivån *allvarlig* får bara behandlas i myndighetens lokaler.',
  },
  {
    key: 'doc-behorighet',
    title: 'Anvisning för behörigheter',
    kind: 'instruction',
    unit: 'it-sak',
    owner: 'it-security',
    approver: 'ciso',
    audience: 'Chefer och systemägare',
    requirements: ['msbfs-2020-7/4-3', 'msbfs-2020-7/4-4', 'msbfs-2020-7/4-6/1'],
    made: '2021-11-08',
    submitted: '2022-01-19',
    approved: '2022-02-02',
    validFrom: '2022-02-07',
    reviewBy: '2024-02-07',
    body: 'Ingen ska ha mer behörighet än arbetet kräver. Chefen beställer behörighet innan en medarbetare börjar och avslutar den sista arbetsdagen. Systemägaren går igenom behörigheterna varje halvår, och de som ger administrativ åtkomst varje kvartal.',
  },
  {
    key: 'doc-kontinuitet',
    title: 'Riktlinje för kontinuitet och krisledning',
    kind: 'guideline',
    unit: 'sak',
    owner: 'preparedness',
    approver: 'director-general',
    audience: 'Chefer och systemägare',
    requirements: ['msbfs-2020-6/13/1', 'msbfs-2020-6/13/2'],
    made: '2021-12-01',
    submitted: '2022-02-22',
    approved: '2022-03-03',
    validFrom: '2022-03-07',
    reviewBy: '2024-03-07',
    body: 'Varje avdelning har en plan för hur den viktigaste verksamheten upprätthålls när system eller lokaler inte går att använda. Planen prövas minst en gång om året. Krisledningen kallas in av generaldirektören eller säkerhetschefen.',
  },
  {
    key: 'doc-inkop',
    title: 'Rutin för säkerhetskrav vid inköp',
    kind: 'routine',
    unit: 'vst-inkop',
    owner: 'chef-inkop',
    approver: 'ciso',
    audience: 'Beställare och upphandlare',
    requirements: ['msbfs-2020-6/8', 'msbfs-2020-7/3-1/1'],
    made: '2022-02-14',
    submitted: '2022-03-30',
    approved: '2022-04-11',
    validFrom: '2022-04-19',
    reviewBy: '2024-04-19',
    body: 'Inköpet börjar med en verksamhetsanalys: vilken information ska leverantören behandla, och hur är den klassad? Därefter görs en riskanalys. Kraven i upphandlingen hämtas ur klassningen och riskanalysen. Avtalet ska ge oss rätt att följa upp kraven.',
  },
  {
    key: 'doc-andring',
    title: 'Anvisning för ändringar i it-miljön',
    kind: 'instruction',
    unit: 'it-drift',
    owner: 'system-owner',
    approver: 'ciso',
    audience: 'It-avdelningen',
    requirements: ['msbfs-2020-7/4-12', 'msbfs-2020-7/3-2/1'],
    made: '2022-03-21',
    submitted: '2022-05-18',
    approved: '2022-06-01',
    validFrom: '2022-06-07',
    reviewBy: '2024-06-07',
    news: 'Skriven efter störningen i utbetalningarna i januari 2022.',
    body: 'Ingen ändring görs i produktion utan prövning. En ändring som rör ett centralt system prövas i testmiljö, har en plan för återgång och görs inte dagen före en stor utbetalning.',
  },
  {
    key: 'doc-loggning',
    title: 'Anvisning för säkerhetsloggning',
    kind: 'instruction',
    unit: 'it-sak',
    owner: 'it-security',
    approver: 'ciso',
    audience: 'Systemägare och It-avdelningen',
    requirements: ['msbfs-2020-7/4-16/1', 'msbfs-2020-7/4-17', 'msbfs-2020-7/4-17/st2'],
    made: '2022-06-20',
    submitted: '2022-08-29',
    approved: '2022-09-12',
    validFrom: '2022-09-19',
    reviewBy: '2024-09-19',
    body: 'Loggarna visar vem som har gjort vad, när och varifrån. De samlas i loggplattformen, sparas i fem år och kan inte ändras av den som driver det system de kommer från. It-säkerhet går igenom larmen varje dag.',
  },
  {
    key: 'doc-incident',
    title: 'Process för informationssäkerhetsincidenter',
    kind: 'process',
    unit: 'sak',
    owner: 'ciso',
    approver: 'head-of-security',
    audience: 'Alla medarbetare',
    confirm: true,
    supersedes: 'doc-incident-1',
    requirements: ['msbfs-2020-6/11/1', 'msbfs-2020-6/11/3', 'msbfs-2020-6/12', 'msbfs-2020-8/4', 'msbfs-2020-8/5'],
    made: '2022-09-14',
    submitted: '2022-10-26',
    approved: '2022-11-09',
    validFrom: '2022-11-14',
    reviewBy: '2024-11-14',
    news: 'Tillbud ska också rapporteras. Grundorsaken ska vara klarlagd innan en incident avslutas.',
    body: '## Rapportera\n\nRapportera både det som har hänt och det som nästan hände, samma dag. Du behöver inte veta säkert.\n\n## Granska\n\nSäkerhetsenheten läser varje rapport senast nästa arbetsdag och beslutar om uppföljning. Beslutet skrivs ned, också när inget mer ska göras.\n\n## Rapportera vidare\n\n- It-incidenter som omfattas av MSBFS 2020:8: till MSB inom sex timmar, slutrapport inom fyra veckor.\n- Personuppgiftsincidenter: dataskyddsombudet bedömer, anmälan till IMY inom 72 timmar.\n- Det som rör säkerhetsskydd: ring säkerhetschefen, skriv ingenting.\n\n## Lära\n\nGrundorsaken ska vara klarlagd innan incidenten avslutas. Det som behöver göras förs in bland åtgärderna.',
  },
  {
    key: 'doc-risk',
    title: 'Riktlinje för riskhantering',
    kind: 'guideline',
    unit: 'stab',
    owner: 'risk-function',
    approver: 'director-general',
    audience: 'Chefer och riskägare',
    supersedes: 'doc-risk-1',
    requirements: ['msbfs-2020-6/6/2', 'msbfs-2020-6/6/rad/1-1', 'msbfs-2020-6/6/rad/2'],
    made: '2022-10-10',
    submitted: '2022-11-28',
    approved: '2022-12-15',
    validFrom: '2023-01-01',
    reviewBy: '2025-01-01',
    news: 'Tre ansvarslinjer, tydligare gränser för vem som får besluta och samma konsekvensnivåer som vid informationsklassning.',
    body: '## Tre linjer\n\n1. **Verksamheten** äger riskerna och beslutar om dem.\n2. **Riskfunktionen** stödjer, övervakar och följer upp. Den äger inga risker.\n3. **Internrevisionen** granskar.\n\n## Vem som beslutar\n\nEn risk lämnas till närmaste chef och därifrån till den riskägare som får besluta. Är riskvärdet 8 eller högre beslutar avdelningschefen. En väsentlig risk rapporteras till generaldirektören. Säkerhetschefen följer upp och rapporterar alla säkerhetsrisker.\n\n## Acceptera\n\nDen som accepterar en risk anger skälen och en dag då beslutet ska omprövas.',
  },
  {
    key: 'doc-kryptering',
    title: 'Anvisning för kryptering',
    kind: 'instruction',
    unit: 'it-sak',
    owner: 'it-security',
    approver: 'ciso',
    audience: 'It-avdelningen',
    requirements: ['msbfs-2020-7/4-7', 'msbfs-2020-7/4-9/1', 'msbfs-2020-7/4-9/2', 'msbfs-2020-7/4-9/3'],
    made: '2023-01-16',
    submitted: '2023-03-20',
    approved: '2023-04-17',
    sentBack: { on: '2023-03-29', why: 'Det framgår inte vem som förvarar nycklarna och hur de byts.' },
    validFrom: '2023-04-24',
    reviewBy: '2025-04-24',
    body: 'Information på skyddsnivåerna *betydande* och *allvarlig* krypteras när den överförs utanför myndighetens nät och när den lagras på bärbar utrustning. Nycklarna förvaras av It-säkerhet, byts varje år och när någon med åtkomst slutar.',
  },
  {
    key: 'doc-gen',
    title: 'Anvisning för generativ AI',
    kind: 'instruction',
    unit: 'sak',
    owner: 'ciso',
    approver: 'head-of-security',
    audience: 'Alla medarbetare',
    made: '2023-09-25',
    submitted: '2023-12-11',
    approved: '2024-01-24',
    validFrom: '2024-02-01',
    reviewBy: '2025-02-01',
    requirements: ['msbfs-2020-6/8'],
    body: 'Lämna aldrig uppgifter ur ärenden, om personal eller om säkerhet till en öppen tjänst. Kontrollera alltid svaret: det är du som ansvarar för det du skickar vidare. En tjänst får användas i ärenden först när informationen är klassad och tjänsten prövad.',
  },
  {
    key: 'doc-klassning-2',
    title: 'Riktlinje för informationsklassning (2024)',
    kind: 'guideline',
    unit: 'sak',
    owner: 'ciso',
    approver: 'head-of-security',
    audience: 'Informationsägare, riskägare och systemägare',
    supersedes: 'doc-klassning',
    made: '2023-11-06',
    validFrom: '2024-07-01',
    reviewBy: '2026-07-01',
    requirements: ['msbfs-2020-6/6/1', 'msbfs-2020-6/6/rad/1-1', 'msbfs-2020-6/6/rad/6'],
    news: 'Utkast till ny modell: tydligare roller, färre steg och en direkt väg från avvikelse till riskägare.',
    body: '## Vad som ändras\n\nModellen får samma fyra nivåer som i dag, men beskrivningarna skrivs om med exempel ur vår egen verksamhet. Den som klassar ska på en gång se vilka åtgärder som krävs och vem som beslutar om de risker som återstår.\n\n## Att lösa\n\n- Hur ska sammanställningar av mycket information värderas?\n- Hur många av dagens klassningar behöver göras om, och i vilken ordning?',
  },
]

const drafter = (owner: string) => (['risk-function', 'preparedness', 'dpo'].includes(owner) ? owner : 'ciso')

/** What is done about one document, step by step. */
export const documentStory = (facts: DocumentFacts): Moment[] => {
  const { key, title, kind, unit, owner, approver, audience, body, validFrom, reviewBy, made, submitted, approved, sentBack } = facts
  const step = create(
    'document',
    key,
    given({
      title,
      kind,
      unit: `@${unit}`,
      owner: `@${owner}`,
      approver: `@${approver}`,
      audience,
      body,
      validFrom,
      reviewBy,
      confirmRequired: facts.confirm ?? false,
      versionNote: facts.news,
      requirements: req(...(facts.requirements ?? [])),
      supersedes: facts.supersedes && `@${facts.supersedes}`,
    }),
  )
  if (!made) {
    const before = 'Dokumentet gällde redan när registret lades upp.'
    return [
      { at: swedish('2021-01-18', '09:00'), actor: 'ciso', steps: [step], reason: before },
      ...['submit', 'approve', 'publish'].map((name, index) => ({
        at: swedish('2021-01-18', `09:0${index + 1}`),
        actor: 'system',
        steps: [move(key, name, undefined, before)],
      })),
    ]
  }
  const writer = drafter(owner)
  const submitter = approver === 'ciso' ? owner : writer
  const starts = workday(approved && approved > validFrom ? approved : validFrom)
  const approving = approved ? [did(approved, approver, [move(key, 'approve', undefined, 'Godkänd efter föredragning.')])] : []
  return [
    did(made, writer, [step]),
    ...(submitted ? [did(submitted, submitter, [move(key, 'submit')])] : []),
    ...(sentBack
      ? [
          did(sentBack.on, 'ciso', [move(key, 'sendBack', undefined, sentBack.why)]),
          did(plus(sentBack.on, 2), submitter, [move(key, 'submit', undefined, 'Omarbetad.')]),
        ]
      : []),
    ...approving,
    ...(approved ? [{ at: swedish(starts, '17:45'), actor: 'ciso', steps: [move(key, 'publish')] }] : []),
    ...(approved && facts.supersedes
      ? [{ at: swedish(starts, '17:50'), actor: 'ciso', steps: [move(facts.supersedes, 'replace', undefined, `Ersatt av ${title}.`)] }]
      : []),
  ]
}

/** The rules of the authority, from draft to replacement. */
export const documentStories: readonly Moment[] = [
  ...documents.flatMap(documentStory),
  did('2022-02-21', 'ciso', [
    move('doc-mobil', 'repeal', undefined, 'Innehållet finns nu i anvisningarna för behörigheter och för arbete på distans.'),
  ]),
]
