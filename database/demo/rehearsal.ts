import { varnaCatalogue } from '#areas/catalogue.ts'
import { type Action, type Scope, scopesFor } from '#kernel/access/access.ts'
import { isRole, type Role } from '#kernel/access/roles.ts'
import type { Register, Rule } from '#kernel/definition/register.ts'
import { faultsIn } from '#kernel/gate/validate.ts'
import { takesTwo } from '#kernel/workflow/workflow.ts'
import { idOfKey } from './keys.ts'
import { type Moment, plus, type Step } from './script.ts'

/** Someone who acts, with the mandates of the day. */
interface Actor {
  readonly key: string
  readonly mandates: readonly { readonly role: Role; readonly unit: string }[]
}

/** A record of the rehearsal: values as the gate would store them, with keys in place of identities. */
export interface Played {
  readonly register: Register
  readonly key: string
  readonly values: Record<string, unknown>
  state: string | null
  movedBy: string
  readonly createdBy: string
  changedAt: number
  /** The batch of like steps in which it was made; it cannot be referred to from the same one. */
  readonly batch: number
}

const keyOf = (value: unknown): string => (typeof value === 'string' ? value.slice(1) : '')
const keysOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(keyOf) : value === null || value === undefined ? [] : [keyOf(value)]
const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Plays a story without a database, with the real definitions: fields, rules, workflows, access. Gathers everything that the
 * gate would refuse, in words, so that a mistake in the story is found in a second.
 */
export function rehearse(story: Iterable<Moment>, requirements: ReadonlySet<string>): { faults: string[]; records: Map<string, Played> } {
  const records = new Map<string, Played>()
  const faults: string[] = []
  let last = Number.NEGATIVE_INFINITY
  let batch = 0

  const valueIn = (key: string, field: string) => records.get(key)?.values[field]
  const actorOn = (key: string, day: string): Actor => {
    const mandates = assignmentsOf(key).flatMap(({ values }) => {
      const { role, unit, validFrom, validTo } = values
      return isRole(role) && String(validFrom) <= day && (isEmpty(validTo) || String(validTo) >= day) ? [{ role, unit: keyOf(unit) }] : []
    })
    return { key, mandates: [{ role: 'employee' as const, unit: keyOf(valueIn(key, 'unit')) }, ...mandates] }
  }
  const assignments = new Map<string, Played[]>()
  const assignmentsOf = (person: string) => assignments.get(person) ?? []
  const isUnder = (unit: string, top: string): boolean => unit === top || (unit !== '' && isUnder(keyOf(valueIn(unit, 'parent')), top))

  /** Whether the actor has the right to an action on a record as it is given. */
  const may = (actor: Actor, action: Action, record: Played): boolean => {
    if (actor.key === 'system') return true
    const scopes = scopesFor(record.register.access, action)
    return actor.mandates.some(({ role, unit }) => {
      const scope: Scope | undefined = scopes[role]
      if (scope === 'all') return true
      if (scope === 'part') {
        const whole = records.get(keyOf(record.values[record.register.scope?.partOf ?? '']))
        return whole !== undefined && sees(actor, whole) && (action === 'read' || may(actor, 'update', whole))
      }
      if (scope === 'own')
        return (
          record.createdBy === actor.key ||
          (record.register.scope?.own ?? []).some((name) => keysOf(record.values[name]).includes(actor.key))
        )
      return scope === 'unit' && isUnder(keyOf(record.values[record.register.scope?.unit ?? '']), unit)
    })
  }
  const isSecret = (record: Played) =>
    Object.entries(record.register.fields).some(([name, field]) => field.kind === 'secrecy' && !isEmpty(record.values[name]))
  const sees = (actor: Actor, record: Played) => may(actor, 'read', record) && (!isSecret(record) || may(actor, 'secret', record))

  const are = (register: string) => [...records.values()].filter((record) => record.register.name === register)
  /** What the story rests on of that which follows in other records from a step. */
  const follow = (record: Played, step: Step, day: string): void => {
    const { values } = record
    if (record.register.name === 'measureAssessment' && step.do === 'create')
      values.unit = valueIn(keyOf(values.system ?? values.asset), 'unit')
    // A decision sets the next review by the cadence of the method; an accepted risk is reviewed when its acceptance ends, if not before.
    if (record.register.name === 'risk' && step.do === 'move' && ['treat', 'accept'].includes(step.move))
      if (isEmpty(values.reviewBy) || String(values.reviewBy) <= day) values.reviewBy = values.acceptedUntil ?? plus(day, 180)
    if (step.do !== 'move' || step.move !== 'decide') return
    if (record.register.name === 'classificationModel')
      for (const other of are('classificationModel')) if (other !== record && other.state === 'inForce') other.state = 'replaced'
    if (record.register.name !== 'classification') return
    for (const other of are('classification'))
      if (other !== record && other.state === 'decided' && other.values.asset === values.asset) other.state = 'replaced'
    Object.assign(records.get(keyOf(values.asset))?.values ?? {}, {
      classification: `@${record.key}`,
      classifiedOn: values.classifiedOn ?? day,
      reviewBy: values.reviewBy,
    })
  }

  for (const moment of story) {
    const at = Date.parse(moment.at)
    const day = moment.at.slice(0, 10)
    const say = (step: Step, words: string) =>
      faults.push(`${moment.at} ${moment.actor} ${step.do} ${'key' in step ? step.key : ''}: ${words}`)
    if (Number.isNaN(at) || at < last) faults.push(`${moment.at}: out of order`)
    if (moment.actor !== 'system' && !records.has(moment.actor)) faults.push(`${moment.at}: ${moment.actor} is nobody`)
    last = Math.max(last, at)
    const actor = actorOn(moment.actor, day)
    if (
      moment.actor !== 'system' &&
      !(
        String(valueIn(moment.actor, 'employedFrom')) <= day &&
        (isEmpty(valueIn(moment.actor, 'employedTo')) || String(valueIn(moment.actor, 'employedTo')) >= day)
      )
    )
      faults.push(`${moment.at}: ${moment.actor} is not employed`)
    const context = {
      today: day,
      actor: moment.actor === 'system' ? null : `@${moment.actor}`,
      roles: actor.mandates.map(({ role }) => role),
    }
    let kind = ''

    for (const step of moment.steps) {
      if (step.do === 'import-law') continue
      if (step.do === 'adopt') {
        if (step.register !== 'classification') {
          for (const value of Object.values(step.where))
            if (value.startsWith('@') && !records.has(keyOf(value))) say(step, `there is no ${value}`)
          const register = varnaCatalogue.register(step.register)
          const state = step.where.state ?? register.workflow?.initial ?? null
          const made = { register, key: step.key, values: { ...step.where }, state, movedBy: 'system', createdBy: 'system' }
          records.set(step.key, { ...made, changedAt: at - 1, batch })
          continue
        }
        const { asset = '', revaluation = '' } = step.where
        const [whole, cause] = [records.get(keyOf(asset)), records.get(keyOf(revaluation))]
        if (!whole?.values.classification || !cause) faults.push(`${moment.at} adopt ${step.key}: nothing has followed`)
        records.set(step.key, {
          register: varnaCatalogue.register(step.register),
          key: step.key,
          values: {
            asset,
            revaluation,
            model: cause?.values.model,
            unit: whole?.values.unit,
            owner: whole?.values.owner,
            participants: [],
          },
          state: 'planned',
          movedBy: 'system',
          createdBy: 'system',
          changedAt: at - 1,
          batch,
        })
        continue
      }
      const before = records.get(step.key)
      if (step.do === 'create' ? before : !before) {
        say(step, step.do === 'create' ? 'the key is taken' : 'there is no such record')
        continue
      }
      const register = step.do === 'create' ? varnaCatalogue.register(step.register) : (before as Played).register
      const alike = `${register.name} ${step.do} ${step.do === 'move' ? `${step.move} ${step.reason ?? ''}` : ''}`
      if (alike !== kind) batch += 1
      kind = alike
      const given = 'fields' in step ? (step.fields ?? {}) : {}
      const reason = ('reason' in step ? step.reason : undefined) ?? moment.reason
      const record: Played = before ?? {
        register,
        key: step.key,
        values: {},
        state: register.workflow?.initial ?? null,
        movedBy: moment.actor,
        createdBy: moment.actor,
        changedAt: at,
        batch,
      }
      if (before && before.changedAt >= at) say(step, 'changed twice at the same moment')
      // Who is named for it follows from other records: the gate judges that when the story is played.
      const isNamed = step.do === 'move' && isReserved(register, step.move)
      if (before && !isNamed && !sees(actor, before)) say(step, 'the actor does not see the record')
      if (before && !isNamed && step.do !== 'create' && !may(actor, step.do === 'move' ? `move:${step.move}` : step.do, before))
        say(step, 'the actor has no right to this')

      if (before && step.do === 'move' && !isNamed && !may(actor, 'update', before))
        for (const name of Object.keys(given))
          if (!(register.workflow?.moves[step.move]?.needs ?? []).includes(name)) say(step, `${name} is not asked for by the move`)
      for (const fault of faultsIn(register, step.do === 'create' ? 'create' : 'update', withIdentities(register, given)))
        say(step, `${fault.field}: ${fault.code}`)
      for (const [name, value] of Object.entries(given)) {
        const field = register.fields[name]
        if (field?.kind !== 'link' && field?.kind !== 'links') continue
        for (const target of keysOf(value)) {
          if (target.startsWith('req:')) {
            if (field.to !== 'requirement' || !requirements.has(target.slice('req:'.length)))
              say(step, `${name}: there is no requirement ${target}`)
            continue
          }
          const found = records.get(target)
          if (!found || found.register.name !== field.to) say(step, `${name}: no ${field.to} is called ${target}`)
          else if (found.batch === batch && found.register === register) say(step, `${name}: ${target} is made in the same breath`)
          else if (!sees(actor, found)) say(step, `${name}: the actor does not see ${target}`)
        }
      }
      if (
        step.do === 'update' &&
        isEmpty(reason) &&
        (register.askWhy ?? []).some(
          (name) => name in given && !isEmpty(record.values[name]) && JSON.stringify(record.values[name]) !== JSON.stringify(given[name]),
        )
      )
        say(step, 'a reason is asked for')
      Object.assign(record.values, given)
      for (const [name, field] of Object.entries(register.fields)) {
        if (!(name in record.values)) record.values[name] = field.kind === 'links' || field.kind === 'attachments' ? [] : null
        if (field.kind === 'derived' && field.by) record.values[name] = field.by(record.values)
      }

      if (step.do === 'create') follow(record, step, day)
      if (step.do === 'create' && !may(actor, 'create', record)) say(step, 'the actor has no right to make this')
      if (step.do === 'move') {
        const move = register.workflow?.moves[step.move]
        if (!move?.from.includes(record.state ?? '')) say(step, `${step.move} is not open in ${record.state ?? 'no state'}`)
        if (move && takesTwo(move, record.values) && moment.actor !== 'system' && record.movedBy === moment.actor)
          say(step, 'takes two persons')
        if (move?.reason === 'required' && isEmpty(reason)) say(step, 'a reason is required')
        for (const name of move?.needs ?? []) if (isEmpty(record.values[name])) say(step, `${name} is needed`)
        const objection = move?.guard?.(record.values as never, context)
        if (objection) say(step, objection.sv)
        record.state = move?.to ?? null
        record.movedBy = moment.actor
      }
      for (const rule of (register.rules ?? []) as readonly Rule[]) {
        const objection = rule.check(record.values as never, context)
        if (objection) say(step, objection.sv)
      }
      if (
        step.do !== 'create' &&
        !isNamed &&
        !may(actor, step.do === 'move' ? `move:${step.move}` : step.do, record) &&
        !scopesOwn(register, step, actor)
      )
        say(step, 'the record leaves what the actor answers for')
      record.changedAt = at
      records.set(step.key, record)
      if (step.do !== 'create') follow(record, step, day)
      if (register.name === 'assignment' && step.do === 'create')
        assignments.set(keyOf(record.values.person), [...assignmentsOf(keyOf(record.values.person)), record])
    }
  }
  return { faults, records }
}

/** Whether only one person may make the move, whom an effect names. */
const isReserved = (register: Register, move: string): boolean => {
  const only = register.workflow?.moves[move]?.only
  return only !== undefined && register.fields[only]?.kind === 'derived'
}

/** Handing over what is one's own is allowed. */
const scopesOwn = (register: Register, step: Exclude<Step, { do: 'import-law' } | { do: 'adopt' }>, actor: Actor) => {
  const scopes = scopesFor(register.access, step.do === 'move' ? `move:${step.move}` : step.do)
  return actor.mandates.some(({ role }) => scopes[role] === 'own')
}

/** The values with identities in the place of keys, as the gate validates them. */
const withIdentities = (register: Register, fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const kind = register.fields[name]?.kind
      if (kind === 'link' && typeof value === 'string') return [name, idOfKey(value)]
      if (kind === 'links' && Array.isArray(value)) return [name, value.map((each) => idOfKey(String(each)))]
      return [name, value]
    }),
  )
