import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { varnaMatters } from '#areas/server/figures.ts'
import { addDays, dayIn } from '#kernel/clocks/clock.ts'
import { shownState } from '#kernel/definition/shown.ts'
import type { Ask, Sql } from '#kernel/figures/figure.ts'
import { askFor, registerOf } from '#kernel/figures/server/ask.ts'
import type { Text } from '#kernel/language/text.ts'
import type { Transaction } from '#kernel/store/context.ts'
import { askerOf } from '../reports/figure-ids.ts'
import type { Services } from '../services.ts'
import { asOfIn, signedIn } from './requests.ts'

interface Group {
  readonly key: string
  readonly register: string
  readonly label: Text
  readonly why: Text
  /** A query with the columns `id`, `reference`, `label`, `state`, `due`. */
  readonly items: (ask: Ask) => Sql
}

/** The most that is shown of each kind; who has more uses the list. */
const most = 100
/** A review is one's work from so many days before it is due; a changed need is news for as long after. */
const ahead = 30

const decisions = (key: string) => (ask: Ask) => {
  const matter = varnaMatters.get(key)
  if (!matter) throw new Error(`No matter is called "${key}"`)
  return matter.records(ask)
}

const mine = sql`(select actor())`

/** Work that comes to a person, in the order it is shown. Decisions are those the person may make; all else is what he or she is responsible for. */
const groups: readonly Group[] = [
  {
    key: 'risk-decisions',
    register: 'risks',
    label: { sv: 'Risker att besluta om', en: 'Risks to decide on' },
    why: { sv: 'Risken är analyserad och väntar på ditt beslut', en: 'The risk is analysed and awaits your decision' },
    items: (ask) =>
      sql`select t.id, t.reference, t.title as label, t.state, t.decide_by as due from risk t where t.decider = ${mine} and t.id in (select m.id from (${decisions('waiting.risks.analysed')(ask)}) m)`,
  },
  {
    key: 'challenges-to-answer',
    register: 'risks',
    label: { sv: 'Ifrågasättanden att besvara', en: 'Challenges to answer' },
    why: {
      sv: 'Riskfunktionen har ifrågasatt bedömningen och väntar på ditt svar',
      en: 'The risk function has challenged the judgement and awaits your answer',
    },
    items: () =>
      sql`select r.id, r.reference, r.title as label, r.state, min(t.answer_by) as due from challenge t join risk r on r.id = t.risk and r.withdrawn_at is null
        where t.withdrawn_at is null and t.state = 'raised' and t.answerer = ${mine} group by r.id`,
  },
  {
    key: 'challenges-answered',
    register: 'risks',
    label: { sv: 'Svar på dina ifrågasättanden', en: 'Answers to your challenges' },
    why: {
      sv: 'Du har fått svar och kan godta det eller begära ett nytt',
      en: 'You have been answered and can accept it or ask for another answer',
    },
    items: () =>
      sql`select distinct r.id, r.reference, r.title as label, r.state, null::date as due from challenge t join risk r on r.id = t.risk and r.withdrawn_at is null
        where t.withdrawn_at is null and t.state = 'answered' and t.created_by = ${mine}`,
  },
  {
    key: 'risks-to-know',
    register: 'risks',
    label: { sv: 'Att bekräfta', en: 'To acknowledge' },
    why: {
      sv: 'Du ska känna till risken. Bekräfta att du har tagit emot',
      en: 'You are to know of the risk. Confirm that you have received it',
    },
    items: () =>
      sql`select r.id, r.reference, r.title as label, r.state, min(t.answer_by) as due from escalation t join risk r on r.id = t.risk and r.withdrawn_at is null
        where t.withdrawn_at is null and t.state = 'open' and t.purpose = 'know' and t.person = ${mine} group by r.id`,
  },
  {
    key: 'findings-to-answer',
    register: 'findings',
    label: { sv: 'Iakttagelser att svara på', en: 'Findings to answer' },
    why: { sv: 'Internrevisionen väntar på ditt svar', en: 'Internal audit awaits your answer' },
    items: () =>
      sql`select t.id, t.reference, t.title as label, t.state, t.answer_by as due from finding t where t.withdrawn_at is null and t.responsible = ${mine} and t.state = 'recorded'`,
  },
  {
    key: 'document-decisions',
    register: 'documents',
    label: { sv: 'Styrdokument att besluta om', en: 'Governing documents to decide on' },
    why: { sv: 'Dokumentet är färdigt och väntar på ditt beslut', en: 'The document is finished and awaits your decision' },
    items: (ask) =>
      sql`select t.id, t.reference, t.title as label, t.state, null::date as due from document t where t.approver = ${mine} and t.id in (select m.id from (${decisions('waiting.documents.inReview')(ask)}) m)`,
  },
  {
    key: 'incident-reviews',
    register: 'incidents',
    label: { sv: 'Rapporter att granska', en: 'Reports to review' },
    why: { sv: 'Händelsen är rapporterad men ingen har granskat den', en: 'The event is reported but nobody has reviewed it' },
    items: (ask) =>
      sql`select t.id, t.reference, t.title as label, t.state, null::date as due from incident t where t.id in (select m.id from (${decisions('waiting.incidents.reported')(ask)}) m)`,
  },
  {
    key: 'classification-decisions',
    register: 'classifications',
    label: { sv: 'Klassningar att besluta om', en: 'Classifications to decide on' },
    why: { sv: 'Klassningen är klar och väntar på ditt beslut', en: 'The classification is finished and awaits your decision' },
    items: (ask) =>
      sql`select t.id, t.reference, t.name as label, t.state, t.due_by as due from classification t where t.owner = ${mine} and t.id in (select m.id from (${decisions('waiting.classifications.proposed')(ask)}) m)`,
  },
  {
    key: 'actions',
    register: 'actions',
    label: { sv: 'Mina åtgärder', en: 'My actions' },
    why: { sv: 'Du ansvarar för åtgärden', en: 'You are responsible for the action' },
    items: () =>
      sql`select t.id, t.reference, t.title as label, t.state, t.due from action t where t.withdrawn_at is null and t.owner = ${mine} and t.state in ('decided', 'ongoing')`,
  },
  {
    key: 'incidents',
    register: 'incidents',
    label: { sv: 'Incidenter jag hanterar', en: 'Incidents I handle' },
    why: { sv: 'Du hanterar incidenten', en: 'You handle the incident' },
    items: () =>
      sql`select t.id, t.reference, t.title as label, t.state, null::date as due from incident t where t.withdrawn_at is null and t.owner = ${mine} and t.state in ('reviewed', 'ongoing')`,
  },
  {
    key: 'risks',
    register: 'risks',
    label: { sv: 'Risker att analysera', en: 'Risks to analyse' },
    why: {
      sv: 'Du är närmaste ansvarig för risken, som ännu inte är analyserad',
      en: 'You are the nearest manager of the risk, which is not yet analysed',
    },
    items: () =>
      sql`select t.id, t.reference, t.title as label, t.state, (select min(e.answer_by) from escalation e where e.risk = t.id and e.purpose = 'analyse'
          and e.state in ('open', 'acknowledged') and e.withdrawn_at is null) as due from risk t where t.withdrawn_at is null and t.state = 'identified' and t.handler = ${mine}`,
  },
  {
    key: 'risks-to-value',
    register: 'risks',
    label: { sv: 'Ska värderas om', en: 'To be valued again' },
    why: { sv: 'Du äger risken, och riskmetoden har bytts', en: 'You own the risk, and the risk method has been replaced' },
    items: () =>
      sql`select t.id, t.reference, t.title as label, t.state, null::date as due from risk t where t.withdrawn_at is null and t.owner = ${mine} and t.revalue and t.state <> 'closed'`,
  },
  {
    key: 'acceptances-ending',
    register: 'risks',
    label: { sv: 'Acceptans som går ut', en: 'Acceptances ending' },
    why: {
      sv: 'Du äger risken. När acceptansen går ut ska den beslutas på nytt',
      en: 'You own the risk. When the acceptance ends it is to be decided on anew',
    },
    items: (ask) =>
      sql`select t.id, t.reference, t.title as label, t.state, t.accepted_until as due from risk t where t.withdrawn_at is null and t.owner = ${mine} and t.state = 'accepted'
        and t.accepted_until <= ${addDays(ask.today, ahead)}::date`,
  },
  {
    key: 'risk-revaluations',
    register: 'risks',
    label: { sv: 'Risker att värdera om', en: 'Risks to value again' },
    why: {
      sv: 'Riskmetoden är ny, och risken har en nivå som inte motsvaras av någon i den',
      en: 'The risk method is new, and the risk has a level that corresponds to none in it',
    },
    items: () =>
      sql`select t.id, t.reference, t.title as label, t.state, null::date as due from risk t where t.withdrawn_at is null and t.owner = ${mine} and t.revalue and t.state <> 'closed'`,
  },
  {
    key: 'risk-reviews',
    register: 'risks',
    label: { sv: 'Risker att ompröva', en: 'Risks to review' },
    why: { sv: 'Du äger risken och den ska omprövas', en: 'You own the risk and it is due for review' },
    items: (ask) =>
      sql`select t.id, t.reference, t.title as label, t.state, t.review_by as due from risk t where t.withdrawn_at is null and t.owner = ${mine} and t.state in ('treated', 'accepted') and t.review_by <= ${addDays(ask.today, ahead)}::date`,
  },
  {
    key: 'documents',
    register: 'documents',
    label: { sv: 'Styrdokument att se över', en: 'Governing documents to review' },
    why: { sv: 'Du äger dokumentet och det ska ses över', en: 'You own the document and it is due for review' },
    items: (ask) =>
      sql`select t.id, t.reference, t.title as label, t.state, t.review_by as due from document t where t.withdrawn_at is null and t.owner = ${mine} and t.state = 'inForce' and t.review_by <= ${addDays(ask.today, ahead)}::date`,
  },
  {
    key: 'changed-systems',
    register: 'systems',
    label: { sv: 'System vars skyddsbehov har ändrats', en: 'Systems whose need of protection has changed' },
    why: {
      sv: 'Det som systemet bär har fått ett annat skyddsbehov. Se vilka säkerhetsåtgärder som nu krävs',
      en: 'What the system carries now needs another protection. See which security measures are required',
    },
    items: (ask) =>
      sql`select t.id, t.reference, t.name as label, t.state, null::date as due from system t where t.withdrawn_at is null and t.system_owner = ${mine}
        and t.need_changed_on >= ${addDays(ask.today, -ahead)}::date`,
  },
  {
    key: 'changed-suppliers',
    register: 'suppliers',
    label: { sv: 'Leverantörer vars skyddsbehov har ändrats', en: 'Suppliers whose need of protection has changed' },
    why: {
      sv: 'Det som leverantören hanterar har fått ett annat skyddsbehov. Se om avtalet räcker',
      en: 'What the supplier handles now needs another protection. See whether the agreement suffices',
    },
    items: (ask) =>
      sql`select t.id, t.reference, t.name as label, t.state, null::date as due from supplier t where t.withdrawn_at is null and t.owner = ${mine}
        and t.need_changed_on >= ${addDays(ask.today, -ahead)}::date`,
  },
  {
    key: 'classification-work',
    register: 'classifications',
    label: { sv: 'Klassningar att göra', en: 'Classifications to do' },
    why: { sv: 'Du äger informationen eller medverkar i klassningen', en: 'You own the information or take part in the classification' },
    items: () =>
      sql`select t.id, t.reference, t.name as label, t.state, t.due_by as due from classification t where t.withdrawn_at is null
        and (t.owner = ${mine} or ${mine} = any (t.participants)) and t.state in ('planned', 'underway')`,
  },
  {
    key: 'classifications',
    register: 'informationAssets',
    label: { sv: 'Information att klassa', en: 'Information to classify' },
    why: {
      sv: 'Du äger informationen, som ska klassas eller omprövas',
      en: 'You own the information, which is to be classified or reviewed',
    },
    items: (ask) =>
      sql`select t.id, t.reference, t.name as label, t.state, t.review_by as due from information_asset t where t.withdrawn_at is null and t.owner = ${mine}
        and (t.classified_on is null or t.occasion is not null or t.review_by <= ${addDays(ask.today, ahead)}::date)
        and not exists (select from classification c where c.asset = t.id and c.withdrawn_at is null and c.state in ('planned', 'underway', 'proposed'))`,
  },
  {
    key: 'plans',
    register: 'continuityPlans',
    label: { sv: 'Kontinuitetsplaner att se över', en: 'Continuity plans to review' },
    why: { sv: 'Du ansvarar för planen och den ska ses över', en: 'You are responsible for the plan and it is due for review' },
    items: (ask) =>
      sql`select t.id, t.reference, t.name as label, t.state, t.review_by as due from continuity_plan t where t.withdrawn_at is null and t.owner = ${mine} and t.review_by <= ${addDays(ask.today, ahead)}::date`,
  },
  {
    key: 'courses',
    register: 'enrolments',
    label: { sv: 'Min utbildning', en: 'My training' },
    why: { sv: 'Utbildningen är inte genomförd', en: 'The course is not completed' },
    items: () =>
      sql`select t.id, t.reference, c.name as label, t.state, t.due from enrolment t join course c on c.id = t.course where t.withdrawn_at is null and t.person = ${mine} and t.completed_on is null`,
  },
]

/** A task as the page shows it. */
export interface Task {
  readonly register: string
  readonly id: string
  readonly reference: string | null
  readonly label: string
  readonly state: string | null
  readonly due: string | null
  readonly why: Text
}

/** Everything that waits for the actor, by kind, the earliest due first; one statement. A person who is nobody has no work. */
export async function workOf(tx: Transaction, ask: Ask): Promise<{ label: Text; items: Task[] }[]> {
  if (tx.actor.person === null) return []
  const parts = groups.map(
    ({ key, items }): Sql =>
      sql`(select ${key}::text as key, w.* from (${items(ask)}) w order by w.due nulls last, w.label, w.id limit ${most})`,
  )
  const rows = await tx.rows<Omit<Task, 'register' | 'why'> & { key: string }>(sql`${sql.join(parts, sql` union all `)}`)
  return groups.flatMap(({ key, register, label, why }) => {
    const items = rows.filter((row) => row.key === key).map(({ key: _, ...item }) => ({ register, ...item, why }))
    return items.length ? [{ label, items }] : []
  })
}

/** `GET /api/my/work`: what waits for the one who asks. */
export const workRoutes = (services: Services) => async (app: FastifyInstance) => {
  app.get('/api/my/work', { schema: { tags: ['Position'], summary: 'What waits for the one who asks' } }, async (request) => {
    const { actor } = signedIn(request)
    const asOf = asOfIn(request, services.clock)
    const today = dayIn(asOf ?? services.clock.now())
    const groups = await services.store.read(actor, asOf, (tx) => workOf(tx, askFor(askerOf(services, actor.person, today))))
    return {
      groups: groups.map(({ label, items }) => ({
        label,
        items: items.map((item) => ({ ...item, shownState: shownState(registerOf(services.catalogue, item.register), item.state) })),
      })),
    }
  })
}
