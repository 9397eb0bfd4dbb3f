import { type ReactNode, useEffect } from 'react'
import { Button } from '#web/design/Button.tsx'
import { setLanguage, useLanguage, useSay } from '#web/language/useSay.ts'
import './signIn.css'

export interface DoorProps {
  readonly title: string
  readonly lead: ReactNode
  readonly children: ReactNode
}

const words = { product: { sv: 'Värna – ledningssystem för informationssäkerhet', en: 'Värna – information security management system' } }

/** The frame of the pages outside: sign-in and set-up. */
export function Door({ title, lead, children }: DoorProps) {
  const say = useSay()
  const other = useLanguage() === 'sv' ? 'en' : 'sv'
  useEffect(() => {
    document.title = `${title} – Värna`
  }, [title])
  return (
    <div className="p-door">
      <header className="p-door-top">
        <span className="p-door-brand">
          <img src="/varna.svg" alt="" />
          {say(words.product)}
        </span>
        <span lang={other}>
          <Button variant="quiet" size="small" onPress={() => setLanguage(other)}>
            {other === 'sv' ? 'Svenska' : 'English'}
          </Button>
        </span>
      </header>
      <main>
        <div className="p-door-lead">
          <h1>{title}</h1>
          <div className="v-muted">{lead}</div>
        </div>
        <div style={{ marginTop: 'var(--s8)' }}>{children}</div>
      </main>
    </div>
  )
}
