import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { Differences } from '#kernel/screens/versioned/Differences.tsx'
import { ImpactFrame } from '#kernel/screens/versioned/ImpactFrame.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { RiskLevel } from '../../../scales/web/RiskLevel.tsx'
import type { MandateRole, RiskMethodContent } from '../../risk-method.content.ts'
import { incomplete } from '../../risk-method.rules.ts'
import type { Axis } from '../../scale.rules.ts'
import { method } from './versioned.ts'
import { axisWords, whoever } from './words.ts'

const words = {
  title: { sv: 'Följderna om metoden börjar gälla', en: 'What follows if the method takes effect' },
  lead: {
    sv: 'Räknat på de öppna risker som du får läsa. Inget av detta är sparat, och inget händer förrän metoden är beslutad.',
    en: 'Counted on the open risks that you may read. None of this is stored, and nothing happens until the method is decided.',
  },
  unsaved: { sv: 'Följderna räknas på det sparade utkastet', en: 'What follows is counted on the saved draft' },
  unsavedText: {
    sv: 'Du har ändringar som inte är sparade. Spara dem för att få med dem.',
    en: 'You have changes that are not saved. Save them to have them counted.',
  },
  save: { sv: 'Spara och räkna om', en: 'Save and count again' },
  notYet: { sv: 'Metoden kan inte beslutas ännu', en: 'The method cannot be decided yet' },
  levels: { sv: 'Risknivåer nu och sedan', en: 'Risk levels now and then' },
  levelsLead: {
    sv: 'Varje rad är en risknivå i dag, varje kolumn en nivå i den nya metoden. Talet är antalet öppna risker.',
    en: 'Each row is a risk level today, each column a level of the new method. The number is that of open risks.',
  },
  now: { sv: 'Nu', en: 'Now' },
  becomes: { sv: 'Blir', en: 'Becomes' },
  unvalued: { sv: 'Inte värderad', en: 'Not valued' },
  list: { sv: 'Risker som berörs', en: 'Risks concerned' },
  risk: { sv: 'Risk', en: 'Risk' },
  decider: { sv: 'Beslutsnivå', en: 'Level of decision' },
  owner: { sv: 'Riskägare', en: 'Risk owner' },
  unit: { sv: 'Enhet', en: 'Unit' },
  again: { sv: 'värderas om', en: 'valued again' },
  lost: { sv: 'saknar plats', en: 'has no place' },
  first: { sv: 'Visar de {shown} första av {all}.', en: 'Shows the first {shown} of {all}.' },
} as const

interface Standing {
  readonly value: number | null
  readonly level: number | null
  readonly decider: MandateRole | null
}

interface Named {
  readonly id: string
  readonly label: string
}

/** The answer of `/api/risk-methods/:id/impact`. */
interface ImpactAnswer {
  readonly risks: readonly (Named & {
    readonly reference: string
    readonly owner: Named | null
    readonly unit: Named | null
    readonly outcome: 'read' | 'again' | 'lost'
    readonly before: Standing
    readonly after: Standing
  })[]
  readonly levels: readonly { readonly from: number | null; readonly to: number | null; readonly count: number }[]
  readonly deciders: readonly { readonly from: MandateRole | null; readonly to: MandateRole | null; readonly count: number }[]
  readonly lost: readonly { readonly axis: Axis; readonly rung: number; readonly count: number }[]
  readonly counts: Readonly<
    Record<'risks' | 'concerned' | 'changed' | 'raised' | 'lowered' | 'deciders' | 'again' | 'lost' | 'material' | 'calledBack', number>
  >
}

interface ImpactProps {
  readonly record: RecordJson
  readonly content: RiskMethodContent
  readonly earlier: RiskMethodContent | null
  readonly isChanged: boolean
  readonly onSave: () => void
}

/** What would follow if the draft took effect: counted in sentences, drawn from what to what, then listed. Shown before anything is decided. */
export function Impact({ record, content, earlier, isChanged, onSave }: ImpactProps) {
  return (
    <ImpactFrame<ImpactAnswer>
      words={words}
      path={`/risk-methods/${record.id}/impact`}
      record={record}
      lacking={incomplete({ content })}
      isChanged={isChanged}
      onSave={onSave}
      draw={(answer) => <Counted answer={answer} content={content} earlier={earlier} />}
    >
      <Differences kind={method} content={content} earlier={earlier} />
    </ImpactFrame>
  )
}

/** One, or many: the words for the number. */
const counted = (count: number, one: Text, many: Text): Text => (count === 1 ? one : many)

function sentencesOf({ counts, deciders, lost }: ImpactAnswer): { readonly text: Text; readonly n: number; readonly serious?: boolean }[] {
  const climbs = deciders.map(({ from, to, count }): { text: Text; n: number } => ({
    n: count,
    text: {
      sv: `{n} ${count === 1 ? 'risk flyttas' : 'risker flyttas'} från ${from ? whoever[from].sv : 'ingen'} till ${to ? whoever[to].sv : 'ingen'} för beslut.`,
      en: `{n} ${count === 1 ? 'risk moves' : 'risks move'} from ${from ? whoever[from].en : 'nobody'} to ${to ? whoever[to].en : 'nobody'} for decision.`,
    },
  }))
  const all = [
    ...lost.map(({ axis, rung, count }) => ({
      n: count,
      serious: true,
      text: {
        sv: `{n} ${count === 1 ? 'risk har' : 'risker har'} ${axisWords[axis].sv.toLowerCase()} på steg ${rung}, som saknar plats i metoden. Ange under Övrigt vad steget blir. Metoden kan inte beslutas dessförinnan.`,
        en: `{n} ${count === 1 ? 'risk has' : 'risks have'} ${axisWords[axis].en.toLowerCase()} at rung ${rung}, which has no place in the method. Say under Other what it becomes. The method cannot be decided before that.`,
      },
    })),
    {
      n: counts.again,
      text: counted(
        counts.again,
        { sv: 'En risk ska värderas om och läggs hos sin ägare.', en: 'One risk is to be valued again and goes to its owner.' },
        { sv: '{n} risker ska värderas om och läggs hos sina ägare.', en: '{n} risks are to be valued again and go to their owners.' },
      ),
    },
    {
      n: counts.raised,
      text: counted(
        counts.raised,
        { sv: 'En risk får högre risknivå.', en: 'One risk gets a higher level.' },
        { sv: '{n} risker får högre risknivå.', en: '{n} risks get a higher level.' },
      ),
    },
    {
      n: counts.lowered,
      text: counted(
        counts.lowered,
        { sv: 'En risk får lägre risknivå.', en: 'One risk gets a lower level.' },
        { sv: '{n} risker får lägre risknivå.', en: '{n} risks get a lower level.' },
      ),
    },
    ...climbs,
    {
      n: counts.material,
      text: counted(
        counts.material,
        {
          sv: 'En risk blir väsentlig och rapporteras till generaldirektören.',
          en: 'One risk becomes material and is reported to the director-general.',
        },
        {
          sv: '{n} risker blir väsentliga och rapporteras till generaldirektören.',
          en: '{n} risks become material and are reported to the director-general.',
        },
      ),
    },
    {
      n: counts.calledBack,
      text: counted(
        counts.calledBack,
        {
          sv: 'En beslutad risk växer ur mandatet den beslutades med och ska beslutas på nytt.',
          en: 'One decided risk outgrows the mandate it was decided by and is to be decided on anew.',
        },
        {
          sv: '{n} beslutade risker växer ur mandatet de beslutades med och ska beslutas på nytt.',
          en: '{n} decided risks outgrow the mandate they were decided by and are to be decided on anew.',
        },
      ),
    },
  ]
  return all.filter(({ n }) => n > 0)
}

function Counted({
  answer,
  content,
  earlier,
}: {
  readonly answer: ImpactAnswer
  readonly content: RiskMethodContent
  readonly earlier: RiskMethodContent | null
}) {
  const say = useSay()
  const format = useFormat()
  const { counts } = answer
  const sentences = sentencesOf(answer)
  const head = counted(
    counts.risks,
    counts.changed
      ? { sv: 'Den enda öppna risken får ett annat värde.', en: 'The only open risk gets another value.' }
      : { sv: 'Den enda öppna risken behåller sitt värde.', en: 'The only open risk keeps its value.' },
    counts.changed
      ? {
          sv: `{changed} av {all} öppna risker får ett annat värde eller en annan nivå.`,
          en: '{changed} of {all} open risks get another value or level.',
        }
      : { sv: 'Ingen av {all} öppna risker får ett annat värde.', en: 'None of {all} open risks gets another value.' },
  )
  return (
    <>
      <ul className="v-impact-sentences">
        <li>{say(fill(head, { changed: format.number(counts.changed), all: format.number(counts.risks) }))}</li>
        {sentences.map(({ text, n, serious }) => (
          <li key={text.sv} data-serious={serious || undefined}>
            {say(fill(text, { n: format.number(n) }))}
          </li>
        ))}
      </ul>
      {answer.levels.length > 0 && <FromTo answer={answer} content={content} earlier={earlier} />}
      {answer.risks.length > 0 && <Concerned answer={answer} content={content} earlier={earlier} />}
    </>
  )
}

interface PartOfAnswer {
  readonly answer: ImpactAnswer
  readonly content: RiskMethodContent
  readonly earlier: RiskMethodContent | null
}

/** How many risks go from which level to which. */
function FromTo({ answer, content, earlier }: PartOfAnswer) {
  const say = useSay()
  const format = useFormat()
  const before = (earlier ?? content).levels
  const ordered = (side: 'from' | 'to') =>
    [...new Set(answer.levels.map((one) => one[side]))].toSorted((one, other) => (other ?? -1) - (one ?? -1))
  const mark = (level: number | null, levels: RiskMethodContent['levels']) =>
    level === null ? <span className="v-muted">{say(words.unvalued)}</span> : <RiskLevel level={level} method={{ levels }} />
  const columns = ordered('to').toReversed()
  return (
    <section aria-labelledby="impact-levels">
      <h3 id="impact-levels">{say(words.levels)}</h3>
      <p className="v-muted v-measure">{say(words.levelsLead)}</p>
      <Table caption={say(words.levels)} captionHidden className="v-table rm-from-to">
        <thead>
          <tr>
            <th scope="col">
              <span className="v-muted">
                {say(words.now)} ↓ {say(words.becomes)} →
              </span>
            </th>
            {columns.map((to) => (
              <th key={String(to)} scope="col">
                {mark(to, content.levels)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered('from').map((from) => (
            <tr key={String(from)}>
              <th scope="row">{mark(from, before)}</th>
              {columns.map((to) => {
                const count = answer.levels.find((one) => one.from === from && one.to === to)?.count ?? 0
                return (
                  <td key={String(to)} className="v-number" data-same={from === to || undefined}>
                    {count ? format.number(count) : <span className="v-muted">0</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

/** The risks themselves, those that need somebody first. */
function Concerned({ answer, content, earlier }: PartOfAnswer) {
  const say = useSay()
  const format = useFormat()
  const path = pathOf(useCatalogue().register('risk'))
  const all = answer.risks.length
  const before = (earlier ?? content).levels
  const standing = ({ value, level }: Standing, levels: RiskMethodContent['levels']) => (
    <>
      <span className="v-number">{value === null ? '–' : format.number(value)}</span>{' '}
      {level !== null && <RiskLevel level={level} method={{ levels }} />}
    </>
  )
  const who = (role: MandateRole | null) => (role ? say(whoever[role]) : '–')
  return (
    <section aria-labelledby="impact-risks">
      <h3 id="impact-risks">
        {say(words.list)} <span className="v-count">{format.number(answer.counts.concerned)}</span>
      </h3>
      <Table caption={say(words.list)} captionHidden>
        <thead>
          <tr>
            <th scope="col">{say(words.risk)}</th>
            <th scope="col">{say(words.now)}</th>
            <th scope="col">{say(words.becomes)}</th>
            <th scope="col">{say(words.decider)}</th>
            <th scope="col">{say(words.owner)}</th>
            <th scope="col">{say(words.unit)}</th>
          </tr>
        </thead>
        <tbody>
          {answer.risks.map((risk) => (
            <tr key={risk.id}>
              <th scope="row">
                <Link href={`/${path}/${risk.id}`}>
                  <span className="v-reference">{risk.reference}</span>
                  {risk.label}
                </Link>
              </th>
              <td>{standing(risk.before, before)}</td>
              <td>{risk.outcome === 'read' ? standing(risk.after, content.levels) : <strong>{say(words[risk.outcome])}</strong>}</td>
              <td>
                {risk.outcome !== 'read' || risk.before.decider === risk.after.decider
                  ? who(risk.before.decider)
                  : `${who(risk.before.decider)} → ${who(risk.after.decider)}`}
              </td>
              <td>{risk.owner?.label ?? '–'}</td>
              <td>{risk.unit?.label ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {all < answer.counts.concerned && (
        <p className="v-muted">{say(fill(words.first, { shown: all, all: format.number(answer.counts.concerned) }))}</p>
      )}
    </section>
  )
}
