import { useState } from 'react'
import { pathOf } from '#kernel/definition/catalogue.ts'
import { fill } from '#kernel/language/text.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import type { RecordLink, RecordPage } from '#kernel/screens/data/record.ts'
import { useGet } from '#web/api/useGet.ts'
import { Skeleton } from '#web/design/Banner.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Link } from '#web/design/Link.tsx'
import { Table } from '#web/design/Parts.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import { type PartProps, withCondition, withRequirement } from './parts.ts'

const words = {
  title: { sv: 'Säkerhetsåtgärder', en: 'Security measures' },
  lead: {
    sv: 'Välj från vilken nivå en åtgärd krävs, aspekt för aspekt. Den krävs av allt som bär information på den nivån eller högre. Kraven den svarar mot står på åtgärdens egen sida.',
    en: 'Choose from which level a measure is required, aspect by aspect. It is required of everything that carries information at that level or higher. The requirements it answers to stand on the page of the measure.',
  },
  search: { sv: 'Sök säkerhetsåtgärd', en: 'Search for a security measure' },
  onlyRequired: { sv: 'Visa bara de som krävs', en: 'Show only those required' },
  measure: { sv: 'Säkerhetsåtgärd', en: 'Security measure' },
  of: { sv: 'Av vilka system?', en: 'Of which systems?' },
  all: { sv: 'Alla', en: 'All' },
  enhanced: { sv: 'Bara vid utökat skydd', en: 'Only with enhanced protection' },
  central: { sv: 'Bara centrala', en: 'Only central ones' },
  from: { sv: '{measure}: krävs från nivå, {aspect}', en: '{measure}: required from level, {aspect}' },
  ofLabel: { sv: '{measure}: av vilka system?', en: '{measure}: of which systems?' },
  never: { sv: 'Krävs inte', en: 'Not required' },
  shown: {
    sv: '{shown} av {all} åtgärder. {required} krävs av modellen.',
    en: '{shown} of {all} measures. {required} are required by the model.',
  },
  none: { sv: 'Ingen säkerhetsåtgärd heter så.', en: 'No security measure is called that.' },
  register: { sv: 'Alla säkerhetsåtgärder', en: 'All security measures' },
  lost: { sv: 'Finns inte längre i registret', en: 'No longer in the register' },
} as const

const small = (text: string) => text.toLocaleLowerCase('sv')

/** From which level each security measure is required: a grid to be searched. */
export function Measures({ content, onChange }: PartProps) {
  const say = useSay()
  const catalogue = useCatalogue()
  const register = catalogue.register('securityMeasure')
  const [q, setQ] = useState('')
  const [onlyRequired, setOnlyRequired] = useState(onChange === undefined)
  const found = useGet<RecordPage>(`/${pathOf(register)}`, { limit: 500, sort: 'key' }, { staleTime: 30_000 })
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton width="30rem" />
  const known = found.data.items.map((one) => ({
    id: one.id,
    key: String(one.key),
    name: String(one.name),
    requirements: Array.isArray(one.requirements) ? (one.requirements as readonly RecordLink[]) : [],
  }))
  const gone = content.measures
    .filter(({ measure }) => !known.some(({ key }) => key === measure))
    .map(({ measure }) => ({ id: '', key: measure, name: say(words.lost), requirements: [] as readonly RecordLink[] }))
  const all = [...known, ...gone]
  const partOf = (key: string) => content.measures.find(({ measure }) => measure === key)
  const shown = all.filter(
    (one) =>
      (!onlyRequired || partOf(one.key)) &&
      small(`${one.key} ${one.name} ${one.requirements.map(({ label, reference }) => `${reference ?? ''} ${label}`).join(' ')}`).includes(
        small(q.trim()),
      ),
  )
  const nameOf = (level: number) => content.levels.find((one) => one.level === level)?.name ?? ''
  return (
    <section aria-labelledby="measures-title" className="v-part">
      <h2 id="measures-title">{say(words.title)}</h2>
      <p className="v-measure v-muted">{say(words.lead)}</p>
      <div className="i-measure-tools">
        <TextField size="small" type="search" label={say(words.search)} value={q} onChange={setQ} autoComplete="off" />
        <Checkbox isSelected={onlyRequired} onChange={setOnlyRequired}>
          {say(words.onlyRequired)}
        </Checkbox>
        <Link href={`/${pathOf(register)}`}>{say(words.register)}</Link>
      </div>
      <p role="status" className="v-muted">
        {shown.length === 0
          ? say(words.none)
          : say(fill(words.shown, { shown: shown.length, all: all.length, required: content.measures.length }))}
      </p>
      {shown.length > 0 && (
        <Table caption={say(words.title)} captionHidden className="v-table i-measures">
          <thead>
            <tr>
              <th scope="col">{say(words.measure)}</th>
              {content.aspects.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{say(words.of)}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((measure) => {
              const part = partOf(measure.key)
              return (
                <tr key={measure.key} data-unrequired={part ? undefined : ''}>
                  <th scope="row">
                    <span className="v-reference">{measure.key}</span>{' '}
                    {measure.id ? <Link href={`/${pathOf(register)}/${measure.id}`}>{measure.name}</Link> : <em>{measure.name}</em>}
                    <span className="i-matrix-question">
                      {measure.requirements
                        .slice(0, 2)
                        .map(({ label }) => label)
                        .join('; ')}
                      {measure.requirements.length > 2 && ` +${measure.requirements.length - 2}`}
                    </span>
                  </th>
                  {content.aspects.map(({ key: aspect, name }) => {
                    const from = part?.from[aspect]
                    return (
                      <td key={aspect}>
                        {onChange ? (
                          <select
                            className="v-input i-pick"
                            aria-label={say(fill(words.from, { measure: measure.name, aspect: name }))}
                            value={from ?? ''}
                            data-set={from === undefined ? undefined : ''}
                            onChange={(event) => {
                              const level = event.target.value === '' ? null : Number(event.target.value)
                              onChange((model) => withRequirement(model, measure.key, aspect, level))
                            }}
                          >
                            <option value="">{'–'}</option>
                            {content.levels.map(({ level, name: levelName }) => (
                              <option key={level} value={level}>
                                {level} {levelName}
                              </option>
                            ))}
                          </select>
                        ) : from === undefined ? (
                          <span className="v-muted" aria-label={say(words.never)} role="img">
                            –
                          </span>
                        ) : (
                          `${from} ${nameOf(from)}`
                        )}
                      </td>
                    )
                  })}
                  <td>
                    {onChange ? (
                      <select
                        className="v-input i-pick"
                        aria-label={say(fill(words.ofLabel, { measure: measure.name }))}
                        value={part?.when ?? ''}
                        data-set={part?.when ? '' : undefined}
                        onChange={(event) => {
                          const { value } = event.target
                          const when = value === 'enhanced' || value === 'central' ? value : null
                          onChange((model) => withCondition(model, measure.key, when))
                        }}
                      >
                        <option value="">{say(words.all)}</option>
                        <option value="enhanced">{say(words.enhanced)}</option>
                        <option value="central">{say(words.central)}</option>
                      </select>
                    ) : part?.when ? (
                      say(words[part.when])
                    ) : (
                      say(words.all)
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </section>
  )
}
