import { describe, expect, it } from 'vitest'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { asPerson, expectNoViolations, find, inSwedish, settled } from './person.ts'

/** What every employee may do, whatever else they are: tell of a risk and of an event, and say when one is away. */
const forEveryone = ['risk', 'incident', 'absence']
/** What internal audit itself writes. */
const own = 'finding'

describe.each(inSwedish)('An internal auditor (%s)', (language) => {
  it('reads every register and record, and meets no way to write', async () => {
    const auditor = await asPerson('internal-audit', { language })
    const { page, say, go, ask } = auditor
    await go('/')
    await expectNoViolations(page, 'position')
    const write = new RegExp(
      say(
        '^(Lägg till .*|Importera|Ändra|Ta bort.*|Mer att göra|Skriv om texten|Skriv text)$',
        '^(Add (?!filter).*|Import|Change|Remove.*|More to do|Rewrite the text|Write text)$',
      ),
    )
    const writers = async () => {
      const names = await page
        .getByRole('main')
        .locator('a, button')
        .evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()))
      return names.filter((name) => write.test(name) && name !== 'Lägg till filter')
    }
    /** Follows the first link of the list, as a reader does; where there is none the address is typed. */
    const into = async (record: string) => {
      const [list, link] = [await page.locator('h1').first().textContent(), page.getByRole('main').locator('tbody .v-row-link').first()]
      if (!(await link.count())) return go(record)
      await link.click()
      await page
        .locator('h1')
        .filter({ hasNotText: new RegExp(`^${list}$`) })
        .first()
        .waitFor()
      await settled(page)
    }
    // The pattern finds what it looks for: someone who may write does meet these.
    const ciso = await asPerson('ciso', { language })
    await ciso.go('/actions')
    expect(await ciso.page.getByRole('main').getByRole('link', { name: write }).count()).toBeGreaterThan(0)

    // Parts are met with in what they are part of.
    for (const register of varnaCatalogue.registers.filter(({ name, scope }) => name !== own && !scope?.partOf)) {
      const path = pathOf(register)
      const { status, body } = await ask('GET', `/${path}?limit=1`)
      expect(status, path).toBe(200)
      const item = body.items[0]
      if (forEveryone.includes(register.name) || !item) continue
      await go(`/${path}`)
      expect(await writers(), path).toEqual([])
      await into(`/${path}/${item.id}`)
      expect(await writers(), `${path}, a record`).toEqual([])
      expect(await page.getByRole('heading', { name: say('Nästa steg', 'Next step') }).count(), path).toBe(0)
      const form = page.getByRole('button', { name: say('Spara ändringarna', 'Save the changes') })
      expect(await form.count()).toBe(0)
      const written = await ask('PATCH', `/${path}/${item.id}`, { [register.title]: 'Ändrat' }, { 'if-match': `"${item.version}"` })
      // 409: what has been decided is changed by nobody.
      expect([400, 403, 404, 409, 422], `${path} ${JSON.stringify(written.body)}`).toContain(written.status)
      expect((await ask('GET', `/${path}/${item.id}`)).body.version, path).toBe(item.version)
      expect([403, 404], path).toContain(
        (await ask('DELETE', `/${path}/${item.id}`, undefined, { 'if-match': `"${item.version}"`, 'x-reason': 'x' })).status,
      )
    }
    await go('/rapporter/arsrapport?per=2023-12-31')
    expect(await writers()).toEqual([])
    const made = await ask('POST', '/actions', { title: 'En åtgärd', source: 'other', unit: (await find(auditor, 'units')).id })
    expect([403, 404]).toContain(made.status)
  }, 400_000)

  it('reads how a text was changed, word by word, and what it was like on a day', async () => {
    const auditor = await asPerson('internal-audit', { language })
    const ciso = await asPerson('ciso', { language })
    const { page, say, go } = auditor
    const text = await find(ciso, 'report-texts?year=2023&fields=*')
    const words = say('Ett tillägg som granskaren ska finna.', 'An addition for the auditor to find.')
    const changed = await ciso.ask(
      'PATCH',
      `/report-texts/${text.id}`,
      { text: `${text.text}\n\n${words}` },
      { 'if-match': `"${text.version}"` },
    )
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    await go(`/report-texts/${text.id}/history`)
    const difference = page.locator('.v-compare')
    await difference.locator('ins').filter({ hasText: words }).first().waitFor()
    await expectNoViolations(page, 'word difference')
    await go(`/report-texts/${text.id}?asOf=2024-06-30`)
    await settled(page)
    expect(await page.getByRole('main').getByText(words).count()).toBe(0)
    await expectNoViolations(page, 'a text as it was')
  })
})
