import { lazy, Suspense, useState } from 'react'
import type { Register } from '#kernel/definition/register.ts'
import type { Text } from '#kernel/language/text.ts'
import { usePanels } from '#kernel/screens/catalogue.tsx'
import { type RecordJson, titleOf } from '#kernel/screens/data/record.ts'
import { Value } from '#kernel/screens/fields/Value.tsx'
import { isEmpty } from '#kernel/screens/fields/words.ts'
import { Connections, valueId } from '#kernel/screens/record/Connections.tsx'
import { Facts, Latest, Sections } from '#kernel/screens/record/Content.tsx'
import { Drawn, OneRecord, RecordHead } from '#kernel/screens/record/Head.tsx'
import { factsOf } from '#kernel/screens/record/layout.ts'
import { NextStep } from '#kernel/screens/record/NextStep.tsx'
import '#kernel/screens/screens.css'
import { useSession } from '#web/api/session.ts'
import { DescriptionList } from '#web/design/Parts.tsx'
import { formatDate } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { RiskLevel } from '../../../scales/web/RiskLevel.tsx'
import { useRiskMethod } from '../../../scales/web/useRiskMethod.ts'
import type { RiskMethodContent } from '../../risk-method.content.ts'
import { Actions } from './Actions.tsx'
import { Challenges } from './Challenges.tsx'
import { Comments } from './Comments.tsx'
import { linkIn, numberIn, textIn, useOfRisk } from './data.ts'
import { Findings } from './Findings.tsx'
import { Options } from './Options.tsx'
import { OwnerLeft } from './OwnerLeft.tsx'
import { Sentence } from './Sentence.tsx'
import { Standing } from './Standing.tsx'
import { HandOvers, WhoDecides } from './WhoDecides.tsx'
import './risk.css'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx'))
const decisions = { treat: DecisionDialog, accept: DecisionDialog }

const words = {
  affected: { sv: 'Vad berörs?', en: 'What is affected?' },
  concerns: { sv: 'Rör', en: 'Concerns' },
  connections: { sv: 'Kopplingar', en: 'Connections' },
  facts: { sv: 'Fakta', en: 'Facts' },
} as const

const aspects = {
  confidentiality: { sv: 'konfidentialitet', en: 'confidentiality' },
  integrity: { sv: 'riktighet', en: 'integrity' },
  availability: { sv: 'tillgänglighet', en: 'availability' },
} as const
const touched = ['assets', 'systems', 'threats', 'vulnerability', 'requirements', 'gaps', 'classification']

/** Fields that stand elsewhere on the page, in words of their own. */
const said = [
  'cause',
  'event',
  'effect',
  ...Object.keys(aspects),
  ...touched,
  'category',
  'confidence',
  'material',
  'materialGrounds',
  'revalue',
  'method',
  ...['', 'inherent', 'target'].flatMap((before) =>
    ['consequence', 'likelihood', 'value', 'level'].map((name) =>
      before ? `${before}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name,
    ),
  ),
  'handler',
  'decider',
  'mandate',
  'raisedTo',
  'decideBy',
  'takesTwo',
  'decidedValue',
  'response',
  'conditions',
]
const parts = ['riskOptions', 'riskComments', 'challenges', 'escalations', 'actions', 'findings']

/** Where a risk has gone that awaits a decision: with whom it lies now, and by when it is to be decided. */
function handedTo({ reference, state, decider, decideBy }: RecordJson): Text | null {
  const who = linkIn(decider)?.label
  if (state !== 'analysed' || !who) return null
  const name = reference ?? ''
  const by = textIn(decideBy)
  return by
    ? {
        sv: `${name} ligger nu hos ${who} för beslut senast den ${formatDate(by, 'sv')}`,
        en: `${name} now lies with ${who}, to be decided by ${formatDate(by, 'en')}`,
      }
    : { sv: `${name} ligger nu hos ${who} för beslut`, en: `${name} now lies with ${who} for decision` }
}

/** A risk, for the one who is to decide on it and for those who follow: what may happen, how serious it is, who decides by when, and among which options. */
export default function RiskPage({ register, id }: { register: Register; id: string }) {
  return (
    <OneRecord register={register} id={id}>
      {(record) => <Shown register={register} record={record} />}
    </OneRecord>
  )
}

function Shown({ register, record }: { register: Register; record: RecordJson }) {
  const say = useSay()
  const asOf = useAsOf()
  const panels = usePanels(register)
  const { person } = useSession()
  const method = useRiskMethod<RiskMethodContent>()
  const inForce = method === undefined ? undefined : (method?.content ?? null)
  const options = useOfRisk('/risk-options', record.id, { sort: '-proposed' }).data?.items ?? []
  const escalations = useOfRisk('/escalations', record.id).data?.items ?? []
  const challenges = useOfRisk('/challenges', record.id).data?.items ?? []
  const [decided, setDecided] = useState<RecordJson | null>(null)
  const moves = asOf === null ? (record.may?.moves ?? []) : []
  const moveOf = (option: RecordJson) => (option.response === 'accept' ? 'accept' : 'treat')
  const name = decided && moveOf(decided)
  const move = name ? register.workflow?.moves[name] : undefined
  const mayDecide = moves.includes('treat') || moves.includes('accept')
  const isOpen = record.state === 'identified' || record.state === 'analysed'
  const unsaid = [
    'decideBy',
    'decidedOn',
    ...(isOpen ? [] : ['decider', 'handler']),
    ...(isEmpty(record.participants) ? ['participants'] : []),
  ]
  const facts = factsOf(register).map((fact) => fact.name)
  return (
    <article className="v-page">
      <RecordHead register={register} record={record} level={<RiskLevel level={numberIn(record.level)} method={inForce} />} />
      <div className="v-record">
        <div className="v-record-main">
          <Sentence record={record} />
          <OwnerLeft record={record} />
          <Standing register={register} record={record} method={inForce} />
          <WhoDecides register={register} record={record} escalations={escalations} />
          {asOf === null && (
            <NextStep
              register={register}
              record={record}
              dialogs={decisions}
              saying={handedTo}
              without={linkIn(record.decider)?.id === person.id ? ['takeOver'] : []}
            />
          )}
          <Options risk={record} options={options} method={inForce} onChoose={mayDecide ? setDecided : undefined} />
          <Challenges risk={record} challenges={challenges} />
          <Actions register={register} record={record} />
          <Drawn panels={panels.before} register={register} record={record} />
          <Affected register={register} record={record} />
          <Sections register={register} record={record} aside={new Set([...facts, ...said, ...(panels.covers ?? [])])} />
          <Drawn panels={panels.after} register={register} record={record} />
          <HandOvers escalations={escalations} />
          <Comments risk={record} />
          <Findings risk={record} />
          <section>
            <h2>{say(words.connections)}</h2>
            <Connections register={register} id={record.id} without={parts} />
          </section>
          <Latest register={register} id={record.id} />
        </div>
        <aside className="v-record-aside" aria-label={say(words.facts)}>
          <Facts register={register} record={record} without={unsaid} />
        </aside>
      </div>
      {decided && name && move && (
        <Suspense>
          <DecisionDialog
            register={register}
            record={record}
            name={name}
            move={move}
            title={record.reference ?? titleOf(register, record)}
            option={decided}
            onClose={() => setDecided(null)}
          />
        </Suspense>
      )}
    </article>
  )
}

/** What the risk touches: the aspects of the information, and the information, systems, threats and requirements themselves. */
function Affected({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  const language = useLanguage()
  const concerned = (Object.keys(aspects) as (keyof typeof aspects)[]).filter((name) => record[name] === true)
  const listed = new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(concerned.map((name) => say(aspects[name])))
  const items = touched.flatMap((name) => {
    const field = register.fields[name]
    return !field || isEmpty(record[name])
      ? []
      : [
          {
            key: name,
            name: say(field.label),
            value: (
              <div id={valueId(name)}>
                <Value register={register} name={name} field={field} record={record} />
              </div>
            ),
          },
        ]
  })
  if (concerned.length === 0 && items.length === 0) return null
  return (
    <section aria-labelledby="r-affected">
      <h2 id="r-affected">{say(words.affected)}</h2>
      <DescriptionList
        layout="beside"
        items={[
          ...(concerned.length
            ? [{ key: 'aspects', name: say(words.concerns), value: listed.charAt(0).toUpperCase() + listed.slice(1) }]
            : []),
          ...items,
        ]}
      />
    </section>
  )
}
