import { Fragment, lazy, Suspense, useState } from 'react'
import { useMay, useSession } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import type { ReportFigureAnswer, ReportSectionAnswer } from '../answers.ts'
import { MovementWords } from '../FigureCard.tsx'
import { figureValue, movementOf } from '../figures.ts'
import { listHref } from '../places.ts'
import { raised } from './raised.ts'

const Markdown = lazy(() => import('#kernel/screens/fields/Markdown.tsx').then((found) => ({ default: found.Markdown })))
const SectionEditor = lazy(() => import('./SectionEditor.tsx'))

const words = {
  edit: { sv: 'Skriv om texten', en: 'Rewrite the text' },
  write: { sv: 'Skriv text', en: 'Write text' },
  notEdited: {
    sv: 'Förslag till text. Den kommer från registren tills någon skriver en egen.',
    en: 'Suggested text. It comes from the registers until somebody writes their own.',
  },
  notBuilt: {
    sv: 'Siffrorna i det här avsnittet kan Värna ännu inte räkna fram. Avsnittet består bara av den text ni skriver.',
    en: 'Värna cannot yet count the figures of this section. It consists only of the text you write.',
  },
  problems: { sv: 'Texten nämner siffror som inte finns', en: 'The text names figures that do not exist' },
  noText: { sv: 'Ingen text är skriven.', en: 'No text has been written.' },
  figure: { sv: 'Uppgift', en: 'Figure' },
  change: { sv: 'Förändring', en: 'Change' },
  about: { sv: 'Så räknas den', en: 'How it is counted' },
  records: { sv: '{n} poster', en: '{n} records' },
  record: { sv: '1 post', en: '1 record' },
}

export interface ReportSectionProps {
  readonly section: ReportSectionAnswer
  readonly year: number
  readonly day: string
}

/** One chapter: its text, which can be rewritten in place, and its figures with the year before. */
export function ReportSection({ section, year, day }: ReportSectionProps) {
  const say = useSay()
  const past = useAsOf() !== null
  const may = useMay('reportTexts')
  const [isEditing, setEditing] = useState(false)
  return (
    <section id={section.key} aria-labelledby={`${section.key}-heading`} className="p-section">
      <h2 id={`${section.key}-heading`}>{section.heading}</h2>
      {isEditing ? (
        <Suspense fallback={<Skeleton height="10rem" />}>
          <SectionEditor section={section} year={year} onDone={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          {section.text.trim() ? (
            <div className="v-prose">
              <Suspense fallback={<Skeleton height="6rem" />}>
                <Markdown text={raised(section.text)} />
              </Suspense>
            </div>
          ) : (
            <p className="v-muted">{say(words.noText)}</p>
          )}
          {section.text.trim() && !section.edited ? <p className="p-section-note">{say(words.notEdited)}</p> : null}
          {may.create && !past ? (
            <div className="p-section-edit">
              <Button size="small" variant="quiet" icon="edit" onPress={() => setEditing(true)} aria-describedby={`${section.key}-heading`}>
                {say(section.text.trim() ? words.edit : words.write)}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {section.built ? null : <p className="p-section-note">{section.why ?? say(words.notBuilt)}</p>}
      {section.problems.length ? (
        <Banner tone="waiting" title={say(words.problems)}>
          {section.problems.map((problem) => (
            <p key={problem.key}>{problem.message}</p>
          ))}
        </Banner>
      ) : null}
      {section.figures.length ? <Figures section={section} year={year} day={day} /> : null}
    </section>
  )
}

function Figures({ section, year, day }: ReportSectionProps) {
  const say = useSay()
  return (
    <Table caption={section.heading} captionHidden>
      <thead>
        <tr>
          <th scope="col">{say(words.figure)}</th>
          <th scope="col" data-align="right">
            {year}
          </th>
          <th scope="col" data-align="right">
            {year - 1}
          </th>
          <th scope="col">{say(words.change)}</th>
        </tr>
      </thead>
      <tbody>
        {section.figures.map((figure) => (
          <FigureRow key={figure.key} figure={figure} day={day} />
        ))}
      </tbody>
    </Table>
  )
}

function FigureRow({ figure, day }: { readonly figure: ReportFigureAnswer; readonly day: string }) {
  const say = useSay()
  const language = useLanguage()
  const { registers } = useSession()
  const [isOpen, setOpen] = useState(false)
  const movement = movementOf(figure.value, figure.previous, figure.unit, figure.better ?? 'neither')
  const value = figureValue(figure.value, figure.unit, language)
  const total = figure.records?.total ?? 0
  const id = `about-${figure.key.replace(/\W/g, '-')}`
  return (
    <Fragment>
      <tr className="p-figure-row">
        <th scope="row">
          {figure.label}
          <button type="button" className="p-about" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            {say(words.about)}
          </button>
        </th>
        <td data-align="right">
          {figure.records && figure.value !== null ? (
            <Link
              href={listHref(registers, figure.records.register, { figure: figure.key, asOf: day })}
              title={say(total === 1 ? words.record : words.records).replace('{n}', String(total))}
            >
              {value}
            </Link>
          ) : (
            value
          )}
        </td>
        <td data-align="right">{figure.previous === null ? '–' : figureValue(figure.previous, figure.unit, language)}</td>
        <td>{movement ? <MovementWords movement={movement} /> : '–'}</td>
      </tr>
      <tr id={id} hidden={!isOpen} className="p-about-row">
        <td colSpan={4}>{figure.definition}</td>
      </tr>
    </Fragment>
  )
}
