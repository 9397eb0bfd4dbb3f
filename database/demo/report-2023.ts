import type { ReportSectionKey } from '#areas/reporting/report-sections.ts'

/** What Trygghetsverket wrote about 2023. */
export const swedish2023: Readonly<Record<ReportSectionKey, string>> = {
  summary: `Trygghetsverkets informationssäkerhet blev bättre under 2023, men inte överallt lika fort.

**Det som gick framåt.** {figure:awareness.completion-share} av medarbetarna har gått den årliga utbildningen, och {figure:management-system.information-classified-share} av informationsmängderna är klassade. Ett helt dygns utbetalningar kan nu göras från Örebro om Sundsvall slås ut. Alla kontinuitetsplaner prövades under året.

**Det som återstår.** Vi vet för lite om hur leverantörerna lever upp till våra krav. Klassningarna visar brister som inte alltid når den som ska besluta om dem, och därför får myndigheten en ny klassningsmodell under 2024. Fyra åtgärder är försenade.

Myndigheten har under hösten utvärderat sitt arbete. Resultatet är nivå 1 av fyra, mot ingen nivå 2021.`,
  introduction: `Trygghetsverket beslutar om trygghetsersättning och betalar ut den till omkring 640 000 hushåll. I ärendena finns uppgifter om hälsa, ekonomi och familj. Den som lämnar sådana uppgifter ska kunna lita på att de stannar hos oss, att beslutet är rätt och att pengarna kommer på utlovad dag.

Regeringen har gett myndigheten i uppdrag att redogöra för hur informationssäkerheten har förvaltats och utvecklats, hur framtida behov ska mötas, om arbetet har utvärderats och vad utvärderingen har lett till. Redogörelsen avser läget den 31 december 2023. Siffrorna är räknade i myndighetens egna register och jämförs med läget ett år tidigare.`,
  'management-and-development': `Målet är att skyddet ska stå i proportion till värdet och risken: tillräckligt där mycket står på spel, enkelt där det inte gör det. Generaldirektören ansvarar för informationssäkerheten. Varje chef ansvarar för den egna verksamheten. Informationssäkerhetschefen leder och samordnar arbetet, ställer krav, granskar och rapporterar direkt till generaldirektören.

Ledningen satte två mål för året: att minst 80 procent av medarbetarna skulle ha gått den årliga utbildningen och att minst 85 procent av informationsmängderna skulle vara klassade. Båda är nådda.

Under året genomfördes {figure:management-and-development.actions-done} åtgärder. Effekten av varje åtgärd kontrolleras av någon annan än den som har utfört den. Vid årets slut hade {figure:management-and-development.actions-overdue} åtgärder passerat sin slutdag. Tre av dem väntar på utrustning eller utvecklare. Den fjärde, reglerna för öppna AI-tjänster, beslutades i januari 2024.`,
  'management-system': `Ledningssystemet omfattar hela myndigheten på alla tre orterna. Det bygger på ISO/IEC 27001 och ISO/IEC 27002 och uppfyller de krav som följer av MSBFS 2020:6 och 2020:7 i den omfattning som framgår av siffrorna nedan.

### Regler

Vid årets slut gällde {figure:management-system.documents-in-force} styrdokument. En ny riktlinje för riskhantering trädde i kraft den 1 januari och en anvisning för kryptering den 24 april. Riktlinjen för informationsklassning skulle ha setts över i november 2022. Översynen sker samlat med den nya modellen. Även anvisningen för arbete på distans har passerat sin dag för översyn.

### Informationsklassning

Klassningen görs i fyra steg: värdering, avvikelseanalys, riskanalys och åtgärdsanalys. Informationsägaren ansvarar, med stöd av Säkerhetsenheten och It-säkerhet. {figure:management-system.information-classified-share} av informationsmängderna är klassade. {figure:management-system.classifications-reviewed-share} av klassningarna är omprövade i tid. Tre informationsmängder återstår: e-post och mötesanteckningar, Användarstöds ärenden och kundenkäterna.

### Krav

Myndigheten bedömer sin efterlevnad krav för krav varje år i november. {figure:management-system.requirements-assessed-share} av de bindande kraven är bedömda, och {figure:management-system.requirements-fulfilled-share} av dem som är bedömda är uppfyllda. Det tydligaste lyftet under 2023 gäller behörigheter, kryptering och övning.`,
  cooperation: `Hoten ser likadana ut för många myndigheter. Därför lär vi av andra och delar med oss.

Myndigheten är medlem i eSam. Under året gav samarbetet frågor och underlag om öppna AI-tjänster, som blev grunden för vår anvisning. I säkerhetsforumet med Försäkringskassan fick vi i maj en varning om överbelastningsangrepp ett dygn innan de kom. Med Statens servicecenter har vi enats om hur handlingar som lämnas in av misstag ska hanteras vid servicekontoren.

I beredskapssektorn Ekonomisk säkerhet planerar och övar vi tillsammans. Inom myndigheten gör Säkerhetsgruppen numera konsekvensbedömning och riskanalys vid samma tillfälle, och informationsägarnas nätverk har pekat ut vad som behöver bli enklare i klassningsmodellen.`,
  'security-risks': `Riskhanteringen följer tre linjer. Verksamheten äger riskerna och beslutar om dem. Riskfunktionen stödjer, övervakar och följer upp. Internrevisionen granskar. Är riskvärdet 8 eller högre beslutar avdelningschefen, och väsentliga risker rapporteras till generaldirektören. Säkerhetschefen följer alla säkerhetsrisker och rapporterar dem till generaldirektören.

Vid årets slut fanns {figure:security-risks.open} öppna risker. {figure:security-risks.open-by-level.high} av dem låg på nivån hög. Ingen låg på den högsta nivån. {figure:security-risks.analyses-made} riskanalyser gjordes under året, bland annat vid upphandlingar, informationsklassningar och konsekvensbedömningar.

Tre förändringar är viktiga:

- Risken för **stopp i utbetalningarna** har sänkts till medel, sedan utbetalningarna har prövats från Örebro.
- Risken för **överbelastning av e-tjänsten** skärptes i februari. Nu bedöms följderna som mindre, eftersom skyddet hos operatören fungerar, men angreppen väntas fortsätta.
- **Bytet av utbetalningssystem** är en ny risk. Leverantörens ekonomi har försvagats och avtalet är förlängt bara ett år.

Ledningsgruppen gick igenom läget, de allvarliga riskerna och hindren den 7 december.`,
  awareness: `Alla medarbetare ska varje år gå utbildningen Säker i vardagen. Den tar fyrtio minuter och handlar om vad information är värd, hur den hanteras utifrån sin klass, vad som är det egna ansvaret och hur man rapporterar det som går fel.

Den 31 december 2023 hade {figure:awareness.completion-share} av medarbetarna genomgått utbildningen under de senaste tolv månaderna. I beräkningen ingår alla som var anställda den dagen, utom de som är frånvarande en längre tid. Målet var 80 procent. Lägst är andelen vid Prognos och Systemutveckling, där cheferna har fått egna planer för våren.

Handläggare av ärenden för personer med skyddade personuppgifter, informationsägare, systemägare och chefer går dessutom fördjupade kurser med fasta mellanrum. Nya chefer får säkerhetsansvaret förklarat i sin introduktion.

Utbildningen prövas i verkligheten. Vid vårens prov med ett falskt meddelande klickade 11 procent på länken, mot 21 procent ett år tidigare.`,
  incidents: `Den som ser något ska rapportera det samma dag. Ingen lastas för att ha rapporterat, och det räcker att ana att något är fel.

Under 2023 rapporterades {figure:incidents.reported} händelser, varav {figure:incidents.near-misses} tillbud. En rapport kom in mellan jul och nyår och väntade på granskning vid årsskiftet. Alla andra är granskade, och i varje fall är det beslutat vad som ska göras, också när svaret är ingenting. De flesta rapporter granskades samma dag.

Den allvarligaste händelsen var överbelastningsangreppet den 6 februari, då e-tjänsten inte gick att nå under sju timmar. Händelsen rapporterades till MSB samma dag. Tre personuppgiftsincidenter anmäldes till Integritetsskyddsmyndigheten: en bilaga i fel kuvert, ett utkast till beslut som skrevs in i en öppen AI-tjänst och en misstänkt inloggning hos leverantören av lönesystemet.

Grundorsakerna återkommer: något gjordes för hand som kunde ha gjorts av systemet, en regel saknades eller en leverantörs skydd var sämre än vi trodde. Varje grundorsak har lett till en åtgärd eller en ny bedömning av en risk.`,
  preparedness: `Trygghetsverket är en beredskapsmyndighet i sektorn Ekonomisk säkerhet. Ersättningarna ska kunna betalas ut också i kris och under höjd beredskap.

Under 2023 hölls {figure:preparedness.exercises-held} övningar, och {figure:preparedness.plans-tested-share} av kontinuitetsplanerna är prövade under året. I februari återställdes alla centrala system från den frånkopplade säkerhetskopian på tjugoen timmar. I maj tog det nio timmar att göra en utbetalning från Örebro, vilket var för länge. Efter förstärkning tog ett helt dygns utbetalningar fem timmar i november.

I oktober övade sektorn tillsammans. Lägesbilden delades inom två timmar, men budskapen till allmänheten var inte samordnade från början. Det tas upp i sektorns plan för 2024.`,
  'future-needs': `Omvärlden har blivit osäkrare och tekniken snabbare. Tre behov är störst de närmaste åren.

**En ny klassningsmodell.** Generaldirektören beslutade den 9 november att modellen för informationsklassning ska uppdateras under 2024. Ansvaret ska bli tydligare, arbetet enklare för informationsägare och riskägare, och de risker som en klassning visar ska nå den som får besluta. Den nya riktlinjen ska gälla från den 1 juli 2024.

**Bättre grepp om leverantörerna.** Utbetalningssystemet ska upphandlas på nytt med säkerhetskrav som utgår från klassning och riskanalys. Leverantörer av viktiga system ska följas upp varje år.

**Mått som visar resultat.** I dag mäts utbildningen väl men annat sämre. Under 2024 får ledningssystemet fler mått, som följs varje kvartal.

Myndigheten förbereder sig också för de krav som väntas följa av EU:s NIS 2-direktiv.`,
  evaluation: `Myndigheten utvärderar sitt arbete vartannat år med en egen kontroll som är byggd på kraven i MSBFS 2020:6. Kontrollen har 36 frågor i åtta områden och fyra nivåer. En nivå är nådd först när alla dess frågor, och alla på nivåerna under, kan besvaras med ja.

Hösten 2023 nådde myndigheten {figure:evaluation.level}. Hösten 2021 nådde den ingen nivå. {figure:evaluation.areas-improved} av 8 områden har förbättrats. Ledning och ansvar är oförändrat. Förbättringen är störst inom **risker** samt **kunskap och utbildning**, som var de två områden ledningen satte först 2021. Svagast är **leverantörer**.

Det som skiljer myndigheten från nivå 2 är en enda fråga: kraven vid inköp utgår ännu inte alltid från klassning och riskanalys.

Tre åtgärder har föreslagits efter utvärderingen. Den första, en samlad handlingsplan, är beslutad av ledningen och ska lämnas för beslut senast den 1 mars 2024. Därefter ingår den i det ordinarie arbetet.`,
}

/** The same in English. */
export const english2023: Readonly<Record<ReportSectionKey, string>> = {
  summary: `Information security at Trygghetsverket improved in 2023, though not everywhere at the same pace.

**What moved forward.** {figure:awareness.completion-share} of the employees have taken the yearly course, and {figure:management-system.information-classified-share} of the information assets are classified. A full day's payments can now be made from Örebro should Sundsvall be put out of action. All continuity plans were tested during the year.

**What remains.** We know too little about how suppliers live up to our requirements. Classifications reveal shortcomings that do not always reach the person who is to decide on them; the authority will therefore have a new classification model in 2024. Four actions are late.

In the autumn the authority evaluated its own work. The result is level 1 of four, against no level in 2021.`,
  introduction: `Trygghetsverket decides on security benefit and pays it to some 640,000 households. The cases hold details of health, finances and family. Those who give us such details must be able to trust that they stay with us, that the decision is right and that the money arrives on the promised day.

The government has instructed the authority to account for how information security has been managed and developed, how future needs are to be met, whether the work has been evaluated and what the evaluation has led to. The account describes the position on 31 December 2023. The figures are counted in the authority's own registers and compared with the position a year earlier.`,
  'management-and-development': `The aim is protection in proportion to value and risk: enough where much is at stake, simple where it is not. The director-general is responsible for information security. Every manager is responsible for his or her own part. The chief information security officer leads and coordinates the work, sets requirements, reviews, and reports directly to the director-general.

The management set two goals for the year: that at least 80 per cent of the employees should have taken the yearly course and that at least 85 per cent of the information assets should be classified. Both were reached.

During the year {figure:management-and-development.actions-done} actions were completed. The effect of each is checked by someone other than the person who carried it out. At the end of the year {figure:management-and-development.actions-overdue} actions had passed their due date. Three of them await equipment or developers. The fourth, the rules on open AI services, was decided in January 2024.`,
  'management-system': `The management system covers the whole authority at all three sites. It builds on ISO/IEC 27001 and ISO/IEC 27002, and meets the requirements of MSBFS 2020:6 and 2020:7 to the extent shown by the figures below.

### Rules

At the end of the year {figure:management-system.documents-in-force} governing documents were in force. A new guideline on risk management took effect on 1 January and an instruction on encryption on 24 April. The guideline on information classification was due for review in November 2022. It is being reviewed together with the new model. The instruction on remote work has also passed its day of review.

### Information classification

Classification is made in four steps: valuation, gap analysis, risk analysis and action analysis. The information owner is responsible, with support from the Security Unit and IT Security. {figure:management-system.information-classified-share} of the information assets are classified. {figure:management-system.classifications-reviewed-share} of the classifications have been reviewed in time. Three assets remain: e-mail and meeting notes, the cases of User Support, and customer surveys.

### Requirements

The authority assesses its compliance, requirement by requirement, every November. {figure:management-system.requirements-assessed-share} of the binding requirements have been assessed, and {figure:management-system.requirements-fulfilled-share} of those assessed are fulfilled. The clearest advances in 2023 concern access rights, encryption and exercises.`,
  cooperation: `Many authorities face the same threats. We therefore learn from others and share what we know.

The authority is a member of eSam. During the year the cooperation gave us questions and material on open AI services, which became the basis of our instruction. In the security forum with Försäkringskassan we were warned in May of denial-of-service attacks a day before they came. With Statens servicecenter we have agreed on how documents handed in by mistake are to be dealt with at the service offices.

Within the preparedness sector Economic Security we plan and exercise together. Inside the authority, impact assessment and risk analysis are now made on the same occasion, and the network of information owners has pointed out what needs to become simpler in the classification model.`,
  'security-risks': `Risk management follows three lines. Operations own the risks and decide on them. The risk function supports, monitors and follows up. Internal audit reviews. At a risk value of 8 or more the head of department decides, and material risks are reported to the director-general. The head of security follows all security risks and reports them to the director-general.

At the end of the year there were {figure:security-risks.open} open risks. {figure:security-risks.open-by-level.high} of them were at the level high. None was at the highest level. {figure:security-risks.analyses-made} risk analyses were made during the year, among them at procurements, information classifications and impact assessments.

Three changes matter:

- The risk of **payments coming to a halt** has been lowered to medium, since payments have been tested from Örebro.
- The risk of **overload of the e-service** grew in February. Its effects are now judged smaller, since the protection at the operator works, but the attacks are expected to go on.
- The **replacement of the payment system** is a new risk. The supplier's finances have weakened and the agreement has been extended by one year only.

The management group went through the position, the serious risks and the obstacles on 7 December.`,
  awareness: `Every year all employees are to take the course *Säker i vardagen* (Secure every day). It takes forty minutes and deals with what information is worth, how it is handled according to its class, what one's own responsibility is, and how to report what goes wrong.

On 31 December 2023 {figure:awareness.completion-share} of the employees had completed the course within the past twelve months. Counted are all who were employed on that day, except those on long absence. The goal was 80 per cent. The share is lowest at Forecasting and Systems Development, where the managers have plans of their own for the spring.

Those who handle cases of persons with protected identities, information owners, system owners and managers also take advanced courses at fixed intervals. New managers have their responsibility for security explained when they begin.

The training is tried in practice. In the spring test with a false message 11 per cent clicked on the link, against 21 per cent a year earlier.`,
  incidents: `Anyone who sees something is to report it the same day. Nobody is blamed for having reported, and a suspicion is enough.

In 2023 {figure:incidents.reported} events were reported, of which {figure:incidents.near-misses} were near misses. One report came in between Christmas and New Year and awaited review at the turn of the year. All others have been reviewed, and in each case it has been decided what is to be done, also when the answer is nothing. Most reports were reviewed the same day.

The most serious event was the denial-of-service attack of 6 February, when the e-service could not be reached for seven hours. It was reported to MSB the same day. Three personal data breaches were notified to the Authority for Privacy Protection: an enclosure in the wrong envelope, a draft decision entered into an open AI service, and a suspected login at the supplier of the payroll system.

The root causes recur: something was done by hand that the system could have done, a rule was missing, or a supplier's protection was weaker than we thought. Each root cause has led to an action or a new valuation of a risk.`,
  preparedness: `Trygghetsverket is a preparedness authority in the sector Economic Security. It must be possible to pay the benefits also in a crisis and under heightened alert.

In 2023 {figure:preparedness.exercises-held} exercises were held, and {figure:preparedness.plans-tested-share} of the continuity plans were tested during the year. In February all central systems were restored from the offline backup in twenty-one hours. In May it took nine hours to make a payment from Örebro, which was too long. After reinforcement a full day's payments took five hours in November.

In October the sector exercised together. The situation picture was shared within two hours, but the messages to the public were not coordinated from the start. This is taken up in the sector's plan for 2024.`,
  'future-needs': `The world has become less secure and technology faster. Three needs are greatest in the coming years.

**A new classification model.** On 9 November the director-general decided that the model for information classification is to be updated in 2024. Responsibility is to be clearer, the work simpler for information owners and risk owners, and the risks that a classification reveals are to reach the person who may decide. The new guideline is to apply from 1 July 2024.

**A firmer grip on suppliers.** The payment system is to be procured anew with security requirements drawn from classification and risk analysis. Suppliers of important systems are to be followed up every year.

**Measures that show results.** Today training is measured well but other things less so. In 2024 the management system will have more measures, followed every quarter.

The authority is also preparing for the requirements expected to follow from the EU's NIS 2 Directive.`,
  evaluation: `Every other year the authority evaluates its work by a check of its own, built on the requirements of MSBFS 2020:6. The check has 36 questions in eight areas and four levels. A level is reached only when all its questions, and all on the levels below, can be answered yes.

In the autumn of 2023 the authority reached {figure:evaluation.level}. In the autumn of 2021 it reached no level. {figure:evaluation.areas-improved} of 8 areas have improved, most of all **risks** and **knowledge and training**, the two areas the management put first in 2021. Management and responsibility is unchanged. The weakest is **suppliers**.

What separates the authority from level 2 is a single question: requirements in procurement are not yet always drawn from classification and risk analysis.

Three actions have been proposed after the evaluation. The first, a plan of action, has been decided on by the management and is to be submitted by 1 March 2024. It then becomes part of ordinary work.`,
}
