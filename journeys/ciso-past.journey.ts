import { describe, expect, it } from 'vitest'
import { asPerson, expectNoViolations, find, inEnglish, settled } from './person.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')

describe.each(inEnglish)('A chief information security officer (%s)', (language) => {
  it('looks at the turn of the year and goes from 83 % to the 1 328 it was counted from', async () => {
    const person = await asPerson('ciso', { language })
    const { page, say, go } = person
    await go('/')
    await expectNoViolations(page, 'position')
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const ordinary = await ground()
    await page.getByRole('button', { name: say('Visa som det var', 'Show as it was') }).click()
    const choice = page.getByRole('dialog', { name: say('Visa som det var', 'Show as it was') })
    await choice.waitFor()
    await expectNoViolations(page, 'choice of day')
    await choice.getByRole('button', { name: '2023-12-31' }).click()
    await page.getByText(say('Så här såg det ut den 31 december 2023.', 'This is how it stood on 31 December 2023.')).waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2023-12-31')
    await settled(page)
    await expectNoViolations(page, 'position then')
    expect(await ground()).not.toBe(ordinary)

    const figure = page.getByRole('link', {
      name: say('Medarbetare med giltig säkerhetsutbildning', 'Employees with valid security training'),
    })
    expect(plain((await figure.textContent()) ?? '')).toMatch(/^83\s?%$/)
    await figure.click()
    await page
      .getByRole('heading', { level: 1, name: say('Genomförda och planerade utbildningar', 'Completed and planned courses') })
      .waitFor()
    await settled(page)
    await page.waitForFunction(() => /\d/.test(document.querySelector('h1')?.textContent ?? ''))
    expect(plain((await page.locator('h1').textContent()) ?? '').replace(',', ' ')).toContain('1 328')
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2023-12-31')
    await page.getByText(say('Räknat i:', 'Counted in:')).waitFor()
    await expectNoViolations(page, 'those counted')
    expect(await page.getByRole('link', { name: say('Importera', 'Import') }).count()).toBe(0)

    // No way to write on any page of the past, though today there is.
    const risk = await find(person, 'risks?state=analysed&asOf=2023-12-31')
    for (const [address, name] of [
      ['/risks', say('Lägg till risk', 'Add risk')],
      [`/risks/${risk.id}`, say('Ändra', 'Change')],
    ] as const) {
      await go(address)
      await page.getByRole('link', { name, exact: true }).waitFor()
      await go(`${address}?asOf=2023-12-31`)
      expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0)
      expect(await page.getByRole('heading', { name: say('Nästa steg', 'Next step') }).count()).toBe(0)
    }
    await expectNoViolations(page, 'a risk then')
    await page.getByRole('button', { name: say('Tillbaka till i dag', 'Back to today') }).click()
    await page.getByRole('link', { name: say('Ändra', 'Change'), exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.has('asOf')).toBe(false)
  })
})
