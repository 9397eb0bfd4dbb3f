import { type ReactNode, useState } from 'react'
import type { Text } from '#kernel/language/text.ts'
import type { RecordLink } from '#kernel/screens/data/record.ts'
import { LinkInput } from '#kernel/screens/fields/LinkInput.tsx'
import { useSession } from '#web/api/session.ts'
import { DateField } from '#web/design/DateField.tsx'
import { Select } from '#web/design/Select.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import '../pages.css'
import { MakeFiles } from './MakeFiles.tsx'
import './report.css'

const words = {
  title: { sv: 'Riskrapporter', en: 'Risk reports' },
  lead: {
    sv: 'Rapporterna skrivs ur registren som de stod den dag du väljer, och visar bara det du har rätt att läsa.',
    en: 'The reports are written from the registers as they stood on the day you choose, and show only what you may read.',
  },
  on: { sv: 'Läget den', en: 'Position on' },
  since: { sv: 'Jämför med', en: 'Compare with' },
  quarter: { sv: 'Ett kvartal tidigare', en: 'A quarter earlier' },
  year: { sv: 'Ett år tidigare', en: 'A year earlier' },
  language: { sv: 'Språk', en: 'Language' },
  unit: { sv: 'Enhet', en: 'Unit' },
  risk: { sv: 'Risk', en: 'Risk' },
  make: { sv: 'Gör filer: {name}', en: 'Make files: {name}' },
} satisfies Record<string, Text>

const languages = [
  { id: 'sv', label: 'Svenska' },
  { id: 'en', label: 'English' },
]

const reports = [
  {
    kind: 'director',
    whole: true,
    formats: ['pdf', 'docx'],
    name: { sv: 'Risker till generaldirektören', en: 'Risks for the director-general' },
    what: {
      sv: 'Högst två sidor: de allvarliga riskerna, vad som har ändrats, besluten som behövs nu och vad som dröjer.',
      en: 'Two pages at most: the serious risks, what has changed, the decisions needed now and what is overdue.',
    },
  },
  {
    kind: 'function',
    whole: true,
    formats: ['pdf', 'docx', 'xlsx'],
    name: { sv: 'Riskrapport till riskfunktionen', en: 'Risk report to the risk function' },
    what: {
      sv: 'Alla öppna risker enhet för enhet, med åtgärder, acceptanser, ifrågasättanden, iakttagelser och eskaleringar. Följer förordningen (2007:603) om intern styrning och kontroll.',
      en: 'All open risks unit by unit, with actions, acceptances, challenges, findings and escalations. Follows the Ordinance (2007:603) on internal control.',
    },
  },
  {
    kind: 'unit',
    whole: false,
    formats: ['pdf', 'docx'],
    name: { sv: 'Enhetens risker', en: 'Risks of the unit' },
    what: {
      sv: 'För chefen: enhetens risker och de under den, vad som ska göras och vad som är försenat.',
      en: 'For the manager: the risks of the unit and those below it, what is to be done and what is late.',
    },
  },
  {
    kind: 'risk',
    whole: false,
    formats: ['pdf', 'docx'],
    name: { sv: 'En risk på en sida', en: 'One risk on a page' },
    what: {
      sv: 'Allt som behövs för att besluta: vad som kan hända, hur allvarligt det är, vem som beslutar enligt vilken regel, alternativen och historiken.',
      en: 'All that is needed to decide: what may happen, how serious it is, who decides by which rule, the options and the history.',
    },
  },
] as const

/** The reports on risks, made into files on the day, in the language and of the unit one chooses. */
export default function RiskReportsPage() {
  const say = useSay()
  const shown = useLanguage()
  const { today, may, person } = useSession()
  const asOf = useAsOf()
  const [chosen, setDay] = useState<string | null>(null)
  const [since, setSince] = useState('quarter')
  const [language, setLanguage] = useState<string>(shown)
  const [unit, setUnit] = useState<RecordLink | null>(person.unit)
  const [one, setOne] = useState<RecordLink | null>(null)
  const day = chosen ?? asOf ?? today
  const seesAll = may.risks?.readAll ?? false
  const about: Readonly<Record<string, { readonly link: RecordLink | null; readonly input: ReactNode }>> = {
    unit: { link: unit, input: <LinkInput size="small" to="unit" label={say(words.unit)} value={unit} onChange={setUnit} /> },
    risk: { link: one, input: <LinkInput size="small" to="risk" label={say(words.risk)} value={one} onChange={setOne} /> },
  }
  return (
    <div className="p-report">
      <header className="p-head">
        <h1>{say(words.title)}</h1>
        <p className="v-muted v-prose">{say(words.lead)}</p>
      </header>
      <div className="p-report-bar">
        <DateField size="small" label={say(words.on)} value={day} max={today} onChange={setDay} />
        <Select
          size="small"
          label={say(words.since)}
          options={(['quarter', 'year'] as const).map((id) => ({ id, label: say(words[id]) }))}
          value={since}
          onChange={(next) => (next ? setSince(next) : null)}
        />
        <Select
          size="small"
          label={say(words.language)}
          options={languages}
          value={language}
          onChange={(next) => (next ? setLanguage(next) : null)}
        />
      </div>
      <div className="p-risk-reports">
        {reports
          .filter(({ whole }) => !whole || seesAll)
          .map(({ kind, name, what, formats }) => {
            const asked = about[kind]
            return (
              <section key={kind} className="p-risk-report" aria-labelledby={`p-${kind}`}>
                <h2 id={`p-${kind}`}>{say(name)}</h2>
                <p className="v-muted v-prose">{say(what)}</p>
                {asked?.input}
                <MakeFiles
                  path="/reports/risks/files"
                  wish={{ kind, asOf: day, lang: language, since, ...(asked?.link ? { about: asked.link.id } : {}) }}
                  formats={formats}
                  isReady={!asked || asked.link !== null}
                  label={say(words.make).replace('{name}', say(name))}
                />
              </section>
            )
          })}
      </div>
    </div>
  )
}
