import { expect, it } from 'vitest'
import { type Answer, asPerson, expectNoViolations, make, move, type Person, type RecordAnswer, today } from './person.ts'

interface NoticeAnswer {
  readonly kind: string
  readonly record: string
  readonly say: string
}

const noticesOf = async (person: Person, risk: string) => {
  const { items } = (await person.ask('GET', '/my/notices?limit=100')).body as unknown as { items: readonly NoticeAnswer[] }
  return items.filter(({ record }) => record === risk)
}

const read = async (person: Person, id: string): Promise<Answer> => (await person.ask('GET', `/risks/${id}`)).body

/** Opens the dialog of a step, says why, and carries it out. */
async function step({ page }: Person, label: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click()
  const dialog = page.getByRole('dialog', { name: label })
  await dialog.getByRole('textbox', { name: 'Skäl' }).fill(reason)
  await dialog.getByRole('button', { name: label }).click()
  await dialog.waitFor({ state: 'hidden' })
}

it('a risk climbs from an employee’s remark to the director-general’s desk and comes back as a decided action, seen by each of the three lines', async () => {
  // An employee tells of it from the phone.
  const employee = await asPerson('employee', { viewport: { width: 360, height: 740 } })
  const seen = `Någon ringer i handläggarens namn och kopplas vidare, ${crypto.randomUUID().slice(0, 8)}`
  await employee.go('/risks/new')
  await employee.page.getByLabel('Vad har du sett?').fill(seen)
  await employee.page.getByRole('button', { name: 'Skicka', exact: true }).click()
  await employee.page.getByRole('heading', { level: 1, name: 'Tack, det är framme' }).waitFor()
  const found = (await employee.ask('GET', `/risks?q=${encodeURIComponent(seen)}&fields=*&sort=-createdAt`)).body.items[0] as RecordAnswer
  expect(found).toMatchObject({ kind: 'remark', state: 'identified', value: null })

  // The nearest manager has it among what is to be done, values it and submits it.
  const manager = await asPerson('manager')
  const me = (await manager.ask('GET', '/session')).body.person
  expect((found.handler as { id: string }).id).toBe(me.id)
  expect((await noticesOf(manager, found.id)).map(({ kind }) => kind)).toEqual(['task'])
  await manager.go('/arbete')
  await manager.page.getByRole('link', { name: seen }).first().click()
  await manager.page.getByRole('heading', { level: 1, name: seen }).waitFor()
  const valued = await manager.ask(
    'PATCH',
    `/risks/${found.id}`,
    { owner: me.id, consequence: 4, likelihood: 4 },
    { 'if-match': `"${(await read(manager, found.id)).version}"` },
  )
  expect(valued.body).toMatchObject({ value: 16, level: 4 })
  await manager.page.reload()
  await manager.page.getByRole('button', { name: 'Lämna risken för beslut' }).click()
  const submit = manager.page.getByRole('dialog', { name: 'Lämna risken för beslut' })
  await submit.getByRole('button', { name: 'Lämna risken för beslut' }).click()
  await submit.waitFor({ state: 'hidden' })

  // Its value reaches the limit: the head of department decides, by a rule that is said, and raises it.
  const head = await asPerson('department-head')
  expect((await noticesOf(head, found.id)).map(({ kind }) => kind)).toEqual(['decision'])
  await head.go(`/risks/${found.id}`)
  await head.page.getByText('Värde 16 når gränsen 10: avdelningschefen beslutar').first().waitFor()
  await expectNoViolations(head.page, 'raised')
  await step(head, 'Lyft risken till nästa nivå', 'Samtalen går genom hela myndighetens växel.')

  // It lies on the director-general's desk, who was told of it already as material, and decides.
  const director = await asPerson('director-general')
  const told = await noticesOf(director, found.id)
  expect(told.map(({ kind }) => kind).sort()).toEqual(['decision', 'told'])
  for (const { say } of told) expect(say).not.toContain(seen)
  await director.go('/arbete')
  await director.page.getByRole('link', { name: seen }).first().click()
  const decide = 'Besluta att risken ska åtgärdas'
  await director.page.getByRole('button', { name: decide }).first().click()
  const dialog = director.page.getByRole('dialog', { name: decide })
  await dialog.getByRole('button', { name: 'Riskbehandling' }).click()
  await director.page.getByRole('option', { name: 'Minska' }).click()
  await dialog.getByRole('textbox', { name: 'Skäl' }).fill('Växeln ska alltid ringa upp handläggaren.')
  await dialog.getByRole('button', { name: decide }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await read(director, found.id)).toMatchObject({ state: 'treated', mandate: 'director-general', decidedValue: 16 })

  // It comes back to the owner as an action, which is decided.
  expect((await noticesOf(manager, found.id)).map(({ kind }) => kind).sort()).toEqual(['task', 'told'])
  const action = await make(manager, 'actions', {
    title: 'Inför motringning i växeln',
    source: 'risk',
    unit: (found.unit as { id: string }).id,
    owner: me.id,
    due: await today(manager, 30),
    risks: [found.id],
  })
  await move(head, 'actions', (await head.ask('GET', `/actions/${action.id}`)).body, 'decide')
  await manager.go(`/risks/${found.id}`)
  await manager.page.getByRole('link', { name: 'Inför motringning i växeln' }).first().waitFor()

  // The second and the third line read all of it: who was handed it, by which rule, and what was decided.
  for (const key of ['risk-function', 'internal-audit']) {
    const line = await asPerson(key)
    await line.go(`/risks/${found.id}`)
    await line.page.getByText('Beslutet är att behandla risken: minska.').waitFor()
    expect(await line.page.getByRole('button', { name: decide }).count()).toBe(0)
    const { items } = (await line.ask('GET', `/escalations?risk=${found.id}&fields=*&sort=createdAt`)).body
    expect(items.map(({ purpose, role }) => `${purpose} ${role}`).sort()).toEqual(
      [
        'analyse manager',
        'decide department-head',
        'decide director-general',
        'know director-general',
        'know head-of-security',
        'know risk-function',
      ].sort(),
    )
    await line.go(`/risks/${found.id}/history`)
    await line.page.getByText('Växeln ska alltid ringa upp handläggaren.').first().waitFor()
  }

  // And the employee who saw it can follow what came of it.
  await employee.go(`/risks/${found.id}`)
  await employee.page.getByText('Åtgärdas').first().waitFor()
}, 240_000)
