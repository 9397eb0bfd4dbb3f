import { lazy, Suspense } from 'react'

export interface RichInputProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  /** The id the label and the error summary point to. */
  readonly id?: string
  readonly labelledBy: string
  readonly describedBy?: string
  readonly invalid?: boolean
  readonly required?: boolean
}

const Editor = lazy(() => import('./editor/Editor.tsx'))

/** Running text, written with a small toolbar and kept as Markdown. The editor is fetched when it is needed. */
export const RichInput = (props: RichInputProps) => (
  <Suspense fallback={<div className="v-editor v-editor-waiting" aria-hidden="true" />}>
    <Editor {...props} />
  </Suspense>
)
