import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'

/** Who judges a risk to be material says why. */
export const materialReasoned = (risk: { material: boolean | null; materialGrounds: string | null }): Text | null =>
  risk.material && !risk.materialGrounds?.trim()
    ? {
        sv: 'Skriv varför risken är väsentlig. Generaldirektören läser det.',
        en: 'Write why the risk is material. The director-general reads it.',
      }
    : null

/** A risk is accepted until a day to come, never until one that has been. */
export const acceptanceAhead = (
  risk: { state: string | null; acceptedUntil: string | null },
  { today, roles }: GuardContext,
): Text | null =>
  risk.state === 'accepted' && risk.acceptedUntil !== null && risk.acceptedUntil < today && !roles.includes('system')
    ? { sv: 'Välj en dag som inte har passerat.', en: 'Choose a day that has not passed.' }
    : null
