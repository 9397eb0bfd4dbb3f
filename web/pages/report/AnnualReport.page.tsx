import { useSession } from '#web/api/session.ts'
import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Select } from '#web/design/Select.tsx'
import { formatDate } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { useAsOf } from '#web/shell/asOf.tsx'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { yearEnds } from '#web/shell/yearEnds.ts'
import type { ReportAnswer } from '../answers.ts'
import '../pages.css'
import { MakeFiles } from './MakeFiles.tsx'
import './report.css'
import { ReportSection } from './ReportSection.tsx'

const words = {
  title: { sv: 'Årsrapport', en: 'Annual report' },
  on: { sv: 'Rapporten avser', en: 'The report covers' },
  lead: {
    sv: 'Texten skriver ni. Siffrorna räknas ur registren som de stod den {day}, och varje siffra leder till sina poster.',
    en: 'The text is yours to write. The figures are counted from the registers as they stood on {day}, and each leads to its records.',
  },
  contents: { sv: 'Innehåll', en: 'Contents' },
}

/** The day the report is made for: the past of the page, the one chosen, or the last turn of the year. */
function useReportDay(): readonly [string, (day: string) => void] {
  const { today } = useSession()
  const asOf = useAsOf()
  const [search, setSearch] = useSearch()
  const per = typeof search.per === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.per) ? search.per : null
  const day = asOf ?? per ?? `${Number(today.slice(0, 4)) - 1}-12-31`
  return [day, (next) => setSearch(asOf ? { ...search, asOf: next } : { ...search, per: next })]
}

/** The annual report to the government: read, written and made into files in one place. */
export default function AnnualReportPage() {
  const say = useSay()
  const language = useLanguage()
  const { today } = useSession()
  const [day, setDay] = useReportDay()
  const { data, error, refetch } = useGet<ReportAnswer>('/reports/annual', { asOf: day, lang: language }, { keep: true })
  const days = [...new Set([day, ...yearEnds(today, 6)])].sort().reverse()
  return (
    <div className="p-report">
      <header className="p-head">
        <h1 data-title={`${say(words.title)} ${day.slice(0, 4)}`}>{data?.title ?? say(words.title)}</h1>
        <p className="v-muted v-prose">{say(words.lead).replace('{day}', formatDate(day, language))}</p>
      </header>
      <div className="p-report-bar">
        <Select
          size="small"
          label={say(words.on)}
          options={days.map((one) => ({ id: one, label: one.endsWith('-12-31') ? one.slice(0, 4) : formatDate(one, language) }))}
          value={day}
          onChange={(next) => (next ? setDay(next) : null)}
        />
        <MakeFiles
          path="/reports/annual/files"
          wish={{ asOf: day, lang: language }}
          formats={['pdf', 'docx', 'json']}
          isReady={Boolean(data)}
        />
      </div>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className="p-report-body">
          <nav className="p-report-contents" aria-label={say(words.contents)}>
            <p className="v-label">{say(words.contents)}</p>
            <ol>
              {data.sections.map((section) => (
                <li key={section.key}>
                  <a href={`#${section.key}`}>{section.heading}</a>
                </li>
              ))}
            </ol>
          </nav>
          <div className="p-report-sections">
            {data.sections.map((section) => (
              <ReportSection key={`${section.key} ${data.asOf} ${language}`} section={section} year={data.year} day={data.asOf} />
            ))}
          </div>
        </div>
      ) : error ? null : (
        <div aria-busy="true">
          <Skeleton width="18rem" height="1.5rem" />
          <Skeleton width="66%" />
          <Skeleton width="62%" />
          <Skeleton width="64%" />
        </div>
      )}
    </div>
  )
}
