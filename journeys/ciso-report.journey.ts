import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { asPerson, expectNoViolations, inEnglish, settled } from './person.ts'

/** Everything readable in a PDF: its plain parts and its compressed ones. */
function partsOf(file: Buffer): string {
  const text = file.toString('latin1')
  const parts = [text]
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const start = found.index + found[0].length
    try {
      parts.push(inflateSync(file.subarray(start), { finishFlush: 2 }).toString('latin1'))
    } catch {
      // A picture or a font, or a part that is not compressed.
    }
  }
  return parts.join('\n')
}

describe.each(inEnglish)('The annual report (%s)', (language) => {
  it('is rewritten where it is read, and the words stay', async () => {
    const { page, say, go } = await asPerson('ciso', { language })
    const added = say('Vi tackar alla som rapporterade.', 'We thank all who reported.')
    const section = page.getByRole('region', { name: say('Framtida behov', 'Future needs') })
    await go('/rapporter/arsrapport?per=2023-12-31')
    await expectNoViolations(page, 'report')
    await section.getByRole('button', { name: say('Skriv om texten', 'Rewrite the text') }).click()
    const text = section.getByRole('textbox').first()
    await text.waitFor()
    await text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type(added)
    await expectNoViolations(page, 'section being written')
    await section.getByRole('button', { name: say('Spara texten', 'Save the text') }).click()
    await section.getByText(added).waitFor()
    await page.reload()
    await settled(page)
    await section.getByText(added).waitFor()
    expect(await section.getByText(added).count()).toBe(1)
  })

  it('becomes a PDF that a screen reader can read', async () => {
    const { page, say, go } = await asPerson('ciso', { language })
    await go('/rapporter/arsrapport?per=2023-12-31')
    await page.getByRole('button', { name: say('Gör PDF', 'Make PDF') }).click()
    await page.getByRole('progressbar').waitFor()
    const link = page.getByRole('link', { name: say('Hämta', 'Download') })
    await link.waitFor({ timeout: 90_000 })
    await expectNoViolations(page, 'file ready')
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const file = await readFile(await download.path())
    expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const text = partsOf(file)
    expect(text).toContain('pdfuaid')
    expect(text).toMatch(/\/Lang ?\((sv|en)/)
    expect(text).toContain('/StructTreeRoot')
  })
})
