import type { Text } from '#kernel/language/text.ts'
import type { Outcome } from '../../follow-up.rules.ts'

export const words = {
  actions: { sv: 'Åtgärder i planen', en: 'Actions of the plan' },
  progress: { sv: '{done} av {all} åtgärder är genomförda', en: '{done} of {all} actions are done' },
  late: { sv: '{n} är försenade', en: '{n} are late' },
  lateOne: { sv: 'En är försenad', en: 'One is late' },
  cost: { sv: 'Beräknad kostnad {planned}, hittills {actual}.', en: 'Estimated cost {planned}, so far {actual}.' },
  incompleteOne: {
    sv: 'En åtgärd saknar ansvarig eller slutdatum. Planen kan beslutas när det är ifyllt.',
    en: 'One action lacks a person responsible or a due day. The plan can be decided when that is filled in.',
  },
  incomplete: {
    sv: '{n} åtgärder saknar ansvarig eller slutdatum. Planen kan beslutas när det är ifyllt.',
    en: '{n} actions lack a person responsible or a due day. The plan can be decided when that is filled in.',
  },
  empty: { sv: 'Inga åtgärder finns i planen än.', en: 'There are no actions in the plan yet.' },
  add: { sv: 'Lägg till åtgärd i planen', en: 'Add action to the plan' },
  take: { sv: 'Ta in befintliga åtgärder', en: 'Take in existing actions' },
  board: { sv: 'Visa planen som tavla eller tidslinje', en: 'Show the plan as a board or a timeline' },
  risks: { sv: 'Risker som planen minskar', en: 'Risks that the plan reduces' },
  lacksOwner: { sv: 'Saknar ansvarig', en: 'Nobody responsible' },
  lacksDue: { sv: 'Saknar slutdatum', en: 'No due day' },
  decidedDue: { sv: 'Beslutat slutdatum', en: 'Due day decided' },
  costs: { sv: 'Kostnad', en: 'Cost' },
  planned: { sv: 'beräknat {sum}', en: 'estimated {sum}' },
  outcome: { sv: 'Utfall', en: 'Outcome' },
  addedLater: { sv: 'Tillkom efter beslutet', en: 'Added after the decision' },
  notChecked: { sv: 'Inte kontrollerad', en: 'Not checked' },
  decidedOn: { sv: 'Planen beslutades den {day}.', en: 'The plan was decided on {day}.' },
  rest: { sv: 'Visa alla {n} i listan', en: 'Show all {n} in the list' },
  search: { sv: 'Sök bland åtgärder utan plan', en: 'Search actions without a plan' },
  choose: {
    sv: 'Välj de öppna åtgärder som ska ingå i planen. Här visas de som inte hör till någon plan.',
    en: 'Choose the open actions that are to be part of the plan. Those shown belong to no plan.',
  },
  noneToTake: {
    sv: 'Inga öppna åtgärder utan plan svarar mot det du har skrivit.',
    en: 'No open actions without a plan answer what you wrote.',
  },
  takeChosen: { sv: 'Ta in {n} i planen', en: 'Take {n} into the plan' },
  taken: { sv: '{n} åtgärder togs in i planen', en: '{n} actions were taken into the plan' },
  refused: { sv: 'De här kunde inte tas in:', en: 'These could not be taken in:' },
} satisfies Record<string, Text>

export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  inTime: { sv: 'Genomförd i tid', en: 'Done in time' },
  doneLate: { sv: 'Genomförd för sent', en: 'Done too late' },
  late: { sv: 'Försenad, skulle vara klar', en: 'Late, was due' },
  postponed: { sv: 'Framflyttad till', en: 'Moved to' },
  underway: { sv: 'Pågår', en: 'Under way' },
  dropped: { sv: 'Avbruten', en: 'Dropped' },
}

/** How many had each outcome, as part of a sentence. */
export const outcomeCounts: Readonly<Record<Outcome, readonly [Text, Text]>> = {
  inTime: [
    { sv: 'en genomfördes i tid', en: 'one was done in time' },
    { sv: '{n} genomfördes i tid', en: '{n} were done in time' },
  ],
  doneLate: [
    { sv: 'en genomfördes för sent', en: 'one was done too late' },
    { sv: '{n} genomfördes för sent', en: '{n} were done too late' },
  ],
  late: [
    { sv: 'en är försenad', en: 'one is late' },
    { sv: '{n} är försenade', en: '{n} are late' },
  ],
  postponed: [
    { sv: 'en är framflyttad', en: 'one has been moved' },
    { sv: '{n} är framflyttade', en: '{n} have been moved' },
  ],
  underway: [
    { sv: 'en pågår i tid', en: 'one is under way in time' },
    { sv: '{n} pågår i tid', en: '{n} are under way in time' },
  ],
  dropped: [
    { sv: 'en har avbrutits', en: 'one was dropped' },
    { sv: '{n} har avbrutits', en: '{n} were dropped' },
  ],
}

/** Whether the actions helped, as part of a sentence: no, partly, yes. */
export const effectCounts: readonly (readonly [Text, Text])[] = [
  [
    { sv: 'en hjälpte inte', en: 'one did not help' },
    { sv: '{n} hjälpte inte', en: '{n} did not help' },
  ],
  [
    { sv: 'en hjälpte delvis', en: 'one helped in part' },
    { sv: '{n} hjälpte delvis', en: '{n} helped in part' },
  ],
  [
    { sv: 'en hjälpte', en: 'one helped' },
    { sv: '{n} hjälpte', en: '{n} helped' },
  ],
]
