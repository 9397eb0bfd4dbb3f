import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type SmtpBed, smtpBed } from '#kernel/testing/smtp-bed.ts'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, find, inSwedish, make, move, today } from './person.ts'

let smtp: SmtpBed
let isUp = true
const closeMail = async () => {
  if (isUp) await smtp.close()
  isUp = false
}
beforeAll(async () => {
  smtp = await smtpBed(inject('mailPort'))
})
afterAll(closeMail)

/** Waits until something is so; a story that waits in vain is broken off. */
async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

describe.each(inSwedish)('What somebody is told (%s)', (language) => {
  it('comes in the product, by e-mail as chosen and in the calendar, to nobody else; and is kept while the mail server is down', async () => {
    const { page, say, go, ask } = await asPerson('manager', { language, viewport: { width: 360, height: 740 } })
    const [ciso, employee, administrator] = [
      await asPerson('ciso'),
      await asPerson('employee'),
      await asPerson('administrator', { language }),
    ]
    const me = (await ask('GET', '/session')).body.person.id
    await ask('POST', '/my/notices/read', { all: true })
    const select = async (label: string, option: string) => {
      await page.getByRole('button', { name: new RegExp(label) }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }

    // What is to be done comes gathered, what is late at once, and no time of the day is quiet.
    await go('/aviseringar?visa=val')
    await select(
      say('Du har fått något att göra', 'You have been given something to do'),
      say('Samlat en gång om dagen', 'Gathered once a day'),
    )
    await select(say('Skicka inget från klockan', 'Send nothing from'), '22:00')
    await select(say('till klockan', 'until'), '22:00')
    await page.getByText(say('ingen tid på dygnet är tyst', 'no time of the day is quiet')).waitFor()
    await page.getByText(say('Skicka inget på lördagar, söndagar och helgdagar', 'Send nothing on Saturdays, Sundays and holidays')).click()
    await page.getByRole('button', { name: say('Spara valen', 'Save the choices') }).click()
    await page.getByText(say('Valen är sparade.', 'The choices are saved.')).waitFor()

    // The calendar has an address, until it is taken back.
    await page.getByRole('button', { name: say('Skapa en kalenderadress', 'Make a calendar address') }).click()
    const calendar = new URL(new URL((await page.locator('.n-address').textContent()) ?? '').pathname, inject('address'))
    await expectNoViolations(page, 'choices')
    await expectNoSidewaysScrolling(page)
    const fetched = await fetch(calendar)
    expect([fetched.status, (await fetched.text()).split('\r\n')[0]]).toEqual([200, 'BEGIN:VCALENDAR'])
    await page.getByRole('button', { name: say('Ta bort kalenderadressen', 'Remove the calendar address') }).click()
    await page.getByText(say('Du har ingen kalenderadress.', 'You have no calendar address.')).waitFor()
    expect((await fetch(calendar)).status).toBe(404)

    const unit = await find(ciso, 'units?q=Handläggning mitt')
    const lateAction = async (title: string) => {
      const made = await make(ciso, 'actions', { title, unit: unit.id, owner: me, source: 'risk', due: await today(ciso, -1), priority: 1 })
      await move(ciso, 'actions', made, 'decide')
      return made
    }
    const title = 'Byt låset till rummet ingen får känna till'
    const { id, reference } = await lateAction(title)
    const letter = await until(async () => smtp.received.find(({ raw }) => raw.includes(`/actions/${id}`)))
    expect(letter.raw).toContain(`Åtgärden ${reference} skulle ha varit genomförd`)
    expect(letter.raw).not.toContain('som du ansvarar för')
    expect(letter.raw).not.toContain('Byt låset')

    // The bell, the notice, and the record it leads to.
    await go('/aviseringar')
    await expectNoViolations(page, 'notices')
    const bell = (words: string) => page.getByRole('banner').getByRole('button', { name: words, exact: true })
    await bell(say('Aviseringar, 3 olästa', 'Notices, 3 unread')).click()
    const panel = page.getByRole('dialog', { name: say('Aviseringar', 'Notices') })
    const news = panel.getByRole('listitem').filter({ hasText: say(`${reference} skulle ha varit`, `${reference} was to be`) })
    await expectNoViolations(page, 'bell')
    await news.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await bell(say('Aviseringar, 2 olästa', 'Notices, 2 unread')).click()
    await panel.getByRole('button', { name: say('Markera alla som lästa', 'Mark all as read') }).click()
    await page.keyboard.press('Escape')
    await bell(say('Aviseringar', 'Notices')).waitFor()

    // Nobody else has heard of it.
    expect(JSON.stringify((await employee.ask('GET', '/my/notices?limit=100')).body)).not.toContain(reference)

    // The mail server goes down: what is to be sent waits, and the administrator sees it.
    expect((await administrator.ask('GET', '/mail')).body).toMatchObject({ failingSince: null, sentAt: expect.any(String) })
    await closeMail()
    await lateAction('Byt även det andra låset')
    await until(async () => (await administrator.ask('GET', '/mail')).body.failingSince ?? undefined)
    await administrator.go('/om/e-post')
    await administrator.page.getByText(say('E-postservern svarar inte', 'The mail server does not answer')).waitFor()
    await expectNoViolations(administrator.page, 'mail down')
    expect((await administrator.ask('GET', '/mail')).body.waiting).toBeGreaterThan(0)
  })
})
