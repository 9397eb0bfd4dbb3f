import { describe, expect, it } from 'vitest'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, find, make, move, type Person, settled, today } from './person.ts'

interface Moves {
  readonly version: number
}

/** Opens the menu of a card and takes a step from it, by keyboard alone. */
async function moveByKeyboard(person: Person, title: string, step: string): Promise<void> {
  const { page, say } = person
  const card = page.getByRole('listitem').filter({ hasText: title })
  await card.getByRole('button', { name: say(`Flytta ${title}`, `Move ${title}`) }).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: step })
  await item.waitFor()
  for (let presses = 0; presses < 6 && !(await item.evaluate((element) => element === document.activeElement)); presses += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: step }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

describe('an action plan', () => {
  const language = 'sv'
  it('is proposed by one, decided by another, worked off on the board, and its effect is checked', async () => {
    const ciso = await asPerson('ciso', { language })
    const { say, page } = ciso
    const unit = await find(ciso, 'units?kind=authority')
    const due = await today(ciso, 40)
    const name = `Prövad plan ${language}`
    const plan = await make(ciso, 'action-plans', {
      name,
      source: 'year',
      unit: unit.id,
      owner: (await ciso.ask('GET', '/session')).body.person.id,
      ends: due,
    })
    const title = `Prövad åtgärd ${language}`

    await ciso.go(`/action-plans/${plan.id}`)
    await page.getByRole('link', { name: say('Lägg till åtgärd i planen', 'Add action to the plan') }).click()
    await settled(page)
    expect(await page.getByRole('combobox', { name: say('Ingår i handlingsplanen', 'Part of the action plan') }).inputValue()).toBe(name)
    await page
      .getByRole('textbox', { name: say('Åtgärd', 'Action') })
      .first()
      .fill(title)
    await page.getByRole('button', { name: new RegExp(say('Uppkom ur', 'Arose from')) }).click()
    await page.getByRole('option', { name: say('Annat', 'Other') }).click()
    await page.getByRole('button', { name: say('Spara', 'Save'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    const action = await find(ciso, `actions?plan=${plan.id}`)

    const head = await asPerson('head-of-security', { language })
    await head.go(`/action-plans/${plan.id}`)
    const decide = head.say('Besluta om handlingsplanen', 'Decide on the action plan')
    await head.page.getByText(head.say('saknar ansvarig eller slutdatum', 'lacks a person responsible or a due day')).waitFor()
    await head.page.getByRole('button', { name: decide }).click()
    const dialog = head.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: head.say('Skäl', 'Reason') }).fill('Prövat')
    await dialog.getByRole('button', { name: decide }).click()
    await dialog.getByRole('alert').getByText(title).waitFor()

    const owner = await asPerson('system-owner', { language })
    const me = (await owner.ask('GET', '/session')).body.person.id
    const changed = await ciso.ask('PATCH', `/actions/${action.id}`, { owner: me, due }, { 'if-match': `"${action.version}"` })
    expect(changed.status).toBe(200)
    await dialog.getByRole('button', { name: decide }).click()
    await dialog.waitFor({ state: 'detached' })
    await expectNoViolations(head.page, 'the plan, decided')

    await owner.go('/atgarder')
    await moveByKeyboard(owner, title, owner.say('Börja med åtgärden', 'Start the action'))
    await owner.page
      .getByRole('region', { name: owner.say('Pågår', 'Ongoing') })
      .getByRole('link', { name: title })
      .waitFor()
    await expectNoViolations(owner.page, 'the board')
    await owner.page.getByRole('link', { name: owner.say('Tidslinje', 'Timeline') }).click()
    await owner.page.getByRole('link', { name: new RegExp(title) }).waitFor()
    await expectNoViolations(owner.page, 'the timeline')

    const ongoing = (await owner.ask('GET', `/actions/${action.id}`)).body as { id: string } & Moves
    await move(owner, 'actions', ongoing, 'finish')
    await ciso.go(`/actions/${action.id}`)
    const check = say('Kontrollera åtgärdens effekt', 'Check the effect of the action')
    await page.getByRole('button', { name: check }).click()
    const asked = page.getByRole('dialog')
    await asked.getByText(say('Ja', 'Yes'), { exact: true }).click()
    await asked.getByRole('textbox', { name: new RegExp(say('Vilken effekt', 'What effect')) }).fill('Felen är borta.')
    await asked.getByRole('button', { name: check }).click()
    await asked.waitFor({ state: 'detached' })
    const helped = page.getByRole('region', { name: say('Hjälpte åtgärden?', 'Did the action help?') })
    await helped.getByText('Felen är borta.').waitFor()
    expect(await helped.getByText(say('Ja', 'Yes'), { exact: true }).count()).toBe(1)
    await ciso.go(`/action-plans/${plan.id}`)
    await page.getByText(say('1 av 1 åtgärder är genomförda', '1 of 1 actions are done')).waitFor()
  }, 240_000)
})

it('the board and the timeline are read on a phone', async () => {
  const ciso = await asPerson('ciso', { language: 'en', viewport: { width: 360, height: 740 } })
  for (const view of ['board', 'list', 'gantt']) {
    await ciso.go(`/atgarder?view=${view}`)
    await expectNoSidewaysScrolling(ciso.page)
  }
  await expectNoViolations(ciso.page, 'the timeline on a phone')
  await ciso.page.getByRole('button', { name: 'Show as a table' }).click()
  await ciso.page.getByRole('table', { name: 'The actions in time' }).waitFor()
})
