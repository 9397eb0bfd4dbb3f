import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type NoticeChoice, noticeWays } from '#kernel/notices/choice.ts'
import { type NoticeKind, noticeKinds } from '#kernel/notices/notice.ts'
import { api } from '#web/api/client.ts'
import { useGet } from '#web/api/useGet.ts'
import { Banner, Skeleton } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Checkbox } from '#web/design/Checkbox.tsx'
import { Select } from '#web/design/Select.tsx'
import { toast } from '#web/design/Toast.tsx'
import { useSay } from '#web/language/useSay.ts'
import { ProblemNotice } from '#web/shell/ProblemNotice.tsx'
import type { ChoiceAnswer } from './data.ts'

const words = {
  title: { sv: 'E-post', en: 'E-mail' },
  lead: {
    sv: 'Aviseringarna finns alltid i Värna. Här väljer du vilka som dessutom ska komma som e-post. I brevet står bara vad du ska göra och en länk, aldrig vad saken handlar om.',
    en: 'Notices are always in Värna. Here you choose which of them also come by e-mail. The letter says only what you are to do, with a link, never what the matter is about.',
  },
  off: { sv: 'Myndigheten skickar ingen e-post från Värna', en: 'The authority sends no e-mail from Värna' },
  offText: { sv: 'Dina val sparas och gäller om den börjar göra det.', en: 'Your choices are kept and apply if it begins to.' },
  what: { sv: 'Vad ska komma, och hur?', en: 'What comes, and how?' },
  daily: { sv: 'Det samlade brevet', en: 'The gathered letter' },
  dailyHelp: {
    sv: 'Det kommer på vardagar, om det finns något att berätta.',
    en: 'It comes on working days, if there is anything to tell.',
  },
  dailyAt: { sv: 'Kommer klockan', en: 'Comes at' },
  language: { sv: 'Språk i brev och kalender', en: 'Language of letters and calendar' },
  quiet: { sv: 'Tyst tid', en: 'Quiet time' },
  quietHelp: {
    sv: 'Det som händer under tiden kommer när den är slut.',
    en: 'What happens meanwhile comes when it is over.',
  },
  notQuiet: {
    sv: 'Samma klockslag två gånger: ingen tid på dygnet är tyst.',
    en: 'The same time twice: no time of the day is quiet.',
  },
  from: { sv: 'Skicka inget från klockan', en: 'Send nothing from' },
  to: { sv: 'till klockan', en: 'until' },
  daysOff: { sv: 'Skicka inget på lördagar, söndagar och helgdagar', en: 'Send nothing on Saturdays, Sundays and holidays' },
  decisions: {
    sv: 'Det som väntar på mitt beslut får komma när som helst, också under tyst tid',
    en: 'What awaits my decision may come at any time, also in quiet time',
  },
  save: { sv: 'Spara valen', en: 'Save the choices' },
  saved: { sv: 'Valen är sparade.', en: 'The choices are saved.' },
}

const times = Array.from({ length: 48 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)

/** The times of a day to choose among, with the one that is chosen already. */
const timesWith = (value: string) => [...new Set([...times, value])].sort().map((time) => ({ id: time, label: time }))

/** Which notices come by e-mail, and when. */
export function Choices() {
  const say = useSay()
  const { data, error, refetch } = useGet<ChoiceAnswer>('/my/notice-choice', {}, { timeless: true })
  return (
    <section>
      <h2>{say(words.title)}</h2>
      <p className="v-muted v-prose">{say(words.lead)}</p>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Form given={data} /> : <Skeleton width="100%" height="20rem" />}
    </section>
  )
}

function Form({ given }: { readonly given: ChoiceAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  const { mails, ...known } = given
  const [choice, setChoice] = useState<NoticeChoice>(known)
  const save = useMutation({
    mutationFn: () => api('/my/notice-choice', { method: 'PUT', body: choice }),
    onSuccess: () => {
      toast(say(words.saved))
      return client.invalidateQueries({ queryKey: ['/my/notice-choice'] })
    },
  })
  const quiet = (part: Partial<NoticeChoice['quiet']>) => setChoice({ ...choice, quiet: { ...choice.quiet, ...part } })
  return (
    <form
      className="n-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {mails ? null : (
        <Banner title={say(words.off)}>
          <p>{say(words.offText)}</p>
        </Banner>
      )}
      <div className="n-grid">
        <Select
          label={say(words.language)}
          options={[
            { id: 'sv', label: 'Svenska' },
            { id: 'en', label: 'English' },
          ]}
          value={choice.language}
          onChange={(language) => setChoice({ ...choice, language: language === 'en' ? 'en' : 'sv' })}
        />
      </div>
      <fieldset className="n-part">
        <legend>{say(words.what)}</legend>
        <div className="n-grid">
          {(Object.keys(noticeKinds) as NoticeKind[]).map((kind) => (
            <Select
              key={kind}
              label={say(noticeKinds[kind])}
              options={(['now', 'daily', 'never'] as const).map((way) => ({ id: way, label: say(noticeWays[way]) }))}
              value={choice.kinds[kind]}
              onChange={(way) => {
                if (way === 'now' || way === 'daily' || way === 'never') setChoice({ ...choice, kinds: { ...choice.kinds, [kind]: way } })
              }}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="n-part">
        <legend>{say(words.daily)}</legend>
        <p className="v-muted">{say(words.dailyHelp)}</p>
        <div className="n-grid">
          <Select
            label={say(words.dailyAt)}
            options={timesWith(choice.dailyAt)}
            value={choice.dailyAt}
            onChange={(time) => setChoice({ ...choice, dailyAt: time ?? choice.dailyAt })}
          />
        </div>
      </fieldset>
      <fieldset className="n-part">
        <legend>{say(words.quiet)}</legend>
        <p className="v-muted" role="status">
          {say(choice.quiet.from === choice.quiet.to ? words.notQuiet : words.quietHelp)}
        </p>
        <div className="n-grid">
          <Select
            label={say(words.from)}
            options={timesWith(choice.quiet.from)}
            value={choice.quiet.from}
            onChange={(from) => quiet({ from: from ?? choice.quiet.from })}
          />
          <Select
            label={say(words.to)}
            options={timesWith(choice.quiet.to)}
            value={choice.quiet.to}
            onChange={(to) => quiet({ to: to ?? choice.quiet.to })}
          />
        </div>
        <div className="n-checks">
          <Checkbox isSelected={choice.quiet.daysOff} onChange={(daysOff) => quiet({ daysOff })}>
            {say(words.daysOff)}
          </Checkbox>
          <Checkbox isSelected={choice.decisionsAnyTime} onChange={(decisionsAnyTime) => setChoice({ ...choice, decisionsAnyTime })}>
            {say(words.decisions)}
          </Checkbox>
        </div>
      </fieldset>
      {save.error ? <ProblemNotice error={save.error} /> : null}
      <div>
        <Button variant="primary" type="submit" isPending={save.isPending}>
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}
