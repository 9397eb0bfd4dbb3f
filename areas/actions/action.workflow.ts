import { workflow } from '#kernel/workflow/workflow.ts'

/** Proposed → decided → ongoing → done → effect checked, or dropped. */
export const actionWorkflow = workflow({
  initial: 'proposed',
  states: {
    proposed: { label: { sv: 'Föreslagen', en: 'Proposed' }, tone: 'waiting' },
    decided: { label: { sv: 'Beslutad', en: 'Decided' }, tone: 'neutral' },
    ongoing: { label: { sv: 'Pågår', en: 'Ongoing' }, tone: 'active' },
    done: { label: { sv: 'Genomförd', en: 'Done' }, tone: 'good' },
    effectChecked: { label: { sv: 'Effekten kontrollerad', en: 'Effect checked' }, tone: 'good' },
    dropped: { label: { sv: 'Avbruten', en: 'Dropped' }, tone: 'ended' },
  },
  moves: {
    decide: {
      label: { sv: 'Besluta om åtgärden', en: 'Decide on the action' },
      explain: { sv: 'Den ansvariga ser åtgärden bland sina uppgifter.', en: 'The person responsible sees the action among their tasks.' },
      from: ['proposed'],
      to: 'decided',
      needs: ['owner', 'due'],
      reason: 'optional',
    },
    start: { label: { sv: 'Börja med åtgärden', en: 'Start the action' }, from: ['decided'], to: 'ongoing', reason: 'optional' },
    finish: {
      label: { sv: 'Meddela att åtgärden är genomförd', en: 'Report the action as done' },
      explain: {
        sv: 'Därefter kontrollerar någon annan att den fick avsedd effekt.',
        en: 'Someone else then checks that it had the intended effect.',
      },
      from: ['decided', 'ongoing'],
      to: 'done',
      reason: 'optional',
    },
    checkEffect: {
      label: { sv: 'Kontrollera åtgärdens effekt', en: 'Check the effect of the action' },
      explain: {
        sv: 'Du svarar på om åtgärden hjälpte, och på vilket sätt. Kontrollen görs av någon annan än den som anmälde åtgärden som genomförd.',
        en: 'You say whether the action helped, and how. The check is made by someone other than the one who reported the action as done.',
      },
      from: ['done'],
      to: 'effectChecked',
      needs: ['effective', 'effect'],
      reason: 'optional',
      fourEyes: true,
    },
    resume: {
      label: { sv: 'Ta upp åtgärden igen', en: 'Resume the action' },
      explain: {
        sv: 'När åtgärden inte fick avsedd effekt eller behöver göras om.',
        en: 'When the action did not have the intended effect or must be done again.',
      },
      from: ['done', 'effectChecked', 'dropped'],
      to: 'ongoing',
      reason: 'required',
    },
    drop: {
      label: { sv: 'Avbryt åtgärden', en: 'Drop the action' },
      from: ['proposed', 'decided', 'ongoing'],
      to: 'dropped',
      reason: 'required',
    },
  },
})
