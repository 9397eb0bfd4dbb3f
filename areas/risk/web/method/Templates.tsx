import { useState } from 'react'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { type AnalysisKind, analysisKinds, type RiskMethodContent } from '../../risk-method.content.ts'
import type { PartProps } from './parts.ts'

const words = {
  title: { sv: 'Mallar för riskanalyser', en: 'Templates for risk analyses' },
  lead: {
    sv: 'Varje slags riskanalys börjar med en inledning och frågor att gå igenom. Frågorna är ett stöd för samtalet, inte en blankett.',
    en: 'Each kind of risk analysis begins with an introduction and questions to go through. The questions support the conversation; they are no form.',
  },
  intro: { sv: 'Inledning', en: 'Introduction' },
  questions: { sv: 'Frågor, en på varje rad', en: 'Questions, one on each line' },
  none: { sv: 'Ingen mall', en: 'No template' },
  count: { sv: 'frågor', en: 'questions' },
} as const

type Template = RiskMethodContent['templates'][number]
const kinds = Object.keys(analysisKinds) as AnalysisKind[]
const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 400))
    .filter(Boolean)
    .slice(0, 40)

/** What each kind of risk analysis starts from. */
export function Templates({ content, onChange }: PartProps) {
  const say = useSay()
  return (
    <section aria-labelledby="templates-title" className="v-part">
      <h2 id="templates-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      {kinds.map((kind) => {
        const template = content.templates.find((one) => one.kind === kind)
        return (
          <details key={kind} className="rm-template">
            <summary>
              {say(analysisKinds[kind])}{' '}
              <span className="v-muted">{template ? `${template.questions.length} ${say(words.count)}` : say(words.none)}</span>
            </summary>
            {onChange ? (
              <Edit kind={kind} template={template} onChange={onChange} />
            ) : (
              template && (
                <>
                  <p className="v-measure">{template.intro}</p>
                  <ol className="v-measure">
                    {template.questions.map((question) => (
                      <li key={question}>{question}</li>
                    ))}
                  </ol>
                </>
              )
            )}
          </details>
        )
      })}
    </section>
  )
}

function Edit({
  kind,
  template,
  onChange,
}: {
  kind: AnalysisKind
  template: Template | undefined
  onChange: NonNullable<PartProps['onChange']>
}) {
  const say = useSay()
  const [written, setWritten] = useState<string | null>(null)
  const put = (part: Partial<Template>) =>
    onChange((method) => {
      const found = method.templates.find((one) => one.kind === kind) ?? { kind, intro: '', questions: [] }
      const next = { ...found, ...part }
      const others = method.templates.filter((one) => one.kind !== kind)
      const templates = next.intro || next.questions.length ? [...others, next] : others
      return { ...method, templates: templates.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind)) }
    })
  return (
    <div className="v-part v-narrow">
      <TextArea label={say(words.intro)} lines={3} maxLength={1000} value={template?.intro ?? ''} onChange={(intro) => put({ intro })} />
      <TextArea
        label={say(words.questions)}
        lines={10}
        value={written ?? template?.questions.join('\n') ?? ''}
        onChange={(text) => {
          setWritten(text)
          put({ questions: linesIn(text) })
        }}
        onBlur={() => setWritten(null)}
      />
    </div>
  )
}
