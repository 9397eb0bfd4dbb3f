import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill, type Text } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { LevelValue } from '#kernel/screens/fields/Value.tsx'
import { Differences } from '#kernel/screens/versioned/Differences.tsx'
import { ImpactFrame } from '#kernel/screens/versioned/ImpactFrame.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { aspectNames, aspects } from '../../../scales/needs.ts'
import type { ModelContent } from '../../classification-model.content.ts'
import { incomplete } from '../../classification-model.rules.ts'
import type { ImpactAnswer, NeedAndLevel } from '../answers.ts'
import { Level } from '../Level.tsx'
import { model } from './versioned.ts'

const words = {
  title: { sv: 'Följderna om modellen börjar gälla', en: 'What follows if the model takes effect' },
  lead: {
    sv: 'Räknat på det som är klassat i dag. Inget av detta är sparat, och inget händer förrän modellen är beslutad.',
    en: 'Counted on what is classified today. None of this is stored, and nothing happens until the model is decided.',
  },
  unsaved: { sv: 'Följderna räknas på det sparade utkastet', en: 'What follows is counted on the saved draft' },
  unsavedText: {
    sv: 'Du har ändringar som inte är sparade. Spara dem för att få med dem.',
    en: 'You have changes that are not saved. Save them to have them counted.',
  },
  save: { sv: 'Spara och räkna om', en: 'Save and count again' },
  notYet: { sv: 'Modellen kan inte beslutas ännu', en: 'The model cannot be decided yet' },
  classifications: { sv: 'Klassningar som ändras', en: 'Classifications that change' },
  systems: { sv: 'System som får ett annat skyddsbehov', en: 'Systems whose need of protection changes' },
  gaps: { sv: 'Nya brister', en: 'New gaps' },
  first: { sv: 'Visar de {shown} första av {all}.', en: 'Shows the first {shown} of {all}.' },
  asset: { sv: 'Informationsmängd', en: 'Information asset' },
  classification: { sv: 'Klassning', en: 'Classification' },
  owner: { sv: 'Informationsägare', en: 'Information owner' },
  unit: { sv: 'Enhet', en: 'Unit' },
  before: { sv: 'Nu', en: 'Now' },
  after: { sv: 'Blir', en: 'Becomes' },
  system: { sv: 'System', en: 'System' },
  measure: { sv: 'Säkerhetsåtgärd', en: 'Security measure' },
  severity: { sv: 'Allvar', en: 'Severity' },
  notAssessed: { sv: 'Inte bedömd', en: 'Not assessed' },
} as const

const nameOf = (content: ModelContent | null, level: number | null) =>
  level === null ? undefined : content?.levels.find((one) => one.level === level)?.name

const isRaised = (before: NeedAndLevel, after: NeedAndLevel) => (after.level ?? -1) > (before.level ?? -1)

interface ImpactProps {
  readonly record: RecordJson
  readonly content: ModelContent
  readonly earlier: ModelContent | null
  readonly isChanged: boolean
  readonly onSave: () => void
}

/** What would follow if the draft took effect: counted in sentences, then listed. Shown before anything is decided. */
export function Impact({ record, content, earlier, isChanged, onSave }: ImpactProps) {
  return (
    <ImpactFrame<ImpactAnswer>
      words={words}
      path={`/classification-models/${record.id}/impact`}
      record={record}
      lacking={incomplete({ content })}
      isChanged={isChanged}
      onSave={onSave}
      draw={(answer) => <Counted answer={answer} content={content} earlier={earlier} />}
    >
      <Differences kind={model} content={content} earlier={earlier} />
    </ImpactFrame>
  )
}

function Counted({
  answer,
  content,
  earlier,
}: {
  readonly answer: ImpactAnswer
  readonly content: ModelContent
  readonly earlier: ModelContent | null
}) {
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const catalogue = useCatalogue()
  const { counts } = answer
  const severity = catalogue.register('measureAssessment').fields.severity
  const n = format.number
  const sentence = (text: Text, values: Record<string, number>) =>
    say(fill(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, n(value)]))))
  const listed = (parts: readonly string[]) =>
    new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { type: 'conjunction' }).format(parts)
  const lines = [
    {
      anchor: 'impact-classifications',
      to: answer.classifications.length,
      text: counts.changed
        ? `${sentence(
            counts.changed === 1
              ? { sv: 'Av {all} klassningar ändras en:', en: 'Of {all} classifications one changes:' }
              : { sv: 'Av {all} klassningar ändras {changed}:', en: 'Of {all} classifications {changed} change:' },
            { all: counts.classifications, changed: counts.changed },
          )} ${listed(
            [
              [counts.raised, { sv: '{n} får högre skyddsnivå', en: '{n} to a higher protection level' }] as const,
              [counts.lowered, { sv: '{n} får lägre skyddsnivå', en: '{n} to a lower protection level' }] as const,
              [
                counts.changed - counts.raised - counts.lowered,
                { sv: '{n} ändras i någon aspekt med skyddsnivån kvar', en: '{n} in some aspect with the protection level as it was' },
              ] as const,
            ].flatMap(([count, text]) => (count > 0 ? [sentence(text, { n: count })] : [])),
          )}.`
        : sentence(
            { sv: 'Ingen av {all} klassningar ändras.', en: 'None of {all} classifications changes.' },
            { all: counts.classifications },
          ),
    },
    {
      anchor: 'impact-systems',
      to: answer.systems.length,
      text:
        counts.systems === 0
          ? say({ sv: 'Inget system får ett annat skyddsbehov.', en: 'No system gets another need of protection.' })
          : sentence(
              counts.systems === 1
                ? { sv: 'Ett system får ett annat skyddsbehov.', en: 'One system gets another need of protection.' }
                : { sv: '{systems} system får ett annat skyddsbehov.', en: '{systems} systems get another need of protection.' },
              { systems: counts.systems },
            ),
    },
    {
      anchor: 'impact-gaps',
      to: answer.gaps.length,
      text: [
        counts.newGaps === 0
          ? say({ sv: 'Inga nya brister uppstår.', en: 'No new gaps arise.' })
          : sentence(
              counts.newGaps === 1
                ? { sv: 'En ny brist uppstår.', en: 'One new gap arises.' }
                : { sv: '{newGaps} nya brister uppstår.', en: '{newGaps} new gaps arise.' },
              { newGaps: counts.newGaps },
            ),
        counts.goneGaps === 0
          ? ''
          : sentence(
              counts.goneGaps === 1
                ? {
                    sv: 'En brist försvinner, eftersom åtgärden inte längre krävs.',
                    en: 'One gap disappears, since the measure is no longer required.',
                  }
                : {
                    sv: '{goneGaps} brister försvinner, eftersom åtgärderna inte längre krävs.',
                    en: '{goneGaps} gaps disappear, since the measures are no longer required.',
                  },
              { goneGaps: counts.goneGaps },
            ),
      ]
        .filter(Boolean)
        .join(' '),
    },
  ]
  const firstOf = (shown: number, all: number) =>
    shown < all ? <p className="v-muted">{say(fill(words.first, { shown: n(shown), all: n(all) }))}</p> : null
  const level = (need: NeedAndLevel, model: ModelContent | null) => <Level level={need.level} name={nameOf(model, need.level)} />
  return (
    <>
      <ul className="v-impact-sentences">
        {lines.map(({ anchor, to, text }) => (
          <li key={anchor}>{to > 0 ? <a href={`#${anchor}`}>{text}</a> : text}</li>
        ))}
      </ul>
      {answer.classifications.length > 0 && (
        <section id="impact-classifications">
          <h3>
            {say(words.classifications)} <span className="v-count">{n(counts.changed)}</span>
          </h3>
          <Table caption={say(words.classifications)} captionHidden>
            <thead>
              <tr>
                <th scope="col">{say(words.asset)}</th>
                <th scope="col">{say(words.before)}</th>
                <th scope="col">{say(words.after)}</th>
                <th scope="col">{say(words.owner)}</th>
                <th scope="col">{say(words.unit)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.classifications.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link href={`/${pathOf(catalogue.register('classification'))}/${one.id}`}>
                      {one.reference && <span className="v-reference">{one.reference}</span>}
                      {one.asset.label}
                    </Link>
                  </th>
                  <td>{level(one.before, earlier)}</td>
                  <td>
                    {level(one.after, content)} <Direction before={one.before} after={one.after} />
                  </td>
                  <td>{one.owner?.label ?? '–'}</td>
                  <td>{one.unit?.label ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          {firstOf(answer.classifications.length, counts.changed)}
        </section>
      )}
      {answer.systems.length > 0 && (
        <section id="impact-systems">
          <h3>
            {say(words.systems)} <span className="v-count">{n(counts.systems)}</span>
          </h3>
          <Table caption={say(words.systems)} captionHidden>
            <thead>
              <tr>
                <th scope="col">{say(words.system)}</th>
                <th scope="col">{say(words.before)}</th>
                <th scope="col">{say(words.after)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.systems.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link href={`/${pathOf(catalogue.register('system'))}/${one.id}`}>{one.label}</Link>
                  </th>
                  <td>{level(one.before, earlier)}</td>
                  <td>
                    {level(one.after, content)} <Direction before={one.before} after={one.after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          {firstOf(answer.systems.length, counts.systems)}
        </section>
      )}
      {answer.gaps.length > 0 && (
        <section id="impact-gaps">
          <h3>
            {say(words.gaps)} <span className="v-count">{n(counts.newGaps)}</span>
          </h3>
          <Table caption={say(words.gaps)} captionHidden>
            <thead>
              <tr>
                <th scope="col">{say(words.measure)}</th>
                <th scope="col">{say(words.system)}</th>
                <th scope="col">{say(words.severity)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.gaps.map((gap) => {
                const carrier = gap.system ?? gap.asset ?? null
                return (
                  <tr key={`${gap.measure.id} ${carrier?.id ?? ''}`}>
                    <th scope="row">
                      <Link href={`/${pathOf(catalogue.register('securityMeasure'))}/${gap.measure.id}`}>
                        {gap.measure.key && <span className="v-reference">{gap.measure.key}</span>}
                        {gap.measure.label}
                      </Link>
                    </th>
                    <td>
                      {carrier && (
                        <Link href={`/${pathOf(catalogue.register(gap.system ? 'system' : 'informationAsset'))}/${carrier.id}`}>
                          {carrier.label}
                        </Link>
                      )}
                    </td>
                    <td>
                      {gap.severity !== null && gap.severity !== undefined && severity ? (
                        <LevelValue field={severity} value={gap.severity} />
                      ) : (
                        <span className="v-muted">{words.notAssessed[language]}</span>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </Table>
          {firstOf(answer.gaps.length, counts.newGaps)}
        </section>
      )}
    </>
  )
}

/** Whether the level is raised or lowered, in a word; where it stays, which aspects change. */
function Direction({ before, after }: { readonly before: NeedAndLevel; readonly after: NeedAndLevel }) {
  const say = useSay()
  if (before.level === after.level) {
    const moved = aspects.filter((aspect) => (before[aspect] ?? null) !== (after[aspect] ?? null))
    return (
      <span className="v-muted">
        {moved.map((aspect) => `${say(aspectNames[aspect]).toLowerCase()} ${before[aspect] ?? '–'} → ${after[aspect] ?? '–'}`).join(', ')}
      </span>
    )
  }
  return (
    <span className="v-muted">{isRaised(before, after) ? say({ sv: 'höjs', en: 'raised' }) : say({ sv: 'sänks', en: 'lowered' })}</span>
  )
}
