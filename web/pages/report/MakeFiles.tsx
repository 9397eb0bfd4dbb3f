import { useRef, useState } from 'react'
import type { Text } from '#kernel/language/text.ts'
import { apiLines } from '#web/api/client.ts'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { formatBytes } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'

type Format = 'pdf' | 'docx' | 'json' | 'xlsx'

interface Progress {
  readonly progress?: number
  readonly step?: Text
  readonly done?: boolean
  readonly url?: string
  readonly name?: string
  readonly size?: number
  readonly error?: { readonly title: string; readonly detail?: string }
}

interface Made {
  readonly url: string
  readonly name: string
  readonly size: number
}

const words = {
  pdf: { sv: 'Gör PDF', en: 'Make PDF' },
  docx: { sv: 'Gör Word-fil', en: 'Make Word file' },
  json: { sv: 'Gör datafil', en: 'Make data file' },
  xlsx: { sv: 'Gör Excel-fil', en: 'Make Excel file' },
  starting: { sv: 'Hämtar uppgifterna', en: 'Fetching the data' },
  ready: { sv: 'Filen är klar', en: 'The file is ready' },
  fetch: { sv: 'Hämta {name}', en: 'Download {name}' },
  label: { sv: 'Gör filer av rapporten', en: 'Make files of the report' },
}

interface MakeFilesProps {
  /** Where files are made, and what is wished for beside the format. */
  readonly path: string
  readonly wish: Readonly<Record<string, string>>
  readonly formats: readonly Format[]
  readonly isReady: boolean
  /** What the buttons make, where the page has several such rows. */
  readonly label?: string
}

/** Makes a report into a file, shows how far it has come, and hands it over. */
export function MakeFiles({ path, wish, formats, isReady, label }: MakeFilesProps) {
  const say = useSay()
  const language = useLanguage()
  const wished = JSON.stringify(wish)
  const [busy, setBusy] = useState<{ format: Format; value: number; step: Text } | null>(null)
  const [made, setMade] = useState<readonly (Made & { readonly key: string })[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const run = useRef(0)
  const make = async (format: Format) => {
    run.current += 1
    const own = run.current
    setFailure(null)
    setBusy({ format, value: 0, step: words.starting })
    try {
      await apiLines<Progress>(path, { method: 'POST', body: { ...wish, format } }, (line) => {
        if (own !== run.current) return
        if (line.error) throw new Error(line.error.detail ?? line.error.title)
        if (line.step) setBusy({ format, value: line.progress ?? 0, step: line.step })
        if (line.done && line.url && line.name) {
          const file = { url: line.url, name: line.name, size: line.size ?? 0, key: `${wished} ${format}` }
          setMade((before) => [...before.filter((one) => one.key !== file.key), file])
        }
      })
    } catch (error) {
      setFailure(error)
    } finally {
      if (own === run.current) setBusy(null)
    }
  }
  const shown = made.filter((file) => file.key.startsWith(`${wished} `))
  return (
    <div className="p-make">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset */}
      <div className="p-make-buttons" role="group" aria-label={label ?? say(words.label)}>
        {formats.map((format) => (
          <Button
            key={format}
            size="small"
            variant={format === 'pdf' ? 'primary' : 'secondary'}
            isDisabled={!isReady || busy !== null}
            onPress={() => void make(format)}
          >
            {say(words[format])}
          </Button>
        ))}
      </div>
      {busy ? <ProgressBar label={say(busy.step)} value={busy.value} /> : null}
      <div role="status">
        {shown.map((file) => (
          <p key={file.key} className="p-made">
            <Icon name="download" size={16} />
            <a href={file.url} download={file.name}>
              {say(words.fetch).replace('{name}', file.name)}
            </a>
            <span className="v-muted">{formatBytes(file.size, language)}</span>
          </p>
        ))}
      </div>
      {failure ? <ProblemNotice error={failure} /> : null}
    </div>
  )
}
