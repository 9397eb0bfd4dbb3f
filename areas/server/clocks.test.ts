import { expect, test } from 'vitest'
import { isDayClock, running } from '#kernel/clocks/server/look.ts'
import { shapeOf } from '#kernel/fields/field.ts'
import { varnaCatalogue } from '../catalogue.ts'
import { varnaClocks, varnaDaily } from './clocks.ts'

test('no two clocks share a key, since what has fired is remembered by it', () => {
  const keys = [...varnaClocks.map(({ key }) => key), ...varnaDaily.map(({ key }) => key)]
  expect(new Set(keys).size).toBe(keys.length)
})

test.each(varnaClocks.map((rule) => [rule.key, rule] as const))(
  '%s watches a field with an index, under conditions that can be asked, tells persons, and says nothing of what the record holds',
  (_key, rule) => {
    const register = varnaCatalogue.register(rule.on)
    expect(register.deadlines ?? []).toContain(rule.due)
    expect(() => running({ catalogue: varnaCatalogue, now: new Date('2026-11-27T12:00:00Z') }, rule)).not.toThrow()
    for (const name of [...(rule.tell.fields ?? []), ...(rule.after?.tell.fields ?? [])]) {
      const shape = register.fields[name] && shapeOf(register.fields[name])
      expect(shape && 'to' in shape ? shape.to : null, name).toBe('person')
    }
    expect(rule.warn === undefined || rule.say.warn !== undefined).toBe(true)
    const counted = rule.hours !== undefined || (rule.after && 'hours' in rule.after)
    expect(!counted || !isDayClock(register, rule), 'hours are counted from a moment').toBe(true)
    const gather = rule.after?.gather
    if (gather) expect([gather.sv, gather.en].filter((text) => !text.includes('{count}'))).toEqual([])
    for (const text of [rule.say.warn, rule.say.due, rule.say.late].flatMap((each) => (each ? [each.sv, each.en] : [])))
      expect([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'reference' && name !== 'due')).toEqual([])
  },
)
