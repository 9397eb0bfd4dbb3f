import { useId } from 'react'
import { useGet } from '#web/api/useGet.ts'
import { LinkButton } from '#web/design/Button.tsx'
import { DescriptionList } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { Register } from '../../definition/register.ts'
import { shapeOf } from '../../fields/field.ts'
import type { RecordJson, VersionJson } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { RecordName, Value } from '../fields/Value.tsx'
import { isEmpty } from '../fields/words.ts'
import { Story } from '../history/Story.tsx'
import { valueId } from './Connections.tsx'
import { factsOf } from './layout.ts'

/** The content in the order of the form, without what stands among the facts; fields left empty are gathered in one line. */
export function Sections({ register, record, aside }: { register: Register; record: RecordJson; aside: ReadonlySet<string> }) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const empty: string[] = []
  const sections = register.form.map((section) => {
    const fields = section.fields.flatMap((name) => {
      const field = register.fields[name]
      if (!field || aside.has(name) || name === register.title) return []
      if (isEmpty(record[name])) {
        empty.push(field.label[language])
        return []
      }
      return [{ name, field }]
    })
    return { title: section.title, fields }
  })
  return (
    <>
      {sections.map(({ title, fields }, index) =>
        fields.length === 0 ? null : (
          <section key={title.sv} aria-labelledby={`${id}-${index}`}>
            <h2 id={`${id}-${index}`}>{say(title)}</h2>
            <DescriptionList
              layout={fields.some(({ field }) => ['rich', 'structure'].includes(shapeOf(field).kind)) ? 'above' : 'beside'}
              items={fields.map(({ name, field }) => ({
                key: name,
                name: field.label.sv === title.sv ? <span className="v-hidden">{say(field.label)}</span> : say(field.label),
                value: (
                  <div id={valueId(name)}>
                    <Value register={register} name={name} field={field} record={record} />
                  </div>
                ),
              }))}
            />
          </section>
        ),
      )}
      {empty.length > 0 && (
        <p className="v-muted v-empty-line">
          {say({ sv: 'Inte ifyllt:', en: 'Not filled in:' })}{' '}
          {empty.map((label, index) => (index === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1))).join(', ')}.
        </p>
      )}
    </>
  )
}

/** Who, where, when and under which secrecy, and who made and last changed the record. */
export function Facts({
  register,
  record,
  without = [],
}: {
  readonly register: Register
  readonly record: RecordJson
  /** Facts that the page says elsewhere. */
  readonly without?: readonly string[]
}) {
  const say = useSay()
  const format = useFormat()
  const items = factsOf(register)
    .filter(({ name }) => !without.includes(name))
    .filter(({ name, field }) => !isEmpty(record[name]) || field.required || (register.scope?.own ?? []).includes(name))
    .map(({ name, field }) => ({
      key: name,
      name: say(field.label),
      value: <Value register={register} name={name} field={field} record={record} />,
    }))
  const traces = [
    { key: 'created', name: say({ sv: 'Skapad', en: 'Created' }), at: record.createdAt, by: record.createdBy },
    ...(record.version > 1
      ? [{ key: 'changed', name: say({ sv: 'Ändrad', en: 'Changed' }), at: record.changedAt, by: record.changedBy }]
      : []),
  ].map(({ key, name, at, by }) => ({
    key,
    name,
    value: (
      <>
        <time dateTime={at}>{format.moment(at)}</time>
        {by && (
          <>
            {say({ sv: ' av ', en: ' by ' })}
            <RecordName to="person" link={by} />
          </>
        )}
      </>
    ),
  }))
  return <DescriptionList items={[...items, ...traces]} />
}

/** The latest of what has happened, and the way to the whole story. */
export function Latest({ register, id }: { register: Register; id: string }) {
  const say = useSay()
  const found = useGet<{ versions: readonly VersionJson[] }>(`${recordPath(register, id)}/history`)
  const versions = found.data?.versions ?? []
  return (
    <section>
      <h2>{say({ sv: 'Historik', en: 'History' })}</h2>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <Story register={register} id={id} versions={versions.slice(0, 5)} />
      {versions.length > 0 && (
        <LinkButton variant="secondary" size="small" icon="history" href={`${recordPath(register, id)}/history`}>
          {say({ sv: 'Hela historiken och jämförelser', en: 'The whole history and comparisons' })}
        </LinkButton>
      )}
    </section>
  )
}
