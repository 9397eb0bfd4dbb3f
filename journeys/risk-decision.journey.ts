import { describe, expect, it } from 'vitest'
import { asPerson, expectNoSidewaysScrolling, expectNoViolations, find, inSwedish, make, move, settled, today, typeDay } from './person.ts'

const phone = { width: 360, height: 740 }

describe.each(inSwedish)('A risk to decide on (%s)', (language) => {
  it('is challenged by the second line, answered and decided by the first among its options, and commented on by the third', async () => {
    const owner = await asPerson('risk-owner', { language })
    const { page, say, ask, go } = owner
    const ciso = await asPerson('ciso', { language })
    const me = (await ask('GET', '/session')).body.person
    const waiting = await find(ciso, `risks?decider=${me.id}&state=analysed&fields=unit`)
    const title = `Arkivets nyckel lånas ut, ${language}`
    const risk = await make(ciso, 'risks', {
      title,
      cause: 'nyckeln till arkivet hänger framme',
      event: 'någon utomstående går in',
      effect: 'akter försvinner',
      kind: 'operations',
      unit: (waiting.unit as { id: string }).id,
      owner: me.id,
      consequence: 3,
      likelihood: 2,
    })
    await move(ciso, 'risks', (await ask('GET', `/risks/${risk.id}`)).body, 'analyse')
    expect((await ask('GET', `/risks/${risk.id}`)).body).toMatchObject({ state: 'analysed', value: 6, decider: { id: me.id } })

    // The second line challenges, and may not decide.
    const second = await asPerson('risk-function', { language })
    await second.go(`/risks/${risk.id}`)
    await second.page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await second.page.getByRole('heading', { name: say('Nästa steg', 'Next step') }).count()).toBe(0)
    await second.page.getByRole('button', { name: say('Ifrågasätt bedömningen', 'Challenge the judgement') }).click()
    const question = say('Vem vet hur ofta nyckeln lånas ut?', 'Who knows how often the key is lent?')
    await second.page.getByLabel(say('Vad ifrågasätts?', 'What is called in question?')).fill(question)
    await second.page.getByRole('button', { name: say('Skicka ifrågasättandet', 'Send the challenge') }).click()
    await second.page.getByText(question).waitFor()
    await expectNoViolations(second.page, 'challenged')

    // The first line reads what it is about, who decides and why, and writes an option.
    await go(`/risks/${risk.id}`)
    await page.getByRole('heading', { name: say('Vem beslutar, och när?', 'Who decides, and when?') }).waitFor()
    await page
      .getByText(
        say(
          `riskägaren beslutar, inom 15 arbetsdagar. Ligger hos ${me.name}`,
          `the risk owner decides, within 15 working days. With ${me.name}`,
        ),
      )
      .waitFor()
    await page.getByText(say('Riskvärde 6', 'Risk value 6')).first().waitFor()
    await page.getByRole('button', { name: say('Lägg till alternativ', 'Add an option') }).click()
    const form = page.getByRole('group', { name: say('Spara alternativet', 'Save the option') })
    await form.getByLabel(say('Alternativ', 'Option')).fill(say('Lås in nyckeln', 'Lock the key in'))
    await form.getByRole('button', { name: say('Riskbehandling', 'Risk treatment') }).click()
    await page.getByRole('option', { name: say('Minska', 'Reduce') }).click()
    await form.getByLabel(say('Kostnad en gång', 'Cost once')).fill('9000')
    const levels = (axis: string) => form.getByRole('radiogroup', { name: axis }).locator('label')
    await levels(say('Konsekvens efteråt', 'Consequence afterwards')).nth(2).click()
    await levels(say('Sannolikhet efteråt', 'Likelihood afterwards')).nth(0).click()
    await form.getByText(say('Riskvärde 3:', 'Risk value 3:')).waitFor()
    await expectNoViolations(page, 'option')
    await form.getByRole('button', { name: say('Spara alternativet', 'Save the option') }).click()
    const table = page.getByRole('table', { name: say('Alternativ att välja mellan', 'Options to choose between') })
    await table.getByText(say('Lås in nyckeln', 'Lock the key in')).first().waitFor()

    // Before the challenge has been answered there is no decision.
    const decide = say('Besluta att risken ska åtgärdas', 'Decide to treat the risk')
    await table.getByRole('button', { name: say('Besluta enligt alternativet', 'Decide by the option') }).click()
    const dialog = page.getByRole('dialog', { name: decide })
    await dialog.getByText(say('Bedömningen är ifrågasatt', 'The judgement has been challenged')).waitFor()
    await dialog.getByRole('textbox', { name: say('Skäl', 'Reason') }).fill(say('Det är billigt.', 'It is cheap.'))
    await dialog.getByRole('button', { name: decide }).click()
    await dialog.getByText(say('väntar på svar. Svara först.', 'awaits an answer. Answer first.')).waitFor()
    await dialog.getByRole('button', { name: say('Avbryt', 'Cancel') }).click()
    await page.getByRole('button', { name: say('Svara på ifrågasättandet', 'Answer the challenge') }).click()
    const answering = page.getByRole('dialog', { name: say('Svara på ifrågasättandet', 'Answer the challenge') })
    await answering.getByLabel(say('Svar', 'Answer')).fill(say('Vaktmästaren för en lista.', 'The caretaker keeps a list.'))
    await answering.getByRole('button', { name: say('Svara på ifrågasättandet', 'Answer the challenge') }).click()
    await page.getByText(say('Vaktmästaren för en lista.', 'The caretaker keeps a list.')).waitFor()

    // The treatment of the option is filled in already.
    await table.getByRole('button', { name: say('Besluta enligt alternativet', 'Decide by the option') }).click()
    await dialog
      .getByRole('button', { name: say('Riskbehandling', 'Risk treatment') })
      .filter({ hasText: say('Minska', 'Reduce') })
      .waitFor()
    await expectNoViolations(page, 'decision')
    await dialog.getByRole('textbox', { name: say('Skäl', 'Reason') }).fill(say('Det är billigt.', 'It is cheap.'))
    await dialog.getByRole('button', { name: decide }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(say('Beslutet är att behandla risken: minska.', 'The decision is to treat the risk: reduce.')).waitFor()
    expect((await ask('GET', `/risks/${risk.id}`)).body).toMatchObject({ state: 'treated', response: 'reduce', decidedValue: 6 })
    await page.getByRole('button', { name: say('Lägg till åtgärd', 'Add an action') }).click()
    const action = page.getByRole('group', { name: say('Spara åtgärden', 'Save the action') })
    await action.getByRole('textbox', { name: say('Åtgärd', 'Action') }).fill(say('Köp ett nyckelskåp', 'Buy a key cabinet'))
    await typeDay(action.getByRole('group', { name: say('Klar senast', 'Due') }), await today(owner, 30))
    await action.getByRole('button', { name: say('Spara åtgärden', 'Save the action') }).click()
    await page.getByRole('link', { name: say('Köp ett nyckelskåp', 'Buy a key cabinet') }).waitFor()
    await settled(page)
    await expectNoViolations(page, 'decided')
    await page.setViewportSize(phone)
    await expectNoSidewaysScrolling(page)

    // The third line sees it all, changes nothing, and writes a finding to the one responsible.
    const third = await asPerson('internal-audit', { language })
    await third.go(`/risks/${risk.id}`)
    await third.page.getByText(question).waitFor()
    expect(await third.page.getByRole('link', { name: say('Ändra', 'Change') }).count()).toBe(0)
    await third.page.getByRole('button', { name: say('Skriv en iakttagelse', 'Write a finding') }).click()
    const finding = third.page.getByRole('dialog', { name: say('Skriv en iakttagelse', 'Write a finding') })
    const noticed = say('Listan över lån är inte daterad', 'The list of loans is not dated')
    await finding.getByRole('textbox', { name: say('Iakttagelse', 'Finding') }).fill(noticed)
    await expectNoViolations(third.page, 'finding')
    await finding.getByRole('button', { name: say('Spara iakttagelsen', 'Save the finding') }).click()
    await third.page.getByRole('main').getByText(noticed).waitFor()
    const work = (await ask('GET', '/my/work')).body as unknown as { groups: { label: { sv: string }; items: { label: string }[] }[] }
    const findings = work.groups.find(({ label }) => label.sv === 'Iakttagelser att svara på')
    expect(findings?.items.map(({ label }) => label)).toContain(noticed)
  }, 240_000)

  it('says that somebody else decided first, and keeps what was written', async () => {
    const owner = await asPerson('risk-owner', { language })
    const ciso = await asPerson('ciso', { language })
    const { page, say, ask, go } = owner
    const me = (await ask('GET', '/session')).body.person
    const { unit } = await find(ciso, `risks?owner=${me.id}&fields=unit`)
    const risk = await make(ciso, 'risks', {
      title: 'Larmet är avstängt om natten',
      kind: 'operations',
      unit: (unit as { id: string }).id,
      owner: me.id,
      consequence: 3,
      likelihood: 2,
    })
    const read = async () => (await ask('GET', `/risks/${risk.id}`)).body
    await move(ciso, 'risks', await read(), 'analyse')
    await go(`/risks/${risk.id}`)
    const accept = say('Acceptera risken', 'Accept the risk')
    await page.getByRole('button', { name: accept }).click()
    const dialog = page.getByRole('dialog', { name: accept })
    const reason = dialog.getByRole('textbox', { name: say('Skäl', 'Reason') })
    await reason.fill('Vakten går förbi varje timme.')
    await move(owner, 'risks', await read(), 'treat', { reason: 'Larmet ska alltid vara på.', fields: { response: 'reduce' } })
    await dialog.getByRole('button', { name: accept }).click()
    await dialog.getByText(say('Posten har ändrats medan du läste den', 'The record has changed while you read it')).waitFor()
    await page.getByText(say('Beslutet är att behandla risken: minska.', 'The decision is to treat the risk: reduce.')).waitFor()
    expect(await reason.inputValue()).toBe('Vakten går förbi varje timme.')
    expect(await read()).toMatchObject({ state: 'treated' })
  }, 120_000)

  it('begins as a remark of an employee on her phone, who is told whom it lies with', async () => {
    const { page, say, go, ask } = await asPerson('employee', { language, viewport: phone })
    await go('/incidents/new')
    await page.getByRole('link', { name: say('Berätta om en risk', 'Tell of a risk') }).click()
    await page.getByRole('heading', { level: 1, name: say('Berätta om en risk', 'Tell of a risk') }).waitFor()
    await expectNoViolations(page, 'remark')
    await expectNoSidewaysScrolling(page)
    const seen = say('Besökare går in bakom oss', 'Visitors walk in behind us')
    await page.getByLabel(say('Vad har du sett?', 'What have you seen?')).fill(seen)
    await page.getByRole('button', { name: say('Skicka', 'Send'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: say('Tack, det är framme', 'Thank you, it has arrived') }).waitFor()
    await page
      .getByText(
        say('Närmaste verksamhetsansvarig: chefen analyserar risken', 'Nearest operational manager: the manager analyses the risk'),
      )
      .waitFor()
    await expectNoViolations(page, 'thanks')
    const risk = (await ask('GET', `/risks?q=${encodeURIComponent(seen)}&fields=*`)).body.items[0] as unknown
    expect(risk).toMatchObject({ kind: 'remark', state: 'identified', handler: { label: expect.any(String) } })
    const { handler } = risk as { handler: { label: string } }
    await page.getByText(handler.label).waitFor()
    await page.getByRole('link', { name: say('Visa risken', 'Show the risk') }).click()
    await page.getByRole('heading', { level: 1, name: seen }).waitFor()
    await expectNoViolations(page, 'her risk')
  })
})
