import { workflow } from '#kernel/workflow/workflow.ts'

/** Identified → analysed → decided (treated or accepted) → followed up → closed. */
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
      explain: {
        sv: 'Värna lägger risken hos den som har mandat att besluta, meddelar den som ska veta och startar tiden för beslutet.',
        en: 'Värna hands the risk to the one who has the mandate to decide, tells those who are to know and starts the time for the decision.',
      },
      from: ['identified'],
      to: 'analysed',
      needs: ['owner', 'consequence', 'likelihood'],
      reason: 'optional',
    },
    treat: {
      label: { sv: 'Besluta att risken ska åtgärdas', en: 'Decide to treat the risk' },
      explain: {
        sv: 'Riskägaren får veta det och följer upp åtgärderna. Beslutet och skälet sparas i historiken.',
        en: 'The risk owner is told and follows up the actions. The decision and its reason are kept in the history.',
      },
      from: ['analysed'],
      to: 'treated',
      needs: ['response'],
      reason: 'required',
      only: 'decider',
      fourEyes: { where: 'takesTwo' },
    },
    accept: {
      label: { sv: 'Acceptera risken', en: 'Accept the risk' },
      explain: {
        sv: 'Risken står kvar utan ytterligare åtgärd till den dag du anger. Du får en påminnelse innan, och sedan är den öppen igen.',
        en: 'The risk stands without further action until the day you give. You are reminded before it, and then the risk is open again.',
      },
      from: ['analysed'],
      to: 'accepted',
      needs: ['acceptedUntil'],
      reason: 'required',
      only: 'decider',
      fourEyes: { where: 'takesTwo' },
    },
    raise: {
      label: { sv: 'Lyft risken till nästa nivå', en: 'Raise the risk to the next level' },
      explain: {
        sv: 'Den som har nästa större mandat får besluta i stället för dig, och får veta varför.',
        en: 'Whoever holds the next greater mandate decides instead of you, and is told why.',
      },
      from: ['analysed'],
      to: 'analysed',
      reason: 'required',
      only: 'decider',
    },
    takeOver: {
      label: { sv: 'Ta över beslutet', en: 'Take over the decision' },
      explain: {
        sv: 'Risken läggs hos dig för beslut. Den som hade den får veta det.',
        en: 'The risk is handed to you for decision. The one who had it is told.',
      },
      from: ['analysed'],
      to: 'analysed',
      reason: 'required',
    },
    takeBack: {
      label: { sv: 'Ta tillbaka för ny analys', en: 'Take back for a new analysis' },
      explain: {
        sv: 'Beslutet avvaktas medan risken analyseras på nytt. Den som skulle besluta får veta det.',
        en: 'The decision waits while the risk is analysed anew. The one who was to decide is told.',
      },
      from: ['analysed'],
      to: 'identified',
      reason: 'required',
    },
    reopen: {
      label: { sv: 'Ta upp risken igen', en: 'Reopen the risk' },
      explain: {
        sv: 'Risken ska analyseras och beslutas på nytt.',
        en: 'The risk is to be analysed and decided on anew.',
      },
      from: ['treated', 'accepted', 'closed'],
      to: 'identified',
      reason: 'required',
    },
    /** By itself when an acceptance ends, or when a decided risk has grown beyond the mandate it was decided by. */
    callBack: {
      label: { sv: 'Lämna risken för nytt beslut', en: 'Submit the risk for a new decision' },
      explain: {
        sv: 'Till exempel när åtgärderna är klara och det som återstår ska accepteras. Risken läggs hos den som har mandat.',
        en: 'For example when the actions are done and what remains is to be accepted. The risk is handed to whoever has the mandate.',
      },
      from: ['treated', 'accepted'],
      to: 'analysed',
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
      only: 'owner',
    },
  },
})
