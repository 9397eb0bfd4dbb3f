import { useEffect, useRef } from 'react'
import { Icon } from '#web/design/Icon.tsx'
import { useSay } from '#web/language/useSay.ts'
import { inputId } from '../fields/FieldInput.tsx'

/** Moves to the input of a field, whichever kind of control it is. */
export function goToField(name: string): void {
  const element = document.getElementById(inputId(name)) ?? document.getElementById(inputId(name.split('.')[0] ?? name))
  if (!element) return
  const inner = element.matches('input, textarea, button, select, [contenteditable]')
    ? element
    : element.querySelector<HTMLElement>('input:not([hidden]), textarea, [role="spinbutton"], [contenteditable], button')
  element.scrollIntoView({ block: 'center' })
  ;(inner ?? element).focus({ preventScroll: true })
}

interface ErrorSummaryProps {
  /** What is wrong, in the order of the form. */
  readonly problems: readonly { readonly name: string; readonly text: string }[]
  /** What concerns the whole, not one field. */
  readonly general?: string | undefined
  /** Grows with each attempt to save, so that the summary is heard again. */
  readonly attempt: number
}

/** Everything that must be put right before the form can be saved, each a way to its field. */
export function ErrorSummary({ problems, general, attempt }: ErrorSummaryProps) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt moves the focus again
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [attempt])
  const count = problems.length
  const title =
    count === 0
      ? { sv: 'Det gick inte att spara', en: 'It could not be saved' }
      : count === 1
        ? { sv: 'En uppgift behöver rättas', en: 'One thing needs to be put right' }
        : { sv: `${count} uppgifter behöver rättas`, en: `${count} things need to be put right` }
  return (
    <div ref={box} className="v-summary" role="alert" tabIndex={-1} aria-labelledby="form-problems">
      <h2 id="form-problems">
        <Icon name="warning" size={20} />
        {say(title)}
      </h2>
      {general && <p>{general}</p>}
      {count > 0 && (
        <ul>
          {problems.map(({ name, text }) => (
            <li key={name}>
              <a
                href={`#${inputId(name)}`}
                onClick={(event) => {
                  event.preventDefault()
                  goToField(name)
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="v-muted">
        {say({ sv: 'Inget är sparat ännu. Det du har skrivit finns kvar.', en: 'Nothing is saved yet. What you have written is kept.' })}
      </p>
    </div>
  )
}
