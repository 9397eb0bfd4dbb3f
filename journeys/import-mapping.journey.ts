import { describe, expect, it } from 'vitest'
import { spreadsheet } from './files.ts'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, find, inEnglish, settled, today } from './person.ts'

/** So that the journey can be walked again on a server that has seen it. */
const mark = Date.now().toString(36)

describe.each(inEnglish)('A chief information security officer with lists from elsewhere (%s)', (language) => {
  it('says what the columns of a list of systems are, sees what would happen, and need not say it again', async () => {
    const person = await asPerson('ciso', { language })
    const { page, say, go, ask } = person
    const unit = String((await find(person, 'units?fields=name')).name)
    const [first, second] = [`Gamla registret ${language} ${mark}`, `Gamla arkivet ${language} ${mark}`]
    const where = `Bolag ${language} ${mark}`
    const file = await spreadsheet('systemlista.xlsx', [
      ['Applikation', where, 'Beskrivning', 'Färgkod', 'Beroende av'],
      [first, unit, 'Håller reda på allt', 'röd', second],
      [second, unit, 'Sparar allt', null, null],
    ])
    await go('/systems/import')
    const chooser = page.getByLabel(say('Fil', 'File'), { exact: true })
    await chooser.waitFor({ state: 'attached' })
    await chooser.setInputFiles(file)
    await page.getByRole('heading', { name: say('Vad är det i kolumnerna?', 'What is in the columns?') }).waitFor()
    await expectNoViolations(page, 'columns')
    const column = (heading: string) => page.getByRole('button', { name: say(`”${heading}” läses in som`, `“${heading}” is read as`) })
    await page.getByText(`${unit}. ${say('2 rader har ett värde', '2 rows have a value')}`).waitFor()
    expect(await column('Applikation').textContent()).toContain(say('Namn', 'Name'))
    expect(await column('Beroende av').textContent()).toContain(say('Är beroende av', 'Depends on'))
    expect(await column('Färgkod').textContent()).toContain(say('Ta inte med', 'Leave out'))
    await page.getByText(say('Varje ny post behöver också: Enhet.', 'Every new record also needs: Unit.')).waitFor()

    // By keyboard: open the list of what a column can be, type the first letters, choose.
    await column(where).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await expectNoViolations(page, 'what a column can be')
    await page.keyboard.type(say('Enhet', 'Unit'))
    await page.keyboard.press('Enter')
    expect(await column(where).textContent()).toContain(say('Enhet', 'Unit'))

    const go_ = page.getByRole('button', { name: say('Visa vad som kommer att hända', 'Show what will happen') })
    await go_.focus()
    await page.keyboard.press('Enter')
    await page
      .getByText(say('2 rader: 2 läggs till, 0 ändras, 0 är oförändrade.', '2 rows: 2 will be added, 0 changed, 0 stay as they are.'))
      .waitFor()
    await expectNoViolations(page, 'what would happen')
    const found = async () =>
      (await ask('GET', `/systems?q=${encodeURIComponent(first)}&fields=*`)).body.items.filter(({ name }) => name === first)
    expect(await found()).toEqual([])
    await page.getByRole('button', { name: say('Spara 2 rader', 'Save 2 rows') }).click()
    await page.getByText(say('2 rader: 2 nya, 0 ändrade, 0 oförändrade.', '2 rows: 2 new, 0 changed, 0 unchanged.')).waitFor()
    expect((await found())[0]?.dependsOn).toEqual([expect.objectContaining({ label: second })])

    // The next time the columns are as they were said to be, and nothing is new.
    await page.getByRole('button', { name: say('Välj en annan fil', 'Choose another file') }).click()
    await chooser.setInputFiles(file)
    await page.getByRole('heading', { name: say('Vad är det i kolumnerna?', 'What is in the columns?') }).waitFor()
    expect(await column(where).textContent()).toContain(say('Enhet', 'Unit'))
    await go_.click()
    await page
      .getByText(say('2 rader: 0 läggs till, 0 ändras, 2 är oförändrade.', '2 rows: 0 will be added, 0 changed, 2 stay as they are.'))
      .waitFor()
    await page.getByRole('button', { name: say('Ändra kolumnerna', 'Change the columns') }).click()
    await page.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScrolling(page)
    await expectNoViolations(page, 'columns on a phone')
  })

  it('brings in classifications made before, after a row that was wrong has been put right', async () => {
    const person = await asPerson('ciso', { language })
    const { page, say, go, ask } = person
    const { body: session } = await ask('GET', '/session')
    const unit = String((await find(person, 'units?fields=name')).name)
    const name = `Protokoll från förr ${language} ${mark}`
    const other = `Avtal från förr ${language} ${mark}`
    const day = await today(person, -200)
    const list = (level: string) =>
      spreadsheet('klassningar.xlsx', [
        ['Informationstillgång', 'Avdelning', 'Informationsägare', 'K', 'R', 'T', 'Klassningsdatum'],
        [name, unit, session.person.name, '1', '2', '1', day],
        [other, unit, session.person.name, level, '2', '1', day],
      ])
    await go('/classifications/import')
    const chooser = page.getByLabel(say('Fil', 'File'), { exact: true })
    await chooser.waitFor({ state: 'attached' })
    const take = async (level: string) => {
      await chooser.setInputFiles(await list(level))
      await page.getByRole('heading', { name: say('Vad är det i kolumnerna?', 'What is in the columns?') }).waitFor()
      await page.getByRole('button', { name: say('Visa vad som kommer att hända', 'Show what will happen') }).click()
    }
    await take('jättehög')
    await page.getByRole('heading', { name: say('Rader som behöver rättas', 'Rows that need to be put right') }).waitFor()
    await page.getByText(say('"jättehög" är ingen nivå i modellen.', '"jättehög" is not a level of the model.')).waitFor()
    await expectNoViolations(page, 'faults')
    await page.getByRole('button', { name: say('Välj en annan fil', 'Choose another file') }).click()
    await take('2')
    await page.getByText(say('Ny informationsmängd. K 1, R 2, T 1', 'New information asset. C 1, I 2, A 1')).waitFor()
    await expectNoViolations(page, 'what would happen')
    await page.getByRole('button', { name: say('Spara 2 rader', 'Save 2 rows') }).click()
    await page.getByText(say('2 rader: 2 nya, 0 ändrade, 0 oförändrade.', '2 rows: 2 new, 0 changed, 0 unchanged.')).waitFor()
    await expectNoViolations(page, 'done')

    const { body } = await ask('GET', `/classifications?q=${encodeURIComponent(name)}&fields=*`)
    const made = body.items.find((item) => item.name === name)
    expect(made).toMatchObject({ state: 'decided', decidedOn: day, occasion: 'brought' })
    await go(`/classifications/${made?.id}`)
    const paper = page.getByRole('button', { name: say('Hämta klassningen', 'Get the classification') })
    await paper.waitFor()
    await settled(page)
    await paper.click()
    await page.getByRole('menuitem', { name: say('PDF att skriva ut', 'PDF to print') }).waitFor()
    await expectNoViolations(page, 'the paper of a classification')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: say('PDF att skriva ut', 'PDF to print') }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  })
})
