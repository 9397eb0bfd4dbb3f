import { sql } from 'kysely'
import { v7 } from 'uuid'
import { scopesFor } from '#kernel/access/access.ts'
import { fromCell } from '#kernel/exchange/cells.ts'
import { type Columns, guessColumns, placesOf } from '#kernel/exchange/columns.ts'
import {
  carryOutRows,
  changesShown,
  errorsShown,
  type ImportOutcome,
  identitiesOf,
  type RowChange,
  type RowFault,
} from '#kernel/exchange/import.ts'
import type { Importer } from '#kernel/exchange/importer.ts'
import type { Sheet } from '#kernel/exchange/sheet.ts'
import { isDay } from '#kernel/fields/schema.ts'
import type { Command, Gate } from '#kernel/gate/command.ts'
import { load } from '#kernel/gate/load.ts'
import { faultsIn } from '#kernel/gate/validate.ts'
import type { Text } from '#kernel/language/text.ts'
import { forbidden, problem } from '#kernel/problems/problem.ts'
import { asSystem } from '#kernel/store/context.ts'
import { type Aspect, aspectNames, aspects } from '../../scales/needs.ts'
import type { ModelContent } from '../classification-model.content.ts'
import { broughtTargets, isOwnExport, type LevelReading, levelIn, levelsInWords, reviewDay } from './import-classifications.rules.ts'

/** A row of the list, read but not yet judged: texts are the cells of the file. */
interface Line {
  readonly row: number
  readonly cell: (target: string) => string
}

/** What an existing set of information looks like to an import. */
interface Standing {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly owner: string | null
  readonly unit: string
  readonly systems: readonly string[]
  readonly classification: string | null
  readonly classifiedOn: string | null
  readonly values: Readonly<Record<Aspect, number | null>>
}

/** A row that is to become a classification. */
interface Brought {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly asset: { readonly id: string; readonly before: Standing | null; readonly values: Record<string, unknown> }
  readonly values: Record<string, unknown>
  readonly levels: Readonly<Record<Aspect, number | null>>
  readonly classifiedOn: string
}

const text = (sv: string, en: string): Text => ({ sv, en })
const asked: readonly Aspect[] = ['confidentiality', 'integrity', 'availability']

/** The one who brings in what others decided answers for all of it, so it takes the right to change every classification. */
function mayBring(gate: Gate): void {
  const scopes = scopesFor(gate.catalogue.register('classification').access, 'update')
  if (gate.tx.actor.roles.some((role) => role === 'system' || scopes[role] === 'all')) return
  throw forbidden({
    sv: 'Tidigare klassningar läses in av informationssäkerhetsfunktionen, som svarar för att de har beslutats.',
    en: 'Earlier classifications are brought in by the information security function, which answers for their having been decided.',
  })
}

/** The model that holds today; without one nobody could say what a level means. */
async function modelInForce(gate: Gate): Promise<{ id: string; content: ModelContent }> {
  const [model] = await gate.tx.rows<{ id: string; content: ModelContent }>(
    sql`select id, content from classification_model where state = 'inForce' and withdrawn_at is null order by valid_from desc nulls last limit 1`,
  )
  if (model) return model
  throw problem({
    status: 409,
    code: 'no-model',
    title: {
      sv: 'Det finns ingen klassningsmodell som gäller. Besluta om en modell först, så att nivåerna betyder något.',
      en: 'No classification model is in force. Decide on a model first, so that the levels mean something.',
    },
  })
}

function linesOf(sheet: Sheet, places: ReadonlyMap<string, number>): Line[] {
  return sheet.rows.map((cells, index) => ({
    row: sheet.rowNumbers[index] ?? index + 2,
    cell: (target) => cells[places.get(target) ?? -1]?.trim() ?? '',
  }))
}

/** Sets of information by identity, with the values of the classification in force. */
async function standings(gate: Gate, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (!ids.length) return new Map()
  const rows = await gate.tx.rows<Standing & Record<Aspect, number | null>>(
    sql`select a.id, a.version, a.name, a.owner, a.unit, a.systems, a.classification, a.classified_on::text as "classifiedOn",
        a.confidentiality, a.integrity, a.availability, a.traceability
      from information_asset a where a.id = any (${ids}::uuid[]) and a.withdrawn_at is null`,
  )
  return new Map(
    rows.map(({ confidentiality, integrity, availability, traceability, ...row }) => [
      row.id,
      { ...row, values: { confidentiality, integrity, availability, traceability } },
    ]),
  )
}

const distinct = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))]

interface Known {
  readonly assets: Map<string, string>
  readonly standing: Map<string, Standing>
  readonly units: Map<string, string>
  readonly persons: Map<string, string>
  readonly unitOf: Map<string, string>
  readonly systems: Map<string, string>
}

const systemsIn = (gate: Gate, line: Line): string[] => {
  const field = gate.catalogue.register('informationAsset').fields.systems
  const names = field ? fromCell(field, line.cell('systems')) : []
  return Array.isArray(names) ? names.map(String) : []
}

/** What the rows name, and is there already: a constant number of questions. */
async function lookUp(gate: Gate, lines: readonly Line[]): Promise<Known> {
  const find = (register: string, names: readonly string[]) => identitiesOf(gate, gate.catalogue.register(register), distinct(names))
  const assets = await find(
    'informationAsset',
    lines.map((line) => line.cell('asset')),
  )
  const persons = await find(
    'person',
    lines.map((line) => line.cell('owner')),
  )
  const units = await find(
    'unit',
    lines.map((line) => line.cell('unit')),
  )
  const systems = await find(
    'system',
    lines.flatMap((line) => systemsIn(gate, line)),
  )
  const places = await gate.tx.rows<{ id: string; unit: string | null }>(
    sql`select id, unit from person where id = any (${[...new Set(persons.values())]}::uuid[])`,
  )
  return {
    assets,
    persons,
    units,
    systems,
    standing: await standings(gate, [...new Set(assets.values())]),
    unitOf: new Map(places.flatMap(({ id, unit }) => (unit ? [[id, unit]] : []))),
  }
}

/** Judges one row. What is wrong is told; what is right becomes a classification, or null where it already stands. */
function judged(gate: Gate, line: Line, known: Known, model: { id: string; content: ModelContent }, faults: RowFault[]): Brought | null {
  const { row, cell } = line
  const before = faults.length
  const fault = (field: string, message: Text) => faults.push({ row, field, message })
  const found = (field: 'unit' | 'owner', from: Map<string, string>, absent: (given: string) => Text): string | null => {
    const given = cell(field)
    if (!given) return null
    const id = from.get(given.toLowerCase())
    if (!id) fault(field, absent(given))
    return id ?? null
  }

  const name = cell('asset')
  if (!name) fault('asset', text('Skriv vilken informationsmängd det är.', 'Write which information asset it is.'))
  const asset = known.standing.get(known.assets.get(name.toLowerCase()) ?? '') ?? null
  const owner =
    found('owner', known.persons, (given) =>
      text(
        `Hittar ingen person som heter eller har e-postadressen "${given}".`,
        `Cannot find a person whose name or e-mail address is "${given}".`,
      ),
    ) ?? (cell('owner') ? null : (asset?.owner ?? null))
  if (!owner && !cell('owner')) fault('owner', text('Skriv vem som äger informationen.', 'Write who owns the information.'))
  const unit =
    found('unit', known.units, (given) => text(`Hittar ingen enhet som heter "${given}".`, `Cannot find a unit called "${given}".`)) ??
    (cell('unit') ? null : (asset?.unit ?? known.unitOf.get(owner ?? '') ?? null))
  if (!unit && !cell('unit'))
    fault('unit', text('Skriv vilken enhet informationen hör till.', 'Write which unit the information belongs to.'))

  const systems = systemsIn(gate, line).flatMap((given) => {
    const id = known.systems.get(given.toLowerCase())
    if (!id)
      fault(
        'systems',
        text(
          `Hittar inget system som heter "${given}". Lägg in systemet först.`,
          `Cannot find a system called "${given}". Enter the system first.`,
        ),
      )
    return id ?? []
  })

  const levels: Record<Aspect, number | null> = { confidentiality: null, integrity: null, availability: null, traceability: null }
  for (const aspect of aspects) {
    const read: LevelReading = levelIn(cell(aspect), model.content)
    if (read.kind === 'level') levels[aspect] = read.level
    else if (read.kind === 'unknown') {
      const allowed = levelsInWords(model.content)
      fault(
        aspect,
        text(
          `"${cell(aspect)}" är ingen nivå i modellen. Nivåerna är ${allowed}.`,
          `"${cell(aspect)}" is not a level of the model. The levels are ${allowed}.`,
        ),
      )
    } else if (asked.includes(aspect)) {
      const called = aspectNames[aspect]
      fault(aspect, text(`Ange nivå för ${called.sv.toLowerCase()}.`, `Give a level of ${called.en.toLowerCase()}.`))
    }
  }

  const day = (target: 'classifiedOn' | 'reviewBy'): string | null => {
    const given = cell(target).slice(0, 10)
    if (!given) return null
    if (isDay(given)) return given
    fault(
      target,
      text(
        `"${cell(target)}" är inget datum. Skriv till exempel 2023-12-31.`,
        `"${cell(target)}" is not a date. Write for example 2023-12-31.`,
      ),
    )
    return null
  }
  const classifiedOn = day('classifiedOn')
  if (!cell('classifiedOn'))
    fault('classifiedOn', text('Skriv vilken dag informationen klassades.', 'Write on which day the information was classified.'))
  else if (classifiedOn && classifiedOn > gate.today) fault('classifiedOn', text('Dagen har inte kommit än.', 'That day has not come yet.'))
  const reviewBy = day('reviewBy')
  if (classifiedOn && reviewBy && reviewBy < classifiedOn)
    fault('reviewBy', text('Omprövningen ligger före klassningen.', 'The review lies before the classification.'))
  if (faults.length > before || !classifiedOn || !owner || !unit) return null

  if (asset?.classifiedOn) {
    const same = aspects.every((aspect) => (asset.values[aspect] ?? null) === levels[aspect])
    if (asset.classifiedOn === classifiedOn && same) return null
    if (asset.classifiedOn >= classifiedOn) {
      fault(
        'classifiedOn',
        text(
          `Informationsmängden har redan en klassning från ${asset.classifiedOn}. Ta bort raden, eller gör en ny klassning.`,
          `The information asset already has a classification from ${asset.classifiedOn}. Remove the row, or classify it anew.`,
        ),
      )
      return null
    }
  }

  const id = asset?.id ?? v7()
  const missing = asset ? systems.filter((system) => !asset.systems.includes(system)) : systems
  const changes: Record<string, unknown> = asset
    ? { ...(missing.length ? { systems: [...asset.systems, ...missing] } : {}), ...(asset.owner ? {} : { owner }) }
    : { name, ...(cell('description') ? { description: cell('description') } : {}), unit, owner, systems: [...new Set(systems)] }
  const { personalData } = gate.catalogue.register('informationAsset').fields
  if (!asset && personalData && cell('personalData')) changes.personalData = fromCell(personalData, cell('personalData'))
  const brought: Brought = {
    row,
    id: v7(),
    name: asset?.name ?? name,
    asset: { id, before: asset, values: changes },
    levels,
    classifiedOn,
    values: {
      asset: id,
      model: model.id,
      unit,
      owner,
      occasion: 'brought',
      classifiedOn,
      reviewBy: reviewBy ?? reviewDay(classifiedOn, levels, model.content),
      ...(cell('grounds') ? { grounds: cell('grounds') } : {}),
      broughtConfidentiality: levels.confidentiality,
      broughtIntegrity: levels.integrity,
      broughtAvailability: levels.availability,
      broughtTraceability: levels.traceability,
    },
  }
  for (const { field, message } of asset ? [] : faultsIn(gate.catalogue.register('informationAsset'), 'create', changes))
    fault(field === 'name' ? 'asset' : field, message)
  // The asset of a new row does not stand yet; that the link leads somewhere is tried when it is made.
  for (const { field, message } of faultsIn(gate.catalogue.register('classification'), 'create', brought.values)) fault(field, message)
  return faults.length > before ? null : brought
}

/** Rows about the same set of information: only the first can be right. */
function repeated(lines: readonly Line[], known: Known, faults: RowFault[]): void {
  const first = new Map<string, number>()
  for (const line of lines) {
    const name = line.cell('asset').toLowerCase()
    const key = known.assets.get(name) ?? name
    if (!key) continue
    const before = first.get(key)
    if (before === undefined) first.set(key, line.row)
    else
      faults.push({
        row: line.row,
        field: 'asset',
        message: text(`Informationsmängden står också på rad ${before}.`, `The information asset also stands on row ${before}.`),
      })
  }
}

const noteOf = ({ asset, levels, classifiedOn }: Brought): Text => {
  const initials: Readonly<Record<Aspect, Text>> = {
    confidentiality: text('K', 'C'),
    integrity: text('R', 'I'),
    availability: text('T', 'A'),
    traceability: text('S', 'Tr'),
  }
  const said = (language: 'sv' | 'en') =>
    aspects.flatMap((aspect) => (levels[aspect] === null ? [] : `${initials[aspect][language]} ${levels[aspect]}`)).join(', ')
  const first = asset.before
    ? asset.before.classification
      ? text('Ersätter klassningen som gäller', 'Replaces the classification in force')
      : text('Informationsmängden finns redan', 'The information asset is already there')
    : text('Ny informationsmängd', 'New information asset')
  return text(`${first.sv}. ${said('sv')}, klassad ${classifiedOn}.`, `${first.en}. ${said('en')}, classified ${classifiedOn}.`)
}

/**
 * Stores what was judged right: the sets of information, their classifications, and the decisions. The first two are made by
 * the one who brings them in. The decision was made by the information owner before Värna, so nobody makes it again: the
 * system records it, and names who brought it in.
 */
async function store(gate: Gate, rows: readonly Brought[], reason: string, errors: RowFault[]): Promise<void> {
  const assetRegister = gate.catalogue.register('informationAsset')
  const register = gate.catalogue.register('classification')
  const at = (list: readonly Brought[]) => (index: number) => list[index]?.row ?? 0

  const fresh = rows.filter(({ asset }) => !asset.before)
  const amended = rows.filter(({ asset }) => asset.before && Object.keys(asset.values).length)
  const assets: Command[] = [
    ...fresh.map(({ asset }): Command => ({ do: 'create', register: assetRegister, id: asset.id, values: asset.values, reason })),
    ...amended.map(
      ({ asset }): Command => ({
        do: 'update',
        register: assetRegister,
        id: asset.id,
        version: asset.before?.version ?? 0,
        values: asset.values,
        reason,
      }),
    ),
  ]
  if (assets.length) await carryOutRows(gate, assets, at([...fresh, ...amended]), errors)
  if (errors.length) return
  await carryOutRows(
    gate,
    rows.map(({ id, values }): Command => ({ do: 'create', register, id, values, reason })),
    at(rows),
    errors,
  )
  if (errors.length) return

  const { actor } = gate.tx
  const system: Gate = { ...gate, tx: await gate.tx.acting(asSystem('records decisions made before Värna')) }
  const who = actor.person ? ` Inläst av ${actor.name}.` : ''
  const versions = await load(
    system,
    register,
    rows.map(({ id }) => id),
  )
  await carryOutRows(
    system,
    rows.map(
      ({ id }): Command => ({
        do: 'move',
        register,
        id,
        version: versions.get(id)?.record.version ?? 0,
        move: 'decide',
        reason: `Beslutad av informationsägaren före Värna.${who} ${reason}`,
      }),
    ),
    at(rows),
    errors,
  )
  await gate.tx.acting(actor)
}

/** Brings in a list of classifications made before Värna: each row becomes a decided classification, and a set of information where there is none. */
async function bring(gate: Gate, sheet: Sheet, columns: Columns | undefined, reason: string): Promise<ImportOutcome> {
  mayBring(gate)
  const places = placesOf(broughtTargets, sheet.header, columns ?? guessColumns(broughtTargets, sheet.header))
  const absent = broughtTargets.filter(({ name, required }) => required && !places.has(name))
  if (absent.length) {
    const listed = (language: 'sv' | 'en') => absent.map(({ label }) => `”${label[language]}”`).join(', ')
    throw problem({
      status: 400,
      code: 'columns',
      title: text(`Välj vilken kolumn som är ${listed('sv')}.`, `Choose which column is ${listed('en')}.`),
    })
  }
  const model = await modelInForce(gate)
  const lines = linesOf(sheet, places)
  const known = await lookUp(gate, lines)
  const errors: RowFault[] = []
  repeated(lines, known, errors)
  const rows = lines.flatMap((line) => judged(gate, line, known, model, errors) ?? [])
  if (!errors.length && rows.length) await store(gate, rows, reason, errors)
  errors.sort((one, other) => one.row - other.row)
  const wrong = new Set(errors.map(({ row }) => row))
  return {
    rows: lines.length,
    created: rows.filter(({ row }) => !wrong.has(row)).length,
    updated: 0,
    unchanged: lines.length - new Set([...rows.map(({ row }) => row), ...wrong]).size,
    errors: errors.slice(0, errorsShown),
    changes: rows
      .slice(0, changesShown)
      .map((row): RowChange => ({ row: row.row, key: null, label: row.name, kind: 'create', fields: [], note: noteOf(row) })),
  }
}

/** The list of earlier classifications an authority comes with, often from a spreadsheet. */
export const classificationImporter: Importer = {
  register: 'classification',
  targets: broughtTargets,
  concerns: (sheet) => !isOwnExport(sheet.header),
  bring,
}
