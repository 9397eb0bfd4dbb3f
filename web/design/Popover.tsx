import { type ReactElement, type ReactNode, useState } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'
import './Popover.css'

export interface PopoverProps {
  /** A `Button`. */
  readonly trigger: ReactElement
  /** Its heading, shown unless `titleHidden`. */
  readonly title: string
  readonly titleHidden?: boolean
  readonly children: ReactNode | ((close: () => void) => ReactNode)
  readonly placement?: AriaPopoverProps['placement']
}

/** A small panel beside the button that opens it. */
export function Popover({ trigger, title, titleHidden, children, placement = 'bottom start' }: PopoverProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {trigger}
      <AriaPopover className="v-popover" placement={placement}>
        <AriaDialog className="v-popover-body" {...(titleHidden ? { 'aria-label': title } : {})}>
          {titleHidden ? null : (
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          )}
          {typeof children === 'function' ? children(() => setOpen(false)) : children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
