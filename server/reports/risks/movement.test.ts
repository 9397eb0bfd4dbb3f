import { afterAll, expect, test } from 'vitest'
import { exampleRiskMethod } from '#areas/risk/risk-method.content.ts'
import type { Brief } from '../brief.ts'
import { closePress } from '../paper/paper.ts'
import { readPdf } from '../paper/reading.ts'
import { directorSections, mostPages, rooms } from './director.ts'
import { setReport } from './files.ts'
import { movements } from './movement.ts'
import { oneSections, sheets } from './one.ts'
import { type ActionTold, narrowed, type RiskTold } from './standing.ts'
import { tellingOf } from './telling.ts'

const risk = (id: string, given: Partial<RiskTold> = {}): RiskTold => ({
  id,
  reference: `R-2026-${id}`,
  title: 'Felskickade beslut',
  cause: null,
  event: null,
  effect: null,
  kind: 'operations',
  unit: { id: 'u', label: 'Förmåner' },
  owner: 'Olle Ägare',
  state: 'treated',
  value: 8,
  level: 3,
  inherentValue: null,
  inherentLevel: null,
  targetValue: null,
  targetLevel: null,
  consequence: 4,
  likelihood: 2,
  inherentConsequence: null,
  inherentLikelihood: null,
  targetConsequence: null,
  targetLikelihood: null,
  material: false,
  materialGrounds: null,
  decider: null,
  mandate: null,
  decideBy: null,
  decidedOn: null,
  response: null,
  acceptedUntil: null,
  conditions: null,
  reviewBy: null,
  marking: null,
  ...given,
})

afterAll(closePress)

test('tells risen from fallen, new from closed, and leaves out what stands as it stood', () => {
  const before = [
    risk('same'),
    risk('up'),
    risk('down'),
    risk('ended'),
    risk('back', { state: 'closed' }),
    risk('gone'),
    risk('long over', { state: 'closed' }),
  ]
  const now = [
    risk('same', { title: 'Nytt namn' }),
    risk('up', { value: 16 }),
    risk('down', { value: 2 }),
    risk('ended', { state: 'closed', value: 2 }),
    risk('back'),
    risk('fresh'),
    risk('born and ended', { state: 'closed' }),
    risk('long over', { state: 'closed', value: 1 }),
  ]
  expect(movements(before, now).map(({ kind, risk: { id } }) => [id, kind])).toEqual([
    ['up', 'risen'],
    ['down', 'fallen'],
    ['ended', 'closed'],
    ['back', 'new'],
    ['fresh', 'new'],
  ])
})

test('has room on two pages for the director-general, and on one for a risk, however much there is and however long it is', async () => {
  const long = 'Överbelastning av säkerhetsmeddelandesystemet och dess ersättningsrutiner '.repeat(20)
  const words = {
    title: long.slice(0, 160),
    cause: long,
    event: long,
    effect: long,
    conditions: long,
    targetLevel: 2,
    targetValue: 4,
    material: true,
  }
  const mine = {
    ...words,
    state: 'analysed',
    mandate: 'director-general',
    decider: 'Maria-Alexandra Gyllenstierna Wachtmeister',
    decideBy: '2026-01-02',
  } as const
  const risks = [
    ...Array.from({ length: 30 }, (_, index) => risk(`1${index}`, { ...mine, value: 16, level: 4 })),
    ...Array.from({ length: 30 }, (_, index) => risk(`2${index}`, { ...words, state: 'accepted', acceptedUntil: '2026-04-30' })),
  ]
  const actions = risks.flatMap(({ id }): ActionTold[] =>
    [1, 2, 3, 4].map((number) => ({
      id: `${id}${number}`,
      label: long.slice(0, 200),
      reference: 'ÅTG-2026-0001',
      owner: 'Olle Ägare',
      due: '2026-03-01',
      costEstimated: 1_000_000,
      costActual: null,
      state: 'ongoing',
      effective: null,
      risks: [id],
    })),
  )
  const proposed = {
    name: long.slice(0, 160),
    response: 'reduce',
    description: long,
    costOnce: 1e6,
    costYearly: 1e5,
    value: 4,
    level: 2,
    proposed: true,
  }
  const telling = tellingOf({
    language: 'sv',
    authority: 'Trygghetsverket',
    previousDay: '2026-01-01',
    moved: risks.map((one) => ({ kind: 'risen', risk: one, before: { ...one, value: 2, level: 1 }, why: long })),
    trend: ['2025-10-01', '2026-01-01', '2026-04-01'].map((day, index) => ({ day, levels: new Map([[3, [5, 1, 2][index] ?? 0]]) })),
    standing: {
      day: '2026-04-01',
      method: exampleRiskMethod,
      risks,
      options: new Map(risks.map(({ id }) => [id, [proposed]])),
      actions,
      challenges: [],
      findings: [],
      handOvers: [],
      units: new Map(),
    },
  })
  const brief: Brief = {
    kind: 'brief',
    authority: 'Trygghetsverket',
    title: 'Risker till generaldirektören',
    subtitle: 'Riskrapport',
    marking: 'Innehåller uppgifter med sekretessmarkering: 18 kap. 8 § 3 OSL.',
    language: 'sv',
    facts: [
      { label: 'Läget den', value: '1 april 2026' },
      { label: 'Öppna risker', value: '60' },
      { label: 'Jämfört med', value: '1 januari 2026' },
      { label: 'Allvarliga', value: '60' },
    ],
    sections: directorSections(telling),
    note: 'Så här såg det ut den 1 april 2026.',
    madeAt: '2026-04-01T08:00:00Z',
  }
  const shorter = rooms.slice(1).map((room) => ({ ...brief, sections: directorSections(telling, room) }))
  const { pages, text, alts } = readPdf(await setReport({ brief, shorter, pages: mostPages }, 'pdf'))
  expect(text).toMatch(/Ytterligare\d+riskerståriregistret\./)
  expect(alts.some((alt) => alt.includes('Konsekvens allvarlig'))).toBe(true)
  expect(pages).toBeLessThanOrEqual(2)
  expect(text).toContain('harökatfrån1till2sedanden1januari2026')

  const [first] = risks
  if (!first) throw new Error('no risk')
  const options = new Map([[first.id, Array.from({ length: 4 }, () => proposed)]])
  const of = { ...telling, standing: { ...narrowed(telling.standing, ({ id }) => id === first.id), options } }
  const story = Array.from({ length: 12 }, () => ({ on: '2026-03-01', by: 'Olle Ägare', move: 'raise', reason: long }))
  const [fullest, ...lesser] = sheets.map((sheet) => ({ ...brief, sections: oneSections(of, first, story, sheet) }))
  if (!fullest) throw new Error('no sheet')
  const one = readPdf(await setReport({ brief: fullest, shorter: lesser, pages: 1 }, 'pdf'))
  expect(one.text).toContain('Detvånärmasteavfyra')
  expect(one.pages).toBe(1)
}, 60_000)
