import { dayInWords } from '#kernel/clocks/words.ts'
import { differs, isOf, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Text } from '#kernel/language/text.ts'
import type { Notice, NoticeKind } from '#kernel/notices/notice.ts'

const toOwner = ({ written, after }: Changed, kind: NoticeKind, say: Text): Notice[] =>
  typeof after.owner === 'string' ? [{ person: after.owner, kind, register: written.register.name, record: written.id, say }] : []

function ofAction(change: Changed, today: string): Notice[] {
  const { written, before, after } = change
  const reference = written.reference ?? ''
  const due = typeof after.due === 'string' ? dayInWords(after.due, today) : null
  if (before?.state === 'proposed' && after.state === 'decided')
    return toOwner(change, 'task', {
      sv: `Åtgärden ${reference}, som du ansvarar för, är beslutad${due ? ` och ska vara klar senast ${due.sv}` : ''}.`,
      en: `The action ${reference}, for which you are responsible, is decided${due ? ` and due ${due.en}` : ''}.`,
    })
  if (!differs(change, ['owner'])) return []
  if (after.state === 'proposed')
    return toOwner(change, 'told', {
      sv: `Du föreslås ansvara för åtgärden ${reference}.`,
      en: `You are proposed as responsible for the action ${reference}.`,
    })
  if (after.state !== 'decided' && after.state !== 'ongoing') return []
  return toOwner(change, 'task', {
    sv: `Du ansvarar nu för åtgärden ${reference}${due ? `, som ska vara klar senast ${due.sv}` : ''}.`,
    en: `You are now responsible for the action ${reference}${due ? `, due ${due.en}` : ''}.`,
  })
}

function ofPlan(change: Changed): Notice[] {
  const { written, before, after } = change
  const reference = written.reference ?? ''
  if (before?.state === 'proposed' && after.state === 'decided')
    return toOwner(change, 'told', {
      sv: `Handlingsplanen ${reference} är beslutad.`,
      en: `The action plan ${reference} has been decided.`,
    })
  if (before?.state === 'proposed' && after.state === 'dropped')
    return toOwner(change, 'told', {
      sv: `Handlingsplanen ${reference} har avslagits.`,
      en: `The action plan ${reference} has been turned down.`,
    })
  return differs(change, ['owner'])
    ? toOwner(change, 'task', {
        sv: `Du ansvarar nu för handlingsplanen ${reference}.`,
        en: `You are now responsible for the action plan ${reference}.`,
      })
    : []
}

/** Tells those who are made responsible for an action or a plan, and of what is decided about it. */
export const actionsTold: Effect = {
  on: ['action', 'actionPlan'],
  follow: async ({ today }, changed) => ({
    notices: changed
      .filter((change) => !isWithdrawn(change))
      .flatMap((change) => (isOf('action')(change) ? ofAction(change, today) : isOf('actionPlan')(change) ? ofPlan(change) : [])),
  }),
}
