import { describe, expect, it } from 'vitest'
import { asPerson, expectNoViolations, find, languages, settled, stranger } from './person.ts'

const phone = { width: 390, height: 844 }

describe.each(languages)('An employee (%s)', (language) => {
  it('chooses herself on the sign-in page and sees the few places that are hers', async () => {
    const { page, say, ask } = await stranger({ language, viewport: phone })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: say('Välj vem du vill vara', 'Choose who to be') }).waitFor()
    await expectNoViolations(page, 'sign-in')
    await page.getByRole('button', { name: 'Elin Sandhagen' }).click()
    await page.getByRole('heading', { level: 1, name: say('Mitt arbete', 'My work') }).waitFor()
    await expectNoViolations(page, 'my work')
    await page.getByRole('button', { name: say('Visa menyn', 'Show the menu') }).click()
    const menu = page.getByRole('dialog', { name: say('Huvudmeny', 'Main menu') })
    await menu.waitFor()
    await expectNoViolations(page, 'menu')
    const places = await menu.getByRole('link').allInnerTexts()
    expect(places.map((place) => place.split('\n')[0]?.trim())).toEqual([
      say('Mitt arbete', 'My work'),
      say('Rapportera en händelse', 'Report an event'),
      say('Risker', 'Risks'),
      say('Incidenter', 'Incidents'),
      say('Utbildning', 'Training'),
      say('Styrdokument', 'Governing documents'),
    ])
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'hidden' })

    // No figure of the authority's reaches her, in the page or behind it.
    const { body: position } = await ask('GET', '/position')
    expect(position).toMatchObject({ figures: [] })
    const told = (await ask('GET', '/risks?limit=100&fields=title')).body.items.map(({ title }) => title)
    for (const { label } of (position as unknown as { serious: { label: string }[] }).serious) expect(told).toContain(label)
    expect((await ask('GET', '/reports/annual?asOf=2023-12-31')).status).toBe(403)
    const ciso = await asPerson('ciso', { language })
    const all = (await ciso.ask('GET', '/enrolments?count=true&limit=1')).body.total
    const { body: hers } = await ask('GET', '/enrolments?count=true&limit=100&fields=person')
    expect(hers.total).toBeGreaterThan(0)
    expect(hers.total).toBeLessThan(all)
    for (const item of hers.items) expect(item.person).toMatchObject({ label: 'Elin Sandhagen' })
  })

  it('reports an event from her phone in a handful of presses, and finds it again', async () => {
    const { page, say, go, ask } = await asPerson('employee', { language, viewport: phone })
    const title = say('Jag skickade ett beslut till fel person', 'I sent a decision to the wrong person')
    await go('/')
    const started = performance.now()
    await page
      .getByRole('navigation', { name: say('Snabbval', 'Shortcuts') })
      .getByRole('link', { name: say('Rapportera', 'Report') })
      .click()
    await page.getByRole('heading', { level: 1, name: say('Rapportera en händelse', 'Report an event') }).waitFor()
    await expectNoViolations(page, 'report')
    // Sent with nothing in it the form says what is missing, and goes there.
    const send = page.getByRole('button', { name: say('Skicka rapporten', 'Send the report') })
    await send.click()
    await page.getByRole('alert').waitFor()
    await expectNoViolations(page, 'nothing written')
    const field = page.getByLabel(say('Vad har hänt, i korthet?', 'What has happened, in brief?'))
    await field.fill(title)
    await send.click()
    await page.getByRole('heading', { level: 1, name: say('Tack, rapporten är framme', 'Thank you, the report has arrived') }).waitFor()
    expect(performance.now() - started).toBeLessThan(60_000)
    await expectNoViolations(page, 'thanks')
    await page.getByRole('link', { name: say('Visa rapporten', 'Show the report') }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('main').getByText(say('Väntar på granskning', 'Awaiting review')).first().waitFor()
    await expectNoViolations(page, 'her report')
    const { body } = await ask('GET', `/incidents?q=${encodeURIComponent(title)}&fields=*`)
    expect(body.items[0]).toMatchObject({ reporter: { label: 'Elin Sandhagen' }, unit: { label: 'Handläggning mitt' }, state: 'reported' })

    await go('/incidents')
    await page.getByRole('link', { name: say('Mina rapporter', 'My reports') }).click()
    await page.getByRole('link', { name: title }).first().waitFor()
    await expectNoViolations(page, 'her reports')
  })

  it('sees her training, and meets the same page for a risk that is not hers as for one that does not exist', async () => {
    const { page, say, go } = await asPerson('employee', { language, viewport: phone })
    const ciso = await asPerson('ciso', { language })
    await go('/')
    await page
      .getByRole('navigation', { name: say('Snabbval', 'Shortcuts') })
      .getByRole('link', { name: say('Utbildning', 'Training') })
      .click()
    await page.getByRole('main').getByText('Säker i vardagen').first().waitFor()
    await expectNoViolations(page, 'training')

    const risk = await find(ciso, 'risks')
    const shown = async (id: string) => {
      await go(`/risks/${id}`)
      await page.getByRole('heading', { level: 1, name: say('Posten finns inte här', 'The record is not here') }).waitFor()
      return (await page.getByRole('main').innerHTML()).replaceAll(id, '…')
    }
    const forbidden = await shown(risk.id)
    await expectNoViolations(page, 'a risk that is not hers')
    expect(forbidden).toBe(await shown('0198a000-0000-7000-8000-000000000000'))
    await ciso.go(`/risks/${risk.id}`)
    await settled(ciso.page)
    expect(await ciso.page.getByRole('heading', { level: 1 }).textContent()).not.toContain(say('Posten finns inte', 'The record is not'))
  })
})
