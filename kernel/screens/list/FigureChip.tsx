import { useGet } from '#web/api/useGet.ts'
import { Tag } from '#web/design/Tag.tsx'
import { formatMoney, formatNumber, formatShare } from '#web/language/format.ts'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import type { Text } from '../../language/text.ts'

/** A figure as the list needs it: its name and its value. */
interface NamedFigure {
  readonly label: Text
  readonly value: number | null
  readonly unit: string
}

/** Says which figure the records of the list were counted in, with its value. */
export function FigureChip({ figure, onRemove }: { figure: string; onRemove: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const facts = useGet<NamedFigure>(`/figures/${encodeURIComponent(figure)}`, {}, { staleTime: 60_000 }).data
  const value =
    facts?.value == null
      ? ''
      : facts.unit === 'share'
        ? formatShare(facts.value, language)
        : facts.unit === 'sek'
          ? formatMoney(facts.value, language)
          : formatNumber(facts.value, language, { maximumFractionDigits: 1 })
  const label = say(facts?.label ?? { sv: 'en siffra i rapporten', en: 'a figure in the report' })
  return (
    <Tag
      onRemove={onRemove}
      removeLabel={say({ sv: 'Visa alla poster, inte bara de som räknats', en: 'Show all records, not only those counted' })}
    >
      <span className="v-muted">{say({ sv: 'Räknat i:', en: 'Counted in:' })}</span> {label}{' '}
      {value && <strong className="v-number">{value}</strong>}
    </Tag>
  )
}
