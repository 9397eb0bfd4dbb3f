import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { ApiProblem, api } from '#web/api/client.ts'
import { fetchSession, sessionKey } from '#web/api/session.ts'
import { Banner } from '#web/design/Banner.tsx'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { TextField } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import { useGo } from '#web/shell/address.ts'
import { Door } from './Door.tsx'

const words = {
  title: { sv: 'Kom i gång med Värna', en: 'Get started with Värna' },
  lead: {
    sv: 'Databasen är tom. Här lägger du upp den första administratören, som sedan lägger upp enheter, personer och uppdrag.',
    en: 'The database is empty. Here you enter the first administrator, who then enters units, people and assignments.',
  },
  code: { sv: 'Engångskod', en: 'One-time code' },
  codeHelp: {
    sv: 'Koden skrevs ut i terminalen när servern startade. Den visar att du har rätt att installera.',
    en: 'The code was printed in the terminal when the server started. It shows that you have the right to install.',
  },
  authority: { sv: 'Myndighetens namn', en: 'Name of the authority' },
  name: { sv: 'Ditt namn', en: 'Your name' },
  email: { sv: 'Din e-postadress', en: 'Your e-mail address' },
  password: { sv: 'Lösenord', en: 'Password' },
  passwordHelp: {
    sv: 'Minst 12 tecken. Gärna några ord i följd som bara du kan komma på.',
    en: 'At least 12 characters. Preferably a few words in a row that only you could think of.',
  },
  create: { sv: 'Skapa administratören', en: 'Create the administrator' },
  done: { sv: 'Värna är redan installerat.', en: 'Värna is already installed.' },
  signIn: { sv: 'Logga in', en: 'Sign in' },
  refused: { sv: 'Det gick inte att skapa administratören', en: 'The administrator could not be created' },
}

const empty = { code: '', authority: '', name: '', email: '', password: '' }
type Answers = typeof empty

/** Makes the first administrator of an empty database. */
export default function SetUpPage() {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const [answers, setAnswers] = useState<Answers>(empty)
  const setUp = useQuery({ queryKey: ['setup'], queryFn: () => api<{ needed: boolean }>('/setup'), retry: false })
  const create = useMutation({
    mutationFn: async () => {
      await api('/setup', { method: 'POST', body: { ...answers, code: answers.code.trim(), email: answers.email.trim() } })
      return fetchSession().catch(() => null)
    },
    onSuccess: (session) => {
      client.setQueryData(['setup'], { needed: false })
      client.setQueryData(sessionKey, session)
      go(session ? '/' : '/logga-in', { replace: true })
    },
  })
  useEffect(() => {
    if (create.error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [create.error])
  if (setUp.data && !setUp.data.needed)
    return (
      <Door title={say(words.title)} lead={<p>{say(words.done)}</p>}>
        <LinkButton href="/logga-in" variant="primary">
          {say(words.signIn)}
        </LinkButton>
      </Door>
    )
  const problem = create.error instanceof ApiProblem ? create.error : null
  const bind = (field: keyof Answers) => ({
    value: answers[field],
    onChange: (value: string) => setAnswers((before) => ({ ...before, [field]: value })),
    error: problem?.fields[field],
    isRequired: true,
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Door title={say(words.title)} lead={<p>{say(words.lead)}</p>}>
      <form className="p-form" onSubmit={onSubmit}>
        {problem ? (
          <Banner tone="bad" role="alert" title={say(words.refused)}>
            <p>{problem.message}</p>
          </Banner>
        ) : null}
        <TextField label={say(words.code)} help={say(words.codeHelp)} autoComplete="one-time-code" {...bind('code')} />
        <TextField label={say(words.authority)} autoComplete="organization" {...bind('authority')} />
        <TextField label={say(words.name)} autoComplete="name" {...bind('name')} />
        <TextField label={say(words.email)} type="email" autoComplete="username" {...bind('email')} />
        <TextField
          label={say(words.password)}
          help={say(words.passwordHelp)}
          type="password"
          autoComplete="new-password"
          {...bind('password')}
        />
        <div>
          <Button type="submit" variant="primary" isPending={create.isPending}>
            {say(words.create)}
          </Button>
        </div>
      </form>
    </Door>
  )
}
