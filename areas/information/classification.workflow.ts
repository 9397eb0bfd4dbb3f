import type { Text } from '#kernel/language/text.ts'
import type { GuardContext } from '#kernel/workflow/workflow.ts'
import { workflow } from '#kernel/workflow/workflow.ts'

interface ToDecide {
  readonly owner: string | null
  readonly reviewBy: string | null
  readonly classifiedOn: string | null
}

/** A classification is reviewed on a day that has not passed; one made before Värna may already be due. */
const reviewAhead = ({ reviewBy, classifiedOn }: ToDecide, { today }: GuardContext): Text | null =>
  reviewBy !== null && reviewBy <= today && classifiedOn === null
    ? {
        sv: 'Dagen för omprövning har redan passerat. Välj en dag framåt i tiden.',
        en: 'The day of review has already passed. Choose a day ahead.',
      }
    : null

/** The information owner decides; nobody else does it for him (MSBFS 2020:6 6 §). */
const byOwner = (record: ToDecide, context: GuardContext): Text | null =>
  context.actor !== null && record.owner !== context.actor
    ? {
        sv: 'Klassningen beslutas av informationsägaren. Är det fel person? Ändra informationsägare först.',
        en: 'The classification is decided by the information owner. Is it the wrong person? Change the information owner first.',
      }
    : reviewAhead(record, context)

/** Planned → under way → proposed → decided → replaced. What it takes beyond the record itself is judged by the effects of the area. */
export const classificationWorkflow = workflow({
  initial: 'underway',
  states: {
    planned: { label: { sv: 'Planerad', en: 'Planned' }, tone: 'waiting' },
    underway: { label: { sv: 'Pågår', en: 'Under way' }, tone: 'active' },
    proposed: { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, tone: 'waiting' },
    decided: { label: { sv: 'Beslutad', en: 'Decided' }, tone: 'good', locked: true },
    replaced: { label: { sv: 'Ersatt', en: 'Replaced' }, tone: 'ended', locked: true },
    cancelled: { label: { sv: 'Avbruten', en: 'Cancelled' }, tone: 'ended', locked: true },
  },
  moves: {
    plan: { label: { sv: 'Lägg i planen', en: 'Put in the plan' }, from: ['underway'], to: 'planned' },
    start: {
      label: { sv: 'Börja klassa', en: 'Start classifying' },
      explain: {
        sv: 'Du kan avbryta när du vill och fortsätta en annan dag.',
        en: 'You can stop whenever you like and go on another day.',
      },
      from: ['planned'],
      to: 'underway',
    },
    propose: {
      label: { sv: 'Lämna klassningen för beslut', en: 'Submit the classification for decision' },
      explain: {
        sv: 'Informationsägaren ser den bland det som väntar på beslut.',
        en: 'The information owner sees it among what awaits a decision.',
      },
      from: ['underway'],
      to: 'proposed',
      needs: ['owner', 'reviewBy'],
      reason: 'optional',
      guard: (record, context) => reviewAhead(record as never, context),
    },
    decide: {
      label: { sv: 'Besluta om klassningen', en: 'Decide on the classification' },
      explain: {
        sv: 'Klassningen börjar gälla och låses. Skyddsbehovet räknas om för allt som bär informationen, och ägarna ser ändringen.',
        en: 'The classification takes effect and is locked. The need is recalculated for all that carries the information, and the owners see the change.',
      },
      from: ['underway', 'proposed'],
      to: 'decided',
      needs: ['owner', 'reviewBy'],
      reason: 'optional',
      fourEyes: { where: 'fourEyes' },
      guard: (record, context) => byOwner(record as never, context),
    },
    sendBack: {
      label: { sv: 'Skicka tillbaka klassningen', en: 'Send the classification back' },
      from: ['proposed'],
      to: 'underway',
      reason: 'required',
    },
    cancel: {
      label: { sv: 'Avbryt klassningen', en: 'Cancel the classification' },
      explain: { sv: 'Den tidigare klassningen fortsätter att gälla.', en: 'The classification before continues to hold.' },
      from: ['planned', 'underway', 'proposed'],
      to: 'cancelled',
      reason: 'required',
    },
    replace: { label: { sv: 'Ersätt klassningen', en: 'Replace the classification' }, from: ['decided'], to: 'replaced' },
  },
})
