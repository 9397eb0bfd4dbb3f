import type { ReportSectionKey } from '#areas/reporting/report-sections.ts'
import { create, did, type Moment } from './script.ts'

interface Year {
  readonly forward: string
  readonly remains: string
  readonly rules: string
  readonly risks: string
  readonly incidents: string
  readonly needs: string
  readonly evaluation: string
}

const swedish: Readonly<Record<number, Year>> = {
  2024: {
    forward:
      'Den nya modellen för informationsklassning gäller sedan den 1 juli, och all information är klassad. Servernäten är uppdelade och diariet får åter säkerhetsrättelser. De fyra åtgärder som var försenade vid förra årets slut är genomförda.',
    remains: 'Utbetalningssystemet ska bytas, och de leverantörer som ännu inte är uppföljda återstår.',
    rules: 'Den nya riktlinjen för informationsklassning trädde i kraft den 1 juli.',
    risks:
      'Den viktigaste nya risken är att leverantörernas fjärrstyrning når in i driften. Risken för att angrepp sprider sig mellan servrar har sänkts.',
    incidents: 'Den mest märkbara händelsen var ett avbrott i ärendestödet den 23 april. Handläggningen stod still till klockan elva.',
    needs:
      'Ett nytt utbetalningssystem upphandlas och ska vara i drift 2026. Myndigheten förbereder sig för den kommande cybersäkerhetslagen.',
    evaluation: 'Nästa självutvärdering görs hösten 2025. Handlingsplanen efter den förra är i allt väsentligt genomförd.',
  },
  2025: {
    forward:
      'Avtal om ett nytt utbetalningssystem är tecknat, med säkerhetskrav som följer av klassning och riskanalys. Leverantörer får åtkomst bara under en tid som är bokad. Självutvärderingen visar nivå 2.',
    remains: 'Flytten till det nya utbetalningssystemet pågår, och vi vet för lite om våra leverantörers egna leverantörer.',
    rules: 'En riktlinje för säkerhet hos leverantörer trädde i kraft den 1 april.',
    risks:
      'Den allvarligaste risken är att uppgifter förvanskas vid flytten till det nya utbetalningssystemet. En ny risk är att förfalskade röster används mot kundcenter.',
    incidents:
      'Vid den första provflytten lästes en fil med verkliga kontonummer in i testmiljön. Händelsen anmäldes till Integritetsskyddsmyndigheten.',
    needs:
      'Cybersäkerhetslagen gäller från den 15 januari 2026 och ställer nya krav på ledningen, på anmälan av incidenter och på leveranskedjan.',
    evaluation:
      'Det som skiljer myndigheten från nivå 3 är uppföljningen av leverantörer och att ansvaret inte är känt av alla informationsägare. Två åtgärder är beslutade.',
  },
  2026: {
    forward:
      'Det nya utbetalningssystemet är i drift sedan den 4 maj, och det gamla är avvecklat. Myndigheten är anmäld enligt cybersäkerhetslagen, och hela ledningen har gått utbildningen.',
    remains: 'Kartläggningen av leverantörernas egna leverantörer är inte klar.',
    rules: 'Processen för incidenter är omskriven efter cybersäkerhetslagen och gäller sedan den 22 juni.',
    risks:
      'Risken med flytten av utbetalningarna är avslutad. Risken för att betydande incidenter anmäls för sent har sänkts, sedan larmvägen hade prövats.',
    incidents: 'Den första veckan med det nya utbetalningssystemet blev en betalfil klar en timme för sent. Ingen mottagare drabbades.',
    needs: 'Leverantörerna är nu den svagaste länken. Arbetet med deras egna leverantörer går vidare under 2027.',
    evaluation: 'Nästa utvärdering görs hösten 2027. De två åtgärder som beslutades efter den förra följs upp av ledningen.',
  },
}

const later: Year = {
  forward: 'Arbetet har följt den beslutade inriktningen.',
  remains: 'Uppföljningen av leverantörer behöver bli tätare.',
  rules: 'Styrdokumenten är översedda under året.',
  risks: 'Inga väsentligt nya risker har tillkommit.',
  incidents: 'Inga händelser fick allvarliga följder för enskilda.',
  needs: 'Myndigheten behöver fler som kan både drift och säkerhet.',
  evaluation: 'Resultatet ligger till grund för de åtgärder som ledningen följer upp.',
}

/** What Trygghetsverket writes about a year after 2023, shorter than it did before: the figures say most of it. */
const textsIn = (year: number): Readonly<Record<ReportSectionKey, string>> => {
  const { forward, remains, rules, risks, incidents, needs, evaluation } = swedish[year] ?? later
  return {
    summary: `**Det som gick framåt.** ${forward} {figure:awareness.completion-share} av medarbetarna har en giltig utbildning.

**Det som återstår.** ${remains}`,
    introduction: `Trygghetsverket beslutar om trygghetsersättning och betalar ut den till omkring 640 000 hushåll. Den som lämnar uppgifter till oss ska kunna lita på att de stannar här, att beslutet är rätt och att pengarna kommer i tid.

Redogörelsen avser läget den 31 december ${year}. Siffrorna är räknade i myndighetens egna register och jämförs med läget ett år tidigare.`,
    'management-and-development': `Generaldirektören ansvarar för informationssäkerheten, varje chef för den egna verksamheten. Informationssäkerhetschefen leder och samordnar arbetet och rapporterar till generaldirektören.

Under året genomfördes {figure:management-and-development.actions-done} åtgärder. Vid årets slut hade {figure:management-and-development.actions-overdue} passerat sin slutdag.`,
    'management-system': `Vid årets slut gällde {figure:management-system.documents-in-force} styrdokument. ${rules}

{figure:management-system.information-classified-share} av informationsmängderna är klassade, och {figure:management-system.classifications-reviewed-share} av klassningarna är omprövade i tid. {figure:management-system.requirements-assessed-share} av de bindande kraven är bedömda. Av dem är {figure:management-system.requirements-fulfilled-share} uppfyllda.`,
    cooperation: `Myndigheten deltar i {figure:cooperation.forums} forum. I beredskapssektorn Ekonomisk säkerhet planerar och övar vi tillsammans. Med Försäkringskassan delar vi erfarenheter av stora system för utbetalningar, och i eSam tar vi fram gemensamma underlag.`,
    'security-risks': `Vid årets slut fanns {figure:security-risks.open} öppna risker, varav {figure:security-risks.open-by-level.high} på nivån hög. {figure:security-risks.analyses-made} riskanalyser gjordes under året, bland annat vid upphandlingar, informationsklassningar och konsekvensbedömningar.

${risks}`,
    awareness: `Alla medarbetare ska varje år gå utbildningen Säker i vardagen. Den 31 december ${year} hade {figure:awareness.completion-share} av medarbetarna en giltig utbildning. I beräkningen ingår alla som var anställda den dagen, utom de som är frånvarande en längre tid.

Chefer, informationsägare och handläggare av ärenden med skyddade personuppgifter går dessutom fördjupade kurser.`,
    incidents: `Under året rapporterades {figure:incidents.reported} händelser, varav {figure:incidents.near-misses} tillbud. {figure:incidents.reviewed-share} av rapporterna är granskade.

${incidents}`,
    preparedness: `Under året hölls {figure:preparedness.exercises-held} övningar. {figure:preparedness.plans-tested-share} av kontinuitetsplanerna är prövade under de senaste tolv månaderna.`,
    'future-needs': needs,
    evaluation: `Myndigheten utvärderar sitt arbete vartannat år med en egen kontroll, byggd på kraven i MSBFS 2020:6. I den senaste nådde den {figure:evaluation.level}.

${evaluation}`,
  }
}

const english: Readonly<Record<number, Year>> = {
  2024: {
    forward:
      'The new model for information classification has applied since 1 July, and all information is classified. The server networks are divided, and the public register again receives security fixes. The four actions that were late at the end of the previous year are done.',
    remains: 'The payment system is to be replaced, and some suppliers have yet to be followed up.',
    rules: 'The new guideline on information classification entered into force on 1 July.',
    risks:
      'The most important new risk is that remote control by suppliers reaches into operations. The risk of attacks spreading between servers has been lowered.',
    incidents:
      'The most noticeable event was a disruption of the case system on 23 April, when case work stood still until eleven o’clock.',
    needs:
      'A new payment system is being procured, to be in operation in 2026. The authority is preparing for the coming Cybersecurity Act.',
    evaluation:
      'The next self-assessment will be made in the autumn of 2025. The plan of action after the last one has in all essentials been carried out.',
  },
  2025: {
    forward:
      'A contract for a new payment system has been signed, with security requirements drawn from classification and risk analysis. Suppliers have access only during a booked time. The self-assessment shows level 2.',
    remains: 'The move to the new payment system is under way, and we know too little about the suppliers of our suppliers.',
    rules: 'A guideline on security at suppliers entered into force on 1 April.',
    risks:
      'The most serious risk is that data are corrupted in the move to the new payment system. A new risk is that forged voices are used against the customer centre.',
    incidents:
      'In the first trial move a file with real account numbers was read into the test environment. The event was notified to the Authority for Privacy Protection.',
    needs:
      'The Cybersecurity Act applies from 15 January 2026 and makes new demands on the management, on the notification of incidents and on the supply chain.',
    evaluation:
      'What separates the authority from level 3 is the follow-up of suppliers, and that not all information owners know their responsibility. Two actions have been decided.',
  },
  2026: {
    forward:
      'The new payment system has been in operation since 4 May, and the old one is out of use. The authority has registered under the Cybersecurity Act, and the whole management has taken the training.',
    remains: 'The survey of the suppliers’ own suppliers is not finished.',
    rules: 'The incident process has been rewritten after the Cybersecurity Act and has applied since 22 June.',
    risks:
      'The risk of the payment move is closed. The risk of late notification of significant incidents has been lowered, since the alarm route has been tested.',
    incidents: 'In the first week with the new payment system a payment file was finished an hour late. No recipient was affected.',
    needs: 'Suppliers are now the weakest link. The work on their own suppliers goes on in 2027.',
    evaluation:
      'The next evaluation will be made in the autumn of 2027. The management follows up the two actions decided after the last one.',
  },
}

const laterInEnglish: Year = {
  forward: 'The work has followed the direction decided on.',
  remains: 'Suppliers need to be followed up more often.',
  rules: 'The governing documents were reviewed during the year.',
  risks: 'No materially new risks have been added.',
  incidents: 'No event had serious effects for individuals.',
  needs: 'The authority needs more people who know both operations and security.',
  evaluation: 'The result is the basis of the actions that the management follows up.',
}

/** The same in English. */
const textsInEnglish = (year: number): Readonly<Record<ReportSectionKey, string>> => {
  const { forward, remains, rules, risks, incidents, needs, evaluation } = english[year] ?? laterInEnglish
  return {
    summary: `**What moved forward.** ${forward} {figure:awareness.completion-share} of the employees have valid training.

**What remains.** ${remains}`,
    introduction: `Trygghetsverket decides on security benefit and pays it to some 640,000 households. Those who give us their details must be able to trust that these stay here, that the decision is right and that the money arrives on time.

The account describes the position on 31 December ${year}. The figures are counted in the authority's own registers and compared with the position a year earlier.`,
    'management-and-development': `The director-general is responsible for information security, every manager for his or her own part. The chief information security officer leads and coordinates the work and reports to the director-general.

During the year {figure:management-and-development.actions-done} actions were completed. At the end of the year {figure:management-and-development.actions-overdue} had passed their due date.`,
    'management-system': `At the end of the year {figure:management-system.documents-in-force} governing documents were in force. ${rules}

{figure:management-system.information-classified-share} of the information assets are classified, and {figure:management-system.classifications-reviewed-share} of the classifications have been reviewed in time. {figure:management-system.requirements-assessed-share} of the binding requirements have been assessed. Of these {figure:management-system.requirements-fulfilled-share} are fulfilled.`,
    cooperation: `The authority takes part in {figure:cooperation.forums} forums. In the preparedness sector Economic Security we plan and exercise together. With Försäkringskassan we share experience of large payment systems, and in eSam we prepare joint material.`,
    'security-risks': `At the end of the year there were {figure:security-risks.open} open risks, of which {figure:security-risks.open-by-level.high} at the level high. {figure:security-risks.analyses-made} risk analyses were made during the year, among them at procurements, information classifications and impact assessments.

${risks}`,
    awareness: `Every year all employees are to take the course *Säker i vardagen* (Secure every day). On 31 December ${year} {figure:awareness.completion-share} of the employees had valid training. Counted are all who were employed on that day, except those on long absence.

Managers, information owners and those who handle cases with protected identities also take advanced courses.`,
    incidents: `During the year {figure:incidents.reported} events were reported, of which {figure:incidents.near-misses} were near misses. {figure:incidents.reviewed-share} of the reports have been reviewed.

${incidents}`,
    preparedness: `During the year {figure:preparedness.exercises-held} exercises were held. {figure:preparedness.plans-tested-share} of the continuity plans have been tested in the past twelve months.`,
    'future-needs': needs,
    evaluation: `Every other year the authority evaluates its work by a check of its own, built on the requirements of MSBFS 2020:6. In the latest it reached {figure:evaluation.level}.

${evaluation}`,
  }
}

/** The texts about the last full year, written in February; before that they are a draft from December. Nothing is written anew about 2023. */
export function reportOfLastYear(today: string): Moment[] {
  const year = Number(today.slice(0, 4)) - 1
  if (year < 2024) return []
  const day = today > `${year + 1}-02-12` ? `${year + 1}-02-06` : `${year}-12-16`
  return (['sv', 'en'] as const).map((language) =>
    did(
      day,
      'ciso',
      Object.entries(language === 'sv' ? textsIn(year) : textsInEnglish(year)).map(([section, text]) =>
        create('reportText', `text-${year}-${section}-${language}`, { year, section, language, text }),
      ),
      'Text till redogörelsen till regeringen.',
    ),
  )
}
