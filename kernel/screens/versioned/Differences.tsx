import { useLanguage, useSay } from '#web/language/useSay.ts'
import { differenceOf } from './parts.ts'
import type { Versioned } from './versioned.ts'

const words = { title: { sv: 'Det här är nytt i versionen', en: 'This is new in the version' } } as const

interface DifferencesProps<Content> {
  readonly kind: Versioned<Content>
  readonly content: Content
  /** The version it is based on; nothing is shown without one. */
  readonly earlier: Content | null
}

/** What differs from the version it is based on, part by part. */
export function Differences<Content>({ kind, content, earlier }: DifferencesProps<Content>) {
  const say = useSay()
  const language = useLanguage()
  if (!earlier) return null
  const found = differenceOf(kind.cutting, earlier, content).filter(({ key }) => !key.startsWith('mapping'))
  const contents = [content, earlier]
  return (
    <section aria-labelledby="difference-title">
      <h3 id="difference-title">
        {say(words.title)} <span className="v-count">{found.length}</span>
      </h3>
      {found.length === 0 ? (
        <p className="v-muted">{say(kind.words.noDifference)}</p>
      ) : (
        <dl className="v-changes">
          {found.map(({ key, from, to }) => (
            <div key={key}>
              <dt>{kind.partName(key, contents, language)}</dt>
              <dd>
                {from === undefined || from === null ? null : <del>{kind.partWords(key, from, contents, language)}</del>}
                {from !== undefined && from !== null && to !== undefined && to !== null && <span aria-hidden="true"> → </span>}
                {to === undefined || to === null ? null : <ins>{kind.partWords(key, to, contents, language)}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
