import { pathOf } from '#kernel/definition/catalogue.ts'
import type { Register } from '#kernel/definition/register.ts'
import type { RecordJson } from '#kernel/screens/data/record.ts'
import { LinkButton } from '#web/design/Button.tsx'
import { useSay } from '#web/language/useSay.ts'

/** The way from a record to its place on the map. */
export default function ShowOnMap({ register, record }: { readonly register: Register; readonly record: RecordJson }) {
  const say = useSay()
  return (
    <LinkButton href={`/karta?focus=${pathOf(register)}/${record.id}`} icon="organisation">
      {say({ sv: 'Visa på kartan', en: 'Show on the map' })}
    </LinkButton>
  )
}
