import { type FormatFault, formatError } from '#kernel/exchange/format-error.ts'
import { isPlain, listAt, type Plain, textAt } from './plain-data.ts'
import { type Bindingness, checkRequirementFile, keyPart, type RequirementFile, type RequirementRow } from './requirement-file.ts'

const refuse = (fault: FormatFault): never => {
  throw formatError(fault)
}

/** Reads a CISO Assistant library (YAML): each framework in it becomes a source, Swedish wording first where it has any. */
export function readCisoLibrary(library: Plain): RequirementFile[] {
  const frameworks = objectsOf(library, 'framework')
  if (frameworks.length === 0) {
    refuse({
      code: 'library-without-framework',
      message: {
        sv: 'Biblioteket innehåller inget ramverk med krav. Det kan vara ett bibliotek med hot, riskmatriser eller kopplingar.',
        en: 'The library contains no framework with requirements. It may hold threats, risk matrices or mappings.',
      },
      at: textAt(library, 'urn'),
    })
  }
  const keys = new Map<string, string>()
  for (const framework of frameworks) {
    for (const node of nodesOf(framework)) keys.set(urnOf(node), keyOf(framework, urnOf(node)))
  }
  const mapped = mappingsOf(library, keys)
  return frameworks.map((framework) => readFramework(library, framework, keys, mapped))
}

/** What stands under the singular or the plural name, as a map or as a list. */
function objectsOf(library: Plain, name: string): Plain[] {
  const objects = isPlain(library.objects) ? library.objects : {}
  return [objects[name], objects[`${name}s`]].flat().filter(isPlain)
}

function nodesOf(framework: Plain): Plain[] {
  return listAt(framework, 'requirement_nodes').map((node, index) => {
    if (isPlain(node) && urnOf(node)) return node
    return refuse({
      code: 'library-node-without-urn',
      message: { sv: 'Ett krav i ramverket saknar urn.', en: 'A requirement node has no urn.' },
      at: `requirement_nodes[${index}]`,
    })
  })
}

const urnOf = (plain: Plain): string => textAt(plain, 'urn').toLowerCase()

function sourceKeyOf(framework: Plain): string {
  const urn = urnOf(framework)
  if (!urn)
    refuse({
      code: 'library-framework-without-urn',
      message: { sv: 'Ramverket saknar urn.', en: 'The framework has no urn.' },
    })
  return keyPart(urn.replace(/^urn:/, '').replace(/:framework:/, ':'))
}

/** `urn:p:d:req_node:f:4.1` under `urn:p:d:framework:f` becomes `p-d-f/4.1`; any other urn stands whole, so that no two can meet. */
function keyOf(framework: Plain, urn: string): string {
  const usual = `${urnOf(framework).replace(':framework:', ':req_node:')}:`
  const own = urn.startsWith(usual) ? urn.slice(usual.length) : urn
  return `${sourceKeyOf(framework)}/${own.replace(/[^a-z0-9åäöéü._:()[\]/-]+/g, '-').replace(/^[^a-z0-9åäöéü]+|[^a-z0-9åäöéü)\]]+$/g, '')}`
}

/** A text in Swedish when the library has it, otherwise in the library's own language. */
function words(plain: Plain, field: string): string {
  const translations = isPlain(plain.translations) ? plain.translations : {}
  return textAt(translations.sv, field) || textAt(plain, field)
}

function mappingsOf(library: Plain, keys: ReadonlyMap<string, string>): Map<string, string[]> {
  const mapped = new Map<string, string[]>()
  for (const set of objectsOf(library, 'requirement_mapping_set')) {
    for (const mapping of listAt(set, 'requirement_mappings')) {
      const from = textAt(mapping, 'source_requirement_urn').toLowerCase()
      const to = keys.get(textAt(mapping, 'target_requirement_urn').toLowerCase())
      if (to === undefined || textAt(mapping, 'relationship') === 'not_related') continue
      mapped.set(from, [...new Set([...(mapped.get(from) ?? []), to])])
    }
  }
  return mapped
}

function readFramework(
  library: Plain,
  framework: Plain,
  keys: ReadonlyMap<string, string>,
  mapped: ReadonlyMap<string, string[]>,
): RequirementFile {
  const nodes = nodesOf(framework)
  const byUrn = new Map(nodes.map((node) => [urnOf(node), node]))
  const requirements = nodes.map((node, index): RequirementRow => {
    const urn = urnOf(node)
    const name = words(node, 'name')
    const description = words(node, 'description')
    const annotation = words(node, 'annotation')
    return {
      key: keys.get(urn) ?? keyOf(framework, urn),
      designation: (textAt(node, 'ref_id') || (urn.split(':').at(-1) ?? '')).slice(0, 200),
      heading: name || headingAbove(node, byUrn) || firstWords(description) || urn,
      text: [description, annotation ? annotation.replace(/^/gm, '> ') : ''].filter(Boolean).join('\n\n'),
      bindingness: bindingnessOf(node),
      assessmentOnly: false,
      appliesTo: 'choice',
      validFrom: null,
      validTo: null,
      confidence: 'unverified',
      order: index + 1,
      related: mapped.get(urn) ?? [],
    }
  })
  const name = words(framework, 'name') || words(library, 'name') || textAt(framework, 'ref_id')
  return checkRequirementFile({
    source: {
      key: sourceKeyOf(framework),
      name,
      shortName: (textAt(framework, 'ref_id') || name).slice(0, 120),
      kind: 'standard',
      publisher: (textAt(library, 'provider') || textAt(library, 'packager')).slice(0, 300),
      url: null,
      validFrom: null,
      validTo: null,
      confidence: 'unverified',
      note: noteOf(library),
    },
    requirements,
  })
}

/** A node that is not assessable is a heading; `importance` says whether the rest is demanded or recommended. */
function bindingnessOf(node: Plain): Bindingness {
  if (node.assessable !== true) return 'information'
  return ['recommended', 'nice_to_have'].includes(textAt(node, 'importance')) ? 'advice' : 'binding'
}

/** The nearest name above a node without one. An unknown or circling parent is a fault in the file. */
function headingAbove(node: Plain, byUrn: ReadonlyMap<string, Plain>): string {
  const seen = new Set<string>()
  let at = node
  for (;;) {
    const parent = textAt(at, 'parent_urn').toLowerCase()
    if (!parent) return ''
    const above = byUrn.get(parent)
    if (!above || seen.has(parent)) {
      return refuse({
        code: 'library-parent-unknown',
        message: {
          sv: `Kravet hänvisar till en överordnad nivå som inte finns eller som går i cirkel: ${parent}`,
          en: `The requirement refers to a parent that is missing or runs in a circle: ${parent}`,
        },
        at: urnOf(node),
      })
    }
    seen.add(parent)
    const name = words(above, 'name')
    if (name) return name
    at = above
  }
}

const firstWords = (text: string): string => {
  const line = text.split('\n')[0] ?? ''
  return line.length > 90 ? `${line.slice(0, 90).replace(/\s+\S*$/, '')} …` : line
}

function noteOf(library: Plain): string {
  const version = textAt(library, 'version')
  const copyright = words(library, 'copyright')
  const language = textAt(library, 'locale')
  const facts = [version && `version ${version}`, language && `språk ${language}`].filter(Boolean).join(', ')
  return [`Inläst från ett bibliotek för CISO Assistant${facts && `, ${facts}`}.`, copyright].filter(Boolean).join('\n\n').slice(0, 10_000)
}
