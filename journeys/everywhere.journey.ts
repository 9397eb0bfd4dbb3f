import { describe, expect, it } from 'vitest'
import { type At, asPerson, expectNoSidewaysScrolling, expectNoViolations, find, type Person, settled } from './person.ts'

/** The kinds of page there are: the position, a list, a record, a form, the report. */
async function pagesOf(person: Person): Promise<Record<string, string>> {
  const risk = await find(person, 'risks?state=analysed')
  return {
    position: '/',
    list: '/risks',
    record: `/risks/${risk.id}`,
    form: `/risks/${risk.id}/edit`,
    report: '/rapporter/arsrapport?per=2023-12-31',
  }
}

const looks: Record<string, At> = {
  'on a phone 360 pixels wide': { viewport: { width: 360, height: 740 } },
  'enlarged to 400 %': { viewport: { width: 320, height: 256 } },
  'in the dark': { colourScheme: 'dark' },
  'in colours of one’s own': { forcedColours: true },
}

describe.each(Object.entries(looks))('Every kind of page, %s,', (_, at) => {
  it('can be read by everyone without moving it sideways', async () => {
    const person = await asPerson('ciso', at)
    for (const [kind, address] of Object.entries(await pagesOf(person))) {
      await person.go(address)
      await expectNoSidewaysScrolling(person.page)
      await expectNoViolations(person.page, kind)
    }
  })
})

describe('A list', () => {
  it('is walked through with the arrows, opened with Enter and looked into with Space', async () => {
    const { page, go } = await asPerson('ciso')
    await go('/risks')
    const rows = page.locator('tbody .v-row-link')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const second = rows.nth(1)
    const name = (await second.textContent()) ?? ''
    expect(await second.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press(' ')
    const peek = page.getByRole('complementary', { name: 'Vald post' })
    await peek.getByRole('heading', { name }).waitFor()
    await expectNoViolations(page, 'peek')
    await page.keyboard.press('Escape')
    await peek.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  })
})

describe('Someone whose session ends while typing', () => {
  it('signs in again on the spot and loses nothing', async () => {
    const person = await asPerson('ciso')
    const { page, context, go, ask } = person
    await go('/risks/new?form=hela')
    const title = 'En risk som någon skriver länge på'
    await page.getByLabel('Benämning').fill(title)
    await page.getByRole('button', { name: 'Uppkom vid' }).click()
    await page.getByRole('option', { name: 'Projekt' }).click()
    await page.getByRole('combobox', { name: 'Enhet' }).fill('It-drift')
    await page.getByRole('option', { name: /^It-drift/ }).click()
    await context.clearCookies({ name: 'varna-session' })
    const dialog = page.getByRole('dialog', { name: 'Du har blivit utloggad' })
    // Something else on the page may find out first; the form is then already behind the dialogue.
    const saving = page
      .getByRole('button', { name: 'Spara', exact: true })
      .click()
      .catch(() => undefined)
    await dialog.waitFor()
    await saving
    await expectNoViolations(page, 'signed out')
    await dialog.getByRole('button', { name: /Ylva Stensdotter/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.getByLabel('Benämning').inputValue()).toBe(title)
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await settled(page)
    expect((await ask('GET', `/risks?q=${encodeURIComponent(title)}&count=true`)).body.total).toBe(1)
  })
})
