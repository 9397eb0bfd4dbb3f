import { lazy, type ReactNode, Suspense } from 'react'
import { useMay, useToday } from '#web/api/session.ts'
import { Icon } from '#web/design/Icon.tsx'
import { Link } from '#web/design/Link.tsx'
import { DescriptionList } from '#web/design/Parts.tsx'
import { LevelTag, StateTag } from '#web/design/Tag.tsx'
import { formatDistance } from '#web/language/format.ts'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import { type AttachedFile, type Field, type Secrecy, shapeOf } from '../../fields/field.ts'
import { useCatalogue } from '../catalogue.tsx'
import type { RecordJson, RecordLink } from '../data/record.ts'
import { withoutSigns } from './plain.ts'
import { filesIn, isEmpty, linksIn, secrecyIn, valueWords } from './words.ts'

const Markdown = lazy(() => import('./Markdown.tsx').then((module) => ({ default: module.Markdown })))

/** The state of a record, as its workflow names and colours it. */
export function StateValue({ register, state }: { register: Register; state: string | null }) {
  const say = useSay()
  const facts = state === null ? undefined : register.workflow?.states[state]
  return facts ? <StateTag tone={facts.tone}>{say(facts.label)}</StateTag> : null
}

/** A level of a scale, with its colour where it has one. */
export function LevelValue({ field, value }: { field: Field; value: unknown }) {
  const language = useLanguage()
  const shape = shapeOf(field)
  if (shape.kind !== 'scale' || typeof value !== 'number') return null
  return (
    <LevelTag level={value} first={shape.first} last={shape.first + shape.levels.length - 1} tone={shape.tone}>
      {valueWords(field, value, language)}
    </LevelTag>
  )
}

/** A record one can go to; a person who may not open the register sees the name alone. */
export function RecordName({ to, link }: { to: string; link: RecordLink }) {
  const register = useCatalogue().register(to)
  const may = useMay(register.plural)
  const name = (
    <>
      {link.reference ? <span className="v-reference">{link.reference}</span> : null}
      {link.label}
    </>
  )
  return may.read ? <Link href={`/${pathOf(register)}/${link.id}`}>{name}</Link> : <span>{name}</span>
}

function Names({ to, links }: { to: string; links: readonly RecordLink[] }) {
  const [first, ...rest] = links
  if (!first) return null
  if (rest.length === 0) return <RecordName to={to} link={first} />
  return (
    <ul className="v-plain-list">
      {links.map((link) => (
        <li key={link.id}>
          <RecordName to={to} link={link} />
        </li>
      ))}
    </ul>
  )
}

function Files({ files, base }: { files: readonly AttachedFile[]; base: string | null }) {
  const format = useFormat()
  return (
    <ul className="v-plain-list">
      {files.map((file) => (
        <li key={file.sha256}>
          <span className="v-file">
            <Icon name="attachment" size={16} />
            {base ? (
              <a href={`${base}/files/${file.sha256}`} download={file.name}>
                {file.name}
              </a>
            ) : (
              file.name
            )}
            <span className="v-muted">{format.bytes(file.size)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Marking({ marking }: { marking: Secrecy }) {
  const say = useSay()
  const format = useFormat()
  return (
    <div className="v-marking">
      <p className="v-marking-head">
        <Icon name="lock" size={16} />
        {say({ sv: 'Sekretess', en: 'Secrecy' })}
      </p>
      <DescriptionList
        items={[
          { key: 'provision', name: say({ sv: 'Bestämmelse', en: 'Provision' }), value: marking.provision },
          { key: 'markedOn', name: say({ sv: 'Markerad', en: 'Marked' }), value: format.date(marking.markedOn) },
          { key: 'authority', name: say({ sv: 'Myndighet', en: 'Authority' }), value: marking.authority },
        ]}
      />
    </div>
  )
}

/** A day in running text, with how far off it is: from today, or from the day one looks back to. */
function Day({ day }: { day: string }) {
  const format = useFormat()
  const language = useLanguage()
  const today = useToday()
  const seenFrom = useAsOf() ?? today
  return (
    <span>
      <time dateTime={day}>{format.date(day)}</time> <span className="v-muted">({formatDistance(day, seenFrom, language)})</span>
    </span>
  )
}

export interface ValueProps {
  readonly register: Register
  readonly name: string
  readonly field: Field
  readonly record: Pick<RecordJson, 'id'> & Readonly<Record<string, unknown>>
}

/** A value as it stands on a record's page. Nothing is shown as a dash with words for the one who listens. */
export function Value({ register, name, field, record }: ValueProps): ReactNode {
  const language = useLanguage()
  const say = useSay()
  const value = record[name]
  if (isEmpty(value))
    return (
      <span className="v-muted">
        <span aria-hidden="true">–</span>
        <span className="v-hidden">{say({ sv: 'inte angivet', en: 'not stated' })}</span>
      </span>
    )
  if (name === 'state') return <StateValue register={register} state={String(value)} />
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'text':
      return shape.lines > 1 ? <span className="v-lines">{String(value)}</span> : String(value)
    case 'rich':
      return (
        <Suspense>
          <Markdown text={String(value)} />
        </Suspense>
      )
    case 'structure':
      return (
        <Suspense>
          <Markdown text={shape.inWords(value, language)} />
        </Suspense>
      )
    case 'scale':
      return <LevelValue field={field} value={value} />
    case 'date':
      return <Day day={String(value)} />
    case 'link':
    case 'links':
      return <Names to={shape.to} links={linksIn(value)} />
    case 'attachments':
      return <Files files={filesIn(value)} base={`/api/${pathOf(register)}/${record.id}`} />
    case 'secrecy': {
      const marking = secrecyIn(value)
      return marking ? <Marking marking={marking} /> : null
    }
    case 'number':
    case 'money':
      return <span className="v-number">{valueWords(field, value, language)}</span>
    default:
      return valueWords(field, value, language)
  }
}

/** A value in a row of a list: one line, nothing that can be pressed. */
export function Cell({ register, name, field, record }: ValueProps): ReactNode {
  const language = useLanguage()
  const value = record[name]
  if (isEmpty(value)) return null
  if (name === 'state') return <StateValue register={register} state={String(value)} />
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'scale':
      return <LevelValue field={field} value={value} />
    case 'secrecy':
      return (
        <span className="v-file">
          <Icon name="lock" size={14} />
          {secrecyIn(value)?.provision}
        </span>
      )
    case 'rich':
      return <span className="v-clamp">{withoutSigns(String(value).slice(0, 400))}</span>
    case 'text':
      return shape.lines > 1 ? <span className="v-clamp">{String(value)}</span> : String(value)
    case 'links': {
      const links = linksIn(value)
      const [first, ...rest] = links
      return first ? (
        <span title={valueWords(field, value, language)}>
          {first.label}
          {rest.length ? <span className="v-muted"> +{rest.length}</span> : null}
        </span>
      ) : null
    }
    default:
      return valueWords(field, value, language, 'table')
  }
}
