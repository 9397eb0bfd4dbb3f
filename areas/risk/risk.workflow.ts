import { workflow } from '#kernel/workflow/workflow.ts'

/** Identified → analysed → decided → treated → followed up → closed. */
export const riskWorkflow = workflow({
  initial: 'identified',
  states: {
    identified: { label: { sv: 'Identifierad', en: 'Identified' }, tone: 'waiting' },
    analysed: { label: { sv: 'Väntar på beslut', en: 'Awaiting decision' }, tone: 'waiting' },
    treated: { label: { sv: 'Åtgärdas', en: 'Being treated' }, tone: 'active' },
    accepted: { label: { sv: 'Accepterad', en: 'Accepted' }, tone: 'good' },
    closed: { label: { sv: 'Avslutad', en: 'Closed' }, tone: 'ended' },
  },
  moves: {
    analyse: {
      label: { sv: 'Lämna risken för beslut', en: 'Submit the risk for decision' },
      explain: { sv: 'Riskägaren ser den bland det som väntar på beslut.', en: 'The risk owner sees it among what awaits a decision.' },
      from: ['identified'],
      to: 'analysed',
      needs: ['owner', 'consequence', 'likelihood'],
      reason: 'optional',
    },
    treat: {
      label: { sv: 'Besluta att risken ska åtgärdas', en: 'Decide to treat the risk' },
      explain: { sv: 'Beslutet och skälet sparas i historiken.', en: 'The decision and its reason are kept in the history.' },
      from: ['analysed', 'accepted'],
      to: 'treated',
      needs: ['response'],
      reason: 'required',
    },
    accept: {
      label: { sv: 'Acceptera risken', en: 'Accept the risk' },
      explain: {
        sv: 'Risken står kvar utan ytterligare åtgärd till omprövningsdagen.',
        en: 'The risk stands without further action until its review date.',
      },
      from: ['analysed', 'treated'],
      to: 'accepted',
      needs: ['reviewBy'],
      reason: 'required',
      fourEyes: true,
    },
    reopen: {
      label: { sv: 'Ta upp risken igen', en: 'Reopen the risk' },
      from: ['treated', 'accepted', 'closed'],
      to: 'identified',
      reason: 'required',
    },
    close: {
      label: { sv: 'Avsluta risken', en: 'Close the risk' },
      explain: {
        sv: 'Risken försvinner ur de öppna riskerna men finns kvar i historiken.',
        en: 'The risk leaves the open risks but stays in the history.',
      },
      from: ['treated', 'accepted'],
      to: 'closed',
      reason: 'required',
    },
  },
})
