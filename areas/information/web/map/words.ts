import type { Text } from '#kernel/language/text.ts'
import type { Layer } from './layout.ts'

export const layerNames: Readonly<Record<Layer, Text>> = {
  activity: { sv: 'Processer', en: 'Processes' },
  informationAsset: { sv: 'Information', en: 'Information' },
  system: { sv: 'System', en: 'Systems' },
  supplier: { sv: 'Leverantörer', en: 'Suppliers' },
}

export const layerOne: Readonly<Record<Layer, Text>> = {
  activity: { sv: 'Process', en: 'Process' },
  informationAsset: { sv: 'Informationsmängd', en: 'Information asset' },
  system: { sv: 'System', en: 'System' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
}

/** What stands to the left of a record on the map: what leans on it. */
export const leansOn: Readonly<Record<Layer, Text>> = {
  activity: { sv: '', en: '' },
  informationAsset: { sv: 'Behövs i', en: 'Needed in' },
  system: { sv: 'Bär', en: 'Carries' },
  supplier: { sv: 'Levererar', en: 'Delivers' },
}

/** What stands to the right of a record on the map: what it leans on. */
export const leansTo: Readonly<Record<Layer, Text>> = {
  activity: { sv: 'Behöver', en: 'Needs' },
  informationAsset: { sv: 'Finns i', en: 'Held in' },
  system: { sv: 'Vilar på', en: 'Rests on' },
  supplier: { sv: '', en: '' },
}

export const words = {
  title: { sv: 'Vad bär vad', en: 'What carries what' },
  lead: {
    sv: 'Information som en process behöver finns i system, och systemen vilar på andra system och på leverantörer. Skyddsbehovet följer med hela vägen: den som bär får det högsta behovet av det den bär.',
    en: 'Information that a process needs is held in systems, and the systems rest on other systems and on suppliers. The need of protection follows all the way: what carries gets the highest need of what it carries.',
  },
  focusOn: { sv: 'Visa det som hör ihop med', en: 'Show what belongs with' },
  focusHelp: {
    sv: 'Sök en process, en informationsmängd, ett system eller en leverantör.',
    en: 'Search for a process, an information asset, a system or a supplier.',
  },
  all: { sv: 'Visa det mest skyddsvärda', en: 'Show what needs most protection' },
  asMap: { sv: 'Karta', en: 'Map' },
  asList: { sv: 'Lista', en: 'List' },
  view: { sv: 'Visa som', en: 'Show as' },
  zoomIn: { sv: 'Förstora', en: 'Zoom in' },
  zoomOut: { sv: 'Förminska', en: 'Zoom out' },
  fit: { sv: 'Visa hela', en: 'Show all' },
  map: {
    sv: 'Karta. Gå mellan rutorna med piltangenterna, öppna en med Retur. Flytta kartan med Skift och pil, förstora med plus och förminska med minus.',
    en: 'Map. Go between the boxes with the arrow keys, open one with Enter. Move the map with Shift and an arrow, zoom in with plus and out with minus.',
  },
  keys: {
    sv: 'Dra för att flytta, Ctrl och rullhjul för att zooma. Med tangentbord: piltangenter, Retur, plus och minus.',
    en: 'Drag to move, Ctrl and wheel to zoom. By keyboard: arrow keys, Enter, plus and minus.',
  },
  aspect: { sv: 'Aspekt', en: 'Aspect' },
  inherited: { sv: 'Ärvt', en: 'Inherited' },
  set: { sv: 'Satt för hand', en: 'Set by hand' },
  holds: { sv: 'Gäller', en: 'Holds' },
  because: { sv: 'Skäl', en: 'Reason' },
  open: { sv: 'Öppna posten', en: 'Open the record' },
  center: { sv: 'Utgå från den här', en: 'Start from this' },
  close: { sv: 'Stäng', en: 'Close' },
  none: { sv: 'Här finns inget att visa', en: 'There is nothing to show here' },
  noneText: {
    sv: 'Kartan ritas av kopplingarna i registren: vilka system information finns i, vad systemen är beroende av och vem som levererar dem.',
    en: 'The map is drawn from the links in the registers: which systems hold information, what the systems depend on and who delivers them.',
  },
  addSystems: { sv: 'Öppna registret över information', en: 'Open the register of information' },
  more: {
    sv: 'Allt får inte plats. Sök den post du vill utgå från för att se hela dess kedja.',
    en: 'Not everything has room. Search for the record you want to start from to see its whole chain.',
  },
  name: { sv: 'Namn', en: 'Name' },
  level: { sv: 'Skyddsnivå', en: 'Protection level' },
  neighbours: { sv: 'Det som kartan visar', en: 'What the map shows' },
  byHand: { sv: 'satt för hand', en: 'set by hand' },
  leansOnList: { sv: 'Bär', en: 'Carries' },
  leansToList: { sv: 'Bärs av', en: 'Is carried by' },
} satisfies Record<string, Text>
