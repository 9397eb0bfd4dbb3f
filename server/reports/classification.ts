import { sql } from 'kysely'
import type { ModelContent } from '#areas/information/classification-model.content.ts'
import { worstOf } from '#areas/information/valuation.rules.ts'
import { type Aspect, aspectNames, aspects, rungs } from '#areas/scales/needs.ts'
import { dayIn } from '#kernel/clocks/clock.ts'
import { type Secrecy, shapeOf } from '#kernel/fields/field.ts'
import { versionsOf } from '#kernel/history/history.ts'
import { type Language, say } from '#kernel/language/text.ts'
import { notFound } from '#kernel/problems/problem.ts'
import type { Actor, Transaction } from '#kernel/store/context.ts'
import type { Services } from '../services.ts'
import { type Json, many, type Named, named, namedAll, number, one, type Reading, text, wording } from './records.ts'

export type { Named } from './records.ts'

/** A level under the name it has in the model. */
export interface Level {
  readonly level: number
  readonly name: string
}

export type GapStanding = 'open' | 'treated' | 'accepted'

/** What came of one classification, as it stood on a day and as far as the reader may see. The form is a promise: scripts rest on it. */
export interface ClassificationReport {
  readonly asOf: string
  readonly language: Language
  readonly authority: string
  readonly madeAt: string
  /** Who asked for it; null for the command line, which sees all. */
  readonly madeFor: string | null
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly description: string | null
  readonly state: { readonly key: string; readonly label: string }
  readonly asset: Named | null
  readonly unit: Named | null
  readonly owner: Named | null
  readonly participants: readonly Named[]
  readonly occasion: string
  readonly occasionNote: string | null
  readonly basedOn: Named | null
  readonly model: Named & { readonly validFrom: string | null }
  readonly marking: Secrecy | null
  readonly level: Level | null
  readonly grounds: string | null
  /** Per aspect, with the consequence that decides and why; no category where the values were brought in. */
  readonly values: readonly {
    readonly aspect: string
    readonly name: string
    readonly level: Level | null
    readonly category: string | null
    readonly reason: string | null
  }[]
  readonly carriers: readonly {
    readonly register: 'systems' | 'information-assets'
    readonly carrier: Named
    readonly need: Readonly<Record<Aspect, number | null>>
    readonly enhanced: boolean
    readonly central: boolean
    readonly required: number
    readonly met: number
    readonly gaps: Readonly<Record<GapStanding, number>>
  }[]
  readonly gapsBySeverity: readonly ({ readonly severity: number | null; readonly label: string } & Readonly<Record<GapStanding, number>>)[]
  readonly gaps: readonly {
    readonly id: string
    readonly measure: string
    readonly carrier: string
    readonly severity: string | null
    readonly reason: string | null
    readonly standing: GapStanding
    readonly acceptedUntil: string | null
    readonly actions: readonly Named[]
  }[]
  readonly risks: readonly (Named & { readonly level: string | null; readonly state: string; readonly owner: string | null })[]
  readonly actions: readonly (Named & {
    readonly owner: string | null
    readonly due: string | null
    readonly cost: number | null
    readonly state: string
  })[]
  readonly decision: {
    readonly decidedOn: string | null
    readonly by: string | null
    readonly proposedBy: string | null
    readonly reason: string | null
    readonly fourEyes: boolean
    /** Made before Värna, and brought in. */
    readonly brought: boolean
  }
  readonly reviewBy: string | null
}

const idsOf = async (tx: Transaction, query: ReturnType<typeof sql<{ id: string }>>) => (await tx.rows(query)).map(({ id }) => id)

/** A level in the words of the model; one it does not have, in those of the common ladder. */
function levelNamed(content: ModelContent | null, level: number | null, language: Language): Level | null {
  if (level === null) return null
  const rung = rungs[level]
  return { level, name: content?.levels.find((each) => each.level === level)?.name ?? (rung ? say(rung, language) : String(level)) }
}

/** Each aspect of the model with the worst consequence; of a classification that was brought in, its values alone. */
async function valuesOf(reading: Reading, classification: Json, content: ModelContent | null): Promise<ClassificationReport['values']> {
  const rows = await many(reading, 'valuation', { filters: [['classification', String(classification.id)]] })
  const cells = rows.map((row) => ({
    aspect: String(row.aspect),
    category: String(row.category),
    level: number(row.level),
    reason: text(row.reason),
  }))
  const known = content?.aspects ?? aspects.map((key) => ({ key, name: say(aspectNames[key], reading.language) }))
  return known.map(({ key, name }) => {
    const worst = content ? worstOf(content, cells, key) : null
    const category = content?.categories.find((each) => each.key === worst?.category)?.name ?? null
    const level = worst?.level ?? number(classification[key])
    return { aspect: key, name, level: levelNamed(content, level, reading.language), category, reason: worst?.reason ?? null }
  })
}

const isGap = (assessment: Json) => assessment.gap === true

/** Where a gap stands on the day: an acceptance holds through its last day. */
function standingOf(assessment: Json, day: string): GapStanding {
  const until = text(assessment.acceptedUntil)
  if (assessment.standing === 'accepted') return until === null || until >= day ? 'accepted' : 'open'
  return assessment.standing === 'treated' ? 'treated' : 'open'
}

const counted = (gaps: readonly { readonly standing: GapStanding }[]): Record<GapStanding, number> => ({
  open: gaps.filter(({ standing }) => standing === 'open').length,
  treated: gaps.filter(({ standing }) => standing === 'treated').length,
  accepted: gaps.filter(({ standing }) => standing === 'accepted').length,
})

/** What carries the information, what is required of it and what is lacking. */
async function gapsOf(reading: Reading, asset: Json | null) {
  const { services, day, language } = reading
  const systems = namedAll(asset?.systems)
  const carriers = systems.length
    ? await many(reading, 'system', { ids: systems.map(({ id }) => id), sort: ['name'] })
    : asset
      ? [asset]
      : []
  const held = systems.length ? 'system' : 'asset'
  const fields = services.catalogue.register('measureAssessment').fields
  const assessments = carriers.length
    ? await many(reading, 'measureAssessment', {
        filters: [
          [held, carriers.map(({ id }) => id).join(',')],
          ['required', 'true'],
        ],
        sort: ['-severity', 'name'],
      })
    : []
  const ids = assessments.filter(isGap).map(({ id }) => String(id))
  const actions = ids.length
    ? await many(reading, 'action', {
        filters: [
          ['gaps', ids.join(',')],
          ['state', 'not:dropped'],
        ],
      })
    : []
  const gaps = assessments.filter(isGap).map((row) => ({
    id: String(row.id),
    at: named(row[held])?.id,
    measure: named(row.measure)?.label ?? String(row.name),
    carrier: named(row[held])?.label ?? '',
    level: number(row.severity),
    severity: wording(fields.severity, row.severity, language),
    reason: text(row.reason),
    standing: standingOf(row, day),
    acceptedUntil: text(row.acceptedUntil),
    actions: actions
      .filter((action) => namedAll(action.gaps).some(({ id }) => id === row.id))
      .map((action): Named => ({ id: String(action.id), label: String(action.title), reference: text(action.reference) })),
  }))
  const severity = fields.severity ? shapeOf(fields.severity) : null
  const scale =
    severity?.kind === 'scale'
      ? severity.levels.map((label, index) => ({ severity: index + severity.first, label: say(label, language) }))
      : []
  return {
    carriers: carriers.map((carrier): ClassificationReport['carriers'][number] => {
      const mine = assessments.filter((row) => named(row[held])?.id === carrier.id)
      return {
        register: systems.length ? 'systems' : 'information-assets',
        carrier: { id: String(carrier.id), label: String(carrier.name), reference: text(carrier.reference) },
        need: {
          confidentiality: number(carrier.confidentiality),
          integrity: number(carrier.integrity),
          availability: number(carrier.availability),
          traceability: number(carrier.traceability),
        },
        enhanced: carrier.enhancedProtection === true,
        central: carrier.central === true,
        required: mine.length,
        met: mine.filter((row) => !isGap(row)).length,
        gaps: counted(gaps.filter(({ at }) => at === carrier.id)),
      }
    }),
    gapsBySeverity: scale
      .map((step) => ({ ...step, ...counted(gaps.filter(({ level }) => level === step.severity)) }))
      .filter(({ open, treated, accepted }) => open + treated + accepted > 0)
      .reverse(),
    gaps: gaps.map(({ at: _, level: __, ...gap }) => gap),
  }
}

/** The risks the classification led to, and what is to be done: for the gaps, for the risks, or for the classification itself. */
async function consequencesOf(reading: Reading, id: string, gaps: readonly string[]) {
  const { services, tx, language } = reading
  const { catalogue } = services
  const riskIds = await idsOf(
    tx,
    sql<{ id: string }>`select r.id from risk r where r.withdrawn_at is null and (r.classification = ${id}::uuid
      or r.id in (select p.risk from risk_proposal p where p.classification = ${id}::uuid and p.withdrawn_at is null))`,
  )
  const actionIds = await idsOf(
    tx,
    sql<{ id: string }>`select a.id from action a where a.withdrawn_at is null and a.state <> 'dropped'
      and (a.classification = ${id}::uuid or a.gaps && ${gaps}::uuid[] or a.risks && ${riskIds}::uuid[])`,
  )
  const [risks, actions] = [catalogue.register('risk'), catalogue.register('action')]
  const stateOf = (register: typeof risks, row: Json) => {
    const label = register.workflow?.states[String(row.state)]?.label
    return label ? say(label, language) : String(row.state)
  }
  const riskRows = riskIds.length ? await many(reading, 'risk', { ids: riskIds, sort: ['-level', 'reference'] }) : []
  const actionRows = actionIds.length ? await many(reading, 'action', { ids: actionIds, sort: ['due', 'reference'] }) : []
  return {
    risks: riskRows.map((row) => ({
      id: String(row.id),
      label: String(row.title),
      reference: text(row.reference),
      level: wording(risks.fields.level, row.level, language),
      state: stateOf(risks, row),
      owner: named(row.owner)?.label ?? null,
    })),
    actions: actionRows.map((row) => ({
      id: String(row.id),
      label: String(row.title),
      reference: text(row.reference),
      owner: named(row.owner)?.label ?? null,
      due: text(row.due),
      cost: number(row.costEstimated),
      state: stateOf(actions, row),
    })),
  }
}

/** Who submitted it and who decided, by the history of the record up to the moment looked back to. */
async function decisionOf(reading: Reading, classification: Json, asOf: Date | null): Promise<ClassificationReport['decision']> {
  const { services, tx } = reading
  const { catalogue, store } = services
  const versions = await versionsOf(tx, store, catalogue, catalogue.register('classification'), String(classification.id), null)
  const until = versions.filter(({ at }) => !asOf || new Date(at) <= asOf)
  const lastDecision = until.findLast(({ move }) => move === 'decide')
  const proposal = until.findLast(
    ({ move, version }) => move === 'propose' && version < (lastDecision?.version ?? Number.POSITIVE_INFINITY),
  )
  const isDecided = classification.state === 'decided' || classification.state === 'replaced'
  return {
    decidedOn: text(classification.decidedOn) ?? (isDecided && lastDecision ? dayIn(new Date(lastDecision.at)) : null),
    by: isDecided ? (lastDecision?.by?.label ?? null) : null,
    proposedBy: proposal?.by?.label ?? null,
    reason: isDecided ? (lastDecision?.reason ?? null) : null,
    fourEyes: classification.fourEyes === true,
    brought: text(classification.classifiedOn) !== null,
  }
}

export interface ClassificationQuestion {
  readonly id: string
  /** The moment looked back to; null for now. */
  readonly asOf: Date | null
  readonly language: Language
}

/** Reads what came of a classification, in one snapshot and as the one who asks. One he may not read does not exist. */
export async function classificationReport(
  services: Services,
  actor: Actor,
  question: ClassificationQuestion,
): Promise<ClassificationReport> {
  const { asOf, language } = question
  const now = services.clock.now()
  const day = dayIn(asOf ?? now)
  const authority = await services.identity.authority()
  return services.store.read(actor, asOf, async (tx) => {
    const reading: Reading = { services, tx, day, language }
    const register = services.catalogue.register('classification')
    const classification = await one(reading, 'classification', question.id)
    if (!classification) throw notFound()
    const asset = await one(reading, 'informationAsset', named(classification.asset)?.id)
    const model = await one(reading, 'classificationModel', named(classification.model)?.id)
    const content = (model?.content ?? null) as ModelContent | null
    const values = await valuesOf(reading, classification, content)
    const { carriers, gaps, gapsBySeverity } = await gapsOf(reading, asset)
    const state = String(classification.state)
    return {
      asOf: day,
      language,
      authority: authority?.name ?? say({ sv: 'Myndigheten', en: 'The authority' }, language),
      madeAt: now.toISOString(),
      madeFor: actor.person ? actor.name : null,
      id: question.id,
      reference: String(classification.reference),
      name: text(classification.name) ?? named(classification.asset)?.label ?? String(classification.reference),
      description: text(asset?.description),
      state: { key: state, label: say(register.workflow?.states[state]?.label ?? { sv: state, en: state }, language) },
      asset: named(classification.asset),
      unit: named(classification.unit),
      owner: named(classification.owner),
      participants: namedAll(classification.participants),
      occasion: wording(register.fields.occasion, classification.occasion, language) ?? '',
      occasionNote: text(classification.occasionNote),
      basedOn: named(classification.basedOn),
      model: {
        ...(named(classification.model) ?? { id: '', label: '' }),
        validFrom: text(model?.validFrom),
      },
      marking: (classification.marking as Secrecy | null) ?? (asset?.marking as Secrecy | null | undefined) ?? null,
      level: levelNamed(content, number(classification.level), language),
      grounds: text(classification.grounds),
      values,
      carriers,
      gapsBySeverity,
      gaps,
      ...(await consequencesOf(
        reading,
        question.id,
        gaps.map(({ id }) => id),
      )),
      decision: await decisionOf(reading, classification, asOf),
      reviewBy: text(classification.reviewBy),
    }
  })
}
