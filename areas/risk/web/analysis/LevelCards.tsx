import { useId } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Icon } from '#web/design/Icon.tsx'
import type { RiskMethodContent } from '../../risk-method.content.ts'

interface LevelCardsProps {
  readonly label: string
  readonly levels: RiskMethodContent['consequence']
  readonly value: number | null
  readonly onChange: (level: number) => void
  readonly isReadOnly?: boolean
}

/** The levels of an axis as large cards, each with its name and what it means. */
export function LevelCards({ label, levels, value, onChange, isReadOnly = false }: LevelCardsProps) {
  const id = useId()
  return (
    <section className="ra-cards-part">
      <h3 id={id}>{label}</h3>
      <RadioGroup
        className="ra-cards"
        aria-labelledby={id}
        value={value === null ? null : String(value)}
        onChange={(next) => onChange(Number(next))}
        isReadOnly={isReadOnly}
        orientation="horizontal"
      >
        {levels.map(({ level, name, meaning }) => (
          <Radio key={level} value={String(level)} className="ra-card">
            <span className="ra-card-name">
              {name}
              <Icon name="check" size={18} className="ra-card-check" />
            </span>
            {meaning.trim() ? <span className="ra-card-text">{meaning}</span> : null}
          </Radio>
        ))}
      </RadioGroup>
    </section>
  )
}
