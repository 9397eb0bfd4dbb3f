import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { asPerson, expectNoViolations, find, inSwedish, make, move } from './person.ts'

/** Presses Tab until the focus stands where it is wanted, and shows that it can be seen there. */
async function tabTo(page: Page, target: Locator, most = 90): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const ring = await target.evaluate((element) => {
        // A row of a list shows it around the whole row.
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element.closest('tbody tr') ?? element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      expect(ring, 'the focus can be seen').toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${most} presses of Tab never reached ${target}`)
}

describe.each(inSwedish)('A risk owner (%s)', (language) => {
  it('decides on a risk by the keyboard alone', async () => {
    const owner = await asPerson('risk-owner', { language })
    const { page, say, ask } = owner
    const ciso = await asPerson('ciso', { language })
    const { body: me } = await ask('GET', '/session')
    const waiting = await find(ciso, `risks?decider=${me.person.id}&state=analysed&fields=unit`)
    const unit = waiting.unit as { id: string }
    const title = `Adress röjs vid utskick, ${language}`
    const risk = await make(ciso, 'risks', { title, kind: 'operations', unit: unit.id, owner: me.person.id, consequence: 3, likelihood: 2 })
    await move(ciso, 'risks', (await ask('GET', `/risks/${risk.id}`)).body, 'analyse')

    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: say('Läget', 'The position') }).waitFor()
    await expectNoViolations(page, 'position')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: say('Hoppa till innehållet', 'Skip to the content') })
    await tabTo(page, skip)
    await page.keyboard.press('Enter')
    await tabTo(
      page,
      page
        .getByRole('main')
        .getByRole('link', { name: say('väntar på beslut', 'a decision') })
        .filter({ hasText: 'risk' }),
    )
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: say('Risker', 'Risks') }).waitFor()
    await tabTo(page, page.getByRole('link', { name: title }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()

    const decide = say('Besluta att risken ska åtgärdas', 'Decide to treat the risk')
    await tabTo(page, page.getByRole('button', { name: decide }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: decide })
    await dialog.waitFor()
    await expectNoViolations(page, 'decision')
    // Without a treatment and a reason there is no decision.
    await tabTo(page, dialog.getByRole('button', { name: decide }))
    await page.keyboard.press('Enter')
    await dialog.getByText(say('Skriv ett skäl.', 'Write a reason.')).waitFor()
    await expectNoViolations(page, 'decision refused')
    await tabTo(page, dialog.getByRole('button', { name: say('Riskbehandling', 'Risk treatment') }))
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, dialog.getByRole('textbox', { name: say('Skäl', 'Reason') }))
    await page.keyboard.type(say('Utskicken görs om under våren.', 'The mailings are redone in the spring.'))
    await tabTo(page, dialog.getByRole('button', { name: decide }))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByText(say('Åtgärdas', 'Being treated')).first().waitFor()
    const { body: treated } = await ask('GET', `/risks/${risk.id}`)
    expect(treated).toMatchObject({ state: 'treated' })
    expect(treated.response).not.toBeNull()

    // What has been decided is not decided on again without being taken up anew, and both the page and the server say so.
    expect(await page.getByRole('button', { name: say('Acceptera risken', 'Accept the risk') }).count()).toBe(0)
    await expectNoViolations(page, 'after the decision')
    const refused = await ask(
      'POST',
      `/risks/${risk.id}/moves/accept`,
      { reason: 'Ja', fields: { acceptedUntil: '2027-12-31' } },
      { 'if-match': `"${treated.version}"` },
    )
    expect(refused.status).toBe(409)
    expect(refused.body.title).toContain(say('Det går inte nu', 'Not possible now'))
  })
})
