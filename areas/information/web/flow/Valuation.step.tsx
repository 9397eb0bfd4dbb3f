import { useState } from 'react'
import { fill } from '#kernel/language/text.ts'
import type { RecordPage } from '#kernel/screens/data/record.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { LinkTabs } from '#web/design/Tabs.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { CellQuestion } from './CellQuestion.tsx'
import { linkIn, useFlow } from './data.ts'
import { Precedents } from './Precedents.tsx'
import { cellKey, flowPath } from './progress.ts'
import { ResultSoFar } from './ResultSoFar.tsx'
import { StepFrame } from './StepFrame.tsx'

const words = {
  aspects: { sv: 'Aspekter', en: 'Aspects' },
  ask: {
    sv: 'Vad blir följden, som värst, om skyddet brister? Välj en nivå för varje slags konsekvens.',
    en: 'What follows, at worst, if the protection fails? Choose a level for each kind of consequence.',
  },
  rest: { sv: '{level} för de {n} som återstår', en: '{level} for the {n} that remain' },
  restOne: { sv: '{level} för den som återstår', en: '{level} for the one that remains' },
  restWhy: {
    sv: 'Välj det när du har tagit ställning till det som är allvarligt och resten saknar betydelse.',
    en: 'Choose it when you have judged what is serious and the rest does not matter.',
  },
  next: { sv: 'Vidare till {name}', en: 'On to {name}' },
  toGaps: { sv: 'Vidare till avvikelser', en: 'On to the gaps' },
  based: { sv: 'Värdena utgår från en annan klassning', en: 'The values start from another classification' },
  basedText: {
    sv: 'De är hämtade från {name}. Höj eller sänk där er information är annorlunda, och skriv varför.',
    en: 'They are taken from {name}. Raise or lower where your information differs, and write why.',
  },
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** How serious would it be? One aspect at a time, every kind of consequence. */
export default function ValuationStep() {
  const say = useSay()
  const [search] = useSearch()
  const { id, model, results, cells, classification, mayWrite } = useFlow()
  // Where one left off; it stays there while one answers.
  const [first] = useState(() =>
    Math.max(
      0,
      results.findIndex(({ left }) => left > 0),
    ),
  )
  const chosen = model.aspects.findIndex(({ key }) => key === search.aspekt)
  const index = chosen >= 0 ? chosen : first
  const aspect = model.aspects[index]
  const based = linkIn(classification.basedOn)
  const base = useGet<RecordPage>(based ? '/valuations' : null, { classification: based?.id, limit: 200 }, { staleTime: 600_000 })
  if (!aspect) return null
  const next = model.aspects[index + 1]
  const lowest = model.levels[0]
  const open = model.categories.filter(
    ({ key }) => cells.judged.find((one) => one.aspect === aspect.key && one.category === key)?.level == null,
  )
  const valueRest = () => {
    if (lowest) for (const { key } of open) cells.keeper.put(aspect.key, key, { level: lowest.level })
  }
  const baseLevel = (category: string) => {
    const found = base.data?.items.find((one) => one.aspect === aspect.key && one.category === category)
    return typeof found?.level === 'number' ? found.level : null
  }
  return (
    <StepFrame
      step="valuation"
      title={aspect.name}
      lead={aspect.question.trim() || say(words.ask)}
      aside={
        <>
          <ResultSoFar />
          <Precedents aspect={aspect.key} />
        </>
      }
      foot={
        <LinkButton
          variant={open.length === 0 ? 'primary' : 'secondary'}
          href={next ? flowPath(id, 'valuation', `?aspekt=${next.key}`) : flowPath(id, 'gaps')}
        >
          {say(next ? fill(words.next, { name: small(next.name) }) : words.toGaps)}
        </LinkButton>
      }
    >
      <LinkTabs
        label={say(words.aspects)}
        tabs={results.map((one) => ({
          href: flowPath(id, 'valuation', `?aspekt=${one.key}`),
          label: one.name,
          count: one.left === 0 ? '✓' : `${model.categories.length - one.left}/${model.categories.length}`,
          isCurrent: one.key === aspect.key,
        }))}
      />
      {based ? (
        <Banner title={say(words.based)}>
          <p>
            {say(words.basedText).split('{name}')[0]}
            <Link href={`/classifications/${based.id}`}>{based.reference ?? based.label}</Link>
            {say(words.basedText).split('{name}')[1]}
          </p>
        </Banner>
      ) : null}
      <div className="k-cells" key={aspect.key}>
        {model.categories.map((category) => (
          <CellQuestion
            key={category.key}
            aspect={aspect.key}
            category={category}
            draft={cells.drafts.get(cellKey(aspect.key, category.key))}
            stored={cells.stored.get(cellKey(aspect.key, category.key))}
            base={baseLevel(category.key)}
          />
        ))}
      </div>
      {mayWrite && lowest && open.length > 0 && open.length < model.categories.length ? (
        <div className="k-rest">
          <Button onPress={valueRest}>
            {say(fill(open.length === 1 ? words.restOne : words.rest, { level: `${lowest.level} ${lowest.name}`, n: open.length }))}
          </Button>
          <p className="v-help">{say(words.restWhy)}</p>
        </div>
      ) : null}
    </StepFrame>
  )
}
