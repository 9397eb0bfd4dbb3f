import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { RichInput } from '#kernel/screens/fields/RichInput.tsx'
import { ApiProblem, api, newIdempotencyKey } from '#web/api/client.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { ReportSectionAnswer } from '../answers.ts'

const words = {
  label: { sv: 'Text till avsnittet {heading}', en: 'Text of the section {heading}' },
  save: { sv: 'Spara texten', en: 'Save the text' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  original: { sv: 'Börja om från förslaget', en: 'Start again from the suggestion' },
  saved: { sv: 'Texten är sparad', en: 'The text is saved' },
  failed: { sv: 'Texten är inte sparad', en: 'The text is not saved' },
  stale: {
    sv: 'Någon annan har ändrat texten medan du skrev. Det du har skrivit står kvar här. Kopiera det, ladda om sidan och för in dina ändringar i den nya texten.',
    en: 'Someone else changed the text while you wrote. What you have written is still here. Copy it, reload the page and enter your changes in the new text.',
  },
  figures: { sv: 'Siffror att sätta i texten', en: 'Figures to put in the text' },
  figuresHelp: {
    sv: 'Skriv koden där siffran ska stå. Värna sätter in värdet när rapporten visas och trycks.',
    en: 'Write the code where the figure is to stand. Värna puts in the value when the report is shown and printed.',
  },
  kept: { sv: 'Det här är ett utkast som du inte har sparat.', en: 'This is a draft you have not saved.' },
}

export interface SectionEditorProps {
  readonly section: ReportSectionAnswer
  readonly year: number
  readonly onDone: () => void
}

const read = (key: string) => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
const keep = (key: string, text: string | null) => {
  try {
    if (text === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // Without storage the text still stands on the page.
  }
}

/** Writes the text of one section in place. What is written is kept on the device until it has been saved. */
export default function SectionEditor({ section, year, onDone }: SectionEditorProps) {
  const say = useSay()
  const language = useLanguage()
  const client = useQueryClient()
  const draftKey = `varna-report-${year}-${section.key}-${language}`
  const [draft] = useState(() => read(draftKey))
  const [text, setText] = useState<string>(draft ?? section.source)
  const [generation, setGeneration] = useState(0)
  const idempotencyKey = useRef(newIdempotencyKey())
  useEffect(() => keep(draftKey, text === section.source ? null : text), [draftKey, text, section.source])
  const save = useMutation({
    mutationFn: () =>
      section.textId && section.textVersion !== null
        ? api(`/report-texts/${section.textId}`, { method: 'PATCH', ifMatch: section.textVersion, body: { text } })
        : api('/report-texts', {
            method: 'POST',
            idempotencyKey: idempotencyKey.current,
            body: { year, section: section.key, language, text },
          }),
    onSuccess: async () => {
      keep(draftKey, null)
      await client.invalidateQueries({ queryKey: ['/reports/annual'] })
      toast(say(words.saved))
      onDone()
    },
  })
  const problem = save.error instanceof ApiProblem ? save.error : null
  const label = `${section.key}-editor-label`
  return (
    <div className="p-section-editor">
      <span id={label} className="v-hidden">
        {say(words.label).replace('{heading}', section.heading)}
      </span>
      {draft !== null && draft !== section.source ? <p className="p-section-note">{say(words.kept)}</p> : null}
      <RichInput key={generation} value={text} onChange={(next) => setText(next ?? '')} labelledBy={label} />
      {section.figures.length ? (
        <details className="p-codes">
          <summary>{say(words.figures)}</summary>
          <p className="v-muted">{say(words.figuresHelp)}</p>
          <dl>
            {section.figures.map((figure) => (
              <div key={figure.key}>
                <dt>{figure.label}</dt>
                <dd>
                  <code>{`{figure:${figure.key}}`}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {problem ? (
        <Banner tone="bad" role="alert" title={say(words.failed)}>
          <p>{problem.status === 412 ? say(words.stale) : problem.message}</p>
        </Banner>
      ) : null}
      <div className="v-banner-actions">
        <Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          {say(words.save)}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            keep(draftKey, null)
            onDone()
          }}
        >
          {say(words.cancel)}
        </Button>
        {section.defaultText.trim() && text !== section.defaultText ? (
          <Button
            variant="quiet"
            onPress={() => {
              setText(section.defaultText)
              setGeneration(generation + 1)
            }}
          >
            {say(words.original)}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
