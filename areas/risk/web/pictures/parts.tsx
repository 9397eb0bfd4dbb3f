import { pathOf } from '#kernel/definition/catalogue.ts'
import { useCatalogue } from '#kernel/screens/catalogue.tsx'
import { type Params, queryString } from '#web/api/client.ts'
import { Link } from '#web/design/Link.tsx'
import { colourStep, LevelTag } from '#web/design/Tag.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useSearch } from '#web/shell/address.ts'
import { riskLadder } from '../../../scales/risk.ts'
import type { PictureMethod } from '../../pictures.ts'

/** The step of the colours of risk for a level. */
export const stepOf = (level: number | null): number | null => (level === null ? null : colourStep(level, 1, riskLadder.length, 'risk'))

const noLevel = { sv: 'inte värderad', en: 'not valued' }

/** The name of a level: the method's own where it has the level, otherwise that of the common ladder. */
export function useLevelName(method: PictureMethod | null): (level: number | null) => string {
  const say = useSay()
  return (level) => {
    if (level === null) return say(noLevel)
    const ladder = riskLadder[level - 1]
    return method?.levels.find((one) => one.level === level)?.name ?? (ladder ? say(ladder) : String(level))
  }
}

/** A level of risk: colour, bars and the method's own word. */
export function RiskLevel({ level, method }: { readonly level: number | null; readonly method: PictureMethod | null }) {
  const name = useLevelName(method)
  if (level === null) return <span className="v-muted">{name(null)}</span>
  return (
    <LevelTag level={level} first={1} last={riskLadder.length} tone="risk">
      {name(level)}
    </LevelTag>
  )
}

/** The address of the list of open risks that answer conditions, within the unit of the page. */
export function useRiskList(): (conditions: Params) => string {
  const catalogue = useCatalogue()
  const [search] = useSearch()
  const unit = typeof search.enhet === 'string' && search.enhet ? `under:${search.enhet}` : undefined
  return (conditions) => `/${pathOf(catalogue.register('risk'))}${queryString({ state: 'not:closed', unit, ...conditions })}`
}

/** A risk by its reference and name, which leads to it. */
export function RiskLink({ of }: { readonly of: { readonly id: string; readonly reference: string; readonly title: string } }) {
  const catalogue = useCatalogue()
  return (
    <Link href={`/${pathOf(catalogue.register('risk'))}/${of.id}`}>
      <span className="v-reference">{of.reference}</span> {of.title}
    </Link>
  )
}
