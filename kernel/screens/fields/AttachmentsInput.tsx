import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '#web/api/client.ts'
import { Button } from '#web/design/Button.tsx'
import { Field, type FieldFrame } from '#web/design/Field.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { ProgressBar } from '#web/design/ProgressBar.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import type { AttachedFile } from '../../fields/field.ts'
import { fill, type Text } from '../../language/text.ts'
import { upload } from './upload.ts'

interface Sending {
  readonly key: number
  readonly name: string
  readonly share: number
  readonly refused?: string
  readonly stop: () => void
}

const words = {
  choose: { sv: 'Välj filer', en: 'Choose files' },
  drop: { sv: 'eller släpp dem här', en: 'or drop them here' },
  remove: { sv: 'Ta bort {name}', en: 'Remove {name}' },
  sending: { sv: 'Skickar {name}', en: 'Sending {name}' },
  tooLarge: { sv: 'Filen är för stor.', en: 'The file is too large.' },
  failed: { sv: 'Filen kom inte fram. Försök igen.', en: 'The file did not arrive. Try again.' },
  close: { sv: 'Dölj meddelandet om {name}', en: 'Hide the message about {name}' },
} satisfies Record<string, Text>

let nextKey = 1

interface AttachmentsInputProps extends FieldFrame {
  readonly value: readonly AttachedFile[]
  readonly onChange: (value: readonly AttachedFile[]) => void
}

/** Files, chosen or dropped, sent at once and kept with the record when it is saved. */
export function AttachmentsInput({ value, onChange, ...frame }: AttachmentsInputProps) {
  const say = useSay()
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [isOver, setOver] = useState(false)
  const held = useRef({ value, onChange })
  held.current = { value, onChange }
  const stops = useRef(new Set<AbortController>())
  useEffect(
    () => () => {
      for (const stop of stops.current) stop.abort()
    },
    [],
  )

  const change = (key: number, facts: Partial<Sending> | null) =>
    setSending((all) => all.flatMap((one) => (one.key !== key ? [one] : facts ? [{ ...one, ...facts }] : [])))

  const take = (files: Iterable<File>) => {
    for (const file of files) {
      const key = nextKey++
      const stop = new AbortController()
      stops.current.add(stop)
      setSending((all) => [...all, { key, name: file.name, share: 0, stop: () => stop.abort() }])
      upload(file, (share) => change(key, { share }), stop.signal)
        .then((kept) => {
          change(key, null)
          const { value: present, onChange: put } = held.current
          const next = present.some((other) => other.sha256 === kept.sha256) ? present : [...present, kept]
          held.current = { value: next, onChange: put }
          put(next)
        })
        .catch((problem: unknown) => {
          const known = problem instanceof ApiProblem ? problem : null
          change(key, {
            refused:
              [known?.problem.title, known?.problem.detail].filter(Boolean).join(' ') ||
              say(known?.code === 'too-large' ? words.tooLarge : words.failed),
          })
        })
        .finally(() => stops.current.delete(stop))
    }
  }

  return (
    <Field {...frame}>
      {({ id, ...described }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the input inside does
        <div
          className="v-drop"
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer.files)
          }}
        >
          <input
            ref={input}
            id={id}
            {...described}
            type="file"
            multiple
            className="v-hidden"
            onChange={(event) => {
              take(event.target.files ?? [])
              event.target.value = ''
            }}
          />
          <span className="v-drop-line" aria-hidden="true">
            <Button variant="secondary" size="small" icon="attachment" excludeFromTabOrder onPress={() => input.current?.click()}>
              {say(words.choose)}
            </Button>
            <span className="v-muted v-drop-hint">{say(words.drop)}</span>
          </span>
          {(value.length > 0 || sending.length > 0) && (
            <ul className="v-plain-list">
              {value.map((file) => (
                <li key={file.sha256} className="v-file">
                  <Icon name="attachment" size={16} />
                  <span>{file.name}</span>
                  <span className="v-muted">{format.bytes(file.size)}</span>
                  <Button
                    variant="quiet"
                    size="small"
                    icon="close"
                    aria-label={say(fill(words.remove, { name: file.name }))}
                    onPress={() => onChange(value.filter((other) => other.sha256 !== file.sha256))}
                  />
                </li>
              ))}
              {sending.map((one) => (
                <li key={one.key}>
                  {one.refused ? (
                    <span className="v-file v-error" role="alert">
                      <Icon name="warning" size={16} />
                      <span>
                        {one.name}: {one.refused}
                      </span>
                      <Button
                        variant="quiet"
                        size="small"
                        icon="close"
                        aria-label={say(fill(words.close, { name: one.name }))}
                        onPress={() => change(one.key, null)}
                      />
                    </span>
                  ) : (
                    <ProgressBar label={say(fill(words.sending, { name: one.name }))} value={one.share} />
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  )
}
