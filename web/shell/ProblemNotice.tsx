import type { ReactNode } from 'react'
import { ApiProblem } from '#web/api/client.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'

const words = {
  title: { sv: 'Sidan kunde inte hämtas', en: 'The page could not be fetched' },
  unknown: { sv: 'Något oväntat hände. Försök igen om en stund.', en: 'Something unexpected happened. Try again in a moment.' },
  retry: { sv: 'Försök igen', en: 'Try again' },
}

/** Says in the page what went wrong with fetching something, and offers to try again. */
export function ProblemNotice({
  error,
  onRetry,
  children,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly children?: ReactNode
}) {
  const say = useSay()
  const problem = error instanceof ApiProblem ? error.problem : null
  return (
    <Banner
      tone="bad"
      role="alert"
      title={problem?.title ?? say(words.title)}
      actions={
        onRetry ? (
          <Button size="small" onPress={onRetry}>
            {say(words.retry)}
          </Button>
        ) : null
      }
    >
      <p>{problem ? problem.detail : say(words.unknown)}</p>
      {children}
    </Banner>
  )
}
