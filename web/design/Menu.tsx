import type { ReactElement, RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'
import { useGo } from '#web/shell/address.ts'
import './Field.css'
import { Icon, type IconName } from './Icon.tsx'
import './Popover.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon?: IconName
  readonly onAction?: () => void
  /** Goes to an address; within the product the date of the past is kept. */
  readonly href?: string
  /** Asks the browser to store what the address gives. */
  readonly download?: boolean
  readonly danger?: boolean
  readonly isDisabled?: boolean
  /** Shown with a tick: the one chosen among its siblings. */
  readonly isSelected?: boolean
}

interface MenuListProps {
  readonly label: string
  readonly sections: readonly { readonly title?: string; readonly items: readonly MenuEntry[] }[]
}

export interface MenuProps extends MenuListProps {
  /** A `Button`. */
  readonly trigger: ReactElement
  readonly placement?: AriaPopoverProps['placement']
}

export interface MenuPopoverProps extends MenuListProps {
  /** The button it belongs to, which stands on the page already and says `aria-haspopup` and `aria-expanded` itself. */
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly placement?: AriaPopoverProps['placement']
}

/** A list of things to do, opened by a button. */
export const Menu = ({ trigger, placement = 'bottom start', ...list }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <AriaPopover className="v-popover" placement={placement}>
      <MenuList {...list} />
    </AriaPopover>
  </MenuTrigger>
)

/** The list by itself, for a button that fetches it when first pressed. */
export const MenuPopover = ({ triggerRef, isOpen, onOpenChange, placement = 'bottom start', ...list }: MenuPopoverProps) => (
  <AriaPopover
    className="v-popover"
    aria-label={list.label}
    placement={placement}
    triggerRef={triggerRef}
    isOpen={isOpen}
    onOpenChange={onOpenChange}
  >
    <MenuList {...list} onClose={() => onOpenChange(false)} />
  </AriaPopover>
)

function MenuList({ label, sections, onClose }: MenuListProps & { readonly onClose?: () => void }) {
  const go = useGo()
  const run = (entry: MenuEntry) => {
    if (entry.onAction) entry.onAction()
    else if (entry.href && !entry.download && entry.href.startsWith('/') && !entry.href.startsWith('/api/')) go(entry.href)
    else if (entry.href) window.location.assign(entry.href)
  }
  return (
    <AriaMenu className="v-menu" aria-label={label} autoFocus="first" {...(onClose ? { onClose } : {})}>
      {sections.map((section, index) => (
        <MenuSection key={section.title ?? index} className="v-menu-section" {...(section.title ? {} : { 'aria-label': label })}>
          {section.title ? <Header className="v-menu-heading">{section.title}</Header> : null}
          {section.items.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className="v-option"
              textValue={entry.label}
              isDisabled={entry.isDisabled}
              data-danger={entry.danger ? '' : undefined}
              onAction={() => run(entry)}
            >
              {entry.icon ? <Icon name={entry.icon} size={18} /> : null}
              <span className="v-option-body">
                {entry.label}
                {entry.hint ? <small>{entry.hint}</small> : null}
              </span>
              {entry.isSelected ? <Icon name="check" size={16} /> : null}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  )
}
