import { riskSentence } from '#areas/risk/risk.sentence.ts'
import { roles } from '#kernel/access/roles.ts'
import { type Cell, type SheetColumn, writeXlsx } from '#kernel/exchange/spreadsheet.ts'
import type { Text } from '#kernel/language/text.ts'
import type { RiskTold } from './standing.ts'
import { openActions, sumOf } from './tables.ts'
import { openIn, type RiskTelling, responseInWords, stateInWords } from './telling.ts'

interface Column {
  readonly heading: Text
  readonly kind: SheetColumn['kind']
  readonly width?: number
  readonly cell: (risk: RiskTold, telling: RiskTelling) => Cell
}

const actionsOf = ({ standing }: RiskTelling, risk: RiskTold) => standing.actions.filter(({ risks }) => risks.includes(risk.id))

const columns: readonly Column[] = [
  { heading: { sv: 'Beteckning', en: 'Reference' }, kind: 'text', width: 14, cell: (risk) => risk.reference },
  { heading: { sv: 'Risk', en: 'Risk' }, kind: 'text', width: 44, cell: (risk) => risk.title },
  {
    heading: { sv: 'Vad kan hända?', en: 'What may happen?' },
    kind: 'text',
    width: 60,
    cell: (risk, { language }) => riskSentence(risk, language),
  },
  { heading: { sv: 'Enhet', en: 'Unit' }, kind: 'text', cell: (risk) => risk.unit?.label },
  { heading: { sv: 'Riskägare', en: 'Risk owner' }, kind: 'text', cell: (risk) => risk.owner },
  { heading: { sv: 'Läge', en: 'State' }, kind: 'text', width: 18, cell: (risk, telling) => stateInWords(telling, risk.state) },
  { heading: { sv: 'Riskvärde', en: 'Risk value' }, kind: 'number', cell: (risk) => risk.value },
  { heading: { sv: 'Risknivå', en: 'Risk level' }, kind: 'text', width: 16, cell: (risk, { levelName }) => levelName(risk.level) },
  { heading: { sv: 'Värde utan åtgärder', en: 'Value without measures' }, kind: 'number', cell: (risk) => risk.inherentValue },
  { heading: { sv: 'Värde vid mål', en: 'Value at target' }, kind: 'number', cell: (risk) => risk.targetValue },
  {
    heading: { sv: 'Nivå vid mål', en: 'Level at target' },
    kind: 'text',
    width: 16,
    cell: (risk, { levelName }) => (risk.targetLevel === null ? null : levelName(risk.targetLevel)),
  },
  { heading: { sv: 'Bedömd som väsentlig', en: 'Judged material' }, kind: 'truth', cell: (risk) => risk.material },
  {
    heading: { sv: 'Behandling', en: 'Treatment' },
    kind: 'text',
    width: 14,
    cell: (risk, telling) => responseInWords(telling, risk.response),
  },
  { heading: { sv: 'Beslutar', en: 'Decides' }, kind: 'text', cell: (risk) => risk.decider },
  {
    heading: { sv: 'Beslutsnivå', en: 'Level of decision' },
    kind: 'text',
    cell: (risk, { label }) => (risk.mandate ? label(roles[risk.mandate].label) : null),
  },
  { heading: { sv: 'Beslut senast', en: 'Decide by' }, kind: 'day', cell: (risk) => (risk.state === 'analysed' ? risk.decideBy : null) },
  { heading: { sv: 'Beslutad', en: 'Decided on' }, kind: 'day', cell: (risk) => risk.decidedOn },
  {
    heading: { sv: 'Accepteras till och med', en: 'Accepted until' },
    kind: 'day',
    cell: (risk) => (risk.state === 'accepted' ? risk.acceptedUntil : null),
  },
  { heading: { sv: 'Villkor', en: 'Conditions' }, kind: 'text', cell: (risk) => risk.conditions },
  { heading: { sv: 'Omprövas senast', en: 'Review by' }, kind: 'day', cell: (risk) => risk.reviewBy },
  {
    heading: { sv: 'Åtgärder kvar', en: 'Actions left' },
    kind: 'number',
    cell: (risk, telling) => openActions(actionsOf(telling, risk)).length,
  },
  {
    heading: { sv: 'Beräknad kostnad (kr)', en: 'Estimated cost (SEK)' },
    kind: 'number',
    cell: (risk, telling) => sumOf(actionsOf(telling, risk), 'costEstimated'),
  },
  {
    heading: { sv: 'Faktisk kostnad (kr)', en: 'Actual cost (SEK)' },
    kind: 'number',
    cell: (risk, telling) => sumOf(actionsOf(telling, risk), 'costActual'),
  },
  {
    heading: { sv: 'Obesvarade ifrågasättanden', en: 'Unanswered challenges' },
    kind: 'number',
    cell: (risk, { standing }) => standing.challenges.filter((one) => one.risk === risk.id && one.state === 'raised').length,
  },
  {
    heading: { sv: 'Öppna iakttagelser', en: 'Open findings' },
    kind: 'number',
    cell: (risk, { standing }) => standing.findings.filter((one) => one.risks.includes(risk.id) && one.state !== 'closed').length,
  },
  { heading: { sv: 'Sekretessmarkering', en: 'Secrecy marking' }, kind: 'text', cell: (risk) => risk.marking },
]

/** The open risks as a sheet, a row for each. */
export async function riskSheet(telling: RiskTelling): Promise<Uint8Array> {
  const { label, language, say } = telling
  const stream = writeXlsx(
    columns.map(({ heading, kind, width }) => ({ header: label(heading), kind, ...(width ? { width } : {}) })),
    openIn(telling).map((risk) => columns.map(({ cell }) => cell(risk, telling))),
    { language, sheet: say('Risker', 'Risks') },
  )
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part as Uint8Array)
  return new Uint8Array(Buffer.concat(parts))
}
