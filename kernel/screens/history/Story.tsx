import { Link } from '#web/design/Link.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Register } from '../../definition/register.ts'
import { fill } from '../../language/text.ts'
import type { VersionJson } from '../data/record.ts'
import { recordPath } from '../data/useRecords.ts'
import { columnField } from '../fields/columns.ts'
import { words } from '../words.ts'
import { changeWords, deedOf, shownChanges } from './story.ts'

interface StoryProps {
  readonly register: Register
  readonly id: string
  readonly versions: readonly VersionJson[]
  /** Drawn before each version: what chooses it for a comparison. */
  readonly chooser?: (version: VersionJson) => React.ReactNode
}

/** The history of a record as a story, newest first: who did what, when and why. */
export function Story({ register, id, versions, chooser }: StoryProps) {
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  return (
    <ol className="v-story">
      {versions.map((version) => (
        <li key={version.version}>
          {chooser?.(version)}
          <div className="v-story-body">
            <p>
              <strong>{version.bySystem ? say(words.system) : (version.by?.label ?? say(words.somebody))}</strong>{' '}
              {deedOf(register, version, language)}
            </p>
            <p className="v-story-when">
              <time dateTime={version.at}>{format.moment(version.at)}</time>
              <span>{say(fill({ sv: 'version {n}', en: 'version {n}' }, { n: version.version }))}</span>
              <Link href={`${recordPath(register, id)}?asOf=${version.at.slice(0, 10)}`}>
                {say({ sv: 'Visa posten den dagen', en: 'Show the record that day' })}
              </Link>
            </p>
            {version.reason && <blockquote className="v-reason">{version.reason}</blockquote>}
            {version.operation !== 'create' && <Changes register={register} version={version} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Changes({ register, version }: { register: Register; version: VersionJson }) {
  const language = useLanguage()
  const say = useSay()
  const changes = shownChanges(register, version)
  if (changes.length === 0) return null
  return (
    <dl className="v-changes">
      {changes.map((change) => {
        const told = changeWords(register, change, language)
        return (
          <div key={change.field}>
            <dt>{columnField(register, change.field)?.label[language] ?? change.field}</dt>
            <dd>
              {told === null ? (
                say({ sv: 'Texten är ändrad.', en: 'The text has changed.' })
              ) : (
                <>
                  {told.from && <del>{told.from}</del>}
                  {told.from && told.to && <span aria-hidden="true"> → </span>}
                  {told.to && <ins>{told.to}</ins>}
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
