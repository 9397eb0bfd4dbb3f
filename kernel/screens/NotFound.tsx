import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'
import { pathOf } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import { fill } from '../language/text.ts'
import { manyOf } from './words.ts'

/** A record that is not there, or not for this person: both sound the same. */
export function NotFound({ register }: { register: Register }) {
  const say = useSay()
  return (
    <div className="v-empty">
      <h1>{say({ sv: 'Posten finns inte här', en: 'The record is not here' })}</h1>
      <p>
        {say({
          sv: 'Den kan ha tagits bort ur registret, eller så har du inte behörighet att se den. Kontrollera adressen, eller fråga den som gav dig länken.',
          en: 'It may have been removed from the register, or you may not have access to it. Check the address, or ask the person who gave you the link.',
        })}
      </p>
      <div className="v-empty-actions">
        <LinkButton href={`/${pathOf(register)}`}>
          {say(fill({ sv: 'Visa {many}', en: 'Show {many}' }, { many: say(manyOf(register)) }))}
        </LinkButton>
      </div>
    </div>
  )
}
