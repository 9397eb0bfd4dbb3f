import { type RefObject, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { useToday } from '#web/api/session.ts'
import { Button } from '#web/design/Button.tsx'
import { DateField } from '#web/design/DateField.tsx'
import '#web/design/Popover.css'
import { useSay } from '#web/language/useSay.ts'
import { useAsOf, useSetAsOf } from './asOf.tsx'
import { yearEnds } from './yearEnds.ts'

const words = {
  help: {
    sv: 'Allt du ser visas som det stod den dagen. Länken i adressfältet visar samma sak för den du skickar den till.',
    en: 'Everything you see is shown as it stood that day. The link in the address bar shows the same to whoever you send it to.',
  },
  ends: { sv: 'Årsskiften', en: 'Turns of the year' },
  day: { sv: 'En annan dag', en: 'Another day' },
  show: { sv: 'Visa dagen', en: 'Show the day' },
  today: { sv: 'Tillbaka till i dag', en: 'Back to today' },
}

export interface AsOfChoiceProps {
  readonly title: string
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Chooses the day the product is shown as of. */
export default function AsOfChoice({ title, ...popover }: AsOfChoiceProps) {
  return (
    <AriaPopover className="v-popover" placement="bottom end" {...popover}>
      <AriaDialog className="v-popover-body">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <Choice onChosen={() => popover.onOpenChange(false)} />
      </AriaDialog>
    </AriaPopover>
  )
}

function Choice({ onChosen }: { readonly onChosen: () => void }) {
  const say = useSay()
  const today = useToday()
  const asOf = useAsOf()
  const setAsOf = useSetAsOf()
  const [day, setDay] = useState<string | null>(asOf)
  const choose = (chosen: string | null) => {
    setAsOf(chosen === today ? null : chosen)
    onChosen()
  }
  return (
    <div className="s-asof">
      <p className="v-help">{say(words.help)}</p>
      <div>
        <p className="v-label">{say(words.ends)}</p>
        <div className="s-asof-quick">
          {yearEnds(today, 6).map((end) => (
            <Button key={end} size="small" onPress={() => choose(end)}>
              <span className="v-number">{end}</span>
            </Button>
          ))}
        </div>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (day) choose(day)
        }}
      >
        <DateField label={say(words.day)} value={day} onChange={setDay} max={today} />
        <div className="v-banner-actions">
          <Button type="submit" variant="primary" size="small" isDisabled={!day || day > today}>
            {say(words.show)}
          </Button>
          {asOf ? (
            <Button variant="quiet" size="small" onPress={() => choose(null)}>
              {say(words.today)}
            </Button>
          ) : null}
        </div>
      </form>
    </div>
  )
}
