import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextYear, type Story, smallModel, storyOn } from '#database/classification-story.ts'
import { type Browser, type HttpBed, httpBed } from '#database/http-bed.ts'
import { testBed } from '#database/testing.ts'
import { today } from '#database/today.ts'

let http: HttpBed
let s: Story
let ciso: Browser
let stranger: Browser
let outsider: Browser

interface Node {
  readonly id: string
  readonly register: string
  readonly need: Record<string, number | null>
}
interface Answer {
  readonly carriers: (Node & { label: string; enhanced: boolean })[]
  readonly measures: {
    measure: { id: string; key: string }
    because: string
    assessment: Record<string, unknown> | null
    actions: { id: string }[]
  }[]
  readonly proposals: {
    key: string
    name: string
    event: string | null
    effect: string | null
    decided: { outcome: string; risk: { id: string } | null } | null
  }[]
  readonly risks: { id: string; level: number | null; actions: unknown[] }[]
  readonly left: Record<string, number>
}

const get = async <T>(who: Browser, path: string): Promise<T> => {
  const answer = await who.ask('GET', path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`)
  return answer.json() as unknown as T
}
const analysis = (who: Browser, id: string, more = '') => get<Answer>(who, `/api/classifications/${id}/analysis${more}`)

beforeAll(async () => {
  http = await httpBed(await testBed())
  s = await storyOn(http.bed, http.samples)
  ciso = await http.signIn('Cecilia Ciso', ['ciso'], s.unit)
  const elsewhere = (await s.make('unit', { name: 'En annan avdelning' })).id
  stranger = await http.signIn('Stig Stranger', ['employee', 'information-owner'], elsewhere)
  outsider = await http.signIn('Olle Outsider', ['employee', 'risk-owner'], elsewhere)
  await s.make('threat', {
    key: 'HOT-01',
    name: 'Nätfiske',
    cause: 'någon luras',
    event: 'uppgifter röjs',
    effect: 'skada',
    confidentiality: true,
  })
  await s.make('threat', { key: 'HOT-02', name: 'Elavbrott', availability: true })
})
afterAll(() => http.close())

async function held(values: Record<string, unknown> = {}) {
  const supplier = (await s.make('supplier', { unit: s.unit })).id
  const platform = (await s.make('system', { unit: s.unit, suppliers: [supplier] })).id
  const system = (await s.make('system', { name: 'Pensionssystemet', unit: s.unit, dependsOn: [platform] })).id
  const asset = (
    await s.make('informationAsset', { name: 'Pensionsakter', unit: s.unit, owner: s.owner.person, systems: [system], ...values })
  ).id
  const process = (await s.make('activity', { unit: s.unit, uses: [asset] })).id
  return { supplier, platform, system, asset, process }
}

describe('the analysis of a classification', () => {
  test('tells what the levels require of each carrier before anything is decided, what is lacking, and what is left', async () => {
    const { asset, system } = await held()
    const id = await s.valued(asset, { confidentiality: 2 })
    const fresh = await analysis(ciso, id)
    expect(fresh.carriers).toMatchObject([{ register: 'systems', id: system, need: { confidentiality: 2 }, enhanced: false }])
    expect(fresh.measures.map(({ measure, because, assessment }) => [measure.key, because, assessment])).toEqual([
      ['SÅ-01', 'Konfidentialitet från nivå 2', null],
    ])
    expect(fresh.left).toEqual({ toValue: 0, unassessed: 1, openGaps: 0, openProposals: 1, unvaluedRisks: 0, risksWithoutAction: 0 })
    expect(fresh.proposals.map(({ name }) => name)).toEqual(['Nätfiske'])

    const gap = await s.make('measureAssessment', {
      measure: s.measures['SÅ-01'],
      system,
      status: 'missing',
      severity: 3,
      reason: 'Ingen har gjort det.',
    })
    const lacking = await analysis(ciso, id)
    expect(lacking.measures[0]?.assessment).toMatchObject({
      id: gap.id,
      version: 2,
      status: 'missing',
      standing: 'open',
      state: 'assessed',
    })
    expect(lacking.left).toMatchObject({ unassessed: 0, openGaps: 1, openProposals: 2 })
    const proposal = lacking.proposals.find(({ key }) => key === `gap:${gap.id}`)
    expect(proposal).toMatchObject({
      name: 'Åtgärd SÅ-01 saknas i Pensionssystemet',
      event: 'obehöriga tar del av informationen',
      effect: 'följder på nivån ”Nivå 2” (uppdraget): Skada 2',
      decided: null,
    })
    expect((await analysis(ciso, id, '?lang=en')).measures[0]?.because).toBe('Konfidentialitet from level 2')

    const values = {
      title: 'Röjda uppgifter',
      kind: 'classification',
      unit: s.unit,
      classification: id,
      gaps: [gap.id],
      consequence: 4,
      likelihood: 3,
    }
    const risk = await s.make('risk', values, s.owner)
    await s.make('riskProposal', { classification: id, name: 'Saknas', gap: gap.id, outcome: 'kept', risk: risk.id }, s.owner)
    const action = await s.make('action', { unit: s.unit, gaps: [gap.id], owner: s.owner.person })
    const handled = await analysis(ciso, id)
    expect(handled.measures[0]).toMatchObject({ actions: [{ id: action.id }], assessment: { standing: 'treated' } })
    expect(handled.proposals.find(({ key }) => key === `gap:${gap.id}`)?.decided).toMatchObject({ outcome: 'kept', risk: { id: risk.id } })
    expect(handled.left).toMatchObject({ openGaps: 0, openProposals: 1, risksWithoutAction: 1 })
  })

  test('is not for one who may not read the classification, nor are its parts and its precedents', async () => {
    const { asset } = await held()
    const id = await s.valued(asset, {})
    for (const path of ['analysis', 'precedents'])
      expect((await stranger.ask('GET', `/api/classifications/${id}/${path}`)).status).toBe(404)
    const parts = await get<{ items: unknown[] }>(stranger, `/api/valuations?classification=${id}`)
    expect(parts.items).toEqual([])
    expect((await http.stranger('GET', `/api/classifications/${id}/analysis`)).status).toBe(401)
  })

  test('does not name a system with a secrecy marking to one who may not see it, though it is counted', async () => {
    const { asset, system } = await held()
    const id = await s.valued(asset, { confidentiality: 2 }, { shared: true })
    await s.change('system', system, { marking: { provision: '18 kap. 8 § OSL', markedOn: today, authority: 'Trygghetsverket' } })
    const reader = await http.signIn('Rut Riskägare', ['employee', 'risk-owner'], s.unit)
    const seen = await analysis(reader, id)
    expect([seen.carriers, seen.measures]).toEqual([[], []])
    expect(seen.left.unassessed).toBe(1)
    expect(JSON.stringify(seen)).not.toContain('Pensionssystemet')
  })

  test('of information in no system asks of the information itself', async () => {
    const asset = (await s.make('informationAsset', { name: 'Papper', unit: s.unit, owner: s.owner.person })).id
    const id = await s.valued(asset, { integrity: 2 })
    expect((await analysis(ciso, id)).carriers).toMatchObject([{ register: 'informationAssets', id: asset, need: { integrity: 2 } }])
  })
})

describe('precedents', () => {
  test('are decided classifications of other information, the most alike first, never one the reader may not see', async () => {
    const like = await held({ name: 'Ansökningar om pension', personalData: true })
    const unlike = await held({ name: 'Lokalritningar' })
    const mine = await held({ name: 'Ansökan om bidrag', personalData: true })
    const first = await s.classified(like.asset, { integrity: 1 })
    const second = await s.classified(unlike.asset, { integrity: 1 })
    const id = await s.valued(mine.asset, {})
    const found = await get<{ id: string; valuations: unknown[] }[]>(ciso, `/api/classifications/${id}/precedents`)
    const order = found.map((each) => each.id)
    expect(order[0]).toBe(first)
    expect(order).not.toContain(id)
    expect(found[0]?.valuations).toHaveLength(6)
    const marking = { provision: '18 kap. 8 § OSL', markedOn: today, authority: 'Trygghetsverket' }
    await s.change('informationAsset', unlike.asset, { marking })
    const reader = await http.signIn('Rune Riskägare', ['employee', 'risk-owner'], s.unit)
    const visible = await get<{ id: string }[]>(reader, `/api/classifications/${id}/precedents`)
    expect(visible.map((each) => each.id)).not.toContain(second)
  })
})

describe('the map of what carries what', () => {
  test('shows everything up- and downstream of a record, with needs inherited and set', async () => {
    const { asset, system, platform, supplier, process } = await held()
    await s.classified(asset, { integrity: 1 })
    await s.change('system', platform, { setAvailability: 2, setGrounds: 'Många är beroende av den.' })
    const map = await get<{ nodes: (Node & Record<string, unknown>)[]; edges: unknown[] }>(ciso, `/api/carrying?focus=systems/${system}`)
    expect(map.nodes.map(({ id }) => id).sort()).toEqual([asset, system, platform, supplier, process].sort())
    expect(map.nodes.find(({ id }) => id === platform)).toMatchObject({
      register: 'systems',
      need: { integrity: 1, availability: 2 },
      inherited: { integrity: 1, availability: 0 },
      set: { availability: 2 },
      setGrounds: 'Många är beroende av den.',
    })
    expect(map.edges).toEqual(
      expect.arrayContaining([
        { from: process, to: asset, kind: 'uses' },
        { from: asset, to: system, kind: 'heldIn' },
        { from: system, to: platform, kind: 'dependsOn' },
        { from: platform, to: supplier, kind: 'delivers' },
      ]),
    )
    const near = await get<{ nodes: Node[] }>(ciso, `/api/carrying?focus=systems/${system}&up=1&down=0`)
    expect(near.nodes.map(({ id }) => id).sort()).toEqual([asset, system].sort())
    expect((await get<{ nodes: Node[] }>(ciso, '/api/carrying')).nodes.length).toBeGreaterThan(1)
    const past = await get<{ nodes: Node[] }>(ciso, `/api/carrying?asOf=2020-01-01`)
    expect(past.nodes).toEqual([])
  })

  test('refuses what cannot be a focus, and shows nobody what he may not see', async () => {
    const { asset, system } = await held()
    for (const focus of ['persons', `persons/${system}`, 'systems/1', `nowhere/${system}`])
      expect((await ciso.ask('GET', `/api/carrying?focus=${focus}`)).status).toBe(404)
    expect((await ciso.ask('GET', `/api/carrying?focus=systems/${system}&up=-1`)).status).toBe(400)
    expect((await outsider.ask('GET', `/api/carrying?focus=information-assets/${asset}`)).status).toBe(404)
    const map = await get<{ nodes: Node[]; edges: { from: string }[] }>(outsider, `/api/carrying?focus=systems/${system}`)
    expect(map.nodes.map(({ id }) => id)).not.toContain(asset)
    expect(map.edges.map(({ from }) => from)).not.toContain(asset)
  })
})

describe('where classification stands', () => {
  test('counts per unit and owner what the lists it leads to show', async () => {
    const unit = (await s.make('unit', { name: 'Arkivet', parent: s.unit })).id
    const asset = async (name: string) => (await s.make('informationAsset', { name, unit, owner: s.owner.person })).id
    await asset('Oklassad')
    await s.classified(await asset('Klassad'), { integrity: 1 })
    const outdated = await asset('Gammal')
    const old = { classifiedOn: '2020-01-01', broughtIntegrity: 1, reviewBy: '2021-01-01' }
    const brought = await s.make('classification', {
      asset: outdated,
      model: s.model,
      unit,
      owner: s.owner.person,
      occasion: 'brought',
      ...old,
    })
    await s.move('classification', brought.id, 'decide', {}, s.owner)
    await s.change('informationAsset', outdated, { description: 'Ny beskrivning' })
    type Line = {
      of: { label: string } | null
      assets: number
      counts: Record<string, { count: number; register: string; query: Record<string, string> }>
    }
    const standing = await get<{ total: Line; units: Line[]; owners: Line[] }>(ciso, '/api/classification-standing')
    const mine = standing.units.find(({ of }) => of?.label === 'Arkivet')
    expect(mine?.assets).toBe(3)
    expect(Object.fromEntries(Object.entries(mine?.counts ?? {}).map(([kind, { count }]) => [kind, count]))).toEqual({
      unclassified: 1,
      underway: 0,
      outdated: 1,
      reclassify: 1,
      openGaps: 0,
    })
    const paths: Record<string, string> = {
      informationAssets: 'information-assets',
      classifications: 'classifications',
      measureAssessments: 'measure-assessments',
    }
    for (const { counts } of [standing.total, ...standing.units, ...standing.owners])
      for (const { count, register, query } of Object.values(counts)) {
        const list = await get<{ total: number }>(
          ciso,
          `/api/${paths[register]}?${new URLSearchParams({ ...query, count: 'true', limit: '1' })}`,
        )
        expect([register, query, list.total]).toEqual([register, query, count])
      }
  })
})

describe('the impact of a model', () => {
  test('is counted and listed before it is decided: classifications, systems and gaps', async () => {
    const { asset, system, platform } = await held()
    const classified = await s.classified(asset, { integrity: 1 })
    const gap = await s.make('measureAssessment', {
      measure: s.measures['SÅ-01'],
      system: platform,
      status: 'missing',
      severity: 2,
      reason: 'Saknas.',
    })
    expect(await s.stored('measureAssessment', gap.id)).toMatchObject({ required: false })
    const content = {
      ...smallModel,
      levels: smallModel.levels.filter(({ level }) => level !== 1),
      criteria: smallModel.criteria.filter(({ level }) => level !== 1),
      measures: smallModel.measures.slice(0, 2),
      mapping: [{ from: 1, to: 2 }],
    }
    const draft = await s.make('classificationModel', { name: 'Nästa modell', content, basedOn: s.model })
    type Impact = {
      classifications: { id: string; before: Record<string, number>; after: Record<string, number> }[]
      systems: { id: string; before: Record<string, number>; after: Record<string, number> }[]
      gaps: { measure: { key: string }; system: { id: string } | null }[]
      counts: Record<string, number>
    }
    const impact = await get<Impact>(ciso, `/api/classification-models/${draft.id}/impact`)
    expect(impact.classifications.find(({ id }) => id === classified)).toMatchObject({
      before: { integrity: 1, level: 1 },
      after: { integrity: 2, level: 2 },
    })
    for (const id of [system, platform])
      expect(impact.systems.find((each) => each.id === id)).toMatchObject({ before: { integrity: 1 }, after: { integrity: 2 } })
    expect(impact.gaps).toContainEqual(
      expect.objectContaining({ system: expect.objectContaining({ id: platform }), measure: expect.objectContaining({ key: 'SÅ-01' }) }),
    )
    expect(impact.counts.changed).toBe(impact.classifications.length)
    expect(impact.counts.raised).toBeGreaterThan(0)
    expect(impact.counts.newGaps).toBe(impact.gaps.length)
    expect(await s.stored('classification', classified)).toMatchObject({ integrity: 1 })
    const little = await get<Impact>(stranger, `/api/classification-models/${draft.id}/impact`)
    expect([little.classifications, little.counts.classifications]).toEqual([[], 0])
    expect((await ciso.ask('GET', `/api/classification-models/${asset}/impact`)).status).toBe(404)
  })
})

describe('the work of a person', () => {
  test('holds the classifications he owns or takes part in, those awaiting his decision, and information to classify that nobody is classifying', async () => {
    const owner = await http.signIn('Ottilia Ägare', ['employee', 'information-owner'], s.unit)
    const helper = await http.signIn('Hjalmar Hjälp', ['employee'], s.unit)
    const own = { owner: owner.person, unit: s.unit }
    const asset = async (name: string) => (await s.make('informationAsset', { name, ...own })).id
    const [loose, begun, done] = [await asset('Lös'), await asset('Påbörjad'), await asset('Klar')]
    const values = { ...own, model: s.model, occasion: 'new', reviewBy: nextYear }
    const underway = await s.make('classification', { asset: begun, participants: [helper.person], ...values })
    const finished = await s.valued(done, {}, { owner: owner.person })
    await s.move('classification', finished, 'propose', {}, s.samples.actor)
    const work = async (who: Browser) => {
      const { groups } = await get<{ groups: { label: { sv: string }; items: { id: string }[] }[] }>(who, '/api/my/work')
      return Object.fromEntries(groups.map(({ label, items }) => [label.sv, items.map(({ id }) => id)]))
    }
    expect(await work(owner)).toMatchObject({
      'Klassningar att besluta om': [finished],
      'Klassningar att göra': [underway.id],
      'Information att klassa': [loose],
    })
    expect((await work(helper))['Klassningar att göra']).toEqual([underway.id])
    expect((await work(stranger))['Klassningar att göra']).toBeUndefined()
  })
})
