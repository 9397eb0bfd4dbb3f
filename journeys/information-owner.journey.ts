import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { disguisedProgram, pdf } from './files.ts'
import { asPerson, expectNoViolations, find, inSwedish, make, settled } from './person.ts'

describe.each(inSwedish)('An information owner (%s)', (language) => {
  it('enters her information, says in which system it is, and finds her way both ways', async () => {
    const owner = await asPerson('information-owner', { language })
    const { page, say, go } = owner
    const { body: me } = await owner.ask('GET', '/session')
    const unit = await find(owner, 'units?q=Utbetalning')
    const name = `Återkrav och eftergift, ${language}`
    await make(owner, 'information-assets', {
      name,
      unit: unit.id,
      owner: me.person.id,
    })

    await go('/')
    await page
      .getByRole('navigation', { name: say('Huvudmeny', 'Main menu') })
      .getByRole('link', { name: 'Information', exact: true })
      .click()
    await page.getByRole('link', { name: say('Min information', 'My information') }).click()
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await expectNoViolations(page, 'asset')

    await page.getByRole('link', { name: say('Ändra', 'Change'), exact: true }).click()
    const systems = page.getByRole('combobox', { name: say('Finns i systemen', 'Held in the systems') })
    await systems.fill('E-arkivet')
    await page.getByRole('option', { name: 'E-arkivet' }).click()
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: say('Ta bort E-arkivet', 'Remove E-arkivet') }).waitFor()
    await page.getByRole('button', { name: say('Spara ändringarna', 'Save the changes') }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await settled(page)
    // Nobody has valued it yet, and the next step is at hand.
    await page
      .getByRole('main')
      .getByRole('link', { name: say('Klassa informationen', 'Classify the information') })
      .waitFor()

    await page.getByRole('main').getByRole('link', { name: 'E-arkivet' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'E-arkivet' }).waitFor()
    await page.getByRole('heading', { name: say('Innehåller', 'Holds') }).waitFor()
    await expectNoViolations(page, 'system')
    await page.getByRole('main').getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  })

  it('enters a risk with a PDF, and is told why a program in disguise is not taken', async () => {
    const owner = await asPerson('information-owner', { language })
    const { page, say, go } = owner
    const title = `Utbetalningsunderlag ändras av misstag, ${language}`
    const report = pdf('analys.pdf', 'Underlag till riskanalysen')
    await go('/risks/new?form=hela')
    await page.getByLabel(say('Benämning', 'Title')).fill(title)
    await page.getByLabel(say('På grund av', 'Because of')).fill(say('två system som inte stämmer överens', 'two systems that disagree'))
    await page.getByRole('button', { name: say('Uppkom vid', 'Arose from') }).click()
    await page.getByRole('option', { name: say('Informationsklassning', 'Information classification') }).click()
    await page.getByRole('combobox', { name: say('Enhet', 'Unit') }).fill('Utbetalning')
    await page.getByRole('option', { name: /^Utbetalning(?!s)/ }).click()

    const attachments = page.getByLabel(say('Bilagor', 'Attachments'))
    await attachments.setInputFiles(disguisedProgram('analys-2.pdf'))
    const refusal = page.getByRole('alert').filter({ hasText: 'analys-2.pdf' })
    await refusal.waitFor()
    await expectNoViolations(page, 'program refused')
    expect(await refusal.textContent()).toMatch(say('tas inte emot', 'are not received'))
    await attachments.setInputFiles(report)
    await page.getByRole('button', { name: say('Ta bort analys.pdf', 'Remove analys.pdf') }).waitFor()
    // Nothing typed went away with the refusal.
    expect(await page.getByLabel(say('Benämning', 'Title')).inputValue()).toBe(title)
    expect(await page.getByLabel(say('På grund av', 'Because of')).inputValue()).toContain(say('två system', 'two systems'))
    await page.getByRole('button', { name: say('Spara', 'Save'), exact: true }).click()

    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    await expectNoViolations(page, 'risk with a file')
    const fetched = page.waitForEvent('download')
    await page.getByRole('link', { name: /analys\.pdf/ }).click()
    const download = await fetched
    expect(download.suggestedFilename()).toBe('analys.pdf')
    expect((await readFile(await download.path())).equals(report.buffer)).toBe(true)
  })
})
