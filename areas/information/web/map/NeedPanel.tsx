import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson, RecordPage } from '#kernel/screens/data/record.ts'
import { valueWords } from '#kernel/screens/fields/words.ts'
import { useMay } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { recordHref } from '#web/pages/places.ts'
import { type Aspect, aspectNames, aspects } from '../../../scales/needs.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import type { MapAnswer, MapNode } from '../answers.ts'
import { Level } from '../Level.tsx'
import './map.css'

const words = {
  title: { sv: 'Skyddsbehov', en: 'Need of protection' },
  aspect: { sv: 'Aspekt', en: 'Aspect' },
  inherited: { sv: 'Ärvt', en: 'Inherited' },
  from: { sv: 'Ärvt från', en: 'Inherited from' },
  set: { sv: 'Satt för hand', en: 'Set by hand' },
  holds: { sv: 'Gäller', en: 'Holds' },
  reason: { sv: 'Skäl för det som är satt för hand:', en: 'Reason for what is set by hand:' },
  lower: {
    sv: 'Ett värde satt för hand är lägre än det ärvda. Det gäller ändå, och det är det som förs vidare.',
    en: 'A value set by hand is lower than the inherited one. It holds all the same, and is what is passed on.',
  },
  none: {
    sv: 'Inget skyddsbehov är känt ännu. Det ärvs när informationen har klassats, och kan sättas för hand med ett skäl.',
    en: 'No need of protection is known yet. It is inherited once the information has been classified, and may be set by hand with a reason.',
  },
  changed: { sv: 'Behovet ändrades', en: 'The need changed' },
  flags: { sv: 'Det här följer av MSBFS 2020:7', en: 'This follows from MSBFS 2020:7' },
  enhanced: { sv: 'Behandlar information med behov av utökat skydd', en: 'Handles information in need of enhanced protection' },
  central: { sv: 'Centralt för myndighetens uppdrag', en: 'Central to the mission of the authority' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  unknown: { sv: 'Inte bedömt', en: 'Not assessed' },
  should: {
    sv: 'Skyddsbehovet är så stort att systemet enligt klassningsmodellen behandlar information med behov av utökat skydd. Bedöm frågan.',
    en: 'The need is so great that by the classification model the system handles information in need of enhanced protection. Assess the question.',
  },
  requires: { sv: 'Då krävs också:', en: 'Then this is required too:' },
  wouldRequire: { sv: 'Om svaret vore ja skulle också krävas:', en: 'If the answer were yes this would be required too:' },
  nothing: {
    sv: 'Den gällande klassningsmodellen kräver inga särskilda säkerhetsåtgärder för detta.',
    en: 'The classification model in force requires no particular security measures for this.',
  },
} as const

const field = (start: 'inherited' | 'set', aspect: Aspect) => `${start}${aspect.charAt(0).toUpperCase()}${aspect.slice(1)}`
const rungIn = (record: RecordJson, name: string): number | null => {
  const value = record[name]
  return typeof value === 'number' ? value : null
}

/** How much protection a system or a supplier needs: inherited and set by hand beside each other, from where, and what the two flags of the law bring with them. */
export default function NeedPanel({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const format = useFormat()
  const catalogue = useCatalogue()
  const carrying = useGet<MapAnswer>('/carrying', { focus: `${pathOf(register)}/${record.id}`, up: 1, down: 0 })
  const above = (carrying.data?.nodes ?? []).filter(
    (node) =>
      node.id !== record.id &&
      (carrying.data?.edges ?? []).some(({ from, to }) => [from, to].includes(node.id) && [from, to].includes(record.id)),
  )
  const givers = (aspect: Aspect): readonly MapNode[] => {
    const inherited = rungIn(record, field('inherited', aspect))
    return inherited === null ? [] : above.filter((node) => node.need[aspect] === inherited)
  }
  const rows = aspects.filter((aspect) =>
    [field('inherited', aspect), field('set', aspect), aspect].some((name) => rungIn(record, name) !== null),
  )
  const byHand = aspects.filter((aspect) => rungIn(record, field('set', aspect)) !== null)
  const lowered = byHand.some((aspect) => (rungIn(record, field('set', aspect)) ?? 0) < (rungIn(record, field('inherited', aspect)) ?? 0))
  const changed = record.needChangedOn
  return (
    <>
      <section aria-labelledby="need-title">
        <h2 id="need-title">{say(words.title)}</h2>
        {rows.length === 0 ? (
          <p className="v-muted v-measure">{say(words.none)}</p>
        ) : (
          <Table caption={say(words.title)} captionHidden>
            <thead>
              <tr>
                <th scope="col">{say(words.aspect)}</th>
                <th scope="col">{say(words.inherited)}</th>
                <th scope="col">{say(words.set)}</th>
                <th scope="col">{say(words.holds)}</th>
                {above.length > 0 && <th scope="col">{say(words.from)}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((aspect) => (
                <tr key={aspect}>
                  <th scope="row">{say(aspectNames[aspect])}</th>
                  <td>
                    <Level level={rungIn(record, field('inherited', aspect))} />
                  </td>
                  <td>
                    <Level level={rungIn(record, field('set', aspect))} />
                  </td>
                  <td>
                    <Level level={rungIn(record, aspect)} />
                  </td>
                  {above.length > 0 && (
                    <td>
                      <Givers nodes={givers(aspect)} hrefOf={(node) => recordHref(catalogue.registers, node.register, node.id)} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {byHand.length > 0 && typeof record.setGrounds === 'string' && record.setGrounds && (
          <p className="i-grounds">
            <span className="v-muted">{say(words.reason)}</span> {record.setGrounds}
          </p>
        )}
        {lowered && <p className="i-grounds">{say(words.lower)}</p>}
        {typeof changed === 'string' && (
          <p className="v-muted i-grounds">
            {say(words.changed)} {format.date(changed)}.
          </p>
        )}
      </section>
      {'central' in register.fields && <Flags register={register} record={record} />}
    </>
  )
}

/** The first few, and how many more. */
function Givers({ nodes, hrefOf }: { readonly nodes: readonly MapNode[]; readonly hrefOf: (node: MapNode) => string }) {
  const say = useSay()
  const [first, second, ...more] = nodes
  if (!first) return null
  return (
    <>
      <Link href={hrefOf(first)}>{first.label}</Link>
      {second && (
        <>
          , <Link href={hrefOf(second)}>{second.label}</Link>
        </>
      )}
      {more.length > 0 && <span className="v-muted"> {say({ sv: `och ${more.length} till`, en: `and ${more.length} more` })}</span>}
    </>
  )
}

type Flag = 'enhanced' | 'central'

/** The two questions the law asks of every system, and which security measures the answers bring. */
function Flags({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const mayRead = useMay('classificationModels').read
  const models = useGet<RecordPage>(mayRead ? '/classification-models' : null, { state: 'inForce', limit: 1 })
  const model = models.data?.items[0]
  const whole = useGet<RecordJson>(model ? `/classification-models/${model.id}` : null)
  const content = whole.data?.content as ModelContent | null | undefined
  const level = Math.max(rungIn(record, 'confidentiality') ?? -1, rungIn(record, 'integrity') ?? -1)
  const shouldAssess =
    content?.enhancedFrom !== null &&
    content?.enhancedFrom !== undefined &&
    level >= content.enhancedFrom &&
    record.enhancedProtection === null
  const measuresFor = (flag: Flag) => (content?.measures ?? []).filter(({ when }) => when === flag).map(({ measure }) => measure)
  return (
    <section aria-labelledby="flags-title">
      <h2 id="flags-title">{say(words.flags)}</h2>
      {(['enhanced', 'central'] as const).map((flag) => {
        const answer = record[flag === 'enhanced' ? 'enhancedProtection' : 'central']
        const help = register.fields[flag === 'enhanced' ? 'enhancedProtection' : 'central']?.help
        return (
          <div key={flag} className="i-flag">
            <h3>
              {say(words[flag])}: {say(answer === true ? words.yes : answer === false ? words.no : words.unknown)}
            </h3>
            {help && <p className="v-muted v-measure">{say(help)}</p>}
            {flag === 'enhanced' && shouldAssess && <p className="v-measure">{say(words.should)}</p>}
            {content && <Triggered keys={measuresFor(flag)} applies={answer === true} system={record.id} />}
          </div>
        )
      })}
    </section>
  )
}

/** The security measures a flag brings, each with where it stands in this system. */
function Triggered({ keys, applies, system }: { readonly keys: readonly string[]; readonly applies: boolean; readonly system: string }) {
  const say = useSay()
  const language = useLanguage()
  const catalogue = useCatalogue()
  const found = useGet<RecordPage>(keys.length ? '/security-measures' : null, { limit: 200, fields: 'key,name,requirements' })
  const assessments = useGet<RecordPage>(keys.length && applies ? '/measure-assessments' : null, {
    system,
    limit: 200,
    fields: 'measure,standing',
  })
  const standing = catalogue.register('measureAssessment').fields.standing
  if (keys.length === 0) return <p className="v-muted v-measure">{say(words.nothing)}</p>
  const measures = (found.data?.items ?? []).filter((one) => keys.includes(String(one.key)))
  if (measures.length === 0) return null
  const list = (
    <ul className="v-plain-list">
      {measures.map((measure) => {
        const its = assessments.data?.items.find((one) => (one.measure as { id?: string } | null)?.id === measure.id)
        const word = its && standing ? valueWords(standing, its.standing, language) : ''
        const requirements = Array.isArray(measure.requirements) ? (measure.requirements as { id: string; label: string }[]) : []
        return (
          <li key={measure.id}>
            <Link
              href={
                its
                  ? recordHref(catalogue.registers, 'measureAssessment', its.id)
                  : recordHref(catalogue.registers, 'securityMeasure', measure.id)
              }
            >
              {String(measure.key)} {String(measure.name)}
            </Link>
            <span className="v-muted">
              {applies && assessments.data ? `: ${(word || say({ sv: 'inte bedömd', en: 'not assessed' })).toLowerCase()}` : ''}
              {requirements.length > 0 && ` (${requirements.map((one) => one.label).join('; ')})`}
            </span>
          </li>
        )
      })}
    </ul>
  )
  return applies ? (
    <>
      <p>{say(words.requires)}</p>
      {list}
    </>
  ) : (
    <details className="v-details">
      <summary>{say(words.wouldRequire)}</summary>
      {list}
    </details>
  )
}
