import type { ClockRule } from '#kernel/clocks/server/clock-rule.ts'

export const actionClocks: readonly ClockRule[] = [
  {
    key: 'actions.due',
    on: 'action',
    label: { sv: 'Genomför åtgärden', en: 'Carry out the action' },
    basis: { sv: 'Beslutet om åtgärden', en: 'The decision on the action' },
    due: 'due',
    where: { state: 'decided,ongoing' },
    warn: 5,
    tell: { fields: ['owner'] },
    after: { days: 5, tell: { manager: true } },
    say: {
      warn: { sv: 'Åtgärden {reference} ska vara genomförd senast {due}.', en: 'The action {reference} is to be done by {due}.' },
      due: { sv: 'Åtgärden {reference} skulle ha varit genomförd {due}.', en: 'The action {reference} was to be done by {due}.' },
      late: {
        sv: 'Åtgärden {reference}, som skulle ha varit genomförd {due}, är fortfarande inte klar.',
        en: 'The action {reference}, which was to be done by {due}, is still not finished.',
      },
    },
  },
  {
    key: 'actions.effect-check',
    on: 'action',
    label: { sv: 'Kontrollera åtgärdens effekt', en: 'Check the effect of the action' },
    basis: {
      sv: 'ISO/IEC 27001 10.2 d; tiden följer av åtgärdens prioritet',
      en: 'ISO/IEC 27001 10.2 d; the time follows from the priority of the action',
    },
    due: 'checkBy',
    where: { state: 'done' },
    warn: 10,
    // The head of the unit checks, or the one above where the head was the one responsible.
    tell: { fields: ['owner'], manager: true },
    after: { days: 10, tell: { roles: ['ciso'] } },
    say: {
      warn: {
        sv: 'Effekten av åtgärden {reference} ska kontrolleras senast {due}.',
        en: 'The effect of the action {reference} is to be checked by {due}.',
      },
      due: {
        sv: 'Effekten av åtgärden {reference} skulle ha kontrollerats {due}.',
        en: 'The effect of the action {reference} was to be checked by {due}.',
      },
      late: {
        sv: 'Effekten av åtgärden {reference}, som skulle ha kontrollerats {due}, är fortfarande inte kontrollerad.',
        en: 'The effect of the action {reference}, which was to be checked by {due}, is still not checked.',
      },
    },
  },
  {
    key: 'actions.plan-ends',
    on: 'actionPlan',
    label: { sv: 'Följ upp handlingsplanen', en: 'Follow up the action plan' },
    basis: { sv: 'Beslutet om handlingsplanen (MSBFS 2020:6 14 §)', en: 'The decision on the action plan (MSBFS 2020:6, section 14)' },
    due: 'ends',
    where: { state: 'decided' },
    warn: 10,
    tell: { fields: ['owner'] },
    after: { days: 20, tell: { manager: true } },
    say: {
      warn: {
        sv: 'Handlingsplanen {reference} slutar {due} och ska följas upp.',
        en: 'The action plan {reference} ends on {due} and is to be followed up.',
      },
      due: {
        sv: 'Handlingsplanen {reference} slutade {due} och ska följas upp.',
        en: 'The action plan {reference} ended on {due} and is to be followed up.',
      },
      late: {
        sv: 'Handlingsplanen {reference}, som slutade {due}, är fortfarande inte uppföljd.',
        en: 'The action plan {reference}, which ended on {due}, is still not followed up.',
      },
    },
  },
]
