import { Buffer } from 'node:buffer'
import { type FormatFault, formatError } from '#kernel/exchange/format-error.ts'
import { isPlain, listAt, type Plain, parseJson, textAt } from './plain-data.ts'
import { checkRequirementFile, keyPart, type RequirementFile, type RequirementRow } from './requirement-file.ts'

/** One control or group of an OSCAL catalogue, with its parameters in reach. */
interface Node {
  readonly kind: 'group' | 'control'
  readonly plain: Plain
  /** Groups and controls it stands in, outermost first. */
  readonly above: readonly Plain[]
}

type Params = Map<string, Plain>

const refuse = (fault: FormatFault): never => {
  throw formatError(fault)
}

/** Reads an OSCAL catalogue or profile (NIST, JSON, versions 1.x): groups, controls, statements, guidance and parameters. */
export function readOscal(document: Plain): RequirementFile[] {
  if (isPlain(document.profile)) return [readProfile(document.profile, document)]
  if (isPlain(document.catalog)) return [readCatalog(document.catalog)]
  return refuse({
    code: 'oscal-unknown-model',
    message: {
      sv: 'Filen är OSCAL men varken en katalog eller en profil.',
      en: 'The file is OSCAL but neither a catalog nor a profile.',
    },
  })
}

function readCatalog(catalog: Plain): RequirementFile {
  return toFile(catalog, nodesOf(catalog), new Map())
}

/** Everything in a catalogue, in reading order. */
function nodesOf(catalog: Plain): Node[] {
  const nodes: Node[] = []
  const visit = (parent: Plain, above: readonly Plain[]) => {
    for (const control of listAt(parent, 'controls').filter(isPlain)) {
      nodes.push({ kind: 'control', plain: control, above })
      visit(control, [...above, control])
    }
    for (const group of listAt(parent, 'groups').filter(isPlain)) {
      nodes.push({ kind: 'group', plain: group, above })
      visit(group, [...above, group])
    }
  }
  visit(catalog, [])
  return nodes
}

function toFile(document: Plain, nodes: readonly Node[], settings: Params, additions = new Map<string, Plain[]>()): RequirementFile {
  const metadata = isPlain(document.metadata) ? document.metadata : {}
  const title = textAt(metadata, 'title') || 'OSCAL-katalog'
  const name = title.replace(/\*/g, '')
  const identifier = listAt(metadata, 'document-ids')
    .map((id) => textAt(id, 'identifier'))
    .find(Boolean)
  const sourceKey = `oscal-${keyPart(identifier ?? title)}`
  const requirements: RequirementRow[] = []
  const add = (row: Pick<RequirementRow, 'key' | 'designation' | 'heading' | 'text' | 'bindingness' | 'related'>) =>
    requirements.push({
      ...row,
      assessmentOnly: false,
      appliesTo: 'choice',
      validFrom: null,
      validTo: null,
      confidence: 'unverified',
      order: requirements.length + 1,
    })

  const known = new Set(nodes.map((node) => textAt(node.plain, 'id')).filter(Boolean))
  const keyOf = (id: string) => `${sourceKey}/${id.toLowerCase()}`
  for (const { kind, plain, above } of nodes) {
    const id = textAt(plain, 'id') || (kind === 'group' ? keyPart(textAt(plain, 'title')) : '')
    if (!id)
      refuse({
        code: 'oscal-without-id',
        message: { sv: 'Ett krav i katalogen saknar id.', en: 'A control in the catalog has no id.' },
        at: textAt(plain, 'title'),
      })
    if (propValue(plain, 'status').toLowerCase() === 'withdrawn') continue
    const params = paramsInReach([document, ...above, plain], settings)
    const parts = [...listAt(plain, 'parts').filter(isPlain), ...(additions.get(id) ?? [])]
    const designation = propValue(plain, 'label') || id
    const heading = fillIn(textAt(plain, 'title') || designation, params)
    const statements = parts.filter((part) => !isGuidance(part))
    const guidance = parts.filter(isGuidance)
    const related = listAt(plain, 'links')
      .map((link) => textAt(link, 'href'))
      .filter((href) => href.startsWith('#') && known.has(href.slice(1)))
      .map((href) => keyOf(href.slice(1)))
    add({
      key: keyOf(id),
      designation,
      heading,
      text: fillIn(partsText(statements), params),
      bindingness: kind === 'control' ? 'binding' : 'information',
      related: [...new Set(related)],
    })
    if (guidance.length > 0) {
      add({
        key: `${keyOf(id)}/guidance`,
        designation: `${designation} vägledning`,
        heading,
        text: fillIn(partsText(guidance), params),
        bindingness: 'advice',
        related: [],
      })
    }
  }
  return checkRequirementFile({
    source: {
      key: sourceKey,
      name,
      shortName: name.length > 60 ? `${name.slice(0, 59).trim()}…` : name,
      kind: 'standard',
      publisher: publisherOf(metadata),
      url: null,
      validFrom: null,
      validTo: null,
      confidence: 'unverified',
      note: noteOf(metadata),
    },
    requirements,
  })
}

const isGuidance = (part: Plain): boolean => ['guidance', 'overview-guidance', 'example'].includes(textAt(part, 'name'))

/** Parts that are for those who audit, not for those who fulfil. */
const forAuditors = new Set(['assessment-objective', 'assessment-method', 'assessment-objects', 'assessment'])

/** Parts and their parts as Markdown: labelled ones as points. */
function partsText(parts: readonly Plain[], depth = 0): string {
  const pieces: string[] = []
  for (const part of parts) {
    if (forAuditors.has(textAt(part, 'name'))) continue
    const label = propValue(part, 'label')
    const prose = textAt(part, 'prose')
    const title = textAt(part, 'title')
    const lead = textAt(part, 'name') === 'item' || depth > 0 ? label : ''
    const head = [title && `**${title}**`, prose].filter(Boolean).join('\n\n')
    const words = lead && head ? `${lead} ${head}` : head
    if (words) pieces.push(depth > 0 ? words.replace(/^/gm, '   '.repeat(lead ? depth - 1 : 0)) : words)
    const inner = partsText(listAt(part, 'parts').filter(isPlain), depth + 1)
    if (inner) pieces.push(inner)
  }
  return pieces.join('\n\n').trim()
}

function propValue(plain: Plain, name: string): string {
  const found = listAt(plain, 'props').find((prop) => textAt(prop, 'name') === name)
  return textAt(found, 'value')
}

function paramsInReach(holders: readonly Plain[], settings: Params): Params {
  const params: Params = new Map()
  for (const holder of holders) {
    for (const param of listAt(holder, 'params').filter(isPlain)) params.set(textAt(param, 'id'), param)
  }
  for (const [id, setting] of settings) params.set(id, { ...params.get(id), ...setting })
  return params
}

/** Puts values, choices or labels where the text inserts a parameter. A parameter inside itself stays as its name. */
function fillIn(text: string, params: Params, inside: readonly string[] = []): string {
  return text.replace(/\{\{\s*insert:\s*param\s*,\s*([^\s}]+)\s*\}\}/g, (_whole, id: string) => {
    const param = params.get(id)
    if (!param || inside.includes(id) || inside.length > 20) return `[${id}]`
    const deeper = (words: string) => fillIn(words, params, [...inside, id])
    const values = listAt(param, 'values').map(String)
    if (values.length > 0) return deeper(values.join(', '))
    const select = isPlain(param.select) ? param.select : null
    const choices = listAt(select, 'choice').map(String)
    if (choices.length > 0) return `[${choices.map(deeper).join('; ')}]`
    return `[${deeper(textAt(param, 'label') || id)}]`
  })
}

function publisherOf(metadata: Plain): string {
  const responsible = listAt(metadata, 'responsible-parties').find((entry) => ['publisher', 'creator'].includes(textAt(entry, 'role-id')))
  const uuid = listAt(responsible, 'party-uuids')[0]
  const parties = listAt(metadata, 'parties')
  const party = parties.find((entry) => textAt(entry, 'uuid') === uuid) ?? parties[0]
  return textAt(party, 'name')
}

function noteOf(metadata: Plain): string {
  const version = textAt(metadata, 'version')
  const changed = textAt(metadata, 'last-modified').slice(0, 10)
  const facts = [version && `version ${version}`, changed && `ändrad ${changed}`].filter(Boolean).join(', ')
  const remarks = textAt(metadata, 'remarks')
  return [`Inläst från OSCAL${facts && `, ${facts}`}.`, remarks].filter(Boolean).join('\n\n').slice(0, 10_000)
}

/** A profile is a selection; the catalogue it selects from must travel in the same file. */
function readProfile(profile: Plain, document: Plain): RequirementFile {
  const settings: Params = new Map()
  const modify = isPlain(profile.modify) ? profile.modify : {}
  for (const setting of listAt(modify, 'set-parameters').filter(isPlain)) settings.set(textAt(setting, 'param-id'), setting)
  const additions = additionsOf(modify)
  const nodes: Node[] = []
  let catalogParams: readonly unknown[] = []
  for (const entry of listAt(profile, 'imports').filter(isPlain)) {
    const catalog = catalogFor(textAt(entry, 'href'), profile, document)
    catalogParams = [...catalogParams, ...listAt(catalog, 'params')]
    nodes.push(...selected(nodesOf(catalog), entry))
  }
  if (nodes.length === 0) {
    refuse({
      code: 'oscal-profile-empty',
      message: { sv: 'Profilen väljer inga krav.', en: 'The profile selects no controls.' },
    })
  }
  return toFile({ ...profile, params: catalogParams }, nodes, settings, additions)
}

function catalogFor(href: string, profile: Plain, document: Plain): Plain {
  if (isPlain(document.catalog)) return document.catalog
  const resource = listAt(profile['back-matter'], 'resources').find((entry) => `#${textAt(entry, 'uuid')}` === href)
  const base64 = isPlain(resource) && isPlain(resource.base64) ? textAt(resource.base64, 'value') : ''
  if (base64) {
    const text = Buffer.from(base64, 'base64').toString('utf8')
    const carried = parseJson(text, href)
    if (isPlain(carried) && isPlain(carried.catalog)) return carried.catalog
  }
  return refuse({
    code: 'oscal-catalog-missing',
    message: {
      sv: `Profilen väljer ur katalogen ”${href}”, som inte finns i filen. Läs in katalogen eller den upplösta profilen i stället.`,
      en: `The profile selects from the catalog “${href}”, which is not in the file. Import the catalog or the resolved profile instead.`,
    },
    at: href,
  })
}

/** The controls an import names, and the groups that still hold some of them. */
function selected(nodes: readonly Node[], entry: Plain): Node[] {
  const chosen = new Set<Node>()
  const inside = (node: Node, id: string) => node.above.some((holder) => textAt(holder, 'id') === id)
  const matching = (rule: unknown): Node[] => {
    const ids = new Set(listAt(rule, 'with-ids').map(String))
    const patterns = listAt(rule, 'matching')
      .map((entry) => textAt(entry, 'pattern'))
      .filter(Boolean)
    const withChildren = textAt(rule, 'with-child-controls') === 'yes'
    const known = new Set(nodes.map((node) => textAt(node.plain, 'id')))
    const missing = [...ids].find((id) => !known.has(id))
    if (missing !== undefined) {
      refuse({
        code: 'oscal-control-missing',
        message: {
          sv: 'Profilen väljer ett krav som inte finns i katalogen.',
          en: 'The profile selects a control that the catalog lacks.',
        },
        at: missing,
      })
    }
    return nodes.filter((node) => {
      if (node.kind === 'group') return false
      const id = textAt(node.plain, 'id')
      if (ids.has(id) || patterns.some((pattern) => fitsGlob(pattern, id))) return true
      return withChildren && [...ids].some((parent) => inside(node, parent))
    })
  }
  if (isPlain(entry['include-all'])) for (const node of nodes) if (node.kind === 'control') chosen.add(node)
  for (const rule of listAt(entry, 'include-controls')) for (const node of matching(rule)) chosen.add(node)
  for (const rule of listAt(entry, 'exclude-controls')) for (const node of matching(rule)) chosen.delete(node)
  const groups = new Set([...chosen].flatMap((node) => node.above))
  return nodes.filter((node) => chosen.has(node) || (node.kind === 'group' && groups.has(node.plain)))
}

/** OSCAL's patterns know `*` for anything and `?` for one sign. Matched without backtracking over more than the last `*`. */
function fitsGlob(pattern: string, id: string): boolean {
  let at = 0
  let inPattern = 0
  let star = -1
  let resume = 0
  while (at < id.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++
      resume = at
    } else if (pattern[inPattern] === '?' || pattern[inPattern] === id[at]) {
      inPattern++
      at++
    } else if (star >= 0) {
      inPattern = star + 1
      at = ++resume
    } else return false
  }
  while (pattern[inPattern] === '*') inPattern++
  return inPattern === pattern.length
}

/** Parts a profile adds to controls. What it would take away or put inside a part cannot be shown faithfully, so it is refused. */
function additionsOf(modify: Plain): Map<string, Plain[]> {
  const additions = new Map<string, Plain[]>()
  for (const alter of listAt(modify, 'alters').filter(isPlain)) {
    const id = textAt(alter, 'control-id')
    const adds = listAt(alter, 'adds').filter(isPlain)
    const removes = listAt(alter, 'removes').some(
      (rule) => textAt(rule, 'by-name') !== '' || textAt(rule, 'by-id') !== '' || textAt(rule, 'by-item-name') !== '',
    )
    if (removes || adds.some((add) => textAt(add, 'by-id') !== '' && listAt(add, 'parts').length > 0)) {
      refuse({
        code: 'oscal-alter-unsupported',
        message: {
          sv: 'Profilen skriver om delar av ett krav. Läs in den upplösta profilen (resolved profile catalog) i stället.',
          en: 'The profile rewrites parts of a control. Import the resolved profile catalog instead.',
        },
        at: id,
      })
    }
    additions.set(id, [...(additions.get(id) ?? []), ...adds.flatMap((add) => listAt(add, 'parts').filter(isPlain))])
  }
  return additions
}
