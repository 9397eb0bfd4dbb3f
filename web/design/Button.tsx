import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import './Button.css'
import { Icon, type IconName } from './Icon.tsx'
import { Link, type LinkProps } from './Link.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Look {
  /** One primary button per view: the next step. */
  readonly variant?: ButtonVariant
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  readonly children?: ReactNode
}

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** The press is being carried out: another one does nothing until it is done. The focus stays. */
  readonly isPending?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  /** Opens something below itself: shows a small arrow. */
  readonly opens?: boolean
}

/** A button. Its text is a verb with its object; without text it needs `aria-label`. */
export function Button({ variant = 'secondary', size = 'normal', icon, opens, isPending = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      className="v-button"
      data-variant={variant}
      data-size={size}
      data-icon-only={children ? undefined : ''}
      {...rest}
      {...(isPending ? { 'data-pending': '', 'aria-busy': true, type: 'button' as const, onPress: undefined } : {})}
    >
      {icon ? <Icon name={icon} size={size === 'small' ? 16 : 18} /> : null}
      {children}
      {opens ? <Icon name="down" size={14} /> : null}
    </AriaButton>
  )
}

export interface LinkButtonProps extends Look, Omit<LinkProps, 'children' | 'className'> {}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ variant = 'secondary', size = 'normal', icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link className="v-button" data-variant={variant} data-size={size} data-icon-only={children ? undefined : ''} {...rest}>
      {icon ? <Icon name={icon} size={size === 'small' ? 16 : 18} /> : null}
      {children}
    </Link>
  )
}
