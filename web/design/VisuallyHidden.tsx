import type { ReactNode } from 'react'

/** Words for the one who listens to the page. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => <span className="v-hidden">{children}</span>
