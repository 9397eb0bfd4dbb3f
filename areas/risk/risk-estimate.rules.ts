import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'

/** Nobody judges in the name of another; the system may move what was judged. */
export const estimatedByOneself = (estimate: { person: string | null }, { actor, roles }: GuardContext): Text | null =>
  actor !== null && estimate.person !== actor && !roles.includes('system')
    ? { sv: 'Du kan bara lämna din egen bedömning.', en: 'You can only give your own estimate.' }
    : null
