import { workflow } from '#kernel/workflow/workflow.ts'

/** Draft → in review → approved → in force → outdated or withdrawn. A new edition is a document of its own that supersedes the old one. */
export const documentWorkflow = workflow({
  initial: 'draft',
  states: {
    draft: { label: { sv: 'Utkast', en: 'Draft' }, tone: 'neutral' },
    inReview: { label: { sv: 'På granskning', en: 'In review' }, tone: 'waiting' },
    approved: { label: { sv: 'Beslutat', en: 'Approved' }, tone: 'active' },
    inForce: { label: { sv: 'Gäller', en: 'In force' }, tone: 'good' },
    outdated: { label: { sv: 'Ersatt', en: 'Superseded' }, tone: 'ended' },
    withdrawn: { label: { sv: 'Upphävt', en: 'Repealed' }, tone: 'ended' },
  },
  moves: {
    submit: {
      label: { sv: 'Lämna dokumentet för granskning', en: 'Submit the document for review' },
      explain: {
        sv: 'Den som ska besluta ser dokumentet bland det som väntar.',
        en: 'The approver sees the document among what is waiting.',
      },
      from: ['draft'],
      to: 'inReview',
      needs: ['body', 'owner', 'approver'],
      reason: 'optional',
    },
    sendBack: {
      label: { sv: 'Återlämna för omarbetning', en: 'Send back for revision' },
      explain: { sv: 'Ägaren ser vad som behöver ändras.', en: 'The owner sees what needs to change.' },
      from: ['inReview', 'approved'],
      to: 'draft',
      reason: 'required',
    },
    approve: {
      label: { sv: 'Besluta dokumentet', en: 'Approve the document' },
      explain: {
        sv: 'Beslutet fattas av någon annan än den som lämnade in dokumentet.',
        en: 'The decision is made by someone other than the person who submitted the document.',
      },
      from: ['inReview'],
      to: 'approved',
      needs: ['approver', 'validFrom', 'reviewBy'],
      reason: 'optional',
      fourEyes: true,
    },
    publish: {
      label: { sv: 'Låt dokumentet börja gälla', en: 'Put the document into force' },
      explain: { sv: 'Från och med nu är det den här texten som gäller.', en: 'From now on this is the text that applies.' },
      from: ['approved'],
      to: 'inForce',
      needs: ['validFrom', 'reviewBy'],
      guard: (document: { validFrom: string | null }, { today }) =>
        document.validFrom !== null && document.validFrom > today
          ? {
              sv: `Dokumentet ska börja gälla först ${document.validFrom}.`,
              en: `The document is not to apply until ${document.validFrom}.`,
            }
          : null,
    },
    replace: {
      label: { sv: 'Markera som ersatt', en: 'Mark as superseded' },
      explain: { sv: 'Ange i skälet vilket dokument som gäller i stället.', en: 'Say in the reason which document applies instead.' },
      from: ['inForce'],
      to: 'outdated',
      reason: 'required',
    },
    repeal: {
      label: { sv: 'Upphäv dokumentet', en: 'Repeal the document' },
      explain: { sv: 'Texten slutar att gälla men finns kvar i historiken.', en: 'The text ceases to apply but stays in the history.' },
      from: ['approved', 'inForce'],
      to: 'withdrawn',
      reason: 'required',
    },
  },
})
