import { describe, expect, it } from 'vitest'
import { type RequirementRow, requirementRow } from './requirement-file.ts'
import { readShippedSources } from './shipped.ts'

const files = await readShippedSources()
const rows = new Map<string, RequirementRow>(files.flatMap((file) => file.requirements.map((row) => [row.key, row] as const)))
const row = (key: string) => rows.get(key) ?? expect.fail(`no requirement ${key}`)
const under = (source: string) => files.find((file) => file.source.key === source)?.requirements ?? expect.fail(source)

describe('the shipped catalogue of law', () => {
  it('holds all 272 items of MSBFS 2020:6, 2020:7 and 2020:8', () => {
    const counts = ['msbfs-2020-6', 'msbfs-2020-7', 'msbfs-2020-8'].map((source) => under(source).length)
    expect(counts).toEqual([88, 161, 23])
    expect(counts.reduce((sum, count) => sum + count)).toBe(272)
  })

  it('has keys that are unique over all sources, and refers only to requirements that exist', () => {
    const keys = files.flatMap((file) => file.requirements.map((each) => each.key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows.size).toBe(keys.length)
    for (const each of rows.values()) for (const key of each.related) expect(rows.has(key), `${each.key} → ${key}`).toBe(true)
  })

  it('keeps the key of each citation for ever', () => {
    expect(row('msbfs-2020-6/5/2')).toMatchObject({ designation: '5 § andra stycket 2', bindingness: 'binding' })
    expect(row('msbfs-2020-6/6/rad/3')).toMatchObject({
      designation: '6 § allmänna råd, tredje stycket',
      bindingness: 'advice',
    })
    expect(row('msbfs-2020-6/12/rad/1').designation).toBe('11–12 §§ allmänna råd')
    expect(row('msbfs-2020-7/4-3/rad/1-3')).toMatchObject({
      designation: '4 kap. 3 § allmänna råd, första stycket 3',
      bindingness: 'advice',
    })
    expect(row('msbfs-2020-8/5/2a').designation).toBe('5 § 2 a')
    expect(row('csl-2025-1506/2-3/4')).toMatchObject({
      designation: '2 kap. 3 § andra stycket 4',
      bindingness: 'binding',
    })
    expect(row('csl-2025-1506/2-3/4').text).toMatch(/^Säkerhetsåtgärderna ska[\s\S]*4\. säkerhet i leveranskedjan,$/)
  })

  it('shows as binding only what binds', () => {
    for (const each of under('msbfs-2020-7')) {
      if (each.key.includes('/rad/')) expect(each.bindingness, each.key).toMatch(/advice|information/)
      else expect(each.bindingness, each.key).not.toBe('advice')
    }
    for (const key of ['msbfs-2020-7/4-14/rad/1-1', 'msbfs-2020-7/4-1/rad/1-6']) expect(row(key).bindingness).toBe('advice')
    for (const key of [
      'msbfs-2020-6/14',
      'msbfs-2020-6/15/2',
      'msbfs-2020-7/4-8',
      'msbfs-2020-7/5-1/2',
      'msbfs-2020-8/4',
      'msbfs-2020-8/5',
    ]) {
      expect(row(key).bindingness, key).toBe('binding')
    }
    expect(row('msbfs-2020-6/3/gapanalys').bindingness).toBe('definition')
    expect(row('msbfs-2020-6/16').bindingness).toBe('information')
    expect(row('msbfs-2020-6/9')).toMatchObject({ text: 'Myndigheten ska', bindingness: 'information' })
  })

  it('marks the duties that are to assess a need and handle it', () => {
    const binding = [...rows.values()].filter((each) => each.assessmentOnly && each.bindingness === 'binding').map((each) => each.key)
    expect(binding).toEqual([
      'msbfs-2020-6/10/1',
      'msbfs-2020-6/10/2',
      'msbfs-2020-6/10/3',
      'msbfs-2020-6/13/1',
      'msbfs-2020-7/3-4',
      'msbfs-2020-7/4-7',
      'msbfs-2020-7/4-18',
      'msbfs-2020-7/4-19',
      'msbfs-2020-7/4-21/3',
    ])
    expect(binding.every((key) => /behovet av/.test(row(key).text))).toBe(true)
  })

  it('applies chapter 5 of 2020:7 to preparedness agencies, cybersäkerhetslagen to its operators, and the rest to all', () => {
    const reach = new Set([...rows.values()].map((each) => `${each.key.replace(/\/.*/, '')} ${each.appliesTo}`))
    expect([...reach].sort()).toEqual([
      'csl-2025-1506 csl-operators',
      'iso-27001-2022 choice',
      'iso-27002-2022 choice',
      'msbfs-2020-6 all-agencies',
      'msbfs-2020-7 all-agencies',
      'msbfs-2020-7 preparedness-agencies',
      'msbfs-2020-8 all-agencies',
    ])
    const prepared = [...rows.values()].filter((each) => each.appliesTo === 'preparedness-agencies')
    expect(prepared.every((each) => each.key.startsWith('msbfs-2020-7/5-'))).toBe(true)
    expect(prepared.every((each) => each.heading.startsWith('För myndigheter med ett särskilt ansvar'))).toBe(true)
  })

  it('has the validity of each source, and says where it rests on a secondary source', () => {
    const validity = files.map(({ source }) => [source.key, source.validFrom, source.validTo, source.confidence])
    expect(validity).toEqual([
      ['csl-2025-1506', '2026-01-15', null, 'statute'],
      ['iso-27001-2022', null, null, 'own'],
      ['iso-27002-2022', null, null, 'own'],
      ['msbfs-2020-6', '2020-10-01', null, 'statute'],
      ['msbfs-2020-7', '2020-10-01', null, 'statute'],
      ['msbfs-2020-8', '2020-10-01', '2026-06-30', 'secondary'],
    ])
    for (const { source, requirements } of files) {
      for (const each of requirements) expect([each.validFrom, each.validTo]).toEqual([source.validFrom, source.validTo])
    }
  })
})

describe('the standards', () => {
  it('are identifiers with our own names, never the licensed wording', () => {
    expect(under('iso-27002-2022')).toHaveLength(93)
    expect(under('iso-27001-2022').map((each) => each.designation)).toContain('9.3.2')
    for (const each of [...under('iso-27002-2022'), ...under('iso-27001-2022')]) {
      expect(each).toMatchObject({ text: '', confidence: 'own', bindingness: 'information' })
    }
  })

  it('lead to the law they help to fulfil', () => {
    expect(row('iso-27002-2022/5.1').related).toEqual(['msbfs-2020-6/5/1', 'msbfs-2020-6/5/4', 'msbfs-2020-6/5/5', 'csl-2025-1506/2-3/1'])
    expect(row('iso-27002-2022/5.33').related).toEqual(['msbfs-2020-6/6/rad/3'])
    expect(row('iso-27002-2022/8.16').related).toEqual(['msbfs-2020-7/4-18', 'msbfs-2020-7/4-19', 'csl-2025-1506/2-3/2'])
  })
})

describe('every row', () => {
  it('has the shape of the neutral form', () => {
    for (const each of rows.values()) expect(requirementRow.safeParse(each).success, each.key).toBe(true)
  })
})
