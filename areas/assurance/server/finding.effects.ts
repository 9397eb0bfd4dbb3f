import { isNew } from '#kernel/gate/changes.ts'
import type { Changed, Effect } from '#kernel/gate/effect.ts'
import type { Notice, NoticeKind } from '#kernel/notices/notice.ts'

const tell = ({ written }: Changed, person: unknown, kind: NoticeKind, sv: string, en: string): Notice[] =>
  typeof person === 'string' ? [{ person, kind, register: 'finding', record: written.id, say: { sv, en } }] : []

/** Who is to answer a finding hears of it; internal audit hears of the answer. */
export const findingsFollow: Effect = {
  on: ['finding'],
  follow: async (_gate, changed) => ({
    notices: changed.flatMap((change) => {
      const { written, before, after, move } = change
      const name = written.reference ?? ''
      if (isNew(change) || move === 'insist')
        return tell(
          change,
          after.responsible,
          'task',
          `Iakttagelsen ${name} väntar på ditt svar.`,
          `The finding ${name} awaits your answer.`,
        )
      if (move === 'answer')
        return tell(change, before?.createdBy, 'told', `Iakttagelsen ${name} har besvarats.`, `The finding ${name} has been answered.`)
      if (move === 'close')
        return tell(change, after.responsible, 'told', `Iakttagelsen ${name} är avslutad.`, `The finding ${name} is closed.`)
      return []
    }),
  }),
}
