import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useSay } from '#web/language/useSay.ts'
import { Button } from './Button.tsx'
import './Popover.css'

export interface DialogProps {
  readonly isOpen: boolean
  /** Called by Escape, by the cross and, unless `stay`, by pressing outside. */
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The buttons below, the next step first. */
  readonly actions?: ReactNode
  readonly width?: 'normal' | 'wide'
  /** Something has been filled in that a press outside must not throw away. */
  readonly stay?: boolean
  /** `alertdialog` for a question that stops the work. */
  readonly role?: 'dialog' | 'alertdialog'
}

const words = { close: { sv: 'Stäng', en: 'Close' } }

/** A dialogue above the page: it takes the focus, keeps it, and gives it back. */
export function Dialog({ isOpen, onClose, title, children, actions, width = 'normal', stay = false, role = 'dialog' }: DialogProps) {
  const say = useSay()
  return (
    <ModalOverlay className="v-veil" isOpen={isOpen} onOpenChange={(open) => (open ? null : onClose())} isDismissable={!stay}>
      <Modal className="v-modal" data-width={width}>
        <AriaDialog className="v-dialog" role={role}>
          <div className="v-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button variant="quiet" size="small" icon="close" aria-label={say(words.close)} onPress={onClose} />
          </div>
          <div className="v-dialog-body">{children}</div>
          {actions ? <div className="v-dialog-foot">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
