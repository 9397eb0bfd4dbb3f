import { describe, expect, it } from 'vitest'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, make } from './person.ts'

const picture = '.v-picture'

describe('The pictures of risks', () => {
  it('lead the information security officer from a finding to its records, by keyboard, and show each figure in a table', async () => {
    const person = await asPerson('ciso', { language: 'en' })
    const { page, go } = person
    await go('/riskbild?asOf=2023-12-31')
    await page.getByRole('heading', { name: 'open risks' }).first().waitFor()
    await expectNoViolations(page, 'pictures')
    const matrix = page.locator(picture).first()
    const square = matrix.locator('td[data-at] a').first()
    const count = (await square.textContent())?.trim()
    await matrix.getByRole('button', { name: 'Show as a table' }).press('Enter')
    await matrix.getByRole('table', { name: 'Number of open risks in the risk matrix' }).waitFor()
    await page.locator(picture).nth(1).getByRole('button', { name: 'Show as a table' }).press('Enter')
    await expectNoViolations(page, 'tables')
    await matrix.getByRole('button', { name: 'Show as a picture' }).press('Enter')
    await square.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Risks' }).waitFor()
    expect(page.url()).toContain('asOf=2023-12-31')
    expect(new URL(page.url()).searchParams.get('consequence')).not.toBeNull()
    await page.locator('table tbody tr').first().waitFor()
    expect(await page.locator('table tbody tr').count()).toBe(Number(count))
  })
})

describe('The quantified view', () => {
  it('lets a risk be estimated, simulates beside the page, and stands on a phone', async () => {
    const person = await asPerson('ciso', { viewport: { width: 360, height: 740 }, colourScheme: 'dark' })
    const { page, go, ask } = person
    const { body: session } = await ask('GET', '/session')
    const unit = (await ask('GET', '/units?kind=authority&limit=1')).body.items[0]
    const risk = await make(person, 'risks', {
      title: `Kvantifierad risk ${session.today}`,
      kind: 'operations',
      unit: unit?.id,
      lossModel: { kind: 'threePoint', low: 40_000_000, likely: 60_000_000, high: 90_000_000, probability: 0.9 },
    })
    await go(`/riskbild/kvantifierat?enhet=${unit?.id}&start=7`)
    await page.getByRole('heading', { name: 'Mer än ni är beredda att bära' }).waitFor()
    await expectNoSidewaysScrolling(page)
    await expectNoViolations(page, 'quantified')
    const told = await page.getByRole('table', { name: 'Vad ett år kostar' }).textContent()

    await page.getByRole('button', { name: `Ändra uppskattningen av ${risk.reference}` }).click()
    const dialog = page.getByRole('dialog')
    const likely = dialog.getByRole('textbox', { name: 'Hur sannolikt är det' })
    await likely.fill('250')
    await dialog.getByRole('button', { name: 'Spara uppskattningen' }).click()
    await dialog.getByText('Skriv ett tal från 0 till 100 procent.').waitFor()
    await likely.fill('90')
    await dialog.getByRole('textbox', { name: 'Högsta kostnad' }).fill('10')
    await dialog.getByRole('button', { name: 'Spara uppskattningen' }).click()
    await dialog.getByText('Den lägsta förlusten ska vara minst').waitFor()
    await expectNoViolations(page, 'estimate')
    await dialog.getByRole('textbox', { name: 'Lägsta kostnad' }).fill('1')
    await dialog.getByRole('textbox', { name: 'Troligaste kostnad' }).fill('5')
    await dialog.getByRole('button', { name: 'Spara uppskattningen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('table', { name: 'Vad ett år kostar' }).textContent(), { timeout: 30_000 }).not.toBe(told)

    const { version } = (await ask('GET', `/risks/${risk.id}`)).body
    expect((await ask('DELETE', `/risks/${risk.id}`, undefined, { 'if-match': `"${version}"`, 'x-reason': 'Prov' })).status).toBeLessThan(
      300,
    )
  })
})
