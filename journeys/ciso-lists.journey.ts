import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { spreadsheet } from './files.ts'
import { asPerson, expectNoViolations, find, inSwedish, settled } from './person.ts'

describe.each(inSwedish)('A chief information security officer (%s)', (language) => {
  it('brings in requirements from a spreadsheet, sees what would happen first, and the second time nothing does', async () => {
    const person = await asPerson('ciso', { language })
    const { page, say, go, ask } = person
    const source = await find(person, 'requirement-sources?q=27002&fields=*')
    const key = (number: number) => `egen-${language}/${number}`
    const file = await spreadsheet('krav.xlsx', [
      ['Nyckel', 'Källa', 'Beteckning', 'Rubrik', 'Vad begärs?'],
      [key(1), String(source.shortName), `${language} 1`, say('Rensa skrivbordet', 'Clear the desk'), 'Ska: bindande'],
      [key(2), String(source.shortName), `${language} 2`, say('Lås skärmen', 'Lock the screen'), 'Bör: allmänt råd'],
    ])
    await go('/requirements')
    await page.getByRole('link', { name: say('Importera', 'Import') }).click()
    const chooser = page.getByLabel(say('Fil', 'File'), { exact: true })
    await chooser.waitFor({ state: 'attached' })
    await expectNoViolations(page, 'import')
    await chooser.setInputFiles(file)
    await page
      .getByText(say('2 rader: 2 läggs till, 0 ändras, 0 är oförändrade.', '2 rows: 2 will be added, 0 changed, 0 stay as they are.'))
      .waitFor()
    await expectNoViolations(page, 'what would happen')
    const count = async () => (await ask('GET', `/requirements?key=contains:egen-${language}/&count=true&limit=1`)).body.total
    expect(await count()).toBe(0)
    await page.getByRole('button', { name: say('Spara 2 rader', 'Save 2 rows') }).click()
    await page.getByText(say('2 rader: 2 nya, 0 ändrade, 0 oförändrade.', '2 rows: 2 new, 0 changed, 0 unchanged.')).waitFor()
    await expectNoViolations(page, 'done')
    expect(await count()).toBe(2)

    await page.getByRole('button', { name: say('Välj en annan fil', 'Choose another file') }).click()
    await chooser.setInputFiles(file)
    await page
      .getByText(say('2 rader: 0 läggs till, 0 ändras, 2 är oförändrade.', '2 rows: 0 will be added, 0 changed, 2 stay as they are.'))
      .waitFor()
    expect(await count()).toBe(2)

    // A row that is wrong stops the whole file and is named.
    await page.getByRole('button', { name: say('Välj en annan fil', 'Choose another file') }).click()
    await chooser.setInputFiles(
      await spreadsheet('fel.xlsx', [
        ['Nyckel', 'Källa', 'Rubrik', 'Vad begärs?'],
        [key(3), 'Finns inte', 'Ett krav', 'Kanske'],
      ]),
    )
    await page.getByRole('heading', { name: say('Rader som behöver rättas', 'Rows that need to be put right') }).waitFor()
    await expectNoViolations(page, 'faults')
    expect(await count()).toBe(2)
  })

  it('asks a list, keeps the question, and exports exactly what is seen', async () => {
    const person = await asPerson('ciso', { language })
    const { page, say, go } = person
    await go('/risks')
    await expectNoViolations(page, 'list')
    await page.getByRole('button', { name: say('Lägg till filter', 'Add filter') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Risknivå', 'Risk level'), exact: true })
      .click()
    const editor = page.getByRole('dialog')
    await editor.getByRole('checkbox', { name: say('Hög', 'High'), exact: true }).check({ force: true })
    await expectNoViolations(page, 'filter')
    await editor.getByRole('button', { name: say('Visa', 'Show'), exact: true }).click()
    await page.getByRole('button', { name: say('Risknivå: Hög', 'Risk level: High') }).waitFor()
    expect(new URL(page.url()).searchParams.get('level')).toBe('3')

    await page
      .getByRole('columnheader', { name: say('Benämning', 'Title') })
      .getByRole('button')
      .click()
    await settled(page)
    const header = page.getByRole('columnheader', { name: say('Benämning', 'Title') })
    expect(await header.getAttribute('aria-sort')).toBe('ascending')

    await page.getByRole('button', { name: say('Kolumner', 'Columns') }).click()
    const columns = page.getByRole('dialog', { name: say('Välj kolumner', 'Choose columns') })
    await columns.waitFor()
    await expectNoViolations(page, 'columns')
    await columns.getByRole('checkbox', { name: say('Enhet', 'Unit'), exact: true }).uncheck({ force: true })
    await columns.getByRole('checkbox', { name: say('Riskvärde', 'Risk value'), exact: true }).check({ force: true })
    await columns.getByRole('button', { name: say('Spara kolumnerna', 'Save the columns') }).click()
    await page.getByRole('columnheader', { name: say('Riskvärde', 'Risk value') }).waitFor()
    await settled(page)

    await page.getByRole('button', { name: say('Spara vyn', 'Save the view') }).click()
    const naming = page.getByRole('dialog', { name: say('Spara vyn', 'Save the view') })
    await naming.getByRole('textbox').fill(say('Höga i bokstavsordning', 'High by name'))
    await expectNoViolations(page, 'view')
    await naming.getByRole('button', { name: say('Spara vyn', 'Save the view') }).click()
    await go('/risks')
    const view = page.getByRole('link', { name: say('Höga i bokstavsordning', 'High by name') })
    await view.click()
    await settled(page)
    expect(new URL(page.url()).searchParams.get('level')).toBe('3')

    const table = page.getByRole('table')
    const cells = (row: string) =>
      table
        .locator(row)
        .evaluateAll((rows) =>
          rows.map((one) => [...one.querySelectorAll('th, td')].slice(1).map((cell) => (cell.textContent ?? '').trim())),
        )
    const [heads] = await cells('thead tr')
    const rows = await cells('tbody tr')
    await page.getByRole('button', { name: say('Exportera', 'Export') }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: say('Csv', 'CSV') }).click()])
    const csv = (await readFile(await download.path(), 'utf8'))
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
    const separator = csv[0]?.includes(';') ? ';' : ','
    const unquoted = (line: string) => line.split(separator).map((cell) => cell.replace(/^"|"$/g, ''))
    expect(unquoted(csv[0] ?? '')).toEqual(heads)
    const file = csv.slice(1).map(unquoted)
    expect(file.length).toBe(rows.length)
    // A level is led by its number and a person told by address, so that the file can be brought in again; the rest is as seen.
    const persons = [say('Riskägare', 'Risk owner'), say('Beslutar', 'Decides')].map((head) => heads?.indexOf(head) ?? -1)
    const levels = [say('Risknivå', 'Risk level')].map((head) => heads?.indexOf(head) ?? -1)
    const asSeen = (cells: readonly string[]) =>
      cells.map((cell, index) => (persons.includes(index) ? cell.includes('@') : levels.includes(index) ? cell.replace(/^\d /, '') : cell))
    // The address of one who has left is not brought out, since nobody with it could be brought in.
    const told = (cell: string, row: number, index: number) => cell !== '' && (file[row]?.[index] ?? '') !== ''
    expect(file.map(asSeen)).toEqual(
      rows.map((cells, row) => cells.map((cell, index) => (persons.includes(index) ? told(cell, row, index) : cell))),
    )

    // And back to how it was.
    await page.getByRole('button', { name: say('Ta bort vyn', 'Remove the view') }).click()
    await view.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: say('Kolumner', 'Columns') }).click()
    await columns.getByRole('button', { name: say('Återställ', 'Reset') }).click()
    await page.getByRole('columnheader', { name: say('Enhet', 'Unit') }).waitFor()
  })

  it('goes anywhere by Ctrl and K', async () => {
    const { page, say, go } = await asPerson('ciso', { language })
    await go('/')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog')
    await palette.getByRole('combobox').waitFor()
    await expectNoViolations(page, 'palette')
    await page.keyboard.type('R-2023-0006')
    await palette.getByRole('option', { name: 'R-2023-0006 Inhyrd' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Inhyrd personal når mer än den behöver' }).waitFor()
    await page.keyboard.press('Control+k')
    await palette.getByRole('combobox').waitFor()
    await page.keyboard.type(say('åtgärder', 'actions'))
    await palette
      .getByRole('option', { name: say('Åtgärder', 'Actions') })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: say('Åtgärder', 'Actions') }).waitFor()
  })
})
