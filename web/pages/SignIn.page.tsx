import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#web/api/client.ts'
import { useMaybeSession } from '#web/api/session.ts'
import { useSay } from '#web/language/useSay.ts'
import { useGo, useSearch } from '#web/shell/address.ts'
import { Door } from './Door.tsx'
import { SignInForm, useCast } from './SignInForm.tsx'

const words = {
  title: { sv: 'Logga in', en: 'Sign in' },
  lead: {
    sv: 'Här sköter myndigheten sin informationssäkerhet: vad som ska skyddas, vad som kan hända, vad som är beslutat och vad som har gjorts.',
    en: 'Here the authority takes care of its information security: what is to be protected, what may happen, what has been decided and what has been done.',
  },
  castTitle: { sv: 'Välj vem du vill vara', en: 'Choose who to be' },
  castLead: {
    sv: 'Det här är en påhittad myndighet att prova Värna med. Varje person ser och får göra det som hör till rollen.',
    en: 'This is an invented authority to try Värna with. Each person sees and may do what belongs to the role.',
  },
}

/** Only addresses within the product are gone to after sign-in. */
const safeTarget = (till: unknown): string =>
  typeof till === 'string' && /^\/(?![/\\])/.test(till) && !till.startsWith('/logga-in') && !till.startsWith('/api/') ? till : '/'

/** Sign-in. */
export default function SignInPage() {
  const say = useSay()
  const go = useGo()
  const [search] = useSearch()
  const session = useMaybeSession()
  const cast = useCast()
  const setUp = useQuery({ queryKey: ['setup'], queryFn: () => api<{ needed: boolean }>('/setup'), retry: false })
  const [target] = useState(() => safeTarget(search.till))
  useEffect(() => {
    if (setUp.data?.needed) go('/installation', { replace: true })
    else if (session) go(target, { replace: true })
  }, [setUp.data, session, go, target])
  const hasCast = Boolean(cast.data?.length)
  return (
    <Door title={say(hasCast ? words.castTitle : words.title)} lead={<p>{say(hasCast ? words.castLead : words.lead)}</p>}>
      <SignInForm />
    </Door>
  )
}
