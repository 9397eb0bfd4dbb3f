import type { ReportSectionKey } from '#areas/reporting/report-sections.ts'

/** What Trygghetsverket wrote about 2022, in Swedish only: the first report made from the registers. */
export const swedish2022: Readonly<Record<ReportSectionKey, string>> = {
  summary: `Under 2022 prövades Trygghetsverkets informationssäkerhet på allvar. Den 25 januari stannade utbetalningarna, och omkring 210 000 hushåll fick sina pengar en dag för sent. Under hösten utsattes e-tjänsten för det första större överbelastningsangreppet.

Händelserna har lett till åtgärder som går att se i vardagen. Reservrutinen för utbetalningar är prövad två gånger, all inloggning utifrån kräver flera faktorer och loggarna övervakas dygnet runt. {figure:awareness.completion-share} av medarbetarna har gått den årliga utbildningen och {figure:management-system.information-classified-share} av informationsmängderna är klassade.`,
  introduction: `Trygghetsverket beslutar om och betalar ut trygghetsersättning. Uppdraget förutsätter att enskilda kan lita på att deras uppgifter skyddas, att besluten är rätt och att pengarna kommer i tid.

Redogörelsen avser läget den 31 december 2022.`,
  'management-and-development': `Arbetet är systematiskt och riskbaserat. Målen för året var att tre av fyra medarbetare skulle ha gått utbildningen och att två tredjedelar av informationen skulle vara klassad. Båda målen är nådda.

Under året genomfördes {figure:management-and-development.actions-done} åtgärder. {figure:management-and-development.actions-overdue} åtgärder hade passerat sin slutdag vid årets slut. Det beror främst på att samma utvecklare behövs för flera förbättringar i ärendestödet.`,
  'management-system': `Ledningssystemet bygger på standarderna i ISO/IEC 27000-serien och på föreskrifterna MSBFS 2020:6 och 2020:7. Under året beslutades nya regler om behörigheter, ändringar i it-miljön, säkerhetsloggning, inköp, kontinuitet och incidenter.

Informationsägarna har med stöd av Säkerhetsenheten klassat åtta nya informationsmängder och omprövat de flesta av dem som redan var klassade.`,
  cooperation: `Myndigheten deltar i eSam, i ett säkerhetsforum för it-tjänster med Försäkringskassan och i samverkan med Statens servicecenter om servicekontoren. Sedan den 1 oktober 2022 är myndigheten en beredskapsmyndighet i sektorn Ekonomisk säkerhet.

Inom myndigheten möts informationssäkerhet, it-säkerhet, risk, dataskydd och beredskap varannan vecka och går igenom alla incidenter tillsammans.`,
  'security-risks': `Vid årets slut fanns {figure:security-risks.open} öppna risker. Risken för stopp i utbetalningarna höjdes efter händelsen i januari och sänktes i november, sedan den nya reservrutinen hade prövats.

Riktlinjen för riskhantering har skrivits om och gäller från den 1 januari 2023. Därmed används samma konsekvensnivåer vid riskanalys som vid informationsklassning.`,
  awareness: `Den årliga utbildningen Säker i vardagen är obligatorisk sedan mars 2022. Andelen som har gått den var {figure:awareness.completion-share} vid årets slut. Informationsägare och systemägare har fått en egen kurs, och handläggare vid Särskilda ärenden utbildas varje år.

Vid vårens prov med ett falskt meddelande klickade 21 procent på länken. Resultatet har använts i utbildningen.`,
  incidents: `{figure:incidents.reported} händelser rapporterades. Alla har granskats och fått ett beslut om uppföljning. {figure:incidents.serious} bedömdes som allvarliga eller betydande.

Grundorsaken är klarlagd i alla avslutade fall. Två händelser rapporterades till MSB och två personuppgiftsincidenter anmäldes till Integritetsskyddsmyndigheten.`,
  preparedness: `Under året hölls {figure:preparedness.exercises-held} övningar. Övningen om ett elavbrott i Sundsvall visade att utbetalningarna inte kan göras från någon annan ort. Därför byggs kapacitet i Örebro under 2023.

All verksamhet som måste upprätthållas har nu en kontinuitetsplan. Två av planerna är prövade.`,
  'future-needs': `Under 2023 går arbetet vidare med att dela upp servernäten, att skydda e-tjänsten mot överbelastning och att kunna betala ut från Örebro. Minst 80 procent av medarbetarna ska ha gått den årliga utbildningen.`,
  evaluation: `Myndigheten utvärderade sitt arbete 2021 och nådde då ingen nivå. Alla sex åtgärder som beslutades efter utvärderingen är genomförda under 2022. En ny utvärdering görs hösten 2023.`,
}
