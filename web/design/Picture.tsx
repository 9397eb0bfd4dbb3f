import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useSay } from '#web/language/useSay.ts'
import { moveByArrow } from './arrowKeys.ts'
import { Button } from './Button.tsx'
import './Picture.css'

const words = {
  asTable: { sv: 'Visa som tabell', en: 'Show as a table' },
  asPicture: { sv: 'Visa som bild', en: 'Show as a picture' },
}

export interface PictureProps {
  /** The finding, as a sentence. */
  readonly title: string
  /** What is shown and how it is counted, in a sentence or two. */
  readonly note?: ReactNode
  /** Choices that belong to the picture. */
  readonly tools?: ReactNode
  /** The same figures in a table, one press away; absent where the picture is a table already. */
  readonly table?: ReactNode
  readonly children: ReactNode
}

/** A picture with its finding above and its figures one press away. */
export function Picture({ title, note, tools, table, children }: PictureProps) {
  const say = useSay()
  const id = useId()
  const [isTable, setIsTable] = useState(false)
  return (
    <section className="v-picture" aria-labelledby={id}>
      <header className="v-picture-head">
        <h2 id={id}>{title}</h2>
        {(tools || table) && (
          <div className="v-picture-tools">
            {tools}
            {table ? (
              <Button size="small" variant="quiet" onPress={() => setIsTable(!isTable)}>
                {say(isTable ? words.asPicture : words.asTable)}
              </Button>
            ) : null}
          </div>
        )}
      </header>
      {note ? <p className="v-picture-note">{note}</p> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside, which have roles of their own */}
      <div className="v-picture-body" onKeyDown={moveByArrow}>
        {isTable && table ? table : children}
      </div>
    </section>
  )
}

/** Whether the page is being laid out for paper: a drawing then keeps the measures it had on the screen and is scaled. */
export const isOnPaper = (): boolean => window.matchMedia('print').matches

/** The width of an element in pixels, 0 until it is known: a drawing is made for the room it has, so that its words keep their size. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const one = element.current
    if (!one) return
    const observer = new ResizeObserver(([entry]) => {
      if (!isOnPaper()) setWidth(Math.floor(entry?.contentRect.width ?? 0))
    })
    observer.observe(one)
    return () => observer.disconnect()
  }, [element])
  return width
}

export interface DrawingProps {
  readonly height: number
  /** Draws, once it is known how much room there is. */
  readonly children: (width: number) => ReactNode
  /** What the drawing is, for the one who listens. */
  readonly label: string
}

/** A drawing as wide as its place. Its marks may be links; everything else in it is told by the label and by the table. */
export function Drawing({ height, label, children }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  return (
    <div className="v-drawing" ref={frame} style={{ minHeight: height }}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing whose marks are links is no fieldset
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          <Patterns />
          {children(width)}
        </svg>
      )}
    </div>
  )
}

/** What tells the levels of risk apart where there are no colours: on paper in grey, and in forced colours. Level 5 has the colour of 4. */
const Patterns = () => (
  <defs>
    <pattern id="v-pattern-2" width="5" height="5" patternUnits="userSpaceOnUse">
      <circle cx="1.5" cy="1.5" r="0.8" fill="currentColor" />
    </pattern>
    <pattern id="v-pattern-3" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V5" stroke="currentColor" strokeWidth="2" />
    </pattern>
    <pattern id="v-pattern-5" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <path d="M0 0V6" stroke="var(--surface)" strokeWidth="3" />
    </pattern>
  </defs>
)

/** A piece of a drawing that stands for a level of risk; without a level it is grey. */
export const LevelMark = ({
  level,
  step,
  ...place
}: {
  readonly level: number | null
  readonly step: number | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}) => (
  <>
    <rect className="v-step-fill" data-step={step ?? undefined} {...place} />
    <rect className="v-step-pattern" data-level={level ?? undefined} {...place} />
  </>
)

export interface BarPart {
  readonly key: string
  readonly value: number
  /** The level of risk and the step of its colour, or none. */
  readonly level: number | null
  readonly step: number | null
}

/** A small bar of parts beside figures that say the same; whole is the length of the longest bar among its siblings. */
export const PartBar = ({ parts, whole }: { readonly parts: readonly BarPart[]; readonly whole: number }) => (
  <span className="v-part-bar" aria-hidden="true">
    {parts
      .filter(({ value }) => value > 0)
      .map(({ key, value, level, step }) => (
        <span
          key={key}
          data-step={step ?? undefined}
          data-level={level ?? undefined}
          style={{ width: `${(100 * value) / (whole || 1)}%` }}
        />
      ))}
  </span>
)
