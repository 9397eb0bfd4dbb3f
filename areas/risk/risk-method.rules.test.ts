import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleRiskMethod as example, mandateRoles, type RiskMethodContent } from './risk-method.content.ts'
import { disorder, falls, holes, incomplete, levelBy, valueBy } from './risk-method.rules.ts'

const with_ = (part: Partial<RiskMethodContent>): RiskMethodContent => ({ ...example, ...part })
const said = (fault: { readonly sv: string } | null) => fault?.sv ?? null

/** Methods that can be decided: any size, weights that rise, levels by thresholds of the value. */
const methods = fc
  .record({
    rows: fc.integer({ min: 3, max: 6 }),
    columns: fc.integer({ min: 3, max: 6 }),
    step: fc.double({ min: 0.5, max: 5, noNaN: true }),
  })
  .map(({ rows, columns, step }): RiskMethodContent => {
    const axis = (many: number) =>
      Array.from({ length: many }, (_, index) => ({ level: index + 1, name: `N${index + 1}`, meaning: '', weight: (index + 1) * step }))
    const [consequence, likelihood] = [axis(rows), axis(columns)]
    const cells = consequence.flatMap((row) =>
      likelihood.map((column) => {
        const product = row.level * column.level
        return {
          consequence: row.level,
          likelihood: column.level,
          level: product === rows * columns ? 3 : product >= (rows * columns) / 4 ? 2 : 1,
        }
      }),
    )
    return with_({
      consequence,
      likelihood,
      levels: example.levels.slice(0, 3),
      matrix: cells,
      criteria: consequence.map(({ level }) => ({ category: 'mission', level, text: `Skada ${level}` })),
    })
  })

describe('a method that could be decided', () => {
  test('is whole and in order, whatever its size', () => {
    fc.assert(
      fc.property(methods, (content) => {
        expect([disorder({ content }), incomplete({ content })]).toEqual([null, null])
      }),
    )
  })

  test('values every place of its scales, and rises with both axes', () => {
    fc.assert(
      fc.property(methods, fc.nat(5), fc.nat(5), (content, one, other) => {
        const row = content.consequence[one % content.consequence.length]
        const column = content.likelihood[other % content.likelihood.length]
        if (!row || !column) throw new Error('no such place')
        expect(valueBy(content, row.level, column.level)).toBe(row.weight * column.weight)
        const level = levelBy(content, row.level, column.level)
        expect(level).not.toBeNull()
        const above = levelBy(content, row.level + 1, column.level)
        if (above !== null) expect(above).toBeGreaterThanOrEqual(level ?? 0)
      }),
    )
  })

  test('says nothing of what is not on its scales', () => {
    fc.assert(
      fc.property(methods, fc.integer(), (content, rung) => {
        fc.pre(!content.consequence.some(({ level }) => level === rung))
        expect([valueBy(content, rung, 1), levelBy(content, rung, 1), valueBy(content, null, 1), levelBy(content, 1, null)]).toEqual([
          null,
          null,
          null,
          null,
        ])
      }),
    )
  })

  test('cannot be decided with a hole anywhere in its matrix', () => {
    fc.assert(
      fc.property(methods, fc.nat(), (content, which) => {
        const cell = content.matrix[which % content.matrix.length]
        const torn = { ...content, matrix: content.matrix.filter((each) => each !== cell) }
        expect(holes(torn)).toHaveLength(1)
        expect(said(incomplete({ content: torn }))).toMatch(/^Matrisen har ett hål/)
        expect(disorder({ content: torn })).toBeNull()
      }),
    )
  })

  test('leaves no value without somebody who may decide on it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            role: fc.constantFrom(...mandateRoles),
            decidesBelow: fc.option(fc.nat(40)),
            acceptsBelow: fc.option(fc.nat(40)),
          }),
          { selector: ({ role }) => role },
        ),
        fc.nat(10_000),
        (mandates, value) => {
          const may = (limit: number | null) => limit === null || value < limit
          const content = with_({ mandates })
          if (incomplete({ content }) !== null) return
          expect(mandates.some(({ decidesBelow, acceptsBelow }) => may(decidesBelow) && may(acceptsBelow))).toBe(true)
        },
      ),
      { examples: [[[...example.mandates], 10_000]] },
    )
  })
})

describe('a method is refused already as a draft', () => {
  test.each<[string, Partial<RiskMethodContent>]>([
    ['a level of consequence', { consequence: [...example.consequence, ...example.consequence.slice(0, 1)] }],
    ['a level of likelihood', { likelihood: [...example.likelihood, ...example.likelihood.slice(0, 1)] }],
    ['a risk level', { levels: [...example.levels, ...example.levels.slice(0, 1)] }],
    ['a place in the matrix', { matrix: [...example.matrix, ...example.matrix.slice(0, 1)] }],
    ['a mandate', { mandates: [...example.mandates, ...example.mandates.slice(0, 1)] }],
    [
      'a level of the one before',
      {
        mapping: {
          consequence: [
            { from: 1, to: 1 },
            { from: 1, to: null },
          ],
          likelihood: [],
        },
      },
    ],
    [
      'an amount of the appetite',
      {
        appetite: [
          { loss: 5, probability: 0.2 },
          { loss: 5, probability: 0.1 },
        ],
      },
    ],
  ])('where %s stands twice', (_, part) => {
    expect(said(disorder({ content: with_(part) }))).toMatch(/står två gånger/)
  })

  test.each<[string, Partial<RiskMethodContent>]>([
    ['the matrix gives a risk level', { levels: example.levels.slice(0, 3) }],
    ['the matrix has a row', { matrix: [...example.matrix, { consequence: 6, likelihood: 1, level: 1 }] }],
    ['a level before becomes one', { mapping: { consequence: [{ from: 5, to: 6 }], likelihood: [] } }],
    ['a criterion is of a category', { criteria: [...example.criteria, { category: 'weather', level: 1, text: 'Regn' }] }],
  ])('where %s that it does not have', (_, part) => {
    expect(said(disorder({ content: with_(part) }))).toMatch(/finns inte i den|inte finns i den/)
  })

  test('but not where a level before is left, on purpose, to be valued again', () => {
    expect(disorder({ content: with_({ mapping: { consequence: [{ from: 5, to: null }], likelihood: [] } }) })).toBeNull()
  })
})

describe('a method cannot be decided', () => {
  const changed = <Item>(items: readonly Item[], part: Partial<Item>) => items.map((item, at) => (at === 0 ? { ...item, ...part } : item))
  const extreme = changed(example.levels.slice(0, 1), { level: 5, name: 'Extrem' })
  test.each<[string, Partial<RiskMethodContent>, RegExp]>([
    [
      'with two levels on an axis',
      { likelihood: example.likelihood.slice(0, 2), matrix: example.matrix.filter(({ likelihood }) => likelihood < 3) },
      /tre till sex nivåer/,
    ],
    ['with a risk level the matrix never gives', { levels: [...example.levels, ...extreme] }, /”Extrem” används inte/],
    [
      'where more harm gives a lower level',
      {
        matrix: example.matrix.map((cell) =>
          cell.consequence === 4 && cell.likelihood === 4
            ? { ...cell, level: 1 }
            : cell.consequence === 3 && cell.likelihood === 3
              ? { ...cell, level: 4 }
              : cell,
        ),
      },
      /Matrisen sjunker/,
    ],
    ['where a criterion is not written', { criteria: example.criteria.slice(1) }, /Kriterierna har ett hål/],
    [
      'where a level weighs no more than the one below',
      { consequence: example.consequence.map((level) => ({ ...level, weight: 2 })) },
      /väga mer/,
    ],
    ['where a level weighs nothing', { likelihood: example.likelihood.map((level, at) => ({ ...level, weight: at })) }, /väga mer än 0/],
    ['where the director-general is not among the mandates', { mandates: example.mandates.slice(0, 3) }, /Generaldirektören/],
    [
      'where even the director-general has a limit',
      { mandates: example.mandates.map((one) => ({ ...one, decidesBelow: 100, acceptsBelow: 3 })) },
      /Generaldirektören/,
    ],
    ['where a higher position may less than a lower', { mandates: changed(example.mandates, { decidesBelow: 12 }) }, /mindre mandat/],
    ['where somebody may accept more than decide', { mandates: changed(example.mandates, { acceptsBelow: 4 }) }, /Mandatet att acceptera/],
    [
      'where a greater loss may be likelier',
      {
        appetite: [
          { loss: 10, probability: 0.1 },
          { loss: 20, probability: 0.2 },
        ],
      },
      /Riskaptiten ökar/,
    ],
  ])('%s', (_, part, words) => {
    const content = with_(part)
    expect(disorder({ content })).toBeNull()
    expect(said(incomplete({ content }))).toMatch(words)
  })

  test('the example can', () => {
    expect([disorder({ content: example }), incomplete({ content: example }), falls(example)]).toEqual([null, null, null])
  })

  test('nor while it is empty', () => {
    expect(disorder({ content: null })).toBeNull()
    expect(said(incomplete({ content: null }))).toMatch(/tom/)
  })
})
