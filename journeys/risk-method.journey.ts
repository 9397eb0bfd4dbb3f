import { describe, expect, it } from 'vitest'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, find, inEnglish, settled, today, typeDay } from './person.ts'

interface Axis {
  readonly level: number
  readonly name: string
}
interface Content {
  readonly consequence: readonly Axis[]
  readonly likelihood: readonly Axis[]
  readonly matrix: readonly { readonly consequence: number; readonly likelihood: number; readonly level: number }[]
}

describe.each(inEnglish)('The risk method (%s)', (language) => {
  it('reads as a whole in forced colours, and tells how to begin another', async () => {
    const { page, say, go } = await asPerson('ciso', { language, forcedColours: true })
    await go('/risk-methods/new')
    await page.getByRole('button', { name: say('Börja från förlagan', 'Begin from the proposal') }).waitFor()
    await expectNoViolations(page, 'begin')
    await page
      .getByRole('link', { name: new RegExp(say('^Öppna ', '^Open ')) })
      .first()
      .click()
    await page.getByRole('heading', { level: 2, name: say('Riskmatrisen', 'The risk matrix') }).waitFor()
    await expectNoViolations(page, 'in forced colours')
  })
})

describe.each(['sv'] as const)('The risk method (%s)', (language) => {
  it('gets another level of consequence, what follows is seen, and the head of security decides', async () => {
    const ciso = await asPerson('ciso', { language })
    const { page, say, go, ask } = ciso
    const inForce = await find(ciso, 'risk-methods?state=inForce')
    await go(`/risk-methods/${inForce.id}`)
    await page.getByRole('heading', { level: 2, name: say('Vem som beslutar', 'Who decides') }).waitFor()
    await expect.poll(() => page.locator('.rm-matrix button').count()).toBe(0)

    const name = `Riskmetod efter ${inForce.reference}, ${language}`
    await page.getByRole('button', { name: say('Ny version', 'New version') }).click()
    const copying = page.getByRole('dialog')
    await copying.getByRole('textbox', { name: say('Namn på den nya versionen', 'Name of the new version') }).fill(name)
    await copying.getByRole('button', { name: say('Gör ett utkast', 'Make a draft') }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const contentOf = async () => (await ask('GET', `/risk-methods/${id}`)).body.content as Content
    const { consequence: before, likelihood } = await contentOf()

    // Another level leaves holes: the matrix is filled by the value, the criteria each in its place.
    const parts = page.getByRole('navigation', { name: say('Metodens delar', 'Parts of the method') })
    const part = (label: string) => parts.getByRole('link', { name: label }).click()
    await part(say('Skalor', 'Scales'))
    await page
      .getByRole('region', { name: say('Konsekvens', 'Consequence') })
      .getByRole('button', { name: new RegExp(say('^Lägg till steg', '^Add rung')) })
      .first()
      .click()
    await part(say('Matris', 'Matrix'))
    await page.getByText(say(`Matrisen har ${likelihood.length} hål.`, `The matrix has ${likelihood.length} holes.`)).waitFor()
    await expectNoViolations(page, 'a matrix with holes')
    await page.getByRole('button', { name: say('Fyll matrisen', 'Fill the matrix') }).click()
    await page.getByText(say('Matrisen är hel.', 'The matrix is whole.')).waitFor()
    // One box by keyboard: to the third of the top row, and its highest level.
    await page.locator('.rm-matrix button').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('4')
    await expect.poll(() => page.locator('.rm-matrix button:focus').textContent()).toContain('Mycket hög')
    await part(say('Konsekvenser', 'Consequences'))
    const hole = page.locator('.c-cell[data-hole] button')
    for (let left = await hole.count(); left > 0; left -= 1) {
      await hole.first().click()
      await page.keyboard.type(`Beskrivet efter ${inForce.reference}`)
      await page.keyboard.press('Enter')
      await expect.poll(() => hole.count()).toBe(left - 1)
    }
    await part(say('Mandat och tider', 'Mandates and times'))
    await page.getByRole('heading', { level: 3, name: say('Tider', 'Times') }).waitFor()
    await expectNoViolations(page, 'mandates')

    // What was the highest is still the highest: open risks are translated.
    const top = before.at(-1)
    const rungs = (await contentOf()).consequence.length
    expect(rungs).toBe(before.length)
    await part(say('Övrigt', 'Other'))
    await page
      .getByRole('button', { name: new RegExp(say(`Tidigare konsekvens ${top?.name} `, `Earlier consequence ${top?.name} `)) })
      .click()
    await page
      .getByRole('option')
      .nth(before.length + 1)
      .click()
    await page.getByRole('button', { name: say('Spara utkastet', 'Save the draft') }).click()
    await page
      .locator('.v-savebar')
      .getByText(new RegExp(say('^Sparat ', '^Saved ')))
      .waitFor()
    expect((await contentOf()).consequence).toHaveLength(before.length + 1)

    await page.getByRole('link', { name: say('Visa följderna', 'Show what follows') }).click()
    await page.getByRole('heading', { level: 3, name: say('Risknivåer nu och sedan', 'Risk levels now and then') }).waitFor()
    await settled(page)
    await expectNoViolations(page, 'what follows')
    await expectNoSidewaysScrolling(page)
    const { body } = await ask('GET', `/risk-methods/${id}/impact`)
    const counts = body.counts as { risks: number; changed: number; lost: number; again: number }
    expect([counts.lost, counts.again]).toEqual([0, 0])
    expect(await page.getByRole('button', { name: say('Besluta om metoden', 'Decide on the method') }).count()).toBe(0)

    const head = await asPerson('head-of-security', { language, viewport: { width: 360, height: 740 }, colourScheme: 'dark' })
    await head.go(`/risk-methods/${id}?del=foljder`)
    await head.page.getByRole('button', { name: say('Besluta om metoden', 'Decide on the method') }).click()
    const deciding = head.page.getByRole('dialog')
    await deciding.waitFor()
    await expectNoViolations(head.page, 'deciding, on a phone')
    await typeDay(deciding.getByRole('group', { name: say('Gäller från', 'In force from') }), await today(head))
    await deciding.getByRole('textbox', { name: say('Skäl', 'Reason') }).fill('Ett steg till behövs för de allvarligaste följderna.')
    await deciding.getByRole('button', { name: say('Besluta om metoden', 'Decide on the method') }).click()
    await deciding.waitFor({ state: 'hidden' })
    await head.page.getByText(say('Metoden är beslutad', 'The method is decided')).waitFor()
    await expectNoViolations(head.page, 'decided, on a phone')
    await expectNoSidewaysScrolling(head.page)
    expect((await ask('GET', `/risk-methods/${inForce.id}`)).body.state).toBe('replaced')
    const { body: left } = await ask('GET', `/risks?state=not:closed&method=${inForce.id}&count=true&limit=1`)
    expect(left.total).toBe(0)
  })
})
