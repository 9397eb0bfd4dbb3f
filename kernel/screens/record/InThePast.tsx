import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'

/** Says that what has been cannot be changed, and gives the way back. */
export function InThePast({ onToday }: { onToday: () => void }) {
  const say = useSay()
  return (
    <Banner
      tone="waiting"
      title={say({ sv: 'Du ser registret som det var', en: 'You see the register as it was' })}
      actions={
        <Button size="small" onPress={onToday}>
          {say({ sv: 'Visa i dag', en: 'Show today' })}
        </Button>
      }
    >
      <p>
        {say({
          sv: 'Det som har varit kan inte ändras. Gå till i dag för att skriva.',
          en: 'What has been cannot be changed. Go to today to write.',
        })}
      </p>
    </Banner>
  )
}
