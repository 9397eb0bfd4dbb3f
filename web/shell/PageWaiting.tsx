import { Skeleton } from '#web/design/Banner.tsx'
import { VisuallyHidden } from '#web/design/VisuallyHidden.tsx'
import { useSay } from '#web/language/useSay.ts'

/** The shape of a page on its way. */
export function PageWaiting() {
  const say = useSay()
  return (
    <div aria-busy="true">
      <VisuallyHidden>{say({ sv: 'Sidan hämtas', en: 'The page is being fetched' })}</VisuallyHidden>
      <Skeleton width="14rem" height="2rem" />
      <Skeleton width="70%" />
      <Skeleton width="64%" />
      <Skeleton width="58%" />
    </div>
  )
}
