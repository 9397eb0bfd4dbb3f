import type { ReactNode } from 'react'
import { Button, LinkButton } from '#web/design/Button.tsx'
import { Link } from '#web/design/Link.tsx'
import { Breadcrumb } from '#web/design/Parts.tsx'
import { useFormat } from '#web/language/useFormat.ts'
import { useSay } from '#web/language/useSay.ts'
import { pathOf } from '../../definition/catalogue.ts'
import type { Register } from '../../definition/register.ts'
import type { RecordJson, RecordLink } from '../data/record.ts'
import { StateValue } from '../fields/Value.tsx'

const words = {
  newVersion: { sv: 'Ny version', en: 'New version' },
  history: { sv: 'Historik', en: 'History' },
  validFrom: { sv: 'Gäller från', en: 'In force from' },
  valid: { sv: 'Gällde', en: 'In force' },
  until: { sv: 'till', en: 'until' },
  basedOn: { sv: 'Bygger på', en: 'Based on' },
} as const

/** The link in a value of a record. */
export const linkIn = (value: unknown): RecordLink | null =>
  typeof value === 'object' && value !== null && 'id' in value && 'label' in value ? (value as RecordLink) : null

interface VersionHeadProps {
  readonly register: Register
  readonly record: RecordJson
  readonly name: string
  readonly description: string
  /** Without it no new version can be made from this one. */
  readonly onNewVersion?: (() => void) | undefined
  readonly children?: ReactNode
}

/** The head of a version: what it is, whether it is in force and since when, and what it was made from. */
export function VersionHead({ register, record, name, description, onNewVersion, children }: VersionHeadProps) {
  const say = useSay()
  const format = useFormat()
  const basedOn = linkIn(record.basedOn)
  const validFrom = typeof record.validFrom === 'string' ? record.validFrom : null
  const validTo = typeof record.validTo === 'string' ? record.validTo : null
  return (
    <header className="v-page-head">
      <Breadcrumb steps={[{ href: `/${pathOf(register)}`, label: say(register.label.many) }]} />
      <div className="v-record-head">
        <h1 data-title={record.reference ? `${record.reference} ${name}` : undefined}>{name}</h1>
        <div className="v-record-actions">
          {onNewVersion && (
            <Button icon="plus" onPress={onNewVersion}>
              {say(words.newVersion)}
            </Button>
          )}
          <LinkButton variant="quiet" icon="history" href={`/${pathOf(register)}/${record.id}/history`}>
            {say(words.history)}
          </LinkButton>
        </div>
      </div>
      <p className="v-record-line">
        {record.reference && <span className="v-reference">{record.reference}</span>}
        <StateValue register={register} state={record.state} />
        {validFrom && (
          <span>
            {say(validTo ? words.valid : words.validFrom)} {format.date(validFrom)}
            {validTo && ` ${say(words.until)} ${format.date(validTo)}`}
          </span>
        )}
        {basedOn && (
          <span>
            {say(words.basedOn)} <Link href={`/${pathOf(register)}/${basedOn.id}`}>{basedOn.label}</Link>
          </span>
        )}
      </p>
      {description && <p className="v-measure">{description}</p>}
      {children}
    </header>
  )
}
