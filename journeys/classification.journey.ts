import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  asPerson,
  expectNoSidewaysScrolling,
  expectNoViolations,
  find,
  inSwedish,
  type Language,
  make,
  type Person,
  settled,
} from './person.ts'

/** Goes on with the Tab key until something in the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  // Held as it is: an open list hides the rest of the page from those who ask by role, but the Tab key still goes on.
  const element = await target.first().elementHandle()
  for (let presses = 0; presses < 400; presses += 1) {
    if (await element?.evaluate((one) => one.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key never comes to ${target}`)
}
const press = async (page: Page, target: Locator, key = 'Enter') => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
/** Chooses the alternative with a number, counted from 0, among radio buttons none of which is chosen. */
async function choose(page: Page, group: Locator, number: number): Promise<void> {
  await tabTo(page, group)
  await page.keyboard.press('Space')
  for (let step = 0; step < number; step += 1) await page.keyboard.press('ArrowRight')
}
async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
/** Finds a record by its name in a field that searches. */
async function pick(page: Page, field: Locator, text: string): Promise<void> {
  await write(page, field, text)
  await page.getByRole('option', { name: text }).first().waitFor()
  const marked = page.locator('[role=option][data-focused]').filter({ hasText: text })
  for (let presses = 0; presses < 30 && !(await marked.isVisible()); presses += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}
/** A day, part by part, in the order the language writes it. */
async function day(page: Page, field: Locator, [year, month, date]: readonly [string, string, string], language: Language): Promise<void> {
  await tabTo(page, field.getByRole('spinbutton').first())
  await page.keyboard.type(language === 'sv' ? `${year}${month}${date}` : `${date}${month}${year}`)
}
const saved = (page: Page, { say }: Person) => page.getByText(say('Sparat', 'Saved'), { exact: false }).first().waitFor()

const patient = { timeout: 30_000 }

interface Analysis {
  readonly measures: readonly {
    readonly measure: { id: string; label: string }
    readonly carrier: { id: string }
    readonly assessment: object | null
  }[]
  readonly left: Readonly<Record<string, number>>
}

describe.each(inSwedish)('A first classification (%s)', (language) => {
  it('goes by keyboard alone from an empty form to a decision with three actions', async () => {
    const mark = `${language}${Date.now() % 1_000_000}`
    const ciso = await asPerson('ciso', { language })
    const unit = await find(ciso, 'units?q=Utbetalning')
    const system = await make(ciso, 'systems', { name: `Arkivskåp ${mark}`, unit: unit.id })
    const owner = await asPerson('information-owner', { language })
    const { page, say, go } = owner
    const name = `Fullmakter för ombud ${mark}`

    await go('/klassa')
    await expectNoViolations(page, 'question first')
    const secret = page.getByRole('radiogroup', {
      name: say('Kan informationen vara säkerhetsskyddsklassificerad?', 'May the information be security-classified?'),
    })
    await choose(page, secret, 0)
    await press(page, page.getByRole('button', { name: say('Gå vidare', 'Go on') }))
    // A yes stops it, stores nothing and says whom to turn to.
    await page.getByRole('heading', { level: 1, name: say('Stanna här', 'Stop here') }).waitFor()
    await expectNoViolations(page, 'stop')
    await press(page, page.getByRole('button', { name: say('Tillbaka till frågan', 'Back to the question') }))
    await tabTo(page, secret)
    await page.keyboard.press('ArrowDown')
    await press(page, page.getByRole('button', { name: say('Gå vidare', 'Go on') }))

    await page.getByRole('heading', { level: 1, name: say('Vad ska klassas?', 'What is to be classified?') }).waitFor()
    await tabTo(page, page.getByRole('radiogroup', { name: say('Vilken information?', 'Which information?') }))
    await page.keyboard.press('ArrowDown')
    await write(page, page.getByLabel(say('Namn', 'Name')), name)
    await pick(page, page.getByRole('combobox', { name: say('Finns i systemen', 'Held in the systems') }), system.name as string)
    await expectNoViolations(page, 'what and why')
    await press(page, page.getByRole('button', { name: say('Börja klassa', 'Begin classifying') }))

    await page.getByRole('heading', { level: 1, name: /Konfidentialitet|Confidentiality/ }).waitFor()
    await settled(page)
    const id = /\/klassa\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''
    await expectNoViolations(page, 'valuation')
    // For each aspect: what matters, why, and nothing else that does.
    for (;;) {
      await settled(page)
      const groups = page.getByRole('main').getByRole('radiogroup')
      await choose(page, groups.nth(1), 1)
      await write(
        page,
        page.getByRole('textbox', { name: say('Varför? Skriv så att andra förstår', 'Why? Write so that others understand') }),
        say('Ombudet kan inte visa sin rätt.', 'The agent cannot show the right.'),
      )
      await press(page, page.getByRole('button', { name: say('återstår', 'remain') }))
      await page.getByRole('button', { name: say('återstår', 'remain') }).waitFor({ state: 'hidden' })
      await saved(page, owner)
      const next = page.getByRole('link', { name: say('Vidare till', 'On to') })
      const isLast = /avvikelser|gaps/.test((await next.textContent()) ?? '')
      const heading = await page.getByRole('heading', { level: 1 }).textContent()
      if (isLast) break
      await press(page, next)
      await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, heading)
    }
    await expect.poll(async () => (await owner.ask('GET', `/classifications/${id}`)).body.leftToValue, patient).toBe(0)

    // Whoever owns the system has already answered for all but three measures; nobody answers twice.
    const analysis = async () => (await owner.ask('GET', `/classifications/${id}/analysis`)).body as unknown as Analysis
    const required = (await analysis()).measures
    expect(required.length).toBeGreaterThan(3)
    const colleague = await asPerson('system-owner', { language })
    for (const { measure } of required.slice(3))
      await make(colleague, 'measure-assessments', { measure: measure.id, system: system.id, status: 'inPlace' })

    await press(page, page.getByRole('link', { name: say('Vidare till avvikelser', 'On to the gaps') }))
    await page.getByRole('heading', { level: 1, name: say('Vad finns på plats?', 'What is in place?') }).waitFor()
    await settled(page)
    // What is begun is found again where it was left.
    await page.reload()
    await settled(page)
    await page.getByRole('heading', { name: say('Redan bedömt', 'Already assessed') }).waitFor()
    for (const [index, { measure }] of required.slice(0, 3).entries()) {
      const question = page.locator('.k-measure').filter({ has: page.getByRole('heading', { name: measure.label }) })
      await choose(page, question.getByRole('radiogroup').first(), 2)
      await choose(page, question.getByRole('radiogroup', { name: say('Hur allvarlig är bristen?', 'How serious is the gap?') }), index)
      await write(page, question.getByRole('textbox'), say('Det finns ingen rutin.', 'There is no routine.'))
      await page.keyboard.press('Tab')
      await question.locator('.k-done').waitFor()
      if (index === 0) await expectNoViolations(page, 'gaps')
    }
    expect((await analysis()).left.unassessed).toBe(0)

    await press(page, page.getByRole('link', { name: say('Vidare till risker', 'On to the risks') }))
    await page.getByRole('heading', { level: 1, name: say('Vilka risker är verkliga?', 'Which risks are real?') }).waitFor()
    await settled(page)
    await press(page, page.getByRole('button', { name: say('Behåll risken', 'Keep the risk') }).first())
    await choose(page, page.getByRole('radiogroup', { name: say('Konsekvens', 'Consequence') }), 3)
    await choose(page, page.getByRole('radiogroup', { name: say('Sannolikhet', 'Likelihood') }), 2)
    await expectNoViolations(page, 'risk')
    await press(page, page.getByRole('button', { name: say('Spara risken', 'Save the risk') }))
    await page.getByRole('button', { name: say('Spara risken', 'Save the risk') }).waitFor({ state: 'hidden' })
    await press(page, page.getByRole('button', { name: say('Inte aktuell', 'Not relevant') }).first())
    await page.keyboard.type(say('Rutinen beslutas nästa vecka.', 'The routine is decided next week.'))
    await press(page, page.getByRole('button', { name: say('Lägg undan förslaget', 'Put the proposal aside') }))
    await page.getByRole('button', { name: say('Lägg undan förslaget', 'Put the proposal aside') }).waitFor({ state: 'hidden' })

    await press(page, page.getByRole('link', { name: say('Vidare till åtgärder', 'On to the actions') }))
    await page.getByRole('heading', { level: 1, name: say('Vad gör ni åt det?', 'What do you do about it?') }).waitFor()
    await settled(page)
    await expectNoViolations(page, 'actions')
    for (let made = 0; made < 3; made += 1) {
      const open = page.locator('.k-treat[data-open]')
      await press(page, open.first().getByRole('button', { name: say('Ny åtgärd', 'New action') }))
      await day(
        page,
        page.getByRole('group', { name: say('När ska det vara klart?', 'When is it to be done?') }),
        ['2030', '03', '01'],
        language,
      )
      if (made === 0) {
        // The first action also answers for the risk.
        await press(page, page.getByText(say('Åtgärden löser också', 'The action also solves')).first())
        await press(page, page.getByRole('checkbox').last(), 'Space')
        await expectNoViolations(page, 'new action')
      }
      await press(page, page.getByRole('button', { name: say('Spara åtgärden', 'Save the action') }))
      await page.getByRole('button', { name: say('Spara åtgärden', 'Save the action') }).waitFor({ state: 'hidden' })
      await settled(page)
    }
    expect((await analysis()).left).toMatchObject({ openGaps: 0, risksWithoutAction: 0, unvaluedRisks: 0 })

    await press(page, page.getByRole('link', { name: say('Vidare till beslut', 'On to the decision') }))
    await page.getByRole('heading', { level: 1, name: say('Beslut', 'Decision'), exact: true }).waitFor()
    await settled(page)
    await press(
      page,
      page.getByRole('button', { name: say('Skriv ett förslag utifrån värderingen', 'Write a proposal from the valuation') }),
    )
    await press(page, page.getByRole('button', { name: language === 'sv' ? /^Välj \d/ : /^Choose \d/ }))
    await expect.poll(async () => (await owner.ask('GET', `/classifications/${id}`)).body.reviewBy, patient).toMatch(/^20/)
    await settled(page)
    await expectNoViolations(page, 'decision')
    await press(page, page.getByRole('main').getByRole('button', { name: say('Besluta om klassningen', 'Decide on the classification') }))
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await expectNoViolations(page, 'decide')
    await press(page, dialog.getByRole('button', { name: say('Besluta om klassningen', 'Decide on the classification') }))
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(say('Klassningen är avslutad', 'The classification is closed')).waitFor()
    await expectNoViolations(page, 'decided')

    const { body: decided } = await owner.ask('GET', `/classifications/${id}`)
    expect(decided).toMatchObject({ state: 'decided', level: 1 })
    const { body: actions } = await owner.ask('GET', `/actions?classification=${id}&count=true`)
    expect(actions.total).toBe(3)
    const asset = await find(owner, `information-assets?q=${encodeURIComponent(name)}`)
    expect((await owner.ask('GET', `/information-assets/${asset.id}`)).body).toMatchObject({ level: 1, classification: { id } })
  }, 400_000)

  it('is seen by two at once, and neither overwrites the other unseen', async () => {
    const owner = await asPerson('information-owner', { language })
    const { page, say, go } = owner
    const { body: me } = await owner.ask('GET', '/session')
    const model = await find(owner, 'classification-models?state=inForce')
    const unit = await find(owner, 'units?q=Utbetalning')
    const asset = await make(owner, 'information-assets', { name: `Samtidigt ${language}`, unit: unit.id, owner: me.person.id })
    const made = await make(owner, 'classifications', {
      asset: asset.id,
      model: model.id,
      unit: unit.id,
      owner: me.person.id,
      occasion: 'new',
    })
    await go(`/klassa/${made.id}`)
    const group = page.getByRole('main').getByRole('radiogroup').first()
    const heading = await page.getByRole('main').getByRole('heading', { level: 2 }).first().textContent()
    const content = (await owner.ask('GET', `/classification-models/${model.id}`)).body.content as {
      aspects: { key: string }[]
      categories: { key: string; name: string }[]
    }
    const category = content.categories.find(({ name }) => name === heading)
    // The other values the same cell, unseen by the page, just before.
    await page.context().setOffline(true)
    await choose(page, group, 2)
    const other = await asPerson('ciso', { language })
    await make(other, 'valuations', {
      classification: made.id,
      aspect: content.aspects[0]?.key,
      category: category?.key,
      level: 0,
      reason: 'Offentligt',
    })
    await page.getByText(say('Inte sparat', 'Not saved')).first().waitFor()
    await page.context().setOffline(false)
    const conflict = page.getByRole('alert').filter({ hasText: say('värderade samtidigt', 'valued at the same time') })
    await conflict.waitFor()
    await expectNoViolations(page, 'two at once')
    await press(page, conflict.getByRole('button', { name: say('Spara mitt', 'Save mine') }))
    await conflict.waitFor({ state: 'hidden' })
    await expect
      .poll(
        async () => (await owner.ask('GET', `/valuations?classification=${made.id}&fields=level`)).body.items.map(({ level }) => level),
        patient,
      )
      .toEqual([2])
  })
})

it('The steps fit a phone and the dark', async () => {
  const owner = await asPerson('information-owner', { viewport: { width: 360, height: 740 }, colourScheme: 'dark' })
  const { page, go } = owner
  const { body: me } = await owner.ask('GET', '/session')
  const model = await find(owner, 'classification-models?state=inForce')
  const unit = await find(owner, 'units?q=Utbetalning')
  const asset = await make(owner, 'information-assets', { name: 'Telefon', unit: unit.id, owner: me.person.id })
  const made = await make(owner, 'classifications', {
    asset: asset.id,
    model: model.id,
    unit: unit.id,
    owner: me.person.id,
    occasion: 'new',
  })
  for (const step of ['vardering', 'avvikelser', 'risker', 'atgarder', 'beslut']) {
    await go(`/klassa/${made.id}/${step}`)
    await expectNoSidewaysScrolling(page)
    await expectNoViolations(page, step)
  }
})
