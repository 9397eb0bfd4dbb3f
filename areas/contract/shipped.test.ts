import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readShippedSources } from '#areas/governance/server/formats/shipped.ts'
import { importSources } from '#areas/governance/server/import-sources.ts'
import { disorder, incomplete } from '#areas/information/classification-model.rules.ts'
import { bringShipped, readShippedMeasures, readShippedModel, readShippedThreats } from '#areas/information/server/shipped.ts'
import { disorder as methodDisorder, incomplete as methodIncomplete } from '#areas/risk/risk-method.rules.ts'
import { bringShippedMethod, readShippedMethod } from '#areas/risk/server/shipped.ts'
import { maker } from '#database/samples.ts'
import { type TestBed, testBed } from '#database/testing.ts'
import type { Gate } from '#kernel/gate/command.ts'

const measures = await readShippedMeasures()
const threats = await readShippedThreats()
const model = await readShippedModel()
const requirements = new Set((await readShippedSources()).flatMap((source) => source.requirements.map(({ key }) => key)))

describe('the classification model that comes with the product', () => {
  test('could be decided as it stands', () => {
    expect(disorder(model)).toBeNull()
    expect(incomplete(model)).toBeNull()
  })

  test('values confidentiality, integrity, availability and traceability in four levels against seven kinds of consequence', () => {
    expect(model.content.aspects.map(({ key }) => key)).toEqual(['confidentiality', 'integrity', 'availability', 'traceability'])
    expect(model.content.levels.map(({ level }) => level)).toEqual([0, 1, 2, 3])
    expect(model.content.categories.map(({ key }) => key)).toEqual([
      'economy',
      'mission',
      'law',
      'trust',
      'society',
      'individuals',
      'environment',
    ])
    expect(model.content.criteria).toHaveLength(28)
    for (const { text } of model.content.criteria) expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/)
  })

  test('says for every security measure from which level it is required', () => {
    expect(model.content.measures.map(({ measure }) => measure)).toEqual(measures.map(({ key }) => key))
    for (const { measure, from } of model.content.measures) expect(Object.keys(from).length, measure).toBeGreaterThan(0)
  })
})

describe('the risk method that comes with the product', () => {
  test('could be decided as it stands, with the consequences of the classification model and a template for every kind of analysis', async () => {
    const method = await readShippedMethod()
    expect([methodDisorder(method), methodIncomplete(method)]).toEqual([null, null])
    expect(method.content.consequence.map(({ name }) => name)).toEqual(model.content.levels.map(({ name }) => name))
    expect(method.content.criteria.map(({ text }) => text)).toEqual(model.content.criteria.map(({ text }) => text))
    expect(method.content.templates.map(({ kind }) => kind)).toEqual([
      'operations',
      'procurement',
      'classification',
      'dpia',
      'project',
      'change',
      'rsa',
    ])
    for (const { kind, questions } of method.content.templates) expect(questions.length, kind).toBeGreaterThanOrEqual(6)
  })
})

test('every security measure has a key of its own, words for what it is and what shows it, and leads to requirements there are', () => {
  expect(new Set(measures.map(({ key }) => key)).size).toBe(measures.length)
  expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length)
  for (const measure of measures) {
    expect(measure.requirements.length, measure.key).toBeGreaterThan(0)
    expect(
      measure.requirements.filter((key) => !requirements.has(key)),
      measure.key,
    ).toEqual([])
  }
})

test('every threat has a key of its own, threatens something and reads as one sentence', () => {
  expect(new Set(threats.map(({ key }) => key)).size).toBe(threats.length)
  for (const threat of threats) {
    expect(threat.confidentiality || threat.integrity || threat.availability, threat.key).toBe(true)
    for (const part of [threat.cause, threat.event, threat.effect]) expect(part, threat.key).toMatch(/^[a-zåäö].*[^.]$/)
  }
})

describe('brought into a database', () => {
  let bed: TestBed
  const bring = () =>
    bed.store.write(maker(v7()), {}, async (tx) => {
      const gate: Gate = { tx, catalogue: bed.catalogue, today: '2026-01-08', change: {}, effects: bed.effects }
      await importSources(gate, await readShippedSources(), 'Följer med')
      return { ...(await bringShipped(gate, 'Följer med Värna')), method: await bringShippedMethod(gate, 'Följer med Värna') }
    })
  beforeAll(async () => {
    bed = await testBed()
  })
  afterAll(() => bed?.close())

  test('it stands there once, however many times it is brought, and the model is a draft', async () => {
    const first = await bring()
    expect([first.measures.errors, first.threats.errors]).toEqual([[], []])
    expect([first.measures.created, first.threats.created, first.model, first.method]).toEqual([
      measures.length,
      threats.length,
      'created',
      'created',
    ])
    const again = await bring()
    expect([
      again.measures.created,
      again.measures.updated,
      again.threats.created,
      again.threats.updated,
      again.model,
      again.method,
    ]).toEqual([0, 0, 0, 0, 'there', 'there'])
    const models = await bed.asOwner<{ state: string; version: number }>('select state, version from {live}.classification_model')
    expect(models).toEqual([{ state: 'draft', version: 1 }])
    const led = await bed.asOwner<{ key: string }>(
      `select m.key from {live}.security_measure m join {live}.link l on l.from_id = m.id and l.field = 'requirements'
       join {live}.requirement r on r.id = l.to_id where r.key = 'msbfs-2020-7/4-14'`,
    )
    expect(led).toEqual([{ key: measures.find(({ name }) => name === 'Säkerhetskopior')?.key }])
  })
})
