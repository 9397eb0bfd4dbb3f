import type { Text } from '#kernel/language/text.ts'
import type { ActionGrouping, ActionView } from '../../standing.answers.ts'

export const words = {
  title: { sv: 'Åtgärdsläget', en: 'Action standing' },
  lead: {
    sv: 'Allt ni har bestämt er för att göra, var det står och vad det kostar.',
    en: 'All you have set out to do, where it stands and what it costs.',
  },
  add: { sv: 'Lägg till åtgärd', en: 'Add action' },
  views: { sv: 'Visa som', en: 'Show as' },
  lateOnly: { sv: 'Bara försenade', en: 'Late only' },
  ended: { sv: 'Visa även avslutade', en: 'Show ended ones too' },
  nothing: { sv: 'Inga åtgärder här', en: 'No actions here' },
  nothingText: {
    sv: 'Ingen åtgärd svarar mot det du har valt. Ta bort ett filter, eller visa även avslutade.',
    en: 'No action answers what you have chosen. Remove a filter, or show ended ones too.',
  },
  clear: { sv: 'Rensa alla filter', en: 'Clear all filters' },
  move: { sv: 'Flytta {title}', en: 'Move {title}' },
  moveHere: { sv: 'Släpp här: {move}', en: 'Drop here: {move}' },
  late: { sv: 'Försenad {days}', en: 'Late by {days}' },
  due: { sv: 'Klar senast {day}', en: 'Due {day}' },
  noDue: { sv: 'Utan slutdatum', en: 'No due day' },
  check: { sv: 'Effekten kontrolleras senast {day}', en: 'Effect to be checked by {day}' },
  checkLate: { sv: 'Effekten skulle ha kontrollerats {day}', en: 'The effect should have been checked {day}' },
  noOwner: { sv: 'Ingen ansvarig', en: 'Nobody responsible' },
  waits: { sv: 'Väntar på {list}', en: 'Waits for {list}' },
  more: { sv: 'Visa alla {n} i listan', en: 'Show all {n} in the list' },
  moreGroups: { sv: '{n} grupper till visas inte här. Välj ett filter.', en: '{n} more groups are not shown here. Choose a filter.' },
  moreBars: {
    sv: 'Bara de {n} åtgärder som börjar först visas. Välj ett filter för att se fler.',
    en: 'Only the {n} actions that begin first are shown. Choose a filter to see more.',
  },
  undated: { sv: 'Åtgärder utan datum finns i tavlan och listan.', en: 'Actions without dates are on the board and in the list.' },
  asTable: { sv: 'Visa som tabell', en: 'Show as a table' },
  asPicture: { sv: 'Visa som bild', en: 'Show as a picture' },
  today: { sv: 'I dag', en: 'Today' },
  per: { sv: 'Gruppera efter', en: 'Group by' },
  priority: { sv: 'Prioritet: {level}', en: 'Priority: {level}' },
  cost: { sv: 'Beräknad kostnad {planned}, hittills {actual}.', en: 'Estimated cost {planned}, so far {actual}.' },
} satisfies Record<string, Text>

export const viewNames: Readonly<Record<ActionView, Text>> = {
  board: { sv: 'Tavla', en: 'Board' },
  list: { sv: 'Lista', en: 'List' },
  gantt: { sv: 'Tidslinje', en: 'Timeline' },
}

export const groupingNames: Readonly<Record<ActionGrouping, Text>> = {
  unit: { sv: 'Enhet', en: 'Unit' },
  owner: { sv: 'Ansvarig', en: 'Responsible' },
  plan: { sv: 'Handlingsplan', en: 'Action plan' },
  source: { sv: 'Uppkom ur', en: 'Arose from' },
}

export const withoutGroup: Readonly<Record<ActionGrouping, Text>> = {
  unit: { sv: 'Utan enhet', en: 'Without a unit' },
  owner: { sv: 'Utan ansvarig', en: 'Nobody responsible' },
  plan: { sv: 'Ingår inte i någon handlingsplan', en: 'Not part of an action plan' },
  source: { sv: 'Utan ursprung', en: 'Without an origin' },
}
