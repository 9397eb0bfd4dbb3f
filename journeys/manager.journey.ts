import { describe, expect, it } from 'vitest'
import { asPerson, expectNoViolations, find, inEnglish, make, settled, today, typeDay } from './person.ts'

describe.each(inEnglish)('A manager (%s)', (language) => {
  it('goes from the position to what is late, and settles a change that someone else made meanwhile', async () => {
    const { page, say, go, ask } = await asPerson('manager', { language })
    const ciso = await asPerson('ciso', { language })
    const unit = await find(ciso, 'units?q=Handläggning mitt')
    const title = `Gå igenom behörigheterna i Ärendestöd, ${language}`
    const due = await today(ciso, -10)
    const action = await make(ciso, 'actions', { title, unit: unit.id, source: 'risk', due, priority: 1 })

    await go('/')
    await page.getByRole('heading', { level: 1, name: say('Läget', 'The position') }).waitFor()
    await expectNoViolations(page, 'position')
    await page
      .getByRole('main')
      .getByRole('link', { name: say('skulle ha varit', 'overdue') })
      .filter({ hasText: say('åtgärd', 'action') })
      .click()
    await page.getByRole('heading', { level: 1, name: say('Åtgärder', 'Actions') }).waitFor()
    await expectNoViolations(page, 'late actions')
    expect(page.url()).toContain('due=lt')
    // What is listed is late, and is of the unit.
    const { body: late } = await ask('GET', '/actions?due=lt:today&state=proposed,decided,ongoing&count=true&limit=200')
    expect(late.total).toBeGreaterThan(0)
    expect(await page.getByRole('table').getByRole('row').count()).toBe(late.total + 1)

    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await expectNoViolations(page, 'action')
    await page.getByRole('link', { name: say('Ändra', 'Change'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: say(`Ändra ${title}`, `Change ${title}`) }).waitFor()
    const mine = await today(ciso, 30)
    await typeDay(page.getByRole('group', { name: say('Klar senast', 'Due') }), mine)
    const reason = page.getByLabel(say('Varför gör du ändringen?', 'Why do you make the change?'))
    await reason.fill(say('Två handläggare är sjuka.', 'Two officers are ill.'))
    await expectNoViolations(page, 'form')

    // Meanwhile somebody else saves the same record: one field both change, and one only the other does.
    const theirs = await today(ciso, 60)
    const other = await ciso.ask(
      'PATCH',
      `/actions/${action.id}`,
      { due: theirs, priority: 3 },
      { 'if-match': '"1"', 'x-reason': encodeURIComponent('Väntar på leverantören') },
    )
    expect(other.status).toBe(200)

    await page.getByRole('button', { name: say('Spara ändringarna', 'Save the changes') }).click()
    const dialog = page.getByRole('alertdialog', { name: say('Någon annan hann spara först', 'Someone else saved first') })
    await dialog.waitFor()
    await dialog.getByText('Ylva Stensdotter').waitFor()
    await expectNoViolations(page, 'conflict')
    await dialog.getByText(say('Prioritet', 'Priority'), { exact: true }).waitFor()
    const choices = dialog.getByRole('radiogroup', { name: say('Klar senast', 'Due') })
    await choices.getByRole('radio', { name: say('Ditt', 'Yours') }).check({ force: true })
    await dialog.getByRole('button', { name: say('Spara med de här valen', 'Save with these choices') }).click()

    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    await settled(page)
    const { body: saved } = await ask('GET', `/actions/${action.id}`)
    expect(saved).toMatchObject({ due: mine, priority: 3, version: 3 })

    await page.getByRole('link', { name: say('Hela historiken och jämförelser', 'The whole history and comparisons') }).click()
    const story = page.getByRole('region', { name: say('Vad som har hänt', 'What has happened') }).or(page.locator('.v-story'))
    await story.getByText('Jonas Ekvall').first().waitFor()
    await story.getByText('Ylva Stensdotter').first().waitFor()
    await story.getByText(say('Två handläggare är sjuka.', 'Two officers are ill.')).waitFor()
    await expectNoViolations(page, 'history')
  })
})
