import { describe, expect, it } from 'vitest'
import {
  asPerson,
  expectNoSidewaysScrolling,
  expectNoViolations,
  find,
  inEnglish,
  make,
  move,
  type Person,
  settled,
  today,
  typeDay,
} from './person.ts'

interface Criterion {
  readonly category: string
  readonly level: number
  readonly text: string
}
interface Content {
  readonly levels: readonly { readonly level: number; readonly name: string }[]
  readonly categories: readonly { readonly key: string; readonly name: string }[]
  readonly criteria: readonly Criterion[]
}
interface Link {
  readonly id: string
  readonly label: string
}
interface Groups {
  readonly groups: readonly {
    readonly register: string
    readonly field: string
    readonly direction: 'in' | 'out'
    readonly items: readonly Link[]
  }[]
}

const contentOf = async (person: Person, id: string) => {
  const { body } = await person.ask('GET', `/classification-models/${id}`)
  return { version: body.version, content: body.content as Content }
}

describe.each(inEnglish)('The model of classification (%s)', (language) => {
  it('gets a new version, whose consequences are seen before it is decided, and a campaign after', async () => {
    const ciso = await asPerson('ciso', { language })
    const { page, say, go, ask } = ciso
    const inForce = await find(ciso, 'classification-models?state=inForce')
    // Something classified by the model that is about to be replaced, so that the campaign has something to value again.
    const owner = await asPerson('information-owner', { language })
    const { body: me } = await owner.ask('GET', '/session')
    const unit = await find(owner, 'units?q=Utbetalning')
    const asset = await make(owner, 'information-assets', {
      name: `Räknas om efter ${inForce.reference}, ${language}`,
      unit: unit.id,
      owner: me.person.id,
    })
    const [, below] = (await contentOf(ciso, inForce.id)).content.levels.toSorted((one, other) => other.level - one.level)
    const brought = await make(owner, 'classifications', {
      asset: asset.id,
      model: inForce.id,
      unit: unit.id,
      owner: me.person.id,
      occasion: 'brought',
      classifiedOn: await today(owner, -30),
      reviewBy: await today(owner, 300),
      broughtConfidentiality: below?.level,
      broughtIntegrity: below?.level,
      broughtAvailability: below?.level,
    })
    await move(owner, 'classifications', brought, 'decide')
    await go('/classification-models')
    await page
      .getByRole('link', { name: String(inForce.name) })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: String(inForce.name) }).waitFor()
    await expectNoViolations(page, 'in force')
    await expect.poll(() => page.locator('.c-cell button').count()).toBe(0)

    // A draft copied from the one in force.
    const name = `Klassningsmodell efter ${inForce.reference}, ${language}`
    await page.getByRole('button', { name: say('Ny version', 'New version') }).click()
    const copying = page.getByRole('dialog')
    await copying.getByRole('textbox', { name: say('Namn på den nya versionen', 'Name of the new version') }).fill(name)
    await expectNoViolations(page, 'new version')
    await copying.getByRole('button', { name: say('Gör ett utkast', 'Make a draft') }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    // An emptied box is a hole, plain to see, and is filled in where it stands; by keyboard.
    const { content } = await contentOf(ciso, id)
    const cell = page.locator('.c-cell button').nth(1)
    await cell.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await page.getByText(say('Matrisen har ett hål.', 'The matrix has one hole.')).waitFor()
    await expectNoViolations(page, 'a hole')
    await page.getByRole('button', { name: say('Till nästa hål', 'To the next hole') }).click()
    await page.keyboard.press('Enter')
    const mine = `Måttlig skada, beskriven på nytt efter ${inForce.reference}`
    await page.keyboard.type(mine)
    await page.keyboard.press('Enter')
    await page.getByText(say('Matrisen är hel.', 'The matrix is whole.')).waitFor()

    // Meanwhile a colleague saves the same draft: nothing of either is lost.
    const colleague = await contentOf(ciso, id)
    const last = colleague.content.criteria.find(({ category }) => category === colleague.content.categories.at(-1)?.key)
    const theirs = `Skrivet av en kollega efter ${inForce.reference}`
    const saved = await ask(
      'PATCH',
      `/classification-models/${id}`,
      {
        content: {
          ...colleague.content,
          criteria: colleague.content.criteria.map((one) => (one === last ? { ...one, text: theirs } : one)),
        },
      },
      { 'if-match': `"${colleague.version}"` },
    )
    expect(saved.status).toBe(200)
    await page.getByRole('button', { name: say('Spara utkastet', 'Save the draft') }).click()
    const meeting = page.getByRole('alertdialog', { name: say('Någon annan har sparat utkastet', 'Someone else has saved the draft') })
    await meeting.waitFor()
    await meeting.getByText(theirs).waitFor()
    await expectNoViolations(page, 'two at once')
    await meeting.getByRole('button', { name: say('Spara tillsammans', 'Save together') }).click()
    await page
      .locator('.v-savebar')
      .getByText(new RegExp(say('^Sparat ', '^Saved ')))
      .waitFor()
    const together = (await contentOf(ciso, id)).content.criteria.map(({ text }) => text)
    expect(together).toContain(mine)
    expect(together).toContain(theirs)

    // The highest level but one becomes the highest, which raises what was classified by the model before.
    const [top, next] = content.levels.toSorted((one, other) => other.level - one.level)
    if (!top || !next) throw new Error('The model has fewer than two levels')
    const parts = page.getByRole('navigation', { name: say('Modellens delar', 'Parts of the model') })
    for (const part of [say('Nivåer', 'Levels'), say('Aspekter', 'Aspects'), say('Säkerhetsåtgärder', 'Security measures')]) {
      await parts.getByRole('link', { name: part }).click()
      await page.getByRole('heading', { level: 2, name: part }).waitFor()
      await expectNoViolations(page, part)
    }
    await page.getByRole('searchbox', { name: say('Sök säkerhetsåtgärd', 'Search for a security measure') }).fill('flerfaktor')
    await expect.poll(() => page.locator('.i-measures tbody tr').count()).toBeLessThan(10)
    await parts.getByRole('link', { name: say('Övrigt', 'Other') }).click()
    await page.getByRole('button', { name: new RegExp(say(`Tidigare ${next.level} `, `Earlier ${next.level} `)) }).click()
    await page.getByRole('option', { name: new RegExp(`^${top.level} `) }).click()
    await expectNoViolations(page, 'other')
    await page.getByRole('button', { name: say('Spara utkastet', 'Save the draft') }).click()
    await page.getByRole('link', { name: say('Visa följderna', 'Show what follows') }).click()

    // What follows, counted and listed, while nothing is decided.
    await page
      .getByRole('heading', { level: 2, name: say('Följderna om modellen börjar gälla', 'What follows if the model takes effect') })
      .waitFor()
    await settled(page)
    const { body: impact } = await ask('GET', `/classification-models/${id}/impact`)
    const counts = impact.counts as { classifications: number; changed: number; raised: number; systems: number }
    expect(counts.raised).toBeGreaterThan(0)
    await page
      .getByRole('link', { name: say(`klassningar ändras ${counts.changed}`, `classifications ${counts.changed} change`) })
      .waitFor()
    expect(await page.locator('#impact-classifications tbody tr').count()).toBe(Math.min(200, counts.changed))
    await expectNoViolations(page, 'what follows')
    await expectNoSidewaysScrolling(page)
    expect((await ask('GET', `/classification-models/${id}`)).body.state).toBe('draft')

    await page.getByRole('button', { name: say('Besluta om modellen', 'Decide on the model') }).click()
    const deciding = page.getByRole('dialog')
    await deciding.waitFor()
    await typeDay(deciding.getByRole('group', { name: say('Gäller från', 'In force from') }), await today(ciso))
    await deciding.getByRole('textbox', { name: say('Skäl', 'Reason') }).fill('Modellen är anpassad efter den senaste översynen.')
    await deciding.getByRole('button', { name: say('Besluta om modellen', 'Decide on the model') }).click()
    await deciding.waitFor({ state: 'hidden' })
    await page.getByText(say('Modellen är beslutad', 'The model is decided')).waitFor()
    expect((await ask('GET', `/classification-models/${inForce.id}`)).body.state).toBe('replaced')

    // The campaign: every owner gets what is his or hers, with a day.
    await page.getByRole('button', { name: say('Starta omvärdering', 'Start re-valuation') }).click()
    const starting = page.getByRole('dialog')
    await starting.waitFor()
    await expectNoViolations(page, 'start the campaign')
    await starting.getByRole('button', { name: say('Starta omvärderingen', 'Start the re-valuation') }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('heading', { level: 2, name: say('Så går det', 'How it goes') }).waitFor()
    await settled(page)
    const campaign = new URL(page.url()).pathname.split('/').at(-1)
    const { body: planned } = await ask('GET', `/classifications?revaluation=${campaign}&state=planned&count=true&limit=1`)
    expect(planned.total).toBeGreaterThan(0)
    await page.getByRole('link', { name: new RegExp(say('har inte börjat', 'ha(s|ve) not begun')) }).waitFor()
    const mineToDo = page.locator('details').filter({ hasText: String(me.person.name) })
    // With many owners each one's part is folded.
    if ((await mineToDo.getAttribute('open')) === null) await mineToDo.locator('summary').click()
    await mineToDo
      .getByRole('link', { name: String(asset.name) })
      .first()
      .waitFor()
    await expectNoViolations(page, 'campaign')
  })
})

describe.each(inEnglish)('What carries what (%s)', (language) => {
  it('is walked from a paragraph of MSBFS 2020:7 to the classification of information, and back', async () => {
    const ciso = await asPerson('ciso', { language })
    const { page, go, ask } = ciso
    const groups = async (path: string) => ((await ask('GET', `${path}/links`)).body as unknown as Groups).groups
    const among = async (path: string, register: string) =>
      (await groups(path)).filter((group) => group.register === register).flatMap(({ items }) => items)

    const statute = await find(ciso, 'requirement-sources?q=MSBFS 2020:7')
    /** A chain of records that hang together all the way, and that the pages show. */
    const chain = async () => {
      const { body: found } = await ask('GET', '/measure-assessments?system=filled&limit=200&fields=name,measure,system')
      for (const assessment of found.items) {
        const [measure, system] = [assessment.measure as Link, assessment.system as Link]
        const shown = async (path: string) => (await among(path, 'measureAssessments')).some(({ id }) => id === assessment.id)
        if (!(await shown(`/systems/${system.id}`)) || !(await shown(`/security-measures/${measure.id}`))) continue
        for (const asset of await among(`/systems/${system.id}`, 'informationAssets')) {
          const classification = (await ask('GET', `/information-assets/${asset.id}`)).body.classification as Link | null
          if (classification)
            for (const requirement of await among(`/security-measures/${measure.id}`, 'requirements')) {
              const { body } = await ask('GET', `/requirements/${requirement.id}`)
              if ((body.source as Link | null)?.id !== statute.id) continue
              return [
                ['requirements', requirement],
                ['security-measures', measure],
                ['measure-assessments', assessment],
                ['systems', system],
                ['information-assets', asset],
                ['classifications', classification],
              ] as const
            }
        }
      }
      throw new Error('No paragraph leads all the way to a classification')
    }
    const steps = await chain()
    const there = async (path: string, id: string) => {
      await page.waitForURL(`**/${path}/${id}`)
      await settled(page)
    }
    const [first] = steps
    await go(`/${first[0]}/${first[1].id}`)
    for (const [path, { id }] of steps.slice(1)) {
      await page.getByRole('main').locator(`a[href="/${path}/${id}"]`).first().click()
      await there(path, id)
    }
    await expectNoViolations(page, 'classification')
    for (const [path, { id }] of steps.slice(0, -1).toReversed()) {
      await page.getByRole('main').locator(`a[href="/${path}/${id}"]`).first().click()
      await there(path, id)
    }
  })

  it('is drawn as a map one walks by keyboard, and is a list one press away', async () => {
    const ciso = await asPerson('ciso', { language })
    const { page, say, go, ask } = ciso
    const { body } = await ask('GET', '/information-assets?systems=filled&level=gte:1&limit=1')
    const asset = body.items[0]
    if (!asset) throw new Error('No classified information is held in a system')
    await go(`/information-assets/${asset.id}`)
    await page.getByRole('link', { name: say('Visa på kartan', 'Show on the map') }).click()
    const map = page.getByRole('group', { name: say('Karta.', 'Map.') })
    await map.waitFor()
    await expectNoViolations(page, 'map')
    const panel = page.getByRole('complementary', { name: String(asset.name) })
    await panel.getByRole('link', { name: say('Öppna posten', 'Open the record') }).waitFor()

    await map.getByRole('button', { pressed: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const system = page
      .getByRole('complementary')
      .filter({ hasText: say('System', 'System') })
      .last()
    await system.getByRole('heading', { name: say('Bär', 'Carries') }).waitFor()
    await system.getByRole('button', { name: String(asset.name) }).waitFor()
    await expectNoViolations(page, 'map, a system')

    await page.getByRole('link', { name: say('Lista', 'List'), exact: true }).click()
    await page
      .getByRole('heading', { level: 2, name: say('Leverantörer', 'Suppliers') })
      .or(page.getByRole('heading', { level: 2, name: say('System', 'Systems') }))
      .first()
      .waitFor()
    await page.getByRole('table').first().getByRole('link').first().waitFor()
    await expectNoViolations(page, 'list')
    await expectNoSidewaysScrolling(page)
  })

  it('tells where classification stands, each number leading to its records', async () => {
    const ciso = await asPerson('ciso', { language })
    const { page, say, go, ask } = ciso
    await go('/klassningslaget')
    await expectNoViolations(page, 'standing')
    const { body } = await ask('GET', '/classification-standing')
    const { counts } = body.total as unknown as {
      counts: Record<string, { count: number; register: string; query: Record<string, string> }>
    }
    const gaps = counts.openGaps
    if (!gaps) throw new Error('No count of gaps')
    const link = page.getByRole('link', { name: new RegExp(say('varken åtgärd eller acceptans', 'neither action nor acceptance')) }).last()
    await link.click()
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: String(gaps.count) })
      .waitFor()
  })

  it('fits a phone', async () => {
    const { page, go, ask } = await asPerson('ciso', { language, viewport: { width: 375, height: 720 }, colourScheme: 'dark' })
    const { body } = await ask('GET', '/classification-models?state=inForce&limit=1')
    for (const path of ['/karta', '/karta?som=karta', '/klassningslaget', `/classification-models/${body.items[0]?.id}`]) {
      await go(path)
      await expectNoViolations(page, path)
      await expectNoSidewaysScrolling(page)
    }
  })
})
