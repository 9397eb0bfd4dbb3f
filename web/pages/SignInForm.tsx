import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Text } from '#kernel/language/text.ts'
import { ApiProblem, api } from '#web/api/client.ts'
import { fetchSession, sessionKey } from '#web/api/session.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Icon } from '#web/design/Icon.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { castGroups, errands } from './castWords.ts'
import './signIn.css'

interface CastMember {
  readonly key: string
  readonly name: string
  readonly role: Text
  readonly unit: string
}

const words = {
  email: { sv: 'E-postadress', en: 'E-mail address' },
  password: { sv: 'Lösenord', en: 'Password' },
  signIn: { sv: 'Logga in', en: 'Sign in' },
  refused: { sv: 'Det gick inte att logga in', en: 'It was not possible to sign in' },
  refusedText: {
    sv: 'E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.',
    en: 'The e-mail address and the password do not belong together. Check both and try again.',
  },
  withPassword: { sv: 'Logga in med e-postadress och lösenord', en: 'Sign in with e-mail address and password' },
  other: { sv: 'Övriga', en: 'Others' },
}

/** The people one may be in the demonstration; `null` where there is none. */
const castQuery = {
  queryKey: ['cast'],
  queryFn: async (): Promise<readonly CastMember[] | null> => {
    try {
      return (await api<{ people: readonly CastMember[] }>('/session/cast')).people
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return null
      throw error
    }
  },
  retry: false,
  staleTime: Number.POSITIVE_INFINITY,
} as const

export const useCast = () => useQuery(castQuery)

/** Signs in, forgets what another person had fetched, and then goes on. */
function useSignIn(onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: { demo: string } | { email: string; password: string }) => {
      await api('/session', { method: 'POST', body })
      return fetchSession()
    },
    onSuccess: (session) => {
      client.removeQueries({
        predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'cast' && query.getObserversCount() === 0,
      })
      client.setQueryData(sessionKey, session)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'cast' })
      onDone?.()
    },
  })
}

export interface SignInFormProps {
  readonly onDone?: () => void
  /** Only this person of the cast: when a session has ended on an open page. */
  readonly only?: string | null
}

/** Chooses a person in the demonstration; asks for e-mail address and password elsewhere. */
export function SignInForm({ onDone, only = null }: SignInFormProps) {
  const say = useSay()
  const cast = useCast()
  const signIn = useSignIn(onDone)
  if (cast.isPending)
    return (
      <div aria-busy="true">
        <Skeleton width="60%" height="3rem" />
        <Skeleton width="60%" height="3rem" />
      </div>
    )
  const people = cast.data?.filter((person) => !only || person.name === only) ?? []
  const problem = signIn.error instanceof ApiProblem ? signIn.error : null
  const refusal = problem ? (
    <Banner tone="bad" role="alert" title={say(words.refused)}>
      <p>{problem.status === 401 ? say(words.refusedText) : problem.message}</p>
    </Banner>
  ) : null
  if (!people.length) return <PasswordForm signIn={(body) => signIn.mutate(body)} isBusy={signIn.isPending} refusal={refusal} />
  return (
    <div className="p-cast">
      {refusal}
      <CastList
        people={people}
        onChoose={(key) => signIn.mutate({ demo: key })}
        chosen={signIn.isPending && signIn.variables && 'demo' in signIn.variables ? signIn.variables.demo : null}
      />
      {only ? null : (
        <details className="p-cast-more">
          <summary>{say(words.withPassword)}</summary>
          <PasswordForm signIn={(body) => signIn.mutate(body)} isBusy={signIn.isPending} refusal={null} />
        </details>
      )}
    </div>
  )
}

function CastList({
  people,
  onChoose,
  chosen,
}: {
  readonly people: readonly CastMember[]
  readonly onChoose: (key: string) => void
  readonly chosen: string | null
}) {
  const say = useSay()
  const known = castGroups.flatMap((group) => group.keys)
  const groups = [
    ...castGroups.map((group) => ({
      label: group.label,
      people: group.keys.flatMap((key) => people.filter((person) => person.key === key)),
    })),
    { label: words.other, people: people.filter((person) => !known.includes(person.key)) },
  ].filter((group) => group.people.length)
  return (
    <>
      {groups.map((group) => (
        <section key={group.label.sv}>
          {groups.length > 1 ? <h2>{say(group.label)}</h2> : null}
          <ul className="p-cast-list">
            {group.people.map((person) => (
              <li key={person.key}>
                <button type="button" className="p-cast-person" onClick={() => onChoose(person.key)} aria-busy={chosen === person.key}>
                  <span className="p-cast-name">{person.name}</span>
                  <span className="p-cast-role">
                    {say(person.role)}
                    {person.unit ? `, ${person.unit}` : ''}
                  </span>
                  {errands[person.key] ? <span className="p-cast-errand">{say(errands[person.key] ?? { sv: '', en: '' })}</span> : null}
                  <Icon name="arrowRight" size={18} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface PasswordFormProps {
  readonly signIn: (body: { email: string; password: string }) => void
  readonly isBusy: boolean
  readonly refusal: React.ReactNode
}

function PasswordForm({ signIn, isBusy, refusal }: PasswordFormProps) {
  const say = useSay()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  return (
    <form
      className="p-form"
      onSubmit={(event) => {
        event.preventDefault()
        signIn({ email: email.trim(), password })
      }}
    >
      {refusal}
      <TextField label={say(words.email)} type="email" value={email} onChange={setEmail} autoComplete="username" />
      <TextField label={say(words.password)} type="password" value={password} onChange={setPassword} autoComplete="current-password" />
      <div>
        <Button type="submit" variant="primary" isPending={isBusy} isDisabled={!email.trim() || !password}>
          {say(words.signIn)}
        </Button>
      </div>
    </form>
  )
}
