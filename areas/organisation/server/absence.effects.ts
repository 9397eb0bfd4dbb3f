import { sql } from 'kysely'
import { dayInWords } from '#kernel/clocks/words.ts'
import { differs, followsFrom, isWithdrawn } from '#kernel/gate/changes.ts'
import type { Effect } from '#kernel/gate/effect.ts'
import type { Notice } from '#kernel/notices/notice.ts'

/** An absence is called by who is away and who deputises; the deputy is told. */
export const absencesFollow: Effect = {
  on: ['absence'],
  follow: async (gate, changed) => {
    const given = changed.filter((change) => !isWithdrawn(change) && differs(change, ['person', 'deputy', 'validFrom', 'validTo']))
    if (!given.length) return {}
    const ids = given.flatMap(({ after }) => [String(after.person), String(after.deputy)])
    const people = await gate.tx.rows<{ id: string; name: string }>(sql`select id, name from person where id = any (${ids}::uuid[])`)
    const names = new Map(people.map(({ id, name }) => [id, name]))
    const register = gate.catalogue.register('absence')
    const commands = given.flatMap(({ written, after }) => {
      const name = `${names.get(String(after.person)) ?? ''} → ${names.get(String(after.deputy)) ?? ''}`.slice(0, 200)
      if (after.name === name) return []
      const { id, version } = written
      return [{ do: 'update' as const, register, id, version, values: {}, calculated: { name }, reason: followsFrom(given) }]
    })
    const notices = given.map(({ written, after }): Notice => {
      const [from, to] = [dayInWords(String(after.validFrom), gate.today), dayInWords(String(after.validTo), gate.today)]
      return {
        person: String(after.deputy),
        kind: 'task',
        register: 'absence',
        record: written.id,
        say: { sv: `Du är ersättare från och med ${from.sv} till och med ${to.sv}.`, en: `You deputise from ${from.en} until ${to.en}.` },
      }
    })
    return { commands, notices }
  },
}
