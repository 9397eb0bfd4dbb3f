import { expect, it } from 'vitest'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, type Person, settled } from './person.ts'

/** What others do is seen within a few seconds. */
const soon = { timeout: 30_000 }

/** Takes the analysis a step on, by the button of the page and that of the dialogue. */
async function takeStep({ page }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

it('A procurement officer leads a risk analysis: each judges alone, all is shown at once, the group values and the risk goes to its decider', async () => {
  const leader = await asPerson('procurement')
  const other = await asPerson('system-owner', { viewport: { width: 360, height: 740 } })
  const otherPerson = (await other.ask('GET', '/session')).body.person
  const { page } = leader

  await leader.go('/risk-analyses/new')
  await page.getByRole('radio', { name: /^Upphandling/ }).check({ force: true })
  await page.getByRole('textbox', { name: /Vad analyseras/ }).fill('Upphandling av scanningstjänst')
  await expectNoViolations(page, 'begin')
  await page.getByRole('button', { name: 'Börja riskanalysen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vad kan hända?' }).waitFor()

  // A risk is written and saved without leaving the keyboard.
  await page.getByRole('textbox', { name: 'På grund av' }).fill('brev öppnas av leverantören')
  await page.getByRole('textbox', { name: 'kan det hända att' }).fill('en obehörig läser ansökningar')
  await page.getByRole('textbox', { name: 'vilket leder till' }).fill('att enskildas uppgifter röjs')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 3, name: /En obehörig läser ansökningar/ }).waitFor()
  await expectNoViolations(page, 'find')
  const id = /risk-analyses\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  const analysis = (await leader.ask('GET', `/risk-analyses/${id}`)).body
  const invited = await leader.ask(
    'PATCH',
    `/risk-analyses/${id}`,
    { participants: [otherPerson.id] },
    { 'if-match': String(analysis.version) },
  )
  expect(invited.status).toBe(200)
  const risk = (await leader.ask('GET', `/risks?analysis=${id}`)).body.items[0]
  const owner = (await (await asPerson('department-head')).ask('GET', '/session')).body.person
  const given = await leader.ask(
    'PATCH',
    `/risks/${risk?.id}`,
    { owner: owner.id },
    { 'if-match': String((await leader.ask('GET', `/risks/${risk?.id}`)).body.version), 'x-reason': 'Ansvarar' },
  )
  expect(given.status, JSON.stringify(given.body)).toBe(200)
  await leader.go(`/risk-analyses/${id}?steg=hitta`)
  await takeStep(leader, 'Låt var och en bedöma')

  // The other judges alone, on a phone; the leader sees that he has, and not what.
  await other.go(`/risk-analyses/${id}`)
  await other.page.getByRole('heading', { level: 1, name: 'Vad bedömer du själv?' }).waitFor()
  for (const group of ['Konsekvens', 'Sannolikhet'])
    await other.page.getByRole('radiogroup', { name: group }).getByRole('radio').last().check({ force: true })
  await other.page.getByText('Sparat. Bara du ser din bedömning.').waitFor()
  await expectNoViolations(other.page, 'alone')
  await expectNoSidewaysScrolling(other.page)
  await page.getByText('1 av 2 klara').waitFor(soon)
  expect((await leader.ask('GET', `/risk-estimates?analysis=${id}&count=true`)).body.total).toBe(0)
  await leader.go(`/risk-analyses/${id}?visa=rum`)
  await page.getByText('1 av 2 klara').waitFor(soon)
  await expectNoViolations(page, 'room')

  // Shown to all at once: the phone follows by itself.
  await leader.go(`/risk-analyses/${id}?steg=var-for-sig`)
  await takeStep(leader, 'Visa bedömningarna och värdera tillsammans')
  await other.page.getByRole('heading', { level: 1, name: 'Vad kommer ni fram till tillsammans?' }).waitFor(soon)
  await settled(page)
  await page.getByRole('heading', { level: 1, name: 'Vad kommer ni fram till tillsammans?' }).waitFor(soon)
  expect((await leader.ask('GET', `/risk-estimates?analysis=${id}&count=true`)).body.total).toBe(1)
  await page.getByRole('button', { name: /^Sätt gruppens värde/ }).click()
  await page.locator('button.ra-place').first().click()
  await page.getByRole('textbox', { name: /Varför blev det så/ }).fill('Breven hanteras av få personer.')
  await expectNoViolations(page, 'together')
  await page.getByRole('button', { name: 'Spara gruppens värde' }).click()
  await page.getByRole('button', { name: /^Ändra gruppens värde/ }).waitFor(soon)

  await leader.go(`/risk-analyses/${id}?steg=avsluta`)
  await page.getByText(/får 1 risk att besluta om/).waitFor()
  await expectNoViolations(page, 'finish')
  await takeStep(leader, 'Avsluta riskanalysen')
  await page.getByText(/Analysen blev klar/).waitFor(soon)
  const submitted = (await leader.ask('GET', `/risks/${risk?.id}`)).body
  expect(submitted.state).toBe('analysed')
})
